// Every rule of the plan (RULES §1, §2): what there is to settle.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/coverage.h"
#include "analysis/finding.h"
#include "analysis/score_board.h"

namespace fullcourt {

/// Section by section: the grid, roles, decisions, cadences, escalation, KPIs, governance, head-counts and
/// organisation model, score, lead stages, accounts, engagement plans, what merging left open. Findings that the plan's acceptances name
/// stay in the list, marked as accepted.
std::vector<Finding> check(const Plan &plan, std::int32_t today = 0);

/// The same for who asks again and again: findings of which no section changed since last time stay where they are. Remembers
/// the plan it saw, which shares its sections with the one in use. `today` (days since 1970) is what ages of accounts are counted from
/// where the plan names no day.
class Checker {
  public:
    /// The list is the checker's own and holds until the next call.
    const std::vector<Finding> &check(const Plan &plan, std::int32_t today = 0);
    /// A piece of what checking very many accounts takes, true when none is left: check() takes a moment then.
    bool prepare(const Plan &plan, std::int32_t today = 0);
    /// Of the same accounts, so that nobody works them out twice.
    ScoreBoard &scores() { return m_scores; }
    ContactBoard &contacts() { return m_contacts; }

  private:
    static constexpr std::size_t parts = 13;

    ScoreBoard m_scores;
    ContactBoard m_contacts;

    std::optional<Plan> m_seen;
    std::int32_t m_today = 0;
    std::vector<Finding> m_findings;           // part by part
    std::array<std::size_t, parts> m_counts{}; // how many each part has there
};

} // namespace fullcourt
