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

/// So many days later; earlier where `days` is below 0.
Date date_after(const Date &date, int days);
/// Days from one to the other; below 0 where `to` is earlier.
int days_between(const Date &from, const Date &to);
/// 1 Monday to 7 Sunday (ISO 8601).
int weekday_of(const Date &date);

/// The Monday of its week.
Date monday_of(const Date &date);
/// A week of ISO 8601: its year is that of its Thursday.
struct IsoWeek {
    int year = 1970;
    int week = 1; ///< 1 to 53

    friend auto operator<=>(const IsoWeek &, const IsoWeek &) = default;
};
IsoWeek iso_week(const Date &date);

/// "9:30" → 570; also "09:30", "9.30", "9" and "9:30 pm". Nothing where it is no time of day.
std::optional<int> minutes_of_day(std::string_view text);
/// 570 → "9:30".
std::string time_words(int minutes);

} // namespace fullcourt
