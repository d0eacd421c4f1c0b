// The weeks of one account's plan: plays in lanes of marketing, sales and success, what follows what, and when the buyer
// answered. Bars move by drag and by arrow keys, a week at a time.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/sort.h"
#include "base/text.h"
#include "ui/dragging.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"

namespace fullcourt::ui {
namespace {

constexpr float laneWidth = 76;
constexpr float engagementTimeLineHeadHeight = 42;
constexpr float engagementTimeLineBarHeight = 26;
constexpr float barRow = 32;
constexpr float answersHeight = 30;
constexpr float leastWeek = 26;
constexpr float mostWeek = 64;
constexpr float gripWidth = 8;
constexpr float timeLineDragThreshold = 4;
constexpr int fewestWeeks = 12;
constexpr int mostWeeks = 530;

struct PlayBar {
    PlayId id;
    const Play *play = nullptr;
    WeekNumber first = 0;
    int weeks = 1;
    PlayLane lane = PlayLane::other;
    int row = 0;
    std::string label;        ///< name and hours
    bool labelBeside = false; ///< it is too short for it
    ImRect box;
};

struct TimeLine {
    std::vector<PlayBar> bars;
    std::vector<PlayId> unplanned;
    WeekNumber first = 0;
    int weeks = fewestWeeks;
    float week = leastWeek; ///< width
    std::array<int, 4> rows{};
    std::array<float, 4> top{}; ///< of each lane
    float height = 0;

