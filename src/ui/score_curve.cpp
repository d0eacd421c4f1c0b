#include "ui/score_curve.h"
#include "ui/key_hints.h"

#include <algorithm>
#include <cmath>

#include "analysis/row_values.h"
#include "base/date_words.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/dragging.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float height = 112;
constexpr float scoreCurveMargin = 8; ///< above and below the line's ends, so that a point there can be taken
constexpr float grip = 7;
constexpr float worthWidth = 40; ///< of "100 %" beside the lines

/// The picture's part of the page, and what its edges mean.
struct Plot {
    ImRect box;
    double least = 0;
    double most = 1;

    float x(double value) const {
        return box.Min.x + box.GetWidth() * static_cast<float>(std::clamp((value - least) / (most - least), 0.0, 1.0));
    }
    float y(double u) const { return box.Max.y - scoreCurveMargin - (box.GetHeight() - 2 * scoreCurveMargin) * static_cast<float>(u); }
    double value(float x) const {
        return least + (most - least) * std::clamp(static_cast<double>((x - box.Min.x) / box.GetWidth()), 0.0, 1.0);
    }
    double u(float y) const {
        return std::clamp(static_cast<double>((box.Max.y - scoreCurveMargin - y) / (box.GetHeight() - 2 * scoreCurveMargin)), 0.0, 1.0);
    }
    /// To which a drag rounds: about a hundredth of the range, as a power of ten.
    double step() const { return std::pow(10.0, std::floor(std::log10((most - least) / 50))); }
    double rounded(double value) const { return std::round(value / step()) * step(); }
};

Plot plot_of(const ImVec2 &at, float width, double least, double most) {
    if (!(most > least)) {
        most = least + 1;
    }
    return {{{at.x + worthWidth, at.y}, {at.x + width, at.y + height}}, least, most};
}

void draw_ground(const Plot &plot, const ColumnPicture &column) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(plot.box.Min, plot.box.Max, palette().canvas, rounding);
    const std::size_t most = column.bars.empty() ? 1 : std::max<std::size_t>(1, *std::max_element(column.bars.begin(), column.bars.end()));
    const double step = (column.most - column.least) / static_cast<double>(std::max<std::size_t>(1, column.bars.size()));
    for (std::size_t i = 0; i < column.bars.size(); ++i) {
        const float tall = (height - scoreCurveMargin) * static_cast<float>(column.bars[i]) / static_cast<float>(most);
        const float left = plot.x(column.least + step * static_cast<double>(i));
        const float right = std::max(left + 2, plot.x(column.least + step * static_cast<double>(i + 1)) - 1);
        list.AddRectFilled({left, plot.box.Max.y - tall}, {right, plot.box.Max.y}, palette().pressed);
    }
    for (const double u : {0.0, 0.5, 1.0}) {
        list.AddLine({plot.box.Min.x, plot.y(u)}, {plot.box.Max.x, plot.y(u)}, palette().line);
        draw_line(list, {{plot.box.Min.x - worthWidth, plot.y(u) - 9}, {plot.box.Min.x - 6, plot.y(u) + 9}}, percent(u, 0),
                  {.size = type::tiny, .colour = palette().muted}, Align::right);
    }
    hairline_across(list, plot.box.Min.x, plot.box.Max.x, plot.box.Max.y, palette().edge);
}

void draw_ends(const Plot &plot, const std::string &least, const std::string &most) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float middle = plot.box.GetCenter().x;
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    draw_line(list, {{plot.box.Min.x, plot.box.Max.y + 3}, {middle, plot.box.Max.y + 20}}, least, style);
    draw_line(list, {{middle, plot.box.Max.y + 3}, {plot.box.Max.x, plot.box.Max.y + 20}}, most, style, Align::right);
}

std::string point_words(const ScalePoint &point) { return number_words(point.x) + " is worth " + percent(point.u, 0); }

