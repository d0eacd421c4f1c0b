// Comparing the seven organisation models, those of the plan and a composed answer (RULES §5).
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/organisation_model.h"

namespace fullcourt {

/// A statement about the company, answered 0 to 4.
struct Factor {
    std::string_view code; ///< "marketing-scale"
    std::string_view statement;
    std::array<std::string_view, 5> ranges = {}; ///< what 0 to 4 mean, where that is not "not at all … fully"
};
std::span<const Factor> factors();

enum class NeedKind { atLeast, atMost };
/// What a model needs of a factor: "≥3 ×2".
struct FactorNeed {
    std::string_view factor;
    NeedKind kind = NeedKind::atLeast;
    int level = 0;
    double importance = 1;
};

struct NamedModel {
    std::string_view code; ///< "marketing-led"
    std::string_view name;
    std::span<const FactorNeed> needs;
    Home home = Home::notChosen; ///< notChosen: the model answers another question alone
    std::optional<bool> liaison;
    std::optional<BdrOwner> bdrOwner;
    std::string_view essence; ///< one sentence
    std::span<const std::string_view> advantages;
    std::span<const std::string_view> drawbacks;
    std::string_view fitsWhen;   ///< or what it needs
    std::string_view governance; ///< what keeps it together
};
/// The seven of DOMAIN §3, in the order of its tables.
std::span<const NamedModel> named_models();

/// The seven, then the plan's own in their order. Own ones are called "own:" and their id; their texts are views of `own`, which
/// must outlive the table. Importances count as whole numbers.
class ModelTable {
  public:
    explicit ModelTable(const Collection<OwnModel> &own = {});
    ModelTable(const ModelTable &) = delete;
    ModelTable &operator=(const ModelTable &) = delete;

    std::span<const NamedModel> models() const { return m_models; }
    /// Nothing where there is none of that code.
    const NamedModel *find(std::string_view code) const;

  private:
    void add(const OwnModelId &id, const OwnModel &own);

    std::vector<NamedModel> m_models;
    // What the models' views point into: a deque moves nothing that it holds.
    std::deque<std::string> m_codes;
    std::deque<std::vector<FactorNeed>> m_needs;
    std::deque<std::vector<std::string_view>> m_points;
};
/// Empty for one of the seven.
OwnModelId own_model_of(std::string_view code);
std::string code_of(const OwnModelId &id);
/// A copy of it to change, named "… (copy)".
OwnModel own_copy_of(const NamedModel &model);

struct FitTerm {
    FactorNeed need;
    int answer = 0;
    double suitability = 0; ///< 0 to 1
};
struct Fit {
    std::string code; ///< of a model of the table, or "composed"
    std::string name;
    std::optional<double> score; ///< 0 to 100; nothing where no term is answered
    std::vector<FitTerm> terms;
};
/// The seven, the plan's own, and the composed answer where the plan's choice joins several of them (its terms are those of its parts);
/// best first, ties in table order (composed last), without a score last. A choice that is one of the seven is that one.
std::vector<Fit> compare_models(const OrganisationChoice &choice, const Collection<OwnModel> &own = {});
/// Whether any has a score: before that, none comes before another.
bool fit_is_known(const std::vector<Fit> &fits);

/// The named models that the choice joins, in table order; empty where no home is chosen.
std::vector<const NamedModel *> parts_of(const OrganisationChoice &choice);
/// "hybrid (matrix), with a full-time liaison"; empty where no home is chosen.
std::string choice_name(const OrganisationChoice &choice);

/// Of 100 points: by more than so many the best is ahead where it is clear.
inline constexpr double clearlyBest = 10;

/// Whether the best two are more than 10 points apart, and what would change the winner. Exact: an importance is not
/// sampled; every value at which two models tie is solved for.
struct Robustness {
    std::string winner; ///< code; empty where nothing is answered
    bool clear = false;
    /// Factors without an answer that either of the best two needs (all factors without one while fewer than two are ranked).
    std::vector<std::string_view> undecided;
    /// The smallest change of one answer that changes the winner; nothing when no single change does.
    struct AnswerChange {
        std::string_view factor;
        int from = 0;
        int to = 0;
        std::string winner;
    };
    std::optional<AnswerChange> answer;
    /// The smallest change of one importance (of one model's need) that does. `to` is where the winner changes: from there
    /// on, or just beyond it where the two then tie in favour of the winner so far. Where the need is part of a composed
    /// answer, that changes with it.
    struct ImportanceChange {
        std::string model;
        std::string_view factor;
        double from = 0;
        double to = 0;
        std::string winner;
    };
    std::optional<ImportanceChange> importance;
};
Robustness robustness(const OrganisationChoice &choice, const Collection<OwnModel> &own = {});

} // namespace fullcourt
