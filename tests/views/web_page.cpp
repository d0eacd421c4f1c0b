// The page as one file, recent files, and a newer version of the page.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "io/templates.h"
#include "io/write.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

platform::CarriedPlan carried(bool readOnly) {
    Result<Restored> made = load_template("reference");
    made->envelope.plan = PlanId("abcdefghij");
    made->envelope.revision = "one";
    return {write_plan(made->plan, made->envelope), readOnly};
}

} // namespace

TEST_CASE("The plan is saved as a web page from its menu, to be changed or for reading") {
    Page page;
    page.click("button", "More of this plan");
    page.click("menuitem", "Save as a web page");
    page.click("button", "More of this plan");
    page.click("menuitem", "Save as a web page for reading");
    const std::vector<platform::null::SavedPage> &pages = platform::null::machine().pages;
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].name == "Reference operating model.html");
    CHECK(pages[0].title == "Reference operating model – Fullcourt");
    CHECK_FALSE(pages[0].readOnly);
    CHECK(pages[1].readOnly);
    CHECK(page.shows("status", "Saved the file*"));
}

TEST_CASE("A page for reading says so, takes no letters, and gives a copy") {
    Page page({.templateName = "", .carried = carried(true)});
    CHECK(page.shows("status", "This page is for reading.*"));
    CHECK(page.shows("button", "For reading"));
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    page.settle();
    CHECK(page.letters("Demo delivery", "CFO").empty());
    page.click("button", "Edit a copy");
    page.settle();
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    page.settle();
    CHECK(page.letters("Demo delivery", "CFO") == "C");
    CHECK(page.shows("button", "Saved in this browser"));
}

TEST_CASE("Recent files stand in the library, are opened from there, and forgotten") {
    Page page;
    page.click("link", "Plans");
    CHECK_FALSE(page.shows("list", "Recent files"));
    platform::null::machine().recent = {{2, "Our plan.fullcourt.json", "2026-11-23T08:00:00Z", true},
                                        {1, "Sent to me.fullcourt.json", "2026-11-20T08:00:00Z", false}};
    platform::list_recent_files();
    page.settle();
    CHECK(page.shows("list", "Recent files"));
    page.click("button", "Our plan.fullcourt.json");
    CHECK(page.shows("alert", "*"));
    // Where only the name is known, the browser's dialog finds it.
    page.click("button", "Sent to me.fullcourt.json");
    CHECK(platform::null::machine().picks.size() == 1);
    page.click("button", "Forget Our plan.fullcourt.json");
    CHECK_FALSE(page.shows("button", "Our plan.fullcourt.json"));
}

TEST_CASE("A newer version can be used now, or later from the menu") {
    Page page;
    platform::null::send(platform::UpdateReady{});
    page.settle();
    CHECK(page.shows("status", "A newer version of Fullcourt is ready."));
    page.click("button", "Later");
    CHECK_FALSE(page.shows("status", "A newer version of Fullcourt is ready."));
    CHECK(platform::null::machine().updatesUsed == 0);
    page.click("button", "More of this plan");
    page.click("menuitem", "Use the newer version of Fullcourt");
    CHECK(platform::null::machine().updatesUsed == 1);
}

TEST_CASE("A newer version does not come over what is being typed") {
    Page page;
    platform::null::send(platform::UpdateReady{});
    page.settle();
    const int &used = platform::null::machine().updatesUsed;
    SECTION("in a field that has the caret") {
        page.click("button", "Rename plan");
        page.type("Plan for 2027");
        page.dispatch(action::UseUpdate{});
        page.settle();
        CHECK(used == 0);
        page.press(ImGuiKey_Enter);
        page.settle();
        CHECK(page.plan().about->title == "Plan for 2027");
        CHECK(used == 1);
    }
    SECTION("in a field that adds what stands in it") {
        page.click("link", "Cadences");
        page.click("textbox", "Add a meeting");
        page.type("Pipeline review");
        page.click("button", "Use it now");
        CHECK(used == 0);
        CHECK(page.shows("status", "Something you began is not in the plan yet.*"));
        page.click("textbox", "Add a meeting");
        page.press(ImGuiKey_Enter);
        page.press(ImGuiKey_Escape);
        page.settle();
        CHECK(used == 1);
    }
    SECTION("in a form of several fields, whichever of them was left") {
        page.click("link", "Accounts");
        page.click("button", "Try 120 sample accounts");
        page.settle();
        page.click("link", "Score");
        page.click("tab", "Versions");
        page.click("textbox", "Note on the version");
        page.type("After the spring workshop");
        page.click("textbox", "Name of the version");
        page.press(ImGuiKey_Escape);
        page.dispatch(action::UseUpdate{});
        page.settle();
        CHECK(used == 0);
        page.click("textbox", "Name of the version");
        page.type("Spring");
        page.click("button", "Keep this version");
        page.settle();
        CHECK(used == 1);
    }
    SECTION("and is lost only when that is said") {
        page.click("link", "Cadences");
        page.click("textbox", "Add a meeting");
        page.type("Pipeline review");
        page.click("button", "Use it now");
        page.click("button", "Use it all the same");
        CHECK(used == 1);
    }
    SECTION("in a dialog") {
        page.dispatch(action::TypePasteGrid{});
        page.settle();
        page.dispatch(action::UseUpdate{});
        page.settle();
        CHECK(used == 0);
        page.press(ImGuiKey_Escape); // leaves the field
        page.press(ImGuiKey_Escape);
        page.settle();
        CHECK(used == 1);
    }
}

TEST_CASE("Pictures of the page as one file", "[picture]") {
    for (const auto &[suffix, options] : picture_variants()) {
        {
            Page page(options);
            platform::null::send(platform::UpdateReady{});
            platform::null::send(platform::OfflineReady{});
            platform::null::machine().recent = {{2, "Our plan.fullcourt.json", "2026-11-23T08:00:00Z", true},
                                                {1, "Sent to me.fullcourt.json", "2026-11-20T08:00:00Z", false}};
            platform::list_recent_files();
            page.settle();
            page.click("link", "Plans");
            page.scroll_to("button", "Forget Sent to me.fullcourt.json");
            page.picture("recent" + suffix);
            page.click("button", "More of this plan");
            page.picture("page-menu" + suffix);
        }
        PageOptions reading = options;
        reading.templateName = "";
        reading.carried = carried(true);
        Page page(reading);
        page.picture("reading" + suffix);
    }
}
