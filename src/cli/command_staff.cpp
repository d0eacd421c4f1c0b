#include <cstdio>

#include "analysis/staffing.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "exports/organisation_json.h"

namespace fullcourt::cli {
namespace {

std::string hours_text(double hours) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f h", hours);
    return text;
}

std::string need_text(const std::optional<Need> &need) {
    if (!need) {
        return "";
    }
    return need->least == need->most ? std::to_string(need->least) : std::to_string(need->least) + "–" + std::to_string(need->most);
}

std::string row_lines(const Plan &plan, const StaffingRow &row) {
    std::string text = padded(quoted(plan.organisation->roles.at(row.role).name), 30);
    text += padded(row.headcount ? std::to_string(*row.headcount) : "not set", 10) + padded(need_text(row.need), 8);
    text += padded(row.podsPerPerson == 1 ? "" : std::to_string(row.podsPerPerson) + " pods each", 14) + hours_text(row.week.hours) + "\n";
    for (const MeetingHours &term : row.week.terms) {
        const std::string times = term.times == 1 ? "" : " × " + std::to_string(term.times) + " pods";
        text += "    " + padded(quoted(plan.governance->meetings.at(term.meeting).name) + times, 58) + hours_text(term.hoursAWeek) + "\n";
    }
    return text;
}

std::string staff_for_people(const Plan &plan) {
    std::string text = padded("role", 30) + padded("heads", 10) + padded("need", 8) + padded("", 14) + "a week in meetings\n";
    for (const StaffingRow &row : staffing(plan)) {
        text += row_lines(plan, row);
    }
    if (const std::optional<StageView> view = scaling_stage(*plan.organisation)) {
        text += "\nScaling stage " + std::to_string(view->stage) + " of 4";
        text += view->missing.empty() ? "." : "; stage " + std::to_string(view->stage + 1) + " still needs " + listed(view->missing) + ".";
        text += "\n";
    }
    return text;
}

} // namespace

int run_staff(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{}, {"--json"}, 1, 1});
    if (!arguments) {
        return misunderstood("staff", arguments.error().message);
    }
    const std::optional<Restored> restored = load_plan(arguments->files.front());
    if (!restored) {
        return couldNot;
    }
    return put_out("-", arguments->has("--json") ? staffing_json(restored->plan) : staff_for_people(restored->plan));
}

} // namespace fullcourt::cli
