// Hostile and damaged input in the operating model's sections: people, choice, meetings, decisions, levels, KPIs, acceptances.
#include <catch2/catch_test_macros.hpp>

#include "io/restore.h"
#include "io/write.h"
#include "json_mutants.h"
#include "restored_for_tests.h"
#include "rounds.h"
#include "test_files.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

/// The only role, with these fields besides.
Restored role_with(const std::string &fields) {
    return restored_from(file_with("\"roles\":[{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\"," + fields + "}]"));
}
const Role &role_of(const Restored &restored) { return restored.plan.organisation->roles.at(RoleId("ae")); }

Restored meeting_with(const std::string &fields, const RestoreLimits &limits = {}) {
    return restored_from(
        file_with("\"roles\":[{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\"}],\n\"meetings\":[{\"id\":\"m\",\"at\":\"V\",\"name\":\"Sync\"," +
                  fields + "}]"),
        limits);
}
const Meeting &meeting_of(const Restored &restored) { return restored.plan.governance->meetings.at(MeetingId("m")); }

Restored kpi_with(const std::string &fields) {
    return restored_from(file_with("\"kpis\":[{\"id\":\"k\",\"at\":\"V\",\"name\":\"Win rate\"," + fields + "}]"));
}
const Kpi &kpi_of(const Restored &restored) { return restored.plan.measurement->kpis.at(KpiId("k")); }

} // namespace

