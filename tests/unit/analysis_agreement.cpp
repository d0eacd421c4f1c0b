#include "analysis/agreement.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "accounts_for_tests.h"
#include "analysis/scoring_signature.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

/// Pair by pair.
std::optional<double> tau_by_hand(const Qs &first, const Qs &second) {
    double balance = 0;
    double apartFirst = 0;
    double apartSecond = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (std::min({first[i], first[j], second[i], second[j]}) >= 0) {
                const int a = (first[i] > first[j]) - (first[i] < first[j]);
                const int b = (second[i] > second[j]) - (second[i] < second[j]);
                balance += a * b;
                apartFirst += a * a;
                apartSecond += b * b;
            }
        }
    }
    return apartFirst == 0 || apartSecond == 0 ? std::nullopt : std::optional<double>(balance / std::sqrt(apartFirst * apartSecond));
}

} // namespace

TEST_CASE("Kendall's τ-b in small cases", "[scoring]") {
    CHECK(kendall_tau_b(Qs{1, 2, 3}, Qs{10, 20, 30}) == Approx(1));
    CHECK(kendall_tau_b(Qs{1, 2, 3}, Qs{3, 2, 1}) == Approx(-1));
    CHECK(kendall_tau_b(Qs{1, 2, 3}, Qs{1, 3, 2}) == Approx(1.0 / 3));
    // Two pairs agree, one is tied in the second: 2 / √(3 · 2).
    CHECK(kendall_tau_b(Qs{1, 2, 3}, Qs{1, 2, 2}) == Approx(2 / std::sqrt(6)));
    // An account that one side does not score is left out.
    CHECK(kendall_tau_b(Qs{1, 2, 3, noScore}, Qs{1, 2, 3, 0}) == Approx(1));
    CHECK_FALSE(kendall_tau_b(Qs{1, 1, 1}, Qs{1, 2, 3}));
    CHECK_FALSE(kendall_tau_b(Qs{1, 2, 3}, Qs{4, 4, 4}));
    CHECK_FALSE(kendall_tau_b(Qs{1}, Qs{1}));
    CHECK_FALSE(kendall_tau_b(Qs{}, Qs{}));
}

TEST_CASE("Kendall's τ-b is what counting every pair gives", "[scoring]") {
    const RandomBits bits = counting_bits(41);
    for (std::size_t size = 0; size < 120; ++size) {
        Qs first;
        Qs second;
        for (std::size_t i = 0; i < size; ++i) {
            first.push_back(static_cast<std::int64_t>(bits() % 20) - 1);
            second.push_back(static_cast<std::int64_t>((bits() % 3 == 0 ? static_cast<std::uint64_t>(first[i] + 1) : bits() % 12)) - 1);
        }
        const std::optional<double> fast = kendall_tau_b(first, second);
        const std::optional<double> slow = tau_by_hand(first, second);
        REQUIRE(fast.has_value() == slow.has_value());
        CHECK(std::abs(fast.value_or(0) - slow.value_or(0)) < 1e-12);
    }
}

TEST_CASE("The sides share some of their best accounts", "[scoring]") {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 60; ++i) {
        // Marketing's best are the first fifty, sales' the last fifty.
        rows.push_back({"a" + std::to_string(i), std::to_string(100 - i), std::to_string(i)});
    }
    Criterion marketing = plain("x", 0);
    marketing.marketing = 1;
    marketing.points = {{0, 0}, {100, 1}};
    Criterion sales = marketing;
    sales.column = AccountColumnId("y");
    std::swap(sales.marketing, sales.sales);
    Scoring model = scoring({marketing, sales});
    const Accounts table = accounts({{"x"}, {"y"}}, rows);
    const Scores first = scores_of(table, model, Weights::marketing);
    const Scores second = scores_of(table, model, Weights::sales);
    const SidesAgreement agreement = sides_agreement(first, second);
    CHECK(agreement.best == 50);
    CHECK(agreement.shared == 40);
    CHECK(agreement.overlap == Approx(0.8));
    // By capacity ten are 1:1 and fifty 1:few: the first ten and the last ten change places.
    CHECK(agreement.differ.size() == 20);
    CHECK(agreement.sentence == "The sides share 40 of their 50 best accounts; 20 accounts are in different tiers.");
    CHECK(sides_agreement(first, first).sentence == "The sides share 50 of their 50 best accounts; every account is in the same tier.");

    model.criteria.at(CriterionId("c1")).sales = 0;
    CHECK_FALSE(sides_agreement(first, scores_of(table, model, Weights::sales)).overlap);
    CHECK_FALSE(sides_agreement(Scores(), Scores()).overlap);
}

