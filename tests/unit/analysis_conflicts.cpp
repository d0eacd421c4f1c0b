#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "reference_plan.h"

using namespace fullcourt;

namespace {

std::vector<Finding> conflicts_found(const std::vector<Finding> &findings) {
    std::vector<Finding> found;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                 [](const Finding &finding) { return finding.rule == "merge.conflict"; });
    return found;
}

} // namespace

TEST_CASE("What merging left open is to be settled: named, in its section, with a way to leave it so", "[analysis]") {
    Plan plan = test::reference_plan();
    Checker checker;
    CHECK(conflicts_found(checker.check(plan)).empty());
    plan.conflicts.edit()["a"] = {{"grid", "rows", "Close", "CFO"}, "\"C\"", {{"\"I\"", {}}, {std::nullopt, {}}}, {}};
    plan.conflicts.edit()["b"] = {{"grid", "activities", "Close"}, "true", {{"true", {}}, {std::nullopt, {}}}, {}};
    plan.conflicts.edit()["c"] = {{"kpis", "gone", "target"}, std::nullopt, {{"{}", {}}, {"[1]", {}}}, {}};
    plan.conflicts.edit()["d"] = {{"meetings", "gone", "start"}, "540", {{"570", {}}, {"1e300", {}}}, {}};
    const std::vector<Finding> found = conflicts_found(checker.check(plan));
    REQUIRE(found.size() == 4);
    CHECK(found[3].message == "Start of the meeting gone was changed differently in several copies: 1e300 or 9:30.");
    CHECK(found[0].message == "CFO in Close was changed differently in several copies: nothing or I (informed).");
    CHECK(found[0].section == PlanSection::grid);
    CHECK(found[1].message == "Activity Close was deleted in one copy and changed in another; it is kept until somebody chooses.");
    CHECK(found[2].message == "Target of the KPI gone was changed differently in several copies.");
    CHECK(found[2].section == PlanSection::kpis);
    REQUIRE(found[0].fixes.size() == 1);
    fullcourt::apply(plan, found[0].fixes.front());
    CHECK(conflicts_found(checker.check(plan)).size() == 3);
    plan.settings.edit().rules["merge.conflict"] = false;
    CHECK(conflicts_found(check(plan)).empty());
}

TEST_CASE("What is in conflict shows in the section that it belongs to, at its item and cell", "[analysis]") {
    Plan plan = test::reference_plan();
    const std::vector<std::pair<std::string, PlanSection>> sections = {
        {"contacts", PlanSection::contacts}, {"leadStages", PlanSection::contacts},      {"pods", PlanSection::pods},
        {"plays", PlanSection::engagement},  {"playTemplates", PlanSection::engagement}, {"accounts", PlanSection::accounts}};
    for (const auto &[list, section] : sections) {
        CAPTURE(list);
        Plan one = plan;
        one.conflicts.edit()["a"] = {{list, "x", "name"}, std::nullopt, {{"\"I\"", {}}, {std::nullopt, {}}}, {}};
        const std::vector<Finding> found = conflicts_found(check(one));
        REQUIRE(found.size() == 1);
        CHECK(found.front().section == section);
        CHECK(found.front().item == "x");
    }
    plan.conflicts.edit()["a"] = {{"grid", "rows", "Close", "CFO"}, "\"C\"", {{"\"I\"", {}}, {std::nullopt, {}}}, {}};
    const std::vector<Finding> found = conflicts_found(check(plan));
    REQUIRE(found.size() == 1);
    CHECK(found.front().activity == ActivityId("Close"));
    CHECK(found.front().cells == std::vector<RoleId>{RoleId("CFO")});
}

TEST_CASE("A reference to what somebody deleted is a finding that one click takes out", "[analysis]") {
    Plan plan = test::reference_plan();
    Decision &decision = plan.governance.edit().decisions[DecisionId("pricing")];
    decision.name = "Pricing";
    decision.forum = MeetingId("gone");
    decision.activities = {ActivityId("Close"), ActivityId("gone")};
    std::vector<Finding> found;
    for (const Finding &finding : check(plan)) {
        if (finding.rule == "merge.dangling") {
            found.push_back(finding);
        }
    }
    REQUIRE(found.size() == 2);
    CHECK(found[0].message == "Decision Pricing names a meeting that is no longer in the plan.");
    CHECK(found[1].message == "Decision Pricing names an activity that is no longer in the plan.");
    CHECK(found[1].section == PlanSection::decisions);
    CHECK(found[1].item == "pricing");
    Plan quiet = plan;
    quiet.settings.edit().rules["merge.dangling"] = false;
    const std::vector<Finding> rest = check(quiet);
    CHECK(std::none_of(rest.begin(), rest.end(), [](const Finding &finding) { return finding.rule == "merge.dangling"; }));
    fullcourt::apply(plan, found[1].fixes.front());
    CHECK(plan.governance->decisions.at(DecisionId("pricing")).activities == std::set<ActivityId>{ActivityId("Close")});
}
