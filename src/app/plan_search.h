// Everything in a plan by its name, to go there: what somebody in the room has just named.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "model/accounts.h"
#include "model/plan.h"

namespace fullcourt {

/// A thing of the plan and where it is shown.
struct PlanPlace {
    View view = View::overview;
    std::string item;   ///< what Choose takes there; an activity's id for the grid
    std::string kind;   ///< "Decision"
    std::string name;   ///< on one line, shortened where it is long
    std::string detail; ///< what one wants to know of it first: who decides, who attends, the target; may be empty
    int rank = 0;       ///< as search_rank() gives it

    friend bool operator==(const PlanPlace &, const PlanPlace &) = default;
};

/// What holds every word of the text in its name or detail, whatever the case of ASCII letters: names that begin with the first word,
/// then those with every word at the beginning of one, then the others; among equals the plan's sections in their order. At most
/// `most`; nothing for a text without a word.
std::vector<PlanPlace> search_plan(const Plan &plan, std::string_view text, std::size_t most);

/// The same for as one types: where accounts stand in the list is found out once, as long as they stand there.
class PlanSearcher {
  public:
    std::vector<PlanPlace> search(const Plan &plan, std::string_view text, std::size_t most);

  private:
    std::optional<AccountIndex> m_accounts;
};

/// How well a name answers the words (in lower case): 0 best, 3 where only the detail holds them; nothing where something is missing.
std::optional<int> search_rank(std::string_view name, std::string_view detail, const std::vector<std::string> &words);

} // namespace fullcourt
