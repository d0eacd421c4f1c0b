// Long work whose progress a dialog shows: done in pieces between frames, and given up with the dialog.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Whether a piece is left to be done.
bool is_working(const State &state);
void continue_work(State &state, Effects &effects, const Context &context);

} // namespace fullcourt
