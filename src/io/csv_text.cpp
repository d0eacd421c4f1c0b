#include "io/csv_text.h"

#include <algorithm>
#include <array>
#include <cstring>
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

constexpr std::uint32_t replacement = 0xFFFD;

/// 0x80 to 0x9F; those that Windows leaves undefined are replaced.
constexpr std::array<std::uint32_t, 32> windowsHigh = {0x20AC,      replacement, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
                                                       0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, replacement, 0x017D, replacement,
                                                       replacement, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
                                                       0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, replacement, 0x017E, 0x0178};

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
            code = replacement;
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
    CsvReader(const CsvStyle &style, const CsvLimits &limits) : m_style(style), m_limits(limits) {}

    Result<CsvTable> read(std::string_view bytes) {
        if (bytes.size() > m_limits.bytes) {
            return Error{"The file has " + std::to_string(bytes.size()) + " bytes; Fullcourt reads up to " +
                             std::to_string(m_limits.bytes) + ".",
                         {}};
        }
        decode(bytes);
        if (trimmed(m_table.m_text).empty()) {
            return Error{"The file holds no rows.", {}};
        }
        cut();
        if (m_widest > m_limits.columns) {
            return Error{
                "A row has " + std::to_string(m_widest) + " columns; Fullcourt reads up to " + std::to_string(m_limits.columns) + ".", {}};
        }
        if (m_widest * m_rowEnds.size() > m_limits.cells) {
            return Error{"The file has " + std::to_string(m_rowEnds.size()) + " rows, and one of them " + std::to_string(m_widest) +
                             " columns; together that is more than Fullcourt reads.",
                         {}};
        }
        lay_out();
        return std::move(m_table);
    }

  private:
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
    void cut() {
        std::string &text = m_table.m_text;
        const char *const end = text.data() + text.size();
        char *at = text.data();
        std::size_t line = 1;
        while (at < end) {
            if (m_rowEnds.size() > m_limits.rows) {
                m_left += static_cast<std::size_t>(std::count(at, text.data() + text.size(), '\n')) + (text.back() == '\n' ? 0U : 1U);
                break;
            }
            const std::size_t begin = m_cells.size();
            m_rowLines.push_back(line);
            at = cut_row(at, end, line);
            const bool blank = m_cells.size() == begin + 1 && m_cells.back().size == 0;
            if (blank) {
                m_cells.pop_back();
                m_rowLines.pop_back();
                continue;
            }
            m_widest = std::max(m_widest, m_cells.size() - begin);
            m_rowEnds.push_back(m_cells.size());
        }
    }

    char *cut_row(char *at, const char *end, std::size_t &line) {
        for (;;) {
            at = at < end && *at == '"' ? cut_quoted(at, end, line) : cut_plain(at, end);
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
            ++line;
            return at;
        }
    }

    char *cut_plain(char *at, const char *end) {
        char *const begin = at;
        while (at < end && *at != m_style.delimiter && *at != '\n' && *at != '\r') {
            ++at;
        }
        add_cell(begin, static_cast<std::size_t>(at - begin));
        return at;
    }

    char *cut_quoted(char *at, const char *end, std::size_t &line) {
        char *const begin = ++at;
        char *write = begin;
        const std::size_t opened = line;
        for (;;) {
            if (at == end) {
                tell("The quote that opens in line " + std::to_string(opened) + " is never closed; everything after it is one cell.");
                break;
            }
            if (*at == '"') {
                ++at;
                if (at == end || *at != '"') {
                    break;
                }
            }
            line += *at == '\n' ? 1U : 0U;
            *write++ = *at++;
        }
        // What stands between the closing quote and the delimiter belongs to the cell.
        while (at < end && *at != m_style.delimiter && *at != '\n' && *at != '\r') {
            *write++ = *at++;
        }
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
        m_cells.push_back({static_cast<std::size_t>(begin - m_table.m_text.data()), cell.size()});
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
            m_table.m_lines.push_back(m_rowLines[row]);
            cell = m_rowEnds[row];
        }
        if (m_left != 0) {
            tell("About " + counted(m_left, "row", "rows") + " stood past the " + std::to_string(m_limits.rows) +
                 " that Fullcourt reads and were left out.");
        }
    }

    const CsvStyle &m_style;
    const CsvLimits &m_limits;
    CsvTable m_table;
    std::vector<CsvTable::Cell> m_cells;
    std::vector<std::size_t> m_rowEnds;
    std::vector<std::size_t> m_rowLines;
    std::size_t m_widest = 0;
    std::size_t m_left = 0;
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
        for (std::size_t column = 0; column < table->columns(); ++column) {
            const std::string_view name = trimmed(table->cell(0, column));
            style.header = style.header && !name.empty() && !parse_number(name) && names.insert(name).second;
        }
    }
    return style;
}

Result<CsvTable> read_csv(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits) {
    return CsvReader(style, limits).read(bytes);
}

} // namespace fullcourt
