#include "analysis/organisation_fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// Importances and quarters of suitability are small whole numbers, so sums and products of a few of them are exact in a
/// double: models are compared without rounding by multiplying crosswise.
struct Fraction {
    double above = 0;
    double below = 1; ///< > 0
    double value() const { return above / below; }
};
bool operator<(const Fraction &a, const Fraction &b) { return a.above * b.below < b.above * a.below; }
bool operator==(const Fraction &a, const Fraction &b) { return a.above * b.below == b.above * a.below; }

/// Both parts whole numbers; reduced they stay small enough for the next products.
Fraction reduced(double above, double below) {
    const auto common = static_cast<double>(std::gcd(std::llround(above), std::llround(below)));
    return {above / common, below / common};
}

struct Term {
    const FactorNeed *need = nullptr; ///< which of the table it is
    const NamedModel *model = nullptr;
    int answer = 0;
    double quarters = 0; ///< 4 × suitability
};

/// The factor of that code, in memory that stays; needs of unknown factors are never answered, so never shown.
std::string_view factor_code(std::string_view code) {
    const std::span<const Factor> all = factors();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Factor &factor) { return factor.code == code; });
    return at == all.end() ? std::string_view() : at->code;
}

/// A model with its answered terms.
struct Contestant {
    std::string_view code; ///< in the table
    std::string name;
    std::vector<Term> terms;
};

double quarters_of(const FactorNeed &need, int answer) {
    const int gap = need.kind == NeedKind::atLeast ? need.level - answer : answer - need.level;
    return 4 - std::max(0, gap);
}

std::optional<int> answer_to(const OrganisationChoice &choice, std::string_view factor) {
    const auto at = choice.context.find(std::string(factor));
    return at == choice.context.end() ? std::nullopt : std::optional(std::clamp(at->second, 0, 4));
}

void add_terms(const NamedModel &model, const OrganisationChoice &choice, Contestant &contestant) {
    for (const FactorNeed &need : model.needs) {
        if (const std::optional<int> answer = factor_code(need.factor).empty() ? std::nullopt : answer_to(choice, need.factor)) {
            contestant.terms.push_back({&need, &model, *answer, quarters_of(need, *answer)});
        }
    }
}

std::vector<Contestant> contestants(const OrganisationChoice &choice, const ModelTable &table) {
    std::vector<Contestant> all;
    for (const NamedModel &model : table.models()) {
        all.push_back({model.code, std::string(model.name), {}});
        add_terms(model, choice, all.back());
    }
    const std::vector<const NamedModel *> parts = parts_of(choice);
    if (parts.size() > 1) {
        all.push_back({"composed", choice_name(choice), {}});
        for (const NamedModel *part : parts) {
            add_terms(*part, choice, all.back());
        }
    }
    return all;
}

/// One need with another importance than the table's.
struct Changed {
    const FactorNeed *need = nullptr;
    Fraction importance;
};

/// In quarters: 25 × the value is the score. Nothing where no term is answered or none has any importance.
std::optional<Fraction> score_of(const Contestant &contestant, const Changed &changed = {}) {
    const double scale = changed.importance.below;
    Fraction sum{0, 0};
    for (const Term &term : contestant.terms) {
        const double importance = term.need == changed.need ? changed.importance.above : term.need->importance * scale;
        sum.above += importance * term.quarters;
        sum.below += importance;
    }
    return sum.below > 0 ? std::optional(sum) : std::nullopt;
}

bool ranks_before(const std::optional<Fraction> &a, const std::optional<Fraction> &b) { return a && (!b || *b < *a); }

/// The first of the best; nothing where none has a score.
const Contestant *winner_of(const std::vector<Contestant> &all, const Changed &changed = {}) {
    const Contestant *best = nullptr;
    std::optional<Fraction> highest;
    for (const Contestant &contestant : all) {
        const std::optional<Fraction> score = score_of(contestant, changed);
        if (ranks_before(score, highest)) {
            best = &contestant;
            highest = score;
        }
    }
    return best;
}

