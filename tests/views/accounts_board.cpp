// Target accounts as cards on a board.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void show_board(Page &page) {
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
    page.click("tab", "Board");
}

/// Name of the first card whose value ends with the column's name.
std::string first_card(const std::string &column) {
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && node.value.ends_with(", " + column)) {
            return node.name;
        }
    }
    return "no card";
}

std::string key_of(const Page &page, const std::string &name) {
    const Accounts &accounts = *page.plan().accounts;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        if (account_name(accounts, row) == name) {
            return std::string(accounts.table.key(row));
        }
    }
    return {};
}

} // namespace

TEST_CASE("A card dragged to another tier asks why, and is set by hand in one step") {
    Page page({.width = 1920, .height = 1080});
    show_board(page);
    CHECK(page.shows("list", "1:1: 10 accounts"));
    const std::string name = first_card("1:few");
    const platform::MirrorNode card = page.find("button", name);
    const platform::MirrorNode target = page.find("list", "1:1: 10 accounts");
    const Plan before = page.plan();
    page.drag(centre(card), {target.x + 60, target.y + 120});
    CHECK(page.plan() == before);
    CHECK(page.find("button", "Move").disabled);
    page.type("Strategic");
    page.press(ImGuiKey_Enter);
    const AccountMark &mark = page.plan().accounts->marks.at(AccountId(key_of(page, name)));
    CHECK(mark.tier == Tier::oneToOne);
    CHECK(mark.reason == "Strategic");
    CHECK(page.find("button", "Limit of 1:1").value == "11 of 10, more than the limit");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("A card that is carried and let go between two frames has moved as well") {
    Page page({.width = 1920, .height = 1080});
    show_board(page);
    page.click("tab", "By stage");
    const std::string name = first_card("No stage");
    const ImVec2 from = centre(page.find("button", name));
    ImGuiIO &io = ImGui::GetIO();
    io.AddMousePosEvent(from.x, from.y);
    io.AddMouseButtonEvent(0, true);
    page.frame();
    io.AddMousePosEvent(page.find("list", "Target: 28 accounts").x + 60, from.y);
    io.AddMouseButtonEvent(0, false);
    page.settle();
    CHECK(page.shows("list", "Target: 29 accounts"));
}

TEST_CASE("The keyboard moves a card to the next column") {
    Page page({.width = 1920, .height = 1080});
    show_board(page);
    const std::string name = first_card("1:1");
    page.click("button", name);
    page.press(ImGuiKey_DownArrow);
    const std::string second = page.state().chosen.at(View::accounts);
    CHECK(second != key_of(page, name));
    page.press(ImGuiMod_Alt | ImGuiKey_RightArrow);
    page.type("Too small");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().accounts->marks.at(AccountId(second)).tier == Tier::oneToFew);
}

TEST_CASE("By stage, a moved card gets the stage and the day it was reached; limits and fields are the plan's") {
    Page page({.width = 1920, .height = 1080});
    show_board(page);
    page.click("tab", "By stage");
    CHECK(page.plan().accounts->board.by == BoardBy::stage);
    const std::string name = first_card("No stage");
    const platform::MirrorNode card = page.find("button", name);
    page.drag(centre(card), {page.find("list", "Target: 28 accounts").x + 60, card.y});
    const std::string key = key_of(page, name);
    CHECK(page.plan().accounts->table.text(stageColumn(), *page.plan().accounts->table.row_of(key)) == "target");
    CHECK(page.plan().accounts->marks.at(AccountId(key)).stageSince.at("target") == "2026-11-23");
    page.click("button", "Limit of Target");
    page.type("0");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().accounts->board.limits.at("stage:target") == 0);
    CHECK(page.find("button", "Limit of Target").value == "29 of 0, more than the limit");
    page.click("button", "On the cards");
    page.click("menuitemcheckbox", "Industry");
    CHECK(page.plan().accounts->board.fields.contains(AccountColumnId("industry")));
}

TEST_CASE("By pod, a moved card belongs to the pod, and the table shows its name") {
    Page page({.width = 1920, .height = 1080});
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    Pod pod;
    pod.name = "Team North";
    page.dispatch(action::Do{{"Add a pod", {Put<Pod>{PodId("p1"), pod}}}, 0});
    page.settle();
    page.click("tab", "Board");
    page.click("tab", "By pod");
    const std::string name = first_card("No pod");
    const platform::MirrorNode card = page.find("button", name);
    page.drag(centre(card), {page.find("list", "Team North: 0 accounts").x + 60, card.y});
    CHECK(page.shows("list", "Team North: 1 account"));
    page.click("tab", "Table");
    CHECK(page.find("gridcell", name + ", Pod").value == "Team North");
}

TEST_CASE("Only cards in sight are drawn") {
    Page page({.width = 1920, .height = 1080});
    show_board(page);
    std::size_t cards = 0;
    for (const auto &node : ui::semantics::last()) {
        cards += node.role == "button" && (node.value.ends_with(", 1:many") || node.value.ends_with(", No tier")) ? 1U : 0U;
    }
    CHECK(cards > 4);
    CHECK(cards < 60);
}
