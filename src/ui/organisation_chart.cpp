// The reporting lines, drawn from the top: solid lines as a tree, dotted ones across it.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "analysis/reporting_lines.h"
#include "base/text.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/organisation_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float lowestBox = 46;
constexpr float secondLine = 16; ///< of a name
constexpr float betweenLevels = 38;
constexpr float besideName = 8;
constexpr TextStyle chartNameStyle{.size = type::small, .strong = true};
constexpr float boxGap = 12;
constexpr float widestBox = 156;
constexpr float narrowestBox = 92;

/// Centre of a box in slots from the left, and its level from the top.
struct ChartPlace {
    float slot = 0;
    int level = 0;
};

struct Chart {
    std::map<RoleId, ChartPlace> places;
    float slots = 0;
    int levels = 0;
};

using Reports = std::map<RoleId, std::vector<RoleId>>;

/// A superior that is no role of the plan, or that reports to the role itself over other roles, draws no line.
RoleId superior_of(const Organisation &organisation, const RoleId &role) {
    const RoleId first = organisation.roles.at(role).reportsTo;
    std::set<RoleId> seen = {role};
    RoleId at = first;
    while (const Role *above = find(organisation.roles, at)) {
        if (!seen.insert(at).second) {
            return {};
        }
        at = above->reportsTo;
    }
    return find(organisation.roles, first) == nullptr ? RoleId() : first;
}

float place(Chart &chart, const Reports &reports, const RoleId &role, int level) {
    chart.levels = std::max(chart.levels, level + 1);
    const auto below = reports.find(role);
    float slot = 0;
    if (below == reports.end()) {
        slot = chart.slots + 0.5F;
        chart.slots += 1;
    } else {
        float first = 0;
        float last = 0;
        for (const RoleId &report : below->second) {
            last = place(chart, reports, report, level + 1);
            first = report == below->second.front() ? last : first;
        }
        slot = (first + last) / 2;
    }
    chart.places[role] = {slot, level};
    return slot;
}

/// Roles without any line are left out: they are many at first and say nothing.
Chart lay_out_chart(const Organisation &organisation) {
    Reports reports;
    std::vector<RoleId> tops;
    std::set<RoleId> linked;
    for (const RoleId &role : ordered(organisation.roles)) {
        const RoleId superior = superior_of(organisation, role);
        if (!superior.empty()) {
            reports[superior].push_back(role);
            linked.insert(superior);
            linked.insert(role);
        }
    }
    Chart chart;
    for (const RoleId &role : ordered(organisation.roles)) {
        if (linked.contains(role) && superior_of(organisation, role).empty()) {
            place(chart, reports, role, 0);
        }
    }
    return chart;
}

struct Frame {
    ImVec2 at;
    float slot = 0;   ///< width of a slot
    float box = 0;    ///< width of a box
    float height = 0; ///< of a box

    ImRect of(const ChartPlace &place) const {
        const float x = std::floor(at.x + place.slot * slot - slot / 2);
        const float y = std::floor(at.y + static_cast<float>(place.level) * (height + betweenLevels));
        return {{x, y}, {x + box, y + height}};
    }
};

/// Down from the superior, across, and down to the role.
void draw_solid(ImDrawList &list, const ImRect &above, const ImRect &below) {
    const float middle = std::floor((above.Max.y + below.Min.y) / 2);
    const float top = std::floor(above.GetCenter().x);
    const float bottom = std::floor(below.GetCenter().x);
    hairline_down(list, top, above.Max.y, middle, palette().edge);
    if (top != bottom) {
        hairline_across(list, std::min(top, bottom), std::max(top, bottom) + 1, middle, palette().edge);
    }
    hairline_down(list, bottom, middle, below.Min.y, palette().edge);
}

void draw_dashes(ImDrawList &list, const ImVec2 &from, const ImVec2 &to) {
    constexpr float dash = 4;
    constexpr float apart = 7;
    const float length = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
    for (float at = 0; at < length; at += apart) {
        const float end = std::min(length, at + dash);
        const auto point = [&](float part) {
            return ImVec2(from.x + (to.x - from.x) * part / length, from.y + (to.y - from.y) * part / length);
        };
        list.AddLine(point(at), point(end), palette().accentText, 1.5F);
    }
}

