// Target accounts as CSV: the whole list for a spreadsheet, and what goes back into the CRM.
//
// A text that begins with = + - @, tab or CR gets an apostrophe in front, so that a spreadsheet does not run it; numbers do not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/score_board.h"
#include "model/plan.h"

namespace fullcourt {

/// Key and every column in shown order, a row an account; a pod by its name. Row by row, of a plan that outlives it.
class AccountsCsv {
  public:
    explicit AccountsCsv(const Plan &plan);
    void add_row(std::size_t row);
    /// All so far; it is then spent.
    std::string take() { return std::move(m_text); }

  private:
    const Plan &m_plan;
    std::vector<AccountColumnId> m_columns;
    std::string m_text;
};

/// "id,tier,pod,score" for every account, in the table's order: "1:1", "1:few", "1:many" or nothing; the pod's name; the score with one
/// decimal, or nothing. The board follows the plan.
class CrmCsv {
  public:
    CrmCsv(const Plan &plan, ScoreBoard &board);
    void add_row(std::size_t row);
    std::string take() { return std::move(m_text); }

  private:
    const Plan &m_plan;
    const Scores *m_scores = nullptr; ///< none where nothing is scored
    std::string m_text;
};

} // namespace fullcourt
