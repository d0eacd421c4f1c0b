#include "base/date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "base/text.h"

namespace fullcourt {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::sys_days day_number(const Date &date) {
    return std::chrono::year_month_day{std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
                                       std::chrono::day{static_cast<unsigned>(date.day)}};
}

Date date_at(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Date{*year, *month, *day};
}

Date date_after(const Date &date, int days) { return date_at(day_number(date) + std::chrono::days(days)); }

int days_between(const Date &from, const Date &to) { return static_cast<int>((day_number(to) - day_number(from)).count()); }

int weekday_of(const Date &date) { return static_cast<int>(std::chrono::weekday(day_number(date)).iso_encoding()); }

Date monday_of(const Date &date) { return date_after(date, 1 - weekday_of(date)); }

IsoWeek iso_week(const Date &date) {
    constexpr int thursday = 4;
    const Date middle = date_after(date, thursday - weekday_of(date));
    return {middle.year, days_between({middle.year, 1, 1}, middle) / 7 + 1};
}

std::string to_text(const Date &date) {
    const auto fits = [](int value, int below) { return value >= 0 && value < below; };
    if (!fits(date.year, 10'000) || !fits(date.month, 100) || !fits(date.day, 100)) {
        std::array<char, 40> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
        return buffer.data();
    }
    // Lists hold a hundred thousand of them, and printf takes ten times as long.
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t end, int value) {
        for (std::size_t at = end; value > 0; value /= 10) {
            text[at--] = static_cast<char>('0' + value % 10);
        }
    };
    put(3, date.year);
    put(6, date.month);
    put(9, date.day);
    return text;
}

std::optional<int> minutes_of_day(std::string_view text) {
    constexpr int noon = 12;
    std::string words = lowered(trimmed(text));
    const bool evening = words.ends_with("pm");
    const bool halved = evening || words.ends_with("am");
    words = std::string(trimmed(std::string_view(words).substr(0, words.size() - (halved ? 2 : 0))));
    const std::size_t at = std::min(words.find_first_of(":."), words.size());
    const std::string_view after = std::string_view(words).substr(std::min(at + 1, words.size()));
    const int hours = at > 0 && at <= 2 ? digits(std::string_view(words).substr(0, at)).value_or(-1) : -1;
    const int minutes = at == words.size() ? 0 : after.size() == 2 ? digits(after).value_or(-1) : -1;
    if (hours < 0 || minutes < 0 || minutes > 59 || hours > 23 || (halved && (hours < 1 || hours > noon))) {
        return std::nullopt;
    }
    const int hour = halved ? hours % noon + (evening ? noon : 0) : hours;
    return hour * 60 + minutes;
}

std::string time_words(int minutes) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%d:%02d", minutes / 60, minutes % 60);
    return buffer.data();
}

} // namespace fullcourt
