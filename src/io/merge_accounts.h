// The rows of target accounts, merged by key and cell. Private to io.
//
// Rows keep the base's order; what was added follows, sorted by key where both added. Cells are compared as text, in the type that
// their column has in the result.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "edit/merge.h"
#include "model/accounts.h"

namespace fullcourt {

/// A side's accounts, and the conflicts of the plan that are about them.
struct AccountSide {
    const Accounts *accounts = nullptr;
    Conflicts conflicts;
    std::string origin;
};

struct MergedAccounts {
    AccountTable table;
    Conflicts conflicts;
    std::vector<MergeConflict> found;
};

/// {"accountColumns", ID} of columns of which `side` changed a cell: that claims the column.
std::set<PlanPath> columns_with_changed_cells(const Accounts &base, const Accounts &side);

/// Takes out the cells of columns that are not among `columns` and reads those anew that have another type there.
void bring_into_columns(AccountTable &table, const Collection<AccountColumn> &own, const Collection<AccountColumn> &columns);

/// The table without that account's row.
AccountTable without_account(const Accounts &accounts, const std::string &key);

/// `columns` are the result's.
MergedAccounts merge_accounts(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs,
                              const Collection<AccountColumn> &columns);

} // namespace fullcourt
