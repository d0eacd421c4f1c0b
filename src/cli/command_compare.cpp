#include <algorithm>
#include <cmath>

#include "analysis/organisation_fit.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "exports/organisation_json.h"

namespace fullcourt::cli {
namespace {

std::string rounded(double value, double steps) { return to_text(std::round(value * steps) / steps); }

std::string term_line(const FitTerm &term) {
    const std::string need = (term.need.kind == NeedKind::atLeast ? "at least " : "at most ") + std::to_string(term.need.level);
    return "          " + padded(std::string(term.need.factor), 20) + padded(need, 12) + "answer " + std::to_string(term.answer) +
           ", suits " + rounded(100 * term.suitability, 1) + " %, importance " + to_text(term.need.importance) + "\n";
}

std::string fit_lines(const Fit &fit) {
    std::string text = padded(fit.score ? rounded(*fit.score, 10) : "–", 8) + "  " + fit.name + "\n";
    for (const FitTerm &term : fit.terms) {
        text += term_line(term);
    }
    return text;
}

std::string name_of(const std::vector<Fit> &fits, const std::string &code) {
    const auto at = std::find_if(fits.begin(), fits.end(), [&](const Fit &fit) { return fit.code == code; });
    return at == fits.end() ? code : at->name;
}

std::string names_of(const std::vector<std::string_view> &factors) {
    return listed(std::vector<std::string>(factors.begin(), factors.end()));
}

std::string robustness_lines(const Robustness &robust, const std::vector<Fit> &fits) {
    if (robust.winner.empty()) {
        return "\nNothing is answered yet: answer " + names_of(robust.undecided) + ".\n";
    }
    std::string text = "\n" + name_of(fits, robust.winner) + " fits best" + (robust.clear ? ".\n" : ", but there is no clear winner.\n");
    if (!robust.undecided.empty()) {
        text += "Not answered yet, and asked by the best two: " + names_of(robust.undecided) + ".\n";
    }
    text += "One other answer that changes the winner: ";
    text += robust.answer ? std::string(robust.answer->factor) + " " + std::to_string(robust.answer->to) + " instead of " +
                                std::to_string(robust.answer->from) + " (then " + name_of(fits, robust.answer->winner) + ").\n"
                          : "none.\n";
    text += "One other importance that changes it: ";
    text += robust.importance ? std::string(robust.importance->factor) + " for " + name_of(fits, robust.importance->model) + " " +
                                    rounded(robust.importance->to, 100) + " instead of " + to_text(robust.importance->from) + " (then " +
                                    name_of(fits, robust.importance->winner) + ").\n"
                              : "none.\n";
    return text;
}

std::string compare_for_people(const Plan &plan) {
    const Collection<OwnModel> &own = plan.organisation->models;
    const std::vector<Fit> fits = compare_models(plan.organisation->choice, own);
    std::string text;
    for (const Fit &fit : fits) {
        text += fit_lines(fit);
    }
    return text + robustness_lines(robustness(plan.organisation->choice, own), fits);
}

} // namespace

int run_compare(const Words &words) {
    const Result<Arguments> arguments = read_arguments(words, {{}, {"--json"}, 1, 1});
    if (!arguments) {
        return misunderstood("compare", arguments.error().message);
    }
    const std::optional<Restored> restored = load_plan(arguments->files.front());
    if (!restored) {
        return couldNot;
    }
    return put_out("-", arguments->has("--json") ? comparison_json(restored->plan) : compare_for_people(restored->plan));
}

} // namespace fullcourt::cli
