// RULES §2 role.*: roles that are named but missing, that decide without a column, and that nobody fills.
#include <map>

#include "analysis/consistency.h"
#include "analysis/consistency_fixes.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// Taking a role out everywhere copies sections: the first few findings carry that fix, and as they are settled the next.
constexpr std::size_t rolesThatOfferFixes = 8;

/// Where a role that does not exist is named.
struct Mention {
    std::string words; ///< "the meeting Weekly sync"
    PlanSection section = PlanSection::grid;
    std::string item;
};
using Mentions = std::map<RoleId, std::vector<Mention>>;

class MentionFinder {
  public:
    explicit MentionFinder(const PlanView &view) : m_view(view) {}

    Mentions find_all() {
        grid();
        organisation();
        governance();
        for (const auto &[id, kpi] : m_view.kpis) {
            for (const RoleId *role : {&kpi->role, &kpi->owner}) {
                see(*role, "the KPI ", kpi->name, PlanSection::kpis, id->text);
            }
        }
        practices();
        return std::move(m_mentions);
    }

  private:
    const Plan &plan() const { return m_view.plan; }

    void see(const RoleId &role, std::string_view kind, const std::string &name, PlanSection section, const std::string &item) {
        if (role.empty() || m_view.has_role(role)) {
            return;
        }
        std::vector<Mention> &mentions = m_mentions[role];
        if (mentions.empty() || mentions.back().section != section || mentions.back().item != item) {
            mentions.push_back({std::string(kind) + (name.empty() && section == PlanSection::grid ? "" : quoted(name)), section, item});
        }
    }

    void grid() {
        for (const auto &[role, column] : plan().raci->columns) {
            see(role, "the grid", "", PlanSection::grid, "");
        }
        for (const RoleId *role : m_view.grid.withoutColumn) {
            see(*role, "the grid", "", PlanSection::grid, "");
        }
    }

    void organisation() {
        for (const auto &[id, role] : plan().organisation->roles) {
            for (const RoleId *superior : {&role.reportsTo, &role.dottedTo}) {
                see(*superior, "the reporting line of ", head_name(role), PlanSection::organisation, id.text);
            }
        }
        for (const auto &[id, person] : plan().organisation->people) {
            for (const auto &[role, share] : person.hats) {
                see(role, "the hats of ", person.name, PlanSection::organisation, id.text);
            }
        }
    }

    void governance() {
        for (const auto &[id, meeting] : plan().governance->meetings) {
            for (const RoleId &role : meeting.attendees) {
                see(role, "the meeting ", meeting.name, PlanSection::cadences, id.text);
            }
        }
        for (const auto &[id, decision] : plan().governance->decisions) {
            const auto see_here = [&](const RoleId &role) { see(role, "the decision ", decision.name, PlanSection::decisions, id.text); };
            std::for_each(decision.deciders.begin(), decision.deciders.end(), see_here);
            see_here(decision.tieBreak);
            std::for_each(decision.inputs.begin(), decision.inputs.end(), [&](const auto &input) { see_here(input.first); });
        }
        for (const EscalationLevelId &id : ordered(plan().governance->escalation)) {
            for (const RoleId &role : plan().governance->escalation.at(id).parties) {
                see(role, "the escalation", "", PlanSection::escalation, id.text);
            }
        }
    }

    void practices() {
        for (const PracticeId &id : ordered(plan().practices->practices)) {
            const Practice &practice = plan().practices->practices.at(id);
            const auto see_here = [&](const RoleId &role) { see(role, "the practice ", practice.name, PlanSection::governance, id.text); };
            see_here(practice.owner);
            std::for_each(practice.approvers.begin(), practice.approvers.end(), see_here);
        }
        for (const ToolId &id : ordered(plan().practices->tools)) {
            const Tool &tool = plan().practices->tools.at(id);
            const auto see_here = [&](const RoleId &role) { see(role, "the tool ", tool.name, PlanSection::governance, id.text); };
            see_here(tool.owner);
            std::for_each(tool.access.begin(), tool.access.end(), see_here);
        }
    }

