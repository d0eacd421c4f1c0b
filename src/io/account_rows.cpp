#include "io/account_rows.h"

#include <algorithm>
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

void append_value(std::string &out, const AccountTable &table, const AccountColumnId &column, std::size_t row) {
    std::visit(Overloaded{[&](std::monostate) {
                              const std::string unreadable = table.text(column, row);
                              out += unreadable.empty() ? "null" : json_string(unreadable);
                          },
                          [&](std::string_view text) { out += json_string(text); }, [&](double number) { out += json_number(number); },
                          [&](std::int32_t day) { out += '"' + day_text(day) + '"'; }, [&](bool yes) { out += yes ? "true" : "false"; }},
               table.value(column, row));
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

std::string account_rows_json(const AccountTable &table, std::vector<AccountColumnId> columns, std::string_view between) {
    if (table.rows() == 0) {
        return {};
    }
    for (const auto &[id, column] : table.columns()) {
        if (std::find(columns.begin(), columns.end(), id) == columns.end()) {
            columns.push_back(id);
        }
    }
    std::erase_if(columns, [&](const AccountColumnId &id) { return table.column(id) == nullptr; });
    std::string out = "[\"\"";
    for (const AccountColumnId &id : columns) {
        out += "," + json_string(id.text);
    }
    out += "]";
    for (std::size_t row = 0; row < table.rows(); ++row) {
        out += between;
        out += "[" + json_string(table.key(row));
        std::size_t end = out.size();
        for (const AccountColumnId &id : columns) {
            out += ',';
            const std::size_t begin = out.size();
            append_value(out, table, id, row);
            if (std::string_view(out).substr(begin) != "null") {
                end = out.size();
            }
        }
        out.resize(end);
        out += "]";
    }
    return out;
}

} // namespace fullcourt
