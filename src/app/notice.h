// The quiet lines at the foot of the page.
#pragma once

#include <string>

#include "app/update.h"

namespace fullcourt {

/// Goes by itself after some seconds.
void tell(State &state, Effects &effects, const std::string &text);
/// With a button, which stays long enough to be pressed.
void tell(State &state, Effects &effects, const std::string &text, const std::string &button, Action action);
/// Stays until it is answered, by the button or by `later`.
void offer(State &state, Effects &effects, const std::string &text, const std::string &button, Action action, const std::string &later);
/// Stays until it is dismissed; read out at once.
void warn(State &state, Effects &effects, const std::string &text);

} // namespace fullcourt
