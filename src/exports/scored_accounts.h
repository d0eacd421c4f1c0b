// The scored accounts of a plan, for the rows of an export. Private to exports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/score_board.h"
#include "analysis/score_terms.h"
#include "model/plan.h"

namespace fullcourt {

/// The board follows the plan; both outlive it.
struct ScoredAccounts {
    const Plan &plan;
    const CriterionValues &values;
    const std::vector<double> &shares;
    const Scores &scores;

    ScoredAccounts(const Plan &of, ScoreBoard &board, Weights weights)
        : plan(of), values(board.values()), shares(board.shares(weights)), scores(board.scores(weights)) {}

    bool has_score(std::uint32_t row) const { return scores.q[row] != noScore; }
    std::vector<ScoreTerm> terms(std::uint32_t row) const {
        return explain_score(*plan.accounts, *plan.scoring, values, shares, row).terms;
    }
};

/// "1:few", or nothing.
inline std::string tier_text(Tier tier) { return tier == Tier::none ? std::string() : std::string(tier_name(tier)); }

} // namespace fullcourt
