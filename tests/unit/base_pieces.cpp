// Work in pieces: its order, and how much of it is said to be done.
#include <catch2/catch_test_macros.hpp>

#include <string>

#include "base/pieces.h"

using namespace fullcourt;

TEST_CASE("Steps are done one after the other, and what a step adds comes next", "[pieces]") {
    std::string done;
    Pieces pieces;
    pieces.add(1, [&] {
        done += 'a';
        pieces.add(1, [&] { return done += 'b', 1; });
        return 1;
    });
    pieces.add(1, [&] { return done += 'c', 1; });
    CHECK(pieces.part() == 0);
    while (!pieces.go_on()) {
        CHECK(pieces.part() < 1);
    }
    CHECK(done == "abc");
    CHECK(pieces.part() == 1);
}

TEST_CASE("All is said to be done only when no step is left, however little it weighs", "[pieces]") {
    Pieces inner;
    bool last = false;
    inner.add(1, [] { return 1; });
    inner.add(0, [&] {
        last = true;
        return 1;
    });
    // As a step of others, which is done where it says 1.
    Pieces outer;
    outer.add(1, [&] { return inner.go_on() ? 1 : inner.part(); });
    while (!outer.go_on()) {
    }
    CHECK(last);
}
