// Saving a plan for others: what the export dialog offers, and what it saves.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Opens the dialog on the manual, or on the card of that role.
void show_export(State &state, const action::ShowExport &wanted, const Context &context);
void change_export(State &state, const action::ChangeExport &change);
/// A list of many accounts in pieces that continue_export() makes.
void save_export(State &state, Effects &effects);
void continue_export(State &state, Effects &effects);
/// Saves that kind; of many accounts in the dialog, which is closed when it is done.
void export_at_once(State &state, Effects &effects, ExportKind kind, const Context &context);

} // namespace fullcourt
