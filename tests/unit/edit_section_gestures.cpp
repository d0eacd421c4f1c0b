#include "edit/section_gestures.h"

#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;

namespace {

/// The reference grid with one item of every kind around the SDR and the AE.
Plan plan_with_sections() {
    Plan plan = test::reference_plan();
    Organisation &organisation = plan.organisation.edit();
    organisation.roles.at(RoleId("SDR")).reportsTo = RoleId("VP Sales");
    organisation.roles.at(RoleId("AE")).dottedTo = RoleId("SDR");
    organisation.people[PersonId("ada")] = {"Ada", {{RoleId("SDR"), 0.5}, {RoleId("AE"), 0.5}}, false, {}, {}};
    Governance &governance = plan.governance.edit();
    Meeting &weekly = governance.meetings[MeetingId("weekly")];
    weekly.name = "Weekly sync";
    weekly.period.unit = PeriodUnit::week;
    weekly.attendees = {RoleId("AE"), RoleId("SDR")};
    Decision &list = governance.decisions[DecisionId("list")];
    list.name = "Account list";
    list.deciders = {RoleId("SDR"), RoleId("VP Sales")};
    list.tieBreak = RoleId("SDR");
    list.inputs = {{RoleId("SDR"), "signals"}, {RoleId("CFO"), "size"}};
    list.activities = {ActivityId("Close"), ActivityId("Demo delivery")};
    list.forum = MeetingId("weekly");
    governance.escalation[EscalationLevelId("one")].parties = {RoleId("SDR"), RoleId("AE")};
    governance.escalation[EscalationLevelId("one")].forum = MeetingId("weekly");
    governance.escalation[EscalationLevelId("one")].position = {"K"};
    governance.escalation[EscalationLevelId("two")].position = {"V"};
    Kpi &own = plan.measurement.edit().kpis[KpiId("own")];
    own.name = "Meetings booked";
    own.role = RoleId("SDR");
    Kpi &shared = plan.measurement.edit().kpis[KpiId("shared")];
    shared.name = "Win rate";
    shared.owner = RoleId("SDR");
    shared.review = MeetingId("weekly");
    return plan;
}

/// Whether any section names the role, as the stored plan shows it.
std::size_t mentions(const Plan &plan, const RoleId &gone) {
    std::size_t count = plan.organisation->roles.contains(gone) ? 1 : 0;
    for (const auto &[id, one] : plan.organisation->roles) {
        count += (one.reportsTo == gone ? 1U : 0U) + (one.dottedTo == gone ? 1U : 0U);
    }
    for (const auto &[id, one] : plan.organisation->people) {
        count += one.hats.count(gone);
    }
    for (const auto &[id, one] : plan.governance->meetings) {
        count += one.attendees.count(gone);
    }
    for (const auto &[id, one] : plan.governance->decisions) {
        count += one.deciders.count(gone) + one.inputs.count(gone) + (one.tieBreak == gone ? 1U : 0U);
    }
    for (const auto &[id, one] : plan.governance->escalation) {
        count += one.parties.count(gone);
    }
    for (const auto &[id, one] : plan.measurement->kpis) {
        count += (one.role == gone ? 1U : 0U) + (one.owner == gone ? 1U : 0U);
    }
    for (const auto &[id, cells] : plan.raci->rows) {
        count += cells.count(gone);
    }
    return count + plan.raci->columns.count(gone);
}

} // namespace

TEST_CASE("Deleting a role deletes it everywhere, in one step that can be undone", "[edit]") {
    const Plan plan = plan_with_sections();
    REQUIRE(mentions(plan, RoleId("SDR")) > 10);
    const PlanEdit edit = remove_roles(plan, {RoleId("SDR")});
    CHECK(edit.label == "Delete SDR and its 1 KPI");
    const Plan without = after(plan, edit);
    CHECK(mentions(without, RoleId("SDR")) == 0);
    CHECK(without.governance->meetings.at(MeetingId("weekly")).attendees == std::set<RoleId>{RoleId("AE")});
    CHECK(without.governance->decisions.at(DecisionId("list")).inputs == std::map<RoleId, std::string>{{RoleId("CFO"), "size"}});
    CHECK_FALSE(without.measurement->kpis.contains(KpiId("own")));
    CHECK(without.measurement->kpis.contains(KpiId("shared")));
    CHECK(after(without, {"Undo", diff(without, plan)}) == plan);
    const PlanEdit both = remove_roles(plan, {RoleId("SDR"), RoleId("AE")});
    CHECK(both.label == "Delete 2 roles and their 1 KPI");
    CHECK(mentions(after(plan, both), RoleId("AE")) == 0);
    CHECK(mentions(after(plan, both), RoleId("SDR")) == 0);
    CHECK(remove_roles(plan, {RoleId("CFO")}).label == "Delete CFO");
}

