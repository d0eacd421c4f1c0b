#include "analysis/currency.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fullcourt {
namespace {

/// Any three capitals may as well be FTE or NPS.
constexpr std::array<std::string_view, 31> currencyCodes = {"EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "SEK",
                                                            "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "UAH", "BRL",
                                                            "MXN", "ZAR", "SGD", "HKD", "KRW", "ILS", "AED", "SAR", "THB"};
constexpr std::array<std::string_view, 5> currencySigns = {"€", "$", "£", "¥", "₹"};

bool is_currency(std::string_view word) {
    return std::find(currencyCodes.begin(), currencyCodes.end(), word) != currencyCodes.end() ||
           std::find(currencySigns.begin(), currencySigns.end(), word) != currencySigns.end();
}

/// "€" of "€m", which stand together; empty where the word does not begin with a sign.
std::string_view sign_before(std::string_view word) {
    const auto sign = std::find_if(currencySigns.begin(), currencySigns.end(), [&](std::string_view one) { return word.starts_with(one); });
    return sign == currencySigns.end() ? std::string_view() : *sign;
}

std::vector<std::string_view> unit_words(std::string_view unit) {
    std::vector<std::string_view> words;
    while (!unit.empty()) {
        const std::string_view word = unit.substr(0, unit.find(' '));
        const std::string_view sign = sign_before(word);
        for (const std::string_view part : {sign, word.substr(sign.size())}) {
            if (!part.empty()) {
                words.push_back(part);
            }
        }
        unit.remove_prefix(std::min(unit.size(), word.size() + 1));
    }
    return words;
}

} // namespace

std::string_view unit_in(std::string_view name) {
    const std::size_t from = name.rfind('(');
    if (from == std::string_view::npos || name.back() != ')' || from + 2 >= name.size()) {
        return {};
    }
    return name.substr(from + 1, name.size() - from - 2);
}

std::string with_unit(const std::string &number, std::string_view unit) {
    std::string before;
    std::string behind;
    for (const std::string_view word : unit_words(unit)) {
        if (before.empty() && is_currency(word)) {
            before = std::string(word) + " ";
        } else {
            behind += " " + std::string(word);
        }
    }
    return before + number + behind;
}

std::string currency_of(const Accounts &accounts) {
    std::string_view named;
    for (const auto &[id, column] : accounts.columns) {
        if (column.type != AccountColumnType::number) {
            continue;
        }
        for (const std::string_view word : unit_words(unit_in(column.name))) {
            if (is_currency(word) && !named.empty() && word != named) {
                return {};
            }
            named = is_currency(word) ? word : named;
        }
    }
    return std::string(named);
}

} // namespace fullcourt
