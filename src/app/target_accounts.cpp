#include "app/target_accounts.h"

#include "app/export_work.h"
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

constexpr std::size_t readAtOnce = std::size_t{4} << 20U; ///< bytes; more are read in pieces

void take_over_work(dialog::AccountImport &import) {
    ImportWork &work = *import.work;
    import.error = work.error;
    import.table = work.table;
    import.mapping = std::move(work.mapping);
    import.imported = std::move(work.imported);
    import.update = std::move(work.update);
    import.work.reset();
}

/// A short file at once; a long one in pieces that continue_import() does.
void begin(dialog::AccountImport &import, std::shared_ptr<ImportWork> work) {
    import.work = std::move(work);
    if (import.bytes->size() > readAtOnce) {
        return;
    }
    while (!import.work->go_on()) {
    }
    take_over_work(import);
}

void read_file(const State &state, dialog::AccountImport &import) {
    import.table.reset();
    import.error.clear();
    begin(import, std::make_shared<ImportWork>(import.bytes, import.style, state.open->plan().accounts));
}

/// What a file calls its pods and stages, as the plan keeps them: pods by their ids, stages in the plan's own words.
void settle_words(Accounts &accounts, const AccountColumnId &column, const std::map<std::string, std::string> &words) {
    const AccountTable::Column *chunks = accounts.table.column(column);
    if (chunks == nullptr || words.empty()) {
        return;
    }
    std::vector<std::pair<std::size_t, std::string_view>> cells;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        const AccountValue value = value_of(*(*chunks)[row / accountChunkRows], row % accountChunkRows);
        const auto *word = std::get_if<std::string_view>(&value);
        const auto at = word == nullptr ? words.end() : words.find(lowered(*word));
        if (at != words.end() && at->second != *word) {
            cells.emplace_back(row, at->second);
        }
    }
    if (!cells.empty()) {
        accounts.table.set_texts(column, AccountColumnType::category, cells);
    }
}

void settle_pods_and_stages(const Plan &plan, Accounts &accounts) {
    std::map<std::string, std::string> pods;
    for (const auto &[id, pod] : plan.engagement->pods) {
        pods.emplace(lowered(trimmed(pod.name)), id.text);
    }
    std::map<std::string, std::string> stages;
    for (const std::string &stage : account_stages(accounts)) {
        stages.emplace(lowered(stage), stage);
    }
    settle_words(accounts, podColumn(), pods);
    settle_words(accounts, stageColumn(), stages);
}

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

void preview_accounts(State &state, const std::string &fileName, Shared<std::string> bytes) {
    dialog::AccountImport import;
    import.fileName = fileName;
    import.style = guess_csv_style(*bytes);
    import.bytes = std::move(bytes);
    read_file(state, import);
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
    } else if (import->table && change.mapping.columns.size() == import->table->columns()) {
        import->mapping = change.mapping;
        begin(*import, std::make_shared<ImportWork>(import->table, change.mapping, state.open->plan().accounts, change.dropGone));
    }
}

void continue_import(State &state) {
    auto *import = std::get_if<dialog::AccountImport>(&state.dialog);
    if (import != nullptr && import->work && import->work->go_on()) {
        take_over_work(*import);
    }
}

void apply_import(State &state, Effects &effects, const Context &context) {
    auto *dialogue = std::get_if<dialog::AccountImport>(&state.dialog);
    if (dialogue == nullptr || !dialogue->table || dialogue->work || !state.open) {
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
    Accounts accounts = import.update.after;
    accounts.importMap = remembered_mapping(*import.table, import.mapping, *state.open->plan().accounts);
    settle_pods_and_stages(next, accounts);
    next.accounts = Shared<Accounts>(std::move(accounts));
    if (next.scoring->tiers.asOf.empty()) {
        next.scoring.edit().tiers.asOf = context.today();
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
    const std::optional<Date> now = parse_date(context.today());
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

void save_import_report(const State &state, Effects &effects) {
    const auto *import = std::get_if<dialog::AccountImport>(&state.dialog);
    if (import == nullptr || !import->table) {
        return;
    }
    TextTable report;
    report.rows.push_back({"Line", "Column", "What stands there", "What is wrong"});
    for (const std::string &problem : import->table->problems()) {
        report.rows.push_back({"", "", "", problem});
    }
    for (const ImportProblem &problem : import->imported.report) {
        report.rows.push_back({std::to_string(problem.line), problem.column, problem.text, problem.what});
    }
    effects.emplace_back(
        effect::SaveFile{0, "Report on " + import->fileName, "text/csv", std::string(byteOrderMark) + write_csv(report), true});
}

void export_accounts(State &state, Effects &effects, const Context &context) {
    export_at_once(state, effects, ExportKind::accountsCsv, context);
}

void export_for_crm(State &state, Effects &effects, const Context &context) { export_at_once(state, effects, ExportKind::crmCsv, context); }

} // namespace fullcourt
