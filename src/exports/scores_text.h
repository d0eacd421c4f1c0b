// Scores for scripts and spreadsheets: what `fullcourt score --json` and `--csv` print (DESIGN §7).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "analysis/score_board.h"
#include "model/plan.h"

namespace fullcourt {

/// {"accounts":[{"id","score","rank","tier","confidence","contributions":{criterion id: points}}]}, an account a line, best first.
/// "score" is null for an account without one, "tier" "1:1", "1:few", "1:many" or null; a criterion that is left out has no
/// contribution. `today` is a day since 1970.
std::string scores_json(const Plan &plan, Weights weights, std::int32_t today);

struct ScoredAccounts;

/// The same as CSV with a header; contributions only where `explained`, a column a criterion. Row by row, of a plan, and a board that
/// follows it, that outlive it.
class ScoresCsv {
  public:
    ScoresCsv(const Plan &plan, ScoreBoard &board, Weights weights, bool explained);
    ~ScoresCsv();
    ScoresCsv(const ScoresCsv &) = delete;
    ScoresCsv &operator=(const ScoresCsv &) = delete;

    /// The account of that place, from 0.
    void add_row(std::size_t place);
    /// All so far; it is then spent.
    std::string take() { return std::move(m_text); }

  private:
    std::unique_ptr<ScoredAccounts> m_scored;
    bool m_explained;
    std::string m_text;
};

std::string scores_csv(const Plan &plan, Weights weights, std::int32_t today, bool explained);

} // namespace fullcourt
