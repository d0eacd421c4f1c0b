#include "base/date_words.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> numbers = {"",      "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};

/// Lower-case words; points and commas part them as spaces do.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lowered(text) + " ") {
        if (c == ' ' || c == '.' || c == ',') {
            if (!word.empty()) {
                words.push_back(word);
            }
            word.clear();
        } else {
            word += c;
        }
    }
    return words;
}

/// 1 for the first; 0 where none begins with the word, which needs three letters at least.
template <std::size_t Count> int place_in(const std::array<std::string_view, Count> &names, std::string_view word) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (word.size() >= 3 && names[i].starts_with(word)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::optional<int> whole(std::string_view word) {
    if (word.empty() || word.size() > 4 || word.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return static_cast<int>(parse_number(word).value_or(0));
}

std::string month_name(int month) {
    std::string name(months[static_cast<std::size_t>(month - 1)]);
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

std::optional<Date> existing(int year, int month, int day) {
    return month < 1 || month > 12 || day < 1 || day > 31 ? std::nullopt : parse_date(to_text(Date{year, month, day}));
}

/// The next such day from today on, where the year is not said.
std::optional<Date> in_year(std::optional<int> year, int month, int day, const Date &today) {
    if (year) {
        return *year < 1000 ? std::nullopt : existing(*year, month, day);
    }
    const std::optional<Date> soon = existing(today.year, month, day);
    return soon && *soon < today ? existing(today.year + 1, month, day) : soon;
}

/// "1 12 2026", "1 dec", "december 1": a day and a month in either order, then perhaps a year.
std::optional<Date> day_and_month(const std::vector<std::string> &words, const Date &today) {
    if (words.size() < 2 || words.size() > 3) {
        return std::nullopt;
    }
    std::optional<int> year;
    if (words.size() == 3) {
        year = whole(words[2]);
        if (!year) {
            return std::nullopt;
        }
    }
    const int named = place_in(months, words[1]);
    const std::optional<int> first = whole(words[0]);
    if (first) {
        return in_year(year, named > 0 ? named : whole(words[1]).value_or(0), *first, today);
    }
    const int month = place_in(months, words[0]);
    return month == 0 ? std::nullopt : in_year(year, month, whole(words[1]).value_or(0), today);
}

std::optional<int> how_many(const std::string &word) {
    if (word == "a" || word == "an") {
        return 1;
    }
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (word == numbers[i]) {
            return static_cast<int>(i);
        }
    }
    return whole(word);
}

/// "in 3 days", "in two weeks", "in a month": a month is 30 days.
std::optional<Date> from_today(const std::vector<std::string> &words, const Date &today) {
    if (words.size() != 3 || words[0] != "in") {
        return std::nullopt;
    }
    const std::optional<int> count = how_many(words[1]);
    const std::string unit = words[2].ends_with('s') ? words[2].substr(0, words[2].size() - 1) : words[2];
    const int days = unit == "day" ? 1 : unit == "week" ? 7 : unit == "month" ? 30 : 0;
    return count && days > 0 ? std::optional<Date>(date_after(today, *count * days)) : std::nullopt;
}

constexpr std::size_t yearDigits = 4;
constexpr int quartersAYear = 4;

/// "q4" or "Q4" → 4; 0 for anything else.
int quarter_in(std::string_view word) {
    const bool quarter = word.size() == 2 && (word[0] == 'q' || word[0] == 'Q') && word[1] >= '1' && word[1] <= '0' + quartersAYear;
    return quarter ? word[1] - '0' : 0;
}

bool is_year(std::string_view word) { return word.size() == yearDigits && whole(word).has_value(); }

/// "2026" and "11", "nov" or "Q4" → "2026-11", "2026-Q4".
std::optional<std::string> span_of(std::string_view year, std::string_view part) {
    if (!is_year(year)) {
        return std::nullopt;
    }
    if (const int quarter = quarter_in(part)) {
        return std::string(year) + "-Q" + std::to_string(quarter);
    }
    const int named = place_in(months, part);
    const int month = named > 0 ? named : part.size() <= 2 ? whole(part).value_or(0) : 0;
    return month < 1 || month > static_cast<int>(months.size())
               ? std::nullopt
               : std::optional(std::string(year) + (month < 10 ? "-0" : "-") + std::to_string(month));
}

} // namespace

std::optional<Date> date_in_words(std::string_view text, const Date &today) {
    if (const std::optional<Date> date = parse_date(trimmed(text))) {
        return date;
    }
    const std::vector<std::string> words = words_of(text);
    if (words.size() == 1 && words[0] == "today") {
        return today;
    }
    if (words.size() == 1 && words[0] == "tomorrow") {
        return date_after(today, 1);
    }
    if (const int day = words.size() == 1 ? place_in(weekdays, words[0]) : 0) {
        const int ahead = (day - weekday_of(today) + 7) % 7;
        return date_after(today, ahead == 0 ? 7 : ahead);
    }
    const std::optional<Date> relative = from_today(words, today);
    return relative ? relative : day_and_month(words, today);
}

std::string date_words(const Date &date) {
    return std::to_string(date.day) + " " + month_name(date.month) + " " + std::to_string(date.year);
}

std::string date_words(const std::string &date) {
    const std::optional<Date> parsed = parse_date(date);
    return parsed ? date_words(*parsed) : date;
}

std::string short_date_words(const Date &date) {
    return std::to_string(date.day) + " " + month_name(date.month).substr(0, 3) + " " + std::to_string(date.year);
}

std::string short_date_words(const std::string &date) {
    const std::optional<Date> parsed = parse_date(date);
    return parsed ? short_date_words(*parsed) : date;
}

std::string span_words(std::string_view span) {
    if (span.size() == yearDigits + 3 && span[yearDigits] == '-' && is_year(span.substr(0, yearDigits))) {
        const std::string_view part = span.substr(yearDigits + 1);
        const int month = whole(part).value_or(0);
        if (const int quarter = quarter_in(part)) {
            return "Q" + std::to_string(quarter) + " " + std::string(span.substr(0, yearDigits));
        }
        if (month >= 1 && month <= static_cast<int>(months.size())) {
            return month_name(month) + " " + std::string(span.substr(0, yearDigits));
        }
    }
    return std::string(span);
}

std::optional<std::string> span_in_words(std::string_view text) {
    const std::string word = lowered(trimmed(text));
    const std::size_t between = word.find_first_of(" -/.");
    if (between == std::string::npos) {
        return is_year(word) ? std::optional(word) : std::nullopt;
    }
    const std::string_view first = std::string_view(word).substr(0, between);
    const std::string_view second = trimmed(std::string_view(word).substr(between + 1));
    const std::optional<std::string> yearFirst = span_of(first, second);
    return yearFirst ? yearFirst : span_of(second, first);
}

} // namespace fullcourt