    float x(WeekNumber number) const { return static_cast<float>(number - first) * week; }
};

std::vector<const EngagementNote *> responses_of(const Scene &scene, const AccountId &account) {
    std::vector<const EngagementNote *> found;
    for (const auto &[id, note] : engagement_of(scene).notes) {
        if (note.account == account && note.kind == EngagementNote::Kind::response && parse_date(note.on)) {
            found.push_back(&note);
        }
    }
    return found;
}

std::string label_of(const Play &play) {
    double hours = 0;
    for (const auto &[role, effort] : play.effort) {
        hours += effort;
    }
    return (play.name.empty() ? std::string("Unnamed") : play.name) + (hours > 0 ? " · " + play_hours(hours) : std::string());
}

void take_weeks(Scene &scene, const AccountId &account, TimeLine &line) {
    const WeekNumber now = week_number(platform::today());
    WeekNumber least = now;
    WeekNumber most = now + 2;
    for (const PlayId &id : plays_of(scene, account)) {
        const Play &play = engagement_of(scene).plays.at(id);
        const std::optional<Date> start = parse_date(play.start);
        if (!start) {
            line.unplanned.push_back(id);
            continue;
        }
        PlayBar bar{.id = id,
                    .play = &play,
                    .first = week_number(*start),
                    .weeks = std::max(1, play.weeks),
                    .lane = lane_of(scene, play.owner),
                    .label = label_of(play),
                    .box = {}};
        least = std::min(least, bar.first);
        most = std::max(most, bar.first + bar.weeks);
        line.bars.push_back(bar);
    }
    // A date typed wrongly does not stretch the line beyond use.
    constexpr int back = 104;
    line.first = std::max(least, now - back) - 1;
    line.weeks = std::clamp(most + 2 - line.first, fewestWeeks, mostWeeks);
    sort_stably(line.bars, [](const PlayBar &a, const PlayBar &b) { return a.first < b.first; });
}

/// Bars of a lane stand in as few rows as they need; the name of a short bar needs room, too, and weeks to stand over.
void pack(TimeLine &line) {
    std::array<std::vector<float>, 4> ends;
    for (PlayBar &bar : line.bars) {
        std::vector<float> &rows = ends[static_cast<std::size_t>(bar.lane)];
        const float width = static_cast<float>(bar.weeks) * line.week;
        const float name = text_size(bar.label, {.size = type::small}).x;
        bar.labelBeside = name + 34 > width;
        const float begin = line.x(bar.first);
        const float end = begin + (bar.labelBeside ? width + name + 12 : width) + 4;
        auto free = std::find_if(rows.begin(), rows.end(), [&](float taken) { return taken <= begin; });
        if (free == rows.end()) {
            rows.push_back(0);
            free = rows.end() - 1;
        }
        *free = end;
        bar.row = static_cast<int>(free - rows.begin());
    }
    float y = engagementTimeLineHeadHeight + answersHeight;
    for (std::size_t lane = 0; lane < ends.size(); ++lane) {
        for (const float end : ends[lane]) {
            line.weeks = std::clamp(static_cast<int>(std::ceil(end / line.week)), line.weeks, mostWeeks);
        }
        const bool needed = lane != static_cast<std::size_t>(PlayLane::other) || !ends[lane].empty();
        line.rows[lane] = needed ? std::max(1, static_cast<int>(ends[lane].size())) : 0;
        line.top[lane] = y;
        y += static_cast<float>(line.rows[lane]) * barRow + (needed ? 8 : 0);
    }
    line.height = y;
}

// ---- Ground

void draw_weeks(ImDrawList &list, const TimeLine &line, const ImVec2 &at) {
    static const std::array<const char *, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                        "July",    "August",   "September", "October", "November", "December"};
    const WeekNumber now = week_number(platform::today());
    float freeFrom = 0;
    bool namesYear = true;
    for (int i = 0; i < line.weeks; ++i) {
        const WeekNumber week = line.first + i;
        const float x = at.x + line.x(week);
        const Date monday = monday_of_week(week);
        const Date thursday = date_after(monday, 3);
        // A month that ends soon leaves its place to the next.
        constexpr int weeksOfName = 4;
        if (i == 0 ? date_after(thursday, 7 * weeksOfName - 7).month == thursday.month : thursday.day <= 7) {
            const std::string month = std::string(months[static_cast<std::size_t>(thursday.month - 1)]) +
                                      (thursday.month == 1 || namesYear ? " " + std::to_string(thursday.year) : "");
            namesYear = false;
            const float width = text_size(month, {.size = type::tiny}).x;
            if (x >= freeFrom && x + 6 + width <= at.x + line.x(line.first + line.weeks)) {
                draw_line(list, {{x + 4, at.y}, {x + 6 + width, at.y + 18}}, month, {.size = type::tiny, .colour = palette().muted});
                freeFrom = x + width + 12;
            }
        }
        if (week == now) {
            list.AddRectFilled({x, at.y + 18}, {x + line.week, at.y + line.height}, palette().noteSoft);
        }
        hairline_down(list, x, at.y + 20, at.y + line.height);
        const std::string number = std::to_string(iso_week(monday).week);
        draw_line(list, {{x, at.y + 20}, {x + line.week, at.y + 38}}, number,
                  {.size = type::tiny, .colour = week == now ? palette().text : palette().muted, .strong = week == now}, Align::middle);
    }
}

void draw_lanes(ImDrawList &list, const TimeLine &line, const ImVec2 &at, float width) {
    const auto edge = [&](float y) { hairline_across(list, at.x, at.x + width, at.y + y); };
    draw_line(list,
              {{at.x, at.y + engagementTimeLineHeadHeight}, {at.x + laneWidth - 6, at.y + engagementTimeLineHeadHeight + answersHeight}},
              "Buyer", {.size = type::tiny, .colour = palette().muted, .strong = true});
    edge(engagementTimeLineHeadHeight);
    for (std::size_t lane = 0; lane < line.rows.size(); ++lane) {
        if (line.rows[lane] > 0) {
            edge(line.top[lane]);
            draw_line(list,
                      {{at.x, at.y + line.top[lane] + 4}, {at.x + laneWidth - 6, at.y + line.top[lane] + 4 + engagementTimeLineBarHeight}},
                      lane_name(static_cast<PlayLane>(lane)), {.size = type::tiny, .colour = palette().muted, .strong = true});
        }
    }
    edge(line.height);
}

/// From the end of what comes first to the beginning of what follows.
void draw_followings(ImDrawList &list, const TimeLine &line) {
    for (const PlayBar &bar : line.bars) {
        const auto first =
            std::find_if(line.bars.begin(), line.bars.end(), [&](const PlayBar &one) { return one.id == bar.play->follows; });
        if (first == line.bars.end()) {
            continue;
        }
        const ImVec2 from(first->box.Max.x, first->box.GetCenter().y);
        const ImVec2 to(bar.box.Min.x, bar.box.GetCenter().y);
        const ImU32 ink = palette().edge;
        const float x = std::max(from.x - 4, std::min(to.x - 5, from.x + 5));
        if (from.y == to.y) {
            list.AddLine(from, to, ink, 1.5F);
        } else {
            list.AddLine({std::min(from.x, x), from.y}, {x, from.y}, ink, 1.5F);
            list.AddLine({x, from.y}, {x, to.y}, ink, 1.5F);
            list.AddLine({x, to.y}, to, ink, 1.5F);
        }
        list.AddTriangleFilled({to.x, to.y}, {to.x - 5, to.y - 4}, {to.x - 5, to.y + 4}, ink);
    }
}

void draw_answers(Scene &scene, const AccountId &account, const TimeLine &line, const ImVec2 &at) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    int index = 0;
    for (const EngagementNote *note : responses_of(scene, account)) {
        const Date on = *parse_date(note->on);
        const WeekNumber week = week_number(on);
        if (week < line.first || week >= line.first + line.weeks) {
            continue;
        }
        const float x = at.x + line.x(week) + line.week * static_cast<float>(weekday_of(on)) / 8;
        ImGui::SetCursorScreenPos({x - 9, at.y + engagementTimeLineHeadHeight + 4});
        ImGui::InvisibleButton(("##answer" + std::to_string(++index)).c_str(), {18, answersHeight - 8}, ImGuiButtonFlags_EnableNav);
        const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        tooltip(note->on + ": " + note->text);
        focus_ring(box, ImGui::GetItemID());
        semantics::item({.role = "img", .name = "Response on " + note->on + ": " + note->text});
        draw_icon(list, box.GetCenter(), icon::messageSquare, 15, palette().accentText);
    }
}

