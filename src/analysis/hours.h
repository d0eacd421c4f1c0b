// Hours that standing meetings take of one person in a role, and of a person with all their roles (RULES §7).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// One meeting's part: length / period, once per pod for pod meetings.
struct MeetingHours {
    MeetingId meeting;
    double hoursAWeek = 0;
    int times = 1; ///< pods for a pod meeting, else 1
};

struct WeeklyHours {
    double hours = 0;
    std::vector<MeetingHours> terms; ///< in the order of the meetings; they add up to `hours`
};

/// How many pods one person in the role serves. There is a pod for each account executive; a core function shares them among
/// its heads, rounded up (8 account executives, 2 account marketers: 4 pods each). One where a head-count is not set or 0, and
/// for all other roles. With `accountExecutives` set, as if there were so many.
int pods_per_person(const Organisation &organisation, const RoleId &role, std::optional<int> accountExecutives = {});

/// A meeting that does not recur takes no hours a week and is no term.
WeeklyHours weekly_hours(const Plan &plan, const RoleId &role, std::optional<int> accountExecutives = {});

/// Of a person in all the roles they have: who attends a meeting in two of them sits in it once, as often as the role that is in
/// it most.
WeeklyHours weekly_hours(const Plan &plan, const Person &person);

/// Of every role that attends any, with the meetings in this order.
std::map<RoleId, WeeklyHours> weekly_hours(const Plan &plan, const std::vector<MeetingId> &meetings,
                                           std::optional<int> accountExecutives = {});

/// Of all people together; a head-count that is not set counts as one.
double hours_of_all(const Plan &plan);

} // namespace fullcourt
