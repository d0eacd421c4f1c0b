// Order as keys, not as indices: moving one item changes that item alone, and two people's moves merge.
//
// A position is text over 0-9A-Za-z compared by bytes, never empty and never ending in '0', so that there is
// always room on both sides of it. Items sort by (position, id).
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fullcourt {

struct Position {
    std::string key = "V";

    friend auto operator<=>(const Position &, const Position &) = default;
};

bool is_valid_position(std::string_view key);

/// A position strictly between the two; an empty text stands for "before everything" or "after everything".
/// Where `before` is not less than `after` (hostile or colliding keys) the result is just after `before`; a text
/// that is no position counts as empty.
Position position_between(std::string_view before, std::string_view after);
/// `count` positions in rising order strictly between the two, shorter than one call after another would make them.
std::vector<Position> positions_between(std::string_view before, std::string_view after, std::size_t count);

/// The indices of `positions` in rising order; those that are alike keep theirs.
std::vector<std::size_t> rising(const std::vector<const Position *> &positions);

/// The `index`-th (from 0) of `count` positions spread evenly: for templates and pasted lists.
Position spread_position(std::size_t index, std::size_t count);

} // namespace fullcourt
