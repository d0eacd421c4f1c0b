// The organisation drawn and costed, and the organisation models side by side.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "edit/section_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

TEST_CASE("The chart is drawn from the lines: who reports to whom, solid and dotted, and a box leads to its role") {
    Page page;
    page.click("link", "Organisation");
    CHECK(page.search("group", "Reporting lines") == nullptr); // there is none to draw
    CHECK(page.shows("heading", "Reporting lines"));           // but what to do is said
    change_plan(page, set_reports_to(page.plan(), RoleId("account-marketer"), RoleId("vp-sales")));
    change_plan(page, set_dotted_line(page.plan(), RoleId("account-marketer"), RoleId("vp-marketing")));
    page.scroll_to("group", "Reporting lines");
    const auto &nodes = ui::semantics::last();
    CHECK(std::any_of(nodes.begin(), nodes.end(), [](const auto &node) {
        return node.name == "Account marketer" && node.description == "reports to VP Sales, dotted line to VP Marketing";
    }));
}

TEST_CASE("Where no line is drawn the chart says what to do, and one click draws the usual lines in one step of undo") {
    Page page;
    page.click("link", "Organisation");
    const Plan before = page.plan();
    page.click("button", "Draw the usual lines");
    CHECK(page.plan().organisation->roles.at(RoleId("vp-sales")).reportsTo == RoleId("cro"));
    page.scroll_to("group", "Reporting lines");
    const platform::MirrorNode &chart = page.find("group", "Reporting lines");
    std::size_t boxes = 0;
    for (const auto &node : ui::semantics::last()) {
        if (node.parent == chart.id) {
            ++boxes;
            CHECK(node.x >= chart.x);
            CHECK(node.x + node.width <= chart.x + chart.width);
        }
    }
    CHECK(boxes == 11);
    CHECK_FALSE(page.shows("button", "Draw the usual lines"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan() == before);
}

TEST_CASE("With costs the what-if says what another number of account executives would cost") {
    Page page;
    page.click("link", "Organisation");
    page.click("button", "Account executive");
    page.click("textbox", "Cost per head");
    page.type("150000");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().organisation->roles.at(RoleId("account-executive")).costPerHead == 150'000);
    page.scroll_to("group", "Account executives");
    CHECK(page.says({"Everybody together: ", "They cost 1,200,000 a year (today 1,200,000), in your currency."}));
    page.click("button", "More: Account executives");
    CHECK(page.says({"Everybody together: ", "They cost 1,350,000 a year (today 1,200,000), in your currency."}));
}

TEST_CASE("Costs are in the currency that the accounts name, where they name one") {
    Page page;
    try_sample(page);
    page.click("link", "Organisation");
    page.click("button", "Account executive");
    page.click("textbox", "Cost per head");
    page.type("150000");
    page.press(ImGuiKey_Enter);
    page.scroll_to("group", "Account executives");
    CHECK(page.says({"They cost EUR 1,200,000 a year (today 1,200,000)."}));
}

TEST_CASE("A position that nobody holds is a vacancy, and who decides says so") {
    Page page;
    page.click("link", "Organisation");
    page.click("textbox", "Add people");
    page.paste("Vacant; VP Sales\nBo; SDR 50 %; Account marketer 50 %\n");
    CHECK(page.shows("button", "Vacant"));
    CHECK(page.find("button", "Bo").value == "SDR 50 % and Account marketer 50 %");
    page.click("link", "Decisions");
    page.click("textbox", "Who decides?");
    page.type("pipeline");
    CHECK(page.shows("button", "VP Sales (vacant) decides on Pipeline and revenue*"));
}

TEST_CASE("All seven models stand side by side with fit, terms, what they take and what changes here") {
    Page page;
    page.click("link", "Models");
    page.click("radio", "Marketing is large and mature.: 4");
    page.click("button", "Compare all 7");
    page.settle();
    CHECK(page.find("heading", "Side by side").y < 300); // it comes into sight by itself
    for (const char *model : {"Marketing-led", "Sales-led", "Hybrid (matrix)", "Overlay organisation", "Reports to the VP Sales"}) {
        const std::string name = model;
        INFO(name);
        CHECK_FALSE(page.find("text", name + ", For").value.empty());
        CHECK(page.find("text", name + ", Takes here").value.find("people, ") != std::string::npos);
    }
    CHECK(page.find("text", "Marketing-led, Fit, term by term").value.find("needs at least 3, is 4 (100 %)") != std::string::npos);
    const std::string changes = page.find("text", "Reports to the VP Sales, Changes here").value;
    CHECK(changes.find("VP Sales is accountable for Content creation instead of VP Marketing.") != std::string::npos);
    CHECK(changes.find("VP Sales alone settles conflicts on level 3.") != std::string::npos);
    page.click("button", "None");
    CHECK_FALSE(page.shows("heading", "Side by side"));
    page.click("button", "Compare the best two");
    CHECK(page.shows("heading", "Side by side"));
}

TEST_CASE("How sure the winner is names the nearest other answer and the nearest other importance") {
    Page page;
    page.click("link", "Models");
    for (const char *answer : {"Marketing is large and mature.: 4", "Sales is large and established.: 2",
                               "The VP Sales wants to own account-based marketing.: 2"}) {
        if (page.shows("radio", answer)) {
            page.click("radio", answer);
        }
    }
    CHECK(page.says({"No clear winner: ", "Hybrid (matrix)", " are within 10 points."}));
    CHECK(page.says({" would lead if “", "” were ", " instead of "}));
    CHECK(page.shows("heading", "How they fit"));
    CHECK(page.find("heading", "How they fit").description ==
          "0 to 100 on 3 of 12 answers; open one for its terms, tick some to compare them");
}
