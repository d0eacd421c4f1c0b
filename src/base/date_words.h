// Dates as people write them in a room.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace fullcourt {

/// "2026-12-01", "1.12.2026", "1 Dec 2026", "December 1", "1 Dec"; "today", "tomorrow", "Friday", "in 3 days", "in two weeks", "in a
/// month". Without a year: the next such day from `today` on; a weekday: the next one after it. Nothing where it is no date that
/// exists, and for "12/1", which means one day here and another there.
std::optional<Date> date_in_words(std::string_view text, const Date &today);

} // namespace fullcourt
