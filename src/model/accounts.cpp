#include "model/accounts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/date.h"
#include "base/hash.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr Date firstDay = {1970, 1, 1};

AccountCells cells_of_type(AccountColumnType type) {
    switch (type) {
    case AccountColumnType::number: return {Numbers(), {}};
    case AccountColumnType::date: return {Days(), {}};
    case AccountColumnType::yesNo: return {YesNos(), {}};
    case AccountColumnType::category: return {Categories(), {}};
    case AccountColumnType::text: break;
    }
    return {Texts(), {}};
}

std::size_t size_of(const AccountCells &cells) {
    return std::visit(Overloaded{[](const Texts &texts) { return texts.size(); }, [](const auto &typed) { return typed.values.size(); }},
                      cells.values);
}

void add_missing(AccountCells &cells) {
    std::visit(Overloaded{[](Texts &texts) { texts.push_back({}); },
                          [](auto &typed) { typed.values.push_back(std::remove_reference_t<decltype(typed)>::missing); }},
               cells.values);
}

AccountCells missing_cells(AccountColumnType type, std::size_t rows) {
    AccountCells cells = cells_of_type(type);
    while (size_of(cells) < rows) {
        add_missing(cells);
    }
    return cells;
}

/// None yet, of the same type, with room for about as much.
AccountCells room_like(const AccountCells &cells) {
    return std::visit(Overloaded{[](const Texts &texts) {
                                     Texts room;
                                     room.reserve_like(texts);
                                     return AccountCells{std::move(room), {}};
                                 },
                                 [](const auto &typed) {
                                     std::remove_cvref_t<decltype(typed)> room;
                                     room.values.reserve(typed.values.size());
                                     return AccountCells{std::move(room), {}};
                                 }},
                      cells.values);
}

/// Whether nothing stands in any of its rows.
bool is_blank(const AccountCells &cells) {
    if (!cells.unreadable.empty()) {
        return false;
    }
    return std::visit(
        Overloaded{[](const Texts &texts) { return texts.is_blank(); },
                   [](const Numbers &numbers) {
                       return std::all_of(numbers.values.begin(), numbers.values.end(), [](double value) { return std::isnan(value); });
                   },
                   [](const Categories &categories) { return categories.words.empty(); },
                   [](const auto &typed) {
                       const auto missing = std::remove_reference_t<decltype(typed)>::missing;
                       return std::all_of(typed.values.begin(), typed.values.end(), [&](auto value) { return value == missing; });
                   }},
        cells.values);
}

/// Nothing but blank space is a missing text.
std::string_view or_missing(std::string_view text) { return trimmed(text).empty() ? std::string_view() : text; }

/// Words in the order of first appearance, without those that nobody uses.
void put_in_order(Categories &categories) {
    std::vector<std::uint16_t> place(categories.words.size(), Categories::missing);
    std::vector<std::string> words;
    for (std::uint16_t &value : categories.values) {
        if (value == Categories::missing) {
            continue;
        }
        if (place[value] == Categories::missing) {
            place[value] = static_cast<std::uint16_t>(words.size());
            words.push_back(std::move(categories.words[value]));
        }
        value = place[value];
    }
    categories.words = std::move(words);
}

/// Leaves the words to be put in order.
void set_category(Categories &categories, std::size_t row, std::string_view word) {
    if (word.empty()) {
        categories.values[row] = Categories::missing;
    } else {
        auto it = std::find(categories.words.begin(), categories.words.end(), word);
        if (it == categories.words.end()) {
            it = categories.words.insert(it, std::string(word));
        }
        categories.values[row] = static_cast<std::uint16_t>(it - categories.words.begin());
    }
}

/// False where the text is no value of the type; the cell is missing then.
bool set_value(AccountCells &cells, std::size_t row, std::string_view text) {
    return std::visit(Overloaded{[&](Texts &texts) {
                                     texts.set(row, or_missing(text));
                                     return true;
                                 },
                                 [&](Categories &categories) {
                                     set_category(categories, row, trimmed(text));
                                     return true;
                                 },
                                 [&](Numbers &numbers) {
                                     const std::optional<double> number = parse_number(trimmed(text));
                                     numbers.values[row] = number ? (*number == 0 ? 0 : *number) : Numbers::missing;
                                     return number.has_value();
                                 },
                                 [&](Days &days) {
                                     const std::optional<std::int32_t> day = day_of(trimmed(text));
                                     days.values[row] = day.value_or(Days::missing);
                                     return day.has_value();
                                 },
                                 [&](YesNos &yesNos) {
                                     const std::optional<bool> yes = yes_or_no_of(text);
                                     yesNos.values[row] = yes ? (*yes ? YesNos::yes : YesNos::no) : YesNos::missing;
                                     return yes.has_value();
                                 }},
                      cells.values);
}

