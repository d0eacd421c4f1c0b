// The pass over the bytes that comes before any parser: what would stop the parser at something small is mended,
// what could hurt it is refused. Private to io.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "io/repairs.h"

namespace fullcourt {

/// Takes off a byte order mark; ill-formed UTF-8 and lone surrogate escapes become U+FFFD, NUL becomes U+FFFD in
/// strings and a space elsewhere, a number beyond what a double holds becomes null: each reported with its count and
/// first line. Fails where brackets nest deeper than `depth`. The result lies in `bytes` or in `storage`.
Result<std::string_view> mend_bytes(std::string_view bytes, std::size_t depth, std::string &storage, Repairs &repairs);

/// Line and column (in characters) of a byte, counted from 1.
Place place_of(std::string_view text, std::size_t byte);

} // namespace fullcourt
