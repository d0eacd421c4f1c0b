// The grid as it is and as it is to be: two pictures and what differs between them.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void keep_as_is(Page &page) {
    page.click("rowheader", "Close*");
    page.click("tab", "Details");
    page.click("button", "Keep the letters as they are today");
}

} // namespace

TEST_CASE("Kept letters stand beside those to be: what differs is marked in the cell and told with it") {
    Page page;
    CHECK_FALSE(page.shows("tab", "Differences"));
    keep_as_is(page);
    CHECK(page.find("tab", "Differences").selected == true);
    page.click_cell("Close", "CFO");
    page.type("i");
    CHECK(page.shows("gridcell", "Close, CFO: informed, was consulted*"));
    page.click("tab", "To be");
    CHECK(page.shows("gridcell", "Close, CFO: informed*"));
    CHECK_FALSE(page.shows("gridcell", "Close, CFO: informed, was*"));
    page.click("tab", "As is");
    CHECK(page.letters("Close", "CFO") == "C");
}

TEST_CASE("How it is can be corrected by typing, without touching how it is to be") {
    Page page;
    keep_as_is(page);
    page.click("tab", "As is");
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    CHECK(page.letters("Demo delivery", "CFO") == "C");
    page.click("tab", "To be");
    CHECK(page.letters("Demo delivery", "CFO").empty());
    page.click("tab", "Differences");
    CHECK(page.shows("gridcell", "Demo delivery, CFO: empty, was consulted*"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK_FALSE(page.shows("gridcell", "Demo delivery, CFO: empty, was*"));
}

TEST_CASE("The pictures and the bar's buttons lie within a projector's picture") {
    Page page;
    keep_as_is(page);
    const auto &tabs = page.find("tab", "As is");
    const auto &ballots = page.find("button", "Blind ballots");
    CHECK(tabs.x + tabs.width <= ballots.x);
    CHECK(ballots.x + ballots.width <= 1280);
}
