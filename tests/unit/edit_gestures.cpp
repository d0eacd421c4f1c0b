#include "edit/gestures.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "edit/placing.h"
#include "edits_for_tests.h"
#include "reference_plan.h"

using namespace fullcourt;
using test::after;

namespace {

ActivityId activity(const char *id) { return ActivityId(id); }

std::string letters(const Plan &plan, const char *row, const char *column) {
    return letters_at(*plan.raci, activity(row), RoleId(column)).text();
}

/// The activities as a person reads them, headings in brackets.
std::string reading(const Plan &plan) {
    std::string text;
    for (const GridLine &line : grid_lines(*plan.raci)) {
        text += text.empty() ? "" : " ";
        text += line.is_heading() ? "[" + plan.raci->phases.at(line.phase).name + "]" : plan.raci->activities.at(line.activity).name;
    }
    return text;
}

std::string column_reading(const Plan &plan) {
    std::string text;
    for (const RoleId &id : ordered(plan.raci->columns)) {
        text += text.empty() ? "" : " ";
        text += plan.organisation->roles.at(id).name;
    }
    return text;
}

Plan small_plan() { return test::drawn({{"x", "y", "z"}, {"a: R A C", "b: R A -", "c: - - -", "d: A/R - I"}}); }

/// a and b under One, c and d under Two.
Plan phased_plan() {
    Plan plan = small_plan();
    RaciGrid &grid = plan.raci.edit();
    grid.phases[PhaseId("1")] = {"One", {"A"}, {}};
    grid.phases[PhaseId("2")] = {"Two", {"B"}, {}};
    for (const char *id : {"a", "b"}) {
        grid.activities.at(activity(id)).phase = PhaseId("1");
    }
    for (const char *id : {"c", "d"}) {
        grid.activities.at(activity(id)).phase = PhaseId("2");
    }
    return plan;
}

} // namespace

TEST_CASE("Setting a cell says which and to what", "[edit]") {
    const Plan plan = test::reference_plan();
    const PlanEdit set = set_cell(plan, activity("Close"), RoleId("VP Sales"), Letters::one('A'));
    CHECK(set.label == "Set Close × VP Sales to A");
    CHECK(letters(after(plan, set), "Close", "VP Sales") == "A");
    CHECK(set_cell(plan, activity("Close"), RoleId("AE"), Letters()).label == "Clear Close × AE");
    CHECK(set_cell(plan, activity("Close"), RoleId("AE"), Letters::one('A')).steps.empty());
    CHECK(set_cell(plan, activity("Nothing"), RoleId("AE"), Letters::one('A')).steps.empty());
    CHECK(set_cell(plan, activity("Close"), RoleId("Nobody"), Letters::one('A')).steps.empty());
}

TEST_CASE("Setting a rectangle counts the cells that change", "[edit]") {
    const Plan plan = small_plan();
    const PlanEdit set = set_cells(plan, {activity("a"), activity("b")}, {RoleId("x"), RoleId("y")}, Letters::one('R'));
    CHECK(set.label == "Set 2 cells to R");
    CHECK(set.steps.size() == 2);
    const PlanEdit cleared =
        set_cells(plan, {activity("a"), activity("b"), activity("c")}, {RoleId("x"), RoleId("y"), RoleId("z")}, Letters());
    CHECK(cleared.label == "Clear 5 cells");
    CHECK(after(plan, cleared).raci->rows.size() == 1);
    CHECK(set_cells(plan, {activity("c")}, {RoleId("x"), RoleId("y")}, Letters()).steps.empty());
    CHECK(set_cells(plan, {activity("a"), activity("c")}, {RoleId("x")}, Letters::one('R')).label == "Set c × x to R");
}

TEST_CASE("A new activity stands where it was asked for", "[edit]") {
    const Plan plan = phased_plan();
    const RandomBits bits = counting_bits(1);
    ActivityId made;
    const PlanEdit edit = add_activity(plan, " new\nname ", PhaseId(), activity("a"), bits, &made);
    CHECK(edit.label == "Add new name");
    const Plan with = after(plan, edit);
    CHECK(reading(with) == "[One] a new name b [Two] c d");
    CHECK(with.raci->activities.at(made).phase == PhaseId("1"));
    CHECK(reading(after(plan, add_activity(plan, "n", PhaseId("1"), ActivityId(), bits))) == "[One] a b n [Two] c d");
    CHECK(reading(after(plan, add_activity(plan, "n", PhaseId(), ActivityId(), bits))) == "n [One] a b [Two] c d");
    CHECK(reading(after(plan, add_activity(plan, "n", PhaseId("gone"), ActivityId(), bits))) == "n [One] a b [Two] c d");
    CHECK(add_activity(plan, "", PhaseId(), ActivityId(), bits).label == "Add an activity");
}

