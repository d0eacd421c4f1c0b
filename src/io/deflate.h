// Raw deflate (RFC 1951) with a preset dictionary, by zlib. Private to io.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fullcourt {

/// A dictionary helps with its last 32,506 bytes alone: beyond zlib's window nothing is found.
inline constexpr std::size_t longestDictionary = 32'506;

/// As small as zlib can. The same bytes always give the same result.
std::string deflated(std::string_view bytes, std::string_view dictionary);

struct Inflated {
    enum class Outcome { whole, broken, tooLong };
    Outcome outcome = Outcome::broken;
    std::string bytes; ///< empty unless whole
};
/// Stops as soon as more than `most` bytes come out. What follows the end of the stream makes it broken.
Inflated inflated(std::string_view bytes, std::string_view dictionary, std::size_t most);

/// CRC-32 as in zip and PNG: finds every altered byte and nearly every other accident; no protection from malice.
std::uint32_t checksum_of(std::string_view bytes);

} // namespace fullcourt
