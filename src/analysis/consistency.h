// RULES §2 across the sections: roles, decisions, cadences and escalation, against the grid and against each other.
// Pure; the same plan gives the same findings in the same order: section by section, item by item.
#pragma once

#include <vector>

#include "analysis/finding.h"

namespace fullcourt {

std::vector<Finding> check_roles(const Plan &plan);      ///< role.*
std::vector<Finding> check_decisions(const Plan &plan);  ///< decision.*
std::vector<Finding> check_cadences(const Plan &plan);   ///< cadence.*
std::vector<Finding> check_escalation(const Plan &plan); ///< escalation.*
std::vector<Finding> check_kpis(const Plan &plan);       ///< kpi.*
std::vector<Finding> check_organisation(const Plan &plan); ///< model.*, staffing.*

/// Whether nobody fills the role: head-count set to 0 and no person wears it. A head-count not set is not 0.
bool is_unstaffed(const Organisation &organisation, const RoleId &role);

} // namespace fullcourt
