// What the page answers in sentences: who decides, how a conflict rises, how far the plan is, what to send.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "analysis/agenda.h"
#include "analysis/check.h"
#include "analysis/escalation_walk.h"
#include "analysis/progress.h"
#include "analysis/who_decides.h"
#include "io/templates.h"
#include "reference_template.h"

using namespace fullcourt;
using test::reference_template;

namespace {

std::vector<std::string> sentences(const Plan &plan, std::string_view question) {
    std::vector<std::string> said;
    for (const Answer &answer : who_decides(plan, question)) {
        said.push_back(answer.sentence);
    }
    return said;
}

EscalationLevel level(const RoleId &party, std::optional<int> days) {
    EscalationLevel made;
    made.parties = {party};
    made.limitDays = days;
    return made;
}

/// Two levels after the first, a week each.
Plan ladder() {
    Plan plan;
    auto &roles = plan.organisation.edit().roles;
    for (const char *name : {"AE", "Manager", "CRO"}) {
        roles[RoleId(name)].name = name;
    }
    auto &levels = plan.governance.edit().escalation;
    levels[EscalationLevelId("1")] = level(RoleId("AE"), 7);
    levels[EscalationLevelId("2")] = level(RoleId("Manager"), 7);
    levels[EscalationLevelId("3")] = level(RoleId("CRO"), std::nullopt);
    return plan;
}

} // namespace

TEST_CASE("Who decides is answered for decisions first, then for activities") {
    const std::vector<std::string> said = sentences(reference_template(), "Who decides on target accounts?");
    REQUIRE(said.size() == 2);
    CHECK(said[0] == "VP Sales and VP Marketing decide together on Target account selection, every quarter, end of the quarter's first "
                     "month, in Segmentation and planning workshop.");
    CHECK(said[1] == "VP Sales is accountable for Target account selection; nobody is responsible for doing it.");
}

TEST_CASE("An answer names the people behind a role, the tie-break and what is missing") {
    Plan plan = reference_template();
    Person person;
    person.name = "Ana Ruiz";
    person.hats[RoleId("vp-sales")] = 1;
    plan.organisation.edit().people[PersonId("p")] = person;
    for (auto &[id, decision] : plan.governance.edit().decisions) {
        decision.tieBreak = RoleId("cro");
    }
    CHECK(sentences(plan, "selection")[0].starts_with("VP Sales (Ana Ruiz) and VP Marketing decide together"));
    CHECK(sentences(plan, "selection")[0].ends_with("; if they do not agree, CRO does."));
    CHECK(sentences(plan, "demo")[0] == "Nobody is accountable for Demo delivery yet; Account executive and Product specialist do it.");
}

TEST_CASE("A question without a word that asks for something has no answer, and neither has an unknown one") {
    CHECK(who_decides(reference_template(), "").empty());
    CHECK(who_decides(reference_template(), "Who decides?").empty());
    CHECK(who_decides(reference_template(), "helicopters").empty());
}

TEST_CASE("Words are found by their beginnings, in any order and case") {
    CHECK(sentences(reference_template(), "APPROV content").size() == 1);
    CHECK(sentences(reference_template(), "content approv") == sentences(reference_template(), "APPROV content"));
    CHECK(sentences(reference_template(), "ontent").empty());
}

TEST_CASE("A role that only a vacancy fills is called vacant") {
    Organisation organisation;
    organisation.roles[RoleId("cro")].name = "CRO";
    CHECK(role_with_people(organisation, RoleId("cro")) == "CRO");
    organisation.people[PersonId("p")].vacant = true;
    organisation.people[PersonId("p")].hats[RoleId("cro")] = 0;
    CHECK(role_with_people(organisation, RoleId("cro")) == "CRO (vacant)");
}

TEST_CASE("A conflict rises on the days that the time limits say") {
    const Plan plan = ladder();
    const std::vector<WalkStep> steps = walk_up(plan, {2026, 11, 23});
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].sentence == "From 23 November 2026: AE. It rises on 30 November 2026.");
    CHECK(steps[1].from == Date{2026, 11, 30});
    CHECK(steps[2].sentence == "From 7 December 2026: CRO. Theirs is the last word.");
    CHECK(days_to_last_word(plan) == 14);
}

