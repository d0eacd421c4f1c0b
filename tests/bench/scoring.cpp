// What a person waits for who moves a weight, with a table as large as they come.
#include <cstdio>
#include <string>

#include "analysis/agreement.h"
#include "analysis/scoring.h"
#include "analysis/scoring_signature.h"
#include "analysis/tier_moves.h"
#include "analysis/weight_drag.h"
#include "base/random.h"
#include "bench.h"

namespace fullcourt::bench {
namespace {

constexpr std::size_t criteria = 20;

AccountColumnType type_of(std::size_t column) {
    static constexpr AccountColumnType types[] = {AccountColumnType::number, AccountColumnType::category, AccountColumnType::date,
                                                  AccountColumnType::number, AccountColumnType::yesNo};
    return types[column % 5];
}

void add_cell(AccountTableBuilder &builder, std::size_t column, std::uint64_t random) {
    switch (type_of(column)) {
    case AccountColumnType::number: return builder.add_number(column, static_cast<double>(random % 100'000));
    case AccountColumnType::date: return builder.add_day(column, static_cast<std::int32_t>(20'000 + random % 1000));
    case AccountColumnType::yesNo: return builder.add_yes_no(column, random % 2 == 0);
    case AccountColumnType::category:
    case AccountColumnType::text: break;
    }
    builder.add_text(column, "industry " + std::to_string(random % 40));
}

/// One value in ten is missing; keys in no order.
Accounts accounts_of(std::size_t rows) {
    const RandomBits bits = counting_bits(1);
    Accounts accounts;
    std::vector<std::pair<AccountColumnId, AccountColumnType>> columns;
    for (std::size_t i = 0; i < criteria; ++i) {
        columns.emplace_back("column-" + std::to_string(i), type_of(i));
    }
    AccountTableBuilder builder(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        builder.add_row("account-" + random_id(bits));
        for (std::size_t i = 0; i < criteria; ++i) {
            if (bits() % 10 != 0) {
                add_cell(builder, i, bits());
            }
        }
    }
    accounts.table = builder.take();
    return accounts;
}

Criterion criterion_of(std::size_t i) {
    static constexpr ScaleKind scales[] = {ScaleKind::numeric, ScaleKind::category, ScaleKind::recency, ScaleKind::numeric,
                                           ScaleKind::yesNo};
    Criterion criterion;
    criterion.column = AccountColumnId("column-" + std::to_string(i));
    criterion.scale = scales[i % 5];
    criterion.points = {{100, 0}, {1000, 0.4}, {10'000, 0.8}, {90'000, 1}};
    for (std::size_t word = 0; word < 20; ++word) {
        criterion.values["industry " + std::to_string(word)] = static_cast<double>(word) / 20;
    }
    criterion.missing = i % 4 == 0 ? MissingPolicy::skip : MissingPolicy::asFamily;
    criterion.marketing = 1 + static_cast<double>(i % 7);
    criterion.sales = 1 + static_cast<double>(i % 3);
    criterion.position = spread_position(i, criteria);
    return criterion;
}

Scoring scoring_of() {
    Scoring scoring;
    for (std::size_t i = 0; i < criteria; ++i) {
        scoring.criteria[CriterionId("criterion-" + std::to_string(i))] = criterion_of(i);
    }
    return scoring;
}

void measure_scores(std::size_t rows, int times) {
    std::printf("\n%zu accounts × %zu criteria\n", rows, criteria);
    const Accounts accounts = accounts_of(rows);
    Scoring scoring = scoring_of();
    report("prepare: what every value counts, keys in order", [&] { (void)criterion_values(accounts, scoring, 21'000); }, times / 5);
    CriterionValues values = criterion_values(accounts, scoring, 21'000);
    Scores scores;
    double weight = 1;
    report(
        "score, rank and tier after a weight moved",
        [&] {
            scoring.criteria.begin()->second.marketing = (weight += 0.1);
            refresh(values, accounts, scoring, 21'000);
            score_accounts(values, shares_of(scoring, Weights::agreed), scoring.tiers, scores);
        },
        times);
    const CriterionId dragged = scoring.criteria.begin()->first;
    report(
        "begin to drag a weight", [&] { (void)WeightDrag(values, scoring, Weights::agreed, dragged, DraggedWeight::marketing); },
        times / 5);
    WeightDrag drag(values, scoring, Weights::agreed, dragged, DraggedWeight::marketing);
    report("score, rank and tier while the weight is dragged", [&] { drag.move(weight += 0.1); }, times);
    report("… and which accounts are the best now", [&] { (void)drag.best(20); }, times);
    const std::vector<double> shares = shares_of(scoring, Weights::agreed);
    score_accounts(values, shares, scoring.tiers, scores);
    const Scores marketing = score_accounts(values, shares_of(scoring, Weights::marketing), scoring.tiers);
    const Scores sales = score_accounts(values, shares_of(scoring, Weights::sales), scoring.tiers);
    report("Kendall's τ-b of the two sides", [&] { (void)kendall_tau_b(marketing.q, sales.q); }, times / 5);
    report("digest of the tiers", [&] { (void)tiers_digest(accounts.table, values, scores); }, times / 5);
    const std::uint32_t row = scores.order[70];
    report("what would move an account up a tier", [&] { (void)way_up(accounts, scoring, values, shares, scores, row); }, times / 5);
}

} // namespace

void measure_scored_accounts() { measure_scores(100'000, 51); }

void measure_scoring() {
    measure_scores(10'000, 201);
    measure_scores(100'000, 51);
    measure_scores(1'000'000, 11);
}

} // namespace fullcourt::bench