TEST_CASE("Fewer accounts than fifty are compared as they are", "[scoring]") {
    const Accounts table = accounts({{"x"}}, {{"a", "1"}, {"b", "0.5"}});
    const Scores scores = scores_of(table, scoring({plain("x", 1)}));
    CHECK(sides_agreement(scores, scores).overlap == 1.0);
    CHECK(sides_agreement(scores, scores).best == 2);
}

TEST_CASE("A signature holds as long as no account changes its tier", "[scoring]") {
    Accounts table = accounts({{"x"}, {"y"}}, {{"a", "1", "0.1"}, {"b", "0.5", "0.2"}, {"c", "0.1", "0.3"}});
    Scoring model = scoring({plain("x", 3), plain("y", 1)});
    model.tiers.oneToOne = 1;
    model.tiers.oneToFew = 1;
    const auto tiers = [&] {
        const CriterionValues values = criterion_values(table, model, 0);
        return tiers_digest(table.table, values, score_accounts(values, shares_of(model, Weights::agreed), model.tiers));
    };
    const auto state = [&](Side side = Side::sales) { return signature_state(model, side, tiers(), model_digest(model)); };
    CHECK(state() == SignatureState::none);
    model.signatures[Side::sales] = {"VP Sales", "2026-11-23", "", tiers(), model_digest(model), {}};
    CHECK(state() == SignatureState::valid);
    CHECK(state(Side::marketing) == SignatureState::none);

    Criterion &first = model.criteria.at(CriterionId("c0"));
    first.marketing = 4;
    CHECK(state() == SignatureState::toConfirm);
    first.marketing = 0.1;
    first.sales = 0.1;
    CHECK(state() == SignatureState::voided);
    first.marketing = 3;
    first.sales = 3;
    CHECK(state() == SignatureState::valid);
    first.name = "Another name";
    CHECK(state() == SignatureState::toConfirm);
    model.signatures[Side::sales].model = model_digest(model);
    CHECK(state() == SignatureState::valid);
    first.position = Position{"z"};
    CHECK(state() == SignatureState::toConfirm);
    first.position = Position{"1"};

    // The same accounts in other rows, and one more that is in no tier.
    table = accounts({{"x"}, {"y"}}, {{"c", "0.1", "0.3"}, {"d", "0", "0"}, {"b", "0.5", "0.2"}, {"a", "1", "0.1"}});
    CHECK(state() == SignatureState::valid);
    table.marks[AccountId("d")].tier = Tier::oneToMany;
    CHECK(state() == SignatureState::voided);
}

TEST_CASE("Every part of a model is in its digest", "[scoring]") {
    const Scoring before = scoring({plain("x", 1)});
    const auto changed = [&](auto &&change) {
        Scoring after = before;
        change(after.criteria.begin()->second, after.tiers);
        return model_digest(after) != model_digest(before);
    };
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.family = CriterionFamily::intent; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.column = AccountColumnId("y"); }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.scale = ScaleKind::yesNo; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.points[1].u = 0.9; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.values["x"] = 0; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.otherwise = 0.1; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.halfLife = 30; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.missing = MissingPolicy::skip; }));
    CHECK(changed([](Criterion &criterion, TierPolicy &) { criterion.settled = 0.5; }));
    CHECK(changed([](Criterion &, TierPolicy &policy) { policy.method = TierMethod::cutOffs; }));
    CHECK(changed([](Criterion &, TierPolicy &policy) { policy.oneToFew = 49; }));
    CHECK(changed([](Criterion &, TierPolicy &policy) { policy.confidence = 0.5; }));
    CHECK(changed([](Criterion &, TierPolicy &policy) { policy.asOf = "2026-11-23"; }));
    CHECK_FALSE(changed([](Criterion &criterion, TierPolicy &) { criterion.position = Position{"z"}; }));
}
