// Saving a plan for others: what is offered, and what is saved.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

const std::vector<platform::null::SavedFile> &saved() { return platform::null::machine().saved; }

void open_dialog(Page &page) {
    page.click("button", "More of this plan");
    page.click("menuitem", "Save for others*");
}

} // namespace

TEST_CASE("The manual is saved with the sections that are ticked") {
    Page page;
    open_dialog(page);
    CHECK(page.shows("dialog", "Save for others"));
    page.click("switch", "Role cards");
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model manual.html");
    CHECK(saved().back().mediaType == "text/html");
    CHECK(saved().back().bytes.find("id=\"raci\"") != std::string::npos);
    CHECK(saved().back().bytes.find("id=\"roles\"") == std::string::npos);
    page.click("tab", "Markdown for a wiki");
    page.click("button", "Save the file");
    CHECK(saved().back().name == "Reference operating model manual.md");
    CHECK(saved().back().bytes.starts_with("# Reference operating model\n"));
}

TEST_CASE("The plan's menu leads to the grid as CSV where everything else is saved for others") {
    Page page;
    page.click("button", "More of this plan");
    page.click("menuitem", "Save the grid as CSV*");
    CHECK(page.shows("dialog", "Save for others"));
    CHECK(page.find("option", "Grid as CSV").selected == true);
    CHECK(saved().empty());
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model RACI.csv");
    CHECK(saved().back().mediaType == "text/csv");
}

TEST_CASE("The slide is looked at before it is saved, and each of several") {
    Page page;
    open_dialog(page);
    page.click("option", "Grid for a slide");
    CHECK(page.find("img", "Slide: Reference operating model").value.starts_with("Who does what"));
    page.click("button", "Close");
    change_plan(page, {"Fill the plan", diff(page.plan(), large_plan(40, 12))});
    open_dialog(page);
    page.click("option", "Grid for a slide");
    page.click("combobox", "Slide");
    page.click("menuitemcheckbox", "Slide 2 of *");
    CHECK(page.find("img", "Slide: A large plan").value.find("slide 2 of") != std::string::npos);
    page.click("tab", "SVG, sharp at every size");
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().bytes.find("slide 2 of") != std::string::npos);
}

TEST_CASE("The tables are saved as one workbook, whose sheets are named before") {
    Page page;
    page.dispatch(action::ShowExport{});
    page.settle();
    page.click("option", "Workbook");
    CHECK(page.find("listitem", "RACI").value == "10 activities, 7 roles");
    CHECK(page.find("listitem", "Accounts").value == "0 accounts");
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model.xlsx");
    CHECK(saved().back().bytes.starts_with("PK"));
}

TEST_CASE("A role's card is saved from where the role is looked at") {
    Page page;
    page.click("link", "Organisation");
    page.click("button", "VP Marketing");
    page.click("button", "Save it");
    CHECK(page.shows("dialog", "Save for others"));
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model VP Marketing.html");
}

TEST_CASE("The grid is saved as a picture of 16:9, drawn by the browser from the SVG") {
    Page page;
    open_dialog(page);
    page.click("option", "Grid for a slide");
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model RACI.png");
    CHECK(platform::null::machine().pictureSize == std::pair(3200, 1800));
    CHECK(saved().back().bytes.starts_with("<svg "));
    page.click("tab", "SVG, sharp at every size");
    page.click("button", "Save the file");
    CHECK(saved().back().name == "Reference operating model RACI.svg");
}

TEST_CASE("The calendar begins on the day that is typed") {
    Page page;
    open_dialog(page);
    page.click("option", "Meetings for a calendar");
    CHECK(page.count("listitem") >= 4);
    page.click("textbox", "From");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("1 Feb 2027");
    page.press(ImGuiKey_Enter);
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name == "Reference operating model meetings.ics");
    CHECK(saved().back().bytes.find("DTSTART:20270201T090000") != std::string::npos);
}

TEST_CASE("What there is nothing of is not offered, and says why") {
    Page page;
    open_dialog(page);
    CHECK(page.find("option", "Accounts as CSV").disabled);
    CHECK(page.find("option", "Scores as CSV").description == "The plan has no accounts yet.");
}

TEST_CASE("Scores are saved with what each criterion gives") {
    Page page;
    page.dispatch(action::TrySampleAccounts{});
    page.settle();
    open_dialog(page);
    page.click("option", "Scores as CSV");
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().bytes.starts_with("\xEF\xBB\xBFid,name,rank,score,tier,confidence,"));
}

namespace {

/// More accounts than are saved in one go.
void give_many_accounts(Page &page) {
    std::string csv = "Account ID,Account Name\n";
    for (int i = 0; i < 12'000; ++i) {
        csv += "A" + std::to_string(i) + ",Company " + std::to_string(i) + "\n";
    }
    page.dispatch(platform::Event{platform::FileOpened{0, "long.csv", csv}});
    page.settle();
    page.click("button", "Import");
    page.settle();
}

} // namespace

TEST_CASE("A long list is saved in pieces, and can be stopped half way") {
    Page page({.width = 1920, .height = 1080});
    page.click("link", "Accounts");
    give_many_accounts(page);
    page.dispatch(action::ShowExport{});
    page.settle();
    page.click("option", "Workbook");
    page.dispatch(action::SaveExport{});
    page.frame();
    page.frame();
    REQUIRE(page.shows("progressbar", "Making the file"));
    CHECK(page.find("progressbar", "Making the file").value != "100 %");
    page.picture("export-long-list");
    page.click("button", "Stop");
    CHECK_FALSE(page.shows("progressbar", "Making the file"));
    CHECK(saved().empty());
    page.click("button", "Save the file");
    REQUIRE(saved().size() == 1);
    CHECK(saved().back().name.ends_with(".xlsx"));
    CHECK(page.shows("dialog", "Save for others"));
}

TEST_CASE("A long list goes from its own view into a file, and the page goes on as it was") {
    Page page({.width = 1920, .height = 1080});
    page.click("link", "Accounts");
    give_many_accounts(page);
    page.dispatch(action::ExportAccounts{});
    page.frame();
    page.frame();
    CHECK(page.shows("progressbar", "Making the file"));
    page.settle();
    REQUIRE(saved().size() == 1);
    CHECK(std::count(saved().back().bytes.begin(), saved().back().bytes.end(), '\n') == 12'001);
    CHECK_FALSE(page.shows("dialog", "Save for others"));
}
