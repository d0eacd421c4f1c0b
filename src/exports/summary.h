// The model on one page, for those who were not in the room.
#pragma once

#include <string>

#include "analysis/check.h"
#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

/// HTML that prints on one page, A4 or Letter: the model, the grid, who decides, when people meet, what is measured, what is open.
/// What does not fit is counted, not squeezed in. The checker may have been prepared (see check.h).
std::string summary_html(const Plan &plan, const Date &today, Checker &checker);

} // namespace fullcourt