TEST_CASE("Deleting activities and meetings takes them from what names them", "[edit]") {
    const Plan plan = plan_with_sections();
    const Plan closed = after(plan, remove_activities(plan, {ActivityId("Close")}));
    CHECK(closed.governance->decisions.at(DecisionId("list")).activities == std::set<ActivityId>{ActivityId("Demo delivery")});
    const PlanEdit edit = remove_meetings(plan, {MeetingId("weekly"), MeetingId("gone")});
    CHECK(edit.label == "Delete Weekly sync");
    const Plan quiet = after(plan, edit);
    CHECK(quiet.governance->meetings.empty());
    CHECK(quiet.governance->decisions.at(DecisionId("list")).forum.empty());
    CHECK(quiet.governance->escalation.at(EscalationLevelId("one")).forum.empty());
    CHECK(quiet.measurement->kpis.at(KpiId("shared")).review.empty());
    CHECK(remove_meetings(plan, {MeetingId("gone")}).steps.empty());
}

TEST_CASE("Items come after the one named, or at the end, under a new id", "[edit]") {
    Plan plan = plan_with_sections();
    MeetingId made;
    const PlanEdit edit = add_meeting(plan, " Monthly\nsync ", MeetingId(), counting_bits(1), &made);
    CHECK(edit.label == "Add Monthly sync");
    plan = after(plan, edit);
    CHECK(ordered(plan.governance->meetings) == std::vector<MeetingId>{MeetingId("weekly"), made});
    CHECK(plan.governance->meetings.at(made).period == Period{PeriodUnit::week, 1});
    MeetingId between;
    plan = after(plan, add_meeting(plan, "", MeetingId("weekly"), counting_bits(2), &between));
    CHECK(ordered(plan.governance->meetings) == std::vector<MeetingId>{MeetingId("weekly"), between, made});
    CHECK(add_meeting(plan, "", MeetingId(), counting_bits(3)).label == "Add a meeting");
    CHECK(add_decision(plan, "", DecisionId(), counting_bits(3)).label == "Add a decision");
    CHECK(add_person(plan, "Grace", PersonId(), counting_bits(3)).label == "Add Grace");
    CHECK(add_level(plan, EscalationLevelId(), counting_bits(3)).label == "Add an escalation level");
    KpiId kpi;
    const Plan measured = after(plan, add_kpi(plan, "Demos", RoleId("AE"), KpiId(), counting_bits(3), &kpi));
    CHECK(measured.measurement->kpis.at(kpi).role == RoleId("AE"));
}

