// What is measured and ticked over the months after the workshop: KPI values, meetings that were held, hours, conflicts.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

Kpi with_values(std::string target, std::map<std::string, double> values) {
    Kpi kpi;
    kpi.name = "Coverage";
    kpi.unit = "%";
    kpi.target = std::move(target);
    kpi.values = std::move(values);
    return kpi;
}

} // namespace

TEST_CASE("Values are typed a period a line; where the KPI stands and which way it went is told, and what is none is not taken") {
    Page page{{.templateName = "blank"}};
    page.click("link", "KPIs");
    page.click("textbox", "Add a KPI");
    page.type("Coverage");
    page.press(ImGuiKey_Enter);
    page.click("textbox", "Target");
    page.type("60 %");
    page.press(ImGuiKey_Enter);
    page.click("textbox", "Unit");
    page.type("%");
    page.press(ImGuiKey_Enter);
    page.click("textbox", "Values");
    page.paste("2026-Q3 48\nOct 2026: 50\n11/2026 61,5 %\nlast month 70");
    page.click("textbox", "Unit");
    const Kpi &kpi = page.plan().measurement->kpis.begin()->second;
    CHECK(kpi.values == std::map<std::string, double>{{"2026-Q3", 48}, {"2026-10", 50}, {"2026-11", 61.5}});
    CHECK(page.find("button", "Coverage").value == "60 %, not signed. November 2026: 61.5 %, on target (60 %), up from 50 %.");
    CHECK(page.find("textbox", "Values").value == "Q3 2026  48\nOctober 2026  50\nNovember 2026  61.5");
    CHECK(page.says({"Not taken: last month 70."}));
}

TEST_CASE("A KPI on target, close to it and off it differ in more than colour, and the dashboard counts them") {
    Page page{{.templateName = "blank"}};
    KpiId made;
    page.click("link", "KPIs");
    for (const double value : {60.0, 57.0, 20.0}) {
        change_plan(page, add_kpi(page.plan(), "Coverage", {}, {}, page.app().bits(), &made));
        change_plan(page, change_kpi(page.plan(), made, with_values("60 %", {{"2026-11", value}})));
    }
    std::vector<std::string> said;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && node.name == "Coverage") {
            said.push_back(node.value.substr(node.value.find(". ") + 2));
        }
    }
    CHECK(said == std::vector<std::string>{"November 2026: 60 %, on target (60 %).", "November 2026: 57 %, close to the target (60 %).",
                                           "November 2026: 20 %, off target (60 %)."});
    CHECK(page.says({"1 on target, 1 close, 1 off."}));
}

TEST_CASE("A meeting is ticked as held or skipped, today's and those before it") {
    Page page;
    page.click("link", "Cadences");
    page.click("button", "AE and account marketer sync");
    const auto held = [&] { return page.plan().governance->meetings.at(MeetingId("weekly-sync")).held; };
    page.scroll_to("tab", "Held");
    page.click("tab", "Held");
    CHECK(held() == std::map<std::string, bool>{{"2026-11-23", true}});
    page.click("combobox", "Day");
    page.click("menuitemcheckbox", "Thursday");
    page.scroll_to("text", "Day");
    CHECK(page.find("text", "Day").value == "Thu 19 Nov 2026"); // the newest Thursday
    page.click("tab", "Skipped");
    page.click("button", "The time before");
    CHECK(page.find("text", "Day").value == "Thu 12 Nov 2026");
    page.click("tab", "Held");
    CHECK(held() == std::map<std::string, bool>{{"2026-11-23", true}, {"2026-11-19", false}, {"2026-11-12", true}});
    page.click("tab", "Not said");
    CHECK(held().size() == 2);
}

