#include "edit/practice_gestures.h"

#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "edit/section_gestures.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;
using test::bits;
using test::drawnClosing;

namespace {

const RoleId drawnExecutive("AE");
const RoleId development("SDR");

/// The reference grid with one thing of every kind that names the SDR, the AE, Close and a level.
Plan plan_with_practices() {
    Plan plan = test::reference_plan();
    Practice &selection = plan.practices.edit().practices[PracticeId("selection")];
    selection.name = "Account selection";
    selection.owner = development;
    selection.approvers = {development, drawnExecutive};
    Tool &crm = plan.practices.edit().tools[ToolId("crm")];
    crm.name = "CRM";
    crm.owner = development;
    crm.access = {development, drawnExecutive};
    crm.integratesWith = {ToolId("mail")};
    plan.practices.edit().tools[ToolId("mail")].name = "Mailer";
    LogEntry &entry = plan.records.edit().log[LogEntryId("send")];
    entry.what = "Send the list";
    entry.owner = development;
    plan.governance.edit().escalation[EscalationLevelId("one")].parties = {drawnExecutive};
    plan.governance.edit().meetings[MeetingId("weekly")].name = "Weekly sync";
    Dispute &dispute = plan.records.edit().disputes[DisputeId("price")];
    dispute.what = "Who prices";
    dispute.activity = drawnClosing;
    dispute.level = EscalationLevelId("one");
    plan.raci.edit().notes[drawnClosing] = {{development, "Never alone"}, {drawnExecutive, "Up to 100,000"}};
    set_letters(plan.raci.edit().asIs, drawnClosing, development, Letters::one('A'));
    set_letters(plan.raci.edit().asIs, drawnClosing, drawnExecutive, Letters::one('R'));
    for (const Side side : {Side::marketing, Side::sales}) {
        set_letters(plan.ballots.edit().grid[side], drawnClosing, development, Letters::one('R'));
        set_letters(plan.ballots.edit().grid[side], drawnClosing, drawnExecutive, Letters::one('A'));
    }
    plan.ballots.edit().tallies[drawnClosing] = "5–3";
    return plan;
}

std::size_t cells_of(const GridRows &rows, const RoleId &role) {
    std::size_t count = 0;
    for (const auto &[activity, cells] : rows) {
        count += cells.count(role);
    }
    return count;
}

} // namespace

TEST_CASE("Deleting a role takes it from governance, the log, notes, the as-is picture and ballots", "[edit]") {
    const Plan plan = plan_with_practices();
    const Plan without = after(plan, remove_roles(plan, {development}));
    CHECK(without.practices->practices.at(PracticeId("selection")).owner.empty());
    CHECK(without.practices->practices.at(PracticeId("selection")).approvers == std::set<RoleId>{drawnExecutive});
    CHECK(without.practices->tools.at(ToolId("crm")).owner.empty());
    CHECK(without.practices->tools.at(ToolId("crm")).access == std::set<RoleId>{drawnExecutive});
    CHECK(without.records->log.at(LogEntryId("send")).owner.empty());
    CHECK(without.raci->notes.at(drawnClosing) == std::map<RoleId, std::string>{{drawnExecutive, "Up to 100,000"}});
    CHECK(cells_of(without.raci->asIs, development) == 0);
    CHECK(cells_of(without.raci->asIs, drawnExecutive) == 1);
    CHECK(cells_of(without.ballots->grid.at(Side::sales), development) == 0);
    CHECK(cells_of(without.ballots->grid.at(Side::marketing), drawnExecutive) == 1);
    CHECK(after(without, {"Undo", diff(without, plan)}) == plan);
}

TEST_CASE("Deleting an activity, a level or a tool takes it from what names it", "[edit]") {
    const Plan plan = plan_with_practices();
    const Plan open = after(plan, remove_activities(plan, {drawnClosing}));
    CHECK(open.records->disputes.at(DisputeId("price")).activity.empty());
    CHECK(open.raci->notes.empty());
    CHECK(open.raci->asIs.empty());
    CHECK(open.ballots->grid.empty());
    CHECK(open.ballots->tallies.empty());
    const Plan flat = after(plan, remove_levels(plan, {EscalationLevelId("one")}));
    CHECK(flat.records->disputes.at(DisputeId("price")).level.empty());
    const PlanEdit edit = remove_tools(plan, {ToolId("mail"), ToolId("gone")});
    CHECK(edit.label == "Delete Mailer");
    CHECK(after(plan, edit).practices->tools.at(ToolId("crm")).integratesWith.empty());
    CHECK(remove_tools(plan, {ToolId("gone")}).steps.empty());
}

