// merge.*: what a merge of two copies left open or dangling (DESIGN §4). Roles that are no longer there are role.unknown's.
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "analysis/consistency.h"
#include "base/text.h"
#include "edit/place_words.h"

namespace fullcourt {
namespace {

PlanSection section_of_place(const PlanPath &path) {
    static const std::map<std::string_view, PlanSection> sections = {{"grid", PlanSection::grid},
                                                                     {"ballots", PlanSection::grid},
                                                                     {"tallies", PlanSection::grid},
                                                                     {"meetings", PlanSection::cadences},
                                                                     {"decisions", PlanSection::decisions},
                                                                     {"escalation", PlanSection::escalation},
                                                                     {"disputes", PlanSection::escalation},
                                                                     {"kpis", PlanSection::kpis},
                                                                     {"practices", PlanSection::governance},
                                                                     {"tools", PlanSection::governance},
                                                                     {"choice", PlanSection::model},
                                                                     {"models", PlanSection::model},
                                                                     {"ballotContext", PlanSection::model},
                                                                     {"readiness", PlanSection::readiness},
                                                                     {"accounts", PlanSection::accounts},
                                                                     {"accountColumns", PlanSection::accounts},
                                                                     {"accountMarks", PlanSection::accounts},
                                                                     {"criteria", PlanSection::accounts},
                                                                     {"tiers", PlanSection::accounts},
                                                                     {"scoringSignatures", PlanSection::accounts},
                                                                     {"accountBoard", PlanSection::accounts},
                                                                     {"accountStages", PlanSection::accounts},
                                                                     {"scoreVersions", PlanSection::accounts},
                                                                     {"frozenLists", PlanSection::accounts},
                                                                     {"outcome", PlanSection::accounts},
                                                                     {"contacts", PlanSection::contacts},
                                                                     {"leadStages", PlanSection::contacts},
                                                                     {"leadPolicy", PlanSection::contacts},
                                                                     {"pods", PlanSection::pods},
                                                                     {"podPolicy", PlanSection::pods},
                                                                     {"plays", PlanSection::engagement},
                                                                     {"playTemplates", PlanSection::engagement},
                                                                     {"engagementNotes", PlanSection::engagement}};
    const auto at = sections.find(path.front());
    return at == sections.end() ? PlanSection::organisation : at->second;
}

/// Plain texts without their quotes, letters with their meaning; nothing for what is made of several.
std::string shown(const Plan &plan, const PlanPath &path, const PlaceValue &value) {
    if (!value) {
        return "nothing";
    }
    const std::string_view text = *value;
    if (text.starts_with('{') || text.starts_with('[') || text.find('\\') != std::string_view::npos) {
        return {};
    }
    const std::string_view bare = text.starts_with('"') ? text.substr(1, text.size() - 2) : text;
    if (const auto start = meeting_start_words(path, bare)) {
        return quoted(*start);
    }
    return is_grid_cell(path) ? letters_words(plan, std::string(bare)) : quoted(bare);
}

/// The section, its item and its cell, so that the mark stands where the two differ.
void show_place(Finding &finding, const PlanPath &path) {
    finding.section = section_of_place(path);
    if (path.front() != "grid") {
        finding.item = path.size() > 1 ? path[1] : std::string();
    } else if (is_grid_cell(path) && path[1] == "rows") { // the grid marks its cells as they are to be
        finding.activity = ActivityId(path[2]);
        finding.role = RoleId(path[3]);
        finding.cells = {finding.role};
    } else if (path.size() > 2 && path[1] == "activities") {
        finding.activity = ActivityId(path[2]);
    }
}

std::string message_of(const Plan &plan, const Conflict &conflict) {
    const std::string place = place_words(plan, conflict.path);
    if (!item_words(plan, conflict.path).empty()) {
        return place + " was deleted in one copy and changed in another; it is kept until somebody chooses.";
    }
    std::vector<std::string> values;
    for (const auto &[value, origins] : conflict.values) {
        if (std::string words = shown(plan, conflict.path, value); !words.empty()) {
            values.push_back(std::move(words));
        }
    }
    const std::string list = values.size() == conflict.values.size() ? ": " + listed(values, "or") : std::string();
    return place + " was changed differently in several copies" + list + ".";
}

/// References of one kind of item to one kind of thing, each that leads nowhere a finding with the edit that takes it out.
class DanglingFinder {
  public:
    DanglingFinder(const Plan &plan, std::vector<Finding> &findings) : m_plan(plan), m_findings(findings) {}

