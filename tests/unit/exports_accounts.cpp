// Exports with a row for each account: made some rows at a time they are what they are in one go.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "edit/place_words.h"
#include "exports/account_export.h"
#include "exports/changes_text.h"
#include "exports_for_tests.h"
#include "io/samples.h"
#include "many_accounts.h"

using namespace fullcourt;

TEST_CASE("A list that is saved some rows at a time is the list that is saved in one go", "[exports]") {
    const Result<Restored> sample = sample_accounts();
    REQUIRE(sample);
    for (const Plan &plan : {sample->plan, test::plan_with_many_accounts(), Plan()}) {
        for (const ExportKind kind : {ExportKind::accountsCsv, ExportKind::crmCsv, ExportKind::scoresCsv, ExportKind::workbook}) {
            const ExportRequest request{.kind = kind, .sections = {}, .role = {}, .today = test::exportDay, .from = {}, .plan = {}};
            AccountExport work(plan, request);
            const std::size_t rows = plan.accounts->table.rows();
            std::size_t pieces = 1;
            double before = work.part();
            while (!work.go_on(50)) {
                CHECK(work.part() > before);
                before = work.part();
                ++pieces;
            }
            CHECK(pieces == std::max<std::size_t>(1, (rows + 49) / 50));
            CHECK(work.part() == 1);
            const Exported made = work.take();
            const Exported whole = make_export(plan, request);
            CHECK(made.bytes == whole.bytes);
            CHECK(made.name == whole.name);
            CHECK(made.cuts == whole.cuts);
        }
    }
}

TEST_CASE("A list that is being saved stays the one that it was, whatever becomes of the plan", "[exports]") {
    Plan plan = test::plan_with_many_accounts();
    const ExportRequest request{
        .kind = ExportKind::accountsCsv, .sections = {}, .role = {}, .today = test::exportDay, .from = {}, .plan = {}};
    const std::string before = make_export(plan, request).bytes;
    AccountExport work(plan, request);
    CHECK_FALSE(work.go_on(10));
    test::set_size(plan, 5000, "12345");
    plan.accounts.edit().columns.clear();
    while (!work.go_on(1000)) {
    }
    CHECK(work.take().bytes == before);
}

TEST_CASE("What differs in a long list is told by the names of its places, of what came, of what went, and of cells", "[exports]") {
    const Plan before = test::plan_with_many_accounts();
    Plan after = before;
    test::set_size(after, 1, "12345");
    test::set_size(after, 5000, "");
    after.accounts.edit().table.set_text(AccountColumnId("name"), AccountColumnType::text, 2, "Renamed");
    const std::string text = changes_text(before, after);
    const std::vector<PlaceChange> all = changes(before, after);
    CHECK(all.size() == 3);
    for (const PlaceChange &change : all) {
        CHECK(text.find("  " + place_words(after, change.path) + " ") != std::string::npos);
        CHECK(changes_json(before, after).find(place_words(after, change.path)) != std::string::npos);
    }
    Plan fewer = before;
    fewer.accounts.edit() = test::accounts({{"name", AccountColumnType::text}, {"size"}}, {{"a100003", "Account 3", "3"}});
    const std::vector<ReviewedSection> gone = reviewed_changes(before, fewer);
    REQUIRE(gone.size() == 1);
    CHECK(gone.front().count(ChangeKind::removed) == before.accounts->table.rows() - 1);
    CHECK(gone.front().changes.front().line == "Account a100000: removed");
    CHECK(reviewed_changes(fewer, before).front().count(ChangeKind::added) == before.accounts->table.rows() - 1);
}
