#include "analysis/tier_moves.h"

#include <algorithm>
#include <cmath>

#include "analysis/flip_points.h"
#include "analysis/needed_value.h"
#include "analysis/row_values.h"
#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostTries = 8;   ///< each scores all accounts
constexpr double roundingError = 1e-6; ///< of a share, in the steps in which it can be set

enum class Way { up, down };

struct Question {
    const Accounts &accounts;
    const Scoring &scoring;
    const CriterionValues &values;
    std::span<const double> shares;
    const Scores &scores;
    std::size_t row;
    RowValues account;
    Tier next = Tier::none;
    std::optional<std::size_t> last = std::nullopt; ///< by capacity: the row whose place is to be taken, or that takes this one's
    std::int64_t target = 0;                        ///< the least q that is enough
    Way way = Way::up;

    const Criterion &criterion(std::size_t k) const { return scoring.criteria.at(values.criteria[k].id); }
    std::string name() const { return quoted(account_name(accounts, row)); }
    bool confident_enough(const RowValues &changed, std::span<const double> moved) const {
        return next != Tier::oneToOne || is_confident(scoring.tiers, confidence_of(changed, moved));
    }
};

bool is_above(Tier a, Tier b) { return a != Tier::none && (b == Tier::none || a < b); }

/// The last place of a tier by capacity; 0 where it has none.
std::int64_t last_place(const TierPolicy &policy, Tier tier) {
    const std::int64_t first = std::max(0, policy.oneToOne);
    const std::int64_t few = std::max(0, policy.oneToFew);
    return tier == Tier::oneToOne ? first : few > 0 ? first + few : 0;
}

double cut_off(const TierPolicy &policy, Tier tier) {
    return tier == Tier::oneToOne ? policy.oneToOneFrom : tier == Tier::oneToFew ? policy.oneToFewFrom : policy.oneToManyFrom;
}

/// Which tier is next, and what it takes to be in it.
void set_target(Question &question, Tier from) {
    const TierPolicy &policy = question.scoring.tiers;
    for (const Tier tier : {Tier::oneToMany, Tier::oneToFew, Tier::oneToOne}) {
        if (!is_above(tier, from)) {
            continue;
        }
        const bool byPlace = policy.method == TierMethod::capacity && tier != Tier::oneToMany;
        const std::int64_t place = byPlace ? last_place(policy, tier) : 0;
        if (byPlace && (place == 0 || place >= static_cast<std::int64_t>(question.scores.rank[question.row]))) {
            continue;
        }
        question.next = tier;
        if (byPlace) {
            question.last = question.scores.order[static_cast<std::size_t>(place - 1)];
            question.target = question.scores.q[*question.last] + 1;
        } else {
            question.target = quantised(cut_off(policy, tier));
        }
        return;
    }
}

// One weight.

struct Candidate {
    std::size_t criterion;
    double now;
    double at;
    double distance() const { return std::abs(at - now); }
};

std::vector<Candidate> weight_candidates(const Question &question) {
    std::vector<Candidate> candidates;
    if (question.last) {
        for (const FlipPoint &point : flip_points(question.account, row_values(question.values, *question.last), question.shares)) {
            candidates.push_back({point.criterion, point.now, point.at});
        }
    } else {
        double all = 0;
        for (const double share : question.shares) {
            all += share;
        }
        for (std::size_t k = 0; k < question.shares.size(); ++k) {
            for (const double share : shares_for_score(question.account, question.shares, k, static_cast<double>(question.target) * 1e-9)) {
                candidates.push_back({k, question.shares[k] / all, share});
            }
        }
    }
    sort_stably(candidates, [](const Candidate &a, const Candidate &b) { return a.distance() < b.distance(); });
    return candidates;
}

/// Whether the account and the one beyond its tier's edge change places: what is quick to see.
bool seems_enough(const Question &question, std::span<const double> moved) {
    const std::int64_t q = q_of(question.account, moved);
    const std::int64_t target = question.last ? q_of(row_values(question.values, *question.last), moved) : question.target;
    return question.way == Way::down ? q < target : q >= target && question.confident_enough(question.account, moved);
}

