// Applying and comparing what changes the account table and the score. Private to edit.
#pragma once

#include "edit/edit.h"

namespace fullcourt {

/// The column's cells are read anew where its type changes.
void put_column(Accounts &accounts, const AccountColumnId &id, const AccountColumn &column);
void remove_column(Accounts &accounts, const AccountColumnId &id);
void set_cells(Accounts &accounts, const SetAccountCells &step);

void diff_accounts(const Accounts &before, const Accounts &after, std::vector<EditStep> &steps);
void diff_scoring(const Scoring &before, const Scoring &after, std::vector<EditStep> &steps);

} // namespace fullcourt
