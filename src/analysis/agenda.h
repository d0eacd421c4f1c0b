// A meeting's agenda, ready to send, and the meeting in a few lines for a chat (DOMAIN §5).
#pragma once

#include <string>

#include "model/plan.h"

namespace fullcourt {

/// Open actions first, then the decisions that are taken here or are due as often, the KPIs reviewed here, the topics and what
/// should come out. Plain text, a line each.
std::string agenda_text(const Plan &plan, const MeetingId &meeting);

/// At most ten lines: when, who, about what, with which result.
std::string meeting_summary(const Plan &plan, const MeetingId &meeting);

/// What a role does, decides, supports, gives input to and hears about; where it meets and what measures it. Plain text for a
/// chat; a line that has nothing to say is left out.
std::string role_card_text(const Plan &plan, const RoleId &role);

} // namespace fullcourt
