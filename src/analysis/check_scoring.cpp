// RULES §2 scoring.*: whether anything counts, whether both sides signed, and how far apart they are.
#include <algorithm>

#include "analysis/consistency.h"
#include "base/text.h"

namespace fullcourt {
namespace {

bool all_weights_are_zero(const Scoring &scoring) {
    return std::all_of(scoring.criteria.begin(), scoring.criteria.end(), [](const auto &each) {
        const Criterion &criterion = each.second;
        return criterion.marketing == 0 && criterion.sales == 0 && criterion.settled.value_or(0) == 0;
    });
}

void check_signatures(ScoreBoard &scores, std::vector<Finding> &findings) {
    std::vector<std::string> without;
    const auto report = [&](const std::string &side, const std::string &evidence, const std::string &message) {
        findings.push_back(finding_of("scoring.not-signed", {side}, evidence, message));
    };
    for (const Side side : {Side::marketing, Side::sales}) {
        const std::string name(side_name(side));
        std::string capital = name;
        capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
        switch (scores.signature(side)) {
        case SignatureState::valid: break;
        case SignatureState::none: without.push_back(name); break;
        case SignatureState::toConfirm:
            report(name, scores.model_digest(),
                   capital + " signed an earlier model: no account moved to another tier, so a line is enough to confirm it.");
            break;
        case SignatureState::voided:
            report(name, scores.tiers_digest(), capital + " signed another list: accounts moved to another tier since.");
            break;
        }
    }
    if (without.size() == 2) {
        report("", "", "Neither side has signed the score and the account list.");
    } else if (!without.empty()) {
        report(without.front(), "", "The score and the account list are not signed by " + without.front() + ".");
    }
}

void check_overlap(const PlanView &view, ScoreBoard &scores, std::vector<Finding> &findings) {
    const SidesAgreement &agreement = scores.agreement();
    const double least = view.policy.limit("scoring.sides-disagree.share");
    if (agreement.best == 0 || static_cast<double>(agreement.shared) * 100 >= least * static_cast<double>(agreement.best)) {
        return;
    }
    findings.push_back(finding_of("scoring.sides-disagree", {}, std::to_string(agreement.shared) + "/" + std::to_string(agreement.best),
                                  "Of the " + std::to_string(agreement.best) + " best accounts of each side, only " +
                                      std::to_string(agreement.shared) + " are the same."));
}

} // namespace

std::vector<Finding> check_scoring(const PlanView &view, ScoreBoard &scores) {
    std::vector<Finding> findings;
    const Scoring &scoring = *view.plan.scoring;
    if (scoring.criteria.empty()) {
        return findings; // nobody has started
    }
    if (all_weights_are_zero(scoring)) {
        if (view.policy.on("scoring.weights")) {
            findings.push_back(finding_of("scoring.weights", {}, "", "No criterion has a weight, so no account has a score."));
        }
        return findings;
    }
    if (view.plan.accounts->table.rows() == 0) {
        return findings;
    }
    if (view.policy.on("scoring.not-signed")) {
        check_signatures(scores, findings);
    }
    if (view.policy.on("scoring.sides-disagree")) {
        check_overlap(view, scores, findings);
    }
    return findings;
}

} // namespace fullcourt
