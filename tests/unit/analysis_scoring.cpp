// RULES §3 by hand: weights, scales, missing values, ranks, tiers, signatures.
#include <algorithm>
#include <cmath>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "analysis/agreement.h"
#include "analysis/check.h"
#include "analysis/score_terms.h"
#include "analysis/scoring.h"
#include "base/random.h"

using namespace fullcourt;
using Catch::Approx;

namespace {

constexpr std::int32_t today = 20'780;

Criterion criterion(const std::string &column, ScaleKind scale, double marketing, double sales) {
    Criterion made;
    made.name = column;
    made.column = AccountColumnId(column);
    made.scale = scale;
    made.marketing = marketing;
    made.sales = sales;
    made.position = {column.substr(0, 1) + "V"};
    return made;
}

/// Columns: n (number), w (category), y (yes or no), d (date).
struct World {
    Accounts accounts;
    Scoring scoring;

    explicit World(const std::vector<std::vector<std::string>> &rows) {
        const std::vector<std::pair<AccountColumnId, AccountColumnType>> columns = {{AccountColumnId("n"), AccountColumnType::number},
                                                                                    {AccountColumnId("w"), AccountColumnType::category},
                                                                                    {AccountColumnId("y"), AccountColumnType::yesNo},
                                                                                    {AccountColumnId("d"), AccountColumnType::date}};
        for (const auto &[id, type] : columns) {
            accounts.columns[id] = AccountColumn{id.text, type, {"V"}, {}};
        }
        AccountTableBuilder builder(columns);
        for (const std::vector<std::string> &row : rows) {
            builder.add_row(row[0]);
            for (std::size_t i = 1; i < row.size(); ++i) {
                builder.add_any(i - 1, row[i]);
            }
        }
        accounts.table = builder.take();
    }
    Criterion &add(const std::string &column, ScaleKind scale, double marketing, double sales) {
        return scoring.criteria[CriterionId(column)] = criterion(column, scale, marketing, sales);
    }
    AccountScores scores(Weights weights = Weights::agreed) const { return score_accounts(accounts, scoring, weights, today); }
};

World numbers(const std::vector<std::string> &values) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows.push_back({"a" + std::to_string(i), values[i]});
    }
    World world(rows);
    world.add("n", ScaleKind::numeric, 1, 1).points = {{0, 0}, {100, 1}};
    return world;
}

std::optional<double> u_of(const Criterion &criterion, const std::vector<std::string> &row) {
    const World world({row});
    return scale_value(criterion, world.accounts.table, 0, today);
}

} // namespace

TEST_CASE("Agreed shares are the mean of the sides' shares, settled ones first") {
    World world({{"a"}});
    world.add("n", ScaleKind::numeric, 3, 1);
    world.add("w", ScaleKind::category, 1, 1);
    const auto shares = weight_shares(world.scoring, Weights::agreed);
    CHECK(shares.at(CriterionId("n")) == Approx((0.75 + 0.5) / 2));
    CHECK(shares.at(CriterionId("w")) == Approx((0.25 + 0.5) / 2));
    world.add("y", ScaleKind::yesNo, 0, 0).settled = 0.4;
    const auto settled = weight_shares(world.scoring, Weights::agreed);
    CHECK(settled.at(CriterionId("y")) == 0.4);
    CHECK(settled.at(CriterionId("n")) == Approx(0.6 * 0.625));
    CHECK(weight_shares(world.scoring, Weights::marketing).at(CriterionId("n")) == 0.75);
}

TEST_CASE("A side whose weights are all 0 is left out of what is agreed") {
    World world({{"a"}});
    world.add("n", ScaleKind::numeric, 3, 0);
    world.add("w", ScaleKind::category, 1, 0);
    CHECK(weight_shares(world.scoring, Weights::agreed).at(CriterionId("n")) == 0.75);
    CHECK(weight_shares(world.scoring, Weights::sales).at(CriterionId("n")) == 0);
}

