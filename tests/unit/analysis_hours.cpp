#include "analysis/hours.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "analysis/staffing.h"
#include "operating_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

double hours(const Plan &plan, const char *id) { return weekly_hours(plan, RoleId(id)).hours; }

std::optional<StageView> stage(const Plan &plan) { return scaling_stage(*plan.organisation); }

} // namespace

TEST_CASE("Weekly hours are those that RULES §7 computes", "[analysis]") {
    const Plan plan = operating_plan();
    CHECK(hours(plan, "Account marketer") == Approx(2 + 1 / (52.0 / 12) + 5.5 / 13));
    CHECK(hours(plan, "Account marketer") == Approx(2.65).margin(0.005));
    CHECK(hours(plan, "AE") == Approx(0.5 + 5.5 / 13));
    CHECK(hours(plan, "AE") == Approx(0.92).margin(0.005));
    CHECK(hours(plan, "VP Sales") == Approx(1 / (52.0 / 12) + 5.5 / 13));
    CHECK(hours(plan, "CFO") == 0);
    CHECK(hours(plan, "nobody") == 0);
}

TEST_CASE("Hours are explained by their terms, in the order of the meetings", "[analysis]") {
    const WeeklyHours week = weekly_hours(operating_plan(), RoleId("Account marketer"));
    REQUIRE(week.terms.size() == 4);
    CHECK(week.terms[0].meeting == MeetingId("Pod sync"));
    CHECK(week.terms[0].times == 4);
    CHECK(week.terms[0].hoursAWeek == Approx(2));
    CHECK(week.terms[3].times == 1);
    double sum = 0;
    for (const MeetingHours &term : week.terms) {
        sum += term.hoursAWeek;
    }
    CHECK(sum == Approx(week.hours));
    Plan plan = operating_plan();
    add_meeting(plan, "Once", Period(), 60, {"CFO"});
    CHECK(weekly_hours(plan, RoleId("CFO")).terms.empty());
}

TEST_CASE("A person in several roles sits in a meeting once", "[analysis]") {
    const Plan plan = operating_plan();
    Person person;
    person.hats = {{RoleId("AE"), 0.5}, {RoleId("Account marketer"), 0.5}, {RoleId("CFO"), 0}};
    const WeeklyHours week = weekly_hours(plan, person);
    // All that either attends; the pods are the account marketer's, who sits in more of them.
    CHECK(week.terms.size() == 4);
    CHECK(week.hours == Approx(hours(plan, "Account marketer")));
    person.hats = {{RoleId("CFO"), 1}};
    CHECK(weekly_hours(plan, person).terms.empty());
    CHECK(weekly_hours(plan, Person()).hours == 0);
}

TEST_CASE("Hours of all are those of every head", "[analysis]") {
    Plan plan;
    add_role(plan, "AE", BusinessFunction::sales, 3);
    add_role(plan, "CFO", BusinessFunction::finance);
    add_meeting(plan, "Sync", weekly, 30, {"AE", "CFO"});
    CHECK(hours_of_all(plan) == Approx(2));
    CHECK(heads_of_all(*plan.organisation) == 3);
    CHECK(hours_of_all(Plan()) == 0);
}

TEST_CASE("Pods are shared among the heads of a core function", "[analysis]") {
    Plan plan = operating_plan();
    const auto pods = [&](const char *id) { return pods_per_person(*plan.organisation, RoleId(id)); };
    CHECK(pods("AE") == 1);
    CHECK(pods("Account marketer") == 4);
    CHECK(pods("SDR") == 3);
    CHECK(pods("Product specialist") == 8);
    CHECK(pods("VP Sales") == 1);
    role(plan, "Account marketer").headcount = 3;
    CHECK(pods("Account marketer") == 3);
    role(plan, "Account marketer").headcount = 0;
    CHECK(pods("Account marketer") == 1);
    role(plan, "Account marketer").headcount.reset();
    CHECK(pods("Account marketer") == 1);
    CHECK(pods_per_person(*operating_plan().organisation, RoleId("Account marketer"), 12) == 6);
}

TEST_CASE("Need runs from the upper to the lower end of the band", "[analysis]") {
    const Settings settings;
    CHECK(need_of(settings, CoreFunction::accountMarketing, 8) == Need{2, 3});
    CHECK(need_of(settings, CoreFunction::accountMarketing, 12) == Need{3, 4});
    CHECK(need_of(settings, CoreFunction::accountMarketing, 13) == Need{4, 5});
    CHECK(need_of(settings, CoreFunction::salesDevelopment, 8) == Need{3, 4});
    CHECK(need_of(settings, CoreFunction::salesDevelopment, 10) == Need{4, 5});
    CHECK(need_of(settings, CoreFunction::productSpecialist, 8) == Need{1, 1});
    CHECK(need_of(settings, CoreFunction::productSpecialist, 11) == Need{2, 2});
    CHECK(need_of(settings, CoreFunction::accountMarketing, 0) == Need{0, 0});
    CHECK_FALSE(need_of(settings, CoreFunction::accountExecutive, 8));
    CHECK_FALSE(need_of(settings, CoreFunction::none, 8));
    Settings own;
    own.thresholds = {{"staffing.ratio.marketer.least", 5}, {"staffing.ratio.marketer.most", 1.6}};
    CHECK(need_of(own, CoreFunction::accountMarketing, 8) == Need{2, 5});
}

TEST_CASE("Staffing lists every role, and what it would be with other account executives", "[analysis]") {
    const Plan plan = operating_plan();
    const std::vector<StaffingRow> rows = staffing(plan);
    REQUIRE(rows.size() == plan.organisation->roles.size());
    CHECK(rows[0].role == RoleId("AE"));
    CHECK_FALSE(rows[0].need);
    CHECK(rows[2].need == Need{2, 3});
    CHECK(rows[2].week.hours == Approx(2.65).margin(0.005));
    CHECK_FALSE(rows[4].headcount);
    const std::vector<StaffingRow> more = staffing(plan, 16);
    CHECK(more[2].need == Need{4, 6});
    CHECK(more[2].podsPerPerson == 8);
    CHECK(more[2].week.hours == Approx(4.65).margin(0.005));
}

TEST_CASE("Scaling stages are filled one by one", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(stage(plan)->stage == 1);
    CHECK(stage(plan)->between);
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 account marketer"});
    role(plan, "AE").headcount = 4;
    CHECK(stage(plan)->missing == std::vector<std::string>{"2 account marketers"});
    role(plan, "AE").headcount = 3;
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 account marketer"});
    role(plan, "Account marketer").headcount = 3;
    CHECK(stage(plan)->stage == 2);
    CHECK(stage(plan)->missing == std::vector<std::string>{"2 account executives"});
    role(plan, "AE").headcount = 5;
    CHECK(stage(plan)->stage == 3);
    role(plan, "Sales manager").headcount = 0;
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 sales manager"});
    plan.organisation.edit().roles.erase(RoleId("Sales manager"));
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 sales manager"});
    add_role(plan, "Sales manager", BusinessFunction::sales, 1);
    role(plan, "AE").headcount = 10;
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 product or customer success specialist"});
    role(plan, "Product specialist").headcount = 2;
    CHECK(stage(plan)->stage == 4);
    CHECK(stage(plan)->missing.empty());
    role(plan, "AE").headcount = 1;
    CHECK(stage(plan)->stage == 0);
    CHECK(stage(plan)->missing == std::vector<std::string>{"1 account executive"});
    role(plan, "AE").headcount.reset();
    CHECK_FALSE(stage(plan));
}
