#include "analysis/grid_difference.h"

#include <set>

#include "base/text.h"

namespace fullcourt {
namespace {

/// Every cell that either picture has.
std::set<std::pair<ActivityId, RoleId>> cells_of(const LetterMap &asIs, const LetterMap &toBe) {
    std::set<std::pair<ActivityId, RoleId>> cells;
    for (const LetterMap *rows : {&asIs, &toBe}) {
        for (const auto &[activity, row] : *rows) {
            for (const auto &[role, letters] : row) {
                cells.emplace(activity, role);
            }
        }
    }
    return cells;
}

Letters letters_in(const LetterMap &rows, const ActivityId &activity, const RoleId &role) {
    const Cells *row = find(rows, activity);
    const Letters *letters = row == nullptr ? nullptr : find(*row, role);
    return letters == nullptr ? Letters() : *letters;
}

CellChange change_of(Letters before, Letters after) {
    return before.empty() ? CellChange::added : after.empty() ? CellChange::removed : CellChange::changed;
}

std::size_t count(const GridDifference &difference, CellChange change) {
    std::size_t count = 0;
    for (const CellDifference &cell : difference.cells) {
        count += cell.change == change ? 1 : 0;
    }
    return count;
}

std::string sentence_of(const GridDifference &difference) {
    if (difference.cells.empty()) {
        return "Both grids say the same.";
    }
    std::vector<std::string> kinds;
    for (const CellChange change : {CellChange::added, CellChange::removed, CellChange::changed}) {
        if (const std::size_t cells = count(difference, change); cells > 0) {
            kinds.push_back(std::to_string(cells) + " " + std::string(cell_change_name(change)));
        }
    }
    return counted(difference.cells.size(), "cell differs", "cells differ") + " in " +
           counted(difference.activities, "activity", "activities") + ": " + listed(kinds) + ".";
}

} // namespace

GridDifference grid_difference(const LetterMap &asIs, const LetterMap &toBe) {
    GridDifference difference;
    std::set<ActivityId> activities;
    for (const auto &[activity, role] : cells_of(asIs, toBe)) {
        const Letters before = letters_in(asIs, activity, role);
        const Letters after = letters_in(toBe, activity, role);
        if (before != after) {
            difference.cells.push_back({activity, role, change_of(before, after), before, after});
            activities.insert(activity);
        }
    }
    difference.activities = activities.size();
    difference.added = count(difference, CellChange::added);
    difference.removed = count(difference, CellChange::removed);
    difference.changed = count(difference, CellChange::changed);
    difference.sentence = sentence_of(difference);
    return difference;
}

std::string_view cell_change_name(CellChange change) {
    switch (change) {
    case CellChange::added: return "added";
    case CellChange::removed: return "removed";
    case CellChange::changed: break;
    }
    return "changed";
}

} // namespace fullcourt
