#include "analysis/score_versions.h"

#include <cmath>

namespace fullcourt {
namespace {

constexpr std::uint32_t movesAmong = 200;
constexpr std::size_t mostMoves = 6;
constexpr double seen = 0.0005; ///< a share is shown in tenths of a per cent

struct Version {
    const Scoring &scoring;
    std::vector<CriterionId> order;
    std::vector<double> shares;
    Scores scores;

    std::optional<double> share(const CriterionId &id) const {
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (order[i] == id) {
                return shares[i];
            }
        }
        return std::nullopt;
    }
};

Version version_of(const Accounts &accounts, const Scoring &scoring, std::int32_t today) {
    Version version{scoring, ordered(scoring.criteria), shares_of(scoring, Weights::agreed), {}};
    score_accounts(criterion_values(accounts, scoring, today), version.shares, scoring.tiers, version.scores);
    return version;
}

bool other_scale(const Criterion &a, const Criterion &b) {
    return !(a.column == b.column) || a.scale != b.scale || a.points != b.points || a.values != b.values || a.otherwise != b.otherwise ||
           a.halfLife != b.halfLife || missing_policy(a) != missing_policy(b);
}

void add_share(const Version &before, const Version &after, const CriterionId &id, std::vector<ShareChange> &changes) {
    const Criterion *then = find(before.scoring.criteria, id);
    const Criterion *now = find(after.scoring.criteria, id);
    ShareChange change{id, now == nullptr ? then->name : now->name, before.share(id), after.share(id), false};
    change.scale = then != nullptr && now != nullptr && other_scale(*then, *now);
    const bool same = change.before && change.after && std::abs(*change.before - *change.after) < seen;
    if (!same || change.scale) {
        changes.push_back(std::move(change));
    }
}

} // namespace

Scoring as_scoring(const ScoreVersion &version) {
    Scoring scoring;
    scoring.criteria = version.criteria;
    scoring.tiers = version.tiers;
    return scoring;
}

VersionChange version_change(const Accounts &accounts, const Scoring &before, const Scoring &after, std::int32_t today) {
    const Version first = version_of(accounts, before, today);
    const Version second = version_of(accounts, after, today);
    VersionChange change;
    change.tiers = tier_changes(first.scores, second.scores);
    change.flow = tier_flow(first.scores, second.scores);
    change.moves = widest_moves(first.scores, second.scores, movesAmong, mostMoves);
    for (const CriterionId &id : second.order) {
        add_share(first, second, id, change.shares);
    }
    for (const CriterionId &id : first.order) {
        if (!after.criteria.contains(id)) {
            add_share(first, second, id, change.shares);
        }
    }
    return change;
}

} // namespace fullcourt
