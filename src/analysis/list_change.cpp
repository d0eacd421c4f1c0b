#include "analysis/list_change.h"

#include <algorithm>

#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostInOrder = 200;

/// 0 the highest, 3 no tier.
int place_of(Tier tier) { return tier == Tier::none ? 3 : static_cast<int>(tier) - 1; }

std::uint32_t distance(const TierChange &change) {
    return std::max(change.rankBefore, change.rankAfter) - std::min(change.rankBefore, change.rankAfter);
}

template <class TierAfter>
std::vector<TierChange> changes_of(const Scores &before, const TierAfter &tierAfter, const std::vector<std::uint32_t> &rankAfter) {
    std::vector<TierChange> changes;
    for (std::uint32_t row = 0; row < before.tier.size(); ++row) {
        const Tier to = tierAfter(row);
        if (before.tier[row] != to) {
            changes.push_back({row, before.tier[row], to, before.rank[row], rankAfter[row]});
        }
    }
    const auto middle = changes.begin() + static_cast<std::ptrdiff_t>(std::min(mostInOrder, changes.size()));
    std::partial_sort(changes.begin(), middle, changes.end(), [](const TierChange &a, const TierChange &b) {
        const int first = std::min(place_of(a.from), place_of(a.to));
        const int second = std::min(place_of(b.from), place_of(b.to));
        const std::uint32_t rankA = std::min(a.rankBefore, a.rankAfter);
        const std::uint32_t rankB = std::min(b.rankBefore, b.rankAfter);
        return first != second ? first < second : rankA != rankB ? rankA < rankB : a.row < b.row;
    });
    return changes;
}

std::string sentence_of(std::size_t up, std::size_t down) {
    if (up + down == 0) {
        return "No account changes its tier.";
    }
    const std::string all = counted(up + down, "account changes its tier: ", "accounts change their tier: ");
    const auto some = [](std::size_t count, const char *way) {
        return count == 0 ? std::string() : std::to_string(count) + (count == 1 ? " goes " : " go ") + way;
    };
    return all + some(up, "up") + (up > 0 && down > 0 ? ", " : "") + some(down, "down") + ".";
}

} // namespace

bool is_higher(Tier a, Tier b) { return place_of(a) < place_of(b); }

std::vector<TierChange> tier_changes(const Scores &before, const Scores &after) {
    return changes_of(before, [&](std::uint32_t row) { return after.tier[row]; }, after.rank);
}

std::vector<TierChange> tier_changes(const Scores &before, const WeightDrag &after) {
    return changes_of(before, [&](std::uint32_t row) { return static_cast<Tier>(after.tier()[row]); }, after.rank());
}

TierFlow tier_flow(const Scores &before, const Scores &after) {
    TierFlow flow{};
    for (std::size_t row = 0; row < before.tier.size(); ++row) {
        ++flow[static_cast<std::size_t>(before.tier[row])][static_cast<std::size_t>(after.tier[row])];
    }
    return flow;
}

TierFlow tier_flow(const Scores &before, const WeightDrag &after) {
    TierFlow flow{};
    for (std::size_t row = 0; row < before.tier.size(); ++row) {
        ++flow[static_cast<std::size_t>(before.tier[row])][after.tier()[row]];
    }
    return flow;
}

std::string sentence_of(const std::vector<TierChange> &changes) {
    const auto up = std::count_if(changes.begin(), changes.end(), [](const TierChange &c) { return is_higher(c.to, c.from); });
    return sentence_of(static_cast<std::size_t>(up), changes.size() - static_cast<std::size_t>(up));
}

std::string sentence_of(const TierFlow &flow) {
    std::size_t up = 0;
    std::size_t down = 0;
    for (std::size_t from = 0; from < flow.size(); ++from) {
        for (std::size_t to = 0; to < flow.size(); ++to) {
            up += is_higher(static_cast<Tier>(to), static_cast<Tier>(from)) ? flow[from][to] : 0;
            down += is_higher(static_cast<Tier>(from), static_cast<Tier>(to)) ? flow[from][to] : 0;
        }
    }
    return sentence_of(up, down);
}

std::vector<TierChange> widest_moves(const Scores &before, const Scores &after, std::uint32_t among, std::size_t most) {
    std::vector<TierChange> moves;
    for (std::uint32_t row = 0; row < before.rank.size(); ++row) {
        const bool seen = before.rank[row] <= among || after.rank[row] <= among;
        if (seen && before.rank[row] != after.rank[row]) {
            moves.push_back({row, before.tier[row], after.tier[row], before.rank[row], after.rank[row]});
        }
    }
    std::sort(moves.begin(), moves.end(), [](const TierChange &a, const TierChange &b) {
        return distance(a) != distance(b) ? distance(a) > distance(b) : a.rankAfter < b.rankAfter;
    });
    moves.resize(std::min(most, moves.size()));
    return moves;
}

} // namespace fullcourt
