// What one click can do about a finding of the grid: edits whose label says what becomes of each cell.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/raci_view.h"
#include "edit/edit.h"

namespace fullcourt {

/// "VP Sales becomes C", "AE and CFO become C"; nothing for nobody.
std::string become(const std::vector<std::string> &names, char letter);

/// Not more buttons than this for one choice ("which of them?"): beyond it, a person edits the cells.
inline constexpr std::size_t mostChoices = 4;

std::vector<PlanEdit> fixes_for_empty(const RaciView &view, std::size_t row);
/// `alike` are the rows where exactly one cell holds R and none holds A.
std::vector<PlanEdit> fixes_for_no_accountable(const RaciView &view, std::size_t row, const std::vector<std::size_t> &alike);
std::vector<PlanEdit> fixes_for_many_accountable(const RaciView &view, std::size_t row);
std::vector<PlanEdit> fixes_for_no_responsible(const RaciView &view, std::size_t row);
std::vector<PlanEdit> fixes_for_support_alone(const RaciView &view, std::size_t row);
/// Where taking one letter off is enough to get below `limit`.
std::vector<PlanEdit> fixes_for_many_responsible(const RaciView &view, std::size_t row, double limit);
std::vector<PlanEdit> fixes_for_consult_drag(const RaciView &view, std::size_t row, double limit);
std::vector<PlanEdit> fixes_for_idle_role(const RaciView &view, std::size_t column);

} // namespace fullcourt