    const PlanView &m_view;
    Mentions m_mentions;
};

void clear_if(RoleId &role, const RoleId &gone) {
    if (role == gone) {
        role = RoleId();
    }
}

PlanEdit take_out_everywhere(const Plan &plan, const RoleId &gone) {
    Plan without = plan;
    without.raci.edit().columns.erase(gone);
    for (auto &[activity, cells] : plan.raci->rows) {
        set_letters(without.raci.edit(), activity, gone, Letters());
    }
    for (auto &[id, role] : without.organisation.edit().roles) {
        clear_if(role.reportsTo, gone);
        clear_if(role.dottedTo, gone);
    }
    for (auto &[id, person] : without.organisation.edit().people) {
        person.hats.erase(gone);
    }
    Governance &governance = without.governance.edit();
    for (auto &[id, meeting] : governance.meetings) {
        meeting.attendees.erase(gone);
    }
    for (auto &[id, decision] : governance.decisions) {
        decision.deciders.erase(gone);
        decision.inputs.erase(gone);
        clear_if(decision.tieBreak, gone);
    }
    for (auto &[id, level] : governance.escalation) {
        level.parties.erase(gone);
    }
    for (auto &[id, kpi] : without.measurement.edit().kpis) {
        clear_if(kpi.role, gone);
        clear_if(kpi.owner, gone);
    }
    for (auto &[id, practice] : without.practices.edit().practices) {
        clear_if(practice.owner, gone);
        practice.approvers.erase(gone);
    }
    for (auto &[id, tool] : without.practices.edit().tools) {
        clear_if(tool.owner, gone);
        tool.access.erase(gone);
    }
    return {"Take it out everywhere", diff(plan, without)};
}

PlanEdit add_missing_role(const Plan &plan, const RoleId &id) {
    Role role;
    role.name = id.text;
    role.position = position_at_end(plan.organisation->roles);
    return {"Add a role named " + quoted(id.text), {Put<Role>{id, role}}};
}

void check_unknown(const PlanView &view, std::vector<Finding> &findings) {
    std::size_t reported = 0;
    for (const auto &[role, mentions] : MentionFinder(view).find_all()) {
        std::vector<std::string> places;
        std::string evidence;
        for (const Mention &mention : mentions) {
            if (std::find(places.begin(), places.end(), mention.words) == places.end()) {
                places.push_back(mention.words);
            }
            evidence += std::to_string(static_cast<int>(mention.section)) + ' ' + mention.item + '\n';
        }
        Finding finding = finding_of("role.unknown", {role.text}, evidence,
                                     "The plan has no role “" + quoted(role.text) + "”, though " + some_of(places) +
                                         (places.size() == 1 ? " names it." : " name it."));
        finding.section = mentions.front().section;
        finding.item = mentions.front().item;
        if (++reported <= rolesThatOfferFixes) {
            finding.fixes = {add_missing_role(view.plan, role), take_out_everywhere(view.plan, role)};
        }
        findings.push_back(std::move(finding));
    }
}

std::set<RoleId> in_escalation(const Governance &governance) {
    std::set<RoleId> roles;
    for (const auto &[id, level] : governance.escalation) {
        roles.insert(level.parties.begin(), level.parties.end());
    }
    return roles;
}

PlanEdit show_all(const Plan &plan, const std::vector<RoleId> &roles) {
    PlanEdit edit;
    edit.label = roles.size() == 1 ? "Show it as a column of the grid" : "Show them as columns of the grid";
    add_columns(plan, roles, edit);
    return edit;
}

