#include "analysis/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/ranking.h"

namespace fullcourt {
namespace {

/// A cut-off may be anything; beyond all scores it makes no difference by how much.
constexpr double mostToQuantise = 1000;

// Shares.

/// Weights as shares of their sum; all 0 where that is 0.
std::vector<double> scaled(std::vector<double> weights) {
    // Only weights beyond all sense do not add up to a number; they are first brought down to one.
    const double most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    double sum = 0;
    for (const double weight : weights) {
        sum += weight;
    }
    if (!std::isfinite(sum)) {
        for (double &weight : weights) {
            weight /= most;
        }
        return scaled(std::move(weights));
    }
    for (double &weight : weights) {
        weight = sum > 0 ? weight / sum : 0;
    }
    return weights;
}

std::vector<double> side_shares(const Scoring &scoring, const std::vector<CriterionId> &order, double Criterion::*weight) {
    std::vector<double> weights;
    for (const CriterionId &id : order) {
        weights.push_back(std::max(0.0, scoring.criteria.at(id).*weight));
    }
    return scaled(std::move(weights));
}

bool any_weight(const std::vector<double> &shares) {
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; });
}

std::vector<double> mean_shares(const std::vector<double> &marketing, const std::vector<double> &sales) {
    if (!any_weight(marketing)) {
        return sales;
    }
    if (!any_weight(sales)) {
        return marketing;
    }
    std::vector<double> mean(marketing.size());
    for (std::size_t i = 0; i < mean.size(); ++i) {
        mean[i] = (marketing[i] + sales[i]) / 2;
    }
    return mean;
}

std::vector<double> agreed_shares(const Scoring &scoring, const std::vector<CriterionId> &order) {
    std::vector<double> shares =
        mean_shares(side_shares(scoring, order, &Criterion::marketing), side_shares(scoring, order, &Criterion::sales));
    double settled = 0;
    double open = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::optional<double> &share = scoring.criteria.at(order[i]).settled;
        (share ? settled : open) += share ? std::max(0.0, *share) : shares[i];
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (const std::optional<double> &share = scoring.criteria.at(order[i]).settled) {
            shares[i] = std::max(0.0, *share);
        } else {
            shares[i] = open > 0 ? std::max(0.0, 1 - settled) * shares[i] / open : 0;
        }
    }
    return shares;
}

// Scores, a block of rows at a time: its sums stay in the nearest cache while the criteria pass by.

constexpr std::size_t blockRows = 512;

double sum_of(std::span<const double> shares) {
    double sum = 0;
    for (const double share : shares) {
        sum += share;
    }
    return sum;
}

/// What the shares add up to for accounts that have the same values: by pattern, in the order of the criteria.
struct PatternSums {
    std::vector<double> weights; ///< Σ w that counts; 1 where that is 0, to be divided by
    std::vector<std::uint8_t> scored;
    std::vector<double> confidence;
};

PatternSums sums_of_patterns(const CriterionValues &values, std::span<const double> shares) {
    const ValuePatterns &patterns = values.patterns;
    const double all = sum_of(shares);
    PatternSums sums{std::vector<double>(patterns.count), std::vector<std::uint8_t>(patterns.count), std::vector<double>(patterns.count)};
    const std::uint8_t *present = patterns.present.data();
    for (std::size_t pattern = 0; pattern < patterns.count; ++pattern) {
        double weights = 0;
        double known = 0;
        for (std::size_t k = 0; k < shares.size(); ++k, ++present) {
            known += *present != 0 ? shares[k] : 0;
            weights += *present != 0 || values.criteria[k].missing != MissingPolicy::skip ? shares[k] : 0;
        }
        sums.scored[pattern] = weights > 0 ? 1 : 0;
        sums.weights[pattern] = weights > 0 ? weights : 1;
        sums.confidence[pattern] = known / (all > 0 ? all : 1);
    }
    return sums;
}

void add_products(double *sums, const double *u, double share, std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) {
        sums[i] += share * u[i];
    }
}

void score_block(const CriterionValues &values, std::span<const double> shares, const PatternSums &sums, std::size_t begin,
                 std::size_t count, Scores &scores) {
    std::array<double, blockRows> given{}; // Σ w·u
    for (std::size_t k = 0; k < values.criteria.size(); ++k) {
        add_products(given.data(), values.criteria[k].u.data() + begin, shares[k], count);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t pattern = values.patterns.of[begin + i];
        const bool scored = sums.scored[pattern] != 0;
        const double score = scored ? 100 * given[i] / sums.weights[pattern] : static_cast<double>(noScore);
        scores.score[begin + i] = score;
        scores.confidence[begin + i] = sums.confidence[pattern];
        scores.q[begin + i] = scored ? quantised(score) : noScore;
    }
}

void score_rows(const CriterionValues &values, std::span<const double> shares, const PatternSums &sums, std::size_t from, std::size_t to,
                Scores &scores) {
    for (std::size_t begin = from; begin < to; begin += blockRows) {
        score_block(values, shares, sums, begin, std::min(blockRows, to - begin), scores);
    }
}

