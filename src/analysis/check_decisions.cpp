// RULES §2 decision.*: each decision by itself, against the activities it governs, the ladder and the rhythm.
#include "analysis/consistency.h"
#include "analysis/consistency_fixes.h"
#include "analysis/offices.h"
#include "analysis/raci_fixes.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool has_deadline(const Decision &decision) {
    return decision.turnaroundDays || (decision.period.unit != PeriodUnit::none && !trimmed(decision.deadline).empty());
}

/// An invitation copies its meeting: the first few findings carry them, and as they are settled the next.
constexpr std::size_t decisionsThatOfferInvitations = 20;

/// Checks one decision; what it finds goes to the end of `findings`.
class DecisionCheck {
  public:
    DecisionCheck(const PlanView &view, std::vector<Finding> &findings)
        : m_view(view), m_findings(findings), m_chains(*view.plan.organisation) {
        for (const auto &[id, meeting] : view.meetings) {
            m_weeks.push_back(weeks_of(meeting->period));
        }
    }

    void check(const DecisionId &id, const Decision &decision) {
        m_id = &id;
        m_decision = &decision;
        m_name = quoted(decision.name);
        m_deciders = m_view.names(decision.deciders);
        m_decidersAsEvidence = evidence_of(decision.deciders);
        by_itself();
        tie_break();
        for (const ActivityId &activity : decision.activities) {
            if (const std::size_t row = m_view.row(activity); row != PlanView::nowhere) {
                const std::vector<RoleId> accountable = m_view.holders(row, 'A');
                joint_against(row, accountable);
                deciders_against(row, accountable);
                inputs_against(row);
            }
        }
        forum();
    }

  private:
    bool on(std::string_view rule) const { return m_view.policy.on(rule); }
    const std::set<RoleId> &deciders() const { return m_decision->deciders; }
    bool joint() const { return deciders().size() > 1 && !m_decision->either; }

    Finding &add(std::string_view rule, const std::string &evidence, std::string message) {
        m_findings.push_back(finding_of(rule, {m_id->text}, evidence, std::move(message)));
        m_findings.back().item = m_id->text;
        return m_findings.back();
    }

    Finding &add_about(std::string_view rule, std::size_t row, const std::string &evidence, std::string message) {
        const ActivityId &activity = m_view.grid.activities[row];
        m_findings.push_back(finding_of(rule, {m_id->text, activity.text}, evidence, std::move(message)));
        m_findings.back().item = m_id->text;
        m_findings.back().activity = activity;
        return m_findings.back();
    }

    /// "Let VP Sales decide", as an edit; those who decided so far give input from now on.
    PlanEdit let_decide(const RoleId &role) const {
        Decision changed = *m_decision;
        for (const RoleId &before : changed.deciders) {
            if (before != role) {
                changed.inputs.try_emplace(before);
            }
        }
        changed.deciders = {role};
        changed.inputs.erase(role);
        changed.either = false;
        std::vector<RoleId> others(deciders().begin(), deciders().end());
        std::erase(others, role);
        std::string label = joined({"Let ", m_view.name(role), " decide", deciders().contains(role) ? " alone" : ""});
        label += others.empty() ? "" : joined({" (", m_view.names(others), others.size() == 1 ? " gives input)" : " give input)"});
        return put_item(std::move(label), *m_id, std::move(changed));
    }

    void by_itself() {
        if (deciders().empty() && on("decision.no-decider")) {
            Finding &finding = add("decision.no-decider", "", "Nobody decides on " + m_name + ".");
            for (const RoleId &role : accountable_in_activities()) {
                finding.fixes.push_back(let_decide(role));
            }
        }
        if (!has_deadline(*m_decision) && on("decision.no-deadline")) {
            const bool recurs = m_decision->period.unit != PeriodUnit::none;
            add("decision.no-deadline", recurs ? "period" : "",
                joined({m_name, recurs ? " recurs, but no deadline says when it is taken." : " has neither a deadline nor a turnaround."}));
        }
    }

    std::vector<RoleId> accountable_in_activities() const {
        std::set<RoleId> roles;
        for (const ActivityId &activity : m_decision->activities) {
            const std::size_t row = m_view.row(activity);
            const std::vector<RoleId> holders = row == PlanView::nowhere ? std::vector<RoleId>() : m_view.holders(row, 'A');
            roles.insert(holders.begin(), holders.end());
        }
        std::vector<RoleId> first = m_view.in_order(roles);
        first.resize(std::min(first.size(), mostChoices));
        return first;
    }

