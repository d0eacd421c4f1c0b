// Exports with a row for each account: made some rows at a time they are what they are in one go.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "exports/account_export.h"
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
