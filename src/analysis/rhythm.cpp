#include "analysis/rhythm.h"

#include <cstddef>

namespace fullcourt {

std::array<int, weeksAQuarter> weeks_held(const Meeting &meeting) {
    constexpr int workingDays = 5;
    constexpr std::array<std::size_t, 3> monthEnds = {3, 8, 12};
    std::array<int, weeksAQuarter> weeks{};
    const auto every = static_cast<std::size_t>(meeting.period.every);
    switch (meeting.period.unit) {
    case PeriodUnit::none: break;
    case PeriodUnit::day:
        for (std::size_t day = 0; day < static_cast<std::size_t>(weeksAQuarter * workingDays); day += every) {
            ++weeks[day / workingDays];
        }
        break;
    case PeriodUnit::week:
        for (std::size_t week = 0; week < weeks.size(); week += every) {
            weeks[week] = 1;
        }
        break;
    case PeriodUnit::month:
        for (std::size_t month = every - 1; month < monthEnds.size(); month += every) {
            weeks[monthEnds[month]] = 1;
        }
        break;
    case PeriodUnit::quarter:
    case PeriodUnit::year: weeks[0] = 1; break;
    }
    return weeks;
}

} // namespace fullcourt
