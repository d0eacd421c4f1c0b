#include "analysis/scoring.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "accounts_for_tests.h"
#include "analysis/key_order.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

std::optional<double> u(const Criterion &criterion, const AccountValue &value) { return u_of(criterion, value, 1000); }

Criterion of_scale(ScaleKind scale) {
    Criterion criterion;
    criterion.scale = scale;
    return criterion;
}

using Ranks = std::vector<std::uint32_t>;
using Tiers = std::vector<Tier>;

/// Row by row, without blocks: what the definition says.
double score_by_hand(const CriterionValues &values, const std::vector<double> &shares, std::size_t row) {
    double sum = 0;
    double weights = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        if (values.criteria[k].counts(row)) {
            sum += shares[k] * values.criteria[k].u[row];
            weights += shares[k];
        }
    }
    return weights > 0 ? 100 * sum / weights : -1;
}

/// One account a row with the score given.
Accounts with_scores(const std::vector<std::pair<std::string, std::string>> &scores) {
    std::vector<std::vector<std::string>> rows;
    for (const auto &[key, score] : scores) {
        rows.push_back({key, score});
    }
    return accounts({{"score"}}, rows);
}

Scoring by_score() {
    Scoring model = scoring({plain("score", 1)});
    model.criteria.begin()->second.points = {{0, 0}, {100, 1}};
    model.criteria.begin()->second.missing = MissingPolicy::skip;
    return model;
}

} // namespace

TEST_CASE("A number counts by the line through its points, held at both ends", "[scoring]") {
    Criterion criterion = of_scale(ScaleKind::numeric);
    criterion.points = {{10, 0}, {20, 0.5}, {100, 1}};
    CHECK(u(criterion, 5.0) == 0);
    CHECK(u(criterion, 10.0) == 0);
    CHECK(u(criterion, 15.0) == 0.25);
    CHECK(u(criterion, 20.0) == 0.5);
    CHECK(u(criterion, 60.0) == 0.75);
    CHECK(u(criterion, 1e300) == 1);
    CHECK(u(criterion, std::string_view(" 15 ")) == 0.25);
    CHECK_FALSE(u(criterion, std::string_view("many")));
    CHECK_FALSE(u(criterion, true));
    CHECK_FALSE(u(criterion, std::monostate()));
    criterion.points = {{3, 0.7}};
    CHECK(u(criterion, -1.0) == 0.7);
    criterion.points.clear();
    CHECK_FALSE(u(criterion, 5.0));
}

TEST_CASE("A category counts by its word, whatever its case", "[scoring]") {
    Criterion criterion = of_scale(ScaleKind::category);
    criterion.values = {{"software", 1}, {"banking", 0.6}, {"3", 0.9}, {"yes", 0.2}};
    criterion.otherwise = 0.1;
    CHECK(u(criterion, std::string_view(" SoftWare\t")) == 1);
    CHECK(u(criterion, std::string_view("retail")) == 0.1);
    CHECK(u(criterion, 3.0) == 0.9);
    CHECK(u(criterion, true) == 0.2);
    CHECK_FALSE(u(criterion, std::string_view("  ")));
}

TEST_CASE("Yes and no are understood in every column", "[scoring]") {
    const Criterion criterion = of_scale(ScaleKind::yesNo);
    CHECK(u(criterion, true) == 1);
    CHECK(u(criterion, false) == 0);
    CHECK(u(criterion, std::string_view("TRUE")) == 1);
    CHECK(u(criterion, std::string_view("No")) == 0);
    CHECK(u(criterion, 1.0) == 1);
    CHECK(u(criterion, 0.0) == 0);
    CHECK_FALSE(u(criterion, 2.0));
    CHECK_FALSE(u(criterion, std::string_view("perhaps")));
}