TEST_CASE("A pasted list of names becomes activities in its order", "[edit]") {
    const Plan plan = phased_plan();
    std::vector<ActivityId> made;
    const PlanEdit edit = add_activities(plan, {"p", "q", "r"}, PhaseId(), activity("c"), counting_bits(1), &made);
    CHECK(edit.label == "Add 3 activities");
    CHECK(made.size() == 3);
    CHECK(reading(after(plan, edit)) == "[One] a b [Two] c p q r d");
}

TEST_CASE("A duplicate has the letters and stands behind the original", "[edit]") {
    const Plan plan = phased_plan();
    std::vector<ActivityId> made;
    const PlanEdit edit = duplicate_activities(plan, {activity("d"), activity("a")}, counting_bits(1), &made);
    CHECK(edit.label == "Duplicate 2 activities");
    const Plan with = after(plan, edit);
    CHECK(reading(with) == "[One] a a (copy) b [Two] c d d (copy)");
    REQUIRE(made.size() == 2);
    CHECK(with.raci->rows.at(made[0]) == plan.raci->rows.at(activity("a")));
}

TEST_CASE("Renaming to the same name does nothing", "[edit]") {
    const Plan plan = phased_plan();
    CHECK(rename_activity(plan, activity("a"), " a ").steps.empty());
    CHECK(rename_activity(plan, activity("gone"), "b").steps.empty());
    CHECK(rename_phase(plan, PhaseId("1"), "One").steps.empty());
    CHECK(note_activity(plan, activity("a"), "").steps.empty());
    const PlanEdit edit = rename_activity(plan, activity("a"), "alpha");
    CHECK(edit.label == "Rename a to alpha");
    CHECK(reading(after(plan, edit)) == "[One] alpha b [Two] c d");
    CHECK(reading(after(plan, rename_phase(plan, PhaseId("2"), "Late"))) == "[One] a b [Late] c d");
    CHECK(after(plan, note_activity(plan, activity("a"), "two\nlines")).raci->activities.at(activity("a")).note == "two\nlines");
}

TEST_CASE("Names and notes are cut where a stored plan would cut them", "[edit]") {
    const Plan plan = small_plan();
    const std::string endless(2'000'000, 'x');
    CHECK(after(plan, rename_activity(plan, activity("a"), endless)).raci->activities.at(activity("a")).name.size() == longestName);
    CHECK(after(plan, note_activity(plan, activity("a"), endless)).raci->activities.at(activity("a")).note.size() == longestText);
    CHECK(after(plan, rename_plan(endless)).about->title.size() == longestName);
    const PlanEdit edit = rename_activity(plan, activity("a"), endless);
    CHECK(edit.label.size() < 100);
}

TEST_CASE("Deleting activities takes their letters along", "[edit]") {
    const Plan plan = small_plan();
    const PlanEdit one = remove_activities(plan, {activity("a")});
    CHECK(one.label == "Delete a");
    CHECK_FALSE(after(plan, one).raci->rows.contains(activity("a")));
    const PlanEdit two = remove_activities(plan, {activity("b"), activity("a"), activity("gone"), activity("a")});
    CHECK(two.label == "Delete 2 activities");
    CHECK(reading(after(plan, two)) == "c d");
    CHECK(remove_activities(plan, {activity("gone")}).steps.empty());
}

TEST_CASE("Moving activities keeps their order and goes to the place asked for", "[edit]") {
    const Plan plan = phased_plan();
    const auto moved = [&](const std::vector<ActivityId> &ids, const char *phase, const char *before) {
        return reading(after(plan, move_activities(plan, ids, PhaseId(phase), activity(before))));
    };
    CHECK(moved({activity("d")}, "2", "c") == "[One] a b [Two] d c");
    CHECK(moved({activity("d"), activity("a")}, "2", "c") == "[One] b [Two] a d c");
    CHECK(moved({activity("a")}, "2", "") == "[One] b [Two] c d a");
    CHECK(moved({activity("a"), activity("c")}, "", "") == "a c [One] b [Two] d");
    CHECK(moved({activity("c"), activity("d")}, "1", "b") == "[One] a c d b [Two]");
    CHECK(move_activities(plan, {activity("a")}, PhaseId("2"), ActivityId()).label == "Move a to Two");
    CHECK(move_activities(plan, {activity("a"), activity("b")}, PhaseId("2"), ActivityId()).label == "Move 2 activities to Two");
    CHECK(move_activities(plan, {activity("b")}, PhaseId("1"), activity("a")).label == "Move b");
}

