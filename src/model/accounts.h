// Target accounts as a columnar table: typed columns in chunks of 4,096 rows that snapshots of a plan share.
//
// An edited cell copies one chunk of one column. Everything here has one form for one content, so that `==` means
// "the same accounts": a chunk lists its categories in the order of their first appearance, and a missing value is
// one value. Sizes: up to 1,000,000 rows and 1,000 columns (io holds the limits).
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/shared.h"
#include "model/collection.h"
#include "model/extra.h"

namespace fullcourt {

inline constexpr std::size_t accountChunkRows = 4096;

enum class AccountColumnType { text, number, date, yesNo, category };

struct AccountColumn {
    std::string name;
    AccountColumnType type = AccountColumnType::text;
    bool hidden = false;      ///< not shown in the list
    bool frozen = false;      ///< stays in sight while the list is scrolled sideways
    std::optional<int> width; ///< in the list, 40 to 800 pixels at scale 1; nothing: the page's own
    Position position;
    Extra extra;

    friend bool operator==(const AccountColumn &, const AccountColumn &) = default;
};
using AccountColumnId = Id<AccountColumn>;

/// Columns with a meaning of their own, once the accounts have them; both of type category.
inline AccountColumnId stageColumn() { return AccountColumnId("stage"); } ///< the account's stage, a word of account_stages()
inline AccountColumnId podColumn() { return AccountColumnId("pod"); }     ///< the id of the pod that works the account

/// What people say of one account, apart from its columns. The id is the account's: its key text.
struct AccountMark;
using AccountId = Id<AccountMark>;

/// How much individual attention an account gets (DOMAIN §1).
enum class Tier { none, oneToOne, oneToFew, oneToMany };
/// "1:1", "1:few", "1:many", "no tier"
std::string_view tier_name(Tier tier);

/// Where people who know an account would place it (calibration, RULES §3).
enum class Placement { low, medium, high };

struct AccountMark {
    std::string note;
    std::vector<std::string> tags;
    std::optional<Tier> tier; ///< set by hand over the score's
    std::string reason;       ///< why it was set by hand
    std::optional<Placement> placement;
    std::optional<int> committeeSize;              ///< members of the buying committee once it is mapped, 1 to 1,000
    bool pinned = false;                           ///< stays in its pod when accounts are assigned
    std::map<std::string, std::string> stageSince; ///< stage → calendar date on which it was reached
    Position position;
    Extra extra;

    friend bool operator==(const AccountMark &, const AccountMark &) = default;
};

/// Texts one after the other in one buffer; an empty text is a missing one, and none is nothing but blank space.
class Texts {
  public:
    std::size_t size() const { return m_ends.size(); }
    std::string_view operator[](std::size_t row) const {
        const std::size_t begin = row == 0 ? 0 : m_ends[row - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[row] - begin);
    }
    void push_back(std::string_view text) {
        m_bytes += text;
        m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    }
    void set(std::size_t row, std::string_view text);
    void reserve_like(const Texts &other) {
        m_bytes.reserve(other.m_bytes.size());
        m_ends.reserve(other.m_ends.size());
    }
    bool is_blank() const { return m_bytes.empty(); }
    std::size_t bytes() const { return m_bytes.size() + m_ends.size() * sizeof(std::uint32_t); }

    friend bool operator==(const Texts &, const Texts &) = default;

  private:
    std::string m_bytes;
    std::vector<std::uint32_t> m_ends;
};

/// Finite numbers; missing is a quiet NaN of one bit pattern, and there is no −0.
struct Numbers {
    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;

    void push_back(double value) { values.push_back(value == 0 ? 0 : value); }
    friend bool operator==(const Numbers &a, const Numbers &b);
};

/// Days since 1970-01-01.
struct Days {
    static constexpr std::int32_t missing = std::numeric_limits<std::int32_t>::min();
    std::vector<std::int32_t> values;

    friend bool operator==(const Days &, const Days &) = default;
};

struct YesNos {
    static constexpr std::uint8_t no = 0;
    static constexpr std::uint8_t yes = 1;
    static constexpr std::uint8_t missing = 2;
    std::vector<std::uint8_t> values;

