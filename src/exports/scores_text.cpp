#include "exports/scores_text.h"

#include <nlohmann/json.hpp>

#include "base/number.h"
#include "exports/scored_accounts.h"
#include "io/grid_text.h"

namespace fullcourt {
namespace {

using Json = nlohmann::ordered_json;

Json account_json(const ScoredAccounts &scored, std::uint32_t row) {
    Json contributions = Json::object();
    for (const ScoreTerm &term : scored.terms(row)) {
        if (term.counted != Counted::skipped) {
            contributions[term.criterion.text] = term.contribution;
        }
    }
    const std::string tier = tier_text(scored.scores.tier[row]);
    return {{"id", std::string(scored.plan.accounts->table.key(row))},
            {"score", scored.has_score(row) ? Json(scored.scores.score[row]) : Json(nullptr)},
            {"rank", scored.scores.rank[row]},
            {"tier", tier.empty() ? Json(nullptr) : Json(tier)},
            {"confidence", scored.scores.confidence[row]},
            {"contributions", std::move(contributions)}};
}

} // namespace

std::string scores_json(const Plan &plan, Weights weights, std::int32_t today) {
    ScoreBoard board;
    board.follow(plan, today);
    const ScoredAccounts scored(plan, board, weights);
    std::string text = "{\"accounts\":[";
    for (std::size_t i = 0; i < scored.scores.order.size(); ++i) {
        text += i == 0 ? "\n" : ",\n";
        text += account_json(scored, scored.scores.order[i]).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + (scored.scores.order.empty() ? "]}\n" : "\n]}\n");
}

ScoresCsv::ScoresCsv(const Plan &plan, ScoreBoard &board, Weights weights, bool explained)
    : m_scored(std::make_unique<ScoredAccounts>(plan, board, weights)), m_explained(explained) {
    std::vector<std::string> head = {"id", "name", "rank", "score", "tier", "confidence"};
    if (explained) {
        for (const CriterionId &id : ordered(plan.scoring->criteria)) {
            head.push_back(plan.scoring->criteria.at(id).name);
        }
    }
    m_text = write_csv({{std::move(head)}});
}

ScoresCsv::~ScoresCsv() = default;

void ScoresCsv::add_row(std::size_t place) {
    const std::uint32_t row = m_scored->scores.order[place];
    const Plan &plan = m_scored->plan;
    std::vector<std::string> cells = {
        std::string(plan.accounts->table.key(row)), account_name(*plan.accounts, row),
        std::to_string(m_scored->scores.rank[row]), m_scored->has_score(row) ? to_text(m_scored->scores.score[row]) : std::string(),
        tier_text(m_scored->scores.tier[row]),      to_text(m_scored->scores.confidence[row])};
    if (m_explained) {
        for (const ScoreTerm &term : m_scored->terms(row)) {
            cells.push_back(term.counted == Counted::skipped ? std::string() : to_text(term.contribution));
        }
    }
    m_text += write_csv({{std::move(cells)}});
}

std::string scores_csv(const Plan &plan, Weights weights, std::int32_t today, bool explained) {
    ScoreBoard board;
    board.follow(plan, today);
    ScoresCsv csv(plan, board, weights, explained);
    for (std::size_t place = 0; place < plan.accounts->table.rows(); ++place) {
        csv.add_row(place);
    }
    return csv.take();
}

} // namespace fullcourt
