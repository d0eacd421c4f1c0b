#include <cstdlib>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/date.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/random.h"
#include "base/result.h"
#include "base/shared.h"
#include "base/text.h"

using namespace fullcourt;

TEST_CASE("Dates exist or are none", "[base]") {
    CHECK(parse_date("2026-11-23") == Date{2026, 11, 23});
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    for (const char *none :
         {"", "2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/11/23", "2026-11-23 ", "20x6-11-23", "2026-11-31"}) {
        CHECK_FALSE(parse_date(none));
    }
    CHECK(to_text(Date{987, 1, 2}) == "0987-01-02");
    CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
}

TEST_CASE("A time of day is read as people write it", "[base]") {
    CHECK(minutes_of_day("9:30") == 570);
    CHECK(minutes_of_day(" 09.30 ") == 570);
    CHECK(minutes_of_day("9") == 540);
    CHECK(minutes_of_day("9:30 pm") == 1290);
    CHECK(minutes_of_day("12 am") == 0);
    CHECK(minutes_of_day("23:59") == 1439);
    for (const char *none : {"", "24:00", "9:60", "9:5", "13 pm", "0 am", "nine", ":30", "9:30:00", "-1"}) {
        INFO(none);
        CHECK_FALSE(minutes_of_day(none));
    }
    CHECK(time_words(570) == "9:30");
    CHECK(time_words(5) == "0:05");
}

TEST_CASE("A date is read as people write it", "[base]") {
    const Date today{2026, 11, 26}; // a Thursday
    const auto read = [&](const char *text) {
        const std::optional<Date> date = date_in_words(text, today);
        return date ? to_text(*date) : std::string("none");
    };
    CHECK(read("2026-12-01") == "2026-12-01");
    CHECK(read(" 1.12.2026 ") == "2026-12-01");
    CHECK(read("1.12.") == "2026-12-01");
    CHECK(read("1 Dec") == "2026-12-01");
    CHECK(read("December 1, 2027") == "2027-12-01");
    CHECK(read("26 Nov") == "2026-11-26");
    CHECK(read("25 Nov") == "2027-11-25");
    CHECK(read("today") == "2026-11-26");
    CHECK(read("Tomorrow") == "2026-11-27");
    CHECK(read("Friday") == "2026-11-27");
    CHECK(read("thu") == "2026-12-03");
    CHECK(read("in 3 days") == "2026-11-29");
    CHECK(read("in two weeks") == "2026-12-10");
    CHECK(read("in a month") == "2026-12-26");
    for (const char *none : {"", "soon", "12/1", "12/1/2026", "31.2.", "0 Dec", "1 Dec 26", "1 2 3 4", "in days", "in 3 years", "99999.1.",
                             "1 Dec never", "th", "2026-02-30", "29 Feb"}) {
        INFO(none);
        CHECK(read(none) == "none");
    }
    CHECK(date_in_words("29 Feb 2028", today) == Date{2028, 2, 29});
}

TEST_CASE("A date is said as people say it, and what is no date stays", "[base]") {
    CHECK(date_words(Date{2026, 12, 3}) == "3 December 2026");
    CHECK(date_words("2026-05-31") == "31 May 2026");
    CHECK(short_date_words(Date{2026, 9, 30}) == "30 Sep 2026");
    CHECK(short_date_words("2026-05-01") == "1 May 2026");
    for (const char *none : {"", "2026-02-30", "in spring", "2026-12-3"}) {
        CHECK(date_words(none) == none);
        CHECK(short_date_words(none) == none);
    }
}

TEST_CASE("A month, a quarter and a year are read and said as people write them, and nothing else is one", "[base]") {
    const auto said = [](const char *text) { return span_words(span_in_words(text).value_or("none")); };
    for (const char *november : {"2026-11", "2026/11", "11/2026", "11.2026", "November 2026", "nov 2026", " Nov. 2026 ", "2026 Nov"}) {
        INFO(november);
        CHECK(span_in_words(november) == "2026-11");
        CHECK(said(november) == "November 2026");
    }
    for (const char *quarter : {"2026-Q4", "2026-q4", "Q4 2026", "2026 q4", "Q4/2026"}) {
        INFO(quarter);
        CHECK(span_in_words(quarter) == "2026-Q4");
        CHECK(said(quarter) == "Q4 2026");
    }
    CHECK(span_in_words("2026-1") == "2026-01");
    CHECK(said("2026") == "2026");
    for (const char *none :
         {"", "26", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "November", "2026-111", "last month", "11 26", "2026-11-26"}) {
        INFO(none);
        CHECK_FALSE(span_in_words(none));
        CHECK(span_words(none) == none);
    }
}

