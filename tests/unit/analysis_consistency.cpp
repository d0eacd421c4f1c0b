#include <algorithm>
#include <cctype>

#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "analysis/check.h"
#include "analysis/consistency.h"
#include "analysis/rules.h"
#include "edit/gestures.h"
#include "operating_plan.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

/// The findings of one rule, or of a family ("cadence.").
std::vector<Finding> of(const Plan &plan, std::string_view rule) {
    std::vector<Finding> findings = check(plan);
    std::erase_if(findings, [&](const Finding &one) { return !one.rule.starts_with(rule); });
    return findings;
}

std::size_t times(const Plan &plan, std::string_view rule) { return of(plan, rule).size(); }

Finding only(const Plan &plan, std::string_view rule) {
    const std::vector<Finding> findings = of(plan, rule);
    INFO(rule);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

std::vector<std::string> labels(const Finding &finding) {
    std::vector<std::string> all;
    for (const PlanEdit &fix : finding.fixes) {
        all.push_back(fix.label);
    }
    return all;
}

Meeting &meeting(Plan &plan, const char *id) { return plan.governance.edit().meetings.at(MeetingId(id)); }
Decision &decision(Plan &plan, const char *id) { return plan.governance.edit().decisions.at(DecisionId(id)); }
EscalationLevel &level(Plan &plan, const char *id) { return plan.governance.edit().escalation.at(EscalationLevelId(id)); }
Kpi &kpi(Plan &plan, const char *id) { return plan.measurement.edit().kpis.at(KpiId(id)); }

/// Roles a, b, c as columns, one activity each of whose letters are given.
Plan grid(const std::vector<std::string> &lines) { return drawn({{"a", "b", "c"}, lines}); }

} // namespace

TEST_CASE("The reference operating model says what RULES §2 promises", "[analysis]") {
    std::vector<std::string> found;
    for (const Finding &finding : check(operating_plan())) {
        if (!finding.rule.starts_with("raci.")) {
            found.push_back(std::string(finding.rule) + ": " + finding.message);
        }
    }
    const std::vector<std::string> expected = {
        "role.not-in-grid: CRO, Sales manager, Marketing manager and Head of content decide or stand in the escalation, but are not "
        "columns "
        "of the grid.",
        "decision.joint-one-accountable: VP Sales and VP Marketing decide on Selection together, but the grid has VP Sales alone "
        "accountable for Target account selection.",
        "decision.input-not-consulted: VP Product and Finance give input to Selection, but the grid does not ask them about Target account "
        "selection.",
        "decision.decider-not-accountable: VP Marketing is accountable for Content creation, but either of Account marketer and Head of "
        "content decides on Content.",
        "decision.no-forum: VP Sales decides regularly on Pipeline, but attends no meeting that is held as often.",
        "cadence.never-meet: AE and SDR are both responsible for Initial outreach and Campaign execution, but no meeting held at least "
        "monthly has both.",
        "cadence.never-meet: AE and Product specialist are both responsible for Demo delivery and Post-sale handoff, but no meeting held "
        "at least monthly has both.",
        "cadence.never-meet: SDR and Account marketer are both responsible for Campaign execution, but no meeting held at least monthly "
        "has both.",
        "governance.gap: No process is written down yet.",
        "governance.gap: No standard is written down yet.",
        "governance.gap: How the functions work together is not written down yet.",
        "governance.gap: How this model is reviewed and improved is not written down yet.",
        "governance.gap: No tool is listed yet.",
        "staffing.stage: Head-counts stand between scaling stages 1 and 2; stage 2 still needs 1 account marketer.",
    };
    CHECK(found == expected);
}

TEST_CASE("Every finding says where it is settled, names things and has a key of its own", "[analysis]") {
    for (const Plan &plan : {operating_plan(), broken_plan()}) {
        std::set<std::string> keys;
        for (const Finding &finding : check(plan)) {
            INFO(finding.message);
            CHECK(keys.insert(finding.key).second);
            CHECK(finding.message.ends_with('.'));
            CHECK(finding.why.ends_with('.'));
            CHECK_FALSE(std::islower(static_cast<unsigned char>(finding.message.front())));
            CHECK(find_rule(finding.rule) != nullptr);
        }
        CHECK(check(plan) == check(plan));
    }
}

