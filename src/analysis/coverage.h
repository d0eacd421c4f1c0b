// The buying committee of an account: who is engaged, how wide and how deep, and whether it grows (RULES §4).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/leads.h"
#include "model/plan.h"

namespace fullcourt {

/// What follows from one contact.
struct ContactState {
    ContactFit fit;
    ContactEngagement engagement;
    LeadStageId proposed; ///< empty: none, or not further than where the contact is
    std::optional<LateAnswer> late;
};

struct AccountEngagement {
    std::vector<ContactId> contacts; ///< in shown order
    std::size_t known = 0;           ///< contacts with a role in the committee
    std::size_t size = 0;            ///< of the committee: set, else assumed; never fewer than are known
    bool mapped = false;             ///< the size is set
    std::size_t engaged = 0;         ///< contacts who are engaged, whatever their role
    std::size_t seats = 0;           ///< those of them with a role in the committee
    double wide = 0;                 ///< seats ÷ size, 0 to 1
    double deep = 0;                 ///< Σ decayed points of all contacts
    double recent = 0;               ///< Σ undecayed points of the last 90 days …
    double before = 0;               ///< … and of the 90 before
    std::optional<double> momentum;  ///< recent ÷ before; nothing where nothing was before

    std::string wide_sentence() const;     ///< "3 of 5 seats are engaged: 60 %. The size is assumed until the committee is mapped."
    std::string deep_sentence() const;     ///< "214 points of 4 contacts, older activities counting less."
    std::string momentum_sentence() const; ///< "120 points in the last 90 days against 80 in the 90 before: 1.5 times."
};

/// Kept while neither contacts nor accounts change.
class ContactBoard {
  public:
    /// Forgets what no longer holds. `today` is a day since 1970.
    void follow(const Plan &plan, std::int32_t today);
    std::int32_t today() const { return m_today; }

    /// Of every contact.
    const std::map<ContactId, ContactState> &contacts();
    /// Of every account that has a contact.
    const std::map<AccountId, AccountEngagement> &accounts();
    /// Of any account.
    AccountEngagement account(const AccountId &id);
    /// Response times that have run out, the longest first.
    const std::vector<LateAnswer> &late();

  private:
    AccountEngagement empty_committee(const AccountId &id) const;

    Shared<Contacts> m_contacts;
    Shared<Accounts> m_accounts;
    std::int32_t m_today = 0;
    std::optional<std::map<ContactId, ContactState>> m_states;
    std::optional<std::map<AccountId, AccountEngagement>> m_committees;
    std::optional<std::vector<LateAnswer>> m_late;
};

} // namespace fullcourt
