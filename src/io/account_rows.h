// The rows of an account table in a file: read beside the JSON tree, because a million small values would not fit in one.
// Private to io.
//
// In a file: [["","industry","employees"],["001A","Software",250],…]: first the ids of the columns behind the key's empty place,
// then one array a row. A missing cell is null; what ends a row with nothing is left out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/repairs.h"
#include "model/accounts.h"

namespace fullcourt {

/// Cells as they stood, row by row.
class RawRows {
  public:
    void add_null() { add(Kind::null, 0, 0); }
    void add_yes_no(bool yes) { add(Kind::yesNo, yes ? 1 : 0, 0); }
    void add_number(double number) { add(Kind::number, number, 0); }
    void add_text(std::string_view text) {
        add(Kind::text, static_cast<double>(m_texts.size()), static_cast<std::uint32_t>(text.size()));
        m_texts += text;
    }
    void end_row() { m_ends.push_back(m_cells.size()); }
    /// What was added since the last row ended.
    void drop_open_row() { m_cells.resize(m_ends.empty() ? 0 : m_ends.back()); }
    /// A row that was no list, or a cell that was a list or an object.
    void add_bad_row() { ++m_badRows; }
    void add_bad_cell() {
        ++m_badCells;
        add_null();
    }

    /// Makes room for so many times as much, within reason: a longer list grows as it goes.
    void reserve_times(std::size_t factor);

    std::size_t rows() const { return m_ends.size(); }
    std::size_t bad_rows() const { return m_badRows; }
    std::size_t bad_cells() const { return m_badCells; }
    std::size_t cells_of(std::size_t row) const { return m_ends[row] - begin_of(row); }
    /// As text: a number by shortest round-trip, yes and no as "true" and "false", "" for null and past the row's end.
    std::string text(std::size_t row, std::size_t cell) const;
    /// Gives a cell to the builder's column of that type.
    void give(std::size_t row, std::size_t cell, AccountColumnType type, AccountTableBuilder &builder, std::size_t column) const;

  private:
    enum class Kind : std::uint8_t { null, yesNo, number, text };
    struct Cell {
        double number;      ///< of a text: where it begins
        std::uint32_t size; ///< of a text, in bytes
        Kind kind;
    };
    void add(Kind kind, double number, std::uint32_t size) { m_cells.push_back({number, size, kind}); }
    std::size_t begin_of(std::size_t row) const { return row == 0 ? 0 : m_ends[row - 1]; }
    std::string_view text_of(const Cell &cell) const {
        return std::string_view(m_texts).substr(static_cast<std::size_t>(cell.number), cell.size);
    }

    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_ends;
    std::string m_texts;
    std::size_t m_badRows = 0;
    std::size_t m_badCells = 0;
};

struct AccountRowLimits {
    std::size_t rows = 1'000'000;
    std::size_t columns = 1'000;
};

/// What each column holds, by id. A column of the rows that is not here is text; it is added.
using AccountColumnTypes = std::map<AccountColumnId, AccountColumnType>;

/// Rows without a key or with one that stands twice are given one, longer keys are replaced by a digest of themselves, and cells
/// without a column are left out: each told.
AccountTable read_account_rows(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs);

/// The same in pieces. What it is given outlives it.
class AccountRowsReader {
  public:
    AccountRowsReader(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs);
    /// Reads some thousand rows; true when none is left.
    bool go_on();
    double part() const;
    AccountTable take();

  private:
    void read_key();
    void read_row();
    void tell();

    static constexpr std::size_t noColumn = std::string::npos;

    const RawRows &m_rows;
    AccountRowLimits m_limits;
    Repairs &m_repairs;
    std::vector<std::pair<AccountColumnId, AccountColumnType>> m_columns;
    std::vector<std::size_t> m_columnOf; ///< cell of a row behind the key → column
    std::size_t m_count = 0;             ///< rows that are read
    std::vector<std::string> m_keys;
    bool m_rising = true;                         ///< so far: each key is greater than the one before
    std::set<std::string, std::less<>> m_seen;    ///< all keys so far, once they do not rise
    std::optional<AccountTableBuilder> m_builder; ///< once all keys are known
    std::size_t m_outside = 0;                    ///< cells that stand in no column
};

/// The rows of a table as text, by chunks. The table outlives it.
class AccountRowsText {
  public:
    /// The columns stand in this order, then those of the table that are not among them.
    AccountRowsText(const AccountTable &table, std::vector<AccountColumnId> columns);
    /// `["","industry"]`
    std::string head() const;
    /// Each row behind `between`.
    void append_chunk(std::string &out, std::size_t chunk, std::string_view between) const;

  private:
    const AccountTable *m_table;
    std::vector<AccountColumnId> m_ids;
    std::vector<const AccountTable::Column *> m_columns;
};

/// The head and all rows, `between` between one and the next. "" for a table without rows.
std::string account_rows_json(const AccountTable &table, std::vector<AccountColumnId> columns, std::string_view between);

} // namespace fullcourt
