// The rhythm: which meetings there are, who sits in them, what they take of a week, and what comes out of them.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/agenda.h"
#include "analysis/hours.h"
#include "analysis/rhythm.h"
#include "analysis/rules.h"
#include "base/date.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float rowHeight = 52;

const Collection<Meeting> &meetings_of(const Scene &scene) { return scene.plan().governance->meetings; }

// ---- The list

std::string when_words(const Meeting &meeting) {
    return capitalised(period_words(meeting.period)) + " · " + minutes_words(meeting.minutes) + (meeting.perPod ? " · each pod" : "");
}

void draw_meeting(Scene &scene, const SectionPage &page, const MeetingId &id, const Meeting &meeting, float width) {
    const Row row = item_row(scene, page, id.text, meeting.name.empty() ? "Unnamed" : meeting.name,
                             {.width = width, .height = rowHeight, .value = when_words(meeting)});
    const float middle = row.box.GetCenter().y;
    const float names = row.box.Min.x + width * 0.46F;
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y + 6}, {names - 12, middle + 1}},
              meeting.name.empty() ? "Unnamed" : meeting.name, {.strong = true});
    draw_line(*row.list, {{row.box.Min.x + 12, middle + 1}, {names - 12, row.box.Max.y - 5}}, when_words(meeting),
              {.size = type::small, .colour = palette().muted});
    const float mark = draw_mark(scene, PlanSection::cadences, id.text, {row.box.Max.x - 8, middle});
    draw_labels(*row.list, {{names, row.box.Min.y}, {row.box.Max.x - 16 - mark, row.box.Max.y}}, role_heads(scene, meeting.attendees),
                "Nobody yet");
}

void draw_meetings(Scene &scene, const SectionPage &page, float width) {
    const std::vector<MeetingId> order = ordered(meetings_of(scene));
    if (order.empty()) {
        draw_empty_state({icon::calendar, "Which meetings keep it moving?",
                          "Name the few that stand: a weekly sync of each pod, a monthly look with sales leadership, a quarterly workshop. "
                          "Then tick who attends."},
                         width);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("meetings", {at, at}, {.role = "list", .name = "Meetings"});
    for (const MeetingId &id : order) {
        draw_meeting(scene, page, id, meetings_of(scene).at(id), width);
    }
    const std::vector<std::string> names = add_field(scene, "meeting", "Add a meeting", "Add a meeting, or paste a list", width);
    if (!names.empty()) {
        std::vector<MeetingId> made;
        scene.edit(add_meetings(scene.plan(), names, {}, scene.app.bits(), &made));
        choose_item(scene, View::cadences, made.back().text);
    }
}

// ---- The quarter

/// A dot for each week in which it is held, as large as the meeting is long.
void draw_weeks(ImDrawList &list, const Meeting &meeting, const ImRect &box) {
    const std::array<int, weeksAQuarter> weeks = weeks_held(meeting);
    const float each = box.GetWidth() / weeksAQuarter;
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        const ImVec2 centre(box.Min.x + each * (static_cast<float>(week) + 0.5F), box.GetCenter().y);
        list.AddCircleFilled(centre, 1.5F, palette().edge);
        if (weeks[week] > 0) {
            const float radius = std::clamp(2.5F + std::sqrt(static_cast<float>(meeting.minutes * weeks[week])) / 2, 4.0F, 11.0F);
            list.AddCircleFilled(centre, radius, palette().accent);
        }
    }
}

void draw_quarter(const Scene &scene, float width) {
    if (meetings_of(scene).empty()) {
        return;
    }
    body_heading("A quarter", "13 weeks; the larger the dot, the longer the meeting");
    const float left = width * 0.42F;
    for (const MeetingId &id : ordered(meetings_of(scene))) {
        const Meeting &meeting = meetings_of(scene).at(id);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        draw_line(list, {{at.x + 12, at.y}, {at.x + left - 12, at.y + 32}}, meeting.name, {.size = type::small + 1});
        draw_weeks(list, meeting, {{at.x + left, at.y}, {at.x + width, at.y + 32}});
        list.AddRectFilled({at.x, at.y + 32}, {at.x + width, at.y + 33}, palette().line);
        semantics::at(ImGui::GetID(("##quarter-" + id.text).c_str()), {at, {at.x + width, at.y + 32}},
                      {.role = "text", .name = meeting.name, .value = period_words(meeting.period)});
        ImGui::Dummy({width, 34});
    }
}

// ---- Hours a week

struct RoleHours {
    RoleId role;
    WeeklyHours week;
};

