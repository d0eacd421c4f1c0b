// Reporting lines to begin with, where a plan has none yet.
#pragma once

#include "edit/edit.h"

namespace fullcourt {

/// Draws the lines that roles usually have, as one step: to the manager of their function where the plan works with one, else to
/// the function's head (VP Sales …), and the heads to the CRO; account marketers and sales development as the chosen organisation
/// model says. Only for roles that do something in the plan (a core function, a head-count, a column of the grid, a place on the
/// ladder) and have no line; without steps where there is nothing to draw.
PlanEdit propose_reporting_lines(const Plan &plan);

} // namespace fullcourt
