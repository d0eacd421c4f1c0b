#include "edit/gestures.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "edit/gesture_parts.h"
#include "edit/placing.h"
#include "edit/references.h"

namespace fullcourt {
namespace {

// ---- names, as labels show them

template <class Item> std::string name_of(const Collection<Item> &items, const Id<Item> &id) {
    const Item *item = find(items, id);
    return quoted(item == nullptr ? std::string_view() : std::string_view(item->name));
}
std::string label_name(const Plan &plan, const ActivityId &id) { return name_of(plan.raci->activities, id); }
std::string label_name(const Plan &plan, const PhaseId &id) { return name_of(plan.raci->phases, id); }
std::string label_name(const Plan &plan, const RoleId &id) {
    const Role *role = find(plan.organisation->roles, id);
    return quoted(role == nullptr ? std::string_view() : std::string_view(head_name(*role)));
}

/// "Delete Close" for one, "Delete 2 activities" for several.
template <class Key>
std::string label_for(const Plan &plan, const std::string &verb, const std::vector<Key> &ids, std::string_view many) {
    return verb + " " + (ids.size() == 1 ? label_name(plan, ids.front()) : counted(ids.size(), many, many));
}

// ---- activities and their phases

/// The phase under which the grid shows an activity: a dangling one counts as none.
PhaseId shown_phase(const RaciGrid &grid, const PhaseId &phase) { return grid.phases.contains(phase) ? phase : PhaseId(); }

std::vector<ActivityId> members_of(const RaciGrid &grid, const PhaseId &phase) {
    std::vector<ActivityId> members;
    for (const ActivityId &id : ordered(grid.activities)) {
        if (shown_phase(grid, grid.activities.at(id).phase) == phase) {
            members.push_back(id);
        }
    }
    return members;
}

/// Puts `moved` into `phase` at `index` of its `siblings`; writes only what differs.
void put_placed(const RaciGrid &grid, const PhaseId &phase, const std::vector<ActivityId> &siblings, std::size_t index,
                const std::vector<ActivityId> &moved, std::vector<EditStep> &steps) {
    for (auto &[id, position] : place(grid.activities, siblings, index, moved)) {
        Activity activity = grid.activities.at(id);
        activity.position = position;
        if (contains(moved, id)) {
            activity.phase = phase;
        }
        if (!(activity == grid.activities.at(id))) {
            steps.push_back(Put<Activity>{id, std::move(activity)});
        }
    }
}

/// As put_placed for activities that the grid does not have yet.
void put_new(const RaciGrid &grid, const std::vector<ActivityId> &siblings, std::size_t index,
             const std::vector<std::pair<ActivityId, Activity>> &fresh, std::vector<EditStep> &steps) {
    std::vector<ActivityId> ids;
    ids.reserve(fresh.size());
    for (const auto &[id, activity] : fresh) {
        ids.push_back(id);
    }
    for (auto &[id, position] : place(grid.activities, siblings, index, ids)) {
        const auto at = std::find_if(fresh.begin(), fresh.end(), [&, key = id](const auto &one) { return one.first == key; });
        Activity activity = at == fresh.end() ? grid.activities.at(id) : at->second;
        activity.position = position;
        steps.push_back(Put<Activity>{id, std::move(activity)});
    }
}

void clear_row(const RaciGrid &grid, const ActivityId &activity, std::vector<EditStep> &steps) {
    if (const Cells *cells = find(grid.rows, activity)) {
        for (const auto &[role, letters] : *cells) {
            steps.push_back(SetLetters{activity, role, Letters()});
        }
    }
}

/// Clears every cell for which `matches(role, letters)`; returns how many.
template <class Matches> std::size_t clear_cells(const RaciGrid &grid, const Matches &matches, std::vector<EditStep> &steps) {
    std::size_t count = 0;
    for (const auto &[activity, cells] : grid.rows) {
        for (const auto &[role, letters] : cells) {
            if (matches(role, letters)) {
                steps.push_back(SetLetters{activity, role, Letters()});
                ++count;
            }
        }
    }
    return count;
}

Role tidy(Role role) {
    role.name = one_line(role.name);
    role.shortName = one_line(role.shortName);
    role.headcount = sound(role.headcount, mostHeads);
    if (role.costPerHead && !(*role.costPerHead >= 0 && *role.costPerHead <= mostCost)) {
        role.costPerHead.reset();
    }
    return role;
}

} // namespace

Plan template_of(const Plan &plan) {
    Plan made = plan;
    made.records = Shared<Records>();
    made.ballots = Shared<Ballots>();
    made.readiness = Shared<Readiness>();
    made.acceptances = Shared<Acceptances>();
    made.workshop.edit().parked.clear();
    made.accounts.edit().table = {};
    made.accounts.edit().marks.clear();
    made.scoring.edit().signatures.clear();
    made.engagement.edit().plays.clear();
    made.engagement.edit().notes.clear();
    for (auto &[id, meeting] : made.governance.edit().meetings) {
        meeting.held.clear();
    }
    for (auto &[id, kpi] : made.measurement.edit().kpis) {
        kpi.values.clear();
        kpi.signedByMarketing = kpi.signedBySales = false;
    }
    return made;
}

PlanEdit rename_plan(const std::string &title) { return {"Rename the plan", {SetTitle{one_line(title)}}}; }

PlanEdit describe_plan(const std::string &description) { return {"Change the description", {SetDescription{long_text(description)}}}; }

// ---- cells

PlanEdit set_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, Letters letters) {
    return set_cells(plan, {activity}, {role}, letters);
}

