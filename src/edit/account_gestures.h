// What a person does to target accounts and their score. As in edit/gestures.h, whose limits hold here too: an edit without
// steps where there is nothing to do, and an id that the plan does not have is nothing to do.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt {

// Accounts.
/// As a person types it; what is no value of the column's type is kept as it stands.
PlanEdit set_account_cell(const Plan &plan, const AccountId &account, const AccountColumnId &column, const std::string &text);
PlanEdit set_account_cells(const Plan &plan, const std::vector<AccountId> &accounts, const AccountColumnId &column,
                           const std::string &text);
/// The type is how its cells are read from now on; none is lost.
PlanEdit change_account_column(const Plan &plan, const AccountColumnId &id, const AccountColumn &column);
PlanEdit note_account(const Plan &plan, const AccountId &account, const std::string &note);
PlanEdit tag_accounts(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &tag, bool on);
/// Nothing: as scored.
PlanEdit set_tier_by_hand(const Plan &plan, const AccountId &account, std::optional<Tier> tier, const std::string &reason);

/// Where people who know the accounts would place them; nothing: no longer among the known ones.
PlanEdit place_accounts(const Plan &plan, const std::vector<AccountId> &accounts, std::optional<Placement> placement);

// The score.
PlanEdit add_criteria(const Plan &plan, const std::vector<Criterion> &criteria, const RandomBits &bits,
                      std::vector<CriterionId> *made = nullptr);
PlanEdit change_criterion(const Plan &plan, const CriterionId &id, const Criterion &criterion);
PlanEdit remove_criteria(const Plan &plan, const std::vector<CriterionId> &ids);
PlanEdit move_criteria(const Plan &plan, const std::vector<CriterionId> &ids, const CriterionId &before);
/// The weight of one side, at least 0.
PlanEdit set_weight(const Plan &plan, const CriterionId &id, Side side, double weight);
/// The share of all weights that both sides agreed on, 0 to 1; nothing: not settled.
PlanEdit settle_share(const Plan &plan, const CriterionId &id, std::optional<double> share);
/// Several shares at once, as a calibration proposes them.
PlanEdit settle_shares(const Plan &plan, const std::map<CriterionId, double> &shares, const std::string &label);
PlanEdit set_tier_policy(const Plan &plan, const TierPolicy &policy);
/// Marketing or sales; nothing takes the signature back.
PlanEdit sign_scoring(const Plan &plan, Side side, const std::optional<ScoringSignature> &signature);
/// The same signature under the model as it is now.
PlanEdit confirm_scoring(const Plan &plan, Side side, const ScoringSignature &signature);

/// The model as it is now, under a name; `on` is a date.
PlanEdit keep_score_version(const Plan &plan, const std::string &name, const std::string &note, const std::string &on,
                            const RandomBits &bits, std::vector<ScoreVersionId> *made = nullptr);
PlanEdit change_score_version(const Plan &plan, const ScoreVersionId &id, const ScoreVersion &version);
PlanEdit remove_score_versions(const Plan &plan, const std::vector<ScoreVersionId> &ids);
/// Criteria and tiers become the version's; signatures stay and are judged by what they were given for.
PlanEdit bring_back_score_version(const Plan &plan, const ScoreVersionId &id);

PlanEdit freeze_list(const Plan &plan, const FrozenList &list, const RandomBits &bits, std::vector<FrozenListId> *made = nullptr);
PlanEdit change_frozen_list(const Plan &plan, const FrozenListId &id, const FrozenList &list);
PlanEdit remove_frozen_lists(const Plan &plan, const std::vector<FrozenListId> &ids);

/// Words are trimmed and lower-cased; one in both is taken as won.
PlanEdit set_outcome_policy(const Plan &plan, const OutcomePolicy &policy);

/// A criterion that reads this column: scale and points after its type: numbers from their tenth to their ninetieth percentile.
Criterion criterion_for(const Accounts &accounts, const AccountColumnId &column);

} // namespace fullcourt
