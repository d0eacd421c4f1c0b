// Where a view says when, it says it as people do: dates stand as files write them in fields alone.
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

bool holds_file_date(std::string_view text) {
    for (std::size_t at = 0; at + 10 <= text.size(); ++at) {
        if (parse_date(text.substr(at, 10))) {
            return true;
        }
    }
    return false;
}

/// Dates wherever a plan can hold them.
Plan dated(const Plan &before) {
    const std::string day = "2026-09-30";
    Plan plan = before;
    LogEntry entry;
    entry.what = "Name the pods";
    entry.on = entry.due = day;
    plan.records.edit().log[LogEntryId("e")] = entry;
    Dispute dispute;
    dispute.what = "Who speaks first";
    dispute.on = day;
    plan.records.edit().disputes[DisputeId("d")] = dispute;
    for (auto &[id, practice] : plan.practices.edit().practices) {
        practice.due = day;
    }
    plan.raci.edit().asIs = plan.raci->rows;
    plan.raci.edit().asIsOn = day;
    plan.scoring.edit().signatures[Side::sales] = {"VP Sales", day, {}, {}, {}, {}};
    ScoreVersion version;
    version.name = "First";
    version.on = day;
    plan.scoring.edit().versions[ScoreVersionId("v")] = version;
    FrozenList list;
    list.name = "2026-Q4";
    list.on = day;
    plan.scoring.edit().lists[FrozenListId("l")] = list;
    return plan;
}

void check_texts(const std::string &where) {
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        INFO(where << ": " << node.role << " " << node.name << " | " << node.value << " | " << node.description);
        CHECK_FALSE(holds_file_date(node.name));
        CHECK_FALSE(holds_file_date(node.description));
        CHECK_FALSE(holds_file_date(node.value));
    }
}

} // namespace

TEST_CASE("Views say dates as people do") {
    Page page;
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
    page.dispatch(action::Do{{"Months pass", diff(page.plan(), dated(page.plan()))}, 0});
    page.settle();
    for (const char *section : {"Overview", "RACI grid", "Cadences", "Decisions", "Escalation", "Governance", "Accounts", "Score",
                                "Contacts", "Program", "Pods", "Engagement"}) {
        page.click("link", section);
        page.settle();
        check_texts(section);
    }
    page.click("link", "Escalation");
    CHECK(page.says({"From 23 November 2026: AE and Account marketer"}));
    page.click("link", "Overview");
    CHECK(page.find("button", "Name the pods").value == "Nobody yet · by 30 Sep 2026");
    page.click("link", "Contacts");
    page.click("tab", "Overdue*");
    check_texts("Overdue");
    page.click("link", "Score");
    for (const char *tab : {"Tiers", "Versions", "Both sides"}) {
        page.click("tab", tab);
        check_texts(tab);
    }
}

TEST_CASE("A day in a field is shown as people write it, and what is typed over it is read so") {
    Page page;
    page.click("link", "Governance");
    page.click("button", "Account selection*");
    page.scroll_to("textbox", "Next date");
    page.click("textbox", "Next date");
    page.type("7 dec");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.find("textbox", "Next date").value == "7 Dec 2026");
    const Plan before = page.plan();
    page.click("textbox", "Next date");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.plan() == before);
    try_sample(page);
    page.click("link", "Score");
    page.click("tab", "Tiers");
    page.click("textbox", "Ages are counted from*");
    page.type("31 dec 2026");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.plan().scoring->tiers.asOf == "2026-12-31");
    CHECK(page.find("textbox", "Ages are counted from*").value == "31 Dec 2026");
}

TEST_CASE("A day in the list of accounts is read as people write it, and changed as it is kept") {
    Page page({.width = 2560, .height = 1080}); // with every column in sight
    try_sample(page);
    CHECK(page.find("gridcell", "Quartz Works, Last contact").value == "9 Aug 2026");
    page.click("gridcell", "Quartz Works, Last contact");
    page.press(ImGuiKey_F2);
    CHECK(page.find("textbox", "Last contact of Quartz Works").value == "2026-08-09");
}
