#include "analysis/finding.h"

#include "base/hash.h"

namespace fullcourt {

std::string severity_name(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: break;
    }
    return "note";
}

std::string_view section_name(PlanSection section) {
    switch (section) {
    case PlanSection::grid: break;
    case PlanSection::organisation: return "Organisation";
    case PlanSection::model: return "Organisation model";
    case PlanSection::cadences: return "Cadences";
    case PlanSection::decisions: return "Decision rights";
    case PlanSection::escalation: return "Escalation";
    case PlanSection::kpis: return "KPIs";
    case PlanSection::governance: return "Governance";
    case PlanSection::readiness: return "Readiness";
    case PlanSection::accounts: return "Target accounts";
    case PlanSection::contacts: return "Contacts";
    case PlanSection::pods: return "Pods";
    case PlanSection::engagement: return "Engagement plans";
    }
    return "RACI grid";
}

std::string finding_key(std::string_view rule, const std::vector<std::string> &subject, const std::string &evidence) {
    const std::string hash = to_hex(fnv1a(evidence));
    std::size_t size = rule.size() + 1 + hash.size();
    for (const std::string &id : subject) {
        size += 1 + id.size();
    }
    std::string key;
    key.reserve(size);
    key += rule;
    for (const std::string &id : subject) {
        key += '|';
        key += id;
    }
    key += '|';
    return key += hash;
}

FindingCount count(const std::vector<Finding> &findings) {
    FindingCount counts;
    for (const Finding &finding : findings) {
        if (finding.accepted) {
            ++counts.accepted;
            continue;
        }
        switch (finding.severity) {
        case Severity::error: ++counts.errors; break;
        case Severity::warning: ++counts.warnings; break;
        case Severity::note: ++counts.notes; break;
        }
    }
    return counts;
}

} // namespace fullcourt
