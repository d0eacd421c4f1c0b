// Saving a plan for others: what the export dialog offers, and what it saves.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Opens the dialog on the manual, or on the card of that role.
void show_export(State &state, const action::ShowExport &wanted, const Context &context);
void change_export(State &state, const action::ChangeExport &change);
void save_export(State &state, Effects &effects);

} // namespace fullcourt
