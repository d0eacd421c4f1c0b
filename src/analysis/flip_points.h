// At which share of one criterion two accounts change places, the other weights keeping their proportions (RULES §3).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/row_values.h"

namespace fullcourt {

struct FlipPoint {
    std::size_t criterion = 0; ///< its index in the order of the criteria
    double now = 0;            ///< its share of all weights
    double at = 0;             ///< 0 to 1: the share with which both have the same score
};

/// By criterion, then by share. A criterion that is skipped for one of the two may have two. None for a criterion whose
/// others are all 0, and none where the two are equal whatever the share.
std::vector<FlipPoint> flip_points(const RowValues &first, const RowValues &second, std::span<const double> shares);

/// What would change which of two accounts stands higher, the nearest change first: "“Bolt” would pass “Acme” if “Intent” counted more
/// than 42 % instead of 35 %." At most `most`; one sentence that says so where no single weight does, none without both scores.
std::vector<std::string> flip_sentences(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                                        std::span<const double> shares, std::size_t first, std::size_t second, std::size_t most);

/// The shares of one criterion, rising, with which the account has exactly that score (0 to 100).
std::vector<double> shares_for_score(const RowValues &row, std::span<const double> shares, std::size_t criterion, double score);

} // namespace fullcourt
