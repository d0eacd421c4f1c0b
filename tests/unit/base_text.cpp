#include "base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace fullcourt;
using namespace std::string_literals;

TEST_CASE("UTF-8 is told from what only looks like it", "[base]") {
    for (const std::string &good : {""s, "plain"s, "é"s, "日本"s, "\U0001F3C0"s, "\xF4\x8F\xBF\xBF"s, "\xEE\x80\x80"s, "\0x"s}) {
        CHECK(is_valid_utf8(good));
        std::size_t replaced = 7;
        CHECK(with_valid_utf8(good, &replaced) == good);
        CHECK(replaced == 0);
    }
    const std::string lone = "\x80", overlong = "\xC0\xAF", overlong3 = "\xE0\x9F\xBF", surrogate = "\xED\xA0\x80",
                      tooHigh = "\xF4\x90\x80\x80", cut = "\xE2\x82", never = "\xFE\xFF", overlong4 = "\xF0\x8F\xBF\xBF";
    for (const std::string &bad : {lone, overlong, overlong3, surrogate, tooHigh, cut, never, overlong4}) {
        CHECK_FALSE(is_valid_utf8(bad));
        std::size_t replaced = 0;
        const std::string mended = with_valid_utf8("a" + bad + "b", &replaced);
        CHECK(is_valid_utf8(mended));
        CHECK(mended.front() == 'a');
        CHECK(mended.back() == 'b');
        CHECK(replaced >= 1);
    }
}

TEST_CASE("Every two bytes become well-formed text with what was well-formed kept", "[base]") {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string bytes = {static_cast<char>(first), static_cast<char>(second), 'x'};
            const std::string mended = with_valid_utf8(bytes);
            REQUIRE(is_valid_utf8(mended));
            REQUIRE(mended.back() == 'x');
            REQUIRE((mended == bytes) == is_valid_utf8(bytes));
        }
    }
}

TEST_CASE("Trimming, lower case and cutting keep characters whole", "[base]") {
    CHECK(trimmed(" \t\r\n a b \f\v") == "a b");
    CHECK(trimmed("   ").empty());
    CHECK(lowered("VP Sales ÄÖ") == "vp sales ÄÖ");
    CHECK(truncated("abc", 3) == "abc");
    CHECK(truncated("abc", 2) == "ab");
    CHECK(truncated("aé", 2) == "a");
    CHECK(truncated("\U0001F3C0", 3).empty());
    CHECK(truncated("x\U0001F3C0", 5) == "x\U0001F3C0");
}

TEST_CASE("A name stands on one line", "[base]") {
    CHECK(on_one_line("  Account\r\n strategy\t") == "Account strategy");
    CHECK(on_one_line("a\n\n\nb") == "a b");
    CHECK(on_one_line("a  b") == "a  b");
    CHECK(on_one_line("\x01\x02").empty());
    CHECK(on_one_line("a\x7F"s + "b") == "a b");
}

TEST_CASE("Lists and counts read like sentences", "[base]") {
    CHECK(listed(std::vector<std::string>()).empty());
    CHECK(listed({"one"}) == "one");
    CHECK(listed({"one", "two"}) == "one and two");
    CHECK(listed({"one", "two", "three"}) == "one, two and three");
    CHECK(grouped("1e+21") == "1e+21");
    CHECK(counted(1, "role", "roles") == "1 role");
    CHECK(counted(0, "role", "roles") == "0 roles");
}

TEST_CASE("A name within a sentence is short and never empty", "[base]") {
    CHECK(quoted("Close") == "Close");
    CHECK(quoted(" \n") == "(unnamed)");
    const std::string longName(100'000, 'x');
    CHECK(quoted(longName).size() < 70);
    std::string emoji;
    for (int i = 0; i < 100; ++i) {
        emoji += "\U0001F3C0";
    }
    CHECK(is_valid_utf8(quoted(emoji)));
}
