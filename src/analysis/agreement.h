// How far the two sides' weights lead to the same accounts (RULES §3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

struct SidesAgreement {
    std::size_t best = 0;              ///< how many of each side's best are compared: 50, or fewer where fewer have a score
    std::size_t shared = 0;            ///< accounts among both
    std::optional<double> overlap;     ///< shared / best; nothing where one side scores no account
    std::vector<std::uint32_t> differ; ///< rows whose tier differs, in the order of the table
    std::string sentence;              ///< "The sides share 31 of their 50 best accounts; 12 accounts are in different tiers."
};

/// Of the same table.
SidesAgreement sides_agreement(const Scores &marketing, const Scores &sales);

/// Kendall's τ-b on the quantised scores, −1 to 1, over the rows that both score; nothing where one side ties them all or fewer
/// than two are left. In O(n log n), after Knight (1966), "A Computer Method for Calculating Kendall's Tau with Ungrouped Data".
std::optional<double> kendall_tau_b(std::span<const std::int64_t> first, std::span<const std::int64_t> second);

} // namespace fullcourt
