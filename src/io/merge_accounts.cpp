#include "io/merge_accounts.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "io/json_text.h"
#include "io/json_tree.h"

namespace fullcourt {
namespace {

using ColumnTypes = std::vector<std::pair<AccountColumnId, AccountColumnType>>;

/// Cells that are compared or copied in a piece: some milliseconds.
constexpr std::size_t mergedCellsAtOnce = 25'000;
/// Chunks that are compared as a whole take so much less than their rows one by one.
constexpr std::size_t wholeChunkIsQuicker = 32;
constexpr std::size_t matchedChunksAtOnce = 2;
constexpr std::size_t mergedRowsAtOnce = 8'192;
/// Places of rows that both changed which are merged together.
constexpr std::size_t mergedPlacesAtOnce = 150;

ColumnTypes types_of(const Collection<AccountColumn> &columns) {
    ColumnTypes types;
    for (const auto &[id, column] : columns) {
        types.emplace_back(id, column.type);
    }
    return types;
}

/// Where there are none, the column is empty in every row.
const AccountCells *cells_at(const AccountTable::Column *column, std::size_t chunk) {
    return column == nullptr ? nullptr : &*(*column)[chunk];
}

bool same_chunk(const AccountTable::Column *a, const AccountTable::Column *b, std::size_t chunk) {
    return a == nullptr || b == nullptr ? a == b : (*a)[chunk] == (*b)[chunk];
}

/// Also of columns of two types: as their texts.
bool same_text(const AccountTable &a, std::size_t rowOfA, const AccountTable &b, std::uint32_t rowOfB, const AccountColumnId &id) {
    const AccountCells *one = cells_at(a.column(id), rowOfA / accountChunkRows);
    const AccountCells *other = rowOfB == RowMatch::none ? nullptr : cells_at(b.column(id), rowOfB / accountChunkRows);
    const std::size_t here = rowOfA % accountChunkRows;
    const std::size_t there = rowOfB % accountChunkRows;
    if (one == nullptr || other == nullptr) {
        return !(one != nullptr && is_filled(*one, here)) && !(other != nullptr && is_filled(*other, there));
    }
    return one->values.index() == other->values.index() ? same_cell(*one, here, *other, there) : a.text(id, rowOfA) == b.text(id, rowOfB);
}

double how_far(std::size_t done, std::size_t all) { return done >= all ? 1 : static_cast<double>(done) / static_cast<double>(all); }

} // namespace

// Rows by key.

RowMatch::RowMatch(const AccountTable &side, const AccountTable &base, std::optional<AccountIndex> &index)
    : m_side(side), m_base(base), m_index(index), m_ofBase(base.rows(), none) {
    m_toBase.reserve(side.rows());
}

bool RowMatch::go_on() {
    const std::size_t end = std::min(m_sameKeys.size() + matchedChunksAtOnce, m_side.chunks());
    while (m_sameKeys.size() < end) {
        match_chunk();
    }
    return m_sameKeys.size() == m_side.chunks();
}

void RowMatch::match_chunk() {
    const std::size_t chunk = m_sameKeys.size();
    const bool same = chunk < m_base.chunks() && m_side.keys()[chunk] == m_base.keys()[chunk];
    m_sameKeys.push_back(same);
    if (!same && !m_index) {
        m_index.emplace(m_base);
    }
    for (std::size_t i = 0; i < m_side.rows_of_chunk(chunk); ++i) {
        const std::size_t row = m_toBase.size();
        const std::optional<std::size_t> before = same ? std::optional(row) : m_index->row_of(m_side.key(row));
        m_toBase.push_back(before ? static_cast<std::uint32_t>(*before) : none);
        if (before) {
            m_ofBase[*before] = static_cast<std::uint32_t>(row);
        }
    }
}

double RowMatch::part() const { return how_far(m_sameKeys.size(), m_side.chunks()); }

// One of the three.

struct AccountRowsMerge::Side {
    Side(const AccountSide &given, const AccountTable &base, std::optional<AccountIndex> &index)
        : accounts(*given.accounts), table(accounts.table), match(accounts.table, base, index), merged{{}, {}, given.origin, {}} {
        for (const auto &[key, conflict] : given.conflicts) {
            open[conflict.path.size() > 1 ? conflict.path[1] : std::string()].emplace(key, conflict);
        }
    }

