// The program's figures with hand-calculated values.
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "analysis/currency.h"
#include "analysis/program.h"
#include "contacts_for_tests.h"
#include "edit/contact_gestures.h"

using namespace fullcourt;
using Catch::Approx;
using test::did;

namespace {

Program program(const Plan &plan, std::optional<Tier> tier = {}) {
    ScoreBoard scores;
    scores.follow(plan, test::today_day());
    ContactBoard contacts;
    contacts.follow(plan, test::today_day());
    return program_of(plan, scores, contacts, tier);
}

const FigureStatus &figure(const Program &shown, ProgramFigure which) { return shown.figures.at(static_cast<std::size_t>(which)); }

void stand(Plan &plan, const char *account, const char *stage, const std::vector<std::pair<std::string, int>> &daysAgo) {
    apply(plan, set_account_stage(plan, {AccountId(account)}, stage, test::today));
    AccountMark &mark = plan.accounts.edit().marks[AccountId(account)];
    mark.stageSince.clear();
    for (const auto &[name, days] : daysAgo) {
        mark.stageSince[name] = test::days_ago(days);
    }
}

/// Four accounts pursued, one not; two won, one lost.
Plan plan_on_its_way() {
    Plan plan = test::plan_with_accounts(
        {{"a", Tier::oneToOne}, {"b", Tier::oneToOne}, {"c", Tier::oneToFew}, {"d", Tier::oneToFew}, {"e", Tier::none}});
    stand(plan, "a", "won", {{"target", 100}, {"engaged", 80}, {"opportunity", 40}, {"won", 10}});
    stand(plan, "b", "engaged", {{"target", 200}, {"engaged", 100}});
    stand(plan, "c", "won", {{"engaged", 150}, {"won", 50}});
    stand(plan, "d", "lost", {{"target", 300}, {"engaged", 200}, {"lost", 90}});
    stand(plan, "e", "won", {});
    AccountColumn deal;
    deal.name = "Deal size";
    deal.type = AccountColumnType::number;
    apply(plan,
          PlanEdit{"",
                   {Put<AccountColumn>{AccountColumnId("deal"), deal},
                    SetAccountCells{AccountColumnId("deal"), {{AccountId("a"), "1200.5"}, {AccountId("d"), "9"}, {AccountId("e"), "7"}}}}});
    for (int i = 0; i < 3; ++i) {
        test::add_contact(plan, "a" + std::to_string(i), "a", CommitteeRole::user, {did(ContactActivityKind::reply, i * 45)});
    }
    test::add_contact(plan, "b0", "b", CommitteeRole::none, {did(ContactActivityKind::meeting, 0)});
    return plan;
}

} // namespace

TEST_CASE("Penetration, coverage and engagement are read from the accounts that are pursued") {
    const Program shown = program(plan_on_its_way());
    CHECK(shown.accounts == 4);
    CHECK(shown.engaged == 2); // b by somebody without a role
    CHECK(shown.known == 2);
    CHECK(shown.bySeats == std::vector<std::size_t>{3, 0, 1, 0, 0, 0}); // the reply of 90 days ago is too old
    CHECK(shown.wide == Approx(0.1));                                   // 2 of 5, over four accounts
    CHECK(shown.covered == 0);
    CHECK(figure(shown, ProgramFigure::penetration).words == "50 %");
    CHECK(figure(shown, ProgramFigure::penetration).terms == "2 of 4 target accounts have an engaged member.");
    CHECK(figure(shown, ProgramFigure::coverage).words == "10 %");
    CHECK(figure(shown, ProgramFigure::engagement).words == "0.5 people");
    CHECK(shown.recent == 80);
    CHECK(shown.before == 20);
}

TEST_CASE("A tier alone is counted alone") {
    const Program few = program(plan_on_its_way(), Tier::oneToFew);
    CHECK(few.accounts == 2);
    CHECK(few.engaged == 0);
    CHECK(few.won == 1);
    CHECK(few.lost == 1);
    CHECK(program(plan_on_its_way(), Tier::oneToMany).accounts == 0);
    CHECK(figure(program(plan_on_its_way(), Tier::oneToMany), ProgramFigure::penetration).words == "–");
}

