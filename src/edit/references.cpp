#include "edit/references.h"

#include <map>
#include <set>
#include <string>

namespace fullcourt {
namespace {

template <class Key> void leave(Key &reference, const std::vector<Key> &gone) {
    for (const Key &id : gone) {
        if (reference == id) {
            reference = Key();
        }
    }
}

template <class Key> void leave(std::set<Key> &references, const std::vector<Key> &gone) {
    for (const Key &id : gone) {
        references.erase(id);
    }
}

template <class Key, class Value> void leave(std::map<Key, Value> &references, const std::vector<Key> &gone) {
    for (const Key &id : gone) {
        references.erase(id);
    }
}

void leave_item(Role &role, const std::vector<RoleId> &gone) {
    leave(role.reportsTo, gone);
    leave(role.dottedTo, gone);
}
void leave_item(Person &person, const std::vector<RoleId> &gone) { leave(person.hats, gone); }
void leave_item(Meeting &meeting, const std::vector<RoleId> &gone) { leave(meeting.attendees, gone); }
void leave_item(Decision &decision, const std::vector<RoleId> &gone) {
    leave(decision.deciders, gone);
    leave(decision.tieBreak, gone);
    leave(decision.inputs, gone);
}
void leave_item(EscalationLevel &level, const std::vector<RoleId> &gone) { leave(level.parties, gone); }
void leave_item(Kpi &kpi, const std::vector<RoleId> &gone) { leave(kpi.owner, gone); }

void leave_item(Decision &decision, const std::vector<ActivityId> &gone) { leave(decision.activities, gone); }

void leave_item(Decision &decision, const std::vector<MeetingId> &gone) { leave(decision.forum, gone); }
void leave_item(EscalationLevel &level, const std::vector<MeetingId> &gone) { leave(level.forum, gone); }
void leave_item(Kpi &kpi, const std::vector<MeetingId> &gone) { leave(kpi.review, gone); }

template <class Item, class Key>
void leave_all(const Collection<Item> &items, const std::vector<Key> &gone, std::vector<EditStep> &steps) {
    for (const auto &[id, item] : items) {
        Item changed = item;
        leave_item(changed, gone);
        if (!(changed == item)) {
            steps.push_back(Put<Item>{id, std::move(changed)});
        }
    }
}

} // namespace

std::size_t forget_roles(const Plan &plan, const std::vector<RoleId> &roles, std::vector<EditStep> &steps) {
    Collection<Role> stay = plan.organisation->roles;
    Collection<Kpi> kpis = plan.measurement->kpis;
    leave(stay, std::vector<RoleId>(roles));
    std::erase_if(kpis, [&](const auto &one) {
        RoleId role = one.second.role;
        leave(role, roles);
        const bool goes = !(role == one.second.role);
        if (goes) {
            steps.push_back(Remove<Kpi>{one.first});
        }
        return goes;
    });
    leave_all(stay, roles, steps);
    leave_all(plan.organisation->people, roles, steps);
    leave_all(plan.governance->meetings, roles, steps);
    leave_all(plan.governance->decisions, roles, steps);
    leave_all(plan.governance->escalation, roles, steps);
    leave_all(kpis, roles, steps);
    return plan.measurement->kpis.size() - kpis.size();
}

void forget_activities(const Plan &plan, const std::vector<ActivityId> &activities, std::vector<EditStep> &steps) {
    leave_all(plan.governance->decisions, activities, steps);
}

void forget_meetings(const Plan &plan, const std::vector<MeetingId> &meetings, std::vector<EditStep> &steps) {
    leave_all(plan.governance->decisions, meetings, steps);
    leave_all(plan.governance->escalation, meetings, steps);
    leave_all(plan.measurement->kpis, meetings, steps);
}

} // namespace fullcourt