PlanEdit set_cells(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, Letters letters) {
    const RaciGrid &grid = *plan.raci;
    PlanEdit edit;
    std::string only;
    for (const ActivityId &activity : rows) {
        for (const RoleId &role : columns) {
            const bool known =
                grid.activities.contains(activity) && (grid.columns.contains(role) || plan.organisation->roles.contains(role));
            if (known && !(letters_at(grid, activity, role) == letters)) {
                edit.steps.push_back(SetLetters{activity, role, letters});
                only = edit.steps.size() == 1 ? label_name(plan, activity) + " × " + label_name(plan, role) : "";
            }
        }
    }
    const std::string what = only.empty() ? counted(edit.steps.size(), "cell", "cells") : only;
    edit.label = letters.empty() ? "Clear " + what : "Set " + what + " to " + letters.text();
    return edit;
}

// ---- activities

PlanEdit add_activity(const Plan &plan, const std::string &name, const PhaseId &phase, const ActivityId &after, const RandomBits &bits,
                      ActivityId *made) {
    std::vector<ActivityId> ids;
    PlanEdit edit = add_activities(plan, {name}, phase, after, bits, &ids);
    if (made != nullptr) {
        *made = ids.front();
    }
    return edit;
}

PlanEdit add_activities(const Plan &plan, const std::vector<std::string> &names, const PhaseId &phase, const ActivityId &after,
                        const RandomBits &bits, std::vector<ActivityId> *made) {
    const RaciGrid &grid = *plan.raci;
    const Activity *neighbour = find(grid.activities, after);
    const PhaseId home = shown_phase(grid, neighbour == nullptr ? phase : neighbour->phase);
    std::vector<std::pair<ActivityId, Activity>> fresh;
    for (const std::string &name : names) {
        Activity activity;
        activity.name = one_line(name);
        activity.phase = home;
        fresh.emplace_back(new_id(grid.activities, bits), std::move(activity));
        if (made != nullptr) {
            made->push_back(fresh.back().first);
        }
    }
    PlanEdit edit{label_for_new(names, "an activity", "activities"), {}};
    const std::vector<ActivityId> siblings = members_of(grid, home);
    put_new(grid, siblings, index_after(siblings, after), fresh, edit.steps);
    return edit;
}

PlanEdit duplicate_activities(const Plan &plan, const std::vector<ActivityId> &ids, const RandomBits &bits, std::vector<ActivityId> *made) {
    const std::vector<ActivityId> known = in_order(activity_order(*plan.raci), ids);
    PlanEdit edit{label_for(plan, "Duplicate", known, "activities"), {}};
    // One after the other on a copy, because each copy may stand where the next one looks for room.
    Plan copy = plan;
    for (const ActivityId &id : known) {
        const RaciGrid grid = *copy.raci;
        Activity activity = grid.activities.at(id);
        activity.name = std::string(truncated(activity.name, longestName - 7)) + " (copy)";
        const std::vector<ActivityId> siblings = members_of(grid, shown_phase(grid, activity.phase));
        const ActivityId fresh = new_id(grid.activities, bits);
        std::vector<EditStep> steps;
        put_new(grid, siblings, index_after(siblings, id), {{fresh, std::move(activity)}}, steps);
        if (const Cells *cells = find(grid.rows, id)) {
            for (const auto &[role, letters] : *cells) {
                steps.push_back(SetLetters{fresh, role, letters});
            }
        }
        for (EditStep &step : steps) {
            fullcourt::apply(copy, step); // qualified: std::apply would be found by the variant's namespace
            edit.steps.push_back(std::move(step));
        }
        if (made != nullptr) {
            made->push_back(fresh);
        }
    }
    return edit;
}