TEST_CASE("Stages, conversions and days between them") {
    const Program shown = program(plan_on_its_way());
    REQUIRE(shown.stages.size() == 6);
    CHECK(shown.stages.back().name == "lost"); // off the way
    const auto stage = [&](std::size_t i) { return shown.stages.at(i); };
    CHECK(stage(0).reached == 4);
    CHECK(stage(1).reached == 4); // d was engaged before it was lost
    CHECK(stage(2).reached == 2); // who is won was an opportunity, with a day or without
    CHECK(stage(3).reached == 2);
    CHECK(stage(4).reached == 0);
    CHECK(stage(1).now == 1);
    CHECK(stage(3).now == 2);
    CHECK(stage(5).now == 1);
    // engaged: 80 days ago lately; 100 and 150 in the 90 before; 200 further back
    CHECK(stage(1).entered == 1);
    CHECK(stage(1).before == 2);
    CHECK(stage(3).entered == 2);
    // lost 90 days ago lies just outside of the last 90
    CHECK(stage(5).entered == 0);
    CHECK(stage(5).before == 1);
    REQUIRE(shown.steps.size() == 4);
    CHECK(shown.steps.at(1).rate == Approx(0.5));
    CHECK(shown.steps.at(0).timed == 3); // 20, 100, 100 days
    CHECK(shown.steps.at(0).medianDays == Approx(100));
    CHECK(shown.steps.at(2).medianDays == Approx(30));
    CHECK(!shown.steps.at(3).medianDays);
    // engaged to won: 70 and 100 days
    CHECK(shown.cycle == Approx(85));
    CHECK(figure(shown, ProgramFigure::cycle).words == "85 days");
    // 4 of 4, 2 of 4, 2 of 2, 0 of 2: 8 of 12
    CHECK(figure(shown, ProgramFigure::conversions).terms == "Accounts went on to the next stage 8 of the 12 times they could.");
    CHECK(figure(shown, ProgramFigure::conversions).words == "67 %");
}

TEST_CASE("Revenue is summed over won accounts, and those without a value are told") {
    Plan plan = plan_on_its_way();
    const Program shown = program(plan);
    CHECK(shown.revenueColumn == AccountColumnId("deal"));
    CHECK(shown.won == 2);
    CHECK(shown.wonWithValue == 1);
    CHECK(figure(shown, ProgramFigure::revenue).words == "1,200.5");
    CHECK(figure(shown, ProgramFigure::revenue).terms == "Deal size added up over 2 won accounts, 1 without a value.");
    // Another column by choice, which is kept in the plan.
    AccountColumn other;
    other.name = "Seats";
    other.type = AccountColumnType::number;
    apply(plan, PlanEdit{"",
                         {Put<AccountColumn>{AccountColumnId("seats"), other},
                          SetAccountCells{AccountColumnId("seats"), {{AccountId("c"), "12"}}}}});
    apply(plan, choose_revenue(plan, AccountColumnId("seats")));
    CHECK(program(plan).revenue == 12);
    plan.accounts.edit().columns.at(AccountColumnId("deal")).name = "Deal size (EUR m)";
    apply(plan, choose_revenue(plan, AccountColumnId("deal")));
    CHECK(figure(program(plan), ProgramFigure::revenue).words == "EUR 1,200.5 m");
}

TEST_CASE("A company's own revenue is no deal: without a column that speaks of one the figure asks for it") {
    Plan plan = plan_on_its_way();
    plan.accounts.edit().columns.at(AccountColumnId("deal")).name = "Revenue (EUR m)";
    const Program shown = program(plan);
    CHECK(shown.revenueColumn.empty());
    CHECK_FALSE(figure(shown, ProgramFigure::revenue).value);
    CHECK(figure(shown, ProgramFigure::revenue).terms == "Choose the column that holds what a won account brings.");
    apply(plan, choose_revenue(plan, AccountColumnId("deal")));
    CHECK(program(plan).revenue == 1200.5);
}

TEST_CASE("A currency stands before the number, every other unit behind it") {
    CHECK(unit_in("Revenue (EUR m)") == "EUR m");
    CHECK(unit_in("Revenue").empty());
    CHECK(unit_in("()").empty());
    CHECK(with_unit("900", "EUR m") == "EUR 900 m");
    CHECK(with_unit("900", "m EUR") == "EUR 900 m");
    CHECK(with_unit("900", "EUR") == "EUR 900");
    CHECK(with_unit("900", "€m") == "€ 900 m");
    CHECK(with_unit("900", "$") == "$ 900");
    CHECK(with_unit("25", "% of the accounts") == "25 % of the accounts");
    CHECK(with_unit("25", "FTE") == "25 FTE");
    CHECK(with_unit("25", "") == "25");
}

