// RULES §2 kpi.*: who has a number, whether it can be reviewed, whether both sides signed it, and what it counts.
#include <array>

#include "analysis/consistency.h"
#include "analysis/staffing.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::array coreFunctions = {CoreFunction::accountExecutive, CoreFunction::salesDevelopment, CoreFunction::accountMarketing,
                                      CoreFunction::productSpecialist};

using Kpis = InOrder<Kpi>;

void check_core_roles(const PlanView &view, const Kpis &kpis, std::vector<Finding> &findings) {
    const Collection<Role> &roles = view.plan.organisation->roles;
    std::array<bool, coreFunctions.size()> measured{};
    for (const auto &[id, kpi] : kpis) {
        const Role *role = kpi->is_shared() ? nullptr : find(roles, kpi->role);
        const auto *at = role == nullptr ? coreFunctions.end() : std::find(coreFunctions.begin(), coreFunctions.end(), role->core);
        if (at != coreFunctions.end()) {
            measured[static_cast<std::size_t>(at - coreFunctions.begin())] = true;
        }
    }
    std::size_t without = 0;
    std::vector<Finding> found;
    for (std::size_t i = 0; i < coreFunctions.size(); ++i) {
        const std::vector<RoleId> core = view.roles_with(coreFunctions[i]);
        if (core.empty() || measured[i]) {
            continue;
        }
        ++without;
        std::vector<std::string> subject;
        for (const RoleId &role : core) {
            subject.push_back(role.text);
        }
        std::sort(subject.begin(), subject.end());
        found.push_back(finding_of("kpi.core-role-without", std::move(subject), "",
                                   "No KPI shows what " + view.names(core) + (core.size() == 1 ? " contributes." : " contribute.")));
        found.back().role = core.front();
    }
    if (kpis.empty() && without > 0) {
        // Nobody has started here: one line, not one for each function (RULES, opening).
        findings.push_back(finding_of("kpi.core-role-without", {}, "", "No KPI is set yet."));
        return;
    }
    std::move(found.begin(), found.end(), std::back_inserter(findings));
}

std::vector<std::string> missing_in(const Kpi &kpi) {
    std::vector<std::string> missing;
    if (kpi.owner.empty()) {
        missing.emplace_back("an owner");
    }
    if (trimmed(kpi.target).empty()) {
        missing.emplace_back("a target");
    }
    if (trimmed(kpi.source).empty()) {
        missing.emplace_back("a source");
    }
    return missing;
}

void check_complete(const Kpis &kpis, std::vector<Finding> &findings) {
    const bool onlyNames =
        kpis.size() > 1 && std::all_of(kpis.begin(), kpis.end(), [](const auto &one) { return missing_in(*one.second).size() == 3; });
    if (onlyNames) {
        findings.push_back(finding_of("kpi.incomplete", {}, std::to_string(kpis.size()),
                                      "None of the " + std::to_string(kpis.size()) + " KPIs has an owner, a target or a source yet."));
        return;
    }
    for (const auto &[id, kpi] : kpis) {
        const std::vector<std::string> missing = missing_in(*kpi);
        if (!missing.empty()) {
            const std::string words = listed(missing);
            findings.push_back(
                finding_of("kpi.incomplete", {id->text}, words, "The KPI " + quoted(kpi->name) + " still needs " + words + "."));
            findings.back().item = id->text;
        }
    }
}

PlanEdit sign_by_both(const Kpis &kpis, std::string label) {
    PlanEdit edit{std::move(label), {}};
    for (const auto &[id, kpi] : kpis) {
        Kpi changed = *kpi;
        changed.signedByMarketing = true;
        changed.signedBySales = true;
        edit.steps.emplace_back(Put<Kpi>{*id, std::move(changed)});
    }
    return edit;
}

void check_agreed(const Kpis &kpis, std::vector<Finding> &findings) {
    Kpis open;
    bool anySignature = false;
    for (const auto &[id, kpi] : kpis) {
        if (kpi->is_shared() && !trimmed(kpi->target).empty()) {
            anySignature = anySignature || kpi->signedByMarketing || kpi->signedBySales;
            if (!kpi->signedByMarketing || !kpi->signedBySales) {
                open.emplace_back(id, kpi);
            }
        }
    }
    if (open.size() > 1 && !anySignature) {
        findings.push_back(finding_of("kpi.not-agreed", {}, std::to_string(open.size()),
                                      "Neither side has signed the targets of the " + std::to_string(open.size()) + " shared KPIs yet."));
        findings.back().fixes = {sign_by_both(open, "Note that both sides signed them")};
        return;
    }
    for (const auto &[id, kpi] : open) {
        const std::string_view who = !kpi->signedByMarketing && !kpi->signedBySales ? "neither side has"
                                     : kpi->signedBySales                           ? "marketing has not"
                                                                                    : "sales has not";
        findings.push_back(finding_of("kpi.not-agreed", {id->text}, std::string(who) + '\n' + kpi->target,
                                      "The target of " + quoted(kpi->name) + " is shared, but " + std::string(who) + " signed it."));
        findings.back().item = id->text;
        findings.back().fixes = {sign_by_both({{id, kpi}}, "Note that both sides signed it")};
    }
}

void check_centre(const PlanView &view, const Kpis &kpis, std::vector<Finding> &findings) {
    std::vector<KpiId> leads;
    for (const auto &[id, kpi] : kpis) {
        if (kpi->centre == KpiCentre::lead) {
            leads.push_back(*id);
        }
    }
    const double share = view.policy.limit("kpi.lead-centred.share");
    if (100.0 * static_cast<double>(leads.size()) > share * static_cast<double>(kpis.size())) {
        findings.push_back(
            finding_of("kpi.lead-centred", {}, evidence_of(leads),
                       std::to_string(leads.size()) + " of " + std::to_string(kpis.size()) + " KPIs count leads rather than accounts."));
    }
}

} // namespace

std::vector<Finding> check_kpis(const PlanView &view) {
    const Kpis &kpis = view.kpis;
    std::vector<Finding> findings;
    if (view.policy.on("kpi.core-role-without")) {
        check_core_roles(view, kpis, findings);
    }
    if (view.policy.on("kpi.incomplete")) {
        check_complete(kpis, findings);
    }
    if (view.policy.on("kpi.not-agreed")) {
        check_agreed(kpis, findings);
    }
    if (view.policy.on("kpi.lead-centred")) {
        check_centre(view, kpis, findings);
    }
    return findings;
}

} // namespace fullcourt
