#include "model/position.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "base/random.h"

using namespace fullcourt;

TEST_CASE("There is always room between two neighbours", "[model]") {
    const RandomBits bits = counting_bits(3);
    std::vector<std::string> keys;
    for (int i = 0; i < 5'000; ++i) {
        const std::size_t at = static_cast<std::uint32_t>(bits() % (keys.size() + 1));
        const std::string before = at == 0 ? "" : keys[at - 1];
        const std::string after = at == keys.size() ? "" : keys[at];
        const std::string key = position_between(before, after).key;
        REQUIRE(is_valid_position(key));
        REQUIRE(before < key);
        REQUIRE((after.empty() || key < after));
        keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
    }
    const auto longest = std::max_element(keys.begin(), keys.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
    CHECK(longest->size() < 20);
}

TEST_CASE("Hard neighbours leave room too", "[model]") {
    for (const auto &[before, after] :
         {std::pair("V", "V1"), {"V", "V01"}, {"Vz", "W"}, {"", "01"}, {"", "001"}, {"y", "z"}, {"zz", "zz001"}, {"A", "Azzz"}}) {
        const std::string key = position_between(before, after).key;
        CHECK(is_valid_position(key));
        CHECK(std::string(before) < key);
        CHECK(key < std::string(after));
    }
}

TEST_CASE("Keys stay short when thousands of items are appended", "[model]") {
    for (const std::string &start :
         {std::string(), std::string("V"), std::string("z"), std::string("u7"), std::string("zzz"), spread_position(9, 10).key}) {
        std::string last = start;
        for (int i = 0; i < 10'000; ++i) {
            const std::string next = position_between(last, {}).key;
            REQUIRE(last < next);
            REQUIRE(is_valid_position(next));
            last = next;
        }
        CHECK(last.size() <= 7);
    }
}

TEST_CASE("Keys stay usable when a thousand items are put in front or in one gap", "[model]") {
    std::string first = "V";
    std::string inGap = "V";
    for (int i = 0; i < 1'000; ++i) {
        const std::string next = position_between({}, first).key;
        REQUIRE(next < first);
        REQUIRE(is_valid_position(next));
        first = next;
        const std::string grown = position_between(inGap, "W").key;
        REQUIRE(inGap < grown);
        REQUIRE(grown < "W");
        inGap = grown;
    }
    CHECK(first.size() < 256);
    CHECK(inGap.size() < 64);
}

TEST_CASE("Many positions at once rise between their neighbours and stay short", "[model]") {
    for (const auto &[before, after] : {std::pair("", ""), {"V", ""}, {"", "V"}, {"V", "W"}, {"V", "V01"}}) {
        const std::vector<Position> positions = positions_between(before, after, 1'000);
        REQUIRE(positions.size() == 1'000);
        std::string last = before;
        std::size_t longest = 0;
        for (const Position &position : positions) {
            REQUIRE(last < position.key);
            REQUIRE(is_valid_position(position.key));
            longest = std::max(longest, position.key.size());
            last = position.key;
        }
        CHECK((*after == '\0' || last < after));
        CHECK(longest <= 8);
    }
    CHECK(positions_between("V", "W", 0).empty());
}

TEST_CASE("Hostile or colliding keys give an answer, not a hang", "[model]") {
    CHECK(position_between("V", "V").key > "V");
    CHECK(position_between("W", "V").key > "W");
    for (const char *hostile : {"0", "00", "V0", "~", "é", " ", "V V"}) {
        CHECK(is_valid_position(position_between({}, hostile).key));
        CHECK(is_valid_position(position_between(hostile, {}).key));
        CHECK(is_valid_position(position_between("V", hostile).key));
    }
    CHECK_FALSE(is_valid_position(""));
    CHECK_FALSE(is_valid_position("V0"));
    CHECK_FALSE(is_valid_position(std::string(513, 'V')));
    CHECK(is_valid_position(std::string(512, 'V')));
}

TEST_CASE("Spread positions rise", "[model]") {
    for (const std::size_t count :
         {std::size_t{1}, std::size_t{2}, std::size_t{10}, std::size_t{61}, std::size_t{62}, std::size_t{4'000}}) {
        std::string last;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string key = spread_position(i, count).key;
            REQUIRE(last < key);
            REQUIRE(is_valid_position(key));
            last = key;
        }
        CHECK(last.size() <= 4);
    }
}
