// Dates as people write them in a room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace fullcourt {

/// "2026-12-01", "1.12.2026", "1 Dec 2026", "December 1", "1 Dec"; "today", "tomorrow", "Friday", "in 3 days", "in two weeks", "in a
/// month". Without a year: the next such day from `today` on; a weekday: the next one after it. Nothing where it is no date that
/// exists, and for "12/1", which means one day here and another there.
std::optional<Date> date_in_words(std::string_view text, const Date &today);

/// "3 December 2026": in sentences. Of a text as plans keep dates ("2026-12-03"); one that is no date stays as it is.
std::string date_words(const Date &date);
std::string date_words(const std::string &date);
/// "3 Dec 2026": in columns.
std::string short_date_words(const Date &date);
std::string short_date_words(const std::string &date);

/// "November 2026", "Q4 2026", "2026": of a span as plans keep it ("2026-11", "2026-Q4", "2026"); one that is none stays as it is.
std::string span_words(std::string_view span);
/// The span as plans keep it, of "November 2026", "nov 2026", "11/2026", "Q4 2026", "2026 Q4", "2026-11", "2026-Q4" or "2026". Nothing
/// where it is none.
std::optional<std::string> span_in_words(std::string_view text);

} // namespace fullcourt
