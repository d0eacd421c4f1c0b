// The sections by keyboard alone: F6 goes round the parts of the page, arrows move within one, Enter chooses, Tab goes to the next field.
#include <algorithm>
#include <array>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

const platform::MirrorNode *focused() {
    const auto &nodes = ui::semantics::last();
    const auto at = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.focused; });
    return at == nodes.end() ? nullptr : &*at;
}

std::string focused_role() { return focused() == nullptr ? std::string() : focused()->role; }
std::string focused_name() { return focused() == nullptr ? std::string() : focused()->name; }

/// Presses the key until what has the focus is as asked; fails after `most` presses.
template <class Is> void press_until(Page &page, ImGuiKeyChord key, const Is &is, int most = 60) {
    for (int i = 0; i < most; ++i) {
        if (is()) {
            return;
        }
        page.press(key);
    }
    INFO("The focus is on " << focused_role() << " " << focused_name());
    REQUIRE(is());
}

void go_to_section(Page &page, const std::string &name) {
    press_until(page, ImGuiKey_F6, [] { return focused_role() == "link"; }, 8);
    press_until(page, ImGuiKey_UpArrow, [] { return focused_name() == "Plans"; });
    press_until(page, ImGuiKey_DownArrow, [&] { return focused_name() == name; });
    page.press(ImGuiKey_Enter);
    CHECK(page.find("link", name).selected == true);
    page.press(ImGuiKey_F6); // the top bar
    page.press(ImGuiKey_F6); // the section itself
}

struct Listed {
    const char *section;
    View view;
};

} // namespace

TEST_CASE("An item of every list is reached, chosen and renamed by keyboard alone") {
    constexpr std::array lists = {Listed{"Cadences", View::cadences},         Listed{"Decisions", View::decisions},
                                  Listed{"Escalation", View::escalation},     Listed{"KPIs", View::kpis},
                                  Listed{"Organisation", View::organisation}, Listed{"Governance", View::governance}};
    for (const Listed &list : lists) {
        INFO(list.section);
        Page page;
        go_to_section(page, list.section);
        press_until(page, ImGuiKey_DownArrow,
                    [] { return focused() != nullptr && focused()->role == "button" && focused()->selected.has_value(); });
        page.press(ImGuiKey_Enter);
        CHECK_FALSE(chosen_item(page.state(), list.view).empty());
        page.press(ImGuiKey_F6);
        const Plan before = page.plan();
        press_until(page, ImGuiKey_Tab, [] { return focused_role() == "textbox"; });
        page.type("1");
        page.press(ImGuiKey_Enter);
        CHECK_FALSE(page.plan() == before);
        page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(page.plan() == before);
    }
}

TEST_CASE("Readiness and the company's situation are answered by keyboard alone") {
    for (const char *section : {"Readiness", "Models"}) {
        INFO(section);
        Page page;
        go_to_section(page, section);
        const Plan before = page.plan();
        press_until(page, ImGuiKey_Tab, [] { return focused_role() == "radio"; });
        page.press(ImGuiKey_RightArrow);
        CHECK(focused_role() == "radio");
        page.press(ImGuiKey_Enter);
        CHECK_FALSE(page.plan() == before);
    }
}

TEST_CASE("A thing to settle is opened and accepted with a reason by keyboard alone") {
    Page page;
    go_to_section(page, "Overview");
    press_until(page, ImGuiKey_DownArrow, [] { return focused_role() == "button" && focused_name().starts_with("Nobody is"); });
    page.press(ImGuiKey_Enter);
    press_until(page, ImGuiKey_DownArrow, [] { return focused_name() == "Accept with a reason"; });
    page.press(ImGuiKey_Enter);
    page.type("Agreed");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().acceptances->size() == 1);
}

TEST_CASE("The workshop is entered and a thing is settled by keyboard alone") {
    Page page;
    go_to_section(page, "Overview");
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "Settle it in the room"; }, 200);
    page.press(ImGuiKey_Enter);
    CHECK(page.state().view == View::workshop);
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "The grid, row by row"; });
    page.press(ImGuiKey_Enter);
    page.type("1");
    REQUIRE(page.plan().records->log.size() == 1);
    // Who sees to it has the keyboard at once, and by when comes after it.
    const auto entry = [&] { return page.plan().records->log.begin()->second; };
    CHECK(focused_name() == "AE");
    page.press(ImGuiKey_Tab);
    CHECK(focused_name() == "SDR");
    page.press(ImGuiKey_Enter);
    CHECK(entry().owner.text == "sales-development-rep");
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "In two weeks"; }, 10);
    page.press(ImGuiKey_Enter);
    CHECK(entry().due == "2026-12-07");
    // The next answer needs no way back.
    page.type("1");
    CHECK(page.plan().records->log.size() == 2);
    CHECK(focused_name() == "AE");
    // Nor does what is written: the keyboard goes on from the field to who sees to it.
    page.type("w");
    page.type("Sales brings a proposal");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().records->log.size() == 3);
    CHECK(focused_name() == "AE");
    // What is put aside takes the keyboard from nothing that is asked next.
    page.type("p");
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "Next step"; }, 40);
}

TEST_CASE("A plan is started, and models are compared, by keyboard alone") {
    Page page;
    go_to_section(page, "Models");
    // Until something is answered there are no best two, and the button says so.
    CHECK(page.find("button", "Compare the best two").disabled);
    CHECK(page.find("button", "Compare the best two").description.starts_with("Answer a statement first"));
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "Marketing is large and mature.: 4"; }, 200);
    page.press(ImGuiKey_Enter);
    CHECK_FALSE(page.find("button", "Compare the best two").disabled);
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "Compare the best two"; }, 200);
    page.press(ImGuiKey_Enter);
    CHECK(page.shows("heading", "Side by side"));
    press_until(page, ImGuiKey_F6, [] { return focused_role() == "link"; }, 8);
    press_until(page, ImGuiKey_UpArrow, [] { return focused_name() == "Plans"; });
    page.press(ImGuiKey_Enter);
    page.press(ImGuiKey_F6);
    page.press(ImGuiKey_F6);
    press_until(page, ImGuiKey_Tab, [] { return focused_name() == "Blank plan"; });
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().raci->activities.empty());
}