PlanEdit rename_activity(const Plan &plan, const ActivityId &id, const std::string &name) {
    const Activity *old = find(plan.raci->activities, id);
    if (old == nullptr || old->name == one_line(name)) {
        return {};
    }
    Activity activity = *old;
    activity.name = one_line(name);
    return {"Rename " + quoted(old->name) + " to " + quoted(activity.name), {Put<Activity>{id, activity}}};
}

PlanEdit note_activity(const Plan &plan, const ActivityId &id, const std::string &note) {
    const Activity *old = find(plan.raci->activities, id);
    if (old == nullptr || old->note == long_text(note)) {
        return {};
    }
    Activity activity = *old;
    activity.note = long_text(note);
    return {"Change the note of " + quoted(old->name), {Put<Activity>{id, activity}}};
}

PlanEdit remove_activities(const Plan &plan, const std::vector<ActivityId> &ids) {
    const std::vector<ActivityId> known = in_order(ordered(plan.raci->activities), ids);
    PlanEdit edit{label_for(plan, "Delete", known, "activities"), {}};
    for (const ActivityId &id : known) {
        clear_row(*plan.raci, id, edit.steps);
        edit.steps.push_back(Remove<Activity>{id});
    }
    forget_activities(plan, known, edit.steps);
    return edit;
}

PlanEdit move_activities(const Plan &plan, const std::vector<ActivityId> &ids, const PhaseId &phase, const ActivityId &before) {
    const RaciGrid &grid = *plan.raci;
    const std::vector<ActivityId> moved = in_order(activity_order(grid), ids);
    const bool knownPhase = phase.empty() || grid.phases.contains(phase);
    const std::vector<ActivityId> order = knownPhase ? members_of(grid, phase) : std::vector<ActivityId>();
    const std::vector<ActivityId> siblings = without(order, moved);
    const std::size_t index = index_before(order, siblings, moved, before);
    if (moved.empty() || !knownPhase || with_inserted(siblings, index, moved) == order) {
        return {};
    }
    PlanEdit edit{label_for(plan, "Move", moved, "activities"), {}};
    const bool leaves = std::any_of(moved.begin(), moved.end(), [&](const ActivityId &id) { return !contains(order, id); });
    if (leaves && !phase.empty()) {
        edit.label += " to " + label_name(plan, phase);
    }
    put_placed(grid, phase, siblings, index, moved, edit.steps);
    return edit;
}

// ---- phases

PlanEdit add_phase(const Plan &plan, const std::string &name, const std::vector<ActivityId> &members, const RandomBits &bits,
                   PhaseId *made) {
    const RaciGrid &grid = *plan.raci;
    const std::vector<ActivityId> moved = in_order(activity_order(grid), members);
    const std::vector<PhaseId> phases = ordered(grid.phases);
    const PhaseId fresh = new_id(grid.phases, bits);
    PlanEdit edit{label_for_new({name}, "a phase", "phases"), {}};
    if (!moved.empty()) {
        edit.label = label_for(plan, "Group", moved, "activities") + " as " + quoted(one_line(name));
    }
    for (auto &[id, position] : place(grid.phases, phases, phases.size(), {fresh})) {
        Phase phase = id == fresh ? Phase{one_line(name), {}, {}} : grid.phases.at(id);
        phase.position = position;
        edit.steps.push_back(Put<Phase>{id, std::move(phase)});
    }
    put_placed(grid, fresh, {}, 0, moved, edit.steps);
    if (made != nullptr) {
        *made = fresh;
    }
    return edit;
}

PlanEdit rename_phase(const Plan &plan, const PhaseId &id, const std::string &name) {
    const Phase *old = find(plan.raci->phases, id);
    if (old == nullptr || old->name == one_line(name)) {
        return {};
    }
    Phase phase = *old;
    phase.name = one_line(name);
    return {"Rename " + quoted(old->name) + " to " + quoted(phase.name), {Put<Phase>{id, phase}}};
}

