// Files of every released format version, kept for ever.
#include <catch2/catch_test_macros.hpp>

#include "io/restore.h"
#include "io/write.h"
#include "test_files.h"

using namespace fullcourt;

namespace {

std::string report_text(const RepairReport &report) {
    std::string text;
    for (const std::string &sentence : report.sentences) {
        text += "mended: " + sentence + "\n";
    }
    for (const std::string &sentence : report.kept) {
        text += "kept: " + sentence + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a rich plan of format 1 is restored whole") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-rich.fullcourt.json"));
    REQUIRE(restored);
    CHECK(restored->report.empty());
    CHECK(restored->report.kept.size() == 5);
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-rich.restored.json"));
}

TEST_CASE("a rich plan of format 1 holds what its file says") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-rich.fullcourt.json"));
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const RaciGrid &grid = *plan.raci;
    CHECK(restored->envelope.plan == PlanId("k3v9w2m1qz"));
    CHECK(restored->envelope.revision == "7c1d0e9bfa");
    CHECK(restored->envelope.parent == "0a4s8d2f6g");
    CHECK(restored->envelope.ancestry == std::vector<std::string>{"0a4s8d2f6g", "reference"});
    CHECK(restored->envelope.savedAt == "2026-11-23T07:20:00Z");
    CHECK(restored->envelope.extra == Extra{{"program", "\"Fullcourt 0.1\""}});
    CHECK(plan.about->title == "Nordlicht GmbH — \"ABM\" plan 🏀");
    CHECK(plan.about->description == "First line.\nSecond line with a tab\there, a \\ and a /.\nשורה שלישית");
    CHECK(plan.organisation->roles.size() == 9);
    CHECK(plan.organisation->roles.at(RoleId("account-marketer")).core == CoreFunction::accountMarketing);
    CHECK(plan.organisation->roles.at(RoleId("account-marketer")).extra == Extra{{"colour", "\"teal\""}});
    CHECK(plan.organisation->roles.at(RoleId("cs-lead")).function == BusinessFunction::customerSuccess);
    CHECK(grid.scheme == LetterScheme::raci);
    CHECK(grid.extraLetters == ExtraLetters{{'Q', ""}, {'S', "supports"}, {'V', "verifies"}});
    CHECK(activity_order(grid) == std::vector<ActivityId>{ActivityId("first"), ActivityId("lost"), ActivityId("selection"),
                                                          ActivityId("strategy"), ActivityId("close")});
    CHECK(grid.activities.at(ActivityId("close")).extra == Extra{{"weight", "[1,0.1,-7,1e+21,18446744073709551615,null,true,\"é\"]"}});
    CHECK(ordered(grid.columns) ==
          std::vector<RoleId>{RoleId("account-marketer"), RoleId("account-executive"), RoleId("cfo"), RoleId("left-the-company")});
    CHECK(letters_at(grid, ActivityId("close"), RoleId("account-executive")) == Letters::accountable_and_responsible());
    CHECK(letters_at(grid, ActivityId("deleted-activity"), RoleId("account-executive")) == Letters::one('R'));
    CHECK(plan.settings->rules ==
          std::map<std::string, bool>{{"raci.no-blank", true}, {"raci.support-alone", false}, {"x.unknown-rule", true}});
    CHECK(plan.settings->thresholds.at("raci.overloaded-role.share") == 0.625);
    CHECK(*plan.extra == Extra{{"people", "[{\"id\":\"p1\",\"name\":\"Ada\"}]"}, {"zones", "{}"}});
}

TEST_CASE("an operating model of format 1 is restored whole") {
    const std::string bytes = test::read_file("golden/v1-operating-model.fullcourt.json");
    const Result<Restored> restored = restore(bytes);
    REQUIRE(restored);
    CHECK(report_text(restored->report) ==
          "kept: Role “VP Sales” names “cro”, which is no role of the plan; it is kept.\n"
          "kept: Person “Ada” names “gone”, which is no role of the plan; it is kept.\n"
          "kept: Meeting “As needed” names “left-the-company”, which is no role of the plan; it is kept.\n"
          "kept: Decision “Target account selection” names “cro” and “finance”, which are no roles of the plan; they are kept.\n"
          "kept: Decision “Content approval” names “gone”, which is no activity of the plan; it is kept.\n"
          "kept: Decision “Price” names “cancelled”, which is no meeting of the plan; it is kept.\n"
          "kept: Escalation level 2 names “cro”, which is no role of the plan; it is kept.\n"
          "kept: KPI “Demos” names “ghost”, which is no role of the plan; it is kept.\n");
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-operating-model.restored.json"));
}