TEST_CASE("Moving to where it stands does nothing", "[edit]") {
    const Plan plan = phased_plan();
    CHECK(move_activities(plan, {activity("a")}, PhaseId("1"), activity("b")).steps.empty());
    CHECK(move_activities(plan, {activity("a")}, PhaseId("1"), activity("a")).steps.empty());
    CHECK(move_activities(plan, {activity("b")}, PhaseId("1"), ActivityId()).steps.empty());
    CHECK(move_activities(plan, {activity("gone")}, PhaseId("1"), ActivityId()).steps.empty());
    CHECK(move_activities(plan, {activity("a")}, PhaseId("gone"), ActivityId()).steps.empty());
    CHECK(move_phase(plan, PhaseId("1"), PhaseId("2")).steps.empty());
    CHECK(move_columns(plan, {RoleId("x"), RoleId("y")}, RoleId("z")).steps.empty());
}

TEST_CASE("A move changes only what moved", "[edit]") {
    const Plan plan = test::reference_plan();
    CHECK(move_activities(plan, {activity("Close")}, PhaseId(), activity("Initial outreach")).steps.size() == 1);
    CHECK(move_columns(plan, {RoleId("AE")}, RoleId()).steps.size() == 1);
}

TEST_CASE("Ten thousand random moves end where they were asked to", "[edit]") {
    Plan plan = small_plan();
    const RandomBits bits = counting_bits(8);
    for (int i = 0; i < 10'000; ++i) {
        const std::vector<ActivityId> order = activity_order(*plan.raci);
        const ActivityId &moved = order[static_cast<std::uint32_t>(bits() % order.size())];
        const ActivityId &before = order[static_cast<std::uint32_t>(bits() % order.size())];
        plan = after(plan, move_activities(plan, {moved}, PhaseId(), before));
        if (moved != before) {
            const std::vector<ActivityId> now = activity_order(*plan.raci);
            const auto at = std::find(now.begin(), now.end(), moved);
            REQUIRE(at + 1 != now.end());
            REQUIRE(*(at + 1) == before);
        }
        for (const auto &[id, one] : plan.raci->activities) {
            REQUIRE(one.position.key.size() <= longPosition);
        }
    }
}

TEST_CASE("Equal positions after a merge are spread when something goes between", "[edit]") {
    Plan plan = small_plan();
    for (auto &[id, one] : plan.raci.edit().activities) {
        one.position.key = "V";
    }
    CHECK(reading(after(plan, add_activity(plan, "n", PhaseId(), activity("b"), counting_bits(1)))) == "a b n c d");
    CHECK(reading(after(plan, move_activities(plan, {activity("d")}, PhaseId(), activity("b")))) == "a d b c");
}

TEST_CASE("Activities are grouped under a new heading in the order they had", "[edit]") {
    const Plan plan = small_plan();
    PhaseId made;
    const PlanEdit edit = add_phase(plan, "Late", {activity("d"), activity("b")}, counting_bits(1), &made);
    CHECK(edit.label == "Group 2 activities as Late");
    CHECK(reading(after(plan, edit)) == "a c [Late] b d");
    CHECK(add_phase(plan, "Late", {}, counting_bits(1)).label == "Add Late");
    const Plan phased = phased_plan();
    CHECK(reading(after(phased, add_phase(phased, "Last", {}, counting_bits(1)))) == "[One] a b [Two] c d [Last]");
}

TEST_CASE("Deleting a heading keeps its activities", "[edit]") {
    const Plan plan = phased_plan();
    CHECK(remove_phase(plan, PhaseId("2")).label == "Delete phase Two");
    CHECK(reading(after(plan, remove_phase(plan, PhaseId("2")))) == "[One] a b c d");
    CHECK(reading(after(plan, remove_phase(plan, PhaseId("1")))) == "a b [Two] c d");
    CHECK(remove_phase(plan, PhaseId("gone")).steps.empty());
    CHECK(reading(after(plan, move_phase(plan, PhaseId("2"), PhaseId("1")))) == "[Two] c d [One] a b");
    CHECK(reading(after(plan, move_phase(plan, PhaseId("1"), PhaseId()))) == "[Two] c d [One] a b");
}

TEST_CASE("A new role is a column at the place asked for", "[edit]") {
    const Plan plan = small_plan();
    RoleId made;
    const PlanEdit edit = add_role(plan, "new", RoleId("x"), counting_bits(1), &made);
    CHECK(edit.label == "Add new");
    CHECK(column_reading(after(plan, edit)) == "x new y z");
    CHECK(after(plan, edit).organisation->roles.contains(made));
    CHECK(column_reading(after(plan, add_roles(plan, {"p", "q"}, RoleId(), counting_bits(1)))) == "x y z p q");
}

