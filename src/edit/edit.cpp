#include "edit/edit.h"

#include <cmath>
#include <type_traits>

namespace fullcourt {
namespace {

template <class Key, class Value> void put_or_remove(std::map<Key, Value> &map, const Key &key, const std::optional<Value> &value) {
    if (value) {
        map[key] = *value;
    } else {
        map.erase(key);
    }
}

// Where a step's items live. A new collection adds its line here.
Collection<Role> &items(Plan &plan, const Role *) { return plan.organisation.edit().roles; }
Collection<Phase> &items(Plan &plan, const Phase *) { return plan.raci.edit().phases; }
Collection<Activity> &items(Plan &plan, const Activity *) { return plan.raci.edit().activities; }
Collection<Person> &items(Plan &plan, const Person *) { return plan.organisation.edit().people; }
Collection<Meeting> &items(Plan &plan, const Meeting *) { return plan.governance.edit().meetings; }
Collection<Decision> &items(Plan &plan, const Decision *) { return plan.governance.edit().decisions; }
Collection<EscalationLevel> &items(Plan &plan, const EscalationLevel *) { return plan.governance.edit().escalation; }
Collection<Kpi> &items(Plan &plan, const Kpi *) { return plan.measurement.edit().kpis; }

Extra &extra_at(Plan &plan, ExtraPlace place) {
    switch (place) {
    case ExtraPlace::grid: return plan.raci.edit().extra;
    case ExtraPlace::choice: return plan.organisation.edit().choice.extra;
    case ExtraPlace::plan: break;
    }
    return plan.extra.edit();
}

struct Applier {
    Plan &plan;

    void operator()(const SetTitle &step) const { plan.about.edit().title = step.text; }
    void operator()(const SetDescription &step) const { plan.about.edit().description = step.text; }
    template <class Item> void operator()(const Put<Item> &step) const {
        items(plan, static_cast<const Item *>(nullptr))[step.id] = step.item;
    }
    template <class Item> void operator()(const Remove<Item> &step) const {
        items(plan, static_cast<const Item *>(nullptr)).erase(step.id);
    }
    void operator()(const SetLetters &step) const { set_letters(plan.raci.edit(), step.activity, step.role, step.letters); }
    void operator()(const ShowColumn &step) const { plan.raci.edit().columns[step.role] = step.column; }
    void operator()(const HideColumn &step) const { plan.raci.edit().columns.erase(step.role); }
    void operator()(const SetScheme &step) const { plan.raci.edit().scheme = step.scheme; }
    void operator()(const SetExtraLetter &step) const { put_or_remove(plan.raci.edit().extraLetters, step.letter, step.meaning); }
    void operator()(const SetRule &step) const { put_or_remove(plan.settings.edit().rules, step.rule, step.on); }
    void operator()(const SetThreshold &step) const {
        if (!step.value || std::isfinite(*step.value)) {
            put_or_remove(plan.settings.edit().thresholds, step.name, step.value);
        }
    }
    void operator()(const SetHome &step) const { plan.organisation.edit().choice.home = step.home; }
    void operator()(const SetLiaison &step) const { plan.organisation.edit().choice.liaison = step.liaison; }
    void operator()(const SetBdrOwner &step) const { plan.organisation.edit().choice.bdrOwner = step.owner; }
    void operator()(const SetAnswer &step) const { put_or_remove(plan.organisation.edit().choice.context, step.factor, step.answer); }
    void operator()(const SetAcceptance &step) const { put_or_remove(plan.acceptances.edit(), step.finding, step.acceptance); }
    void operator()(const SetExtra &step) const { put_or_remove(extra_at(plan, step.place), step.key, step.json); }
};

/// Walks two maps in step: `removed(key)` for what only `before` has, `put(key, value)` for what is new or differs.
template <class Map, class Removed, class Put> void walk(const Map &before, const Map &after, const Removed &removed, const Put &put) {
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            removed(old->first);
            ++old;
        } else if (old == before.end() || now->first < old->first) {
            put(now->first, now->second);
            ++now;
        } else {
            if (!(old->second == now->second)) {
                put(now->first, now->second);
            }
            ++old;
            ++now;
        }
    }
}

using Steps = std::vector<EditStep>;

template <class Item> void diff_items(const Collection<Item> &before, const Collection<Item> &after, Steps &steps) {
    walk(
        before, after, [&](const Id<Item> &id) { steps.push_back(Remove<Item>{id}); },
        [&](const Id<Item> &id, const Item &item) { steps.push_back(Put<Item>{id, item}); });
}

void diff_extra(ExtraPlace place, const Extra &before, const Extra &after, Steps &steps) {
    walk(
        before, after, [&](const std::string &key) { steps.push_back(SetExtra{place, key, std::nullopt}); },
        [&](const std::string &key, const std::string &json) { steps.push_back(SetExtra{place, key, json}); });
}