/// How far dotted lines stand from boxes and from solid lines.
constexpr float aside = 9;

/// Where a line may go down from one box to another without passing behind a third: where it begins, where it ends, or else beside
/// a box in between, as near to its end as may be.
float way_down_at(const Chart &chart, const Frame &frame, const ImRect &above, const ImRect &below, float begin, float end) {
    std::vector<ImRect> between;
    for (const auto &[id, place] : chart.places) {
        const ImRect box = frame.of(place);
        if (box.Min.y > above.Max.y && box.Max.y < below.Min.y) {
            between.push_back(box);
        }
    }
    const auto is_free = [&](float x) {
        return std::none_of(between.begin(), between.end(), [x](const ImRect &box) { return x > box.Min.x - 4 && x < box.Max.x + 4; });
    };
    if (is_free(begin)) {
        return begin;
    }
    std::vector<float> ways = {end};
    for (const ImRect &box : between) {
        for (const auto &[edge, away] : {std::pair(box.Min.x, -1.0F), std::pair(box.Max.x, 1.0F)}) {
            const float wide = edge + away * boxGap;
            ways.push_back(is_free(wide) ? wide : edge + away * boxGap / 2);
        }
    }
    std::erase_if(ways, [&](float x) { return !is_free(x); });
    const auto nearest =
        std::min_element(ways.begin(), ways.end(), [end](float a, float b) { return std::abs(a - end) < std::abs(b - end); });
    return nearest == ways.end() ? begin : *nearest;
}

/// Beside the solid lines, so that neither hides the other; to a superior of the same height or below, under both.
void draw_dotted(ImDrawList &list, const Chart &chart, const Frame &frame, const ImRect &above, const ImRect &below) {
    constexpr float besideMiddle = 14;
    const float side = above.GetCenter().x < below.GetCenter().x ? 1.0F : -1.0F;
    const float top = std::floor(above.GetCenter().x + side * besideMiddle);
    const float bottom = std::floor(below.GetCenter().x - side * besideMiddle);
    if (above.Max.y > below.Min.y) {
        const float across = std::floor(std::max(above.Max.y, below.Max.y) + aside + 1);
        draw_dashes(list, {top, above.Max.y}, {top, across});
        draw_dashes(list, {top, across}, {bottom, across});
        draw_dashes(list, {bottom, across}, {bottom, below.Max.y});
        return;
    }
    const float way = way_down_at(chart, frame, above, below, top, bottom);
    const float high = way == top ? below.Min.y - aside : above.Max.y + aside;
    const float low = below.Min.y - aside;
    draw_dashes(list, {top, above.Max.y}, {top, high});
    draw_dashes(list, {top, high}, {way, high});
    draw_dashes(list, {way, high}, {way, low});
    draw_dashes(list, {way, low}, {bottom, low});
    draw_dashes(list, {bottom, low}, {bottom, below.Min.y});
}

void draw_lines(const Scene &scene, const Chart &chart, const Frame &frame) {
    const Organisation &organisation = *scene.plan().organisation;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (const auto &[id, placed] : chart.places) {
        if (const ChartPlace *above = find(chart.places, superior_of(organisation, id))) {
            draw_solid(list, frame.of(*above), frame.of(placed));
        }
    }
    for (const auto &[id, placed] : chart.places) {
        if (const ChartPlace *dotted = find(chart.places, organisation.roles.at(id).dottedTo)) {
            draw_dotted(list, chart, frame, frame.of(*dotted), frame.of(placed));
        }
    }
}

bool fits_one_line(const std::string &name, float box) { return text_size(name, chartNameStyle).x <= box - 2 * besideName; }

/// All alike: as tall as the names want at this width, in two lines where one of them is too long for one.
float height_of_boxes(const Scene &scene, const Chart &chart, float width) {
    const bool one = std::all_of(chart.places.begin(), chart.places.end(), [&](const auto &entry) {
        return fits_one_line(head_name(scene.plan().organisation->roles.at(entry.first)), width);
    });
    return one ? lowestBox : lowestBox + secondLine;
}

