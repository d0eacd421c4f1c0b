// How one text becomes another, as bytes: what to copy, drop and insert on the way through the first. Private to io.
//
// The bytes are triples, each three numbers of 7 bits a byte, low bits first: so many bytes are copied, so many of the first text
// are passed over, and so many, which follow, are inserted. What is left of the first text after the last triple is dropped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcourt {

/// Line by line, and within the lines that are alike. Nothing where the texts have so many lines that looking for what they
/// share would be felt (see mostPairs).
std::optional<std::string> steps_between(std::string_view from, std::string_view to);
inline constexpr std::size_t mostPairs = 3'000'000;

/// Nothing where the steps leave the first text, are cut, or make more than `most` bytes.
std::optional<std::string> follow_steps(std::string_view from, std::string_view steps, std::size_t most);

void append_number(std::string &bytes, std::uint32_t number);
/// Takes a number off the front; nothing where there is none.
std::optional<std::uint32_t> take_number(std::string_view &bytes);

} // namespace fullcourt