void set_cell(AccountCells &cells, std::size_t row, std::string_view text) {
    const bool read = set_value(cells, row, text);
    if (read || trimmed(text).empty()) {
        cells.unreadable.erase(static_cast<std::uint16_t>(row));
    } else {
        cells.unreadable[static_cast<std::uint16_t>(row)] = std::string(text);
    }
}

void set_in_chunk(AccountCells &cells, const std::vector<std::pair<std::size_t, std::string_view>> &texts) {
    for (const auto &[row, text] : texts) {
        set_cell(cells, row, text);
    }
    if (auto *categories = std::get_if<Categories>(&cells.values)) {
        put_in_order(*categories);
    }
}

const std::string *unreadable_in(const AccountCells &cells, std::size_t row) {
    return cells.unreadable.empty() ? nullptr : find(cells.unreadable, static_cast<std::uint16_t>(row));
}

std::size_t slot_of(std::string_view key, std::size_t slots) { return fnv1a(key) & (slots - 1); }

} // namespace

std::string_view tier_name(Tier tier) {
    switch (tier) {
    case Tier::oneToOne: return "1:1";
    case Tier::oneToFew: return "1:few";
    case Tier::oneToMany: return "1:many";
    case Tier::none: break;
    }
    return "no tier";
}

// Values.

void Texts::set(std::size_t row, std::string_view text) {
    const std::size_t begin = row == 0 ? 0 : m_ends[row - 1];
    const std::size_t before = m_ends[row] - begin;
    m_bytes.replace(begin, before, text);
    const auto change = static_cast<std::uint32_t>(text.size() - before); // wraps where the text is shorter
    for (std::size_t i = row; i < m_ends.size(); ++i) {
        m_ends[i] += change;
    }
}

bool operator==(const Numbers &a, const Numbers &b) {
    return a.values.size() == b.values.size() &&
           (a.values.empty() || std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0);
}

std::optional<bool> yes_or_no_of(std::string_view text) {
    const std::string word = lowered(trimmed(text));
    if (word == "yes" || word == "true" || word == "1") {
        return true;
    }
    if (word == "no" || word == "false" || word == "0") {
        return false;
    }
    return std::nullopt;
}

std::optional<std::int32_t> day_of(std::string_view text) {
    const std::optional<Date> date = parse_date(text);
    return date ? std::optional<std::int32_t>(days_between(firstDay, *date)) : std::nullopt;
}

AccountValue value_of(const AccountCells &cells, std::size_t row) {
    return std::visit(
        Overloaded{
            [&](const Texts &texts) { return texts[row].empty() ? AccountValue() : AccountValue(texts[row]); },
            [&](const Categories &categories) {
                const std::uint16_t word = categories.values[row];
                return word == Categories::missing ? AccountValue() : AccountValue(std::string_view(categories.words[word]));
            },
            [&](const Numbers &numbers) { return std::isnan(numbers.values[row]) ? AccountValue() : AccountValue(numbers.values[row]); },
            [&](const Days &days) { return days.values[row] == Days::missing ? AccountValue() : AccountValue(days.values[row]); },
            [&](const YesNos &yesNos) {
                const std::uint8_t yes = yesNos.values[row];
                return yes == YesNos::missing ? AccountValue() : AccountValue(yes == YesNos::yes);
            }},
        cells.values);
}

bool same_cell(const AccountCells &a, std::size_t rowOfA, const AccountCells &b, std::size_t rowOfB) {
    if (value_of(a, rowOfA) != value_of(b, rowOfB)) {
        return false;
    }
    const std::string *unreadable = unreadable_in(a, rowOfA);
    const std::string *other = unreadable_in(b, rowOfB);
    return unreadable == nullptr || other == nullptr ? unreadable == other : *unreadable == *other;
}