/// Arrow keys are the point's own while it has the keyboard; what they make of it, if one was pressed.
std::optional<ScalePoint> keyed(const Plot &plot, ImGuiID id, ScalePoint point) {
    if (ImGui::GetCurrentContext()->NavId != id) {
        return std::nullopt;
    }
    bool pressed = false;
    const auto take = [&](ImGuiKey key, double &value, double by) {
        if (ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any)) {
            value += by;
            pressed = true;
        }
        ImGui::SetKeyOwner(key, id);
    };
    const double along = plot.step() * std::max(1.0, std::round((plot.most - plot.least) / 100 / plot.step()));
    take(ImGuiKey_LeftArrow, point.x, -along);
    take(ImGuiKey_RightArrow, point.x, along);
    take(ImGuiKey_DownArrow, point.u, -0.05);
    take(ImGuiKey_UpArrow, point.u, 0.05);
    return pressed ? std::optional(point) : std::nullopt;
}

/// Between its neighbours: points never pass each other.
ScalePoint held_between(const Plot &plot, const std::vector<ScalePoint> &points, std::size_t i, ScalePoint point) {
    const double least = i == 0 ? std::min(plot.least, points[i].x) : points[i - 1].x + plot.step();
    const double most = i + 1 == points.size() ? std::max(plot.most, points[i].x) : points[i + 1].x - plot.step();
    point.x = least <= most ? std::clamp(plot.rounded(point.x), least, most) : points[i].x;
    point.u = std::clamp(std::round(point.u * 100) / 100, 0.0, 1.0);
    return point;
}

std::size_t place_for(const std::vector<ScalePoint> &points, double x) {
    return static_cast<std::size_t>(std::find_if(points.begin(), points.end(), [&](const ScalePoint &p) { return p.x > x; }) -
                                    points.begin());
}

double worth_at(const std::vector<ScalePoint> &points, double x) {
    Criterion line;
    line.points = points;
    return u_of(line, x, 0).value_or(0.5);
}

void draw_curve(const Plot &plot, const std::vector<ScalePoint> &points) {
    if (points.empty()) {
        return;
    }
    std::vector<ImVec2> path = {{plot.box.Min.x, plot.y(points.front().u)}};
    for (const ScalePoint &point : points) {
        path.emplace_back(plot.x(point.x), plot.y(point.u));
    }
    path.emplace_back(plot.box.Max.x, plot.y(points.back().u));
    // Two corners in one place would make the line between the others thick.
    const auto same = [](const ImVec2 &a, const ImVec2 &b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y) < 0.5F; };
    path.erase(std::unique(path.begin(), path.end(), same), path.end());
    ImGui::GetWindowDrawList()->AddPolyline(path.data(), static_cast<int>(path.size()), palette().accent, 0, 2);
}

void draw_grip(const ImVec2 &centre, ImGuiID id, bool held) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(centre, held ? grip : grip - 1.5F, palette().accent);
    list.AddCircle(centre, held ? grip : grip - 1.5F, palette().surface, 0, 1.5F);
    focus_ring({{centre.x - grip, centre.y - grip}, {centre.x + grip, centre.y + grip}}, id, grip);
}

/// The number and its worth beside the point that is held.
void draw_label(const Plot &plot, const ImVec2 &at, const std::string &text) {
    const TextStyle style{.size = type::tiny, .colour = palette().inverseText, .strong = true};
    const ImVec2 size(text_size(text, style).x + 12, 20);
    const float x = std::clamp(at.x - size.x / 2, plot.box.Min.x, plot.box.Max.x - size.x);
    const float y = at.y - 30 < plot.box.Min.y ? at.y + 12 : at.y - 30;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({x, y}, {x + size.x, y + size.y}, palette().inverse, 4);
    draw_line(list, {{x, y}, {x + size.x, y + size.y}}, text, style, Align::middle);
}

struct PointEvent {
    std::optional<std::vector<ScalePoint>> points;
    bool label = false;
};

