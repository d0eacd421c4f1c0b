// What exports call things: names of roles and meetings, how often, how long, which day.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt::wording {

/// Days since 1970, as dates of accounts are counted.
inline std::int32_t days_of(const Date &date) { return days_between({1970, 1, 1}, date); }

/// Short where the role has a short name: for columns and lists. The id of a role that the plan does not have.
std::string role_head(const Plan &plan, const RoleId &id);
/// Of those that the plan has, in its order.
std::vector<std::string> role_names(const Plan &plan, const std::set<RoleId> &ids);
/// "AE and Account marketer"; "nobody yet".
std::string who(const Plan &plan, const std::set<RoleId> &ids);
/// Empty where there is none.
std::string meeting_name(const Plan &plan, const MeetingId &id);

/// "every week", "every 2 months"; empty where it does not recur.
std::string often(const Period &period);
/// "30 minutes", "4 hours", "1 hour 30 minutes".
std::string length(int minutes);
/// 0.25 → "25 %".
std::string percent(double share);

/// "Monday".
std::string weekday(int number);

/// "a, b and c"; "a; b; c" where one of them holds a comma, a bracket or an "and" of its own.
std::string series(const std::vector<std::string> &items);

/// As it stands within a sentence: "End of the month" → "end of the month", "CRM" stays.
std::string inside(std::string text);
/// As it stands at the beginning of one.
std::string capital(std::string text);
/// With a full stop, unless it ends in one or in another mark.
std::string stopped(std::string text);

} // namespace fullcourt::wording
