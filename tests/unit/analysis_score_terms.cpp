#include "analysis/score_terms.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "accounts_for_tests.h"
#include "analysis/flip_points.h"
#include "analysis/needed_value.h"
#include "analysis/tier_moves.h"
#include "rounds.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

/// All that a question about the table needs.
struct Scored {
    Accounts table;
    Scoring model;
    CriterionValues values = criterion_values(table, model, 0);
    std::vector<double> shares = shares_of(model, Weights::agreed);
    Scores scores = score_accounts(values, shares, model.tiers);

    std::optional<WayUp> way(std::size_t row) const { return way_up(table, model, values, shares, scores, row); }
    std::optional<WeightMove> down(std::size_t row) const { return way_down(table, model, values, shares, scores, row); }
};

double difference_at(const RowValues &a, const RowValues &b, const std::vector<double> &shares, std::size_t k, double t) {
    const std::vector<double> moved = with_share(shares, k, t);
    return score_of(a, moved) - score_of(b, moved);
}

/// Where the difference changes its sign, looked for step by step and then by halving. Starts and ends just within 0 and 1.
std::vector<double> crossings(const RowValues &a, const RowValues &b, const std::vector<double> &shares, std::size_t k) {
    static constexpr int steps = 2000;
    const auto share_at = [](int step) { return 1e-7 + (1 - 2e-7) * step / steps; };
    std::vector<double> found;
    for (int step = 0; step < steps; ++step) {
        double low = share_at(step);
        double high = share_at(step + 1);
        const bool below = difference_at(a, b, shares, k, low) < 0;
        if (below == (difference_at(a, b, shares, k, high) < 0)) {
            continue;
        }
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            ((difference_at(a, b, shares, k, middle) < 0) == below ? low : high) = middle;
        }
        found.push_back(low);
    }
    return found;
}

RowValues random_row(const RandomBits &bits, std::size_t criteria, bool skips) {
    RowValues row;
    for (std::size_t k = 0; k < criteria; ++k) {
        const bool counts = !skips || bits() % 4 != 0;
        row.u.push_back(counts ? fraction(bits) : 0);
        row.counts.push_back(counts);
        row.present.push_back(counts);
    }
    return row;
}

/// The crossings among the flip points, the others being ties without a change of places.
void check_flip_points(bool skips, std::uint64_t seed) {
    const RandomBits bits = counting_bits(seed);
    for (int round = 0; round < test::rounds(60); ++round) {
        const RowValues a = random_row(bits, 4, skips);
        const RowValues b = random_row(bits, 4, skips);
        const std::vector<double> shares = {0.1, 0.2, 0.3, 0.4};
        const std::vector<FlipPoint> points = flip_points(a, b, shares);
        for (std::size_t k = 0; k < shares.size(); ++k) {
            for (const double crossing : crossings(a, b, shares, k)) {
                CHECK(std::any_of(points.begin(), points.end(),
                                  [&](const FlipPoint &point) { return point.criterion == k && std::abs(point.at - crossing) < 1e-7; }));
            }
        }
        for (const FlipPoint &point : points) {
            CHECK(std::abs(difference_at(a, b, shares, point.criterion, point.at)) < 1e-9);
            CHECK(point.now == Approx(shares[point.criterion]));
        }
    }
}

} // namespace

TEST_CASE("An explanation lists every value with what it adds", "[scoring]") {
    Accounts table = accounts({{"size"}, {"intent"}, {"seen", AccountColumnType::date}, {"fit"}}, {{"a", "0.5", "n/a", "", ""}});
    std::vector<Criterion> criteria = {plain("size", 4), plain("intent", 2), plain("seen", 2), plain("fit", 2)};
    criteria[2].missing = MissingPolicy::skip;
    criteria[3].missing = MissingPolicy::neutral;
    const Scored scored{table, scoring(criteria)};
    const ScoreExplanation explained = explain_score(scored.table, scored.model, scored.values, scored.shares, 0);
    REQUIRE(explained.terms.size() == 4);
    CHECK(explained.terms[0].name == "size");
    CHECK(explained.terms[0].value == "0.5");
    CHECK(explained.terms[0].counted == Counted::asValue);
    CHECK(explained.terms[0].share == Approx(0.5));
    CHECK(explained.terms[0].contribution == Approx(25));
    CHECK(explained.terms[1].value == "n/a");
    CHECK(explained.terms[1].counted == Counted::missingAsZero);
    CHECK(explained.terms[1].contribution == 0);
    CHECK(explained.terms[2].counted == Counted::skipped);
    CHECK(explained.terms[2].share == 0);
    CHECK(explained.terms[3].counted == Counted::missingAsNeutral);
    CHECK(explained.terms[3].contribution == Approx(12.5));
    CHECK(explained.score == Approx(37.5));
    CHECK(explained.confidence == Approx(0.4));
}

