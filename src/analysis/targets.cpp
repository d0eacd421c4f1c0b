#include "analysis/targets.h"

#include <algorithm>

namespace fullcourt {

std::vector<Tier> tiers_of(const Plan &plan, ScoreBoard &scores) {
    if (!plan.scoring->criteria.empty()) {
        return scores.scores(Weights::agreed).tier;
    }
    std::vector<Tier> tiers;
    for (const auto &[id, mark] : plan.accounts->marks) {
        const std::optional<std::uint32_t> row = mark.tier ? scores.row_of(id.text) : std::nullopt;
        if (row) {
            tiers.resize(plan.accounts->table.rows(), Tier::none);
            tiers[*row] = *mark.tier;
        }
    }
    return tiers;
}

std::vector<std::uint32_t> target_rows(const Plan &plan, const std::vector<Tier> &tiers, std::optional<Tier> tier) {
    std::vector<std::uint32_t> rows;
    const auto count = static_cast<std::uint32_t>(plan.accounts->table.rows());
    for (std::uint32_t row = 0; row < count; ++row) {
        const Tier its = tiers.empty() ? Tier::none : tiers[row];
        if (tier ? its == *tier : tiers.empty() || its != Tier::none) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace fullcourt
