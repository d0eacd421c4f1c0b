// What another number of account executives would ask for: heads, meeting hours, cost and scaling stage (DOMAIN §2, RULES §2, §7).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/staffing.h"
#include "model/plan.h"

namespace fullcourt {

/// One role in one staffing. Hours are those of one person in standing meetings.
struct RoleStaffing {
    std::optional<int> heads; ///< nothing: not set
    double hoursAWeek = 0;
    std::optional<double> costAYear; ///< heads × cost per head; nothing where either is not set
};

/// All roles in one staffing.
struct StaffingTotal {
    double hoursAWeek = 0;           ///< over all heads; a head-count not set counts as one head
    std::optional<double> costAYear; ///< of the roles whose cost is known; nothing where there is none
    std::optional<StageView> stage;  ///< as scaling_stage gives it
};

/// The staffings that are compared. In `least` and `most` each core function has the need's end; the other roles stay.
template <class Value> struct Staffings {
    Value today;
    Value unchanged; ///< the asked number of account executives, everybody else as today
    Value least;
    Value most;
};

struct WhatIfRow {
    RoleId role;
    CoreFunction core = CoreFunction::none;
    std::optional<Need> need;      ///< of the role's function, where it has a ratio
    std::optional<Need> needToday; ///< the same for today's account executives; nothing where their number is not set
    Staffings<RoleStaffing> load;
};

struct WhatIf {
    int accountExecutives = 0;
    std::optional<int> accountExecutivesToday;
    std::vector<WhatIfRow> rows; ///< every role, in the plan's order
    Staffings<StaffingTotal> total;
    std::string sentence; ///< "16 account executives need 4 to 6 account marketers (2 today) …"
};

inline constexpr int mostAccountExecutives = 200;

/// For 1 to 200 account executives (moved to the nearer end). Several roles of one core function share its heads: more go to the
/// first role that has a head-count, fewer are taken from the last.
WhatIf what_if(const Plan &plan, int accountExecutives);

} // namespace fullcourt
