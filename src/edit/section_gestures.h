// What a person does to the sections besides the grid: people, head-counts and lines, the organisation's choice, meetings,
// decisions, the escalation ladder, KPIs and settled findings. As in edit/gestures.h, whose limits hold here too: an
// edit without steps where there is nothing to do, and an id that the plan does not have is nothing to do.
//
// change_… takes the whole item as the person left it; its place and its unknown keys stay, lines and numbers are made
// sound (a number out of range counts as not set, a period or length goes to the nearer end). The label says what
// changed where it is one thing: "Change who attends Weekly sync".
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Head-counts and reporting lines.
/// Nothing: not set, which is not 0.
PlanEdit set_headcount(const Plan &plan, const RoleId &role, std::optional<int> headcount);
PlanEdit set_cost_per_head(const Plan &plan, const RoleId &role, std::optional<double> cost);
/// Empty: nobody in the plan. A role does not report to itself.
PlanEdit set_reports_to(const Plan &plan, const RoleId &role, const RoleId &boss);
PlanEdit set_dotted_line(const Plan &plan, const RoleId &role, const RoleId &boss);

// The organisation's choice.
PlanEdit choose_home(const Plan &plan, Home home);
PlanEdit choose_liaison(const Plan &plan, bool liaison);
PlanEdit choose_bdr_owner(const Plan &plan, BdrOwner owner);
/// 0 to 4; nothing takes the answer back.
PlanEdit answer_factor(const Plan &plan, const std::string &factor, std::optional<int> answer);

// People.
PlanEdit add_person(const Plan &plan, const std::string &name, const PersonId &after, const RandomBits &bits, PersonId *made = nullptr);
/// Several at once, whole, as a pasted list gives them; nothing where there are none.
PlanEdit add_people(const Plan &plan, const std::vector<Person> &people, const PersonId &after, const RandomBits &bits,
                    std::vector<PersonId> *made = nullptr);
PlanEdit change_person(const Plan &plan, const PersonId &id, const Person &person);
/// Pods no longer name them.
PlanEdit remove_people(const Plan &plan, const std::vector<PersonId> &ids);
PlanEdit move_people(const Plan &plan, const std::vector<PersonId> &ids, const PersonId &before);

// Meetings. A new one is weekly and half an hour long.
PlanEdit add_meeting(const Plan &plan, const std::string &name, const MeetingId &after, const RandomBits &bits, MeetingId *made = nullptr);
/// Several at once, as a pasted list of names gives them; so for decisions and KPIs. Nothing where there are none.
PlanEdit add_meetings(const Plan &plan, const std::vector<std::string> &names, const MeetingId &after, const RandomBits &bits,
                      std::vector<MeetingId> *made = nullptr);
PlanEdit change_meeting(const Plan &plan, const MeetingId &id, const Meeting &meeting);
/// Decisions, levels and KPIs no longer name them as their forum or review.
PlanEdit remove_meetings(const Plan &plan, const std::vector<MeetingId> &ids);
PlanEdit move_meetings(const Plan &plan, const std::vector<MeetingId> &ids, const MeetingId &before);

// Decisions.
PlanEdit add_decision(const Plan &plan, const std::string &name, const DecisionId &after, const RandomBits &bits,
                      DecisionId *made = nullptr);
PlanEdit add_decisions(const Plan &plan, const std::vector<std::string> &names, const DecisionId &after, const RandomBits &bits,
                       std::vector<DecisionId> *made = nullptr);
PlanEdit change_decision(const Plan &plan, const DecisionId &id, const Decision &decision);
PlanEdit remove_decisions(const Plan &plan, const std::vector<DecisionId> &ids);
PlanEdit move_decisions(const Plan &plan, const std::vector<DecisionId> &ids, const DecisionId &before);

// The escalation ladder; a level is called by its rung, counted from the foot.
PlanEdit add_level(const Plan &plan, const EscalationLevelId &after, const RandomBits &bits, EscalationLevelId *made = nullptr);
PlanEdit change_level(const Plan &plan, const EscalationLevelId &id, const EscalationLevel &level);
/// Disputes no longer name them.
PlanEdit remove_levels(const Plan &plan, const std::vector<EscalationLevelId> &ids);
PlanEdit move_levels(const Plan &plan, const std::vector<EscalationLevelId> &ids, const EscalationLevelId &before);

// KPIs.
/// Of a role, or shared by the program where `role` is empty.
PlanEdit add_kpi(const Plan &plan, const std::string &name, const RoleId &role, const KpiId &after, const RandomBits &bits,
                 KpiId *made = nullptr);
PlanEdit add_kpis(const Plan &plan, const std::vector<std::string> &names, const RoleId &role, const KpiId &after, const RandomBits &bits,
                  std::vector<KpiId> *made = nullptr);
PlanEdit change_kpi(const Plan &plan, const KpiId &id, const Kpi &kpi);
PlanEdit remove_kpis(const Plan &plan, const std::vector<KpiId> &ids);
PlanEdit move_kpis(const Plan &plan, const std::vector<KpiId> &ids, const KpiId &before);

// Findings, by their key.
/// Accepting again with another reason replaces the first.
PlanEdit accept_finding(const Plan &plan, const std::string &finding, const Acceptance &acceptance);
PlanEdit reopen_finding(const Plan &plan, const std::string &finding);

} // namespace fullcourt
