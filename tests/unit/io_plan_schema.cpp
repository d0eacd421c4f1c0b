// What is published about the plan file. Whether a validator agrees with it: tests/tools/schema.test.mjs.
#include <catch2/catch_test_macros.hpp>

#include "io/plan_schema.h"
#include "test_files.h"

using namespace fullcourt;

TEST_CASE("the published schema is the one that the program writes (fullcourt schema -o assets/page/plan.schema.json)") {
    CHECK(plan_schema() == test::read_file("../assets/page/plan.schema.json"));
}
