// Numbers and dates as people and CRMs write them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fullcourt {

enum class DateStyle { iso, dayFirst, monthFirst };

/// A number as the style writes it: with groups, a currency sign or a percent sign. Nothing for what is none, "nan" and 1e999 included.
/// `decimal` is '.' or ','.
std::optional<double> styled_number(std::string_view text, char decimal);
/// A date that exists, with or without a time behind it, as days since 1970.
std::optional<std::int32_t> styled_day(std::string_view text, DateStyle style);

/// Three numbers with two alike marks between them; nothing where it is no such text.
struct DateParts {
    std::array<int, 3> numbers{};
    char mark = '-';
};
std::optional<DateParts> date_parts(std::string_view text);

} // namespace fullcourt
