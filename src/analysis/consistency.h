// RULES §2 across the sections: roles, decisions, cadences, escalation, KPIs and governance, against the grid and against each other.
// Pure; the same plan gives the same findings in the same order: section by section, item by item. analysis/check.h joins them.
#pragma once

#include <vector>

#include "analysis/coverage.h"
#include "analysis/finding.h"
#include "analysis/plan_view.h"
#include "analysis/score_board.h"

namespace fullcourt {

std::vector<Finding> check_roles(const PlanView &view);        ///< role.*
std::vector<Finding> check_decisions(const PlanView &view);    ///< decision.*
std::vector<Finding> check_cadences(const PlanView &view);     ///< cadence.*
std::vector<Finding> check_escalation(const PlanView &view);   ///< escalation.*
std::vector<Finding> check_kpis(const PlanView &view);         ///< kpi.*
std::vector<Finding> check_governance(const PlanView &view);   ///< governance.*
std::vector<Finding> check_organisation(const PlanView &view); ///< staffing.*, model.*
std::vector<Finding> check_conflicts(const PlanView &view);    ///< merge.*
std::vector<Finding> check_engagement(const PlanView &view);   ///< plan.*
/// scoring.*; the board follows the same plan.
std::vector<Finding> check_scoring(const PlanView &view, ScoreBoard &scores);
std::vector<Finding> check_lead_stages(const PlanView &view); ///< leadstage.*
/// account.*: pods, plans and coverage of the accounts that are in a tier; the boards follow the same plan.
std::vector<Finding> check_accounts(const PlanView &view, ScoreBoard &scores, ContactBoard &contacts);

/// Whether nobody fills the role: head-count set to 0 and no person wears it (a vacancy is nobody). A head-count not set is
/// not 0.
bool is_unstaffed(const Organisation &organisation, const RoleId &role);

} // namespace fullcourt
