// Hours that plays ask of each role, week by week over all accounts, and the hours there are (RULES §7, plan.overload).
//
// Plays that are planned or running count: their hours spread evenly over their weeks. What is done or dropped, or not planned
// in time, asks nothing more. A role's hours for plays are head-count × 40 h × the share of its core function; a role without
// head-count or core function has no such limit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

/// Weeks since the one that begins on Monday, 5 January 1970.
using WeekNumber = int;
WeekNumber week_number(const Date &date);
Date monday_of_week(WeekNumber week);
/// "week 50"
std::string week_name(WeekNumber week);

/// The weeks that a play asks hours of; nothing where it asks none.
struct PlayWeeks {
    WeekNumber first = 0;
    int count = 0;
};
std::optional<PlayWeeks> weeks_of(const Play &play);

struct PlayCapacity {
    int heads = 0;
    double share = 0; ///< of a week, 0 to 1
    double hours() const { return heads * hoursAWeek * share; }

    static constexpr double hoursAWeek = 40;
};
/// Nothing where the role has no head-count or no core function.
std::optional<PlayCapacity> capacity_of(const Plan &plan, const RoleId &role);

struct RoleLoad {
    RoleId role;
    std::optional<PlayCapacity> capacity;
    std::map<WeekNumber, double> hours; ///< weeks with any

    double in(WeekNumber week) const;
    /// More than there are, beyond rounding.
    bool over(WeekNumber week) const;
    std::vector<WeekNumber> weeks_over() const;
};
/// Every role with hours for plays or with a capacity, in the plan's order; roles that the plan does not have come last.
std::vector<RoleLoad> play_loads(const Plan &plan);

/// What one play asks of a role in a week.
struct PlayShare {
    PlayId play;
    double hours = 0;
};
/// The plays that ask hours of the role in the week, the most first.
std::vector<PlayShare> plays_in(const Plan &plan, const RoleId &role, WeekNumber week);

} // namespace fullcourt
