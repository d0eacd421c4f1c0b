// RULES §2 scoring.*: what the plan is told about its score.
#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "analysis/check.h"
#include "edit/account_gestures.h"
#include "io/samples.h"

using namespace fullcourt;

namespace {

/// The sample's accounts and criteria.
Plan sample_plan() {
    const Result<Restored> sample = sample_accounts();
    REQUIRE(sample);
    return sample->plan;
}

std::vector<std::string> rules_of(const Plan &plan) {
    std::vector<std::string> codes;
    for (const Finding &finding : check(plan)) {
        if (finding.rule.starts_with("scoring.")) {
            codes.emplace_back(finding.rule);
        }
    }
    return codes;
}

std::string message_of(const Plan &plan, const std::string &rule) {
    for (const Finding &finding : check(plan)) {
        if (finding.rule == rule) {
            return finding.message;
        }
    }
    return {};
}

void sign(Plan &plan, Side side) {
    ScoreBoard board;
    board.follow(plan, 0);
    plan.scoring.edit().signatures[side] = {"Sam", "2026-11-23", "", board.tiers_digest(), board.model_digest(), {}};
}

} // namespace

TEST_CASE("Scores that were kept are those that would be worked out anew") {
    Plan plan = sample_plan();
    ScoreBoard kept;
    const auto is_as_new = [&] {
        kept.follow(plan, 20'000);
        ScoreBoard fresh;
        fresh.follow(plan, 20'000);
        for (const Weights weights : {Weights::agreed, Weights::marketing, Weights::sales}) {
            CHECK(kept.scores(weights).q == fresh.scores(weights).q);
            CHECK(kept.scores(weights).rank == fresh.scores(weights).rank);
            CHECK(kept.scores(weights).tier == fresh.scores(weights).tier);
            CHECK(kept.scores(weights).confidence == fresh.scores(weights).confidence);
        }
        CHECK(kept.tau() == fresh.tau());
        CHECK(kept.agreement().overlap == fresh.agreement().overlap);
        CHECK(kept.tiers_digest() == fresh.tiers_digest());
        CHECK(kept.model_digest() == fresh.model_digest());
    };
    is_as_new();
    const AccountId account(std::string(plan.accounts->table.key(7)));
    const Collection<AccountColumn> columns = plan.accounts->columns;
    for (const auto &[column, described] : columns) {
        for (const char *text : {"4000", "yes", "2026-11-01", "", "Retail"}) {
            INFO(described.name << " = " << text);
            apply(plan, set_account_cell(plan, account, column, text));
            is_as_new();
        }
    }
    plan.accounts.edit().marks[account].tier = Tier::oneToOne;
    is_as_new();
    plan.accounts.edit().marks[account].tier = Tier::oneToMany;
    is_as_new();
    plan.accounts.edit().marks.erase(account);
    is_as_new();
    plan.scoring.edit().criteria.begin()->second.missing = MissingPolicy::skip;
    is_as_new();
    plan.scoring.edit().criteria.begin()->second.sales += 3;
    is_as_new();
    plan.scoring.edit().tiers.oneToOne = 3;
    is_as_new();
    const CriterionId first = plan.scoring->criteria.begin()->first;
    plan.scoring.edit().criteria.erase(first);
    is_as_new();
}

TEST_CASE("What checking very many accounts takes is done in pieces, after an edit too, and gives the same") {
    Plan plan = sample_plan();
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 25'000; ++i) {
        rows.push_back({"n" + std::to_string(i * 7919 % 25'000), std::to_string(i % 4'000)});
    }
    plan.accounts.edit() = test::accounts({{"employees"}}, rows);
    Checker checker;
    const auto pieces = [&] {
        int count = 0;
        while (!checker.prepare(plan)) {
            ++count;
        }
        return count;
    };
    const auto is_as_new = [&] {
        ScoreBoard fresh;
        fresh.follow(plan, 0);
        CHECK(checker.check(plan) == check(plan));
        CHECK(checker.scores().scores(Weights::agreed).order == fresh.scores(Weights::agreed).order);
    };
    // The order of the keys, the values, and three scores.
    CHECK(pieces() == 5);
    is_as_new();
    CHECK(pieces() == 0);

    // Other accounts of the same number.
    for (std::vector<std::string> &row : rows) {
        row[0] = "m" + row[0];
    }
    std::swap(rows[3][0], rows[7][0]);
    plan.accounts.edit() = test::accounts({{"employees"}}, rows);
    CHECK(pieces() == 5);
    is_as_new();

    plan.scoring.edit().criteria.begin()->second.sales += 3;
    CHECK(pieces() == 4);
    is_as_new();
    plan.scoring.edit().criteria.clear();
    CHECK(pieces() == 0);
}

TEST_CASE("A plan without criteria hears nothing of scores") { CHECK(rules_of({}).empty()); }

TEST_CASE("A score that nobody signed is one thing to settle, and each signature settles its half") {
    Plan plan = sample_plan();
    CHECK(rules_of(plan) == std::vector<std::string>{"scoring.not-signed"});
    CHECK(message_of(plan, "scoring.not-signed") == "Neither side has signed the score and the account list.");
    sign(plan, Side::sales);
    CHECK(message_of(plan, "scoring.not-signed") == "The score and the account list are not signed by marketing.");
    sign(plan, Side::marketing);
    CHECK(rules_of(plan).empty());
}

TEST_CASE("A change of the model that moves no account asks for a line; one that moves an account voids the signature") {
    Plan plan = sample_plan();
    sign(plan, Side::sales);
    sign(plan, Side::marketing);
    plan.scoring.edit().criteria.at(CriterionId("size")).name = "Number of employees";
    CHECK(rules_of(plan) == std::vector<std::string>{"scoring.not-signed", "scoring.not-signed"});
    CHECK(message_of(plan, "scoring.not-signed").find("a line is enough to confirm it") != std::string::npos);
    plan.scoring.edit().tiers.oneToOne = 3;
    CHECK(message_of(plan, "scoring.not-signed").find("accounts moved to another tier since") != std::string::npos);
}

TEST_CASE("Weights that are all 0 are an error, and the other rules wait") {
    Plan plan = sample_plan();
    for (auto &[id, criterion] : plan.scoring.edit().criteria) {
        criterion.marketing = criterion.sales = 0;
    }
    CHECK(rules_of(plan) == std::vector<std::string>{"scoring.weights"});
}

TEST_CASE("Sides that would pursue other accounts are told so, by the plan's own threshold") {
    Plan plan = sample_plan();
    sign(plan, Side::sales);
    sign(plan, Side::marketing);
    plan.settings.edit().thresholds["scoring.sides-disagree.share"] = 90;
    CHECK(rules_of(plan) == std::vector<std::string>{"scoring.sides-disagree"});
    CHECK(message_of(plan, "scoring.sides-disagree") == "Of the 50 best accounts of each side, only 39 are the same.");
}

TEST_CASE("The checker that remembers says the same of scores as a full check") {
    Plan plan = sample_plan();
    Checker checker;
    CHECK(checker.check(plan) == check(plan));
    sign(plan, Side::sales);
    CHECK(checker.check(plan) == check(plan));
    plan.accounts.edit().table.set_text(AccountColumnId("employees"), AccountColumnType::number, 3, "9999");
    CHECK(checker.check(plan) == check(plan));
}
