// Which accounts a plan pursues: those in a tier, by score or by hand; all of them where nothing is scored yet.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/score_board.h"

namespace fullcourt {

/// Each row's tier; empty where nothing is scored and no tier is set by hand. The board follows the same plan.
std::vector<Tier> tiers_of(const Plan &plan, ScoreBoard &scores);
/// Rows, as the table has them. Nothing for `tier`: all that are pursued.
std::vector<std::uint32_t> target_rows(const Plan &plan, const std::vector<Tier> &tiers, std::optional<Tier> tier = {});

} // namespace fullcourt
