#include "io/merge.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "edit/gestures.h"
#include "edit/place_words.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "io/json_text.h"
#include "io/json_tree.h"
#include "io/merge_accounts.h"
#include "io/plan_places.h"
#include "io/restore.h"
#include "io/write.h"

namespace fullcourt {
namespace {

bool is_about_accounts(const PlanPath &path) { return !path.empty() && path.front() == "accounts"; }

Conflicts conflicts_of(const Plan &plan, bool aboutAccounts) {
    Conflicts some;
    for (const auto &[key, conflict] : *plan.conflicts) {
        if (is_about_accounts(conflict.path) == aboutAccounts) {
            some.emplace(key, conflict);
        }
    }
    return some;
}

MergeSide side_of(const Plan &plan, const Plan &base, const std::string &origin) {
    return {places_of(plan), conflicts_of(plan, false), origin, columns_with_changed_cells(*base.accounts, *plan.accounts)};
}

AccountSide account_side_of(const Plan &plan, const std::string &origin) { return {&*plan.accounts, conflicts_of(plan, true), origin}; }

/// What stayed as one of them has it is shared with it, so that undo, checks and views know that nothing changed there.
template <class Section> void share(Shared<Section> &section, const Shared<Section> &same) {
    if (section == same) {
        section = same;
    }
}

void share_with(Plan &plan, const Plan &same) {
    share(plan.about, same.about);
    share(plan.organisation, same.organisation);
    share(plan.raci, same.raci);
    share(plan.governance, same.governance);
    share(plan.measurement, same.measurement);
    share(plan.practices, same.practices);
    share(plan.readiness, same.readiness);
    share(plan.records, same.records);
    share(plan.ballots, same.ballots);
    share(plan.workshop, same.workshop);
    share(plan.settings, same.settings);
    share(plan.acceptances, same.acceptances);
    share(plan.conflicts, same.conflicts);
    share(plan.accounts, same.accounts);
    share(plan.scoring, same.scoring);
    share(plan.contacts, same.contacts);
    share(plan.engagement, same.engagement);
    share(plan.extra, same.extra);
}

Error too_many(std::size_t conflicts) {
    return {"The two copies differ in " + std::to_string(conflicts) + " places that both changed; Fullcourt keeps up to " +
                std::to_string(RestoreLimits().items) + ". Take one of the copies, or bring them closer first.",
            {}};
}

// Settling.

Error no_value(const std::string &place) { return {"That is no value for “" + place + "”.", {}}; }

bool begins_with(const PlanPath &path, const PlanPath &beginning) {
    return path.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

/// Deleting what a gesture deletes with all that refers to it; no steps for everything else.
PlanEdit deletion_of(const Plan &plan, const PlanPath &path) {
    const auto is = [&](std::string_view list) { return path.size() == 2 && path.front() == list; };
    if (is("roles")) {
        return remove_roles(plan, {RoleId(path[1])});
    }
    if (is("meetings")) {
        return remove_meetings(plan, {MeetingId(path[1])});
    }
    if (is("escalation")) {
        return remove_levels(plan, {EscalationLevelId(path[1])});
    }
    if (is("tools")) {
        return remove_tools(plan, {ToolId(path[1])});
    }
    if (path.size() == 3 && path.front() == "grid" && path[1] == "activities") {
        return remove_activities(plan, {ActivityId(path[2])});
    }
    if (path.size() == 3 && path.front() == "grid" && path[1] == "phases") {
        return remove_phase(plan, PhaseId(path[2]));
    }
    return {};
}

/// The accounts' cells and rows.
Result<std::vector<EditStep>> settled_account(const Plan &plan, const PlanPath &path, const PlaceValue &choice) {
    static constexpr std::size_t row = 2;
    static constexpr std::size_t cell = 3;
    const Tree chosen = choice ? Tree::parse(*choice, nullptr, false) : Tree("");
    if (path.size() == cell && !chosen.is_structured()) {
        const std::string text = chosen.is_string() ? chosen.get<std::string>() : canonical_text(chosen);
        return std::vector<EditStep>{SetAccountCells{AccountColumnId(path[2]), {{AccountId(path[1]), text}}}};
    }
    if (path.size() != row) {
        return no_value(place_words(plan, path));
    }
    if (choice) {
        return std::vector<EditStep>();
    }
    return std::vector<EditStep>{SetAccountTable{without_account(*plan.accounts, path[1])}};
}

PlaceValue value_at(const Plan &plan, const Places &places, const PlanPath &path) {
    if (is_about_accounts(path) && path.size() > 1) {
        const std::optional<std::size_t> row = plan.accounts->table.row_of(path[1]);
        const std::string text = row && path.size() > 2 ? plan.accounts->table.text(AccountColumnId(path[2]), *row) : std::string();
        return path.size() == 2 ? (row ? PlaceValue("true") : PlaceValue()) : text.empty() ? PlaceValue() : json_string(text);
    }
    const auto at = places.find(path);
    return at == places.end() ? PlaceValue() : at->second;
}

Result<std::vector<EditStep>> settled_place(const Plan &plan, Places places, const PlanPath &path, const PlaceValue &choice) {
    if (!choice) {
        if (PlanEdit deletion = deletion_of(plan, path); !deletion.steps.empty()) {
            return std::move(deletion.steps);
        }
    }
    std::erase_if(places, [&](const auto &place) { return !choice && begins_with(place.first, path); });
    if (choice) {
        places[path] = *choice;
    }
    Result<Plan> settled = plan_of(places);
    if (!settled) {
        return settled.error();
    }
    if (places_of(*settled) != places) {
        return no_value(place_words(plan, path));
    }
    AccountTable table = plan.accounts->table;
    bring_into_columns(table, plan.accounts->columns, settled->accounts->columns);
    settled->accounts.edit().table = std::move(table);
    settled->conflicts = plan.conflicts;
    share_with(*settled, plan);
    return diff(plan, *settled);
}

/// Canonical, or nothing where it is no JSON text.
Result<PlaceValue> canonical(const PlaceValue &choice) {
    if (!choice) {
        return choice;
    }
    // The reader takes no single values.
    Repairs repairs;
    AccountLists none;
    const Result<Tree> tree = read_tree("[" + *choice + "]", {}, repairs, none);
    if (!tree || tree->size() != 1 || !repairs.report().empty()) {
        return Error{"That is no JSON value.", {}};
    }
    return PlaceValue(canonical_text(tree->front()));
}

} // namespace

Result<Merged> merge(const Plan &base, const Plan &mine, const Plan &theirs, const MergeOrigins &origins) {
    if (theirs == base || theirs == mine) {
        return Merged{mine, {}};
    }
    if (mine == base) {
        return Merged{theirs, {}};
    }
    MergedPlaces merged = merge_places(side_of(base, base, {}), side_of(mine, base, origins.mine), side_of(theirs, base, origins.theirs));
    Result<Plan> plan = plan_of(merged.places);
    if (!plan) {
        return plan.error();
    }
    MergedAccounts accounts = merge_accounts(account_side_of(base, {}), account_side_of(mine, origins.mine),
                                             account_side_of(theirs, origins.theirs), plan->accounts->columns);
    plan->accounts.edit().table = std::move(accounts.table);
    plan->conflicts.edit() = std::move(merged.conflicts);
    plan->conflicts.edit().merge(std::move(accounts.conflicts));
    if (plan->conflicts->size() > RestoreLimits().items) {
        return too_many(plan->conflicts->size());
    }
    share_with(*plan, theirs);
    share_with(*plan, mine);
    merged.found.insert(merged.found.end(), accounts.found.begin(), accounts.found.end());
    return Merged{*std::move(plan), std::move(merged.found)};
}

std::string origin_of(const Envelope &envelope) { return envelope.savedAt; }

Envelope merged_envelope(const Plan &merged, const Envelope &mine, const Envelope &theirs, const std::string &savedAt) {
    static constexpr std::size_t digits = 20;
    Envelope envelope = mine;
    envelope.parent = mine.revision;
    const auto &[first, second] = std::minmax(mine.revision, theirs.revision);
    envelope.revision = sha256(first + "\n" + second + "\n" + write_plan(merged, {})).substr(0, digits);
    envelope.savedAt = savedAt;
    envelope.ancestry.clear();
    const auto add = [&](const std::string &revision) {
        const std::vector<std::string> &known = envelope.ancestry;
        if (!revision.empty() && known.size() < longestAncestry && std::find(known.begin(), known.end(), revision) == known.end()) {
            envelope.ancestry.push_back(revision);
        }
    };
    add(mine.revision);
    add(theirs.revision);
    // In turns, so that where there is no room for all, the newest of both stay.
    for (std::size_t i = 0; i < std::max(mine.ancestry.size(), theirs.ancestry.size()); ++i) {
        for (const Envelope *side : {&mine, &theirs}) {
            if (i < side->ancestry.size()) {
                add(side->ancestry[i]);
            }
        }
    }
    return envelope;
}

std::vector<std::string> common_revisions(const Envelope &mine, const Envelope &theirs) {
    const auto line_of = [](const Envelope &envelope) {
        std::vector<std::string> line = {envelope.revision, envelope.parent};
        line.insert(line.end(), envelope.ancestry.begin(), envelope.ancestry.end());
        return line;
    };
    const std::vector<std::string> other = line_of(theirs);
    std::vector<std::string> common;
    for (const std::string &revision : line_of(mine)) {
        const bool shared = !revision.empty() && std::find(other.begin(), other.end(), revision) != other.end();
        if (shared && std::find(common.begin(), common.end(), revision) == common.end()) {
            common.push_back(revision);
        }
    }
    return common;
}

Result<PlanEdit> settle_conflict(const Plan &plan, const std::string &key, const PlaceValue &choice) {
    const auto at = plan.conflicts->find(key);
    if (at == plan.conflicts->end()) {
        return PlanEdit();
    }
    const PlanPath &path = at->second.path;
    const Result<PlaceValue> chosen = canonical(choice);
    if (!chosen) {
        return chosen.error();
    }
    PlanEdit edit{"Settle " + place_words(plan, path), {}};
    Places places = places_of(plan);
    if (value_at(plan, places, path) != *chosen) {
        Result<std::vector<EditStep>> steps =
            is_about_accounts(path) ? settled_account(plan, path, *chosen) : settled_place(plan, std::move(places), path, *chosen);
        if (!steps) {
            return steps.error();
        }
        edit.steps = *std::move(steps);
    }
    edit.steps.emplace_back(SetConflict{key, std::nullopt});
    for (const auto &[other, conflict] : *plan.conflicts) {
        // What is deleted takes along what was in conflict within it.
        const bool within = begins_with(conflict.path, path) || activity_of(conflict.path) == path;
        if (!*chosen && conflict.path != path && within) {
            edit.steps.emplace_back(SetConflict{other, std::nullopt});
        }
    }
    return edit;
}

} // namespace fullcourt
