#include "analysis/ballots.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "reference_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

const std::vector<ActivityId> threeActivities = {ActivityId("One"), ActivityId("Two"), ActivityId("Three")};

BallotComparison two(const Lines &marketing, const Lines &sales) {
    return compare_ballots({{Side::marketing, drawn_rows(marketing)}, {Side::sales, drawn_rows(sales)}}, threeActivities);
}

double disagreement(const char *marketing, const char *sales) {
    return two({std::string("One: ") + marketing}, {std::string("One: ") + sales}).activities.at(0).disagreement;
}

} // namespace

TEST_CASE("Disagreement is the share of cells that differ, A and R counting double", "[analysis]") {
    CHECK(disagreement("R A C", "R A C") == 0);
    CHECK(disagreement("R A C", "A R I") == 1);
    CHECK(disagreement("R A C", "R A I") == Approx(1.0 / 5));
    CHECK(disagreement("R A C", "A A C") == Approx(2.0 / 5));
    CHECK(disagreement("R C -", "R - -") == Approx(1.0 / 3));
    // One side's A is enough to make the cell a main one.
    CHECK(disagreement("R C -", "R A -") == Approx(2.0 / 4));
    CHECK(disagreement("A/R - -", "R - -") == 1);
}

TEST_CASE("The most disputed activity comes first", "[analysis]") {
    const BallotComparison comparison = two({"One: R A C", "Two: R A C", "Three: R A C"}, {"One: R A C", "Two: A R C", "Three: R A I"});
    REQUIRE(comparison.activities.size() == 3);
    CHECK(comparison.activities[0].activity == ActivityId("Two"));
    CHECK(comparison.activities[0].differing == 2);
    CHECK(comparison.activities[1].activity == ActivityId("Three"));
    CHECK(comparison.activities[2].activity == ActivityId("One"));
    CHECK(comparison.sentence == "The sides agree on 6 of 9 cells; 2 of 3 activities are open.");
    // Equally disputed ones stay as they are read.
    CHECK(two({"One: R", "Two: R"}, {"One: A", "Two: A"}).activities[0].activity == ActivityId("One"));
}

TEST_CASE("What all sides agree on can be settled at once", "[analysis]") {
    const BallotComparison comparison = two({"One: R A -", "Two: - C -"}, {"One: R C -", "Two: - C I"});
    const GridRows expected = {{ActivityId("One"), {{RoleId("a"), Letters::one('R')}}},
                               {ActivityId("Two"), {{RoleId("b"), Letters::one('C')}}}};
    CHECK(comparison.agreed == expected);
    CHECK(comparison.compared == 4);
}

TEST_CASE("A side that left a whole row out has not voted on it", "[analysis]") {
    const BallotComparison comparison = two({"One: R A -", "Two: R - -"}, {"One: R A -"});
    REQUIRE(comparison.activities.size() == 2);
    CHECK(comparison.activities[1].sides == std::vector<Side>{Side::marketing});
    CHECK(comparison.activities[1].disagreement == 0);
    CHECK(comparison.activities[1].differing == 0);
    CHECK(comparison.agreeing == 2);
    CHECK(comparison.sentence == "The sides agree on 2 of 2 cells; no activity is open.");
    CHECK(two({"One: R"}, {"Two: R"}).sentence == "No two sides have voted on the same activity yet.");
    CHECK(two({}, {}).activities.empty());
}

TEST_CASE("Three sides agree only when all three do", "[analysis]") {
    const std::map<Side, GridRows> ballots = {{Side::marketing, drawn_rows({"One: R A -", "Two: R - -"})},
                                              {Side::sales, drawn_rows({"One: R A -", "Two: R - -"})},
                                              {Side::product, drawn_rows({"One: R - -"})}};
    const BallotComparison comparison = compare_ballots(ballots, threeActivities);
    REQUIRE(comparison.activities.size() == 2);
    CHECK(comparison.activities[0].disagreement == Approx(0.5));
    CHECK(comparison.activities[0].cells[0].agreed);
    CHECK_FALSE(comparison.activities[0].cells[1].agreed);
    CHECK(comparison.activities[0].cells[1].votes.at(Side::product).empty());
    // Product did not vote on Two: the others' word stands.
    CHECK(letters_at(comparison.agreed, ActivityId("Two"), RoleId("a")) == Letters::one('R'));
}

TEST_CASE("Only the activities that are asked for are compared", "[analysis]") {
    const std::map<Side, GridRows> ballots = {{Side::marketing, drawn_rows({"One: R", "Gone: R"})},
                                              {Side::sales, drawn_rows({"One: R", "Gone: A"})}};
    CHECK(compare_ballots(ballots, threeActivities).activities.size() == 1);
}
