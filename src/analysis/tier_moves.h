// What would move an account out of its tier (RULES §3): up, the nearest change of one weight and of one value; down, of one weight.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "analysis/scoring.h"

namespace fullcourt {

/// Another share for one criterion, the other weights keeping their proportions. Found against the last account above, rounded
/// to where a person can set it, and tried: with it the account is in a higher tier.
struct WeightMove {
    CriterionId criterion;
    double from = 0; ///< share of all weights, 0 to 1
    double to = 0;
    std::string sentence; ///< "If “Intent” counted 34.5 % instead of 20 % …, Acme would move up to 1:few."
};

/// Another value of the account in one criterion.
struct ValueMove {
    CriterionId criterion;
    double from = 0; ///< u as it counts now; 0 where the criterion is skipped
    double to = 0;
    std::string value;    ///< as it would stand in the table: the nearest that is enough
    std::string sentence; ///< "With “Employees” at 380 instead of 120, Acme would move up to 1:few."
};

struct WayUp {
    Tier next = Tier::none; ///< the next tier up that has places
    std::optional<WeightMove> weight;
    std::optional<ValueMove> value;
    std::string confidence; ///< where the score is enough for 1:1 and the confidence is not: that sentence alone
};

/// `scores`: of the same values, shares and policy. Nothing for an account that has no score, is in 1:1 or whose tier is set by
/// hand; a move is missing where no single change does. Scores all accounts a few times.
std::optional<WayUp> way_up(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, std::span<const double> shares,
                            const Scores &scores, std::size_t row);

/// The nearest change of one weight that takes the account's tier away from it. Nothing for an account that has no score, is in no
/// tier or whose tier is set by hand, and where no single change does.
std::optional<WeightMove> way_down(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                                   std::span<const double> shares, const Scores &scores, std::size_t row);

} // namespace fullcourt
