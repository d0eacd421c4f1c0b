// Gestures and checks on plans of every odd shape: what they leave is sound, reads back unchanged and can be undone.
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "edit/gestures.h"
#include "edit/people_list.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "io/restore.h"
#include "io/write.h"
#include "random_plan.h"
#include "rounds.h"

using namespace fullcourt;
using test::RandomPlan;

namespace {

/// Some id of the map, or now and then one that it lacks.
template <class Key, class Item> Key pick(RandomPlan &random, const std::map<Key, Item> &items) {
    const std::size_t index = random.below(items.size() + 1);
    return index == items.size() ? Key(random.below(2) == 0 ? "" : "unknown")
                                 : std::next(items.begin(), static_cast<std::ptrdiff_t>(index))->first;
}

template <class Key, class Item> std::vector<Key> pick_some(RandomPlan &random, const std::map<Key, Item> &items) {
    std::vector<Key> ids;
    for (std::size_t i = random.below(5); i > 0; --i) {
        ids.push_back(pick(random, items));
    }
    return ids;
}

PlanEdit random_section_gesture(RandomPlan &random, const Plan &plan, const RandomBits &bits) {
    const Plan other = random.plan();
    const auto role = [&] { return pick(random, plan.organisation->roles); };
    const auto &people = plan.organisation->people;
    const auto &meetings = plan.governance->meetings;
    const auto &decisions = plan.governance->decisions;
    const auto &levels = plan.governance->escalation;
    const auto &kpis = plan.measurement->kpis;
    // Another plan's item, or an empty one with what no plan may hold.
    const auto some = [&]<class Item>(const Collection<Item> &items, Item odd) { return items.empty() ? odd : items.begin()->second; };
    Person person;
    person.hats = {{RoleId(), 1}, {RoleId("ae"), -7}};
    Meeting meeting;
    meeting.minutes = -1;
    meeting.period = {PeriodUnit::none, 9};
    meeting.topics = {random.text()};
    Decision decision;
    decision.turnaroundDays = -1;
    decision.inputs = {{RoleId(), ""}, {RoleId("ae"), random.text()}};
    EscalationLevel level;
    level.about = random.text();
    Kpi kpi;
    kpi.values = {{"", 1}, {random.text(), std::numeric_limits<double>::infinity()}, {random.text(), 2}};
    switch (random.below(26)) {
    case 0: return set_headcount(plan, role(), static_cast<int>(random.below(10)) - 1);
    case 1: return set_cost_per_head(plan, role(), static_cast<double>(random.below(10)) - 1);
    case 2: return set_reports_to(plan, role(), role());
    case 3: return set_dotted_line(plan, role(), role());
    case 4: return choose_home(plan, static_cast<Home>(random.below(6)));
    case 5: return answer_factor(plan, random.text(), static_cast<int>(random.below(7)) - 1);
    case 6: return add_person(plan, random.text(), pick(random, people), bits);
    case 7: return change_person(plan, pick(random, people), some(other.organisation->people, person));
    case 8: return remove_people(plan, pick_some(random, people));
    case 9: return move_people(plan, pick_some(random, people), pick(random, people));
    case 10: return add_meeting(plan, random.text(), pick(random, meetings), bits);
    case 11: return change_meeting(plan, pick(random, meetings), some(other.governance->meetings, meeting));
    case 12: return remove_meetings(plan, pick_some(random, meetings));
    case 13: return move_meetings(plan, pick_some(random, meetings), pick(random, meetings));
    case 14: return add_decision(plan, random.text(), pick(random, decisions), bits);
    case 15: return change_decision(plan, pick(random, decisions), some(other.governance->decisions, decision));
    case 16: return remove_decisions(plan, pick_some(random, decisions));
    case 17: return move_decisions(plan, pick_some(random, decisions), pick(random, decisions));
    case 18: return add_level(plan, pick(random, levels), bits);
    case 19: return change_level(plan, pick(random, levels), some(other.governance->escalation, level));
    case 20: return remove_levels(plan, pick_some(random, levels));
    case 21: return move_levels(plan, pick_some(random, levels), pick(random, levels));
    case 22: return add_kpi(plan, random.text(), role(), pick(random, kpis), bits);
    case 23: return change_kpi(plan, pick(random, kpis), some(other.measurement->kpis, kpi));
    case 24: return move_kpis(plan, pick_some(random, kpis), pick(random, kpis));
    default: return accept_finding(plan, random.text(), {random.text(), random.text(), "", {}});
    }
}

PlanEdit random_gesture_beside_letters(RandomPlan &random, const Plan &plan, const RandomBits &bits) {
    const RaciGrid &grid = *plan.raci;
    const auto side = [&] { return static_cast<Side>(random.below(3)); };
    const auto date = [&] { return random.below(3) == 0 ? random.text() : "2026-11-" + std::to_string(10 + random.below(25)); };
    const auto answer = [&] { return random.below(3) == 0 ? std::optional<int>() : static_cast<int>(random.below(7)) - 1; };
    const auto letters = [&] { return random.below(3) == 0 ? Letters() : Letters::one('R'); };
    switch (random.below(14)) {
    case 0: return note_cell(plan, pick(random, grid.activities), pick(random, grid.columns), random.text());
    case 1: return take_as_is(plan, date());
    case 2: return clear_as_is(plan);
    case 3: return set_as_is_cells(plan, pick_some(random, grid.activities), pick_some(random, grid.columns), letters(), date());
    case 4: return set_ballot_cells(plan, side(), pick_some(random, grid.activities), pick_some(random, grid.columns), letters());
    case 5: return answer_ballot(plan, side(), random.text(), answer());
    case 6: return set_tally(plan, pick(random, grid.activities), random.text());
    case 7: return take_ballot(plan, side(), random.plan());
    case 8: return clear_ballot(plan, side());
    case 9: return answer_readiness(plan, side(), random.text(), answer());
    case 10: return park(plan, random.text());
    case 11: return take_up_again(plan, random.text());
    case 12: return tick_meeting(plan, pick(random, plan.governance->meetings), date(), random.below(2) == 0);
    default: return add_people_list(plan, random.text() + ";" + random.text() + "\n" + random.name(), bits).edit;
    }
}

PlanEdit random_practice_gesture(RandomPlan &random, const Plan &plan, const RandomBits &bits) {
    const Plan other = random.plan();
    const auto some = [&]<class Item>(const Collection<Item> &items, Item odd) { return items.empty() ? odd : items.begin()->second; };
    const auto &practices = plan.practices->practices;
    const auto &tools = plan.practices->tools;
    const auto &entries = plan.records->log;
    const auto &disputes = plan.records->disputes;
    const auto &models = plan.organisation->models;
    const auto &sheet = plan.workshop->sheet;
    Practice practice;
    practice.due = random.text();
    practice.approvers = {RoleId()};
    Tool tool;
    tool.integratesWith = {ToolId()};
    tool.training = random.text();
    LogEntry entry;
    entry.what = entry.on = entry.due = random.text();
    Dispute dispute;
    dispute.days = -1;
    dispute.rule = dispute.on = random.text();
    OwnModel model;
    model.needs = {{"", {}}, {random.text(), {true, 9, -1}}};
    RunSheetItem item;
    item.minutes = -1;
    switch (random.below(24)) {
    case 0: return add_practice(plan, PracticeKind::standard, random.text(), pick(random, practices), bits);
    case 1: return change_practice(plan, pick(random, practices), some(other.practices->practices, practice));
    case 2: return remove_practices(plan, pick_some(random, practices));
    case 3: return move_practices(plan, pick_some(random, practices), pick(random, practices));
    case 4: return add_tool(plan, ToolPurpose::content, random.text(), pick(random, tools), bits);
    case 5: return change_tool(plan, pick(random, tools), some(other.practices->tools, tool));
    case 6: return remove_tools(plan, pick_some(random, tools));
    case 7: return connect_tools(plan, pick(random, tools), pick(random, tools));
    case 8: return disconnect_tools(plan, pick(random, tools), pick(random, tools));
    case 9: return add_log_entry(plan, entry, bits);
    case 10: return change_log_entry(plan, pick(random, entries), some(other.records->log, entry));
    case 11: return mark_done(plan, pick(random, entries));
    case 12: return move_log_entries(plan, pick_some(random, entries), pick(random, entries));
    case 13: return add_dispute(plan, dispute, bits);
    case 14: return change_dispute(plan, pick(random, disputes), some(other.records->disputes, dispute));
    case 15: return remove_disputes(plan, pick_some(random, disputes));
    case 16: return add_own_model(plan, model, bits);
    case 17: return change_own_model(plan, pick(random, models), some(other.organisation->models, model));
    case 18: return remove_own_models(plan, pick_some(random, models));
    case 19: return use_standard_run_sheet(plan, bits);
    case 20: return add_run_sheet_item(plan, random.text(), -5, pick(random, sheet), bits);
    case 21: return change_run_sheet_item(plan, pick(random, sheet), some(other.workshop->sheet, item));
    case 22: return add_meetings(plan, {random.text(), random.text()}, pick(random, plan.governance->meetings), bits);
    default: return random_gesture_beside_letters(random, plan, bits);
    }
}

PlanEdit random_gesture(RandomPlan &random, const Plan &plan, const RandomBits &bits) {
    const RaciGrid &grid = *plan.raci;
    const Collection<Role> &roles = plan.organisation->roles;
    const auto activity = [&] { return pick(random, grid.activities); };
    const auto activities = [&] { return pick_some(random, grid.activities); };
    const auto phase = [&] { return pick(random, grid.phases); };
    const auto role = [&] { return pick(random, roles); };
    const auto letter = [&] { return static_cast<char>('A' + static_cast<int>(random.below(26))); };
    switch (random.below(104)) {
    case 0: return set_cell(plan, activity(), role(), Letters::one(letter()));
    case 1: return set_cells(plan, activities(), pick_some(random, roles), Letters());
    case 2: return set_cells(plan, activities(), pick_some(random, roles), Letters::accountable_and_responsible());
    case 3: return add_activity(plan, random.text(), phase(), activity(), bits);
    case 4: return add_activities(plan, {random.text(), random.text()}, phase(), activity(), bits);
    case 5: return duplicate_activities(plan, activities(), bits);
    case 6: return rename_activity(plan, activity(), random.text());
    case 7: return note_activity(plan, activity(), random.text());
    case 8: return remove_activities(plan, activities());
    case 9:
    case 10: return move_activities(plan, activities(), phase(), activity());
    case 11: return add_phase(plan, random.text(), activities(), bits);
    case 12: return rename_phase(plan, phase(), random.text());
    case 13: return remove_phase(plan, phase());
    case 14: return move_phase(plan, phase(), phase());
    case 15: return add_role(plan, random.text(), role(), bits);
    case 16: return add_roles(plan, {random.text(), random.text(), ""}, role(), bits);
    case 17: return remove_roles(plan, pick_some(random, roles));
    case 18: return hide_column(plan, pick(random, grid.columns));
    case 19: return show_column(plan, role());
    case 20: return move_columns(plan, pick_some(random, grid.columns), pick(random, grid.columns));
    case 21: return set_scheme(plan, random.below(2) == 0 ? LetterScheme::raci : LetterScheme::rasci);
    case 22: return set_extra_letter(plan, letter(), random.text());
    case 23: return remove_extra_letter(plan, letter());
    case 24: return rename_plan(random.text());
    case 25: return describe_plan(random.text());
    default: return random.below(2) == 0 ? random_section_gesture(random, plan, bits) : random_practice_gesture(random, plan, bits);
    }
}

void check_positions(const Plan &plan) {
    for (const auto &[id, activity] : plan.raci->activities) {
        REQUIRE(is_valid_position(activity.position.key));
    }
    for (const auto &[id, column] : plan.raci->columns) {
        REQUIRE(is_valid_position(column.position.key));
    }
}

} // namespace

