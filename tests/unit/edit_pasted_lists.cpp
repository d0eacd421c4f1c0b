// Lists pasted from elsewhere: people with their roles; names of meetings, decisions and KPIs.
#include <catch2/catch_test_macros.hpp>

#include "edit/people_list.h"
#include "edit/section_gestures.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;
using test::bits;

namespace {

Plan plan_with_names() {
    Plan plan = test::reference_plan();
    Role &executive = plan.organisation.edit().roles.at(RoleId("AE"));
    executive.name = "Account executive";
    executive.shortName = "AE";
    return plan;
}

/// The people of the list in its order.
std::vector<Person> pasted_people(const Plan &plan, std::string_view text, PastedPeople *whole = nullptr) {
    const PastedPeople result = add_people_list(plan, text, bits);
    const Plan more = after(plan, result.edit);
    std::vector<Person> people;
    for (const PersonId &id : result.made) {
        people.push_back(more.organisation->people.at(id));
    }
    if (whole != nullptr) {
        *whole = result;
    }
    return people;
}

using Hats = std::map<RoleId, double>;

} // namespace

TEST_CASE("A pasted list of people: name, then roles with their share", "[edit]") {
    const Plan plan = plan_with_names();
    PastedPeople whole;
    const std::vector<Person> people = pasted_people(plan,
                                                     "Ada Lovelace; AE 50 %; sdr 25%\r\n"
                                                     "\n"
                                                     "Grace Hopper;account EXECUTIVE\n"
                                                     "  Edsger ; AE (12.5 %) ; VP Sales\n",
                                                     &whole);
    REQUIRE(people.size() == 3);
    CHECK(people[0].name == "Ada Lovelace");
    CHECK(people[0].hats == Hats{{RoleId("AE"), 0.5}, {RoleId("SDR"), 0.25}});
    CHECK(people[1].hats == Hats{{RoleId("AE"), 0}});
    CHECK(people[2].name == "Edsger");
    CHECK(people[2].hats == Hats{{RoleId("AE"), 0.125}, {RoleId("VP Sales"), 0}});
    CHECK(whole.edit.label == "Add 3 people");
    CHECK(whole.unknownRoles.empty());
    CHECK(whole.vacancies == 0);
    CHECK(after(plan, whole.edit).organisation->people.size() == 3);
}

TEST_CASE("Tabs, semicolons and commas part a pasted line, the first of them that it has", "[edit]") {
    const Plan plan = plan_with_names();
    CHECK(pasted_people(plan, "Ada\tAE\tSDR")[0].hats.size() == 2);
    CHECK(pasted_people(plan, "Ada, AE, SDR 10 %")[0].hats == Hats{{RoleId("AE"), 0}, {RoleId("SDR"), 0.1}});
    const Person doe = pasted_people(plan, "Doe, Jane; AE")[0];
    CHECK(doe.name == "Doe, Jane");
    CHECK(doe.hats == Hats{{RoleId("AE"), 0}});
    CHECK(pasted_people(plan, "Ada\tAE\t50 %")[0].hats == Hats{{RoleId("AE"), 0.5}});
    CHECK(pasted_people(plan, "Ada\tAE\t500 %")[0].hats == Hats{{RoleId("AE"), 1}});
    CHECK(pasted_people(plan, "Ada")[0].hats.empty());
}

TEST_CASE("Vacant, or no name, is a position that nobody holds", "[edit]") {
    const Plan plan = plan_with_names();
    PastedPeople whole;
    const std::vector<Person> people = pasted_people(plan, "\tSDR\nVacant; AE\n; VP Sales\nAda; AE", &whole);
    REQUIRE(people.size() == 4);
    CHECK(people[0].vacant);
    CHECK(people[0].hats == Hats{{RoleId("SDR"), 0}});
    CHECK(people[1].vacant);
    CHECK(people[1].name.empty());
    CHECK(people[2].vacant);
    CHECK_FALSE(people[3].vacant);
    CHECK(whole.vacancies == 3);
}

TEST_CASE("Roles that the plan does not have are told, each once, and the person still comes", "[edit]") {
    const Plan plan = plan_with_names();
    PastedPeople whole;
    const std::vector<Person> people = pasted_people(plan, "Name; Role\nAda; Wizard 50 %; AE\nGrace; Wizard; 20 %\nEdsger; ab %", &whole);
    REQUIRE(people.size() == 3);
    CHECK(people[0].hats == Hats{{RoleId("AE"), 0}});
    CHECK(people[1].hats.empty());
    CHECK(whole.unknownRoles == std::vector<std::string>{"Wizard", "ab %"});
    PastedPeople nothing;
    CHECK(pasted_people(plan, " \n\r\n", &nothing).empty());
    CHECK(nothing.edit.steps.empty());
}

TEST_CASE("A list without end is cut at its limit and says so", "[edit]") {
    std::string list;
    for (int i = 0; i < 10'003; ++i) {
        list += "P" + std::to_string(i) + "\n";
    }
    const PastedPeople result = add_people_list(plan_with_names(), list, bits);
    CHECK(result.made.size() == 10'000);
    CHECK(result.leftOut == 3);
}

TEST_CASE("Names of meetings, decisions and KPIs come in one step, in their order", "[edit]") {
    const Plan plan = plan_with_names();
    std::vector<MeetingId> meetings;
    const PlanEdit edit = add_meetings(plan, {"Weekly\nsync", "Review", ""}, MeetingId(), bits, &meetings);
    CHECK(edit.label == "Add 3 meetings");
    const Plan more = after(plan, edit);
    CHECK(ordered(more.governance->meetings) == meetings);
    CHECK(more.governance->meetings.at(meetings[0]).name == "Weekly sync");
    CHECK(more.governance->meetings.at(meetings[1]).period == Period{PeriodUnit::week, 1});
    std::vector<DecisionId> decisions;
    CHECK(add_decisions(plan, {"Price"}, DecisionId(), bits, &decisions).label == "Add Price");
    CHECK(decisions.size() == 1);
    std::vector<KpiId> kpis;
    const Plan measured = after(plan, add_kpis(plan, {"Win rate", "Coverage"}, RoleId("AE"), KpiId(), bits, &kpis));
    REQUIRE(kpis.size() == 2);
    CHECK(measured.measurement->kpis.at(kpis[1]).role == RoleId("AE"));
    CHECK(ordered(measured.measurement->kpis) == kpis);
    CHECK(add_meetings(plan, {}, MeetingId(), bits).steps.empty());
}
