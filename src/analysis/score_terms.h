// A score opened into its terms, and what would change it (RULES §3).
#pragma once

#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

struct ScoreTerm {
    CriterionId criterion;
    std::string name;
    std::string value; ///< "Employees: 250", "Industry: not known, counts half"
    bool known = false;
    bool skipped = false;    ///< not known, and left out for this account
    double u = 0;            ///< 0 to 1
    double weight = 0;       ///< the criterion's share of all weights
    double share = 0;        ///< of the weights that count for this account
    double contribution = 0; ///< 100 · share · u; they add up to the score
};
/// In criterion order.
std::vector<ScoreTerm> score_terms(const Accounts &accounts, const Scoring &scoring, Weights weights, std::size_t row, std::int32_t today);

/// The shares of criterion `k` (an index of the terms) at which the two accounts score alike while the other weights keep their
/// proportions, in [0, 1] and rising; at most two.
std::vector<double> flip_points(const std::vector<ScoreTerm> &one, const std::vector<ScoreTerm> &other, std::size_t k);

/// What would bring an account to the least score of the next tier up.
struct WayUp {
    Tier tier = Tier::none;
    double score = 0;                     ///< to be reached
    std::optional<std::uint32_t> account; ///< whose score that is; nothing where it is a cut-off
    /// The nearest change of one value: the criterion and the least u that is enough.
    std::optional<CriterionId> criterion;
    double u = 0;
    /// The nearest change of one share that lifts it over that account.
    std::optional<CriterionId> weight;
    double from = 0;
    double to = 0;
};
/// Nothing for an account without a score, one at 1:1, and one whose tier is set by hand or short of known values.
std::optional<WayUp> way_up(const Accounts &accounts, const Scoring &scoring, const AccountScores &agreed, std::size_t row,
                            std::int32_t today);
/// The same in a sentence or two; "" where there is nothing to say.
std::string what_moves_up(const Accounts &accounts, const Scoring &scoring, const AccountScores &agreed, std::size_t row,
                          std::int32_t today);

} // namespace fullcourt