    friend bool operator==(const YesNos &, const YesNos &) = default;
};

/// Indexes of `words`, which stand in the order of first appearance, each used at least once, none empty.
struct Categories {
    static constexpr std::uint16_t missing = std::numeric_limits<std::uint16_t>::max();
    std::vector<std::string> words;
    std::vector<std::uint16_t> values;

    friend bool operator==(const Categories &, const Categories &) = default;
};

/// One column's cells of one chunk of rows.
struct AccountCells {
    std::variant<Texts, Numbers, Days, YesNos, Categories> values;
    /// Row within the chunk → what stood there that is no value of the column's type. The value is missing there.
    std::map<std::uint16_t, std::string> unreadable;

    friend bool operator==(const AccountCells &, const AccountCells &) = default;
};

/// One cell as a value; std::monostate where it is missing. What is unreadable is missing here.
using AccountValue = std::variant<std::monostate, std::string_view, double, std::int32_t, bool>;

/// The row is the chunk's.
AccountValue value_of(const AccountCells &cells, std::size_t row);
/// Whether two cells of columns of one type hold the same, unreadable or not.
bool same_cell(const AccountCells &a, std::size_t rowOfA, const AccountCells &b, std::size_t rowOfB);
/// Whether something stands there, unreadable or not.
bool is_filled(const AccountCells &cells, std::size_t row);

/// The table's rows and cells. Columns are in `Accounts`; one without an entry here is empty in every row.
class AccountTable {
  public:
    using Column = std::vector<Shared<AccountCells>>;

    std::size_t rows() const { return m_rows; }
    std::size_t chunks() const { return m_keys.size(); }
    std::size_t rows_of_chunk(std::size_t chunk) const { return m_keys[chunk]->size(); }
    /// The account's id: its key text; unique in the table, never empty.
    std::string_view key(std::size_t row) const { return (*m_keys[row / accountChunkRows])[row % accountChunkRows]; }
    /// Looks at every key: for one account. Many are found with an index (see AccountIndex).
    std::optional<std::size_t> row_of(std::string_view key) const;

    /// Nothing where the column is empty in every row.
    const Column *column(const AccountColumnId &id) const { return find(m_columns, id); }
    const std::map<AccountColumnId, Column> &columns() const { return m_columns; }
    const std::vector<Shared<Texts>> &keys() const { return m_keys; }

    AccountValue value(const AccountColumnId &column, std::size_t row) const;
    /// As a person types it: "Acme", "12.5", "2026-11-23", "yes", "no"; what is unreadable as it stood; "" where missing.
    std::string text(const AccountColumnId &column, std::size_t row) const;

    /// Reads `text` as the type says: what is no value of it is kept as unreadable. Copies one chunk.
    void set_text(const AccountColumnId &column, AccountColumnType type, std::size_t row, std::string_view text);
    /// The same for many cells, by row; sorted rows copy each chunk once.
    void set_texts(const AccountColumnId &column, AccountColumnType type,
                   const std::vector<std::pair<std::size_t, std::string_view>> &cells);
    void erase_column(const AccountColumnId &column) { m_columns.erase(column); }
    /// The column as another table has it whose keys are the same.
    void set_column(const AccountColumnId &column, const AccountTable &from);
    /// What both hold alike in the same chunk is one from now on.
    void share_chunk(const AccountTable &other, std::size_t chunk);
    /// Reads every cell of a column anew, as the type says.
    void convert_column(const AccountColumnId &column, AccountColumnType type);

    friend bool operator==(const AccountTable &, const AccountTable &) = default;

  private:
    friend class AccountTableBuilder;
    Column &column_to_edit(const AccountColumnId &column, AccountColumnType type);
    void drop_if_blank(const AccountColumnId &column);

    std::size_t m_rows = 0;
    std::vector<Shared<Texts>> m_keys;
    std::map<AccountColumnId, Column> m_columns;
};

/// Makes a table row by row. For each row: add_row(key), then at most one cell for each column by its index, in any
/// order; what gets none is missing.
class AccountTableBuilder {
  public:
    explicit AccountTableBuilder(std::vector<std::pair<AccountColumnId, AccountColumnType>> columns);

