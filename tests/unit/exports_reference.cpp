// The reference template as people open it: what it must say of itself (RULES §1, §2, §7).
// What is read back here needs the parser, which a build may keep to io.
#if __has_include(<nlohmann/json.hpp>)

#include <algorithm>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "analysis/check.h"
#include "analysis/hours.h"
#include "analysis/organisation_change.h"
#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"
#include "exports/findings_json.h"
#include "exports/organisation_json.h"
#include "io/templates.h"

using namespace fullcourt;
using Catch::Approx;
using Json = nlohmann::json;

namespace {

std::vector<std::string> subjects(const Plan &plan, std::string_view rule) {
    std::vector<std::string> all;
    for (const Finding &finding : check(plan)) {
        if (finding.rule == rule) {
            std::string ids;
            for (const std::string &id : finding.subject) {
                ids += (ids.empty() ? "" : " ") + id;
            }
            all.push_back(ids);
        }
    }
    return all;
}

using Subjects = std::vector<std::string>;

} // namespace

TEST_CASE("The reference template says what RULES promises of it", "[exports]") {
    const Plan plan = load_template("reference")->plan;
    const std::vector<Finding> findings = check(plan);
    CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding &one) { return one.rule.starts_with("raci."); }) == 9);
    CHECK(subjects(plan, "cadence.never-meet") == Subjects{"account-executive sales-development-rep",
                                                           "account-executive product-specialist",
                                                           "account-marketer sales-development-rep"});
    CHECK(subjects(plan, "decision.joint-one-accountable") == Subjects{"target-account-selection target-account-selection"});
    CHECK(subjects(plan, "decision.decider-not-accountable") == Subjects{"content-approval content-creation"});
    CHECK(subjects(plan, "decision.joint-without-tiebreak").empty());
    CHECK(subjects(plan, "decision.no-forum") == Subjects{"pipeline-and-revenue"});
    CHECK(subjects(plan, "role.unknown").empty());
    CHECK(subjects(plan, "staffing.ratio").empty());
    CHECK(subjects(plan, "cadence.load").empty());
    CHECK(subjects(plan, "governance.gap") == Subjects{"training", "tools"});
    CHECK(weekly_hours(plan, RoleId("account-marketer")).hours == Approx(2.65).margin(0.005));
    CHECK(weekly_hours(plan, RoleId("account-executive")).hours == Approx(0.92).margin(0.005));
}

TEST_CASE("Each template of an organisation model has it adopted whole", "[exports]") {
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"marketing-led", "Marketing-led"},
        {"sales-led", "Sales-led"},
        {"hybrid", "Hybrid (matrix)"},
        {"overlay", "Overlay organisation"},
        {"liaison", "Hybrid (matrix), with a full-time liaison"},
        {"marketing-owns-bdrs", "Marketing-led, with BDRs owned by marketing"},
        {"vp-sales", "Reports to the VP Sales"}};
    for (const auto &[name, model] : expected) {
        INFO(name);
        const Plan plan = load_template(name)->plan;
        CHECK(choice_name(plan.organisation->choice) == model);
        CHECK(model_changes(plan, plan.organisation->choice).empty());
        CHECK(subjects(plan, "model.reporting").empty());
        CHECK(subjects(plan, "role.unknown").empty());
    }
}

TEST_CASE("Each template of a scaling stage holds that stage and a grid without errors", "[exports]") {
    for (int stage = 1; stage <= 4; ++stage) {
        const Plan plan = load_template("stage-" + std::to_string(stage))->plan;
        const std::optional<StageView> reached = scaling_stage(*plan.organisation);
        REQUIRE(reached);
        CHECK(reached->stage == stage);
        CHECK_FALSE(reached->between);
        for (const Finding &finding : check(plan)) {
            INFO(finding.message);
            CHECK(finding.severity != Severity::error);
            CHECK_FALSE(finding.rule.starts_with("raci."));
        }
    }
}

TEST_CASE("Findings for scripts say what is accepted", "[exports]") {
    Plan plan = load_template("reference")->plan;
    plan.acceptances.edit()[check(plan).front().key] = {"As \"agreed\"", "", "", {}};
    const Json json = Json::parse(findings_json(check(plan)));
    CHECK(json.at("findings").at(0).at("accepted") == true);
    CHECK(json.at("findings").at(1).at("accepted") == false);
}

TEST_CASE("Models and head-counts for scripts", "[exports]") {
    Plan plan = load_template("reference")->plan;
    const Json open = Json::parse(comparison_json(plan));
    CHECK(open.at("winner").is_null());
    CHECK(open.at("robustness").at("answer") == "none");
    plan.organisation.edit().choice.context = {{"governance", 4}, {"connector", 4}};
    const Json compared = Json::parse(comparison_json(plan));
    CHECK(compared.at("winner") == "hybrid");
    CHECK(compared.at("models").size() == 7);
    CHECK(compared.at("robustness").at("answer").at("from") == 4);
    const Json staff = Json::parse(staffing_json(plan));
    CHECK(staff.at("roles").size() == plan.organisation->roles.size());
    CHECK(staff.at("roles").at(2).at("need") == Json::array({2, 3}));
    CHECK(staff.at("stage").at("reached") == 1);
    CHECK(Json::parse(staffing_json(Plan())).at("stage").is_null());
}

#endif
