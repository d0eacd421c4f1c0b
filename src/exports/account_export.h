// Exports with a row for each account, made some rows at a time: a hundred thousand rows take seconds.
//
//     AccountExport work(plan, {.kind = ExportKind::workbook, .today = today});
//     while (!work.go_on(500)) {
//         // show work.part()
//     }
//     const Exported made = work.take();
#pragma once

#include <cstddef>
#include <memory>

#include "exports/exports.h"

namespace fullcourt {

/// Whether a kind has a row for each account.
bool lists_accounts(ExportKind kind);

class AccountExport {
  public:
    /// Of a kind that lists accounts. The plan is kept as it is now.
    AccountExport(Plan plan, const ExportRequest &request);
    ~AccountExport();
    AccountExport(const AccountExport &) = delete;
    AccountExport &operator=(const AccountExport &) = delete;

    /// Adds up to `most` rows; true when none is left.
    bool go_on(std::size_t most);
    /// How much is done, from 0 to 1.
    double part() const;
    /// When none is left; it is then spent.
    Exported take();

    /// What writes the rows of one kind.
    struct Rows {
        Rows() = default;
        Rows(const Rows &) = delete;
        Rows &operator=(const Rows &) = delete;
        virtual ~Rows() = default;
        virtual void add(std::size_t place) = 0;
        /// Bytes and cuts.
        virtual void finish(Exported &made) = 0;
    };

  private:
    Plan m_plan;
    ExportRequest m_request;
    std::unique_ptr<Rows> m_rows;
    std::size_t m_done = 0;
};

} // namespace fullcourt