/// A little further than the candidate, in steps of 0.1 % or, where that goes too far, 0.001 %.
std::optional<double> settable(const Question &question, const Candidate &candidate) {
    for (const double steps : {1000.0, 100'000.0}) {
        const double place = candidate.at * steps;
        const bool more = candidate.at > candidate.now;
        // Up is reached where both are alike; down is past it.
        const double beyond = question.way == Way::up
                                  ? (more ? std::ceil(place) : std::floor(place))
                                  : (more ? std::floor(place + roundingError) + 1 : std::ceil(place - roundingError) - 1);
        const double share = beyond / steps;
        if (share >= 0 && share <= 1 && seems_enough(question, with_share(question.shares, candidate.criterion, share))) {
            return share;
        }
    }
    return std::nullopt;
}

std::string weight_sentence(const Question &question, const Candidate &candidate, double share, Tier tier) {
    return "If “" + quoted(question.criterion(candidate.criterion).name) + "” counted " + percent(share, 3) + " instead of " +
           percent(candidate.now) + ", the other weights keeping their proportions, " + question.name() +
           (question.way == Way::up ? " would move up to " + std::string(tier_name(tier))
            : tier == Tier::none    ? std::string(" would be in no tier")
                                    : " would move down to " + std::string(tier_name(tier))) +
           ".";
}

std::optional<WeightMove> nearest_weight(const Question &question) {
    Scores tried;
    std::size_t tries = 0;
    for (const Candidate &candidate : weight_candidates(question)) {
        const std::optional<double> share = settable(question, candidate);
        if (!share) {
            continue;
        }
        if (++tries > mostTries) {
            break;
        }
        score_accounts(question.values, with_share(question.shares, candidate.criterion, *share), question.scoring.tiers, tried);
        const Tier before = question.scores.tier[question.row];
        const Tier after = tried.tier[question.row];
        if (question.way == Way::up ? is_above(after, before) : is_above(before, after)) {
            return WeightMove{question.values.criteria[candidate.criterion].id, candidate.now, *share,
                              weight_sentence(question, candidate, *share, tried.tier[question.row])};
        }
    }
    return std::nullopt;
}

// One value.

/// The u with which the account's score is enough.
double needed_u(const Question &question, std::size_t criterion) {
    double values = 0;
    double weights = 0;
    for (std::size_t k = 0; k < question.shares.size(); ++k) {
        if (k == criterion || question.account.counts[k]) {
            values += k == criterion ? 0 : question.shares[k] * question.account.u[k];
            weights += question.shares[k];
        }
    }
    return (static_cast<double>(question.target) * 1e-11 * weights - values) / question.shares[criterion];
}

std::string value_sentence(const Question &question, const Criterion &criterion, const std::string &value) {
    const std::string now = question.accounts.table.text(criterion.column, question.row);
    const AccountColumn *column = find(question.accounts.columns, criterion.column);
    const AccountColumnType type = column == nullptr ? AccountColumnType::text : column->type;
    const auto shown = [&](const std::string &text) {
        return type == AccountColumnType::number ? grouped(text) : type == AccountColumnType::date ? date_words(text) : quoted(text);
    };
    return joined({"With “", quoted(criterion.name), "” at ", shown(value), now.empty() ? "" : " instead of " + shown(now), ", ",
                   question.name(), " would move up to ", tier_name(question.next), "."});
}

std::optional<ValueMove> value_move(const Question &question, std::size_t k) {
    const Criterion &criterion = question.criterion(k);
    if (!(question.shares[k] > 0) || !question.accounts.columns.contains(criterion.column)) {
        return std::nullopt;
    }
    const AccountValue now = question.accounts.table.value(criterion.column, question.row);
    const std::optional<NeededValue> value = needed_value(criterion, now, needed_u(question, k), question.values.asOf);
    if (!value) {
        return std::nullopt;
    }
    RowValues changed = question.account;
    changed.u[k] = value->u;
    changed.counts[k] = true;
    changed.present[k] = true;
    if (q_of(changed, question.shares) < question.target || !question.confident_enough(changed, question.shares)) {
        return std::nullopt;
    }
    return ValueMove{question.values.criteria[k].id, question.account.counts[k] ? question.account.u[k] : 0, value->u, value->text,
                     value_sentence(question, criterion, value->text)};
}

std::optional<ValueMove> nearest_value(const Question &question) {
    std::optional<ValueMove> nearest;
    for (std::size_t k = 0; k < question.shares.size(); ++k) {
        std::optional<ValueMove> move = value_move(question, k);
        if (move && (!nearest || move->to - move->from < nearest->to - nearest->from)) {
            nearest = std::move(move);
        }
    }
    return nearest;
}

std::string confidence_sentence(const Question &question) {
    return "The score of " + question.name() + " is enough for 1:1, but only " + percent(question.scores.confidence[question.row]) +
           " of the weights have a value; 1:1 asks for " + percent(question.scoring.tiers.confidence) + ".";
}

} // namespace

std::optional<WayUp> way_up(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, std::span<const double> shares,
                            const Scores &scores, std::size_t row) {
    if (scores.q[row] < 0 || scores.reason[row] == TierReason::byHand || scores.tier[row] == Tier::oneToOne) {
        return std::nullopt;
    }
    Question question{accounts, scoring, values, shares, scores, row, row_values(values, row)};
    if (scores.reason[row] == TierReason::lowConfidence) {
        return WayUp{Tier::oneToOne, std::nullopt, std::nullopt, confidence_sentence(question)};
    }
    set_target(question, scores.tier[row]);
    if (question.next == Tier::none) {
        return std::nullopt;
    }
    return WayUp{question.next, nearest_weight(question), nearest_value(question), {}};
}

std::optional<WeightMove> way_down(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                                   std::span<const double> shares, const Scores &scores, std::size_t row) {
    const Tier tier = scores.tier[row];
    if (scores.q[row] < 0 || scores.reason[row] == TierReason::byHand || tier == Tier::none) {
        return std::nullopt;
    }
    Question question{accounts, scoring, values, shares, scores, row, row_values(values, row)};
    question.way = Way::down;
    const bool byPlace = scoring.tiers.method == TierMethod::capacity && tier != Tier::oneToMany;
    const auto places = static_cast<std::size_t>(byPlace ? last_place(scoring.tiers, tier) : 0);
    if (byPlace && (places >= scores.order.size() || scores.q[scores.order[places]] < 0)) {
        return std::nullopt; // nobody waits for the place
    }
    if (byPlace) {
        question.last = scores.order[places];
    } else {
        question.target = quantised(cut_off(scoring.tiers, tier));
    }
    return nearest_weight(question);
}

} // namespace fullcourt
