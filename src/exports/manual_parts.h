// The sections of the manual, a builder each. For the files of this layer. Empty where the plan has nothing to say.
#pragma once

#include "analysis/check.h"
#include "exports/document.h"
#include "exports/manual.h"
#include "model/plan.h"

namespace fullcourt {

Blocks purpose_blocks(const Plan &plan);
Blocks organisation_blocks(const Plan &plan);
Blocks role_blocks(const Plan &plan);
Blocks raci_blocks(const Plan &plan);
Blocks decision_blocks(const Plan &plan);
Blocks escalation_blocks(const Plan &plan);
Blocks rhythm_blocks(const Plan &plan);
Blocks kpi_blocks(const Plan &plan);
/// `board` follows the plan.
Blocks account_blocks(const Plan &plan, ScoreBoard &board);
Blocks engagement_blocks(const Plan &plan, ScoreBoard &board);
Blocks governance_blocks(const Plan &plan);
Blocks open_blocks(const Plan &plan, const std::vector<Finding> &findings);

/// Nothing where the plan does not have the role.
std::optional<block::Card> card_of(const Plan &plan, const RoleId &role);

inline block::Paragraph paragraph(std::string text) { return {plain(std::move(text))}; }

} // namespace fullcourt
