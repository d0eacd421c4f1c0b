#include "analysis/score_terms.h"

#include <algorithm>
#include <cmath>

#include "analysis/row_values.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

Counted counted_as(const CriterionColumn &column, std::size_t row) {
    if (column.present[row] != 0) {
        return Counted::asValue;
    }
    switch (column.missing) {
    case MissingPolicy::skip: return Counted::skipped;
    case MissingPolicy::neutral: return Counted::missingAsNeutral;
    case MissingPolicy::zero:
    case MissingPolicy::asFamily: break;
    }
    return Counted::missingAsZero;
}

double weight_that_counts(const RowValues &account, std::span<const double> shares) {
    double sum = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        sum += account.counts[k] ? shares[k] : 0;
    }
    return sum;
}

std::string points(double difference) {
    const double rounded = std::round(std::abs(difference) * 10) / 10;
    return to_text(rounded) + (rounded == 1 ? " point" : " points");
}

std::string sentence_of(const Accounts &accounts, const ScoreComparison &comparison) {
    if (comparison.first.score < 0 || comparison.second.score < 0) {
        return {};
    }
    const double ahead = comparison.first.score - comparison.second.score;
    const std::string first = quoted(account_name(accounts, comparison.first.row));
    const std::string second = quoted(account_name(accounts, comparison.second.row));
    if (quantised(comparison.first.score) == quantised(comparison.second.score)) {
        return first + " and " + second + " have the same score.";
    }
    // The criterion that does most for the one that is ahead.
    const auto most = std::max_element(comparison.differences.begin(), comparison.differences.end(),
                                       [&](double a, double b) { return ahead > 0 ? a < b : a > b; });
    const auto &term = comparison.first.terms[static_cast<std::size_t>(most - comparison.differences.begin())];
    return (ahead > 0 ? first : second) + " is " + points(ahead) + " ahead of " + (ahead > 0 ? second : first) + ", most of all by “" +
           quoted(term.name) + "” (" + points(*most) + ").";
}

} // namespace

ScoreExplanation explain_score(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                               std::span<const double> shares, std::size_t row) {
    const RowValues account = row_values(values, row);
    const double all = weight_that_counts(account, shares);
    ScoreExplanation explanation;
    explanation.row = row;
    explanation.score = score_of(account, shares);
    explanation.confidence = confidence_of(account, shares);
    for (std::size_t k = 0; k < values.criteria.size(); ++k) {
        const Criterion &criterion = scoring.criteria.at(values.criteria[k].id);
        const bool adds = account.counts[k] && all > 0;
        explanation.terms.push_back({values.criteria[k].id, criterion.name, accounts.table.text(criterion.column, row),
                                     counted_as(values.criteria[k], row), account.u[k], adds ? shares[k] / all : 0,
                                     adds ? 100 * (shares[k] * account.u[k]) / all : 0});
    }
    return explanation;
}

ScoreComparison compare_scores(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                               std::span<const double> shares, std::size_t first, std::size_t second) {
    ScoreComparison comparison;
    comparison.first = explain_score(accounts, scoring, values, shares, first);
    comparison.second = explain_score(accounts, scoring, values, shares, second);
    for (std::size_t k = 0; k < comparison.first.terms.size(); ++k) {
        comparison.differences.push_back(comparison.first.terms[k].contribution - comparison.second.terms[k].contribution);
    }
    comparison.sentence = sentence_of(accounts, comparison);
    return comparison;
}

} // namespace fullcourt
