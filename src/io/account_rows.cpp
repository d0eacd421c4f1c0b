#include "io/account_rows.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "io/field_reader.h"
#include "io/json_text.h"

namespace fullcourt {
namespace {

constexpr std::size_t readCellsAtOnce = 10'000;
constexpr std::size_t readKeysAtOnce = 5'000;

/// False where the cell is missing; "null" then.
bool append_cell(std::string &out, const AccountCells &cells, std::size_t row) {
    const auto append_missing = [&] {
        const std::string *unreadable = cells.unreadable.empty() ? nullptr : find(cells.unreadable, static_cast<std::uint16_t>(row));
        if (unreadable == nullptr) {
            out += "null";
            return false;
        }
        append_json_string(out, *unreadable);
        return true;
    };
    return std::visit(Overloaded{[&](const Texts &texts) {
                                     if (texts[row].empty()) {
                                         return append_missing();
                                     }
                                     append_json_string(out, texts[row]);
                                     return true;
                                 },
                                 [&](const Categories &categories) {
                                     const std::uint16_t word = categories.values[row];
                                     if (word == Categories::missing) {
                                         return append_missing();
                                     }
                                     append_json_string(out, categories.words[word]);
                                     return true;
                                 },
                                 [&](const Numbers &numbers) {
                                     if (std::isnan(numbers.values[row])) {
                                         return append_missing();
                                     }
                                     out += json_number(numbers.values[row]);
                                     return true;
                                 },
                                 [&](const Days &days) {
                                     if (days.values[row] == Days::missing) {
                                         return append_missing();
                                     }
                                     out += '"';
                                     out += day_text(days.values[row]);
                                     out += '"';
                                     return true;
                                 },
                                 [&](const YesNos &yesNos) {
                                     if (yesNos.values[row] == YesNos::missing) {
                                         return append_missing();
                                     }
                                     out += yesNos.values[row] == YesNos::yes ? "true" : "false";
                                     return true;
                                 }},
                      cells.values);
}

} // namespace

void RawRows::reserve_times(std::size_t factor) {
    static constexpr std::size_t mostCells = 2'000'000;
    static constexpr std::size_t mostBytes = std::size_t{64} << 20U;
    const std::size_t times = std::min(factor, mostCells);
    m_cells.reserve(std::min(m_cells.size() * times, mostCells));
    m_ends.reserve(std::min(m_ends.size() * times, mostCells));
    m_texts.reserve(std::min(m_texts.size() * times, mostBytes));
}

std::string RawRows::text(std::size_t row, std::size_t cell) const {
    if (cell >= cells_of(row)) {
        return {};
    }
    const Cell &found = m_cells[begin_of(row) + cell];
    switch (found.kind) {
    case Kind::yesNo: return found.number == 0 ? "false" : "true";
    case Kind::number: return to_text(found.number);
    case Kind::text: return std::string(text_of(found));
    case Kind::null: break;
    }
    return {};
}

void RawRows::give(std::size_t row, std::size_t cell, AccountColumnType type, AccountTableBuilder &builder, std::size_t column) const {
    const Cell &found = m_cells[begin_of(row) + cell];
    if (found.kind == Kind::null) {
        return;
    }
    if (found.kind == Kind::text) {
        builder.add_any(column, text_of(found));
    } else if (found.kind == Kind::number && type == AccountColumnType::number) {
        builder.add_number(column, found.number);
    } else if (found.kind == Kind::yesNo && type == AccountColumnType::yesNo) {
        builder.add_yes_no(column, found.number != 0);
    } else {
        builder.add_any(column, text(row, cell));
    }
}

AccountRowsReader::AccountRowsReader(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs)
    : m_rows(rows), m_limits(limits), m_repairs(repairs) {
    std::set<AccountColumnId> seen;
    for (std::size_t cell = 1; rows.rows() != 0 && cell < rows.cells_of(0); ++cell) {
        const AccountColumnId id(sound_id(rows.text(0, cell)));
        const bool sound = !id.empty() && m_columns.size() < limits.columns && seen.insert(id).second;
        m_columnOf.push_back(sound ? m_columns.size() : noColumn);
        if (!sound) {
            repairs.mended("Column " + std::to_string(cell) + " of the accounts, " + in_quotes(id.text) +
                           (id.empty()                           ? ", has no id"
                            : m_columns.size() >= limits.columns ? ", is one more than Fullcourt reads"
                                                                 : ", stands there twice") +
                           "; its cells were left out.");
            continue;
        }
        m_columns.emplace_back(id, types.try_emplace(id, AccountColumnType::text).first->second);
    }
    m_count = rows.rows() == 0 ? 0 : std::min(rows.rows() - 1, limits.rows);
    m_keys.reserve(m_count);
}

bool AccountRowsReader::go_on() {
    const std::size_t keys = std::min(m_count, m_keys.size() + readKeysAtOnce);
    if (m_keys.size() < m_count) {
        while (m_keys.size() < keys) {
            read_key();
        }
        return false;
    }
    if (!m_builder) {
        m_seen.clear();
        m_builder.emplace(m_columns);
    }
    const std::size_t most = readCellsAtOnce / (m_columns.size() + 1) + 1;
    for (std::size_t rows = 0; m_builder->rows() < m_count && rows < most; ++rows) {
        read_row();
    }
    if (m_builder->rows() < m_count) {
        return false;
    }
    tell();
    return true;
}

double AccountRowsReader::part() const {
    const std::size_t done = m_keys.size() + 4 * (m_builder ? m_builder->rows() : 0);
    return m_count == 0 ? 1 : static_cast<double>(done) / (5 * static_cast<double>(m_count));
}

/// A row that has no key, or somebody else's, is given one.
void AccountRowsReader::read_key() {
    std::string key = sound_id(trimmed(m_rows.text(m_keys.size() + 1, 0)));
    const bool rises = m_keys.empty() ? !key.empty() : m_keys.back() < key;
    if (m_rising && rises) {
        m_keys.push_back(std::move(key)); // each is another
        return;
    }
    if (std::exchange(m_rising, false)) {
        m_seen.insert(m_keys.begin(), m_keys.end());
    }
    if (!key.empty() && m_seen.insert(key).second) {
        m_keys.push_back(std::move(key));
        return;
    }
    const std::string number = std::to_string(m_keys.size() + 1);
    std::string given = key;
    given.append(key.empty() ? "row " : " (row ").append(number).append(key.empty() ? "" : ")");
    given = sound_id(given);
    while (!m_seen.insert(given).second) {
        given.append(maximumIdBytes, '+');
        given = sound_id(given);
    }
    m_repairs.mended("Account " + number + (key.empty() ? " had no id" : " had the id of another, " + in_quotes(key)) + "; it has the id " +
                     in_quotes(given) + " now.");
    m_keys.push_back(std::move(given));
}

void AccountRowsReader::read_row() {
    const std::size_t row = m_builder->rows() + 1;
    m_builder->add_row(m_keys[row - 1]);
    const std::size_t cells = m_rows.cells_of(row);
    for (std::size_t cell = 1; cell < cells; ++cell) {
        const std::size_t column = cell <= m_columnOf.size() ? m_columnOf[cell - 1] : noColumn;
        if (column == noColumn) {
            ++m_outside;
        } else {
            m_rows.give(row, cell, m_columns[column].second, *m_builder, column);
        }
    }
}

void AccountRowsReader::tell() {
    if (m_rows.rows() == 0) {
        return;
    }
    const auto told = [&](std::size_t number, std::string_view one, std::string_view many, std::string_view rest) {
        if (number != 0) {
            m_repairs.mended(counted(number, one, many) + " of the accounts " + std::string(rest));
        }
    };
    told(m_rows.rows() - 1 - m_count, "row", "rows",
         "stood past the " + std::to_string(m_limits.rows) + " that Fullcourt reads and were left out.");
    told(m_outside, "cell", "cells", "stood in no column and were left out.");
    told(m_rows.bad_rows(), "row", "rows", "could not be read and were left out.");
    told(m_rows.bad_cells(), "cell", "cells", "held a list or an object and are empty now.");
}

AccountTable AccountRowsReader::take() { return m_builder->take(); }

AccountTable read_account_rows(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs) {
    AccountRowsReader reader(rows, types, limits, repairs);
    while (!reader.go_on()) {
    }
    return reader.take();
}

AccountRowsText::AccountRowsText(const AccountTable &table, std::vector<AccountColumnId> columns)
    : m_table(&table), m_ids(std::move(columns)) {
    for (const auto &[id, column] : table.columns()) {
        if (std::find(m_ids.begin(), m_ids.end(), id) == m_ids.end()) {
            m_ids.push_back(id);
        }
    }
    std::erase_if(m_ids, [&](const AccountColumnId &id) { return table.column(id) == nullptr; });
    for (const AccountColumnId &id : m_ids) {
        m_columns.push_back(table.column(id));
    }
}

std::string AccountRowsText::head() const {
    std::string out = "[\"\"";
    for (const AccountColumnId &id : m_ids) {
        out += ',';
        append_json_string(out, id.text);
    }
    return out + "]";
}

void AccountRowsText::append_chunk(std::string &out, std::size_t chunk, std::string_view between) const {
    const Texts &keys = *m_table->keys()[chunk];
    for (std::size_t row = 0; row < keys.size(); ++row) {
        out += between;
        out += '[';
        append_json_string(out, keys[row]);
        std::size_t end = out.size();
        for (const AccountTable::Column *column : m_columns) {
            out += ',';
            if (append_cell(out, *(*column)[chunk], row)) {
                end = out.size();
            }
        }
        out.resize(end);
        out += ']';
    }
}

std::string account_rows_json(const AccountTable &table, std::vector<AccountColumnId> columns, std::string_view between) {
    if (table.rows() == 0) {
        return {};
    }
    const AccountRowsText rows(table, std::move(columns));
    std::string out = rows.head();
    for (std::size_t chunk = 0; chunk < table.chunks(); ++chunk) {
        rows.append_chunk(out, chunk, between);
        // The first chunk tells how much the others will need, near enough.
        if (chunk == 0) {
            out.reserve(out.size() * table.chunks() + out.size() / 8);
        }
    }
    return out;
}

} // namespace fullcourt
