#include "app/state.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "edit/practice_gestures.h"

namespace fullcourt {

bool journal_complete(const Persistence &at) { return std::min(at.stored, at.storedOlder) >= at.unjournalled; }

SaveState save_state(const State &state) {
    if (!state.open) {
        return SaveState::loading;
    }
    const Persistence &at = state.open->persistence;
    if (state.open->forReading) {
        return SaveState::forReading;
    }
    if (at.example) {
        return SaveState::example;
    }
    if (!at.error.empty() || state.storage == StorageState::unavailable) {
        return SaveState::failed;
    }
    if (std::max(at.journalled, at.stored) < at.sequence || !journal_complete(at)) {
        return SaveState::saving;
    }
    if (!at.writable && !at.lockAsked) {
        return SaveState::readOnly;
    }
    return SaveState::saved;
}

std::string save_sentence(const State &state) {
    switch (save_state(state)) {
    case SaveState::loading: return "Loading";
    case SaveState::example: return state.open->carried ? "From this page: kept once you change it" : "Example: kept once you change it";
    case SaveState::forReading: return "For reading";
    case SaveState::saving: return "Saving …";
    case SaveState::saved: return "Saved in this browser";
    case SaveState::readOnly: return "Read only: open in another tab";
    case SaveState::failed: break;
    }
    const std::string &why = state.open->persistence.error.empty() ? state.storageError : state.open->persistence.error;
    return "Not saved: " + (why.empty() ? std::string("the browser keeps nothing") : why);
}

View view_of(PlanSection section) {
    switch (section) {
    case PlanSection::grid: return View::raci;
    case PlanSection::organisation: return View::organisation;
    case PlanSection::model: return View::models;
    case PlanSection::cadences: return View::cadences;
    case PlanSection::decisions: return View::decisions;
    case PlanSection::escalation: return View::escalation;
    case PlanSection::kpis: return View::kpis;
    case PlanSection::governance: return View::governance;
    case PlanSection::readiness: return View::readiness;
    case PlanSection::accounts: return View::score;
    case PlanSection::contacts: return View::contacts;
    case PlanSection::pods: return View::pods;
    case PlanSection::engagement: return View::engagement;
    }
    return View::overview;
}

View view_of(const Finding &finding) {
    if (finding.rule == "merge.conflict") {
        return View::conflicts;
    }
    const bool ofAccounts = finding.section == PlanSection::accounts && finding.rule.starts_with("account.");
    return ofAccounts ? View::accounts : view_of(finding.section);
}

std::string_view picture_name(GridPicture picture) {
    switch (picture) {
    case GridPicture::differences: return "differences";
    case GridPicture::asIs: return "as-is";
    case GridPicture::toBe: break;
    }
    return "";
}

GridPicture grid_picture(const State &state) {
    if (!state.open || state.open->plan().raci->asIsOn.empty()) {
        return GridPicture::toBe;
    }
    const std::string chosen = chosen_item(state, View::raci);
    for (const GridPicture picture : {GridPicture::differences, GridPicture::asIs}) {
        if (chosen == picture_name(picture)) {
            return picture;
        }
    }
    return GridPicture::toBe;
}

const GridRows &shown_rows(const State &state) {
    const RaciGrid &grid = *state.open->plan().raci;
    return grid_picture(state) == GridPicture::asIs ? grid.asIs : grid.rows;
}

std::string chosen_item(const State &state, View view) {
    const std::string *chosen = find(state.chosen, view);
    return chosen == nullptr ? std::string() : *chosen;
}

std::vector<Side> ballots_to_take(const State &state, const dialog::Incoming &incoming) {
    std::vector<Side> sides;
    if (!state.open || state.open->id != incoming.restored.envelope.plan) {
        return sides;
    }
    const Plan &theirs = incoming.restored.plan;
    for (const Side side : {Side::marketing, Side::sales, Side::product}) {
        const bool given = theirs.ballots->grid.contains(side) || theirs.ballots->context.contains(side) ||
                           std::any_of(theirs.readiness->answers.begin(), theirs.readiness->answers.end(),
                                       [&](const auto &statement) { return statement.second.contains(side); });
        if (given && !take_ballot(state.open->plan(), side, theirs).steps.empty()) {
            sides.push_back(side);
        }
    }
    return sides;
}

bool is_own(const State &state, const std::string &origin) {
    return (state.open && state.open->ownOrigins.contains(origin)) || (!state.author.empty() && origin.starts_with(state.author + ", "));
}

bool is_template(const PlanId &plan) { return plan.text.starts_with(templatePrefix); }

bool can_edit(const State &state) {
    return state.open && !state.open->forReading && !state.open->persistence.handingOver &&
           (state.open->persistence.writable || state.open->persistence.example || state.storage == StorageState::unavailable);
}

bool has_unsaved(const State &state) {
    const SaveState save = save_state(state);
    if (save == SaveState::failed) {
        // What went out as a file is safe even where the browser keeps nothing.
        return state.open->fileRevision != state.open->envelope.revision && state.open->persistence.sequence > 0;
    }
    return save == SaveState::saving;
}

std::vector<platform::IndexRow> plans_of(const State &state, bool deleted) {
    std::vector<platform::IndexRow> rows;
    for (const platform::IndexRow &row : state.library) {
        if (row.deletedAt.empty() != deleted) {
            rows.push_back(row);
        }
    }
    sort_stably(rows, [](const auto &a, const auto &b) { return a.savedAt > b.savedAt; });
    return rows;
}

} // namespace fullcourt
