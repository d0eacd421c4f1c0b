#include "analysis/weight_drag.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fullcourt {
namespace {

constexpr std::size_t dragBlockRows = 1024;
constexpr std::size_t steps = std::size_t{1} << 18U;

double sum_of(const std::vector<double> &shares) {
    double sum = 0;
    for (const double share : shares) {
        sum += share;
    }
    return sum;
}

void add_times(float *into, const std::vector<float> &sums, float factor, std::size_t begin, std::size_t count) {
    if (sums.empty() || factor == 0) {
        return;
    }
    const float *from = sums.data() + begin;
    for (std::size_t i = 0; i < count; ++i) {
        into[i] += factor * from[i];
    }
}

} // namespace

/// Rows that fit into the nearest cache while they are worked on.
struct WeightDrag::Block {
    std::size_t begin;
    std::size_t count;
};

WeightDrag::WeightDrag(const CriterionValues &values, const Scoring &scoring, Weights weights, const CriterionId &criterion,
                       DraggedWeight dragged)
    : m_values(&values), m_order(ordered(scoring.criteria)), m_weights(weights), m_dragged(dragged) {
    m_scoring.criteria = scoring.criteria;
    m_scoring.tiers = scoring.tiers;
    m_criterion = static_cast<std::size_t>(std::find(m_order.begin(), m_order.end(), criterion) - m_order.begin());
    for (const CriterionColumn &column : values.criteria) {
        const bool lacks = std::any_of(column.complete.begin(), column.complete.end(), [](std::uint8_t all) { return all == 0; });
        m_lacks = m_lacks || lacks;
        m_skips = m_skips || (lacks && column.missing == MissingPolicy::skip);
    }
    const Criterion &described = scoring.criteria.at(criterion);
    const double weight = dragged == DraggedWeight::settled ? described.settled.value_or(0)
                          : dragged == DraggedWeight::sales ? described.sales
                                                            : described.marketing;
    const CriterionColumn &own = values.criteria[m_criterion];
    m_own.assign(own.u.begin(), own.u.end());
    sum_up();
    m_counts.resize(steps);
    m_score.resize(values.rows);
    m_step.resize(values.rows);
    m_rank.resize(values.rows);
    m_tier.resize(values.rows);
    move(weight);
}

void WeightDrag::set_weight(double weight) {
    Criterion &criterion = m_scoring.criteria.at(m_order[m_criterion]);
    switch (m_dragged) {
    case DraggedWeight::marketing: criterion.marketing = weight; break;
    case DraggedWeight::sales: criterion.sales = weight; break;
    case DraggedWeight::settled: criterion.settled = weight; break;
    }
}

void WeightDrag::move(double weight) {
    set_weight(weight);
    m_shares = shares_of(m_scoring, m_weights);
    const Factors by = factors();
    score_rows(by);
    place_rows(by);
}

/// What RULES §3 makes of a weight that is not settled: its part of its side's sum, the mean of both sides, and its part of what the
/// settled shares leave.
WeightDrag::Factors WeightDrag::factors() const {
    double marketing = 0;
    double sales = 0;
    double settledShare = 0;
    for (const auto &[id, criterion] : m_scoring.criteria) {
        marketing += std::max(0.0, criterion.marketing);
        sales += std::max(0.0, criterion.sales);
        settledShare += settled(criterion) ? std::max(0.0, *criterion.settled) : 0;
    }
    const bool both = marketing > 0 && sales > 0 && m_weights == Weights::agreed;
    double ofMarketing = marketing > 0 && m_weights != Weights::sales ? (both ? 0.5 : 1) / marketing : 0;
    double ofSales = sales > 0 && m_weights != Weights::marketing ? (both ? 0.5 : 1) / sales : 0;
    double open = 0;
    for (const auto &[id, criterion] : m_scoring.criteria) {
        open += settled(criterion) ? 0 : ofMarketing * std::max(0.0, criterion.marketing) + ofSales * std::max(0.0, criterion.sales);
    }
    if (m_weights == Weights::agreed) {
        const double left = open > 0 ? std::max(0.0, 1 - settledShare) / open : 0;
        ofMarketing *= left;
        ofSales *= left;
    }
    return {static_cast<float>(ofMarketing), static_cast<float>(ofSales), static_cast<float>(m_shares[m_criterion]),
            static_cast<float>(sum_of(m_shares))};
}