TEST_CASE("every value of an operating model in turn replaced by every type: restored or refused in words, never worse") {
    std::string file = test::read_file("golden/v1-operating-model.fullcourt.json");
    for (std::size_t at = file.find("\\\""); at != std::string::npos; at = file.find("\\\"", at)) {
        file.erase(at, 2);
    }
    REQUIRE(restored_from(file).report.empty());
    std::size_t tried = 0;
    test::for_each_mutant(file, [&](const std::string &bytes) {
        INFO(bytes);
        const Result<Restored> restored = restore(bytes);
        if (restored) {
            check_settled(*restored);
        } else {
            CHECK_FALSE(restored.error().message.empty());
        }
        ++tried;
    });
    CHECK(tried > test::rounds(std::size_t{2'000}));
}

TEST_CASE("sections of the wrong type are left out with a sentence each") {
    const Restored restored =
        restored_from(file_with("\"team\":{},\"choice\":[],\"meetings\":5,\"decisions\":\"none\",\"escalation\":true,\"kpis\":null,"
                                "\"acceptances\":[]"));
    CHECK(restored.plan == Plan());
    CHECK(restored.report.sentences == Sentences{"The plan: “team” was an object where a list belongs; it was left out.",
                                                 "The plan: “choice” was a list where an object belongs; it was left out.",
                                                 "The plan: “meetings” was a number where a list belongs; it was left out.",
                                                 "The plan: “decisions” was a text where a list belongs; it was left out.",
                                                 "The plan: “escalation” was a yes or no where a list belongs; it was left out.",
                                                 "The plan: “kpis” was nothing where a list belongs; it was left out.",
                                                 "The plan: “acceptances” was a list where an object belongs; it was left out."});
}

TEST_CASE("sections past their limits are refused by number and name") {
    RestoreLimits limits;
    limits.items = 2;
    const std::string three = "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]";
    for (const auto &[key, name] : {std::pair("team", "people"), std::pair("meetings", "meetings"), std::pair("decisions", "decisions"),
                                    std::pair("escalation", "escalation levels"), std::pair("kpis", "KPIs")}) {
        const Result<Restored> restored = restore(file_with("\"" + std::string(key) + "\":" + three), limits);
        REQUIRE_FALSE(restored);
        CHECK(restored.error().message == "The file lists 3 " + std::string(name) + "; Fullcourt reads up to 2.");
    }
    CHECK_FALSE(restore(file_with("\"acceptances\":{\"a\":{},\"b\":{},\"c\":{}}"), limits));
}

TEST_CASE("head-counts and costs: what is impossible counts as not set, what is too much as the most") {
    CHECK(role_with("\"headcount\":0").report.empty());
    CHECK(role_of(role_with("\"headcount\":0")).headcount == 0);
    const Restored negative = role_with("\"headcount\":-8,\"costPerHead\":-1");
    CHECK_FALSE(role_of(negative).headcount);
    CHECK_FALSE(role_of(negative).costPerHead);
    CHECK(negative.report.sentences == Sentences{"Role 1 (“AE”): “headcount” was -8, which is less than 0; it was left out.",
                                                 "Role 1 (“AE”): “costPerHead” was -1, which is less than 0; it was left out."});
    const Restored half = role_with("\"headcount\":2.5,\"costPerHead\":\"much\"");
    CHECK(role_of(half).headcount == 3);
    CHECK(half.report.sentences == Sentences{"Role 1 (“AE”): “headcount” was 2.5 where a whole number belongs; it is 3 now.",
                                             "Role 1 (“AE”): “costPerHead” was a text where a number belongs; it was left out."});
    const Restored huge = role_with("\"headcount\":1e300,\"costPerHead\":1e300");
    CHECK(role_of(huge).headcount == 100'000);
    CHECK(role_of(huge).costPerHead == 1e15);
    CHECK(huge.report.sentences ==
          Sentences{"Role 1 (“AE”): “headcount” was 1e+300, which is more than 100000; it is 100000 now.",
                    "Role 1 (“AE”): “costPerHead” was 1e+300, which is more than 1000000000000000; it is 1000000000000000 now."});
    check_settled(huge);
}

TEST_CASE("a role that reports to itself, to a circle or to nobody known is kept as it is") {
    const Restored restored = role_with("\"reportsTo\":\"ae\",\"dottedTo\":\"gone\"");
    CHECK(role_of(restored).reportsTo == RoleId("ae"));
    CHECK(role_of(restored).dottedTo == RoleId("gone"));
    CHECK(restored.report.empty());
    CHECK(restored.report.kept == Sentences{"Role “AE” names “gone”, which is no role of the plan; it is kept."});
}

TEST_CASE("meetings: impossible lengths and periods are told, each with what stands now") {
    const Restored endless = meeting_with("\"minutes\":1e9,\"every\":\"9000 weeks\"");
    CHECK(meeting_of(endless).minutes == 10'000);
    CHECK(meeting_of(endless).period == Period{PeriodUnit::week, 100});
    CHECK(endless.report.sentences ==
          Sentences{"Meeting 1 (“Sync”): The number in “every” was 9000, which is more than 100; it is 100 now.",
                    "Meeting 1 (“Sync”): “minutes” was 1000000000, which is more than 10000; it is 10000 now."});
    CHECK(meeting_of(meeting_with("\"minutes\":-30")).minutes == 1);
    CHECK(meeting_of(meeting_with("\"minutes\":\"long\"")).minutes == 30);
    CHECK(meeting_of(meeting_with("\"every\":\"1 week\"")).period == Period{PeriodUnit::week, 1});
    CHECK(meeting_of(meeting_with("\"every\":\"3 months\"")).period == Period{PeriodUnit::month, 3});
    CHECK(meeting_of(meeting_with("\"every\":\"-2 days\"")).period == Period{PeriodUnit::day, 1});
    for (const char *odd : {"\"fortnight\"", "\"2\"", "\"2 \"", "\"0 weeks\"", "\"1.5 weeks\"", "\"1e999 weeks\"", "\"week week\"", "\"\"",
                            "\" week\"", "\"never\"", "7"}) {
        INFO(odd);
        const Restored restored = meeting_with("\"every\":" + std::string(odd));
        CHECK(meeting_of(restored).period == Period());
        CHECK_FALSE(restored.report.empty());
        check_settled(restored);
    }
    CHECK(meeting_with("\"every\":\"blue moon\"").report.sentences ==
          Sentences{"Meeting 1 (“Sync”): “every” was “blue moon”, which is no period like “week” or “2 weeks”; it was left out."});
}

TEST_CASE("lists of roles: what names nothing goes, what names nobody known stays, told once an item") {
    const Restored restored = meeting_with("\"attendees\":[\"ae\",\"ae\",\"\",5,null,\"x1\",\"x2\",\"x3\",\"x4\",\"x5\",\"x6\",\"x7\"]");
    CHECK(meeting_of(restored).attendees.size() == 8);
    CHECK(restored.report.sentences == Sentences{"Meeting 1 (“Sync”): 3 entries of “attendees” were left out: they name nothing."});
    CHECK(restored.report.kept ==
          Sentences{"Meeting “Sync” names “x1”, “x2”, “x3”, “x4”, “x5” and 2 others, which are no roles of the plan; they are kept."});
    CHECK(meeting_with("\"attendees\":\"ae\"").report.sentences ==
          Sentences{"Meeting 1 (“Sync”): “attendees” was a text where a list belongs; it was left out."});
    check_settled(restored);
}

TEST_CASE("lists of texts: lines are forced onto one, what is no text goes") {
    const Restored restored = meeting_with("\"topics\":[\"two\\nlines\",\"\",7,{},\"" + repeated("é", 600) + "\"],\"outputs\":{}");
    CHECK(meeting_of(restored).topics == std::vector<std::string>{"two lines", "", repeated("é", 500)});
    CHECK(restored.report.sentences ==
          Sentences{"Meeting 1 (“Sync”): “topics” held line breaks or other control characters; it stands on one line now.",
                    "Meeting 1 (“Sync”): “topics” had 1200 bytes; it was shortened to 1000.",
                    "Meeting 1 (“Sync”): 2 entries of “topics” were left out: they are no text.",
                    "Meeting 1 (“Sync”): “outputs” was an object where a list belongs; it was left out."});
    check_settled(restored);
}

TEST_CASE("huge lists within an item are cut at their limit, told by number") {
    RestoreLimits limits;
    limits.entries = 2;
    const Restored small = meeting_with("\"attendees\":[\"a\",\"b\",\"c\"],\"topics\":[\"1\",\"2\",\"3\",\"4\"]", limits);
    CHECK(meeting_of(small).attendees.size() == 2);
    CHECK(meeting_of(small).topics.size() == 2);
    CHECK(small.report.sentences == Sentences{"Meeting 1 (“Sync”): 1 entry of “attendees” was left out: the list is too long.",
                                              "Meeting 1 (“Sync”): 2 entries of “topics” were left out: the list is too long."});
    const Restored huge = meeting_with("\"topics\":[" + repeated("\"x\",", 200'000) + "\"x\"]");
    CHECK(meeting_of(huge).topics.size() == 10'000);
    check_settled(huge);
}

TEST_CASE("people: hats keep to shares from 0 to 1") {
    const Restored restored =
        restored_from(file_with("\"roles\":[{\"id\":\"ae\",\"at\":\"V\",\"name\":\"AE\"}],\"team\":[{\"id\":\"p\",\"at\":"
                                "\"V\",\"name\":\"Ada\",\"hats\":{\"ae\":50,\"b\":-1,"
                                "\"c\":\"half\",\"\":1},\"vacant\":\"no\"}]"));
    const Person &ada = restored.plan.organisation->people.at(PersonId("p"));
    CHECK(ada.hats == std::map<RoleId, double>{{RoleId("ae"), 1}, {RoleId("b"), 0}});
    CHECK_FALSE(ada.vacant);
    CHECK(restored.report.sentences == Sentences{"Person 1 (“Ada”): 1 entry of “hats” was left out: its key is empty or too long.",
                                                 "Person 1 (“Ada”): “ae” among its hats was 50, which is more than 1; it is 1 now.",
                                                 "Person 1 (“Ada”): “b” among its hats was -1, which is less than 0; it is 0 now.",
                                                 "Person 1 (“Ada”): “c” among its hats was a text where a number belongs; it was left out.",
                                                 "Person 1 (“Ada”): “vacant” was a text where a yes or no belongs; it is no now."});
    check_settled(restored);
}

TEST_CASE("the organisation's choice: unknown words and answers past the scale") {
    const Restored restored = restored_from(
        file_with("\"choice\":{\"home\":\"moon\",\"liaison\":1,\"bdrOwner\":\"nobody\",\"context\":{\"alignment\":9,\"content\":-1,"
                  "\"mandate\":1.4,\"mobility\":\"yes\"}}"));
    CHECK(restored.plan.organisation->choice.context == std::map<std::string, int>{{"alignment", 4}, {"content", 0}, {"mandate", 1}});
    CHECK(restored.plan.organisation->choice.home == Home::notChosen);
    CHECK(restored.report.sentences ==
          Sentences{"The organisation's choice: “home” was “moon”, which this program does not know; it is “not-chosen” now.",
                    "The organisation's choice: “liaison” was a number where a yes or no belongs; it is no now.",
                    "The organisation's choice: “bdrOwner” was “nobody”, which this program does not know; it is “sales” now.",
                    "The organisation's choice: “alignment” among its context was 9, which is more than 4; it is 4 now.",
                    "The organisation's choice: “content” among its context was -1, which is less than 0; it is 0 now.",
                    "The organisation's choice: “mandate” among its context was 1.4 where a whole number belongs; it is 1 now.",
                    "The organisation's choice: “mobility” among its context was a text where a number belongs; it was left out."});
    check_settled(restored);
}

TEST_CASE("decisions: inputs keep their role where the text cannot be read") {
    const Restored restored = restored_from(
        file_with("\"decisions\":[{\"id\":\"d\",\"at\":\"V\",\"name\":\"Price\",\"inputs\":{\"cfo\":5,\"ops\":\"two\\nlines\"},"
                  "\"turnaroundDays\":-7,\"activities\":[\"gone\"],\"forum\":\"off\"}]"));
    const Decision &decision = restored.plan.governance->decisions.at(DecisionId("d"));
    CHECK(decision.inputs == std::map<RoleId, std::string>{{RoleId("cfo"), ""}, {RoleId("ops"), "two lines"}});
    CHECK_FALSE(decision.turnaroundDays);
    CHECK(restored.report.sentences ==
          Sentences{"Decision 1 (“Price”): “cfo” among its inputs was a number where a text belongs; it is empty now.",
                    "Decision 1 (“Price”): “ops” among its inputs held line breaks or other control characters; it stands on one line now.",
                    "Decision 1 (“Price”): “turnaroundDays” was -7, which is less than 0; it was left out."});
    CHECK(restored.report.kept == Sentences{"Decision “Price” names “cfo” and “ops”, which are no roles of the plan; they are kept.",
                                            "Decision “Price” names “off”, which is no meeting of the plan; it is kept.",
                                            "Decision “Price” names “gone”, which is no activity of the plan; it is kept."});
    check_settled(restored);
}

TEST_CASE("KPIs: unknown words and values that are none") {
    const Restored restored =
        kpi_with("\"direction\":\"sideways\",\"centre\":7,\"values\":{\"2026-10\":1e999,\"2026-11\":\"12\",\"2026-12\":3}");
    CHECK(kpi_of(restored).values == std::map<std::string, double>{{"2026-12", 3}});
    CHECK(kpi_of(restored).centre == KpiCentre::account);
    CHECK(restored.report.sentences.size() == 6);
    check_settled(restored);
    CHECK(kpi_with("\"target\":25").report.sentences ==
          Sentences{"KPI 1 (“Win rate”): “target” was a number where a text belongs; it is kept as “25”."});
}

TEST_CASE("escalation levels need no name, and duplicates are told by their rung") {
    const Restored restored = restored_from(
        file_with("\"escalation\":[{\"id\":\"a\",\"at\":\"V\",\"about\":\"x\"},{\"id\":\"a\",\"at\":\"W\"},{\"parties\":[]},4]"));
    CHECK(restored.plan.governance->escalation.size() == 3);
    CHECK(restored.report.sentences == Sentences{"Escalation level 2: another escalation level has its id, “a”; it was given a new one, "
                                                 "and what refers to that id means the first.",
                                                 "Escalation level 3: it had no id; it has a new one.",
                                                 "Escalation level 4 was a number where an object belongs; it was left out.",
                                                 "1 escalation level had no place in the order; the order of the file counts for it."});
    check_settled(restored);
}

TEST_CASE("acceptances that are none are left out, the others keep their reason") {
    const Restored restored =
        restored_from(file_with("\"acceptances\":{\"a|b\":{\"reason\":\"two\\nlines\",\"by\":5,\"x\":[1]},\"c\":true,\"\":{}}"));
    CHECK(*restored.plan.acceptances == Acceptances{{"a|b", Acceptance{"two\nlines", "5", "", {{"x", "[1]"}}}}});
    CHECK(restored.report.sentences == Sentences{"The acceptance of “(unnamed)” could not be read and was left out.",
                                                 "The acceptance of “a|b”: “by” was a number where a text belongs; it is kept as “5”.",
                                                 "The acceptance of “c” could not be read and was left out."});
    check_settled(restored);
}

TEST_CASE("an id too long is named by the same digest everywhere") {
    const std::string id(500, 'r');
    const Restored restored = restored_from(
        file_with("\"roles\":[{\"id\":\"" + id +
                  "\",\"at\":\"V\",\"name\":\"AE\"}],\"meetings\":[{\"id\":\"m\",\"at\":\"V\",\"name\":\"Sync\",\"attendees\":[\"" + id +
                  "\"]}],\"team\":[{\"id\":\"p\",\"at\":\"V\",\"name\":\"Ada\",\"hats\":{\"" + id + "\":1}}]"));
    const RoleId role = restored.plan.organisation->roles.begin()->first;
    CHECK(meeting_of(restored).attendees == std::set<RoleId>{role});
    CHECK(restored.plan.organisation->people.at(PersonId("p")).hats.contains(role));
    CHECK(restored.report.kept.empty());
    check_settled(restored);
}
