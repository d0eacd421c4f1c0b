#include "exports/scores_text.h"

#include <nlohmann/json.hpp>

#include "analysis/score_terms.h"
#include "base/number.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

using Json = nlohmann::ordered_json;

/// The accounts of a plan, scored.
struct Scored {
    const Plan &plan;
    CriterionValues values;
    std::vector<double> shares;
    Scores scores;

    Scored(const Plan &of, Weights weights, std::int32_t today)
        : plan(of), values(criterion_values(*of.accounts, *of.scoring, today)), shares(shares_of(*of.scoring, weights)),
          scores(score_accounts(values, shares, of.scoring->tiers)) {}

    bool has_score(std::uint32_t row) const { return scores.q[row] != noScore; }
    std::string tier(std::uint32_t row) const {
        return scores.tier[row] == Tier::none ? std::string() : std::string(tier_name(scores.tier[row]));
    }
    std::vector<ScoreTerm> terms(std::uint32_t row) const {
        return explain_score(*plan.accounts, *plan.scoring, values, shares, row).terms;
    }
};

Json account_json(const Scored &scored, std::uint32_t row) {
    Json contributions = Json::object();
    for (const ScoreTerm &term : scored.terms(row)) {
        if (term.counted != Counted::skipped) {
            contributions[term.criterion.text] = term.contribution;
        }
    }
    const std::string tier = scored.tier(row);
    return {{"id", std::string(scored.plan.accounts->table.key(row))},
            {"score", scored.has_score(row) ? Json(scored.scores.score[row]) : Json(nullptr)},
            {"rank", scored.scores.rank[row]},
            {"tier", tier.empty() ? Json(nullptr) : Json(tier)},
            {"confidence", scored.scores.confidence[row]},
            {"contributions", std::move(contributions)}};
}

} // namespace

std::string scores_json(const Plan &plan, Weights weights, std::int32_t today) {
    const Scored scored(plan, weights, today);
    std::string text = "{\"accounts\":[";
    for (std::size_t i = 0; i < scored.scores.order.size(); ++i) {
        text += i == 0 ? "\n" : ",\n";
        text += account_json(scored, scored.scores.order[i]).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + (scored.scores.order.empty() ? "]}\n" : "\n]}\n");
}

std::string scores_csv(const Plan &plan, Weights weights, std::int32_t today, bool explained) {
    const Scored scored(plan, weights, today);
    TextTable table;
    std::vector<std::string> head = {"id", "name", "rank", "score", "tier", "confidence"};
    if (explained) {
        for (const CriterionId &id : ordered(plan.scoring->criteria)) {
            head.push_back(plan.scoring->criteria.at(id).name);
        }
    }
    table.rows.push_back(std::move(head));
    for (const std::uint32_t row : scored.scores.order) {
        std::vector<std::string> cells = {std::string(plan.accounts->table.key(row)),
                                          account_name(*plan.accounts, row),
                                          std::to_string(scored.scores.rank[row]),
                                          scored.has_score(row) ? to_text(scored.scores.score[row]) : std::string(),
                                          scored.tier(row),
                                          to_text(scored.scores.confidence[row])};
        if (explained) {
            for (const ScoreTerm &term : scored.terms(row)) {
                cells.push_back(term.counted == Counted::skipped ? std::string() : to_text(term.contribution));
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return write_csv(table);
}

} // namespace fullcourt
