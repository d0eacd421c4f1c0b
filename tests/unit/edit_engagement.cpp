// Engagement plans of accounts, as a person changes them.
#include "edit/engagement_gestures.h"

#include <catch2/catch_test_macros.hpp>

#include "accounts_for_tests.h"
#include "edit/gestures.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;

namespace {

/// From the beginning each time.
RandomBits fresh_bits() { return counting_bits(7); }

Play play_of(const std::string &name, const std::string &start, int weeks, const std::string &follows = {}) {
    Play play;
    play.name = name;
    play.account = AccountId("acme");
    play.owner = RoleId("AE");
    play.start = start;
    play.weeks = weeks;
    play.follows = PlayId(follows);
    play.effort[RoleId("AE")] = 4;
    return play;
}

/// Dinner (week 50) → workshop (week 52) → demo (week 53); ads (week 50) by themselves.
Plan chain() {
    Plan plan = test::reference_plan();
    plan.accounts = Shared(test::accounts({{"name", AccountColumnType::text}}, {{"acme", "Acme"}}));
    plan.accounts.edit().nameColumn = AccountColumnId("name");
    Collection<Play> &plays = plan.engagement.edit().plays;
    plays[PlayId("dinner")] = play_of("Dinner", "2026-12-07", 1);
    plays[PlayId("workshop")] = play_of("Workshop", "2026-12-21", 1, "dinner");
    plays[PlayId("demo")] = play_of("Demo", "2026-12-28", 2, "workshop");
    plays[PlayId("ads")] = play_of("Ads", "2026-12-07", 4);
    return plan;
}

std::string start(const Plan &plan, const char *play) { return plan.engagement->plays.at(PlayId(play)).start; }

/// The same, with the dinner done.
Plan under_way() {
    Plan plan = chain();
    plan.engagement.edit().plays.at(PlayId("dinner")).status = PlayStatus::done;
    return plan;
}

} // namespace

TEST_CASE("A play that moves takes along what follows it, and what follows that") {
    const Plan plan = chain();
    const PlanEdit edit = move_play(plan, PlayId("dinner"), 2, {}, fresh_bits());
    CHECK(edit.label == "Move Dinner to week 52 with 2 that follow");
    const Plan moved = after(plan, edit);
    CHECK(start(moved, "dinner") == "2026-12-21");
    CHECK(start(moved, "workshop") == "2027-01-04");
    CHECK(start(moved, "demo") == "2027-01-11");
    CHECK(start(moved, "ads") == "2026-12-07");
    CHECK(move_play(plan, PlayId("demo"), 1, {}, fresh_bits()).label == "Move Demo to week 1");
}

TEST_CASE("A play does not move before the end of what it follows") {
    const Plan plan = chain();
    // The dinner ends on 14 December: the workshop may come a week earlier, not two.
    const Plan moved = after(plan, move_play(plan, PlayId("workshop"), -3, {}, fresh_bits()));
    CHECK(start(moved, "workshop") == "2026-12-14");
    CHECK(start(moved, "demo") == "2026-12-21");
    CHECK(move_play(moved, PlayId("workshop"), -1, {}, fresh_bits()).steps.empty());
}

TEST_CASE("A circle of plays is cut where it would close, and one in a file moves each once") {
    const Plan plan = chain();
    Play dinner = plan.engagement->plays.at(PlayId("dinner"));
    dinner.follows = PlayId("demo");
    CHECK(change_play(plan, PlayId("dinner"), dinner, {}, fresh_bits()).steps.empty());
    Plan circle = plan;
    circle.engagement.edit().plays.at(PlayId("dinner")).follows = PlayId("demo");
    const Plan moved = after(circle, move_play(circle, PlayId("dinner"), 1, {}, fresh_bits()));
    CHECK(start(moved, "dinner") == "2026-12-14");
    CHECK(start(moved, "workshop") == "2026-12-28");
    CHECK(start(moved, "demo") == "2027-01-04");
}

