// Target accounts as CSV: the whole list for a spreadsheet, and what goes back into the CRM.
//
// A text that begins with = + - @, tab or CR gets an apostrophe in front, so that a spreadsheet does not run it; numbers do not.
#pragma once

#include <cstdint>
#include <string>

#include "model/plan.h"

namespace fullcourt {

/// Key and every column in shown order, a row an account; a pod by its name.
std::string accounts_csv(const Plan &plan);

/// "id,tier,pod,score" for every account, in the table's order: "1:1", "1:few", "1:many" or nothing; the pod's name; the score with one
/// decimal, or nothing. `today` is a day since 1970.
std::string crm_csv(const Plan &plan, std::int32_t today);

} // namespace fullcourt
