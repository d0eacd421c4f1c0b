// Who may decide what, on whose input, by when (DOMAIN §6).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/meeting.h"
#include "model/raci.h"

namespace fullcourt {

struct Decision {
    std::string name;
    std::set<RoleId> deciders;
    bool either = false;                  ///< "X or Y": any one of the deciders is enough
    RoleId tieBreak;                      ///< who decides when joint deciders do not agree; empty: nobody
    std::map<RoleId, std::string> inputs; ///< role → what its input is for; may be empty text
    Period period;                        ///< how often it is taken; unit none: as it comes up
    std::string deadline;                 ///< "by the end of the quarter's first month"
    std::optional<int> turnaroundDays;    ///< for what comes up: how long it may take
    std::set<ActivityId> activities;      ///< the activities of the grid that it governs
    MeetingId forum;                      ///< where it is taken; empty: not said
    Position position;
    Extra extra;

    friend bool operator==(const Decision &, const Decision &) = default;
};
using DecisionId = Id<Decision>;

} // namespace fullcourt