std::string winner_code(const std::vector<Contestant> &all, const Changed &changed = {}) {
    const Contestant *winner = winner_of(all, changed);
    return winner == nullptr ? std::string() : std::string(winner->code);
}

std::vector<const Contestant *> ranked(const std::vector<Contestant> &all) {
    std::vector<std::pair<std::optional<Fraction>, const Contestant *>> scored;
    for (const Contestant &contestant : all) {
        scored.emplace_back(score_of(contestant), &contestant);
    }
    sort_stably(scored, [](const auto &a, const auto &b) { return ranks_before(a.first, b.first); });
    std::vector<const Contestant *> order;
    for (const auto &[score, contestant] : scored) {
        order.push_back(contestant);
    }
    return order;
}

bool is_clear(const std::vector<const Contestant *> &order) {
    const std::optional<Fraction> best = score_of(*order[0]);
    const std::optional<Fraction> next = score_of(*order[1]);
    // More than 10 of 100 points apart: more than 0.4 on the scale of quarters, 0 to 4.
    return best && (!next || 10 * (best->above * next->below - next->above * best->below) > 4 * best->below * next->below);
}

bool needs_factor(const Contestant &contestant, const OrganisationChoice &choice, const ModelTable &table, std::string_view factor) {
    const auto has = [&](const NamedModel &model) {
        return std::any_of(model.needs.begin(), model.needs.end(), [&](const FactorNeed &need) { return need.factor == factor; });
    };
    if (contestant.code == "composed") {
        const std::vector<const NamedModel *> parts = parts_of(choice);
        return std::any_of(parts.begin(), parts.end(), [&](const NamedModel *part) { return has(*part); });
    }
    const NamedModel *model = table.find(contestant.code);
    return model != nullptr && has(*model);
}

std::vector<std::string_view> undecided_of(const std::vector<const Contestant *> &order, const OrganisationChoice &choice,
                                           const ModelTable &table) {
    const bool twoRanked = score_of(*order[1]).has_value();
    std::vector<std::string_view> open;
    for (const Factor &factor : factors()) {
        const bool asked =
            !twoRanked || needs_factor(*order[0], choice, table, factor.code) || needs_factor(*order[1], choice, table, factor.code);
        if (asked && !answer_to(choice, factor.code)) {
            open.push_back(factor.code);
        }
    }
    return open;
}

/// Nearest first; at the same distance the factor that stands first in the table, and the lower answer.
std::optional<Robustness::AnswerChange> nearest_answer(const OrganisationChoice &choice, const ModelTable &table,
                                                       const std::string &winner) {
    for (int distance = 1; distance <= 4; ++distance) {
        for (const Factor &factor : factors()) {
            const std::optional<int> from = answer_to(choice, factor.code);
            for (const int step : {-distance, distance}) {
                if (!from || *from + step < 0 || *from + step > 4) {
                    continue;
                }
                OrganisationChoice other = choice;
                other.context[std::string(factor.code)] = *from + step;
                const std::string now = winner_code(contestants(other, table));
                if (now != winner) {
                    return Robustness::AnswerChange{factor.code, *from, *from + step, now};
                }
            }
        }
    }
    return std::nullopt;
}

/// A contestant's score as a function of one importance w: (above + w · quarters) / (below + w), or constant without that need.
struct Curve {
    double above = 0;
    double below = 0;
    double quarters = 0;
    bool moves = false;
};

Curve curve_of(const Contestant &contestant, const FactorNeed *need) {
    Curve curve;
    for (const Term &term : contestant.terms) {
        if (term.need == need) {
            curve.moves = true;
            curve.quarters = term.quarters;
        } else {
            curve.above += term.need->importance * term.quarters;
            curve.below += term.need->importance;
        }
    }
    return curve;
}

/// The importance ≥ 0 at which two of them tie. Linear in w, since what is quadratic cancels.
std::optional<Fraction> tie_of(const Curve &a, const Curve &b) {
    if (!a.moves) {
        return b.moves ? tie_of(b, a) : std::nullopt;
    }
    double right = b.above * a.below - a.above * b.below;
    double left = b.moves ? a.above - b.above + a.quarters * (b.below - a.below) : a.quarters * b.below - b.above;
    if (left < 0) {
        left = -left;
        right = -right;
    }
    return left == 0 || right < 0 ? std::nullopt : std::optional(reduced(right, left));
}