TEST_CASE("Scales turn values into 0 to 1") {
    Criterion number = criterion("n", ScaleKind::numeric, 1, 1);
    number.points = {{10, 0}, {20, 1}, {40, 0.5}};
    CHECK(u_of(number, {"a", "5"}) == 0);
    CHECK(u_of(number, {"a", "15"}) == 0.5);
    CHECK(u_of(number, {"a", "30"}) == 0.75);
    CHECK(u_of(number, {"a", "400"}) == 0.5);
    CHECK(!u_of(number, {"a", "many"}));
    Criterion word = criterion("w", ScaleKind::category, 1, 1);
    word.values = {{"software", 0.9}};
    word.otherwise = 0.2;
    CHECK(u_of(word, {"a", "", " SOFTWARE "}) == 0.9);
    CHECK(u_of(word, {"a", "", "Retail"}) == 0.2);
    CHECK(!u_of(word, {"a", "", ""}));
    const Criterion yes = criterion("y", ScaleKind::yesNo, 1, 1);
    CHECK(u_of(yes, {"a", "", "", "TRUE"}) == 1);
    CHECK(u_of(yes, {"a", "", "", "0"}) == 0);
    CHECK(!u_of(yes, {"a", "", "", "perhaps"}));
    Criterion recent = criterion("d", ScaleKind::recency, 1, 1);
    recent.halfLife = 30;
    CHECK(u_of(recent, {"a", "", "", "", day_text(today)}) == 1);
    CHECK(u_of(recent, {"a", "", "", "", day_text(today - 60)}) == 0.25);
    CHECK(u_of(recent, {"a", "", "", "", day_text(today + 9)}) == 1);
    recent.halfLife = 0.01;
    CHECK(u_of(recent, {"a", "", "", "", "1970-01-01"}) == std::exp2(-1000));
}

TEST_CASE("What a missing value counts follows the family unless it is said") {
    Criterion made = criterion("n", ScaleKind::numeric, 1, 1);
    made.family = CriterionFamily::intent;
    CHECK(missing_value(made) == 0);
    made.family = CriterionFamily::fit;
    CHECK(missing_value(made) == 0.5);
    made.missing = MissingPolicy::zero;
    CHECK(missing_value(made) == 0);
    made.missing = MissingPolicy::skip;
    CHECK(!missing_value(made));
}

TEST_CASE("A score is 100 times the weighted mean, and a criterion left out changes what it is divided by") {
    World world({{"a", "50", "x", "yes"}, {"b", "100", "", ""}, {"c", "", "", ""}});
    world.add("n", ScaleKind::numeric, 2, 2).points = {{0, 0}, {100, 1}};
    world.add("y", ScaleKind::yesNo, 2, 2).missing = MissingPolicy::skip;
    world.scoring.criteria.at(CriterionId("n")).missing = MissingPolicy::skip;
    const AccountScores scores = world.scores();
    CHECK(scores.score[0] == 75);
    CHECK(scores.score[1] == 100);
    CHECK(scores.q[1] == 100'000'000'000);
    CHECK(!scores.has_score(2));
    CHECK(scores.confidence[1] == 0.5);
    CHECK(scores.rank == std::vector<std::uint32_t>{2, 1, 3});
}

TEST_CASE("No weight at all is no score for anybody") {
    World world = numbers({"1", "2"});
    world.scoring.criteria.begin()->second.marketing = world.scoring.criteria.begin()->second.sales = 0;
    const AccountScores scores = world.scores();
    CHECK(!scores.has_score(0));
    CHECK(scores.tier[0] == Tier::none);
}

TEST_CASE("Equal scores put the shorter id first, then the one earlier in bytes") {
    World world({{"a10", "5"}, {"b2", "5"}, {"a2", "5"}, {"c", "7"}});
    world.add("n", ScaleKind::numeric, 1, 1).points = {{0, 0}, {10, 1}};
    CHECK(world.scores().order == std::vector<std::uint32_t>{3, 2, 1, 0});
}

TEST_CASE("Ranks are those of a plain sort, over several chunks") {
    std::vector<std::string> values;
    const RandomBits bits = counting_bits(7);
    for (std::size_t i = 0; i < 9'000; ++i) {
        values.push_back(bits() % 5 == 0 ? "" : std::to_string(bits() % 300));
    }
    const World world = numbers(values);
    const AccountScores scores = world.scores();
    std::vector<std::uint32_t> expected(values.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expected[i] = static_cast<std::uint32_t>(i);
    }
    const AccountTable &table = world.accounts.table;
    std::sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::string_view left = table.key(a);
        const std::string_view right = table.key(b);
        return scores.q[a] != scores.q[b]            ? scores.q[a] > scores.q[b]
               : left.size() != right.size() ? left.size() < right.size()
                                             : left < right;
    });
    CHECK(scores.order == expected);
}

TEST_CASE("Tiers by capacity, and by cut-offs") {
    World world = numbers({"90", "80", "70", "41", "40", "39"});
    world.scoring.tiers.oneToOne = 1;
    world.scoring.tiers.oneToFew = 2;
    CHECK(world.scores().tier ==
          std::vector<Tier>{Tier::oneToOne, Tier::oneToFew, Tier::oneToFew, Tier::oneToMany, Tier::oneToMany, Tier::none});
    world.scoring.tiers.method = TierMethod::cutOffs;
    CHECK(world.scores().tier ==
          std::vector<Tier>{Tier::oneToOne, Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::oneToMany, Tier::none});
}

