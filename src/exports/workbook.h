// The plan's tables as one workbook: RACI, cadences, KPIs, accounts with score and tier, and a sheet that says what it is.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/score_board.h"
#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

struct Workbook {
    std::string bytes;             ///< of an .xlsx file; the same for the same plan and day
    std::vector<std::string> cuts; ///< what a spreadsheet cannot hold, in sentences; they stand in the workbook, too
};

/// Accounts stand best first where they are scored, with the points that each criterion gives; else as in the plan. Account by
/// account, of a plan, and a board that follows it, that outlive it.
class PlanWorkbook {
  public:
    PlanWorkbook(const Plan &plan, ScoreBoard &board, const Date &today);
    ~PlanWorkbook();
    PlanWorkbook(const PlanWorkbook &) = delete;
    PlanWorkbook &operator=(const PlanWorkbook &) = delete;

    /// The account of that place, from 0.
    void add_row(std::size_t place);
    /// The whole file; it is then spent.
    Workbook take();

  private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace fullcourt