    const Accounts &accounts;
    AccountTable table; ///< in the columns of the result
    RowMatch match;
    std::set<PlanPath> touched;
    std::vector<bool> sameCells; ///< by chunk: it is as in the base
    std::map<std::string, Conflicts, std::less<>> open;
    MergeSide merged; ///< of the rows that are merged next

    /// Row by row and cell by cell as in the base.
    bool same_chunk(std::size_t chunk) const { return match.same_keys(chunk) && sameCells[chunk]; }
};

class AccountRowsMerge::Work {
  public:
    Work(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs)
        : m_base(base, base.accounts->table, m_index), m_mine(mine, base.accounts->table, m_index),
          m_theirs(theirs, base.accounts->table, m_index) {}

    const Side &side(bool ofMine) const { return ofMine ? m_mine : m_theirs; }

    void add_first_steps(Pieces &pieces) {
        for (Side *side : {&m_mine, &m_theirs}) {
            pieces.add(1, [side] { return side->match.go_on() ? 1 : side->match.part(); });
        }
        for (Side *side : {&m_mine, &m_theirs}) {
            pieces.add(1, [this, side] { return find_changed_columns(*side); });
        }
    }

    void add_steps(Pieces &pieces, const Collection<AccountColumn> &columns) {
        m_types = types_of(columns);
        for (Side *side : {&m_base, &m_mine, &m_theirs}) {
            pieces.add(0.1, [side, columns] {
                bring_into_columns(side->table, side->accounts.columns, columns);
                return 1;
            });
        }
        for (Side *side : {&m_mine, &m_theirs}) {
            for (const auto &[id, type] : m_types) {
                if (m_base.accounts.columns.contains(id) && !side->accounts.columns.contains(id)) {
                    add_cells_of_base(pieces, *side, id, type);
                }
            }
        }
        for (Side *side : {&m_mine, &m_theirs}) {
            pieces.add(1, [this, side] { return compare_chunks(*side); });
        }
        pieces.add(5, [this, &pieces] {
            if (!is_one_of_them()) {
                add_row_steps(pieces);
            }
            return 1;
        });
    }

    MergedAccounts take() { return std::move(m_result); }

  private:
    enum class From : std::uint8_t { either, mine, theirs, places };
    struct ResultRow {
        std::uint32_t mine; ///< or none
        std::uint32_t theirs;
        From from; ///< places: `mine` is the index among m_rows
    };
    /// A row that both changed, as it was merged.
    struct MergedRow {
        std::string key;
        bool kept = false;
        std::vector<std::pair<std::size_t, std::string>> texts; ///< by column
    };

    // Which columns a side changed.

    double find_changed_columns(Side &side) {
        const Accounts &base = m_base.accounts;
        const AccountTable &table = side.accounts.table;
        if (m_at == 0 && m_columns.empty()) {
            for (const auto &[id, column] : base.columns) {
                if (side.accounts.columns.contains(id) && (table.column(id) != nullptr || base.table.column(id) != nullptr)) {
                    m_columns.push_back(id);
                }
            }
        }
        const std::size_t all = m_columns.size() * table.chunks();
        for (std::size_t effort = 0; m_at < all && effort < mergedCellsAtOnce; ++m_at) {
            // Chunk by chunk of one column: one that is found needs no further look.
            effort += find_change(side, m_columns[m_at / table.chunks()], m_at % table.chunks());
        }
        if (m_at < all) {
            return how_far(m_at, all);
        }
        m_columns.clear();
        m_at = 0;
        return 1;
    }

