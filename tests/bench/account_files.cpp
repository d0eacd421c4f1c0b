// What a person waits for who imports, opens or saves a list of a real market: 100,000 accounts, 12 columns, about 9 MB of CSV.
#include <cstdio>
#include <string>

#include "accounts_csv.h"
#include "analysis/account_list.h"
#include "base/random.h"
#include "bench.h"
#include "edit/account_gestures.h"
#include "io/account_import.h"
#include "io/edit_json.h"
#include "io/restore.h"
#include "io/write.h"

namespace fullcourt::bench {

std::string csv_of(std::size_t rows) {
    static const std::vector<std::string> industries = {"Software", "Retail", "Energy", "Financials", "Healthcare", "Logistics"};
    static const std::vector<std::string> countries = {"DE", "FR", "SE", "ES", "PL", "UK", "NL"};
    const RandomBits bits = counting_bits(5);
    std::string text = "Account ID,Account Name,Website,Industry,Country,Employees,Annual Revenue,Last Activity,Is Customer,Intent Score,"
                       "Website Visits,Owner\n";
    const auto number = [&](std::uint64_t below) { return std::to_string(bits() % below); };
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string name = "Firm " + number(100'000);
        text += "A" + std::to_string(1'000'000 + row) + "," + (bits() % 2 == 0 ? "\"" + name + ", Inc.\"" : name) + ",www." +
                number(100'000) + ".eu," + industries[bits() % industries.size()] + "," + countries[bits() % countries.size()] + "," +
                number(50'000) + "," + number(90'000) + "." + number(10) + ",2026-" + std::to_string(10 + bits() % 3) + "-" +
                std::to_string(10 + bits() % 18) + "," + (bits() % 2 == 0 ? "true" : "false") + "," +
                (bits() % 10 == 0 ? std::string() : number(100)) + "," + number(500) + ",owner " + number(40) + "\n";
    }
    return text;
}

namespace {

void measure_import(std::size_t rows, int times) {
    const std::string bytes = csv_of(rows);
    std::printf("\n%zu accounts × 12 columns, %.1f MB of CSV\n", rows, static_cast<double>(bytes.size()) / 1e6);
    const CsvStyle style = guess_csv_style(bytes);
    report("CSV to cells", [&] { (void)read_csv(bytes, style); }, times);
    const CsvTable table = *read_csv(bytes, style);
    const ImportMapping mapping = guess_mapping(table, {});
    report(
        "style and mapping guessed", [&] { (void)guess_mapping(*read_csv(bytes.substr(0, 200'000), guess_csv_style(bytes)), {}); }, times);
    report("cells to typed columns", [&] { (void)import_accounts(table, mapping); }, times);
    report("CSV to typed columns, all of it", [&] { (void)import_accounts(*read_csv(bytes, style), mapping); }, times);
    Plan plan;
    plan.accounts = Shared<Accounts>(import_accounts(table, mapping).accounts);
    report(
        "importing the same file again: what would change", [&] { (void)update_accounts(*plan.accounts, *plan.accounts, false); }, times);
    report("search over all columns for a word", [&] { (void)matching_rows(*plan.accounts, "firm 77"); }, times);
    std::string file;
    report("plan to bytes", [&] { file = write_plan(plan, {}); }, times);
    report("bytes to plan", [&] { (void)restore(file); }, times);
    Plan edited = plan;
    int value = 0;
    report(
        "one cell edited: the step and its record",
        [&] {
            Plan next = edited;
            apply(next, set_account_cell(next, AccountId("A1000077"), AccountColumnId("employees"), std::to_string(++value)));
            (void)write_edit({"Change it", diff(edited, next)});
            edited = next;
        },
        times);
}

} // namespace

void measure_imported_accounts() { measure_import(100'000, 11); }

void measure_account_files() {
    measure_import(10'000, 21);
    measure_import(100'000, 11);
    measure_import(1'000'000, 3);
}

} // namespace fullcourt::bench
