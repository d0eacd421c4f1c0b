#include "analysis/hours.h"

#include <algorithm>

#include "analysis/staffing.h"

namespace fullcourt {

int pods_per_person(const Organisation &organisation, const RoleId &role, std::optional<int> accountExecutives) {
    const Role *found = find(organisation.roles, role);
    if (found == nullptr || found->core == CoreFunction::none || found->core == CoreFunction::accountExecutive) {
        return 1;
    }
    const int pods = accountExecutives ? *accountExecutives : heads_of(organisation, CoreFunction::accountExecutive).value_or(0);
    const int heads = heads_of(organisation, found->core).value_or(0);
    return pods <= 0 || heads <= 0 ? 1 : (pods - 1) / heads + 1;
}

std::map<RoleId, WeeklyHours> weekly_hours(const Plan &plan, const std::vector<MeetingId> &meetings, std::optional<int> accountExecutives) {
    std::map<RoleId, WeeklyHours> weeks;
    for (const MeetingId &id : meetings) {
        const Meeting &meeting = plan.governance->meetings.at(id);
        const double period = weeks_of(meeting.period);
        if (period <= 0) {
            continue;
        }
        for (const RoleId &role : meeting.attendees) {
            const int times = meeting.perPod ? pods_per_person(*plan.organisation, role, accountExecutives) : 1;
            WeeklyHours &week = weeks[role];
            week.terms.push_back({id, meeting.minutes / 60.0 / period * times, times});
            week.hours += week.terms.back().hoursAWeek;
        }
    }
    return weeks;
}

WeeklyHours weekly_hours(const Plan &plan, const RoleId &role, std::optional<int> accountExecutives) {
    std::vector<MeetingId> attended = ordered(plan.governance->meetings);
    std::erase_if(attended, [&](const MeetingId &id) { return !plan.governance->meetings.at(id).attendees.contains(role); });
    const std::map<RoleId, WeeklyHours> weeks = weekly_hours(plan, attended, accountExecutives);
    const WeeklyHours *week = find(weeks, role);
    return week == nullptr ? WeeklyHours() : *week;
}

double hours_of_all(const Plan &plan) {
    double hours = 0;
    for (const auto &[role, week] : weekly_hours(plan, ordered(plan.governance->meetings))) {
        const Role *known = find(plan.organisation->roles, role);
        hours += known == nullptr ? 0 : week.hours * known->headcount.value_or(1);
    }
    return hours;
}

WeeklyHours weekly_hours(const Plan &plan, const Person &person) {
    WeeklyHours week;
    for (const MeetingId &id : ordered(plan.governance->meetings)) {
        const Meeting &meeting = plan.governance->meetings.at(id);
        const double period = weeks_of(meeting.period);
        int times = 0;
        for (const auto &[role, share] : person.hats) {
            if (meeting.attendees.contains(role)) {
                times = std::max(times, meeting.perPod ? pods_per_person(*plan.organisation, role) : 1);
            }
        }
        if (period > 0 && times > 0) {
            week.terms.push_back({id, meeting.minutes / 60.0 / period * times, times});
            week.hours += week.terms.back().hoursAWeek;
        }
    }
    return week;
}

} // namespace fullcourt