    std::size_t find_change(Side &side, const AccountColumnId &id, std::size_t chunk) {
        const AccountTable &before = m_base.accounts.table;
        const AccountTable &table = side.accounts.table;
        if (side.touched.contains({"accountColumns", id.text})) {
            return 1;
        }
        const std::size_t rows = table.rows_of_chunk(chunk);
        if (side.match.same_keys(chunk) && same_chunk(table.column(id), before.column(id), chunk)) {
            return rows / wholeChunkIsQuicker;
        }
        const std::size_t first = chunk * accountChunkRows;
        for (std::size_t row = first; row < first + rows; ++row) {
            if (!same_text(table, row, before, side.match.to_base(row), id)) {
                side.touched.insert({"accountColumns", id.text});
                break;
            }
        }
        return rows;
    }

    // The three in the same columns.

    /// Who deleted a column that is kept has no say about its cells.
    void add_cells_of_base(Pieces &pieces, Side &side, const AccountColumnId &id, AccountColumnType type) {
        pieces.add(0.3, [this, &side, id, type] {
            if (m_at == 0) {
                m_builder.emplace(ColumnTypes{{id, type}});
            }
            const AccountTable::Column *cells = m_base.table.column(id);
            const std::size_t end = std::min(m_at + mergedRowsAtOnce, side.table.rows());
            for (; m_at < end; ++m_at) {
                m_builder->add_row(side.table.key(m_at));
                const std::uint32_t before = side.match.to_base(m_at);
                if (cells != nullptr && before != RowMatch::none) {
                    m_builder->add_cell(0, *(*cells)[before / accountChunkRows], before % accountChunkRows);
                }
            }
            if (m_at < side.table.rows()) {
                return how_far(m_at, side.table.rows());
            }
            side.table.set_column(id, m_builder->take());
            m_builder.reset();
            m_at = 0;
            return 1.0;
        });
    }

    double compare_chunks(Side &side) {
        const std::size_t chunks = side.table.chunks();
        std::size_t effort = 0;
        while (side.sameCells.size() < chunks && effort < mergedCellsAtOnce) {
            const std::size_t chunk = side.sameCells.size();
            side.sameCells.push_back(side.match.same_keys(chunk) && std::all_of(m_types.begin(), m_types.end(), [&](const auto &column) {
                                         return same_chunk(side.table.column(column.first), m_base.table.column(column.first), chunk);
                                     }));
            effort += side.table.rows_of_chunk(chunk) * (m_types.size() + 1) / wholeChunkIsQuicker;
        }
        return how_far(side.sameCells.size(), chunks);
    }

    bool is_as_base(const Side &side) const {
        return side.table.rows() == m_base.table.rows() && std::all_of(side.sameCells.begin(), side.sameCells.end(), std::identity());
    }

    /// Where only one changed anything, rows stand as that one has them.
    bool is_one_of_them() {
        if (!m_base.open.empty() || !m_mine.open.empty() || !m_theirs.open.empty()) {
            return false;
        }
        if (is_as_base(m_theirs) || m_theirs.table == m_mine.table) {
            m_result.table = m_mine.table;
            return true;
        }
        if (is_as_base(m_mine)) {
            m_result.table = m_theirs.table;
            return true;
        }
        return false;
    }

    // The rows of the result, in its order.

    void add_row_steps(Pieces &pieces) {
        pieces.add(2, [this] { return look_at_rows_of_base(); });
        pieces.add(0.1, [this] { return find_added(m_mine, m_addedByMine); });
        pieces.add(0.1, [this] { return find_added(m_theirs, m_addedByTheirs); });
        pieces.add(0.1, [this] { return join_added(); });
        pieces.add(1, [this] { return look_at_added(); });
        pieces.add(0.1, [this] { return finish_rows(); });
        pieces.add(3, [this] { return assemble(); });
        pieces.add(0.5, [this] { return share_chunks(); });
    }