TEST_CASE("Changing a role keeps its place", "[edit]") {
    const Plan plan = small_plan();
    Role changed;
    changed.name = " ex ";
    changed.core = CoreFunction::accountExecutive;
    const PlanEdit edit = change_role(plan, RoleId("x"), changed);
    CHECK(edit.label == "Rename x to ex");
    const Role stored = after(plan, edit).organisation->roles.at(RoleId("x"));
    CHECK(stored.name == "ex");
    CHECK(stored.position == plan.organisation->roles.at(RoleId("x")).position);
    CHECK(change_role(plan, RoleId("x"), plan.organisation->roles.at(RoleId("x"))).steps.empty());
}

TEST_CASE("Deleting a role takes column and letters, hiding keeps the letters", "[edit]") {
    const Plan plan = small_plan();
    const Plan without = after(plan, remove_roles(plan, {RoleId("x")}));
    CHECK(column_reading(without) == "y z");
    CHECK_FALSE(without.raci->rows.at(activity("a")).contains(RoleId("x")));
    CHECK(remove_roles(plan, {RoleId("x"), RoleId("y")}).label == "Delete 2 roles");
    const Plan hidden = after(plan, hide_column(plan, RoleId("x")));
    CHECK(column_reading(hidden) == "y z");
    CHECK(letters(hidden, "a", "x") == "R");
    CHECK(column_reading(after(hidden, show_column(hidden, RoleId("x")))) == "y z x");
    CHECK(hide_column(hidden, RoleId("x")).steps.empty());
    CHECK(show_column(plan, RoleId("x")).steps.empty());
    CHECK(show_column(plan, RoleId("gone")).steps.empty());
}

TEST_CASE("Columns move", "[edit]") {
    const Plan plan = small_plan();
    CHECK(column_reading(after(plan, move_columns(plan, {RoleId("z")}, RoleId("x")))) == "z x y");
    CHECK(column_reading(after(plan, move_columns(plan, {RoleId("x"), RoleId("y")}, RoleId()))) == "z x y");
    CHECK(move_columns(plan, {RoleId("z")}, RoleId("x")).label == "Move z");
}

TEST_CASE("Without S in the scheme, an S that stands becomes a letter of its own", "[edit]") {
    const Plan plan = test::reference_plan();
    const Plan raci = after(plan, set_scheme(plan, LetterScheme::raci));
    CHECK(letters(raci, "Negotiation", "Product specialist") == "S");
    CHECK(is_letter_of(*raci.raci, 'S'));
    CHECK(after(raci, set_scheme(raci, LetterScheme::rasci)) == plan);
    const Plan none = small_plan();
    CHECK_FALSE(is_letter_of(*after(none, set_scheme(none, LetterScheme::raci)).raci, 'S'));
    CHECK(set_scheme(plan, LetterScheme::rasci).steps.empty());
}

TEST_CASE("Extra letters come and go with their cells", "[edit]") {
    Plan plan = small_plan();
    CHECK(set_extra_letter(plan, 'R', "runs").steps.empty());
    CHECK(set_extra_letter(plan, 'v', "verifies").steps.empty());
    plan = after(plan, set_extra_letter(plan, 'V', "verifies"));
    CHECK(is_letter_of(*plan.raci, 'V'));
    CHECK(set_extra_letter(plan, 'V', "verifies").steps.empty());
    CHECK(set_extra_letter(plan, 'V', "vetoes").label == "Change letter V");
    const Plan before = plan;
    plan = after(plan, set_cell(plan, activity("c"), RoleId("x"), Letters::one('V')));
    const PlanEdit gone = remove_extra_letter(plan, 'V');
    CHECK(gone.label == "Delete letter V and clear 1 cell");
    CHECK(letters(after(plan, gone), "c", "x").empty());
    CHECK(remove_extra_letter(small_plan(), 'V').steps.empty());
    CHECK(remove_extra_letter(before, 'V').label == "Delete letter V");
}

TEST_CASE("Settings that stand already are no edit", "[edit]") {
    const Plan plan = small_plan();
    CHECK(set_rule(plan, "raci.no-blank", std::nullopt).steps.empty());
    const Plan on = after(plan, set_rule(plan, "raci.no-blank", true));
    CHECK(set_rule(on, "raci.no-blank", true).steps.empty());
    CHECK(after(on, set_rule(on, "raci.no-blank", std::nullopt)) == plan);
    const Plan five = after(plan, set_threshold(plan, "raci.consult-drag.count", 5));
    CHECK(set_threshold(plan, "raci.consult-drag.count", 5).label == "Set raci.consult-drag.count to 5");
    CHECK(set_threshold(five, "raci.consult-drag.count", 5).steps.empty());
    CHECK(after(five, set_threshold(five, "raci.consult-drag.count", std::nullopt)) == plan);
}
