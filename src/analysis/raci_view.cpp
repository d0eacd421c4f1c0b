#include "analysis/raci_view.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

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

/// The columns by the id of their role; the text is the grid's.
using ColumnPlaces = std::unordered_map<std::string_view, std::size_t>;

/// Lists the columns as they are shown.
ColumnPlaces place_columns(const RaciGrid &grid, std::vector<RoleId> &shown) {
    std::vector<const RoleId *> byId;
    std::vector<const Position *> positions;
    for (const auto &[id, column] : grid.columns) {
        byId.push_back(&id);
        positions.push_back(&column.position);
    }
    ColumnPlaces places;
    places.reserve(byId.size());
    shown.reserve(byId.size());
    for (const std::size_t index : rising(positions)) {
        places.emplace(byId[index]->text, shown.size());
        shown.push_back(*byId[index]);
    }
    return places;
}

} // namespace

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
    view.activityNames.reserve(view.activities.size());
    for (const ActivityId &activity : view.activities) {
        view.activityNames.push_back(quoted(grid.activities.at(activity).name));
    }
    const ColumnPlaces places = place_columns(grid, view.columns);
    view.columnNames.reserve(view.columns.size());
    for (const RoleId &column : view.columns) {
        const Role *role = find(plan.organisation->roles, column);
        view.columnNames.push_back(role == nullptr ? "(unknown role)" : quoted(head_name(*role)));
    }
    view.letters.resize(view.activities.size() * view.columns.size());
    view.rowTallies.resize(view.activities.size());
    view.columnTallies.resize(view.columns.size());
    for (std::size_t row = 0; row < view.activities.size(); ++row) {
        const Cells *cells = find(grid.rows, view.activities[row]);
        if (cells == nullptr) {
            continue;
        }
        for (const auto &[role, letters] : *cells) {
            const auto at = places.find(role.text);
            if (at == places.end()) {
                view.withoutColumn.push_back(&role);
                continue;
            }
            const std::size_t column = at->second;
            view.letters[row * view.columns.size() + column] = letters;
            add(view.rowTallies[row], letters, view.is_rasci());
            add(view.columnTallies[column], letters, view.is_rasci());
            view.anyLetter = true;
        }
    }
    return view;
}

} // namespace fullcourt
