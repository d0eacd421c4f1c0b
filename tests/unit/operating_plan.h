// The reference operating model of DOMAIN §2 to §8 in code, and a plan in which every rule of RULES §2 has something to say.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reference_plan.h"

namespace fullcourt::test {

inline std::set<RoleId> roles(std::initializer_list<const char *> ids) {
    std::set<RoleId> set;
    for (const char *id : ids) {
        set.insert(RoleId(id));
    }
    return set;
}

inline Role &add_role(Plan &plan, const char *id, BusinessFunction function, std::optional<int> headcount = {},
                      const char *reportsTo = "") {
    Collection<Role> &all = plan.organisation.edit().roles;
    Role role;
    role.name = id;
    role.position = position_at_end(all);
    Role &added = all.try_emplace(RoleId(id), role).first->second;
    added.function = function;
    added.headcount = headcount;
    added.reportsTo = RoleId(reportsTo);
    return added;
}

inline Role &role(Plan &plan, const char *id) { return plan.organisation.edit().roles.at(RoleId(id)); }

inline Meeting &add_meeting(Plan &plan, const char *id, Period period, int minutes, std::initializer_list<const char *> attendees) {
    Collection<Meeting> &all = plan.governance.edit().meetings;
    Meeting meeting;
    meeting.name = id;
    meeting.period = period;
    meeting.minutes = minutes;
    meeting.attendees = roles(attendees);
    meeting.outputs = {"What follows"};
    meeting.position = position_at_end(all);
    return all[MeetingId(id)] = meeting;
}

inline Decision &add_decision(Plan &plan, const char *id, std::initializer_list<const char *> deciders,
                              std::initializer_list<const char *> inputs, std::initializer_list<const char *> activities) {
    Collection<Decision> &all = plan.governance.edit().decisions;
    Decision decision;
    decision.name = id;
    decision.deciders = roles(deciders);
    for (const char *input : inputs) {
        decision.inputs[RoleId(input)] = "";
    }
    for (const char *activity : activities) {
        decision.activities.insert(ActivityId(activity));
    }
    decision.turnaroundDays = 7;
    decision.position = position_at_end(all);
    return all[DecisionId(id)] = decision;
}

inline EscalationLevel &add_level(Plan &plan, const char *id, std::initializer_list<const char *> parties, const char *trigger = "",
                                  std::optional<int> limitDays = {}) {
    Collection<EscalationLevel> &all = plan.governance.edit().escalation;
    EscalationLevel level;
    level.parties = roles(parties);
    level.trigger = trigger;
    level.limitDays = limitDays;
    level.position = position_at_end(all);
    return all[EscalationLevelId(id)] = level;
}

/// Complete and, where it is shared, signed.
inline Kpi &add_kpi(Plan &plan, const char *id, const char *role) {
    Collection<Kpi> &all = plan.measurement.edit().kpis;
    Kpi kpi;
    kpi.name = id;
    kpi.role = RoleId(role);
    kpi.owner = RoleId("VP Sales");
    kpi.target = "10";
    kpi.source = "CRM";
    kpi.signedByMarketing = kpi.signedBySales = true;
    kpi.position = position_at_end(all);
    return all[KpiId(id)] = kpi;
}

inline constexpr Period weekly{PeriodUnit::week, 1};
inline constexpr Period monthly{PeriodUnit::month, 1};
inline constexpr Period quarterly{PeriodUnit::quarter, 1};

inline void add_reference_roles(Plan &plan) {
    add_role(plan, "AE", BusinessFunction::sales, 8, "Sales manager");
    add_role(plan, "SDR", BusinessFunction::sales, 3, "Sales manager");
    add_role(plan, "Account marketer", BusinessFunction::marketing, 2, "VP Marketing").dottedTo = RoleId("VP Sales");
    add_role(plan, "Product specialist", BusinessFunction::product, 1, "VP Product");
    add_role(plan, "CFO", BusinessFunction::finance);
    add_role(plan, "VP Sales", BusinessFunction::sales, 1, "CRO");
    add_role(plan, "VP Marketing", BusinessFunction::marketing, 1, "CRO");
    add_role(plan, "VP Product", BusinessFunction::product, 1);
    add_role(plan, "VP CS", BusinessFunction::customerSuccess, 1);
    add_role(plan, "CRO", BusinessFunction::leadership);
    add_role(plan, "Sales manager", BusinessFunction::sales, {}, "VP Sales");
    add_role(plan, "Marketing manager", BusinessFunction::marketing, {}, "VP Marketing");
    add_role(plan, "Head of content", BusinessFunction::marketing, {}, "VP Marketing");
    add_role(plan, "Content manager", BusinessFunction::marketing, {}, "Head of content");
    add_role(plan, "PM", BusinessFunction::product, {}, "VP Product");
    add_role(plan, "Sales operations", BusinessFunction::operations);
    add_role(plan, "Finance", BusinessFunction::finance);
}

inline void add_reference_rhythm(Plan &plan) {
    add_meeting(plan, "Pod sync", weekly, 30, {"AE", "Account marketer"}).perPod = true;
    add_meeting(plan, "Leadership", monthly, 60, {"VP Sales", "VP Marketing", "Account marketer", "Sales manager"});
    add_meeting(plan, "Product", quarterly, 90, {"VP Product", "VP Sales", "VP Marketing", "PM", "Account marketer", "AE"});
    add_meeting(plan, "Workshop", quarterly, 240, {"VP Sales", "VP Marketing", "VP Product", "VP CS", "AE", "Account marketer", "SDR"});
}

inline void add_reference_decisions(Plan &plan) {
    Decision &selection =
        add_decision(plan, "Selection", {"VP Sales", "VP Marketing"}, {"VP Product", "Finance"}, {"Target account selection"});
    selection.turnaroundDays.reset();
    selection.period = quarterly;
    selection.deadline = "by the end of the quarter's first month";
    Decision &campaigns = add_decision(plan, "Campaigns", {"VP Marketing"}, {"VP Sales", "AE", "Account marketer"}, {"Campaign execution"});
    campaigns.turnaroundDays.reset();
    campaigns.period = monthly;
    campaigns.deadline = "by month end for the next month";
    Decision &content =
        add_decision(plan, "Content", {"Head of content", "Account marketer"}, {"AE", "Product specialist"}, {"Content creation"});
    content.either = true;
    Decision &pipeline = add_decision(plan, "Pipeline", {"VP Sales"}, {"AE", "Account marketer", "Sales operations"}, {});
    pipeline.turnaroundDays.reset();
    pipeline.period = weekly;
    pipeline.deadline = "in the weekly sales review";
}

inline void add_reference_ladder(Plan &plan) {
    add_level(plan, "1", {"AE", "Account marketer"}, "they cannot agree");
    add_level(plan, "2", {"Sales manager", "Marketing manager"}, "not resolved", 7);
    add_level(plan, "3", {"VP Sales", "VP Marketing"}, "the VPs are in deadlock");
    add_level(plan, "4", {"CRO"});
}

inline Plan operating_plan() {
    Plan plan = reference_plan();
    add_reference_roles(plan);
    add_reference_rhythm(plan);
    add_reference_decisions(plan);
    add_reference_ladder(plan);
    for (const char *role : {"AE", "SDR", "Account marketer", "Product specialist"}) {
        add_kpi(plan, (std::string(role) + " result").c_str(), role);
    }
    add_kpi(plan, "Account penetration", "");
    plan.organisation.edit().choice.home = Home::matrix;
    return plan;
}

/// Every rule of RULES §2 finds something here.
inline Plan broken_plan() {
    Plan plan = operating_plan();
    Collection<Role> &all = plan.organisation.edit().roles;
    all.at(RoleId("SDR")).headcount = 0;
    all.at(RoleId("AE")).headcount = 12;
    all.at(RoleId("Account marketer")).reportsTo = RoleId("Sales manager");
    add_meeting(plan, "Empty", weekly, 30, {}).outputs.clear();
    add_meeting(plan, "Long", weekly, 300, {"VP Sales", "nobody-knows"});
    add_decision(plan, "Nobody", {}, {}, {"Close"}).turnaroundDays.reset();
    add_decision(plan, "Joint", {"VP Sales", "VP Marketing"}, {}, {});
    plan.governance.edit().escalation.clear();
    add_level(plan, "1", {"VP Sales"});
    add_level(plan, "2", {"VP Sales", "VP Marketing"});
    plan.measurement.edit().kpis.clear();
    for (const char *id : {"MQLs", "Velocity"}) {
        Kpi &kpi = add_kpi(plan, id, "");
        kpi.centre = KpiCentre::lead;
        kpi.signedBySales = false;
        kpi.source.clear();
    }
    return plan;
}

} // namespace fullcourt::test
