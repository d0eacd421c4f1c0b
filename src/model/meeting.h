// A standing meeting of the operating rhythm (DOMAIN §5).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/period.h"
#include "model/role.h"

namespace fullcourt {

struct Meeting {
    std::string name;
    Period period;
    int minutes = 30; ///< 1 to 10,000
    std::set<RoleId> attendees;
    bool perPod = false; ///< held once for each pod, by the pod's own people
    std::vector<std::string> topics;
    std::vector<std::string> outputs;
    Position position;
    Extra extra;

    friend bool operator==(const Meeting &, const Meeting &) = default;
};
using MeetingId = Id<Meeting>;

} // namespace fullcourt
