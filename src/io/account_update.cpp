// What importing again changes, by key.
#include <algorithm>

#include "base/number.h"
#include "base/overloaded.h"
#include "io/account_import.h"

namespace fullcourt {
namespace {

constexpr std::size_t shortId = 15;
constexpr std::size_t longId = 18;
constexpr std::string_view checkLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

bool is_digit_or_letter(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// A cell by its place; missing where the column is empty.
struct CellAt {
    const AccountCells *cells = nullptr;
    std::size_t at = 0;

    const std::string *unreadable() const { return cells == nullptr ? nullptr : find(cells->unreadable, static_cast<std::uint16_t>(at)); }
};

AccountValue value_of(const CellAt &cell) { return cell.cells == nullptr ? AccountValue() : value_of(*cell.cells, cell.at); }

bool same(const CellAt &a, const CellAt &b) {
    if (value_of(a) != value_of(b)) {
        return false;
    }
    const std::string *x = a.unreadable();
    const std::string *y = b.unreadable();
    return (x == nullptr) == (y == nullptr) && (x == nullptr || *x == *y);
}

bool fits(const AccountValue &value, AccountColumnType type) {
    switch (type) {
    case AccountColumnType::number: return std::holds_alternative<double>(value);
    case AccountColumnType::date: return std::holds_alternative<std::int32_t>(value);
    case AccountColumnType::yesNo: return std::holds_alternative<bool>(value);
    case AccountColumnType::text:
    case AccountColumnType::category: break;
    }
    return std::holds_alternative<std::string_view>(value);
}

} // namespace

std::optional<std::string> long_salesforce_id(std::string_view id) {
    if (id.size() != shortId || !std::all_of(id.begin(), id.end(), is_digit_or_letter)) {
        return std::nullopt;
    }
    // Each of the three letters says of five characters which are capitals, the first of them by the lowest bit.
    std::string text(id);
    constexpr std::size_t each = 5;
    for (std::size_t part = 0; part < shortId; part += each) {
        std::size_t capitals = 0;
        for (std::size_t i = 0; i < each; ++i) {
            capitals |= std::size_t{id[part + i] >= 'A' && id[part + i] <= 'Z'} << i;
        }
        text += checkLetters[capitals];
    }
    return text;
}

class AccountMerge {
  public:
    AccountMerge(const Accounts &before, const Accounts &imported, bool dropGone)
        : m_before(before), m_imported(imported), m_dropGone(dropGone), m_first(before.table.rows() == 0 && before.columns.empty()),
          m_index(imported.table), m_seen(imported.table.rows(), false) {
        describe();
        std::vector<std::pair<AccountColumnId, AccountColumnType>> types;
        for (const auto &[id, column] : m_update.after.columns) {
            types.emplace_back(id, column.type);
            m_columns.push_back({column.type, before.table.column(id), imported.columns.contains(id), imported.table.column(id)});
        }
        m_builder.emplace(std::move(types));
    }

    bool go_on(std::size_t rows) {
        const std::size_t old = m_first ? 0 : m_before.table.rows();
        const std::size_t all = old + m_imported.table.rows();
        if (m_first) {
            m_at = all;
        }
        const std::size_t stop = std::min(all, m_at + std::max<std::size_t>(rows, 1));
        for (; m_at < stop; ++m_at) {
            if (m_at < old) {
                go_over(m_at);
            } else if (!m_seen[m_at - old]) {
                m_update.added.emplace_back(m_imported.table.key(m_at - old));
                add(m_imported.table.key(m_at - old), std::nullopt, m_at - old);
            }
        }
        return m_at == all;
    }

    double part() const {
        const std::size_t all = m_before.table.rows() + m_imported.table.rows();
        return all == 0 ? 1 : static_cast<double>(m_at) / static_cast<double>(all);
    }

    AccountUpdate take() {
        if (m_first) {
            m_update.after.table = m_imported.table;
            for (std::size_t row = 0; row < m_imported.table.rows(); ++row) {
                m_update.added.emplace_back(m_imported.table.key(row));
            }
        } else {
            m_update.after.table = m_builder->take();
        }
        return std::move(m_update);
    }

  private:
    struct Column {
        AccountColumnType type;
        const AccountTable::Column *before = nullptr;
        bool inFile = false;
        const AccountTable::Column *imported = nullptr;
    };