TEST_CASE("Contributions add up to the score", "[scoring]") {
    const Scored scored{random_accounts(300, 6, 11, 3), random_scoring(6, 12)};
    for (std::size_t row = 0; row < 300; ++row) {
        const ScoreExplanation explained = explain_score(scored.table, scored.model, scored.values, scored.shares, row);
        CHECK(explained.score == scored.scores.score[row]);
        CHECK(explained.confidence == scored.scores.confidence[row]);
        double sum = 0;
        for (const ScoreTerm &term : explained.terms) {
            sum += term.contribution;
        }
        CHECK(std::abs(sum - std::max(0.0, explained.score)) < 1e-9);
    }
}

TEST_CASE("A comparison says who is ahead, and by what", "[scoring]") {
    const Scored scored{accounts({{"fit"}, {"intent"}}, {{"Acme", "0.5", "0.9"}, {"Bolt", "0.7", "0.2"}, {"Cogs", "0.5", "0.9"}}),
                        scoring({plain("fit", 1), plain("intent", 1)})};
    const auto compare = [&](std::size_t a, std::size_t b) {
        return compare_scores(scored.table, scored.model, scored.values, scored.shares, a, b);
    };
    const ScoreComparison comparison = compare(0, 1);
    CHECK(comparison.differences[0] == Approx(-10));
    CHECK(comparison.differences[1] == Approx(35));
    CHECK(comparison.sentence == "Acme is 25 points ahead of Bolt, most of all by “intent” (35 points).");
    CHECK(compare(1, 0).sentence == comparison.sentence);
    CHECK(compare(0, 2).sentence == "Acme and Cogs have the same score.");
    const Scored weightless{scored.table, scoring({plain("fit", 0)})};
    CHECK(compare_scores(weightless.table, weightless.model, weightless.values, weightless.shares, 0, 1).sentence.empty());
}

TEST_CASE("Two accounts flip where the line says", "[scoring]") {
    const RowValues a{{1, 0, 0.5}, {true, true, true}, {true, true, true}};
    const RowValues b{{0, 1, 0.5}, {true, true, true}, {true, true, true}};
    const std::vector<double> shares = {0.25, 0.5, 0.25};
    const std::vector<FlipPoint> points = flip_points(a, b, shares);
    // The first: others 2/3 · 0 + 1/3 · 0.5 against 2/3 + 1/6, so (2/3) / (2/3 + 1) = 0.4. The third has the same value in
    // both: they meet only where nothing else counts.
    REQUIRE(points.size() == 3);
    CHECK(points[0].at == Approx(0.4));
    CHECK(points[0].now == Approx(0.25));
    CHECK(points[1].criterion == 1);
    CHECK(points[1].at == Approx(1.0 / 3));
    CHECK(points[2].at == 1);
    CHECK(flip_points(a, a, shares).empty());
    CHECK(flip_points(a, b, std::vector<double>{1, 0, 0}).size() == 2); // nothing to keep in proportion for the first
    CHECK(flip_points(a, b, std::vector<double>{0, 0, 0}).empty());
    CHECK(flip_points({}, {}, {}).empty());
}

TEST_CASE("Flip points are where a search finds them", "[scoring]") {
    check_flip_points(false, 21);
    check_flip_points(true, 22);
}

TEST_CASE("A skipped criterion can make two accounts flip twice", "[scoring]") {
    const RowValues a{{0.925, 0.05, 0}, {true, true, false}, {true, true, false}};
    const RowValues b{{1, 0.2, 0.2}, {true, true, true}, {true, true, true}};
    const std::vector<double> shares = {0.5, 0.25, 0.25};
    // With x = 1/3: (0.025 + 0.925 x) / (0.5 + x) = (0.2 + x) / (1 + x) = 0.4; and again with x = 3.
    const std::vector<FlipPoint> points = flip_points(a, b, shares);
    REQUIRE(points.size() >= 2);
    CHECK(points[0].criterion == 0);
    CHECK(points[0].at == Approx(0.25));
    CHECK(points[1].criterion == 0);
    CHECK(points[1].at == Approx(0.75));
    CHECK(crossings(a, b, shares, 0).size() == 2);
}

