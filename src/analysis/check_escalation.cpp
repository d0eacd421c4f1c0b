// RULES §2 escalation.*: what makes a conflict rise, and who ends it.
#include "analysis/consistency.h"
#include "analysis/offices.h"
#include "analysis/raci_fixes.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// What the fix proposes: DOMAIN §7 leaves the first levels after a week.
constexpr int usualLimitDays = 7;

std::string level_name(const PlanView &view, std::size_t index, const EscalationLevel &level) {
    const std::string number = "level " + std::to_string(index + 1);
    return level.parties.empty() ? number : number + " (" + view.names(level.parties) + ")";
}

void check_limit(const PlanView &view, std::size_t index, const EscalationLevelId &id, std::vector<Finding> &findings) {
    const EscalationLevel &level = view.plan.governance->escalation.at(id);
    if (level.limitDays || !trimmed(level.trigger).empty()) {
        return;
    }
    Finding finding =
        finding_of("escalation.time-limit", {id.text}, "",
                   "Nothing makes a conflict rise from " + level_name(view, index, level) + ": neither a trigger nor a time limit.");
    EscalationLevel changed = level;
    changed.limitDays = usualLimitDays;
    finding.fixes.push_back(
        {"Let it rise after " + std::to_string(usualLimitDays) + " days", {Put<EscalationLevel>{id, std::move(changed)}}});
    finding.item = id.text;
    findings.push_back(std::move(finding));
}

EscalationLevelId free_id(const Collection<EscalationLevel> &levels) {
    for (int number = 1;; ++number) {
        EscalationLevelId id("final-call-" + std::to_string(number));
        if (!levels.contains(id)) {
            return id;
        }
    }
}

void check_end(const PlanView &view, const EscalationLevelId &id, std::vector<Finding> &findings) {
    const Collection<EscalationLevel> &levels = view.plan.governance->escalation;
    const EscalationLevel &level = levels.at(id);
    if (level.parties.size() < 2) {
        return;
    }
    Finding finding =
        finding_of("escalation.ends-in-group", {id.text}, evidence_of(level.parties),
                   "The last level of the escalation is a group, " + view.names(level.parties) + ": nobody has the final call.");
    finding.item = id.text;
    const std::vector<RoleId> above = ChainsOfCommand(*view.plan.organisation).above(level.parties);
    if (!above.empty()) {
        EscalationLevel last;
        last.parties = {above.front()};
        last.position = position_at_end(levels);
        finding.fixes.push_back({"Add a last level: " + view.name(above.front()) + " has the final call",
                                 {Put<EscalationLevel>{free_id(levels), std::move(last)}}});
    }
    for (const RoleId &role : view.in_order(level.parties)) {
        if (finding.fixes.size() < mostChoices) {
            EscalationLevel changed = level;
            changed.parties = {role};
            finding.fixes.push_back(
                {"Leave the final call to " + view.name(role) + " alone", {Put<EscalationLevel>{id, std::move(changed)}}});
        }
    }
    findings.push_back(std::move(finding));
}

} // namespace

std::vector<Finding> check_escalation(const PlanView &view) {
    std::vector<Finding> findings;
    const std::vector<EscalationLevelId> ladder = ordered(view.plan.governance->escalation);
    for (std::size_t i = 0; i + 1 < ladder.size() && view.policy.on("escalation.time-limit"); ++i) {
        check_limit(view, i, ladder[i], findings);
    }
    if (!ladder.empty() && view.policy.on("escalation.ends-in-group")) {
        check_end(view, ladder.back(), findings);
    }
    return findings;
}

} // namespace fullcourt
