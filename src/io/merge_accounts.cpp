#include "io/merge_accounts.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "io/json_text.h"
#include "io/json_tree.h"

namespace fullcourt {
namespace {

using FoundRow = std::optional<std::size_t>;
using ColumnTypes = std::vector<std::pair<AccountColumnId, AccountColumnType>>;

ColumnTypes types_of(const Collection<AccountColumn> &columns) {
    ColumnTypes types;
    for (const auto &[id, column] : columns) {
        types.emplace_back(id, column.type);
    }
    return types;
}

void add_text(AccountTableBuilder &builder, std::size_t column, const std::string &text) {
    if (!text.empty()) {
        builder.add_any(column, text);
    }
}

bool same_cells(const AccountTable::Column *a, const AccountTable::Column *b, std::size_t chunk) {
    return a == nullptr || b == nullptr ? a == b : (*a)[chunk] == (*b)[chunk];
}

/// A table that is looked up by key and by cell.
class Rows {
  public:
    explicit Rows(AccountTable table) : m_table(std::make_unique<AccountTable>(std::move(table))), m_index(*m_table) {}

    const AccountTable &table() const { return *m_table; }
    FoundRow row_of(std::string_view key) const { return m_index.row_of(key); }
    std::string text(const AccountColumnId &column, FoundRow row) const { return row ? m_table->text(column, *row) : std::string(); }

  private:
    std::unique_ptr<AccountTable> m_table; // the index points to it
    AccountIndex m_index;
};

/// Who deleted a column that is kept has no say about its cells.
void take_cells_of_base(Rows &side, const Rows &base, const AccountColumnId &id, AccountColumnType type) {
    AccountTable table = side.table();
    std::vector<std::string> texts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        texts.push_back(base.text(id, base.row_of(table.key(row))));
    }
    std::vector<std::pair<std::size_t, std::string_view>> cells;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        cells.emplace_back(row, texts[row]);
    }
    table.set_texts(id, type, cells);
    side = Rows(std::move(table));
}

Rows rows_of(const Accounts &accounts, const Collection<AccountColumn> &columns) {
    AccountTable table = accounts.table;
    bring_into_columns(table, accounts.columns, columns);
    return Rows(std::move(table));
}

class AccountMerger {
  public:
    AccountMerger(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs, const Collection<AccountColumn> &columns)
        : m_columns(columns), m_base(rows_of(*base.accounts, columns)), m_mine(rows_of(*mine.accounts, columns)),
          m_theirs(rows_of(*theirs.accounts, columns)) {
        for (const auto &[id, column] : columns) {
            if (base.accounts->columns.contains(id)) {
                for (const auto &[side, rows] : {std::pair(&mine, &m_mine), std::pair(&theirs, &m_theirs)}) {
                    if (!side->accounts->columns.contains(id)) {
                        take_cells_of_base(*rows, m_base, id, column.type);
                    }
                }
            }
        }
        m_sides = {MergeSide{{}, base.conflicts, base.origin, {}}, MergeSide{{}, mine.conflicts, mine.origin, {}},
                   MergeSide{{}, theirs.conflicts, theirs.origin, {}}};
        for (const MergeSide &side : m_sides) {
            for (const auto &[key, conflict] : side.conflicts) {
                if (conflict.path.size() > 1) {
                    m_disputed.insert(conflict.path[1]);
                }
            }
        }
    }

    MergedAccounts merge() {
        if (m_sides[0].conflicts.empty() && m_sides[1].conflicts.empty() && m_sides[2].conflicts.empty()) {
            if (m_theirs.table() == m_base.table() || m_theirs.table() == m_mine.table()) {
                return {m_mine.table(), {}, {}};
            }
            if (m_mine.table() == m_base.table()) {
                return {m_theirs.table(), {}, {}};
            }
        }
        for (const std::string &key : all_keys()) {
            look_at(key);
        }
        MergedPlaces merged = merge_places(m_sides[0], m_sides[1], m_sides[2]);
        m_places = std::move(merged.places);
        return {assembled(), std::move(merged.conflicts), std::move(merged.found)};
    }

  private:
    enum class From { mine, theirs, places };

    /// In the order that the result has.
    std::vector<std::string> all_keys() const {
        std::vector<std::string> keys;
        for (std::size_t row = 0; row < m_base.table().rows(); ++row) {
            keys.emplace_back(m_base.table().key(row));
        }
        std::vector<std::string> mine = added(m_mine);
        std::vector<std::string> theirs = added(m_theirs);
        if (!mine.empty() && !theirs.empty() && mine != theirs) {
            mine.insert(mine.end(), theirs.begin(), theirs.end());
            std::sort(mine.begin(), mine.end());
            mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
            theirs.clear();
        }
        const std::vector<std::string> &fresh = mine.empty() ? theirs : mine;
        keys.insert(keys.end(), fresh.begin(), fresh.end());
        return keys;
    }

    std::vector<std::string> added(const Rows &side) const {
        std::vector<std::string> keys;
        for (std::size_t row = 0; row < side.table().rows(); ++row) {
            if (!m_base.row_of(side.table().key(row))) {
                keys.emplace_back(side.table().key(row));
            }
        }
        return keys;
    }

    bool differs(const Rows &side, FoundRow row, FoundRow before) const {
        if (row.has_value() != before.has_value()) {
            return true;
        }
        if (!row || same_chunk(side, *row, *before)) {
            return false;
        }
        return std::any_of(m_columns.begin(), m_columns.end(),
                           [&](const auto &column) { return side.text(column.first, row) != m_base.text(column.first, before); });
    }