// ---- Bars

PlanChange move_of(const PlayBar &bar, int weeks) {
    PlanChange change;
    change.kind = PlanChange::Kind::move;
    change.account = bar.play->account;
    change.play = bar.id;
    change.weeks = weeks;
    return change;
}

PlanChange length_of(const PlayBar &bar, int weeks) {
    PlanChange change;
    change.kind = PlanChange::Kind::change;
    change.account = bar.play->account;
    change.play = bar.id;
    change.after = *bar.play;
    change.after.weeks = std::max(1, bar.play->weeks + weeks);
    return change;
}

/// Arrow keys belong to the bar that has the focus, not to the way between widgets.
void handle_keys(Scene &scene, const PlayBar &bar, ImGuiID id) {
    EngagementScratch &scratch = scene.scratch.engagement;
    if (ImGui::GetFocusID() != id) {
        return;
    }
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) {
        ImGui::SetKeyOwner(key, id);
        if (!ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id)) {
            continue;
        }
        const int weeks = key == ImGuiKey_LeftArrow ? -1 : 1;
        if (!(scratch.gestureOf == bar.id)) {
            scratch.gestureOf = bar.id;
            scratch.gesture = scene.app.new_gesture();
        }
        change_plan(scene, ImGui::GetIO().KeyShift ? length_of(bar, weeks) : move_of(bar, weeks), scratch.gesture);
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Delete, false)) {
        PlanChange change;
        change.kind = PlanChange::Kind::remove;
        change.account = bar.play->account;
        change.play = bar.id;
        change_plan(scene, change);
    }
}

enum class Held { no, still, moving, dropped };

