// Scores of the open plan's accounts, worked out when somebody asks and kept while neither accounts nor score change.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "analysis/agreement.h"
#include "model/plan.h"

namespace fullcourt {

class ScoreBoard {
  public:
    /// Forgets what no longer holds. `today` is a day since 1970.
    void follow(const Plan &plan, std::int32_t today);

    const AccountScores &scores(Weights weights);
    const Agreement &agreement();
    const std::string &tiers_digest();
    const std::string &model_digest();

  private:
    Shared<Accounts> m_accounts;
    Shared<Scoring> m_scoring;
    std::int32_t m_today = 0;
    std::optional<CriterionValues> m_values;
    std::array<std::optional<AccountScores>, 3> m_scores;
    std::optional<Agreement> m_agreement;
    std::optional<std::string> m_tiersDigest;
    std::optional<std::string> m_modelDigest;
};

} // namespace fullcourt
