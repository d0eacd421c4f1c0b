// Numbers as text, by shortest round-trip: reading the text back gives the same bits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

/// "3", "0.1", "1e+21"; the value must be finite.
std::string to_text(double value);

/// To the nearest tenth: "3", "3.1".
std::string tenths(double value);

/// The same with a decimal always, for columns of figures: "3.0", "3.1".
std::string one_decimal(double value);

/// The value of digits × 10^-places, correctly rounded, for up to 15 digits and 22 places: both are exact as doubles then, and
/// one division rounds once (Clinger, "How to read floating point numbers accurately", 1990). In the page this takes a
/// twentieth of what strtod does.
struct PlainDecimal {
    static constexpr int maximumDigits = 15;
    static constexpr int maximumPlaces = 22;

    double value = 0;
    std::size_t size = 0; ///< characters that it takes; 0: the text does not begin with such a number
};

/// The number that `text` begins with: an optional '-', digits, and optionally the decimal mark and digits. No exponent: where
/// one follows, or there are too many digits, there is none.
PlainDecimal leading_decimal(std::string_view text, char mark = '.');

/// A whole text that is one finite decimal number, else nothing.
std::optional<double> parse_number(std::string_view text);

} // namespace fullcourt
