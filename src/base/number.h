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

/// A whole text that is one finite decimal number, else nothing.
std::optional<double> parse_number(std::string_view text);

} // namespace fullcourt