    bool escalation_reaches_beyond() const {
        for (const auto &[id, level] : m_view.plan.governance->escalation) {
            if (!std::includes(deciders().begin(), deciders().end(), level.parties.begin(), level.parties.end())) {
                return true;
            }
        }
        return false;
    }

    void tie_break() {
        if (!joint() || !m_decision->tieBreak.empty() || !on("decision.joint-without-tiebreak") || escalation_reaches_beyond()) {
            return;
        }
        Finding &finding = add("decision.joint-without-tiebreak", m_decidersAsEvidence,
                               joined({m_deciders, " decide on ", m_name, " together, and nobody settles it when they disagree."}));
        std::vector<RoleId> candidates = m_chains.above(deciders());
        if (candidates.empty()) {
            candidates = m_view.in_order(deciders());
        }
        for (std::size_t i = 0; i < std::min(candidates.size(), mostChoices); ++i) {
            Decision changed = *m_decision;
            changed.tieBreak = candidates[i];
            finding.fixes.push_back(
                put_item(joined({"Let ", m_view.name(candidates[i]), " settle it when they disagree"}), *m_id, std::move(changed)));
        }
    }

    void joint_against(std::size_t row, const std::vector<RoleId> &holders) {
        if (!joint() || holders.size() != 1 || !on("decision.joint-one-accountable")) {
            return;
        }
        const RoleId &accountable = holders.front();
        Finding &finding = add_about("decision.joint-one-accountable", row, m_decidersAsEvidence + '\n' + accountable.text,
                                     joined({m_deciders, " decide on ", m_name, " together, but the grid has ", m_view.name(accountable),
                                             " alone accountable for ", m_view.grid.activity_name(row), "."}));
        if (deciders().contains(accountable)) {
            finding.fixes.push_back(let_decide(accountable));
        }
        Decision changed = *m_decision;
        changed.either = true;
        finding.fixes.push_back(put_item("Let either of them decide alone", *m_id, std::move(changed)));
    }

    void deciders_against(std::size_t row, const std::vector<RoleId> &accountable) {
        const bool match =
            std::any_of(accountable.begin(), accountable.end(), [&](const RoleId &role) { return deciders().contains(role); });
        if (accountable.empty() || match || deciders().empty() || !on("decision.decider-not-accountable")) {
            return;
        }
        const bool one = deciders().size() == 1;
        Finding &finding = add_about("decision.decider-not-accountable", row, m_decidersAsEvidence + '\n' + evidence_of(accountable),
                                     joined({m_view.names(accountable), accountable.size() == 1 ? " is" : " are", " accountable for ",
                                             m_view.grid.activity_name(row), ", but ", m_decision->either ? "either of " : "", m_deciders,
                                             one || m_decision->either ? " decides on " : " decide on ", m_name, "."}));
        const std::vector<RoleId> known = m_view.in_order(deciders());
        for (std::size_t i = 0; i < std::min(known.size(), mostChoices); ++i) {
            finding.fixes.push_back(make_accountable(m_view, row, known[i]));
        }
        if (accountable.size() == 1 && m_view.has_role(accountable.front())) {
            finding.fixes.push_back(let_decide(accountable.front()));
        }
    }

    void inputs_against(std::size_t row) {
        if (!on("decision.input-not-consulted")) {
            return;
        }
        std::vector<RoleId> silent;
        for (const auto &[role, purpose] : m_decision->inputs) {
            const Letters letters = m_view.letters(row, role);
            if (!letters.has('R') && !letters.has('A') && !letters.has('S') && !letters.has('C') && m_view.has_role(role)) {
                silent.push_back(role);
            }
        }
        if (silent.empty()) {
            return;
        }
        const bool one = silent.size() == 1;
        Finding &finding =
            add_about("decision.input-not-consulted", row, evidence_of(silent),
                      joined({m_view.names(silent), one ? " gives" : " give", " input to ", m_name, ", but the grid does not ask ",
                              one ? "it" : "them", " about ", m_view.grid.activity_name(row), "."}));
        finding.fixes.push_back(consult(m_view, row, m_view.in_order(silent)));
    }

