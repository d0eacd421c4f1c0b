// The page under a finger: larger, and nothing too small to be hit.
#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

PageOptions tablet() { return {.width = 1024, .height = 768, .touch = true}; }

/// What is too small for a finger, a line each. A finger reaches somewhat beyond what is drawn.
std::set<std::string> too_small(const Page &page) {
    static const std::set<std::string> touched = {"button", "link",   "tab",      "gridcell", "checkbox", "radio",
                                                  "switch", "option", "menuitem", "combobox", "textbox",  "slider"};
    constexpr float least = 44 - 0.5F;
    std::set<std::string> found;
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (!touched.contains(node.role) || node.disabled) {
            continue;
        }
        const float reach = 2 * ImGui::GetStyle().TouchExtraPadding.x;
        const float width = (node.width + reach) * page.state().scale;
        const float height = (node.height + reach) * page.state().scale;
        if (width < least || height < least) {
            found.insert(node.role + " " + node.name.substr(0, 50) + ": " + std::to_string(static_cast<int>(width)) + " × " +
                         std::to_string(static_cast<int>(height)));
        }
    }
    return found;
}

/// The answers stand between the way out of the workshop and the ways out of the thing.
std::string first_answer() {
    const auto &nodes = ui::semantics::last();
    auto it = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.role == "button" && node.name == "Leave"; });
    it = std::find_if(it + 1, nodes.end(), [](const auto &node) { return node.role == "button"; });
    REQUIRE(it != nodes.end());
    return it->name;
}

} // namespace

TEST_CASE("Under a finger the page is larger, until somebody wishes another size") {
    Page page(tablet());
    CHECK(page.state().scale == 1.375F);
    page.dispatch(platform::Event(platform::Pinched{1.2, false}));
    CHECK(page.state().scale == 1.65F);
    page.dispatch(platform::Event(platform::Pinched{0.8, false}));
    CHECK(page.state().scale == 1.1F);
    page.dispatch(platform::Event(platform::Pinched{0.8, true}));
    CHECK(page.state().scale == 1.1F);
    page.reload();
    CHECK(page.state().scale == 1.1F);
    CHECK(Page().state().scale == 1);
}

TEST_CASE("Under a finger whatever is touched is at least 44 pixels large") {
    Page page(tablet());
    page.settle();
    CHECK(page.shows("button", "Saved in this browser")); // whether it is safe is always in sight
    std::set<std::string> small;
    for (const char *section : {"Plans", "Overview", "Organisation", "Models", "RACI grid", "Cadences", "Decisions", "Escalation", "KPIs",
                                "Governance", "Readiness", "Accounts"}) {
        page.click("link", section);
        page.picture("touch-" + std::string(section));
        for (const std::string &line : too_small(page)) {
            small.insert(std::string(section) + ": " + line);
        }
    }
    try_sample(page);
    for (const char *section : {"Accounts", "Score", "Contacts", "Program", "Pods", "Engagement"}) {
        page.click("link", section);
        page.picture("touch-" + std::string(section));
        for (const std::string &line : too_small(page)) {
            small.insert(std::string(section) + ", with accounts: " + line);
        }
    }
    page.dispatch(action::ShowKeys{});
    page.settle();
    small.merge(too_small(page));
    CHECK(small == std::set<std::string>());
}

TEST_CASE("On a tablet what has no room beside something stands below it, and is as wide as the page") {
    Page page(tablet());
    page.click("link", "Overview");
    CHECK(page.find("heading", "Six steps").x == page.find("heading", "22 things to settle").x);
    CHECK(page.find("heading", "Six steps").y < page.find("heading", "22 things to settle").y);
    page.click("link", "Readiness");
    // Three statements of a line or two stand between.
    CHECK(page.find("heading", "Processes").y - page.find("heading", "Structures").y < 240);
    page.click("link", "Models");
    CHECK(page.find("tablist", "Who owns the BDRs?").y > page.find("tablist", "Where is home?").y);
    try_sample(page);
    const platform::MirrorNode import = page.find("button", "Import");
    CHECK(page.find("button", "9 to settle").y == import.y);
    CHECK(page.find("button", "9 to settle").height == import.height);
}

TEST_CASE("A workshop on a tablet is run by taps: things settled and parked, an owner, a close, all within a finger's reach") {
    Page page(tablet());
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    std::set<std::string> small = too_small(page);
    page.click("tab", "The grid, row by row");
    const auto settled = [&] { return page.plan().records->log.size(); };
    while (settled() < 5) {
        small.merge(too_small(page));
        page.click("button", first_answer());
        REQUIRE(page.state().notices.empty());
    }
    page.click("button", "SDR");
    page.click("button", "In a week");
    CHECK(std::any_of(page.plan().records->log.begin(), page.plan().records->log.end(), [](const auto &entry) {
        return entry.second.owner.text == "sales-development-rep" && entry.second.due.size() == 10;
    }));
    page.click("button", "P  Park it");
    page.click("tab", "Meetings and rhythm");
    page.click("button", "P  Park it");
    page.picture("touch-workshop");
    small.merge(too_small(page));
    CHECK(page.plan().workshop->parked.size() == 2);
    page.click("tab", "Close: owners and first dates");
    small.merge(too_small(page));
    CHECK(page.says({"5", "and parked 2"}));
    page.picture("touch-workshop-close");
    page.click("button", "Leave");
    CHECK(save_state(page.state()) == SaveState::saved);
    CHECK(small == std::set<std::string>());
}