TEST_CASE("A longer play puts off what it would run into, by as much as it must") {
    const Plan plan = chain();
    Play dinner = plan.engagement->plays.at(PlayId("dinner"));
    dinner.weeks = 2; // to 21 December: nothing is in its way
    CHECK(start(after(plan, change_play(plan, PlayId("dinner"), dinner, {}, fresh_bits())), "workshop") == "2026-12-21");
    dinner.weeks = 3;
    const Plan longer = after(plan, change_play(plan, PlayId("dinner"), dinner, {}, fresh_bits()));
    CHECK(start(longer, "workshop") == "2026-12-28");
    CHECK(start(longer, "demo") == "2027-01-04");
}

TEST_CASE("A day within a week stands for its Monday, and other starts move what follows") {
    const Plan plan = chain();
    Play dinner = plan.engagement->plays.at(PlayId("dinner"));
    dinner.start = "2026-12-17";
    const Plan moved = after(plan, change_play(plan, PlayId("dinner"), dinner, {}, fresh_bits()));
    CHECK(start(moved, "dinner") == "2026-12-14");
    CHECK(start(moved, "workshop") == "2026-12-28");
}

TEST_CASE("A plan under way changes only with a reason, which is kept in the same step") {
    const Plan plan = under_way();
    CHECK(is_under_way(*plan.engagement, AccountId("acme")));
    CHECK(!is_under_way(*chain().engagement, AccountId("acme")));
    CHECK(move_play(plan, PlayId("workshop"), 1, {}, fresh_bits()).steps.empty());
    CHECK(move_play(plan, PlayId("workshop"), 1, {"  ", ""}, fresh_bits()).steps.empty());
    const Plan moved = after(plan, move_play(plan, PlayId("workshop"), 1, {"The CFO is away", "2026-12-10"}, fresh_bits()));
    CHECK(start(moved, "workshop") == "2026-12-28");
    REQUIRE(moved.engagement->notes.size() == 1);
    const EngagementNote &note = moved.engagement->notes.begin()->second;
    CHECK(note.kind == EngagementNote::Kind::change);
    CHECK(note.account == AccountId("acme"));
    CHECK(note.play == PlayId("workshop"));
    CHECK(note.on == "2026-12-10");
    CHECK(note.text == "Moved to week 53: The CFO is away");
}

TEST_CASE("Going on with a plan and naming a play ask for no reason") {
    const Plan plan = under_way();
    Play workshop = plan.engagement->plays.at(PlayId("workshop"));
    workshop.status = PlayStatus::running;
    workshop.name = "Workshop at their office";
    const Plan changed = after(plan, change_play(plan, PlayId("workshop"), workshop, {}, fresh_bits()));
    CHECK(changed.engagement->plays.at(PlayId("workshop")) == workshop);
    CHECK(changed.engagement->notes.empty());
    workshop.status = PlayStatus::dropped;
    CHECK(change_play(plan, PlayId("workshop"), workshop, {}, fresh_bits()).steps.empty());
    CHECK(after(plan, change_play(plan, PlayId("workshop"), workshop, {"They declined", ""}, fresh_bits())).engagement->notes.size() == 1);
}

TEST_CASE("A deleted play is followed by nothing, and notes forget it") {
    Plan plan = chain();
    EngagementNote response;
    response.account = AccountId("acme");
    response.text = "The CFO came";
    response.play = PlayId("dinner");
    plan = after(plan, add_note(plan, response, fresh_bits()));
    const PlanEdit edit = remove_plays(plan, {PlayId("dinner")}, {}, fresh_bits());
    CHECK(edit.label == "Delete Dinner");
    plan = after(plan, edit);
    CHECK(plan.engagement->plays.at(PlayId("workshop")).follows.empty());
    CHECK(plan.engagement->notes.begin()->second.play.empty());
    CHECK(plan.engagement->notes.begin()->second.text == "The CFO came");
    Plan running = under_way();
    CHECK(remove_plays(running, {PlayId("demo")}, {}, fresh_bits()).steps.empty());
    running = after(running, remove_plays(running, {PlayId("demo")}, {"No budget", ""}, fresh_bits()));
    CHECK(running.engagement->notes.begin()->second.text == "Deleted Demo: No budget");
}

