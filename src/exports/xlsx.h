// A workbook for spreadsheets (Office Open XML, ECMA-376) with typed cells, written sheet by sheet and row by row.
//
//     XlsxWriter book("Our plan", {2026, 11, 26});
//     book.begin_sheet({.name = "Meetings", .columns = {{"Meeting", 30}, {"Minutes", 10}}});
//     book.row({std::string("Pod sync"), 30.0});
//     const std::string bytes = book.take();
//
// Text is text whatever it holds: there is no formula and no link in any cell, and one that looks like a formula stays text when
// somebody goes over it in a spreadsheet. What the format cannot hold is replaced (control characters, by U+FFFD) or cut and counted.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "io/zip.h"

namespace fullcourt {

/// What Excel reads of a sheet and of a cell.
inline constexpr std::size_t mostXlsxRows = 1'048'576;
inline constexpr std::size_t mostXlsxColumns = 16'384;
inline constexpr std::size_t mostXlsxCharacters = 32'767; ///< of UTF-16

struct XlsxDay {
    std::int32_t day = 0; ///< since 1970-01-01; before 1 March 1900 and after 9999 it is written as text
};
struct XlsxTime {
    int minutes = 0; ///< after midnight
};
using XlsxValue = std::variant<std::monostate, std::string, double, bool, XlsxDay, XlsxTime>;

/// How a cell looks; dates and times have a form of their own.
enum class XlsxLook { plain, head, strong, title, whole, tenths, percent, responsible, accountable, supports, consulted, informed, letter };

struct XlsxCell {
    XlsxValue value;
    XlsxLook look = XlsxLook::plain;

    XlsxCell() = default;
    /// A value is a cell by itself.
    template <class Value>
        requires std::constructible_from<XlsxValue, Value>
    XlsxCell(Value &&held, XlsxLook how = XlsxLook::plain) // NOLINT(google-explicit-constructor,bugprone-forwarding-reference-overload)
        : value(std::forward<Value>(held)), look(how) {}
};

struct XlsxColumn {
    std::string head;
    double width = 10; ///< in digits
};

struct XlsxSheet {
    std::string_view name; ///< at most 31 characters, none of []:*?/\ among them
    std::vector<XlsxColumn> columns;
    std::size_t frozenColumns = 0;
    bool hasHead = true; ///< a first row of heads, which stays in sight and filters
};

class XlsxWriter {
  public:
    XlsxWriter(std::string_view title, const Date &made);

    void begin_sheet(XlsxSheet sheet);
    void row(const std::vector<XlsxCell> &cells);
    /// Texts that were too long for a cell so far, and what was too much for the sheets before this one; for a person to read.
    std::vector<std::string> cuts() const;
    /// The whole file; the writer is then spent.
    std::string take();

  private:
    void end_sheet();
    void add_cell(std::size_t column, const XlsxCell &cell);
    void add_text(const std::string &place, std::string_view text, XlsxLook look);
    void add_parts();
    void flush();

    ZipWriter m_zip;
    std::string m_title;
    Date m_made;
    std::vector<std::string> m_names; ///< of the sheets
    XlsxSheet m_sheet;
    std::string m_xml; ///< of the sheet, as much as is not packed yet
    std::size_t m_rows = 0;
    std::size_t m_sheetBytes = 0;
    std::size_t m_cutTexts = 0;
    std::vector<std::string> m_cuts;
    std::size_t m_lostRows = 0;
    bool m_lostColumns = false;
};

} // namespace fullcourt
