// Every rule of the plan (RULES §1, §2): what there is to settle.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/finding.h"

namespace fullcourt {

/// Section by section: the grid, roles, decisions, cadences, escalation, KPIs, governance, head-counts and organisation model. Findings
/// that the plan's acceptances name stay in the list, marked as accepted.
std::vector<Finding> check(const Plan &plan);

/// The same for who asks again and again: a part of which no section changed since last time is taken from then. Remembers
/// the plan it saw, which shares its sections with the one in use.
class Checker {
  public:
    std::vector<Finding> check(const Plan &plan);

  private:
    static constexpr std::size_t parts = 8;

    std::optional<Plan> m_seen;
    std::array<std::vector<Finding>, parts> m_found;
};

} // namespace fullcourt
