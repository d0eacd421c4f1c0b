#include "edit/contact_gestures.h"

#include <catch2/catch_test_macros.hpp>

#include "contacts_for_tests.h"
#include "edit/gestures.h"
#include "edits_for_tests.h"

using namespace fullcourt;
using test::after;
using test::bits;
using test::did;

namespace {

Plan plan_with_two() {
    Plan plan = test::plan_with_accounts({{"a", Tier::oneToOne}, {"b", Tier::oneToFew}});
    test::add_contact(plan, "Ada", "a");
    test::add_contact(plan, "Bo", "b");
    test::add_stage(plan, "MQL").definition = "Looked twice";
    test::add_stage(plan, "SQL");
    return plan;
}

const ContactId ada("Ada");
const LeadStageId mql("MQL");

} // namespace

TEST_CASE("Contacts are added to an account in the order given, changed and deleted, each in one step") {
    Plan plan = plan_with_two();
    std::vector<ContactId> made;
    const PlanEdit edit = add_contacts(plan, {"Cleo", "Dan"}, AccountId("a"), bits, &made);
    CHECK(edit.label == "Add 2 contacts");
    plan = after(plan, edit);
    REQUIRE(made.size() == 2);
    CHECK(plan.contacts->contacts.at(made.front()).account == AccountId("a"));
    CHECK(ordered(plan.contacts->contacts).back() == made.back());
    const PlanEdit moved = move_contacts(plan, {made.back()}, ada);
    CHECK(ordered(after(plan, moved).contacts->contacts).front() == made.back());
    CHECK(remove_contacts(plan, {made.back()}).label == "Delete Dan");
    CHECK(remove_contacts(plan, {ContactId("nobody")}).steps.empty());
}

TEST_CASE("A deleted contact is no longer named by what buyers responded") {
    Plan plan = plan_with_two();
    EngagementNote note;
    note.contact = ada;
    plan.engagement.edit().notes[EngagementNoteId("n")] = note;
    plan = after(plan, remove_contacts(plan, {ada}));
    CHECK(plan.engagement->notes.at(EngagementNoteId("n")).contact.empty());
    CHECK(!plan.contacts->contacts.contains(ada));
}

TEST_CASE("Answers, roles and activities are noted with a label that says what") {
    Plan plan = plan_with_two();
    CHECK(set_committee_role(plan, ada, CommitteeRole::decider).label == "Change the committee role of Ada");
    CHECK(answer_bant(plan, ada, BantQuestion::budget, Known::yes).label == "Change the budget known of Ada");
    CHECK(answer_bant(plan, ada, BantQuestion::budget, Known::unknown).steps.empty());
    plan = after(plan, answer_bant(plan, ada, BantQuestion::timeline, Known::no));
    CHECK(plan.contacts->contacts.at(ada).timeline == Known::no);
    const PlanEdit log = log_activity(plan, ada, did(ContactActivityKind::meeting, 0, 45));
    CHECK(log.label == "Log a meeting with Ada");
    plan = after(plan, log);
    CHECK(plan.contacts->contacts.at(ada).activities == std::vector<ContactActivity>{did(ContactActivityKind::meeting, 0, 45)});
    CHECK(log_activity(plan, ada, {ContactActivityKind::reply, "2026-02-30", {}}).steps.empty());
    CHECK(remove_activity(plan, ada, 1).steps.empty());
    plan = after(plan, remove_activity(plan, ada, 0));
    CHECK(plan.contacts->contacts.at(ada).activities.empty());
}

TEST_CASE("A stage is set with its day, kept where it is the same, and taken away with it") {
    Plan plan = plan_with_two();
    const PlanEdit edit = set_lead_stage(plan, {ada, ContactId("Bo")}, mql, "2026-11-20");
    CHECK(edit.label == "Move 2 contacts to MQL");
    plan = after(plan, edit);
    CHECK(plan.contacts->contacts.at(ada).stageSince == "2026-11-20");
    CHECK(set_lead_stage(plan, {ada}, mql, "2026-11-23").steps.empty());
    CHECK(set_lead_stage(plan, {ada}, LeadStageId("gone"), "2026-11-23").steps.empty());
    plan = after(plan, set_lead_stage(plan, {ada}, {}, "2026-11-23"));
    CHECK(plan.contacts->contacts.at(ada).stage.empty());
    CHECK(plan.contacts->contacts.at(ada).stageSince.empty());
    plan = after(plan, remove_lead_stages(plan, {mql}));
    CHECK(plan.contacts->contacts.at(ContactId("Bo")).stage.empty());
}