TEST_CASE("The nearest change that moves an account up a tier", "[scoring]") {
    Accounts table = accounts({{"fit"}, {"intent"}}, {{"Acme", "0.9", "0.8"}, {"Bolt", "0.4", "0.9"}, {"Cogs", "0.1", "0.1"}});
    std::vector<Criterion> criteria = {plain("fit", 1), plain("intent", 1)};
    Scoring model = scoring(criteria);
    model.tiers.oneToOne = 1;
    model.tiers.oneToFew = 1;
    const Scored scored{table, model};
    CHECK(scored.scores.tier == std::vector{Tier::oneToOne, Tier::oneToFew, Tier::none});
    CHECK_FALSE(scored.way(0));

    // 0.4 + t·0.5 against 0.9 − t·0.1: intent would have to count 5/6.
    const std::optional<WayUp> way = scored.way(1);
    REQUIRE(way);
    CHECK(way->next == Tier::oneToOne);
    REQUIRE(way->weight);
    CHECK(way->weight->to == 0.166); // of fit, as near as intent's 0.834 and first
    CHECK(way->weight->sentence ==
          "If “fit” counted 16.6 % instead of 50 %, the other weights keeping their proportions, Bolt would move up to 1:1.");
    // Bolt lacks 20 points: a rise by 0.4 of fit; intent cannot rise so far.
    REQUIRE(way->value);
    CHECK(way->value->criterion == CriterionId("c0"));
    CHECK(way->value->value == "0.81");
    CHECK(way->value->sentence == "With “fit” at 0.81 instead of 0.4, Bolt would move up to 1:1.");

    // Cogs is below in everything: no weight helps.
    const std::optional<WayUp> below = scored.way(2);
    REQUIRE(below);
    CHECK(below->next == Tier::oneToMany);
    CHECK_FALSE(below->weight);
    REQUIRE(below->value);
    CHECK(below->value->value == "0.7");

    table.marks[AccountId("Bolt")].tier = Tier::oneToFew;
    CHECK_FALSE(Scored{table, model}.way(1));
}