    double look_at_rows_of_base() {
        const std::size_t rows = m_base.table.rows();
        m_effort = 0;
        for (; m_at < rows && m_effort < mergedCellsAtOnce; ++m_at) {
            look_at(static_cast<std::uint32_t>(m_at), m_mine.match.of_base(m_at), m_theirs.match.of_base(m_at));
        }
        return restart_at(rows);
    }

    double look_at_added() {
        m_effort = 0;
        for (; m_at < m_added.size() && m_effort < mergedCellsAtOnce; ++m_at) {
            look_at(RowMatch::none, m_added[m_at].first, m_added[m_at].second);
        }
        return restart_at(m_added.size());
    }

    /// How far a step is that counts by m_at; the next one begins anew.
    double restart_at(std::size_t all) {
        const double part = how_far(m_at, all);
        m_at = m_at >= all ? 0 : m_at;
        return part;
    }

    std::string_view key_of(std::uint32_t base, std::uint32_t mine, std::uint32_t theirs) const {
        return base != RowMatch::none   ? m_base.table.key(base)
               : mine != RowMatch::none ? m_mine.table.key(mine)
                                        : m_theirs.table.key(theirs);
    }

    bool differs(const Side &side, std::uint32_t row, std::uint32_t before) {
        if ((row == RowMatch::none) != (before == RowMatch::none)) {
            return true;
        }
        if (row == RowMatch::none || (row == before && side.same_chunk(row / accountChunkRows))) {
            return false;
        }
        m_effort += m_types.size();
        return std::any_of(m_types.begin(), m_types.end(),
                           [&](const auto &column) { return !same_text(side.table, row, m_base.table, before, column.first); });
    }

    bool is_disputed(std::string_view key) const {
        const auto has = [&](const Side &side) { return !side.open.empty() && side.open.contains(key); };
        return has(m_base) || has(m_mine) || has(m_theirs);
    }

    void look_at(std::uint32_t base, std::uint32_t mine, std::uint32_t theirs) {
        ++m_effort;
        const bool changedByMine = differs(m_mine, mine, base);
        const bool changedByTheirs = differs(m_theirs, theirs, base);
        if ((changedByMine && changedByTheirs) || is_disputed(key_of(base, mine, theirs))) {
            add_places(base, mine, theirs);
        } else if (changedByTheirs ? theirs != RowMatch::none : mine != RowMatch::none) {
            m_rows.push_back({mine, theirs, changedByTheirs ? From::theirs : changedByMine ? From::mine : From::either});
        }
    }

    void add_places(std::uint32_t base, std::uint32_t mine, std::uint32_t theirs) {
        const std::string key(key_of(base, mine, theirs));
        m_rows.push_back({static_cast<std::uint32_t>(m_merged.size()), RowMatch::none, From::places});
        m_merged.push_back({key, false, {}});
        for (const auto &[side, row] : {std::pair(&m_base, base), std::pair(&m_mine, mine), std::pair(&m_theirs, theirs)}) {
            if (row != RowMatch::none) {
                side->merged.places[{"accounts", key}] = "true";
                for (const auto &[id, type] : m_types) {
                    const std::string text = side->table.text(id, row);
                    if (!text.empty()) {
                        side->merged.places[{"accounts", key, id.text}] = json_string(text);
                    }
                }
            }
            if (const auto open = side->open.find(key); open != side->open.end()) {
                side->merged.conflicts.merge(open->second);
                side->open.erase(open);
            }
        }
        m_effort += 100 * (m_types.size() + 1); // text, and maps of text
        m_places += m_types.size() + 1;
        if (m_places >= mergedPlacesAtOnce) {
            merge_rows();
        }
    }

