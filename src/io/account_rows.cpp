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

constexpr std::size_t noColumn = std::string::npos;

/// Column of the builder → type, and cell of a row → column of the builder.
struct Layout {
    std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
    std::vector<std::size_t> column_of;
};

Layout layout_of(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs) {
    Layout layout;
    std::set<AccountColumnId> seen;
    for (std::size_t cell = 1; cell < rows.cells_of(0); ++cell) {
        const AccountColumnId id(sound_id(rows.text(0, cell)));
        const bool sound = !id.empty() && layout.columns.size() < limits.columns && seen.insert(id).second;
        layout.column_of.push_back(sound ? layout.columns.size() : noColumn);
        if (!sound) {
            repairs.mended("Column " + std::to_string(cell) + " of the accounts, " + in_quotes(id.text) +
                           (id.empty()                                ? ", has no id"
                            : layout.columns.size() >= limits.columns ? ", is one more than Fullcourt reads"
                                                                      : ", stands there twice") +
                           "; its cells were left out.");
            continue;
        }
        layout.columns.emplace_back(id, types.try_emplace(id, AccountColumnType::text).first->second);
    }
    return layout;
}

std::vector<std::string> keys_of(const RawRows &rows, std::size_t count) {
    std::vector<std::string> keys;
    keys.reserve(count);
    for (std::size_t row = 1; row <= count; ++row) {
        keys.push_back(sound_id(trimmed(rows.text(row, 0))));
    }
    return keys;
}

/// Gives a key to rows that have none or somebody else's.
void settle_keys(std::vector<std::string> &keys, Repairs &repairs) {
    if (std::adjacent_find(keys.begin(), keys.end(), [](const auto &a, const auto &b) { return a >= b; }) == keys.end() &&
        (keys.empty() || !keys.front().empty())) {
        return; // rising, so each is another
    }
    std::set<std::string, std::less<>> seen;
    for (std::size_t row = 0; row < keys.size(); ++row) {
        if (!keys[row].empty() && seen.insert(keys[row]).second) {
            continue;
        }
        const std::string before = keys[row];
        const std::string number = std::to_string(row + 1);
        std::string key = before;
        key.append(before.empty() ? "row " : " (row ").append(number).append(before.empty() ? "" : ")");
        keys[row] = sound_id(key);
        while (!seen.insert(keys[row]).second) {
            keys[row] = sound_id(keys[row] + std::string(maximumIdBytes, '+'));
        }
        repairs.mended("Account " + number + (before.empty() ? " had no id" : " had the id of another, " + in_quotes(before)) +
                       "; it has the id " + in_quotes(keys[row]) + " now.");
    }
}

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

AccountTable read_account_rows(const RawRows &rows, AccountColumnTypes &types, const AccountRowLimits &limits, Repairs &repairs) {
    if (rows.rows() == 0) {
        return {};
    }
    const Layout layout = layout_of(rows, types, limits, repairs);
    const std::size_t count = std::min(rows.rows() - 1, limits.rows);
    std::vector<std::string> keys = keys_of(rows, count);
    settle_keys(keys, repairs);
    AccountTableBuilder builder(layout.columns);
    std::size_t outside = 0;
    for (std::size_t row = 1; row <= count; ++row) {
        builder.add_row(keys[row - 1]);
        const std::size_t cells = rows.cells_of(row);
        for (std::size_t cell = 1; cell < cells; ++cell) {
            const std::size_t column = cell <= layout.column_of.size() ? layout.column_of[cell - 1] : noColumn;
            if (column == noColumn) {
                ++outside;
            } else {
                rows.give(row, cell, layout.columns[column].second, builder, column);
            }
        }
    }
    const auto tell = [&](std::size_t number, std::string_view one, std::string_view many, std::string_view rest) {
        if (number != 0) {
            repairs.mended(counted(number, one, many) + " of the accounts " + std::string(rest));
        }
    };
    tell(rows.rows() - 1 - count, "row", "rows",
         "stood past the " + std::to_string(limits.rows) + " that Fullcourt reads and were left out.");
    tell(outside, "cell", "cells", "stood in no column and were left out.");
    tell(rows.bad_rows(), "row", "rows", "could not be read and were left out.");
    tell(rows.bad_cells(), "cell", "cells", "held a list or an object and are empty now.");
    return builder.take();
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