TEST_CASE("Each side signs a stage for itself, and a changed text takes both names back") {
    Plan plan = plan_with_two();
    const PlanEdit sign = sign_lead_stage(plan, mql, Side::marketing, true);
    CHECK(sign.label == "Sign MQL for marketing");
    plan = after(plan, sign);
    plan = after(plan, sign_lead_stage(plan, mql, Side::sales, true));
    CHECK(sign_lead_stage(plan, mql, Side::sales, true).steps.empty());
    CHECK(sign_lead_stage(plan, mql, Side::product, true).steps.empty());
    LeadStage stage = plan.contacts->stages.at(mql);
    CHECK(change_lead_stage(plan, mql, stage).steps.empty());
    stage.responseHours = 48;
    const Plan changed = after(plan, change_lead_stage(plan, mql, stage));
    CHECK(!changed.contacts->stages.at(mql).signedByMarketing);
    CHECK(!changed.contacts->stages.at(mql).signedBySales);
    // Moving it changes nothing that was signed.
    CHECK(after(plan, move_lead_stages(plan, {LeadStageId("SQL")}, mql)).contacts->stages.at(mql).signedBySales);
}

TEST_CASE("MQL, TQL, SAL and SQL begin complete where the plan has the core roles, and only where there is no stage") {
    Plan plan;
    Role role;
    role.name = "SDR";
    role.core = CoreFunction::salesDevelopment;
    plan.organisation.edit().roles[RoleId("sdr")] = role;
    plan = after(plan, start_lead_stages(plan));
    REQUIRE(plan.contacts->stages.size() == 4);
    const std::vector<LeadStageId> order = ordered(plan.contacts->stages);
    CHECK(plan.contacts->stages.at(order.front()).name == "MQL");
    CHECK(plan.contacts->stages.at(order.back()).name == "SQL");
    CHECK(plan.contacts->stages.at(LeadStageId("tql")).owner == RoleId("sdr"));
    CHECK(plan.contacts->stages.at(LeadStageId("mql")).owner.empty());
    for (const auto &[id, stage] : plan.contacts->stages) {
        CHECK(!stage.definition.empty());
        CHECK(!stage.action.empty());
        CHECK(stage.responseHours);
        CHECK(!stage.signedByMarketing);
    }
    CHECK(start_lead_stages(plan).steps.empty());
}

TEST_CASE("An account's stage makes its column where there is none, and keeps the day of each move") {
    Plan plan = plan_with_two();
    const PlanEdit edit = set_account_stage(plan, {AccountId("a"), AccountId("b"), AccountId("z")}, "engaged", "2026-11-01");
    CHECK(edit.label == "Move 2 accounts to engaged");
    plan = after(plan, edit);
    CHECK(plan.accounts->columns.at(stageColumn()).name == "Stage");
    CHECK(plan.accounts->table.text(stageColumn(), 1) == "engaged");
    CHECK(plan.accounts->marks.at(AccountId("a")).stageSince.at("engaged") == "2026-11-01");
    CHECK(plan.accounts->marks.at(AccountId("a")).tier == Tier::oneToOne);
    CHECK(set_account_stage(plan, {AccountId("a")}, "engaged", "2026-11-23").steps.empty());
    plan = after(plan, set_account_stage(plan, {AccountId("a")}, "won", "2026-11-23"));
    CHECK(plan.accounts->marks.at(AccountId("a")).stageSince.size() == 2);
    plan = after(plan, set_account_stage(plan, {AccountId("a")}, "", "2026-11-23"));
    CHECK(plan.accounts->table.text(stageColumn(), 0).empty());
    CHECK(plan.accounts->marks.at(AccountId("a")).stageSince.size() == 2); // it was there
}

TEST_CASE("The size of a committee, and what counts, are kept within what makes sense") {
    Plan plan = plan_with_two();
    plan = after(plan, set_committee_size(plan, AccountId("a"), 7));
    CHECK(plan.accounts->marks.at(AccountId("a")).committeeSize == 7);
    plan = after(plan, set_committee_size(plan, AccountId("a"), 0));
    CHECK(!plan.accounts->marks.at(AccountId("a")).committeeSize);
    LeadPolicy policy;
    policy.worth[ContactActivityKind::reply] = {5'000, -1, 0};
    policy.worth[ContactActivityKind::meeting] = standard_worth(ContactActivityKind::meeting);
    policy.engagedDays = 0;
    policy.gradeA = 9;
    plan = after(plan, set_lead_policy(plan, policy));
    CHECK(plan.contacts->policy.worth.size() == 1); // what is as usual is not kept
    CHECK(worth_of(plan.contacts->policy, ContactActivityKind::reply) == ActivityWorth{1'000, 0, 0.01});
    CHECK(plan.contacts->policy.engagedDays == 1);
    CHECK(plan.contacts->policy.gradeA == 5);
    CHECK(set_lead_policy(plan, plan.contacts->policy).steps.empty());
}