TEST_CASE("Practices are added, changed and moved, one or several in one step", "[edit]") {
    Plan plan = plan_with_practices();
    PracticeId tone;
    const PlanEdit add = add_practice(plan, PracticeKind::standard, " Tone\nof voice ", PracticeId(), bits, &tone);
    CHECK(add.label == "Add Tone of voice");
    plan = after(plan, add);
    CHECK(plan.practices->practices.at(tone).kind == PracticeKind::standard);
    CHECK(ordered(plan.practices->practices).back() == tone);
    std::vector<PracticeId> made;
    const PlanEdit several = add_practices(plan, PracticeKind::improvement, {"Review", "Training"}, bits, &made);
    CHECK(several.label == "Add 2 practices");
    REQUIRE(made.size() == 2);
    CHECK(after(plan, several).practices->practices.at(made[1]).name == "Training");
    Practice changed = plan.practices->practices.at(tone);
    changed.text = "Plain.\nNo jargon.";
    CHECK(change_practice(plan, tone, changed).label == "Change the text of Tone of voice");
    changed.due = "2026-02-30";
    changed.period = {PeriodUnit::quarter, 900};
    const Plan sound = after(plan, change_practice(plan, tone, changed));
    CHECK(sound.practices->practices.at(tone).due.empty());
    CHECK(sound.practices->practices.at(tone).period.every == 100);
    CHECK(sound.practices->practices.at(tone).text == "Plain.\nNo jargon.");
    CHECK(change_practice(plan, PracticeId("gone"), changed).steps.empty());
    CHECK(move_practices(plan, {tone}, PracticeId("selection")).label == "Move Tone of voice");
}

TEST_CASE("Tools are connected both ways by one line, and let go", "[edit]") {
    const Plan plan = plan_with_practices();
    ToolId chat;
    const Plan more = after(plan, add_tool(plan, ToolPurpose::communication, "Chat", ToolId(), bits, &chat));
    const PlanEdit edit = connect_tools(more, chat, ToolId("crm"));
    CHECK(edit.label == "Connect Chat with CRM");
    const Plan joined = after(more, edit);
    CHECK(integrate(joined.practices->tools, ToolId("crm"), chat));
    CHECK(connect_tools(joined, ToolId("crm"), chat).steps.empty());
    CHECK(connect_tools(joined, chat, chat).steps.empty());
    CHECK(connect_tools(joined, chat, ToolId("gone")).steps.empty());
    const PlanEdit apart = disconnect_tools(joined, ToolId("crm"), chat);
    CHECK(apart.label == "Disconnect CRM from Chat");
    CHECK(after(joined, apart) == more);
    CHECK(disconnect_tools(more, ToolId("crm"), chat).steps.empty());
    Tool crm = plan.practices->tools.at(ToolId("crm"));
    crm.integratesWith.insert(ToolId("crm"));
    CHECK(change_tool(plan, ToolId("crm"), crm).steps.empty());
}

TEST_CASE("Readiness is answered by side, and taken back", "[edit]") {
    const Plan plan = plan_with_practices();
    const PlanEdit edit = answer_readiness(plan, Side::sales, "shared-goals", 2);
    CHECK(edit.label == "Answer shared goals with 2 for sales");
    const Plan answered = after(plan, edit);
    CHECK(answered.readiness->answers.at("shared-goals") == std::map<Side, int>{{Side::sales, 2}});
    CHECK(answer_readiness(answered, Side::sales, "shared-goals", 2).steps.empty());
    CHECK(answer_readiness(answered, Side::marketing, "shared-goals", std::nullopt).steps.empty());
    CHECK(answer_readiness(plan, Side::sales, "shared-goals", 5).steps.empty());
    CHECK(answer_readiness(plan, Side::sales, "", 3).steps.empty());
    CHECK(after(answered, answer_readiness(answered, Side::sales, "shared-goals", std::nullopt)) == plan);
}

