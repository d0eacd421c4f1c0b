// RULES §4 with hand-calculated values, on both sides of each threshold.
#include <cmath>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/coverage.h"
#include "contacts_for_tests.h"

using namespace fullcourt;
using Catch::Approx;
using test::did;

namespace {

ContactFit fit(Known budget, Known authority, Known need, Known timeline, CommitteeRole role) {
    Contact contact;
    contact.budget = budget;
    contact.authority = authority;
    contact.need = need;
    contact.timeline = timeline;
    contact.committee = role;
    return fit_of(contact, {});
}

ContactEngagement engagement(std::vector<ContactActivity> activities, const LeadPolicy &policy = {}) {
    Contact contact;
    contact.activities = std::move(activities);
    return engagement_of(contact, policy, test::today_day());
}

constexpr Known yes = Known::yes;
constexpr Known no = Known::no;
constexpr Known unknown = Known::unknown;

std::vector<std::string> messages(const Plan &plan, const std::string &rule) {
    std::vector<std::string> found;
    for (const Finding &finding : check(plan, test::today_day())) {
        if (finding.rule == rule) {
            found.push_back(finding.message);
        }
    }
    return found;
}

} // namespace

TEST_CASE("Fit counts what is known and positive, and who decides or champions") {
    CHECK(fit(yes, yes, yes, yes, CommitteeRole::decider).grade == FitGrade::a);
    CHECK(fit(yes, yes, yes, yes, CommitteeRole::none).grade == FitGrade::a); // 4 of 5
    CHECK(fit(yes, yes, yes, no, CommitteeRole::none).grade == FitGrade::b);
    CHECK(fit(yes, yes, no, unknown, CommitteeRole::champion).grade == FitGrade::b);
    CHECK(fit(yes, yes, no, unknown, CommitteeRole::influencer).grade == FitGrade::c);
    CHECK(fit(yes, no, no, no, CommitteeRole::user).grade == FitGrade::d);
    CHECK(fit(unknown, no, unknown, no, CommitteeRole::gatekeeper).points == 0);
    CHECK(fit(no, no, no, no, CommitteeRole::champion).points == 1);
}

TEST_CASE("Fit says in a sentence what it is made of") {
    Contact contact;
    contact.budget = contact.need = yes;
    contact.committee = CommitteeRole::decider;
    CHECK(fit_sentence(contact, fit_of(contact, {})) == "Budget and need are known and positive, and they decide: 3 of 5, so grade B.");
    CHECK(fit_sentence({}, fit_of({}, {})) == "Nothing of budget, authority, need and timeline is known and positive: 0 of 5, so grade D.");
}

TEST_CASE("An activity is worth its points times its length, halved with each half-life") {
    const LeadPolicy policy;
    const std::int32_t today = test::today_day();
    CHECK(activity_points(did(ContactActivityKind::meeting, 0), policy, today) == 40);
    CHECK(activity_points(did(ContactActivityKind::meeting, 0, 45), policy, today) == 60);
    CHECK(activity_points(did(ContactActivityKind::meeting, 90, 45), policy, today) == Approx(30));
    CHECK(activity_points(did(ContactActivityKind::meeting, 180), policy, today) == Approx(10));
    CHECK(activity_points(did(ContactActivityKind::event, 0, 60), policy, today) == Approx(7.5));
    CHECK(activity_points(did(ContactActivityKind::webinar, 0), policy, today) == 10);
    // The length of a reply and of a page view does not count.
    CHECK(activity_points(did(ContactActivityKind::reply, 0, 600), policy, today) == 20);
    CHECK(activity_points(did(ContactActivityKind::pageView, 0, 600), policy, today) == 1);
    CHECK(activity_points(did(ContactActivityKind::download, 0), policy, today) == 5);
    // What lies ahead counts as today; what has no date, not at all.
    CHECK(activity_points(did(ContactActivityKind::reply, -30), policy, today) == 20);
    CHECK(activity_points({ContactActivityKind::reply, "soon", {}}, policy, today) == 0);
    // However long ago: a number, and not a trap of arithmetic.
    CHECK(activity_points({ContactActivityKind::reply, "0001-01-01", {}}, policy, today) >= 0);
}

