// Hostile and damaged input in what governance, readiness, records, ballots, own models and the workshop store.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "io/restore.h"
#include "io/write.h"
#include "json_mutants.h"
#include "restored_for_tests.h"
#include "rounds.h"
#include "test_files.h"

using namespace fullcourt;
using namespace fullcourt::test;

TEST_CASE("every value of the whole model in turn replaced by every type: restored or refused in words, never worse") {
    std::size_t tried = 0;
    const std::string golden = GENERATE(as<std::string>(), "v1-whole-model", "v1-accounts");
    test::for_each_mutant(test::read_file("golden/" + golden + ".fullcourt.json"), [&](const std::string &bytes) {
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

TEST_CASE("the newer sections of the wrong type are left out with a sentence each") {
    const Restored restored = restored_from(file_with(
        "\"models\":{},\"grid\":{\"notes\":[],\"asIs\":5,\"asIsOn\":[]},\"practices\":{},\"tools\":1,\"readiness\":[],\"log\":\"x\","
        "\"disputes\":true,\"ballots\":[],\"ballotContext\":3,\"tallies\":[],\"runSheet\":{},\"parked\":{}"));
    CHECK(restored.plan == Plan());
    CHECK(restored.report.sentences == Sentences{"The plan: “models” was an object where a list belongs; it was left out.",
                                                 "The grid: “notes” was a list where an object belongs; it was left out.",
                                                 "The grid: “asIsOn” was a list where a text belongs; it was left out.",
                                                 "The grid: “asIs” was a number where an object belongs; it was left out.",
                                                 "The plan: “practices” was an object where a list belongs; it was left out.",
                                                 "The plan: “tools” was a number where a list belongs; it was left out.",
                                                 "The plan: “readiness” was a list where an object belongs; it was left out.",
                                                 "The plan: “log” was a text where a list belongs; it was left out.",
                                                 "The plan: “disputes” was a yes or no where a list belongs; it was left out.",
                                                 "The plan: “ballots” was a list where an object belongs; it was left out.",
                                                 "The plan: “ballotContext” was a number where an object belongs; it was left out.",
                                                 "The plan: “tallies” was a list where an object belongs; it was left out.",
                                                 "The plan: “runSheet” was an object where a list belongs; it was left out.",
                                                 "The plan: “parked” was an object where a list belongs; it was left out."});
}

TEST_CASE("the newer sections past their limits are refused by number and name") {
    RestoreLimits limits;
    limits.items = 2;
    const std::string three = "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]";
    for (const auto &[key, name] :
         {std::pair("models", "organisation models"), std::pair("practices", "practices"), std::pair("tools", "tools"),
          std::pair("log", "log entries"), std::pair("disputes", "disputes"), std::pair("runSheet", "run sheet items")}) {
        const Result<Restored> restored = restore(file_with("\"" + std::string(key) + "\":" + three), limits);
        REQUIRE_FALSE(restored);
        CHECK(restored.error().message == "The file lists 3 " + std::string(name) + "; Fullcourt reads up to 2.");
    }
    const std::string rows = "{\"a\":{},\"b\":{},\"c\":{}}";
    for (const std::string &bytes : {"\"readiness\":" + rows, "\"grid\":{\"notes\":" + rows + "}", "\"grid\":{\"asIs\":" + rows + "}",
                                     "\"ballots\":{\"sales\":" + rows + "}"}) {
        INFO(bytes);
        CHECK_FALSE(restore(file_with(bytes), limits));
    }
    limits.entries = 2;
    const Restored few =
        restored_from(file_with("\"parked\":[\"a\",\"b\",\"c\"],\"tallies\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}"), limits);
    CHECK(few.plan.workshop->parked.size() == 2);
    CHECK(few.plan.ballots->tallies.size() == 2);
    CHECK(few.report.sentences == Sentences{"The plan: 1 entry of “tallies” was left out: there are too many.",
                                            "The plan: 1 entry of “parked” was left out: the list is too long."});
}

TEST_CASE("dates that do not exist count as none") {
    for (const char *odd : {"\"2026-02-30\"", "\"2026-13-01\"", "\"tomorrow\"", "\"2026-1-1\"", "\"2026-11-23T00:00\"", "20261123"}) {
        INFO(odd);
        const Restored restored = item_with("practices", "\"due\":" + std::string(odd));
        CHECK(restored.plan.practices->practices.at(PracticeId("i")).due.empty());
        CHECK_FALSE(restored.report.empty());
        check_settled(restored);
    }
    CHECK(item_with("log", "\"due\":\"2026-02-30\"").report.sentences ==
          Sentences{"Log entry 1 (“N”): “due” was “2026-02-30”, which is no date like “2026-11-23”; it was left out."});
    CHECK(item_with("practices", "\"due\":\"2028-02-29\"").report.empty());
    CHECK(restored_from(file_with("\"grid\":{\"asIsOn\":\"once\"}")).plan.raci->asIsOn.empty());
}

TEST_CASE("meetings: times past midnight, unknown days and ticks that are none") {
    const Restored restored = item_with("meetings", "\"weekday\":\"someday\",\"start\":1440,\"held\":{\"2026-11-23\":true,\"2026-11-24\":1,"
                                                    "\"soon\":true,\"2026-02-30\":false,\"2026-11-25\":false}");
    const Meeting &meeting = restored.plan.governance->meetings.at(MeetingId("i"));
    CHECK(meeting.weekday == Weekday::none);
    CHECK(meeting.startMinutes == 1'439);
    CHECK(meeting.held == std::map<std::string, bool>{{"2026-11-23", true}, {"2026-11-25", false}});
    CHECK(restored.report.sentences ==
          Sentences{"Meeting 1 (“N”): “weekday” was “someday”, which this program does not know; it is “none” now.",
                    "Meeting 1 (“N”): “start” was 1440, which is more than 1439; it is 1439 now.",
                    "Meeting 1 (“N”): “2026-11-24” among its held was a number where a yes or no belongs; it was left out.",
                    "Meeting 1 (“N”): 2 entries of “held” were left out: their keys are no dates."});
    check_settled(restored);
    const Restored early = item_with("meetings", "\"start\":-1");
    CHECK_FALSE(early.plan.governance->meetings.at(MeetingId("i")).startMinutes);
    CHECK(early.report.sentences.size() == 1);
}

TEST_CASE("practices and tools: unknown words fall back, what names nobody known is kept and told") {
    const Restored practice = item_with(
        "practices", "\"kind\":\"ritual\",\"text\":5,\"steps\":[\"one\\nline\",7],\"owner\":\"gone\",\"approvers\":[\"gone\",\"\"]");
    CHECK(practice.plan.practices->practices.at(PracticeId("i")).kind == PracticeKind::process);
    CHECK(practice.plan.practices->practices.at(PracticeId("i")).steps == std::vector<std::string>{"one line"});
    CHECK(practice.report.sentences.size() == 5);
    CHECK(practice.report.kept == Sentences{"Practice “N” names “gone”, which is no role of the plan; it is kept."});
    check_settled(practice);
    const Restored tool = item_with("tools", "\"purpose\":\"fun\",\"access\":[\"x\"],\"training\":{},\"integratesWith\":[\"i\",\"off\"]");
    CHECK(tool.plan.practices->tools.at(ToolId("i")).purpose == ToolPurpose::other);
    CHECK(tool.report.sentences.size() == 2);
    CHECK(tool.report.kept == Sentences{"Tool “N” names “x”, which is no role of the plan; it is kept.",
                                        "Tool “N” names “off”, which is no tool of the plan; it is kept."});
    check_settled(tool);
}

TEST_CASE("log and disputes: what they refer to may be gone") {
    const Restored log = item_with("log", "\"kind\":\"wish\",\"owner\":\"gone\",\"done\":\"yes\",\"what\":\"two\\nlines\"");
    const LogEntry &entry = log.plan.records->log.at(LogEntryId("i"));
    CHECK(entry.kind == LogEntry::Kind::decision);
    CHECK_FALSE(entry.done);
    CHECK(entry.what == "two lines");
    CHECK(log.report.sentences.size() == 3);
    CHECK(log.report.kept == Sentences{"Log entry 1 names “gone”, which is no role of the plan; it is kept."});
    const Restored dispute = item_with("disputes", "\"activity\":\"a\",\"level\":\"l\",\"days\":-1");
    CHECK_FALSE(dispute.plan.records->disputes.at(DisputeId("i")).days);
    CHECK(dispute.report.sentences == Sentences{"Dispute 1 (“N”): “days” was -1, which is less than 0; it was left out."});
    CHECK(dispute.report.kept == Sentences{"Dispute 1 names “a”, which is no activity of the plan; it is kept.",
                                           "Dispute 1 names “l”, which is no escalation level of the plan; it is kept."});
    check_settled(log);
    check_settled(dispute);
}

TEST_CASE("own models: needs that cannot be read are left out, numbers go to the nearer end") {
    const Restored restored = item_with(
        "models", "\"home\":\"moon\",\"needs\":{\"a\":[\">=\",9,-2],\"b\":[\"<=\",2.4,101],\"c\":[\"=\",1,1],\"d\":3,\"e\":[\">=\",1],"
                  "\"f\":[\">=\",\"x\",1],\"\":[\">=\",1,1]}");
    const OwnModel &model = restored.plan.organisation->models.at(OwnModelId("i"));
    CHECK(model.home == Home::notChosen);
    CHECK(model.needs == std::map<std::string, OwnNeed>{{"a", {false, 4, 0}}, {"b", {true, 2, 100}}});
    CHECK(restored.report.sentences ==
          Sentences{"Organisation model 1 (“N”): “home” was “moon”, which this program does not know; it is “not-chosen” now.",
                    "Organisation model 1 (“N”): 1 entry of “needs” was left out: its key is empty or too long.",
                    "Organisation model 1 (“N”): The level of “a” among its needs was 9, which is more than 4; it is 4 now.",
                    "Organisation model 1 (“N”): The importance of “a” among its needs was -2, which is less than 0; it is 0 now.",
                    "Organisation model 1 (“N”): The level of “b” among its needs was 2.4 where a whole number belongs; it is 2 now.",
                    "Organisation model 1 (“N”): The importance of “b” among its needs was 101, which is more than 100; it is 100 now.",
                    "Organisation model 1 (“N”): “c” among its needs is no need like [\">=\",3,2]; it was left out.",
                    "Organisation model 1 (“N”): “d” among its needs is no need like [\">=\",3,2]; it was left out.",
                    "Organisation model 1 (“N”): “e” among its needs is no need like [\">=\",3,2]; it was left out.",
                    "Organisation model 1 (“N”): The level of “f” among its needs was a text where a number belongs; it was left out."});
    check_settled(restored);
}

TEST_CASE("notes, the as-is picture and ballots: what is no letter or note goes, what names nothing known stays") {
    const Restored restored = restored_from(file_with(
        "\"grid\":{\"activities\":[{\"id\":\"close\",\"at\":\"V\",\"name\":\"Close\"}],"
        "\"notes\":{\"close\":{\"ae\":\"Mind\\nthis\",\"x\":5,\"y\":\"\",\"\":\"z\"},\"off\":7},"
        "\"asIs\":{\"close\":{\"ae\":\"r\",\"x\":\"R/C\"},\"off\":[]}},"
        "\"ballots\":{\"sales\":{\"close\":{\"ae\":\"AR\",\"x\":1}},\"partners\":{\"close\":{\"ae\":\"A\"}},\"product\":{\"off\":{}}}"));
    const RaciGrid &grid = *restored.plan.raci;
    const ActivityId close("close");
    CHECK(grid.notes == CellNotes{{close, {{RoleId("ae"), "Mind\nthis"}, {RoleId("x"), "5"}}}});
    CHECK(grid.asIs == GridRows{{close, {{RoleId("ae"), Letters::one('R')}}}});
    CHECK(restored.plan.ballots->grid ==
          std::map<Side, GridRows>{{Side::sales, {{close, {{RoleId("ae"), Letters::accountable_and_responsible()}}}}}});
    CHECK(restored.report.sentences ==
          Sentences{"The notes on “Close”: one names no role; it was left out.",
                    "The notes on “Close”: “x” was a number where a text belongs; it is kept as “5”.",
                    "Notes, row “off” could not be read and was left out.", "As-is picture, row “Close”, column “ae”: “r” was read as R.",
                    "As-is picture, row “Close”, column “x”: “R/C” is no letter; the cell is empty now.",
                    "As-is picture, row “off” could not be read and was left out.",
                    "The ballot of sales, row “Close”, column “ae”: “AR” was read as A/R.",
                    "The ballot of sales, row “Close”, column “x”: a number is no letter; the cell is empty now.",
                    "The ballots: “partners” is no side that this program knows; it was left out."});
    CHECK(restored.report.kept == Sentences{"A note on a cell names “ae” and “x”, which are no roles of the plan; they are kept.",
                                            "The as-is picture names “ae”, which is no role of the plan; it is kept.",
                                            "The ballot of sales names “ae”, which is no role of the plan; it is kept."});
    check_settled(restored);
}

TEST_CASE("readiness and answers about the company keep to 0 to 4 and to known sides") {
    const Restored restored = restored_from(
        file_with("\"readiness\":{\"goals\":{\"marketing\":9,\"sales\":-1,\"product\":\"high\",\"board\":2},\"none\":{},\"bad\":3,\"\":{"
                  "\"sales\":1}},"
                  "\"ballotContext\":{\"sales\":{\"alignment\":7,\"\":1},\"product\":{},\"board\":{\"alignment\":1},\"marketing\":4}"));
    CHECK(restored.plan.readiness->answers == std::map<std::string, std::map<Side, int>>{{"goals", {{Side::marketing, 4}}}});
    CHECK(restored.plan.ballots->context == SideAnswers{{Side::sales, {{"alignment", 4}}}});
    CHECK(restored.report.sentences.size() == 10);
    check_settled(restored);
}

TEST_CASE("tallies and parked findings that say nothing are left out") {
    const Restored restored = restored_from(file_with("\"tallies\":{\"a\":\"5\\n3\",\"b\":\"\",\"c\":4},\"parked\":[\"k\",\"\",5,\"k\",[]],"
                                                      "\"runSheet\":[{\"id\":\"r\",\"at\":\"V\",\"minutes\":0}]"));
    CHECK(restored.plan.ballots->tallies == std::map<ActivityId, std::string>{{ActivityId("a"), "5 3"}});
    CHECK(restored.plan.workshop->parked == std::set<std::string>{"k"});
    CHECK(restored.plan.workshop->sheet.at(RunSheetItemId("r")).minutes == 1);
    CHECK(restored.plan.workshop->sheet.at(RunSheetItemId("r")).name == "Unnamed item");
    check_settled(restored);
}

TEST_CASE("a part of the run sheet says what it is for; one that does not looks where the sides differ") {
    const Restored restored =
        restored_from(file_with("\"runSheet\":[{\"id\":\"a\",\"at\":\"F\",\"name\":\"Grid\",\"minutes\":35,\"purpose\":\"grid\"},"
                                "{\"id\":\"b\",\"at\":\"V\",\"name\":\"Look\",\"minutes\":10}]"));
    CHECK(restored.plan.workshop->sheet.at(RunSheetItemId("a")).purpose == RunSheetPurpose::grid);
    CHECK(restored.plan.workshop->sheet.at(RunSheetItemId("b")).purpose == RunSheetPurpose::look);
    CHECK(restored.report.empty());
    check_settled(restored);
}

TEST_CASE("the key of a finding longer than a name is parked and logged whole") {
    const std::string key(5'000, 'k');
    const Restored restored =
        restored_from(file_with("\"parked\":[\"" + key + "\"],\"log\":[{\"id\":\"l\",\"at\":\"V\",\"about\":\"" + key + "\"}]"));
    CHECK(restored.plan.workshop->parked == std::set<std::string>{key});
    CHECK(restored.plan.records->log.at(LogEntryId("l")).about == key);
    CHECK(restored.report.empty());
}