TEST_CASE("The log takes what was settled, and what is done", "[edit]") {
    const Plan plan = plan_with_practices();
    LogEntry entry;
    entry.kind = LogEntry::Kind::action;
    entry.what = "Book the\nfirst sync";
    entry.owner = drawnExecutive;
    entry.due = "2026-12-01";
    entry.on = "yesterday";
    LogEntryId made;
    const PlanEdit edit = add_log_entry(plan, entry, bits, &made);
    CHECK(edit.label == "Log Book the first sync");
    const Plan logged = after(plan, edit);
    CHECK(ordered(logged.records->log).back() == made);
    CHECK(logged.records->log.at(made).due == "2026-12-01");
    CHECK(logged.records->log.at(made).on.empty());
    const Plan done = after(logged, mark_done(logged, made));
    CHECK(done.records->log.at(made).done);
    CHECK(mark_done(done, made).steps.empty());
    CHECK(mark_done(logged, made).label == "Mark Book the first sync as done");
    CHECK(after(done, mark_open(done, made)) == logged);
    LogEntry changed = logged.records->log.at(made);
    changed.owner = RoleId();
    CHECK(change_log_entry(logged, made, changed).label == "Change the owner of Book the first sync");
    CHECK(after(logged, remove_log_entries(logged, {made})) == plan);
    CHECK(mark_done(plan, LogEntryId("gone")).steps.empty());
}

TEST_CASE("Disputes are noted and changed", "[edit]") {
    const Plan plan = plan_with_practices();
    Dispute dispute;
    dispute.what = "Whose lead";
    dispute.days = 9;
    DisputeId made;
    const PlanEdit edit = add_dispute(plan, dispute, bits, &made);
    CHECK(edit.label == "Add Whose lead");
    const Plan noted = after(plan, edit);
    dispute.days = -4;
    CHECK(change_dispute(noted, made, dispute).label == "Change the length of Whose lead");
    CHECK_FALSE(after(noted, change_dispute(noted, made, dispute)).records->disputes.at(made).days);
    CHECK(remove_disputes(noted, {made, DisputeId("price")}).label == "Delete 2 disputes");
}

TEST_CASE("A meeting is ticked as held or skipped on its date", "[edit]") {
    const Plan plan = plan_with_practices();
    const MeetingId weekly("weekly");
    CHECK(tick_meeting(plan, weekly, "2026-11-23", true).label == "Mark Weekly sync of 2026-11-23 as held");
    const Plan skipped = after(plan, tick_meeting(plan, weekly, "2026-11-23", false));
    CHECK(skipped.governance->meetings.at(weekly).held == std::map<std::string, bool>{{"2026-11-23", false}});
    CHECK(tick_meeting(skipped, weekly, "2026-11-23", false).steps.empty());
    CHECK(after(skipped, tick_meeting(skipped, weekly, "2026-11-23", std::nullopt)) == plan);
    CHECK(tick_meeting(plan, weekly, "2026-11-31", true).steps.empty());
    CHECK(tick_meeting(plan, weekly, "2026-11-23", std::nullopt).steps.empty());
    CHECK(tick_meeting(plan, MeetingId("gone"), "2026-11-23", true).steps.empty());
}

TEST_CASE("A meeting has a day and a time of day", "[edit]") {
    const Plan plan = plan_with_practices();
    Meeting weekly = plan.governance->meetings.at(MeetingId("weekly"));
    weekly.weekday = Weekday::tuesday;
    weekly.startMinutes = 570;
    CHECK(change_meeting(plan, MeetingId("weekly"), weekly).label == "Change the time of Weekly sync");
    weekly.startMinutes = 1'440;
    const Plan sound = after(plan, change_meeting(plan, MeetingId("weekly"), weekly));
    CHECK(sound.governance->meetings.at(MeetingId("weekly")).weekday == Weekday::tuesday);
    CHECK_FALSE(sound.governance->meetings.at(MeetingId("weekly")).startMinutes);
}

TEST_CASE("A cell takes a note", "[edit]") {
    const Plan plan = test::reference_plan();
    const PlanEdit edit = note_cell(plan, drawnClosing, drawnExecutive, "With the CFO\nabove 100,000");
    CHECK(edit.label == "Note on Close × AE");
    const Plan noted = after(plan, edit);
    CHECK(noted.raci->notes.at(drawnClosing).at(drawnExecutive) == "With the CFO\nabove 100,000");
    CHECK(note_cell(noted, drawnClosing, drawnExecutive, "Alone").label == "Change the note on Close × AE");
    CHECK(note_cell(noted, drawnClosing, drawnExecutive, "").label == "Delete the note on Close × AE");
    CHECK(after(noted, note_cell(noted, drawnClosing, drawnExecutive, "")) == plan);
    CHECK(note_cell(plan, drawnClosing, drawnExecutive, "").steps.empty());
    CHECK(note_cell(plan, drawnClosing, RoleId("gone"), "x").steps.empty());
}

