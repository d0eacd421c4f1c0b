#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "ui/program_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float labelHeight = 20;

ImU32 faded(ImU32 ink, ImU32 alpha) { return (ink & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT); }

std::string percent_words(const std::optional<double> &share) {
    return share ? to_text(std::round(*share * 100)) + " %" : std::string("–");
}

std::string days_words(const StepFigures &step) {
    return step.medianDays ? counted(static_cast<std::size_t>(std::lround(*step.medianDays)), "day", "days") : std::string("–");
}

float share_of(double value, double most) { return most > 0 ? static_cast<float>(std::clamp(value / most, 0.0, 1.0)) : 0; }

/// A number in the bar where it has room, else right of it.
void draw_bar_number(ImDrawList &list, const ImRect &bar, const std::string &words) {
    const TextStyle style{.size = type::small, .strong = true};
    const float width = text_size(words, style).x;
    if (width + 12 < bar.GetWidth()) {
        draw_line(list, bar, words, {.size = type::small, .colour = palette().onAccent, .strong = true}, Align::middle);
    } else {
        draw_line(list, {{bar.Max.x + 6, bar.Min.y}, {bar.Max.x + 12 + width, bar.Max.y}}, words, style);
    }
}

double most_of(const std::vector<Bar> &bars) {
    double most = 0;
    for (const Bar &bar : bars) {
        most = std::max(most, bar.value);
    }
    return most;
}

std::string value_words(double value) { return grouped(to_text(value < 10 ? std::round(value * 10) / 10 : std::round(value))); }

} // namespace

void draw_funnel(ImDrawList &list, const ImRect &box, const std::vector<StageFigures> &stages, const std::vector<StepFigures> &steps) {
    if (stages.empty()) {
        return;
    }
    constexpr float labelWidth = 96;
    constexpr float stepWidth = 118;
    const std::size_t way = steps.size() + 1;
    double most = 0;
    for (std::size_t i = 0; i < std::min(way, stages.size()); ++i) {
        most = std::max(most, static_cast<double>(stages[i].reached));
    }
    const float each = box.GetHeight() / static_cast<float>(stages.size());
    const float height = std::min(30.0F, each * 0.66F);
    const float middle = (box.Min.x + labelWidth + box.Max.x - stepWidth) / 2;
    const float widest = box.Max.x - stepWidth - box.Min.x - labelWidth;
    const auto bar_of = [&](std::size_t i) {
        const float half = std::max(1.5F, widest / 2 * share_of(static_cast<double>(stages[i].reached), most));
        const float y = box.Min.y + each * static_cast<float>(i);
        return ImRect({middle - half, y}, {middle + half, y + height});
    };
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const bool onWay = i < way;
        const ImRect bar = bar_of(i);
        draw_line(list, {{box.Min.x, bar.Min.y}, {box.Min.x + labelWidth - 8, bar.Max.y}}, capitalised(stages[i].name),
                  {.size = type::small + 1, .colour = onWay ? palette().text : palette().muted});
        if (onWay && i + 1 < way) {
            const ImRect next = bar_of(i + 1);
            list.AddQuadFilled(bar.GetBL(), bar.GetBR(), next.GetTR(), next.GetTL(), faded(palette().accent, 50));
            const StepFigures &step = steps[i];
            const std::string days = step.medianDays ? ", " + days_words(step) : std::string();
            draw_line(list, {{box.Max.x - stepWidth + 8, bar.GetCenter().y}, {box.Max.x, bar.GetCenter().y + each}},
                      "↓ " + percent_words(step.rate) + days, {.size = type::small, .colour = palette().muted});
        }
        list.AddRectFilled(bar.Min, bar.Max, onWay ? palette().accent : palette().edge, 3);
        if (onWay) {
            draw_bar_number(list, bar, std::to_string(stages[i].reached));
        } else {
            draw_line(list, {{bar.Max.x + 6, bar.Min.y}, {bar.Max.x + 60, bar.Max.y}}, std::to_string(stages[i].reached),
                      {.size = type::small, .strong = true});
        }
    }
}

