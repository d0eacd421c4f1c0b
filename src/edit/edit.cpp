#include "edit/edit.h"

#include <cmath>
#include <type_traits>

#include "edit/account_edits.h"
#include "edit/walk.h"
#include "model/rows.h"

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
Collection<Practice> &items(Plan &plan, const Practice *) { return plan.practices.edit().practices; }
Collection<Tool> &items(Plan &plan, const Tool *) { return plan.practices.edit().tools; }
Collection<LogEntry> &items(Plan &plan, const LogEntry *) { return plan.records.edit().log; }
Collection<Dispute> &items(Plan &plan, const Dispute *) { return plan.records.edit().disputes; }
Collection<OwnModel> &items(Plan &plan, const OwnModel *) { return plan.organisation.edit().models; }
Collection<RunSheetItem> &items(Plan &plan, const RunSheetItem *) { return plan.workshop.edit().sheet; }

Collection<AccountMark> &items(Plan &plan, const AccountMark *) { return plan.accounts.edit().marks; }
Collection<Criterion> &items(Plan &plan, const Criterion *) { return plan.scoring.edit().criteria; }
Collection<ScoreVersion> &items(Plan &plan, const ScoreVersion *) { return plan.scoring.edit().versions; }
Collection<FrozenList> &items(Plan &plan, const FrozenList *) { return plan.scoring.edit().lists; }
Collection<Contact> &items(Plan &plan, const Contact *) { return plan.contacts.edit().contacts; }
Collection<LeadStage> &items(Plan &plan, const LeadStage *) { return plan.contacts.edit().stages; }
Collection<Pod> &items(Plan &plan, const Pod *) { return plan.engagement.edit().pods; }
Collection<Play> &items(Plan &plan, const Play *) { return plan.engagement.edit().plays; }
Collection<PlayTemplate> &items(Plan &plan, const PlayTemplate *) { return plan.engagement.edit().templates; }
Collection<EngagementNote> &items(Plan &plan, const EngagementNote *) { return plan.engagement.edit().notes; }

std::optional<std::string> unless_empty(const std::optional<std::string> &text) { return text && text->empty() ? std::nullopt : text; }

void set_ballot_letters(std::map<Side, GridRows> &ballots, const SetBallotLetters &step) {
    GridRows &rows = ballots[step.side];
    set_letters(rows, step.activity, step.role, step.letters);
    if (rows.empty()) {
        ballots.erase(step.side);
    }
}

void set_parked(std::set<std::string> &parked, const SetParked &step) {
    if (step.parked) {
        parked.insert(step.finding);
    } else {
        parked.erase(step.finding);
    }
}

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
    void operator()(const Put<AccountColumn> &step) const { put_column(plan.accounts.edit(), step.id, step.item); }
    void operator()(const Remove<AccountColumn> &step) const { remove_column(plan.accounts.edit(), step.id); }
    void operator()(const SetAccountCells &step) const { set_cells(plan.accounts.edit(), step); }
    void operator()(const SetAccountTable &step) const { plan.accounts.edit().table = step.table; }
    void operator()(const SetAccountNaming &step) const {
        plan.accounts.edit().keyName = step.keyName;
        plan.accounts.edit().nameColumn = step.nameColumn;
    }
    void operator()(const SetAccountBoard &step) const { plan.accounts.edit().board = step.board; }
    void operator()(const SetAccountStages &step) const { plan.accounts.edit().stages = step.stages; }
    void operator()(const SetImportMap &step) const { plan.accounts.edit().importMap = step.columns; }
    void operator()(const SetOutcomePolicy &step) const { plan.scoring.edit().outcome = step.policy; }
    void operator()(const SetLeadPolicy &step) const { plan.contacts.edit().policy = step.policy; }
    void operator()(const SetPodPolicy &step) const { plan.engagement.edit().podPolicy = step.policy; }
    void operator()(const SetTierPolicy &step) const { plan.scoring.edit().tiers = step.policy; }
    void operator()(const SetSignature &step) const { put_or_remove(plan.scoring.edit().signatures, step.side, step.signature); }
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
    void operator()(const SetReadiness &step) const { put_at(plan.readiness.edit().answers, step.statement, step.side, step.answer); }
    void operator()(const SetCellNote &step) const { put_at(plan.raci.edit().notes, step.activity, step.role, unless_empty(step.text)); }
    void operator()(const SetAsIsLetters &step) const { set_letters(plan.raci.edit().asIs, step.activity, step.role, step.letters); }
    void operator()(const SetAsIsDate &step) const { plan.raci.edit().asIsOn = step.date; }
    void operator()(const SetBallotLetters &step) const { set_ballot_letters(plan.ballots.edit().grid, step); }
    void operator()(const SetBallotAnswer &step) const { put_at(plan.ballots.edit().context, step.side, step.factor, step.answer); }
    void operator()(const SetTally &step) const { put_or_remove(plan.ballots.edit().tallies, step.activity, unless_empty(step.tally)); }
    void operator()(const SetParked &step) const { set_parked(plan.workshop.edit().parked, step); }
    void operator()(const SetExtra &step) const { put_or_remove(extra_at(plan, step.place), step.key, step.json); }
};