void diff_rows(const RaciGrid &before, const RaciGrid &after, Steps &steps) {
    static const Cells none;
    const auto cells = [&](const ActivityId &activity, const Cells &old, const Cells &now) {
        walk(
            old, now, [&](const RoleId &role) { steps.push_back(SetLetters{activity, role, Letters()}); },
            [&](const RoleId &role, const Letters &letters) { steps.push_back(SetLetters{activity, role, letters}); });
    };
    walk(
        before.rows, after.rows, [&](const ActivityId &activity) { cells(activity, before.rows.at(activity), none); },
        [&](const ActivityId &activity, const Cells &now) {
            const Cells *old = find(before.rows, activity);
            cells(activity, old == nullptr ? none : *old, now);
        });
}

void diff_grid(const RaciGrid &before, const RaciGrid &after, Steps &steps) {
    if (before.scheme != after.scheme) {
        steps.push_back(SetScheme{after.scheme});
    }
    walk(
        before.extraLetters, after.extraLetters, [&](char letter) { steps.push_back(SetExtraLetter{letter, std::nullopt}); },
        [&](char letter, const std::string &meaning) { steps.push_back(SetExtraLetter{letter, meaning}); });
    diff_items(before.phases, after.phases, steps);
    diff_items(before.activities, after.activities, steps);
    walk(
        before.columns, after.columns, [&](const RoleId &role) { steps.push_back(HideColumn{role}); },
        [&](const RoleId &role, const Column &column) { steps.push_back(ShowColumn{role, column}); });
    diff_rows(before, after, steps);
    diff_extra(ExtraPlace::grid, before.extra, after.extra, steps);
}

void diff_choice(const OrganisationChoice &before, const OrganisationChoice &after, Steps &steps) {
    if (before.home != after.home) {
        steps.push_back(SetHome{after.home});
    }
    if (before.liaison != after.liaison) {
        steps.push_back(SetLiaison{after.liaison});
    }
    if (before.bdrOwner != after.bdrOwner) {
        steps.push_back(SetBdrOwner{after.bdrOwner});
    }
    walk(
        before.context, after.context, [&](const std::string &factor) { steps.push_back(SetAnswer{factor, std::nullopt}); },
        [&](const std::string &factor, int answer) { steps.push_back(SetAnswer{factor, answer}); });
    diff_extra(ExtraPlace::choice, before.extra, after.extra, steps);
}

void diff_settings(const Settings &before, const Settings &after, Steps &steps) {
    walk(
        before.rules, after.rules, [&](const std::string &rule) { steps.push_back(SetRule{rule, std::nullopt}); },
        [&](const std::string &rule, bool on) { steps.push_back(SetRule{rule, on}); });
    walk(
        before.thresholds, after.thresholds, [&](const std::string &name) { steps.push_back(SetThreshold{name, std::nullopt}); },
        [&](const std::string &name, double value) { steps.push_back(SetThreshold{name, value}); });
}

} // namespace

void apply(Plan &plan, const EditStep &step) { std::visit(Applier{plan}, step); }

void apply(Plan &plan, const PlanEdit &edit) {
    for (const EditStep &step : edit.steps) {
        apply(plan, step);
    }
}

std::vector<EditStep> diff(const Plan &before, const Plan &after) {
    Steps steps;
    if (!before.about.shares_with(after.about)) {
        if (before.about->title != after.about->title) {
            steps.push_back(SetTitle{after.about->title});
        }
        if (before.about->description != after.about->description) {
            steps.push_back(SetDescription{after.about->description});
        }
    }
    if (!before.organisation.shares_with(after.organisation)) {
        diff_items(before.organisation->roles, after.organisation->roles, steps);
        diff_items(before.organisation->people, after.organisation->people, steps);
        diff_choice(before.organisation->choice, after.organisation->choice, steps);
    }
    if (!before.raci.shares_with(after.raci)) {
        diff_grid(*before.raci, *after.raci, steps);
    }
    if (!before.governance.shares_with(after.governance)) {
        diff_items(before.governance->meetings, after.governance->meetings, steps);
        diff_items(before.governance->decisions, after.governance->decisions, steps);
        diff_items(before.governance->escalation, after.governance->escalation, steps);
    }
    if (!before.measurement.shares_with(after.measurement)) {
        diff_items(before.measurement->kpis, after.measurement->kpis, steps);
    }
    if (!before.acceptances.shares_with(after.acceptances)) {
        walk(
            *before.acceptances, *after.acceptances, [&](const std::string &key) { steps.push_back(SetAcceptance{key, std::nullopt}); },
            [&](const std::string &key, const Acceptance &acceptance) { steps.push_back(SetAcceptance{key, acceptance}); });
    }
    if (!before.settings.shares_with(after.settings)) {
        diff_settings(*before.settings, *after.settings, steps);
    }
    if (!before.extra.shares_with(after.extra)) {
        diff_extra(ExtraPlace::plan, *before.extra, *after.extra, steps);
    }
    return steps;
}

} // namespace fullcourt
