// Hours that standing meetings take of one person in a role (RULES §7).
#pragma once

#include <string>
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

/// How many pods one person in the role serves: account executives one each, account marketers their share of the pods (the
/// number of account executives over the number of account marketers, rounded up), others one.
int pods_per_person(const Plan &plan, const RoleId &role);
WeeklyHours weekly_hours(const Plan &plan, const RoleId &role);

} // namespace fullcourt
