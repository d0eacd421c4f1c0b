// What a change of the score does to the list, how versions compare, and what became of a frozen list.
#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "analysis/frozen_lists.h"
#include "analysis/score_versions.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

/// Four accounts whose order turns round when the second criterion takes over from the first.
Accounts four() { return accounts({{"a"}, {"b"}}, {{"w", "1", "0"}, {"x", "0.8", "0.2"}, {"y", "0.3", "0.7"}, {"z", "0", "1"}}); }

Scoring by(double a, double b) {
    Scoring made = scoring({plain("a", a), plain("b", b)});
    made.tiers.oneToOne = 1;
    made.tiers.oneToFew = 1;
    made.tiers.oneToManyFrom = 25;
    made.tiers.confidence = 0;
    return made;
}

} // namespace

TEST_CASE("Accounts that change tier are listed from the highest tier down, each with its places") {
    const Accounts table = four();
    const Scores before = scores_of(table, by(1, 0));
    const Scores after = scores_of(table, by(0, 1));
    const std::vector<TierChange> changes = tier_changes(before, after);
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].rankBefore + changes[0].rankAfter == 5);
    CHECK(is_higher(Tier::oneToOne, Tier::none));
    CHECK(sentence_of(changes) == "4 accounts change their tier: 2 go up, 2 go down.");
    CHECK(sentence_of(tier_changes(before, before)) == "No account changes its tier.");
    const TierFlow flow = tier_flow(before, after);
    CHECK(sentence_of(flow) == sentence_of(changes));
    const CriterionValues values = criterion_values(table, by(1, 0), 0);
    WeightDrag drag(values, by(1, 0), Weights::agreed, CriterionId("c1"), DraggedWeight::sales);
    drag.move(0);
    CHECK(sentence_of(tier_flow(before, drag)) == "No account changes its tier.");
    CHECK(tier_changes(before, drag).empty());
    CHECK(flow[static_cast<std::size_t>(Tier::oneToOne)][static_cast<std::size_t>(Tier::none)] == 1);
    CHECK(flow[static_cast<std::size_t>(Tier::none)][static_cast<std::size_t>(Tier::oneToOne)] == 1);
}

TEST_CASE("The widest moves among the best come first, and those far down are left out") {
    const Accounts table = four();
    const std::vector<TierChange> moves = widest_moves(scores_of(table, by(1, 0)), scores_of(table, by(0, 1)), 1, 10);
    REQUIRE(moves.size() == 2);
    CHECK(moves[0].row == 3);
    CHECK(moves[0].rankAfter == 1);
    CHECK(moves[1].row == 0);
}

TEST_CASE("Two versions of the score show what counts otherwise, and what came and went") {
    const Accounts table = four();
    ScoreVersion kept;
    kept.criteria = by(3, 1).criteria;
    kept.tiers = by(3, 1).tiers;
    Scoring now = by(1, 1);
    now.criteria.erase(CriterionId("c1"));
    now.criteria[CriterionId("new")] = plain("b", 1);
    now.criteria.at(CriterionId("c0")).points = {{0, 0}, {2, 1}};
    const VersionChange change = version_change(table, as_scoring(kept), now, 0);
    REQUIRE(change.shares.size() == 3);
    for (const ShareChange &share : change.shares) {
        if (share.criterion == CriterionId("c0")) {
            CHECK(share.before == 0.75);
            CHECK(share.after == 0.5);
            CHECK(share.scale);
        } else if (share.criterion == CriterionId("c1")) {
            CHECK(!share.after);
        } else {
            CHECK(!share.before);
        }
    }
    CHECK(version_change(table, now, now, 0).shares.empty());
}

TEST_CASE("A frozen list holds who was in which tier, and the next says who came, went and moved") {
    const Accounts table = four();
    const FrozenList first = freeze(table, scores_of(table, by(1, 0)), "2026-Q4", "2026-11-26");
    CHECK(first.oneToOne == std::set<AccountId>{AccountId("w")});
    CHECK(first.oneToFew == std::set<AccountId>{AccountId("x")});
    CHECK(first.oneToMany == std::set<AccountId>{AccountId("y")});
    CHECK(tier_in(first, AccountId("z")) == Tier::none);
    const FrozenList second = freeze(table, scores_of(table, by(0, 1)), "2027-Q1", "2027-01-04");
    const ListDifference difference = list_difference(first, second);
    REQUIRE(difference.came.size() == 1);
    CHECK(difference.came[0].account == AccountId("z"));
    REQUIRE(difference.went.size() == 2);
    REQUIRE(difference.moved.size() == 1);
    CHECK(difference.moved[0].account == AccountId("y"));
    CHECK(difference.sentence == "1 account came, 2 went and 1 moved to another tier; 0 stayed.");
    CHECK(list_difference(first, first).stayed == 3);
}

TEST_CASE("A quarter is named after its day") {
    CHECK(quarter_name("2026-11-26") == "2026-Q4");
    CHECK(quarter_name("2026-01-01") == "2026-Q1");
    CHECK(quarter_name("no date").empty());
}
