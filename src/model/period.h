// How often something happens.
#pragma once

#include <compare>

namespace fullcourt {

enum class PeriodUnit { none, day, week, month, quarter, year };

/// "Every 2 weeks" is {week, 2}. Unit none: it does not recur.
struct Period {
    PeriodUnit unit = PeriodUnit::none;
    int every = 1; ///< 1 to 100

    friend bool operator==(const Period &, const Period &) = default;
};

/// RULES §7: a day is 1/5 of a working week, a month 52/12 weeks, a quarter 13, a year 52. 0 where it does not recur.
constexpr double weeks_of(const Period &period) {
    switch (period.unit) {
    case PeriodUnit::none: return 0;
    case PeriodUnit::day: return 0.2 * period.every;
    case PeriodUnit::week: return period.every;
    case PeriodUnit::month: return 52.0 / 12.0 * period.every;
    case PeriodUnit::quarter: return 13.0 * period.every;
    case PeriodUnit::year: return 52.0 * period.every;
    }
    return 0;
}

} // namespace fullcourt