/// Lets the bar go where it was dropped.
Held handle_mouse(Scene &scene, const PlayBar &bar, const TimeLine &line, ImGuiID id) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const float x = ImGui::GetIO().MousePos.x;
    const float along = x + ImGui::GetScrollX(); // the weeks may scroll on the way
    if (ImGui::GetActiveID() == id && scene.editable && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        scratch.held = bar.id;
        scratch.heldFrom = along;
        scratch.heldWeeks = 0;
        scratch.resizing = x > bar.box.Max.x - gripWidth && bar.box.GetWidth() > 2 * gripWidth;
    }
    if (!(scratch.held == bar.id)) {
        return Held::no;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        const float moved = along - scratch.heldFrom;
        scratch.heldWeeks = std::abs(moved) < timeLineDragThreshold ? 0 : static_cast<int>(std::lround(moved / line.week));
        if (scratch.resizing) {
            scratch.heldWeeks = std::max(scratch.heldWeeks, 1 - bar.weeks);
        }
        if (scratch.heldWeeks == 0) {
            return Held::still;
        }
        scroll_at_edges(ImGui::GetCurrentWindow()->InnerRect, Along::across);
        return Held::moving;
    }
    const int weeks = std::exchange(scratch.heldWeeks, 0);
    scratch.held = PlayId();
    if (weeks == 0) {
        return Held::no;
    }
    change_plan(scene, scratch.resizing ? length_of(bar, weeks) : move_of(bar, weeks));
    scratch.startWhy = scratch.waiting.kind != PlanChange::Kind::none;
    return Held::dropped;
}

void draw_bar(ImDrawList &list, const PlayBar &bar, const ImRect &box, bool chosen) {
    const PlayStatus status = bar.play->status;
    const bool running = status == PlayStatus::running;
    const bool over = status == PlayStatus::done || status == PlayStatus::dropped;
    const ImU32 ground = running ? palette().accent : over ? palette().hover : palette().surface;
    const ImU32 ink = running ? palette().onAccent : over ? palette().muted : palette().text;
    list.AddRectFilled(box.Min, box.Max, ground, 5);
    list.AddRect(box.Min, box.Max, chosen ? palette().text : over ? palette().edge : palette().accent, 5, 0, chosen ? 2.0F : 1.5F);
    draw_icon(list, {box.Min.x + std::min(13.0F, box.GetWidth() / 2), box.GetCenter().y}, status_icon(status), 13, ink);
    const float width = text_size(bar.label, {.size = type::small}).x;
    const ImRect text = bar.labelBeside ? ImRect({box.Max.x + 6, box.Min.y}, {box.Max.x + 8 + width, box.Max.y})
                                        : ImRect({box.Min.x + 24, box.Min.y}, {box.Max.x - 4, box.Max.y});
    if (bar.labelBeside) {
        // What follows what passes behind a name.
        list.AddRectFilled({text.Min.x - 2, box.GetCenter().y - 9}, {text.Max.x, box.GetCenter().y + 9}, palette().surface);
    }
    draw_line(list, text, bar.label, {.size = type::small, .colour = bar.labelBeside ? (over ? palette().muted : palette().text) : ink});
    if (status == PlayStatus::dropped) {
        list.AddLine({text.Min.x, box.GetCenter().y}, {std::min(text.Max.x, text.Min.x + width), box.GetCenter().y}, palette().muted);
    }
}

void draw_play(Scene &scene, PlayBar &bar, const TimeLine &line) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const bool chosen = chosen_item(scene.state, View::engagement) == bar.id.text;
    ImGui::SetCursorScreenPos(bar.box.Min);
    const bool clicked = ImGui::InvisibleButton(("##play-" + bar.id.text).c_str(), bar.box.GetSize(), ImGuiButtonFlags_EnableNav);
    const ImGuiID id = ImGui::GetItemID();
    const Play *first = find(engagement_of(scene).plays, bar.play->follows);
    const std::string hours = effort_words(scene, bar.play->effort);
    const std::string facts = weeks_words(*bar.play) + ", " + status_word(bar.play->status) + (hours.empty() ? "" : ", " + hours) +
                              (first == nullptr ? "" : ", after " + quoted(first->name));
    if (ImGui::IsItemHovered() && ImGui::GetIO().MousePos.x > bar.box.Max.x - gripWidth) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    }
    if (scratch.held.empty()) {
        tooltip(quoted(bar.play->name) + ": " + facts);
    }
    semantics::item(
        {.role = "button",
         .name = bar.play->name,
         .value = facts,
         .description = by_hand("Arrow keys move it by a week, with Shift they change its length", "Held and carried, it moves"),
         .selected = chosen});
    offer_grip(scene, platform::Grip::lifted, bar.box);
    if (bar.box.GetWidth() > 2 * gripWidth) {
        offer_grip(scene, platform::Grip::across, {{bar.box.Max.x - gripWidth, bar.box.Min.y}, bar.box.Max});
    }
    const Held held = handle_mouse(scene, bar, line, id);
    const bool dragged = held == Held::moving;
    handle_keys(scene, bar, id);
    if (clicked && scratch.waiting.play == bar.id) {
        scratch.startWhy = true; // on to the reason
    } else if ((clicked && held != Held::dropped) || ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
        choose_item(scene, View::engagement, bar.id.text);
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImRect box = bar.box;
    int shift = dragged && !scratch.resizing ? scratch.heldWeeks : 0;
    int longer = dragged && scratch.resizing ? scratch.heldWeeks : 0;
    if (scratch.waiting.play == bar.id && !dragged) {
        shift = scratch.waiting.kind == PlanChange::Kind::move ? scratch.waiting.weeks : 0;
        longer = scratch.waiting.kind == PlanChange::Kind::change ? scratch.waiting.after.weeks - bar.weeks : 0;
    }
    if (shift != 0 || longer != 0) { // where it was stays to be seen
        list.AddRect(box.Min, box.Max, palette().edge, 5);
        box.Min.x += static_cast<float>(shift) * line.week;
        box.Max.x += static_cast<float>(shift + longer) * line.week;
    }
    draw_bar(list, bar, box, chosen);
    focus_ring(bar.box, id, 5);
}

