// Escape while the mouse button is down: whatever is dragged goes back to where it was, and letting go of the button changes nothing.
#include <functional>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

struct Way {
    ImVec2 from;
    ImVec2 to;
};

PageOptions on_a_large_screen() { return {.width = 1920, .height = 1080}; }

std::vector<std::string> described_names(std::string_view role, std::string_view ending) {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == role && (node.value.ends_with(ending) || node.description.ends_with(ending))) {
            names.push_back(node.name);
        }
    }
    return names;
}

/// What is selected now, as it is read.
std::vector<std::string> selected_names() {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.selected == true) {
            names.push_back(node.role + " " + node.name);
        }
    }
    return names;
}

/// The drag is one that changes the plan, and with Escape it changes nothing: no step, nothing selected, nothing asked.
void check_called_back(Page &page, const std::function<Way()> &way) {
    const Plan before = page.plan();
    const std::size_t steps = page.state().open->history.past.size();
    const std::vector<std::string> selected = selected_names();
    const Way escaped = way();
    page.drag_and_escape(escaped.from, escaped.to);
    CHECK(page.plan() == before);
    CHECK(page.state().open->history.past.size() == steps);
    CHECK(selected_names() == selected);
    CHECK_FALSE(page.shows("dialog", "*"));
    CHECK_FALSE(page.shows("menu", "*"));
    const Way dropped = way();
    page.drag(dropped.from, dropped.to);
    CHECK(page.plan() != before);
    CHECK(page.state().open->history.past.size() == steps + 1);
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

void show_board_by_stage(Page &page) {
    try_sample(page);
    page.click("tab", "Board");
    page.click("tab", "By stage");
}

} // namespace

TEST_CASE("Escape puts back a row, a role and a phase of the grid that are dragged") {
    Page page;
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("rowheader", "Close*"));
        return {from, {from.x, page.find("rowheader", "Account strategy*").y + 2}};
    });
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("columnheader", "CFO*"));
        return {from, {page.find("columnheader", "Account executive*").x + 3, from.y}};
    });
    PlanEdit edit{"Two phases", {}};
    for (const char *name : {"First", "Second"}) {
        const PhaseId id{name};
        Phase phase;
        phase.name = name;
        phase.position = spread_position(*name == 'F' ? 0 : 1, 2);
        edit.steps.emplace_back(Put<Phase>{id, phase});
    }
    change_plan(page, edit);
    page.scroll_to("rowheader", "Phase: Second*");
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("rowheader", "Phase: Second*"));
        return {from, {from.x, page.find("rowheader", "Phase: First*").y + 2}};
    });
}

TEST_CASE("Escape puts back the cells and the accounts that were selected before a range was dragged") {
    Page page;
    page.click_cell("Demo delivery", "CFO");
    const std::vector<std::string> cell = selected_names();
    page.drag_and_escape(centre(page.cell("Target account selection", "Account executive")),
                         centre(page.cell("Account strategy", "Account marketer")));
    CHECK(selected_names() == cell);
    page.type("c");
    CHECK(page.letters("Demo delivery", "CFO") == "C");

    Page accounts(on_a_large_screen());
    try_sample(accounts);
    const std::vector<std::string> rows = described_names("button", "1:1");
    REQUIRE(rows.size() > 6);
    accounts.drag(centre(accounts.find("button", rows[4])), centre(accounts.find("button", rows[6])));
    CHECK(accounts.shows("status", "3 selected*"));
    const std::vector<std::string> three = selected_names();
    accounts.drag_and_escape(centre(accounts.find("button", rows[0])), centre(accounts.find("button", rows[1])));
    CHECK(accounts.shows("status", "3 selected*"));
    CHECK(selected_names() == three);
    accounts.press(ImGuiKey_Escape); // the next one is the list's own again
    CHECK_FALSE(accounts.shows("status", "3 selected*"));
}

TEST_CASE("Escape puts back the width and the place of a column of accounts") {
    Page page(on_a_large_screen());
    try_sample(page);
    const auto head = [&] { return page.find("button", "Filter Country"); };
    check_called_back(page, [&]() -> Way {
        const ImVec2 edge(head().x + head().width + 4, head().y + 8);
        return {edge, {edge.x + 40, edge.y}};
    });
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("button", "Order by Country"));
        return {from, {page.find("button", "Order by Industry").x + 3, from.y}};
    });
}

TEST_CASE("Escape puts back a card of the board") {
    Page page(on_a_large_screen());
    show_board_by_stage(page);
    const std::string name = described_names("button", ", No stage").front();
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("button", name));
        return {from, {page.find("list", "Target: 28 accounts").x + 60, from.y}};
    });
}

TEST_CASE("Escape puts back a weight, a point of a scale and the day that counts half") {
    Page page(on_a_large_screen());
    try_sample(page);
    page.click("link", "Score");
    const std::string weight = "Sales' weight of Employees";
    const std::string value = page.find("slider", weight).value;
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("slider", weight));
        return {from, {from.x + 60, from.y}};
    });
    CHECK(page.find("slider", weight).value == value);
    page.click("button", "Employees");
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("slider", "Point 2 of *"));
        return {from, {from.x, from.y + 30}};
    });
    for (const auto &[id, each] : page.plan().scoring->criteria) {
        if (each.scale == ScaleKind::recency) {
            page.click("button", each.name);
            break;
        }
    }
    check_called_back(page, [&]() -> Way {
        const ImVec2 from = centre(page.find("slider", "Half-life"));
        return {from, {from.x - 40, from.y}};
    });
}

TEST_CASE("Escape puts back a known account and an account of a pod") {
    Page page;
    try_sample(page);
    page.click("link", "Score");
    page.click("tab", "Known accounts");
    const std::string card = described_names("button", "h, m or l places it").front();
    check_called_back(page, [&]() -> Way { return {centre(page.find("button", card)), centre(page.find("list", "High"))}; });
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
    page.click("button", "In no pod yet");
    const std::string account = described_names("button", "M moves it to another pod").front();
    check_called_back(
        page, [&]() -> Way { return {centre(page.find("button", account)), centre(page.find("button", "AE 3 + Account marketer 1"))}; });
}

TEST_CASE("Escape puts back a bar of a plan and its end") {
    Page page(on_a_large_screen());
    try_sample(page);
    page.click("link", "Engagement");
    page.click("button", "Plan from the templates of 1:1, from week*");
    const auto bar = [&] { return page.find("button", "Ads to the committee"); };
    const float week = (bar().width + 3) / 6;
    check_called_back(page, [&]() -> Way { return {centre(bar()), {centre(bar()).x + 2 * week, centre(bar()).y}}; });
    check_called_back(page, [&]() -> Way {
        const ImVec2 end(bar().x + bar().width - 3, centre(bar()).y);
        return {end, {end.x - 3 * week, end.y}};
    });
}

TEST_CASE("Escape calls back what a finger has lifted, too, and lifting the finger changes nothing") {
    Page page({.width = 1180, .height = 820, .touch = true});
    show_board_by_stage(page);
    const Plan before = page.plan();
    const std::string name = described_names("button", ", No stage").at(2);
    const ImVec2 at = centre(page.find("button", name));
    const ImVec2 target(page.find("list", "Target: 28 accounts").x + 60, at.y);
    page.lift(at);
    page.carry_to(target);
    page.press(ImGuiKey_Escape);
    page.carry_to({target.x + 4, target.y + 4});
    page.put_down();
    CHECK(page.plan() == before);
    page.lift(at);
    page.carry_to(target);
    page.put_down();
    CHECK(page.plan() != before);
}