/// Accounts on which the sides disagree, with an unfinished stage, a silent committee, too much work and two copies that differ.
Plan plan_with_account_trouble(double weight) {
    Plan plan = operating_plan();
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 120; ++i) {
        rows.push_back({"a" + std::to_string(i), std::to_string(i), std::to_string(120 - i)});
    }
    plan.accounts.edit() = accounts({{"x", AccountColumnType::number}, {"y", AccountColumnType::number}}, rows);
    Criterion criterion;
    criterion.points = {{0, 0}, {120, 1}};
    criterion.column = AccountColumnId("x");
    criterion.marketing = weight;
    plan.scoring.edit().criteria[CriterionId("x")] = criterion;
    criterion.column = AccountColumnId("y");
    criterion.marketing = 0;
    criterion.sales = weight;
    plan.scoring.edit().criteria[CriterionId("y")] = criterion;
    plan.contacts.edit().stages[LeadStageId("mql")].definition = "Fits, and has shown interest.";
    Contact contact;
    contact.account = AccountId("a1");
    contact.committee = CommitteeRole::decider;
    plan.contacts.edit().contacts[ContactId("c")] = contact;
    plan.engagement.edit().pods[PodId("north")].name = "North";
    Play play;
    play.name = "Dinner";
    play.account = AccountId("a60");
    play.owner = RoleId("AE");
    play.start = "2026-11-23";
    play.effort[play.owner] = 10'000;
    play.follows = PlayId("gone");
    plan.engagement.edit().plays[PlayId("dinner")] = play;
    plan.conflicts.edit()["k"] = {{"roles", "cfo", "name"}, "\"CFO\"", {{"\"Finance\"", {}}, {"\"Money\"", {}}}, {}};
    return plan;
}

TEST_CASE("Every rule of RULES §2 can be turned off", "[analysis]") {
    Plan broken = broken_plan();
    const auto fires = [](const Plan &plan, std::string_view rule) { return times(plan, rule) > 0; };
    Plan unchosen = broken;
    unchosen.organisation.edit().choice.home = Home::notChosen;
    const std::vector<Plan> plans = {broken, unchosen, operating_plan(), plan_with_account_trouble(1), plan_with_account_trouble(0)};
    for (const RuleInfo &rule : rules()) {
        if (rule.code.starts_with("raci.") || rule.code.starts_with("merge.")) {
            continue; // have tests of their own
        }
        INFO(rule.code);
        const std::string code(rule.code);
        const auto in = std::find_if(plans.begin(), plans.end(), [&](const Plan &one) { return fires(one, code); });
        CHECK(in != plans.end());
        if (in == plans.end()) {
            continue;
        }
        Plan plan = *in;
        plan.settings.edit().rules[code] = false;
        CHECK_FALSE(fires(plan, code));
    }
}

TEST_CASE("A role that the plan does not have is named once, with all the places", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(times(plan, "role.unknown") == 0);
    meeting(plan, "Leadership").attendees.insert(RoleId("ghost"));
    decision(plan, "Content").inputs[RoleId("ghost")] = "";
    kpi(plan, "AE result").owner = RoleId("ghost");
    const Finding finding = only(plan, "role.unknown");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.subject == std::vector<std::string>{"ghost"});
    CHECK(finding.message ==
          "The plan has no role “ghost”, though the meeting Leadership, the decision Content and the KPI AE result name it.");
    CHECK(finding.section == PlanSection::cadences);
    CHECK(finding.item == "Leadership");
    CHECK(labels(finding) == std::vector<std::string>{"Add a role named ghost", "Take it out everywhere"});
    Plan out = plan;
    fullcourt::apply(out, finding.fixes[1]);
    CHECK_FALSE(meeting(out, "Leadership").attendees.contains(RoleId("ghost")));
    CHECK_FALSE(decision(out, "Content").inputs.contains(RoleId("ghost")));
    CHECK(kpi(out, "AE result").owner.empty());
}