TEST_CASE("A kind gives a contact at most 100 points, after decay") {
    const ContactEngagement busy = engagement(std::vector<ContactActivity>(150, did(ContactActivityKind::pageView, 0)));
    CHECK(busy.points == 100);
    CHECK(busy.terms.at(0).sum == 150);
    CHECK(busy.terms.at(0).counted == 100);
    CHECK(busy.terms.at(0).count == 150);
    // 150 of 90 days ago are 75: the cap comes after the decay.
    CHECK(engagement(std::vector<ContactActivity>(150, did(ContactActivityKind::pageView, 90))).points == Approx(75));
    // Each kind has its own 100.
    std::vector<ContactActivity> both(150, did(ContactActivityKind::pageView, 0));
    both.resize(160, did(ContactActivityKind::reply, 0));
    CHECK(engagement(both).points == 200);
}

TEST_CASE("A member is engaged by a reply, a meeting or an attendance of the last 90 days, and by nothing else") {
    for (const ContactActivityKind kind :
         {ContactActivityKind::reply, ContactActivityKind::meeting, ContactActivityKind::event, ContactActivityKind::webinar}) {
        CHECK(engagement({did(kind, 0)}).engaged);
        CHECK(engagement({did(kind, 89)}).engaged);
        CHECK(!engagement({did(kind, 90)}).engaged);
    }
    CHECK(!engagement({did(ContactActivityKind::download, 0)}).engaged);
    CHECK(!engagement({did(ContactActivityKind::pageView, 0)}).engaged);
    LeadPolicy policy;
    policy.engagedDays = 30;
    CHECK(engagement({did(ContactActivityKind::reply, 29)}, policy).engaged);
    CHECK(!engagement({did(ContactActivityKind::reply, 30)}, policy).engaged);
}

TEST_CASE("Momentum compares undecayed points of two windows of 90 days") {
    const ContactEngagement both =
        engagement({did(ContactActivityKind::reply, 0), did(ContactActivityKind::reply, 89), did(ContactActivityKind::meeting, 90),
                    did(ContactActivityKind::meeting, 179), did(ContactActivityKind::meeting, 180)});
    CHECK(both.recent == 40);
    CHECK(both.before == 80);
}

TEST_CASE("An account's committee: wide, deep and momentum by hand") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}});
    test::add_contact(plan, "decider", "a", CommitteeRole::decider, {did(ContactActivityKind::meeting, 0)});
    test::add_contact(plan, "user", "a", CommitteeRole::user, {did(ContactActivityKind::reply, 89), did(ContactActivityKind::reply, 100)});
    test::add_contact(plan, "late", "a", CommitteeRole::champion, {did(ContactActivityKind::reply, 90)});
    test::add_contact(plan, "none", "a", CommitteeRole::none, {did(ContactActivityKind::reply, 0)});
    test::add_contact(plan, "elsewhere", "b", CommitteeRole::decider, {did(ContactActivityKind::reply, 0)});
    ContactBoard board;
    board.follow(plan, test::today_day());
    AccountEngagement a = board.account(AccountId("a"));
    CHECK(a.contacts.size() == 4);
    CHECK(a.known == 3);
    CHECK(a.engaged == 3); // whoever they are
    CHECK(a.seats == 2);   // of those with a role
    CHECK(a.size == 5);
    CHECK(!a.mapped);
    CHECK(a.wide == Approx(0.4));
    CHECK(a.deep == Approx(40 + 20 * std::exp2(-89.0 / 90) + 20 * std::exp2(-100.0 / 90) + 10 + 20));
    CHECK(a.recent == 80);
    CHECK(a.before == 40);
    CHECK(a.momentum == Approx(2));
    CHECK(a.wide_sentence() == "2 of 5 seats are engaged: 40 %. The size is assumed until the committee is mapped.");
    CHECK(a.momentum_sentence() == "80 points in the last 90 days against 40 in the 90 before: 2 times.");
    // Once mapped, the set size counts; but never fewer than are known.
    plan.accounts.edit().marks[AccountId("a")].committeeSize = 8;
    board.follow(plan, test::today_day());
    CHECK(board.account(AccountId("a")).wide == Approx(0.25));
    CHECK(board.account(AccountId("a")).mapped);
    plan.accounts.edit().marks[AccountId("a")].committeeSize = 2;
    board.follow(plan, test::today_day());
    CHECK(board.account(AccountId("a")).size == 3);
    // An account without contacts has an empty committee.
    CHECK(board.account(AccountId("z")).size == 5);
    CHECK(board.account(AccountId("z")).wide == 0);
    CHECK(!board.account(AccountId("z")).momentum);
}

