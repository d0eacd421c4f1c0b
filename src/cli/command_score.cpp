#include <cstdio>

#include "analysis/score_terms.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/sides.h"
#include "cli/today.h"
#include "exports/scores_text.h"

namespace fullcourt::cli {
namespace {

std::string terms_text(const std::vector<ScoreTerm> &terms) {
    std::string text;
    for (const ScoreTerm &term : terms) {
        const bool skipped = term.counted == Counted::skipped;
        text += "        " + padded(skipped ? "left out" : one_decimal(term.contribution), 10) + padded(quoted(term.name), 30) +
                (term.value.empty() ? "not known" : term.value) + "\n";
    }
    return text;
}

std::string score_for_people(const Plan &plan, Weights weights, bool explained) {
    const CriterionValues values = criterion_values(*plan.accounts, *plan.scoring, today());
    const std::vector<double> shares = shares_of(*plan.scoring, weights);
    const Scores scores = score_accounts(values, shares, plan.scoring->tiers);
    std::string text = padded("rank", 6) + padded("score", 8) + padded("tier", 9) + "account\n";
    for (const std::uint32_t row : scores.order) {
        const std::string tier = scores.tier[row] == Tier::none ? std::string() : std::string(tier_name(scores.tier[row]));
        text += padded(std::to_string(scores.rank[row]), 6) +
                padded(scores.q[row] == noScore ? "none" : one_decimal(scores.score[row]), 8) + padded(tier, 9) +
                account_name(*plan.accounts, row) + "\n";
        text += explained ? terms_text(explain_score(*plan.accounts, *plan.scoring, values, shares, row).terms) : std::string();
    }
    return text;
}

} // namespace

int run_score(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{"--accounts", "--side"}, {"--json", "--csv", "--explain"}, 1, 1});
    if (!arguments) {
        return misunderstood("score", arguments.error().message);
    }
    const std::optional<Weights> weights = weights_of(arguments->value("--side"));
    if (!weights) {
        return misunderstood("score", "--side is agreed, marketing or sales");
    }
    std::optional<Restored> restored = load_plan(arguments->files.front());
    if (!restored) {
        return couldNot;
    }
    Plan &plan = restored->plan;
    if (arguments->has("--accounts")) {
        const std::optional<AccountUpdate> update = read_accounts(arguments->value("--accounts"), "", *plan.accounts);
        if (!update) {
            return couldNot;
        }
        plan.accounts = Shared<Accounts>(update->after);
    }
    if (arguments->has("--json")) {
        return put_out("-", scores_json(plan, *weights, today()));
    }
    if (arguments->has("--csv")) {
        return put_out("-", scores_csv(plan, *weights, today(), arguments->has("--explain")));
    }
    return put_out("-", score_for_people(plan, *weights, arguments->has("--explain")));
}

} // namespace fullcourt::cli