TEST_CASE("A number in a sentence about an account has commas between its thousands", "[scoring]") {
    const Accounts table = accounts({{"fit"}, {"intent"}}, {{"Acme", "9000", "0.8"}, {"Bolt", "4000", "0.9"}, {"Cogs", "1000", "0.1"}});
    std::vector<Criterion> criteria = {plain("fit", 1), plain("intent", 1)};
    criteria.front().points = {{0, 0}, {10'000, 1}};
    Scoring model = scoring(criteria);
    model.tiers.oneToOne = 1;
    model.tiers.oneToFew = 1;
    const Scored scored{table, model};
    const std::optional<WayUp> way = scored.way(1);
    REQUIRE(way);
    REQUIRE(way->value);
    CHECK(way->value->sentence == "With “fit” at 8,100 instead of 4,000, Bolt would move up to 1:1.");
}

TEST_CASE("The nearest change that moves an account down a tier", "[scoring]") {
    Scoring model = scoring({plain("fit", 1), plain("intent", 1)});
    model.tiers.oneToOne = 1;
    model.tiers.oneToFew = 1;
    const Scored scored{accounts({{"fit"}, {"intent"}}, {{"Acme", "0.9", "0.8"}, {"Bolt", "0.4", "0.9"}, {"Cogs", "0.1", "0.1"}}), model};
    const std::optional<WeightMove> down = scored.down(0);
    REQUIRE(down);
    CHECK(down->sentence ==
          "If “fit” counted 16.6 % instead of 50 %, the other weights keeping their proportions, Acme would move down to 1:few.");
    CHECK_FALSE(scored.down(1)); // better than Cogs in everything
    CHECK_FALSE(scored.down(2)); // in no tier

    model.tiers.method = TierMethod::cutOffs;
    model.tiers.oneToOneFrom = 80;
    model.tiers.oneToFewFrom = 60;
    model.tiers.oneToManyFrom = 60;
    const Scored cut{scored.table, model};
    REQUIRE(cut.scores.tier[1] == Tier::oneToFew); // 65
    REQUIRE(cut.down(1));
    CHECK(cut.down(1)->sentence.ends_with("Bolt would be in no tier."));
}

TEST_CASE("What is said to move an account down does", "[scoring]") {
    Scoring model = random_scoring(4, 31);
    model.tiers.oneToOne = 20;
    model.tiers.oneToFew = 60;
    for (const TierMethod method : {TierMethod::capacity, TierMethod::cutOffs}) {
        model.tiers.method = method;
        const Scored scored{random_accounts(400, 4, 32), model};
        std::size_t moves = 0;
        for (std::size_t row = 0; row < 400; row += 7) {
            if (const std::optional<WeightMove> down = scored.down(row)) {
                const auto order = ordered(model.criteria);
                const auto k = static_cast<std::size_t>(std::find(order.begin(), order.end(), down->criterion) - order.begin());
                const Scores moved = score_accounts(scored.values, with_share(scored.shares, k, down->to), model.tiers);
                const Tier before = scored.scores.tier[row];
                CHECK((moved.tier[row] == Tier::none || moved.tier[row] > before));
                ++moves;
            }
        }
        CHECK(moves > 0);
    }
}

TEST_CASE("What is said to move an account up does", "[scoring]") {
    Scoring model = random_scoring(4, 31);
    model.tiers.oneToOne = 20;
    model.tiers.oneToFew = 60;
    for (const TierMethod method : {TierMethod::capacity, TierMethod::cutOffs}) {
        model.tiers.method = method;
        const Scored scored{random_accounts(400, 4, 32), model};
        std::size_t weights = 0;
        for (std::size_t row = 0; row < 400; row += 7) {
            const std::optional<WayUp> way = scored.way(row);
            if (way && way->weight) {
                const auto order = ordered(model.criteria);
                const auto k = static_cast<std::size_t>(std::find(order.begin(), order.end(), way->weight->criterion) - order.begin());
                const Scores moved = score_accounts(scored.values, with_share(scored.shares, k, way->weight->to), model.tiers);
                CHECK((moved.tier[row] != Tier::none && (moved.tier[row] <= way->next)));
                ++weights;
            }
            if (way && way->value) {
                Accounts changed = scored.table;
                const AccountColumnId column = model.criteria.at(way->value->criterion).column;
                changed.table.set_text(column, AccountColumnType::number, row, way->value->value);
                CHECK(Scored{changed, model}.scores.tier[row] == way->next);
            }
        }
        CHECK(weights > 0);
    }
}

TEST_CASE("An account that lacks confidence lacks nothing else", "[scoring]") {
    Criterion fit = plain("fit", 1);
    Criterion intent = plain("intent", 1);
    intent.missing = MissingPolicy::skip;
    const Scored scored{accounts({{"fit"}, {"intent"}}, {{"Acme", "0.9", ""}}), scoring({fit, intent})};
    const std::optional<WayUp> way = scored.way(0);
    REQUIRE(way);
    CHECK(way->confidence == "The score of Acme is enough for 1:1, but only 50 % of the weights have a value; 1:1 asks for 60 %.");
    CHECK_FALSE(way->weight);
    CHECK_FALSE(way->value);
}

TEST_CASE("The nearest value that counts enough, by scale", "[scoring]") {
    Criterion number = plain("x", 1);
    number.points = {{0, 0}, {100, 0.5}, {200, 1}, {1000, 0.2}};
    CHECK(needed_value(number, 50.0, 0.5, 0)->text == "100");
    CHECK(needed_value(number, 50.0, 1.0 / 3, 0)->text == "67");
    CHECK(needed_value(number, 900.0, 0.8, 0)->text == "400");
    CHECK(needed_value(number, std::string_view("900"), 0.8, 0)->text == "400");
    CHECK(needed_value(number, std::monostate(), 1, 0)->text == "200");
    CHECK_FALSE(needed_value(number, 50.0, 1.01, 0));
    number.points = {{0, 0}, {1, 0.5}};
    CHECK_FALSE(needed_value(number, 0.0, 0.6, 0));
    number.points.clear();
    CHECK_FALSE(needed_value(number, 0.0, 0.6, 0));

    Criterion word = plain("x", 1);
    word.scale = ScaleKind::category;
    word.values = {{"banking", 0.9}, {"retail", 0.7}, {"software", 1}};
    CHECK(needed_value(word, std::monostate(), 0.8, 0)->text == "banking");
    word.values.clear();
    CHECK_FALSE(needed_value(word, std::monostate(), 0.8, 0));

    Criterion day = plain("x", 1);
    day.scale = ScaleKind::recency;
    CHECK(needed_value(day, std::monostate(), 0.5, 100)->text == "1970-01-11");
    CHECK(needed_value(day, std::monostate(), 1, 100)->text == "1970-04-11");

    Criterion yes = plain("x", 1);
    yes.scale = ScaleKind::yesNo;
    CHECK(needed_value(yes, false, 0.3, 0)->text == "yes");
}