PlanEdit remove_phase(const Plan &plan, const PhaseId &id) {
    const RaciGrid &grid = *plan.raci;
    const std::vector<PhaseId> phases = ordered(grid.phases);
    const auto at = std::find(phases.begin(), phases.end(), id);
    if (at == phases.end()) {
        return {};
    }
    const PhaseId home = at == phases.begin() ? PhaseId() : *(at - 1);
    PlanEdit edit{"Delete phase " + label_name(plan, id), {}};
    const std::vector<ActivityId> siblings = members_of(grid, home);
    put_placed(grid, home, siblings, siblings.size(), members_of(grid, id), edit.steps);
    edit.steps.push_back(Remove<Phase>{id});
    return edit;
}

PlanEdit move_phase(const Plan &plan, const PhaseId &id, const PhaseId &before) {
    const RaciGrid &grid = *plan.raci;
    const std::vector<PhaseId> order = ordered(grid.phases);
    const std::vector<PhaseId> moved = in_order(order, {id});
    const std::vector<PhaseId> siblings = without(order, moved);
    const std::size_t index = index_before(order, siblings, moved, before);
    if (moved.empty() || with_inserted(siblings, index, moved) == order) {
        return {};
    }
    PlanEdit edit{"Move phase " + label_name(plan, id), {}};
    for (auto &[key, position] : place(grid.phases, siblings, index, moved)) {
        Phase phase = grid.phases.at(key);
        phase.position = position;
        edit.steps.push_back(Put<Phase>{key, std::move(phase)});
    }
    return edit;
}

// ---- roles and columns

PlanEdit add_role(const Plan &plan, const std::string &name, const RoleId &after, const RandomBits &bits, RoleId *made) {
    std::vector<RoleId> ids;
    PlanEdit edit = add_roles(plan, {name}, after, bits, &ids);
    if (made != nullptr) {
        *made = ids.front();
    }
    return edit;
}

PlanEdit add_roles(const Plan &plan, const std::vector<std::string> &names, const RoleId &after, const RandomBits &bits,
                   std::vector<RoleId> *made) {
    const Collection<Role> &roles = plan.organisation->roles;
    std::map<RoleId, Role> fresh;
    std::vector<RoleId> ids;
    for (const std::string &name : names) {
        ids.push_back(new_id(roles, bits));
        fresh[ids.back()].name = one_line(name);
    }
    PlanEdit edit{label_for_new(names, "a role", "roles"), {}};
    const std::vector<RoleId> order = ordered(roles);
    for (auto &[id, position] : place(roles, order, index_after(order, after), ids)) {
        Role role = fresh.contains(id) ? fresh[id] : roles.at(id);
        role.position = position;
        edit.steps.push_back(Put<Role>{id, std::move(role)});
    }
    const std::map<RoleId, Column> &columns = plan.raci->columns;
    const std::vector<RoleId> shown = ordered(columns);
    for (auto &[id, position] : place(columns, shown, index_after(shown, after), ids)) {
        edit.steps.push_back(ShowColumn{id, {position, columns.contains(id) ? columns.at(id).extra : Extra()}});
    }
    if (made != nullptr) {
        made->insert(made->end(), ids.begin(), ids.end());
    }
    return edit;
}

PlanEdit change_role(const Plan &plan, const RoleId &id, const Role &role) {
    const Role *old = find(plan.organisation->roles, id);
    if (old == nullptr) {
        return {};
    }
    Role changed = tidy(role);
    changed.position = old->position;
    changed.extra = old->extra;
    if (changed == *old) {
        return {};
    }
    const std::string label =
        changed.name == old->name ? "Change " + quoted(old->name) : "Rename " + quoted(old->name) + " to " + quoted(changed.name);
    return {label, {Put<Role>{id, changed}}};
}

PlanEdit remove_roles(const Plan &plan, const std::vector<RoleId> &ids) {
    const std::vector<RoleId> known = in_order(ordered(plan.organisation->roles), ids);
    PlanEdit edit{label_for(plan, "Delete", known, "roles"), {}};
    clear_cells(*plan.raci, [&](const RoleId &role, Letters) { return contains(known, role); }, edit.steps);
    const std::size_t kpis = forget_roles(plan, known, edit.steps);
    if (kpis != 0) {
        edit.label += (known.size() == 1 ? " and its " : " and their ") + counted(kpis, "KPI", "KPIs");
    }
    for (const RoleId &id : known) {
        if (plan.raci->columns.contains(id)) {
            edit.steps.push_back(HideColumn{id});
        }
        edit.steps.push_back(Remove<Role>{id});
    }
    return edit;
}