    /// Rows are merged without regard to each other.
    void merge_rows() {
        MergedPlaces merged = merge_places(m_base.merged, m_mine.merged, m_theirs.merged);
        for (Side *side : {&m_base, &m_mine, &m_theirs}) {
            side->merged.places.clear();
            side->merged.conflicts.clear();
        }
        m_places = 0;
        for (; m_mergedUpTo < m_merged.size(); ++m_mergedUpTo) {
            take_row(merged.places, m_merged[m_mergedUpTo]);
        }
        m_result.conflicts.merge(std::move(merged.conflicts));
        m_result.found.insert(m_result.found.end(), std::make_move_iterator(merged.found.begin()),
                              std::make_move_iterator(merged.found.end()));
    }

    void take_row(const Places &places, MergedRow &row) const {
        row.kept = places.contains({"accounts", row.key});
        for (std::size_t i = 0; row.kept && i < m_types.size(); ++i) {
            const auto at = places.find({"accounts", row.key, m_types[i].first.text});
            const Tree text = at == places.end() ? Tree() : Tree::parse(at->second, nullptr, false);
            if (text.is_string()) {
                row.texts.emplace_back(i, text.get<std::string>());
            }
        }
    }

    double find_added(const Side &side, std::vector<std::uint32_t> &added) const {
        for (std::uint32_t row = 0; row < side.table.rows(); ++row) {
            if (side.match.to_base(row) == RowMatch::none) {
                added.push_back(row);
            }
        }
        return 1;
    }

    /// In the order that the result has.
    double join_added() {
        std::vector<std::uint32_t> &mine = m_addedByMine;
        std::vector<std::uint32_t> &theirs = m_addedByTheirs;
        const auto same_key = [&](std::uint32_t a, std::uint32_t b) { return m_mine.table.key(a) == m_theirs.table.key(b); };
        const bool alike = mine.size() == theirs.size() && std::equal(mine.begin(), mine.end(), theirs.begin(), same_key);
        if (!alike && !mine.empty() && !theirs.empty()) {
            sort_by_key(mine, m_mine.table);
            sort_by_key(theirs, m_theirs.table);
        }
        auto one = mine.begin();
        auto other = theirs.begin();
        while (one != mine.end() || other != theirs.end()) {
            const bool both = one != mine.end() && other != theirs.end();
            const int order = both ? m_mine.table.key(*one).compare(m_theirs.table.key(*other)) : one == mine.end() ? 1 : -1;
            m_added.emplace_back(order <= 0 ? *one++ : RowMatch::none, order >= 0 ? *other++ : RowMatch::none);
        }
        return 1;
    }

    static void sort_by_key(std::vector<std::uint32_t> &rows, const AccountTable &table) {
        const auto before = [&](std::uint32_t a, std::uint32_t b) { return table.key(a) < table.key(b); };
        if (!std::is_sorted(rows.begin(), rows.end(), before)) {
            std::sort(rows.begin(), rows.end(), before);
        }
    }

    /// With the conflicts about accounts that none of the three has.
    double finish_rows() {
        for (Side *side : {&m_base, &m_mine, &m_theirs}) {
            for (auto &[key, open] : side->open) {
                side->merged.conflicts.merge(open);
            }
        }
        merge_rows();
        std::erase_if(m_rows, [&](const ResultRow &row) { return row.from == From::places && !m_merged[row.mine].kept; });
        std::sort(m_result.found.begin(), m_result.found.end(),
                  [](const MergeConflict &a, const MergeConflict &b) { return a.path < b.path; });
        m_builder.emplace(m_types);
        return 1;
    }

    // The result's table.

    /// Whether that side's chunk is the result's from this row on.
    bool is_chunk_of(const Side &side, From own, std::uint32_t ResultRow::*place) const {
        const std::size_t chunk = m_at / accountChunkRows;
        const std::size_t end = std::min(m_at + accountChunkRows, m_rows.size());
        if (chunk >= side.table.chunks() || side.table.rows_of_chunk(chunk) != end - m_at) {
            return false;
        }
        for (std::size_t i = m_at; i < end; ++i) {
            if ((m_rows[i].from != own && m_rows[i].from != From::either) || m_rows[i].*place != i) {
                return false;
            }
        }
        return true;
    }