TEST_CASE("A level says once when it rises, also where its trigger speaks of the limit itself") {
    const auto words = [](const std::string &trigger, std::optional<int> days) {
        EscalationLevel level;
        level.trigger = trigger;
        level.limitDays = days;
        return rising_words(level);
    };
    CHECK(words("Still open after a week", 7) == "when still open after a week");
    CHECK(words("Still open after 2 weeks", 14) == "when still open after 2 weeks");
    CHECK(words("Nobody agrees for more than five days", 5) == "when nobody agrees for more than five days");
    CHECK(words("Still open after a week", 10) == "when still open after a week; at the latest after 10 days");
    CHECK(words("It comes up twice a week", 7) == "when it comes up twice a week; at the latest after 7 days");
    CHECK(words("Still open after 5 working days", 5) == "when still open after 5 working days; at the latest after 5 days");
    CHECK(words("When they cannot agree", {}) == "when they cannot agree");
    CHECK(words("CRM and reality differ", {}) == "when CRM and reality differ");
    CHECK(words("", 1) == "after 1 day");
    CHECK(words("", {}).empty());
}

TEST_CASE("Behind a level without a time limit nobody can say when") {
    Plan plan = ladder();
    plan.governance.edit().escalation[EscalationLevelId("1")].limitDays.reset();
    const std::vector<WalkStep> steps = walk_up(plan, {2026, 11, 23});
    CHECK(steps[0].sentence == "From 23 November 2026: AE. Nothing says when it rises.");
    CHECK_FALSE(steps[1].from);
    CHECK(steps[1].sentence == "Then: Manager. It rises after 7 days.");
    CHECK_FALSE(days_to_last_word(plan));
    CHECK_FALSE(days_to_last_word(Plan()));
}

TEST_CASE("With an assumption about levels without a limit a conflict has dates up to the last word, and they are called assumed") {
    Plan plan = ladder();
    EscalationLevel &first = plan.governance.edit().escalation[EscalationLevelId("1")];
    first.limitDays.reset();
    first.trigger = "no agreement";
    const std::vector<WalkStep> steps = walk_up(plan, {2026, 11, 23}, 3);
    CHECK(steps[0].sentence ==
          "From 23 November 2026: AE. It rises when no agreement, on no fixed date; if that takes 3 days, on 26 November 2026.");
    CHECK_FALSE(steps[0].assumed);
    CHECK(steps[1].assumed);
    CHECK(steps[1].sentence == "From about 26 November 2026: Manager. It rises about 3 December 2026.");
    CHECK(steps[2].sentence == "From about 3 December 2026: CRO. Theirs is the last word.");
    CHECK_FALSE(days_to_last_word(plan));
}

TEST_CASE("The rows that conflicts were about are counted, most first") {
    Plan plan = reference_template();
    auto &disputes = plan.records.edit().disputes;
    disputes[DisputeId("a")].activity = ActivityId("demo-delivery");
    disputes[DisputeId("b")].activity = ActivityId("demo-delivery");
    disputes[DisputeId("b")].days = 4;
    disputes[DisputeId("c")].activity = ActivityId("close");
    disputes[DisputeId("d")];
    const std::vector<FailedRow> rows = failed_rows(plan);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].name == "Demo delivery");
    CHECK(rows[0].disputes == 2);
    CHECK(rows[0].days == 4.0);
    CHECK(rows[1].name == "Close");
    CHECK_FALSE(rows[1].days);
    CHECK(rows[2].name == "No activity");
}

TEST_CASE("The six steps say what is begun, and what there is to settle in each") {
    const Plan plan = reference_template();
    const std::vector<Step> steps = steps_of(plan, check(plan));
    REQUIRE(steps.size() == 6);
    CHECK(steps[0].state == StepState::notBegun);
    CHECK(steps[1].state == StepState::begun);
    CHECK(steps[1].sentence == "10 activities, 9 things to settle");
    CHECK(steps[5].state == StepState::notBegun);
    for (const Step &step : steps_of(Plan(), check(Plan()))) {
        CHECK(step.state == StepState::notBegun);
    }
}