TEST_CASE("Today's grid is kept as the picture of how it was", "[edit]") {
    const Plan plan = test::reference_plan();
    const Plan taken = after(plan, take_as_is(plan, "2026-11-23"));
    CHECK(taken.raci->asIs == plan.raci->rows);
    CHECK(taken.raci->asIsOn == "2026-11-23");
    const Plan later = after(taken, set_cell(taken, drawnClosing, drawnExecutive, Letters::accountable_and_responsible()));
    CHECK(letters_at(later.raci->asIs, drawnClosing, drawnExecutive).text() == "A");
    CHECK(letters_at(*later.raci, drawnClosing, drawnExecutive).text() == "A/R");
    CHECK(after(taken, clear_as_is(taken)) == plan);
    CHECK(clear_as_is(plan).steps.empty());
    CHECK(take_as_is(plan, "soon").steps.empty());
    const PlanEdit typed =
        set_as_is_cells(plan, {drawnClosing}, {drawnExecutive, development, RoleId("gone")}, Letters::one('C'), "2026-11-01");
    CHECK(typed.label == "Set 2 cells to C in the as-is picture");
    CHECK(after(plan, typed).raci->asIsOn == "2026-11-01");
    CHECK(set_as_is_cells(taken, {drawnClosing}, {drawnExecutive}, Letters(), "2026-11-24").label ==
          "Clear Close × AE in the as-is picture");
    CHECK(after(taken, set_as_is_cells(taken, {drawnClosing}, {drawnExecutive}, Letters(), "2026-11-24")).raci->asIsOn == "2026-11-23");
}

TEST_CASE("A side fills its ballot apart from the plan", "[edit]") {
    const Plan plan = test::reference_plan();
    const PlanEdit edit = set_ballot_cells(plan, Side::marketing, {drawnClosing}, {drawnExecutive}, Letters::one('R'));
    CHECK(edit.label == "Set Close × AE to R in the ballot of marketing");
    Plan filled = after(plan, edit);
    CHECK(letters_at(filled.ballots->grid.at(Side::marketing), drawnClosing, drawnExecutive).text() == "R");
    CHECK(*filled.raci == *plan.raci);
    CHECK(set_ballot_cells(filled, Side::marketing, {drawnClosing}, {drawnExecutive}, Letters::one('R')).steps.empty());
    CHECK(after(filled, set_ballot_cells(filled, Side::marketing, {drawnClosing}, {drawnExecutive}, Letters())) == plan);
    CHECK(answer_ballot(plan, Side::sales, "alignment", 1).label == "Answer alignment with 1 in the ballot of sales");
    CHECK(answer_ballot(plan, Side::sales, "alignment", -1).steps.empty());
    filled = after(filled, answer_ballot(filled, Side::marketing, "alignment", 4));
    CHECK(filled.ballots->context.at(Side::marketing).at("alignment") == 4);
    CHECK(filled.organisation->choice.context.empty());
    CHECK(after(filled, clear_ballot(filled, Side::marketing)) == plan);
    CHECK(clear_ballot(filled, Side::sales).steps.empty());
    CHECK(set_tally(plan, drawnClosing, "5–3").label == "Note the tally 5–3 for Close");
    CHECK(after(plan, set_tally(plan, drawnClosing, "5–3")).ballots->tallies.at(drawnClosing) == "5–3");
    CHECK(set_tally(plan, drawnClosing, " ").steps.empty());
}

TEST_CASE("A side's ballot from another copy of the plan takes the place of its own here", "[edit]") {
    const Plan plan = test::reference_plan();
    Plan theirs = after(plan, set_ballot_cells(plan, Side::sales, {drawnClosing}, {drawnExecutive}, Letters::one('A')));
    theirs = after(theirs, set_ballot_cells(theirs, Side::marketing, {drawnClosing}, {development}, Letters::one('C')));
    theirs = after(theirs, answer_readiness(theirs, Side::sales, "shared-goals", 1));
    theirs = after(theirs, answer_ballot(theirs, Side::sales, "alignment", 2));
    Plan ours = after(plan, set_ballot_cells(plan, Side::sales, {drawnClosing}, {development}, Letters::one('R')));
    ours = after(ours, answer_readiness(ours, Side::sales, "shared-tools", 3));
    ours = after(ours, answer_readiness(ours, Side::marketing, "shared-goals", 4));
    const PlanEdit edit = take_ballot(ours, Side::sales, theirs);
    CHECK(edit.label == "Take the ballot of sales");
    const Plan both = after(ours, edit);
    CHECK(both.ballots->grid == std::map<Side, GridRows>{{Side::sales, {{drawnClosing, {{drawnExecutive, Letters::one('A')}}}}}});
    CHECK(both.ballots->context == SideAnswers{{Side::sales, {{"alignment", 2}}}});
    CHECK(both.readiness->answers ==
          std::map<std::string, std::map<Side, int>>{{"shared-goals", {{Side::marketing, 4}, {Side::sales, 1}}}});
    CHECK(*both.raci == *plan.raci);
}

