#include "analysis/score_board.h"

#include <algorithm>
#include <functional>

namespace fullcourt {
namespace {

/// Fewer accounts are scored in some milliseconds.
constexpr std::size_t rowsOfPieces = 20'000;

} // namespace

void ScoreBoard::follow(const Plan &plan, std::int32_t today) {
    if (m_accounts.shares_with(plan.accounts) && m_scoring.shares_with(plan.scoring) && m_today == today) {
        return;
    }
    m_accounts = plan.accounts;
    if (m_index && !m_index->follow(m_accounts->table)) {
        m_index.reset();
    }
    const bool sameScore = m_scoring.shares_with(plan.scoring) && m_today == today;
    m_scoring = plan.scoring;
    m_today = today;
    m_fresh = false;
    if (!sameScore) {
        forget_scores();
        m_shares = {};
        m_modelDigest.reset();
    }
}

/// Where they are of another score, or of other accounts.
void ScoreBoard::forget_scores() {
    m_unscored.fill({.any = true, .everywhere = true, .chunks = {}});
    forget_what_follows();
}

void ScoreBoard::forget_what_follows() {
    m_agreement.reset();
    m_tau.reset();
    m_tiersDigest.reset();
}

/// What came of other values is forgotten; the scores themselves are kept until somebody asks.
void ScoreBoard::refresh_values() {
    if (m_fresh) {
        return;
    }
    m_fresh = true;
    const ValuesChange change = refresh(m_values, *m_accounts, *m_scoring, m_today);
    if (change.everywhere) {
        forget_scores();
    } else if (change.any) {
        for (ValuesChange &unscored : m_unscored) {
            unscored.any = true;
            unscored.chunks.resize(change.chunks.size());
            std::transform(change.chunks.begin(), change.chunks.end(), unscored.chunks.begin(), unscored.chunks.begin(), std::bit_or<>());
        }
        forget_what_follows();
    }
}

bool ScoreBoard::prepare() {
    if (m_accounts->table.rows() < rowsOfPieces || m_scoring->criteria.empty()) {
        return true;
    }
    if (!m_fresh) {
        if (!refresh_key_order(m_values, *m_accounts)) {
            refresh_values();
        }
        return false;
    }
    const auto unscored = std::find_if(m_unscored.begin(), m_unscored.end(), [](const ValuesChange &change) { return change.everywhere; });
    if (unscored == m_unscored.end()) {
        return true;
    }
    scores(static_cast<Weights>(unscored - m_unscored.begin()));
    return false;
}

const CriterionValues &ScoreBoard::values() {
    refresh_values();
    return m_values;
}

const std::vector<double> &ScoreBoard::shares(Weights weights) {
    std::optional<std::vector<double>> &shares = m_shares[static_cast<std::size_t>(weights)];
    if (!shares) {
        shares = shares_of(*m_scoring, weights);
    }
    return *shares;
}

const Scores &ScoreBoard::scores(Weights weights) {
    const auto which = static_cast<std::size_t>(weights);
    refresh_values();
    ValuesChange &unscored = m_unscored[which];
    if (unscored.everywhere) {
        score_accounts(m_values, shares(weights), m_scoring->tiers, m_scores[which]);
    } else if (unscored.any) {
        score_changed_accounts(m_values, shares(weights), m_scoring->tiers, unscored.chunks, m_scores[which]);
    }
    unscored = {};
    return m_scores[which];
}

const SidesAgreement &ScoreBoard::agreement() {
    refresh_values();
    if (!m_agreement) {
        m_agreement = sides_agreement(scores(Weights::marketing), scores(Weights::sales));
    }
    return *m_agreement;
}

std::optional<std::uint32_t> ScoreBoard::row_of(std::string_view key) {
    if (!m_index) {
        m_index.emplace(m_accounts->table);
    }
    const std::optional<std::size_t> row = m_index->row_of(key);
    return row ? std::optional(static_cast<std::uint32_t>(*row)) : std::nullopt;
}

std::optional<double> ScoreBoard::tau() {
    refresh_values();
    if (!m_tau) {
        m_tau = kendall_tau_b(scores(Weights::marketing).q, scores(Weights::sales).q);
    }
    return *m_tau;
}

const std::string &ScoreBoard::tiers_digest() {
    refresh_values();
    if (!m_tiersDigest) {
        m_tiersDigest = fullcourt::tiers_digest(m_accounts->table, m_values, scores(Weights::agreed));
    }
    return *m_tiersDigest;
}

const std::string &ScoreBoard::model_digest() {
    if (!m_modelDigest) {
        m_modelDigest = fullcourt::model_digest(*m_scoring);
    }
    return *m_modelDigest;
}

SignatureState ScoreBoard::signature(Side side) {
    // Without one, what a list of a hundred thousand is digested to does not matter.
    return m_scoring->signatures.contains(side) ? signature_state(*m_scoring, side, tiers_digest(), model_digest()) : SignatureState::none;
}

} // namespace fullcourt
