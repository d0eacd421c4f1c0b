// The canonical form, and that reading it gives back exactly what was written.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <limits>

#include "io/restore.h"
#include "io/write.h"
#include "random_plan.h"
#include "rounds.h"

using namespace fullcourt;

namespace {

std::vector<std::string> lines_of(const std::string &text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// How many lines of one are not in the other.
std::size_t differing_lines(const std::string &before, const std::string &after) {
    const std::vector<std::string> old = lines_of(before);
    const std::vector<std::string> now = lines_of(after);
    return static_cast<std::size_t>(std::count_if(
        now.begin(), now.end(), [&](const std::string &line) { return std::find(old.begin(), old.end(), line) == old.end(); }));
}

Plan our_plan() {
    Plan plan;
    plan.about.edit() = {"Ours", "Two\nlines"};
    Role &ae = plan.organisation.edit().roles[RoleId("ae")];
    ae.name = "Account executive";
    ae.shortName = "AE";
    ae.function = BusinessFunction::sales;
    ae.core = CoreFunction::accountExecutive;
    ae.position.key = "K";
    Role &cfo = plan.organisation.edit().roles[RoleId("cfo")];
    cfo.name = "CFO";
    cfo.position.key = "B";
    cfo.extra["x"] = "[1,2]";
    RaciGrid &grid = plan.raci.edit();
    grid.extraLetters['V'] = "verifies";
    grid.phases[PhaseId("win")] = {"Win", {"V"}, {}};
    grid.activities[ActivityId("close")] = {"Close", "With \"care\"", PhaseId("win"), {"V"}, {}};
    grid.columns[RoleId("ae")] = {};
    set_letters(grid, ActivityId("close"), RoleId("ae"), Letters::accountable_and_responsible());
    plan.settings.edit() = {{{"raci.no-blank", true}}, {{"raci.many-responsible.count", 5}}};
    plan.extra.edit()["zebra"] = "{\"a\":null}";
    return plan;
}

} // namespace

TEST_CASE("a plan file has the envelope on its first line and one item a line") {
    const Envelope envelope{PlanId("p1"), "r2", "r1", {"r0"}, "2026-11-23T07:20:00Z", {}};
    CHECK(write_plan(our_plan(), envelope) ==
          R"({"fullcourt":{"version":1,"plan":"p1","revision":"r2","parent":"r1","ancestry":["r0"],"saved":"2026-11-23T07:20:00Z"},
"title":"Ours",
"description":"Two\nlines",
"roles":[
{"id":"cfo","at":"B","name":"CFO","x":[1,2]},
{"id":"ae","at":"K","name":"Account executive","short":"AE","function":"sales","core":"account-executive"}
],
"grid":{"scheme":"rasci",
"letters":{"V":"verifies"},
"phases":[
{"id":"win","at":"V","name":"Win"}
],
"activities":[
{"id":"close","at":"V","name":"Close","note":"With \"care\"","phase":"win"}
],
"columns":[
{"role":"ae","at":"V"}
],
"rows":{
"close":{"ae":"A/R"}
}
},
"rules":{
"raci.no-blank":true
},
"thresholds":{
"raci.many-responsible.count":5
},
"zebra":{"a":null}
}
)");
}

TEST_CASE("an empty plan is a file of a few lines") {
    CHECK(write_plan(Plan(), Envelope()) == "{\"fullcourt\":{\"version\":1},\n\"grid\":{\"scheme\":\"rasci\"\n}\n}\n");
}

TEST_CASE("changing one cell changes the envelope's line and one other") {
    Plan plan = our_plan();
    plan.raci.edit().activities[ActivityId("plan")] = {"Plan", "", PhaseId(), {"k"}, {}};
    set_letters(plan.raci.edit(), ActivityId("plan"), RoleId("cfo"), Letters::one('C'));
    const std::string before = write_plan(plan, {PlanId("p"), "r1", "", {}, "", {}});
    set_letters(plan.raci.edit(), ActivityId("plan"), RoleId("ae"), Letters::one('R'));
    CHECK(differing_lines(before, write_plan(plan, {PlanId("p"), "r2", "r1", {}, "", {}})) == 2);
}

