// Head-counts against the ratios and the scaling stages of DOMAIN §2, and a what-if on the number of account executives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// Whole heads, both ends included.
struct Need {
    int least = 0;
    int most = 0;
    friend bool operator==(const Need &, const Need &) = default;
};

/// From ceil(AEs / upper) to ceil(AEs / lower); bands 3–4 marketers, 2–3 SDRs, 8–10 specialists (thresholds of RULES §2).
Need need_of(const Plan &plan, CoreFunction core, int accountExecutives);

/// Heads of all roles of the function; nothing where no role of it has a head-count.
std::optional<int> heads_of(const Organisation &organisation, CoreFunction core);

struct StaffingRow {
    RoleId role;
    std::optional<int> headcount;
    std::optional<Need> need; ///< for core functions with a ratio
    int podsPerPerson = 1;
    double weeklyHours = 0; ///< of one person, in standing meetings
};
/// Every role of the plan in order; with `accountExecutives` set, as if there were so many.
std::vector<StaffingRow> staffing(const Plan &plan, std::optional<int> accountExecutives = {});

/// The scaling stage (1 to 4) that the head-counts fill, 0 before the first, and what the next still needs.
struct StageView {
    int stage = 0;
    std::vector<std::string> missing; ///< "1 product specialist", for the next stage; empty at stage 4
    bool between = false;             ///< something of the next stage is there already
};
StageView scaling_stage(const Plan &plan);

} // namespace fullcourt
