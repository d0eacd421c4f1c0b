#include "io/repair_names.h"

#include "io/repairs.h"

namespace fullcourt {

std::string name_of(const Plan &plan, const RoleId &id) {
    const Role *role = find(plan.organisation->roles, id);
    return in_quotes(role == nullptr ? id.text : role->name);
}

std::string name_of(const Plan &plan, const ActivityId &id) {
    const Activity *activity = find(plan.raci->activities, id);
    return in_quotes(activity == nullptr ? id.text : activity->name);
}

std::string cell_name(const Plan &plan, const std::string &of, const ActivityId &activity, const RoleId &role) {
    return of + (of.empty() ? "Row " : "row ") + name_of(plan, activity) + ", column " + name_of(plan, role);
}

} // namespace fullcourt