PlanEdit hide_column(const Plan &plan, const RoleId &id) {
    if (!plan.raci->columns.contains(id)) {
        return {};
    }
    return {"Hide the column of " + label_name(plan, id), {HideColumn{id}}};
}

PlanEdit show_column(const Plan &plan, const RoleId &id) {
    if (plan.raci->columns.contains(id) || !plan.organisation->roles.contains(id)) {
        return {};
    }
    return {"Show the column of " + label_name(plan, id), {ShowColumn{id, {position_at_end(plan.raci->columns), {}}}}};
}

PlanEdit move_columns(const Plan &plan, const std::vector<RoleId> &ids, const RoleId &before) {
    const std::map<RoleId, Column> &columns = plan.raci->columns;
    const std::vector<RoleId> order = ordered(columns);
    const std::vector<RoleId> moved = in_order(order, ids);
    const std::vector<RoleId> siblings = without(order, moved);
    const std::size_t index = index_before(order, siblings, moved, before);
    if (moved.empty() || with_inserted(siblings, index, moved) == order) {
        return {};
    }
    PlanEdit edit{label_for(plan, "Move", moved, "columns"), {}};
    for (auto &[id, position] : place(columns, siblings, index, moved)) {
        edit.steps.push_back(ShowColumn{id, {position, columns.at(id).extra}});
    }
    return edit;
}

// ---- settings

PlanEdit set_scheme(const Plan &plan, LetterScheme scheme) {
    const RaciGrid &grid = *plan.raci;
    if (grid.scheme == scheme) {
        return {};
    }
    PlanEdit edit{scheme == LetterScheme::raci ? "Use the letters of RACI" : "Use the letters of RASCI", {SetScheme{scheme}}};
    if (scheme == LetterScheme::rasci) {
        if (grid.extraLetters.contains('S')) {
            edit.steps.push_back(SetExtraLetter{'S', std::nullopt});
        }
        return edit;
    }
    const bool supports = std::any_of(grid.rows.begin(), grid.rows.end(), [](const auto &row) {
        return std::any_of(row.second.begin(), row.second.end(), [](const auto &cell) { return cell.second.has('S'); });
    });
    if (supports) {
        edit.steps.push_back(SetExtraLetter{'S', std::string(letter_meaning('S'))});
    }
    return edit;
}

PlanEdit set_extra_letter(const Plan &plan, char letter, const std::string &meaning) {
    const RaciGrid &grid = *plan.raci;
    const bool known = grid.extraLetters.contains(letter);
    const std::string text = one_line(meaning);
    const bool ofScheme = !known && is_letter_of(grid, letter);
    if (letter < 'A' || letter > 'Z' || ofScheme || (known && grid.extraLetters.at(letter) == text)) {
        return {};
    }
    return {(known ? "Change letter " : "Add letter ") + std::string(1, letter), {SetExtraLetter{letter, text}}};
}

PlanEdit remove_extra_letter(const Plan &plan, char letter) {
    const RaciGrid &grid = *plan.raci;
    if (!grid.extraLetters.contains(letter)) {
        return {};
    }
    PlanEdit edit{"Delete letter " + std::string(1, letter), {SetExtraLetter{letter, std::nullopt}}};
    RaciGrid rest;
    rest.scheme = grid.scheme;
    if (!is_letter_of(rest, letter)) {
        const std::size_t cleared = clear_cells(grid, [&](const RoleId &, Letters letters) { return letters.has(letter); }, edit.steps);
        edit.label += cleared == 0 ? "" : " and clear " + counted(cleared, "cell", "cells");
    }
    return edit;
}

PlanEdit set_rule(const Plan &plan, const std::string &rule, std::optional<bool> on) {
    const bool *old = find(plan.settings->rules, rule);
    if (old == nullptr ? !on.has_value() : on == *old) {
        return {};
    }
    const std::string verb = !on ? "Reset rule " : *on ? "Turn on rule " : "Turn off rule ";
    return {verb + rule, {SetRule{rule, on}}};
}

PlanEdit set_threshold(const Plan &plan, const std::string &name, std::optional<double> value) {
    const double *old = find(plan.settings->thresholds, name);
    if (old == nullptr ? !value.has_value() : value == *old) {
        return {};
    }
    return {value ? "Set " + name + " to " + to_text(*value) : "Reset " + name, {SetThreshold{name, value}}};
}

} // namespace fullcourt