TEST_CASE("The board follows edits and days") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}});
    test::add_contact(plan, "one", "a", CommitteeRole::decider, {did(ContactActivityKind::reply, 89)});
    ContactBoard board;
    board.follow(plan, test::today_day());
    CHECK(board.account(AccountId("a")).seats == 1);
    board.follow(plan, test::today_day() + 1);
    CHECK(board.account(AccountId("a")).seats == 0);
    test::add_contact(plan, "two", "a", CommitteeRole::user, {did(ContactActivityKind::reply, 0)});
    board.follow(plan, test::today_day() + 1);
    CHECK(board.account(AccountId("a")).seats == 1);
    CHECK(board.contacts().size() == 2);
}

TEST_CASE("The furthest stage whose rule is met is proposed, and never one behind") {
    Plan plan;
    test::add_stage(plan, "MQL").leastPoints = 20;
    LeadStage &sal = test::add_stage(plan, "SAL");
    sal.leastGrade = FitGrade::c;
    sal.leastPoints = 40;
    sal.leastAnswers = 2;
    test::add_stage(plan, "Named only");
    Contact contact;
    const auto proposed = [&] {
        const ContactFit itsFit = fit_of(contact, plan.contacts->policy);
        return proposed_stage(*plan.contacts, contact, itsFit, engagement_of(contact, plan.contacts->policy, test::today_day())).text;
    };
    contact.activities = {did(ContactActivityKind::pageView, 0)};
    CHECK(proposed().empty()); // a rule that asks for nothing proposes nobody
    contact.activities = {did(ContactActivityKind::reply, 0)};
    CHECK(proposed() == "MQL"); // exactly 20
    contact.activities = {did(ContactActivityKind::reply, 1)};
    CHECK(proposed().empty());
    contact.activities = {did(ContactActivityKind::meeting, 0)};
    contact.budget = contact.need = yes;
    CHECK(proposed() == "SAL");
    contact.need = unknown;
    contact.committee = CommitteeRole::decider;
    CHECK(proposed() == "MQL"); // grade C by the role, but one answer only
    contact.stage = LeadStageId("MQL");
    CHECK(proposed().empty());
    contact.stage = LeadStageId("Named only");
    contact.need = yes;
    CHECK(proposed().empty());
}

TEST_CASE("Response times count working days, and run out the day after") {
    const auto due = [](const char *since, int hours) { return to_text(answer_due(*parse_date(since), hours)); };
    CHECK(due("2026-11-23", 24) == "2026-11-24"); // Monday
    CHECK(due("2026-11-23", 1) == "2026-11-24");  // a day begun is a whole one
    CHECK(due("2026-11-23", 0) == "2026-11-23");
    CHECK(due("2026-11-23", 25) == "2026-11-25");
    CHECK(due("2026-11-20", 24) == "2026-11-23"); // Friday to Monday
    CHECK(due("2026-11-21", 24) == "2026-11-23"); // Saturday
    CHECK(due("2026-11-22", 24) == "2026-11-23"); // Sunday
    CHECK(due("2026-11-21", 120) == "2026-11-27");
    CHECK(due("2026-11-23", 120) == "2026-11-30");
    CHECK(due("2026-11-22", 144) == "2026-11-30");

    Plan plan;
    test::add_stage(plan, "MQL").responseHours = 24;
    Contact contact;
    contact.stage = LeadStageId("MQL");
    contact.stageSince = "2026-11-20";
    const auto late = [&](const char *today) { return late_answer(ContactId("c"), contact, *plan.contacts, *day_of(today)); };
    CHECK(!late("2026-11-23"));
    REQUIRE(late("2026-11-24"));
    CHECK(late("2026-11-24")->days == 1);
    CHECK(day_text(late("2026-11-24")->due) == "2026-11-23");
    contact.activities = {{ContactActivityKind::reply, "2026-11-19", {}}, {ContactActivityKind::pageView, "2026-11-23", {}}};
    CHECK(late("2026-11-24")); // neither is an answer to it
    contact.activities.push_back({ContactActivityKind::meeting, "2026-11-20", {}});
    CHECK(!late("2026-11-24"));
    contact.activities.clear();
    contact.stageSince.clear();
    CHECK(!late("2026-11-24"));
    contact.stageSince = "2026-11-20";
    plan.contacts.edit().stages.at(LeadStageId("MQL")).responseHours.reset();
    CHECK(!late("2026-11-24"));
}

