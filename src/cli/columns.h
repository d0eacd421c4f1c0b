// Columns of text that stand straight.
#pragma once

#include <algorithm>
#include <string>

namespace fullcourt::cli {

/// With spaces up to this many characters (not bytes), and at least one.
inline std::string padded(std::string text, std::size_t width) {
    const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const auto characters = text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), follows));
    text.append(width > characters ? width - characters : 1, ' ');
    return text;
}

} // namespace fullcourt::cli
