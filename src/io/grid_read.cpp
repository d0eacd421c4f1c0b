// A pasted table → what it says as a grid. Nothing here knows the plan's roles.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

constexpr std::size_t longestName = 1'000;
constexpr std::size_t mostGridProblems = 100;

enum class CellKind { blank, letters, text };

CellKind cell_kind(std::string_view cell) {
    const std::optional<Letters> letters = Letters::parse(cell);
    return !letters ? CellKind::text : letters->empty() ? CellKind::blank : CellKind::letters;
}

void replace_all(std::string &text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Without what word processors and spreadsheets leave about: no-break spaces, minus signs for "nothing".
std::string plain_cell(std::string cell) {
    replace_all(cell, "\u00A0", " ");
    cell = std::string(trimmed(cell));
    return cell == "\u2212" || cell == "\u2011" || cell == "\u2010" ? "-" : cell;
}

std::string plain_name(std::string_view cell) {
    const std::string line = on_one_line(cell);
    return std::string(trimmed(truncated(trimmed(line), longestName)));
}

/// How many cells of a line hold letters, and how many other text.
struct LetterTally {
    std::size_t letters = 0;
    std::size_t text = 0;

    void add(std::string_view cell) {
        letters += cell_kind(cell) == CellKind::letters ? 1U : 0U;
        text += cell_kind(cell) == CellKind::text ? 1U : 0U;
    }
    bool names() const { return text > letters; }
};

using TextRow = std::vector<std::string>;

LetterTally tally_row(const TextRow &row, std::size_t firstColumn) {
    LetterTally tally;
    for (std::size_t i = firstColumn; i < row.size(); ++i) {
        tally.add(row[i]);
    }
    return tally;
}

std::size_t filled_cells(const TextRow &row) {
    return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const std::string &cell) { return !cell.empty(); }));
}

