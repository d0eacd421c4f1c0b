// What stands in a plan's grid, as the sentences about a file name it.
#pragma once

#include <string>

#include "model/plan.h"

namespace fullcourt {

/// In quotes; by its id where the plan has none such.
std::string name_of(const Plan &plan, const RoleId &id);
std::string name_of(const Plan &plan, const ActivityId &id);

/// `of` stands before it and says of what but the grid's own letters it is: "The ballot of sales, ".
std::string cell_name(const Plan &plan, const std::string &of, const ActivityId &activity, const RoleId &role);

} // namespace fullcourt
