// Accounts and scoring in plan files: what is written is read, what is hostile is mended and told, and the sample is sound.
#include <catch2/catch_test_macros.hpp>

#include "edit/edit.h"
#include "io/edit_json.h"
#include "io/restore.h"
#include "io/samples.h"
#include "io/write.h"

using namespace fullcourt;

namespace {

Restored restored(const std::string &members) {
    const Result<Restored> result = restore("{\"fullcourt\":{\"version\":1}," + members + "}");
    REQUIRE(result);
    return *result;
}

bool tells(const Restored &result, const std::string &words) {
    for (const std::string &sentence : result.report.sentences) {
        if (sentence.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

constexpr const char *columns =
    R"("accountColumns":[{"id":"n","at":"V","name":"Size","type":"number"},{"id":"w","at":"W","name":"Industry","type":"category"}],)";

} // namespace

TEST_CASE("The sample accounts are a sound plan file, and writing them changes nothing") {
    const Result<Restored> sample = sample_accounts();
    REQUIRE(sample);
    CHECK(sample->report.empty());
    CHECK(sample->report.kept.empty());
    CHECK(sample->plan.accounts->table.rows() == 120);
    CHECK(sample->plan.scoring->criteria.size() == 8);
    const Result<Restored> again = restore(write_plan(sample->plan, sample->envelope));
    REQUIRE(again);
    CHECK(again->plan == sample->plan);
}

TEST_CASE("An account is one line of the file, columns are declared once, and what ends a row with nothing is left out") {
    Plan plan = restored(std::string(columns) + R"("accounts":[["","n","w"],["a",12,"Retail"],["b",null,"Retail"],["c",7]])").plan;
    const std::string text = write_plan(plan, {});
    CHECK(text.find("\"accounts\":[\n[\"\",\"n\",\"w\"],\n[\"a\",12,\"Retail\"],\n[\"b\",null,\"Retail\"],\n[\"c\",7]\n]") !=
          std::string::npos);
}

TEST_CASE("Rows that are no rows, keys that are none and cells in no column are told") {
    const Restored result = restored(
        std::string(columns) +
        R"("accounts":[["","n","w"],5,{"a":[1]},["a",1,"x","too much"],["a",2],["",3],[null,4],["b",{"x":1},[2]],["c","many",true]])");
    const AccountTable &table = result.plan.accounts->table;
    CHECK(table.rows() == 6);
    CHECK(tells(result, "2 rows of the accounts could not be read and were left out."));
    CHECK(tells(result, "2 cells of the accounts held a list or an object and are empty now."));
    CHECK(tells(result, "1 cell of the accounts stood in no column and were left out."));
    CHECK(tells(result, "Account 2 had the id of another, “a”; it has the id “a (row 2)” now."));
    CHECK(tells(result, "Account 3 had no id; it has the id “row 3” now."));
    const auto c = table.row_of("c");
    REQUIRE(c);
    CHECK(table.text(AccountColumnId("n"), *c) == "many");
    CHECK(table.text(AccountColumnId("w"), *c) == "true");
    CHECK(restore(write_plan(result.plan, {}))->report.empty());
}

TEST_CASE("Rows written in any way that JSON allows are the same rows") {
    const Plan written =
        restored(std::string(columns) +
                 "\"accounts\":[[\"\",\"n\",\"w\"],[\"a \\\"quoted\\\"\",-12.5,\"tab\\tand \\\\\"],[\"\u00e9\",0.1,\"Retail\"],"
                 "[\"c\",123456789012345,null],[\"d\",null,\"Retail\"],[]]")
            .plan;
    const Restored otherwise = restored(std::string(columns) + R"("accounts": [ ["","n","w"] ,
            [ "a \u0022quoted\"" , -1.25e1 , "tab\u0009and \\" ]
            ,["\u00e9",1E-1,"Retail"],["c",123456789012345.0,null], ["d" , null ,"\u0052etail"],[ ] ])");
    CHECK(otherwise.plan == written);
    const AccountTable &table = written.accounts->table;
    CHECK(table.key(0) == "a \"quoted\"");
    CHECK(table.text(AccountColumnId("w"), 0) == "tab\tand \\");
    CHECK(table.text(AccountColumnId("n"), 1) == "0.1");
}

TEST_CASE("What is no JSON among many rows is said with its line and column") {
    const std::string before = "{\"fullcourt\":{\"version\":1},\n\"accounts\":[\n[\"\",\"n\"],\n[\"a\",1],\n[\"b\",2],\n";
    const auto message = [&](const std::string &rest) {
        const Result<Restored> result = restore(before + rest);
        return result ? std::string("it was read") : result.error().message;
    };
    CHECK(message("[\"c\",007]]}") == "The file is damaged: what stands in line 6, column 7 is no JSON.");
    CHECK(message("[\"c\" 7]]}") == "The file is damaged: what stands in line 6, column 6 is no JSON.");
    CHECK(message("[\"c\",7,]]}") == "The file is damaged: what stands in line 6, column 8 is no JSON.");
    CHECK(message("]}") == "The file is damaged: what stands in line 6, column 1 is no JSON.");
    CHECK(message("[\"c\",\"\\x\"]]}") == "The file is damaged: what stands in line 6, column 8 is no JSON.");
    CHECK(message("[\"c\",\"one\ntwo\"]]}").starts_with("The file is damaged: what stands in line "));
    CHECK(message("[\"c\",7]") == "The file ends too early, in line 6: a part of it is missing.");
    CHECK(message("[\"c\",nul") == "The file ends too early, in line 6: a part of it is missing.");
    CHECK(message("[\"c\",7],[\"d\"]]}") == "it was read");
}

TEST_CASE("More values than the limit are refused among rows as elsewhere") {
    std::string file = "{\"fullcourt\":{\"version\":1},\"accounts\":[[\"\",\"n\"]";
    for (int row = 0; row < 100; ++row) {
        file += ",[\"" + std::to_string(row) + "\",1]";
    }
    file += "]}";
    RestoreLimits limits;
    limits.nodes = 310; // 1 + 1 + 1 + 1 + 101 rows of 2 cells
    CHECK(restore(file, limits));
    limits.nodes = 300;
    const Result<Restored> refused = restore(file, limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "The file holds more than 300 values; Fullcourt reads no more than that.");
}

TEST_CASE("Columns that only the rows name are kept as text") {
    const Restored result = restored(R"("accounts":[["","x","x",""],["a","1","2","3"]])");
    CHECK(result.plan.accounts->columns.at(AccountColumnId("x")).name == "x");
    CHECK(result.plan.accounts->table.text(AccountColumnId("x"), 0) == "1");
    CHECK(tells(result, "stands there twice; its cells were left out."));
    CHECK(tells(result, "has no id; its cells were left out."));
}

TEST_CASE("Anything else at the accounts' place is left out, told") {
    CHECK(tells(restored(R"("accounts":{"a":1})"), "“accounts” was an object where a list belongs; it was left out."));
    CHECK(tells(restored(R"("accounts":7)"), "“accounts” was a number where a list belongs"));
    CHECK(restored(R"("accounts":[])").plan == Plan());
}

TEST_CASE("Hostile criteria, tiers and signatures are mended") {
    const Restored result = restored(
        R"("criteria":[{"id":"c","at":"V","name":"C","scale":"curve","points":[[0,0],[0,1],[5,9],"x",[7]],"values":{"a":-4,"b":"x"},"halfLife":-1,"marketing":-3,"sales":1e99,"settled":7,"missing":"guess"}],)"
        R"("tiers":{"oneToOne":-5,"confidence":3,"asOf":"2026-02-30"},"scoringSignatures":{"marketing":{"by":"M","on":"soon"},"finance":{"by":"F"}})");
    const Criterion &criterion = result.plan.scoring->criteria.at(CriterionId("c"));
    CHECK(criterion.scale == ScaleKind::numeric);
    CHECK(criterion.points == std::vector<ScalePoint>{{0, 0}, {5, 1}});
    CHECK(criterion.marketing == 0);
    CHECK(criterion.sales == 1e6);
    CHECK(criterion.settled == 1);
    CHECK(criterion.values.at("a") == 0);
    CHECK(result.plan.scoring->tiers.oneToOne == 0);
    CHECK(result.plan.scoring->tiers.confidence == 1);
    CHECK(result.plan.scoring->tiers.asOf.empty());
    CHECK(result.plan.scoring->signatures.at(Side::marketing).by == "M");
    CHECK(tells(result, "“finance” is no side that this program knows; it was left out."));
    CHECK(tells(result, "3 entries of “points” were left out"));
    CHECK(restore(write_plan(result.plan, {}))->report.empty());
}

TEST_CASE("A cell edit is a short record, a whole import one step, and both read back") {
    const Result<Restored> sample = sample_accounts();
    Plan after = sample->plan;
    after.accounts.edit().table.set_text(AccountColumnId("employees"), AccountColumnType::number, 3, "777");
    const std::vector<EditStep> small = diff(sample->plan, after);
    REQUIRE(small.size() == 1);
    CHECK(std::holds_alternative<SetAccountCells>(small.front()));
    const std::string record = write_edit({"Change it", small});
    CHECK(record.size() < 200);
    CHECK(restore_edit(record)->steps == small);
    const std::vector<EditStep> whole = diff({}, sample->plan);
    const Result<PlanEdit> read = restore_edit(write_edit({"Import", whole}));
    REQUIRE(read);
    Plan made;
    apply(made, *read);
    CHECK(*made.accounts == *sample->plan.accounts);
    CHECK(*made.scoring == *sample->plan.scoring);
}
