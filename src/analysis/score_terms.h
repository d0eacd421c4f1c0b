// Why an account has its score, and why another has more: term by term (RULES §3).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/scoring.h"

namespace fullcourt {

/// How an account's value came to count.
enum class Counted { asValue, missingAsZero, missingAsNeutral, skipped };

struct ScoreTerm {
    CriterionId criterion;
    std::string name;
    std::string value; ///< as it stands in the table; also where it could not be read
    Counted counted = Counted::asValue;
    double u = 0;            ///< 0 to 1
    double share = 0;        ///< of the weights that count for this account; 0 where skipped
    double contribution = 0; ///< points of the score: 100 · w·u / Σ w
};

struct ScoreExplanation {
    std::size_t row = 0;
    double score = 0; ///< −1 where there is none
    double confidence = 0;
    std::vector<ScoreTerm> terms; ///< in the order of the criteria; the contributions add up to the score
};

/// `shares` as for score_accounts; `values` those of `accounts` and `scoring`. The row must be in the table.
ScoreExplanation explain_score(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                               std::span<const double> shares, std::size_t row);

struct ScoreComparison {
    ScoreExplanation first;
    ScoreExplanation second;
    std::vector<double> differences; ///< by criterion: the first's contribution less the second's
    std::string sentence;            ///< "Acme is 12.4 points ahead of Bolt, most of all by “Intent” (8.1 points)."; empty without a score
};

ScoreComparison compare_scores(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values,
                               std::span<const double> shares, std::size_t first, std::size_t second);

} // namespace fullcourt
