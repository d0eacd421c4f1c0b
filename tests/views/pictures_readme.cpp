// The pictures that README.md shows. `tools/gallery --readme` draws them anew.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// As large as a reader's column wants it: a projector's page in 1920 × 1080 pixels.
PageOptions of_readme() { return {.density = 1.5F}; }

/// Without the line that says that they are invented, which goes by itself after some seconds.
void try_sample_quietly(Page &page) {
    try_sample(page);
    page.dispatch(action::DismissNotice{page.state().notices.front().id});
    page.settle();
}

} // namespace

TEST_CASE("Pictures of the README: the operating model", "[readme]") {
    Page page(of_readme());
    page.click("button", "Nobody is accountable for Negotiation*");
    page.picture("raci");
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    page.click("tab", "The grid, row by row");
    page.picture("workshop");
    CHECK(page.state().view == View::workshop);
}

TEST_CASE("Pictures of the README: accounts, their score and the program", "[readme]") {
    Page page(of_readme());
    try_sample_quietly(page);
    page.click("button", "Quartz Works");
    page.picture("accounts");
    page.click("button", "Hide this panel");
    page.click("link", "Score");
    page.click("tab", "Both sides");
    page.scroll_to("group", "Settle Recent contact");
    page.picture("score");
    page.click("link", "Program");
    page.picture("program");
    CHECK(page.state().view == View::program);
}

TEST_CASE("Pictures of the README: an account's plan, week by week", "[readme]") {
    Page page(of_readme());
    try_sample_quietly(page);
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
    page.click("button", "Assign accounts");
    page.click("button", "Assign");
    page.click("link", "Engagement");
    for (const char *account : {"Meridian Systems", "Quartz Works"}) {
        plan_from_templates(page, account);
    }
    set_play_status(page, "Account briefing", "Done");
    set_play_status(page, "Map of the buying committee", "Running");
    page.click("button", "Hide this panel");
    page.picture("engagement");
    CHECK(page.plan().engagement->plays.size() > 8);
}