void draw_movement(ImDrawList &list, const ImRect &box, const std::vector<StageFigures> &stages) {
    constexpr float labelWidth = 96;
    constexpr float numberWidth = 40;
    double most = 1;
    for (const StageFigures &stage : stages) {
        most = std::max({most, static_cast<double>(stage.entered), static_cast<double>(stage.before)});
    }
    const float legend = 22;
    const float each = (box.GetHeight() - legend) / static_cast<float>(std::max<std::size_t>(1, stages.size()));
    const float thick = std::min(11.0F, each * 0.32F);
    const float room = box.GetWidth() - labelWidth - numberWidth;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const float y = box.Min.y + each * static_cast<float>(i);
        const float left = box.Min.x + labelWidth;
        draw_line(list, {{box.Min.x, y}, {left - 8, y + 2 * thick + 3}}, capitalised(stages[i].name), {.size = type::small + 1});
        const auto bar = [&](float top, std::size_t value, ImU32 ink, ImU32 text) {
            const float width = room * share_of(static_cast<double>(value), most);
            if (value > 0) {
                list.AddRectFilled({left, top}, {left + std::max(2.0F, width), top + thick}, ink, 2);
            }
            draw_line(list, {{left + width + 6, top - 4}, {left + width + 6 + numberWidth, top + thick + 4}}, std::to_string(value),
                      {.size = type::tiny, .colour = text, .strong = true});
        };
        bar(y, stages[i].entered, palette().accent, palette().text);
        bar(y + thick + 3, stages[i].before, palette().edge, palette().muted);
    }
    const float y = box.Max.y - legend + 4;
    list.AddRectFilled({box.Min.x + labelWidth, y + 4}, {box.Min.x + labelWidth + 10, y + 14}, palette().accent, 2);
    draw_line(list, {{box.Min.x + labelWidth + 16, y}, {box.Min.x + labelWidth + 120, y + 18}}, "Last 90 days",
              {.size = type::tiny, .colour = palette().muted});
    list.AddRectFilled({box.Min.x + labelWidth + 124, y + 4}, {box.Min.x + labelWidth + 134, y + 14}, palette().edge, 2);
    draw_line(list, {{box.Min.x + labelWidth + 140, y}, {box.Min.x + labelWidth + 260, y + 18}}, "The 90 before",
              {.size = type::tiny, .colour = palette().muted});
}

void draw_columns(ImDrawList &list, const ImRect &box, const std::vector<Bar> &bars) {
    if (bars.empty()) {
        return;
    }
    const double most = most_of(bars);
    const float each = box.GetWidth() / static_cast<float>(bars.size());
    const float top = box.Min.y + labelHeight;
    const float bottom = box.Max.y - labelHeight;
    hairline_across(list, box.Min.x, box.Max.x, bottom);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const float middle = box.Min.x + each * (static_cast<float>(i) + 0.5F);
        const float half = std::min(30.0F, each * 0.34F);
        const float height = (bottom - top) * share_of(bars[i].value, most);
        const ImRect bar({middle - half, bottom - std::max(bars[i].value > 0 ? 2.0F : 0.0F, height)}, {middle + half, bottom});
        list.AddRectFilled(bar.Min, bar.Max, bars[i].strong ? palette().accent : faded(palette().accent, 110), 3,
                           ImDrawFlags_RoundCornersTop);
        draw_line(list, {{middle - each / 2, bar.Min.y - labelHeight}, {middle + each / 2, bar.Min.y}}, value_words(bars[i].value),
                  {.size = type::tiny, .colour = bars[i].value > 0 ? palette().text : palette().muted, .strong = true}, Align::middle);
        draw_line(list, {{middle - each / 2 + 1, bottom + 2}, {middle + each / 2 - 1, box.Max.y}}, bars[i].label,
                  {.size = type::tiny, .colour = palette().muted}, Align::middle);
    }
}

/// Whether the number stands below its point, since the line leaves the point upwards on both sides.
bool stands_under_line(const std::vector<ImVec2> &corners, std::size_t i, float bottom) {
    const bool rises = (i == 0 || corners[i - 1].y < corners[i].y) && (i + 1 == corners.size() || corners[i + 1].y < corners[i].y);
    return rises && corners[i].y + 4 + labelHeight < bottom;
}