TEST_CASE("1:1 asks for known values: an account short of them goes to the next tier and says why") {
    World world({{"a", "90", "", ""}, {"b", "80", "", "yes"}});
    world.add("n", ScaleKind::numeric, 1, 1).points = {{0, 0}, {100, 1}};
    world.add("y", ScaleKind::yesNo, 1, 1).missing = MissingPolicy::skip;
    world.scoring.tiers.oneToOne = 2;
    const AccountScores scores = world.scores();
    CHECK(scores.tier[0] == Tier::oneToFew);
    CHECK(scores.tier[1] == Tier::oneToOne);
    CHECK(tier_reason(world.accounts, world.scoring, scores, 0) == "Its place would be 1:1, but that asks for 60 %.");
    CHECK(tier_reason(world.accounts, world.scoring, scores, 1).empty());
}

TEST_CASE("A tier set by hand stands over the score") {
    World world = numbers({"90", "10"});
    AccountMark mark;
    mark.tier = Tier::oneToOne;
    mark.reason = "the CEO knows theirs";
    world.accounts.marks[AccountId("a1")] = mark;
    const AccountScores scores = world.scores();
    CHECK(scores.tier[1] == Tier::oneToOne);
    CHECK(tier_reason(world.accounts, world.scoring, scores, 1) == "Its tier was set by hand: the CEO knows theirs.");
}

TEST_CASE("The terms of a score add up to it") {
    World world({{"a", "50", "software", "", day_text(today - 90)}, {"b", "", "retail", "no", ""}});
    world.add("n", ScaleKind::numeric, 3, 1).points = {{0, 0}, {80, 1}};
    world.add("w", ScaleKind::category, 2, 5).values = {{"software", 0.7}};
    world.add("y", ScaleKind::yesNo, 1, 1).missing = MissingPolicy::skip;
    world.add("d", ScaleKind::recency, 4, 2).family = CriterionFamily::intent;
    const AccountScores scores = world.scores();
    for (std::size_t row = 0; row < 2; ++row) {
        double sum = 0;
        for (const ScoreTerm &term : score_terms(world.accounts, world.scoring, Weights::agreed, row, today)) {
            sum += term.contribution;
        }
        CHECK(sum == Approx(scores.score[row]).epsilon(1e-12));
    }
}

TEST_CASE("At a flip point the two accounts score alike") {
    const RandomBits bits = counting_bits(11);
    const auto part = [&] { return static_cast<double>(bits() % 1001) / 1000; };
    std::size_t found = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<ScoreTerm> one(4);
        std::vector<ScoreTerm> other(4);
        double sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            one[k].weight = 0.01 + part();
            sum += one[k].weight;
            one[k].u = part();
            other[k].u = part();
            one[k].skipped = bits() % 5 == 0;
            other[k].skipped = bits() % 5 == 0;
        }
        for (std::size_t k = 0; k < 4; ++k) {
            one[k].weight /= sum;
            other[k].weight = one[k].weight;
        }
        const auto score = [&](const std::vector<ScoreTerm> &terms, double t) {
            double points = 0;
            double weight = 0;
            for (std::size_t m = 0; m < 4; ++m) {
                const double w = m == 0 ? t : terms[m].weight / (1 - terms[0].weight) * (1 - t);
                points += terms[m].skipped ? 0 : w * terms[m].u;
                weight += terms[m].skipped ? 0 : w;
            }
            return weight > 0 ? points / weight : 0;
        };
        for (const double t : flip_points(one, other, 0)) {
            CHECK((t >= 0 && t <= 1));
            if (t < 0.999) {
                CHECK(score(one, t) == Approx(score(other, t)).margin(1e-9));
                ++found;
            }
        }
    }
    CHECK(found > 100);
}

TEST_CASE("What would move an account up is the nearest change") {
    World world({{"a", "90", "", "yes"}, {"b", "80", "", "no"}});
    world.add("n", ScaleKind::numeric, 1, 1).points = {{0, 0}, {100, 1}};
    world.add("y", ScaleKind::yesNo, 1, 1);
    world.scoring.tiers.oneToOne = 1;
    const AccountScores scores = world.scores();
    CHECK(scores.score[1] == 40);
    const auto way = way_up(world.accounts, world.scoring, scores, 1, today);
    REQUIRE(way);
    CHECK(way->tier == Tier::oneToOne);
    CHECK(way->account == 0U);
    CHECK(way->score == 95);
    CHECK(!way->criterion.has_value()); // it lacks 55 points, and no single value gives more than 50
    CHECK(!way_up(world.accounts, world.scoring, scores, 0, today));
    world.scoring.criteria.at(CriterionId("y")).marketing = world.scoring.criteria.at(CriterionId("y")).sales = 3;
    const AccountScores heavier = world.scores();
    const auto easier = way_up(world.accounts, world.scoring, heavier, 1, today);
    REQUIRE(easier);
    REQUIRE(easier->criterion.has_value());
    CHECK(easier->criterion->text == "y");
    CHECK(what_moves_up(world.accounts, world.scoring, heavier, 1, today).find("y would have to be yes.") != std::string::npos);
}