bool is_filled(const AccountCells &cells, std::size_t row) {
    return value_of(cells, row) != AccountValue() || unreadable_in(cells, row) != nullptr;
}

std::string day_text(std::int32_t day) { return to_text(date_after(firstDay, day)); }

std::string account_name(const Accounts &accounts, std::size_t row) {
    if (!accounts.nameColumn.empty()) {
        std::string name = accounts.table.text(accounts.nameColumn, row);
        if (!name.empty()) {
            return name;
        }
    }
    return std::string(accounts.table.key(row));
}

// The table.

std::optional<std::size_t> AccountTable::row_of(std::string_view key) const {
    for (std::size_t row = 0; row < m_rows; ++row) {
        if (this->key(row) == key) {
            return row;
        }
    }
    return std::nullopt;
}

AccountValue AccountTable::value(const AccountColumnId &column, std::size_t row) const {
    const Column *chunks = this->column(column);
    return chunks == nullptr || row >= m_rows ? AccountValue() : value_of(*(*chunks)[row / accountChunkRows], row % accountChunkRows);
}

std::string AccountTable::text(const AccountColumnId &column, std::size_t row) const {
    const AccountValue value = this->value(column, row);
    if (std::holds_alternative<std::monostate>(value)) {
        const Column *chunks = this->column(column);
        const std::string *unreadable =
            chunks == nullptr || row >= m_rows ? nullptr : unreadable_in(*(*chunks)[row / accountChunkRows], row % accountChunkRows);
        return unreadable == nullptr ? std::string() : *unreadable;
    }
    return std::visit(Overloaded{[](std::monostate) { return std::string(); }, [](std::string_view text) { return std::string(text); },
                                 [](double number) { return to_text(number); }, [](std::int32_t day) { return day_text(day); },
                                 [](bool yes) { return std::string(yes ? "yes" : "no"); }},
                      value);
}

AccountTable::Column &AccountTable::column_to_edit(const AccountColumnId &column, AccountColumnType type) {
    Column &chunks = m_columns[column];
    if (chunks.empty()) {
        for (const Shared<Texts> &keys : m_keys) {
            chunks.emplace_back(missing_cells(type, keys->size()));
        }
    }
    return chunks;
}

void AccountTable::drop_if_blank(const AccountColumnId &column) {
    const Column &chunks = m_columns.at(column);
    if (std::all_of(chunks.begin(), chunks.end(), [](const Shared<AccountCells> &chunk) { return is_blank(*chunk); })) {
        m_columns.erase(column);
    }
}

void AccountTable::set_text(const AccountColumnId &column, AccountColumnType type, std::size_t row, std::string_view text) {
    set_texts(column, type, {{row, text}});
}

void AccountTable::set_texts(const AccountColumnId &column, AccountColumnType type,
                             const std::vector<std::pair<std::size_t, std::string_view>> &cells) {
    if (m_rows == 0) {
        return;
    }
    Column &chunks = column_to_edit(column, type);
    std::size_t chunk = chunks.size();
    std::vector<std::pair<std::size_t, std::string_view>> here;
    const auto flush = [&] {
        if (!here.empty()) {
            set_in_chunk(chunks[chunk].edit(), here);
            here.clear();
        }
    };
    for (const auto &[row, text] : cells) {
        if (row >= m_rows) {
            continue;
        }
        if (row / accountChunkRows != chunk) {
            flush();
            chunk = row / accountChunkRows;
        }
        here.emplace_back(row % accountChunkRows, text);
    }
    flush();
    drop_if_blank(column);
}

void AccountTable::set_column(const AccountColumnId &column, const AccountTable &from) {
    const Column *cells = from.column(column);
    if (cells == nullptr) {
        m_columns.erase(column);
    } else {
        m_columns[column] = *cells;
    }
}

void AccountTable::share_chunk(const AccountTable &other, std::size_t chunk) {
    if (chunk >= m_keys.size() || chunk >= other.m_keys.size()) {
        return;
    }
    if (m_keys[chunk] == other.m_keys[chunk]) {
        m_keys[chunk] = other.m_keys[chunk];
    }
    for (auto &[id, cells] : m_columns) {
        const Column *same = other.column(id);
        if (same != nullptr && cells[chunk] == (*same)[chunk]) {
            cells[chunk] = (*same)[chunk];
        }
    }
}

