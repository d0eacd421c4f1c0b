#include "analysis/check.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/consistency.h"
#include "analysis/raci.h"

namespace fullcourt {
namespace {

std::vector<Finding> check_grid(const PlanView &view) { return check_raci(view.grid, view.policy); }

/// The sections that parts read, beside the settings and the organisation (every sentence names roles).
enum Reads : unsigned {
    readsNothing = 0,
    readsGrid = 1,
    readsGovernance = 2,
    readsMeasurement = 4,
    readsPractices = 8,
    readsAccounts = 16,
    readsContacts = 32,
    readsConflicts = 64,
    readsEverything = 127
};

struct CheckPart {
    std::vector<Finding> (*check)(const PlanView &view, ScoreBoard &scores, ContactBoard &contacts);
    unsigned reads = readsNothing;
};
/// Those that know nothing of scores and contacts.
template <std::vector<Finding> (*check)(const PlanView &)>
std::vector<Finding> without_scores(const PlanView &view, ScoreBoard & /*scores*/, ContactBoard & /*contacts*/) {
    return check(view);
}
std::vector<Finding> with_scores(const PlanView &view, ScoreBoard &scores, ContactBoard & /*contacts*/) {
    return check_scoring(view, scores);
}
constexpr std::array allParts = {
    CheckPart{without_scores<check_grid>, readsGrid},
    CheckPart{without_scores<check_roles>, readsGrid | readsGovernance | readsMeasurement | readsPractices},
    CheckPart{without_scores<check_decisions>, readsGrid | readsGovernance},
    CheckPart{without_scores<check_cadences>, readsGrid | readsGovernance}, CheckPart{without_scores<check_escalation>, readsGovernance},
    CheckPart{without_scores<check_kpis>, readsMeasurement}, CheckPart{without_scores<check_governance>, readsPractices},
    CheckPart{without_scores<check_organisation>, readsNothing}, CheckPart{with_scores, readsAccounts},
    CheckPart{without_scores<check_lead_stages>, readsContacts}, CheckPart{check_accounts, readsAccounts | readsContacts},
    CheckPart{without_scores<check_engagement>, readsAccounts | readsContacts},
    // Its sentences name things of every section.
    CheckPart{without_scores<check_conflicts>, readsEverything}};

bool still_holds(const CheckPart &part, const Plan &before, const Plan &now) {
    const auto same = [&](unsigned section, const auto &...shared) { return (part.reads & section) == 0 || (shared && ...); };
    return before.settings.shares_with(now.settings) && before.organisation.shares_with(now.organisation) &&
           same(readsGrid, before.raci.shares_with(now.raci)) && same(readsGovernance, before.governance.shares_with(now.governance)) &&
           same(readsMeasurement, before.measurement.shares_with(now.measurement)) &&
           same(readsPractices, before.practices.shares_with(now.practices)) &&
           same(readsAccounts, before.accounts.shares_with(now.accounts), before.scoring.shares_with(now.scoring)) &&
           same(readsContacts, before.contacts.shares_with(now.contacts), before.engagement.shares_with(now.engagement)) &&
           same(readsConflicts, before.conflicts.shares_with(now.conflicts));
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

bool Checker::prepare(const Plan &plan, std::int32_t today) {
    m_scores.follow(plan, today);
    return m_scores.prepare();
}

const std::vector<Finding> &Checker::check(const Plan &plan, std::int32_t today) {
    m_scores.follow(plan, today);
    m_contacts.follow(plan, today);
    const bool anotherDay = std::exchange(m_today, today) != today;
    static_assert(parts == allParts.size());
    std::optional<PlanView> view;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        if (!m_seen || (anotherDay && (allParts[i].reads & (readsAccounts | readsContacts)) != 0) ||
            !still_holds(allParts[i], *m_seen, plan)) {
            if (!view) {
                view.emplace(plan);
            }
            std::vector<Finding> found = allParts[i].check(*view, m_scores, m_contacts);
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
    ContactBoard contacts;
    contacts.follow(plan, today);
    std::array<std::vector<Finding>, allParts.size()> found;
    std::size_t all = 0;
    for (std::size_t i = 0; i < allParts.size(); ++i) {
        found[i] = allParts[i].check(view, scores, contacts);
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
