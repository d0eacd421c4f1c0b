#include <cstdio>

#include "analysis/score_terms.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/today.h"
#include "edit/account_gestures.h"
#include "exports/scores_text.h"

namespace fullcourt::cli {
namespace {

std::optional<Weights> weights_of(const std::string &side) {
    if (side.empty() || side == "agreed") {
        return Weights::agreed;
    }
    return side == "marketing" ? std::optional(Weights::marketing) : side == "sales" ? std::optional(Weights::sales) : std::nullopt;
}

std::string one_decimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

std::string terms_text(const Plan &plan, Weights weights, std::uint32_t row) {
    std::string text;
    for (const ScoreTerm &term : score_terms(*plan.accounts, *plan.scoring, weights, row, today())) {
        text += "        " + padded(term.skipped ? "left out" : one_decimal(term.contribution), 10) + padded(quoted(term.name), 30) +
                term.value + "\n";
    }
    return text;
}

std::string for_people(const Plan &plan, Weights weights, bool explained) {
    const AccountScores scores = score_accounts(*plan.accounts, *plan.scoring, weights, today());
    std::string text = padded("rank", 6) + padded("score", 8) + padded("tier", 9) + "account\n";
    for (const std::uint32_t row : scores.order) {
        const bool scored = scores.has_score(row);
        text += padded(std::to_string(scores.rank[row]), 6) + padded(scored ? one_decimal(scores.score[row]) : "none", 8) +
                padded(scores.tier[row] == Tier::none ? "" : tier_words(scores.tier[row]), 9) + account_name(*plan.accounts, row) + "\n";
        text += explained ? terms_text(plan, weights, row) : std::string();
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
    return put_out("-", for_people(plan, *weights, arguments->has("--explain")));
}

} // namespace fullcourt::cli