TEST_CASE("A settled cell goes into the grid and all ballots that have the row, and the log keeps what the sides had said", "[edit]") {
    const Plan plan = test::reference_plan();
    Plan voted = after(plan, set_ballot_cells(plan, Side::marketing, {drawnClosing}, {drawnExecutive, development}, Letters::one('R')));
    voted = after(voted, set_ballot_cells(voted, Side::sales, {drawnClosing}, {drawnExecutive}, Letters::one('A')));
    const PlanEdit edit = settle_ballot_cell(voted, drawnClosing, drawnExecutive, Letters::one('A'), "2026-11-23", bits);
    CHECK(edit.label == "Settle Close");
    Plan settled = after(voted, edit);
    CHECK(letters_at(*settled.raci, drawnClosing, drawnExecutive).text() == "A");
    CHECK(letters_at(settled.ballots->grid.at(Side::marketing), drawnClosing, drawnExecutive).text() == "A");
    REQUIRE(settled.records->log.size() == 1);
    CHECK(settled.records->log.begin()->second.what == "Close: AE is A (marketing R, sales A)");
    CHECK(settled.records->log.begin()->second.on == "2026-11-23");

    // The next cell of the row on the same day goes into the same entry.
    settled = after(settled, settle_ballot_cell(settled, drawnClosing, development, Letters(), "2026-11-23", bits));
    REQUIRE(settled.records->log.size() == 1);
    CHECK(settled.records->log.begin()->second.what == "Close: AE is A (marketing R, sales A); SDR has no letter (marketing R, sales –)");
    CHECK(letters_at(*settled.raci, drawnClosing, development).empty());
    CHECK(settled.ballots->grid.size() == 2);

    // What nobody disputed is not logged; a side that left the row out stays out of it.
    CHECK(after(plan, settle_ballot_cell(plan, drawnClosing, drawnExecutive, Letters::one('I'), "2026-11-23", bits)).records->log.empty());
    CHECK(settled.ballots->grid.contains(Side::product) == false);
    CHECK(settle_ballot_cell(plan, ActivityId("none"), drawnExecutive, Letters::one('A'), "2026-11-23", bits).steps.empty());
}

TEST_CASE("Cells that all sides filled in alike become the grid's in one step", "[edit]") {
    const Plan plan = test::reference_plan();
    const GridRows cells = {{drawnClosing, {{drawnExecutive, Letters::one('I')}, {development, Letters::one('I')}}},
                            {ActivityId("none"), {{drawnExecutive, Letters::one('A')}}}};
    const PlanEdit edit = take_over_cells(plan, cells);
    const Plan taken = after(plan, edit);
    CHECK(letters_at(*taken.raci, drawnClosing, drawnExecutive).text() == "I");
    CHECK_FALSE(taken.raci->rows.contains(ActivityId("none")));
    CHECK(edit.label.starts_with("Take over "));
    CHECK(take_over_cells(taken, cells).steps.empty());
}

TEST_CASE("Own organisation models are added whole, and their needs made sound", "[edit]") {
    const Plan plan = test::reference_plan();
    OwnModel model;
    model.name = "Two homes";
    model.home = Home::matrix;
    model.needs = {{"alignment", {false, 9, -3}}, {"", {}}, {"content", {true, 2, 1e9}}};
    OwnModelId made;
    const PlanEdit edit = add_own_model(plan, model, bits, &made);
    CHECK(edit.label == "Add Two homes");
    const Plan more = after(plan, edit);
    CHECK(more.organisation->models.at(made).needs ==
          std::map<std::string, OwnNeed>{{"alignment", {false, 4, 0}}, {"content", {true, 2, 100}}});
    OwnModel changed = more.organisation->models.at(made);
    changed.drawbacks = {"Two lines"};
    CHECK(change_own_model(more, made, changed).label == "Change what speaks against Two homes");
    CHECK(after(more, remove_own_models(more, {made})) == plan);
}

