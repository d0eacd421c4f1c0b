// Hours of plays against the hours there are (RULES §7, plan.overload); the sums are made by hand.
#include "analysis/play_load.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "analysis/check.h"
#include "reference_plan.h"

using namespace fullcourt;

namespace {

Plan staffed_plan() {
    Plan plan = test::reference_plan();
    Collection<Role> &roles = plan.organisation.edit().roles;
    roles.at(RoleId("AE")).headcount = 8;
    roles.at(RoleId("SDR")).headcount = 3;
    roles.at(RoleId("Account marketer")).headcount = 2;
    roles.at(RoleId("Product specialist")).headcount = 1;
    roles.at(RoleId("CFO")).headcount = 1;
    return plan;
}

Play &add_play(Plan &plan, const char *id, const char *who, double hours, const char *start = "2026-12-07", int weeks = 1) {
    Play &play = plan.engagement.edit().plays[PlayId(id)];
    play.name = id;
    play.account = AccountId("acme");
    play.start = start;
    play.weeks = weeks;
    play.effort[RoleId(who)] = hours;
    return play;
}

std::vector<Finding> overloads(const Plan &plan) {
    std::vector<Finding> found;
    for (const Finding &finding : check(plan)) {
        if (finding.rule == "plan.overload") {
            found.push_back(finding);
        }
    }
    return found;
}

const RoleLoad &load_of(const std::vector<RoleLoad> &loads, const char *who) {
    for (const RoleLoad &load : loads) {
        if (load.role == RoleId(who)) {
            return load;
        }
    }
    FAIL("no load of " << who);
    return loads.front();
}

const WeekNumber week50 = week_number({2026, 12, 7});

} // namespace

TEST_CASE("Weeks are those of ISO 8601") {
    CHECK(week_name(week50) == "week 50");
    CHECK(week_number({2026, 12, 13}) == week50);
    CHECK(week_number({2026, 12, 14}) == week50 + 1);
    CHECK(to_text(monday_of_week(week50)) == "2026-12-07");
    CHECK(iso_week({2026, 12, 31}) == IsoWeek{2026, 53});
    CHECK(iso_week({2027, 1, 3}) == IsoWeek{2026, 53});
    CHECK(iso_week({2027, 1, 4}) == IsoWeek{2027, 1});
    CHECK(iso_week({2024, 12, 30}) == IsoWeek{2025, 1});
    CHECK(iso_week({2021, 1, 1}) == IsoWeek{2020, 53});
    CHECK(week_number({1969, 12, 31}) == -1);
}

TEST_CASE("A role has head-count × 40 h × its share for plays") {
    const Plan plan = staffed_plan();
    CHECK(capacity_of(plan, RoleId("AE"))->hours() == 64);                 // 8 × 40 × 20 %
    CHECK(capacity_of(plan, RoleId("SDR"))->hours() == 60);                // 3 × 40 × 50 %
    CHECK(capacity_of(plan, RoleId("Account marketer"))->hours() == 48);   // 2 × 40 × 60 %
    CHECK(capacity_of(plan, RoleId("Product specialist"))->hours() == 10); // 1 × 40 × 25 %
    CHECK(!capacity_of(plan, RoleId("CFO")));                              // no core function, so no share
    CHECK(!capacity_of(test::reference_plan(), RoleId("AE")));             // not set is not 0
    Plan other = plan;
    other.settings.edit().thresholds["plan.overload.executive"] = 10;
    CHECK(capacity_of(other, RoleId("AE"))->hours() == 32);
}

TEST_CASE("Hours spread evenly over a play's weeks and add up over accounts") {
    Plan plan = staffed_plan();
    add_play(plan, "dinner", "AE", 6);
    add_play(plan, "case", "AE", 9, "2026-12-07", 3).account = AccountId("beta");
    const std::vector<RoleLoad> loads = play_loads(plan);
    const RoleLoad &executives = load_of(loads, "AE");
    CHECK(executives.in(week50 - 1) == 0);
    CHECK(executives.in(week50) == 9); // 6 + 9 / 3
    CHECK(executives.in(week50 + 2) == 3);
    CHECK(executives.in(week50 + 3) == 0);
    const std::vector<PlayShare> shares = plays_in(plan, RoleId("AE"), week50);
    REQUIRE(shares.size() == 2);
    CHECK(shares[0].play == PlayId("dinner"));
    CHECK(shares[1].hours == 3);
}

TEST_CASE("What is done, dropped or not planned in time asks for no hours") {
    Plan plan = staffed_plan();
    add_play(plan, "done", "AE", 6).status = PlayStatus::done;
    add_play(plan, "dropped", "AE", 6).status = PlayStatus::dropped;
    add_play(plan, "open", "AE", 6, "");
    CHECK(load_of(play_loads(plan), "AE").hours.empty());
    add_play(plan, "running", "AE", 6).status = PlayStatus::running;
    CHECK(load_of(play_loads(plan), "AE").in(week50) == 6);
}

TEST_CASE("Exactly the hours there are is not too much; a tenth more is") {
    for (const auto &[who, hours] :
         std::map<const char *, double>{{"AE", 64}, {"SDR", 60}, {"Account marketer", 48}, {"Product specialist", 10}}) {
        Plan plan = staffed_plan();
        add_play(plan, "play", who, hours);
        CHECK(overloads(plan).empty());
        plan.engagement.edit().plays.at(PlayId("play")).effort.at(RoleId(who)) = hours + 0.1;
        CHECK(overloads(plan).size() == 1);
    }
}

TEST_CASE("One finding a role names its worst weeks, the hours and where they come from") {
    Plan plan = staffed_plan();
    add_play(plan, "a", "AE", 70);
    add_play(plan, "b", "AE", 80, "2026-12-14");
    add_play(plan, "c", "CFO", 500);
    const std::vector<Finding> found = overloads(plan);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "AE: plays ask 80 h in week 51 and 70 h in week 50; there are 64 h a week (8 heads × 40 h × 20 %).");
    CHECK(found[0].subject == std::vector<std::string>{"AE"});
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].section == PlanSection::engagement);
    // Another week's hours that stay within what there are change nothing; those of week 51 do.
    Plan other = plan;
    add_play(other, "d", "AE", 5, "2027-02-01");
    CHECK(overloads(other).front().key == found[0].key);
    add_play(other, "e", "AE", 5, "2026-12-14");
    CHECK(overloads(other).front().key != found[0].key);
}

TEST_CASE("Where putting one play off by a week mends it, one click does that") {
    Plan plan = staffed_plan();
    plan.accounts = Shared(test::accounts({{"name", AccountColumnType::text}}, {{"acme", "Acme"}, {"beta", "Beta"}}));
    plan.accounts.edit().nameColumn = AccountColumnId("name");
    add_play(plan, "demo", "Product specialist", 6);
    add_play(plan, "talk", "Product specialist", 5).account = AccountId("beta");
    std::vector<Finding> found = overloads(plan);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].fixes.size() == 2);
    CHECK(found[0].fixes[0].label == "Move demo to week 51 (Acme)");
    apply(plan, found[0].fixes[0]);
    CHECK(plan.engagement->plays.at(PlayId("demo")).start == "2026-12-14");
    CHECK(overloads(plan).empty());
    // In a plan under way a person says why; and where the next week is full, too, no single move helps.
    add_play(plan, "more", "Product specialist", 6);
    plan.engagement.edit().plays.at(PlayId("talk")).status = PlayStatus::running;
    add_play(plan, "next", "Product specialist", 5, "2026-12-14");
    found = overloads(plan);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fixes.empty());
}
