// A RACI grid as text: what spreadsheets copy and export (TSV, CSV after RFC 4180), in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "edit/edit.h"

namespace fullcourt {

/// Cells as text, rows of equal length. Reads tab, comma or semicolon (found by itself), quotes as RFC 4180, any
/// line ends, a byte order mark; UTF-8 is repaired, and the apostrophe that write_csv puts before a formula comes
/// off again. At most 100,000 cells and 1,000 columns.
struct TextTable {
    std::vector<std::vector<std::string>> rows;

    std::size_t columns() const { return rows.empty() ? 0 : rows.front().size(); }
};
Result<TextTable> read_table(std::string_view text);

/// RFC 4180 with CR LF; a cell that begins with = + - @ tab or CR gets an apostrophe in front, so that a
/// spreadsheet does not run it (a lone "-" stays).
std::string write_csv(const TextTable &table);
/// One cell of it: with the apostrophe and the quotes that it needs.
std::string guarded_cell(std::string_view cell);
/// Tabs and line feeds; quotes only where a cell holds a tab, a quote or a line break; the same apostrophe.
std::string write_tsv(const TextTable &table);

/// What a pasted table says, before anything is done with it.
struct GridText {
    struct Row {
        std::string activity;
        std::string phase;
        std::vector<Letters> letters; ///< one for each role
    };
    bool hasHeader = false;         ///< the first line names the roles
    bool hasNames = false;          ///< the first column names the activities
    std::vector<std::string> roles; ///< names as given; "Role 1" … where there is no header
    std::vector<Row> rows;
    /// "Row 3, column “VP Sales”: “X” is no letter of this grid; the cell stays empty." Rows and columns as in the text.
    std::vector<std::string> problems;
};

/// Header and name column are found by what the cells look like: letters or not. A row with a name and no letters
/// at all, followed by rows with letters, is a phase heading. `grid` says which letters there are.
/// Fails where the text holds no grid at all.
Result<GridText> read_grid(std::string_view text, const RaciGrid &grid);

/// The whole pasted grid as an edit on the plan: roles and activities that the plan has by name (after trimming and
/// lower-casing, short names too) keep their ids and get the pasted letters, new ones are added; with `replace`, the
/// grid shows exactly what was pasted (other activities are removed, other columns hidden).
PlanEdit paste_grid(const Plan &plan, const GridText &text, bool replace, const RandomBits &bits);

/// Letters alone into the rectangle that begins at the cursor, as a spreadsheet pastes: no rows or columns are
/// added; what does not fit or is no letter is reported and left out. One cell fills the whole selection.
struct CellPaste {
    PlanEdit edit;
    std::vector<std::string> problems;
};
CellPaste paste_cells(const Plan &plan, const TextTable &table, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns,
                      std::size_t firstRow, std::size_t firstColumn, std::size_t selectedRows, std::size_t selectedColumns);

/// The grid with header (activity, phase where there are any, roles by name).
TextTable grid_table(const Plan &plan);
/// A rectangle of letters alone, or with the heads.
TextTable cells_table(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, bool withHeads);

} // namespace fullcourt
