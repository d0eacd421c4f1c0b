// RULES §1 over the grid. Reads the grid's own roles alone. Pure; the same plan gives the same findings in the
// same order: row by row as a person reads the grid, then column by column.
#pragma once

#include <map>
#include <vector>

#include "analysis/finding.h"

namespace fullcourt {

class Policy;
struct RaciView;

std::vector<Finding> check_raci(const Plan &plan);
/// The same for who has looked already (analysis/check.h).
std::vector<Finding> check_raci(const RaciView &view, const Policy &policy);

/// How many of each letter a row or a column holds; A/R counts as one of each.
struct LetterCount {
    std::map<char, int> letters;
    int filled = 0; ///< cells with any letter

    int of(char letter) const {
        const auto it = letters.find(letter);
        return it == letters.end() ? 0 : it->second;
    }
};
LetterCount count_row(const RaciGrid &grid, const ActivityId &activity);
LetterCount count_column(const RaciGrid &grid, const RoleId &role);

} // namespace fullcourt