void AccountTable::convert_column(const AccountColumnId &column, AccountColumnType type) {
    if (!m_columns.contains(column)) {
        return;
    }
    AccountTableBuilder builder({{column, type}});
    for (std::size_t row = 0; row < m_rows; ++row) {
        builder.add_row(key(row));
        builder.add_any(0, text(column, row));
    }
    AccountTable converted = builder.take();
    m_columns.erase(column);
    m_columns.merge(converted.m_columns);
}

// The builder.

AccountTableBuilder::AccountTableBuilder(std::vector<std::pair<AccountColumnId, AccountColumnType>> columns) {
    for (auto &[id, type] : columns) {
        m_open.push_back({std::move(id), type, cells_of_type(type), 0, {}, {}, false, {}});
    }
}

void AccountTableBuilder::pad(Open &column, std::size_t rows) {
    for (; column.filled < rows; ++column.filled) {
        add_missing(column.cells);
    }
}

void AccountTableBuilder::add_row(std::string_view key) {
    if (m_keys.size() == accountChunkRows) {
        close_chunk();
    }
    for (Open &column : m_open) {
        pad(column, m_keys.size());
    }
    m_keys.push_back(key);
    ++m_rows;
}

void AccountTableBuilder::close_chunk() {
    for (Open &column : m_open) {
        pad(column, m_keys.size());
        column.any = column.any || !is_blank(column.cells);
        AccountCells next = room_like(column.cells);
        column.done.emplace_back(std::exchange(column.cells, std::move(next)));
        column.filled = 0;
        column.words.clear();
    }
    Texts keys;
    keys.reserve_like(m_keys);
    m_table.m_keys.emplace_back(std::exchange(m_keys, std::move(keys)));
}

void AccountTableBuilder::add_text(std::size_t column, std::string_view text) {
    Open &open = m_open[column];
    ++open.filled;
    if (auto *texts = std::get_if<Texts>(&open.cells.values)) {
        texts->push_back(or_missing(text));
        return;
    }
    auto &categories = std::get<Categories>(open.cells.values);
    const std::string_view word = trimmed(text);
    categories.values.push_back(word.empty() ? Categories::missing : word_of(open, categories, word));
}

/// The word that was met last among those that look like this one is nearly always the one; a tree takes several comparisons.
std::uint16_t AccountTableBuilder::word_of(Open &column, Categories &categories, std::string_view word) {
    const auto byte = [](char c) { return std::size_t{static_cast<unsigned char>(c)}; };
    const std::size_t looks = 31 * word.size() + 7 * byte(word.front()) + 13 * byte(word[word.size() / 2]) + byte(word.back());
    std::uint16_t &recent = column.recent[looks % column.recent.size()];
    if (recent < categories.words.size() && categories.words[recent] == word) {
        return recent;
    }
    const auto place = static_cast<std::uint16_t>(categories.words.size());
    const auto [it, isNew] = column.words.try_emplace(std::string(word), place);
    if (isNew) {
        categories.words.emplace_back(word);
    }
    recent = it->second;
    return it->second;
}

void AccountTableBuilder::add_number(std::size_t column, double value) {
    ++m_open[column].filled;
    std::get<Numbers>(m_open[column].cells.values).push_back(value);
}

void AccountTableBuilder::add_day(std::size_t column, std::int32_t day) {
    ++m_open[column].filled;
    std::get<Days>(m_open[column].cells.values).values.push_back(day);
}

void AccountTableBuilder::add_yes_no(std::size_t column, bool yes) {
    ++m_open[column].filled;
    std::get<YesNos>(m_open[column].cells.values).values.push_back(yes ? YesNos::yes : YesNos::no);
}

void AccountTableBuilder::add_unreadable(std::size_t column, std::string_view text) {
    Open &open = m_open[column];
    open.cells.unreadable.emplace(static_cast<std::uint16_t>(open.filled), std::string(text));
    ++open.filled;
    add_missing(open.cells);
}

void AccountTableBuilder::add_any(std::size_t column, std::string_view text) {
    const std::string_view value = trimmed(text);
    if (value.empty()) {
        return;
    }
    switch (m_open[column].type) {
    case AccountColumnType::number:
        if (const std::optional<double> number = parse_number(value)) {
            return add_number(column, *number);
        }
        break;
    case AccountColumnType::date:
        if (const std::optional<std::int32_t> day = day_of(value)) {
            return add_day(column, *day);
        }
        break;
    case AccountColumnType::yesNo:
        if (const std::optional<bool> yes = yes_or_no_of(value)) {
            return add_yes_no(column, *yes);
        }
        break;
    case AccountColumnType::text:
    case AccountColumnType::category: return add_text(column, text);
    }
    add_unreadable(column, text);
}

