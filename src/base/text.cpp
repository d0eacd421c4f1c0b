#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace fullcourt {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

unsigned byte_at(std::string_view text, std::size_t index) { return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U; }

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence at `index` (Unicode table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t index) {
    const unsigned a = byte_at(text, index);
    const unsigned b = byte_at(text, index + 1);
    const unsigned c = byte_at(text, index + 2);
    const unsigned d = byte_at(text, index + 3);
    if (a < 0x80U) {
        return 1;
    }
    if (a >= 0xC2U && a <= 0xDFU) {
        return continues(b) ? 2 : 0;
    }
    if (a >= 0xE0U && a <= 0xEFU) {
        const unsigned low = a == 0xE0U ? 0xA0U : 0x80U;
        const unsigned high = a == 0xEDU ? 0x9FU : 0xBFU;
        return b >= low && b <= high && continues(c) ? 3 : 0;
    }
    if (a >= 0xF0U && a <= 0xF4U) {
        const unsigned low = a == 0xF0U ? 0x90U : 0x80U;
        const unsigned high = a == 0xF4U ? 0x8FU : 0xBFU;
        return b >= low && b <= high && continues(c) && continues(d) ? 4 : 0;
    }
    return 0;
}

/// The first byte at or after `index` that may begin something else than ASCII: eight at a time, a few too early.
std::size_t after_ascii(std::string_view text, std::size_t index) {
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::uint64_t bytes = 0;
    while (index + sizeof(bytes) <= text.size()) {
        std::memcpy(&bytes, text.data() + index, sizeof(bytes));
        if ((bytes & highBits) != 0) {
            return index;
        }
        index += sizeof(bytes);
    }
    return index;
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    std::size_t index = 0;
    while (index < text.size()) {
        index = after_ascii(text, index);
        if (index == text.size()) {
            return true;
        }
        const std::size_t length = sequence_length(text, index);
        if (length == 0) {
            return false;
        }
        index += length;
    }
    return true;
}

std::string with_valid_utf8(std::string_view text, std::size_t *replaced) {
    std::string out;
    out.reserve(text.size());
    std::size_t count = 0;
    std::size_t index = 0;
    while (index < text.size()) {
        const std::size_t length = sequence_length(text, index);
        if (length != 0) {
            out.append(text.substr(index, length));
            index += length;
            continue;
        }
        out += "\xEF\xBF\xBD";
        ++count;
        ++index;
        while (index < text.size() && continues(byte_at(text, index))) {
            ++index;
        }
    }
    if (replaced != nullptr) {
        *replaced = count;
    }
    return out;
}

std::string_view trimmed_at_ends(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char &c : out) {
        c = lower_of(c);
    }
    return out;
}

std::string_view truncated(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    std::size_t end = bytes;
    while (end > 0 && continues(byte_at(text, end))) {
        --end;
    }
    return text.substr(0, end);
}

std::string on_one_line(std::string_view text) {
    const std::string_view whole = trimmed(text);
    const auto breaks = [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; };
    if (std::none_of(whole.begin(), whole.end(), breaks)) {
        return std::string(whole);
    }
    std::string out;
    out.reserve(whole.size());
    bool gap = false;
    for (const char c : whole) {
        if (breaks(c)) {
            gap = true;
            continue;
        }
        if (gap && c != ' ' && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
        gap = false;
        out += c;
    }
    return out;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts) {
        size += part.size();
    }
    std::string out;
    out.reserve(size);
    for (const std::string_view part : parts) {
        out += part;
    }
    return out;
}

std::string listed(std::span<const std::string_view> names, std::string_view conjunction) {
    std::size_t size = conjunction.size() + 2;
    for (const std::string_view name : names) {
        size += name.size() + 2;
    }
    std::string out;
    out.reserve(size);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i != 0 && i + 1 == names.size()) {
            out.append(" ").append(conjunction).append(" ");
        } else if (i != 0) {
            out += ", ";
        }
        out += names[i];
    }
    return out;
}

std::string listed(const std::vector<std::string> &names, std::string_view conjunction) {
    return listed(std::vector<std::string_view>(names.begin(), names.end()), conjunction);
}

std::string grouped(std::string number) {
    if (number.find('e') != std::string::npos) {
        return number;
    }
    const std::size_t begin = number.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(number.find('.'), number.size()); at > begin + 3; at -= 3) {
        number.insert(at - 3, ",");
    }
    return number;
}

std::string grouped(std::size_t number) { return grouped(std::to_string(number)); }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return grouped(count) + " " + std::string(count == 1 ? one : many);
}

std::string Quoted::operator()(std::string_view name) const {
    static constexpr std::size_t longest = 60;
    std::string line = on_one_line(truncated(name, 4 * longest));
    if (line.empty()) {
        return "(unnamed)";
    }
    if (line.size() <= longest) {
        return line;
    }
    return std::string(truncated(line, longest)) + "…";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

} // namespace fullcourt
