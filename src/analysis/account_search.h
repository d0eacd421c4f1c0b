// Which accounts hold what somebody looks for: words anywhere, and what a column must hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/accounts.h"
#include "model/engagement.h"

namespace fullcourt {

/// Finds a word whatever the case of ASCII letters, looking at many bytes at once.
class WordFinder {
  public:
    explicit WordFinder(std::string_view word);

    std::size_t size() const { return m_word.size(); }
    /// Where it begins at or after `from`; npos where it does not.
    std::size_t find(std::string_view text, std::size_t from = 0) const;

  private:
    bool stands_at(const char *at) const;

    std::string m_word;    ///< lower case
    unsigned char m_first; ///< of the word …
    unsigned char m_last;  ///< … and what makes a byte lower case, where they are letters
    unsigned char m_firstCase;
    unsigned char m_lastCase;
};

/// Whether it belongs to a word: a lower-case letter, a digit, or any byte beyond ASCII.
constexpr bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// The words that a search asks for, in lower case.
std::vector<std::string> search_words(std::string_view text);

/// Where the words stand in a text, to be marked: from and to in bytes, in order, none over another.
std::vector<std::pair<std::size_t, std::size_t>> matches_in(std::string_view text, const std::vector<std::string> &words);

/// One byte a row: 1 where the row is one of them.
using RowMask = std::vector<std::uint8_t>;

/// What the words of a column are called where people read them, by the word: pods by their names.
using ShownWords = std::map<AccountColumnId, std::map<std::string, std::string>>;
ShownWords shown_words(const Engagement &engagement);

/// Rows that hold every word: in the key, a text, a category (as it is shown), the note or a tag; a number that the word is; a date
/// that begins with the word ("2026-11"). Every row for "".
RowMask rows_holding(const Accounts &accounts, std::string_view text, const ShownWords &shown = {});

/// The same for who may have found enough before the end: `take` is given the first row of each chunk and which of its rows hold every
/// word, until it says false.
void search_chunks(const Accounts &accounts, std::string_view text, const ShownWords &shown,
                   const std::function<bool(std::size_t first, std::span<const std::uint8_t> holding)> &take);

/// What the cells of a column must be. What is not said asks for nothing.
struct ColumnFilter {
    enum class Filled { either, filled, empty };

    std::string holds;          ///< text: every word of it
    std::optional<double> from; ///< numbers, and dates as days since 1970; both ends belong to it
    std::optional<double> to;
    std::set<std::string> words; ///< categories, "yes" and "no", tags, tiers: one of these; "" is none at all
    Filled filled = Filled::either;

    bool asks() const { return !holds.empty() || from || to || !words.empty() || filled != Filled::either; }
    friend bool operator==(const ColumnFilter &, const ColumnFilter &) = default;
};

/// Takes the rows out of the mask that the filter does not let through.
void keep_matching(const AccountTable &table, const AccountColumnId &column, const ColumnFilter &filter, RowMask &mask);

} // namespace fullcourt
