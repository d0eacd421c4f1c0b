// Target accounts on their way in and out: the sample, files to import, the list as CSV.
#pragma once

#include "app/update.h"

namespace fullcourt {

/// Shows what would become of the file.
void preview_accounts(State &state, const std::string &fileName, Shared<std::string> bytes);
void change_import(State &state, const action::ChangeImport &change);
void apply_import(State &state, Effects &effects, const Context &context);
void try_sample_accounts(State &state, Effects &effects, const Context &context);
/// The next piece of a long file.
void continue_import(State &state);
/// What is wrong with the file, by row and column, as CSV.
void save_import_report(const State &state, Effects &effects);
/// A long list in pieces, in the export's dialog.
void export_accounts(State &state, Effects &effects, const Context &context);
void export_for_crm(State &state, Effects &effects, const Context &context);

/// The same for contacts and what they did.
void preview_contacts(State &state, const std::string &fileName, const std::string &bytes);
void change_contact_import(State &state, const action::ChangeContactImport &change);
void apply_contact_import(State &state, Effects &effects, const Context &context);

} // namespace fullcourt
