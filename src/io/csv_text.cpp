#include "io/csv_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <set>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t mostProblems = 50;

// ---- Encodings

void append_code_point(std::string &out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6U);
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | code >> 12U);
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | code >> 18U);
        out += static_cast<char>(0x80U | (code >> 12U & 0x3FU));
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

constexpr std::uint32_t replacementCharacter = 0xFFFD;

/// 0x80 to 0x9F; those that Windows leaves undefined are replaced.
constexpr std::array<std::uint32_t, 32> windowsHigh = {0x20AC,
                                                       replacementCharacter,
                                                       0x201A,
                                                       0x0192,
                                                       0x201E,
                                                       0x2026,
                                                       0x2020,
                                                       0x2021,
                                                       0x02C6,
                                                       0x2030,
                                                       0x0160,
                                                       0x2039,
                                                       0x0152,
                                                       replacementCharacter,
                                                       0x017D,
                                                       replacementCharacter,
                                                       replacementCharacter,
                                                       0x2018,
                                                       0x2019,
                                                       0x201C,
                                                       0x201D,
                                                       0x2022,
                                                       0x2013,
                                                       0x2014,
                                                       0x02DC,
                                                       0x2122,
                                                       0x0161,
                                                       0x203A,
                                                       0x0153,
                                                       replacementCharacter,
                                                       0x017E,
                                                       0x0178};

std::string from_windows(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_code_point(out, byte >= 0x80 && byte < 0xA0 ? windowsHigh[byte - 0x80] : byte);
    }
    return out;
}

std::string from_utf16(std::string_view bytes, bool bigEndian) {
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(bigEndian ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        const bool high = code >= 0xD800 && code < 0xDC00;
        const std::uint32_t low = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (high && low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = replacementCharacter;
        }
        if (code != 0xFEFF) {
            append_code_point(out, code);
        }
    }
    return out;
}

// ---- Guessing

constexpr std::array delimiters = {',', ';', '\t', '|'};

/// Cells of each of the first lines if it were cut at `delimiter`, quotes respected.
std::vector<std::size_t> widths(std::string_view text, char delimiter) {
    constexpr std::size_t mostLines = 40;
    std::vector<std::size_t> widths;
    std::size_t cells = 1;
    bool quoted = false;
    bool any = false;
    for (const char c : text) {
        any = any || (c != '\n' && c != '\r');
        if (c == '"') {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            ++cells;
        } else if (c == '\n' && !quoted) {
            if (any) {
                widths.push_back(cells);
            }
            cells = 1;
            any = false;
            if (widths.size() == mostLines) {
                return widths;
            }
        }
    }
    if (any) {
        widths.push_back(cells);
    }
    return widths;
}

