// JSON bytes from anywhere → a tree within the caps, or a sentence. The only place that runs the parser. Private to io.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "io/account_rows.h"
#include "io/mend_bytes.h"
#include "io/repairs.h"

namespace fullcourt {

using Tree = nlohmann::json;

/// Lists of account rows that are kept beside the tree: those at the key "accounts" of an object in so many objects and lists. In the
/// tree stands the list's number in `lists`.
struct AccountLists {
    std::size_t depth = 1;
    std::vector<RawRows> lists;

    /// Nothing where `tree` is no number of a list.
    const RawRows *at(const Tree *tree) const;
};

/// Of duplicate keys the last wins, reported. May throw std::bad_alloc and nothing else.
Result<Tree> read_tree(std::string_view bytes, const RestoreLimits &limits, Repairs &repairs, AccountLists &accounts);

/// The same in pieces, for the rows that scan_rows() reads: the parser reads up to the first of them, they are scanned some at a time,
/// and the parser reads the file anew, past them. What it is given outlives it.
class TreeReader {
  public:
    TreeReader(std::string_view bytes, const RestoreLimits &limits, Repairs &repairs, AccountLists &accounts);
    ~TreeReader();
    TreeReader(const TreeReader &) = delete;
    TreeReader &operator=(const TreeReader &) = delete;

    /// True when all is done, or cannot be. May throw std::bad_alloc and nothing else, as may take().
    bool go_on();
    double part() const;
    Result<Tree> take();

  private:
    bool find_rows();
    bool scan();
    void read();
    bool fail(Error error);

    std::string_view m_bytes;
    const RestoreLimits &m_limits;
    Repairs &m_repairs;
    AccountLists &m_accounts;
    std::unique_ptr<BytesMender> m_mender;
    std::string_view m_text;     ///< from its first character on; empty until it is mended
    std::size_t m_first = 0;     ///< where that stands
    std::size_t m_rowsBegin = 0; ///< behind the first row
    std::size_t m_scanned = 0;   ///< bytes behind that
    std::size_t m_values = 0;    ///< and values
    RawRows m_rows;
    bool m_scanning = false;
    Result<Tree> m_result = Tree();
};

/// Compact, keys sorted by bytes, numbers by shortest round-trip (whole numbers of 64 bits exactly): reading and
/// writing it again gives the same text.
std::string canonical_text(const Tree &tree);

/// "a text", "a list", …: for sentences.
std::string_view kind_of(const Tree &tree);

} // namespace fullcourt
