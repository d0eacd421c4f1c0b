// The chain of migrations, on a made-up one: there is one format version so far.
// The parser's types are private to io; where a build does not show them, there is nothing to test.
#if __has_include(<nlohmann/json.hpp>)

#include <catch2/catch_test_macros.hpp>

#include <array>

#include "io/migrate.h"

using namespace fullcourt;

namespace {

void add_step(Tree &file, const char *name) { file["steps"].push_back(name); }

constexpr std::array<Migration, 3> madeUpMigrations = {{
    {3, [](Tree &file, Repairs &) { add_step(file, "3 to 4"); }},
    {1,
     [](Tree &file, Repairs &repairs) {
         add_step(file, "1 to 2");
         repairs.mended("Something was mended.");
     }},
    {2, [](Tree &file, Repairs &) { add_step(file, "2 to 3"); }},
}};

} // namespace

TEST_CASE("an old file is brought up one version at a time") {
    Repairs repairs;
    Tree file = Tree::object();
    CHECK_FALSE(migrate(file, 1, 4, madeUpMigrations, repairs));
    CHECK(canonical_text(file) == R"({"steps":["1 to 2","2 to 3","3 to 4"]})");
    CHECK(repairs.report().sentences.size() == 1);
}

TEST_CASE("a file of today's version is left alone") {
    Repairs repairs;
    Tree file = Tree::object();
    CHECK_FALSE(migrate(file, 4, 4, madeUpMigrations, repairs));
    CHECK(canonical_text(file) == "{}");
}

TEST_CASE("a version from which no step leads on is refused") {
    Repairs repairs;
    Tree file = Tree::object();
    const std::optional<Error> error = migrate(file, 2, 5, madeUpMigrations, repairs);
    REQUIRE(error);
    CHECK(error->message == "The file says that it has format 4, which no Fullcourt can read.");
}

TEST_CASE("this program knows every step up to its own version") {
    Repairs repairs;
    Tree file = Tree::object();
    CHECK_FALSE(migrate(file, 1, formatVersion, migrations(), repairs));
}

#endif
