// The account score that both sides agree on: criteria, weights, tiers and signatures (RULES §3).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/accounts.h"
#include "model/side.h"

namespace fullcourt {

enum class CriterionFamily { firmographic, fit, intent, trigger };
enum class ScaleKind { numeric, category, yesNo, recency };
/// What a missing value counts: 0, 0.5, or the criterion is left out for that account.
enum class MissingPolicy { asFamily, zero, neutral, skip };

struct ScalePoint {
    double x = 0;
    double u = 0; ///< 0 to 1

    friend bool operator==(const ScalePoint &, const ScalePoint &) = default;
};

/// A value becomes u in [0, 1] by its scale.
struct Criterion {
    std::string name;
    CriterionFamily family = CriterionFamily::firmographic;
    AccountColumnId column;
    ScaleKind scale = ScaleKind::numeric;
    std::vector<ScalePoint> points;       ///< numeric: strictly rising x; clamped at both ends
    std::map<std::string, double> values; ///< category: the word, ASCII-trimmed and lower-cased → u
    double otherwise = 0;                 ///< category: any other word
    double halfLife = 90;                 ///< recency: days after which a value counts half
    MissingPolicy missing = MissingPolicy::asFamily;
    double marketing = 0; ///< weight, at least 0
    double sales = 0;
    std::optional<double> settled; ///< the share of all weights that both agreed on, 0 to 1
    Position position;
    Extra extra;

    friend bool operator==(const Criterion &, const Criterion &) = default;
};
using CriterionId = Id<Criterion>;

enum class TierMethod { capacity, cutOffs };

struct TierPolicy {
    TierMethod method = TierMethod::capacity;
    int oneToOne = 10;         ///< capacity: so many of the best
    int oneToFew = 50;         ///< capacity: so many next
    double oneToManyFrom = 40; ///< both methods: a score from here on is 1:many
    double oneToFewFrom = 60;  ///< cut-offs
    double oneToOneFrom = 75;  ///< cut-offs
    double confidence = 0.6;   ///< what 1:1 asks for, 0 to 1
    std::string asOf;          ///< the day that ages are counted from; empty: today
    Extra extra;

    friend bool operator==(const TierPolicy &, const TierPolicy &) = default;
};

/// A side's name under the model and the account list.
struct ScoringSignature {
    std::string by;
    std::string on;      ///< date
    std::string dissent; ///< what the side would have had otherwise; may be empty
    std::string tiers;   ///< digest of every account's tier when it signed
    std::string model;   ///< digest of the criteria when it signed or last confirmed
    Extra extra;

    friend bool operator==(const ScoringSignature &, const ScoringSignature &) = default;
};

/// The model as it was, to look at, compare and bring back.
struct ScoreVersion {
    std::string name;
    std::string on; ///< calendar date
    std::string note;
    Collection<Criterion> criteria;
    TierPolicy tiers;
    Position position;
    Extra extra;

    friend bool operator==(const ScoreVersion &, const ScoreVersion &) = default;
};
using ScoreVersionId = Id<ScoreVersion>;

/// The account list of a quarter, as it was frozen.
struct FrozenList {
    std::string name; ///< "2026-Q4"
    std::string on;   ///< calendar date
    std::set<AccountId> oneToOne;
    std::set<AccountId> oneToFew;
    std::set<AccountId> oneToMany;
    Position position;
    Extra extra;

    friend bool operator==(const FrozenList &, const FrozenList &) = default;
};
using FrozenListId = Id<FrozenList>;

/// Which column tells what was won and lost (for the backtest), and by which words, trimmed and lower-cased.
struct OutcomePolicy {
    AccountColumnId column;
    std::set<std::string> won;
    std::set<std::string> lost;
    Extra extra;

    friend bool operator==(const OutcomePolicy &, const OutcomePolicy &) = default;
};

struct Scoring {
    Collection<Criterion> criteria;
    TierPolicy tiers;
    std::map<Side, ScoringSignature> signatures; ///< marketing and sales alone
    Collection<ScoreVersion> versions;
    Collection<FrozenList> lists;
    OutcomePolicy outcome;

    friend bool operator==(const Scoring &, const Scoring &) = default;
};

} // namespace fullcourt
