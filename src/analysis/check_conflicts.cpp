// merge.*: what a merge of two copies left open (DESIGN §4).
#include <map>
#include <string_view>

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
                                                                     {"contacts", PlanSection::accounts},
                                                                     {"pods", PlanSection::accounts},
                                                                     {"plays", PlanSection::accounts}};
    const auto at = sections.find(path.front());
    return at == sections.end() ? PlanSection::organisation : at->second;
}

/// Plain texts without their quotes; nothing for what is made of several.
std::string shown(const PlaceValue &value) {
    if (!value) {
        return "nothing";
    }
    const std::string_view text = *value;
    if (text.starts_with('{') || text.starts_with('[') || text.find('\\') != std::string_view::npos) {
        return {};
    }
    return quoted(text.starts_with('"') ? text.substr(1, text.size() - 2) : text);
}

std::string message_of(const Plan &plan, const Conflict &conflict) {
    const std::string place = place_words(plan, conflict.path);
    if (!item_words(plan, conflict.path).empty()) {
        return place + " was deleted in one copy and changed in another; it is kept until somebody chooses.";
    }
    std::vector<std::string> values;
    for (const auto &[value, origins] : conflict.values) {
        if (std::string words = shown(value); !words.empty()) {
            values.push_back(std::move(words));
        }
    }
    const std::string list = values.size() == conflict.values.size() ? " (" + listed(values, "or") + ")" : std::string();
    return place + " was changed differently in several copies" + list + ".";
}

} // namespace

std::vector<Finding> check_conflicts(const PlanView &view) {
    std::vector<Finding> findings;
    if (!view.policy.on("merge.conflict")) {
        return findings;
    }
    for (const auto &[key, conflict] : *view.plan.conflicts) {
        std::string evidence;
        for (const auto &[value, origins] : conflict.values) {
            evidence += value.value_or("") + "\n";
        }
        Finding finding = finding_of("merge.conflict", {key}, evidence, message_of(view.plan, conflict));
        finding.section = section_of_place(conflict.path);
        finding.fixes.push_back(PlanEdit{"Keep what stands there now", {SetConflict{key, std::nullopt}}});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace fullcourt
