#include "analysis/calibration.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "accounts_for_tests.h"
#include "analysis/share_search.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

using enum Placement;

Calibration calibrated(const Accounts &table, const Scoring &model, const Placements &placements) {
    return calibrate(table, model, criterion_values(table, model, 0), shares_of(model, Weights::agreed), placements);
}

/// Pairs that the model puts in the right order, by scoring the whole table.
std::size_t right_by_hand(const Accounts &table, const Scoring &model, const std::vector<double> &shares, const Placements &placements) {
    const Scores scores = score_accounts(criterion_values(table, model, 0), shares, model.tiers);
    std::size_t right = 0;
    for (const auto &[a, placedA] : placements) {
        for (const auto &[b, placedB] : placements) {
            right += placedA > placedB && scores.q[a] > scores.q[b] ? 1U : 0U;
        }
    }
    return right;
}

} // namespace

TEST_CASE("A calibration says which accounts stand in the wrong order, and why", "[scoring]") {
    const Accounts table =
        accounts({{"fit"}, {"intent"}}, {{"Acme", "0.9", "0.2"}, {"Bolt", "0.2", "0.9"}, {"Cogs", "0.1", "0.6"}, {"Dyna", "0.4", "0.1"}});
    const Scoring model = scoring({plain("fit", 3), plain("intent", 7)});
    // Scores: Acme 41, Bolt 69, Cogs 45, Dyna 19.
    const Calibration calibration = calibrated(table, model, {{0, high}, {1, medium}, {2, low}, {3, low}});
    CHECK(calibration.pairs == 5);
    CHECK(calibration.right == 3);
    REQUIRE(calibration.wrongPairs.size() == 2);
    CHECK(calibration.wrongPairs[0].above == 0);
    CHECK(calibration.wrongPairs[0].below == 1);
    CHECK(calibration.wrongPairs[0].by == CriterionId("c1"));
    CHECK(calibration.wrongPairs[0].sentence == "Acme (high) should stand above Bolt (medium), but “intent” speaks for the latter.");
    REQUIRE(calibration.blamed.size() == 1);
    CHECK(calibration.blamed[0].pairs == 2);
    // The model would fill high with Bolt and medium with Cogs.
    REQUIRE(calibration.wrongPlacements.size() == 3);
    CHECK(calibration.wrongPlacements[0].row == 0);
    CHECK(calibration.wrongPlacements[0].byModel == low);
    CHECK(calibration.wrongPlacements[1].byModel == high);

    // Acme passes Bolt where fit counts a little more than half; nothing else changes places wrongly there.
    REQUIRE(calibration.proposal);
    CHECK(calibration.proposal->right == 5);
    CHECK(calibration.proposal->shares == std::vector{0.501, 0.499});
    CHECK(calibration.proposal->change == Approx(0.402));
    CHECK(calibration.proposal->sentence == "With “fit” at 50.1 % instead of 30 % and “intent” at 49.9 % instead of 70 %, 5 instead of "
                                            "3 of 5 pairs would be in the right order.");
}

TEST_CASE("A model that is right is left alone", "[scoring]") {
    const Accounts table = accounts({{"x"}, {"y"}}, {{"a", "0.9", "0.5"}, {"b", "0.5", "0.5"}, {"c", "0.5", "0.5"}});
    const Scoring model = scoring({plain("x", 1), plain("y", 1)});
    const Calibration right = calibrated(table, model, {{0, high}, {1, low}, {2, low}});
    CHECK(right.right == right.pairs);
    CHECK(right.wrongPairs.empty());
    CHECK(right.wrongPlacements.empty());
    CHECK_FALSE(right.proposal);
    // Two accounts that are the same in everything can be told apart by no weights.
    const Calibration same = calibrated(table, model, {{1, high}, {2, low}});
    CHECK(same.right == 0);
    REQUIRE(same.wrongPairs.size() == 1);
    CHECK(same.wrongPairs[0].by.empty());
    CHECK(same.wrongPairs[0].sentence == "b (high) should stand above c (low).");
    CHECK_FALSE(same.proposal);
    CHECK(calibrated(table, model, {}).pairs == 0);
    CHECK_FALSE(calibrated(table, Scoring(), {{0, high}, {1, low}}).proposal);
}

TEST_CASE("Weights that nobody gave yet can be learned", "[scoring]") {
    const Accounts table = accounts({{"x"}, {"y"}}, {{"a", "0.9", "0.1"}, {"b", "0.5", "0.7"}, {"c", "0.1", "0.4"}});
    const Calibration calibration = calibrated(table, scoring({plain("x", 0), plain("y", 0)}), {{0, high}, {1, medium}, {2, low}});
    CHECK(calibration.right == 0);
    REQUIRE(calibration.proposal);
    CHECK(calibration.proposal->right == 3);
}

TEST_CASE("A proposal keeps what it promises, and finds shares that are there", "[scoring]") {
    for (std::uint64_t seed = 61; seed < 65; ++seed) {
        const Accounts table = random_accounts(24, 6, seed, seed % 2 == 0 ? 8 : 1'000'000);
        Scoring truth = random_scoring(6, seed + 100);
        const Scoring model = random_scoring(6, seed + 200);
        // People place the accounts as other weights would.
        const Scores wanted = scores_of(table, truth);
        Placements placements;
        for (std::size_t row = 0; row < 24; ++row) {
            placements[row] = wanted.rank[row] <= 7 ? high : wanted.rank[row] <= 15 ? medium : low;
        }
        const Calibration calibration = calibrated(table, model, placements);
        CHECK(calibration.right == right_by_hand(table, model, shares_of(model, Weights::agreed), placements));
        CHECK(calibration.right + calibration.wrongPairs.size() == calibration.pairs);
        REQUIRE(calibration.proposal);
        const std::vector<double> &shares = calibration.proposal->shares;
        CHECK(calibration.proposal->right == right_by_hand(table, model, shares, placements));
        CHECK(calibration.proposal->right > calibration.right);
        CHECK(static_cast<double>(calibration.proposal->right) > 0.97 * static_cast<double>(calibration.pairs));
        CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1));
        CHECK(*std::min_element(shares.begin(), shares.end()) >= 0);
        // The true weights get everything right; the proposal need not go as far.
        const std::vector<double> present = shares_of(model, Weights::agreed);
        CHECK(calibration.proposal->change <= distance_between(present, shares_of(truth, Weights::agreed)));
        CHECK(calibrated(table, model, placements).proposal->shares == shares);
    }
}