TEST_CASE("an operating model of format 1 holds what its file says") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-operating-model.fullcourt.json"));
    REQUIRE(restored);
    const Organisation &organisation = *restored->plan.organisation;
    const Governance &governance = *restored->plan.governance;
    const RoleId executive("account-executive");
    const RoleId marketer("account-marketer");
    CHECK(organisation.roles.at(executive).headcount == 8);
    CHECK(organisation.roles.at(executive).reportsTo == RoleId("sales-manager"));
    CHECK(organisation.roles.at(executive).costPerHead == 120'000.5);
    CHECK(organisation.roles.at(marketer).dottedTo == RoleId("vp-sales"));
    CHECK_FALSE(organisation.roles.at(marketer).costPerHead);
    CHECK(organisation.roles.at(RoleId("sales-manager")).headcount == 0);
    CHECK(organisation.roles.at(RoleId("sales-manager")).reportsTo == RoleId("sales-manager"));
    CHECK(organisation.people.at(PersonId("p1")).hats ==
          std::map<RoleId, double>{{executive, 0.5}, {RoleId("gone"), 0}, {RoleId("sales-manager"), 0.25}});
    CHECK(organisation.people.at(PersonId("p2")).vacant);
    CHECK(organisation.people.at(PersonId("p2")).extra == Extra{{"since", "\"2026-11\""}});
    CHECK(organisation.choice.home == Home::matrix);
    CHECK(organisation.choice.liaison);
    CHECK(organisation.choice.bdrOwner == BdrOwner::marketing);
    CHECK(organisation.choice.context == std::map<std::string, int>{{"alignment", 4}, {"marketing-scale", 0}, {"x-own", 2}});
    CHECK(organisation.choice.extra == Extra{{"asked", "[\"both sides\"]"}});
    const Meeting &weekly = governance.meetings.at(MeetingId("weekly"));
    CHECK(weekly.name == "Weekly \"pod\" sync");
    CHECK(weekly.period == Period{PeriodUnit::week, 1});
    CHECK(weekly.minutes == 30);
    CHECK(weekly.attendees == std::set<RoleId>{executive, marketer});
    CHECK(weekly.perPod);
    CHECK(weekly.topics == std::vector<std::string>{"Accounts", ""});
    CHECK(weekly.outputs == std::vector<std::string>{"Content calendar"});
    CHECK(governance.meetings.at(MeetingId("summit")).period == Period{PeriodUnit::year, 100});
    CHECK(governance.meetings.at(MeetingId("ad-hoc")).period == Period());
    const Decision &selection = governance.decisions.at(DecisionId("selection"));
    CHECK(selection.deciders == std::set<RoleId>{RoleId("vp-marketing"), RoleId("vp-sales")});
    CHECK_FALSE(selection.either);
    CHECK(selection.tieBreak == RoleId("cro"));
    CHECK(selection.inputs == std::map<RoleId, std::string>{{executive, ""}, {RoleId("finance"), "Size of the market"}});
    CHECK(selection.period == Period{PeriodUnit::quarter, 1});
    CHECK(selection.deadline == "End of the first month");
    CHECK(selection.activities == std::set<ActivityId>{ActivityId("selection")});
    CHECK(selection.forum == MeetingId("weekly"));
    CHECK(governance.decisions.at(DecisionId("content")).either);
    CHECK(governance.decisions.at(DecisionId("content")).turnaroundDays == 7);
    CHECK(governance.decisions.at(DecisionId("price")).turnaroundDays == 0);
    const EscalationLevel &first = governance.escalation.at(EscalationLevelId("l1"));
    CHECK(first.parties == std::set<RoleId>{executive, marketer});
    CHECK(first.trigger == "They cannot agree");
    CHECK(first.limitDays == 7);
    const Kpi &coverage = restored->plan.measurement->kpis.at(KpiId("coverage"));
    CHECK(coverage.role == executive);
    CHECK(coverage.target == "60 %");
    CHECK(coverage.review == MeetingId("review"));
    CHECK(coverage.signedByMarketing);
    CHECK(coverage.signedBySales);
    CHECK(coverage.values == std::map<std::string, double>{{"2026-10", 41.5}, {"2026-11", -0.1}, {"2026-Q4", 1e21}});
    const Kpi &leads = restored->plan.measurement->kpis.at(KpiId("mql"));
    CHECK(leads.is_shared());
    CHECK(leads.direction == KpiDirection::down);
    CHECK(leads.centre == KpiCentre::lead);
    CHECK_FALSE(leads.signedByMarketing);
    CHECK(restored->plan.acceptances->at("raci.no-responsible|selection|0011223344556677") ==
          Acceptance{"Both sides do it together.\nReviewed each quarter.", "VP Sales", "2026-11-23", {}});
    CHECK(restored->plan.acceptances->at("x").extra == Extra{{"vote", "[1,2]"}});
}

