// The RACI grid as a person uses it.
#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

constexpr auto ae = "Account executive";
constexpr auto cfo = "CFO";

std::vector<std::string> names_in_order(const Page &page) {
    std::vector<std::string> names;
    for (const ActivityId &id : activity_order(*page.plan().raci)) {
        names.push_back(find(page.plan().raci->activities, id)->name);
    }
    return names;
}

std::vector<std::string> columns_in_order(const Page &page) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(page.plan().raci->columns)) {
        names.push_back(head_name(*find(page.plan().organisation->roles, id)));
    }
    return names;
}

} // namespace

TEST_CASE("A letter typed into a cell stands there, and undo takes it back by name") {
    Page page;
    page.click_cell("Demo delivery", cfo);
    page.type("r");
    CHECK(page.letters("Demo delivery", cfo) == "R");
    CHECK_FALSE(page.find("button", "Undo").disabled);
    CHECK_FALSE(page.find("button", "Undo").description.empty());
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.letters("Demo delivery", cfo).empty());
    page.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
    CHECK(page.letters("Demo delivery", cfo) == "R");
}

TEST_CASE("A slash makes a cell accountable and responsible, and takes it back") {
    Page page;
    page.click_cell("Negotiation", ae);
    page.type("/");
    CHECK(page.letters("Negotiation", ae) == "A/R");
    CHECK(page.cell("Negotiation", ae).name.starts_with("Negotiation, Account executive: accountable and responsible"));
    page.type("/");
    CHECK(page.letters("Negotiation", ae) == "R");
    page.type("a");
    CHECK(page.letters("Negotiation", ae) == "A");
}

TEST_CASE("Delete clears the cell, and a key that is no letter changes nothing") {
    Page page;
    page.click_cell("Negotiation", ae);
    page.press(ImGuiKey_Delete);
    CHECK(page.letters("Negotiation", ae).empty());
    page.type("x");
    CHECK(page.letters("Negotiation", ae).empty());
    REQUIRE_FALSE(platform::null::machine().announcements.empty());
    CHECK(platform::null::machine().announcements.back().sentence == "X is no letter of this grid. It knows R, A, S, C and I.");
}

TEST_CASE("Arrows, Tab, Enter, Home and End move the cursor") {
    Page page;
    page.click_cell("Target account selection", ae);
    const auto focused = [&] {
        for (const auto &node : ui::semantics::last()) {
            if (node.role == "gridcell" && node.focused) {
                return node.name.substr(0, node.name.find(':'));
            }
        }
        return std::string("nowhere");
    };
    CHECK(focused() == "Target account selection, Account executive");
    page.press(ImGuiKey_RightArrow);
    CHECK(focused() == "Target account selection, Sales development rep");
    page.press(ImGuiKey_Enter);
    CHECK(focused() == "Account strategy, Sales development rep");
    page.press(ImGuiMod_Shift | ImGuiKey_Enter);
    CHECK(focused() == "Target account selection, Sales development rep");
    page.press(ImGuiKey_End);
    CHECK(focused() == "Target account selection, VP Marketing");
    page.press(ImGuiKey_Tab);
    CHECK(focused() == "Account strategy, Account executive");
    page.press(ImGuiMod_Shift | ImGuiKey_Tab);
    CHECK(focused() == "Target account selection, VP Marketing");
    page.press(ImGuiMod_Ctrl | ImGuiKey_End);
    CHECK(focused() == "Post-sale handoff, VP Marketing");
    page.press(ImGuiMod_Ctrl | ImGuiKey_Home);
    CHECK(focused() == "Target account selection, Account executive");
}

TEST_CASE("A letter fills the range that Shift and the arrows selected") {
    Page page;
    page.click_cell("Target account selection", cfo);
    page.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    page.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    page.type("i");
    CHECK(page.letters("Target account selection", cfo) == "I");
    CHECK(page.letters("Account strategy", cfo) == "I");
    CHECK(page.letters("Initial outreach", cfo) == "I");
    CHECK(page.letters("Content creation", cfo).empty());
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.letters("Account strategy", cfo).empty());
}

