// What a person does to the score as a whole: known accounts, versions, frozen lists, what counts as won, confirmed signatures.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "accounts_for_tests.h"
#include "analysis/backtest.h"
#include "analysis/calibration.h"
#include "analysis/flip_points.h"
#include "edit/account_gestures.h"
#include "edits_for_tests.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

Plan plan_with_score() {
    Plan plan;
    plan.accounts = Shared(accounts({{"a"}, {"b"}, {"how", AccountColumnType::category}},
                                    {{"w", "1", "0", "Closed Won"}, {"x", "0.8", "0.2", "closed lost"}, {"y", "0.3", "0.7", "Open"}}));
    plan.scoring = Shared(scoring({plain("a", 3), plain("b", 1)}));
    return plan;
}

} // namespace

TEST_CASE("Placing a known account is one step with its name, and taking it out leaves no trace") {
    const Plan plan = plan_with_score();
    const PlanEdit edit = place_accounts(plan, {AccountId("w")}, Placement::high);
    CHECK(edit.label == "Place w as high");
    const Plan placed = after(plan, edit);
    CHECK(placed.accounts->marks.at(AccountId("w")).placement == Placement::high);
    CHECK(place_accounts(placed, {AccountId("w")}, Placement::high).steps.empty());
    CHECK(after(placed, place_accounts(placed, {AccountId("w")}, std::nullopt)) == plan);
    const CriterionValues values = criterion_values(*placed.accounts, *placed.scoring, 0);
    CHECK(placements_of(*placed.accounts, values) == Placements{{0, Placement::high}});
}

TEST_CASE("Accounts to place are spread over the ranks and leave out those that are placed or have no score") {
    const Accounts table = random_accounts(200, 4, 5);
    const Scoring model = random_scoring(4, 6);
    const Scores scores = scores_of(table, model);
    const std::vector<std::size_t> rows = accounts_to_place(scores, {}, 20);
    REQUIRE(rows.size() == 20);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK((scores.rank[rows[i]] - 1) / 10 <= i);
        CHECK(scores.q[rows[i]] >= 0);
    }
    const std::vector<std::size_t> others = accounts_to_place(scores, {{rows[0], Placement::low}}, 20);
    CHECK(std::find(others.begin(), others.end(), rows[0]) == others.end());
    CHECK(accounts_to_place(scores, {}, 500).size() <= 200);
}

TEST_CASE("A version keeps the model under a name and brings it back, criteria that came since going") {
    const Plan plan = plan_with_score();
    std::vector<ScoreVersionId> made;
    const Plan kept = after(plan, keep_score_version(plan, " Spring ", "before the workshop", "2026-11-26", bits, &made));
    REQUIRE(made.size() == 1);
    CHECK(kept.scoring->versions.at(made.front()).name == "Spring");
    CHECK(keep_score_version(plan, "  ", "", "", bits).steps.empty());
    CHECK(bring_back_score_version(kept, made.front()).steps.empty());
    Plan changed = after(kept, set_weight(kept, CriterionId("c0"), Side::sales, 9));
    changed = after(changed, remove_criteria(changed, {CriterionId("c1")}));
    changed = after(changed, add_criteria(changed, {plain("b", 2)}, bits));
    TierPolicy policy = changed.scoring->tiers;
    policy.oneToOne = 3;
    changed = after(changed, set_tier_policy(changed, policy));
    const PlanEdit back = bring_back_score_version(changed, made.front());
    CHECK(back.label == "Bring back the score Spring");
    CHECK(after(changed, back).scoring->criteria == plan.scoring->criteria);
    CHECK(after(changed, back).scoring->tiers == plan.scoring->tiers);
    CHECK(after(kept, remove_score_versions(kept, made)) == plan);
}

TEST_CASE("A list is frozen under its name and deleted again") {
    const Plan plan = plan_with_score();
    FrozenList list;
    list.name = "2026-Q4";
    list.oneToOne = {AccountId("w")};
    std::vector<FrozenListId> made;
    const PlanEdit edit = freeze_list(plan, list, counting_bits(1), &made);
    CHECK(edit.label == "Freeze the list 2026-Q4");
    const Plan frozen = after(plan, edit);
    list.name = "Autumn";
    CHECK(change_frozen_list(frozen, made.front(), list).label == "Rename 2026-Q4 to Autumn");
    CHECK(after(frozen, remove_frozen_lists(frozen, made)) == plan);
}

TEST_CASE("What words mean won and lost is guessed, kept trimmed and lower-cased, and tells the outcomes") {
    const Plan plan = plan_with_score();
    const OutcomePolicy guessed = guessed_outcomes(*plan.accounts, AccountColumnId("how"));
    CHECK(guessed.won == std::set<std::string>{"closed won"});
    CHECK(guessed.lost == std::set<std::string>{"closed lost"});
    OutcomePolicy typed = guessed;
    typed.lost = {" Open ", "closed won"};
    const Plan set = after(plan, set_outcome_policy(plan, typed));
    CHECK(set.scoring->outcome.lost == std::set<std::string>{"open"});
    CHECK(outcomes_of(*set.accounts, set.scoring->outcome) == std::vector<std::optional<bool>>{true, std::nullopt, false});
}

TEST_CASE("Confirming a signature says so") {
    Plan plan = plan_with_score();
    ScoringSignature signature;
    signature.by = "Sam";
    plan = after(plan, sign_scoring(plan, Side::sales, signature));
    signature.model = "1";
    CHECK(confirm_scoring(plan, Side::sales, signature).label == "Confirm the signature of sales");
}

TEST_CASE("Sentences say which weight would change who stands higher, the nearest first") {
    const Accounts table = accounts({{"a"}, {"b"}}, {{"w", "1", "0"}, {"x", "0.5", "0.8"}});
    const Scoring model = scoring({plain("a", 3), plain("b", 1)});
    const CriterionValues values = criterion_values(table, model, 0);
    const std::vector<double> shares = shares_of(model, Weights::agreed);
    const std::vector<std::string> sentences = flip_sentences(table, model, values, shares, 1, 0, 3);
    REQUIRE(sentences.size() == 2);
    // Both are as near: less of the one is more of the other.
    CHECK(std::find(sentences.begin(), sentences.end(), "“x” would pass “w” if “a” counted less than 61.5 % instead of 75 %.") !=
          sentences.end());
    CHECK(std::find(sentences.begin(), sentences.end(), "“x” would pass “w” if “b” counted more than 38.5 % instead of 25 %.") !=
          sentences.end());
    const Accounts better = accounts({{"a"}, {"b"}}, {{"w", "1", "1"}, {"x", "0.5", "0.8"}});
    CHECK(flip_sentences(better, model, criterion_values(better, model, 0), shares, 0, 1, 3) ==
          std::vector<std::string>{"No single weight would change which of the two stands higher."});
}
