#include <numeric>

#include <catch2/catch_test_macros.hpp>

#include "analysis/rhythm.h"

using namespace fullcourt;

namespace {

std::array<int, weeksAQuarter> held(PeriodUnit unit, int every) {
    Meeting meeting;
    meeting.period = {unit, every};
    return weeks_held(meeting);
}

int times(PeriodUnit unit, int every) {
    const auto weeks = held(unit, every);
    return std::accumulate(weeks.begin(), weeks.end(), 0);
}

} // namespace

TEST_CASE("A quarter holds 13 weekly, 7 fortnightly, 3 monthly meetings and one a quarter") {
    CHECK(times(PeriodUnit::week, 1) == 13);
    CHECK(times(PeriodUnit::week, 2) == 7);
    CHECK(times(PeriodUnit::month, 1) == 3);
    CHECK(times(PeriodUnit::month, 2) == 1);
    CHECK(times(PeriodUnit::quarter, 1) == 1);
    CHECK(times(PeriodUnit::year, 1) == 1);
    CHECK(times(PeriodUnit::none, 1) == 0);
    CHECK(times(PeriodUnit::week, 100) == 1);
    CHECK(times(PeriodUnit::month, 100) == 0);
}

TEST_CASE("A daily meeting is held five times a week, a monthly one as the month ends") {
    CHECK(held(PeriodUnit::day, 1)[0] == 5);
    CHECK(times(PeriodUnit::day, 1) == 65);
    CHECK(held(PeriodUnit::month, 1)[3] == 1);
    CHECK(held(PeriodUnit::month, 1)[12] == 1);
    CHECK(held(PeriodUnit::quarter, 1)[0] == 1);
}
