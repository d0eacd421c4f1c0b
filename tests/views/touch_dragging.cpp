// What a finger drags: what is lifted after a moment, what has a handle, and what happens when it is called away.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

PageOptions in_two_hands() { return {.width = 1180, .height = 820, .touch = true}; }

std::string last_step(const Page &page) { return page.state().open->history.undo_label(); }

/// Names of the widgets of a role whose value or description ends so, from top to bottom as they are read.
std::vector<std::string> touched_names(std::string_view role, std::string_view ending) {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == role && (node.value.ends_with(ending) || node.description.ends_with(ending))) {
            names.push_back(node.name);
        }
    }
    return names;
}

void open_board(Page &page) {
    try_sample(page);
    page.click("tab", "Board");
    page.click("tab", "By stage");
}

std::string stage_of(const Page &page, const std::string &name) {
    const Accounts &accounts = *page.plan().accounts;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (account_name(accounts, row) == name) {
            return accounts.table.text(stageColumn(), row);
        }
    }
    return "no account";
}

const Play &touched_play(const Page &page, const std::string &name) {
    for (const auto &[id, one] : page.plan().engagement->plays) {
        if (one.name == name) {
            return one;
        }
    }
    throw std::runtime_error("no play " + name);
}

ImVec2 right_of(const ImVec2 &at, float by) { return {at.x + by, at.y}; }

} // namespace

