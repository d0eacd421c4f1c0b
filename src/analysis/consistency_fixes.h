// What one click can do about a contradiction between sections. For the files of this layer.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/plan_view.h"
#include "edit/edit.h"

namespace fullcourt {

/// An edit that puts one item: moved in, where a braced list of steps would copy it once more.
template <class Item> PlanEdit put_item(std::string label, const Id<Item> &id, Item item) {
    PlanEdit edit{std::move(label), {}};
    edit.steps.emplace_back(Put<Item>{id, std::move(item)});
    return edit;
}

/// Steps that show these roles as the last columns of the grid; those that are columns stay where they are.
void add_columns(const Plan &plan, const std::vector<RoleId> &roles, PlanEdit &edit);

/// Makes the role accountable in the row; who was it so far goes on doing the work (R) or is consulted (C).
PlanEdit make_accountable(const PlanView &view, std::size_t row, const RoleId &role);

/// Consults these roles in the row, where they have no other part.
PlanEdit consult(const PlanView &view, std::size_t row, const std::vector<RoleId> &roles);

/// Invites these roles to the meeting.
PlanEdit invite(const PlanView &view, const MeetingId &meeting, const std::vector<RoleId> &roles);

/// "AE + account marketer sync (every week)".
std::string name_with_period(const Meeting &meeting);

} // namespace fullcourt
