// Taking out what refers to something that is being deleted. Private to edit.
#pragma once

#include <cstddef>
#include <vector>

#include "edit/edit.h"

namespace fullcourt {

/// The steps after which nothing but the grid's letters and columns names the roles. KPIs that measure one of them are removed,
/// because without their role they would be taken for shared ones; their number is returned.
std::size_t forget_roles(const Plan &plan, const std::vector<RoleId> &roles, std::vector<EditStep> &steps);
/// Decisions and disputes no longer name the activities; what the grid keeps beside its letters, the ballots and tallies go.
void forget_activities(const Plan &plan, const std::vector<ActivityId> &activities, std::vector<EditStep> &steps);
/// Decisions, levels and KPIs no longer name the meetings.
void forget_meetings(const Plan &plan, const std::vector<MeetingId> &meetings, std::vector<EditStep> &steps);
/// Disputes no longer name the levels.
void forget_levels(const Plan &plan, const std::vector<EscalationLevelId> &levels, std::vector<EditStep> &steps);
/// Other tools no longer integrate with them.
void forget_tools(const Plan &plan, const std::vector<ToolId> &tools, std::vector<EditStep> &steps);

/// Pods no longer name the people.
void forget_people(const Plan &plan, const std::vector<PersonId> &people, std::vector<EditStep> &steps);
/// Other plays no longer follow them, and notes no longer name them.
void forget_plays(const Plan &plan, const std::vector<PlayId> &plays, std::vector<EditStep> &steps);
/// Other templates no longer follow them.
void forget_play_templates(const Plan &plan, const std::vector<PlayTemplateId> &templates, std::vector<EditStep> &steps);

} // namespace fullcourt
