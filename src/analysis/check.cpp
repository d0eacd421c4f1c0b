#include "analysis/check.h"

#include <algorithm>
#include <iterator>

#include "analysis/consistency.h"
#include "analysis/raci.h"

namespace fullcourt {
namespace {

std::vector<Finding> check_grid(const PlanView &view) { return check_raci(view.grid, view.policy); }

/// Which sections a part reads, beside the settings and the organisation (every sentence names roles).
struct Part {
    std::vector<Finding> (*check)(const PlanView &view);
    bool grid;
    bool governance;
    bool measurement;
    bool practices;
};
constexpr std::array allParts = {Part{check_grid, true, false, false, false},       Part{check_roles, true, true, true, true},
                                 Part{check_decisions, true, true, false, false},   Part{check_cadences, true, true, false, false},
                                 Part{check_escalation, false, true, false, false}, Part{check_kpis, false, false, true, false},
                                 Part{check_governance, false, false, false, true}, Part{check_organisation, false, false, false, false}};

bool still_holds(const Part &part, const Plan &before, const Plan &now) {
    return before.settings.shares_with(now.settings) && before.organisation.shares_with(now.organisation) &&
           (!part.grid || before.raci.shares_with(now.raci)) && (!part.governance || before.governance.shares_with(now.governance)) &&
           (!part.measurement || before.measurement.shares_with(now.measurement)) &&
           (!part.practices || before.practices.shares_with(now.practices));
}

void mark_accepted(std::vector<Finding> &findings, const Acceptances &acceptances) {
    if (acceptances.empty()) {
        return;
    }
    for (Finding &finding : findings) {
        if (const Acceptance *acceptance = find(acceptances, finding.key)) {
            finding.accepted = *acceptance;
        }
    }
}

} // namespace

std::vector<Finding> Checker::check(const Plan &plan) {
    static_assert(parts == allParts.size());
    std::optional<PlanView> view;
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < parts; ++i) {
        if (!m_seen || !still_holds(allParts[i], *m_seen, plan)) {
            if (!view) {
                view.emplace(plan);
            }
            m_found[i] = allParts[i].check(*view);
        }
        findings.insert(findings.end(), m_found[i].begin(), m_found[i].end());
    }
    m_seen = plan;
    mark_accepted(findings, *plan.acceptances);
    return findings;
}

std::vector<Finding> check(const Plan &plan) {
    const PlanView view(plan);
    std::vector<Finding> findings;
    for (const Part &part : allParts) {
        std::vector<Finding> found = part.check(view);
        std::move(found.begin(), found.end(), std::back_inserter(findings));
    }
    mark_accepted(findings, *plan.acceptances);
    return findings;
}

} // namespace fullcourt