TEST_CASE("The agenda, the ten-line summary and a role's card are on the clipboard with one click each") {
    Page page;
    LogEntry action;
    action.kind = LogEntry::Kind::action;
    action.what = "Draft the battlecards";
    change_plan(page, add_log_entry(page.plan(), action, page.app().bits()));
    page.click("link", "Cadences");
    page.click("button", "AE and account marketer sync");
    const std::vector<std::string> &copied = platform::null::machine().copied;
    page.click("button", "Copy the agenda");
    REQUIRE(copied.size() == 1);
    CHECK(copied.back().find("Open actions\n- Draft the battlecards") != std::string::npos);
    CHECK(copied.back().find("Open actions") < copied.back().find("Topics"));
    page.click("button", "Copy a summary for the chat");
    REQUIRE(copied.size() == 2);
    CHECK(std::count(copied.back().begin(), copied.back().end(), '\n') <= 10);
    for (const char *section : {"Organisation", "RACI grid"}) {
        page.click("link", section);
        page.click(section == std::string("RACI grid") ? "columnheader" : "button", "Account executive*");
        if (page.shows("tab", "Details")) {
            page.click("tab", "Details");
        }
        page.click("button", "Copy the card");
        CHECK(copied.back().starts_with("Account executive\nDoes: "));
    }
    CHECK(copied.size() == 4);
}

TEST_CASE("Hours stand by role and, where people are named, by person with all their roles") {
    Page page;
    page.click("link", "Organisation");
    page.click("textbox", "Add people");
    page.paste("Ana Ruiz; Account executive 50 %; Account marketer 50 %\nVacant; SDR\n");
    page.click("link", "Cadences");
    page.scroll_to("list", "Hours a week by person");
    CHECK(page.find("button", "Ana Ruiz").value == "2.7 h a week");
    CHECK_FALSE(page.shows("button", "Vacant"));
    page.click("button", "Ana Ruiz");
    CHECK(page.shows("text", "AE and account marketer sync: 30 min every week, for 4 pods"));
}

TEST_CASE("A conflict that arises today has a date on every level, also where no limit is set") {
    Page page;
    page.click("link", "Escalation");
    page.scroll_to("group", "Days where no limit is set");
    CHECK(page.says({"From 23 November 2026: AE and Account marketer", "It rises on 30 November 2026."}));
    CHECK(page.says({"From 30 November 2026: ", "if that takes 7 days, on 7 December 2026."}));
    CHECK(page.shows("text", "From about 14 December 2026: CRO. Theirs is the last word."));
    page.click("button", "Less: Days where no limit is set");
    CHECK(page.shows("text", "From about 12 December 2026: CRO. Theirs is the last word."));
}

TEST_CASE("Conflicts say which rows of the grid failed, how long they took, and lead there") {
    Page page;
    Dispute dispute;
    dispute.what = "Who demos?";
    dispute.activity = ActivityId("demo-delivery");
    for (const int days : {4, 10}) {
        dispute.days = days;
        change_plan(page, add_dispute(page.plan(), dispute, page.app().bits()));
    }
    page.click("link", "Escalation");
    CHECK(page.find("button", "Demo delivery").value == "2 conflicts, 7 days on average");
    page.click("button", "Demo delivery");
    CHECK(page.state().view == View::raci);
    CHECK(page.find("rowheader", "Demo delivery*").selected == true);
}

TEST_CASE("A date is typed as people say it; what is none is told and changes nothing") {
    Page page;
    page.click("link", "Overview");
    page.click("textbox", "Add an action");
    page.type("Draft the battlecards");
    page.press(ImGuiKey_Enter);
    const auto due = [&] { return page.plan().records->log.begin()->second.due; };
    page.click("textbox", "Due");
    page.type("Friday");
    page.press(ImGuiKey_Enter);
    CHECK(due() == "2026-11-27");
    page.click("textbox", "Due");
    page.type("soon");
    page.press(ImGuiKey_Enter);
    CHECK(due() == "2026-11-27");
    CHECK(page.shows("status", "soon is no date*"));
    page.click("textbox", "Due");
    page.type("1 Dec");
    page.press(ImGuiKey_Enter);
    CHECK(due() == "2026-12-01");
    CHECK_FALSE(page.shows("status", "soon is no date*"));
}
