#include <catch2/catch_test_macros.hpp>

#include "io/edit_json.h"
#include "random_plan.h"

using namespace fullcourt;

namespace {

Role role_named(const std::string &name) {
    Role role;
    role.name = name;
    return role;
}

} // namespace

TEST_CASE("an edit written to the journal is read back exactly, whatever its texts hold") {
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        INFO("seed " << seed);
        const PlanEdit edit = test::RandomPlan(seed).edit();
        const std::string line = write_edit(edit);
        INFO(line);
        CHECK(line.find('\n') == std::string::npos);
        const Result<PlanEdit> restored = restore_edit(line);
        REQUIRE(restored);
        CHECK(*restored == edit);
    }
}

TEST_CASE("every kind of step has its line") {
    Role ae = role_named("AE");
    ae.function = BusinessFunction::sales;
    ae.headcount = 8;
    Meeting sync;
    sync.name = "Sync";
    sync.period = {PeriodUnit::week, 2};
    sync.attendees = {RoleId("ae")};
    Practice review;
    review.kind = PracticeKind::improvement;
    review.name = "Review";
    review.due = "2026-12-01";
    OwnModel model;
    model.name = "Ours";
    model.needs["alignment"] = {true, 2, 0.5};
    const PlanEdit edit{"All of them",
                        {SetTitle{"T"},
                         SetDescription{"D"},
                         Put<Role>{RoleId("ae"), ae},
                         Remove<Role>{RoleId("ae")},
                         Put<Phase>{PhaseId("p"), Phase{"P", {"V"}, {}}},
                         Remove<Phase>{PhaseId("p")},
                         Put<Activity>{ActivityId("a"), Activity{"A", "", PhaseId("p"), {"V"}, {}}},
                         Remove<Activity>{ActivityId("a")},
                         SetLetters{ActivityId("a"), RoleId("ae"), Letters::accountable_and_responsible()},
                         ShowColumn{RoleId("ae"), Column{}},
                         HideColumn{RoleId("ae")},
                         SetScheme{LetterScheme::raci},
                         SetExtraLetter{'V', "verifies"},
                         Put<Person>{PersonId("p"), Person{"Ada", {{RoleId("ae"), 0.5}}, false, {}, {}}},
                         Put<Meeting>{MeetingId("m"), sync},
                         Put<Decision>{DecisionId("d"), Decision()},
                         Put<EscalationLevel>{EscalationLevelId("l"), EscalationLevel()},
                         Put<Kpi>{KpiId("k"), Kpi()},
                         Remove<Person>{PersonId("p")},
                         Remove<Meeting>{MeetingId("m")},
                         Remove<Decision>{DecisionId("d")},
                         Remove<EscalationLevel>{EscalationLevelId("l")},
                         Remove<Kpi>{KpiId("k")},
                         SetHome{Home::salesVicePresident},
                         SetLiaison{true},
                         SetBdrOwner{BdrOwner::marketing},
                         SetAnswer{"alignment", 4},
                         SetAnswer{"alignment", std::nullopt},
                         SetAcceptance{"f", Acceptance{"Later", "Sales", "2026-11-23", {}}},
                         SetAcceptance{"f", std::nullopt},
                         Put<Practice>{PracticeId("p"), review},
                         Remove<Practice>{PracticeId("p")},
                         Put<Tool>{ToolId("t"), Tool()},
                         Remove<Tool>{ToolId("t")},
                         Put<LogEntry>{LogEntryId("l"), LogEntry()},
                         Remove<LogEntry>{LogEntryId("l")},
                         Put<Dispute>{DisputeId("d"), Dispute()},
                         Remove<Dispute>{DisputeId("d")},
                         Put<OwnModel>{OwnModelId("o"), model},
                         Remove<OwnModel>{OwnModelId("o")},
                         Put<RunSheetItem>{RunSheetItemId("r"), RunSheetItem()},
                         Remove<RunSheetItem>{RunSheetItemId("r")},
                         SetReadiness{Side::sales, "shared-goals", 4},
                         SetReadiness{Side::sales, "shared-goals", std::nullopt},
                         SetCellNote{ActivityId("a"), RoleId("ae"), "Only big ones"},
                         SetCellNote{ActivityId("a"), RoleId("ae"), std::nullopt},
                         SetAsIsLetters{ActivityId("a"), RoleId("ae"), Letters()},
                         SetAsIsDate{"2026-11-23"},
                         SetAsIsDate{""},
                         SetBallotLetters{Side::product, ActivityId("a"), RoleId("ae"), Letters::one('R')},
                         SetBallotAnswer{Side::marketing, "alignment", 0},
                         SetTally{ActivityId("a"), "5–3"},
                         SetTally{ActivityId("a"), std::nullopt},
                         SetParked{"f", true},
                         SetRule{"raci.no-blank", true},
                         SetThreshold{"t", 0.75},
                         SetExtra{ExtraPlace::grid, "k", "[1]"}}};
    const Result<PlanEdit> again = restore_edit(write_edit(edit));
    REQUIRE(again);
    CHECK(*again == edit);
    CHECK(write_edit(edit) ==
          R"({"label":"All of them","steps":[{"set":"title","text":"T"},{"set":"description","text":"D"},)"
          R"({"put":"role","item":{"id":"ae","at":"V","name":"AE","function":"sales","headcount":8}},{"remove":"role","id":"ae"},)"
          R"({"put":"phase","item":{"id":"p","at":"V","name":"P"}},{"remove":"phase","id":"p"},)"
          R"({"put":"activity","item":{"id":"a","at":"V","name":"A","phase":"p"}},{"remove":"activity","id":"a"},)"
          R"({"set":"letters","activity":"a","role":"ae","letters":"A/R"},{"put":"column","item":{"role":"ae","at":"V"}},)"
          R"({"remove":"column","id":"ae"},{"set":"scheme","scheme":"raci"},{"set":"extra-letter","letter":"V","meaning":"verifies"},)"
          R"({"put":"person","item":{"id":"p","at":"V","name":"Ada","hats":{"ae":0.5}}},)"
          R"({"put":"meeting","item":{"id":"m","at":"V","name":"Sync","every":"2 weeks","minutes":30,"attendees":["ae"]}},)"
          R"({"put":"decision","item":{"id":"d","at":"V","name":""}},{"put":"escalation level","item":{"id":"l","at":"V"}},)"
          R"({"put":"KPI","item":{"id":"k","at":"V","name":""}},{"remove":"person","id":"p"},{"remove":"meeting","id":"m"},)"
          R"({"remove":"decision","id":"d"},{"remove":"escalation level","id":"l"},{"remove":"KPI","id":"k"},)"
          R"({"set":"home","home":"vp-sales"},{"set":"liaison","on":true},{"set":"bdr-owner","owner":"marketing"},)"
          R"({"set":"answer","factor":"alignment","answer":4},{"set":"answer","factor":"alignment"},)"
          R"({"set":"acceptance","finding":"f","acceptance":{"reason":"Later","by":"Sales","at":"2026-11-23"}},)"
          R"({"set":"acceptance","finding":"f"},)"
          R"({"put":"practice","item":{"id":"p","at":"V","kind":"improvement","name":"Review","due":"2026-12-01"}},)"
          R"({"remove":"practice","id":"p"},{"put":"tool","item":{"id":"t","at":"V","name":""}},{"remove":"tool","id":"t"},)"
          R"({"put":"log entry","item":{"id":"l","at":"V"}},{"remove":"log entry","id":"l"},)"
          R"({"put":"dispute","item":{"id":"d","at":"V"}},{"remove":"dispute","id":"d"},)"
          R"({"put":"organisation model","item":{"id":"o","at":"V","name":"Ours","needs":{"alignment":["<=",2,0.5]}}},)"
          R"({"remove":"organisation model","id":"o"},)"
          R"({"put":"run sheet item","item":{"id":"r","at":"V","name":"","minutes":10}},{"remove":"run sheet item","id":"r"},)"
          R"({"set":"readiness","side":"sales","statement":"shared-goals","answer":4},)"
          R"({"set":"readiness","side":"sales","statement":"shared-goals"},)"
          R"({"set":"cell-note","activity":"a","role":"ae","text":"Only big ones"},{"set":"cell-note","activity":"a","role":"ae"},)"
          R"({"set":"as-is-letters","activity":"a","role":"ae","letters":""},)"
          R"({"set":"as-is-date","date":"2026-11-23"},{"set":"as-is-date"},)"
          R"({"set":"ballot-letters","activity":"a","role":"ae","letters":"R","side":"product"},)"
          R"({"set":"ballot-answer","side":"marketing","factor":"alignment","answer":0},)"
          R"({"set":"tally","activity":"a","tally":"5–3"},{"set":"tally","activity":"a"},{"set":"parked","finding":"f","on":true},)"
          R"({"set":"rule","rule":"raci.no-blank","on":true},{"set":"threshold","name":"t","value":0.75},)"
          R"({"set":"extra","place":"grid","key":"k","value":[1]}]})");
}

