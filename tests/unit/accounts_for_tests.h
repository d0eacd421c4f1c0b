// Account tables and scoring models as a test writes them down.
#pragma once

#include <string>
#include <vector>

#include "analysis/scoring.h"
#include "base/random.h"

namespace fullcourt::test {

/// Scores as they are compared, row by row.
using Qs = std::vector<std::int64_t>;

struct TestColumn {
    std::string id;
    AccountColumnType type = AccountColumnType::number;
};

/// Rows of texts, the key first: accounts({{"size"}}, {{"a1", "120"}, {"a2", ""}}).
inline Accounts accounts(const std::vector<TestColumn> &columns, const std::vector<std::vector<std::string>> &rows) {
    Accounts accounts;
    std::vector<std::pair<AccountColumnId, AccountColumnType>> types;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const AccountColumnId id(columns[i].id);
        accounts.columns[id] = {.name = columns[i].id, .type = columns[i].type, .position = spread_position(i, columns.size())};
        types.emplace_back(id, columns[i].type);
    }
    AccountTableBuilder builder(types);
    for (const std::vector<std::string> &row : rows) {
        builder.add_row(row.at(0));
        for (std::size_t i = 1; i < row.size(); ++i) {
            builder.add_any(i - 1, row[i]);
        }
    }
    accounts.table = builder.take();
    return accounts;
}

/// A numeric criterion that counts a column's 0 to 1 as it stands.
inline Criterion plain(const std::string &column, double weight) {
    Criterion criterion;
    criterion.name = column;
    criterion.column = AccountColumnId(column);
    criterion.points = {{0, 0}, {1, 1}};
    criterion.marketing = weight;
    criterion.sales = weight;
    criterion.missing = MissingPolicy::zero;
    return criterion;
}

/// In the order given, with ids "c0", "c1" …
inline Scoring scoring(const std::vector<Criterion> &criteria) {
    Scoring scoring;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        Criterion criterion = criteria[i];
        criterion.position = spread_position(i, criteria.size());
        scoring.criteria[CriterionId("c" + std::to_string(i))] = criterion;
    }
    return scoring;
}

/// 0 to 1, never 1.
inline double fraction(const RandomBits &bits) { return static_cast<double>(bits() >> 11U) * 0x1p-53; }

/// So many rows of so many columns "v0", "v1" … with values in tenths, so that scores tie; about one in `gap` is missing.
inline Accounts random_accounts(std::size_t rows, std::size_t columns, std::uint64_t seed, std::uint64_t gap = 10) {
    const RandomBits bits = counting_bits(seed);
    std::vector<TestColumn> names;
    for (std::size_t i = 0; i < columns; ++i) {
        names.push_back({"v" + std::to_string(i), AccountColumnType::number});
    }
    std::vector<std::vector<std::string>> cells;
    for (std::size_t row = 0; row < rows; ++row) {
        // Not in the order of the keys.
        cells.push_back({"a" + std::to_string(row * 7919 % rows)});
        for (std::size_t i = 0; i < columns; ++i) {
            cells.back().push_back(bits() % gap == 0 ? "" : "0." + std::to_string(bits() % 10));
        }
    }
    return accounts(names, cells);
}

/// A criterion for each of those columns, with every policy for missing values in turn.
inline Scoring random_scoring(std::size_t columns, std::uint64_t seed) {
    const RandomBits bits = counting_bits(seed);
    std::vector<Criterion> criteria;
    for (std::size_t i = 0; i < columns; ++i) {
        criteria.push_back(plain("v" + std::to_string(i), 0));
        criteria.back().marketing = fraction(bits);
        criteria.back().sales = fraction(bits);
        criteria.back().missing = std::vector{MissingPolicy::skip, MissingPolicy::neutral, MissingPolicy::zero}[i % 3];
    }
    return scoring(criteria);
}

inline Scores scores_of(const Accounts &accounts, const Scoring &scoring, Weights weights = Weights::agreed) {
    return score_accounts(criterion_values(accounts, scoring, 0), shares_of(scoring, weights), scoring.tiers);
}

} // namespace fullcourt::test
