// Head-counts against the ratios and the scaling stages of DOMAIN §2, and a what-if on the number of account executives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/hours.h"
#include "model/plan.h"

namespace fullcourt {

/// Whole heads, both ends included.
struct Need {
    int least = 0;
    int most = 0;
    friend bool operator==(const Need &, const Need &) = default;
};

/// From ceil(AEs / upper) to ceil(AEs / lower); bands 3–4 marketers, 2–3 SDRs, 8–10 specialists (thresholds of RULES §2).
/// Nothing for account executives, who set the measure, and for no core function.
std::optional<Need> need_of(const Settings &settings, CoreFunction core, int accountExecutives);

/// Heads of all roles of the function; nothing where no role of it has a head-count.
std::optional<int> heads_of(const Organisation &organisation, CoreFunction core);
/// All head-counts that are set.
int heads_of_all(const Organisation &organisation);

/// "account marketer", "account marketers".
std::string core_function_name(CoreFunction core, bool several);

struct StaffingRow {
    RoleId role;
    std::optional<int> headcount;
    std::optional<Need> need; ///< of the role's function, where it has a ratio and the account executives are known
    int podsPerPerson = 1;
    WeeklyHours week; ///< of one person, in standing meetings
};
/// Every role of the plan in order; with `accountExecutives` set, as if there were so many.
std::vector<StaffingRow> staffing(const Plan &plan, std::optional<int> accountExecutives = {});

/// The highest scaling stage (1 to 4) whose head-counts are all there, 0 before the first, and what the next one still needs.
/// Cumulative: stage 2 has one account marketer for each of its 3 or 4 account executives, so stage 3 has at least 3 and
/// stage 4, too; the product and customer success specialists of stage 4 are two heads. A head-count not set counts as
/// enough, since not set is not 0; a role that is not in the plan is missing. Nothing where no account executive is counted.
struct StageView {
    int stage = 0;
    std::vector<std::string> missing; ///< "1 product specialist", for the next stage; empty at stage 4
    bool between = false;             ///< something that only the next stage has is there already
};
std::optional<StageView> scaling_stage(const Organisation &organisation);

} // namespace fullcourt