TEST_CASE("The currency of a plan is the one that its columns of numbers name, where they name one") {
    Accounts accounts;
    const auto name = [&](const char *id, const char *text, AccountColumnType type) {
        accounts.columns[AccountColumnId(id)].name = text;
        accounts.columns[AccountColumnId(id)].type = type;
    };
    CHECK(currency_of(accounts).empty());
    name("staff", "Staff (FTE)", AccountColumnType::number);
    name("bank", "Bank (USD)", AccountColumnType::text);
    CHECK(currency_of(accounts).empty());
    name("revenue", "Revenue (EUR m)", AccountColumnType::number);
    name("spend", "Spend (EUR k)", AccountColumnType::number);
    CHECK(currency_of(accounts) == "EUR");
    name("deal", "Deal size (CHF)", AccountColumnType::number);
    CHECK(currency_of(accounts).empty());
}

TEST_CASE("Figures stand against the targets of KPIs, found by name or by choice; where there is none it says so") {
    Plan plan = plan_on_its_way();
    CHECK(figure(program(plan), ProgramFigure::penetration).against == "No KPI holds a target for this.");
    Kpi kpi;
    kpi.name = "Account penetration";
    plan.measurement.edit().kpis[KpiId("p")] = kpi;
    CHECK(figure(program(plan), ProgramFigure::penetration).against == "No target for Account penetration yet.");
    const auto state_at = [&](const std::string &target) {
        plan.measurement.edit().kpis[KpiId("p")].target = target;
        return figure(program(plan), ProgramFigure::penetration).state;
    };
    CHECK(state_at("50 %") == KpiState::onTarget);
    CHECK(state_at("55 %") == KpiState::close); // within a tenth of it
    CHECK(state_at("56 %") == KpiState::off);
    CHECK(figure(program(plan), ProgramFigure::penetration).against == "Target 56 %, off target; not signed by both sides.");
    CHECK(state_at("5 to 7") == KpiState::unknown);
    Kpi days;
    days.name = "How fast";
    days.direction = KpiDirection::down;
    days.target = "90 days";
    plan.measurement.edit().kpis[KpiId("d")] = days;
    CHECK(figure(program(plan), ProgramFigure::cycle).kpi.empty());
    apply(plan, choose_target(plan, "cycle", KpiId("d")));
    CHECK(figure(program(plan), ProgramFigure::cycle).state == KpiState::onTarget);
    apply(plan, choose_target(plan, "cycle", {}));
    CHECK(figure(program(plan), ProgramFigure::cycle).kpi.empty());
}

TEST_CASE("Months hold moves and points, up to this one") {
    const Program shown = program(plan_on_its_way());
    REQUIRE(shown.months.size() == 12);
    CHECK(shown.months.front().month == "2025-12");
    CHECK(shown.months.back().month == "2026-11");
    CHECK(shown.months.back().moved == 1);   // a won on the 13th; opportunity and won of c were in October
    CHECK(shown.months.back().points == 60); // a reply and a meeting of today
    CHECK(shown.months.at(10).points == 20); // the reply of October the 9th
}

TEST_CASE("Leads are counted by stage, and who is in one has been through all before") {
    Plan plan = plan_on_its_way();
    test::add_stage(plan, "MQL").responseHours = 24;
    test::add_stage(plan, "SQL");
    const auto put = [&](const char *contact, const char *stage, int days) {
        Contact &changed = plan.contacts.edit().contacts.at(ContactId(contact));
        changed.stage = LeadStageId(stage);
        changed.stageSince = test::days_ago(days);
    };
    put("a0", "SQL", 10);
    put("a1", "MQL", 100);
    put("a2", "MQL", 20);
    const Program shown = program(plan);
    CHECK(shown.leads.at(0).reached == 3);
    CHECK(shown.leads.at(0).now == 2);
    CHECK(shown.leads.at(0).entered == 1);
    CHECK(shown.leads.at(0).before == 1);
    CHECK(shown.leads.at(1).reached == 1);
    CHECK(shown.leadsWithoutStage == 1);
    CHECK(shown.leadSteps.at(0).rate == Approx(1.0 / 3));
    CHECK(shown.late == 1); // a1 replied since it came in, 45 days ago; a2's reply is older than its stage
}

TEST_CASE("Won and lost of the backtest stand in where an account has no stage") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToOne}, {"c", Tier::oneToOne}});
    AccountColumn outcome;
    outcome.name = "Outcome";
    outcome.type = AccountColumnType::category;
    apply(plan, PlanEdit{"",
                         {Put<AccountColumn>{AccountColumnId("o"), outcome},
                          SetAccountCells{AccountColumnId("o"), {{AccountId("a"), "Won"}, {AccountId("b"), "lost"}}}}});
    CHECK(program(plan).won == 0);
    CHECK(program(plan).withoutStage == 3);
    plan.scoring.edit().outcome = {AccountColumnId("o"), {"won"}, {"lost"}, {}};
    CHECK(program(plan).won == 1);
    CHECK(program(plan).lost == 1);
    CHECK(program(plan).withoutStage == 1);
}