void WeightDrag::make_room(Sums &sums) const {
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const Criterion &criterion = m_scoring.criteria.at(m_order[i]);
        if (i == m_criterion) {
            continue;
        }
        if (settled(criterion)) {
            sums.settled.resize(*criterion.settled > 0 ? m_values->rows : sums.settled.size());
            continue;
        }
        sums.marketing.resize(m_weights != Weights::sales && criterion.marketing > 0 ? m_values->rows : sums.marketing.size());
        sums.sales.resize(m_weights != Weights::marketing && criterion.sales > 0 ? m_values->rows : sums.sales.size());
    }
}

void WeightDrag::sum_up(const Block &rows, std::size_t criterion) {
    const Criterion &described = m_scoring.criteria.at(m_order[criterion]);
    const CriterionColumn &column = m_values->criteria[criterion];
    std::array<float, dragBlockRows> u;
    std::array<float, dragBlockRows> known;
    for (std::size_t i = 0; i < rows.count; ++i) {
        u[i] = static_cast<float>(column.u[rows.begin + i]);
        known[i] = static_cast<float>(column.present[rows.begin + i]);
    }
    const bool may_skip = column.missing == MissingPolicy::skip;
    const auto add = [&](std::vector<float> Sums::*sum, double weight) {
        if (!(weight > 0)) {
            return;
        }
        const auto factor = static_cast<float>(weight);
        const auto add_times = [&](std::vector<float> &into, const std::array<float, dragBlockRows> &from) {
            float *to = into.data() + rows.begin;
            for (std::size_t i = 0; i < rows.count; ++i) {
                to[i] += factor * from[i];
            }
        };
        add_times(m_given.*sum, u);
        if (m_lacks) {
            add_times(m_known.*sum, known);
        }
        if (m_skips && may_skip) {
            add_times(m_counting.*sum, known);
        } else if (m_skips) {
            float *to = (m_counting.*sum).data() + rows.begin;
            for (std::size_t i = 0; i < rows.count; ++i) {
                to[i] += factor;
            }
        }
    };
    if (settled(described)) {
        add(&Sums::settled, *described.settled);
        return;
    }
    add(&Sums::marketing, m_weights == Weights::sales ? 0 : described.marketing);
    add(&Sums::sales, m_weights == Weights::marketing ? 0 : described.sales);
}

/// A block at a time, so that its sums stay in the nearest cache while the criteria pass by.
void WeightDrag::sum_up() {
    make_room(m_given);
    if (m_lacks) {
        make_room(m_known);
    }
    if (m_skips) {
        make_room(m_counting);
    }
    for (std::size_t begin = 0; begin < m_values->rows; begin += dragBlockRows) {
        const Block rows{begin, std::min(dragBlockRows, m_values->rows - begin)};
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            if (i != m_criterion) {
                sum_up(rows, i);
            }
        }
    }
}

void WeightDrag::score_block(const Factors &by, const Block &rows) {
    std::array<float, dragBlockRows> given{};
    std::array<float, dragBlockRows> weights{};
    const auto add_others = [&](std::array<float, dragBlockRows> &into, const Sums &sums) {
        add_times(into.data(), sums.marketing, by.marketing, rows.begin, rows.count);
        add_times(into.data(), sums.sales, by.sales, rows.begin, rows.count);
        add_times(into.data(), sums.settled, 1, rows.begin, rows.count);
    };
    add_others(given, m_given);
    add_times(given.data(), m_own, by.own, rows.begin, rows.count);
    if (m_skips) {
        add_others(weights, m_counting);
        const CriterionColumn &own = m_values->criteria[m_criterion];
        const std::uint8_t *present = own.present.data() + rows.begin;
        const float always = own.missing == MissingPolicy::skip ? 0 : by.own;
        const float where_present = by.own - always;
        for (std::size_t i = 0; i < rows.count; ++i) {
            weights[i] += always + where_present * static_cast<float>(present[i]);
        }
    } else {
        weights.fill(by.all);
    }
    // What is left of a weight of 0 by rounding is none.
    const float least = by.all * 1e-6F;
    constexpr float perPoint = static_cast<float>(steps - 2) / 100;
    float *score = m_score.data() + rows.begin;
    std::uint32_t *step = m_step.data() + rows.begin;
    for (std::size_t i = 0; i < rows.count; ++i) {
        const bool scored = weights[i] > least;
        const float points = std::min(100.0F, 100 * given[i] / (scored ? weights[i] : 1));
        score[i] = scored ? points : -1;
        step[i] = static_cast<std::uint32_t>(static_cast<std::int32_t>(scored ? points * perPoint + 1 : 0));
    }
    for (std::size_t i = 0; i < rows.count; ++i) {
        ++m_counts[step[i]];
    }
}

