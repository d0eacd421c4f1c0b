#include "io/mend_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

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

} // namespace

/// One walk over the text that knows strings from the rest. Copies only where something is mended.
class BytesMender::Pass {
  public:
    Pass(std::string_view text, std::size_t depth) : m_text(text), m_depthLimit(depth) {}

    /// Over so many bytes; true at the end, or where it failed.
    bool go_on(std::size_t most) {
        const std::size_t end = most < m_text.size() - m_index ? m_index + most : m_text.size();
        std::size_t index = m_index;
        while (index < end && m_depth <= m_depthLimit) {
            index = m_inString ? step_in_string(index) : step_outside(index);
        }
        // The last step may lead past the end: a backslash with nothing behind it.
        m_index = std::min(index, m_text.size());
        return m_index == m_text.size() || m_depth > m_depthLimit;
    }

    std::size_t position() const { return m_index; }

    std::optional<Error> error() const {
        if (m_depth <= m_depthLimit) {
            return std::nullopt;
        }
        return Error{"The file nests its brackets more than " + std::to_string(m_depthLimit) +
                         " deep; no plan does, so nothing of it was read.",
                     place_of(m_text, m_index - 1)};
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

    static std::string in_line(std::string_view text, const Tally &tally) {
        return std::string(tally.count == 1 ? "" : "the first ") + "in line " + std::to_string(place_of(text, tally.first).line);
    }

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
    std::size_t m_index = 0;
    std::size_t m_depth = 0;
    bool m_inString = false;
    std::string m_out;
    std::size_t m_copied = 0; ///< what stands before this index of the text is in m_out already
    Tally m_nuls;
    Tally m_surrogates;
    Tally m_numbers;
};

namespace {

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

BytesMender::BytesMender(std::string_view bytes, std::size_t depth)
    : m_bytes(bytes.substr(bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0)), m_depth(depth) {}

BytesMender::~BytesMender() = default;

bool BytesMender::check_encoding(std::size_t most) {
    std::size_t end = most < m_bytes.size() - m_checked ? m_checked + most : m_bytes.size();
    // No sequence reaches over an ASCII character.
    while (end < m_bytes.size() && end > m_checked && static_cast<unsigned char>(m_bytes[end - 1]) >= 0x80) {
        --end;
    }
    end = end == m_checked ? m_bytes.size() : end;
    if (!is_valid_utf8(m_bytes.substr(m_checked, end - m_checked))) {
        std::size_t count = 0;
        m_valid = with_valid_utf8(m_bytes, &count);
        m_repairs.mended(counted(count, "place", "places") + " held bytes that are no text in UTF-8, " + (count == 1 ? "" : "the first ") +
                         "in line " + std::to_string(first_ill_formed_line(m_bytes)) + "; “\xEF\xBF\xBD” stands there now.");
        m_isMended = true;
        end = m_bytes.size();
    }
    m_checked = end;
    return m_checked == m_bytes.size();
}

bool BytesMender::go_on(std::size_t most) {
    if (m_pass == nullptr) {
        if (check_encoding(most)) {
            m_pass = std::make_unique<Pass>(m_isMended ? std::string_view(m_valid) : m_bytes, m_depth);
        }
        return false;
    }
    return m_pass->go_on(most);
}

double BytesMender::part() const {
    const std::size_t done = m_checked + (m_pass == nullptr ? 0 : m_pass->position());
    return m_bytes.empty() ? 1 : std::min(1.0, static_cast<double>(done) / (2 * static_cast<double>(m_bytes.size())));
}

Result<std::string_view> BytesMender::take(Repairs &repairs) {
    if (std::optional<Error> error = m_pass->error()) {
        return *error;
    }
    m_pass->report(m_repairs);
    for (const std::string &sentence : m_repairs.report().sentences) {
        repairs.mended(sentence);
    }
    return m_pass->result(m_mended);
}

} // namespace fullcourt
