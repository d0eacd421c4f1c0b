// The grid as the rules read it: shown columns, activities in reading order, everything counted in one pass.
// For the files of this layer; others ask analysis/raci.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// Letters of a row or a column that mean something; A/R counts as one of each.
struct RaciTally {
    int responsible = 0;
    int accountable = 0;
    int supporting = 0; ///< S counts only where the scheme is RASCI
    int consulted = 0;
    int informed = 0;
    int filled = 0; ///< cells with any letter, extra letters included
};

struct RaciView {
    const Plan *plan = nullptr;
    std::vector<ActivityId> activities; ///< in reading order
    std::vector<RoleId> columns;        ///< in shown order
    std::vector<Letters> letters;       ///< activities × columns
    std::vector<RaciTally> rowTallies;
    std::vector<RaciTally> columnTallies;
    bool anyLetter = false;
    std::vector<std::string> activityNames;    ///< quoted, for sentences
    std::vector<std::string> columnNames;      ///< of the columns' roles, quoted; "(unknown role)"
    std::vector<const RoleId *> withoutColumn; ///< the role of each cell that no column shows; the ids are the plan's

    Letters at(std::size_t row, std::size_t column) const { return letters[row * columns.size() + column]; }
    bool is_rasci() const { return plan->raci->scheme == LetterScheme::rasci; }
    const std::string &activity_name(std::size_t row) const { return activityNames[row]; }
    const std::string &role_name(std::size_t column) const { return columnNames[column]; }
    /// The columns whose cell in this row holds the letter.
    std::vector<std::size_t> holders(std::size_t row, char letter) const;
};

/// The view refers to the plan, which must outlive it.
RaciView view_raci(const Plan &plan);

} // namespace fullcourt