TEST_CASE("moving an activity changes its own line and leaves its letters where they are") {
    Plan plan = our_plan();
    RaciGrid &grid = plan.raci.edit();
    for (const char *id : {"a", "b", "c"}) {
        grid.activities[ActivityId(id)] = {id, "", PhaseId(), {std::string("k") + id}, {}};
        set_letters(grid, ActivityId(id), RoleId("cfo"), Letters::one('C'));
    }
    const std::string before = write_plan(plan, {});
    grid.activities[ActivityId("b")].position.key = "3";
    CHECK(differing_lines(before, write_plan(plan, {})) == 1);
}

TEST_CASE("restoring a written plan gives the same plan, the same envelope and no repairs") {
    for (std::uint64_t seed = 0; seed < test::rounds(std::uint64_t{400}); ++seed) {
        INFO("seed " << seed);
        test::RandomPlan random(seed);
        const Plan plan = random.plan();
        const Envelope envelope = random.envelope();
        const std::string bytes = write_plan(plan, envelope);
        const Result<Restored> restored = restore(bytes);
        REQUIRE(restored);
        CHECK(restored->report.empty());
        CHECK(restored->plan == plan);
        CHECK(restored->envelope == envelope);
        CHECK(write_plan(restored->plan, restored->envelope) == bytes);
    }
}

TEST_CASE("text that is not well-formed is mended on the way out, so that the file can be read") {
    Plan plan;
    plan.about.edit().title = "half \xE2\x82";
    plan.about.edit().description = std::string("nul \0 here", 10);
    const Result<Restored> restored = restore(write_plan(plan, {}));
    REQUIRE(restored);
    CHECK(restored->report.empty());
    CHECK(restored->plan.about->title == "half \uFFFD");
    CHECK(restored->plan.about->description == "nul \uFFFD here");
}

TEST_CASE("numbers out of their range are mended on the way out as reading would mend them") {
    Plan plan;
    Role &role = plan.organisation.edit().roles[RoleId("r")];
    role.headcount = -3;
    role.costPerHead = std::numeric_limits<double>::quiet_NaN();
    plan.organisation.edit().people[PersonId("p")].hats = {{RoleId("r"), 7}, {RoleId("s"), std::numeric_limits<double>::infinity()}};
    Meeting &meeting = plan.governance.edit().meetings[MeetingId("m")];
    meeting.minutes = 0;
    meeting.period = {PeriodUnit::year, 1'000};
    plan.organisation.edit().choice.context["f"] = 9;
    const Result<Restored> restored = restore(write_plan(plan, {}));
    REQUIRE(restored);
    CHECK(restored->report.sentences == std::vector<std::string>());
    CHECK_FALSE(restored->plan.organisation->roles.at(RoleId("r")).headcount);
    CHECK_FALSE(restored->plan.organisation->roles.at(RoleId("r")).costPerHead);
    CHECK(restored->plan.organisation->people.at(PersonId("p")).hats == std::map<RoleId, double>{{RoleId("r"), 1}});
    CHECK(restored->plan.governance->meetings.at(MeetingId("m")).minutes == 1);
    CHECK(restored->plan.governance->meetings.at(MeetingId("m")).period == Period{PeriodUnit::year, 100});
    CHECK(restored->plan.organisation->choice.context.at("f") == 4);
}

TEST_CASE("the file's name is safe on every file system") {
    const auto name = [](const std::string &title) {
        Plan plan;
        plan.about.edit().title = title;
        return file_name(plan);
    };
    CHECK(name("Our plan") == "Our plan.fullcourt.json");
    CHECK(name("Größe 🏀 עברית") == "Größe 🏀 עברית.fullcourt.json");
    CHECK(name("a/b\\c:d*e?\"<>|") == "a-b-c-d-e-----.fullcourt.json");
    CHECK(name("../../etc/passwd") == "-..-etc-passwd.fullcourt.json");
    CHECK(name("line\nbreak") == "line break.fullcourt.json");
    CHECK(name("") == "plan.fullcourt.json");
    CHECK(name(" . . ") == "plan.fullcourt.json");
    CHECK(name("con") == "plan con.fullcourt.json");
    CHECK(name("COM1.old") == "plan COM1.old.fullcourt.json");
    CHECK(name("plan\u202Egpj") == "plangpj.fullcourt.json");
    CHECK(name(std::string(500, 'x')) == std::string(100, 'x') + ".fullcourt.json");
}