TEST_CASE("Deciding outside the grid is one finding; a grid without columns says nothing", "[analysis]") {
    Plan plan = grid({"One: A/R C I"});
    add_role(plan, "boss", BusinessFunction::leadership);
    add_decision(plan, "D", {"boss", "a"}, {}, {});
    const Finding finding = only(plan, "role.not-in-grid");
    CHECK(finding.message == "boss decides or stands in the escalation, but is not a column of the grid.");
    CHECK(finding.subject == std::vector<std::string>{"boss"});
    Plan shown = plan;
    fullcourt::apply(shown, finding.fixes.at(0));
    CHECK(shown.raci->columns.contains(RoleId("boss")));
    plan.raci.edit() = RaciGrid();
    CHECK(times(plan, "role.not-in-grid") == 0);
}

TEST_CASE("Unstaffed is a head-count of 0 that no person makes up for", "[analysis]") {
    Plan plan = grid({"One: A/R C I", "Two: R A -"});
    CHECK(times(plan, "role.unstaffed") == 0);
    role(plan, "a").headcount = 0;
    role(plan, "c").headcount = 0;
    CHECK(only(plan, "role.unstaffed").message == "Nobody fills a, which holds R or A in 2 activities.");
    add_decision(plan, "D", {"c"}, {}, {});
    add_level(plan, "1", {"c"});
    CHECK(of(plan, "role.unstaffed").back().message == "Nobody fills c, which takes 1 decision and stands in the escalation.");
    Person person;
    person.hats[RoleId("a")] = 0.2;
    person.vacant = true;
    plan.organisation.edit().people[PersonId("p")] = person;
    CHECK(times(plan, "role.unstaffed") == 2);
    plan.organisation.edit().people.at(PersonId("p")).vacant = false;
    CHECK(times(plan, "role.unstaffed") == 1);
    role(plan, "c").headcount = 1;
    CHECK(times(plan, "role.unstaffed") == 0);
}

TEST_CASE("A decision needs a decider and a deadline", "[analysis]") {
    Plan plan = grid({"One: A R -"});
    Decision &open = add_decision(plan, "D", {}, {}, {"One"});
    const Finding none = only(plan, "decision.no-decider");
    CHECK(none.severity == Severity::error);
    CHECK(labels(none) == std::vector<std::string>{"Let a decide"});
    open.deciders = roles({"a"});
    CHECK(times(plan, "decision.") == 0);
    decision(plan, "D").turnaroundDays.reset();
    CHECK(only(plan, "decision.no-deadline").message == "D has neither a deadline nor a turnaround.");
    decision(plan, "D").period = monthly;
    CHECK(only(plan, "decision.no-deadline").message == "D recurs, but no deadline says when it is taken.");
    decision(plan, "D").deadline = "month end";
    CHECK(times(plan, "decision.no-deadline") == 0);
    decision(plan, "D").period = Period();
    CHECK(times(plan, "decision.no-deadline") == 1);
}

TEST_CASE("Joint deciders need a tie-break or a level above them", "[analysis]") {
    Plan plan = grid({"One: R A -"});
    add_decision(plan, "D", {"a", "b"}, {}, {});
    CHECK(only(plan, "decision.joint-without-tiebreak").message ==
          "a and b decide on D together, and nobody settles it when they disagree.");
    Plan either = plan;
    decision(either, "D").either = true;
    CHECK(times(either, "decision.joint-without-tiebreak") == 0);
    Plan settled = plan;
    decision(settled, "D").tieBreak = RoleId("a");
    CHECK(times(settled, "decision.joint-without-tiebreak") == 0);
    add_level(plan, "1", {"a", "b"});
    CHECK(times(plan, "decision.joint-without-tiebreak") == 1);
    role(plan, "a").reportsTo = RoleId("c");
    role(plan, "b").reportsTo = RoleId("c");
    CHECK(labels(only(plan, "decision.joint-without-tiebreak")) == std::vector<std::string>{"Let c settle it when they disagree"});
    level(plan, "1").parties.insert(RoleId("c"));
    CHECK(times(plan, "decision.joint-without-tiebreak") == 0);
}

TEST_CASE("Joint deciders against one accountable", "[analysis]") {
    Plan plan = grid({"One: A R -", "Two: A A R"});
    add_decision(plan, "D", {"a", "b"}, {}, {"One", "Two"}).tieBreak = RoleId("a");
    const Finding finding = only(plan, "decision.joint-one-accountable");
    CHECK(finding.subject == std::vector<std::string>{"D", "One"});
    CHECK(labels(finding) == std::vector<std::string>{"Let a decide alone (b gives input)", "Let either of them decide alone"});
    CHECK(times(plan, "decision.decider-not-accountable") == 0);
    decision(plan, "D").either = true;
    CHECK(times(plan, "decision.joint-one-accountable") == 0);
}

