// Pods and whose accounts are whose, as a person changes them.
#include "edit/pod_gestures.h"

#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "edit/section_gestures.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;

namespace {

/// RULES §7: 8 account executives, 2 account marketers.
Plan plan_with_heads(int executives = 8, int marketers = 2) {
    Plan plan = test::reference_plan();
    plan.organisation.edit().roles.at(RoleId("AE")).headcount = executives;
    plan.organisation.edit().roles.at(RoleId("Account marketer")).headcount = marketers;
    return plan;
}

void add_person(Plan &plan, const char *id, const char *name, const char *hat) {
    Collection<Person> &people = plan.organisation.edit().people;
    Person person;
    person.name = name;
    person.hats[RoleId(hat)] = 1;
    person.position = position_at_end(people);
    people[PersonId(id)] = person;
}

Plan plan_with_accounts() {
    Plan plan = plan_with_heads(2, 1);
    plan.accounts = Shared(test::accounts({{"name", AccountColumnType::text}}, {{"a1", "Acme"}, {"a2", "Beta"}, {"a3", "Gamma"}}));
    plan.accounts.edit().nameColumn = AccountColumnId("name");
    plan.engagement.edit().pods[PodId("north")].name = "North";
    plan.engagement.edit().pods[PodId("south")].name = "South";
    return plan;
}

std::string pod_of(const Plan &plan, const char *account) {
    return plan.accounts->table.text(podColumn(), *plan.accounts->table.row_of(account));
}

} // namespace

TEST_CASE("Eight account executives and two account marketers make eight pods, four for each marketer") {
    Plan plan = plan_with_heads();
    add_person(plan, "mara", "Mara", "Account marketer");
    add_person(plan, "noor", "Noor", "Account marketer");
    add_person(plan, "ana", "Ana", "AE");
    CHECK(pods_to_make(plan) == 8);
    std::vector<PodId> made;
    const PlanEdit edit = make_pods(plan, counting_bits(1), &made);
    CHECK(edit.label == "Make 8 pods from the roles");
    plan = after(plan, edit);
    REQUIRE(made.size() == 8);
    CHECK(ordered(plan.engagement->pods) == made);
    CHECK(plan.engagement->pods.at(made[0]).name == "Ana + Mara");
    CHECK(plan.engagement->pods.at(made[3]).name == "AE 4 + Mara");
    CHECK(plan.engagement->pods.at(made[4]).name == "AE 5 + Noor");
    std::map<std::string, int> pods;
    for (const auto &[id, pod] : plan.engagement->pods) {
        ++pods[pod.members.at(RoleId("Account marketer"))];
    }
    CHECK(pods == std::map<std::string, int>{{"mara", 4}, {"noor", 4}});
    CHECK(plan.engagement->pods.at(made[0]).members.at(RoleId("AE")) == "ana");
    CHECK(plan.engagement->pods.at(made[1]).members.at(RoleId("AE")).empty());
}

TEST_CASE("Pods are made for executives who have none, and no more") {
    Plan plan = plan_with_heads(2, 1);
    plan = after(plan, make_pods(plan, counting_bits(1)));
    CHECK(pods_to_make(plan) == 0);
    CHECK(make_pods(plan, counting_bits(2)).steps.empty());
    plan.organisation.edit().roles.at(RoleId("AE")).headcount = 3;
    CHECK(pods_to_make(plan) == 1);
    plan = after(plan, make_pods(plan, counting_bits(2)));
    CHECK(plan.engagement->pods.size() == 3);
    CHECK(make_pods(plan_with_heads(0, 2), counting_bits(1)).steps.empty());
}

TEST_CASE("A pod's name follows a member whom it names") {
    Plan plan = plan_with_heads(1, 1);
    add_person(plan, "ana", "Ana", "AE");
    add_person(plan, "bo", "Bo", "CFO");
    std::vector<PodId> made;
    plan = after(plan, make_pods(plan, counting_bits(1), &made));
    Pod pod = plan.engagement->pods.at(made.front());
    CHECK(pod.name == "Ana + Account marketer");
    pod.members.at(RoleId("AE")) = "bo";
    const PlanEdit edit = change_pod(plan, made.front(), pod);
    CHECK(edit.label == "Change who is in Ana + Account marketer");
    plan = after(plan, edit);
    CHECK(plan.engagement->pods.at(made.front()).name == "Bo + Account marketer");
}

TEST_CASE("Who leaves the plan leaves the pods") {
    Plan plan = plan_with_heads(1, 1);
    add_person(plan, "ana", "Ana", "AE");
    plan = after(plan, make_pods(plan, counting_bits(1)));
    plan = after(plan, remove_people(plan, {PersonId("ana")}));
    CHECK(plan.engagement->pods.begin()->second.members.at(RoleId("AE")).empty());
}

TEST_CASE("Accounts are given to a pod and taken out of it again, and the column is made where there is none") {
    Plan plan = plan_with_accounts();
    const PlanEdit edit = give_accounts(plan, {AccountId("a1"), AccountId("a2"), AccountId("nobody")}, PodId("north"));
    CHECK(edit.label == "Give 2 accounts to North");
    plan = after(plan, edit);
    CHECK(plan.accounts->columns.at(podColumn()).type == AccountColumnType::category);
    CHECK(pod_of(plan, "a1") == "north");
    CHECK(pod_of(plan, "a3").empty());
    CHECK(give_accounts(plan, {AccountId("a1")}, PodId("north")).steps.empty());
    CHECK(give_accounts(plan, {AccountId("a1")}, PodId("nowhere")).steps.empty());
    const PlanEdit out = give_accounts(plan, {AccountId("a1")}, PodId());
    CHECK(out.label == "Take Acme out of its pod");
    CHECK(pod_of(after(plan, out), "a1").empty());
    CHECK(give_accounts(plan, {{AccountId("a2"), PodId("south")}, {AccountId("a3"), PodId("north")}}).label == "Assign 2 accounts to pods");
}

TEST_CASE("A pod that is deleted lets go of its accounts and of its limit on the board") {
    Plan plan = plan_with_accounts();
    plan = after(plan, give_accounts(plan, {{AccountId("a1"), PodId("north")}, {AccountId("a2"), PodId("south")}}));
    plan.accounts.edit().board.limits["pod:north"] = 5;
    const PlanEdit edit = remove_pods(plan, {PodId("north")});
    CHECK(edit.label == "Delete North");
    plan = after(plan, edit);
    CHECK(pod_of(plan, "a1").empty());
    CHECK(pod_of(plan, "a2") == "south");
    CHECK(plan.accounts->board.limits.empty());
}

TEST_CASE("An account is pinned and let go, and a mark that says nothing goes") {
    Plan plan = plan_with_accounts();
    plan = after(plan, pin_accounts(plan, {AccountId("a1"), AccountId("a2")}, true));
    CHECK(plan.accounts->marks.at(AccountId("a1")).pinned);
    CHECK(plan.accounts->marks.size() == 2);
    CHECK(pin_accounts(plan, {AccountId("a1")}, true).steps.empty());
    plan = after(plan, pin_accounts(plan, {AccountId("a1")}, false));
    CHECK(!plan.accounts->marks.contains(AccountId("a1")));
}
