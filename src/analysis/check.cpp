#include "analysis/check.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/consistency.h"
#include "analysis/raci.h"

namespace fullcourt {
namespace {

std::vector<Finding> check_grid(const PlanView &view) { return check_raci(view.grid, view.policy); }

/// Which sections a part reads, beside the settings and the organisation (every sentence names roles).
struct Part {
    std::vector<Finding> (*check)(const PlanView &view, ScoreBoard &scores);
    bool grid;
    bool governance;
    bool measurement;
    bool practices;
    bool accounts = false;
    bool engagement = false;
};
/// Those that know nothing of scores.
template <std::vector<Finding> (*check)(const PlanView &)> std::vector<Finding> without_scores(const PlanView &view,
                                                                                               ScoreBoard & /*scores*/) {
    return check(view);
}
constexpr std::array allParts = {Part{without_scores<check_grid>, true, false, false, false},
                                 Part{without_scores<check_roles>, true, true, true, true},
                                 Part{without_scores<check_decisions>, true, true, false, false},
                                 Part{without_scores<check_cadences>, true, true, false, false},
                                 Part{without_scores<check_escalation>, false, true, false, false},
                                 Part{without_scores<check_kpis>, false, false, true, false},
                                 Part{without_scores<check_governance>, false, false, false, true},
                                 Part{without_scores<check_organisation>, false, false, false, false},
                                 Part{check_scoring, false, false, false, false, true},
                                 Part{without_scores<check_engagement>, false, false, false, false, false, true}};

bool still_holds(const Part &part, const Plan &before, const Plan &now) {
    return before.settings.shares_with(now.settings) && before.organisation.shares_with(now.organisation) &&
           (!part.grid || before.raci.shares_with(now.raci)) && (!part.governance || before.governance.shares_with(now.governance)) &&
           (!part.measurement || before.measurement.shares_with(now.measurement)) &&
           (!part.practices || before.practices.shares_with(now.practices)) &&
           (!part.engagement || (before.engagement.shares_with(now.engagement) && before.accounts.shares_with(now.accounts))) &&
           (!part.accounts || (before.accounts.shares_with(now.accounts) && before.scoring.shares_with(now.scoring)));
}

void mark_accepted(std::vector<Finding> &findings, const Acceptances &acceptances) {
    for (Finding &finding : findings) {
        const Acceptance *acceptance = find(acceptances, finding.key);
        finding.accepted = acceptance == nullptr ? std::nullopt : std::optional(*acceptance);
    }
}

/// Puts `now` where `count` findings stood, from `begin` on.
void replace(std::vector<Finding> &findings, std::size_t begin, std::size_t count, std::vector<Finding> now) {
    const auto first = findings.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto both = static_cast<std::ptrdiff_t>(std::min(count, now.size()));
    const auto rest = std::move(now.begin(), now.begin() + both, first);
    if (now.size() < count) {
        findings.erase(rest, first + static_cast<std::ptrdiff_t>(count));
    } else {
        findings.insert(rest, std::make_move_iterator(now.begin() + both), std::make_move_iterator(now.end()));
    }
}

} // namespace

const std::vector<Finding> &Checker::check(const Plan &plan, std::int32_t today) {
    m_scores.follow(plan, today);
    static_assert(parts == allParts.size());
    std::optional<PlanView> view;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        if (!m_seen || !still_holds(allParts[i], *m_seen, plan)) {
            if (!view) {
                view.emplace(plan);
            }
            std::vector<Finding> found = allParts[i].check(*view, m_scores);
            const std::size_t count = std::exchange(m_counts[i], found.size());
            replace(m_findings, begin, count, std::move(found));
        }
        begin += m_counts[i];
    }
    m_seen = plan;
    mark_accepted(m_findings, *plan.acceptances);
    return m_findings;
}

std::vector<Finding> check(const Plan &plan, std::int32_t today) {
    const PlanView view(plan);
    ScoreBoard scores;
    scores.follow(plan, today);
    std::array<std::vector<Finding>, allParts.size()> found;
    std::size_t all = 0;
    for (std::size_t i = 0; i < allParts.size(); ++i) {
        found[i] = allParts[i].check(view, scores);
        all += found[i].size();
    }
    std::vector<Finding> findings;
    findings.reserve(all);
    for (std::vector<Finding> &part : found) {
        std::move(part.begin(), part.end(), std::back_inserter(findings));
    }
    mark_accepted(findings, *plan.acceptances);
    return findings;
}

} // namespace fullcourt
