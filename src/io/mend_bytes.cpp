#include "io/mend_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// How often something was mended, and where first.
struct Tally {
    std::size_t count = 0;
    std::size_t first = 0;

    void add(std::size_t index) {
        if (count++ == 0) {
            first = index;
        }
    }
};

std::string in_line(std::string_view text, const Tally &tally) {
    return std::string(tally.count == 1 ? "" : "the first ") + "in line " + std::to_string(place_of(text, tally.first).line);
}

/// The code unit of "\uXXXX" at `index`, or nothing.
std::optional<unsigned> unit_at(std::string_view text, std::size_t index) {
    if (index + 6 > text.size() || text[index] != '\\' || text[index + 1] != 'u') {
        return std::nullopt;
    }
    unsigned value = 0;
    for (const char c : text.substr(index + 2, 4)) {
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower >= '0' && lower <= '9') {
            value = value * 16 + static_cast<unsigned>(lower - '0');
        } else if (lower >= 'a' && lower <= 'f') {
            value = value * 16 + static_cast<unsigned>(lower - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

bool is_number_part(char c) { return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'; }

/// Only a number with an exponent or very many digits can be too large.
bool is_too_large(std::string_view number) {
    if (number.size() <= 300 && number.find_first_of("eE") == std::string_view::npos) {
        return false;
    }
    return std::isinf(std::strtod(std::string(number).c_str(), nullptr));
}

/// One walk over the text that knows strings from the rest. Copies only where something is mended.
class BytePass {
  public:
    BytePass(std::string_view text, std::size_t depth) : m_text(text), m_depthLimit(depth) {}

    std::optional<Error> run() {
        std::size_t index = 0;
        while (index < m_text.size() && m_depth <= m_depthLimit) {
            index = m_inString ? step_in_string(index) : step_outside(index);
        }
        if (m_depth <= m_depthLimit) {
            return std::nullopt;
        }
        return Error{"The file nests its brackets more than " + std::to_string(m_depthLimit) +
                         " deep; no plan does, so nothing of it was read.",
                     place_of(m_text, index - 1)};
    }

    std::string_view result(std::string &storage) {
        if (m_copied == 0) {
            return m_text;
        }
        m_out.append(m_text.substr(m_copied));
        storage = std::move(m_out);
        return storage;
    }

    void report(Repairs &repairs) const {
        if (m_nuls.count != 0) {
            repairs.mended(counted(m_nuls.count, "NUL character was", "NUL characters were") + " replaced, " + in_line(m_text, m_nuls) +
                           ".");
        }
        if (m_surrogates.count != 0) {
            repairs.mended(
                counted(m_surrogates.count, "half of a character (a lone surrogate) was", "halves of characters (lone surrogates) were") +
                " replaced by “\xEF\xBF\xBD”, " + in_line(m_text, m_surrogates) + ".");
        }
        if (m_numbers.count != 0) {
            repairs.mended(counted(m_numbers.count, "number was", "numbers were") + " too large to be kept and taken out, " +
                           in_line(m_text, m_numbers) + ".");
        }
    }

  private:
    void replace(std::size_t from, std::size_t to, std::string_view with) {
        m_out.append(m_text.substr(m_copied, from - m_copied));
        m_out += with;
        m_copied = to;
    }

    std::size_t step_outside(std::size_t index) {
        const char c = m_text[index];
        if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            m_depth -= m_depth == 0 ? 0 : 1;
        } else if (c == '\0') {
            m_nuls.add(index);
            replace(index, index + 1, " ");
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            return step_over_number(index);
        }
        return index + 1;
    }

    std::size_t step_over_number(std::size_t index) {
        std::size_t end = index + 1;
        while (end < m_text.size() && is_number_part(m_text[end])) {
            ++end;
        }
        if (is_too_large(m_text.substr(index, end - index))) {
            m_numbers.add(index);
            replace(index, end, "null");
        }
        return end;
    }

    std::size_t step_in_string(std::size_t index) {
        const char c = m_text[index];
        if (c == '\\') {
            return step_over_escape(index);
        }
        if (c == '"') {
            m_inString = false;
        } else if (c == '\0') {
            m_nuls.add(index);
            replace(index, index + 1, replacement);
        }
        return index + 1;
    }

    std::size_t step_over_escape(std::size_t index) {
        const std::optional<unsigned> unit = unit_at(m_text, index);
        if (!unit) {
            return index + 2;
        }
        const bool high = *unit >= 0xD800U && *unit <= 0xDBFFU;
        const bool low = *unit >= 0xDC00U && *unit <= 0xDFFFU;
        if (high) {
            const std::optional<unsigned> next = unit_at(m_text, index + 6);
            if (next && *next >= 0xDC00U && *next <= 0xDFFFU) {
                return index + 12;
            }
        }
        if (high || low) {
            m_surrogates.add(index);
            replace(index, index + 6, replacement);
        } else if (*unit == 0) {
            m_nuls.add(index);
            replace(index, index + 6, replacement);
        }
        return index + 6;
    }

    std::string_view m_text;
    std::size_t m_depthLimit;
    std::size_t m_depth = 0;
    bool m_inString = false;
    std::string m_out;
    std::size_t m_copied = 0; ///< what stands before this index of the text is in m_out already
    Tally m_nuls;
    Tally m_surrogates;
    Tally m_numbers;
};

/// The line of the first ill-formed byte. A sequence never reaches over a line break.
std::size_t first_ill_formed_line(std::string_view text) {
    std::size_t line = 1;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!is_valid_utf8(text.substr(0, end)) || end == text.size()) {
            return line;
        }
        text.remove_prefix(end + 1);
        ++line;
    }
}

} // namespace

Place place_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto characters = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {lines + 1, static_cast<std::size_t>(characters) + 1};
}

Result<std::string_view> mend_bytes(std::string_view bytes, std::size_t depth, std::string &storage, Repairs &repairs) {
    if (bytes.starts_with(byteOrderMark)) {
        bytes.remove_prefix(byteOrderMark.size());
    }
    if (!is_valid_utf8(bytes)) {
        std::size_t count = 0;
        storage = with_valid_utf8(bytes, &count);
        repairs.mended(counted(count, "place", "places") + " held bytes that are no text in UTF-8, " + (count == 1 ? "" : "the first ") +
                       "in line " + std::to_string(first_ill_formed_line(bytes)) + "; “\xEF\xBF\xBD” stands there now.");
        bytes = storage;
    }
    BytePass pass(bytes, depth);
    if (std::optional<Error> error = pass.run()) {
        return *error;
    }
    pass.report(repairs);
    std::string mended;
    const std::string_view result = pass.result(mended);
    if (result.data() == bytes.data()) {
        return bytes;
    }
    storage = std::move(mended);
    return std::string_view(storage);
}

} // namespace fullcourt