/// Also counts how many accounts stand on each step of the grid.
void WeightDrag::score_rows(const Factors &by) {
    std::fill(m_counts.begin(), m_counts.end(), 0);
    for (std::size_t begin = 0; begin < m_values->rows; begin += dragBlockRows) {
        score_block(by, {begin, std::min(dragBlockRows, m_values->rows - begin)});
    }
}

double WeightDrag::confidence_of(std::size_t row, const Factors &by) const {
    const auto part = [&](const std::vector<float> &sums, float factor) {
        return sums.empty() ? 0.0 : static_cast<double>(sums[row]) * static_cast<double>(factor);
    };
    const double own = m_values->criteria[m_criterion].present[row] != 0 ? static_cast<double>(by.own) : 0;
    const double known = part(m_known.marketing, by.marketing) + part(m_known.sales, by.sales) + part(m_known.settled, 1) + own;
    return by.all > 0 ? known / static_cast<double>(by.all) : 0;
}

/// Every account gets the next place on its step, and the tier that goes with it.
void WeightDrag::place_rows(const Factors &by) {
    std::uint32_t before = 0;
    for (std::size_t step = m_counts.size(); step-- > 0;) {
        const std::uint32_t count = m_counts[step];
        m_counts[step] = before;
        before += count;
    }
    const TierPolicy &policy = m_scoring.tiers;
    const bool capacity = policy.method == TierMethod::capacity;
    // What a method does not ask is always (not) met.
    constexpr std::uint32_t anyRank = std::numeric_limits<std::uint32_t>::max();
    const std::uint32_t one = capacity ? static_cast<std::uint32_t>(std::max(0, policy.oneToOne)) : anyRank;
    const std::uint32_t few = capacity ? one + static_cast<std::uint32_t>(std::max(0, policy.oneToFew)) : anyRank;
    const float oneFrom = capacity ? 0 : static_cast<float>(policy.oneToOneFrom);
    const float fewFrom = capacity ? 0 : static_cast<float>(policy.oneToFewFrom);
    const auto manyFrom = static_cast<float>(policy.oneToManyFrom);
    constexpr auto code = [](Tier tier) { return static_cast<std::uint8_t>(tier); };
    for (std::size_t row = 0; row < m_tier.size(); ++row) {
        const std::uint32_t rank = ++m_counts[m_step[row]];
        const float score = m_score[row];
        m_rank[row] = rank;
        std::uint8_t tier = score >= manyFrom && score >= 0 ? code(Tier::oneToMany) : code(Tier::none);
        tier = rank <= few && score >= fewFrom ? code(Tier::oneToFew) : tier;
        tier = rank <= one && score >= oneFrom ? code(Tier::oneToOne) : tier;
        m_tier[row] = tier;
    }
    for (std::size_t row = 0; m_lacks && row < m_tier.size(); ++row) {
        if (m_tier[row] == code(Tier::oneToOne) && !is_confident(policy, confidence_of(row, by) + 1e-6)) {
            m_tier[row] = code(Tier::oneToFew);
        }
    }
    for (const TierByHand &hand : m_values->byHand) {
        m_tier[hand.row] = code(hand.tier);
    }
}

std::vector<std::uint32_t> WeightDrag::best(std::size_t count) const {
    std::vector<std::uint32_t> rows(std::min(count, m_rank.size()));
    for (std::size_t row = 0; row < m_rank.size(); ++row) {
        if (m_rank[row] <= rows.size()) {
            rows[m_rank[row] - 1] = static_cast<std::uint32_t>(row);
        }
    }
    return rows;
}

} // namespace fullcourt
