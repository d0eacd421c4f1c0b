// JSON bytes from anywhere → a tree within the caps, or a sentence. The only place that runs the parser. Private to io.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "io/account_rows.h"
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

/// Compact, keys sorted by bytes, numbers by shortest round-trip (whole numbers of 64 bits exactly): reading and
/// writing it again gives the same text.
std::string canonical_text(const Tree &tree);

/// "a text", "a list", …: for sentences.
std::string_view kind_of(const Tree &tree);

} // namespace fullcourt
