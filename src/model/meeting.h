// A standing meeting of the operating rhythm (DOMAIN §5).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/period.h"
#include "model/role.h"

namespace fullcourt {

enum class Weekday { none, monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct Meeting {
    std::string name;
    Period period;
    int minutes = 30; ///< 1 to 10,000
    Weekday weekday = Weekday::none;
    std::optional<int> startMinutes; ///< after midnight, 0 to 1,439; of no time zone
    std::set<RoleId> attendees;
    bool perPod = false; ///< held once for each pod, by the pod's own people
    std::vector<std::string> topics;
    std::vector<std::string> outputs;
    std::map<std::string, bool> held; ///< calendar date → held, or skipped
    Position position;
    Extra extra;

    friend bool operator==(const Meeting &, const Meeting &) = default;
};
using MeetingId = Id<Meeting>;

} // namespace fullcourt
