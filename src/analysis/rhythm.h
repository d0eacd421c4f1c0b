// The rhythm of a quarter: in which of its 13 weeks a meeting is held.
#pragma once

#include <array>

#include "model/meeting.h"

namespace fullcourt {

inline constexpr int weeksAQuarter = 13;

/// How often the meeting is held in each week. Daily: five times; every n weeks: in the first and each n-th after it; every
/// month: in the week in which the month ends (4, 9 and 13); every n months: in each n-th of these; every quarter: in the
/// first week; every n quarters and every year: in the first week too, since a picture of one quarter cannot say in which.
/// A meeting that does not recur: never.
std::array<int, weeksAQuarter> weeks_held(const Meeting &meeting);

} // namespace fullcourt
