// JSON bytes from anywhere → a tree within the caps, or a sentence. The only place that runs the parser. Private to io.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "io/repairs.h"

namespace fullcourt {

using Tree = nlohmann::json;

/// Of duplicate keys the last wins, reported. May throw std::bad_alloc and nothing else.
Result<Tree> read_tree(std::string_view bytes, const RestoreLimits &limits, Repairs &repairs);

/// Compact, keys sorted by bytes, numbers by shortest round-trip (whole numbers of 64 bits exactly): reading and
/// writing it again gives the same text.
std::string canonical_text(const Tree &tree);

/// "a text", "a list", …: for sentences.
std::string_view kind_of(const Tree &tree);

} // namespace fullcourt