TEST_CASE("Who decides should be who is accountable", "[analysis]") {
    Plan plan = grid({"One: R A C", "Two: R - -"});
    add_decision(plan, "D", {"a"}, {}, {"One", "Two", "gone"});
    const Finding finding = only(plan, "decision.decider-not-accountable");
    CHECK(finding.message == "b is accountable for One, but a decides on D.");
    CHECK(labels(finding) == std::vector<std::string>{"Make a accountable for One (b becomes C)", "Let b decide (a gives input)"});
    Plan fixed = plan;
    fullcourt::apply(fixed, finding.fixes[0]);
    CHECK(letters_at(*fixed.raci, ActivityId("One"), RoleId("a")).text() == "A/R");
    CHECK(letters_at(*fixed.raci, ActivityId("One"), RoleId("b")).text() == "C");
    decision(plan, "D").deciders = roles({"a", "b"});
    CHECK(times(plan, "decision.decider-not-accountable") == 0);
    // A role whose column is hidden can be made accountable, too.
    plan.raci.edit().columns.erase(RoleId("c"));
    decision(plan, "D").deciders = roles({"c"});
    fullcourt::apply(plan, only(plan, "decision.decider-not-accountable").fixes[0]);
    CHECK(plan.raci->columns.contains(RoleId("c")));
    CHECK(times(plan, "decision.decider-not-accountable") == 0);
}

TEST_CASE("Input that the grid does not ask for", "[analysis]") {
    for (const char *asked : {"R", "A", "S", "C"}) {
        Plan plan = grid({std::string("One: A/R ") + asked + " -"});
        add_decision(plan, "D", {"a"}, {"b"}, {"One"});
        CHECK(times(plan, "decision.input-not-consulted") == 0);
    }
    Plan plan = grid({"One: A/R I -"});
    add_decision(plan, "D", {"a"}, {"b", "c"}, {"One"});
    const Finding finding = only(plan, "decision.input-not-consulted");
    CHECK(finding.severity == Severity::note);
    CHECK(finding.message == "b and c give input to D, but the grid does not ask them about One.");
    CHECK(labels(finding) == std::vector<std::string>{"Consult b and c on One (C)"});
}

TEST_CASE("A recurring decision needs a meeting at least as frequent with all its deciders", "[analysis]") {
    Plan plan = grid({"One: A/R C C"});
    Decision &recurring = add_decision(plan, "D", {"a", "b"}, {}, {});
    recurring.tieBreak = RoleId("a");
    recurring.period = monthly;
    recurring.deadline = "month end";
    add_meeting(plan, "M", monthly, 30, {"a", "c"});
    CHECK(times(plan, "decision.no-forum") == 0);
    decision(plan, "D").turnaroundDays.reset();
    const Finding finding = only(plan, "decision.no-forum");
    CHECK(finding.severity == Severity::note);
    CHECK(labels(finding) == std::vector<std::string>{"Invite b to M (every month)"});
    meeting(plan, "M").attendees.insert(RoleId("b"));
    CHECK(times(plan, "decision.no-forum") == 0);
    meeting(plan, "M").period = {PeriodUnit::week, 4};
    CHECK(times(plan, "decision.no-forum") == 0);
    meeting(plan, "M").period = {PeriodUnit::week, 5};
    CHECK(times(plan, "decision.no-forum") == 1);
    meeting(plan, "M").period = Period();
    CHECK(times(plan, "decision.no-forum") == 1);
    plan.governance.edit().meetings.clear();
    CHECK(times(plan, "decision.no-forum") == 0);
}

TEST_CASE("A meeting needs attendees and an output", "[analysis]") {
    Plan plan = grid({"One: A/R C C"});
    add_meeting(plan, "M", monthly, 30, {"a"});
    CHECK(times(plan, "cadence.") == 0);
    meeting(plan, "M").outputs = {" "};
    CHECK(only(plan, "cadence.no-output").severity == Severity::warning);
    meeting(plan, "M").attendees.clear();
    CHECK(only(plan, "cadence.no-attendees").severity == Severity::error);
}

