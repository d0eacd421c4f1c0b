// Share links, out and in. What is in a link goes the way of every plan that arrives (incoming.h).
#pragma once

#include <string>

#include "app/update.h"

namespace fullcourt {

/// Makes the link of the open plan as it is now and shows it.
void show_share(State &state, Effects &effects, const Context &context);

/// A name as copies carry it: on one line, at most 80 bytes.
std::string sane_author(const std::string &name);
/// What the person calls themselves from now on; the link that is being shown says so at once.
void name_author(State &state, Effects &effects, const std::string &name, const Context &context);

/// The page was opened by that link, or it was pasted. Says what is wrong with one that holds no plan.
void open_link(State &state, Effects &effects, const std::string &text, const Context &context);

} // namespace fullcourt
