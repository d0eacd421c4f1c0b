#include <cstdio>
#include <utility>

#include "base/text.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/today.h"
#include "io/account_import.h"
#include "io/contact_import.h"
#include "io/import_map.h"
#include "io/write.h"

namespace fullcourt::cli {
namespace {

void say_of(const std::string &file, const std::string &sentence) { say(file + ": " + sentence); }

/// Standard error: what is new, and what could not be read.
void report(const std::string &file, const CsvTable &table, const ImportedAccounts &imported, const AccountUpdate &update) {
    for (const std::string &problem : table.problems()) {
        say_of(file, problem);
    }
    for (const std::string &problem : imported.problems) {
        say_of(file, problem);
    }
    if (imported.more != 0) {
        say_of(file, "and " + std::to_string(imported.more) + " more");
    }
    say_of(file, counted(update.added.size(), "account", "accounts") + " added, " + std::to_string(update.changed.size()) + " changed, " +
                     std::to_string(update.unchanged) + " as before, " + std::to_string(update.gone.size()) + " not in the file (kept)");
}

} // namespace

std::optional<AccountUpdate> read_accounts(const std::string &path, const std::string &mapPath, const Accounts &existing) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) {
        complain(shown_name(path), bytes.error());
        return std::nullopt;
    }
    const Result<CsvTable> table = read_csv(*bytes, guess_csv_style(*bytes));
    if (!table) {
        complain(shown_name(path), table.error());
        return std::nullopt;
    }
    ImportMapping mapping = guess_mapping(*table, existing);
    if (!mapPath.empty()) {
        const Result<std::string> map = read_bytes(mapPath);
        const Result<ImportMapping> mapped = map ? apply_import_map(*map, *table, mapping) : Result<ImportMapping>(map.error());
        if (!mapped) {
            complain(shown_name(mapPath), mapped.error());
            return std::nullopt;
        }
        mapping = *mapped;
    }
    const ImportedAccounts imported = import_accounts(*table, mapping);
    AccountUpdate update = update_accounts(existing, imported.accounts, false);
    report(shown_name(path), *table, imported, update);
    return update;
}

namespace {

/// A file whose head speaks of contacts goes to the contacts; nothing where it is one of accounts, or cannot be read as either.
std::optional<ContactUpdate> read_contacts(const std::string &path, const Plan &plan) {
    const Result<std::string> bytes = read_bytes(path);
    const Result<CsvTable> table = bytes ? read_csv(*bytes, guess_csv_style(*bytes)) : Result<CsvTable>(bytes.error());
    if (!table || !looks_like_contacts(*table)) {
        return std::nullopt;
    }
    ContactUpdate update = update_contacts(plan, *table, guess_contact_mapping(*table));
    const std::string file = shown_name(path);
    for (const std::vector<std::string> *problems : {&table->problems(), &std::as_const(update.problems)}) {
        for (const std::string &problem : *problems) {
            say_of(file, problem);
        }
    }
    if (update.more != 0) {
        say_of(file, "and " + std::to_string(update.more) + " more");
    }
    say_of(file, counted(update.added.size(), "contact", "contacts") + " added, " + std::to_string(update.changed.size()) + " changed, " +
                     std::to_string(update.unchanged) + " as before, " + counted(update.activities, "activity", "activities") + " added");
    return update;
}

} // namespace

int run_import(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"--map", "-o"}, {}, 2, 2});
    if (!arguments) {
        return misunderstood("import", arguments.error().message);
    }
    std::optional<Restored> restored = load_plan(arguments->files[0]);
    if (!restored) {
        return couldNot;
    }
    Plan &plan = restored->plan;
    if (arguments->value("--map").empty() && arguments->files[1] != "-") {
        if (const std::optional<ContactUpdate> contacts = read_contacts(arguments->files[1], plan)) {
            plan.contacts = Shared<Contacts>(contacts->after);
            return put_out(arguments->value("-o"), write_plan(plan, restored->envelope));
        }
    }
    const std::optional<AccountUpdate> update = read_accounts(arguments->files[1], arguments->value("--map"), *plan.accounts);
    if (!update) {
        return couldNot;
    }
    plan.accounts = Shared<Accounts>(update->after);
    if (plan.scoring->tiers.asOf.empty()) {
        plan.scoring.edit().tiers.asOf = day_text(today());
    }
    return put_out(arguments->value("-o"), write_plan(plan, restored->envelope));
}

} // namespace fullcourt::cli
