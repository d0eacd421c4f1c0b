#include <catch2/catch_test_macros.hpp>

#include "model/raci.h"

using namespace fullcourt;

TEST_CASE("What people type into a cell", "[model]") {
    struct Line {
        const char *typed;
        const char *letters;
    };
    for (const Line &line : {Line{"", ""},
                             {" ", ""},
                             {"-", ""},
                             {"–", ""},
                             {"—", ""},
                             {"R", "R"},
                             {"r", "R"},
                             {" a ", "A"},
                             {"v", "V"},
                             {"A/R", "A/R"},
                             {"R/A", "A/R"},
                             {"ar", "A/R"},
                             {"RA", "A/R"},
                             {"a / r", "A/R"},
                             {"A,R", "A/R"},
                             {"R + A", "A/R"},
                             {"A&R", "A/R"}}) {
        REQUIRE(Letters::parse(line.typed).has_value());
        CHECK(Letters::parse(line.typed).value_or(Letters()).text() == line.letters);
    }
    for (const char *none : {"R/C", "RR", "A/A", "ARC", "1", "é", "yes", "R/", "/", "A/R/A", "*"}) {
        CHECK_FALSE(Letters::parse(none));
    }
}

TEST_CASE("A cell counts as the letters it holds", "[model]") {
    CHECK(Letters().empty());
    CHECK(Letters::one('?').empty());
    CHECK(Letters::one('r').empty());
    const Letters both = Letters::accountable_and_responsible();
    CHECK(both.has('A'));
    CHECK(both.has('R'));
    CHECK_FALSE(both.has('C'));
    CHECK_FALSE(both.has('/'));
    CHECK(Letters::one('A') == Letters::parse("a"));
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        CHECK(Letters::parse(Letters::one(letter).text()) == Letters::one(letter));
    }
}

TEST_CASE("Which letters a grid has", "[model]") {
    RaciGrid grid;
    CHECK(letters_of(grid) == "R, A, S, C and I");
    CHECK(is_letter_of(grid, 'S'));
    CHECK_FALSE(is_letter_of(grid, 'V'));
    grid.scheme = LetterScheme::raci;
    CHECK(letters_of(grid) == "R, A, C and I");
    CHECK_FALSE(is_letter_of(grid, 'S'));
    grid.extraLetters = {{'S', "supports"}, {'V', "verifies"}};
    CHECK(letters_of(grid) == "R, A, C, I, S and V");
    CHECK(is_letter_of(grid, 'S'));
    grid.scheme = LetterScheme::rasci;
    CHECK(letters_of(grid) == "R, A, S, C, I and V");
}