    double assemble() {
        m_effort = 0;
        while (m_at < m_rows.size() && m_effort < mergedCellsAtOnce) {
            const std::size_t chunk = m_at / accountChunkRows;
            const bool whole = m_at % accountChunkRows == 0;
            if (const bool mine = whole && is_chunk_of(m_mine, From::mine, &ResultRow::mine);
                mine || (whole && is_chunk_of(m_theirs, From::theirs, &ResultRow::theirs))) {
                m_builder->add_chunk(mine ? m_mine.table : m_theirs.table, chunk);
                m_at += (mine ? m_mine : m_theirs).table.rows_of_chunk(chunk);
                m_effort += accountChunkRows;
            } else {
                add_row(m_rows[m_at++]);
            }
        }
        const double part = restart_at(m_rows.size());
        if (part >= 1) {
            m_result.table = m_builder->take();
        }
        return part;
    }

    void add_row(const ResultRow &row) {
        m_effort += 1 + m_types.size();
        if (row.from == From::places) {
            const MergedRow &merged = m_merged[row.mine];
            m_builder->add_row(merged.key);
            for (const auto &[column, text] : merged.texts) {
                m_builder->add_any(column, text);
            }
            return;
        }
        const bool ofTheirs = row.from == From::theirs;
        const AccountTable &table = (ofTheirs ? m_theirs : m_mine).table;
        const std::uint32_t at = ofTheirs ? row.theirs : row.mine;
        m_builder->add_row(table.key(at));
        for (std::size_t i = 0; i < m_types.size(); ++i) {
            if (const AccountCells *cells = cells_at(table.column(m_types[i].first), at / accountChunkRows)) {
                m_builder->add_cell(i, *cells, at % accountChunkRows);
            }
        }
    }

    /// So that undo, checks and the store know what did not change.
    double share_chunks() {
        std::size_t effort = 0;
        for (; m_at < m_result.table.chunks() && effort < mergedCellsAtOnce; ++m_at) {
            m_result.table.share_chunk(m_theirs.table, m_at);
            m_result.table.share_chunk(m_mine.table, m_at);
            effort += 2 * accountChunkRows * (m_types.size() + 1) / wholeChunkIsQuicker;
        }
        return restart_at(m_result.table.chunks());
    }

    std::optional<AccountIndex> m_index; ///< of the base
    Side m_base;
    Side m_mine;
    Side m_theirs;
    ColumnTypes m_types;                    ///< of the result
    std::vector<AccountColumnId> m_columns; ///< that are looked at
    std::size_t m_at = 0;                   ///< where the present step is
    std::size_t m_effort = 0;               ///< cells of the present piece
    std::vector<std::uint32_t> m_addedByMine;
    std::vector<std::uint32_t> m_addedByTheirs;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_added; ///< rows of mine and theirs
    std::vector<ResultRow> m_rows;
    std::vector<MergedRow> m_merged;
    std::size_t m_mergedUpTo = 0;
    std::size_t m_places = 0; ///< that wait to be merged, near enough
    std::optional<AccountTableBuilder> m_builder;
    MergedAccounts m_result;
};

AccountRowsMerge::AccountRowsMerge(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs)
    : m_work(std::make_unique<Work>(base, mine, theirs)) {}

AccountRowsMerge::~AccountRowsMerge() = default;

void AccountRowsMerge::add_first_steps(Pieces &pieces) { m_work->add_first_steps(pieces); }

const std::set<PlanPath> &AccountRowsMerge::columns_with_changed_cells(bool ofMine) const { return m_work->side(ofMine).touched; }

void AccountRowsMerge::add_steps(Pieces &pieces, const Collection<AccountColumn> &columns) { m_work->add_steps(pieces, columns); }

MergedAccounts AccountRowsMerge::take() { return m_work->take(); }

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
                builder.add_any(i, accounts.table.text(types[i].first, row));
            }
        }
    }
    return builder.take();
}

} // namespace fullcourt
