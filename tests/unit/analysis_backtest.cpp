#include "analysis/backtest.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

using Outcomes = std::vector<std::optional<bool>>;

Scores scored(const std::vector<std::string> &values) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows.push_back({"a" + std::to_string(i), values[i]});
    }
    Criterion criterion = plain("x", 1);
    criterion.missing = MissingPolicy::skip;
    return scores_of(accounts({{"x"}}, rows), scoring({criterion}));
}

} // namespace

TEST_CASE("The AUC is how often a won account stands above a lost one", "[scoring]") {
    const Scores scores = scored({"0.9", "0.8", "0.5", "0.5", "0.1", ""});
    CHECK(backtest(scores, Outcomes{true, true, false, false, false, {}}).auc == 1.0);
    CHECK(backtest(scores, Outcomes{false, false, true, true, true, {}}).auc == 0.0);
    // Won 0.9 and 0.5 against lost 0.8, 0.5, 0.1: 3 and 0 + 1/2 + 1 of 6.
    CHECK(backtest(scores, Outcomes{true, false, true, false, false, {}}).auc == Approx(4.5 / 6));
    CHECK_FALSE(backtest(scores, Outcomes{true, true, {}, {}, {}, {}}).auc);
    const Backtest unscored = backtest(scores, Outcomes{true, {}, {}, {}, false, true});
    CHECK(unscored.auc == 1.0);
    CHECK(unscored.unscored == 1);
    CHECK(unscored.won == 1);
    CHECK(backtest(scored({}), Outcomes{}).deciles.empty());
}

TEST_CASE("The AUC is what counting every pair gives", "[scoring]") {
    const RandomBits bits = counting_bits(51);
    for (int round = 0; round < 30; ++round) {
        std::vector<std::string> values;
        Outcomes outcomes;
        for (int i = 0; i < 80; ++i) {
            values.push_back("0." + std::to_string(bits() % 10));
            outcomes.push_back(bits() % 3 == 0 ? std::optional<bool>() : bits() % 2 == 0);
        }
        const Scores scores = scored(values);
        double above = 0;
        double pairs = 0;
        for (std::size_t i = 0; i < 80; ++i) {
            for (std::size_t j = 0; j < 80; ++j) {
                if (outcomes[i] == true && outcomes[j] == false) {
                    pairs += 1;
                    above += scores.q[i] > scores.q[j] ? 1 : scores.q[i] == scores.q[j] ? 0.5 : 0;
                }
            }
        }
        CHECK(backtest(scores, outcomes).auc == Approx(above / pairs));
    }
}

TEST_CASE("Deciles show where the won accounts are", "[scoring]") {
    std::vector<std::string> values;
    Outcomes outcomes;
    for (int i = 0; i < 25; ++i) {
        values.push_back("0." + std::to_string(99 - i));
        outcomes.push_back(i < 5);
    }
    const Backtest test = backtest(scored(values), outcomes);
    REQUIRE(test.deciles.size() == 10);
    // 2, 3, 2, 3 … accounts; five won of 25 are the first two deciles.
    CHECK(test.deciles[0].accounts == 2);
    CHECK(test.deciles[1].accounts == 3);
    CHECK(test.deciles[0].won == 2);
    CHECK(test.deciles[0].lift == Approx(5));
    CHECK(test.deciles[1].lift == Approx(5));
    CHECK(test.deciles[2].lift == 0);
    CHECK(test.warning.starts_with("5 won accounts and 20 lost ones are too few"));
    CHECK(backtest(scored(values), Outcomes(25)).deciles.empty());
}

TEST_CASE("Thirty of each are enough", "[scoring]") {
    std::vector<std::string> values(60, "0.5");
    Outcomes outcomes(60, true);
    std::fill_n(outcomes.begin(), 30, std::optional<bool>(false));
    const Backtest test = backtest(scored(values), outcomes);
    CHECK(test.warning.empty());
    CHECK(test.auc == 0.5);
    outcomes[0] = true;
    CHECK_FALSE(backtest(scored(values), outcomes).warning.empty());
}
