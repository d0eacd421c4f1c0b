// Which accounts a list shows, and in which order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/accounts.h"

namespace fullcourt {

/// Rows whose key, a text or a category holds every word of `text`, whatever the case of ASCII letters; all rows for "".
std::vector<std::uint32_t> matching_rows(const Accounts &accounts, std::string_view text);

/// Puts rows in order by what stands in the column: numbers, dates and yes before no by value, texts by their letters without case;
/// missing ones always last. Rows that are alike keep their order.
void sort_rows(const AccountTable &table, const AccountColumnId &column, bool descending, std::vector<std::uint32_t> &rows);
/// By what accounts are called.
void sort_rows_by_name(const Accounts &accounts, bool descending, std::vector<std::uint32_t> &rows);

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
