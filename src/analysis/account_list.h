// Which accounts a list shows and in which order, what those that are selected add up to, and how the values of a column lie.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/account_search.h"
#include "analysis/scoring.h"
#include "model/accounts.h"

namespace fullcourt {

/// Rows that hold every word of `text` (see rows_holding), in the table's order.
std::vector<std::uint32_t> matching_rows(const Accounts &accounts, std::string_view text, const ShownWords &shown = {});

/// What a list can be ordered and filtered by beside the table's columns, whose ids name them.
inline constexpr std::string_view byRank = "#rank";
inline constexpr std::string_view byName = "#name"; ///< what accounts are called
inline constexpr std::string_view byTier = "#tier";
inline constexpr std::string_view byTags = "#tags";

struct ListOrder {
    std::string by;
    bool descending = false;

    friend bool operator==(const ListOrder &, const ListOrder &) = default;
};

struct ListQuestion {
    std::string search;
    ShownWords shown; ///< what `search` finds words by
    std::map<std::string, ColumnFilter> filters;
    std::vector<ListOrder> order; ///< the first decides, each further one where those before it are alike

    friend bool operator==(const ListQuestion &, const ListQuestion &) = default;
};

/// Every row, in order: numbers, dates and yes before no by value, texts by their letters without case, tiers from 1:1 on, missing
/// ones always last; what is alike in everything by rank, else as it stands in the table. `scores`: nothing where there are none.
std::vector<std::uint32_t> ordered_rows(const Accounts &accounts, const std::vector<ListOrder> &order, const Scores *scores);

/// Answers a question and keeps the answer, so that typing in the search sorts nothing.
class AccountList {
  public:
    /// `stamp` is another one whenever accounts or scores may be others.
    const std::vector<std::uint32_t> &rows(const std::string &stamp, const Accounts &accounts, const ListQuestion &question,
                                           const Scores *scores);
    /// Rises with every new answer.
    std::uint64_t revision() const { return m_revision; }

  private:
    bool order_holds(const Accounts &accounts, const ListQuestion &question, const Scores *scores) const;

    std::string m_stamp;
    ListQuestion m_question;
    AccountTable m_table; ///< that m_order is of
    AccountColumnId m_nameColumn;
    std::vector<std::uint32_t> m_ranks;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_rows;
    std::uint64_t m_revision = 0;
};

/// What the numbers of a column add up to over some rows.
struct ColumnTotal {
    std::size_t known = 0;
    double sum = 0;

    double mean() const { return known == 0 ? 0 : sum / static_cast<double>(known); }
};
ColumnTotal total_of(const AccountTable &table, const AccountColumnId &column, std::span<const std::uint32_t> rows);

/// How many rows have a value in a column, its range, and how the values lie in it.
struct ColumnPicture {
    std::size_t known = 0;
    std::size_t unreadable = 0;
    double least = 0;              ///< numbers and dates (days since 1970) alone
    double most = 0;               ///< what 95 % of them do not pass, so that a few giants do not press all others together
    std::size_t beyond = 0;        ///< those that do; they count in the last bar
    std::vector<std::size_t> bars; ///< counts of equal parts from least to most
    std::vector<std::pair<std::string, std::size_t>> words; ///< categories and texts, the most frequent first
};
ColumnPicture picture_of(const AccountTable &table, const AccountColumnId &column, std::size_t bars, std::size_t mostWords);

} // namespace fullcourt
