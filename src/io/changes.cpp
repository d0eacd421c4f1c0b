#include "io/changes.h"

#include <set>

#include "edit/merge.h"
#include "io/json_text.h"
#include "io/plan_places.h"

namespace fullcourt {
namespace {

PlaceValue cell(const AccountTable &table, const AccountColumnId &column, std::optional<std::size_t> row) {
    const std::string text = row ? table.text(column, *row) : std::string();
    return text.empty() ? PlaceValue() : json_string(text);
}

void add_row(const std::string &key, const Accounts &before, std::optional<std::size_t> old, const Accounts &after,
             std::optional<std::size_t> now, const std::set<AccountColumnId> &columns, std::vector<PlaceChange> &changes) {
    if (old.has_value() != now.has_value()) {
        changes.push_back({{"accounts", key}, old ? PlaceValue("true") : PlaceValue(), now ? PlaceValue("true") : PlaceValue()});
    }
    for (const AccountColumnId &column : columns) {
        PlaceValue was = cell(before.table, column, old);
        PlaceValue is = cell(after.table, column, now);
        if (was != is) {
            changes.push_back({{"accounts", key, column.text}, std::move(was), std::move(is)});
        }
    }
}

void add_accounts(const Accounts &before, const Accounts &after, std::vector<PlaceChange> &changes) {
    if (before.table == after.table) {
        return;
    }
    // The cells of a column that is new or gone come and go with it.
    std::set<AccountColumnId> columns;
    for (const auto &[id, column] : before.columns) {
        if (after.columns.contains(id)) {
            columns.insert(id);
        }
    }
    const AccountIndex old(before.table);
    const AccountIndex now(after.table);
    for (std::size_t row = 0; row < before.table.rows(); ++row) {
        const std::string key(before.table.key(row));
        add_row(key, before, row, after, now.row_of(key), columns, changes);
    }
    for (std::size_t row = 0; row < after.table.rows(); ++row) {
        const std::string key(after.table.key(row));
        if (!old.row_of(key)) {
            add_row(key, before, std::nullopt, after, row, columns, changes);
        }
    }
}

} // namespace

std::vector<PlaceChange> changes(const Plan &before, const Plan &after) {
    std::vector<PlaceChange> changes;
    const Places old = places_of(before);
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
