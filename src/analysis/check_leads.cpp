// RULES §2 leadstage.*: whether each stage says what is done, by whom and by when, and whether both sides signed that.
#include <algorithm>

#include "analysis/consistency.h"
#include "analysis/consistency_fixes.h"
#include "base/text.h"

namespace fullcourt {
namespace {

using Stages = InOrder<LeadStage>;

std::vector<std::string> missing_in(const PlanView &view, const LeadStage &stage) {
    std::vector<std::string> missing;
    if (trimmed(stage.definition).empty()) {
        missing.emplace_back("a definition");
    }
    if (trimmed(stage.action).empty()) {
        missing.emplace_back("what is done");
    }
    if (!view.has_role(stage.owner)) {
        missing.emplace_back("an owner");
    }
    if (!stage.responseHours) {
        missing.emplace_back("a response time");
    }
    return missing;
}

constexpr std::size_t allThatCanBeMissing = 4;

void check_complete(const PlanView &view, const Stages &stages, std::vector<Finding> &findings) {
    const bool onlyNames = stages.size() > 1 && std::all_of(stages.begin(), stages.end(), [&](const auto &each) {
                               return missing_in(view, *each.second).size() == allThatCanBeMissing;
                           });
    if (onlyNames) {
        findings.push_back(finding_of("leadstage.incomplete", {}, std::to_string(stages.size()),
                                      "None of the " + std::to_string(stages.size()) +
                                          " lead stages says yet what it means, what is done, by whom and by when."));
        return;
    }
    for (const auto &[id, stage] : stages) {
        const std::vector<std::string> missing = missing_in(view, *stage);
        if (!missing.empty()) {
            const std::string words = listed(missing);
            findings.push_back(finding_of("leadstage.incomplete", {id->text}, words,
                                          "The lead stage " + quoted(stage->name) + " still needs " + words + "."));
            findings.back().item = id->text;
        }
    }
}

PlanEdit sign_by_both(const Stages &stages, std::string label) {
    PlanEdit edit{std::move(label), {}};
    for (const auto &[id, stage] : stages) {
        LeadStage changed = *stage;
        changed.signedByMarketing = true;
        changed.signedBySales = true;
        edit.steps.emplace_back(Put<LeadStage>{*id, std::move(changed)});
    }
    return edit;
}

void check_agreed(const Stages &stages, std::vector<Finding> &findings) {
    Stages open;
    bool anySignature = false;
    for (const auto &[id, stage] : stages) {
        if (trimmed(stage->definition).empty()) {
            continue; // there is nothing to sign
        }
        anySignature = anySignature || stage->signedByMarketing || stage->signedBySales;
        if (!stage->signedByMarketing || !stage->signedBySales) {
            open.emplace_back(id, stage);
        }
    }
    if (open.size() > 1 && !anySignature) {
        findings.push_back(finding_of("leadstage.not-agreed", {}, std::to_string(open.size()),
                                      "Neither side has signed the " + std::to_string(open.size()) + " lead stages yet."));
        findings.back().fixes = {sign_by_both(open, "Note that both sides signed them")};
        return;
    }
    for (const auto &[id, stage] : open) {
        const std::string_view who = !stage->signedByMarketing && !stage->signedBySales ? "neither side has"
                                     : stage->signedBySales                             ? "marketing has not"
                                                                                        : "sales has not";
        std::string capital(who);
        capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
        findings.push_back(finding_of("leadstage.not-agreed", {id->text}, std::string(who) + '\n' + stage->definition,
                                      capital + " signed the lead stage " + quoted(stage->name) + "."));
        findings.back().item = id->text;
        findings.back().fixes = {sign_by_both({{id, stage}}, "Note that both sides signed it")};
    }
}

} // namespace

std::vector<Finding> check_lead_stages(const PlanView &view) {
    std::vector<Finding> findings;
    const Stages stages = in_shown_order(view.plan.contacts->stages);
    if (view.policy.on("leadstage.incomplete")) {
        check_complete(view, stages, findings);
    }
    if (view.policy.on("leadstage.not-agreed")) {
        check_agreed(stages, findings);
    }
    return findings;
}

} // namespace fullcourt