TEST_CASE("a damaged plan of format 1 is mended, and every repair is told") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-damaged.fullcourt.json"));
    REQUIRE(restored);
    CHECK(report_text(restored->report) == test::read_file("golden/v1-damaged.report.txt"));
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-damaged.restored.json"));
}

TEST_CASE("a whole model of format 1 is restored whole") {
    const std::string bytes = test::read_file("golden/v1-whole-model.fullcourt.json");
    const Result<Restored> restored = restore(bytes);
    REQUIRE(restored);
    CHECK(report_text(restored->report) == "kept: A note on a cell names “gone”, which is no role of the plan; it is kept.\n"
                                           "kept: The as-is picture names “dropped”, which is no activity of the plan; it is kept.\n"
                                           "kept: The ballot of marketing names “left”, which is no role of the plan; it is kept.\n"
                                           "kept: Practice “Tone” names “left”, which is no role of the plan; it is kept.\n"
                                           "kept: Practice “(unnamed)” names “left”, which is no role of the plan; it is kept.\n"
                                           "kept: Tool “CRM” names “shut-down”, which is no tool of the plan; it is kept.\n"
                                           "kept: Log entry 2 names “left”, which is no role of the plan; it is kept.\n"
                                           "kept: Dispute 2 names “dropped”, which is no activity of the plan; it is kept.\n"
                                           "kept: Dispute 2 names “l9”, which is no escalation level of the plan; it is kept.\n"
                                           "kept: A tally names “dropped”, which is no activity of the plan; it is kept.\n");
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-whole-model.restored.json"));
}

TEST_CASE("a whole model of format 1 holds what its file says: governance and records") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-whole-model.fullcourt.json"));
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const RoleId executive("account-executive");
    const RoleId marketer("account-marketer");
    const Practice &selection = plan.practices->practices.at(PracticeId("selection"));
    CHECK(selection.kind == PracticeKind::process);
    CHECK(selection.text == "Revenue potential first.\nBoth sides bring names.");
    CHECK(selection.steps == std::vector<std::string>{"Collect", "Score", "Sign"});
    CHECK(selection.owner == RoleId("sales-operations"));
    CHECK(selection.approvers == std::set<RoleId>{executive, marketer});
    CHECK(selection.period == Period{PeriodUnit::quarter, 1});
    CHECK(selection.due == "2027-01-15");
    CHECK(selection.extra == Extra{{"reviewers", "2"}});
    CHECK(plan.practices->practices.at(PracticeId("tone")).kind == PracticeKind::standard);
    CHECK(plan.practices->practices.at(PracticeId("round-table")).kind == PracticeKind::collaboration);
    CHECK(plan.practices->practices.at(PracticeId("training")).kind == PracticeKind::improvement);
    const Tool &crm = plan.practices->tools.at(ToolId("crm"));
    CHECK(crm.purpose == ToolPurpose::accounts);
    CHECK(crm.access == std::set<RoleId>{executive, marketer});
    CHECK(crm.training == "Each January");
    CHECK(integrate(plan.practices->tools, ToolId("mail"), ToolId("crm")));
    CHECK_FALSE(integrate(plan.practices->tools, ToolId("mail"), ToolId("wiki")));
    CHECK(plan.practices->tools.at(ToolId("misc")).purpose == ToolPurpose::other);
    const LogEntry &settled = plan.records->log.at(LogEntryId("d1"));
    CHECK(settled.kind == LogEntry::Kind::decision);
    CHECK(settled.done);
    CHECK(settled.on == "2026-11-23");
    CHECK(settled.about == "raci.no-accountable|close|00aa11bb22cc33dd");
    CHECK(plan.records->log.at(LogEntryId("a1")).due == "2026-12-05");
    const Dispute &dispute = plan.records->disputes.at(DisputeId("x1"));
    CHECK(dispute.activity == ActivityId("close"));
    CHECK(dispute.level == EscalationLevelId("l1"));
    CHECK(dispute.days == 12);
    CHECK(dispute.extra == Extra{{"room", "\"Blue\""}});
}

