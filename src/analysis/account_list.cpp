#include "analysis/account_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/overloaded.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// A number that orders values that are not text; nothing for text and where it is missing.
std::optional<double> number_of(const AccountValue &value) {
    return std::visit(Overloaded{[](double number) { return std::optional(number); },
                                 [](std::int32_t day) { return std::optional(static_cast<double>(day)); },
                                 [](bool yes) { return std::optional(yes ? 0.0 : 1.0); },
                                 [](const auto & /*other*/) { return std::optional<double>(); }},
                      value);
}

constexpr std::uint64_t missingKey = std::numeric_limits<std::uint64_t>::max();

/// What rows are ordered by: a number for each; of those that are alike, the texts decide where there are any.
struct SortKeys {
    std::vector<std::uint64_t> keys; ///< by row; missingKey comes last in either direction
    std::vector<std::string_view> texts;
};

std::uint64_t key_of(double number) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    const auto bits = std::bit_cast<std::uint64_t>(number);
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// The first eight bytes in lower case, the first of them the weightiest.
std::uint64_t key_of(std::string_view text) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < sizeof(key); ++i) {
        key = key << 8U | (i < text.size() ? static_cast<unsigned char>(lower_of(text[i])) : 0U);
    }
    return key;
}

bool less_without_case(std::string_view a, std::string_view b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return static_cast<unsigned char>(lower_of(x)) < static_cast<unsigned char>(lower_of(y));
    });
}

void add_text(SortKeys &keys, std::size_t row, std::string_view text) {
    keys.texts[row] = text;
    keys.keys[row] = text.empty() ? missingKey : key_of(text);
}

void add_chunk(SortKeys &keys, std::size_t begin, const AccountCells &cells) {
    std::visit(Overloaded{[&](const Texts &texts) {
                              for (std::size_t i = 0; i < texts.size(); ++i) {
                                  add_text(keys, begin + i, texts[i]);
                              }
                          },
                          [&](const Categories &categories) {
                              for (std::size_t i = 0; i < categories.values.size(); ++i) {
                                  const std::uint16_t value = categories.values[i];
                                  add_text(keys, begin + i,
                                           value == Categories::missing ? std::string_view() : std::string_view(categories.words[value]));
                              }
                          },
                          [&](const Numbers &numbers) {
                              for (std::size_t i = 0; i < numbers.values.size(); ++i) {
                                  keys.keys[begin + i] = std::isnan(numbers.values[i]) ? missingKey : key_of(numbers.values[i]);
                              }
                          },
                          [&](const Days &days) {
                              for (std::size_t i = 0; i < days.values.size(); ++i) {
                                  const std::int32_t day = days.values[i];
                                  keys.keys[begin + i] = day == Days::missing ? missingKey : key_of(static_cast<double>(day));
                              }
                          },
                          [&](const YesNos &yesNos) {
                              for (std::size_t i = 0; i < yesNos.values.size(); ++i) {
                                  const std::uint8_t value = yesNos.values[i];
                                  keys.keys[begin + i] = value == YesNos::missing ? missingKey : value == YesNos::yes ? 0U : 1U;
                              }
                          }},
               cells.values);
}

SortKeys column_keys(const AccountTable &table, const AccountColumnId &column) {
    SortKeys keys{std::vector<std::uint64_t>(table.rows(), missingKey), {}};
    const AccountTable::Column *chunks = table.column(column);
    if (chunks == nullptr) {
        return keys;
    }
    const auto &first = chunks->front()->values;
    if (std::holds_alternative<Texts>(first) || std::holds_alternative<Categories>(first)) {
        keys.texts.resize(table.rows());
    }
    for (std::size_t chunk = 0; chunk < chunks->size(); ++chunk) {
        add_chunk(keys, chunk * accountChunkRows, *(*chunks)[chunk]);
    }
    return keys;
}

