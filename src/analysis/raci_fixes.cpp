#include "analysis/raci_fixes.h"

#include <algorithm>

#include "base/text.h"
#include "edit/gestures.h"

namespace fullcourt {

std::string become(const std::vector<std::string> &names, char letter) {
    return names.empty() ? std::string() : listed(names) + (names.size() == 1 ? " becomes " : " become ") + letter;
}

namespace {

/// A fix for many rows is a copy of many steps: the first few findings carry it, and as they are settled the next.
constexpr std::size_t rowsThatOfferAll = 8;

EditStep set(const RaciView &view, std::size_t row, std::size_t column, Letters letters) {
    return SetLetters{view.activities[row], view.columns[column], letters};
}

PlanEdit set_one(const RaciView &view, std::size_t row, std::size_t column, Letters letters, std::string label) {
    PlanEdit edit{std::move(label), {}};
    edit.steps.push_back(set(view, row, column, letters));
    return edit;
}

PlanEdit keep_accountable(const RaciView &view, std::size_t row, std::size_t winner, const std::vector<std::size_t> &accountable) {
    PlanEdit edit;
    edit.steps.reserve(accountable.size() - 1);
    std::vector<std::string> doing;
    std::vector<std::string> asked;
    for (const std::size_t column : accountable) {
        if (column == winner) {
            continue;
        }
        // Who also did the work goes on doing it; who only decided is asked from now on.
        const bool does = view.at(row, column).has('R');
        edit.steps.push_back(set(view, row, column, Letters::one(does ? 'R' : 'C')));
        (does ? doing : asked).push_back(view.role_name(column));
    }
    const std::string both = doing.empty() || asked.empty() ? "" : ", ";
    edit.label = "Keep only " + view.role_name(winner) + " as accountable (" + become(doing, 'R') + both + become(asked, 'C') + ")";
    return edit;
}

PlanEdit make_all_accountable(const RaciView &view, const std::vector<std::size_t> &rows) {
    PlanEdit edit;
    edit.label = "Make the one responsible role accountable too in " +
                 (rows.size() == 2 ? std::string("both rows") : "all " + std::to_string(rows.size()) + " rows") + " like this";
    edit.steps.reserve(rows.size());
    for (const std::size_t row : rows) {
        edit.steps.push_back(set(view, row, view.holders(row, 'R').front(), Letters::accountable_and_responsible()));
    }
    return edit;
}

void promote_support(const RaciView &view, std::size_t row, std::vector<PlanEdit> &fixes) {
    const std::vector<std::size_t> supporting = view.is_rasci() ? view.holders(row, 'S') : std::vector<std::size_t>();
    for (std::size_t i = 0; i < std::min(supporting.size(), mostChoices); ++i) {
        fixes.push_back(set_one(view, row, supporting[i], Letters::one('R'),
                                "Make " + view.role_name(supporting[i]) + " responsible instead of supporting"));
    }
}

bool one_less_is_enough(std::size_t count, double limit) { return static_cast<double>(count) - 1 < limit; }

} // namespace

std::vector<PlanEdit> fixes_for_empty(const RaciView &view, std::size_t row) {
    const Cells *cells = find(view.plan->raci->rows, view.activities[row]);
    std::vector<PlanEdit> fixes;
    if (cells != nullptr) {
        // The row has letters, in columns that are hidden: showing one is nearer than deleting the activity.
        for (const auto &[role, letters] : *cells) {
            PlanEdit show = show_column(*view.plan, role);
            if (!show.steps.empty() && fixes.size() < mostChoices) {
                fixes.push_back(std::move(show));
            }
        }
    }
    if (fixes.empty()) {
        fixes.push_back(remove_activities(*view.plan, {view.activities[row]}));
        fixes.back().label = "Delete the activity";
    }
    return fixes;
}

std::vector<PlanEdit> fixes_for_no_accountable(const RaciView &view, std::size_t row, const std::vector<std::size_t> &alike) {
    const std::vector<std::size_t> responsible = view.holders(row, 'R');
    std::vector<PlanEdit> fixes;
    for (std::size_t i = 0; i < std::min(responsible.size(), mostChoices); ++i) {
        const std::string &name = view.role_name(responsible[i]);
        const std::string label = responsible.size() == 1 ? "Make " + name + " accountable and responsible"
                                                          : "Make " + name + " accountable as well as responsible (A/R)";
        fixes.push_back(set_one(view, row, responsible[i], Letters::accountable_and_responsible(), label));
    }
    const auto at = std::find(alike.begin(), alike.end(), row);
    if (alike.size() > 1 && at != alike.end() && static_cast<std::size_t>(at - alike.begin()) < rowsThatOfferAll) {
        fixes.push_back(make_all_accountable(view, alike));
    }
    return fixes;
}

std::vector<PlanEdit> fixes_for_many_accountable(const RaciView &view, std::size_t row) {
    const std::vector<std::size_t> accountable = view.holders(row, 'A');
    std::vector<PlanEdit> fixes;
    for (std::size_t i = 0; i < std::min(accountable.size(), mostChoices); ++i) {
        fixes.push_back(keep_accountable(view, row, accountable[i], accountable));
    }
    return fixes;
}

std::vector<PlanEdit> fixes_for_no_responsible(const RaciView &view, std::size_t row) {
    std::vector<PlanEdit> fixes;
    const std::vector<std::size_t> accountable = view.holders(row, 'A');
    for (std::size_t i = 0; i < std::min(accountable.size(), mostChoices); ++i) {
        fixes.push_back(set_one(view, row, accountable[i], Letters::accountable_and_responsible(),
                                "Let " + view.role_name(accountable[i]) + " also do the work (A/R)"));
    }
    promote_support(view, row, fixes);
    return fixes;
}

std::vector<PlanEdit> fixes_for_support_alone(const RaciView &view, std::size_t row) {
    std::vector<PlanEdit> fixes;
    promote_support(view, row, fixes);
    return fixes;
}

std::vector<PlanEdit> fixes_for_many_responsible(const RaciView &view, std::size_t row, double limit) {
    const std::vector<std::size_t> responsible = view.holders(row, 'R');
    std::vector<PlanEdit> fixes;
    if (!one_less_is_enough(responsible.size(), limit)) {
        return fixes;
    }
    const bool rasci = view.is_rasci();
    for (const std::size_t column : responsible) {
        if (!view.at(row, column).has('A') && fixes.size() < mostChoices) {
            fixes.push_back(set_one(view, row, column, Letters::one(rasci ? 'S' : 'C'),
                                    "Let " + view.role_name(column) + (rasci ? " support instead (S)" : " be consulted instead (C)")));
        }
    }
    return fixes;
}

std::vector<PlanEdit> fixes_for_consult_drag(const RaciView &view, std::size_t row, double limit) {
    const std::vector<std::size_t> consulted = view.holders(row, 'C');
    std::vector<PlanEdit> fixes;
    if (!one_less_is_enough(consulted.size(), limit)) {
        return fixes;
    }
    for (std::size_t i = 0; i < std::min(consulted.size(), mostChoices); ++i) {
        fixes.push_back(
            set_one(view, row, consulted[i], Letters::one('I'), "Only inform " + view.role_name(consulted[i]) + " afterwards (I)"));
    }
    return fixes;
}

std::vector<PlanEdit> fixes_for_idle_role(const RaciView &view, std::size_t column) {
    PlanEdit hide = hide_column(*view.plan, view.columns[column]);
    hide.label = "Hide the column";
    return {std::move(hide)};
}

} // namespace fullcourt