using Steps = std::vector<EditStep>;

void diff_extra(ExtraPlace place, const Extra &before, const Extra &after, Steps &steps) {
    walk(
        before, after, [&](const std::string &key) { steps.push_back(SetExtra{place, key, std::nullopt}); },
        [&](const std::string &key, const std::string &json) { steps.push_back(SetExtra{place, key, json}); });
}

/// Walks two maps of rows cell by cell, as walk() does.
template <class Rows, class Removed, class Put>
void walk_rows(const Rows &before, const Rows &after, const Removed &removed, const Put &put) {
    static const typename Rows::mapped_type none;
    const auto cells = [&](const auto &row, const auto &old, const auto &now) {
        walk(
            old, now, [&](const auto &column) { removed(row, column); },
            [&](const auto &column, const auto &value) { put(row, column, value); });
    };
    walk(
        before, after, [&](const auto &row) { cells(row, before.at(row), none); },
        [&](const auto &row, const auto &now) {
            const auto *old = find(before, row);
            cells(row, old == nullptr ? none : *old, now);
        });
}

void diff_rows(const GridRows &before, const GridRows &after, Steps &steps) {
    walk_rows(
        before, after, [&](const ActivityId &activity, const RoleId &role) { steps.push_back(SetLetters{activity, role, Letters()}); },
        [&](const ActivityId &activity, const RoleId &role, const Letters &letters) {
            steps.push_back(SetLetters{activity, role, letters});
        });
}

void diff_notes(const CellNotes &before, const CellNotes &after, Steps &steps) {
    walk_rows(
        before, after, [&](const ActivityId &activity, const RoleId &role) { steps.push_back(SetCellNote{activity, role, std::nullopt}); },
        [&](const ActivityId &activity, const RoleId &role, const std::string &text) {
            steps.push_back(SetCellNote{activity, role, text});
        });
}