TEST_CASE("Two who share work meet at least monthly", "[analysis]") {
    Plan plan = grid({"One: A/R R -", "Two: A - R"});
    add_meeting(plan, "M", monthly, 30, {"a", "c"});
    const Finding finding = only(plan, "cadence.never-meet");
    CHECK(finding.subject == std::vector<std::string>{"a", "b"});
    CHECK(finding.activity == ActivityId("One"));
    CHECK(labels(finding) == std::vector<std::string>{"Invite b to M (every month)"});
    meeting(plan, "M").attendees.insert(RoleId("b"));
    CHECK(times(plan, "cadence.never-meet") == 0);
    meeting(plan, "M").period = {PeriodUnit::week, 5};
    CHECK(times(plan, "cadence.never-meet") == 1);
    CHECK(times(with_threshold(plan, "cadence.never-meet.times", 10), "cadence.never-meet") == 0);
    CHECK(times(with_threshold(plan, "cadence.never-meet.times", 11), "cadence.never-meet") == 1);
    // Its key does not hang on the order of the columns, and changes with the shared activities.
    Plan moved = plan;
    fullcourt::apply(moved, move_columns(moved, {RoleId("b")}, RoleId("a")));
    CHECK(only(moved, "cadence.never-meet").key == only(plan, "cadence.never-meet").key);
    set_letters(moved.raci.edit(), ActivityId("Two"), RoleId("b"), Letters::one('R'));
    set_letters(moved.raci.edit(), ActivityId("Two"), RoleId("a"), Letters::accountable_and_responsible());
    CHECK(of(moved, "cadence.never-meet").front().key != only(plan, "cadence.never-meet").key);
}

TEST_CASE("The three pairs that never meet can be brought together", "[analysis]") {
    Plan plan = operating_plan();
    const std::vector<Finding> pairs = of(plan, "cadence.never-meet");
    REQUIRE(pairs.size() == 3);
    CHECK(labels(pairs[0]) == std::vector<std::string>{"Invite SDR to Pod sync (every week)"});
    CHECK(labels(pairs[1]) == std::vector<std::string>{"Invite Product specialist to Pod sync (every week)"});
    CHECK(labels(pairs[2]) == std::vector<std::string>{"Invite SDR to Pod sync (every week)", "Invite SDR to Leadership (every month)"});
    fullcourt::apply(plan, pairs[0].fixes[0]);
    CHECK(times(plan, "cadence.never-meet") == 1);
}

TEST_CASE("More than four hours a week in standing meetings", "[analysis]") {
    Plan plan = grid({"One: A/R C C"});
    add_meeting(plan, "M", weekly, 240, {"a"});
    CHECK(times(plan, "cadence.load") == 0);
    meeting(plan, "M").minutes = 246;
    const Finding finding = only(plan, "cadence.load");
    CHECK(finding.message == "One person as a sits 4.1 hours a week in standing meetings, more than 4.");
    CHECK(labels(finding) == std::vector<std::string>{"Excuse a from M (every week)"});
    CHECK(times(with_threshold(plan, "cadence.load.hours", 4.1), "cadence.load") == 0);
    CHECK(times(with_threshold(plan, "cadence.load.hours", 4.09), "cadence.load") == 1);
}

TEST_CASE("Every level but the last has a trigger or a limit, and one role ends it", "[analysis]") {
    Plan plan = grid({"One: A/R C C"});
    add_level(plan, "1", {"a", "b"});
    CHECK(times(plan, "escalation.time-limit") == 0);
    CHECK(only(plan, "escalation.ends-in-group").message ==
          "The last level of the escalation is a group, a and b: nobody has the final call.");
    add_level(plan, "2", {"c"});
    CHECK(times(plan, "escalation.ends-in-group") == 0);
    const Finding finding = only(plan, "escalation.time-limit");
    CHECK(finding.message == "Nothing makes a conflict rise from level 1 (a and b): neither a trigger nor a time limit.");
    level(plan, "1").trigger = " ";
    CHECK(times(plan, "escalation.time-limit") == 1);
    level(plan, "1").limitDays = 3;
    CHECK(times(plan, "escalation.time-limit") == 0);
}

