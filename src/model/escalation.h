// One rung of the escalation ladder (DOMAIN §7). The ladder is the rungs in order.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/meeting.h"

namespace fullcourt {

struct EscalationLevel {
    std::set<RoleId> parties;
    std::string about;
    std::string trigger;          ///< what makes it rise from here to the next level
    std::optional<int> limitDays; ///< after so many days without a result it rises by itself
    MeetingId forum;              ///< where it is settled; empty: not said
    Position position;
    Extra extra;

    friend bool operator==(const EscalationLevel &, const EscalationLevel &) = default;
};
using EscalationLevelId = Id<EscalationLevel>;

} // namespace fullcourt
