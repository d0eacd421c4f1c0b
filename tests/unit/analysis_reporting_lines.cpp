// Reporting lines to begin with.
#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/offices.h"
#include "analysis/reporting_lines.h"
#include "io/templates.h"

using namespace fullcourt;

namespace {

Plan with_lines(Plan plan) {
    apply(plan, propose_reporting_lines(plan));
    return plan;
}

RoleId superior(const Plan &plan, const char *role) { return plan.organisation->roles.at(RoleId(role)).reportsTo; }

} // namespace

TEST_CASE("The usual lines of the reference plan go over its managers to the VPs, and from them to the CRO", "[organisation]") {
    const Plan before = load_template("reference")->plan;
    const PlanEdit edit = propose_reporting_lines(before);
    CHECK(edit.label == "Draw the usual reporting lines");
    const Plan plan = with_lines(before);
    CHECK(superior(plan, "account-executive") == RoleId("sales-manager"));
    CHECK(superior(plan, "sales-development-rep") == RoleId("sales-manager"));
    CHECK(superior(plan, "sales-manager") == RoleId("vp-sales"));
    CHECK(superior(plan, "account-marketer") == RoleId("marketing-manager"));
    CHECK(superior(plan, "marketing-manager") == RoleId("vp-marketing"));
    CHECK(superior(plan, "vp-sales") == RoleId("cro"));
    CHECK(superior(plan, "vp-marketing") == RoleId("cro"));
    CHECK(superior(plan, "product-specialist") == RoleId("vp-product"));
    CHECK(superior(plan, "vp-product").empty());
    CHECK(superior(plan, "overlay-team").empty()); // does nothing in the plan yet
    // It draws lines and says nothing else.
    CHECK(propose_reporting_lines(plan).steps.empty());
    Plan bare = plan;
    for (auto &[id, role] : bare.organisation.edit().roles) {
        role.reportsTo = {};
    }
    CHECK(bare == before);
}

TEST_CASE("Lines that somebody drew stay, and none closes a circle", "[organisation]") {
    Plan plan = load_template("reference")->plan;
    plan.organisation.edit().roles.at(RoleId("account-marketer")).reportsTo = RoleId("vp-sales");
    plan.organisation.edit().roles.at(RoleId("cro")).reportsTo = RoleId("vp-sales");
    const Plan drawn = with_lines(plan);
    CHECK(superior(drawn, "account-marketer") == RoleId("vp-sales"));
    CHECK(superior(drawn, "cro") == RoleId("vp-sales"));
    for (const auto &[id, role] : drawn.organisation->roles) {
        CHECK_FALSE(reports_up_to(*drawn.organisation, id, id));
    }
}

TEST_CASE("The usual lines agree with the organisation model that is chosen", "[organisation]") {
    for (const Home home : {Home::marketing, Home::sales, Home::matrix, Home::overlay, Home::salesVicePresident}) {
        Plan plan = load_template("reference")->plan;
        plan.organisation.edit().choice.home = home;
        for (const Finding &finding : check(with_lines(plan))) {
            INFO(finding.message);
            CHECK(finding.rule != "model.reporting");
        }
    }
}

TEST_CASE("A plan without roles, or without anybody who leads, gets no lines", "[organisation]") {
    CHECK(propose_reporting_lines(Plan()).steps.empty());
    Plan plan;
    plan.organisation.edit().roles[RoleId("ae")] = {
        .name = "AE", .function = BusinessFunction::sales, .core = CoreFunction::accountExecutive};
    CHECK(propose_reporting_lines(plan).steps.empty());
}