void draw_unplanned(Scene &scene, const TimeLine &line, float width) {
    if (line.unplanned.empty()) {
        return;
    }
    body_heading("Not planned in time", "Give them a week in the details");
    for (const PlayId &id : line.unplanned) {
        const Play &play = engagement_of(scene).plays.at(id);
        const Row row = begin_row("unplanned-" + id.text, play.name,
                                  {.width = width, .height = 32, .chosen = chosen_item(scene.state, View::engagement) == id.text});
        draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y}, {row.box.Max.x - 8, row.box.Max.y}}, play.name,
                  {.size = type::small + 1});
        if (row.clicked) {
            choose_item(scene, View::engagement, id.text);
        }
    }
}

} // namespace

void draw_time_line(Scene &scene, const AccountId &account, const ImVec2 &size) {
    TimeLine line;
    take_weeks(scene, account, line);
    const float room = size.x - laneWidth;
    line.week = std::clamp(std::floor(room / static_cast<float>(line.weeks)), leastWeek, mostWeek);
    if (static_cast<float>(line.weeks) * line.week < room) {
        line.weeks = std::min(mostWeeks, static_cast<int>(std::ceil(room / line.week)));
    }
    pack(line);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_lanes(*ImGui::GetWindowDrawList(), line, at, size.x);
    ImGui::SetCursorScreenPos({at.x + laneWidth, at.y});
    const float whole = static_cast<float>(line.weeks) * line.week;
    const float bar = whole > room ? ImGui::GetStyle().ScrollbarSize : 0;
    ImGui::BeginChild("##weeks", {room, line.height + bar + 2}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    {
        const ImVec2 origin = ImGui::GetCursorScreenPos();
        const semantics::Group group("time-line", {origin, {origin.x + room, origin.y + line.height}},
                                     {.role = "group", .name = "Weeks of the plan"});
        ImDrawList &list = *ImGui::GetWindowDrawList();
        draw_weeks(list, line, origin);
        for (PlayBar &one : line.bars) {
            const float y = origin.y + line.top[static_cast<std::size_t>(one.lane)] + 4 + static_cast<float>(one.row) * barRow;
            one.box = {{origin.x + line.x(one.first) + 2, y},
                       {origin.x + line.x(one.first + one.weeks) - 1, y + engagementTimeLineBarHeight}};
        }
        draw_followings(list, line);
        draw_answers(scene, account, line, origin);
        for (PlayBar &one : line.bars) {
            draw_play(scene, one, line);
        }
        ImGui::SetCursorScreenPos(origin);
        ImGui::Dummy({whole, line.height});
    }
    ImGui::EndChild();
    if (!scene.scratch.engagement.held.empty() && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        scene.scratch.engagement.held = PlayId(); // its bar is gone
    }
    draw_unplanned(scene, line, size.x);
}

} // namespace fullcourt::ui