TEST_CASE("a whole model of format 1 holds what its file says: the room and the grid") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-whole-model.fullcourt.json"));
    REQUIRE(restored);
    const Plan &plan = restored->plan;
    const RoleId executive("account-executive");
    const ActivityId close("close");
    CHECK(plan.raci->notes.at(close).at(executive) == "Above 100,000 with the CFO.\nElse alone.");
    CHECK(plan.raci->asIsOn == "2026-10-01");
    CHECK(letters_at(plan.raci->asIs, close, executive) == Letters::one('R'));
    CHECK(letters_at(*plan.raci, close, executive) == Letters::accountable_and_responsible());
    CHECK(plan.readiness->answers.at("shared-goals") == std::map<Side, int>{{Side::marketing, 3}, {Side::sales, 0}});
    CHECK(letters_at(plan.ballots->grid.at(Side::sales), close, executive) == Letters::one('R'));
    CHECK(plan.ballots->context.at(Side::marketing) == std::map<std::string, int>{{"alignment", 4}, {"content", 0}});
    CHECK(plan.ballots->tallies.at(close) == "5–3");
    CHECK(plan.workshop->sheet.at(RunSheetItemId("grid")).minutes == 35);
    CHECK(plan.workshop->parked.size() == 2);
    const Meeting &sync = plan.governance->meetings.at(MeetingId("sync"));
    CHECK(sync.weekday == Weekday::tuesday);
    CHECK(sync.startMinutes == 570);
    CHECK(sync.held == std::map<std::string, bool>{{"2026-11-17", true}, {"2026-11-24", false}});
    const OwnModel &model = plan.organisation->models.at(OwnModelId("two-homes"));
    CHECK(model.home == Home::matrix);
    CHECK(model.liaison);
    CHECK(model.bdrOwner == BdrOwner::marketing);
    CHECK(model.needs ==
          std::map<std::string, OwnNeed>{{"alignment", {false, 3, 2}}, {"content", {true, 2, 0.5}}, {"x-own", {false, 0, 100}}});
}

TEST_CASE("accounts, their score, contacts, pods and plays of format 1 are restored whole") {
    const Result<Restored> restored = restore(test::read_file("golden/v1-accounts.fullcourt.json"));
    REQUIRE(restored);
    CHECK(restored->report == RepairReport());
    CHECK(write_plan(restored->plan, restored->envelope) == test::read_file("golden/v1-accounts.restored.json"));
    const Plan &plan = restored->plan;
    const AccountMark &mark = plan.accounts->marks.at(AccountId("001A"));
    CHECK(mark.placement == Placement::high);
    CHECK(mark.committeeSize == 7);
    CHECK(mark.pinned);
    CHECK(mark.stageSince.at("engaged") == "2026-10-01");
    CHECK(plan.accounts->columns.at(AccountColumnId("name")).width == 240);
    CHECK(plan.accounts->board.limits.at("tier:1:1") == 10);
    CHECK(account_stages(*plan.accounts) == std::vector<std::string>{"target", "engaged", "won"});
    CHECK(plan.scoring->versions.at(ScoreVersionId("first")).criteria.at(CriterionId("size")).points.back().x == 100);
    CHECK(plan.scoring->versions.at(ScoreVersionId("first")).tiers.oneToOne == 8);
    CHECK(plan.scoring->lists.at(FrozenListId("q4")).oneToFew.contains(AccountId("gone")));
    CHECK(plan.scoring->outcome.won == std::set<std::string>{"expanding", "won"});
    const Contact &contact = plan.contacts->contacts.at(ContactId("c1"));
    CHECK(contact.activities == std::vector<ContactActivity>{{ContactActivityKind::meeting, "2026-11-20", 45.0},
                                                             {ContactActivityKind::pageView, "2026-11-21", std::nullopt}});
    CHECK(contact.need == Known::no);
    CHECK(contact.timeline == Known::unknown);
    CHECK(plan.contacts->stages.at(LeadStageId("mql")).leastGrade == FitGrade::b);
    CHECK(worth_of(plan.contacts->policy, ContactActivityKind::meeting).points == 50);
    CHECK(worth_of(plan.contacts->policy, ContactActivityKind::event).typicalMinutes == 120);
    CHECK(plan.engagement->pods.at(PodId("north")).members.at(RoleId("account-executive")) == "ada");
    CHECK(plan.engagement->plays.at(PlayId("p1")).effort.at(RoleId("account-marketer")) == 12.5);
    CHECK(plan.engagement->plays.at(PlayId("p2")).follows == PlayId("p1"));
    CHECK(plan.engagement->notes.at(EngagementNoteId("n2")).kind == EngagementNote::Kind::change);
}
