// A pasted list of people: one a line, with the roles they have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

struct PastedPeople {
    PlanEdit edit;                         ///< one step; without steps where the list names nobody
    std::vector<PersonId> made;            ///< in the list's order
    std::size_t vacancies = 0;             ///< of them
    std::vector<std::string> unknownRoles; ///< words that are no role of the plan, each once, as they stand in the list
    std::size_t leftOut = 0;               ///< lines beyond `longestList`
};

/// "Ada; AE 50 %; Sales manager": the name, then roles by name or short name in any case, each with its share of time where that
/// is said. A line is cut at its tabs, where it has one, else at semicolons, else at commas; white space around words means
/// nothing. "Vacant" or no name before the roles: a position that nobody holds yet. A head line ("Name; Role") is skipped.
PastedPeople add_people_list(const Plan &plan, std::string_view text, const RandomBits &bits);

} // namespace fullcourt