TEST_CASE("A difference turns any plan of the format into any other", "[edit]") {
    RandomPlan random(21);
    for (int i = 0; i < 500; ++i) {
        const Plan before = random.plan();
        const Plan after = random.plan();
        Plan made = before;
        fullcourt::apply(made, {"", diff(before, after)});
        REQUIRE(made == after);
    }
}

TEST_CASE("Whatever a person does leaves a plan that is sound, checked, stored and undone", "[edit]") {
    RandomPlan random(22);
    const RandomBits bits = counting_bits(22);
    for (int round = 0; round < test::rounds(60); ++round) {
        Plan plan = random.plan();
        for (int i = 0; i < 120; ++i) {
            const Plan before = plan;
            const PlanEdit edit = random_gesture(random, plan, bits);
            fullcourt::apply(plan, edit);
            REQUIRE((edit.steps.empty() || !edit.label.empty()));
            check_positions(plan);
            Plan undone = plan;
            fullcourt::apply(undone, {"Undo", diff(plan, before)});
            REQUIRE(undone == before);
            const auto findings = check(plan);
            REQUIRE((i % 10 != 0 || findings == check(plan)));
        }
        const Result<Restored> restored = restore(write_plan(plan, {}));
        REQUIRE(restored);
        CHECKED_ELSE(restored->report.empty()) { FAIL(restored->report.sentences.front()); }
        REQUIRE(restored->plan == plan);
    }
}