/// By what accounts are called: the name column, and the key where that is empty.
SortKeys name_keys(const Accounts &accounts) {
    SortKeys keys = column_keys(accounts.table, accounts.nameColumn);
    keys.texts.resize(accounts.table.rows());
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (keys.keys[row] == missingKey) {
            add_text(keys, row, accounts.table.key(row));
        }
    }
    return keys;
}

SortKeys tier_keys(const Scores &scores) {
    SortKeys keys{std::vector<std::uint64_t>(scores.tier.size(), missingKey), {}};
    for (std::size_t row = 0; row < scores.tier.size(); ++row) {
        keys.keys[row] = scores.tier[row] == Tier::none ? missingKey : static_cast<std::uint64_t>(scores.tier[row]);
    }
    return keys;
}

/// Accounts with tags by their first one.
SortKeys tag_keys(const Accounts &accounts) {
    SortKeys keys{std::vector<std::uint64_t>(accounts.table.rows(), missingKey), std::vector<std::string_view>(accounts.table.rows())};
    const AccountIndex index(accounts.table);
    for (const auto &[id, mark] : accounts.marks) {
        const std::optional<std::size_t> row = mark.tags.empty() ? std::nullopt : index.row_of(id.text);
        if (row) {
            add_text(keys, *row, mark.tags.front());
        }
    }
    return keys;
}

void sort_by(const SortKeys &by, bool descending, std::vector<std::uint32_t> &rows) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::uint64_t x = by.keys[a];
        const std::uint64_t y = by.keys[b];
        if (x != y) {
            return x == missingKey ? false : y == missingKey || (descending ? y < x : x < y);
        }
        if (by.texts.empty() || x == missingKey) {
            return false;
        }
        return descending ? less_without_case(by.texts[b], by.texts[a]) : less_without_case(by.texts[a], by.texts[b]);
    });
}

/// Best first; turned round, those without a score still come last.
void put_by_rank(const Scores &scores, bool descending, std::vector<std::uint32_t> &rows) {
    rows = scores.order;
    if (descending) {
        const auto scored = std::stable_partition(rows.begin(), rows.end(), [&](std::uint32_t row) { return scores.q[row] != noScore; });
        std::reverse(rows.begin(), scored);
    }
}

/// Takes out the rows that the filters do not let through.
void filter_rows(const Accounts &accounts, const std::string &by, const ColumnFilter &filter, const Scores *scores, RowMask &mask) {
    if (by == byTier) {
        for (std::size_t row = 0; scores != nullptr && row < mask.size(); ++row) {
            const bool in = filter.words.empty() || filter.words.contains(std::string(tier_name(scores->tier[row])));
            mask[row] = in ? mask[row] : std::uint8_t{0};
        }
    } else if (by == byTags) {
        RowMask let(mask.size(), filter.words.empty() || filter.words.contains("") ? 1 : 0);
        const AccountIndex index(accounts.table);
        for (const auto &[id, mark] : accounts.marks) {
            const std::optional<std::size_t> row = mark.tags.empty() ? std::nullopt : index.row_of(id.text);
            if (row) {
                const bool in =
                    std::any_of(mark.tags.begin(), mark.tags.end(), [&](const auto &tag) { return filter.words.contains(tag); });
                let[*row] = in || filter.words.empty() ? 1 : 0;
            }
        }
        for (std::size_t row = 0; row < mask.size(); ++row) {
            mask[row] = let[row] != 0 ? mask[row] : std::uint8_t{0};
        }
    } else {
        keep_matching(accounts.table, by == byName ? accounts.nameColumn : AccountColumnId(by), filter, mask);
    }
}

} // namespace

