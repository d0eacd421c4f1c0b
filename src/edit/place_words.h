// A place of the plan as a person calls it: "Headcount of the role CFO", "CFO in Close".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// Names as the plan has them now; what it does not have is called by its id. A colon and what stands there may follow.
std::string place_words(const Plan &plan, const PlanPath &path);

/// "Role CFO", "Activity Close"; nothing where the path leads to no item of a list or goes on into one.
std::string item_words(const Plan &plan, const PlanPath &path);

/// "Employees of the account Acme", by what both are called.
std::string account_cell_words(const std::string &account, const std::string &column);

/// The name of an item of the list: ("roles", "cfo") → "CFO". The id where there is none; for a list that has no names, too.
std::string name_in_list(const Plan &plan, std::string_view list, const std::string &id);

/// The name of an account; its key where the table has it no longer.
std::string account_called(const Plan &plan, const AccountId &account);

/// The name of the one, else how many: "12 accounts".
std::string accounts_called(const Plan &plan, const std::vector<AccountId> &accounts);

/// Whether the place holds the letters of a cell of the grid, as it is to be or as it was.
bool is_grid_cell(const PlanPath &path);
/// What a cell of the grid holds: "I (informed)", for who need not know the letters by heart.
std::string letters_words(const Plan &plan, const std::string &text);

/// Whether the place holds the minutes after midnight at which a meeting starts, which a person calls by the clock.
bool is_meeting_start(const PlanPath &path);
/// "9:30" for the value 570 there; nothing for any other place, or for what is no such number.
std::optional<std::string> meeting_start_words(const PlanPath &path, std::string_view value);

/// A field's key as words: "reportsTo" → "reports to".
std::string field_words(std::string_view key);

} // namespace fullcourt
