// What there is to settle, and the details of the selection.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

TEST_CASE("The reference plan shows its nine things to settle") {
    Page page;
    CHECK(page.shows("heading", "9 things to settle"));
    CHECK(page.find("link", "RACI grid").description == "9 things to settle");
    std::size_t listed = 0;
    for (const auto &node : ui::semantics::last()) {
        listed += node.role == "listitem" ? 1 : 0;
    }
    CHECK(listed == 9);
    CHECK(page.cell("Negotiation", "Account executive").name.ends_with("1 thing to settle"));
}

TEST_CASE("Choosing a finding jumps to its cell, gives its reason, and one click mends it") {
    Page page;
    page.click("button", "Nobody is accountable for Negotiation; AE alone does the work.");
    CHECK(page.state().selection.cursor.role.text == "account-executive");
    page.click("button", "Make AE accountable and responsible");
    CHECK(page.letters("Negotiation", "Account executive") == "A/R");
    CHECK(page.shows("heading", "8 things to settle"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.shows("heading", "9 things to settle"));
}

TEST_CASE("Everything in the panel is within it, also with the reasons open") {
    Page page;
    page.click("button", "Nobody is accountable for Negotiation*");
    const auto &panel = page.find("complementary", "Beside the grid");
    CHECK(panel.x + panel.width <= 1280);
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && node.x >= panel.x && node.y > 52) {
            INFO(node.name);
            CHECK(node.x + node.width <= panel.x + panel.width);
        }
    }
}

TEST_CASE("The grid of ten by seven fits beside the findings on a projector") {
    Page page;
    const auto &panel = page.find("complementary", "Beside the grid");
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "gridcell") {
            INFO(node.name);
            CHECK(node.x + node.width <= panel.x);
            CHECK(node.y + node.height <= 720);
            CHECK(node.width >= 56);
        }
    }
}

TEST_CASE("The details of a cell set its letter") {
    Page page;
    page.click_cell("Demo delivery", "CFO");
    page.click("tab", "Details");
    page.click("radio", "Informed");
    CHECK(page.letters("Demo delivery", "CFO") == "I");
    CHECK(page.find("radio", "Informed").checked == true);
}

TEST_CASE("An activity's note typed at a stretch is one step of undo") {
    Page page;
    page.click("rowheader", "Close*");
    page.click("tab", "Details");
    page.click("textbox", "Note");
    page.type("Ask legal");
    const auto note = [&] {
        for (const auto &[id, activity] : page.plan().raci->activities) {
            if (activity.name == "Close") {
                return activity.note;
            }
        }
        return std::string("gone");
    };
    CHECK(note() == "Ask legal");
    page.click("button", "Undo");
    CHECK(note().empty());
}

TEST_CASE("A role's short name is its head in the grid") {
    Page page;
    page.click("columnheader", "Product specialist*");
    page.click("tab", "Details");
    page.click("textbox", "Short name");
    page.type("PS");
    page.press(ImGuiKey_Enter);
    for (const auto &[id, role] : page.plan().organisation->roles) {
        if (role.name == "Product specialist") {
            CHECK(role.shortName == "PS");
        }
    }
}

TEST_CASE("A role that the grid leaves out is shown again from the details") {
    Page page;
    page.click("columnheader", "CFO*");
    page.click("tab", "Details");
    const std::size_t before = page.plan().raci->columns.size();
    page.click("button", "VP Product");
    CHECK(page.plan().raci->columns.size() == before + 1);
}

TEST_CASE("The panel closes and opens again") {
    Page page;
    page.click("button", "Hide this panel");
    CHECK_FALSE(page.shows("complementary", "Beside the grid"));
    page.click("button", "9 to settle");
    CHECK(page.shows("complementary", "Beside the grid"));
}

TEST_CASE("A section that nobody has begun is not called settled") {
    Page page({.templateName = "blank"});
    for (const char *section : {"Organisation", "RACI grid", "Cadences", "Decisions", "Escalation", "KPIs", "Governance", "Accounts",
                                "Score", "Contacts", "Pods", "Engagement"}) {
        INFO(section);
        page.click("link", section);
        CHECK(page.shows("status", "Nothing to check yet"));
    }
    page.click("link", "Overview");
    CHECK(page.shows("heading", "Nothing to check yet"));
    page.click("link", "Decisions");
    page.click("textbox", "Add a decision");
    page.type("Budget");
    page.press(ImGuiKey_Enter);
    CHECK_FALSE(page.shows("status", "Nothing to check yet"));
}

TEST_CASE("Beside each section stands as much to settle as the sidebar says") {
    Page page;
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    std::size_t sections = 0;
    for (const char *section : {"Organisation", "RACI grid", "Cadences", "Decisions", "Escalation", "KPIs", "Governance", "Accounts",
                                "Score", "Contacts", "Pods", "Engagement"}) {
        INFO(section);
        page.click("link", section);
        if (page.shows("button", "* to settle")) {
            page.click("button", "* to settle");
        }
        if (page.shows("tab", "To settle*")) {
            page.click("tab", "To settle*");
        }
        const std::string said = page.find("link", section).description;
        CHECK(page.shows(said.empty() ? "status" : "heading", said.empty() ? "Nothing to *" : said));
        sections += said.empty() ? 0 : 1;
    }
    CHECK(sections > 8);
}
