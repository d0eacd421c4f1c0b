// Sections that nobody has begun are begun with what the reference model has there: a room argues sooner about a meeting that stands
// on the screen than about an empty list.
#pragma once

#include "analysis/finding.h"
#include "edit/edit.h"

namespace fullcourt {

/// What the reference model has in the section, with the plan's own roles, activities and meetings where they are the same by name or
/// short name ("AE" is the account executive). A plan without roles gets those that are named; one with roles keeps to its own, and
/// what would be left of nobody (a role's KPI) is left out. The section of organisation gets the roles of the reference grid.
/// Nothing where the section holds anything already, or is none of organisation, cadences, decisions, escalation, KPIs and governance.
PlanEdit begin_with_reference(const Plan &plan, PlanSection section);

} // namespace fullcourt
