// Two versions of the score over the whole list: who changes tier, who moves far, and what counts otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/list_change.h"

namespace fullcourt {

/// The version as if it were the plan's score, unsigned.
Scoring as_scoring(const ScoreVersion &version);

struct ShareChange {
    CriterionId criterion;
    std::string name;             ///< as it is called after, else before
    std::optional<double> before; ///< its share; nothing where it was not there
    std::optional<double> after;
    bool scale = false; ///< it reads another column, or counts values otherwise
};

struct VersionChange {
    std::vector<TierChange> tiers;
    TierFlow flow{};
    std::vector<TierChange> moves;   ///< at most six, of those among the best 200 before or after
    std::vector<ShareChange> shares; ///< of criteria that count otherwise, in the order after, then what is gone
};
/// Scores all accounts twice from their values. `today` is a day since 1970.
VersionChange version_change(const Accounts &accounts, const Scoring &before, const Scoring &after, std::int32_t today);

} // namespace fullcourt
