#include "model/raci.h"

#include <catch2/catch_test_macros.hpp>

#include "reference_plan.h"

using namespace fullcourt;

namespace {

Activity activity(const char *position, const char *phase) {
    Activity made;
    made.position.key = position;
    made.phase = PhaseId(phase);
    return made;
}

} // namespace

TEST_CASE("The grid reads: activities without a phase, then each phase with its own", "[model]") {
    RaciGrid grid;
    grid.phases[PhaseId("late")].position.key = "V";
    grid.phases[PhaseId("early")].position.key = "A";
    grid.phases[PhaseId("bare")].position.key = "z";
    grid.activities[ActivityId("1")] = activity("V", "late");
    grid.activities[ActivityId("2")] = activity("A", "late");
    grid.activities[ActivityId("3")] = activity("z", "early");
    grid.activities[ActivityId("4")] = activity("z", "");
    grid.activities[ActivityId("5")] = activity("B", "gone");
    const std::vector<GridLine> expected = {{PhaseId(), ActivityId("5")},       {PhaseId(), ActivityId("4")},
                                            {PhaseId("early"), ActivityId()},   {PhaseId("early"), ActivityId("3")},
                                            {PhaseId("late"), ActivityId()},    {PhaseId("late"), ActivityId("2")},
                                            {PhaseId("late"), ActivityId("1")}, {PhaseId("bare"), ActivityId()}};
    CHECK(grid_lines(grid) == expected);
    CHECK(activity_order(grid) == std::vector{ActivityId("5"), ActivityId("4"), ActivityId("3"), ActivityId("2"), ActivityId("1")});
}

TEST_CASE("Equal positions fall back to the id", "[model]") {
    RaciGrid grid;
    grid.activities[ActivityId("b")] = activity("V", "");
    grid.activities[ActivityId("a")] = activity("V", "");
    CHECK(activity_order(grid) == std::vector{ActivityId("a"), ActivityId("b")});
}

TEST_CASE("Clearing the last letter of a row leaves nothing behind", "[model]") {
    RaciGrid grid;
    const RaciGrid before = grid;
    set_letters(grid, ActivityId("x"), RoleId("r"), Letters::one('R'));
    CHECK(letters_at(grid, ActivityId("x"), RoleId("r")).text() == "R");
    CHECK(letters_at(grid, ActivityId("x"), RoleId("other")).empty());
    set_letters(grid, ActivityId("x"), RoleId("r"), Letters());
    set_letters(grid, ActivityId("y"), RoleId("r"), Letters());
    CHECK(grid == before);
}

TEST_CASE("A role's short name heads its column where there is one", "[model]") {
    Role role;
    role.name = "Account executive";
    CHECK(head_name(role) == "Account executive");
    role.shortName = "AE";
    CHECK(head_name(role) == "AE");
}

TEST_CASE("A copy of a plan shares its sections until they change", "[model]") {
    const Plan plan = test::reference_plan();
    Plan copy = plan;
    CHECK(copy.raci.shares_with(plan.raci));
    set_letters(copy.raci.edit(), ActivityId("Close"), RoleId("AE"), Letters());
    CHECK_FALSE(copy.raci.shares_with(plan.raci));
    CHECK(copy.organisation.shares_with(plan.organisation));
    CHECK(letters_at(*plan.raci, ActivityId("Close"), RoleId("AE")).text() == "A");
    CHECK_FALSE(copy == plan);
}
