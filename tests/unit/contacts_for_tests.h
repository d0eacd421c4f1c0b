// Contacts and the accounts they belong to, as a test writes them down.
#pragma once

#include <string>
#include <vector>

#include "accounts_for_tests.h"
#include "base/date.h"
#include "model/plan.h"

namespace fullcourt::test {

/// The day that these tests take for today.
inline constexpr const char *today = "2026-11-23"; // a Monday
inline std::int32_t today_day() { return *day_of(today); }
inline std::string days_ago(int days) { return to_text(date_after(*parse_date(today), -days)); }

inline ContactActivity did(ContactActivityKind kind, int daysAgo, std::optional<double> minutes = {}) {
    return {kind, days_ago(daysAgo), minutes};
}

inline Contact &add_contact(Plan &plan, const std::string &id, const std::string &account, CommitteeRole role = CommitteeRole::none,
                            std::vector<ContactActivity> activities = {}) {
    Contact contact;
    contact.name = id;
    contact.account = AccountId(account);
    contact.committee = role;
    contact.activities = std::move(activities);
    contact.position = position_at_end(plan.contacts->contacts);
    return plan.contacts.edit().contacts[ContactId(id)] = contact;
}

inline LeadStage &add_stage(Plan &plan, const std::string &id) {
    LeadStage stage;
    stage.name = id;
    stage.position = position_at_end(plan.contacts->stages);
    return plan.contacts.edit().stages[LeadStageId(id)] = stage;
}

/// Accounts a, b, c … each in this tier by hand.
inline Plan plan_with_accounts(const std::vector<std::pair<std::string, Tier>> &tiers) {
    Plan plan;
    std::vector<std::vector<std::string>> rows;
    for (const auto &[key, tier] : tiers) {
        rows.push_back({key, key});
    }
    plan.accounts.edit() = accounts({{"name", AccountColumnType::text}}, rows);
    plan.accounts.edit().nameColumn = AccountColumnId("name");
    for (const auto &[key, tier] : tiers) {
        plan.accounts.edit().marks[AccountId(key)].tier = tier;
    }
    return plan;
}

} // namespace fullcourt::test
