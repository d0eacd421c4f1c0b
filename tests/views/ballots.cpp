// Blind ballots as a room uses them: each side fills the grid unseen, the cards go up, and what differs is settled cell by cell.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"
#include "unit/reference_template.h"

using namespace fullcourt;
using namespace fullcourt::views;
using test::executive;

namespace {

constexpr const char *votedCell = "Demo delivery, AE";
const ActivityId demo("demo-delivery");

void open_ballots(Page &page) {
    page.click("link", "RACI grid");
    page.click("button", "Blind ballots");
}

/// Marketing says R, sales says A, and both I for the CFO.
void fill(Page &page) {
    open_ballots(page);
    page.click("tab", "Marketing*");
    page.click("button", votedCell);
    page.type("r");
    page.click("button", "Demo delivery, CFO");
    page.type("i");
    page.click("tab", "Sales*");
    page.click("button", votedCell);
    page.type("a");
    page.click("button", "Demo delivery, CFO");
    page.type("i");
}

} // namespace

TEST_CASE("A side fills its ballot by letters, and does not see what the other wrote") {
    Page page;
    const Plan before = page.plan();
    fill(page);
    CHECK(page.find("button", votedCell).value == "accountable");
    CHECK(letters_at(page.plan().ballots->grid.at(Side::marketing), demo, executive).text() == "R");
    CHECK(letters_at(page.plan().ballots->grid.at(Side::sales), demo, executive).text() == "A");
    CHECK(*page.plan().raci == *before.raci);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(letters_at(page.plan().ballots->grid.at(Side::sales), demo, RoleId("cfo")).empty());
}

TEST_CASE("A ballot is filled by keyboard alone: arrows, letters, Delete") {
    Page page;
    open_ballots(page);
    page.click("button", votedCell);
    page.press(ImGuiKey_Escape);
    page.press(ImGuiKey_RightArrow);
    page.type("c");
    const auto row = page.plan().ballots->grid.at(Side::marketing).at(demo);
    REQUIRE(row.size() == 1);
    CHECK(row.begin()->first == page.app().derived().columns[1]);
    CHECK(row.begin()->second.text() == "C");
    page.press(ImGuiKey_Delete);
    CHECK(page.plan().ballots->grid.empty());
}

TEST_CASE("The cards go up once two sides have voted, the most disputed row first") {
    Page page;
    open_ballots(page);
    page.click("tab", "Cards up");
    CHECK_FALSE(page.shows("button", votedCell));
    fill(page);
    page.click("tab", "Cards up");
    CHECK(page.shows("status", "The sides agree on 1 of 2 cells; 1 of 1 activity is open."));
    CHECK(page.find("button", votedCell).value == "marketing responsible, sales accountable");
    CHECK(page.find("button", "Demo delivery, CFO").value == "all informed");
    CHECK(page.find("text", "Demo delivery, disagreement").value == "1 of 2 cells");
}

TEST_CASE("A click settles what differs: the grid takes it, the log keeps it, undo takes it back") {
    Page page;
    fill(page);
    page.click("tab", "Cards up");
    page.click("button", votedCell);
    page.click("menuitem", "Sales: Accountable");
    CHECK(letters_at(*page.plan().raci, demo, executive).text() == "A");
    CHECK(page.find("text", "Demo delivery, disagreement").value == "Agreed");
    REQUIRE(page.plan().records->log.size() == 1);
    CHECK(page.plan().records->log.begin()->second.what == "Demo delivery: AE is A (marketing R, sales A)");
    const float before = page.find("text", "Demo delivery, disagreement").y;
    CHECK(before < page.find("text", "Close, disagreement").y); // settled, it stays where it was
    page.click("textbox", "Tally: Demo delivery");
    page.type("5–3");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().ballots->tallies.at(demo) == "5–3");
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan().records->log.empty());
    CHECK(page.find("text", "Demo delivery, disagreement").value == "1 of 2 cells");
}

TEST_CASE("What all sides agree on is taken over at once") {
    Page page;
    fill(page);
    page.click("tab", "Cards up");
    page.click("button", "Take over 1 agreed cell");
    CHECK(letters_at(*page.plan().raci, demo, RoleId("cfo")).text() == "I");
    CHECK_FALSE(page.shows("button", "Take over*"));
}

TEST_CASE("A plan without a grid says what ballots need") {
    Page page({.templateName = "blank"});
    open_ballots(page);
    CHECK(page.shows("button", "To the grid"));
}
