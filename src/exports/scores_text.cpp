#include "exports/scores_text.h"

#include <nlohmann/json.hpp>

#include "analysis/score_terms.h"
#include "base/number.h"
#include "edit/account_gestures.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

using Json = nlohmann::ordered_json;

Json account_json(const Plan &plan, Weights weights, const AccountScores &scores, std::uint32_t row, std::int32_t today) {
    Json contributions = Json::object();
    for (const ScoreTerm &term : score_terms(*plan.accounts, *plan.scoring, weights, row, today)) {
        if (!term.skipped) {
            contributions[term.criterion.text] = term.contribution;
        }
    }
    const bool scored = scores.has_score(row);
    return {{"id", std::string(plan.accounts->table.key(row))},
            {"score", scored ? Json(scores.score[row]) : Json(nullptr)},
            {"rank", scores.rank[row]},
            {"tier", scores.tier[row] == Tier::none ? Json(nullptr) : Json(tier_words(scores.tier[row]))},
            {"confidence", scores.confidence[row]},
            {"contributions", std::move(contributions)}};
}

} // namespace

std::string scores_json(const Plan &plan, Weights weights, std::int32_t today) {
    const AccountScores scores = score_accounts(*plan.accounts, *plan.scoring, weights, today);
    std::string text = "{\"accounts\":[";
    for (std::size_t i = 0; i < scores.order.size(); ++i) {
        text += i == 0 ? "\n" : ",\n";
        text += account_json(plan, weights, scores, scores.order[i], today).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + (scores.order.empty() ? "]}\n" : "\n]}\n");
}

std::string scores_csv(const Plan &plan, Weights weights, std::int32_t today, bool explained) {
    const AccountScores scores = score_accounts(*plan.accounts, *plan.scoring, weights, today);
    TextTable table;
    std::vector<std::string> head = {"id", "name", "rank", "score", "tier", "confidence"};
    if (explained) {
        for (const CriterionId &id : ordered(plan.scoring->criteria)) {
            head.push_back(plan.scoring->criteria.at(id).name);
        }
    }
    table.rows.push_back(std::move(head));
    for (const std::uint32_t row : scores.order) {
        std::vector<std::string> cells = {std::string(plan.accounts->table.key(row)),
                                          account_name(*plan.accounts, row),
                                          std::to_string(scores.rank[row]),
                                          scores.has_score(row) ? to_text(scores.score[row]) : std::string(),
                                          scores.tier[row] == Tier::none ? std::string() : tier_words(scores.tier[row]),
                                          to_text(scores.confidence[row])};
        if (explained) {
            for (const ScoreTerm &term : score_terms(*plan.accounts, *plan.scoring, weights, row, today)) {
                cells.push_back(term.skipped ? std::string() : to_text(term.contribution));
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return write_csv(table);
}

} // namespace fullcourt
