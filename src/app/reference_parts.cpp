#include "app/reference_parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "io/templates.h"

namespace fullcourt {
namespace {

bool same_name(const std::string &one, const std::string &other) { return !one.empty() && lowered(one) == lowered(other); }

/// The reference's roles as the plan has them; those that it lacks are brought along where it has none at all.
class KnownRoles {
  public:
    KnownRoles(Plan &plan, const Plan &reference) : m_plan(plan), m_reference(reference), m_brings(plan.organisation->roles.empty()) {
        for (const auto &[id, role] : reference.organisation->roles) {
            for (const auto &[own, candidate] : plan.organisation->roles) {
                if (own == id || same_name(candidate.name, role.name) || same_name(candidate.name, role.shortName) ||
                    same_name(candidate.shortName, role.shortName) || same_name(candidate.shortName, role.name)) {
                    m_known.emplace(id, own);
                    break;
                }
            }
        }
    }

    /// Empty where the plan has no such role.
    RoleId of(const RoleId &id) {
        const RoleId *known = find(m_known, id);
        if (known != nullptr) {
            return *known;
        }
        const Role *role = find(m_reference.organisation->roles, id);
        if (!m_brings || role == nullptr) {
            return {};
        }
        Role brought = *role;
        brought.headcount.reset(); // the company's own are not known
        brought.reportsTo = {};
        brought.dottedTo = {};
        m_plan.organisation.edit().roles[id] = brought;
        m_known.emplace(id, id);
        return id;
    }
    std::set<RoleId> of(const std::set<RoleId> &ids) {
        std::set<RoleId> roles;
        for (const RoleId &id : ids) {
            if (const RoleId role = of(id); !role.empty()) {
                roles.insert(role);
            }
        }
        return roles;
    }

  private:
    Plan &m_plan;
    const Plan &m_reference;
    bool m_brings;
    std::map<RoleId, RoleId> m_known;
};

/// The item of the same name, else none.
template <class Item> Id<Item> known_item(const Collection<Item> &items, const Collection<Item> &reference, const Id<Item> &id) {
    const Item *wanted = find(reference, id);
    const auto at = wanted == nullptr ? items.end() : std::find_if(items.begin(), items.end(), [&](const auto &item) {
        return same_name(item.second.name, wanted->name);
    });
    return at == items.end() ? Id<Item>() : at->first;
}

bool begin_organisation(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.organisation->roles.empty()) {
        return false;
    }
    for (const auto &[id, column] : reference.raci->columns) {
        plan.raci.edit().columns[roles.of(id)] = column;
    }
    return true;
}

bool begin_cadences(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.governance->meetings.empty()) {
        return false;
    }
    for (auto [id, meeting] : reference.governance->meetings) {
        meeting.attendees = roles.of(meeting.attendees);
        plan.governance.edit().meetings[id] = meeting;
    }
    return true;
}

bool begin_decisions(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.governance->decisions.empty()) {
        return false;
    }
    for (auto [id, decision] : reference.governance->decisions) {
        decision.deciders = roles.of(decision.deciders);
        decision.tieBreak = roles.of(decision.tieBreak);
        const std::map<RoleId, std::string> inputs = std::move(decision.inputs);
        decision.inputs.clear();
        for (const auto &[role, what] : inputs) {
            if (const RoleId own = roles.of(role); !own.empty()) {
                decision.inputs.emplace(own, what);
            }
        }
        const std::set<ActivityId> activities = std::move(decision.activities);
        decision.activities.clear();
        for (const ActivityId &activity : activities) {
            if (const ActivityId own = known_item(plan.raci->activities, reference.raci->activities, activity); !own.empty()) {
                decision.activities.insert(own);
            }
        }
        decision.forum = known_item(plan.governance->meetings, reference.governance->meetings, decision.forum);
        plan.governance.edit().decisions[id] = decision;
    }
    return true;
}

bool begin_escalation(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.governance->escalation.empty()) {
        return false;
    }
    for (auto [id, level] : reference.governance->escalation) {
        level.parties = roles.of(level.parties);
        level.forum = known_item(plan.governance->meetings, reference.governance->meetings, level.forum);
        plan.governance.edit().escalation[id] = level;
    }
    return true;
}

bool begin_kpis(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.measurement->kpis.empty()) {
        return false;
    }
    for (auto [id, kpi] : reference.measurement->kpis) {
        const bool shared = kpi.is_shared();
        kpi.role = roles.of(kpi.role);
        kpi.owner = roles.of(kpi.owner);
        kpi.review = known_item(plan.governance->meetings, reference.governance->meetings, kpi.review);
        if (shared || !kpi.role.empty()) {
            plan.measurement.edit().kpis[id] = kpi;
        }
    }
    return true;
}

bool begin_governance(Plan &plan, const Plan &reference, KnownRoles &roles) {
    if (!plan.practices->practices.empty()) {
        return false;
    }
    for (auto [id, practice] : reference.practices->practices) {
        practice.owner = roles.of(practice.owner);
        practice.approvers = roles.of(practice.approvers);
        practice.due.clear(); // a day of the example's
        plan.practices.edit().practices[id] = practice;
    }
    return true;
}

bool begin_section(Plan &plan, const Plan &reference, PlanSection section) {
    KnownRoles roles(plan, reference);
    switch (section) {
    case PlanSection::organisation: return begin_organisation(plan, reference, roles);
    case PlanSection::cadences: return begin_cadences(plan, reference, roles);
    case PlanSection::decisions: return begin_decisions(plan, reference, roles);
    case PlanSection::escalation: return begin_escalation(plan, reference, roles);
    case PlanSection::kpis: return begin_kpis(plan, reference, roles);
    case PlanSection::governance: return begin_governance(plan, reference, roles);
    default: return false;
    }
}

std::string_view label_of(PlanSection section) {
    switch (section) {
    case PlanSection::organisation: return "Take the roles of the reference model";
    case PlanSection::cadences: return "Take the meetings of the reference model";
    case PlanSection::decisions: return "Take the decisions of the reference model";
    case PlanSection::escalation: return "Take the ladder of the reference model";
    case PlanSection::kpis: return "Take the KPIs of the reference model";
    default: return "Take the practices of the reference model";
    }
}

} // namespace

PlanEdit begin_with_reference(const Plan &plan, PlanSection section) {
    const Result<Restored> reference = load_template("reference");
    Plan next = plan;
    if (!reference || !begin_section(next, reference->plan, section)) {
        return {};
    }
    return {std::string(label_of(section)), diff(plan, next)};
}

} // namespace fullcourt
