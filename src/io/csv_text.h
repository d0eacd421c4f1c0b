// A CSV or TSV file from anywhere → its cells (RFC 4180, read tolerantly). Nothing is dropped silently: what had to be mended is told.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fullcourt {

enum class CsvEncoding { utf8, utf16LittleEndian, utf16BigEndian, windows1252 };

struct CsvStyle {
    CsvEncoding encoding = CsvEncoding::utf8;
    char delimiter = ',';
    bool header = true;

    friend bool operator==(const CsvStyle &, const CsvStyle &) = default;
};
/// A mark at the beginning decides the encoding, else whether it is well-formed UTF-8; the delimiter is the one of , ; tab | that
/// cuts the first lines most evenly; a header is a first row of filled, different cells none of which is a number.
CsvStyle guess_csv_style(std::string_view bytes);

struct CsvLimits {
    std::size_t bytes = std::size_t{512} << 20U;
    std::size_t rows = 1'000'000;                  ///< more are left out, told
    std::size_t columns = 1'000;                   ///< more are refused
    std::size_t cells = 30'000'000;                ///< rows times columns: more are refused
    std::size_t cellBytes = std::size_t{1} << 20U; ///< a longer cell is cut, told
};

/// Cells of one buffer, row by row; every row has as many as the first, missing ones are empty.
class CsvTable {
  public:
    std::size_t rows() const { return m_lines.size(); } ///< without the header
    std::size_t columns() const { return m_header.size(); }
    const std::vector<std::string> &header() const { return m_header; } ///< "Column 3" where the file has none
    std::string_view cell(std::size_t row, std::size_t column) const {
        const Cell &cell = m_cells[m_first + row * m_header.size() + column];
        return std::string_view(m_text).substr(cell.begin, cell.size);
    }
    /// The line of the file that the row begins in, from 1.
    std::size_t line(std::size_t row) const { return m_lines[row]; }
    /// What was mended, a sentence each.
    const std::vector<std::string> &problems() const { return m_problems; }

  private:
    friend class CsvReader;
    struct Cell {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    std::string m_text; ///< below 4 GiB: at most three bytes for each of the file's
    std::vector<Cell> m_cells;
    std::size_t m_first = 0; ///< the header's cells stand before it
    std::vector<std::uint32_t> m_lines;
    std::vector<std::string> m_header;
    std::vector<std::string> m_problems;
};

/// Reads a file in pieces, so that a page can say how far it is, and stop. The bytes must outlive it.
class CsvReading {
  public:
    CsvReading(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits = {});
    CsvReading(CsvReading &&) noexcept;
    CsvReading &operator=(CsvReading &&) noexcept;
    ~CsvReading();

    /// Goes on over about so many bytes; true once all is read.
    bool go_on(std::size_t bytes);
    /// 0 to 1.
    double part() const;
    /// Once all is read. Fails for an empty file, one past the limits, and one with too many columns.
    Result<CsvTable> take();

  private:
    std::unique_ptr<class CsvReader> m_reader;
};

/// All at once.
Result<CsvTable> read_csv(std::string_view bytes, const CsvStyle &style, const CsvLimits &limits = {});

} // namespace fullcourt