TEST_CASE("Core functions have KPIs, complete and agreed", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(times(plan, "kpi.") == 0);
    plan.measurement.edit().kpis.erase(KpiId("SDR result"));
    CHECK(only(plan, "kpi.core-role-without").message == "No KPI shows what SDR contributes.");
    kpi(plan, "AE result").owner = RoleId();
    kpi(plan, "AE result").target = " ";
    CHECK(only(plan, "kpi.incomplete").message == "The KPI AE result still needs an owner and a target.");
    kpi(plan, "Account penetration").signedBySales = false;
    CHECK(only(plan, "kpi.not-agreed").message == "The target of Account penetration is shared, but sales has not signed it.");
    kpi(plan, "Account penetration").target.clear();
    CHECK(times(plan, "kpi.not-agreed") == 0);
    CHECK(times(plan, "kpi.incomplete") == 2);
}

TEST_CASE("A section that nobody has started gives one line", "[analysis]") {
    Plan plan = operating_plan();
    plan.measurement.edit().kpis.clear();
    CHECK(only(plan, "kpi.").message == "No KPI is set yet.");
    for (const char *name : {"One", "Two", "Three"}) {
        add_kpi(plan, name, "AE").owner = RoleId();
        kpi(plan, name).target.clear();
        kpi(plan, name).source.clear();
    }
    CHECK(only(plan, "kpi.incomplete").message == "None of the 3 KPIs has an owner, a target or a source yet.");
    for (const char *name : {"One", "Two", "Three"}) {
        add_kpi(plan, name, "").signedBySales = false;
        kpi(plan, name).signedByMarketing = false;
    }
    CHECK(only(plan, "kpi.not-agreed").message == "Neither side has signed the targets of the 3 shared KPIs yet.");
    kpi(plan, "One").signedBySales = true;
    CHECK(times(plan, "kpi.not-agreed") == 3);
    plan.governance.edit().meetings.clear();
    CHECK(only(plan, "cadence.").message == "No meeting is planned yet, though 4 pairs of roles share work.");
}

TEST_CASE("Half of the KPIs may count leads, more may not", "[analysis]") {
    Plan plan = operating_plan();
    plan.measurement.edit().kpis.clear();
    for (const char *name : {"One", "Two", "Three", "Four"}) {
        add_kpi(plan, name, "AE");
    }
    kpi(plan, "One").centre = kpi(plan, "Two").centre = KpiCentre::lead;
    kpi(plan, "Three").centre = KpiCentre::neither;
    CHECK(times(plan, "kpi.lead-centred") == 0);
    CHECK(times(with_threshold(plan, "kpi.lead-centred.share", 49), "kpi.lead-centred") == 1);
    kpi(plan, "Three").centre = KpiCentre::lead;
    CHECK(only(plan, "kpi.lead-centred").message == "3 of 4 KPIs count leads rather than accounts.");
}

TEST_CASE("Head-counts within the bands, warned of from eight account executives", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(times(plan, "staffing.ratio") == 0);
    for (const int fitting : {2, 3}) {
        role(plan, "Account marketer").headcount = fitting;
        CHECK(times(plan, "staffing.ratio") == 0);
    }
    role(plan, "Account marketer").headcount = 1;
    CHECK(only(plan, "staffing.ratio").severity == Severity::warning);
    CHECK(only(plan, "staffing.ratio").message == "The plan has 1 account marketer for 8 account executives, where 2 to 3 would fit.");
    CHECK(labels(only(plan, "staffing.ratio")) == std::vector<std::string>{"Plan for 2 account marketers"});
    role(plan, "Account marketer").headcount = 4;
    CHECK(labels(only(plan, "staffing.ratio")) == std::vector<std::string>{"Plan for 3 account marketers"});
    role(plan, "AE").headcount = 7;
    CHECK(only(plan, "staffing.ratio").severity == Severity::note);
    role(plan, "Account marketer").headcount.reset();
    CHECK(times(plan, "staffing.ratio") == 0);
    role(plan, "AE").headcount.reset();
    CHECK(times(plan, "staffing.") == 0);
}

