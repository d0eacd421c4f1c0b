#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace fullcourt {

std::string to_text(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string tenths(double value) { return to_text(std::round(value * 10) / 10); }

std::string one_decimal(double value) {
    std::string text = tenths(value);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::optional<double> parse_number(std::string_view text) {
    // strtod and not from_chars: libc++ has no floating-point from_chars before LLVM 20.
    if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string copy(text);
    char *end = nullptr;
    const double value = std::strtod(copy.c_str(), &end);
    if (end != copy.c_str() + copy.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

} // namespace fullcourt