std::vector<RoleHours> hours_of(const Scene &scene) {
    std::vector<RoleHours> rows;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        WeeklyHours week = weekly_hours(scene.plan(), role);
        if (week.hours > 0) {
            rows.push_back({role, std::move(week)});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RoleHours &a, const RoleHours &b) { return a.week.hours > b.week.hours; });
    return rows;
}

/// Each term of the sum as its meeting, how it comes about, and its share of the week.
void draw_terms(Scene &scene, const RoleHours &hours, float width) {
    for (const MeetingHours &term : hours.week.terms) {
        const Meeting &meeting = meetings_of(scene).at(term.meeting);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const TextStyle style{.size = type::small, .colour = palette().muted};
        const std::string times = term.times > 1 ? ", for " + std::to_string(term.times) + " pods" : std::string();
        const std::string text = meeting.name + ": " + minutes_words(meeting.minutes) + " " + period_words(meeting.period) + times;
        draw_line(list, {{at.x + 36, at.y}, {at.x + width - 90, at.y + 24}}, text, style);
        const std::string share = hours_words(term.hoursAWeek);
        draw_line(list, {{at.x + width - 90, at.y}, {at.x + width - 12, at.y + 24}}, share, style, Align::right);
        semantics::at(ImGui::GetID(("##term-" + hours.role.text + term.meeting.text).c_str()), {at, {at.x + width, at.y + 24}},
                      {.role = "text", .name = text, .value = share});
        ImGui::Dummy({width, 24});
    }
    gap(8);
}

void draw_role_hours(Scene &scene, const RoleHours &hours, double limit, double most, float width) {
    bool &open = scene.scratch.folded["hours-" + hours.role.text];
    const std::string name = role_name(scene, hours.role);
    const std::string figure = hours_words(hours.week.hours) + " a week";
    const Row row = begin_row("hours-" + hours.role.text, name, {.width = width, .height = 36, .value = figure});
    if (row.clicked) {
        open = !open;
    }
    const ImRect &box = row.box;
    draw_icon(*row.list, {box.Min.x + 18, box.GetCenter().y}, open ? icon::chevronDown : icon::chevronRight, 14, palette().muted);
    const float bars = box.Min.x + width * 0.42F;
    draw_line(*row.list, {{box.Min.x + 34, box.Min.y}, {bars - 8, box.Max.y}}, name, {.size = type::small + 1});
    const float room = box.Max.x - 110 - bars;
    const bool heavy = hours.week.hours > limit;
    const float length = std::max(3.0F, room * static_cast<float>(hours.week.hours / most));
    const ImRect bar({bars, box.GetCenter().y - 5}, {bars + length, box.GetCenter().y + 5});
    row.list->AddRectFilled(bar.Min, bar.Max, heavy ? palette().warning : palette().accent, 3);
    const float mark = bars + room * static_cast<float>(limit / most);
    row.list->AddLine({mark, box.Min.y + 6}, {mark, box.Max.y - 6}, palette().edge);
    draw_line(*row.list, {{box.Max.x - 104, box.Min.y}, {box.Max.x - 12, box.Max.y}}, hours_words(hours.week.hours),
              {.size = type::small + 1, .colour = heavy ? palette().warning : palette().text, .strong = true}, Align::right);
    if (open) {
        draw_terms(scene, hours, width);
    }
}

void draw_hours(Scene &scene, float width) {
    const std::vector<RoleHours> rows = hours_of(scene);
    if (rows.empty()) {
        return;
    }
    const double limit = threshold(*scene.plan().settings, "cadence.load.hours");
    body_heading("Hours a week in meetings", "One person in the role; the line marks " + hours_words(limit));
    const double most = std::max(limit * 1.15, rows.front().week.hours);
    for (const RoleHours &hours : rows) {
        draw_role_hours(scene, hours, limit, most, width);
    }
}

// ---- Details

