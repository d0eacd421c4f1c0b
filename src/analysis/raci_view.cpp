#include "analysis/raci_view.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

void add(RaciTally &tally, Letters letters, bool rasci) {
    tally.responsible += letters.has('R') ? 1 : 0;
    tally.accountable += letters.has('A') ? 1 : 0;
    tally.supporting += rasci && letters.has('S') ? 1 : 0;
    tally.consulted += letters.has('C') ? 1 : 0;
    tally.informed += letters.has('I') ? 1 : 0;
    ++tally.filled;
}

/// Lists the columns as they are shown; returns for each in the order of its id, where that is.
std::vector<std::size_t> place_columns(const std::map<RoleId, Column> &columns, std::vector<RoleId> &shown) {
    std::vector<std::pair<std::map<RoleId, Column>::const_iterator, std::size_t>> byPosition;
    byPosition.reserve(columns.size());
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        byPosition.emplace_back(column, byPosition.size());
    }
    sort_stably(byPosition, [](const auto &a, const auto &b) { return a.first->second.position < b.first->second.position; });
    std::vector<std::size_t> places(columns.size());
    shown.reserve(columns.size());
    for (const auto &[column, index] : byPosition) {
        places[index] = shown.size();
        shown.push_back(column->first);
    }
    return places;
}

/// Cells and columns are both sorted by role: one walk over the two finds the shown cells.
template <class Use> void for_shown_cells(const Cells &cells, const std::map<RoleId, Column> &columns, const Use &use) {
    auto column = columns.begin();
    std::size_t index = 0;
    for (const auto &[role, letters] : cells) {
        while (column != columns.end() && column->first < role) {
            ++column;
            ++index;
        }
        if (column != columns.end() && column->first == role) {
            use(index, letters);
        }
    }
}

} // namespace

std::string RaciView::activity_name(std::size_t row) const { return quoted(plan->raci->activities.at(activities[row]).name); }

std::string RaciView::role_name(std::size_t column) const {
    const Role *role = find(plan->organisation->roles, columns[column]);
    return role == nullptr ? "(unknown role)" : quoted(head_name(*role));
}

std::vector<std::size_t> RaciView::holders(std::size_t row, char letter) const {
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (at(row, column).has(letter)) {
            found.push_back(column);
        }
    }
    return found;
}

RaciView view_raci(const Plan &plan) {
    const RaciGrid &grid = *plan.raci;
    RaciView view;
    view.plan = &plan;
    view.activities = activity_order(grid);
    const std::vector<std::size_t> places = place_columns(grid.columns, view.columns);
    view.letters.resize(view.activities.size() * view.columns.size());
    view.rowTallies.resize(view.activities.size());
    view.columnTallies.resize(view.columns.size());
    for (std::size_t row = 0; row < view.activities.size(); ++row) {
        const Cells *cells = find(grid.rows, view.activities[row]);
        if (cells == nullptr) {
            continue;
        }
        for_shown_cells(*cells, grid.columns, [&](std::size_t index, Letters letters) {
            const std::size_t column = places[index];
            view.letters[row * view.columns.size() + column] = letters;
            add(view.rowTallies[row], letters, view.is_rasci());
            add(view.columnTallies[column], letters, view.is_rasci());
            view.anyLetter = true;
        });
    }
    return view;
}

} // namespace fullcourt
