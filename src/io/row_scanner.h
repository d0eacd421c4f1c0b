// Rows of accounts as this program writes them, read several times as fast as the parser does, which gets what is written
// otherwise. Private to io.
#pragma once

#include <cstddef>
#include <string_view>

#include "io/account_rows.h"

namespace fullcourt {

struct ScannedRows {
    std::size_t bytes = 0;  ///< up to the end of the last whole row
    std::size_t values = 0; ///< rows and cells
};

/// Reads rows, each behind a comma, from valid UTF-8. Ends before the first one that the parser has to judge: what is no JSON,
/// lists and objects in cells, escapes by number, numbers that doubles do not hold as written, and what would be more than
/// `most` values.
ScannedRows scan_rows(std::string_view text, std::size_t most, RawRows &rows);

} // namespace fullcourt
