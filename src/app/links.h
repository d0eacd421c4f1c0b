// Share links, out and in. What is in a link goes the way of every plan that arrives (incoming.h).
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Makes the link of the open plan as it is now and shows it.
void show_share(State &state, Effects &effects, const Context &context);

/// The page was opened by a link, or one was pasted. Says what is wrong with one that holds no plan. While storage is being opened
/// it waits: nobody can say yet whether the plan is here already.
void on_link_opened(State &state, Effects &effects, const std::string &text, const Context &context);
/// After storage was opened.
void open_waiting_link(State &state, Effects &effects, const Context &context);

} // namespace fullcourt
