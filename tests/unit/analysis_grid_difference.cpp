#include "analysis/grid_difference.h"

#include <catch2/catch_test_macros.hpp>

#include "reference_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;

TEST_CASE("Cells are added, removed or changed between two grids", "[analysis]") {
    const GridDifference difference =
        grid_difference(drawn_rows({"One: R - C", "Two: A/R C -", "Old: R - -"}), drawn_rows({"One: R A I", "Two: A/R - -", "New: - R -"}));
    const std::vector<CellDifference> expected = {
        {ActivityId("New"), RoleId("b"), CellChange::added, Letters(), Letters::one('R')},
        {ActivityId("Old"), RoleId("a"), CellChange::removed, Letters::one('R'), Letters()},
        {ActivityId("One"), RoleId("b"), CellChange::added, Letters(), Letters::one('A')},
        {ActivityId("One"), RoleId("c"), CellChange::changed, Letters::one('C'), Letters::one('I')},
        {ActivityId("Two"), RoleId("b"), CellChange::removed, Letters::one('C'), Letters()}};
    CHECK(difference.cells == expected);
    CHECK(difference.activities == 4);
    CHECK(difference.added == 2);
    CHECK(difference.removed == 2);
    CHECK(difference.changed == 1);
    CHECK(difference.sentence == "5 cells differ in 4 activities: 2 added, 2 removed and 1 changed.");
}

TEST_CASE("R that becomes A/R is a change", "[analysis]") {
    const GridDifference difference = grid_difference(drawn_rows({"One: R"}), drawn_rows({"One: A/R"}));
    CHECK(difference.sentence == "1 cell differs in 1 activity: 1 changed.");
}

TEST_CASE("Equal grids say the same, however blanks are kept", "[analysis]") {
    CHECK(grid_difference(drawn_rows({"One: R"}), drawn_rows({"One: R"})).sentence == "Both grids say the same.");
    LetterMap blank = drawn_rows({"One: R"});
    blank[ActivityId("One")][RoleId("b")] = Letters();
    blank[ActivityId("Two")] = {};
    CHECK(grid_difference(drawn_rows({"One: R"}), blank).cells.empty());
    CHECK(grid_difference({}, {}).cells.empty());
}