std::vector<std::uint32_t> matching_rows(const Accounts &accounts, std::string_view text, const ShownWords &shown) {
    const RowMask mask = rows_holding(accounts, text, shown);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < mask.size(); ++row) {
        if (mask[row] != 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<std::uint32_t> ordered_rows(const Accounts &accounts, const std::vector<ListOrder> &order, const Scores *scores) {
    std::vector<std::uint32_t> rows(accounts.table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    if (scores != nullptr) {
        put_by_rank(*scores, false, rows);
    }
    for (auto by = order.rbegin(); by != order.rend(); ++by) {
        if (by->by == byRank) {
            if (scores != nullptr) {
                put_by_rank(*scores, by->descending, rows); // no two ranks are alike, so what comes after it decides nothing
            }
        } else if (by->by == byTier) {
            if (scores != nullptr) {
                sort_by(tier_keys(*scores), by->descending, rows);
            }
        } else if (by->by == byName) {
            sort_by(name_keys(accounts), by->descending, rows);
        } else if (by->by == byTags) {
            sort_by(tag_keys(accounts), by->descending, rows);
        } else {
            sort_by(column_keys(accounts.table, AccountColumnId(by->by)), by->descending, rows);
        }
    }
    return rows;
}

bool AccountList::order_holds(const Accounts &accounts, const ListQuestion &question, const Scores *scores) const {
    const bool tags = std::any_of(question.order.begin(), question.order.end(), [](const ListOrder &by) { return by.by == byTags; });
    const bool tiers = std::any_of(question.order.begin(), question.order.end(), [](const ListOrder &by) { return by.by == byTier; });
    const bool ranks = scores == nullptr ? m_ranks.empty() : m_ranks == scores->rank;
    return !tags && !tiers && ranks && m_order.size() == accounts.table.rows() && m_question.order == question.order &&
           m_nameColumn == accounts.nameColumn && m_table == accounts.table;
}

const std::vector<std::uint32_t> &AccountList::rows(const std::string &stamp, const Accounts &accounts, const ListQuestion &question,
                                                    const Scores *scores) {
    if (m_revision != 0 && stamp == m_stamp && question == m_question) {
        return m_rows;
    }
    const bool ordered = stamp == m_stamp ? question.order == m_question.order && m_order.size() == accounts.table.rows()
                                          : order_holds(accounts, question, scores);
    if (!ordered) {
        m_order = ordered_rows(accounts, question.order, scores);
        m_ranks = scores == nullptr ? std::vector<std::uint32_t>() : scores->rank;
        m_nameColumn = accounts.nameColumn;
    }
    m_table = accounts.table;
    m_stamp = stamp;
    m_question = question;
    RowMask mask = rows_holding(accounts, question.search, question.shown);
    for (const auto &[by, filter] : question.filters) {
        filter_rows(accounts, by, filter, scores, mask);
    }
    m_rows.clear();
    for (const std::uint32_t row : m_order) {
        if (mask[row] != 0) {
            m_rows.push_back(row);
        }
    }
    ++m_revision;
    return m_rows;
}

ColumnTotal total_of(const AccountTable &table, const AccountColumnId &column, std::span<const std::uint32_t> rows) {
    ColumnTotal total;
    const AccountTable::Column *chunks = table.column(column);
    if (chunks == nullptr) {
        return total;
    }
    std::vector<const Numbers *> numbers;
    for (const Shared<AccountCells> &chunk : *chunks) {
        numbers.push_back(std::get_if<Numbers>(&chunk->values));
    }
    for (const std::uint32_t row : rows) {
        const Numbers *of = numbers[row / accountChunkRows];
        const double value = of == nullptr ? Numbers::missing : of->values[row % accountChunkRows];
        if (!std::isnan(value)) {
            ++total.known;
            total.sum += value;
        }
    }
    return total;
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
        const AccountValue value = value_of(*(*chunks)[row / accountChunkRows], row % accountChunkRows);
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
    sort_stably(picture.words, [](const auto &a, const auto &b) { return a.second > b.second; });
    picture.words.resize(std::min(picture.words.size(), mostWords));
    return picture;
}

} // namespace fullcourt
