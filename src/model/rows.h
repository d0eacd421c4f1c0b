// Values at two keys, kept as rows: no row is ever empty, so that each state has one form.
#pragma once

#include <map>
#include <optional>

namespace fullcourt {

template <class Row, class Column, class Value>
const Value *find_at(const std::map<Row, std::map<Column, Value>> &rows, const Row &row, const Column &column) {
    const auto cells = rows.find(row);
    if (cells == rows.end()) {
        return nullptr;
    }
    const auto cell = cells->second.find(column);
    return cell == cells->second.end() ? nullptr : &cell->second;
}

/// Nothing takes the value out, and its row where that was the last.
template <class Row, class Column, class Value>
void put_at(std::map<Row, std::map<Column, Value>> &rows, const Row &row, const Column &column, const std::optional<Value> &value) {
    if (value) {
        rows[row][column] = *value;
        return;
    }
    const auto cells = rows.find(row);
    if (cells == rows.end()) {
        return;
    }
    cells->second.erase(column);
    if (cells->second.empty()) {
        rows.erase(cells);
    }
}

} // namespace fullcourt