TEST_CASE("The mouse drags a range, and copying gives its letters for a spreadsheet") {
    Page page;
    page.drag(centre(page.cell("Target account selection", ae)), centre(page.cell("Account strategy", "Account marketer")));
    CHECK(platform::null::machine().copySource(false) == "C\t\tI\nR\tC\tR\n");
    CHECK(platform::null::machine().copySource(true) == "C\t\tI\nR\tC\tR\n");
    page.settle();
    CHECK(page.letters("Account strategy", ae).empty());
}

TEST_CASE("Pasted letters go to the right and down from the cursor") {
    Page page;
    page.click_cell("Demo delivery", cfo);
    page.paste("C\tI\nI\tC");
    CHECK(page.letters("Demo delivery", cfo) == "C");
    CHECK(page.letters("Demo delivery", "VP Sales") == "I");
    CHECK(page.letters("Business case building", cfo) == "I");
}

TEST_CASE("F2 renames an activity in place") {
    Page page;
    page.click("rowheader", "Negotiation*");
    page.press(ImGuiKey_F2);
    CHECK(page.find("textbox", "Name of the activity").value == "Negotiation");
    page.type("Terms");
    page.press(ImGuiKey_Enter);
    CHECK(page.shows("rowheader", "Terms*"));
    CHECK_FALSE(page.shows("rowheader", "Negotiation*"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.shows("rowheader", "Negotiation*"));
}

TEST_CASE("Escape leaves a name as it was") {
    Page page;
    page.double_click("columnheader", "CFO*");
    page.type("Finance");
    page.press(ImGuiKey_Escape);
    CHECK(page.shows("columnheader", "CFO*"));
    CHECK_FALSE(page.shows("textbox", "Name of the role"));
}

TEST_CASE("Activities are added one after another where the cursor is") {
    Page page;
    page.click_cell("Negotiation", ae);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    page.type("Security review");
    page.press(ImGuiKey_Enter);
    page.type("Legal review");
    page.press(ImGuiKey_Enter);
    page.press(ImGuiKey_Escape);
    const std::vector<std::string> names = names_in_order(page);
    REQUIRE(names.size() == 12);
    CHECK(names[7] == "Negotiation");
    CHECK(names[8] == "Security review");
    CHECK(names[9] == "Legal review");
}

TEST_CASE("A role is added with the button at the right of the heads") {
    Page page;
    page.click("button", "Role");
    page.type("Legal");
    page.press(ImGuiKey_Enter);
    page.press(ImGuiKey_Escape);
    CHECK(page.shows("columnheader", "Legal*"));
    CHECK(columns_in_order(page).back() == "Legal");
}

TEST_CASE("A row is dragged by its head, and Alt with an arrow moves it too") {
    Page page;
    const ImVec2 from = centre(page.find("rowheader", "Close*"));
    const auto &target = page.find("rowheader", "Account strategy*");
    page.drag(from, {from.x, target.y + 2});
    CHECK(names_in_order(page)[1] == "Close");
    page.click("rowheader", "Close*");
    page.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
    CHECK(names_in_order(page)[0] == "Close");
    page.press(ImGuiMod_Alt | ImGuiKey_DownArrow);
    CHECK(names_in_order(page)[1] == "Close");
}

TEST_CASE("A column is dragged by its head, and Alt with an arrow moves it too") {
    Page page;
    const ImVec2 from = centre(page.find("columnheader", "CFO*"));
    const auto &target = page.find("columnheader", "Account executive*");
    page.drag(from, {target.x + 3, from.y});
    CHECK(columns_in_order(page).front() == "CFO");
    page.click("columnheader", "CFO*");
    page.press(ImGuiMod_Alt | ImGuiKey_RightArrow);
    CHECK(columns_in_order(page)[1] == "CFO");
}

TEST_CASE("Delete on a selected head removes the activity, and undo brings it back with its letters") {
    Page page;
    page.click("rowheader", "Close*");
    page.press(ImGuiKey_Delete);
    CHECK_FALSE(page.shows("rowheader", "Close*"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.letters("Close", ae) == "A");
}

TEST_CASE("Selected rows are grouped into a phase, which is named at once") {
    Page page;
    page.click("rowheader", "Demo delivery*");
    page.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    page.press(ImGuiMod_Alt | ImGuiKey_G);
    page.type("Evaluation");
    page.press(ImGuiKey_Enter);
    CHECK(page.shows("rowheader", "Phase: Evaluation"));
    const auto &grid = *page.plan().raci;
    REQUIRE(grid.phases.size() == 1);
    int inside = 0;
    for (const auto &[id, activity] : grid.activities) {
        inside += activity.phase.empty() ? 0 : 1;
    }
    CHECK(inside == 2);
}

TEST_CASE("The menu of a cell offers the letters with their meanings") {
    Page page;
    page.click_node(page.cell("Demo delivery", cfo), 1);
    CHECK(page.shows("menuitem", "Accountable and responsible"));
    page.click("menuitem", "Consulted");
    CHECK(page.letters("Demo delivery", cfo) == "C");
    CHECK_FALSE(page.shows("menuitem", "Consulted"));
}

TEST_CASE("What a head counts, and what the corner of a cell says, is told where it stands") {
    Page page;
    CHECK(page.find("columnheader", "Account executive*").description == "Responsible for 7 activities, accountable for 1");
    CHECK(page.find("rowheader", "Account strategy*").description == "2 are responsible, nobody is accountable");
    // The mouse rests on a cell that is part of something to settle: a tooltip has its corner in words.
    const auto rests_on = [&](const platform::MirrorNode &cell) {
        page.hover({cell.x + cell.width / 2, cell.y + cell.height / 2});
        for (int i = 0; i < 60; ++i) {
            page.frame();
        }
        return page.vertices();
    };
    const int nothing = rests_on(page.cell("Content creation", "CFO"));
    CHECK(rests_on(page.cell("Account strategy", "Account executive")) > nothing + 100);
}

TEST_CASE("A question mark shows the keyboard shortcuts, and Escape closes them") {
    Page page;
    page.click_cell("Demo delivery", cfo);
    page.type("?");
    CHECK(page.shows("dialog", "Keyboard shortcuts"));
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.shows("dialog", "Keyboard shortcuts"));
    page.type("c");
    CHECK(page.letters("Demo delivery", cfo) == "C");
}

TEST_CASE("Forty activities by twenty-five roles draw what is in sight alone, and the cursor is brought into sight") {
    Page page({.templateName = "blank"});
    page.dispatch(action::Do{{"Fill the plan", diff(page.plan(), large_plan(40, 25))}, 0});
    page.settle();
    CHECK(page.count("gridcell") == 1000);
    CHECK(page.vertices() < 60'000);
    page.click_cell("Activity number 3", "Role number 2");
    page.press(ImGuiMod_Ctrl | ImGuiKey_End);
    const auto &last = page.cell("Activity number 40", "Role number 25");
    CHECK(last.focused);
    CHECK(last.x + last.width <= 1280 - 320);
    CHECK(last.y + last.height <= 720);
    page.type("/");
    CHECK(page.letters("Activity number 40", "Role number 25") == "A/R");
}

TEST_CASE("At rest nothing asks for a frame") {
    Page page;
    page.click_cell("Demo delivery", cfo);
    page.type("c");
    for (int i = 0; i < 60; ++i) {
        page.frame(); // the plan is stored meanwhile
    }
    page.settle();
    platform::null::machine().framesWanted = 0;
    CHECK_FALSE(page.frame());
    CHECK(platform::null::machine().framesWanted == 0);
}

TEST_CASE("A plan that another tab edits is looked on, and taken over with one click") {
    Page page;
    const std::string plan = page.state().open->id.text;
    platform::null::machine().held.erase(plan);
    platform::null::machine().heldElsewhere.insert(plan);
    platform::null::send(platform::LockChanged{plan, false});
    page.settle();
    CHECK(page.shows("status", "You are looking on*"));
    CHECK(page.find("button", "Undo").disabled);
    page.click("button", "Take over here");
    CHECK_FALSE(page.shows("status", "You are looking on*"));
}
