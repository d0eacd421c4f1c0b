// Contacts and what they did, on their way in.
#include "app/library.h"
#include "app/notice.h"
#include "app/persistence.h"
#include "app/target_accounts.h"
#include "base/text.h"

namespace fullcourt {
namespace {

void read_file(dialog::ContactImport &import) {
    Result<CsvTable> table = read_csv(import.bytes, import.style);
    import.table.reset();
    import.error.clear();
    if (!table) {
        import.error = table.error().message;
        return;
    }
    import.table = std::move(*table);
    import.mapping = guess_contact_mapping(*import.table);
}

void work_out(const Plan &plan, dialog::ContactImport &import) {
    if (import.table) {
        import.update = update_contacts(plan, *import.table, import.mapping);
    }
}

} // namespace

void preview_contacts(State &state, const std::string &fileName, const std::string &bytes) {
    if (!state.open) {
        return;
    }
    dialog::ContactImport import;
    import.fileName = fileName;
    import.bytes = bytes;
    import.style = guess_csv_style(bytes);
    read_file(import);
    work_out(state.open->plan(), import);
    state.dialog = std::move(import);
}

void change_contact_import(State &state, const action::ChangeContactImport &change) {
    auto *import = std::get_if<dialog::ContactImport>(&state.dialog);
    if (import == nullptr || !state.open) {
        return;
    }
    if (!(import->style == change.style)) {
        import->style = change.style;
        read_file(*import);
    } else {
        import->mapping = change.mapping;
    }
    work_out(state.open->plan(), *import);
}

void apply_contact_import(State &state, Effects &effects, const Context &context) {
    auto *dialogue = std::get_if<dialog::ContactImport>(&state.dialog);
    if (dialogue == nullptr || !dialogue->table || !state.open) {
        return;
    }
    const dialog::ContactImport import = std::move(*dialogue);
    state.dialog = std::monostate();
    if (!can_edit(state)) {
        tell(state, effects, "This plan is open in another tab: take it over to import into it.");
        return;
    }
    keep_revision(state, effects, "Before importing contacts", context);
    Plan next = state.open->plan();
    const std::string label = contact_update_label(import.update);
    next.contacts = Shared<Contacts>(import.update.after);
    edit_plan(state, effects, std::move(next), label, 0, context);
    state.view = View::contacts;
    tell(state, effects, label + " from " + quoted(import.fileName) + ".");
}

} // namespace fullcourt
