// "Who decides?": one question over decisions, activities and the escalation, answered in one sentence (DOMAIN §4, §6, §7).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "model/plan.h"

namespace fullcourt {

struct Answer {
    PlanSection section = PlanSection::decisions; ///< where it stands: decisions, grid or escalation
    std::string item;                             ///< id of the decision, activity or level
    std::string name;
    std::string sentence;
};

/// What every word of the question begins a word of, in any order and without regard to case: decisions first, then activities
/// of the grid, then levels of the escalation, each in the plan's order. A question without a word has no answer.
std::vector<Answer> who_decides(const Plan &plan, std::string_view question);

/// When a conflict leaves the level: "when nobody agrees; at the latest after 7 days", "after 7 days"; a limit that the trigger
/// says itself ("still open after a week") is said once. Empty where nothing says it.
std::string rising_words(const EscalationLevel &level);

/// "VP Sales (Ana Ruiz)": the people who wear the hat behind the role's name; "vacant" where only vacancies do.
std::string role_with_people(const Organisation &organisation, const RoleId &role);

} // namespace fullcourt