TEST_CASE("Numbers come back as the same bits", "[base]") {
    const RandomBits bits = counting_bits(5);
    for (int i = 0; i < 20'000; ++i) {
        const double value = static_cast<double>(static_cast<std::int64_t>(bits())) / static_cast<double>((bits() >> 20U) + 1);
        REQUIRE(parse_number(to_text(value)) == value);
    }
    CHECK(to_text(3.0) == "3");
    CHECK(to_text(0.1) == "0.1");
    CHECK(parse_number("1e3") == 1000.0);
    for (const char *none : {"", " 1", "1 ", "1,5", "nan", "inf", "0x10", "1e999", "--1", ".", "1e", "e5"}) {
        CHECK_FALSE(parse_number(none));
    }
}

TEST_CASE("A plain decimal is read as exactly as the C library reads it", "[base]") {
    const RandomBits bits = counting_bits(6);
    for (int i = 0; i < 20'000; ++i) {
        const auto digits = static_cast<int>(bits() % 16);
        std::string text = bits() % 2 == 0 ? "-" : "";
        text += static_cast<char>('0' + bits() % 10);
        for (int digit = 1; digit < digits; ++digit) {
            text += static_cast<char>('0' + bits() % 10);
        }
        if (digits > 1 && bits() % 2 == 0) {
            text.insert(text.size() - 1 - bits() % static_cast<std::uint64_t>(digits - 1), ".");
        }
        CAPTURE(text);
        const PlainDecimal found = leading_decimal(text);
        REQUIRE(found.size == text.size());
        REQUIRE(found.value == std::strtod(text.c_str(), nullptr));
    }
    CHECK(leading_decimal("12.5,7").size == 4);
    CHECK(leading_decimal("12,5", ',').value == 12.5);
    for (const char *none : {"", "-", ".5", "5.", "5.x", "1e5", "1.5E3", "1234567890123456", "0.1234567890123456", "x"}) {
        CHECK(leading_decimal(none).size == 0);
    }
}

TEST_CASE("New ids do not meet and have ten letters", "[base]") {
    const RandomBits bits = counting_bits(1);
    std::set<std::string> seen;
    for (int i = 0; i < 20'000; ++i) {
        const std::string id = random_id(bits);
        REQUIRE(id.size() == 10);
        REQUIRE(id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string::npos);
        REQUIRE(seen.insert(id).second);
    }
    CHECK(random_id(counting_bits(9)) == random_id(counting_bits(9)));
    CHECK(random_id(counting_bits(9)) != random_id(counting_bits(10)));
}

TEST_CASE("A shared value is copied only when one copy changes", "[base]") {
    Shared<std::string> first(std::string("one"));
    Shared<std::string> second = first;
    CHECK(first.shares_with(second));
    second.edit() += "!";
    CHECK(*first == "one");
    CHECK(*second == "one!");
    CHECK_FALSE(first.shares_with(second));
    CHECK_FALSE(first == second);
    second.edit() = "one";
    CHECK(first == second);
    const std::string *place = &*second;
    second.edit() += "?";
    CHECK(place == &*second);
}

TEST_CASE("A result is a value or an error", "[base]") {
    const Result<int> good = 3;
    const Result<int> bad = Error{"No such thing.", {2, 5}};
    REQUIRE(good);
    CHECK(*good == 3);
    REQUIRE_FALSE(bad);
    CHECK(bad.error() == Error{"No such thing.", {2, 5}});
}

TEST_CASE("Days are counted over months, years and leap days") {
    CHECK(date_after({2026, 11, 23}, 8) == Date{2026, 12, 1});
    CHECK(date_after({2028, 2, 28}, 1) == Date{2028, 2, 29});
    CHECK(date_after({2026, 1, 1}, -1) == Date{2025, 12, 31});
    CHECK(days_between({2026, 11, 23}, {2026, 12, 1}) == 8);
    CHECK(days_between({2026, 12, 1}, {2026, 11, 23}) == -8);
    CHECK(weekday_of({2026, 11, 23}) == 1);
    CHECK(weekday_of({2026, 11, 29}) == 7);
}
