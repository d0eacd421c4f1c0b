// Numbers and dates as people and CRMs write them.
#include <array>
#include <chrono>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "io/styled_text.h"

namespace fullcourt {

std::optional<DateParts> date_parts(std::string_view text) {
    DateParts parts;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t begin = at;
        while (at < text.size() && at - begin < 4 && text[at] >= '0' && text[at] <= '9') {
            parts.numbers[i] = parts.numbers[i] * 10 + (text[at] - '0');
            ++at;
        }
        if (at == begin) {
            return std::nullopt;
        }
        if (i < 2) {
            if (at == text.size() || std::string_view("-./").find(text[at]) == std::string_view::npos ||
                (i == 1 && text[at] != parts.mark)) {
                return std::nullopt;
            }
            parts.mark = text[at++];
        }
    }
    // A time may stand behind it, and nothing else.
    if (at < text.size() && text[at] != ' ' && text[at] != 'T' && text[at] != ',') {
        return std::nullopt;
    }
    return parts;
}

std::optional<double> styled_number(std::string_view text, char decimal) {
    if (const PlainDecimal number = leading_decimal(text, decimal); number.size != 0 && number.size == text.size()) {
        return number.value; // nearly all numbers of a file
    }
    const char group = decimal == '.' ? ',' : '.';
    std::string plain;
    std::size_t digits = 0; // since the last group mark
    bool grouped = false;
    bool past = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            plain += c;
            ++digits;
        } else if (c == decimal && !past) {
            if (grouped && digits != 3) {
                return std::nullopt;
            }
            plain += '.';
            past = true;
        } else if (c == group && !past && digits > 0) {
            if (grouped ? digits != 3 : digits > 3) {
                return std::nullopt;
            }
            grouped = true;
            digits = 0;
        } else if ((c == '-' || c == '+') && plain.empty()) {
            plain += c == '-' ? "-" : "";
        } else if ((c == 'e' || c == 'E') && digits > 0) {
            return parse_number(text); // only as programs write it
        } else if (c == ' ' || c == '$' || c == '%' || c == '\'') {
            continue;
        } else if (text.substr(i).starts_with("\u00A0") || text.substr(i).starts_with("£")) {
            i += 1;
        } else if (text.substr(i).starts_with("€") || text.substr(i).starts_with("\u202F")) {
            i += 2;
        } else {
            return std::nullopt;
        }
    }
    if (grouped && !past && digits != 3) {
        return std::nullopt;
    }
    return parse_number(plain);
}

std::optional<std::int32_t> styled_day(std::string_view text, DateStyle style) {
    const std::optional<DateParts> parts = date_parts(text);
    if (!parts) {
        return std::nullopt;
    }
    std::array<int, 3> date = parts->numbers; // year, month, day
    if (date[0] <= 31 && style != DateStyle::iso) {
        const std::size_t day = style == DateStyle::dayFirst ? 0 : 1;
        date = {parts->numbers[2], parts->numbers[1 - day], parts->numbers[day]};
        constexpr int century = 2000;
        date[0] += date[0] < 100 ? century : 0;
    }
    const std::chrono::year_month_day found{std::chrono::year{date[0]}, std::chrono::month{static_cast<unsigned>(date[1])},
                                            std::chrono::day{static_cast<unsigned>(date[2])}};
    if (!found.ok()) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(std::chrono::sys_days(found).time_since_epoch().count());
}

} // namespace fullcourt
