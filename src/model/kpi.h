// What is measured, whose it is, and what both sides signed (DOMAIN §8).
#pragma once

#include <map>
#include <string>

#include "model/meeting.h"

namespace fullcourt {

enum class KpiDirection { up, down };
/// What a KPI counts: the plan's balance between the two is shown, and RULES §2 kpi.lead-centred reads it.
enum class KpiCentre { account, lead, neither };

struct Kpi {
    std::string name;
    RoleId role;  ///< whose contribution it measures; empty: shared by the program
    RoleId owner; ///< who answers for the number
    std::string unit;
    KpiDirection direction = KpiDirection::up;
    KpiCentre centre = KpiCentre::account;
    std::string target; ///< as text: "25 %", "14 days"
    std::string source; ///< where the number comes from
    MeetingId review;   ///< empty: not said
    bool signedByMarketing = false;
    bool signedBySales = false;
    std::map<std::string, double> values; ///< period ("2026-11", "2026-Q4") → value
    Position position;
    Extra extra;

    bool is_shared() const { return role.empty(); }
    friend bool operator==(const Kpi &, const Kpi &) = default;
};
using KpiId = Id<Kpi>;

} // namespace fullcourt