TEST_CASE("Templates become the plan of an account from a week on, in order, each after what it follows") {
    Plan plan = chain();
    plan.engagement.edit().plays.clear();
    plan = after(plan, add_starter_plays(plan, Tier::oneToOne, fresh_bits()));
    CHECK(plan.engagement->templates.size() == 10);
    CHECK(add_starter_plays(plan, Tier::none, fresh_bits()).steps.empty());
    std::vector<PlayId> made;
    const PlanEdit edit = plan_from_templates(plan, AccountId("acme"), Tier::oneToOne, "2026-12-02", {}, counting_bits(99), &made);
    CHECK(edit.label == "Plan 10 plays for Acme");
    plan = after(plan, edit);
    REQUIRE(plan.engagement->plays.size() == 10);
    for (const auto &[id, play] : plan.engagement->plays) {
        INFO(play.name);
        CHECK(play.account == AccountId("acme"));
        CHECK(!play.owner.empty());
        const Play *first = find(plan.engagement->plays, play.follows);
        CHECK((first == nullptr || *end_of(*first) <= *parse_date(play.start)));
    }
    const Play &briefing = plan.engagement->plays.at(ordered(plan.engagement->plays).front());
    CHECK(briefing.name == "Account briefing");
    CHECK(briefing.start == "2026-11-30"); // the Monday of that week
    CHECK(briefing.effort.at(RoleId("Account marketer")) == 6);
    CHECK(plan_from_templates(plan, AccountId("acme"), Tier::none, "2026-12-02", {}, fresh_bits()).steps.empty());
    const Plan few = after(plan, plan_from_templates(plan, AccountId("acme"), Tier::oneToFew, "2026-12-02", {}, fresh_bits()));
    CHECK(few.engagement->templates.size() == 16); // six of 1:few besides
    CHECK(few.engagement->plays.size() == 16);
    CHECK(plan_from_templates(plan, AccountId("acme"), Tier::oneToOne, "soon", {}, fresh_bits()).steps.empty());
}

TEST_CASE("A template made of a plan keeps the templates of plays, and no plays nor responses") {
    Plan plan = under_way();
    plan = after(plan, add_starter_plays(plan, Tier::oneToMany, fresh_bits()));
    EngagementNote response;
    response.account = AccountId("acme");
    response.text = "They called";
    plan = after(plan, add_note(plan, response, fresh_bits()));
    const Plan made = template_of(plan);
    CHECK(made.engagement->templates == plan.engagement->templates);
    CHECK(made.engagement->plays.empty());
    CHECK(made.engagement->notes.empty());
}

TEST_CASE("Values that no plan holds are made sound") {
    Plan plan = chain();
    Play odd = play_of("Odd\nname", "2026-02-30", 0, "nowhere");
    odd.effort[RoleId("SDR")] = -3;
    PlayId made;
    plan = after(plan, add_play(plan, odd, {}, fresh_bits(), &made));
    const Play &kept = plan.engagement->plays.at(made);
    CHECK(kept.name == "Odd name");
    CHECK(kept.start.empty());
    CHECK(kept.weeks == 1);
    CHECK(kept.follows.empty());
    CHECK(!kept.effort.contains(RoleId("SDR")));
    CHECK(move_play(plan, PlayId("dinner"), 30'000'000, {}, fresh_bits()).steps.empty());
    PlayTemplate template_;
    template_.name = "First";
    template_.afterWeeks = -4;
    PlayTemplateId first;
    plan = after(plan, add_play_template(plan, template_, fresh_bits(), &first));
    CHECK(plan.engagement->templates.at(first).afterWeeks == 0);
    template_.follows = first;
    CHECK(change_play_template(plan, first, template_).steps.empty());
}
