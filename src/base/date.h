// A calendar date without time zone.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

struct Date {
    int year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to 31

    friend auto operator<=>(const Date &, const Date &) = default;
};

/// "2026-11-23"; nothing where the text is no date that exists.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(const Date &date);

} // namespace fullcourt
