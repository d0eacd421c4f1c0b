// What a person does to many target accounts at once, and to the columns that they are shown in. As in edit/account_gestures.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/edit.h"

namespace fullcourt {

/// The same tier and reason for all of them; nothing: as scored.
PlanEdit set_tiers_by_hand(const Plan &plan, const std::vector<AccountId> &accounts, std::optional<Tier> tier, const std::string &reason);
/// The cell of stageColumn(), which the accounts get where they have none, and the date on which it was reached first.
PlanEdit put_in_stage(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &stage, const std::string &today);
/// The cell of podColumn(), which the accounts get where they have none; empty: in no pod.
PlanEdit put_in_pod(const Plan &plan, const std::vector<AccountId> &accounts, const PodId &pod);

PlanEdit hide_account_columns(const Plan &plan, const std::vector<AccountColumnId> &columns, bool hidden);
PlanEdit freeze_account_column(const Plan &plan, const AccountColumnId &column, bool frozen);
/// 40 to 800 pixels; nothing: the page's own.
PlanEdit widen_account_column(const Plan &plan, const AccountColumnId &column, std::optional<int> width);
/// Before another one, or to the end where that is empty.
PlanEdit move_account_column(const Plan &plan, const AccountColumnId &column, const AccountColumnId &before);
/// What the board shows, as its columns, fields and limits.
PlanEdit set_account_board(const Plan &plan, const AccountBoard &board);

} // namespace fullcourt
