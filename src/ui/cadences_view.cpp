// The rhythm: which meetings there are, who sits in them, what they take of a week, and what comes out of them.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/agenda.h"
#include "analysis/rhythm.h"
#include "base/date.h"
#include "base/date_words.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/cadences_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float cadencesRowHeight = 52;

const Collection<Meeting> &meetings_of(const Scene &scene) { return scene.plan().governance->meetings; }

// ---- The list

std::string when_words(const Meeting &meeting) {
    return capitalised(period_words(meeting.period)) + " · " + minutes_words(meeting.minutes) + (meeting.perPod ? " · each pod" : "");
}

void draw_meeting(Scene &scene, const SectionPage &page, const MeetingId &id, const Meeting &meeting, float width) {
    const std::string name = meeting.name.empty() ? "Unnamed" : meeting.name;
    const std::vector<std::string> attendees = role_heads(scene, meeting.attendees);
    constexpr float markRoom = 48;
    constexpr float whenHeight = 20;
    const TextStyle strong{.strong = true};
    const float before = std::round(width * 0.46F);
    const float nameWidth = before - 24;
    const float said = wrapped_height(name, strong, nameWidth) + whenHeight;
    const float height = std::max({cadencesRowHeight, said + 12, labels_height(attendees, width - before - markRoom) + 12});
    const Row row = item_row(scene, page, id.text, name, {.width = width, .height = height, .value = when_words(meeting)});
    const float middle = row.box.GetCenter().y;
    const float names = row.box.Min.x + before;
    const float left = row.box.Min.x + 12;
    const float top = std::round(middle - said / 2);
    draw_wrapped(*row.list, {left, top}, name, strong, nameWidth);
    draw_line(*row.list, {{left, top + said - whenHeight}, {left + nameWidth, top + said}}, when_words(meeting),
              {.size = type::small, .colour = palette().muted});
    draw_mark(scene, PlanSection::cadences, id.text, {row.box.Max.x - 8, middle});
    draw_labels(*row.list, {{names, row.box.Min.y}, {row.box.Max.x - markRoom, row.box.Max.y}}, attendees, "Nobody yet");
}

