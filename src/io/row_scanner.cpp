#include "io/row_scanner.h"

#include <string>

#include "base/number.h"

namespace fullcourt {
namespace {

class RowScanner {
  public:
    RowScanner(std::string_view text, RawRows &rows) : m_text(text), m_rows(rows) {}

    /// A comma and a row of at most so many cells.
    bool row(std::size_t most) {
        m_cells = 0;
        if (!take(',') || !take('[')) {
            return false;
        }
        if (take(']')) {
            m_rows.end_row();
            return true;
        }
        do {
            skip_space();
            if (m_cells == most || !cell()) {
                return false;
            }
            ++m_cells;
        } while (take(','));
        if (!take(']')) {
            return false;
        }
        m_rows.end_row();
        return true;
    }

    std::size_t position() const { return m_at; }
    std::size_t cells() const { return m_cells; } ///< of the row

  private:
    char now() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skip_space() {
        while (now() == ' ' || now() == '\n' || now() == '\r' || now() == '\t') {
            ++m_at;
        }
    }

    bool take(char wanted) {
        skip_space();
        if (now() != wanted) {
            return false;
        }
        ++m_at;
        return true;
    }

    bool take_word(std::string_view word) {
        if (!m_text.substr(m_at).starts_with(word)) {
            return false;
        }
        m_at += word.size();
        return true;
    }

    bool cell() {
        switch (now()) {
        case '"': ++m_at; return text();
        case 'n': m_rows.add_null(); return take_word("null");
        case 't': m_rows.add_yes_no(true); return take_word("true");
        case 'f': m_rows.add_yes_no(false); return take_word("false");
        default: return number();
        }
    }

    bool number() {
        const std::string_view rest = m_text.substr(m_at);
        const PlainDecimal found = leading_decimal(rest);
        const std::string_view digits = rest.substr(rest.starts_with('-') ? 1 : 0);
        const bool leadingZero = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
        if (found.size == 0 || leadingZero) {
            return false;
        }
        m_rows.add_number(found.value);
        m_at += found.size;
        return true;
    }

    /// Behind the first quote.
    bool text() {
        const std::size_t end = end_of_plain();
        if (end < m_text.size() && m_text[end] == '"') {
            m_rows.add_text(m_text.substr(m_at, end - m_at));
            m_at = end + 1;
            return true;
        }
        return escaped_text();
    }

    /// Where the first quote, backslash or control character stands.
    std::size_t end_of_plain() const {
        std::size_t end = m_at;
        while (end < m_text.size() && m_text[end] != '"' && m_text[end] != '\\' && static_cast<unsigned char>(m_text[end]) >= ' ') {
            ++end;
        }
        return end;
    }

    bool escaped_text() {
        static constexpr std::string_view escapes = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        m_unescaped.clear();
        while (true) {
            const std::size_t end = end_of_plain();
            m_unescaped += m_text.substr(m_at, end - m_at);
            m_at = end + 1;
            if (end < m_text.size() && m_text[end] == '"') {
                m_rows.add_text(m_unescaped);
                return true;
            }
            const std::size_t escape =
                end + 1 < m_text.size() && m_text[end] == '\\' ? escapes.find(m_text[end + 1]) : std::string_view::npos;
            if (escape == std::string_view::npos) {
                return false;
            }
            m_unescaped += meanings[escape];
            ++m_at;
        }
    }

    std::string_view m_text;
    RawRows &m_rows;
    std::size_t m_at = 0;
    std::size_t m_cells = 0;
    std::string m_unescaped;
};

} // namespace

ScannedRows scan_rows(std::string_view text, std::size_t most, RawRows &rows) {
    ScannedRows scanned;
    RowScanner scanner(text, rows);
    while (scanned.values < most && scanner.row(most - scanned.values - 1)) {
        scanned.bytes = scanner.position();
        scanned.values += 1 + scanner.cells();
    }
    rows.drop_open_row();
    return scanned;
}

} // namespace fullcourt
