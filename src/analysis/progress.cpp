#include "analysis/progress.h"

#include <algorithm>
#include <cmath>

#include "analysis/hours.h"
#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::size_t open_in(const std::vector<Finding> &findings, const std::vector<PlanSection> &sections) {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding &finding) {
        return !finding.accepted && std::find(sections.begin(), sections.end(), finding.section) != sections.end();
    }));
}

/// A step is settled once something is there and nothing is open.
Step step_of(const std::string &name, std::vector<PlanSection> sections, bool begun, const std::string &holds, const std::string &first,
             const std::vector<Finding> &findings) {
    Step step{name, std::move(sections), StepState::notBegun, 0, "Not begun", first};
    step.open = open_in(findings, step.sections);
    if (begun) {
        step.state = step.open == 0 ? StepState::settled : StepState::begun;
        step.sentence = holds + (step.open == 0 ? ", nothing to settle" : ", " + counted(step.open, "thing", "things") + " to settle");
        step.todo = step.open == 0 ? "Nothing is left to settle here."
                                   : "Choose what there is to settle, read why, and mend it with a click or accept it with a reason.";
    }
    return step;
}

/// Settled once the plan was shared with nothing open in it; it may be shared earlier.
Step last_step(const std::vector<Step> &before, bool shared) {
    const bool ready = std::all_of(before.begin(), before.end(), [](const Step &step) { return step.state == StepState::settled; });
    Step step{"Share the operating model",
              {},
              StepState::notBegun,
              0,
              {},
              "Send it as a link or a file, and save the manual for those who were not in the room."};
    if (ready) {
        step.state = shared ? StepState::settled : StepState::begun;
        step.sentence = shared ? "Shared" : "Ready to send";
    } else {
        step.state = shared ? StepState::begun : StepState::notBegun;
        step.sentence = shared ? "Shared, with things open" : "Once the steps above are settled";
    }
    return step;
}

} // namespace

std::vector<Step> steps_of(const Plan &plan, const std::vector<Finding> &findings, bool shared) {
    const Governance &governance = *plan.governance;
    const std::string choice = choice_name(plan.organisation->choice);
    std::vector<Step> steps = {
        step_of("Choose the organisation model", {PlanSection::model, PlanSection::organisation}, !choice.empty(), choice,
                "Answer three questions: where account marketing sits, whether a liaison leads it, and who owns the BDRs.", findings),
        step_of("Say who does what", {PlanSection::grid}, is_begun(plan, PlanSection::grid),
                counted(plan.raci->activities.size(), "activity", "activities"),
                "Paste the RACI you have, or name activities and roles; then fill in the letters, one A in each row.", findings),
        step_of("Set the rhythm", {PlanSection::cadences}, is_begun(plan, PlanSection::cadences),
                counted(governance.meetings.size(), "meeting", "meetings"),
                "Name the few meetings that stand, say how often they are held, and tick who attends.", findings),
        step_of("Settle who decides", {PlanSection::decisions, PlanSection::escalation},
                is_begun(plan, PlanSection::decisions) || is_begun(plan, PlanSection::escalation),
                counted(governance.decisions.size(), "decision", "decisions") + ", " +
                    counted(governance.escalation.size(), "level", "levels"),
                "Name the decisions that stall and tick who takes them; then say who settles a conflict.", findings),
        step_of("Agree on the KPIs", {PlanSection::kpis}, is_begun(plan, PlanSection::kpis),
                counted(plan.measurement->kpis.size(), "KPI", "KPIs"),
                "Name a few numbers, give each an owner and a target, and let both sides sign.", findings)};
    steps.push_back(last_step(steps, shared));
    return steps;
}

bool is_begun(const Plan &plan, PlanSection section) {
    const Organisation &organisation = *plan.organisation;
    const Governance &governance = *plan.governance;
    switch (section) {
    case PlanSection::grid: return !plan.raci->rows.empty();
    case PlanSection::organisation: return !organisation.roles.empty() || !organisation.people.empty();
    case PlanSection::model:
        return !choice_name(organisation.choice).empty() || !organisation.choice.context.empty() || !organisation.models.empty();
    case PlanSection::cadences: return !governance.meetings.empty();
    case PlanSection::decisions: return !governance.decisions.empty();
    case PlanSection::escalation: return !governance.escalation.empty();
    case PlanSection::kpis: return !plan.measurement->kpis.empty();
    case PlanSection::governance: return !plan.practices->practices.empty() || !plan.practices->tools.empty();
    case PlanSection::readiness: return !plan.readiness->answers.empty();
    case PlanSection::accounts: return plan.accounts->table.rows() > 0 || !plan.scoring->criteria.empty();
    case PlanSection::contacts: return !plan.contacts->contacts.empty();
    case PlanSection::pods: return !plan.engagement->pods.empty();
    case PlanSection::engagement: return !plan.engagement->plays.empty();
    }
    return false;
}

std::size_t next_step(const std::vector<Step> &steps, std::size_t from) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::size_t at = (from + i) % steps.size();
        if (steps[at].state != StepState::settled) {
            return at;
        }
    }
    return steps.size();
}

std::vector<Figure> figures_of(const Plan &plan) {
    const Organisation &organisation = *plan.organisation;
    std::size_t letters = 0;
    for (const auto &[activity, cells] : plan.raci->rows) {
        letters += cells.size();
    }
    std::size_t agreed = 0;
    for (const auto &[id, kpi] : plan.measurement->kpis) {
        agreed += kpi.signedByMarketing && kpi.signedBySales ? 1 : 0;
    }
    return {{"Roles", std::to_string(organisation.roles.size()), "all roles of the plan"},
            {"Heads", std::to_string(heads_of_all(organisation)), "the head-counts that are set"},
            {"Activities", std::to_string(plan.raci->activities.size()), "rows of the grid, with " + counted(letters, "letter", "letters")},
            {"Decisions", std::to_string(plan.governance->decisions.size()), "decision rights"},
            {"Meetings", std::to_string(plan.governance->meetings.size()), "standing meetings"},
            {"Meeting hours a week", std::to_string(std::lround(hours_of_all(plan))),
             "of all people together; a head-count that is not set counts as one"},
            {"KPIs", std::to_string(plan.measurement->kpis.size()), std::to_string(agreed) + " signed by both sides"}};
}

} // namespace fullcourt
