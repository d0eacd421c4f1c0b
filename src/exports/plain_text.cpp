#include "exports/plain_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace fullcourt {
namespace {

/// The characters of more than one byte that are left out, each as UTF-8.
bool is_unprintable(std::string_view character) {
    if (character.size() == 2) { // C1 controls
        return character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0U;
    }
    static constexpr std::array<std::string_view, 14> others = {
        "\xE2\x80\xA8", "\xE2\x80\xA9",                                                 // line and paragraph separator
        "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", // embeddings and overrides of direction
        "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9",                 // isolates
        "\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};                                // byte order mark; no characters at all
    return std::find(others.begin(), others.end(), character) != others.end();
}

std::size_t length_at(std::string_view text, std::size_t index) {
    const auto lead = static_cast<unsigned char>(text[index]);
    return lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
}

} // namespace

std::string printable(std::string_view text) {
    const std::string valid = on_one_line(with_valid_utf8(text));
    std::string out;
    out.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size();) {
        const std::string_view character = std::string_view(valid).substr(i, length_at(valid, i));
        if (!is_unprintable(character)) {
            out += character;
        }
        i += character.size();
    }
    return std::string(trimmed(out));
}

std::vector<std::string> printable_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        std::string line = printable(text.substr(0, end));
        if (!line.empty()) {
            lines.push_back(std::move(line));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string markup_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : printable(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

} // namespace fullcourt