    template <class Item, class Target>
    void look(std::string_view list, const Collection<Item> &items, Id<Target> Item::*field, const Collection<Target> &targets,
              std::string_view what) {
        for (const auto &[id, item] : in_shown_order(items)) {
            const Id<Target> &target = item->*field;
            if (!target.empty() && !targets.contains(target)) {
                Item without = *item;
                without.*field = Id<Target>();
                add(list, *id, target.text, std::string(what) + " that is", std::move(without));
            }
        }
    }

    template <class Item, class Target>
    void look(std::string_view list, const Collection<Item> &items, std::set<Id<Target>> Item::*field, const Collection<Target> &targets,
              std::string_view what) {
        const auto is_gone = [&](const Id<Target> &target) { return !targets.contains(target); };
        for (const auto &[id, item] : in_shown_order(items)) {
            const auto count = std::count_if((item->*field).begin(), (item->*field).end(), is_gone);
            if (count != 0) {
                Item without = *item;
                std::erase_if(without.*field, is_gone);
                add(list, *id, evidence_of(item->*field), std::string(what) + (count == 1 ? " that is" : " and others that are"),
                    std::move(without));
            }
        }
    }

  private:
    template <class Item>
    void add(std::string_view list, const Id<Item> &id, const std::string &evidence, const std::string &what, Item without) {
        const PlanPath path = {std::string(list), id.text};
        Finding finding = finding_of("merge.dangling", {path.front(), id.text}, evidence,
                                     place_words(m_plan, path) + " names " + what + " no longer in the plan.");
        finding.section = section_of_place(path);
        finding.item = id.text;
        PlanEdit fix{"No longer name it", {}};
        fix.steps.emplace_back(Put<Item>{id, std::move(without)});
        finding.fixes.push_back(std::move(fix));
        m_findings.push_back(std::move(finding));
    }

    const Plan &m_plan;
    std::vector<Finding> &m_findings;
};

void check_dangling(const Plan &plan, std::vector<Finding> &findings) {
    DanglingFinder dangling(plan, findings);
    const Governance &governance = *plan.governance;
    dangling.look("decisions", governance.decisions, &Decision::forum, governance.meetings, "a meeting");
    dangling.look("decisions", governance.decisions, &Decision::activities, plan.raci->activities, "an activity");
    dangling.look("escalation", governance.escalation, &EscalationLevel::forum, governance.meetings, "a meeting");
    dangling.look("kpis", plan.measurement->kpis, &Kpi::review, governance.meetings, "a meeting");
    dangling.look("tools", plan.practices->tools, &Tool::integratesWith, plan.practices->tools, "a tool");
    dangling.look("criteria", plan.scoring->criteria, &Criterion::column, plan.accounts->columns, "a column of the accounts");
}

} // namespace

std::vector<Finding> check_conflicts(const PlanView &view) {
    std::vector<Finding> findings;
    const Conflicts none;
    for (const auto &[key, conflict] : view.policy.on("merge.conflict") ? *view.plan.conflicts : none) {
        std::string evidence;
        for (const auto &[value, origins] : conflict.values) {
            evidence += value.value_or("") + "\n";
        }
        Finding finding = finding_of("merge.conflict", {key}, evidence, message_of(view.plan, conflict));
        show_place(finding, conflict.path);
        finding.fixes.push_back(PlanEdit{"Keep what stands there now", {SetConflict{key, std::nullopt}}});
        findings.push_back(std::move(finding));
    }
    if (view.policy.on("merge.dangling")) {
        check_dangling(view.plan, findings);
    }
    return findings;
}

} // namespace fullcourt
