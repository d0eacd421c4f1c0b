// Files of every released format version, kept for ever.
#include <catch2/catch_test_macros.hpp>

#include "io/restore.h"
#include "io/write.h"
#include "test_files.h"

using namespace fullcourt;

namespace {

std::string report_text(const RepairReport &report) {
    std::string text;
    for (const std::string &sentence : report.sentences) {
        text += "mended: " + sentence + "\n";
    }
    for (const std::string &sentence : report.kept) {
        text += "kept: " + sentence + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a rich plan of format 1 is restored whole") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-rich.fullcourt.json"));
    REQUIRE(restored);
    CHECK(restored->report.empty());
    CHECK(restored->report.kept.size() == 5);
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-rich.restored.json"));
}

TEST_CASE("a rich plan of format 1 holds what its file says") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-rich.fullcourt.json"));
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const RaciGrid &grid = *plan.raci;
    CHECK(restored->envelope.plan == PlanId("k3v9w2m1qz"));
    CHECK(restored->envelope.revision == "7c1d0e9bfa");
    CHECK(restored->envelope.parent == "0a4s8d2f6g");
    CHECK(restored->envelope.ancestry == std::vector<std::string>{"0a4s8d2f6g", "reference"});
    CHECK(restored->envelope.savedAt == "2026-11-23T07:20:00Z");
    CHECK(restored->envelope.extra == Extra{{"program", "\"Fullcourt 0.1\""}});
    CHECK(plan.about->title == "Nordlicht GmbH — \"ABM\" plan 🏀");
    CHECK(plan.about->description == "First line.\nSecond line with a tab\there, a \\ and a /.\nשורה שלישית");
    CHECK(plan.organisation->roles.size() == 9);
    CHECK(plan.organisation->roles.at(RoleId("account-marketer")).core == CoreFunction::accountMarketing);
    CHECK(plan.organisation->roles.at(RoleId("account-marketer")).extra == Extra{{"colour", "\"teal\""}});
    CHECK(plan.organisation->roles.at(RoleId("cs-lead")).function == BusinessFunction::customerSuccess);
    CHECK(grid.scheme == LetterScheme::raci);
    CHECK(grid.extraLetters == ExtraLetters{{'Q', ""}, {'S', "supports"}, {'V', "verifies"}});
    CHECK(activity_order(grid) == std::vector<ActivityId>{ActivityId("first"), ActivityId("lost"), ActivityId("selection"),
                                                          ActivityId("strategy"), ActivityId("close")});
    CHECK(grid.activities.at(ActivityId("close")).extra == Extra{{"weight", "[1,0.1,-7,1e+21,18446744073709551615,null,true,\"é\"]"}});
    CHECK(ordered(grid.columns) ==
          std::vector<RoleId>{RoleId("account-marketer"), RoleId("account-executive"), RoleId("cfo"), RoleId("left-the-company")});
    CHECK(letters_at(grid, ActivityId("close"), RoleId("account-executive")) == Letters::accountable_and_responsible());
    CHECK(letters_at(grid, ActivityId("deleted-activity"), RoleId("account-executive")) == Letters::one('R'));
    CHECK(plan.settings->rules ==
          std::map<std::string, bool>{{"raci.no-blank", true}, {"raci.support-alone", false}, {"x.unknown-rule", true}});
    CHECK(plan.settings->thresholds.at("raci.overloaded-role.share") == 0.625);
    CHECK(*plan.extra == Extra{{"people", "[{\"id\":\"p1\",\"name\":\"Ada\"}]"}, {"zones", "{}"}});
}

TEST_CASE("a damaged plan of format 1 is mended, and every repair is told") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-damaged.fullcourt.json"));
    REQUIRE(restored);
    CHECK(report_text(restored->report) == test::read_file("golden/v1-damaged.report.txt"));
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-damaged.restored.json"));
}
