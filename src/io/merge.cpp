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

namespace fullcourt {
namespace {

bool is_about_accounts(const PlanPath &path) { return !path.empty() && path.front() == "accounts"; }

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

/// The plan with these places in the place of its own; fails, naming `what`, where one of them cannot stand there.
Result<Plan> plan_with(const Plan &plan, const Places &places, const std::string &what) {
    Result<Plan> changed = plan_of(places);
    if (!changed) {
        return changed.error();
    }
    if (places_of(*changed) != places) {
        return no_value(what);
    }
    AccountTable table = plan.accounts->table;
    bring_into_columns(table, plan.accounts->columns, changed->accounts->columns);
    changed->accounts.edit().table = std::move(table);
    changed->conflicts = plan.conflicts;
    share_sections(*changed, plan);
    return changed;
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
    const Result<Plan> settled = plan_with(plan, places, place_words(plan, path));
    return settled ? Result<std::vector<EditStep>>(diff(plan, *settled)) : settled.error();
}

/// What that copy made of it; nothing where it had no part in it.
std::optional<PlaceValue> value_by(const Conflict &conflict, const std::string &origin) {
    for (const auto &[value, origins] : conflict.values) {
        if (origins.contains(origin)) {
            return value;
        }
    }
    return std::nullopt;
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

// Where a copy came from.

/// The revision and those that it came from, newest first.
std::vector<std::string> line_of(const Envelope &envelope) {
    std::vector<std::string> line = envelope.ancestry;
    if (!envelope.revision.empty()) {
        std::erase(line, envelope.revision);
        line.insert(line.begin(), envelope.revision);
    }
    return line;
}

/// In turns, so that where there is no room for all, the newest of both stay; but what both have comes after everything that is
/// newer in either.
std::vector<std::string> joined_lines(const std::vector<std::string> &mine, const std::vector<std::string> &theirs) {
    struct Line {
        const std::vector<std::string> &revisions;
        std::size_t next = 0;

        bool done() const { return next == revisions.size(); }
        bool still_has(const std::string &revision) const {
            const auto rest = revisions.begin() + static_cast<std::ptrdiff_t>(next);
            return std::find(rest, revisions.end(), revision) != revisions.end();
        }
    };
    Line lines[] = {{mine}, {theirs}};
    std::vector<std::string> joined;
    std::size_t turn = 0;
    while (joined.size() < longestAncestry && (!lines[0].done() || !lines[1].done())) {
        Line &here = lines[turn];
        const Line &other = lines[1 - turn];
        turn = 1 - turn;
        if (here.done()) {
            continue;
        }
        const std::string &revision = here.revisions[here.next];
        const bool waits = !other.done() && other.revisions[other.next] != revision && other.still_has(revision) &&
                           !here.still_has(other.revisions[other.next]);
        if (waits) {
            continue;
        }
        ++here.next;
        if (std::find(joined.begin(), joined.end(), revision) == joined.end()) {
            joined.push_back(revision);
        }
    }
    return joined;
}

} // namespace

Result<Merged> merge(const Plan &base, const Plan &mine, const Plan &theirs, const MergeOrigins &origins) {
    MergeWork work(base, mine, theirs, origins);
    while (!work.go_on()) {
    }
    return work.take();
}

std::string origin_of(const Envelope &envelope) {
    const bool both = !envelope.author.empty() && !envelope.savedAt.empty();
    return envelope.author + (both ? ", " : "") + envelope.savedAt;
}

Envelope merged_envelope(const Plan &merged, const Envelope &mine, const Envelope &theirs, const std::string &savedAt) {
    PlanParts parts;
    return merged_envelope(merged, parts, mine, theirs, savedAt);
}

Envelope merged_envelope(const Plan &merged, PlanParts &parts, const Envelope &mine, const Envelope &theirs, const std::string &savedAt) {
    static constexpr std::size_t digits = 20;
    Envelope envelope = mine;
    envelope.parent = mine.revision;
    const auto &[first, second] = std::minmax(mine.revision, theirs.revision);
    envelope.revision = sha256(first + "\n" + second + "\n" + parts.contents(merged)).substr(0, digits);
    envelope.savedAt = savedAt;
    envelope.ancestry = joined_lines(line_of(mine), line_of(theirs));
    return envelope;
}

void remember_shared(Envelope &envelope, const std::string &revision) {
    std::vector<std::string> &known = envelope.ancestry;
    std::erase(known, revision);
    if (!revision.empty()) {
        known.insert(known.begin(), revision);
    }
    known.resize(std::min(known.size(), longestAncestry));
}

std::vector<std::string> common_revisions(const Envelope &mine, const Envelope &theirs) {
    const auto whole_line = [](const Envelope &envelope) {
        std::vector<std::string> line = line_of(envelope);
        if (std::find(line.begin(), line.end(), envelope.parent) == line.end()) {
            // The newest state before this one, unless a copy that was taken in is newer: then it is where its age puts it.
            line.insert(line.begin() + (line.empty() || line.front() != envelope.revision ? 0 : 1), envelope.parent);
        }
        return line;
    };
    const std::vector<std::string> other = whole_line(theirs);
    std::vector<std::string> common;
    for (const std::string &revision : whole_line(mine)) {
        const bool shared = !revision.empty() && std::find(other.begin(), other.end(), revision) != other.end();
        if (shared && std::find(common.begin(), common.end(), revision) == common.end()) {
            common.push_back(revision);
        }
    }
    return common;
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
    PlanEdit edit{"Settle: " + place_words(plan, path), {}};
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

SettledAll settle_all_of(const Plan &plan, const std::string &origin) {
    // Deletions and cells of accounts go one by one, so many at a time that nobody waits for them.
    static constexpr std::size_t mostSingle = 500;
    SettledAll all;
    const Places now = places_of(plan);
    Places wanted = now;
    std::vector<std::string> together;
    std::vector<std::pair<std::string, PlaceValue>> single;
    Plan settled = plan;
    for (const auto &[key, conflict] : *plan.conflicts) {
        const std::optional<PlaceValue> theirs = value_by(conflict, origin);
        if (!theirs) {
            continue;
        }
        const PlaceValue &choice = *theirs;
        if (!choice || (is_about_accounts(conflict.path) && value_at(plan, now, conflict.path) != choice)) {
            single.emplace_back(key, choice);
            continue;
        }
        if (!is_about_accounts(conflict.path)) {
            wanted[conflict.path] = *choice;
        }
        together.push_back(key);
    }
    Result<Plan> changed = wanted == now ? Result<Plan>(plan) : plan_with(plan, wanted, {});
    if (changed) {
        settled = *std::move(changed);
        for (const std::string &key : together) {
            settled.conflicts.edit().erase(key);
        }
        all.settled = together.size();
    } else {
        for (const std::string &key : together) {
            single.emplace_back(key, *value_by(plan.conflicts->at(key), origin));
        }
    }
    for (std::size_t i = 0; i < single.size(); ++i) {
        const auto &[key, choice] = single[i];
        if (!settled.conflicts->contains(key)) {
            ++all.settled; // within what was just deleted
            continue;
        }
        const Result<PlanEdit> edit = i < mostSingle ? settle_conflict(settled, key, choice) : no_value({});
        if (edit) {
            apply(settled, *edit);
            ++all.settled;
        } else {
            ++all.left;
        }
    }
    all.edit.steps = diff(plan, settled);
    return all;
}

} // namespace fullcourt