PointEvent draw_point(Scene &scene, const CriterionId &id, const Plot &plot, std::vector<ScalePoint> &points, std::size_t i,
                      bool editable) {
    PointEvent event;
    ScoreScratch::CurveDrag &drag = scene.scratch.score.curve;
    const ImVec2 centre(plot.x(points[i].x), plot.y(points[i].u));
    ImGui::SetCursorScreenPos({centre.x - grip, centre.y - grip});
    ImGui::PushID(static_cast<int>(i));
    ImGui::BeginDisabled(!editable);
    ImGui::SetNextItemAllowOverlap();
    ImGui::InvisibleButton("##point", {2 * grip, 2 * grip}, ImGuiButtonFlags_EnableNav);
    const ImGuiID item = ImGui::GetItemID();
    offer_grip(scene, platform::Grip::free, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
    const bool focused = ImGui::GetCurrentContext()->NavId == item && ImGui::GetCurrentContext()->NavCursorVisible;
    const bool held = ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 2);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (held) {
        points[i] = held_between(plot, points, i, {plot.value(mouse.x), plot.u(mouse.y)});
        drag = {id, points, true};
    } else if (ImGui::IsItemDeactivated() && drag.moved) {
        event.points = points;
    } else if (const auto moved = keyed(plot, item, points[i])) {
        points[i] = held_between(plot, points, i, *moved);
        event.points = points;
    }
    const bool takeOut = (focused && ImGui::IsKeyPressed(ImGuiKey_Delete)) || (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0));
    event.label = held || ImGui::IsItemHovered() || focused;
    draw_grip({plot.x(points[i].x), plot.y(points[i].u)}, item, held);
    semantics::item({.role = "slider",
                     .name = "Point " + std::to_string(i + 1) + " of " + std::to_string(points.size()),
                     .value = point_words(points[i]),
                     .description = by_hand("Arrow keys move it, Delete takes it out", "Two taps take it out"),
                     .disabled = !editable});
    if (takeOut && points.size() > 1) {
        points.erase(points.begin() + static_cast<std::ptrdiff_t>(i));
        event.points = points;
    }
    ImGui::EndDisabled();
    ImGui::PopID();
    return event;
}

/// Where the widest gap between two points is, half way.
double room_for_point(const Plot &plot, const std::vector<ScalePoint> &points) {
    std::vector<double> edges = {plot.least};
    for (const ScalePoint &point : points) {
        edges.push_back(point.x);
    }
    edges.push_back(plot.most);
    std::size_t widest = 1;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        widest = edges[i] - edges[i - 1] > edges[widest] - edges[widest - 1] ? i : widest;
    }
    return plot.rounded((edges[widest - 1] + edges[widest]) / 2);
}

std::optional<std::vector<ScalePoint>> with_point(std::vector<ScalePoint> points, const ScalePoint &fresh) {
    constexpr std::size_t most = 24;
    const bool there = std::any_of(points.begin(), points.end(), [&](const ScalePoint &p) { return p.x == fresh.x; });
    if (there || points.size() >= most) {
        return std::nullopt;
    }
    points.insert(points.begin() + static_cast<std::ptrdiff_t>(place_for(points, fresh.x)), fresh);
    return points;
}

} // namespace

std::optional<std::vector<ScalePoint>> scale_curve(Scene &scene, const CriterionId &id, const Criterion &criterion,
                                                   const ColumnPicture &column, float width) {
    std::optional<std::vector<ScalePoint>> changed;
    ScoreScratch::CurveDrag &drag = scene.scratch.score.curve;
    const bool dragged = drag.moved && drag.criterion == id;
    std::vector<ScalePoint> points = dragged ? drag.points : criterion.points;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const double first = criterion.points.empty() ? column.least : criterion.points.front().x;
    const double last = criterion.points.empty() ? column.most : criterion.points.back().x;
    const Plot plot = plot_of(at, width, std::min(column.least, first), std::max(column.most, last));
    draw_ground(plot, column);
    const std::string range = number_words(plot.least) + " and " + number_words(plot.most);
    const semantics::Group group("curve", plot.box,
                                 {.role = "group", .name = "How " + std::to_string(column.known) + " accounts lie between " + range});
    ImGui::PushID(id.text.c_str());
    // The points lie over it; what misses them adds one.
    ImGui::BeginDisabled(!scene.editable);
    ImGui::SetNextItemAllowOverlap();
    ImGui::InvisibleButton("##room", plot.box.GetSize());
    const bool hovered = ImGui::IsItemHovered();
    const bool released = ImGui::IsItemDeactivated() && !ImGui::IsMouseDown(0); // not by Escape
    const bool pressed = released && hovered && !ImGui::IsMouseDragPastThreshold(0);
    ImGui::EndDisabled();
    draw_curve(plot, points);
    std::optional<std::size_t> labelled;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PointEvent event = draw_point(scene, id, plot, points, i, scene.editable);
        labelled = event.label ? std::optional(i) : labelled;
        if (event.points) {
            changed = event.points;
            drag = {};
            break;
        }
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (labelled && *labelled < points.size()) {
        draw_label(plot, {plot.x(points[*labelled].x), plot.y(points[*labelled].u)}, point_words(points[*labelled]));
    } else if (pressed && !changed) {
        changed = with_point(points, {plot.rounded(plot.value(mouse.x)), std::round(plot.u(mouse.y) * 100) / 100});
    }
    draw_ends(plot, number_words(plot.least), number_words(plot.most) + (column.beyond == 0 ? "" : " and more"));
    ImGui::SetCursorScreenPos({at.x, at.y + height + 24});
    if (button("##add-point", "Add a point", {.icon = icon::plus, .look = Look::ghost, .disabled = !scene.editable})) {
        const double x = room_for_point(plot, points);
        changed = with_point(points, {x, std::round(worth_at(points, x) * 100) / 100});
    }
    ImGui::PopID();
    return changed;
}

