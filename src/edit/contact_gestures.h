// What a person does to contacts, lead stages and the stages of accounts (DOMAIN §10, RULES §4): composed of steps with the
// label that undo shows. As in gestures.h: an edit without steps is nothing to do, and every day is an argument ("2026-11-23").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Contacts.
PlanEdit add_contacts(const Plan &plan, const std::vector<std::string> &names, const AccountId &account, const RandomBits &bits,
                      std::vector<ContactId> *made = nullptr);
PlanEdit change_contact(const Plan &plan, const ContactId &id, const Contact &contact);
/// Notes of engagement plans that name them no longer do.
PlanEdit remove_contacts(const Plan &plan, const std::vector<ContactId> &ids);
PlanEdit move_contacts(const Plan &plan, const std::vector<ContactId> &ids, const ContactId &before);
/// At the end of what the contact did; one whose date does not exist is nothing to do.
PlanEdit log_activity(const Plan &plan, const ContactId &id, const ContactActivity &activity);
PlanEdit remove_activity(const Plan &plan, const ContactId &id, std::size_t index);
PlanEdit set_committee_role(const Plan &plan, const ContactId &id, CommitteeRole role);

enum class BantQuestion { budget, authority, need, timeline };
PlanEdit answer_bant(const Plan &plan, const ContactId &id, BantQuestion question, Known answer);
/// An empty stage takes them out of theirs. Those that are in it already keep their day.
PlanEdit set_lead_stage(const Plan &plan, const std::vector<ContactId> &ids, const LeadStageId &stage, const std::string &on);

// Lead stages.
PlanEdit add_lead_stages(const Plan &plan, const std::vector<std::string> &names, const RandomBits &bits,
                         std::vector<LeadStageId> *made = nullptr);
/// A stage that means something else than before is no longer signed.
PlanEdit change_lead_stage(const Plan &plan, const LeadStageId &id, const LeadStage &stage);
/// Contacts that are in one are in none.
PlanEdit remove_lead_stages(const Plan &plan, const std::vector<LeadStageId> &ids);
PlanEdit move_lead_stages(const Plan &plan, const std::vector<LeadStageId> &ids, const LeadStageId &before);
/// Marketing or sales.
PlanEdit sign_lead_stage(const Plan &plan, const LeadStageId &id, Side side, bool on);
/// MQL, TQL, SAL and SQL with texts to begin from, owned by the plan's roles of the core functions. Only where there is no stage.
PlanEdit start_lead_stages(const Plan &plan);
PlanEdit set_lead_policy(const Plan &plan, const LeadPolicy &policy);
/// What a won account brings; empty: the page looks for a column.
PlanEdit choose_revenue(const Plan &plan, const AccountColumnId &column);
/// Which KPI holds the target of a figure of the program ("penetration"); empty: the KPIs' names tell.
PlanEdit choose_target(const Plan &plan, const std::string &figure, const KpiId &kpi);

// Stages of accounts.
/// A cell of stageColumn(), which is made where it is missing, and the day in the account's mark. An empty stage clears the cell.
PlanEdit set_account_stage(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &stage, const std::string &on);
/// Members of the buying committee; nothing: not mapped.
PlanEdit set_committee_size(const Plan &plan, const AccountId &account, std::optional<int> size);

} // namespace fullcourt