TEST_CASE("The run sheet begins with the usual 90 minutes and can be changed", "[edit]") {
    Plan plan = test::reference_plan();
    plan = after(plan, use_standard_run_sheet(plan, bits));
    int minutes = 0;
    for (const auto &[id, item] : plan.workshop->sheet) {
        minutes += item.minutes;
    }
    CHECK(minutes == 90);
    CHECK(plan.workshop->sheet.at(ordered(plan.workshop->sheet)[1]).minutes == 35);
    RunSheetItemId made;
    plan = after(plan, add_run_sheet_item(plan, "Break", 0, ordered(plan.workshop->sheet)[1], bits, &made));
    CHECK(ordered(plan.workshop->sheet)[2] == made);
    CHECK(plan.workshop->sheet.at(made).minutes == 1);
    RunSheetItem item = plan.workshop->sheet.at(made);
    item.minutes = 5;
    CHECK(change_run_sheet_item(plan, made, item).label == "Change the length of Break");
    CHECK(move_run_sheet_items(plan, {made}, ordered(plan.workshop->sheet).front()).label == "Move Break");
    CHECK(after(plan, use_standard_run_sheet(plan, bits)).workshop->sheet.size() == 5);
    CHECK(remove_run_sheet_items(plan, {made}).label == "Delete Break");
    item.purpose = RunSheetPurpose::grid;
    item.minutes = 1;
    CHECK(change_run_sheet_item(plan, made, item).label == "Change the purpose of Break");
    CHECK(plan.workshop->sheet.at(ordered(plan.workshop->sheet).back()).purpose == RunSheetPurpose::close);
}

TEST_CASE("Somebody owns testing and optimisation, in one practice", "[edit]") {
    const Plan plan = test::reference_plan();
    const Plan owned = after(plan, own_testing(plan, drawnExecutive, bits));
    const PracticeId id = testing_practice(*owned.practices);
    REQUIRE_FALSE(id.empty());
    CHECK(owned.practices->practices.at(id).name == "Testing and optimisation");
    CHECK(owned.practices->practices.at(id).kind == PracticeKind::improvement);
    CHECK(owned.practices->practices.at(id).owner == drawnExecutive);
    const Plan passed = after(owned, own_testing(owned, development, bits));
    CHECK(passed.practices->practices.size() == owned.practices->practices.size());
    CHECK(passed.practices->practices.at(id).owner == development);
    CHECK(own_testing(plan, RoleId(), bits).steps.empty());
}

TEST_CASE("A template is the plan without what happened in it", "[edit]") {
    Plan plan = plan_with_practices();
    plan.readiness.edit().answers["shared-goals"][Side::sales] = 2;
    plan.governance.edit().meetings[MeetingId("weekly")].held["2026-11-23"] = true;
    Kpi &kpi = plan.measurement.edit().kpis[KpiId("reach")];
    kpi.name = "Reach";
    kpi.target = "40 %";
    kpi.values["2026-Q4"] = 12;
    kpi.signedBySales = true;
    plan.workshop.edit().parked.insert("raci.no-responsible|Close|1");
    const Plan made = template_of(plan);
    CHECK(*made.raci == *plan.raci);
    CHECK(*made.practices == *plan.practices);
    CHECK(made.records->log.empty());
    CHECK(made.records->disputes.empty());
    CHECK(made.ballots->grid.empty());
    CHECK(made.ballots->tallies.empty());
    CHECK(made.readiness->answers.empty());
    CHECK(made.workshop->parked.empty());
    CHECK(made.governance->meetings.at(MeetingId("weekly")).held.empty());
    CHECK(made.governance->meetings.at(MeetingId("weekly")).name == "Weekly sync");
    CHECK(made.measurement->kpis.at(KpiId("reach")).target == "40 %");
    CHECK(made.measurement->kpis.at(KpiId("reach")).values.empty());
    CHECK_FALSE(made.measurement->kpis.at(KpiId("reach")).signedBySales);
}

TEST_CASE("A finding is parked once and taken up again", "[edit]") {
    const Plan plan = test::reference_plan();
    const Plan parked = after(plan, park(plan, "raci.no-responsible|Close|1"));
    CHECK(parked.workshop->parked == std::set<std::string>{"raci.no-responsible|Close|1"});
    CHECK(park(parked, "raci.no-responsible|Close|1").steps.empty());
    CHECK(park(plan, "").steps.empty());
    CHECK(after(parked, take_up_again(parked, "raci.no-responsible|Close|1")) == plan);
    CHECK(take_up_again(plan, "raci.no-responsible|Close|1").steps.empty());
}
