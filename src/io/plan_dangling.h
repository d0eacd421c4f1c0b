// What of a plan refers to nothing.
#pragma once

#include "io/repairs.h"
#include "model/plan.h"

namespace fullcourt {

/// Tells it as kept, not as mended: what it refers to may come back, by undo or merge.
void tell_what_dangles(const Plan &plan, Repairs &repairs);

} // namespace fullcourt