void diff_as_is(const RaciGrid &before, const RaciGrid &after, Steps &steps) {
    if (before.asIsOn != after.asIsOn) {
        steps.push_back(SetAsIsDate{after.asIsOn});
    }
    walk_rows(
        before.asIs, after.asIs,
        [&](const ActivityId &activity, const RoleId &role) { steps.push_back(SetAsIsLetters{activity, role, Letters()}); },
        [&](const ActivityId &activity, const RoleId &role, const Letters &letters) {
            steps.push_back(SetAsIsLetters{activity, role, letters});
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
    diff_rows(before.rows, after.rows, steps);
    diff_notes(before.notes, after.notes, steps);
    diff_as_is(before, after, steps);
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

void diff_about(const About &before, const About &after, Steps &steps) {
    if (before.title != after.title) {
        steps.push_back(SetTitle{after.title});
    }
    if (before.description != after.description) {
        steps.push_back(SetDescription{after.description});
    }
}

void diff_organisation(const Organisation &before, const Organisation &after, Steps &steps) {
    diff_items(before.roles, after.roles, steps);
    diff_items(before.people, after.people, steps);
    diff_choice(before.choice, after.choice, steps);
    diff_items(before.models, after.models, steps);
}

void diff_governance(const Governance &before, const Governance &after, Steps &steps) {
    diff_items(before.meetings, after.meetings, steps);
    diff_items(before.decisions, after.decisions, steps);
    diff_items(before.escalation, after.escalation, steps);
}

void diff_measurement(const Measurement &before, const Measurement &after, Steps &steps) { diff_items(before.kpis, after.kpis, steps); }

void diff_practices(const Practices &before, const Practices &after, Steps &steps) {
    diff_items(before.practices, after.practices, steps);
    diff_items(before.tools, after.tools, steps);
}

void diff_readiness(const Readiness &before, const Readiness &after, Steps &steps) {
    walk_rows(
        before.answers, after.answers,
        [&](const std::string &statement, Side side) { steps.push_back(SetReadiness{side, statement, std::nullopt}); },
        [&](const std::string &statement, Side side, int answer) { steps.push_back(SetReadiness{side, statement, answer}); });
}

void diff_records(const Records &before, const Records &after, Steps &steps) {
    diff_items(before.log, after.log, steps);
    diff_items(before.disputes, after.disputes, steps);
}

void diff_ballot_grids(const std::map<Side, GridRows> &before, const std::map<Side, GridRows> &after, Steps &steps) {
    static const GridRows none;
    for (const Side side : {Side::marketing, Side::sales, Side::product}) {
        const GridRows *old = find(before, side);
        const GridRows *now = find(after, side);
        walk_rows(
            old == nullptr ? none : *old, now == nullptr ? none : *now,
            [&](const ActivityId &activity, const RoleId &role) { steps.push_back(SetBallotLetters{side, activity, role, Letters()}); },
            [&](const ActivityId &activity, const RoleId &role, const Letters &letters) {
                steps.push_back(SetBallotLetters{side, activity, role, letters});
            });
    }
}

void diff_ballots(const Ballots &before, const Ballots &after, Steps &steps) {
    diff_ballot_grids(before.grid, after.grid, steps);
    walk_rows(
        before.context, after.context,
        [&](Side side, const std::string &factor) { steps.push_back(SetBallotAnswer{side, factor, std::nullopt}); },
        [&](Side side, const std::string &factor, int answer) { steps.push_back(SetBallotAnswer{side, factor, answer}); });
    walk(
        before.tallies, after.tallies, [&](const ActivityId &activity) { steps.push_back(SetTally{activity, std::nullopt}); },
        [&](const ActivityId &activity, const std::string &tally) { steps.push_back(SetTally{activity, tally}); });
}

void diff_contacts(const Contacts &before, const Contacts &after, Steps &steps) {
    diff_items(before.contacts, after.contacts, steps);
    diff_items(before.stages, after.stages, steps);
    if (before.policy != after.policy) {
        steps.emplace_back(SetLeadPolicy{after.policy});
    }
}

void diff_engagement(const Engagement &before, const Engagement &after, Steps &steps) {
    diff_items(before.pods, after.pods, steps);
    if (before.podPolicy != after.podPolicy) {
        steps.emplace_back(SetPodPolicy{after.podPolicy});
    }
    diff_items(before.plays, after.plays, steps);
    diff_items(before.templates, after.templates, steps);
    diff_items(before.notes, after.notes, steps);
}

void diff_workshop(const Workshop &before, const Workshop &after, Steps &steps) {
    diff_items(before.sheet, after.sheet, steps);
    for (const std::string &finding : before.parked) {
        if (!after.parked.contains(finding)) {
            steps.push_back(SetParked{finding, false});
        }
    }
    for (const std::string &finding : after.parked) {
        if (!before.parked.contains(finding)) {
            steps.push_back(SetParked{finding, true});
        }
    }
}

void diff_acceptances(const Acceptances &before, const Acceptances &after, Steps &steps) {
    walk(
        before, after, [&](const std::string &key) { steps.push_back(SetAcceptance{key, std::nullopt}); },
        [&](const std::string &key, const Acceptance &acceptance) { steps.push_back(SetAcceptance{key, acceptance}); });
}

void diff_plan_extra(const Extra &before, const Extra &after, Steps &steps) { diff_extra(ExtraPlace::plan, before, after, steps); }

/// A section that both plans still share costs nothing.
template <class Section>
void diff_section(const Shared<Section> &before, const Shared<Section> &after, void (*diff)(const Section &, const Section &, Steps &),
                  Steps &steps) {
    if (!before.shares_with(after)) {
        diff(*before, *after, steps);
    }
}

} // namespace

EditStep::EditStep(const EditStep &other) = default;
EditStep::EditStep(EditStep &&other) noexcept = default;
EditStep &EditStep::operator=(const EditStep &other) = default;
EditStep &EditStep::operator=(EditStep &&other) noexcept = default;
EditStep::~EditStep() = default;

bool EditStep::equals(const EditStep &other) const { return static_cast<const EditKinds &>(*this) == static_cast<const EditKinds &>(other); }

void apply(Plan &plan, const EditStep &step) { std::visit(Applier{plan}, step); }

void apply(Plan &plan, const PlanEdit &edit) {
    for (const EditStep &step : edit.steps) {
        apply(plan, step);
    }
}

std::vector<EditStep> diff(const Plan &before, const Plan &after) {
    Steps steps;
    diff_section(before.about, after.about, diff_about, steps);
    diff_section(before.organisation, after.organisation, diff_organisation, steps);
    diff_section(before.raci, after.raci, diff_grid, steps);
    diff_section(before.governance, after.governance, diff_governance, steps);
    diff_section(before.measurement, after.measurement, diff_measurement, steps);
    diff_section(before.practices, after.practices, diff_practices, steps);
    diff_section(before.readiness, after.readiness, diff_readiness, steps);
    diff_section(before.records, after.records, diff_records, steps);
    diff_section(before.ballots, after.ballots, diff_ballots, steps);
    diff_section(before.workshop, after.workshop, diff_workshop, steps);
    diff_section(before.acceptances, after.acceptances, diff_acceptances, steps);
    diff_section(before.settings, after.settings, diff_settings, steps);
    diff_section(before.accounts, after.accounts, diff_accounts, steps);
    diff_section(before.scoring, after.scoring, diff_scoring, steps);
    diff_section(before.contacts, after.contacts, diff_contacts, steps);
    diff_section(before.engagement, after.engagement, diff_engagement, steps);
    diff_section(before.extra, after.extra, diff_plan_extra, steps);
    return steps;
}

} // namespace fullcourt