TEST_CASE("a journal line that is no edit is refused, not half applied") {
    for (const char *bad : {
             "",
             " ",
             "[]",
             "5",
             "{}",
             "{\"label\":\"x\"}",
             "{\"steps\":[]}",
             "{\"label\":5,\"steps\":[]}",
             R"({"label":"x","steps":{}})",
             R"({"label":"x","steps":[5]})",
             R"({"label":"x","steps":[{}]})",
             R"({"label":"x","steps":[{"set":"title"}]})",
             R"({"label":"x","steps":[{"set":"title","text":5}]})",
             R"({"label":"x","steps":[{"set":"colour","text":"red"}]})",
             R"({"label":"x","steps":[{"put":"wheel","item":{"id":"a","at":"V","name":"n"}}]})",
             R"({"label":"x","steps":[{"put":"role","item":{"id":"a","at":"V"}}]})",
             R"({"label":"x","steps":[{"put":"role","item":{"id":"","at":"V","name":"n"}}]})",
             R"({"label":"x","steps":[{"put":"role","item":{"id":"a","at":"0","name":"n"}}]})",
             R"({"label":"x","steps":[{"put":"role","item":{"id":"a","at":"V","name":"n","core":"captain"}}]})",
             R"({"label":"x","steps":[{"remove":"role"}]})",
             R"({"label":"x","steps":[{"remove":"wheel","id":"a"}]})",
             R"({"label":"x","steps":[{"set":"letters","activity":"a","role":"b","letters":"R/C"}]})",
             R"({"label":"x","steps":[{"set":"letters","activity":"a","letters":"R"}]})",
             R"({"label":"x","steps":[{"set":"scheme","scheme":"racy"}]})",
             R"({"label":"x","steps":[{"set":"extra-letter","letter":"vv"}]})",
             R"({"label":"x","steps":[{"set":"rule","rule":"r","on":1}]})",
             R"({"label":"x","steps":[{"set":"threshold","name":"t","value":1e999}]})",
             R"({"label":"x","steps":[{"set":"home","home":"moon"}]})",
             R"({"label":"x","steps":[{"set":"liaison"}]})",
             R"({"label":"x","steps":[{"set":"liaison","on":"yes"}]})",
             R"({"label":"x","steps":[{"set":"bdr-owner","owner":5}]})",
             R"({"label":"x","steps":[{"set":"answer","answer":3}]})",
             R"({"label":"x","steps":[{"set":"answer","factor":"f","answer":5}]})",
             R"({"label":"x","steps":[{"set":"answer","factor":"f","answer":-1}]})",
             R"({"label":"x","steps":[{"set":"acceptance"}]})",
             R"({"label":"x","steps":[{"set":"acceptance","finding":"f","acceptance":"yes"}]})",
             R"({"label":"x","steps":[{"put":"meeting","item":{"id":"a","at":"V","name":"n","minutes":1e9}}]})",
             R"({"label":"x","steps":[{"put":"meeting","item":{"id":"a","at":"V","name":"n","every":"blue moon"}}]})",
             R"({"label":"x","steps":[{"put":"person","item":{"id":"a","at":"V","name":"n","hats":{"r":"half"}}}]})",
             R"({"label":"x","steps":[{"put":"KPI","item":{"id":"a","name":"n"}}]})",
             R"({"label":"x","steps":[{"set":"extra","place":"moon","key":"k"}]})",
             R"({"label":"x","steps":[{"set":"readiness","statement":"s","answer":3}]})",
             R"({"label":"x","steps":[{"set":"readiness","side":"partners","statement":"s","answer":3}]})",
             R"({"label":"x","steps":[{"set":"readiness","side":"sales","answer":3}]})",
             R"({"label":"x","steps":[{"set":"readiness","side":"sales","statement":"s","answer":7}]})",
             R"({"label":"x","steps":[{"set":"cell-note","activity":"a","text":"t"}]})",
             R"({"label":"x","steps":[{"set":"as-is-letters","activity":"a","role":"r","letters":"R/C"}]})",
             R"({"label":"x","steps":[{"set":"as-is-date","date":"yesterday"}]})",
             R"({"label":"x","steps":[{"set":"ballot-letters","activity":"a","role":"r","letters":"R"}]})",
             R"({"label":"x","steps":[{"set":"ballot-letters","side":"sales","activity":"a","letters":"R"}]})",
             R"({"label":"x","steps":[{"set":"ballot-answer","side":"sales"}]})",
             R"({"label":"x","steps":[{"set":"tally","tally":"5"}]})",
             R"({"label":"x","steps":[{"set":"parked","finding":"f"}]})",
             R"({"label":"x","steps":[{"set":"parked","finding":"f","on":"yes"}]})",
             R"({"label":"x","steps":[{"put":"practice","item":{"id":"a","at":"V","name":"n","due":"2026-13-01"}}]})",
             R"({"label":"x","steps":[{"put":"organisation model","item":{"id":"a","at":"V","name":"n","needs":{"f":3}}}]})",
             R"({"label":"x","steps":[{"put":"meeting","item":{"id":"a","at":"V","name":"n","start":1440}}]})",
             R"({"label":"x","steps":[{"set":"title","text":"T"})",
         }) {
        INFO(bad);
        const Result<PlanEdit> restored = restore_edit(bad);
        REQUIRE_FALSE(restored);
        CHECK_FALSE(restored.error().message.empty());
    }
}

TEST_CASE("a journal line cut at any byte is refused") {
    const std::string line = write_edit(test::RandomPlan(7).edit());
    for (std::size_t end = 0; end < line.size(); ++end) {
        CHECK_FALSE(restore_edit(line.substr(0, end)));
    }
}

TEST_CASE("unknown keys as deep as a plan file may hold them fit into an edit") {
    Plan plan;
    const std::string deep = std::string(60, '[') + std::string(60, ']');
    Role role = role_named("A");
    role.extra["deep"] = deep;
    const PlanEdit edit{"x", {Put<Role>{RoleId("a"), role}, SetExtra{ExtraPlace::plan, "deep", deep}}};
    const Result<PlanEdit> restored = restore_edit(write_edit(edit));
    REQUIRE(restored);
    CHECK(*restored == edit);
}