void check_grid_columns(const PlanView &view, std::vector<Finding> &findings) {
    std::set<RoleId> deciding = in_escalation(*view.plan.governance);
    for (const auto &[id, decision] : view.plan.governance->decisions) {
        deciding.insert(decision.deciders.begin(), decision.deciders.end());
    }
    std::vector<RoleId> outside = view.in_order(deciding);
    std::erase_if(outside, [&](const RoleId &role) { return view.column(role) != PlanView::nowhere; });
    if (outside.empty() || view.grid.columns.empty()) {
        return;
    }
    const bool one = outside.size() == 1;
    std::vector<std::string> subject;
    for (const RoleId &role : outside) {
        subject.push_back(role.text);
    }
    std::sort(subject.begin(), subject.end());
    std::vector<std::string> names;
    for (const RoleId &role : outside) {
        names.push_back(view.name(role));
    }
    Finding finding = finding_of("role.not-in-grid", std::move(subject), "",
                                 listed(names) + (one ? " decides or stands in the escalation, but is not a column of the grid."
                                                      : " decide or stand in the escalation, but are not columns of the grid."));
    finding.fixes = {show_all(view.plan, outside)};
    findings.push_back(std::move(finding));
}

/// What waits for somebody to fill the role.
struct Duties {
    std::vector<std::string> activities; ///< ids
    std::vector<std::string> decisions;
    bool escalation = false;
};

Duties duties_of(const PlanView &view, const RoleId &role, const std::set<RoleId> &escalating) {
    Duties duties;
    const std::size_t column = view.column(role);
    for (std::size_t row = 0; column != PlanView::nowhere && row < view.grid.activities.size(); ++row) {
        if (view.grid.at(row, column).has('R') || view.grid.at(row, column).has('A')) {
            duties.activities.push_back(view.grid.activities[row].text);
        }
    }
    std::sort(duties.activities.begin(), duties.activities.end());
    for (const auto &[id, decision] : view.plan.governance->decisions) {
        if (decision.deciders.contains(role)) {
            duties.decisions.push_back(id.text);
        }
    }
    duties.escalation = escalating.contains(role);
    return duties;
}

std::string in_words(const Duties &duties) {
    std::vector<std::string> parts;
    if (!duties.activities.empty()) {
        parts.push_back("holds R or A in " + counted(duties.activities.size(), "activity", "activities"));
    }
    if (!duties.decisions.empty()) {
        parts.push_back("takes " + counted(duties.decisions.size(), "decision", "decisions"));
    }
    if (duties.escalation) {
        parts.emplace_back("stands in the escalation");
    }
    return listed(parts);
}

void check_unstaffed(const PlanView &view, std::vector<Finding> &findings) {
    const std::set<RoleId> escalating = in_escalation(*view.plan.governance);
    for (const auto &[known, item] : view.roles) {
        const RoleId &role = *known;
        if (!is_unstaffed(*view.plan.organisation, role)) {
            continue;
        }
        const Duties duties = duties_of(view, role, escalating);
        const std::string words = in_words(duties);
        if (words.empty()) {
            continue;
        }
        std::string evidence = duties.escalation ? "escalation\n" : "";
        for (const std::vector<std::string> *ids : {&duties.activities, &duties.decisions}) {
            for (const std::string &id : *ids) {
                evidence += id + '\n';
            }
            evidence += '\n';
        }
        findings.push_back(
            finding_of("role.unstaffed", {role.text}, evidence, "Nobody fills " + view.name(role) + ", which " + words + "."));
        findings.back().item = role.text;
        findings.back().role = role;
    }
}

} // namespace

bool is_unstaffed(const Organisation &organisation, const RoleId &role) {
    const Role *found = find(organisation.roles, role);
    return found != nullptr && found->headcount == 0 &&
           std::none_of(organisation.people.begin(), organisation.people.end(),
                        [&](const auto &person) { return !person.second.vacant && person.second.hats.contains(role); });
}

std::vector<Finding> check_roles(const PlanView &view) {
    std::vector<Finding> findings;
    if (view.policy.on("role.unknown")) {
        check_unknown(view, findings);
    }
    if (view.policy.on("role.not-in-grid")) {
        check_grid_columns(view, findings);
    }
    if (view.policy.on("role.unstaffed")) {
        check_unstaffed(view, findings);
    }
    return findings;
}

} // namespace fullcourt