    /// Columns and names as they are afterwards.
    void describe() {
        Accounts &after = m_update.after;
        after = m_before;
        for (const AccountColumnId &id : ordered(m_imported.columns)) {
            const AccountColumn &described = m_imported.columns.at(id);
            const AccountColumn *old = find(m_before.columns, id);
            AccountColumn column = old == nullptr ? described : *old;
            column.name = described.name;
            column.type = described.type;
            column.position = old == nullptr ? position_at_end(after.columns) : old->position;
            after.columns[id] = std::move(column);
        }
        after.keyName = m_imported.keyName;
        after.nameColumn = m_imported.nameColumn.empty() ? m_before.nameColumn : m_imported.nameColumn;
    }

    static CellAt cell(const AccountTable::Column *column, std::size_t row) {
        return column == nullptr ? CellAt() : CellAt{&*(*column)[row / accountChunkRows], row % accountChunkRows};
    }

    /// The file's row of an account, whichever form of a Salesforce id the two have.
    std::optional<std::size_t> row_in_file(std::string_view key) const {
        if (const auto row = m_index.row_of(key)) {
            return row;
        }
        if (const auto other = long_salesforce_id(key)) {
            return m_index.row_of(*other);
        }
        if (key.size() == longId && long_salesforce_id(key.substr(0, shortId)) == key) {
            return m_index.row_of(key.substr(0, shortId));
        }
        return std::nullopt;
    }

    void go_over(std::size_t row) {
        const std::string_view key = m_before.table.key(row);
        const std::optional<std::size_t> now = row_in_file(key);
        if (now) {
            m_seen[*now] = true;
            const bool unchanged = std::all_of(m_columns.begin(), m_columns.end(), [&](const Column &column) {
                return !column.inFile || same(cell(column.before, row), cell(column.imported, *now));
            });
            m_update.unchanged += unchanged ? 1U : 0U;
            if (!unchanged) {
                m_update.changed.emplace_back(key);
            }
        } else {
            m_update.gone.emplace_back(key);
            if (m_dropGone) {
                m_update.after.marks.erase(AccountId(std::string(key)));
                return;
            }
        }
        add(key, row, now);
    }

    void add(std::string_view key, std::optional<std::size_t> old, std::optional<std::size_t> now) {
        m_builder->add_row(key);
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const Column &column = m_columns[i];
            if (now && column.inFile) {
                copy(cell(column.imported, *now), column.type, i);
            } else if (old) {
                copy(cell(column.before, *old), column.type, i);
            }
        }
    }

    void copy(const CellAt &from, AccountColumnType type, std::size_t to) {
        const AccountValue value = value_of(from);
        if (std::holds_alternative<std::monostate>(value)) {
            if (const std::string *unreadable = from.unreadable()) {
                m_builder->add_any(to, *unreadable);
            }
            return;
        }
        if (!fits(value, type)) {
            m_builder->add_any(to, text_of(value));
            return;
        }
        m_builder->add_cell(to, *from.cells, from.at);
    }

    static std::string text_of(const AccountValue &value) {
        return std::visit(Overloaded{[](std::monostate) { return std::string(); }, [](std::string_view text) { return std::string(text); },
                                     [](double number) { return to_text(number); }, [](std::int32_t day) { return day_text(day); },
                                     [](bool yes) { return std::string(yes ? "yes" : "no"); }},
                          value);
    }

    const Accounts &m_before;
    const Accounts &m_imported;
    bool m_dropGone;
    bool m_first; ///< there is nothing yet that could change
    AccountIndex m_index;
    std::vector<bool> m_seen; ///< rows of the file whose accounts were there
    std::vector<Column> m_columns;
    std::optional<AccountTableBuilder> m_builder;
    AccountUpdate m_update;
    std::size_t m_at = 0;
};

AccountUpdater::AccountUpdater(const Accounts &before, const Accounts &imported, bool dropGone)
    : m_merge(std::make_unique<AccountMerge>(before, imported, dropGone)) {}
AccountUpdater::AccountUpdater(AccountUpdater &&) noexcept = default;
AccountUpdater &AccountUpdater::operator=(AccountUpdater &&) noexcept = default;
AccountUpdater::~AccountUpdater() = default;

bool AccountUpdater::go_on(std::size_t rows) { return m_merge->go_on(rows); }
double AccountUpdater::part() const { return m_merge->part(); }
AccountUpdate AccountUpdater::take() { return m_merge->take(); }

AccountUpdate update_accounts(const Accounts &before, const Accounts &imported, bool dropGone) {
    AccountMerge merge(before, imported, dropGone);
    while (!merge.go_on(before.table.rows() + imported.table.rows())) {
    }
    return merge.take();
}

} // namespace fullcourt