void count_ranks(Scores &scores) {
    scores.rank.resize(scores.order.size());
    for (std::size_t place = 0; place < scores.order.size(); ++place) {
        scores.rank[scores.order[place]] = static_cast<std::uint32_t>(place + 1);
    }
}

// Tiers.

/// The cut-offs as they cut, worked out once for all rows.
struct Cuts {
    bool capacity = true;
    std::int64_t first = 0; ///< the last place of 1:1
    std::int64_t second = 0;
    std::int64_t oneFrom = 0;
    std::int64_t fewFrom = 0;
    std::int64_t manyFrom = 0;
};

Cuts cuts_of(const TierPolicy &policy) {
    const std::int64_t first = std::max(0, policy.oneToOne);
    return {policy.method == TierMethod::capacity, first,
            first + std::max(0, policy.oneToFew),  quantised(policy.oneToOneFrom),
            quantised(policy.oneToFewFrom),        quantised(policy.oneToManyFrom)};
}

Tier tier_of(const Cuts &cuts, std::int64_t q, std::uint32_t rank) {
    if (q < 0) {
        return Tier::none;
    }
    if (cuts.capacity ? rank <= cuts.first : q >= cuts.oneFrom) {
        return Tier::oneToOne;
    }
    if (cuts.capacity ? rank <= cuts.second : q >= cuts.fewFrom) {
        return Tier::oneToFew;
    }
    return q >= cuts.manyFrom ? Tier::oneToMany : Tier::none;
}

void put_in_tiers(const CriterionValues &values, const TierPolicy &policy, Scores &scores) {
    scores.tier.resize(values.rows);
    scores.reason.assign(values.rows, TierReason::score);
    const Cuts cuts = cuts_of(policy);
    const std::int64_t asked = quantised(policy.confidence);
    for (std::size_t row = 0; row < values.rows; ++row) {
        Tier tier = tier_of(cuts, scores.q[row], scores.rank[row]);
        if (tier == Tier::oneToOne && quantised(scores.confidence[row]) < asked) {
            tier = Tier::oneToFew;
            scores.reason[row] = TierReason::lowConfidence;
        }
        scores.tier[row] = tier;
    }
    for (const TierByHand &hand : values.byHand) {
        scores.tier[hand.row] = hand.tier;
        scores.reason[hand.row] = TierReason::byHand;
    }
}

} // namespace

std::vector<double> shares_of(const Scoring &scoring, Weights weights) {
    const std::vector<CriterionId> order = ordered(scoring.criteria);
    switch (weights) {
    case Weights::marketing: return side_shares(scoring, order, &Criterion::marketing);
    case Weights::sales: return side_shares(scoring, order, &Criterion::sales);
    case Weights::agreed: break;
    }
    return agreed_shares(scoring, order);
}

// Truncation is floor for what is at least 0, and one instruction where floor may be a call.
std::int64_t quantised(double score) {
    const double billionths = std::min(std::max(score, 0.0), mostToQuantise) * 1e9 + 0.5;
    return static_cast<std::int64_t>(billionths);
}

Scores score_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy) {
    Scores scores;
    score_accounts(values, shares, policy, scores);
    return scores;
}

void score_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy, Scores &scores) {
    scores.score.resize(values.rows);
    scores.q.resize(values.rows);
    scores.confidence.resize(values.rows);
    score_rows(values, shares, sums_of_patterns(values, shares), 0, values.rows, scores);
    rank_rows(scores.q, values.keyOrder, scores.order);
    count_ranks(scores);
    put_in_tiers(values, policy, scores);
}

void score_changed_accounts(const CriterionValues &values, std::span<const double> shares, const TierPolicy &policy,
                            std::span<const std::uint8_t> chunks, Scores &scores) {
    constexpr std::size_t few = 64; // each moves half of the order, on average
    const PatternSums sums = sums_of_patterns(values, shares);
    std::vector<std::uint32_t> changed;
    std::vector<std::int64_t> before;
    for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) {
        if (chunks[chunk] == 0) {
            continue;
        }
        const std::size_t from = chunk * accountChunkRows;
        const std::size_t to = std::min(from + accountChunkRows, values.rows);
        before.assign(scores.q.begin() + static_cast<std::ptrdiff_t>(from), scores.q.begin() + static_cast<std::ptrdiff_t>(to));
        score_rows(values, shares, sums, from, to, scores);
        for (std::size_t row = from; row < to; ++row) {
            if (scores.q[row] != before[row - from]) {
                changed.push_back(static_cast<std::uint32_t>(row));
            }
        }
    }
    if (changed.size() <= few) {
        rank_changed_rows(scores.q, values.keyOrder, changed, scores.order);
    } else {
        rank_rows(scores.q, values.keyOrder, scores.order);
    }
    count_ranks(scores);
    put_in_tiers(values, policy, scores);
}

Tier tier_by_score(const TierPolicy &policy, std::int64_t q, std::uint32_t rank) { return tier_of(cuts_of(policy), q, rank); }

bool is_confident(const TierPolicy &policy, double confidence) { return quantised(confidence) >= quantised(policy.confidence); }

} // namespace fullcourt
