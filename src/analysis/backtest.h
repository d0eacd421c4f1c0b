// Whether the score would have told the accounts that were won from those that were lost.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

/// A tenth of the accounts whose outcome is known, the best scores first.
struct Decile {
    std::size_t accounts = 0;
    std::size_t won = 0;
    double lift = 0; ///< the share won here over the share won of all: 1 is as good as chance
};

struct Backtest {
    std::size_t won = 0;
    std::size_t lost = 0;
    std::size_t unscored = 0;    ///< outcome known, but no score; they count nowhere else
    std::optional<double> auc;   ///< how often a won account has the higher score than a lost one, a tie counting half; 0 to 1
    std::vector<Decile> deciles; ///< ten, by rank; none where fewer than ten accounts are known or none was won
    std::string warning;         ///< where fewer than 30 were won or fewer than 30 lost; else empty
};

/// `outcomes`: by row; true won, false lost, nothing where it is not known.
Backtest backtest(const Scores &scores, std::span<const std::optional<bool>> outcomes);

/// What the plan's words say of each row; nothing where the column is empty or says neither.
std::vector<std::optional<bool>> outcomes_of(const Accounts &accounts, const OutcomePolicy &policy);

/// Of the words that stand in a column, those that mean won and lost to most people ("closed won", "customer", "lost to competitor").
OutcomePolicy guessed_outcomes(const Accounts &accounts, const AccountColumnId &column);

} // namespace fullcourt