char guess_delimiter(std::string_view text) {
    char best = ',';
    std::size_t bestScore = 0;
    for (const char delimiter : delimiters) {
        const std::vector<std::size_t> cut = widths(text, delimiter);
        if (cut.empty() || cut.front() < 2) {
            continue;
        }
        const auto alike = static_cast<std::size_t>(std::count(cut.begin(), cut.end(), cut.front()));
        const std::size_t score = alike * 1000 / cut.size() * 1000 + std::min<std::size_t>(cut.front(), 999);
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

} // namespace

class CsvReader {
  public:
    CsvReader(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits) : m_bytes(bytes), m_style(style), m_limits(limits) {}

    bool go_on(std::size_t bytes) {
        if (m_error || m_done) {
            return true;
        }
        if (!m_decoded) {
            begin();
            return m_error.has_value();
        }
        cut(bytes);
        m_done = m_at == m_table.m_text.size();
        return m_done;
    }

    double part() const { return m_table.m_text.empty() ? 0 : static_cast<double>(m_at) / static_cast<double>(m_table.m_text.size()); }

    Result<CsvTable> take() {
        if (!m_error && m_widest > m_limits.columns) {
            fail("A row has " + std::to_string(m_widest) + " columns; Fullcourt reads up to " + std::to_string(m_limits.columns) + ".");
        }
        if (!m_error && m_widest * m_rowEnds.size() > m_limits.cells) {
            fail("The file has " + std::to_string(m_rowEnds.size()) + " rows, and one of them " + std::to_string(m_widest) +
                 " columns; together that is more than Fullcourt reads.");
        }
        if (m_error) {
            return *m_error;
        }
        lay_out();
        return std::move(m_table);
    }

  private:
    void fail(std::string sentence) { m_error = Error{std::move(sentence), {}}; }

    void begin() {
        m_decoded = true;
        if (m_bytes.size() > m_limits.bytes) {
            fail("The file has " + std::to_string(m_bytes.size()) + " bytes; Fullcourt reads up to " + std::to_string(m_limits.bytes) +
                 ".");
            return;
        }
        decode(m_bytes);
        if (trimmed(m_table.m_text).empty()) {
            fail("The file holds no rows.");
            return;
        }
        constexpr std::size_t bytesOfCell = 7; // about, in an export
        m_cells.reserve(m_table.m_text.size() / bytesOfCell);
        for (const char c : {m_style.delimiter, '\n', '\r'}) {
            m_stops[static_cast<unsigned char>(c)] = true;
        }
    }

    void tell(const std::string &sentence) {
        if (m_table.m_problems.size() < mostProblems) {
            m_table.m_problems.push_back(sentence);
        }
    }

    void decode(std::string_view bytes) {
        std::string &text = m_table.m_text;
        switch (m_style.encoding) {
        case CsvEncoding::utf16LittleEndian: text = from_utf16(bytes, false); break;
        case CsvEncoding::utf16BigEndian: text = from_utf16(bytes, true); break;
        case CsvEncoding::windows1252: text = from_windows(bytes); break;
        case CsvEncoding::utf8: {
            if (bytes.starts_with(utf8Mark)) {
                bytes.remove_prefix(utf8Mark.size());
            }
            std::size_t replaced = 0;
            text = is_valid_utf8(bytes) ? std::string(bytes) : with_valid_utf8(bytes, &replaced);
            if (replaced != 0) {
                tell(counted(replaced, "place was", "places were") + " no valid UTF-8 and became “�”.");
            }
            break;
        }
        }
        const auto nulls = std::count(text.begin(), text.end(), '\0');
        if (nulls != 0) {
            std::replace(text.begin(), text.end(), '\0', ' ');
            tell(counted(static_cast<std::size_t>(nulls), "NUL character", "NUL characters") + " became blank.");
        }
    }

    /// Cuts the text into cells; quoted ones are unescaped in place, which only makes them shorter.
    void cut(std::size_t bytes) {
        std::string &text = m_table.m_text;
        char *const begin = text.data();
        const char *const end = begin + text.size();
        char *at = begin + m_at;
        const char *const stop = begin + std::min(text.size(), m_at + std::max<std::size_t>(bytes, 1));
        while (at < stop) {
            if (m_rowEnds.size() > m_limits.rows) {
                m_left += static_cast<std::size_t>(std::count(static_cast<const char *>(at), end, '\n')) + (text.back() == '\n' ? 0U : 1U);
                m_at = text.size();
                return;
            }
            const std::size_t first = m_cells.size();
            m_rowLines.push_back(static_cast<std::uint32_t>(m_line));
            at = cut_row(at, end);
            if (m_cells.size() == first + 1 && m_cells.back().size == 0) { // a blank line
                m_cells.pop_back();
                m_rowLines.pop_back();
                continue;
            }
            const std::size_t width = m_cells.size() - first;
            m_ragged = m_ragged || (m_widest != 0 && width != m_widest);
            m_widest = std::max(m_widest, width);
            m_rowEnds.push_back(m_cells.size());
        }
        m_at = static_cast<std::size_t>(at - begin);
    }

    char *cut_row(char *at, const char *end) {
        for (;;) {
            at = at < end && *at == '"' && !m_quotesEnd ? cut_quoted(at, end) : cut_plain(at, end);
            if (at == end) {
                return at;
            }
            const char stop = *at++;
            if (stop == m_style.delimiter) {
                if (at == end) { // an empty cell at the file's end
                    m_cells.push_back({});
                    return at;
                }
                continue;
            }
            if (stop == '\r' && at < end && *at == '\n') {
                ++at;
            }
            ++m_line;
            return at;
        }
    }

    char *to_stop(char *at, const char *end) const {
        while (at < end && !m_stops[static_cast<unsigned char>(*at)]) {
            ++at;
        }
        return at;
    }

    char *cut_plain(char *at, const char *end) {
        char *const begin = at;
        at = to_stop(at, end);
        add_cell(begin, static_cast<std::size_t>(at - begin));
        return at;
    }

    /// The quote that closes what opens before `at`; nothing where none does. `doubled` where there are escaped ones before it.
    static char *closing_quote(char *at, const char *end, bool &doubled) {
        for (;;) {
            auto *quote = static_cast<char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
            if (quote == nullptr || quote + 1 == end || quote[1] != '"') {
                return quote;
            }
            doubled = true;
            at = quote + 2;
        }
    }

    char *cut_quoted(char *at, const char *end) {
        char *const begin = at + 1;
        bool doubled = false;
        char *const close = closing_quote(begin, end, doubled);
        if (close == nullptr) {
            tell("The quote that opens in line " + std::to_string(m_line) +
                 " is never closed; it and the quotes after it are taken as they stand.");
            m_quotesEnd = true; // looking for the end again and again would take for ever
            return cut_plain(at, end);
        }
        // What stands between the closing quote and the delimiter belongs to the cell.
        char *const rest = close + 1;
        at = to_stop(rest, end);
        m_line += static_cast<std::size_t>(std::count(begin, close, '\n'));
        char *write = close;
        if (doubled) {
            write = begin;
            for (const char *read = begin; read < close; ++read) {
                *write++ = *read;
                read += *read == '"' ? 1 : 0;
            }
        }
        write = std::copy(rest, at, write);
        add_cell(begin, static_cast<std::size_t>(write - begin));
        return at;
    }

    void add_cell(const char *begin, std::size_t size) {
        std::string_view cell(begin, size);
        if (size > m_limits.cellBytes) {
            cell = truncated(cell, m_limits.cellBytes);
            tell("A cell in line " + std::to_string(m_rowLines.back()) + " has " + std::to_string(size) + " bytes; it was cut to " +
                 std::to_string(cell.size()) + ".");
        }
        m_cells.push_back({static_cast<std::uint32_t>(begin - m_table.m_text.data()), static_cast<std::uint32_t>(cell.size())});
    }

    std::string_view text_of(const CsvTable::Cell &cell) const { return std::string_view(m_table.m_text).substr(cell.begin, cell.size); }

    /// Every row as wide as the widest: cells that a ragged row has too many get columns of their own rather than being lost.
    void lay_out() {
        std::size_t row = 0;
        std::size_t cell = 0;
        if (m_style.header && !m_rowEnds.empty()) {
            for (; cell < m_rowEnds[0]; ++cell) {
                m_table.m_header.push_back(on_one_line(trimmed(text_of(m_cells[cell]))));
            }
            row = 1;
        }
        const std::size_t named = m_table.m_header.size();
        while (m_table.m_header.size() < m_widest) {
            m_table.m_header.emplace_back();
        }
        for (std::size_t i = 0; i < m_widest; ++i) {
            if (m_table.m_header[i].empty()) {
                m_table.m_header[i] = "Column " + std::to_string(i + 1);
            }
        }
        const std::size_t expected = named == 0 && !m_rowEnds.empty() ? m_rowEnds[0] : named;
        m_table.m_lines.assign(m_rowLines.begin() + static_cast<std::ptrdiff_t>(row), m_rowLines.end());
        if (m_ragged) {
            fill_up(row, cell, expected);
        } else {
            m_table.m_cells = std::move(m_cells);
            m_table.m_first = cell;
        }
        if (m_left != 0) {
            tell("About " + counted(m_left, "row", "rows") + " stood past the " + std::to_string(m_limits.rows) +
                 " that Fullcourt reads and were left out.");
        }
    }

    /// Rows that are shorter than the widest get empty cells.
    void fill_up(std::size_t row, std::size_t cell, std::size_t expected) {
        m_table.m_cells.reserve((m_rowEnds.size() - row) * m_widest);
        for (; row < m_rowEnds.size(); ++row) {
            const std::size_t count = m_rowEnds[row] - cell;
            if (count != expected) {
                tell("Line " + std::to_string(m_rowLines[row]) + " has " + counted(count, "cell", "cells") + " where the first has " +
                     std::to_string(expected) +
                     (count < expected ? "; the missing ones are empty." : "; the others stand in a column without a name."));
            }
            m_table.m_cells.insert(m_table.m_cells.end(), m_cells.begin() + static_cast<std::ptrdiff_t>(cell),
                                   m_cells.begin() + static_cast<std::ptrdiff_t>(m_rowEnds[row]));
            m_table.m_cells.resize(m_table.m_cells.size() + m_widest - count);
            cell = m_rowEnds[row];
        }
    }

    std::string_view m_bytes;
    CsvStyle m_style;
    CsvLimits m_limits;
    CsvTable m_table;
    std::vector<CsvTable::Cell> m_cells;
    std::vector<std::size_t> m_rowEnds;
    std::vector<std::uint32_t> m_rowLines;
    std::array<bool, 256> m_stops{}; ///< by byte: what ends a cell without quotes
    std::optional<Error> m_error;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_widest = 0;
    std::size_t m_left = 0;
    bool m_decoded = false;
    bool m_done = false;
    bool m_ragged = false;    ///< a row has another number of cells than those before it
    bool m_quotesEnd = false; ///< a quote was never closed: those after it are ordinary characters
};

CsvStyle guess_csv_style(std::string_view bytes) {
    CsvStyle style;
    constexpr std::size_t looked = std::size_t{1} << 18U;
    const std::string_view head = bytes.substr(0, looked);
    if (bytes.starts_with("\xFF\xFE")) {
        style.encoding = CsvEncoding::utf16LittleEndian;
    } else if (bytes.starts_with("\xFE\xFF")) {
        style.encoding = CsvEncoding::utf16BigEndian;
    } else if (!is_valid_utf8(bytes)) {
        style.encoding = CsvEncoding::windows1252;
    }
    CsvStyle plain = style;
    plain.header = false;
    const std::string text = style.encoding == CsvEncoding::utf16LittleEndian ? from_utf16(head, false)
                             : style.encoding == CsvEncoding::utf16BigEndian  ? from_utf16(head, true)
                                                                              : std::string(head);
    style.delimiter = plain.delimiter = guess_delimiter(text);
    const Result<CsvTable> table = read_csv(head.substr(0, 1U << 14U), plain);
    if (table && table->rows() > 0) {
        std::set<std::string_view> names;
        std::size_t filled = table->columns(); // a longer row further down makes cells here that the file does not have
        while (filled > 0 && trimmed(table->cell(0, filled - 1)).empty()) {
            --filled;
        }
        for (std::size_t column = 0; column < filled; ++column) {
            const std::string_view name = trimmed(table->cell(0, column));
            style.header = style.header && !name.empty() && !parse_number(name) && names.insert(name).second;
        }
    }
    return style;
}

CsvReading::CsvReading(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits)
    : m_reader(std::make_unique<CsvReader>(bytes, style, limits)) {}
CsvReading::CsvReading(CsvReading &&) noexcept = default;
CsvReading &CsvReading::operator=(CsvReading &&) noexcept = default;
CsvReading::~CsvReading() = default;

bool CsvReading::go_on(std::size_t bytes) { return m_reader->go_on(bytes); }
double CsvReading::part() const { return m_reader->part(); }
Result<CsvTable> CsvReading::take() { return m_reader->take(); }

Result<CsvTable> read_csv(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits) {
    CsvReader reader(bytes, style, limits);
    while (!reader.go_on(bytes.size() * 3 + 1)) {
    }
    return reader.take();
}

} // namespace fullcourt
