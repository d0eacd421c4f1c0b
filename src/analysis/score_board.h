// Scores of a plan's accounts, worked out when somebody asks and kept while neither the score nor what it is made of changes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/agreement.h"
#include "analysis/scoring_signature.h"
#include "model/plan.h"

namespace fullcourt {

class ScoreBoard {
  public:
    ScoreBoard() { forget_scores(); }
    /// Forgets what no longer holds. `today` is a day since 1970.
    void follow(const Plan &plan, std::int32_t today);

    /// A piece of what scores of very many accounts take, true when none is left: what is asked for then takes a moment.
    bool prepare();

    const CriterionValues &values();
    /// In the order of ordered(criteria).
    const std::vector<double> &shares(Weights weights);
    const Scores &scores(Weights weights);
    const SidesAgreement &agreement();
    /// Kendall's τ-b of the sides.
    std::optional<double> tau();
    SignatureState signature(Side side);
    const std::string &tiers_digest();
    const std::string &model_digest();
    /// Of an account, by its key, without looking through the whole table each time.
    std::optional<std::uint32_t> row_of(std::string_view key);

  private:
    void refresh_values();
    void forget_scores();
    void forget_what_follows();

    Shared<Accounts> m_accounts;
    Shared<Scoring> m_scoring;
    std::optional<AccountIndex> m_index; ///< of m_accounts
    std::int32_t m_today = 0;
    CriterionValues m_values;
    bool m_fresh = false; ///< m_values are those of the accounts and the scoring
    std::array<std::optional<std::vector<double>>, 3> m_shares;
    std::array<Scores, 3> m_scores;
    /// What of m_values changed since m_scores were made; everywhere where there are none.
    std::array<ValuesChange, 3> m_unscored;
    std::optional<SidesAgreement> m_agreement;
    std::optional<std::optional<double>> m_tau;
    std::optional<std::string> m_tiersDigest;
    std::optional<std::string> m_modelDigest;
};

} // namespace fullcourt