std::string described(const Scene &scene, const Role &role) {
    std::string text = find(scene.plan().organisation->roles, role.reportsTo) == nullptr ? std::string()
                                                                                         : "reports to " + role_name(scene, role.reportsTo);
    if (find(scene.plan().organisation->roles, role.dottedTo) != nullptr) {
        text += (text.empty() ? "" : ", ") + std::string("dotted line to ") + role_name(scene, role.dottedTo);
    }
    return text;
}

void draw_box(Scene &scene, const RoleId &id, const ImRect &box) {
    const Role &role = scene.plan().organisation->roles.at(id);
    ImGui::SetCursorScreenPos(box.Min);
    const std::string name = "##box-" + id.text;
    if (ImGui::InvisibleButton(name.c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        choose_item(scene, View::organisation, id.text);
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool chosen = chosen_item(scene.state, View::organisation) == id.text;
    list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : ImGui::IsItemHovered() ? palette().hover : palette().raised, rounding);
    list.AddRect(box.Min, box.Max, chosen ? palette().accent : palette().edge, rounding);
    const std::string heads = role.headcount ? counted(static_cast<std::size_t>(*role.headcount), "person", "people") : std::string();
    const std::string shown = head_name(role);
    const bool two = !fits_one_line(shown, box.GetWidth());
    // The name and how many people, in the middle of the box.
    const float nameHeight = two ? 2 * secondLine : secondLine + 1;
    const float underName = heads.empty() ? 0 : 16;
    const float top = box.GetCenter().y - (nameHeight + underName) / 2;
    const ImRect nameBox({box.Min.x + besideName, top}, {box.Max.x - besideName, top + nameHeight});
    draw_two_lines(list, nameBox, shown, chartNameStyle);
    if (!heads.empty()) {
        draw_line(list, {{nameBox.Min.x, nameBox.Max.y}, {nameBox.Max.x, nameBox.Max.y + underName}}, heads,
                  {.size = type::tiny, .colour = palette().muted}, Align::middle);
    }
    focus_ring(box, ImGui::GetItemID());
    // Also where the chart is out of sight and there is no item.
    semantics::at(ImGui::GetID(name.c_str()), box,
                  {.role = "button", .name = role.name, .description = described(scene, role), .selected = chosen});
}

/// Nobody has drawn a line yet: what lines are for, and some to begin with.
void draw_no_lines(Scene &scene, float width) {
    body_heading("Reporting lines", "None is drawn yet");
    body_text("They say who stands above two roles that disagree, and whether the plan fits the organisation model you choose. Draw the "
              "usual ones and correct them, or choose a role above and say whom it reports to.",
              std::min(width, 640.0F));
    const PlanEdit proposed = propose_reporting_lines(scene.plan());
    const std::size_t lines = proposed.steps.size();
    if (lines > 0 && button("##propose", "Draw the usual lines",
                            {.icon = icon::wandSparkles,
                             .disabled = !scene.editable,
                             .tooltip = counted(lines, "line", "lines") + " in one step, which undo takes back"})) {
        scene.edit(proposed);
    }
}

} // namespace

void draw_chart(Scene &scene, float width) {
    const Chart chart = lay_out_chart(*scene.plan().organisation);
    if (scene.plan().organisation->roles.empty()) {
        return;
    }
    if (chart.places.empty()) {
        draw_no_lines(scene, width);
        return;
    }
    body_heading("Reporting lines",
                 std::string("Solid lines are drawn as a tree, dotted ones dashed; ") + by_hand("click", "tap") + " a box to change it");
    const float slot = std::clamp(width / chart.slots, narrowestBox + boxGap, widestBox + boxGap);
    const float needed = std::floor(slot) * chart.slots;
    const float box = std::floor(slot) - boxGap;
    const float boxHeight = height_of_boxes(scene, chart, box);
    const float height = static_cast<float>(chart.levels - 1) * (boxHeight + betweenLevels) + boxHeight + 20;
    ImGui::BeginChild("##chart", {width, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    ImVec2 at = ImGui::GetCursorScreenPos();
    at.y += 2;
    const semantics::Group group("chart", {at, {at.x + width, at.y + height}}, {.role = "group", .name = "Reporting lines"});
    const Frame frame{at, std::floor(slot), box, boxHeight};
    draw_lines(scene, chart, frame);
    for (const auto &[id, placed] : chart.places) {
        draw_box(scene, id, frame.of(placed));
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({needed, height - 6});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
