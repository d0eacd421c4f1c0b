// The pass over the bytes that comes before any parser: what would stop the parser at something small is mended,
// what could hurt it is refused. Private to io.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "io/repairs.h"

namespace fullcourt {

/// Takes off a byte order mark; ill-formed UTF-8 and lone surrogate escapes become U+FFFD, NUL becomes U+FFFD in
/// strings and a space elsewhere, a number beyond what a double holds becomes null: each reported with its count and
/// first line. Fails where brackets nest deeper than `depth`.
class BytesMender {
  public:
    /// The bytes outlive it.
    BytesMender(std::string_view bytes, std::size_t depth);
    ~BytesMender();
    BytesMender(const BytesMender &) = delete;
    BytesMender &operator=(const BytesMender &) = delete;

    /// Looks at about so many bytes; true when none is left, or it has failed.
    bool go_on(std::size_t most);
    /// How much is done, from 0 to 1.
    double part() const;
    /// When all is done. The result lies in the bytes or here.
    Result<std::string_view> take(Repairs &repairs);

  private:
    class Pass;
    bool check_encoding(std::size_t most);

    std::string_view m_bytes;
    std::size_t m_depth;
    std::size_t m_checked = 0; ///< bytes that are UTF-8
    bool m_isMended = false;   ///< what was not
    std::string m_valid;       ///< the bytes with that mended
    Repairs m_repairs;
    std::unique_ptr<Pass> m_pass;
    std::string m_mended;
};

/// Line and column (in characters) of a byte, counted from 1.
Place place_of(std::string_view text, std::size_t byte);

} // namespace fullcourt
