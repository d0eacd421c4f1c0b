// Shares with which more pairs of accounts stand in the order that people gave them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "analysis/row_values.h"

namespace fullcourt {

/// Indexes into some accounts: the first should have the higher score.
using WantedOrder = std::vector<std::pair<std::size_t, std::size_t>>;

/// How many of the pairs have it.
std::size_t pairs_in_order(const std::vector<RowValues> &accounts, const WantedOrder &wanted, const std::vector<double> &shares);

/// Σ |a − b|
double distance_between(const std::vector<double> &a, const std::vector<double> &b);

/// Shares that get most right among those that were tried, and among these the nearest to `start`, which adds up to 1; `start`
/// itself where none gets more right. Deterministic.
std::vector<double> better_shares(const std::vector<RowValues> &accounts, const WantedOrder &wanted, const std::vector<double> &start);

} // namespace fullcourt
