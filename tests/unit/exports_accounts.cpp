// Exports of very many accounts, made in pieces.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "edit/place_words.h"
#include "exports/changes_text.h"
#include "exports/export_in_pieces.h"
#include "exports_for_tests.h"
#include "io/samples.h"
#include "many_accounts.h"

using namespace fullcourt;

namespace {

ExportRequest request_of(ExportKind kind) {
    return {.kind = kind, .sections = {}, .role = {}, .today = test::exportDay, .from = {}, .plan = {}};
}

} // namespace

TEST_CASE("With very many accounts a file is made in pieces, and how much is done is told", "[exports]") {
    const Plan plan = test::plan_with_many_accounts();
    for (const ExportKind kind : {ExportKind::accountsCsv, ExportKind::crmCsv, ExportKind::scoresCsv, ExportKind::workbook}) {
        ExportInPieces work(plan, request_of(kind));
        std::size_t pieces = 1;
        double before = work.part();
        while (!work.go_on()) {
            CHECK(work.part() > before);
            before = work.part();
            ++pieces;
        }
        CHECK(pieces > plan.accounts->table.rows() / 400);
        CHECK(work.part() == 1);
    }
}

TEST_CASE("The manual of very many accounts is made section by section, when their scores are there", "[exports]") {
    Plan plan = sample_accounts()->plan;
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 20'000; ++i) {
        rows.push_back({"n" + std::to_string(i), std::to_string(i % 4'000)});
    }
    plan.accounts.edit() = test::accounts({{"employees"}}, rows);
    for (const ExportKind kind : {ExportKind::manualHtml, ExportKind::manualMarkdown}) {
        ExportInPieces work(plan, request_of(kind));
        std::size_t pieces = 1;
        while (!work.go_on()) {
            ++pieces;
        }
        CHECK(pieces > manualSections.size());
        CHECK(work.take().bytes.find("There are " + counted(20'000, "account", "accounts") + " in the list") != std::string::npos);
    }
}

TEST_CASE("A list that is being saved stays the one that it was, whatever becomes of the plan", "[exports]") {
    Plan plan = test::plan_with_many_accounts();
    const ExportRequest request = request_of(ExportKind::accountsCsv);
    const std::string before = make_export(plan, request).bytes;
    ExportInPieces work(plan, request);
    CHECK_FALSE(work.go_on());
    CHECK_FALSE(work.go_on());
    test::set_size(plan, 5000, "12345");
    plan.accounts.edit().columns.clear();
    while (!work.go_on()) {
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
        CHECK(text.find("  " + place_words(after, change.path) + ": ") != std::string::npos);
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