TEST_CASE("Late answers are listed, the longest first") {
    Plan plan;
    test::add_stage(plan, "MQL").responseHours = 24;
    for (const auto &[name, since] :
         {std::pair("new", test::days_ago(0)), std::pair("old", test::days_ago(30)), std::pair("older", test::days_ago(60))}) {
        Contact &contact = test::add_contact(plan, name, "a");
        contact.stage = LeadStageId("MQL");
        contact.stageSince = since;
    }
    ContactBoard board;
    board.follow(plan, test::today_day());
    REQUIRE(board.late().size() == 2);
    CHECK(board.late().front().contact.text == "older");
}

// ---- RULES §2

TEST_CASE("Lead stages that nobody began are silent; names alone are one line; then each is told") {
    Plan plan;
    CHECK(messages(plan, "leadstage.incomplete").empty());
    test::add_stage(plan, "MQL");
    test::add_stage(plan, "SQL");
    CHECK(messages(plan, "leadstage.incomplete") ==
          std::vector<std::string>{"None of the 2 lead stages says yet what it means, what is done, by whom and by when."});
    CHECK(messages(plan, "leadstage.not-agreed").empty());
    plan.contacts.edit().stages.at(LeadStageId("MQL")).definition = "Looked twice";
    CHECK(messages(plan, "leadstage.incomplete") ==
          std::vector<std::string>{"The lead stage MQL still needs what is done, an owner and a response time.",
                                   "The lead stage SQL still needs a definition, what is done, an owner and a response time."});
    LeadStage &mql = plan.contacts.edit().stages.at(LeadStageId("MQL"));
    mql.action = "Call";
    mql.responseHours = 24;
    mql.owner = RoleId("nobody");
    CHECK(messages(plan, "leadstage.incomplete").front() == "The lead stage MQL still needs an owner.");
    plan.organisation.edit().roles[RoleId("nobody")].name = "SDR";
    CHECK(messages(plan, "leadstage.incomplete").size() == 1);
}

TEST_CASE("A defined stage wants both signatures, and one click notes them") {
    Plan plan;
    for (const char *name : {"MQL", "SQL"}) {
        test::add_stage(plan, name).definition = "Something";
    }
    CHECK(messages(plan, "leadstage.not-agreed") == std::vector<std::string>{"Neither side has signed the 2 lead stages yet."});
    plan.contacts.edit().stages.at(LeadStageId("MQL")).signedBySales = true;
    CHECK(messages(plan, "leadstage.not-agreed") ==
          std::vector<std::string>{"Marketing has not signed the lead stage MQL.", "Neither side has signed the lead stage SQL."});
    for (const Finding &finding : check(plan)) {
        if (finding.rule == "leadstage.not-agreed") {
            REQUIRE(finding.fixes.size() == 1);
            CHECK(finding.section == PlanSection::contacts);
            apply(plan, finding.fixes.front());
        }
    }
    CHECK(messages(plan, "leadstage.not-agreed").empty());
}

TEST_CASE("Accounts that are pursued want a pod: one sentence, however many") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToFew}, {"c", Tier::oneToMany}, {"d", Tier::none}});
    CHECK(messages(plan, "account.no-pod") ==
          std::vector<std::string>{"There is no pod yet, so nobody works the 3 accounts that are pursued."});
    plan.engagement.edit().pods[PodId("north")].name = "North";
    AccountColumn pod;
    pod.name = "Pod";
    pod.type = AccountColumnType::category;
    apply(plan, PlanEdit{"",
                         {Put<AccountColumn>{podColumn(), pod},
                          SetAccountCells{podColumn(), {{AccountId("a"), "north"}, {AccountId("b"), "gone"}}}}});
    CHECK(messages(plan, "account.no-pod") == std::vector<std::string>{"2 accounts that are pursued are in no pod: b and c."});
    apply(plan, PlanEdit{"", {SetAccountCells{podColumn(), {{AccountId("c"), "north"}, {AccountId("b"), "north"}}}}});
    CHECK(messages(plan, "account.no-pod").empty()); // d is not pursued
}

