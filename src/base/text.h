// Text as UTF-8: the few operations the layers share.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fullcourt {

bool is_valid_utf8(std::string_view text);

/// Every ill-formed sequence becomes one U+FFFD; `replaced` (where given) counts them.
std::string with_valid_utf8(std::string_view text, std::size_t *replaced = nullptr);

/// For trimmed() alone.
std::string_view trimmed_at_ends(std::string_view text);

/// Without ASCII white space at both ends. Most texts have none, and of a long list there are millions.
inline std::string_view trimmed(std::string_view text) {
    const auto is_beyond_space = [](char c) { return static_cast<unsigned char>(c) > static_cast<unsigned char>(' '); };
    return text.empty() || (is_beyond_space(text.front()) && is_beyond_space(text.back())) ? text : trimmed_at_ends(text);
}

/// ASCII letters only; other bytes stay as they are.
constexpr char lower_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lowered(std::string_view text);

/// What a spreadsheet knows UTF-8 by, at the beginning of a file.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// At most `bytes` bytes, never cutting a character in half.
std::string_view truncated(std::string_view text, std::size_t bytes);

/// Line breaks, tabs and other control characters as single spaces: for names, which stand on one line.
std::string on_one_line(std::string_view text);

/// The parts one after another. Where many sentences are made this is much quicker than `+`, which grows the text part by part.
std::string joined(std::initializer_list<std::string_view> parts);

/// "one", "one and two", "one, two and three"; or with "or" in the place of "and".
std::string listed(std::span<const std::string_view> names, std::string_view conjunction = "and");
std::string listed(const std::vector<std::string> &names, std::string_view conjunction = "and");

/// A decimal number with commas between thousands: "-100120.5" → "-100,120.5"; "1e+21" stays.
std::string grouped(std::string number);
std::string grouped(std::size_t number);
/// "1 role", "2 roles".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// A name within a sentence: shortened to about 60 characters, or "(unnamed)" where it is empty.
/// An object and not a function, so that std::quoted is never found in its place.
struct Quoted {
    std::string operator()(std::string_view name) const;
};
inline constexpr Quoted quoted{};

/// With a capital first letter (ASCII), as at the start of a line.
std::string capitalised(std::string text);

} // namespace fullcourt
