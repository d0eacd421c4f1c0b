// What a choice of organisation model asks of the plan (DOMAIN §3), and what would change against today.
#pragma once

#include <string>
#include <vector>

#include "analysis/finding.h"
#include "model/plan.h"

namespace fullcourt {

/// Whom a role should report to under a choice.
struct ExpectedLine {
    RoleId role;
    std::vector<RoleId> solid; ///< one of these, over however many steps; the first is proposed
    RoleId dotted;             ///< empty: none is asked for
    bool direct = false;       ///< the solid line goes straight there
    bool drawn = true;         ///< a line that is not drawn at all differs, too
};

/// Lines for which the plan has both roles: account marketers by the home, an overlay team to the company's leadership, BDRs and
/// sales development reps by who owns the BDRs. None without a home.
std::vector<ExpectedLine> expected_lines(const Organisation &organisation, const OrganisationChoice &choice);
bool solid_line_differs(const Organisation &organisation, const ExpectedLine &line);
bool dotted_line_differs(const Organisation &organisation, const ExpectedLine &line);

/// One thing that would change, with the steps that change it.
struct ModelChange {
    PlanSection section = PlanSection::model;
    std::string item;     ///< id of what changes; empty where it is new
    std::string sentence; ///< "Account marketer reports to VP Marketing instead of VP Sales."
    std::vector<EditStep> steps;
};

/// Each where today's plan differs: the answers to the three questions; reporting lines; the roles that an answer needs (a liaison,
/// an overlay team); who is accountable for work that account marketers alone do (whom they report to; where all report to the
/// VP Sales, for whatever the VP Marketing was); who stands in the escalation (a liaison on the first level, an overlay team on the
/// second, one VP or both where both were asked); and the meetings that hold the model together. The context's answers stay.
std::vector<ModelChange> model_changes(const Plan &plan, const OrganisationChoice &answers);

/// What the plan would take with these answers.
struct ModelLoad {
    int heads = 0; ///< all head-counts that are set
    int headsToday = 0;
    double hoursAWeek = 0; ///< in standing meetings, of all people together
    double hoursToday = 0;
    std::string sentence; ///< "21 people, 1 more than today; 14 h a week in meetings, as today."
};
ModelLoad model_load(const Plan &plan, const OrganisationChoice &answers);

/// All of it as one step; without steps where nothing changes.
PlanEdit adopt_model(const Plan &plan, const OrganisationChoice &answers);

} // namespace fullcourt
