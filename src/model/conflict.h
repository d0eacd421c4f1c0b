// What several people made differently of one thing: kept in the plan until somebody chooses (DESIGN §4 "Merge").
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/extra.h"

namespace fullcourt {

/// Where in the plan: the keys that lead there in its file, an item of a list by its id. {"roles", "cfo", "headcount"} is a field,
/// {"roles", "cfo"} whether the role is there at all, {"grid", "rows", "close", "cfo"} a cell, {"accounts", "001A"} an account.
using PlanPath = std::vector<std::string>;

/// What stands at a place, as canonical JSON text; nothing: it is blank, or was deleted.
using PlaceValue = std::optional<std::string>;

struct Conflict {
    PlanPath path;
    PlaceValue base; ///< what all of them started from
    /// Each thing that somebody made of it, with who that was or when, where known. Neither "mine" nor "theirs", so that
    /// everybody who merges the same copies stores the same.
    std::map<PlaceValue, std::set<std::string>> values;
    Extra extra;

    friend auto operator<=>(const Conflict &, const Conflict &) = default;
};

/// By a key of their own: a digest of the place and of what it held before.
using Conflicts = std::map<std::string, Conflict>;

} // namespace fullcourt
