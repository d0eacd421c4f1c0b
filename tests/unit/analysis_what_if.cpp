#include "analysis/what_if.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "operating_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

const WhatIfRow &row(const WhatIf &answer, const char *role) {
    for (const WhatIfRow &one : answer.rows) {
        if (one.role == RoleId(role)) {
            return one;
        }
    }
    FAIL("no such role");
    return answer.rows.front();
}

} // namespace

TEST_CASE("Twice the account executives need twice the others", "[analysis]") {
    const WhatIf answer = what_if(operating_plan(), 16);
    CHECK(answer.accountExecutives == 16);
    CHECK(answer.accountExecutivesToday == 8);
    const WhatIfRow &marketers = row(answer, "Account marketer");
    CHECK(marketers.need == Need{4, 6});
    CHECK(marketers.needToday == Need{2, 3});
    CHECK(marketers.load.today.heads == 2);
    CHECK(marketers.load.unchanged.heads == 2);
    CHECK(marketers.load.least.heads == 4);
    CHECK(marketers.load.most.heads == 6);
    CHECK(row(answer, "AE").load.unchanged.heads == 16);
    CHECK_FALSE(row(answer, "AE").need);
    CHECK_FALSE(row(answer, "CFO").load.most.heads);
    CHECK(answer.sentence == "16 account executives need 4 to 6 account marketers (2 today), 6 to 8 sales development reps (3 today) and "
                             "2 product specialists (1 today).");
}

TEST_CASE("Without more marketers each of them sits in more pod meetings", "[analysis]") {
    const WhatIf answer = what_if(operating_plan(), 16);
    const Staffings<RoleStaffing> &load = row(answer, "Account marketer").load;
    CHECK(load.today.hoursAWeek == Approx(2.65).margin(0.005));
    CHECK(load.unchanged.hoursAWeek == Approx(4.65).margin(0.005));
    CHECK(load.least.hoursAWeek == Approx(2.65).margin(0.005));
    CHECK(load.most.hoursAWeek == Approx(0.65 + 1.5).margin(0.005));
    CHECK(answer.total.unchanged.hoursAWeek > answer.total.today.hoursAWeek);
}

TEST_CASE("Total hours are those of all heads", "[analysis]") {
    Plan plan;
    add_role(plan, "AE", BusinessFunction::sales, 2).core = CoreFunction::accountExecutive;
    add_role(plan, "CRO", BusinessFunction::leadership);
    add_meeting(plan, "Sync", weekly, 60, {"AE", "CRO"});
    const WhatIf answer = what_if(plan, 5);
    CHECK(answer.total.today.hoursAWeek == Approx(3));
    CHECK(answer.total.unchanged.hoursAWeek == Approx(6));
}

TEST_CASE("Costs are given at both ends of the need, where they are set", "[analysis]") {
    Plan plan = operating_plan();
    CHECK_FALSE(what_if(plan, 16).total.least.costAYear);
    role(plan, "AE").costPerHead = 100;
    role(plan, "Account marketer").costPerHead = 10;
    const WhatIf answer = what_if(plan, 16);
    CHECK(answer.total.today.costAYear == 820);
    CHECK(answer.total.unchanged.costAYear == 1620);
    CHECK(answer.total.least.costAYear == 1640);
    CHECK(answer.total.most.costAYear == 1660);
    CHECK(row(answer, "Account marketer").load.most.costAYear == 60);
    CHECK_FALSE(row(answer, "SDR").load.most.costAYear);
}

TEST_CASE("The scaling stage says what the next one still needs", "[analysis]") {
    const WhatIf answer = what_if(operating_plan(), 10);
    REQUIRE(answer.total.unchanged.stage);
    CHECK(answer.total.today.stage->stage == 1);
    CHECK(answer.total.unchanged.stage->missing == std::vector<std::string>{"1 account marketer"});
    CHECK(answer.total.least.stage->stage == 3);
    CHECK(answer.total.least.stage->missing == std::vector<std::string>{"1 product or customer success specialist"});
    CHECK_FALSE(what_if(Plan(), 10).total.least.stage);
}

TEST_CASE("Several roles of one function share its heads", "[analysis]") {
    Plan plan = operating_plan();
    add_role(plan, "Customer success", BusinessFunction::customerSuccess, 2).core = CoreFunction::productSpecialist;
    const WhatIf more = what_if(plan, 40);
    CHECK(row(more, "Product specialist").need == Need{4, 5});
    CHECK(row(more, "Product specialist").load.least.heads == 2);
    CHECK(row(more, "Customer success").load.least.heads == 2);
    const WhatIf fewer = what_if(plan, 8);
    CHECK(row(fewer, "Product specialist").load.least.heads == 1);
    CHECK(row(fewer, "Customer success").load.least.heads == 0);
    role(plan, "Product specialist").headcount.reset();
    CHECK_FALSE(row(what_if(plan, 40), "Product specialist").load.least.heads);
    CHECK(row(what_if(plan, 40), "Customer success").load.least.heads == 4);
}

TEST_CASE("Between 1 and 200 account executives can be asked for", "[analysis]") {
    CHECK(what_if(operating_plan(), -3).accountExecutives == 1);
    CHECK(what_if(operating_plan(), 0).sentence.starts_with("1 account executive needs 1 account marketer (2 today), "));
    CHECK(what_if(operating_plan(), 1'000'000).accountExecutives == 200);
    Plan plan = operating_plan();
    role(plan, "AE").headcount.reset();
    CHECK_FALSE(row(what_if(plan, 8), "Account marketer").needToday);
    CHECK(row(what_if(plan, 8), "AE").load.least.heads == 8);
}
