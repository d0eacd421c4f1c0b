// What a change of the score does to the list: which accounts come into another tier, and how far they move.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/weight_drag.h"

namespace fullcourt {

struct TierChange {
    std::uint32_t row = 0;
    Tier from = Tier::none;
    Tier to = Tier::none;
    std::uint32_t rankBefore = 0;
    std::uint32_t rankAfter = 0;
};

/// The higher tier comes first, whether it was left or reached; within it the better rank, now or before. Beyond the first 200 in
/// no certain order, so that a list of a million is looked through once.
std::vector<TierChange> tier_changes(const Scores &before, const Scores &after);
std::vector<TierChange> tier_changes(const Scores &before, const WeightDrag &after);

/// How many accounts went from a tier (first index) to another, Tier as number.
using TierFlow = std::array<std::array<std::size_t, 4>, 4>;
TierFlow tier_flow(const Scores &before, const Scores &after);
/// One pass over the rows: for every frame of a drag.
TierFlow tier_flow(const Scores &before, const WeightDrag &after);

/// "No account changes its tier." or "12 accounts change their tier: 3 go up, 9 go down."
std::string sentence_of(const std::vector<TierChange> &changes);
std::string sentence_of(const TierFlow &flow);

/// The rows whose place changes most, either way, those within the best `among` places of before or after alone; at most `most`,
/// the widest move first.
std::vector<TierChange> widest_moves(const Scores &before, const Scores &after, std::uint32_t among, std::size_t most);

/// Whether the first is the better tier.
bool is_higher(Tier a, Tier b);

} // namespace fullcourt
