#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
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

PlainDecimal leading_decimal(std::string_view text, char mark) {
    static constexpr std::array<double, PlainDecimal::maximumPlaces + 1> powers = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const auto is_digit_at = [&](std::size_t index) { return index < text.size() && text[index] >= '0' && text[index] <= '9'; };
    const bool negative = text.starts_with('-');
    std::size_t index = negative ? 1 : 0;
    std::int64_t whole = 0;
    int digits = 0;
    const auto take_digits = [&] {
        const std::size_t begin = index;
        for (; is_digit_at(index) && digits < PlainDecimal::maximumDigits; ++index, ++digits) {
            whole = whole * 10 + (text[index] - '0');
        }
        return static_cast<int>(index - begin);
    };
    if (take_digits() == 0) {
        return {};
    }
    int places = 0;
    if (index < text.size() && text[index] == mark) {
        ++index;
        places = take_digits();
        if (places == 0) {
            return {};
        }
    }
    if (is_digit_at(index) || (index < text.size() && (text[index] == 'e' || text[index] == 'E'))) {
        return {};
    }
    const double value = static_cast<double>(whole) / powers[static_cast<std::size_t>(places)];
    return {negative ? -value : value, index};
}

std::optional<double> parse_number(std::string_view text) {
    if (const PlainDecimal plain = leading_decimal(text); plain.size != 0 && plain.size == text.size()) {
        return plain.value;
    }
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
