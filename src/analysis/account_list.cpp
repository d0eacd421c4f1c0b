#include "analysis/account_list.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/overloaded.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool same_letter(char a, char lower) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == lower; }

bool holds(std::string_view text, std::string_view lowerWord) {
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(), same_letter) != text.end();
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    const std::string lower = lowered(text);
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = lower.find_first_not_of(" \t", at);
        if (begin == std::string::npos) {
            break;
        }
        at = std::min(lower.find_first_of(" \t", begin), lower.size());
        words.push_back(lower.substr(begin, at - begin));
    }
    return words;
}

/// Marks the rows of a chunk that hold the word in this column.
void mark(const AccountCells &cells, const std::string &word, std::vector<bool> &found, std::size_t begin) {
    if (const auto *texts = std::get_if<Texts>(&cells.values)) {
        for (std::size_t i = 0; i < texts->size(); ++i) {
            if (!found[begin + i] && holds((*texts)[i], word)) {
                found[begin + i] = true;
            }
        }
    } else if (const auto *categories = std::get_if<Categories>(&cells.values)) {
        std::vector<bool> matches;
        for (const std::string &category : categories->words) {
            matches.push_back(holds(category, word));
        }
        for (std::size_t i = 0; i < categories->values.size(); ++i) {
            const std::uint16_t value = categories->values[i];
            if (value != Categories::missing && matches[value]) {
                found[begin + i] = true;
            }
        }
    }
}

std::vector<bool> rows_with(const AccountTable &table, const std::string &word) {
    std::vector<bool> found(table.rows(), false);
    for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
        const std::size_t begin = chunk * accountChunkRows;
        const Texts &keys = *table.keys()[chunk];
        for (std::size_t i = 0; i < keys.size(); ++i) {
            found[begin + i] = holds(keys[i], word);
        }
        for (const auto &[id, column] : table.columns()) {
            mark(*column[chunk], word, found, begin);
        }
    }
    return found;
}

/// A number that orders values that are not text; nothing for text and where it is missing.
std::optional<double> number_of(const AccountValue &value) {
    return std::visit(Overloaded{[](double number) { return std::optional(number); },
                                 [](std::int32_t day) { return std::optional(static_cast<double>(day)); },
                                 [](bool yes) { return std::optional(yes ? 0.0 : 1.0); },
                                 [](const auto & /*other*/) { return std::optional<double>(); }},
                      value);
}

template <class Key> void sort_by(std::vector<std::uint32_t> &rows, bool descending, const std::vector<std::optional<Key>> &keys) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (!keys[a] || !keys[b]) {
            return keys[a].has_value() && !keys[b].has_value();
        }
        return descending ? *keys[b] < *keys[a] : *keys[a] < *keys[b];
    });
}

} // namespace

std::vector<std::uint32_t> matching_rows(const Accounts &accounts, std::string_view text) {
    const AccountTable &table = accounts.table;
    std::vector<std::uint32_t> rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    for (const std::string &word : words_of(text)) {
        const std::vector<bool> found = rows_with(table, word);
        std::erase_if(rows, [&](std::uint32_t row) { return !found[row]; });
    }
    return rows;
}

void sort_rows(const AccountTable &table, const AccountColumnId &column, bool descending, std::vector<std::uint32_t> &rows) {
    std::vector<std::optional<double>> numbers(table.rows());
    std::vector<std::optional<std::string>> texts(table.rows());
    bool text = false;
    for (const std::uint32_t row : rows) {
        const AccountValue value = table.value(column, row);
        if (const auto *letters = std::get_if<std::string_view>(&value)) {
            texts[row] = lowered(*letters);
            text = true;
        } else {
            numbers[row] = number_of(value);
        }
    }
    if (text) {
        sort_by(rows, descending, texts);
    } else {
        sort_by(rows, descending, numbers);
    }
}

void sort_rows_by_name(const Accounts &accounts, bool descending, std::vector<std::uint32_t> &rows) {
    std::vector<std::optional<std::string>> names(accounts.table.rows());
    for (const std::uint32_t row : rows) {
        names[row] = lowered(account_name(accounts, row));
    }
    sort_by(rows, descending, names);
}

ColumnPicture picture_of(const AccountTable &table, const AccountColumnId &column, std::size_t bars, std::size_t mostWords) {
    ColumnPicture picture;
    const AccountTable::Column *chunks = table.column(column);
    if (chunks == nullptr) {
        return picture;
    }
    std::vector<double> numbers;
    std::map<std::string, std::size_t, std::less<>> words;
    for (const Shared<AccountCells> &chunk : *chunks) {
        picture.unreadable += chunk->unreadable.size();
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const AccountValue value = table.value(column, row);
        if (std::holds_alternative<std::monostate>(value)) {
            continue;
        }
        ++picture.known;
        if (const auto *text = std::get_if<std::string_view>(&value)) {
            auto it = words.find(*text);
            if (it == words.end()) {
                it = words.emplace(std::string(*text), 0).first;
            }
            ++it->second;
        } else if (const auto *yes = std::get_if<bool>(&value)) {
            ++words[*yes ? "yes" : "no"];
        } else {
            numbers.push_back(*number_of(value));
        }
    }
    if (!numbers.empty() && bars != 0) {
        std::sort(numbers.begin(), numbers.end());
        picture.least = numbers.front();
        picture.most = numbers[numbers.size() - 1 - numbers.size() / 20];
        picture.beyond = static_cast<std::size_t>(numbers.end() - std::upper_bound(numbers.begin(), numbers.end(), picture.most));
        picture.bars.assign(bars, 0);
        const double width = picture.most - picture.least;
        for (const double number : numbers) {
            const double part = width > 0 ? (number - picture.least) / width * static_cast<double>(bars) : 0;
            ++picture.bars[std::min(static_cast<std::size_t>(part), bars - 1)];
        }
    }
    picture.words.assign(words.begin(), words.end());
    std::stable_sort(picture.words.begin(), picture.words.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    picture.words.resize(std::min(picture.words.size(), mostWords));
    return picture;
}

} // namespace fullcourt