void draw_meetings(Scene &scene, const SectionPage &page, float width) {
    const std::vector<MeetingId> order = ordered(meetings_of(scene));
    if (order.empty()) {
        draw_empty_state({icon::calendar, "Which meetings keep it moving?",
                          "Name the few that stand: a weekly sync of each pod, a monthly look with sales leadership, a quarterly workshop. "
                          "Then tick who attends. Type or paste them below, or begin with those of the reference model."},
                         width);
        draw_reference_offer(scene, PlanSection::cadences, "Start with four usual meetings");
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("meetings", {at, at}, {.role = "list", .name = "Meetings"});
    for (const MeetingId &id : order) {
        draw_meeting(scene, page, id, meetings_of(scene).at(id), width);
    }
    const UnderEmptyState under(order.empty());
    const std::vector<std::string> names =
        add_field(scene, "meeting", "Add a meeting", "Add a meeting, or paste a list", under.room_of(width));
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

/// Above the dots, which week of the quarter they stand for.
void draw_week_numbers(float left, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::tiny, .colour = palette().muted, .strong = true};
    draw_line(list, {{at.x + 12, at.y}, {at.x + left - 12, at.y + 22}}, "Week", style);
    const float each = (width - left) / weeksAQuarter;
    for (int week = 0; week < weeksAQuarter; ++week) {
        const float x = at.x + left + each * static_cast<float>(week);
        draw_line(list, {{x, at.y}, {x + each, at.y + 22}}, std::to_string(week + 1), style, Align::middle);
    }
    ImGui::Dummy({width, 22});
}

void draw_quarter(const Scene &scene, float width) {
    if (meetings_of(scene).empty()) {
        return;
    }
    body_heading("A quarter", "13 weeks; the larger the dot, the longer the meeting");
    const float left = width * 0.42F;
    draw_week_numbers(left, width);
    for (const MeetingId &id : ordered(meetings_of(scene))) {
        const Meeting &meeting = meetings_of(scene).at(id);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const TextStyle style{.size = type::small + 1};
        const float named = wrapped_height(meeting.name, style, left - 24);
        const float height = std::max(32.0F, named + 10);
        draw_wrapped(list, {at.x + 12, at.y + std::round((height - named) / 2)}, meeting.name, style, left - 24);
        draw_weeks(list, meeting, {{at.x + left, at.y}, {at.x + width, at.y + height}});
        hairline_across(list, at.x, at.x + width, at.y + height);
        semantics::at(ImGui::GetID(("##quarter-" + id.text).c_str()), {at, {at.x + width, at.y + height}},
                      {.role = "text", .name = meeting.name, .value = period_words(meeting.period)});
        ImGui::Dummy({width, height + 2});
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

// ---- Held or skipped

constexpr std::array<std::string_view, 8> shortDays = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string day_words(const Date &date) {
    return std::string(shortDays[static_cast<std::size_t>(weekday_of(date))]) + " " + short_date_words(date);
}

/// The newest day, up to today, on which the meeting can have been held.
Date newest_day(const Meeting &meeting) {
    const Date today = platform::today();
    if (meeting.weekday == Weekday::none) {
        return today;
    }
    const int since = (weekday_of(today) - static_cast<int>(meeting.weekday) + 7) % 7;
    return date_after(today, -since);
}

/// The day that is being ticked: the newest, or an earlier one that was asked for.
Date ticked_day(const Scene &scene, const MeetingId &id, const Meeting &meeting) {
    const std::string *picked = find(scene.scratch.picks, "held-on-" + id.text);
    const std::optional<Date> date = picked == nullptr ? std::nullopt : parse_date(*picked);
    return date.value_or(newest_day(meeting));
}

/// The day, with arrows to the one before and the one after.
void draw_ticked_day(Scene &scene, const MeetingId &id, const Meeting &meeting, const Date &day) {
    const int step = meeting.weekday == Weekday::none ? 1 : 7;
    const float left = ImGui::GetCursorPosX();
    std::string &picked = scene.scratch.picks["held-on-" + id.text];
    if (icon_button("##day-before", icon::chevronLeft, "The time before")) {
        picked = to_text(date_after(day, -step));
    }
    ImGui::SameLine(0, 4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + 130, at.y + controlHeight});
    draw_line(*ImGui::GetWindowDrawList(), box, day_words(day), {.size = type::small + 1}, Align::middle);
    semantics::at(ImGui::GetID("##ticked-day"), box, {.role = "text", .name = "Day", .value = day_words(day)});
    ImGui::Dummy(box.GetSize());
    ImGui::SameLine(0, 4);
    if (icon_button("##day-after", icon::chevronRight, "The time after", {.disabled = !(day < newest_day(meeting))})) {
        picked = to_text(date_after(day, step));
    }
    gap(6);
    ImGui::SetCursorPosX(left);
}

std::string held_words(const Meeting &meeting) {
    if (meeting.held.empty()) {
        return "Was it held?";
    }
    std::size_t held = 0;
    for (const auto &[date, took_place] : meeting.held) {
        held += took_place ? 1 : 0;
    }
    return "Held " + std::to_string(held) + " of " + counted(meeting.held.size(), "time", "times");
}

void draw_held(Scene &scene, const MeetingId &id, const Meeting &meeting) {
    caption(held_words(meeting), "Tick it off as it happens: a meeting that is skipped again and again is one to change.");
    const Date day = ticked_day(scene, id, meeting);
    draw_ticked_day(scene, id, meeting, day);
    const bool *now = find(meeting.held, to_text(day));
    const std::array<std::string, 3> labels = {"Not said", "Held", "Skipped"};
    ImGui::BeginChild("##held", {field_width(), controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = segments("##held-then", "Held on " + date_words(day), labels, now == nullptr ? 0 : *now ? 1 : 2);
    ImGui::EndChild();
    if (picked && scene.editable) {
        scene.edit(tick_meeting(scene.plan(), id, to_text(day), *picked == 0 ? std::nullopt : std::optional<bool>(*picked == 1)));
    }
}

void draw_cadences_details(Scene &scene) {
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
                     .details = draw_cadences_details};
    page.body = [&page](Scene &inner, float width) {
        draw_meetings(inner, page, width);
        draw_quarter(inner, width);
        draw_hours(inner, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
