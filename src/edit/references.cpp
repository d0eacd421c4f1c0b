#include "edit/references.h"

#include <algorithm>
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
void leave_item(Practice &practice, const std::vector<RoleId> &gone) {
    leave(practice.owner, gone);
    leave(practice.approvers, gone);
}
void leave_item(Tool &tool, const std::vector<RoleId> &gone) {
    leave(tool.owner, gone);
    leave(tool.access, gone);
}
void leave_item(LogEntry &entry, const std::vector<RoleId> &gone) { leave(entry.owner, gone); }
void leave_item(LeadStage &stage, const std::vector<RoleId> &gone) { leave(stage.owner, gone); }
void leave_item(Pod &pod, const std::vector<RoleId> &gone) { leave(pod.members, gone); }
void leave_item(Play &play, const std::vector<RoleId> &gone) {
    leave(play.owner, gone);
    leave(play.effort, gone);
}
void leave_item(PlayTemplate &play, const std::vector<RoleId> &gone) {
    leave(play.owner, gone);
    leave(play.effort, gone);
}

void leave_item(Decision &decision, const std::vector<ActivityId> &gone) { leave(decision.activities, gone); }
void leave_item(Dispute &dispute, const std::vector<ActivityId> &gone) { leave(dispute.activity, gone); }

void leave_item(Dispute &dispute, const std::vector<EscalationLevelId> &gone) { leave(dispute.level, gone); }

void leave_item(Tool &tool, const std::vector<ToolId> &gone) { leave(tool.integratesWith, gone); }

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

/// Steps that empty every cell of notes, as-is picture and ballots for which `goes(activity, role)`.
template <class Goes> void clear_beside_letters(const Plan &plan, const Goes &goes, std::vector<EditStep> &steps) {
    const auto each = [&](const auto &rows, const auto &clear) {
        for (const auto &[activity, cells] : rows) {
            for (const auto &[role, value] : cells) {
                if (goes(activity, role)) {
                    steps.push_back(clear(activity, role));
                }
            }
        }
    };
    each(plan.raci->notes, [](const ActivityId &activity, const RoleId &role) { return SetCellNote{activity, role, std::nullopt}; });
    each(plan.raci->asIs, [](const ActivityId &activity, const RoleId &role) { return SetAsIsLetters{activity, role, Letters()}; });
    for (const auto &[side, rows] : plan.ballots->grid) {
        each(rows, [of = side](const ActivityId &activity, const RoleId &role) { return SetBallotLetters{of, activity, role, Letters()}; });
    }
}

template <class Key> bool is_among(const std::vector<Key> &ids, const Key &id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
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
    leave_all(plan.practices->practices, roles, steps);
    leave_all(plan.practices->tools, roles, steps);
    leave_all(plan.records->log, roles, steps);
    leave_all(plan.contacts->stages, roles, steps);
    leave_all(plan.engagement->pods, roles, steps);
    leave_all(plan.engagement->plays, roles, steps);
    leave_all(plan.engagement->templates, roles, steps);
    clear_beside_letters(plan, [&](const ActivityId &, const RoleId &role) { return is_among(roles, role); }, steps);
    return plan.measurement->kpis.size() - kpis.size();
}

void forget_activities(const Plan &plan, const std::vector<ActivityId> &activities, std::vector<EditStep> &steps) {
    leave_all(plan.governance->decisions, activities, steps);
    leave_all(plan.records->disputes, activities, steps);
    clear_beside_letters(plan, [&](const ActivityId &activity, const RoleId &) { return is_among(activities, activity); }, steps);
    for (const auto &[activity, tally] : plan.ballots->tallies) {
        if (is_among(activities, activity)) {
            steps.push_back(SetTally{activity, std::nullopt});
        }
    }
}

void forget_levels(const Plan &plan, const std::vector<EscalationLevelId> &levels, std::vector<EditStep> &steps) {
    leave_all(plan.records->disputes, levels, steps);
}

void forget_tools(const Plan &plan, const std::vector<ToolId> &tools, std::vector<EditStep> &steps) {
    Collection<Tool> stay = plan.practices->tools;
    leave(stay, tools);
    leave_all(stay, tools, steps);
}

void forget_meetings(const Plan &plan, const std::vector<MeetingId> &meetings, std::vector<EditStep> &steps) {
    leave_all(plan.governance->decisions, meetings, steps);
    leave_all(plan.governance->escalation, meetings, steps);
    leave_all(plan.measurement->kpis, meetings, steps);
}

} // namespace fullcourt