TEST_CASE("A card that a finger lifts goes to another column in one step; one that is swiped scrolls its column") {
    Page page(in_two_hands());
    open_board(page);
    const std::string name = touched_names("button", ", No stage").at(4);
    const ImVec2 at = centre(page.find("button", name));
    const Plan before = page.plan();
    page.swipe(at, {at.x, at.y - 90});
    CHECK(page.plan() == before);
    CHECK(centre(page.find("button", name)).y < at.y - 60);
    page.swipe(at, {at.x, at.y + 120});
    REQUIRE(centre(page.find("button", name)).y == at.y);
    const int still = page.vertices();
    page.lift(at);
    CHECK(page.vertices() > still); // it stands out from the others
    page.picture("touch-lifted");
    const platform::MirrorNode target = page.find("list", "Target: 28 accounts");
    page.carry_to({target.x + 60, at.y});
    page.picture("touch-carried");
    page.put_down();
    CHECK(stage_of(page, name) == "target");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("A card that is called back stays where it is, and so it does when it is put down where it was: its menu moves it") {
    Page page(in_two_hands());
    open_board(page);
    const Plan before = page.plan();
    const std::string name = touched_names("button", ", No stage").front();
    const ImVec2 at = centre(page.find("button", name));
    page.lift(at);
    page.carry_to({page.find("list", "Target: 28 accounts").x + 60, at.y});
    page.call_back();
    CHECK(page.plan() == before);
    page.lift(at);
    page.put_down();
    CHECK(page.plan() == before);
    page.click("menuitemcheckbox", "Target");
    CHECK(stage_of(page, name) == "target");
}

TEST_CASE("A card carried to the edge of the board brings the columns beyond it into sight") {
    Page page({.width = 820, .height = 1180, .touch = true});
    open_board(page);
    const platform::MirrorNode last = page.find("list", "Expanding*");
    const float width = ImGui::GetIO().DisplaySize.x;
    REQUIRE(last.x > width);
    const std::string name = touched_names("button", ", No stage").front();
    page.lift(centre(page.find("button", name)));
    page.carry_to({width - 6, centre(page.find("button", name)).y});
    for (int i = 0; i < 120; ++i) {
        page.frame();
    }
    const platform::MirrorNode target = page.find("list", "Expanding*");
    CHECK(target.x < width - 60);
    page.carry_to({target.x + 40, target.y + 120});
    page.put_down();
    CHECK(stage_of(page, name) == "expanding");
}

TEST_CASE("A finger lifts the head of a row or a role and moves it; lifted in the cells it selects") {
    Page page(in_two_hands());
    page.click("link", "RACI grid");
    const Plan before = page.plan();
    page.lift(centre(page.find("rowheader", "Close*")));
    page.carry_to({centre(page.find("rowheader", "Close*")).x, page.find("rowheader", "Account strategy*").y + 2});
    page.put_down();
    CHECK(page.find("rowheader", "Close*").y < page.find("rowheader", "Account strategy*").y);
    CHECK(last_step(page) == "Move Close");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
    page.lift(centre(page.find("columnheader", "CFO*")));
    page.carry_to({page.find("columnheader", "Account executive*").x + 3, centre(page.find("columnheader", "CFO*")).y});
    page.put_down();
    CHECK(page.find("columnheader", "CFO*").x < page.find("columnheader", "Account executive*").x);
    page.click("button", "Undo*");
    page.lift(centre(page.cell("Target account selection", "Account executive")));
    page.carry_to(centre(page.cell("Account strategy", "Account executive")));
    page.put_down();
    CHECK(page.find("gridcell", "Target account selection, Account executive: *").selected == true);
    CHECK(page.find("gridcell", "Account strategy, Account executive: *").selected == true);
    CHECK(page.plan() == before);
}

TEST_CASE("A finger that is held on a cell and let go opens the cell's menu") {
    Page page(in_two_hands());
    page.click("link", "RACI grid");
    page.lift(centre(page.cell("Account strategy", "CFO")));
    page.put_down();
    CHECK(page.shows("menu", "*"));
}

TEST_CASE("In the table of accounts a finger widens a column by its edge, moves it by its head, and selects rows") {
    Page page({.width = 1920, .height = 1080, .touch = true});
    try_sample(page);
    const std::string column = "Country";
    const auto head = [&] { return page.find("button", "Filter " + column); };
    const ImVec2 edge = right_of(centre(head()), head().width / 2 + 4);
    page.swipe(right_of(edge, 8), right_of(edge, 48)); // beside it, as a finger is
    CHECK(last_step(page) == "Change the width of " + column);
    page.lift(centre(page.find("button", "Order by " + column)));
    page.carry_to({page.find("button", "Order by Industry").x + 3, centre(head()).y});
    page.put_down();
    CHECK(last_step(page) == "Move the column " + column);
    CHECK(page.find("button", "Order by " + column).x < page.find("button", "Order by Industry").x);
    const std::vector<std::string> rows = touched_names("button", "1:1");
    REQUIRE(rows.size() > 3);
    page.lift(centre(page.find("button", rows[0])));
    page.carry_to(centre(page.find("button", rows[2])));
    page.put_down();
    CHECK(page.shows("status", "3 selected*"));
}

TEST_CASE("A weight is dragged to the side at once, but not by a finger that scrolls past it; called back it is what it was") {
    Page page(in_two_hands());
    try_sample(page);
    page.click("link", "Score");
    const std::string name = touched_names("slider", "").front();
    REQUIRE(name.find("weight of") != std::string::npos);
    const Plan before = page.plan();
    const platform::MirrorNode slider = page.find("slider", name);
    const ImVec2 at = centre(slider);
    page.swipe(at, {at.x, at.y - 60});
    CHECK(page.plan() == before);
    page.swipe(at, {at.x, at.y + 60});
    page.swipe({at.x, at.y - 14}, {slider.x + 3, at.y - 14});
    CHECK(page.find("slider", name).value == "0");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
    page.lift(at);
    page.carry_to({slider.x + 3, at.y});
    CHECK(page.find("slider", name).value == "0");
    page.call_back();
    CHECK(page.plan() == before);
    CHECK(page.find("slider", name).value == slider.value);
}

TEST_CASE("A point of a scale comes along with a finger that comes down beside it, by as much as the finger moves") {
    Page page(in_two_hands());
    try_sample(page);
    page.click("link", "Score");
    page.click("button", "Employees");
    const auto points = [&] { return page.plan().scoring->criteria.at(CriterionId("size")).points; };
    const std::vector<ScalePoint> before = points();
    const std::string last = "Point " + std::to_string(before.size()) + " of " + std::to_string(before.size());
    page.scroll_to("slider", last);
    const ImVec2 at = centre(page.find("slider", last));
    page.swipe({at.x - 9, at.y + 9}, {at.x - 9, at.y + 49});
    CHECK(points().back().u < before.back().u);
    CHECK(std::abs(centre(page.find("slider", last)).y - (at.y + 40)) < 10);
    CHECK(last_step(page) == "Change the scale of Employees");
}

TEST_CASE("Known accounts and accounts of a pod are lifted to where they belong") {
    Page page(in_two_hands());
    try_sample(page);
    page.click("link", "Score");
    page.click("tab", "Known accounts");
    const std::string card = touched_names("button", "A tap asks where it belongs").front();
    page.scroll_to("list", "High");
    page.lift(centre(page.find("button", card)));
    page.carry_to(centre(page.find("list", "High")));
    page.put_down();
    CHECK(page.find("button", card).value.starts_with("high"));
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
    page.click("button", "In no pod yet");
    const std::string account = touched_names("button", "Hold it to move it to another pod").front();
    page.lift(centre(page.find("button", account)));
    page.carry_to(centre(page.find("button", "AE 8 + Account marketer 2")));
    page.put_down();
    CHECK(last_step(page) == "Give " + account + " to AE 8 + Account marketer 2");
}

TEST_CASE("A finger moves a bar of the plan once it is lifted, drags its end at once, and scrolls the weeks") {
    Page page(in_two_hands());
    try_sample(page);
    page.click("link", "Engagement");
    page.click("button", "Plan from*");
    const std::string name = "Ads to the committee";
    const auto bar = [&] { return page.find("button", name); };
    const int weeks = touched_play(page, name).weeks;
    const float week = (bar().width + 3) / static_cast<float>(weeks);
    const std::string start = touched_play(page, name).start;
    const float x = bar().x;
    page.swipe(centre(bar()), right_of(centre(bar()), -6 * week));
    CHECK(touched_play(page, name).start == start);
    CHECK(bar().x < x - week);
    page.lift(centre(bar()));
    page.carry_to(right_of(centre(bar()), week));
    page.put_down();
    CHECK(touched_play(page, name).start != start);
    const ImVec2 end(bar().x + bar().width + 5, centre(bar()).y);
    page.swipe(end, right_of(end, -2 * week));
    CHECK(touched_play(page, name).weeks == weeks - 2);
}

TEST_CASE("Under an open menu a finger takes hold of nothing") {
    Page page(in_two_hands());
    open_board(page);
    const ImVec2 at = centre(page.find("button", touched_names("button", ", No stage").front()));
    page.click("button", "On the cards");
    REQUIRE(page.shows("menu", "*"));
    CHECK(page.finger_finds_nothing(at));
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(page.finger_finds_nothing(at));
}

TEST_CASE("A finger selects text in the field that has the caret") {
    Page page(in_two_hands());
    const std::string title = page.plan().about->title;
    page.click("button", "Rename plan");
    const platform::MirrorNode &field = page.find("textbox", "Plan name");
    const ImVec2 start(field.x + 12, field.y + field.height / 2);
    const ImVec2 end(field.x + field.width - 4, start.y);
    REQUIRE_FALSE(page.finger_finds_nothing(start));
    page.lift(start);
    page.carry_to(end);
    page.put_down();
    page.type("Q");
    CHECK(page.find("textbox", "Plan name").value == "Q");
    // Held and let go in place it selects nothing, and the caret stays.
    page.lift(start);
    page.call_back();
    page.type("R");
    CHECK(page.find("textbox", "Plan name").value.size() == 2);
    page.press(ImGuiKey_Escape);
    CHECK(page.plan().about->title == title);
    CHECK(page.finger_finds_nothing(start));
}
