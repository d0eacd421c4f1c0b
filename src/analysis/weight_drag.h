// Scores, ranks and tiers of all accounts while one weight is dragged: near enough to see, in a frame, for a million accounts.
//
// What the other criteria give an account is summed up once, by side; a moved weight then costs one multiplication for each of
// these sums and one for the criterion's own value. Scores are single-precision and ordered on a grid of 262,144 steps, few
// enough for a near cache: accounts within 0.0004 points of each other may stand the other way round. The full evaluation
// (scoring.h) settles that when the drag ends.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

enum class DraggedWeight { marketing, sales, settled };

class WeightDrag {
  public:
    /// Reads every value once. `values` are those of `scoring` and must stay as they are while this lives. `weights`: by whose
    /// weights accounts are scored. The criterion is one of the scoring's.
    WeightDrag(const CriterionValues &values, const Scoring &scoring, Weights weights, const CriterionId &criterion, DraggedWeight dragged);

    /// The weight (or the settled share, 0 to 1) is now this one.
    void move(double weight);

    /// As the plan would have them, in the order of ordered(criteria).
    const std::vector<double> &shares() const { return m_shares; }

    // By row.
    const std::vector<float> &score() const { return m_score; } ///< 0 to 100; below 0 where there is none
    const std::vector<std::uint32_t> &rank() const { return m_rank; }
    const std::vector<std::uint8_t> &tier() const { return m_tier; } ///< a Tier

    /// The rows of the best accounts, the best first; fewer where the table has fewer.
    std::vector<std::uint32_t> best(std::size_t count) const;

  private:
    /// Over the criteria but the dragged one, by row; empty where there is nothing to add up.
    struct Sums {
        std::vector<float> marketing; ///< Σ marketing's weight · what is summed
        std::vector<float> sales;
        std::vector<float> settled; ///< Σ settled share · what is summed
    };
    /// By what the sums are multiplied with the weight as it is now.
    struct Factors {
        float marketing = 0;
        float sales = 0;
        float own = 0; ///< the dragged criterion's share
        float all = 0; ///< Σ of all shares
    };
    struct Block;

    bool settled(const Criterion &criterion) const { return m_weights == Weights::agreed && criterion.settled.has_value(); }
    void set_weight(double weight);
    Factors factors() const;
    void make_room(Sums &sums) const;
    void sum_up();
    void sum_up(const Block &rows, std::size_t criterion);
    void score_rows(const Factors &by);
    void score_block(const Factors &by, const Block &rows);
    void place_rows(const Factors &by);
    double confidence_of(std::size_t row, const Factors &by) const;

    const CriterionValues *m_values;
    Scoring m_scoring; ///< criteria and tiers alone
    std::vector<CriterionId> m_order;
    Weights m_weights;
    std::size_t m_criterion = 0;
    DraggedWeight m_dragged;
    bool m_skips = false; ///< an account lacks a value and the criterion is then left out
    bool m_lacks = false; ///< an account lacks a value

    std::vector<float> m_own; ///< u of the dragged criterion
    Sums m_given;             ///< of u
    Sums m_counting;          ///< of 1 where the criterion counts; only where m_skips
    Sums m_known;             ///< of 1 where there is a value; only where m_lacks

    std::vector<double> m_shares;
    std::vector<float> m_score;
    std::vector<std::uint32_t> m_step; ///< by row; 0 where there is no score
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_rank;
    std::vector<std::uint8_t> m_tier;
};

} // namespace fullcourt