TEST_CASE("A change says what changed, keeps the place and makes the rest sound", "[edit]") {
    const Plan plan = plan_with_sections();
    Meeting weekly = plan.governance->meetings.at(MeetingId("weekly"));
    weekly.attendees.erase(RoleId("SDR"));
    weekly.position = {"z"};
    const PlanEdit edit = change_meeting(plan, MeetingId("weekly"), weekly);
    CHECK(edit.label == "Change who attends Weekly sync");
    CHECK(after(plan, edit).governance->meetings.at(MeetingId("weekly")).position == Position());
    weekly.minutes = 1'000'000'000;
    weekly.topics = {"two\nlines"};
    const PlanEdit more = change_meeting(plan, MeetingId("weekly"), weekly);
    CHECK(more.label == "Change Weekly sync");
    CHECK(after(plan, more).governance->meetings.at(MeetingId("weekly")).minutes == 10'000);
    CHECK(after(plan, more).governance->meetings.at(MeetingId("weekly")).topics == std::vector<std::string>{"two lines"});
    weekly.name = "Daily";
    CHECK(change_meeting(plan, MeetingId("weekly"), weekly).label == "Rename Weekly sync to Daily");
    CHECK(change_meeting(plan, MeetingId("weekly"), plan.governance->meetings.at(MeetingId("weekly"))).steps.empty());
    CHECK(change_meeting(plan, MeetingId("gone"), weekly).steps.empty());

    EscalationLevel level = plan.governance->escalation.at(EscalationLevelId("two"));
    level.parties = {RoleId("CFO")};
    CHECK(change_level(plan, EscalationLevelId("two"), level).label == "Change who stands on escalation level 2");
    Decision list = plan.governance->decisions.at(DecisionId("list"));
    list.either = true;
    CHECK(change_decision(plan, DecisionId("list"), list).label == "Change who decides on Account list");
    Kpi kpi = plan.measurement->kpis.at(KpiId("shared"));
    kpi.target = "25 %";
    CHECK(change_kpi(plan, KpiId("shared"), kpi).label == "Change the target of Win rate");
    Person ada = plan.organisation->people.at(PersonId("ada"));
    ada.hats[RoleId("AE")] = 7;
    const PlanEdit hats = change_person(plan, PersonId("ada"), ada);
    CHECK(hats.label == "Change the roles of Ada");
    CHECK(after(plan, hats).organisation->people.at(PersonId("ada")).hats.at(RoleId("AE")) == 1);
}

TEST_CASE("Items move before another or to the end", "[edit]") {
    const Plan plan = plan_with_sections();
    const PlanEdit edit = move_levels(plan, {EscalationLevelId("two")}, EscalationLevelId("one"));
    CHECK(edit.label == "Move escalation level 2");
    CHECK(ordered(after(plan, edit).governance->escalation) ==
          std::vector<EscalationLevelId>{EscalationLevelId("two"), EscalationLevelId("one")});
    CHECK(move_levels(plan, {EscalationLevelId("two")}, EscalationLevelId()).steps.empty());
    CHECK(move_kpis(plan, {KpiId("gone")}, KpiId()).steps.empty());
    CHECK(remove_levels(plan, {EscalationLevelId("one"), EscalationLevelId("two")}).label == "Delete 2 escalation levels");
    CHECK(remove_levels(plan, {}).steps.empty());
}

TEST_CASE("Head-counts, costs and lines of a role", "[edit]") {
    const Plan plan = plan_with_sections();
    const PlanEdit eight = set_headcount(plan, RoleId("AE"), 8);
    CHECK(eight.label == "Set the head-count of AE to 8");
    CHECK(after(plan, eight).organisation->roles.at(RoleId("AE")).headcount == 8);
    CHECK(set_headcount(after(plan, eight), RoleId("AE"), std::nullopt).label == "Clear the head-count of AE");
    CHECK(set_headcount(plan, RoleId("AE"), -1).steps.empty());
    CHECK(set_headcount(plan, RoleId("AE"), std::nullopt).steps.empty());
    CHECK(set_headcount(plan, RoleId("Nobody"), 1).steps.empty());
    CHECK(set_cost_per_head(plan, RoleId("AE"), 90'000).label == "Set the cost of AE");
    CHECK(set_cost_per_head(plan, RoleId("AE"), -1).steps.empty());
    CHECK(set_reports_to(plan, RoleId("AE"), RoleId("VP Sales")).label == "Let AE report to VP Sales");
    CHECK(set_reports_to(plan, RoleId("SDR"), RoleId()).label == "Let SDR report to nobody");
    CHECK(set_reports_to(plan, RoleId("AE"), RoleId("AE")).steps.empty());
    CHECK(set_reports_to(plan, RoleId("AE"), RoleId("Nobody")).steps.empty());
    CHECK(set_dotted_line(plan, RoleId("SDR"), RoleId("VP Marketing")).label == "Draw a dotted line from SDR to VP Marketing");
    CHECK(set_dotted_line(plan, RoleId("AE"), RoleId()).label == "Remove the dotted line of AE");
}

TEST_CASE("The organisation's choice and the answers about the company", "[edit]") {
    const Plan plan = plan_with_sections();
    CHECK(choose_home(plan, Home::matrix).label == "Choose a matrix of marketing and sales");
    CHECK(after(plan, choose_home(plan, Home::matrix)).organisation->choice.home == Home::matrix);
    CHECK(choose_home(plan, Home::notChosen).steps.empty());
    CHECK(choose_liaison(plan, true).label == "Choose a full-time liaison");
    CHECK(choose_liaison(plan, false).steps.empty());
    CHECK(choose_bdr_owner(plan, BdrOwner::marketing).label == "Give the BDRs to marketing");
    const Plan answered = after(plan, answer_factor(plan, "marketing-scale", 3));
    CHECK(answer_factor(plan, "marketing-scale", 3).label == "Answer marketing scale with 3");
    CHECK(answer_factor(answered, "marketing-scale", 3).steps.empty());
    CHECK(answer_factor(plan, "marketing-scale", 5).steps.empty());
    CHECK(answer_factor(plan, "marketing-scale", std::nullopt).steps.empty());
    CHECK(after(answered, answer_factor(answered, "marketing-scale", std::nullopt)) == plan);
}

TEST_CASE("A finding is accepted with a reason and opened again", "[edit]") {
    const Plan plan = plan_with_sections();
    const PlanEdit edit = accept_finding(plan, "raci.no-responsible|Close|1", {"Everybody knows.\nReally.", "VP\nSales", "2026-11-23", {}});
    CHECK(edit.label == "Accept a finding");
    const Plan accepted = after(plan, edit);
    CHECK(accepted.acceptances->at("raci.no-responsible|Close|1") == Acceptance{"Everybody knows.\nReally.", "VP Sales", "2026-11-23", {}});
    CHECK(
        accept_finding(accepted, "raci.no-responsible|Close|1", {"Everybody knows.\nReally.", "VP Sales", "2026-11-23", {}}).steps.empty());
    CHECK(accept_finding(accepted, "raci.no-responsible|Close|1", {"No.", "", "", {}}).label == "Change why a finding is accepted");
    CHECK(after(accepted, reopen_finding(accepted, "raci.no-responsible|Close|1")) == plan);
    CHECK(reopen_finding(plan, "raci.no-responsible|Close|1").steps.empty());
    CHECK(accept_finding(plan, "", {}).steps.empty());
}
