// What every account's value counts in every criterion: u in [0, 1], computed once and kept while weights move (RULES §3).
//
// A scale reads a value of another type by its text: yes/no finds "1" in a number, a number is found in a text. What is
// empty, unreadable or means nothing to the scale is missing; so is every value where the column is empty or does not
// exist, and where a numeric criterion has no points.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/scoring.h"

namespace fullcourt {

/// u of one value; nothing where it is missing. `asOf`: days since 1970, from which ages are counted.
/// Between two points: u₀ + (u₁ − u₀) · (x − x₀) / (x₁ − x₀), from left to right. A half-life of 0 leaves 2^−1000 of all but today.
std::optional<double> u_of(const Criterion &criterion, const AccountValue &value, std::int32_t asOf);

/// Zero, neutral or skip: what the criterion says, or else its family.
MissingPolicy missing_policy(const Criterion &criterion);

/// The day that ages are counted from: the policy's, or else today.
std::int32_t as_of_day(const TierPolicy &policy, std::int32_t today);

/// One criterion over all rows.
struct CriterionColumn {
    CriterionId id;
    MissingPolicy missing = MissingPolicy::zero; ///< never asFamily
    std::vector<double> u;                       ///< by row; where missing what that counts, 0 where skipped
    std::vector<std::uint8_t> present;           ///< by row; 1 where the account has a value
    std::vector<std::uint8_t> complete;          ///< by chunk of rows; 1 where every one of them has a value

    bool counts(std::size_t row) const { return missing != MissingPolicy::skip || present[row] != 0; }

    // What it was computed from, to know what needs no second look.
    Criterion scale; ///< without name, weights and position
    AccountTable::Column cells;
};

/// An account whose tier is set by hand.
struct TierByHand {
    std::uint32_t row = 0;
    Tier tier = Tier::none;

    friend bool operator==(const TierByHand &, const TierByHand &) = default;
};

/// Which criteria an account has a value for: alike for many of them, so that what the weights alone add up to is worked out once
/// for each such pattern. Numbered in the order of their first row.
struct ValuePatterns {
    std::size_t count = 0;
    std::vector<std::uint32_t> of;     ///< by row
    std::vector<std::uint8_t> present; ///< by pattern, then by criterion; 1 where there is a value
};

struct CriterionValues {
    std::size_t rows = 0;
    std::int32_t asOf = 0;
    std::vector<CriterionColumn> criteria; ///< in the order of ordered(criteria)
    ValuePatterns patterns;
    std::vector<std::uint32_t> keyOrder; ///< rows by their keys: the shorter first, then by bytes
    std::vector<TierByHand> byHand;

    std::vector<Shared<Texts>> keys;    ///< of which keyOrder is the order
    std::vector<Shared<Texts>> ordered; ///< of which it was when all else was made
};

CriterionValues criterion_values(const Accounts &accounts, const Scoring &scoring, std::int32_t today);

/// What of the values that scores are made of is not what it was.
struct ValuesChange {
    bool any = false;
    bool everywhere = false;          ///< other accounts or criteria, or another policy for what is missing
    std::vector<std::uint8_t> chunks; ///< by chunk of rows: 1 where a value may have changed
};

/// The same, but only chunks of cells, scales and keys that changed are read anew. Cheap where weights alone did.
ValuesChange refresh(CriterionValues &values, const Accounts &accounts, const Scoring &scoring, std::int32_t today);
/// What takes longest of it, to be done before. True where it had to be done.
bool refresh_key_order(CriterionValues &values, const Accounts &accounts);

} // namespace fullcourt
