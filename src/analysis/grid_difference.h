// What differs between two pictures of the grid: as it is, and as it is to be.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/raci.h"

namespace fullcourt {

/// A cell without letters and a cell that is not there are the same.
using LetterMap = GridRows;

enum class CellChange { added, removed, changed };

struct CellDifference {
    ActivityId activity;
    RoleId role;
    CellChange change = CellChange::changed;
    Letters before;
    Letters after;

    friend bool operator==(const CellDifference &, const CellDifference &) = default;
};

struct GridDifference {
    std::vector<CellDifference> cells; ///< by activity and role (their ids)
    std::size_t activities = 0;        ///< with at least one of them
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;
    std::string sentence; ///< "12 cells differ in 5 activities: 3 added, 2 removed and 7 changed."
};

GridDifference grid_difference(const LetterMap &asIs, const LetterMap &toBe);

/// In small words: "added", "removed", "changed".
std::string_view cell_change_name(CellChange change);

} // namespace fullcourt