    void add_row(std::string_view key);
    void add_text(std::size_t column, std::string_view text); ///< of a text or category column
    void add_number(std::size_t column, double value);
    void add_day(std::size_t column, std::int32_t day);
    void add_yes_no(std::size_t column, bool yes);
    void add_unreadable(std::size_t column, std::string_view text); ///< of a column of any type but text
    /// Reads `text` as the column's type says, as AccountTable::set_text.
    void add_any(std::size_t column, std::string_view text);
    /// As it stands in a row of a chunk of another column of the same type.
    void add_cell(std::size_t column, const AccountCells &cells, std::size_t row);
    /// All rows of a chunk of another table, shared with it; its columns are of the same types. Where it is not the table's last, it has
    /// to be full, and so do the rows that were added before it fill whole chunks.
    void add_chunk(const AccountTable &from, std::size_t chunk);

    std::size_t rows() const { return m_rows; }
    AccountTable take();

  private:
    struct Open {
        AccountColumnId id;
        AccountColumnType type;
        AccountCells cells;
        std::size_t filled = 0;                                  ///< cells of the chunk
        std::map<std::string, std::uint16_t, std::less<>> words; ///< of the chunk's categories
        std::array<std::uint16_t, 128> recent{};                 ///< places of some of them, by how they look
        bool any = false;                                        ///< a cell that is not missing, in any chunk
        AccountTable::Column done;
    };
    void open_chunk();
    void close_chunk();
    static void pad(Open &column, std::size_t rows);
    static std::uint16_t word_of(Open &column, Categories &categories, std::string_view word);

    std::vector<Open> m_open;
    Texts m_keys;
    std::size_t m_rows = 0;
    AccountTable m_table;
};

/// Key text → row, for a table that stays unchanged as long as this is used. Keys chosen to collide cost a sort, no more.
class AccountIndex {
  public:
    explicit AccountIndex(const AccountTable &table);
    /// Goes on with another table if its keys are those of this one.
    bool follow(const AccountTable &table);
    std::optional<std::size_t> row_of(std::string_view key) const;

  private:
    void sort_rows();
    const AccountTable *m_table;
    std::vector<Shared<Texts>> m_keys;  ///< of the table, which may be gone when another is followed
    std::vector<std::uint32_t> m_slots; ///< row + 1; 0 is free
    std::vector<std::uint32_t> m_order; ///< rows by key, in the place of the slots where too many keys collide
};

/// How the board shows accounts.
enum class BoardBy { tier, stage, pod };
struct AccountBoard {
    BoardBy by = BoardBy::tier;
    std::set<AccountColumnId> fields;  ///< what a card shows besides name, score and tier
    std::map<std::string, int> limits; ///< how many cards a column should have at most, by "tier:1:1", "stage:engaged", "pod:…"
    Extra extra;

    friend bool operator==(const AccountBoard &, const AccountBoard &) = default;
};

struct Accounts {
    Collection<AccountColumn> columns;
    std::string keyName;        ///< what the key is called: "Account ID"
    AccountColumnId nameColumn; ///< which column names an account to people; empty: the key does
    AccountTable table;
    Collection<AccountMark> marks;
    AccountBoard board;
    std::vector<std::string> stages;              ///< in order; empty: the standard ones (account_stages)
    std::map<std::string, std::string> importMap; ///< how the last file was read: its head → the column's id; empty: left out

    friend bool operator==(const Accounts &, const Accounts &) = default;
};

/// The stages an account goes through: the plan's own, else target, engaged, opportunity, won, lost, expanding.
std::vector<std::string> account_stages(const Accounts &accounts);

/// How a column's text becomes a value: what stands for yes and no, and what is a number or date.
std::optional<bool> yes_or_no_of(std::string_view text);
std::optional<std::int32_t> day_of(std::string_view text); ///< "2026-11-23"
std::string day_text(std::int32_t day);

/// What an account is called: its name column's text, else its key.
std::string account_name(const Accounts &accounts, std::size_t row);

} // namespace fullcourt