std::optional<double> recency_curve(Scene &scene, const CriterionId &id, const Criterion &criterion, const ColumnPicture &column,
                                    std::int32_t asOf, float width) {
    std::optional<double> changed;
    ScoreScratch::CurveDrag &drag = scene.scratch.score.curve;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto today = static_cast<double>(asOf);
    const Plot plot =
        plot_of(at, width, std::min(column.bars.empty() ? today - 365 : column.least, today - criterion.halfLife * 1.25), today);
    const bool dragged = drag.moved && drag.criterion == id && drag.points.size() == 1;
    double halfLife = dragged ? today - drag.points.front().x : criterion.halfLife;
    draw_ground(plot, column);
    ImGui::PushID(id.text.c_str());
    std::vector<ImVec2> path;
    constexpr int parts = 64;
    for (int i = 0; i <= parts; ++i) {
        const double day = plot.least + (plot.most - plot.least) * i / parts;
        path.emplace_back(plot.x(day), plot.y(std::exp2(-(today - day) / halfLife)));
    }
    ImGui::GetWindowDrawList()->AddPolyline(path.data(), static_cast<int>(path.size()), palette().accent, 0, 2);
    ImGui::SetCursorScreenPos({plot.x(today - halfLife) - grip, plot.y(0.5) - grip});
    ImGui::BeginDisabled(!scene.editable);
    ImGui::InvisibleButton("##half", {2 * grip, 2 * grip}, ImGuiButtonFlags_EnableNav);
    const ImGuiID item = ImGui::GetItemID();
    offer_grip(scene, platform::Grip::across, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
    const bool held = ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 2);
    if (held) {
        halfLife = std::max(1.0, std::round(today - plot.value(ImGui::GetIO().MousePos.x)));
        drag = {id, {{today - halfLife, 0.5}}, true};
    } else if (ImGui::IsItemDeactivated() && dragged) {
        changed = halfLife;
        drag = {};
    } else if (const auto moved = keyed(plot, item, {today - halfLife, 0.5})) {
        changed = std::max(1.0, std::round(today - moved->x));
    }
    const std::string words = "Counts half after " + counted(static_cast<std::size_t>(std::lround(halfLife)), "day", "days");
    draw_grip({plot.x(today - halfLife), plot.y(0.5)}, item, held);
    semantics::item({.role = "slider", .name = "Half-life", .value = words, .disabled = !scene.editable});
    ImGui::EndDisabled();
    if (held || ImGui::IsItemHovered()) {
        draw_label(plot, {plot.x(today - halfLife), plot.y(0.5)}, words);
    }
    ImGui::PopID();
    draw_ends(plot, short_date_words(day_text(static_cast<std::int32_t>(plot.least))), short_date_words(day_text(asOf)));
    ImGui::SetCursorScreenPos({at.x, at.y + height + 24});
    ImGui::Dummy({width, 0});
    return changed == criterion.halfLife ? std::nullopt : changed;
}

} // namespace fullcourt::ui