TEST_CASE("That accounts want a pod stands with the pods, and that they want a plan with the plans") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToOne}});
    Play play;
    play.account = AccountId("a");
    plan.engagement.edit().plays[PlayId("p")] = play;
    const std::vector<Finding> findings = check(plan);
    const auto of = [&](std::string_view rule) {
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) { return finding.rule == rule; });
        REQUIRE(found != findings.end());
        return *found;
    };
    CHECK(of("account.no-pod").section == PlanSection::pods);
    CHECK(of("account.top-tier-no-plan").section == PlanSection::engagement);
    CHECK(of("account.top-tier-no-plan").item == "account:b"); // which opens the plan of b
    CHECK(of("account.low-coverage").section == PlanSection::accounts);
}

TEST_CASE("1:1 wants a plan: told once while there is none, then account by account") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToOne}, {"c", Tier::oneToFew}});
    CHECK(messages(plan, "account.top-tier-no-plan") ==
          std::vector<std::string>{"None of the 2 accounts in 1:1 has an engagement plan yet."});
    Play play;
    play.account = AccountId("a");
    plan.engagement.edit().plays[PlayId("p")] = play;
    CHECK(messages(plan, "account.top-tier-no-plan") == std::vector<std::string>{"b is in 1:1 and has no engagement plan."});
    plan.engagement.edit().plays[PlayId("p")].status = PlayStatus::dropped;
    CHECK(messages(plan, "account.top-tier-no-plan").size() == 1);
}

TEST_CASE("Low coverage: two of five are too few, three are enough, and a mapped committee of two asks for both") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToOne}, {"c", Tier::oneToFew}, {"d", Tier::oneToMany}});
    CHECK(messages(plan, "account.low-coverage") ==
          std::vector<std::string>{"Nobody is known at the 3 accounts in 1:1 and 1:few, so no buying committee is engaged."});
    const auto engage = [&](const std::string &account, int members) {
        for (int i = 0; i < members; ++i) {
            test::add_contact(plan, account + std::to_string(i), account, CommitteeRole::user, {did(ContactActivityKind::reply, 1)});
        }
    };
    engage("a", 3);
    engage("b", 2);
    engage("c", 3);
    CHECK(messages(plan, "account.low-coverage") ==
          std::vector<std::string>{"At b (1:1), 2 of 5 of the committee are engaged; at least 3 should be."});
    plan.accounts.edit().marks[AccountId("b")].committeeSize = 2;
    CHECK(messages(plan, "account.low-coverage").empty());
    plan.settings.edit().thresholds["account.low-coverage.roles"] = 4;
    const std::vector<std::string> four = messages(plan, "account.low-coverage");
    REQUIRE(four.size() == 2);
    CHECK(four.at(0) == "At a (1:1), 3 of 5 of the committee are engaged; at least 4 should be.");
    CHECK(four.at(1) == "1 account in 1:few has fewer than 4 of the committee engaged: c.");
}

TEST_CASE("A finding about an account leads to the account, and the checker with memory agrees with the one without") {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToOne}});
    for (int i = 0; i < 3; ++i) {
        test::add_contact(plan, std::to_string(i), "a", CommitteeRole::user, {did(ContactActivityKind::reply, 89)});
    }
    Checker checker;
    for (int later = 0; later < 3; ++later) {
        CHECK(checker.check(plan, test::today_day() + later) == check(plan, test::today_day() + later));
    }
    test::add_stage(plan, "MQL");
    CHECK(checker.check(plan, test::today_day()) == check(plan, test::today_day()));
    std::size_t about = 0;
    for (const Finding &finding : check(plan, test::today_day())) {
        about += finding.rule == "account.low-coverage" && finding.item == "b" ? 1U : 0U;
    }
    CHECK(about == 1);
}
