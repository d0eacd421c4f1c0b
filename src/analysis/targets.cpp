#include "analysis/targets.h"

#include <algorithm>
#include <numeric>

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
    const auto count = static_cast<std::uint32_t>(plan.accounts->table.rows());
    if (tiers.empty()) {
        std::vector<std::uint32_t> rows(tier && *tier != Tier::none ? 0 : count);
        std::iota(rows.begin(), rows.end(), 0U);
        return rows;
    }
    const auto counts = [tier](Tier its) { return tier ? its == *tier : its != Tier::none; };
    std::vector<std::uint32_t> rows;
    rows.reserve(static_cast<std::size_t>(std::count_if(tiers.begin(), tiers.end(), counts)));
    for (std::uint32_t row = 0; row < count; ++row) {
        if (counts(tiers[row])) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace fullcourt