TEST_CASE("Kendall's tau-b is what counting all pairs gives") {
    const RandomBits bits = counting_bits(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::int64_t> a;
        std::vector<std::int64_t> b;
        for (std::size_t i = 0; i < 2 + bits() % 40; ++i) {
            a.push_back(static_cast<std::int64_t>(bits() % 8));
            b.push_back(static_cast<std::int64_t>(bits() % 8));
        }
        double concordant = 0;
        double tiedA = 0;
        double tiedB = 0;
        double all = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = i + 1; j < a.size(); ++j) {
                ++all;
                tiedA += a[i] == a[j] ? 1 : 0;
                tiedB += b[i] == b[j] ? 1 : 0;
                const auto product = (a[i] - a[j]) * (b[i] - b[j]);
                concordant += product > 0 ? 1 : product < 0 ? -1 : 0;
            }
        }
        const auto tau = kendall_tau_b(a, b);
        if (tiedA == all || tiedB == all) {
            CHECK(!tau);
        } else {
            REQUIRE(tau);
            CHECK(*tau == Approx(concordant / std::sqrt((all - tiedA) * (all - tiedB))).margin(1e-12));
        }
    }
}

TEST_CASE("The sides agree on the best where their weights do, and not where they differ") {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 120; ++i) {
        rows.push_back({"a" + std::to_string(i), std::to_string(i), "", i % 2 == 0 ? "yes" : "no"});
    }
    World world(rows);
    world.add("n", ScaleKind::numeric, 5, 0).points = {{0, 0}, {120, 1}};
    world.add("y", ScaleKind::yesNo, 0, 5);
    const Agreement apart = compare_sides(world.scores(Weights::marketing), world.scores(Weights::sales), world.scores());
    CHECK(apart.compared == 50);
    CHECK(apart.shared < 35);
    CHECK(!apart.otherTier.empty());
    world.scoring.criteria.at(CriterionId("n")).sales = 5;
    world.scoring.criteria.at(CriterionId("y")).sales = 0;
    const Agreement together = compare_sides(world.scores(Weights::marketing), world.scores(Weights::sales), world.scores());
    CHECK(together.shared == 50);
    CHECK(together.otherTier.empty());
    CHECK(*together.tau == Approx(1));
}

TEST_CASE("A signature holds while nothing changes, asks for a word where only the model did, and breaks where an account moved") {
    World world = numbers({"90", "80", "10"});
    world.scoring.tiers.oneToOne = 1;
    world.scoring.tiers.oneToFew = 1;
    const auto state = [&] {
        return signature_state(world.scoring, Side::sales, tiers_digest(world.accounts, world.scores()), model_digest(world.scoring));
    };
    CHECK(state() == SignatureState::none);
    world.scoring.signatures[Side::sales] = {"Sam", "2026-11-23", "", tiers_digest(world.accounts, world.scores()), model_digest(world.scoring), {}};
    CHECK(state() == SignatureState::valid);
    world.scoring.criteria.at(CriterionId("n")).points = {{0, 0}, {110, 1}};
    CHECK(state() == SignatureState::toConfirm);
    world.scoring.criteria.at(CriterionId("n")).points = {{0, 1}, {110, 0}};
    CHECK(state() == SignatureState::broken);
}

TEST_CASE("The plan is told of scores without weights, without signatures and with sides far apart") {
    World world = numbers({"90", "80", "10"});
    Plan plan;
    plan.accounts = Shared<Accounts>(world.accounts);
    const auto rules = [&] {
        std::vector<std::string> codes;
        for (const Finding &finding : check(plan, today)) {
            if (finding.section == PlanSection::accounts) {
                codes.push_back(finding.rule);
            }
        }
        return codes;
    };
    CHECK(rules().empty());
    plan.scoring = Shared<Scoring>(world.scoring);
    CHECK(rules() == std::vector<std::string>{"scoring.not-signed"});
    for (auto &[id, each] : plan.scoring.edit().criteria) {
        each.marketing = each.sales = 0;
    }
    CHECK(rules() == std::vector<std::string>{"scoring.weights"});
}
