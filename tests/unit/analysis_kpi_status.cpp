#include <catch2/catch_test_macros.hpp>

#include "analysis/kpi_status.h"

using namespace fullcourt;

TEST_CASE("A target's text gives its number where it speaks of one") {
    CHECK(target_number("25 %") == 25.0);
    CHECK(target_number("≥ 1,200") == 1200.0);
    CHECK(target_number("14 days") == 14.0);
    CHECK(target_number("2.5") == 2.5);
    CHECK(target_number("2,5 days") == 2.5);
    CHECK(target_number("-3") == -3.0);
    CHECK_FALSE(target_number("5 to 7 days"));
    CHECK_FALSE(target_number("as many as possible"));
    CHECK_FALSE(target_number(""));
}

TEST_CASE("The newest period is the one that ends last, however it is written") {
    Kpi kpi;
    kpi.target = "25 %";
    kpi.unit = "%";
    kpi.values = {{"2026-Q3", 28}, {"2026-11", 31}, {"2025", 40}};
    const KpiStatus status = kpi_status(kpi);
    CHECK(status.period == "2026-11");
    CHECK(status.latest == 31.0);
    CHECK(status.trend == KpiTrend::better);
    CHECK(status.sentence == "November 2026: 31 %, on target (25 %), up from 28 %.");
}

TEST_CASE("A KPI is close within a tenth of its target, and off beyond it") {
    Kpi kpi;
    kpi.target = "100";
    const auto state = [&](double value) {
        kpi.values = {{"2026-11", value}};
        return kpi_status(kpi).state;
    };
    CHECK(state(100) == KpiState::onTarget);
    CHECK(state(90) == KpiState::close);
    CHECK(state(89.9) == KpiState::off);
    kpi.direction = KpiDirection::down;
    CHECK(state(100) == KpiState::onTarget);
    CHECK(state(110) == KpiState::close);
    CHECK(state(110.1) == KpiState::off);
    kpi.target = "soon";
    CHECK(state(50) == KpiState::unknown);
}

TEST_CASE("Where less is better, a falling value is the better trend") {
    Kpi kpi;
    kpi.direction = KpiDirection::down;
    kpi.values = {{"2026-10", 40}, {"2026-11", 35}};
    CHECK(kpi_status(kpi).trend == KpiTrend::better);
    kpi.values["2026-11"] = 40;
    CHECK(kpi_status(kpi).trend == KpiTrend::level);
}

TEST_CASE("A KPI without values says nothing") {
    CHECK(kpi_status(Kpi()).sentence.empty());
    CHECK(kpi_status(Kpi()).state == KpiState::unknown);
}

TEST_CASE("The standing counts how many KPIs are on target") {
    Plan plan;
    auto &kpis = plan.measurement.edit().kpis;
    CHECK(kpi_standing(plan).empty());
    for (const auto &[id, value] : std::map<std::string, double>{{"a", 100}, {"b", 95}, {"c", 50}, {"d", 120}}) {
        kpis[KpiId(id)].target = "100";
        kpis[KpiId(id)].values = {{"2026-11", value}};
    }
    kpis[KpiId("e")].target = "100";
    CHECK(kpi_standing(plan) == "2 on target, 1 close, 1 off; 1 has no value yet.");
    kpis[KpiId("e")].values = {{"2026-11", 3}};
    kpis[KpiId("e")].target = "soon";
    CHECK(kpi_standing(plan) == "2 on target, 1 close, 1 off, 1 with a target that is no number.");
}

TEST_CASE("The balance counts what KPIs count, and which shared targets both sides signed") {
    Plan plan;
    auto &kpis = plan.measurement.edit().kpis;
    kpis[KpiId("a")].centre = KpiCentre::account;
    kpis[KpiId("b")].centre = KpiCentre::lead;
    kpis[KpiId("b")].signedByMarketing = kpis[KpiId("b")].signedBySales = true;
    kpis[KpiId("c")].centre = KpiCentre::neither;
    kpis[KpiId("c")].role = RoleId("ae");
    const KpiBalance balance = kpi_balance(plan);
    CHECK(balance.account == 1);
    CHECK(balance.lead == 1);
    CHECK(balance.neither == 1);
    CHECK(balance.shared == 2);
    CHECK(balance.agreed == 1);
    CHECK(balance.sentence == "1 of 3 KPIs count accounts, 1 count leads. Both sides signed 1 of 2 shared targets.");
    CHECK(kpi_balance(Plan()).sentence.empty());
}