void draw_length(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    if (const auto minutes = number_field(scene, "Length", id.text, meeting.minutes, {.least = 1, .most = 10'000, .unit = "minutes"});
        minutes && *minutes) {
        Meeting changed = meeting;
        changed.minutes = **minutes;
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
}

void draw_who(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    if (const auto who = role_chips(scene, "Who attends", meeting.attendees)) {
        Meeting changed = meeting;
        changed.attendees = *who;
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
    if (switch_field(scene, "Each pod holds its own", meeting.perPod,
                     "A pod is an account executive and the account marketer assigned to the same accounts.")) {
        Meeting changed = meeting;
        changed.perPod = !meeting.perPod;
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
}

void draw_contents(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    if (const auto topics = lines_field(scene, "Topics", id.text, meeting.topics, {.hint = "One a line"})) {
        Meeting changed = meeting;
        changed.topics = topics->lines;
        scene.edit(change_meeting(scene.plan(), id, changed), topics->gesture);
    }
    if (const auto outputs = lines_field(scene, "What comes out of it", id.text, meeting.outputs, {.hint = "One a line"})) {
        Meeting changed = meeting;
        changed.outputs = outputs->lines;
        scene.edit(change_meeting(scene.plan(), id, changed), outputs->gesture);
    }
}

const std::array<std::string, 8> weekdayNames = {"No fixed day", "Monday", "Tuesday",  "Wednesday",
                                                 "Thursday",     "Friday", "Saturday", "Sunday"};

void draw_day(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    if (const auto day = choice_field(scene, "Day", weekdayNames, static_cast<int>(meeting.weekday))) {
        Meeting changed = meeting;
        changed.weekday = static_cast<Weekday>(*day);
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
    const std::string shown = meeting.startMinutes ? time_words(*meeting.startMinutes) : std::string();
    if (const auto typed =
            line_field(scene, "Starts at", id.text, shown, {.hint = "9:30", .help = "In nobody's time zone: as the room says it."})) {
        const std::optional<int> start = minutes_of_day(*typed);
        if (start || trimmed(*typed).empty()) {
            Meeting changed = meeting;
            changed.startMinutes = start;
            scene.edit(change_meeting(scene.plan(), id, changed));
        }
    }
}

void copy_button(const char *id, const std::string &label, const std::string &text) {
    ImGui::SetCursorPosX(panelInset - 8);
    if (button(id, label, {.icon = icon::copy, .look = Look::quiet, .tooltip = text})) {
        platform::copy_text(text);
        platform::announce("It is on the clipboard.", false);
    }
}

void draw_sending(Scene &scene, const MeetingId &id) {
    caption("To send");
    copy_button("##agenda", "Copy the agenda", agenda_text(scene.plan(), id));
    copy_button("##summary", "Copy a summary for the chat", meeting_summary(scene.plan(), id));
}

/// Whether today's was held; and how many of the last ones were.
void draw_held(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    std::size_t held = 0;
    for (const auto &[date, took_place] : meeting.held) {
        held += took_place ? 1 : 0;
    }
    caption(meeting.held.empty() ? "Was it held today?"
                                 : "Held " + std::to_string(held) + " of " + counted(meeting.held.size(), "time", "times") + "; today?");
    const std::string today = to_text(platform::today());
    const bool *now = find(meeting.held, today);
    const std::array<std::string, 3> labels = {"Not said", "Held", "Skipped"};
    ImGui::BeginChild("##held", {panelWidth - 2 * panelInset, controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = segments("##held-today", "Held today", labels, now == nullptr ? 0 : *now ? 1 : 2);
    ImGui::EndChild();
    if (picked && scene.editable) {
        scene.edit(tick_meeting(scene.plan(), id, today, *picked == 0 ? std::nullopt : std::optional<bool>(*picked == 1)));
    }
}

void draw_details(Scene &scene) {
    const MeetingId id{chosen_item(scene.state, View::cadences)};
    const Meeting *meeting = find(meetings_of(scene), id);
    if (meeting == nullptr) {
        details_hint("Choose a meeting to see who attends, what it is about and what comes out of it.");
        return;
    }
    details_heading("Meeting", meeting->name);
    if (const auto name = line_field(scene, "Name", id.text, meeting->name)) {
        Meeting changed = *meeting;
        changed.name = *name;
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
    if (const auto period = period_field(scene, "How often", meeting->period)) {
        Meeting changed = *meeting;
        changed.period = *period;
        scene.edit(change_meeting(scene.plan(), id, changed));
    }
    draw_length(scene, id, *meeting);
    draw_day(scene, id, *meeting);
    draw_who(scene, id, *meeting);
    draw_contents(scene, id, *meeting);
    draw_sending(scene, id);
    draw_held(scene, id, *meeting);
    if (remove_button(scene, "Delete the meeting")) {
        scene.edit(remove_meetings(scene.plan(), {id}));
    }
}

} // namespace

void draw_cadences(Scene &scene) {
    SectionPage page{.view = View::cadences,
                     .section = PlanSection::cadences,
                     .title = "Cadences",
                     .purpose = "Which meetings stand, who sits in them, and what they take of a week.",
                     .body = {},
                     .details = draw_details};
    page.body = [&page](Scene &inner, float width) {
        draw_meetings(inner, page, width);
        draw_quarter(inner, width);
        draw_hours(inner, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
