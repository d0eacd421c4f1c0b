// Scores, ranks and tiers of all accounts from what their values count and the criteria's weights (RULES §3).
//
//     CriterionValues values = criterion_values(accounts, scoring, today);            // once; refresh() after edits
//     Scores scores = score_accounts(values, shares_of(scoring, Weights::agreed), scoring.tiers);
//
// The score is (100 · Σ w·u) / Σ w over the criteria that are not skipped, each sum in the order of the criteria, so that a
// result depends neither on the other rows nor on how the rows are cut into blocks.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/criterion_values.h"

namespace fullcourt {

enum class Weights { agreed, marketing, sales };

/// Each criterion's share, in the order of ordered(criteria). They add up to 1; to less where there is nothing to divide what
/// the settled ones leave, to more where those alone pass 1, to 0 where all weights are 0.
std::vector<double> shares_of(const Scoring &scoring, Weights weights);

inline constexpr std::int64_t noScore = -1;
/// floor(score · 10⁹ + 0.5): what orders and cuts. Of a score, a cut-off or a confidence, held within 0 and 1000.
std::int64_t quantised(double score);

/// Why an account is in its tier.
enum class TierReason { score, lowConfidence, byHand };

/// One entry a row.
struct Scores {
    std::vector<double> score;        ///< 0 to 100; −1 where there is none
    std::vector<std::int64_t> q;      ///< the score quantised; noScore where there is none
    std::vector<double> confidence;   ///< 0 to 1: how much of the weights has a value
    std::vector<std::uint32_t> rank;  ///< from 1
    std::vector<std::uint32_t> order; ///< by place, not by row: rows from the best to the last
    std::vector<Tier> tier;
    std::vector<TierReason> reason; ///< lowConfidence: the rank or score would have given 1:1
};

/// `shares`: one for each criterion, at least 0.
///
/// By capacity a tier is a range of ranks: an account that is short of confidence goes to 1:few and leaves its place in 1:1
/// empty. A tier set by hand stands over the score's and changes nobody else's. An account without a score has no other.
Scores score_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy);
/// The same into columns that are there already, which saves making them while a weight is dragged.
void score_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy, Scores &scores);

/// The same where values changed in these chunks of rows alone (ValuesChange::chunks) since `scores` were made of the same accounts,
/// criteria, shares and policy.
void score_changed_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy,
                            std::span<const std::uint8_t> chunks, Scores &scores);

/// The tier by score and confidence alone.
Tier tier_by_score(const TierPolicy &policy, std::int64_t q, std::uint32_t rank);
bool is_confident(const TierPolicy &policy, double confidence);

} // namespace fullcourt