class GridReader {
  public:
    GridReader(TextTable table, const RaciGrid &grid) : m_grid(grid) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            std::transform(table.rows[i].begin(), table.rows[i].end(), table.rows[i].begin(), plain_cell);
            if (filled_cells(table.rows[i]) != 0) {
                m_rows.push_back(std::move(table.rows[i]));
                m_lines.push_back(i + 1);
            }
        }
        while (!m_rows.empty() && !m_rows.front().empty() && is_blank_column(0)) {
            std::for_each(m_rows.begin(), m_rows.end(), [](TextRow &row) { row.erase(row.begin()); });
            ++m_skippedColumns;
        }
    }

    Result<GridText> read() {
        skip_title();
        find_heads();
        if (!is_grid()) {
            return Error{"There is no grid in this text: a grid has letters such as " + letters_of(m_grid) +
                             " where activities and roles meet.",
                         {}};
        }
        find_phase_column();
        read_roles();
        read_rows();
        return std::move(m_text);
    }

  private:
    bool is_blank_column(std::size_t column) const {
        return std::all_of(m_rows.begin(), m_rows.end(), [&](const TextRow &row) { return row[column].empty(); });
    }

    void problem(std::string sentence) {
        if (m_text.problems.size() < mostGridProblems) {
            m_text.problems.push_back(std::move(sentence));
        } else if (m_text.problems.size() == mostGridProblems) {
            m_text.problems.emplace_back("There are more problems of this kind.");
        }
    }

    /// A line above the heads that fills one cell alone.
    void skip_title() {
        while (m_rows.size() > 2 && filled_cells(m_rows[0]) == 1 && tally_row(m_rows[1], 1).names()) {
            const auto cell = std::find_if(m_rows[0].begin(), m_rows[0].end(), [](const std::string &text) { return !text.empty(); });
            problem("Row " + std::to_string(m_lines[0]) + ", “" + quoted(*cell) + "”, was taken for a title and left out.");
            m_rows.erase(m_rows.begin());
            m_lines.erase(m_lines.begin());
        }
    }

    void find_heads() {
        if (m_rows.empty()) {
            return;
        }
        LetterTally names;
        for (std::size_t i = m_rows.size() > 1 ? 1 : 0; i < m_rows.size(); ++i) {
            names.add(m_rows[i][0]);
        }
        // The corner of our own tables; without it, names of one letter would pass for letters.
        const std::string corner = lowered(m_rows[0][0]);
        const bool ours = m_rows.size() > 1 && m_rows[0].size() > 1 && (corner == "activity" || corner == "phase");
        m_text.hasNames = ours || names.names();
        m_text.hasHeader = ours || tally_row(m_rows[0], m_text.hasNames ? 1 : 0).names();
    }

    std::size_t first_row() const { return m_text.hasHeader ? 1 : 0; }
    std::size_t first_column() const { return m_text.hasNames ? 1 : 0; }

    /// Letters, and not by chance among other text; or a form with heads on both sides that is still to be filled.
    bool is_grid() const {
        LetterTally body;
        for (std::size_t i = first_row(); i < m_rows.size(); ++i) {
            const LetterTally row = tally_row(m_rows[i], first_column());
            body.letters += row.letters;
            body.text += row.text;
        }
        const bool form = m_text.hasHeader && m_text.hasNames && m_rows.size() > 1 && m_rows[0].size() > 1 && body.text == 0;
        return form || (body.letters != 0 && body.letters * 2 >= body.text);
    }

    /// A second column of names headed "Phase", before or after the activities.
    void find_phase_column() {
        if (!m_text.hasHeader || !m_text.hasNames) {
            return;
        }
        for (std::size_t column = 0; column < std::min<std::size_t>(2, m_rows[0].size() - 1); ++column) {
            const std::string head = lowered(m_rows[0][column]);
            LetterTally tally;
            for (std::size_t i = 1; i < m_rows.size(); ++i) {
                tally.add(m_rows[i][column]);
            }
            if ((head == "phase" || head == "group") && tally.letters == 0) {
                m_phaseColumn = column;
                m_nameColumn = 1 - column;
                return;
            }
        }
    }

    void read_roles() {
        for (std::size_t column = m_phaseColumn ? 2 : first_column(); column < m_rows[0].size(); ++column) {
            if (is_blank_column(column)) {
                continue;
            }
            m_columns.push_back(column);
            std::string name = m_text.hasHeader ? plain_name(m_rows[0][column]) : std::string();
            if (name.empty()) {
                name = "Role " + std::to_string(m_columns.size());
                if (m_text.hasHeader) {
                    problem("Column " + std::to_string(column + 1 + m_skippedColumns) + " has no head; its role is called “" + name + "”.");
                }
            }
            m_text.roles.push_back(std::move(name));
        }
    }

    bool has_letters(std::size_t index) const {
        return index < m_rows.size() && std::any_of(
                                            m_columns.begin(), m_columns.end(),
                                            [&](std::size_t column) { return cell_kind(m_rows[index][column]) == CellKind::letters; });
    }

    /// A name alone, with nothing at all in its cells ("-" is something), above a row with letters.
    bool is_phase_heading(std::size_t index) const {
        return !m_phaseColumn && m_text.hasNames && !plain_name(m_rows[index][0]).empty() && has_letters(index + 1) &&
               std::all_of(m_columns.begin(), m_columns.end(), [&](std::size_t column) { return m_rows[index][column].empty(); });
    }

    void read_rows() {
        std::string phase;
        for (std::size_t index = first_row(); index < m_rows.size(); ++index) {
            if (is_phase_heading(index)) {
                phase = plain_name(m_rows[index][0]);
                continue;
            }
            // Merged cells leave the phase's name in their first row alone.
            if (m_phaseColumn && cell_kind(m_rows[index][*m_phaseColumn]) == CellKind::text) {
                phase = plain_name(m_rows[index][*m_phaseColumn]);
            }
            read_row(index, phase);
        }
    }

    void read_row(std::size_t index, const std::string &phase) {
        GridText::Row row;
        row.phase = phase;
        row.activity = m_text.hasNames ? plain_name(m_rows[index][m_nameColumn]) : std::string();
        if (row.activity.empty()) {
            row.activity = "Activity " + std::to_string(m_text.rows.size() + 1);
            if (m_text.hasNames) {
                problem("Row " + std::to_string(m_lines[index]) + " has no name; its activity is called “" + row.activity + "”.");
            }
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            row.letters.push_back(read_letters(index, i));
        }
        m_text.rows.push_back(std::move(row));
    }

    Letters read_letters(std::size_t index, std::size_t role) {
        const std::string &cell = m_rows[index][m_columns[role]];
        const Letters letters = Letters::parse(cell).value_or(Letters());
        const std::string text = letters.text();
        const bool known = text.size() != 1 || is_letter_of(m_grid, text[0]);
        if (known && (cell_kind(cell) != CellKind::text)) {
            return letters;
        }
        problem("Row " + std::to_string(m_lines[index]) + ", column “" + quoted(m_text.roles[role]) + "”: “" + quoted(cell) +
                "” is no letter of this grid; the cell stays empty.");
        return {};
    }

    const RaciGrid &m_grid;
    std::vector<TextRow> m_rows;      ///< without empty ones
    std::vector<std::size_t> m_lines; ///< the number of each in the text, from 1
    std::size_t m_skippedColumns = 0;
    std::size_t m_nameColumn = 0;
    std::optional<std::size_t> m_phaseColumn;
    std::vector<std::size_t> m_columns; ///< of each role
    GridText m_text;
};

} // namespace

Result<GridText> read_grid(std::string_view text, const RaciGrid &grid) {
    Result<TextTable> table = read_table(text);
    if (!table) {
        return table.error();
    }
    return GridReader(*std::move(table), grid).read();
}

} // namespace fullcourt
