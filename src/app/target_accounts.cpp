#include "app/target_accounts.h"

#include "app/library.h"
#include "app/notice.h"
#include "app/persistence.h"
#include "base/date.h"
#include "base/text.h"
#include "edit/contact_gestures.h"
#include "io/grid_text.h"
#include "io/samples.h"
#include "io/write.h"

namespace fullcourt {
namespace {

/// Name, key and every column, in shown order, a row an account.
TextTable account_table(const Accounts &accounts) {
    TextTable table;
    const std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::vector<std::string> head = {accounts.keyName.empty() ? "Account ID" : accounts.keyName};
    for (const AccountColumnId &column : columns) {
        head.push_back(accounts.columns.at(column).name);
    }
    table.rows.push_back(std::move(head));
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        std::vector<std::string> cells = {std::string(accounts.table.key(row))};
        for (const AccountColumnId &column : columns) {
            cells.push_back(accounts.table.text(column, row));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void read_file(State &state, dialog::AccountImport &import) {
    Result<CsvTable> table = read_csv(import.bytes, import.style);
    import.table.reset();
    import.error.clear();
    if (!table) {
        import.error = table.error().message;
        return;
    }
    import.table = std::move(*table);
    import.mapping = guess_mapping(*import.table, *state.open->plan().accounts);
}

void work_out(State &state, dialog::AccountImport &import) {
    if (import.table) {
        import.imported = import_accounts(*import.table, import.mapping);
        import.update = update_accounts(*state.open->plan().accounts, import.imported.accounts, import.dropGone);
    }
}

constexpr std::size_t dayLetters = 10; // "2026-11-23" of an instant

std::string label_of(const AccountUpdate &update, bool dropGone) {
    std::vector<std::string> parts;
    if (!update.added.empty()) {
        parts.push_back("add " + counted(update.added.size(), "account", "accounts"));
    }
    if (!update.changed.empty()) {
        parts.push_back("change " + std::to_string(update.changed.size()));
    }
    if (dropGone && !update.gone.empty()) {
        parts.push_back("remove " + std::to_string(update.gone.size()));
    }
    std::string label = parts.empty() ? "update accounts" : listed(parts);
    label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

} // namespace

void preview_accounts(State &state, const std::string &fileName, const std::string &bytes) {
    dialog::AccountImport import;
    import.fileName = fileName;
    import.bytes = bytes;
    import.style = guess_csv_style(bytes);
    read_file(state, import);
    work_out(state, import);
    state.dialog = std::move(import);
}

void change_import(State &state, const action::ChangeImport &change) {
    auto *import = std::get_if<dialog::AccountImport>(&state.dialog);
    if (import == nullptr || !state.open) {
        return;
    }
    import->dropGone = change.dropGone;
    if (!(import->style == change.style)) {
        import->style = change.style;
        read_file(state, *import);
    } else if (change.mapping.columns.size() == import->mapping.columns.size()) {
        import->mapping = change.mapping;
    }
    work_out(state, *import);
}

void apply_import(State &state, Effects &effects, const Context &context) {
    auto *dialogue = std::get_if<dialog::AccountImport>(&state.dialog);
    if (dialogue == nullptr || !dialogue->table || !state.open) {
        return;
    }
    const dialog::AccountImport import = std::move(*dialogue);
    state.dialog = std::monostate();
    if (!can_edit(state)) {
        tell(state, effects, "This plan is open in another tab: take it over to import into it.");
        return;
    }
    keep_revision(state, effects, "Before importing accounts", context);
    Plan next = state.open->plan();
    const std::string label = label_of(import.update, import.dropGone);
    next.accounts = Shared<Accounts>(import.update.after);
    if (next.scoring->tiers.asOf.empty()) {
        next.scoring.edit().tiers.asOf = context.now.substr(0, dayLetters);
    }
    edit_plan(state, effects, std::move(next), label, 0, context);
    state.view = View::accounts;
    tell(state, effects, label + " from " + quoted(import.fileName) + ".");
}

namespace {

/// The sample was made on its own day; what people did then was done lately today.
std::string moved_day(const std::string &date, int days) {
    const std::optional<Date> day = parse_date(date);
    return day ? to_text(date_after(*day, days)) : date;
}

/// Contacts with what they did, where the plan has none yet; the stages they are in where it has no stages of its own.
void take_contacts(Plan &next, const Plan &sample, int days) {
    if (!next.contacts->contacts.empty()) {
        return;
    }
    apply(next, start_lead_stages(next));
    Contacts &contacts = next.contacts.edit();
    contacts.contacts = sample.contacts->contacts;
    for (auto &[id, contact] : contacts.contacts) {
        contact.stageSince = moved_day(contact.stageSince, days);
        if (!contacts.stages.contains(contact.stage)) {
            contact.stage = {};
            contact.stageSince.clear();
        }
        for (ContactActivity &activity : contact.activities) {
            activity.on = moved_day(activity.on, days);
        }
    }
}

} // namespace

void try_sample_accounts(State &state, Effects &effects, const Context &context) {
    const Result<Restored> sample = sample_accounts();
    if (!sample || !state.open || !can_edit(state)) {
        return;
    }
    const Scoring &scoring = *sample->plan.scoring;
    Plan next = state.open->plan();
    next.accounts = sample->plan.accounts;
    const std::optional<Date> made = parse_date(scoring.tiers.asOf);
    const std::optional<Date> now = parse_date(context.now.substr(0, dayLetters));
    const int days = made && now ? days_between(*made, *now) : 0;
    for (auto &[id, mark] : next.accounts.edit().marks) {
        for (auto &[stage, date] : mark.stageSince) {
            date = moved_day(date, days);
        }
    }
    take_contacts(next, sample->plan, days);
    next.scoring.edit().criteria = scoring.criteria;
    next.scoring.edit().tiers.asOf = scoring.tiers.asOf;
    edit_plan(state, effects, std::move(next), "Try the sample accounts", 0, context);
    state.view = View::accounts;
    tell(state, effects, "These accounts are invented. Undo takes them away again.");
}

void export_accounts(State &state, Effects &effects) {
    if (!state.open) {
        return;
    }
    std::string name = file_name(state.open->plan());
    name.resize(name.size() - std::string_view(".fullcourt.json").size());
    // With the mark, so that a spreadsheet reads it as UTF-8.
    effects.emplace_back(effect::SaveFile{0, name + " accounts.csv", "text/csv",
                                          "\xEF\xBB\xBF" + write_csv(account_table(*state.open->plan().accounts)), true});
}

} // namespace fullcourt
