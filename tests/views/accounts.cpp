// Target accounts and their score, as a person works with them.
#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

TEST_CASE("The sample shows a scored list at once, and one step of undo takes it away") {
    Page page;
    const Plan before = page.plan();
    try_sample(page);
    CHECK(page.find("grid", "120 accounts").name == "120 accounts");
    const auto &best = page.find("button", "Meridian Systems");
    CHECK(best.description == "Rank 1");
    CHECK(best.value.find("1:1") != std::string::npos);
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
}

TEST_CASE("An account opens into the terms of its score, and they are named with what they give") {
    Page page;
    try_sample(page);
    page.click("button", "Quartz Works");
    CHECK(page.count("text") > 0);
    CHECK(page.find("text", "Score 72.9, 1:1, rank 4 of 120").name.starts_with("Score"));
    CHECK(page.find("text", "Intent topics: Intent topics: 8").value == "+12.8");
}

TEST_CASE("Only rows in sight are drawn") {
    Page page;
    try_sample(page);
    std::size_t rows = 0;
    for (const auto &node : ui::semantics::last()) {
        rows += node.role == "button" && node.description.starts_with("Rank ") ? 1U : 0U;
    }
    CHECK(rows > 8);
    CHECK(rows < 40);
}

TEST_CASE("Typing finds accounts, a head orders them, a tier filters them") {
    Page page;
    try_sample(page);
    page.click("textbox", "Find accounts");
    page.type("quartz software");
    CHECK(page.search("button", "Quartz Soft") != nullptr);
    CHECK(page.search("button", "Quartz Works") == nullptr);
    page.click("textbox", "Find accounts");
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.press(ImGuiKey_Delete);
    CHECK(page.search("grid", "120 accounts") != nullptr);
    page.click("tab", "1:1  10");
    CHECK(page.search("grid", "10 accounts") != nullptr);
    page.click("button", "Order by Employees");
    CHECK(page.find("button", "Order by Employees").value == "ascending");
    page.click("button", "Order by Employees");
    CHECK(page.find("button", "Order by Employees").value == "descending");
}

TEST_CASE("A weight, a settled share and a signature change the plan, each in one step") {
    Page page;
    try_sample(page);
    page.click("link", "Score");
    page.click("button", "More: Marketing's weight of Employees");
    CHECK(page.plan().scoring->criteria.at(CriterionId("size")).marketing == 5);
    CHECK(page.state().open->history.undo_label() == "Change marketing's weight of Employees");
    page.click("tab", "Both sides");
    page.scroll_to("textbox", "Who signs for marketing");
    page.click("textbox", "Who signs for marketing");
    page.type("Mara");
    page.click("button", "Sign for marketing");
    REQUIRE(page.plan().scoring->signatures.contains(Side::marketing));
    CHECK(page.plan().scoring->signatures.at(Side::marketing).by == "Mara");
    CHECK(page.state().open->history.undo_label() == "Sign the score for marketing");
    std::size_t unsigned_ = 0;
    for (const Finding &finding : check(page.plan())) {
        unsigned_ += finding.rule == "scoring.not-signed" ? 1U : 0U;
    }
    CHECK(unsigned_ == 1);
}

TEST_CASE("One side's weights are out of sight while the other gives its own") {
    Page page;
    try_sample(page);
    page.click("link", "Score");
    page.click("tab", "Sales alone");
    CHECK(page.search("button", "More: Marketing's weight of Employees") == nullptr);
    CHECK(page.search("button", "More: Sales' weight of Employees") != nullptr);
    CHECK(page.find("button", "Employees").value.empty());
}

TEST_CASE("A column becomes a criterion with a click") {
    Page page;
    try_sample(page);
    page.click("link", "Score");
    const std::size_t before = page.plan().scoring->criteria.size();
    page.scroll_to("button", "Country");
    page.click("button", "Country");
    CHECK(page.plan().scoring->criteria.size() == before + 1);
    CHECK(page.find("textbox", "Name").value == "Country");
}

TEST_CASE("A tier set by hand asks for a reason and stands over the score") {
    Page page;
    try_sample(page);
    page.click("button", "Quartz Works");
    page.dispatch(action::Choose{View::accounts, "A-001"});
    page.settle();
    page.scroll_to("combobox", "Tier");
    page.click("combobox", "Tier");
    page.click("menuitemcheckbox", "1:1");
    CHECK(page.plan().accounts->marks.at(AccountId("A-001")).tier == Tier::oneToOne);
    CHECK(page.search("textbox", "Why it is set by hand") != nullptr);
}

TEST_CASE("A CSV file shows what would become of it before anything changes, and importing it is one step") {
    Page page;
    page.click("link", "Accounts");
    const Plan before = page.plan();
    page.dispatch(
        platform::Event{platform::FileOpened{0, "crm.csv", "Account ID,Account Name,Employees\nA1,Acme,250\nA2,Beta,many\nA2,Gamma,3\n"}});
    page.settle();
    CHECK(page.plan() == before);
    CHECK(page.find("status", "2 new*").name.find("2 new.") != std::string::npos);
    CHECK(page.search("listitem", "Line 4 has the Account ID of an earlier row*") != nullptr);
    page.click("button", "Import");
    CHECK(page.plan().accounts->table.rows() == 2);
    CHECK(page.state().open->history.undo_label() == "Add 2 accounts");
    CHECK(page.search("button", "Acme") != nullptr);
    page.dispatch(
        platform::Event{platform::FileOpened{0, "crm.csv", "Account ID,Account Name,Employees\nA1,Acme Group,250\nA3,Delta,9\n"}});
    page.settle();
    CHECK(page.find("status", "1 new*").name == "1 new, 1 changed and 0 unchanged. 1 account is not in the file.");
    page.click("tab", "Remove them");
    page.click("button", "Import");
    CHECK(page.plan().accounts->table.rows() == 2);
    CHECK(!page.plan().accounts->table.row_of("A2"));
    page.click("button", "Undo*");
    CHECK(page.plan().accounts->table.row_of("A2").has_value());
}

TEST_CASE("A file that cannot be read as accounts says so and takes nothing") {
    Page page;
    page.click("link", "Accounts");
    page.dispatch(platform::Event{platform::FileOpened{0, "wide.csv", std::string(5'000, ',') + "\n"}});
    page.settle();
    CHECK(page.find("alert", "A row has 5001 columns*").role == "alert");
    CHECK(page.find("button", "Import").disabled);
}
