// Taking out what refers to something that is being deleted. Private to edit.
#pragma once

#include <cstddef>
#include <vector>

#include "edit/edit.h"

namespace fullcourt {

/// The steps after which no section but the grid names the roles. KPIs that measure one of them are removed, because
/// without their role they would be taken for shared ones; their number is returned.
std::size_t forget_roles(const Plan &plan, const std::vector<RoleId> &roles, std::vector<EditStep> &steps);
/// Decisions no longer name the activities.
void forget_activities(const Plan &plan, const std::vector<ActivityId> &activities, std::vector<EditStep> &steps);
/// Decisions, levels and KPIs no longer name the meetings.
void forget_meetings(const Plan &plan, const std::vector<MeetingId> &meetings, std::vector<EditStep> &steps);

} // namespace fullcourt
