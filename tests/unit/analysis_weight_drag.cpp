// While a weight is dragged, accounts stand where the full evaluation puts them, but for what nobody can see.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

#include "accounts_for_tests.h"
#include "analysis/weight_drag.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

constexpr double near = 0.001; ///< points

Scoring with_weight(Scoring scoring, const CriterionId &id, DraggedWeight dragged, double weight) {
    Criterion &criterion = scoring.criteria.at(id);
    if (dragged == DraggedWeight::settled) {
        criterion.settled = weight;
    } else {
        (dragged == DraggedWeight::sales ? criterion.sales : criterion.marketing) = weight;
    }
    return scoring;
}

/// Rows whose score or place the drag gets wrong by more than `near`.
std::size_t far_off(const WeightDrag &drag, const Scores &scores) {
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < scores.score.size(); ++row) {
        wrong += std::abs(static_cast<double>(drag.score()[row]) - scores.score[row]) > near ? 1U : 0U;
    }
    const std::vector<std::uint32_t> order = drag.best(scores.score.size());
    for (std::size_t place = 1; place < order.size(); ++place) {
        wrong += scores.score[order[place]] > scores.score[order[place - 1]] + near ? 1U : 0U;
    }
    return wrong;
}

/// Rows in another tier, though neither a cut nor an account that is as good stands that near.
std::size_t other_tiers(const WeightDrag &drag, const Scores &scores, const TierPolicy &policy) {
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < scores.tier.size(); ++row) {
        const bool same = drag.tier()[row] == static_cast<std::uint8_t>(scores.tier[row]);
        const auto close = [&](double score) { return std::abs(scores.score[row] - score) < near; };
        const auto close_to_place = [&](int place) {
            const auto at = static_cast<std::size_t>(std::max(1, place));
            return at < scores.order.size() && (close(scores.score[scores.order[at]]) || close(scores.score[scores.order[at - 1]]));
        };
        const bool at_edge = policy.method == TierMethod::capacity
                                 ? close_to_place(policy.oneToOne) || close_to_place(policy.oneToOne + policy.oneToFew)
                                 : close(policy.oneToOneFrom) || close(policy.oneToFewFrom);
        wrong += same || at_edge || close(policy.oneToManyFrom) ? 0U : 1U;
    }
    return wrong;
}

} // namespace

TEST_CASE("Dragging any weight puts accounts where the full evaluation does") {
    const Accounts accounts = random_accounts(3'000, 6, 11);
    for (const bool settled : {false, true}) {
        Scoring scoring = random_scoring(6, 12);
        scoring.criteria.at(CriterionId("c4")).settled = settled ? std::optional(0.2) : std::nullopt;
        scoring.tiers.method = settled ? TierMethod::cutOffs : TierMethod::capacity;
        scoring.tiers.confidence = 0.8;
        const CriterionValues values = criterion_values(accounts, scoring, 0);
        for (const DraggedWeight dragged : {DraggedWeight::marketing, DraggedWeight::sales, DraggedWeight::settled}) {
            const CriterionId id(dragged == DraggedWeight::settled ? "c4" : "c0");
            WeightDrag drag(values, scoring, Weights::agreed, id, dragged);
            for (const double weight : {0.0, 0.1, 0.5, 0.95}) {
                const Scoring moved = with_weight(scoring, id, dragged, weight);
                const Scores scores = scores_of(accounts, moved);
                drag.move(weight);
                CHECK(drag.shares() == shares_of(moved, Weights::agreed));
                CHECK(far_off(drag, scores) == 0);
                CHECK(other_tiers(drag, scores, moved.tiers) == 0);
            }
        }
    }
}

TEST_CASE("Dragging one side's weight without the other moves that side's list") {
    const Accounts accounts = random_accounts(500, 5, 3);
    const Scoring scoring = random_scoring(5, 4);
    const CriterionValues values = criterion_values(accounts, scoring, 0);
    WeightDrag drag(values, scoring, Weights::sales, CriterionId("c1"), DraggedWeight::sales);
    drag.move(0.7);
    const Scoring moved = with_weight(scoring, CriterionId("c1"), DraggedWeight::sales, 0.7);
    CHECK(far_off(drag, scores_of(accounts, moved, Weights::sales)) == 0);
}

TEST_CASE("An account without a score stays without one while a weight is dragged, and a tier set by hand stays") {
    Accounts accounts = fullcourt::test::accounts({{"a"}, {"b"}}, {{"x", "", ""}, {"y", "1", "0"}, {"z", "0", "1"}});
    accounts.marks[AccountId("z")].tier = Tier::oneToOne;
    Scoring scoring = fullcourt::test::scoring({plain("a", 1), plain("b", 1)});
    for (auto &[id, criterion] : scoring.criteria) {
        criterion.missing = MissingPolicy::skip;
    }
    scoring.tiers.oneToOne = 1;
    scoring.tiers.oneToFew = 1;
    const CriterionValues values = criterion_values(accounts, scoring, 0);
    WeightDrag drag(values, scoring, Weights::agreed, CriterionId("c0"), DraggedWeight::marketing);
    drag.move(9);
    CHECK(drag.score()[0] < 0);
    CHECK(drag.rank()[0] == 3);
    CHECK(drag.tier()[0] == static_cast<std::uint8_t>(Tier::none));
    CHECK(drag.best(2) == std::vector<std::uint32_t>{1, 2});
    CHECK(drag.tier()[1] == static_cast<std::uint8_t>(Tier::oneToOne));
    CHECK(drag.tier()[2] == static_cast<std::uint8_t>(Tier::oneToOne));
}

TEST_CASE("Where the only weight is dragged to nothing, no account has a score") {
    const Accounts accounts = fullcourt::test::accounts({{"a"}}, {{"x", "1"}, {"y", "0"}});
    const Scoring scoring = fullcourt::test::scoring({plain("a", 1)});
    const CriterionValues values = criterion_values(accounts, scoring, 0);
    WeightDrag drag(values, scoring, Weights::marketing, CriterionId("c0"), DraggedWeight::marketing);
    CHECK(drag.best(1) == std::vector<std::uint32_t>{0});
    drag.move(0);
    CHECK(drag.score() == std::vector<float>{-1, -1});
}
