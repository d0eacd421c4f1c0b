// One conflict walked up the ladder with dates (DOMAIN §7), and which rows of the grid failed in a quarter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

struct WalkStep {
    EscalationLevelId level;
    std::size_t number = 1;    ///< from the foot, from 1
    std::optional<Date> from;  ///< nothing: nobody can say when, because a level below has no time limit
    std::optional<Date> until; ///< with a time limit: the day on which it rises
    bool assumed = false;      ///< `from` rests on an assumption about a level below
    std::string sentence;      ///< "From 23 November 2026: AE and Account marketer, in the weekly sync. It rises on 30 November 2026."
};
/// The ladder from its foot for a conflict that arises on that day. Levels without a time limit take `assumedDays`, where that is
/// given, and the sentences say so.
std::vector<WalkStep> walk_up(const Plan &plan, const Date &start, std::optional<int> assumedDays = {});

/// Days until the last level has it; nothing where a level before it has no time limit.
std::optional<int> days_to_last_word(const Plan &plan);

/// An activity that conflicts were about.
struct FailedRow {
    ActivityId activity; ///< empty: conflicts about no activity
    std::string name;
    std::size_t disputes = 0;
    std::optional<double> days; ///< mean of those that say how long they took
};
/// Most disputes first; ties in the grid's order.
std::vector<FailedRow> failed_rows(const Plan &plan);

} // namespace fullcourt