TEST_CASE("A step is settled once nothing in it is open") {
    const Plan plan = reference_template();
    const std::vector<Step> steps = steps_of(plan, {});
    CHECK(steps[1].state == StepState::settled);
    CHECK(steps[1].sentence == "10 activities, nothing to settle");
}

TEST_CASE("The figures count what the plan holds") {
    const std::vector<Figure> figures = figures_of(reference_template());
    const auto value = [&](const std::string &label) {
        return std::find_if(figures.begin(), figures.end(), [&](const Figure &figure) { return figure.label == label; })->value;
    };
    CHECK(value("Activities") == "10");
    CHECK(value("Decisions") == "4");
    CHECK(value("Meetings") == "4");
    CHECK(value("Heads") == "18");
}

TEST_CASE("An agenda begins with open actions of those who attend") {
    Plan plan = reference_template();
    const MeetingId id = ordered(plan.governance->meetings)[1];
    LogEntry entry;
    entry.kind = LogEntry::Kind::action;
    entry.what = "Draft the battlecards";
    entry.owner = *plan.governance->meetings.at(id).attendees.begin();
    entry.due = "2026-12-01";
    plan.records.edit().log[LogEntryId("a")] = entry;
    entry.what = "Done long ago";
    entry.done = true;
    plan.records.edit().log[LogEntryId("b")] = entry;
    const std::string text = agenda_text(plan, id);
    CHECK(text.find("Open actions\n- Draft the battlecards (") < text.find("Topics\n"));
    CHECK(text.find("by 1 December 2026") != std::string::npos);
    CHECK(text.find("Done long ago") == std::string::npos);
    CHECK(text.find("What should come out\n") != std::string::npos);
}

TEST_CASE("A decision stands on the agenda of its forum, or where all who decide sit together") {
    Plan plan = reference_template();
    auto &meetings = plan.governance.edit().meetings;
    const MeetingId id = ordered(meetings)[1];
    for (auto &[decisionId, decision] : plan.governance.edit().decisions) {
        decision.forum = MeetingId();
    }
    CHECK(agenda_text(plan, id).find("Target account selection") != std::string::npos);
    for (auto &[decisionId, decision] : plan.governance.edit().decisions) {
        decision.forum = ordered(meetings)[0];
    }
    CHECK(agenda_text(plan, id).find("Target account selection") == std::string::npos);
    CHECK(agenda_text(plan, ordered(meetings)[0]).find("Target account selection") != std::string::npos);
}

TEST_CASE("A summary of a meeting has at most ten lines") {
    Plan plan = reference_template();
    for (auto &[id, meeting] : plan.governance.edit().meetings) {
        for (int i = 0; i < 20; ++i) {
            meeting.topics.push_back("Topic");
        }
        const std::string text = meeting_summary(plan, id);
        CHECK(std::count(text.begin(), text.end(), '\n') <= 10);
        CHECK(text.starts_with(meeting.name + "\n"));
    }
}

TEST_CASE("A role card says what the role does, decides, gives input to and hears about") {
    const std::string text = role_card_text(reference_template(), RoleId("vp-marketing"));
    CHECK(text.starts_with("VP Marketing\n"));
    CHECK(text.find("Decides: Content creation, Target account selection and Campaign prioritisation\n") != std::string::npos);
    CHECK(text.find("Gives input to: Target account selection\n") != std::string::npos);
    CHECK(text.find("Hears about: Account strategy and Campaign execution\n") != std::string::npos);
    CHECK(text.find("Does:") == std::string::npos);
    CHECK(text.find("Meets in: ") != std::string::npos);
}

TEST_CASE("Of what the plan does not have there is no card, agenda or summary") {
    CHECK(role_card_text(reference_template(), RoleId("nobody")).empty());
    CHECK(agenda_text(reference_template(), MeetingId("none")).empty());
    CHECK(meeting_summary(reference_template(), MeetingId("none")).empty());
}
