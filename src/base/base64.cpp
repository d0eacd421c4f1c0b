#include "base/base64.h"

#include <cstdint>

namespace fullcourt {
namespace {

constexpr std::string_view urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned letterBits = 6;
constexpr unsigned byteBits = 8;

} // namespace

std::string to_base64url(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * byteBits + letterBits - 1) / letterBits);
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        waiting = (waiting << byteBits) | static_cast<unsigned char>(c);
        bits += byteBits;
        while (bits >= letterBits) {
            bits -= letterBits;
            text += urlAlphabet[(waiting >> bits) & 63U];
        }
    }
    if (bits > 0) {
        text += urlAlphabet[(waiting << (letterBits - bits)) & 63U];
    }
    return text;
}

bool is_base64url(char c) { return urlAlphabet.find(c) != std::string_view::npos; }

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * letterBits / byteBits);
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::size_t value = urlAlphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        waiting = (waiting << letterBits) | static_cast<std::uint32_t>(value);
        bits += letterBits;
        if (bits >= byteBits) {
            bits -= byteBits;
            bytes += static_cast<char>((waiting >> bits) & 255U);
        }
    }
    return bytes;
}

} // namespace fullcourt
