// A place of the plan as a person calls it: "Role CFO: headcount", "Close, CFO: letter".
#pragma once

#include <string>
#include <string_view>

#include "model/plan.h"

namespace fullcourt {

/// Names as the plan has them now; what it does not have is called by its id.
std::string place_words(const Plan &plan, const PlanPath &path);

/// "Role CFO", "Activity Close"; nothing where the path leads to no item of a list or goes on into one.
std::string item_words(const Plan &plan, const PlanPath &path);

/// The name of an item of the list: ("roles", "cfo") → "CFO". The id where there is none; for a list that has no names, too.
std::string name_in_list(const Plan &plan, std::string_view list, const std::string &id);

/// A field's key as words: "reportsTo" → "reports to".
std::string field_words(std::string_view key);

} // namespace fullcourt
