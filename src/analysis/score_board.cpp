#include "analysis/score_board.h"

#include <algorithm>

namespace fullcourt {
namespace {

/// Whether criteria differ in more than how much they weigh.
bool same_scales(const Scoring &before, const Scoring &now) {
    if (before.criteria.size() != now.criteria.size() || before.tiers.asOf != now.tiers.asOf) {
        return false;
    }
    return std::equal(before.criteria.begin(), before.criteria.end(), now.criteria.begin(), [](const auto &a, const auto &b) {
        Criterion weighed = a.second;
        weighed.marketing = b.second.marketing;
        weighed.sales = b.second.sales;
        weighed.settled = b.second.settled;
        weighed.name = b.second.name;
        return a.first == b.first && weighed == b.second;
    });
}

} // namespace

void ScoreBoard::follow(const Plan &plan, std::int32_t today) {
    if (m_accounts.shares_with(plan.accounts) && m_scoring.shares_with(plan.scoring) && m_today == today) {
        return;
    }
    const bool sameCells = m_accounts.shares_with(plan.accounts) || m_accounts->table == plan.accounts->table;
    if (!sameCells || m_today != today || !same_scales(*m_scoring, *plan.scoring)) {
        m_values.reset();
    }
    m_accounts = plan.accounts;
    m_scoring = plan.scoring;
    m_today = today;
    m_scores = {};
    m_agreement.reset();
    m_tiersDigest.reset();
    m_modelDigest.reset();
}

const AccountScores &ScoreBoard::scores(Weights weights) {
    if (!m_values) {
        m_values.emplace(m_accounts->table, *m_scoring, m_today);
    }
    std::optional<AccountScores> &scores = m_scores[static_cast<std::size_t>(weights)];
    if (!scores) {
        scores = score_accounts(*m_accounts, *m_scoring, *m_values, weights);
    }
    return *scores;
}

const Agreement &ScoreBoard::agreement() {
    if (!m_agreement) {
        m_agreement = compare_sides(scores(Weights::marketing), scores(Weights::sales), scores(Weights::agreed));
    }
    return *m_agreement;
}

const std::string &ScoreBoard::tiers_digest() {
    if (!m_tiersDigest) {
        m_tiersDigest = fullcourt::tiers_digest(*m_accounts, scores(Weights::agreed));
    }
    return *m_tiersDigest;
}

const std::string &ScoreBoard::model_digest() {
    if (!m_modelDigest) {
        m_modelDigest = fullcourt::model_digest(*m_scoring);
    }
    return *m_modelDigest;
}

} // namespace fullcourt
