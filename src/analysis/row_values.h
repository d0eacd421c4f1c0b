// One account by itself: its values as the criteria count them, to be looked at and changed without the table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

/// By criterion, in the order of ordered(criteria).
struct RowValues {
    std::vector<double> u;
    std::vector<bool> counts;  ///< false where the criterion is skipped
    std::vector<bool> present; ///< whether the account has a value
};

RowValues row_values(const CriterionValues &values, std::size_t row);

/// To the last bit what score_accounts gives; −1 where there is no score.
double score_of(const RowValues &row, std::span<const double> shares);
double confidence_of(const RowValues &row, std::span<const double> shares);
/// The score quantised, or noScore.
std::int64_t q_of(const RowValues &row, std::span<const double> shares);

/// The shares with that of one criterion moved to `share` of all (0 to 1), the others keeping their proportions; together 1.
/// Nothing where the others are all 0.
std::vector<double> with_share(std::span<const double> shares, std::size_t criterion, double share);

/// "34.5 %"; trailing zeros are left out.
std::string percent(double share, int decimals = 1);
/// 0.19 → "19.0 %": with its decimal also where that is none, for numbers that stand under each other.
std::string percent_in_column(double share);

} // namespace fullcourt