void AccountTableBuilder::add_cell(std::size_t column, const AccountCells &cells, std::size_t row) {
    const AccountValue value = value_of(cells, row);
    if (const std::string *unreadable = unreadable_in(cells, row)) {
        add_unreadable(column, *unreadable);
        return;
    }
    std::visit(Overloaded{[](std::monostate) {}, [&](std::string_view text) { add_text(column, text); },
                          [&](double number) { add_number(column, number); }, [&](std::int32_t day) { add_day(column, day); },
                          [&](bool yes) { add_yes_no(column, yes); }},
               value);
}

void AccountTableBuilder::add_chunk(const AccountTable &from, std::size_t chunk) {
    if (m_keys.size() != 0) {
        close_chunk();
    }
    const std::size_t rows = from.rows_of_chunk(chunk);
    m_table.m_keys.push_back(from.m_keys[chunk]);
    m_rows += rows;
    for (Open &column : m_open) {
        const AccountTable::Column *cells = from.column(column.id);
        column.any = column.any || (cells != nullptr && !is_blank(*(*cells)[chunk]));
        column.done.push_back(cells == nullptr ? Shared<AccountCells>(missing_cells(column.type, rows)) : (*cells)[chunk]);
    }
}

AccountTable AccountTableBuilder::take() {
    if (m_keys.size() != 0) {
        close_chunk();
    }
    m_table.m_rows = std::exchange(m_rows, 0);
    for (Open &column : m_open) {
        if (column.any) {
            m_table.m_columns.emplace(std::move(column.id), std::move(column.done));
        }
    }
    m_open.clear();
    return std::move(m_table);
}

// The index: open addressing, at most half full.

AccountIndex::AccountIndex(const AccountTable &table)
    : m_table(&table), m_keys(table.keys()), m_slots(std::bit_ceil(table.rows() * 2 + 2)) {
    static constexpr std::size_t patience = 32; // tries a key, on average; sound keys need less than two
    std::size_t tries = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::size_t slot = slot_of(table.key(row), m_slots.size());
        while (m_slots[slot] != 0) {
            slot = (slot + 1) & (m_slots.size() - 1);
            ++tries;
        }
        m_slots[slot] = static_cast<std::uint32_t>(row + 1);
        if (tries > patience * (table.rows() + accountChunkRows)) {
            sort_rows();
            return;
        }
    }
}

void AccountIndex::sort_rows() {
    m_slots.clear();
    for (std::size_t row = 0; row < m_table->rows(); ++row) {
        m_order.push_back(static_cast<std::uint32_t>(row));
    }
    std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) { return m_table->key(a) < m_table->key(b); });
}

bool AccountIndex::follow(const AccountTable &table) {
    const auto shared = [](const Shared<Texts> &a, const Shared<Texts> &b) { return a.shares_with(b); };
    const bool same = std::equal(m_keys.begin(), m_keys.end(), table.keys().begin(), table.keys().end(), shared);
    if (same) {
        m_table = &table;
    }
    return same;
}

std::optional<std::size_t> AccountIndex::row_of(std::string_view key) const {
    if (m_slots.empty()) {
        const auto it = std::lower_bound(m_order.begin(), m_order.end(), key,
                                         [&](std::uint32_t row, std::string_view k) { return m_table->key(row) < k; });
        return it != m_order.end() && m_table->key(*it) == key ? std::optional<std::size_t>(*it) : std::nullopt;
    }
    for (std::size_t slot = slot_of(key, m_slots.size()); m_slots[slot] != 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        const std::size_t row = m_slots[slot] - 1;
        if (m_table->key(row) == key) {
            return row;
        }
    }
    return std::nullopt;
}

// Stages.

std::vector<std::string> account_stages(const Accounts &accounts) {
    static const std::vector<std::string> standard = {"target", "engaged", "opportunity", "won", "lost", "expanding"};
    return accounts.stages.empty() ? standard : accounts.stages;
}

} // namespace fullcourt
