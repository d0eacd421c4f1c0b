// RULES §2 staffing.* and model.*: head-counts against ratios and stages, reporting lines against the chosen model.
#include <array>

#include "analysis/consistency.h"
#include "analysis/organisation_change.h"
#include "analysis/organisation_fit.h"
#include "analysis/staffing.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string range(const Need &need) {
    return need.least == need.most ? std::to_string(need.least) : std::to_string(need.least) + " to " + std::to_string(need.most);
}

std::string of_function(int count, CoreFunction core) { return std::to_string(count) + " " + core_function_name(core, count != 1); }

/// Where one role alone carries the function, its head-count can be set to the nearer end of the band.
void offer_headcount(const PlanView &view, const std::vector<RoleId> &roles, int target, CoreFunction core, Finding &finding) {
    if (roles.size() == 1) {
        Role changed = view.plan.organisation->roles.at(roles.front());
        changed.headcount = target;
        finding.fixes.push_back({"Plan for " + of_function(target, core), {Put<Role>{roles.front(), std::move(changed)}}});
    }
}

void check_ratio(const PlanView &view, std::vector<Finding> &findings) {
    const Organisation &organisation = *view.plan.organisation;
    const int executives = heads_of(organisation, CoreFunction::accountExecutive).value_or(0);
    if (executives == 0) {
        return;
    }
    for (const CoreFunction core : {CoreFunction::accountMarketing, CoreFunction::salesDevelopment, CoreFunction::productSpecialist}) {
        const std::optional<int> heads = heads_of(organisation, core);
        const Need need = *need_of(*view.plan.settings, core, executives);
        if (!heads || (*heads >= need.least && *heads <= need.most)) {
            continue;
        }
        const std::vector<RoleId> roles = view.roles_with(core);
        std::vector<std::string> subject;
        for (const RoleId &role : roles) {
            subject.push_back(role.text);
        }
        std::sort(subject.begin(), subject.end());
        Finding finding =
            finding_of("staffing.ratio", std::move(subject), std::to_string(executives) + ' ' + std::to_string(*heads),
                       "The plan has " + of_function(*heads, core) + " for " + of_function(executives, CoreFunction::accountExecutive) +
                           ", where " + range(need) + " would fit.");
        finding.severity = executives < view.policy.limit("staffing.ratio.scale") ? Severity::note : Severity::warning;
        finding.item = roles.front().text;
        finding.role = roles.front();
        offer_headcount(view, roles, *heads < need.least ? need.least : need.most, core, finding);
        findings.push_back(std::move(finding));
    }
}

void check_stage(const PlanView &view, std::vector<Finding> &findings) {
    const std::optional<StageView> view_of = scaling_stage(*view.plan.organisation);
    if (!view_of || !view_of->between || view_of->missing.empty()) {
        return;
    }
    const std::string next = std::to_string(view_of->stage + 1);
    const std::string missing = listed(view_of->missing);
    const std::string start = view_of->stage == 0
                                  ? "Head-counts are on the way to scaling stage 1"
                                  : "Head-counts stand between scaling stages " + std::to_string(view_of->stage) + " and " + next;
    findings.push_back(finding_of("staffing.stage", {}, next + ' ' + missing, start + "; stage " + next + " still needs " + missing + "."));
}

void check_choice(const PlanView &view, std::vector<Finding> &findings) {
    const Organisation &organisation = *view.plan.organisation;
    if (organisation.choice.home != Home::notChosen || organisation.roles.empty()) {
        return;
    }
    Finding finding = finding_of("model.not-chosen", {}, "", "No organisation model is chosen yet.");
    for (const Fit &fit : compare_models(organisation.choice)) {
        const std::span<const NamedModel> models = named_models();
        const auto at = std::find_if(models.begin(), models.end(), [&](const NamedModel &model) { return model.code == fit.code; });
        if (fit.score && at != models.end() && at->home != Home::notChosen) {
            finding.fixes.push_back({"Choose " + fit.name + ", which fits best", {SetHome{at->home}}});
            break;
        }
    }
    findings.push_back(std::move(finding));
}

std::string what_differs(const PlanView &view, const ExpectedLine &line, const std::string &model) {
    const Role &role = view.plan.organisation->roles.at(line.role);
    const std::string &name = view.name(line.role);
    if (!solid_line_differs(*view.plan.organisation, line)) {
        return name + " has no dotted line to " + view.name(line.dotted) + ", which the chosen model (" + model + ") asks for.";
    }
    std::vector<std::string> fitting;
    for (std::size_t i = 0; i < line.solid.size(); ++i) {
        fitting.push_back(view.name(line.solid[i]));
    }
    std::string expected = fitting.front();
    for (std::size_t i = 1; i < fitting.size(); ++i) {
        expected += (i + 1 == fitting.size() ? " or " : ", ") + fitting[i];
    }
    return name + " reports to " + (role.reportsTo.empty() ? "nobody" : view.name(role.reportsTo)) + ", but under the chosen model (" +
           model + ") to " + expected + ".";
}

void check_reporting(const PlanView &view, std::vector<Finding> &findings) {
    const Organisation &organisation = *view.plan.organisation;
    std::vector<ExpectedLine> lines = expected_lines(organisation, organisation.choice);
    std::erase_if(lines, [&](const ExpectedLine &line) {
        return !solid_line_differs(organisation, line) && !dotted_line_differs(organisation, line);
    });
    if (lines.empty()) {
        return;
    }
    const std::string model = choice_name(organisation.choice);
    const bool started =
        std::any_of(organisation.roles.begin(), organisation.roles.end(), [](const auto &role) { return !role.second.reportsTo.empty(); });
    if (!started) {
        findings.push_back(
            finding_of("model.reporting", {}, model, "No reporting line is drawn yet for the chosen model (" + model + ")."));
        findings.back().section = PlanSection::organisation;
    }
    for (const ExpectedLine &line : lines) {
        Role changed = organisation.roles.at(line.role);
        if (solid_line_differs(organisation, line)) {
            changed.reportsTo = line.solid.front();
        }
        if (dotted_line_differs(organisation, line)) {
            changed.dottedTo = line.dotted;
        }
        const EditStep step = Put<Role>{line.role, changed};
        if (!started) {
            findings.back().fixes.resize(1);
            findings.back().fixes.front().label = "Draw the lines of the chosen model";
            findings.back().fixes.front().steps.push_back(step);
            continue;
        }
        const Role &today = organisation.roles.at(line.role);
        Finding finding = finding_of("model.reporting", {line.role.text}, model + '\n' + today.reportsTo.text + '\n' + today.dottedTo.text,
                                     what_differs(view, line, model));
        finding.section = PlanSection::organisation;
        finding.item = line.role.text;
        finding.role = line.role;
        finding.fixes = {{"Draw the line as the model has it", {step}}};
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<Finding> check_organisation(const PlanView &view) {
    std::vector<Finding> findings;
    if (view.policy.on("staffing.ratio")) {
        check_ratio(view, findings);
    }
    if (view.policy.on("staffing.stage")) {
        check_stage(view, findings);
    }
    if (view.policy.on("model.not-chosen")) {
        check_choice(view, findings);
    }
    if (view.policy.on("model.reporting")) {
        check_reporting(view, findings);
    }
    return findings;
}

} // namespace fullcourt
