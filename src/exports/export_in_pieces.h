// Making an export some milliseconds at a time: with a hundred thousand accounts it takes seconds.
//
//     ExportInPieces work(plan, {.kind = ExportKind::workbook, .today = today});
//     while (!work.go_on()) {
//         // show work.part()
//     }
//     const Exported made = work.take();
#pragma once

#include <memory>

#include "exports/exports.h"

namespace fullcourt {

class ExportInPieces {
  public:
    /// The plan is kept as it is now.
    ExportInPieces(Plan plan, const ExportRequest &request);
    ~ExportInPieces();
    ExportInPieces(const ExportInPieces &) = delete;
    ExportInPieces &operator=(const ExportInPieces &) = delete;

    /// A piece; true when none is left.
    bool go_on();
    /// How much is done, from 0 to 1.
    double part() const;
    /// When no piece is left; it is then spent.
    Exported take();

    struct Making;

  private:
    std::unique_ptr<Making> m_making;
};

} // namespace fullcourt