TEST_CASE("A model is chosen, and its reporting lines are drawn", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(times(plan, "model.") == 0);
    role(plan, "Account marketer").reportsTo = RoleId("Marketing manager");
    CHECK(times(plan, "model.") == 0);
    role(plan, "Account marketer").reportsTo = RoleId("Sales manager");
    const Finding finding = only(plan, "model.reporting");
    CHECK(finding.message == "Account marketer reports to Sales manager, but under the chosen model (Hybrid (matrix)) to VP Marketing.");
    Plan fixed = plan;
    fullcourt::apply(fixed, finding.fixes.at(0));
    CHECK(times(fixed, "model.") == 0);
    CHECK(fixed.organisation->roles.at(RoleId("Account marketer")).reportsTo == RoleId("VP Marketing"));
    role(plan, "Account marketer").reportsTo = RoleId("VP Marketing");
    role(plan, "Account marketer").dottedTo = RoleId();
    CHECK(only(plan, "model.reporting").message ==
          "Account marketer has no dotted line to VP Sales, which the chosen model (Hybrid (matrix)) asks for.");
    plan.organisation.edit().choice.home = Home::marketing;
    CHECK(times(plan, "model.") == 0);
    plan.organisation.edit().choice.bdrOwner = BdrOwner::marketing;
    CHECK(only(plan, "model.reporting").subject == std::vector<std::string>{"SDR"});
    plan.organisation.edit().choice.home = Home::notChosen;
    CHECK(only(plan, "model.").rule == "model.not-chosen");
    plan.organisation.edit().choice.context["governance"] = 4;
    CHECK(labels(only(plan, "model.not-chosen")) == std::vector<std::string>{"Choose Hybrid (matrix), which fits best"});
}

TEST_CASE("No line drawn at all is one line to settle", "[analysis]") {
    Plan plan = operating_plan();
    for (auto &[id, one] : plan.organisation.edit().roles) {
        one.reportsTo = one.dottedTo = RoleId();
    }
    const Finding finding = only(plan, "model.reporting");
    CHECK(finding.message == "No reporting line is drawn yet for the chosen model (Hybrid (matrix)).");
    fullcourt::apply(plan, finding.fixes.at(0));
    CHECK(times(plan, "model.reporting") == 0);
}

TEST_CASE("Accepted findings stay, marked, and do not count", "[analysis]") {
    Plan plan = operating_plan();
    const std::vector<Finding> before = check(plan);
    const Finding pair = of(plan, "cadence.never-meet").front();
    plan.acceptances.edit()[pair.key] = {"They sit next to each other", "sales", "2026-11-23", {}};
    const std::vector<Finding> after = check(plan);
    REQUIRE(after.size() == before.size());
    CHECK(of(plan, "cadence.never-meet").front().accepted->reason == "They sit next to each other");
    CHECK(count(after).accepted == 1);
    CHECK(count(after).total() == count(before).total() - 1);
    // Other evidence opens it again.
    set_letters(plan.raci.edit(), ActivityId("Close"), RoleId("SDR"), Letters::one('R'));
    set_letters(plan.raci.edit(), ActivityId("Close"), RoleId("AE"), Letters::accountable_and_responsible());
    CHECK(count(check(plan)).accepted == 0);
}

TEST_CASE("Asking again gives the same as asking anew", "[analysis]") {
    Checker checker;
    Plan plan = operating_plan();
    CHECK(checker.check(plan) == check(plan));
    meeting(plan, "Leadership").attendees.insert(RoleId("SDR"));
    CHECK(checker.check(plan) == check(plan));
    kpi(plan, "AE result").target.clear();
    CHECK(checker.check(plan) == check(plan));
    role(plan, "AE").name = "Seller";
    CHECK(checker.check(plan) == check(plan));
    plan.settings.edit().rules["cadence.never-meet"] = false;
    CHECK(checker.check(plan) == check(plan));
    set_letters(plan.raci.edit(), ActivityId("Close"), RoleId("SDR"), Letters::one('R'));
    CHECK(checker.check(plan) == check(plan));
    plan.acceptances.edit()[check(plan).front().key] = {"So be it", "", "", {}};
    CHECK(checker.check(plan) == check(plan));
    plan.acceptances.edit().clear();
    CHECK(checker.check(plan) == check(plan));
    // A part in the middle that has nothing more to say, and has again.
    const Governance before = *plan.governance;
    plan.governance.edit() = {};
    CHECK(checker.check(plan) == check(plan));
    plan.governance.edit() = before;
    CHECK(checker.check(plan) == check(plan));
}
