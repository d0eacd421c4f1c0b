#include "io/changes.h"

#include <algorithm>
#include <optional>
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

bool same_keys(const AccountTable &before, const AccountTable &after, std::size_t chunk) {
    return chunk < before.chunks() && chunk < after.chunks() && before.keys()[chunk] == after.keys()[chunk];
}

void add_places(const Places &old, const Plan &after, std::vector<PlaceChange> &changes) {
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
}

} // namespace

/// Its parts are within it: what other files can name may hold nothing of an unnamed namespace.
struct ChangesWork::State {
    /// A column that both plans have, looked up once for all rows.
    struct SharedColumn {
        AccountColumnId id;
        const AccountTable::Column *was = nullptr; ///< nothing: without a cell
        const AccountTable::Column *is = nullptr;
    };

    /// Without making texts of them; false only means that they have to be looked at.
    static bool are_alike(const SharedColumn &column, std::size_t old, std::size_t now) {
        if (column.was == nullptr || column.is == nullptr) {
            return column.was == column.is;
        }
        const AccountCells &one = *(*column.was)[old / accountChunkRows];
        const AccountCells &other = *(*column.is)[now / accountChunkRows];
        return one.values.index() == other.values.index() && same_cell(one, old % accountChunkRows, other, now % accountChunkRows);
    }

    static void add_row(std::string_view key, const Accounts &before, std::optional<std::size_t> old, const Accounts &after,
                        std::optional<std::size_t> now, const std::vector<SharedColumn> &columns, std::vector<PlaceChange> &changes) {
        if (old.has_value() != now.has_value()) {
            changes.push_back(
                {{"accounts", std::string(key)}, old ? PlaceValue("true") : PlaceValue(), now ? PlaceValue("true") : PlaceValue()});
        }
        for (const SharedColumn &column : columns) {
            if (old && now && are_alike(column, *old, *now)) {
                continue;
            }
            PlaceValue was = cell(before.table, column.id, old);
            PlaceValue is = cell(after.table, column.id, now);
            if (was != is) {
                changes.push_back({{"accounts", std::string(key), column.id.text}, std::move(was), std::move(is)});
            }
        }
    }

    static bool same_cells(std::size_t chunk, const std::vector<SharedColumn> &columns) {
        return std::all_of(columns.begin(), columns.end(), [chunk](const SharedColumn &column) {
            return column.was == nullptr || column.is == nullptr ? column.was == column.is : (*column.was)[chunk] == (*column.is)[chunk];
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

    /// The rows of accounts, a chunk a piece.
    class AccountChanges {
      public:
        AccountChanges(const Accounts &before, const Accounts &after)
            : m_before(before), m_after(after), m_now(after.table), m_old(before.table) {
            // The cells of a column that is new or gone come and go with it.
            for (const auto &[id, column] : before.columns) {
                if (after.columns.contains(id)) {
                    m_columns.push_back({id, before.table.column(id), after.table.column(id)});
                }
            }
        }

        /// True once all are looked at.
        bool go_on(std::vector<PlaceChange> &changes) {
            if (m_chunk < m_before.table.chunks()) {
                add_chunk_before(m_chunk, changes);
            } else if (m_chunk - m_before.table.chunks() < m_after.table.chunks()) {
                add_chunk_after(m_chunk - m_before.table.chunks(), changes);
            }
            return ++m_chunk >= m_before.table.chunks() + m_after.table.chunks();
        }

      private:
        void add_chunk_before(std::size_t chunk, std::vector<PlaceChange> &changes) {
            const bool sameKeys = same_keys(m_before.table, m_after.table, chunk);
            if (sameKeys && same_cells(chunk, m_columns)) {
                return;
            }
            const std::size_t first = chunk * accountChunkRows;
            for (std::size_t row = first; row < first + m_before.table.rows_of_chunk(chunk); ++row) {
                const std::string_view key = m_before.table.key(row);
                add_row(key, m_before, row, m_after, sameKeys ? row : m_now.row_of(key), m_columns, changes);
            }
        }
        void add_chunk_after(std::size_t chunk, std::vector<PlaceChange> &changes) {
            const std::size_t first = chunk * accountChunkRows;
            for (std::size_t i = 0; i < m_after.table.rows_of_chunk(chunk) && !same_keys(m_before.table, m_after.table, chunk); ++i) {
                const std::string_view key = m_after.table.key(first + i);
                if (!m_old.row_of(key)) {
                    add_row(key, m_before, std::nullopt, m_after, first + i, m_columns, changes);
                }
            }
        }

        const Accounts &m_before;
        const Accounts &m_after;
        std::vector<SharedColumn> m_columns;
        OtherRows m_now;
        OtherRows m_old;
        std::size_t m_chunk = 0; ///< of those before, then of those after
    };

    const Places &old;
    const Plan &after;
    AccountChanges accounts;
    std::vector<PlaceChange> changes;
    bool begun = false;
};

ChangesWork::ChangesWork(const Plan &before, const Places &placesBefore, const Plan &after)
    : m_state(std::make_unique<State>(placesBefore, after, State::AccountChanges(*before.accounts, *after.accounts),
                                      std::vector<PlaceChange>(), false)) {}
ChangesWork::~ChangesWork() = default;

bool ChangesWork::go_on() {
    if (!std::exchange(m_state->begun, true)) {
        add_places(m_state->old, m_state->after, m_state->changes);
        return false;
    }
    return m_state->accounts.go_on(m_state->changes);
}

std::vector<PlaceChange> ChangesWork::take() { return std::move(m_state->changes); }

std::vector<PlaceChange> changes(const Plan &before, const Plan &after) {
    const Places places = places_of(before);
    ChangesWork work(before, places, after);
    while (!work.go_on()) {
    }
    return work.take();
}

} // namespace fullcourt
