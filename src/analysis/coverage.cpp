#include "analysis/coverage.h"

#include <algorithm>
#include <cmath>

#include "analysis/plan_view.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

std::string rounded(double number) { return to_text(std::round(number)); }

} // namespace

std::string AccountEngagement::wide_sentence() const {
    std::string words = std::to_string(seats) + " of " + counted(size, "seat", "seats") + (size == 1 ? " is" : " are") +
                        " engaged: " + rounded(wide * 100) + " %.";
    if (!mapped) {
        words += " The size is assumed until the committee is mapped.";
    }
    return words;
}

std::string AccountEngagement::deep_sentence() const {
    return contacts.empty()
               ? "Nobody here is known yet."
               : rounded(deep) + " points of " + counted(contacts.size(), "contact", "contacts") + "; what lies further back counts less.";
}

std::string AccountEngagement::momentum_sentence() const {
    if (!momentum) {
        return recent > 0 ? rounded(recent) + " points in the last 90 days, nothing in the 90 before." : "Nothing in the last 180 days.";
    }
    return rounded(recent) + " points in the last 90 days against " + rounded(before) + " in the 90 before: " + tenths(*momentum) +
           " times.";
}

void ContactBoard::follow(const Plan &plan, std::int32_t today) {
    if (!m_contacts.shares_with(plan.contacts) || m_today != today) {
        m_states.reset();
        m_late.reset();
        m_committees.reset();
    }
    if (!m_accounts.shares_with(plan.accounts)) {
        m_committees.reset();
    }
    m_contacts = plan.contacts;
    m_accounts = plan.accounts;
    m_today = today;
}

const std::map<ContactId, ContactState> &ContactBoard::contacts() {
    if (!m_states) {
        m_states.emplace();
        for (const auto &[id, contact] : m_contacts->contacts) {
            ContactState state;
            state.fit = fit_of(contact, m_contacts->policy);
            state.engagement = engagement_of(contact, m_contacts->policy, m_today);
            state.proposed = proposed_stage(*m_contacts, contact, state.fit, state.engagement);
            state.late = late_answer(id, contact, *m_contacts, m_today);
            m_states->emplace_hint(m_states->end(), id, std::move(state));
        }
    }
    return *m_states;
}

AccountEngagement ContactBoard::empty_committee(const AccountId &id) const {
    AccountEngagement committee;
    const AccountMark *mark = find(m_accounts->marks, id);
    committee.mapped = mark != nullptr && mark->committeeSize;
    committee.size = static_cast<std::size_t>(std::max(1, committee.mapped ? *mark->committeeSize : m_contacts->policy.committeeSize));
    return committee;
}

const std::map<AccountId, AccountEngagement> &ContactBoard::accounts() {
    if (m_committees) {
        return *m_committees;
    }
    m_committees.emplace();
    const std::map<ContactId, ContactState> &states = contacts();
    for (const auto &[contactId, item] : in_shown_order(m_contacts->contacts)) {
        const ContactId &id = *contactId;
        const Contact &contact = *item;
        if (contact.account.empty()) {
            continue;
        }
        const auto at = m_committees->try_emplace(contact.account);
        AccountEngagement &committee = at.first->second;
        if (at.second) {
            committee = empty_committee(contact.account);
        }
        const ContactEngagement &engagement = states.at(id).engagement;
        const bool member = contact.committee != CommitteeRole::none;
        committee.contacts.push_back(id);
        committee.known += member ? 1U : 0U;
        committee.engaged += engagement.engaged ? 1U : 0U;
        committee.seats += member && engagement.engaged ? 1U : 0U;
        committee.deep += engagement.points;
        committee.recent += engagement.recent;
        committee.before += engagement.before;
    }
    for (auto &[id, committee] : *m_committees) {
        committee.size = std::max(committee.size, committee.known);
        committee.wide = static_cast<double>(committee.seats) / static_cast<double>(committee.size);
        if (committee.before > 0) {
            committee.momentum = committee.recent / committee.before;
        }
    }
    return *m_committees;
}

AccountEngagement ContactBoard::account(const AccountId &id) {
    const AccountEngagement *known = find(accounts(), id);
    return known == nullptr ? empty_committee(id) : *known;
}

const std::vector<LateAnswer> &ContactBoard::late() {
    if (!m_late) {
        m_late.emplace();
        for (const auto &[id, state] : contacts()) {
            if (state.late) {
                m_late->push_back(*state.late);
            }
        }
        sort_stably(*m_late, [](const LateAnswer &a, const LateAnswer &b) { return a.due < b.due; });
    }
    return *m_late;
}

} // namespace fullcourt
