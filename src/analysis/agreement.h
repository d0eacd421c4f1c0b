// How far the two sides' orders of the accounts agree (RULES §3).
#pragma once

#include <optional>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

inline constexpr std::size_t bestCompared = 50;

struct Agreement {
    std::size_t compared = 0;             ///< so many best of each side: 50, or all that both score
    std::size_t shared = 0;               ///< how many of them are the same
    std::vector<std::uint32_t> otherTier; ///< rows whose tier differs between the sides, best agreed rank first
    std::optional<double> tau;            ///< Kendall's τ-b on the rows both score; nothing where a side ties them all
};
Agreement compare_sides(const AccountScores &marketing, const AccountScores &sales, const AccountScores &agreed);

/// Kendall's τ-b of two equally long lists in O(n log n) (Knight 1966); nothing where either holds one value alone.
std::optional<double> kendall_tau_b(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b);

} // namespace fullcourt
