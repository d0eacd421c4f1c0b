// Everything in a plan by its name.
#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "analysis/account_search.h"
#include "app/plan_search.h"
#include "many_accounts.h"
#include "reference_template.h"

using namespace fullcourt;
using test::reference_template;

namespace {

constexpr std::size_t many = 100;

std::vector<std::string> names(const std::vector<PlanPlace> &places) {
    std::vector<std::string> names;
    for (const PlanPlace &place : places) {
        names.push_back(place.name);
    }
    return names;
}

template <class Item> void each_is_found(const Plan &plan, View view, const Collection<Item> &items) {
    for (const auto &[id, item] : items) {
        INFO(item.name);
        const std::vector<PlanPlace> places = search_plan(plan, item.name, many);
        CHECK(
            std::any_of(places.begin(), places.end(), [&](const PlanPlace &place) { return place.view == view && place.item == id.text; }));
    }
}

} // namespace

TEST_CASE("Each thing of a plan is found by its name, where it is shown") {
    Plan plan = reference_template();
    plan.organisation.edit().people[PersonId("ana")].name = "Ana Ruiz";
    plan.contacts.edit().contacts[ContactId("c")].name = "Kim Odell";
    plan.engagement.edit().pods[PodId("north")].name = "North";
    plan.engagement.edit().plays[PlayId("p")].name = "Executive dinner";
    plan.scoring.edit().criteria[CriterionId("size")].name = "Employees";
    each_is_found(plan, View::organisation, plan.organisation->roles);
    each_is_found(plan, View::organisation, plan.organisation->people);
    each_is_found(plan, View::raci, plan.raci->activities);
    each_is_found(plan, View::cadences, plan.governance->meetings);
    each_is_found(plan, View::decisions, plan.governance->decisions);
    each_is_found(plan, View::kpis, plan.measurement->kpis);
    each_is_found(plan, View::governance, plan.practices->practices);
    each_is_found(plan, View::governance, plan.practices->tools);
    each_is_found(plan, View::contacts, plan.contacts->contacts);
    each_is_found(plan, View::pods, plan.engagement->pods);
    each_is_found(plan, View::engagement, plan.engagement->plays);
    each_is_found(plan, View::score, plan.scoring->criteria);
    CHECK(search_plan(plan, "level 2", many).front().view == View::escalation);
}

TEST_CASE("What is found says who decides, and whose name it is in comes first") {
    const std::vector<PlanPlace> places = search_plan(reference_template(), "account sel", many);
    REQUIRE(places.size() >= 2);
    CHECK(places[0].name == "Account selection");
    CHECK(std::any_of(places.begin(), places.end(), [](const PlanPlace &place) {
        return place.kind == "Decision" && place.name == "Target account selection" &&
               place.detail == "Decided by VP Marketing and VP Sales";
    }));
}

TEST_CASE("Names that begin with the word stand before those that hold it, and these before details") {
    Plan plan;
    auto &meetings = plan.governance.edit().meetings;
    plan.organisation.edit().roles[RoleId("r")].name = "Budget owner";
    meetings[MeetingId("a")].name = "Rebudgeting";
    meetings[MeetingId("b")].name = "Yearly budget";
    meetings[MeetingId("c")].name = "Pipeline";
    meetings[MeetingId("c")].attendees = {RoleId("r")};
    CHECK(names(search_plan(plan, "budget", many)) == std::vector<std::string>{"Budget owner", "Yearly budget", "Rebudgeting", "Pipeline"});
    CHECK(names(search_plan(plan, "BUDGET year", many)) == std::vector<std::string>{"Yearly budget"});
    CHECK(search_plan(plan, "budget", 2).size() == 2);
}

TEST_CASE("A search without a word, or for what is not there, finds nothing") {
    CHECK(search_plan(reference_template(), "", many).empty());
    CHECK(search_plan(reference_template(), " \t ", many).empty());
    CHECK(search_plan(reference_template(), "helicopters", many).empty());
}

TEST_CASE("Accounts are found by name before those that hold the word elsewhere") {
    Plan plan;
    plan.accounts.edit() =
        test::accounts({{"industry", AccountColumnType::category}}, {{"acme", "steel"}, {"steelworks", "mining"}, {"northwind", "steel"}});
    const std::vector<PlanPlace> places = search_plan(plan, "steel", many);
    CHECK(names(places) == std::vector<std::string>{"steelworks", "acme", "northwind"});
    CHECK(places.front().item == "steelworks");
    CHECK(names(search_plan(plan, "steel", 1)) == std::vector<std::string>{"steelworks"});
}

TEST_CASE("Among many accounts the first ones that hold the words in their names are found, and those far down too") {
    Plan plan = test::plan_with_many_accounts();
    plan.accounts.edit().nameColumn = AccountColumnId("name");
    CHECK(names(search_plan(plan, "account", 3)) == std::vector<std::string>{"Account 0", "Account 1", "Account 2"});
    CHECK(names(search_plan(plan, "8200", 3)) == std::vector<std::string>{"Account 8200"});
    // A word in one column, another in the next, wherever they stand in the list.
    CHECK(names(search_plan(plan, "account 8200 224", 3)) == std::vector<std::string>{"Account 8200"});
    CHECK(search_plan(plan, "account 8200 225", 3).empty());
    std::size_t chunks = 0;
    search_chunks(*plan.accounts, "account", {}, [&](std::size_t, std::span<const std::uint8_t>) { return ++chunks < 2; });
    CHECK(chunks == 2);
}

TEST_CASE("As one types, people are found by the account they are at, also once that is another one") {
    Plan plan;
    plan.accounts.edit() = test::accounts({{"size"}}, {{"acme", "1"}, {"northwind", "2"}});
    plan.contacts.edit().contacts[ContactId("kim")] = {.name = "Kim Odell", .account = AccountId("northwind")};
    PlanSearcher searcher;
    const auto who = [&](const char *text) {
        std::vector<std::string> found;
        for (const PlanPlace &place : searcher.search(plan, text, many)) {
            found.push_back(place.kind + " " + place.name);
        }
        return found;
    };
    CHECK(who("northwind") == std::vector<std::string>{"Account northwind", "Contact Kim Odell"});
    plan.accounts.edit() = test::accounts({{"size"}}, {{"zenith", "1"}, {"acme", "1"}, {"northwind", "2"}});
    CHECK(who("northwind") == std::vector<std::string>{"Account northwind", "Contact Kim Odell"});
    plan.contacts.edit().contacts[ContactId("kim")].account = AccountId("acme");
    CHECK(who("northwind") == std::vector<std::string>{"Account northwind"});
    CHECK(who("acme") == std::vector<std::string>{"Account acme", "Contact Kim Odell"});
}