TEST_CASE("What is recent fades by its half-life", "[scoring]") {
    Criterion criterion = of_scale(ScaleKind::recency);
    criterion.halfLife = 30;
    CHECK(u(criterion, std::int32_t{1000}) == 1);
    CHECK(u(criterion, std::int32_t{970}) == 0.5);
    CHECK(u(criterion, std::int32_t{940}) == 0.25);
    CHECK(u(criterion, std::int32_t{1200}) == 1);
    CHECK(u(criterion, std::int32_t{-700'000}) == std::exp2(-1000));
    CHECK(u(criterion, std::string_view("1972-08-28")) == 0.5); // day 970
    CHECK_FALSE(u(criterion, std::string_view("last week")));
    CHECK_FALSE(u(criterion, 970.0));
    criterion.halfLife = 0;
    CHECK(u(criterion, std::int32_t{1000}) == 1);
    CHECK(u(criterion, std::int32_t{999}) == std::exp2(-1000));
}

TEST_CASE("A missing value counts as its criterion or family says", "[scoring]") {
    const Accounts table = accounts({{"size"}, {"fit"}, {"intent"}, {"trigger"}, {"own"}}, {{"a", "1", "1", "1", "1", "1"}, {"b"}});
    std::vector<Criterion> criteria;
    for (const char *column : {"size", "fit", "intent", "trigger", "own"}) {
        criteria.push_back(plain(column, 1));
        criteria.back().missing = MissingPolicy::asFamily;
    }
    criteria[1].family = CriterionFamily::fit;
    criteria[2].family = CriterionFamily::intent;
    criteria[3].family = CriterionFamily::trigger;
    criteria[4].missing = MissingPolicy::skip;
    const Scoring model = scoring(criteria);
    const CriterionValues values = criterion_values(table, model, 0);
    REQUIRE(values.criteria.size() == 5);
    CHECK(values.criteria[0].u == std::vector<double>{1, 0.5});
    CHECK(values.criteria[1].u == std::vector<double>{1, 0.5});
    CHECK(values.criteria[2].u == std::vector<double>{1, 0});
    CHECK(values.criteria[3].u == std::vector<double>{1, 0});
    CHECK(values.criteria[4].u == std::vector<double>{1, 0});
    CHECK_FALSE(values.criteria[4].counts(1));
    const Scores scores = scores_of(table, model);
    CHECK(scores.score[0] == Approx(100));
    CHECK(scores.score[1] == Approx(25)); // (0.5 + 0.5 + 0 + 0) of four that count
    CHECK(scores.confidence[0] == Approx(1));
    CHECK(scores.confidence[1] == 0);
}

TEST_CASE("Shares follow both sides, and what is settled", "[scoring]") {
    Scoring model = scoring({plain("a", 0), plain("b", 0), plain("c", 0)});
    const auto criterion = [&](const char *id) -> Criterion & { return model.criteria.at(CriterionId(id)); };
    CHECK(shares_of(model, Weights::agreed) == std::vector<double>{0, 0, 0});
    criterion("c0").marketing = 3;
    criterion("c1").marketing = 1;
    CHECK(shares_of(model, Weights::marketing) == std::vector<double>{0.75, 0.25, 0});
    CHECK(shares_of(model, Weights::sales) == std::vector<double>{0, 0, 0});
    // A side that gave no weights is left out.
    CHECK(shares_of(model, Weights::agreed) == std::vector<double>{0.75, 0.25, 0});
    criterion("c1").sales = 10;
    criterion("c2").sales = 30;
    CHECK(shares_of(model, Weights::agreed) == std::vector<double>{0.375, 0.25, 0.375});
    // What is left by the settled one is divided 0.25 : 0.375.
    criterion("c0").settled = 0.5;
    const std::vector<double> shares = shares_of(model, Weights::agreed);
    CHECK(shares[0] == 0.5);
    CHECK(shares[1] == Approx(0.2));
    CHECK(shares[2] == Approx(0.3));
    CHECK(shares_of(model, Weights::sales) == std::vector<double>{0, 0.25, 0.75});
    // Settled shares that leave nothing.
    criterion("c1").settled = 0.7;
    CHECK(shares_of(model, Weights::agreed) == std::vector<double>{0.5, 0.7, 0});
}

TEST_CASE("Weights beyond all sense still make shares", "[scoring]") {
    const Scoring model = scoring({plain("a", 1e308), plain("b", 1e308), plain("c", 0)});
    CHECK(shares_of(model, Weights::agreed) == std::vector<double>{0.5, 0.5, 0});
}

TEST_CASE("A score as one works it out by hand", "[scoring]") {
    const Accounts table = accounts({{"size"}, {"industry", AccountColumnType::category}, {"seen", AccountColumnType::date}},
                                    {{"a", "300", "Software", "1970-04-11"}, {"b", "100", "Retail", ""}});
    Criterion size = plain("size", 50);
    size.points = {{100, 0}, {500, 1}};
    Criterion industry = plain("industry", 30);
    industry.scale = ScaleKind::category;
    industry.values = {{"software", 1}};
    industry.otherwise = 0.2;
    Criterion seen = plain("seen", 20);
    seen.scale = ScaleKind::recency;
    const Scoring model = scoring({size, industry, seen});
    const CriterionValues values = criterion_values(table, model, 190); // 90 days after day 100
    const Scores scores = score_accounts(values, shares_of(model, Weights::agreed), model.tiers);
    CHECK(scores.score[0] == Approx(65)); // 50 · 0.5 + 30 · 1 + 20 · 0.5
    CHECK(scores.score[1] == Approx(6));  // 30 · 0.2
    CHECK(scores.confidence[1] == Approx(0.8));
    CHECK(scores.q[0] == 65'000'000'000);
    CHECK(scores.rank == Ranks{1, 2});
    // The plan's own day goes before today.
    Scoring dated = model;
    dated.tiers.asOf = "1970-04-11";
    CHECK(criterion_values(table, dated, 190).criteria[2].u[0] == 1);
}

TEST_CASE("Equal scores are ordered by key, the shorter first", "[scoring]") {
    const Accounts table = with_scores({{"a10", "50"}, {"a2", "50"}, {"b1", "50"}, {"a1", "50"}, {"z", ""}, {"c", "70"}, {"y", ""}});
    const Scores scores = scores_of(table, by_score());
    CHECK(scores.rank == Ranks{5, 3, 4, 2, 7, 1, 6});
    CHECK(scores.order == Ranks{5, 3, 1, 2, 0, 6, 4});
    CHECK(scores.q == Qs{50'000'000'000, 50'000'000'000, 50'000'000'000, 50'000'000'000, noScore, 70'000'000'000, noScore});
    CHECK(scores.tier[4] == Tier::none);
    CHECK(scores.score[4] == -1);
}

TEST_CASE("Keys are ordered by length and then by bytes", "[scoring]") {
    const Accounts table = accounts(
        {}, {{"key-ab-2"}, {"key-ab-10"}, {"key-é"}, {"key-"}, {"key-ab-1"}, {"key-longer-than-eight-b"}, {"key-longer-than-eight-a"}});
    CHECK(key_order(table.table) == Ranks{3, 2, 4, 0, 1, 6, 5});
    CHECK(row_in_key_order(table.table, key_order(table.table), "key-ab-10") == 1U);
    CHECK_FALSE(row_in_key_order(table.table, key_order(table.table), "key-ab-3"));
    CHECK(key_order(AccountTable()).empty());
}

TEST_CASE("Tiers by capacity are ranges of ranks", "[scoring]") {
    const Accounts table =
        with_scores({{"a", "90"}, {"b", "80"}, {"c", "70"}, {"d", "40"}, {"e", "39.9999999994"}, {"f", "39.9999999996"}, {"g", ""}});
    Scoring model = by_score();
    model.tiers.oneToOne = 1;
    model.tiers.oneToFew = 2;
    const auto [one, few, many, none] = std::array{Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
    // e rounds to just under the cut-off, f to it.
    CHECK(scores_of(table, model).tier == Tiers{one, few, few, many, none, many, none});
    model.tiers.oneToFew = 50;
    CHECK(scores_of(table, model).tier == Tiers{one, few, few, few, few, few, none});
    model.tiers.oneToOne = -3;
    model.tiers.oneToFew = 0;
    CHECK(scores_of(table, model).tier == Tiers{many, many, many, many, none, many, none});
}

TEST_CASE("Tiers by cut-offs", "[scoring]") {
    const Accounts table = with_scores({{"a", "75"}, {"b", "74.9"}, {"c", "60"}, {"d", "59.9"}, {"e", "40"}, {"f", "39"}, {"g", ""}});
    Scoring model = by_score();
    model.tiers.method = TierMethod::cutOffs;
    const auto [one, few, many, none] = std::array{Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
    CHECK(scores_of(table, model).tier == Tiers{one, few, few, many, many, none, none});
    model.tiers.oneToOneFrom = 1e300;
    model.tiers.oneToManyFrom = -5;
    CHECK(scores_of(table, model).tier == Tiers{few, few, few, many, many, many, none});
}

TEST_CASE("1:1 asks for confidence; a tier set by hand stands over all", "[scoring]") {
    Accounts table = accounts({{"x"}, {"y"}}, {{"a", "1", ""}, {"b", "0.9", "0.5"}, {"c", "0.1", "0.1"}, {"d", "", "0.2"}});
    Scoring model = scoring({plain("x", 59), plain("y", 41)});
    model.tiers.oneToOne = 2;
    model.tiers.oneToFew = 0;
    model.tiers.oneToManyFrom = 5;
    Scores scores = scores_of(table, model);
    CHECK(scores.rank == Ranks{2, 1, 3, 4});
    CHECK(scores.tier == Tiers{Tier::oneToFew, Tier::oneToOne, Tier::oneToMany, Tier::oneToMany});
    CHECK(scores.reason == std::vector{TierReason::lowConfidence, TierReason::score, TierReason::score, TierReason::score});
    // 60 % is enough, also where its sum is a hair below.
    model.criteria.at(CriterionId("c0")).settled = 0.6;
    CHECK(scores_of(table, model).tier[0] == Tier::oneToOne);
    model.criteria.at(CriterionId("c0")).settled.reset();

    table.marks[AccountId("c")].tier = Tier::oneToOne;
    table.marks[AccountId("b")].tier = Tier::none;
    table.marks[AccountId("d")].note = "no tier of its own";
    table.marks[AccountId("gone")].tier = Tier::oneToOne;
    scores = scores_of(table, model);
    CHECK(scores.tier == Tiers{Tier::oneToFew, Tier::none, Tier::oneToOne, Tier::oneToMany});
    CHECK(scores.reason == std::vector{TierReason::lowConfidence, TierReason::byHand, TierReason::byHand, TierReason::score});
}

TEST_CASE("Without weights, rows or columns there is nothing to score", "[scoring]") {
    const Accounts table = accounts({{"x"}}, {{"b", "1"}, {"a", "0"}});
    const Scores weightless = scores_of(table, scoring({plain("x", 0)}));
    CHECK(weightless.q == Qs{noScore, noScore});
    CHECK(weightless.rank == Ranks{2, 1});
    CHECK(weightless.tier == Tiers{Tier::none, Tier::none});
    CHECK(weightless.confidence == std::vector<double>{0, 0});

    CHECK(scores_of(table, Scoring()).q == Qs{noScore, noScore});
    CHECK(scores_of(Accounts(), scoring({plain("x", 1)})).rank.empty());

    const Scores columnless = scores_of(table, scoring({plain("gone", 1), plain("x", 1)}));
    CHECK(columnless.score == std::vector<double>{50, 0});
    CHECK(columnless.confidence == std::vector<double>{0.5, 0.5});

    Scoring pointless = scoring({plain("x", 1)});
    pointless.criteria.begin()->second.points.clear();
    CHECK(scores_of(table, pointless).score == std::vector<double>{0, 0});
}

TEST_CASE("Many rows are scored and ranked as the definition says, across chunks and blocks", "[scoring]") {
    const Accounts table = random_accounts(5000, 7, 1);
    const Scoring model = random_scoring(7, 2);
    const CriterionValues values = criterion_values(table, model, 0);
    const std::vector<double> shares = shares_of(model, Weights::agreed);
    const Scores scores = score_accounts(values, shares, model.tiers);
    bool same = true;
    for (std::size_t row = 0; row < table.table.rows(); ++row) {
        same = same && scores.score[row] == score_by_hand(values, shares, row) && scores.q[row] == quantised(scores.score[row]);
    }
    CHECK(same);

    Ranks order(table.table.rows());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return scores.q[a] != scores.q[b] ? scores.q[a] > scores.q[b] : key_before(table.table.key(a), table.table.key(b));
    });
    CHECK(scores.order == order);
    // Few criteria in tenths: there are ties to decide.
    const Scores tied = score_accounts(values, std::vector<double>{0, 0, 1, 0, 0, 0, 0}, model.tiers);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return tied.q[a] != tied.q[b] ? tied.q[a] > tied.q[b] : key_before(table.table.key(a), table.table.key(b));
    });
    CHECK(tied.order == order);
}

TEST_CASE("An account's score does not depend on where its row stands", "[scoring]") {
    std::vector<std::vector<std::string>> rows;
    const Accounts table = random_accounts(4100, 3, 3, 3);
    for (std::size_t row = 0; row < table.table.rows(); ++row) {
        rows.push_back({std::string(table.table.key(row))});
        for (const char *column : {"v0", "v1", "v2"}) {
            rows.back().push_back(table.table.text(AccountColumnId(column), row));
        }
    }
    std::reverse(rows.begin(), rows.end());
    const Accounts reversed = accounts({{"v0"}, {"v1"}, {"v2"}}, rows);
    const Scoring model = random_scoring(3, 4);
    Scores a = scores_of(table, model);
    const Scores b = scores_of(reversed, model);
    std::reverse(a.q.begin(), a.q.end());
    std::reverse(a.rank.begin(), a.rank.end());
    std::reverse(a.tier.begin(), a.tier.end());
    CHECK(a.q == b.q);
    CHECK(a.rank == b.rank);
    CHECK(a.tier == b.tier);
}

TEST_CASE("What is read anew after an edit is what a first reading gives", "[scoring]") {
    Accounts table = random_accounts(5000, 3, 5);
    Scoring model = random_scoring(3, 6);
    CriterionValues values = criterion_values(table, model, 100);
    const auto same_as_new = [&](std::int32_t today) {
        refresh(values, table, model, today);
        const CriterionValues fresh = criterion_values(table, model, today);
        bool same = values.keyOrder == fresh.keyOrder && values.rows == fresh.rows && values.criteria.size() == fresh.criteria.size() &&
                    values.patterns.of == fresh.patterns.of && values.patterns.present == fresh.patterns.present;
        for (std::size_t k = 0; same && k < fresh.criteria.size(); ++k) {
            same = values.criteria[k].u == fresh.criteria[k].u && values.criteria[k].present == fresh.criteria[k].present &&
                   values.criteria[k].complete == fresh.criteria[k].complete && values.criteria[k].id == fresh.criteria[k].id;
        }
        return same;
    };
    table.table.set_text(AccountColumnId("v1"), AccountColumnType::number, 4500, "0.77");
    CHECK(same_as_new(100));
    model.criteria.at(CriterionId("c0")).points = {{0, 1}, {1, 0}};
    CHECK(same_as_new(100));
    model.criteria.at(CriterionId("c0")).missing = MissingPolicy::neutral;
    CHECK(same_as_new(100));
    model.criteria.at(CriterionId("c2")).column = AccountColumnId("v0");
    CHECK(same_as_new(100));
    model.criteria.at(CriterionId("c2")).scale = ScaleKind::recency;
    table.table.convert_column(AccountColumnId("v0"), AccountColumnType::text);
    table.table.set_text(AccountColumnId("v0"), AccountColumnType::text, 3, "1970-01-20");
    CHECK(same_as_new(100));
    CHECK(same_as_new(200));
    std::swap(model.criteria.at(CriterionId("c0")).position, model.criteria.at(CriterionId("c2")).position);
    CHECK(same_as_new(200));
    table.table.erase_column(AccountColumnId("v1"));
    CHECK(same_as_new(200));
    model.criteria.erase(CriterionId("c1"));
    CHECK(same_as_new(200));
    table = random_accounts(4000, 3, 7);
    CHECK(same_as_new(200));
    table = Accounts();
    CHECK(same_as_new(200));
}