std::vector<Fraction> ties_over(const std::vector<Contestant> &all, const FactorNeed *need) {
    std::vector<Curve> curves;
    for (const Contestant &contestant : all) {
        if (!contestant.terms.empty()) {
            curves.push_back(curve_of(contestant, need));
        }
    }
    std::vector<Fraction> ties;
    for (std::size_t a = 0; a < curves.size(); ++a) {
        for (std::size_t b = a + 1; b < curves.size(); ++b) {
            if (const std::optional<Fraction> tie = tie_of(curves[a], curves[b])) {
                ties.push_back(*tie);
            }
        }
    }
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    return ties;
}

Fraction between(const Fraction &a, const Fraction &b) { return reduced(a.above * b.below + b.above * a.below, 2 * a.below * b.below); }

bool is_all_of_a_model(const std::vector<Contestant> &all, const FactorNeed *need) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Contestant &one) { return one.terms.size() == 1 && one.terms.front().need == need; });
}

/// Who wins at the tie, or, where that is the winner so far, just beyond it seen from the importance of today. Between two ties
/// nobody passes anybody, so the middle of the way to the next stands for all of it.
std::string winner_from(const std::vector<Contestant> &all, const FactorNeed *need, const std::vector<Fraction> &ties, std::size_t i,
                        const std::string &winner) {
    const Fraction today{need->importance, 1};
    // An importance of nothing may leave a model without any term; that is no contest lost.
    std::string there = ties[i].above == 0 && is_all_of_a_model(all, need) ? winner : winner_code(all, {need, ties[i]});
    if (there != winner) {
        return there;
    }
    const auto look = [&](const Fraction &beyond) { return winner_code(all, {need, beyond}); };
    std::string found = winner;
    if (!(ties[i] < today)) {
        found = look(i + 1 < ties.size() ? between(ties[i], ties[i + 1]) : Fraction{ties[i].above + ties[i].below, ties[i].below});
    }
    if (found == winner && !(today < ties[i]) && ties[i].above > 0) {
        found = look(between(ties[i], i > 0 ? ties[i - 1] : Fraction{0, 1}));
    }
    return found;
}

std::optional<Robustness::ImportanceChange> nearest_importance(const std::vector<Contestant> &all, const ModelTable &table,
                                                               const std::string &winner) {
    std::optional<Robustness::ImportanceChange> nearest;
    for (const NamedModel &model : table.models()) {
        for (const FactorNeed &need : model.needs) {
            const std::vector<Fraction> ties = ties_over(all, &need);
            for (std::size_t i = 0; i < ties.size(); ++i) {
                const double distance = std::abs(ties[i].value() - need.importance);
                if (nearest && distance >= std::abs(nearest->to - nearest->from)) {
                    continue;
                }
                const std::string now = winner_from(all, &need, ties, i, winner);
                if (now != winner) {
                    nearest = {std::string(model.code), factor_code(need.factor), need.importance, ties[i].value(), now};
                }
            }
        }
    }
    return nearest;
}

constexpr std::string_view ownPrefix = "own:";

} // namespace

ModelTable::ModelTable(const Collection<OwnModel> &own) : m_models(named_models().begin(), named_models().end()) {
    for (const OwnModelId &id : ordered(own)) {
        add(id, own.at(id));
    }
}

void ModelTable::add(const OwnModelId &id, const OwnModel &own) {
    NamedModel model;
    model.code = m_codes.emplace_back(code_of(id));
    model.name = own.name;
    std::vector<FactorNeed> &needs = m_needs.emplace_back();
    for (const auto &[factor, need] : own.needs) {
        needs.push_back({factor, need.atMost ? NeedKind::atMost : NeedKind::atLeast, need.level, std::round(need.importance)});
    }
    model.needs = needs;
    model.home = own.home;
    model.liaison = own.liaison;
    model.bdrOwner = own.bdrOwner;
    model.essence = own.essence;
    model.advantages = m_points.emplace_back(own.advantages.begin(), own.advantages.end());
    model.drawbacks = m_points.emplace_back(own.drawbacks.begin(), own.drawbacks.end());
    model.fitsWhen = own.fitsWhen;
    model.governance = own.governance;
    m_models.push_back(model);
}

