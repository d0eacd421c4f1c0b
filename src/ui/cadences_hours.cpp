// Hours a week in meetings, by role and by person, each with the terms it is made of.
#include <algorithm>

#include "analysis/hours.h"
#include "analysis/rules.h"
#include "base/sort.h"
#include "base/text.h"
#include "ui/cadences_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

struct HoursRow {
    std::string id;
    std::string name;
    WeeklyHours week;
};

void most_first(std::vector<HoursRow> &rows) {
    std::erase_if(rows, [](const HoursRow &row) { return row.week.hours <= 0; });
    sort_stably(rows, [](const HoursRow &a, const HoursRow &b) { return a.week.hours > b.week.hours; });
}

std::vector<HoursRow> rows_by_role(const Scene &scene) {
    std::vector<HoursRow> rows;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        rows.push_back({role.text, role_name(scene, role), weekly_hours(scene.plan(), role)});
    }
    most_first(rows);
    return rows;
}

std::vector<HoursRow> rows_by_person(const Scene &scene) {
    std::vector<HoursRow> rows;
    for (const PersonId &id : ordered(scene.plan().organisation->people)) {
        const Person &person = scene.plan().organisation->people.at(id);
        if (!person.vacant && !person.name.empty()) {
            rows.push_back({id.text, person.name, weekly_hours(scene.plan(), person)});
        }
    }
    most_first(rows);
    return rows;
}

/// Each term of the sum as its meeting, how it comes about, and its share of the week.
void draw_terms(const Scene &scene, const HoursRow &hours, float width) {
    for (const MeetingHours &term : hours.week.terms) {
        const Meeting &meeting = scene.plan().governance->meetings.at(term.meeting);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const TextStyle style{.size = type::small, .colour = palette().muted};
        const std::string times = term.times > 1 ? ", for " + std::to_string(term.times) + " pods" : std::string();
        const std::string text = meeting.name + ": " + minutes_words(meeting.minutes) + " " + period_words(meeting.period) + times;
        draw_line(list, {{at.x + 36, at.y}, {at.x + width - 90, at.y + 24}}, text, style);
        const std::string share = hours_words(term.hoursAWeek);
        draw_line(list, {{at.x + width - 90, at.y}, {at.x + width - 12, at.y + 24}}, share, style, Align::right);
        semantics::at(ImGui::GetID(("##term-" + hours.id + term.meeting.text).c_str()), {at, {at.x + width, at.y + 24}},
                      {.role = "text", .name = text, .value = share});
        ImGui::Dummy({width, 24});
    }
    gap(8);
}

struct Scale {
    double limit = 0; ///< hours a week that are too many
    double most = 0;  ///< at the right end of the bars
};

void draw_row(Scene &scene, const HoursRow &hours, const Scale &scale, float width) {
    bool &open = scene.scratch.folded["hours-" + hours.id];
    const std::string figure = hours_words(hours.week.hours) + " a week";
    const Row row = begin_row("hours-" + hours.id, hours.name, {.width = width, .height = 36, .value = figure});
    if (row.clicked) {
        open = !open;
    }
    const ImRect &box = row.box;
    draw_icon(*row.list, {box.Min.x + 18, box.GetCenter().y}, open ? icon::chevronDown : icon::chevronRight, 14, palette().muted);
    const float bars = box.Min.x + width * 0.42F;
    draw_line(*row.list, {{box.Min.x + 34, box.Min.y}, {bars - 8, box.Max.y}}, hours.name, {.size = type::small + 1});
    const float room = box.Max.x - 110 - bars;
    const bool heavy = hours.week.hours > scale.limit;
    const float length = std::max(3.0F, room * static_cast<float>(hours.week.hours / scale.most));
    const ImRect bar({bars, box.GetCenter().y - 5}, {bars + length, box.GetCenter().y + 5});
    row.list->AddRectFilled(bar.Min, bar.Max, heavy ? palette().warning : palette().accent, 3);
    const float mark = bars + room * static_cast<float>(scale.limit / scale.most);
    row.list->AddLine({mark, box.Min.y + 6}, {mark, box.Max.y - 6}, palette().edge);
    draw_line(*row.list, {{box.Max.x - 104, box.Min.y}, {box.Max.x - 12, box.Max.y}}, hours_words(hours.week.hours),
              {.size = type::small + 1, .colour = heavy ? palette().warning : palette().text, .strong = true}, Align::right);
    if (open) {
        draw_terms(scene, hours, width);
    }
}

void draw_rows(Scene &scene, const std::string &title, const std::string &more, const std::vector<HoursRow> &rows, float width) {
    if (rows.empty()) {
        return;
    }
    const double limit = threshold(*scene.plan().settings, "cadence.load.hours");
    body_heading(title, more + "; the line marks " + hours_words(limit));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(title.c_str(), {at, at}, {.role = "list", .name = title});
    const Scale scale{limit, std::max(limit * 1.15, rows.front().week.hours)};
    for (const HoursRow &row : rows) {
        draw_row(scene, row, scale, width);
    }
}

} // namespace

void draw_hours(Scene &scene, float width) {
    draw_rows(scene, "Hours a week in meetings", "One person in the role", rows_by_role(scene), width);
    draw_rows(scene, "Hours a week by person", "All roles of a person together", rows_by_person(scene), width);
}

} // namespace fullcourt::ui