    /// Rows at the same place of chunks that are alike need not be looked at cell by cell.
    bool same_chunk(const Rows &side, std::size_t row, std::size_t before) const {
        const std::size_t chunk = row / accountChunkRows;
        if (row != before) {
            return false;
        }
        const auto [known, fresh] = m_alike.try_emplace({&side, chunk}, false);
        if (fresh) {
            known->second = side.table().rows_of_chunk(chunk) == m_base.table().rows_of_chunk(chunk) &&
                            std::all_of(m_columns.begin(), m_columns.end(), [&](const auto &column) {
                                return same_cells(side.table().column(column.first), m_base.table().column(column.first), chunk);
                            });
        }
        return known->second;
    }

    void look_at(const std::string &key) {
        const FoundRow base = m_base.row_of(key);
        const FoundRow mine = m_mine.row_of(key);
        const FoundRow theirs = m_theirs.row_of(key);
        const bool changedByMine = differs(m_mine, mine, base);
        const bool changedByTheirs = differs(m_theirs, theirs, base);
        if (m_disputed.contains(key) || (changedByMine && changedByTheirs)) {
            m_order.emplace_back(key, From::places);
            add_places(key, base, mine, theirs);
        } else if (changedByTheirs ? theirs.has_value() : mine.has_value()) {
            m_order.emplace_back(key, changedByTheirs ? From::theirs : From::mine);
        }
    }

    void add_places(const std::string &key, FoundRow base, FoundRow mine, FoundRow theirs) {
        const std::array<std::pair<const Rows *, FoundRow>, 3> all = {std::pair(&m_base, base), std::pair(&m_mine, mine),
                                                                      std::pair(&m_theirs, theirs)};
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].second) {
                m_sides[i].places[{"accounts", key}] = "true";
                for (const auto &[id, column] : m_columns) {
                    const std::string text = all[i].first->text(id, all[i].second);
                    if (!text.empty()) {
                        m_sides[i].places[{"accounts", key, id.text}] = json_string(text);
                    }
                }
            }
        }
    }

    AccountTable assembled() const {
        const ColumnTypes types = types_of(m_columns);
        AccountTableBuilder builder(types);
        for (const auto &[key, from] : m_order) {
            if (from == From::places && !m_places.contains({"accounts", key})) {
                continue;
            }
            builder.add_row(key);
            for (std::size_t i = 0; i < types.size(); ++i) {
                add_text(builder, i, from == From::places ? merged_text(key, types[i].first) : text_from(from, key, types[i].first));
            }
        }
        return builder.take();
    }

    std::string text_from(From from, const std::string &key, const AccountColumnId &column) const {
        const Rows &rows = from == From::mine ? m_mine : m_theirs;
        return rows.text(column, rows.row_of(key));
    }

    std::string merged_text(const std::string &key, const AccountColumnId &column) const {
        const auto at = m_places.find({"accounts", key, column.text});
        const Tree text = at == m_places.end() ? Tree() : Tree::parse(at->second, nullptr, false);
        return text.is_string() ? text.get<std::string>() : std::string();
    }

    const Collection<AccountColumn> &m_columns;
    Rows m_base;
    Rows m_mine;
    Rows m_theirs;
    std::array<MergeSide, 3> m_sides; ///< of the rows that both changed
    std::set<std::string, std::less<>> m_disputed;
    std::vector<std::pair<std::string, From>> m_order;
    Places m_places;
    mutable std::map<std::pair<const Rows *, std::size_t>, bool> m_alike;
};

} // namespace

std::set<PlanPath> columns_with_changed_cells(const Accounts &base, const Accounts &side) {
    std::set<PlanPath> columns;
    std::optional<AccountIndex> index;
    for (const auto &[id, column] : base.columns) {
        const AccountTable::Column *cells = side.table.column(id);
        if (!side.columns.contains(id) || (cells == nullptr && base.table.column(id) == nullptr)) {
            continue;
        }
        if (base.table.keys() == side.table.keys() && cells != nullptr && base.table.column(id) != nullptr &&
            *cells == *base.table.column(id)) {
            continue;
        }
        if (!index) {
            index.emplace(base.table);
        }
        for (std::size_t row = 0; row < side.table.rows(); ++row) {
            const FoundRow before = index->row_of(side.table.key(row));
            if (side.table.text(id, row) != (before ? base.table.text(id, *before) : std::string())) {
                columns.insert({"accountColumns", id.text});
                break;
            }
        }
    }
    return columns;
}

void bring_into_columns(AccountTable &table, const Collection<AccountColumn> &own, const Collection<AccountColumn> &columns) {
    const std::map<AccountColumnId, AccountTable::Column> held = table.columns();
    for (const auto &[id, cells] : held) {
        const AccountColumn *now = find(columns, id);
        const AccountColumn *before = find(own, id);
        if (now == nullptr) {
            table.erase_column(id);
        } else if (before == nullptr || before->type != now->type) {
            table.convert_column(id, now->type);
        }
    }
}

AccountTable without_account(const Accounts &accounts, const std::string &key) {
    const ColumnTypes types = types_of(accounts.columns);
    AccountTableBuilder builder(types);
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (accounts.table.key(row) != key) {
            builder.add_row(accounts.table.key(row));
            for (std::size_t i = 0; i < types.size(); ++i) {
                add_text(builder, i, accounts.table.text(types[i].first, row));
            }
        }
    }
    return builder.take();
}

MergedAccounts merge_accounts(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs,
                              const Collection<AccountColumn> &columns) {
    return AccountMerger(base, mine, theirs, columns).merge();
}

} // namespace fullcourt
