// The rows of target accounts, merged by key and cell, in pieces. Private to io.
//
// Rows keep the base's order; what was added follows, sorted by key where both added. Cells are compared as they stand, in the type
// that their column has in the result. What chunks of rows have in common is not looked at row by row, and the result shares the
// chunks that one of the three has as it has them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/pieces.h"
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
    std::vector<MergeConflict> found; ///< by path
};

/// Takes out the cells of columns that are not among `columns` and reads those anew that have another type there.
void bring_into_columns(AccountTable &table, const Collection<AccountColumn> &own, const Collection<AccountColumn> &columns);

/// The table without that account's row.
AccountTable without_account(const Accounts &accounts, const std::string &key);

/// Which row of one table is which of another.
class RowMatch {
  public:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// `index` is the base's, made when it is first needed. All three outlive the match.
    RowMatch(const AccountTable &side, const AccountTable &base, std::optional<AccountIndex> &index);

    /// Matches some chunks of the side; true when none is left.
    bool go_on();
    double part() const;
    std::uint32_t to_base(std::size_t row) const { return m_toBase[row]; } ///< of a row of the side; or none
    std::uint32_t of_base(std::size_t row) const { return m_ofBase[row]; } ///< of a row of the base; or none
    /// Whether both have the same keys there.
    bool same_keys(std::size_t chunk) const { return chunk < m_sameKeys.size() && m_sameKeys[chunk]; }

  private:
    void match_chunk();

    const AccountTable &m_side;
    const AccountTable &m_base;
    std::optional<AccountIndex> &m_index;
    std::vector<std::uint32_t> m_toBase;
    std::vector<std::uint32_t> m_ofBase;
    std::vector<bool> m_sameKeys;
};

/// First columns_with_changed_cells() of both sides, from which follows which columns the result has; then, with these, the rest.
class AccountRowsMerge {
  public:
    /// What the sides point to outlives the merge.
    AccountRowsMerge(const AccountSide &base, const AccountSide &mine, const AccountSide &theirs);
    ~AccountRowsMerge();
    AccountRowsMerge(const AccountRowsMerge &) = delete;
    AccountRowsMerge &operator=(const AccountRowsMerge &) = delete;

    /// The steps up to the changed columns.
    void add_first_steps(Pieces &pieces);
    /// {"accountColumns", ID} of columns of which the side changed a cell: that claims the column.
    const std::set<PlanPath> &columns_with_changed_cells(bool ofMine) const;
    /// The steps behind them. `columns` are the result's.
    void add_steps(Pieces &pieces, const Collection<AccountColumn> &columns);
    /// After all of them.
    MergedAccounts take();

  private:
    struct Side;
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace fullcourt
