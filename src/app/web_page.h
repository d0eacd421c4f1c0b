// One HTML file with the program and a plan: saving one, and being one.
#pragma once

#include "app/update.h"

namespace fullcourt {

void save_as_web_page(State &state, Effects &effects, const action::SaveAsWebPage &action, const Context &context);

/// Where this page brought a plan along: shows it, or goes on with what this browser kept of it. False where it brought none, or
/// none that can be read.
bool open_carried(State &state, Effects &effects, const Context &context);

/// The open plan is what this browser kept of the plan that the page brought along: asks where the two went different ways.
void compare_carried(State &state, Effects &effects, const Restored &carried, const Context &context);

} // namespace fullcourt