const NamedModel *ModelTable::find(std::string_view code) const {
    const auto at = std::find_if(m_models.begin(), m_models.end(), [&](const NamedModel &model) { return model.code == code; });
    return at == m_models.end() ? nullptr : &*at;
}

OwnModelId own_model_of(std::string_view code) {
    return code.starts_with(ownPrefix) ? OwnModelId(std::string(code.substr(ownPrefix.size()))) : OwnModelId();
}

std::string code_of(const OwnModelId &id) { return std::string(ownPrefix) + id.text; }

OwnModel own_copy_of(const NamedModel &model) {
    OwnModel copy;
    copy.name = std::string(model.name) + " (copy)";
    copy.home = model.home;
    copy.liaison = model.liaison.value_or(false);
    copy.bdrOwner = model.bdrOwner.value_or(BdrOwner::sales);
    copy.essence = model.essence;
    copy.advantages.assign(model.advantages.begin(), model.advantages.end());
    copy.drawbacks.assign(model.drawbacks.begin(), model.drawbacks.end());
    copy.governance = model.governance;
    copy.fitsWhen = model.fitsWhen;
    for (const FactorNeed &need : model.needs) {
        copy.needs[std::string(need.factor)] = {need.kind == NeedKind::atMost, need.level, need.importance};
    }
    return copy;
}

std::vector<const NamedModel *> parts_of(const OrganisationChoice &choice) {
    std::vector<const NamedModel *> parts;
    for (const NamedModel &model : named_models()) {
        const bool home = model.home != Home::notChosen && model.home == choice.home;
        const bool liaison = model.liaison && choice.liaison;
        const bool owner = model.bdrOwner && *model.bdrOwner == choice.bdrOwner;
        if (choice.home != Home::notChosen && (home || liaison || owner)) {
            parts.push_back(&model);
        }
    }
    return parts;
}

std::string choice_name(const OrganisationChoice &choice) {
    std::string home;
    std::vector<std::string> besides;
    for (const NamedModel *part : parts_of(choice)) {
        if (part->home != Home::notChosen) {
            home = part->name;
        } else {
            besides.emplace_back(part->liaison ? "a full-time liaison" : "BDRs owned by marketing");
        }
    }
    return besides.empty() ? home : home + ", with " + listed(besides);
}

std::vector<Fit> compare_models(const OrganisationChoice &choice, const Collection<OwnModel> &own) {
    const ModelTable table(own);
    const std::vector<Contestant> all = contestants(choice, table);
    std::vector<Fit> fits;
    for (const Contestant *contestant : ranked(all)) {
        Fit fit{std::string(contestant->code), contestant->name, {}, {}};
        if (const std::optional<Fraction> score = score_of(*contestant)) {
            fit.score = 25 * score->above / score->below;
        }
        for (const Term &term : contestant->terms) {
            FitTerm shown{*term.need, term.answer, term.quarters / 4};
            shown.need.factor = factor_code(term.need->factor);
            fit.terms.push_back(shown);
        }
        fits.push_back(std::move(fit));
    }
    return fits;
}

bool fit_is_known(const std::vector<Fit> &fits) {
    return std::any_of(fits.begin(), fits.end(), [](const Fit &fit) { return fit.score.has_value(); });
}

Robustness robustness(const OrganisationChoice &choice, const Collection<OwnModel> &own) {
    const ModelTable table(own);
    const std::vector<Contestant> all = contestants(choice, table);
    const std::vector<const Contestant *> order = ranked(all);
    Robustness result;
    result.winner = winner_code(all);
    result.undecided = undecided_of(order, choice, table);
    if (result.winner.empty()) {
        return result;
    }
    result.clear = is_clear(order);
    result.answer = nearest_answer(choice, table, result.winner);
    result.importance = nearest_importance(all, table, result.winner);
    return result;
}

} // namespace fullcourt
