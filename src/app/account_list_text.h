// What a plan's list of accounts shows, as text that the browser keeps from one visit to the next. It is no part of the plan.
#pragma once

#include <string>
#include <string_view>

#include "analysis/account_list.h"
#include "app/action.h"

namespace fullcourt {

/// The preference that keeps it.
std::string account_list_preference(const PlanId &plan);

/// Search, filters and order; empty where they ask for nothing, and where it would be longer than what is read back (64 kB).
std::string account_list_text(const ListQuestion &question);

/// What of it can be asked of these accounts. The text may be anything: what is no line of such a text and what names a column that
/// is gone is left out, and nothing is said of it.
ListQuestion account_list_of(std::string_view text, const Accounts &accounts);

} // namespace fullcourt
