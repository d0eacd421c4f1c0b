#include "io/changes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "edit/merge.h"
#include "io/json_text.h"
#include "io/plan_places.h"

namespace fullcourt {
namespace {

PlaceValue cell(const AccountTable &table, const AccountColumnId &column, std::optional<std::size_t> row) {
    const std::string text = row ? table.text(column, *row) : std::string();
    return text.empty() ? PlaceValue() : json_string(text);
}

/// Without making texts of them; false only means that they have to be looked at.
bool are_alike(const AccountTable &before, std::size_t old, const AccountTable &after, std::size_t now, const AccountColumnId &column) {
    const AccountTable::Column *was = before.column(column);
    const AccountTable::Column *is = after.column(column);
    if (was == nullptr || is == nullptr) {
        return was == is;
    }
    const AccountCells &one = *(*was)[old / accountChunkRows];
    const AccountCells &other = *(*is)[now / accountChunkRows];
    return one.values.index() == other.values.index() && same_cell(one, old % accountChunkRows, other, now % accountChunkRows);
}

void add_row(std::string_view key, const Accounts &before, std::optional<std::size_t> old, const Accounts &after,
             std::optional<std::size_t> now, const std::set<AccountColumnId> &columns, std::vector<PlaceChange> &changes) {
    if (old.has_value() != now.has_value()) {
        changes.push_back(
            {{"accounts", std::string(key)}, old ? PlaceValue("true") : PlaceValue(), now ? PlaceValue("true") : PlaceValue()});
    }
    for (const AccountColumnId &column : columns) {
        if (old && now && are_alike(before.table, *old, after.table, *now, column)) {
            continue;
        }
        PlaceValue was = cell(before.table, column, old);
        PlaceValue is = cell(after.table, column, now);
        if (was != is) {
            changes.push_back({{"accounts", std::string(key), column.text}, std::move(was), std::move(is)});
        }
    }
}

bool same_keys(const AccountTable &before, const AccountTable &after, std::size_t chunk) {
    return chunk < before.chunks() && chunk < after.chunks() && before.keys()[chunk] == after.keys()[chunk];
}

bool same_cells(const AccountTable &before, const AccountTable &after, std::size_t chunk, const std::set<AccountColumnId> &columns) {
    return std::all_of(columns.begin(), columns.end(), [&](const AccountColumnId &column) {
        const AccountTable::Column *was = before.column(column);
        const AccountTable::Column *is = after.column(column);
        return was == nullptr || is == nullptr ? was == is : (*was)[chunk] == (*is)[chunk];
    });
}

/// Where a row of one table stands in the other; made ready only where their keys differ.
class OtherRows {
  public:
    explicit OtherRows(const AccountTable &other) : m_other(other) {}
    std::optional<std::size_t> row_of(std::string_view key) {
        if (!m_index) {
            m_index.emplace(m_other);
        }
        return m_index->row_of(key);
    }

  private:
    const AccountTable &m_other;
    std::optional<AccountIndex> m_index;
};

void add_accounts(const Accounts &before, const Accounts &after, std::vector<PlaceChange> &changes) {
    // The cells of a column that is new or gone come and go with it.
    std::set<AccountColumnId> columns;
    for (const auto &[id, column] : before.columns) {
        if (after.columns.contains(id)) {
            columns.insert(id);
        }
    }
    OtherRows now(after.table);
    for (std::size_t chunk = 0, row = 0; chunk < before.table.chunks(); ++chunk) {
        const bool sameKeys = same_keys(before.table, after.table, chunk);
        const std::size_t end = row + before.table.rows_of_chunk(chunk);
        if (sameKeys && same_cells(before.table, after.table, chunk, columns)) {
            row = end;
        }
        for (; row < end; ++row) {
            const std::string_view key = before.table.key(row);
            add_row(key, before, row, after, sameKeys ? row : now.row_of(key), columns, changes);
        }
    }
    OtherRows old(before.table);
    for (std::size_t chunk = 0; chunk < after.table.chunks(); ++chunk) {
        const std::size_t first = chunk * accountChunkRows;
        for (std::size_t i = 0; i < after.table.rows_of_chunk(chunk) && !same_keys(before.table, after.table, chunk); ++i) {
            const std::string_view key = after.table.key(first + i);
            if (!old.row_of(key)) {
                add_row(key, before, std::nullopt, after, first + i, columns, changes);
            }
        }
    }
}

} // namespace

std::vector<PlaceChange> changes(const Plan &before, const Plan &after) { return changes(before, places_of(before), after); }

std::vector<PlaceChange> changes(const Plan &before, const Places &old, const Plan &after) {
    std::vector<PlaceChange> changes;
    const Places now = places_of(after);
    auto was = old.begin();
    auto is = now.begin();
    while (was != old.end() || is != now.end()) {
        if (is == now.end() || (was != old.end() && was->first < is->first)) {
            changes.push_back({was->first, was->second, std::nullopt});
            ++was;
        } else if (was == old.end() || is->first < was->first) {
            changes.push_back({is->first, std::nullopt, is->second});
            ++is;
        } else {
            if (was->second != is->second) {
                changes.push_back({is->first, was->second, is->second});
            }
            ++was;
            ++is;
        }
    }
    add_accounts(*before.accounts, *after.accounts, changes);
    return changes;
}

} // namespace fullcourt
