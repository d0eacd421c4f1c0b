#include "analysis/account_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

unsigned char case_of(char lower) { return is_letter(lower) ? 0x20U : 0U; }

/// All texts of a chunk as the one buffer they are.
std::string_view whole(const Texts &texts) {
    if (texts.size() == 0) {
        return {};
    }
    const std::string_view first = texts[0];
    const std::string_view last = texts[texts.size() - 1];
    // Both lie in one buffer, whose ends they are. NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage)
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

/// The row whose text holds the byte at `at`; it lies at or after `row`.
std::size_t row_at(const Texts &texts, const char *at, std::size_t row) {
    const auto ends_after = [&](std::size_t i) { return texts[i].data() + texts[i].size() > at; };
    std::size_t step = 1;
    std::size_t low = row;
    while (low + step < texts.size() && !ends_after(low + step)) {
        low += step;
        step *= 2;
    }
    std::size_t high = std::min(low + step, texts.size() - 1);
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (ends_after(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

void mark_texts(const Texts &texts, const WordFinder &finder, std::uint8_t *mask) {
    const std::string_view all = whole(texts);
    std::size_t row = 0;
    for (std::size_t at = finder.find(all); at != std::string_view::npos;) {
        row = row_at(texts, all.data() + at, row);
        const auto end = static_cast<std::size_t>(texts[row].data() + texts[row].size() - all.data());
        if (at + finder.size() <= end) {
            mask[row] = 1;
            at = finder.find(all, end);
        } else {
            at = finder.find(all, at + 1); // half in this text and half in the next
        }
    }
}

void mark_categories(const Categories &categories, const std::vector<std::uint8_t> &matches, std::uint8_t *mask) {
    for (std::size_t i = 0; i < categories.values.size(); ++i) {
        const std::uint16_t value = categories.values[i];
        mask[i] |= value == Categories::missing ? std::uint8_t{0} : matches[value];
    }
}

/// What a word means among numbers and dates.
struct Meaning {
    std::optional<double> number;
    std::optional<std::pair<std::int32_t, std::int32_t>> days; ///< first and last
};

Meaning meaning_of(const std::string &word) {
    Meaning meaning;
    std::string plain = word;
    std::erase(plain, ',');
    meaning.number = parse_number(plain);
    constexpr std::size_t year = 4;
    constexpr std::size_t month = 7;
    const auto first = day_of(word.size() == year ? word + "-01-01" : word.size() == month ? word + "-01" : word);
    if (first) {
        const std::int32_t length = word.size() == year ? 365 : word.size() == month ? 27 : 0;
        std::int32_t last = *first + length;
        while (day_text(last + 1).starts_with(word)) {
            ++last;
        }
        while (!day_text(last).starts_with(word)) {
            --last;
        }
        meaning.days = {*first, last};
    }
    return meaning;
}

void mark_cells(const AccountCells &cells, const WordFinder &finder, const Meaning &meaning,
                const std::map<std::string, std::string> *shown, std::uint8_t *mask) {
    std::visit(Overloaded{[&](const Texts &texts) { mark_texts(texts, finder, mask); },
                          [&](const Categories &categories) {
                              std::vector<std::uint8_t> matches;
                              for (const std::string &word : categories.words) {
                                  const std::string *called = shown == nullptr ? nullptr : find(*shown, word);
                                  matches.push_back(finder.find(called == nullptr ? word : *called) == std::string::npos ? 0 : 1);
                              }
                              mark_categories(categories, matches, mask);
                          },
                          [&](const Numbers &numbers) {
                              for (std::size_t i = 0; meaning.number && i < numbers.values.size(); ++i) {
                                  if (numbers.values[i] == *meaning.number) {
                                      mask[i] = 1;
                                  }
                              }
                          },
                          [&](const Days &days) {
                              for (std::size_t i = 0; meaning.days && i < days.values.size(); ++i) {
                                  if (days.values[i] >= meaning.days->first && days.values[i] <= meaning.days->second) {
                                      mask[i] = 1;
                                  }
                              }
                          },
                          [](const YesNos & /*neither is searched for*/) {}},
               cells.values);
    for (const auto &[row, text] : cells.unreadable) {
        if (finder.find(text) != std::string::npos) {
            mask[row] = 1;
        }
    }
}

/// Rows of which people say the word, in a tag or a note; they are looked up only where something was found.
std::vector<std::size_t> marked_rows(const Accounts &accounts, const WordFinder &finder) {
    std::optional<AccountIndex> index;
    std::vector<std::size_t> rows;
    for (const auto &[id, mark] : accounts.marks) {
        const bool tagged =
            std::any_of(mark.tags.begin(), mark.tags.end(), [&](const std::string &tag) { return finder.find(tag) != std::string::npos; });
        if (!tagged && finder.find(mark.note) == std::string::npos) {
            continue;
        }
        if (!index) {
            index.emplace(accounts.table);
        }
        if (const std::optional<std::size_t> row = index->row_of(id.text)) {
            rows.push_back(*row);
        }
    }
    return rows;
}

/// A word that is looked for in chunk after chunk.
struct SearchedWord {
    WordFinder finder;
    Meaning meaning;
    std::vector<std::size_t> marked;
};

/// Long words first: they are rare, and a chunk without one need not be searched for the others.
std::vector<SearchedWord> searched_words(const Accounts &accounts, std::string_view text) {
    std::vector<std::string> words = search_words(text);
    std::stable_sort(words.begin(), words.end(), [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
    std::vector<SearchedWord> searched;
    for (const std::string &word : words) {
        WordFinder finder(word);
        std::vector<std::size_t> marked = marked_rows(accounts, finder);
        searched.push_back({std::move(finder), meaning_of(word), std::move(marked)});
    }
    return searched;
}

void mark_chunk(const AccountTable &table, std::size_t chunk, const SearchedWord &word, const ShownWords &shown, RowMask &mask) {
    mark_texts(*table.keys()[chunk], word.finder, mask.data());
    for (const auto &[id, column] : table.columns()) {
        mark_cells(*column[chunk], word.finder, word.meaning, find(shown, id), mask.data());
    }
    const std::size_t first = chunk * accountChunkRows;
    for (const std::size_t row : word.marked) {
        if (row >= first && row - first < mask.size()) {
            mask[row - first] = 1;
        }
    }
}

void keep_both(RowMask &mask, const RowMask &other) {
    for (std::size_t i = 0; i < mask.size(); ++i) {
        mask[i] &= other[i];
    }
}

/// The rows of a chunk that have a value between the ends, `missing` being none.
template <class Value> void keep_between(const std::vector<Value> &values, const ColumnFilter &filter, std::uint8_t *mask) {
    const double from = filter.from.value_or(-HUGE_VAL);
    const double to = filter.to.value_or(HUGE_VAL);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = static_cast<double>(values[i]);
        mask[i] &= value >= from && value <= to ? 1U : 0U; // false for what is no number
    }
}

void keep_words(const Categories &categories, const std::set<std::string> &words, std::uint8_t *mask) {
    std::vector<std::uint8_t> matches;
    for (const std::string &word : categories.words) {
        matches.push_back(words.contains(word) ? 1 : 0);
    }
    const std::uint8_t none = words.contains("") ? 1 : 0;
    for (std::size_t i = 0; i < categories.values.size(); ++i) {
        const std::uint16_t value = categories.values[i];
        mask[i] &= value == Categories::missing ? none : matches[value];
    }
}

void keep_yes_no(const YesNos &yesNos, const std::set<std::string> &words, std::uint8_t *mask) {
    const std::array<std::uint8_t, 3> let = {std::uint8_t{words.contains("no")}, std::uint8_t{words.contains("yes")},
                                             std::uint8_t{words.contains("")}};
    for (std::size_t i = 0; i < yesNos.values.size(); ++i) {
        mask[i] &= let[yesNos.values[i]];
    }
}

void keep_filled(const AccountCells &cells, bool filled, std::uint8_t *mask) {
    const auto keep = [&](std::size_t i, bool missing) { mask[i] &= missing != filled ? 1U : 0U; };
    std::visit(Overloaded{[&](const Texts &texts) {
                              for (std::size_t i = 0; i < texts.size(); ++i) {
                                  keep(i, texts[i].empty());
                              }
                          },
                          [&](const Numbers &numbers) {
                              for (std::size_t i = 0; i < numbers.values.size(); ++i) {
                                  keep(i, std::isnan(numbers.values[i]));
                              }
                          },
                          [&](const auto &typed) {
                              for (std::size_t i = 0; i < typed.values.size(); ++i) {
                                  keep(i, typed.values[i] == std::remove_reference_t<decltype(typed)>::missing);
                              }
                          }},
               cells.values);
}

void keep_in_chunk(const AccountCells &cells, const ColumnFilter &filter, std::uint8_t *mask) {
    if (filter.from || filter.to) {
        std::visit(Overloaded{[&](const Numbers &numbers) { keep_between(numbers.values, filter, mask); },
                              [&](const Days &days) {
                                  ColumnFilter known = filter; // the least number stands for a missing day
                                  known.from = std::max(filter.from.value_or(-HUGE_VAL), static_cast<double>(Days::missing) + 1);
                                  keep_between(days.values, known, mask);
                              },
                              [](const auto & /*no such values*/) {}},
                   cells.values);
    }
    if (!filter.words.empty()) {
        std::visit(Overloaded{[&](const Categories &categories) { keep_words(categories, filter.words, mask); },
                              [&](const YesNos &yesNos) { keep_yes_no(yesNos, filter.words, mask); }, [](const auto & /*no words*/) {}},
                   cells.values);
    }
    if (filter.filled != ColumnFilter::Filled::either) {
        keep_filled(cells, filter.filled == ColumnFilter::Filled::filled, mask);
    }
    const std::size_t rows = std::visit(
        Overloaded{[](const Texts &texts) { return texts.size(); }, [](const auto &typed) { return typed.values.size(); }}, cells.values);
    for (const std::string &word : search_words(filter.holds)) {
        RowMask found(rows, 0);
        mark_cells(cells, WordFinder(word), meaning_of(word), nullptr, found.data());
        for (std::size_t i = 0; i < rows; ++i) {
            mask[i] &= found[i];
        }
    }
}

/// A column without any cell lets through what asks for nothing, or for emptiness.
bool lets_nothing_through(const ColumnFilter &filter) {
    const bool wordless = !filter.words.empty() && !filter.words.contains("");
    return !filter.holds.empty() || filter.from || filter.to || wordless || filter.filled == ColumnFilter::Filled::filled;
}

} // namespace

WordFinder::WordFinder(std::string_view word)
    : m_word(lowered(word)), m_first(static_cast<unsigned char>(m_word.empty() ? 0 : m_word.front())),
      m_last(static_cast<unsigned char>(m_word.empty() ? 0 : m_word.back())), m_firstCase(m_word.empty() ? 0 : case_of(m_word.front())),
      m_lastCase(m_word.empty() ? 0 : case_of(m_word.back())) {}

bool WordFinder::stands_at(const char *at) const {
    return std::equal(m_word.begin(), m_word.end(), at, [](char lower, char c) { return lower == lower_of(c); });
}

std::size_t WordFinder::find(std::string_view text, std::size_t from) const {
    constexpr std::size_t block = 64;
    if (m_word.empty() || text.size() < m_word.size()) {
        return m_word.empty() && from <= text.size() ? from : std::string_view::npos;
    }
    const std::size_t last = m_word.size() - 1;
    const std::size_t places = text.size() - last; // where it could begin
    const auto fits = [&](const char *at) {
        const auto first = static_cast<unsigned char>(*at);
        const auto end = static_cast<unsigned char>(at[last]);
        return static_cast<unsigned char>(static_cast<int>((first | m_firstCase) == m_first) &
                                          static_cast<int>((end | m_lastCase) == m_last));
    };
    std::size_t at = from;
    while (at < places) {
        const std::size_t count = std::min(block, places - at);
        const char *const here = text.data() + at;
        // Without a way out of the loop, so that compilers make vectors of it.
        unsigned char any = 0;
        for (std::size_t i = 0; i < count; ++i) {
            any |= fits(here + i);
        }
        for (std::size_t i = 0; any != 0 && i < count; ++i) {
            if (fits(here + i) != 0 && stands_at(here + i)) {
                return at + i;
            }
        }
        at += count;
    }
    return std::string_view::npos;
}

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string lower = lowered(text);
    for (std::size_t at = lower.find_first_not_of(" \t"); at != std::string::npos;) {
        const std::size_t end = std::min(lower.find_first_of(" \t", at), lower.size());
        words.push_back(lower.substr(at, end - at));
        at = lower.find_first_not_of(" \t", end);
    }
    return words;
}

std::vector<std::pair<std::size_t, std::size_t>> matches_in(std::string_view text, const std::vector<std::string> &words) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const std::string &word : words) {
        const WordFinder finder(word);
        for (std::size_t at = finder.find(text); at != std::string_view::npos; at = finder.find(text, at + word.size())) {
            found.emplace_back(at, at + word.size());
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::pair<std::size_t, std::size_t>> apart;
    for (const auto &[from, to] : found) {
        if (!apart.empty() && from <= apart.back().second) {
            apart.back().second = std::max(apart.back().second, to);
        } else {
            apart.emplace_back(from, to);
        }
    }
    return apart;
}

ShownWords shown_words(const Engagement &engagement) {
    ShownWords shown;
    for (const auto &[id, pod] : engagement.pods) {
        if (!pod.name.empty()) {
            shown[podColumn()][id.text] = pod.name;
        }
    }
    return shown;
}

RowMask rows_holding(const Accounts &accounts, std::string_view text, const ShownWords &shown) {
    RowMask all;
    all.reserve(accounts.table.rows());
    search_chunks(accounts, text, shown, [&](std::size_t, std::span<const std::uint8_t> holding) {
        all.insert(all.end(), holding.begin(), holding.end());
        return true;
    });
    return all;
}

void search_chunks(const Accounts &accounts, std::string_view text, const ShownWords &shown,
                   const std::function<bool(std::size_t first, std::span<const std::uint8_t> holding)> &take) {
    const AccountTable &table = accounts.table;
    const std::vector<SearchedWord> words = searched_words(accounts, text);
    for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
        RowMask mask(table.keys()[chunk]->size(), 1);
        for (const SearchedWord &word : words) {
            RowMask found(mask.size(), 0);
            mark_chunk(table, chunk, word, shown, found);
            keep_both(mask, found);
            if (std::find(mask.begin(), mask.end(), std::uint8_t{1}) == mask.end()) {
                break;
            }
        }
        if (!take(chunk * accountChunkRows, mask)) {
            return;
        }
    }
}

void keep_matching(const AccountTable &table, const AccountColumnId &column, const ColumnFilter &filter, RowMask &mask) {
    const AccountTable::Column *chunks = table.column(column);
    if (chunks == nullptr) {
        if (lets_nothing_through(filter)) {
            std::fill(mask.begin(), mask.end(), std::uint8_t{0});
        }
        return;
    }
    for (std::size_t chunk = 0; chunk < chunks->size(); ++chunk) {
        keep_in_chunk(*(*chunks)[chunk], filter, mask.data() + chunk * accountChunkRows);
    }
}

} // namespace fullcourt
