// The model on one page, for those who were not in the room.
#pragma once

#include <string>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

/// HTML that prints on one page, A4 or Letter: the model, the grid, who decides, when people meet, what is measured, what is open.
/// What does not fit is counted, not squeezed in.
std::string summary_html(const Plan &plan, const Date &today);

} // namespace fullcourt