/// To which side the number over a point moves, where the line climbs past it on the other: -1 left, 1 right, 0 neither.
float away_from_line(const std::vector<ImVec2> &corners, std::size_t i) {
    const bool climbsTo = i > 0 && corners[i - 1].y > corners[i].y;
    const bool climbsOn = i + 1 < corners.size() && corners[i + 1].y < corners[i].y;
    const bool fallsFrom = i > 0 && corners[i - 1].y < corners[i].y;
    const bool fallsOn = i + 1 < corners.size() && corners[i + 1].y > corners[i].y;
    return climbsTo && climbsOn ? -1.0F : fallsFrom && fallsOn ? 1.0F : 0;
}

void draw_trend(ImDrawList &list, const ImRect &box, const std::vector<Bar> &points) {
    if (points.empty()) {
        return;
    }
    const double most = std::max(1.0, most_of(points));
    const float each = box.GetWidth() / static_cast<float>(points.size());
    const float top = box.Min.y + labelHeight;
    const float bottom = box.Max.y - labelHeight;
    std::vector<ImVec2> corners;
    for (std::size_t i = 0; i < points.size(); ++i) {
        corners.emplace_back(box.Min.x + each * (static_cast<float>(i) + 0.5F), bottom - (bottom - top) * share_of(points[i].value, most));
    }
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        list.AddQuadFilled(corners[i], corners[i + 1], {corners[i + 1].x, bottom}, {corners[i].x, bottom}, faded(palette().accent, 40));
    }
    hairline_across(list, box.Min.x, box.Max.x, bottom);
    list.AddPolyline(corners.data(), static_cast<int>(corners.size()), palette().accent, 0, 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        list.AddCircleFilled(corners[i], 3, palette().accent);
        const std::string words = value_words(points[i].value);
        const TextStyle style{.size = type::tiny, .colour = points[i].value > 0 ? palette().text : palette().muted};
        const float y = stands_under_line(corners, i, bottom) ? corners[i].y + 4 : corners[i].y - labelHeight - 2;
        const float x = corners[i].x + away_from_line(corners, i) * text_size(words, style).x / 2;
        draw_line(list, {{x - each / 2, y}, {x + each / 2, y + labelHeight}}, words, style, Align::middle);
        draw_line(list, {{corners[i].x - each / 2 + 1, bottom + 2}, {corners[i].x + each / 2 - 1, box.Max.y}}, points[i].label,
                  {.size = type::tiny, .colour = palette().muted}, Align::middle);
    }
}

FigureTable funnel_numbers(const std::vector<StageFigures> &stages, const std::vector<StepFigures> &steps) {
    FigureTable table{{"Stage", "In it now", "Reached it", "Went on", "Median days"}, {}};
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const StepFigures *step = i < steps.size() ? &steps[i] : nullptr;
        table.rows.push_back({capitalised(stages[i].name), std::to_string(stages[i].now), std::to_string(stages[i].reached),
                              step == nullptr ? "–" : percent_words(step->rate),
                              step == nullptr || !step->medianDays
                                  ? "–"
                                  : to_text(std::round(*step->medianDays)) + " (of " + std::to_string(step->timed) + ")"});
    }
    return table;
}

FigureTable movement_numbers(const std::vector<StageFigures> &stages) {
    FigureTable table{{"Stage", "Last 90 days", "The 90 before"}, {}};
    for (const StageFigures &stage : stages) {
        table.rows.push_back({capitalised(stage.name), std::to_string(stage.entered), std::to_string(stage.before)});
    }
    return table;
}

FigureTable bar_numbers(const std::string &label, const std::string &value, const std::vector<Bar> &bars) {
    FigureTable table{{label, value}, {}};
    for (const Bar &bar : bars) {
        table.rows.push_back({bar.label, value_words(bar.value)});
    }
    return table;
}

std::string month_words(const std::string &month) {
    static constexpr std::array<const char *, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::size_t monthAt = 5;
    const std::optional<double> number = month.size() == 7 ? parse_number(month.substr(monthAt)) : std::nullopt;
    if (!number || *number < 1 || *number > 12) {
        return month;
    }
    const auto index = static_cast<std::size_t>(*number) - 1;
    return index == 0 ? "Jan " + month.substr(2, 2) : names[index];
}

} // namespace fullcourt::ui