    /// A meeting held as often as the decision is due.
    struct Forum {
        std::size_t meeting = 0; ///< index in the view's meetings
        std::size_t cost = 0;    ///< invitations that it takes, in all pods
    };

    bool often_enough(std::size_t meeting) const {
        return m_weeks[meeting] > 0 && m_weeks[meeting] <= weeks_of(m_decision->period) * (1 + 1e-9);
    }

    bool deciders_have_a_forum() const {
        Bits all = m_view.attended(*deciders().begin());
        for (const RoleId &role : deciders()) {
            all &= m_view.attended(role);
        }
        for (std::size_t meeting = 0; meeting < m_weeks.size(); ++meeting) {
            if (all.has(meeting) && often_enough(meeting)) {
                return true;
            }
        }
        return false;
    }

    /// The two that cost the least, the cheaper first, earlier ones before later.
    std::vector<Forum> best_forums() const {
        std::vector<const Bits *> attended;
        for (const RoleId &role : deciders()) {
            attended.push_back(&m_view.attended(role));
        }
        std::vector<Forum> best;
        for (std::size_t meeting = 0; meeting < m_weeks.size(); ++meeting) {
            if (!often_enough(meeting)) {
                continue;
            }
            const auto absent = std::count_if(attended.begin(), attended.end(), [&](const Bits *bits) { return !bits->has(meeting); });
            // One more in a meeting of a pod is one more in every pod.
            const std::size_t inPods = m_view.meetings[meeting].second->perPod ? deciders().size() : 0;
            const Forum forum{meeting, static_cast<std::size_t>(absent) + inPods};
            const auto after = std::find_if(best.begin(), best.end(), [&](const Forum &one) { return forum.cost < one.cost; });
            best.insert(after, forum);
            best.resize(std::min<std::size_t>(best.size(), 2));
        }
        return best;
    }

    void forum() {
        // Where no meeting exists at all, the rhythm has not been started: cadence.never-meet says so once.
        if (m_decision->period.unit == PeriodUnit::none || m_decision->turnaroundDays || deciders().empty() || m_view.meetings.empty() ||
            !on("decision.no-forum")) {
            return;
        }
        if (deciders_have_a_forum()) {
            return;
        }
        const bool one = deciders().size() == 1;
        Finding &finding =
            add("decision.no-forum", m_decidersAsEvidence + "\n" + std::to_string(weeks_of(m_decision->period)),
                joined({m_deciders, one ? " decides" : " decide", " regularly on ", m_name,
                        one ? ", but attends no meeting that is held as often." : ", but no meeting held as often has all of them."}));
        if (++m_withoutForum > decisionsThatOfferInvitations) {
            return;
        }
        for (const Forum &forum : best_forums()) {
            offer_invitation(forum.meeting, finding);
        }
    }

    void offer_invitation(std::size_t meeting, Finding &finding) const {
        std::vector<RoleId> missing(deciders().begin(), deciders().end());
        std::erase_if(missing, [&](const RoleId &role) { return m_view.attended(role).has(meeting); });
        finding.fixes.push_back(invite(m_view, *m_view.meetings[meeting].first, missing));
    }

    const PlanView &m_view;
    std::vector<Finding> &m_findings;
    ChainsOfCommand m_chains;
    const DecisionId *m_id = nullptr;
    const Decision *m_decision = nullptr;
    std::string m_name;
    std::string m_deciders;           // their names
    std::string m_decidersAsEvidence; // their ids
    std::vector<double> m_weeks;      // from one of the view's meetings to the next, by its index
    std::size_t m_withoutForum = 0;   // findings of decision.no-forum so far
};

} // namespace

std::vector<Finding> check_decisions(const PlanView &view) {
    std::vector<Finding> findings;
    // Each is a few hundred bytes, moved whenever the list grows.
    constexpr std::size_t findingsOfOne = 6;
    findings.reserve(findingsOfOne * view.plan.governance->decisions.size());
    DecisionCheck check(view, findings);
    for (const auto &[id, decision] : in_shown_order(view.plan.governance->decisions)) {
        check.check(*id, *decision);
    }
    return findings;
}

} // namespace fullcourt
