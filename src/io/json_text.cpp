#include "io/json_text.h"

#include <cmath>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

void append_escaped(std::string &out, char c) {
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) {
        out += "\xEF\xBF\xBD";
        return;
    }
    if (byte >= 0x20U) {
        out += c;
        return;
    }
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
}

} // namespace

void append_json_string(std::string &out, std::string_view text) {
    if (!is_valid_utf8(text)) {
        append_json_string(out, with_valid_utf8(text));
        return;
    }
    out += '"';
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20U && c != '"' && c != '\\'; };
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_plain(text[at])) {
            out += text.substr(done, at - done);
            append_escaped(out, text[at]);
            done = at + 1;
        }
    }
    out += text.substr(done);
    out += '"';
}

std::string json_string(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 2);
    append_json_string(out, text);
    return out;
}

std::string json_number(double value) {
    if (!std::isfinite(value)) {
        return "null";
    }
    return to_text(value == 0 ? 0.0 : value);
}

std::string joined(const std::vector<std::string> &parts, std::string_view between) {
    std::string out;
    for (const std::string &part : parts) {
        out += &part == &parts.front() ? std::string_view() : between;
        out += part;
    }
    return out;
}

} // namespace fullcourt
