// The accounts of a plan, scored once for all rows of an export. Private to exports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/score_terms.h"
#include "model/plan.h"

namespace fullcourt {

/// The plan must outlive it. `today` is a day since 1970.
struct ScoredAccounts {
    const Plan &plan;
    CriterionValues values;
    std::vector<double> shares;
    Scores scores;

    ScoredAccounts(const Plan &of, Weights weights, std::int32_t today)
        : plan(of), values(criterion_values(*of.accounts, *of.scoring, today)), shares(shares_of(*of.scoring, weights)),
          scores(score_accounts(values, shares, of.scoring->tiers)) {}

    bool has_score(std::uint32_t row) const { return scores.q[row] != noScore; }
    std::vector<ScoreTerm> terms(std::uint32_t row) const {
        return explain_score(*plan.accounts, *plan.scoring, values, shares, row).terms;
    }
};

/// "1:few", or nothing.
inline std::string tier_text(Tier tier) { return tier == Tier::none ? std::string() : std::string(tier_name(tier)); }

} // namespace fullcourt
