// Tables as text: CSV after RFC 4180 and what spreadsheets put on the clipboard.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostCells = 100'000;
constexpr std::size_t mostColumns = 1'000;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// How many of the first records hold each delimiter, and how often, outside of quotes.
struct DelimiterCount {
    static constexpr std::array<char, 3> delimiters = {'\t', ',', ';'};
    std::array<std::size_t, 3> records{};
    std::array<std::size_t, 3> total{};

    void add_record(const std::array<std::size_t, 3> &inRecord) {
        for (std::size_t i = 0; i < delimiters.size(); ++i) {
            records[i] += inRecord[i] == 0 ? 0U : 1U;
            total[i] += inRecord[i];
        }
    }

    char best() const {
        // Names hold commas and semicolons, but hardly ever tabs.
        if (records[0] != 0 && records[0] >= records[1] && records[0] >= records[2]) {
            return delimiters[0];
        }
        return std::pair(records[2], total[2]) > std::pair(records[1], total[1]) ? delimiters[2] : delimiters[1];
    }
};

std::size_t delimiter_index(char c) {
    const auto &all = DelimiterCount::delimiters;
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), c) - all.begin());
}

char find_delimiter(std::string_view text) {
    static constexpr std::size_t sample = 20;
    DelimiterCount count;
    std::array<std::size_t, 3> inRecord{};
    std::size_t records = 0;
    bool quoted = false;
    bool cellBegins = true;
    for (std::size_t i = 0; i < text.size() && records < sample; ++i) {
        const char c = text[i];
        const std::size_t delimiter = delimiter_index(c);
        if (quoted) {
            quoted = c != '"';
        } else if (c == '"') {
            // Also the second half of a doubled quote, which goes back in.
            quoted = cellBegins || text[i - 1] == '"';
        } else if (ends_line(c)) {
            count.add_record(inRecord);
            inRecord = {};
            ++records;
        } else if (delimiter < inRecord.size()) {
            ++inRecord[delimiter];
        }
        cellBegins = ends_line(c) || delimiter < inRecord.size();
    }
    count.add_record(inRecord);
    return count.best();
}

/// A cell that a spreadsheet would run, or one that would lose its apostrophe on the way back.
bool is_formula(std::string_view cell) {
    const std::size_t first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && cell != "-" && std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
}

class TableReader {
  public:
    TableReader(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    Result<TextTable> read() {
        while (m_index < m_text.size()) {
            read_row();
            m_columns = std::max(m_columns, m_table.rows.back().size());
            if (m_columns > mostColumns) {
                return Error{"Row " + std::to_string(m_table.rows.size()) + " has more than 1,000 columns; that is too much for a grid.",
                             {}};
            }
            if (m_columns * m_table.rows.size() > mostCells) {
                return Error{"The text holds more than 100,000 cells; that is too much for a grid.", {}};
            }
        }
        for (std::vector<std::string> &row : m_table.rows) {
            row.resize(m_columns);
        }
        return std::move(m_table);
    }

  private:
    void read_row() {
        std::vector<std::string> &row = m_table.rows.emplace_back();
        row.push_back(read_cell());
        while (m_index < m_text.size() && m_text[m_index] == m_delimiter && row.size() <= mostColumns) {
            ++m_index;
            row.push_back(read_cell());
        }
        if (m_index < m_text.size() && ends_line(m_text[m_index])) {
            m_index += m_text.substr(m_index, 2) == "\r\n" ? 2U : 1U;
        }
    }

    std::string read_cell() {
        // In two steps: the operands of + may be read in either order.
        std::string cell = read_quoted();
        cell += read_plain();
        if (cell.starts_with('\'') && is_formula(cell)) {
            cell.erase(0, 1);
        }
        return cell;
    }

    std::string read_plain() {
        const std::size_t begin = m_index;
        while (m_index < m_text.size() && m_text[m_index] != m_delimiter && !ends_line(m_text[m_index])) {
            ++m_index;
        }
        return std::string(m_text.substr(begin, m_index - begin));
    }

    /// What stands in quotes at the front of a cell. A quote that nobody closes is an ordinary character.
    std::string read_quoted() {
        std::string out;
        if (m_quotesEnd || m_index >= m_text.size() || m_text[m_index] != '"') {
            return out;
        }
        std::size_t begin = m_index + 1;
        while (true) {
            const std::size_t quote = m_text.find('"', begin);
            if (quote == std::string_view::npos) {
                m_quotesEnd = true;
                return {};
            }
            out += m_text.substr(begin, quote - begin);
            begin = quote + 2;
            if (m_text.substr(quote + 1, 1) != "\"") {
                m_index = quote + 1;
                return out;
            }
            out += '"';
        }
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_index = 0;
    bool m_quotesEnd = false; ///< no later quote is closed, so looking for its end is over
    std::size_t m_columns = 0;
    TextTable m_table;
};

std::string written_cell(std::string_view cell, std::string_view needQuotes) {
    std::string guarded = (is_formula(cell) ? "'" : "") + std::string(cell);
    const bool looksLikeMark = guarded.starts_with(byteOrderMark);
    if (!looksLikeMark && guarded.find_first_of(needQuotes) == std::string::npos) {
        return guarded;
    }
    std::string out = "\"";
    for (const char c : guarded) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

std::string written(const TextTable &table, char delimiter, std::string_view lineEnd, std::string_view needQuotes) {
    std::string out;
    for (const std::vector<std::string> &row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += i == 0 ? "" : std::string(1, delimiter);
            out += written_cell(row[i], needQuotes);
        }
        out += lineEnd;
    }
    return out;
}

} // namespace

Result<TextTable> read_table(std::string_view text) {
    while (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    if (text.empty()) {
        return Error{"There is no text to read.", {}};
    }
    std::string sound = with_valid_utf8(text);
    std::replace(sound.begin(), sound.end(), '\0', ' ');
    return TableReader(sound, find_delimiter(sound)).read();
}

std::string write_csv(const TextTable &table) { return written(table, ',', "\r\n", ",;\t\"\r\n"); }

std::string guarded_cell(std::string_view cell) { return written_cell(cell, ",;\t\"\r\n"); }

std::string write_tsv(const TextTable &table) { return written(table, '\t', "\n", "\t\"\r\n"); }

} // namespace fullcourt
