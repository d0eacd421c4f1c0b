// The table of target accounts, as a person works with it: mouse and keyboard.
#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "platform/null/null_platform.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// Accounts as they stand from the top, by name.
std::vector<std::string> shown_rows() {
    std::vector<std::string> names;
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "button" && node.description.starts_with("Rank ")) {
            names.push_back(node.name);
        }
    }
    return names;
}

void click_with(Page &page, const std::string &name, ImGuiKey modifier) {
    const platform::MirrorNode node = page.find("button", name);
    ImGui::GetIO().AddKeyEvent(modifier, true);
    page.frame();
    page.click_node(node);
    ImGui::GetIO().AddKeyEvent(modifier, false);
    page.settle();
}

std::string cell(const Page &page, const std::string &account, const std::string &column) {
    const Accounts &accounts = *page.plan().accounts;
    for (const auto &[id, described] : accounts.columns) {
        if (described.name == column) {
            return accounts.table.text(id, *accounts.table.row_of(account));
        }
    }
    return "no such column";
}

std::string status(const Page &page) {
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "status" && node.name.find("account") != std::string::npos) {
            return node.name;
        }
    }
    return page.find("status", "*account*").name;
}

} // namespace

TEST_CASE("A region is filtered, the score orders, and the third opens into why: a doubting VP's first minute") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Filter Country");
    page.click("checkbox", "Germany");
    page.click("button", "Done");
    CHECK(page.shows("button", "Take away: Country: Germany"));
    CHECK(status(page).find(" of 120 accounts") != std::string::npos);
    const std::vector<std::string> rows = shown_rows();
    REQUIRE(rows.size() > 3);
    page.click("button", rows[2]);
    CHECK(page.shows("text", "Score *"));
    page.click("button", "Take away: Country: Germany");
    CHECK(status(page) == "120 accounts");
}

TEST_CASE("Shift adds a column to the order, and the heads say in which turn they decide") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Order by Industry");
    click_with(page, "Order by Employees", ImGuiMod_Shift);
    click_with(page, "Order by Employees", ImGuiMod_Shift);
    CHECK(page.find("button", "Order by Industry").value == "ascending, 1");
    CHECK(page.find("button", "Order by Employees").value == "descending, 2");
    page.click("button", "Order by Score");
    CHECK(page.find("button", "Order by Score").value == "descending");
    CHECK(page.find("button", "Order by Industry").value.empty());
}

TEST_CASE("A range of numbers is typed under the head") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Filter Employees");
    page.type("1000");
    page.click("textbox", "To");
    page.type("2000");
    page.click("button", "Done");
    CHECK(page.shows("button", "Take away: Employees: 1,000 to 2,000"));
    for (const auto &node : ui::semantics::last()) {
        if (node.role == "gridcell" && node.name.ends_with(", Employees")) {
            CHECK(node.value.starts_with("1,"));
        }
    }
}

TEST_CASE("Several rows are selected and set, tagged and put into a tier in one step each") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    const std::vector<std::string> rows = shown_rows();
    page.click("button", rows[0]);
    click_with(page, rows[2], ImGuiMod_Shift);
    CHECK(status(page).starts_with("3 selected"));
    click_with(page, rows[4], ImGuiMod_Ctrl);
    CHECK(status(page).starts_with("4 selected"));
    const Plan before = page.plan();
    page.click("button", "Tag");
    page.type("Wave 1");
    page.press(ImGuiKey_Enter);
    CHECK(page.state().open->history.undo_label() == "Tag 4 accounts as Wave 1");
    page.click("button", "Tier");
    CHECK(page.find("button", "Set for 4 accounts").disabled);
    page.click("textbox", "Why");
    page.type("Board picks");
    page.click("button", "Set for 4 accounts");
    CHECK(page.state().open->history.undo_label() == "Put 4 accounts into 1:1");
    page.click("button", "Undo*");
    page.click("button", "Undo*");
    CHECK(page.plan() == before);
    page.click("button", "Set a column");
    page.click("combobox", "Column to set");
    page.click("menuitemcheckbox", "Industry");
    page.click("textbox", "New value");
    page.type("Space travel");
    page.click("button", "Set for 4 accounts");
    CHECK(page.state().open->history.undo_label() == "Change Industry of 4 accounts");
}

TEST_CASE("The keyboard alone moves, selects, orders and edits") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    const std::vector<std::string> rows = shown_rows();
    page.click("button", rows[0]);
    page.press(ImGuiKey_DownArrow);
    CHECK(page.find("button", rows[1]).selected == true);
    page.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    page.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
    CHECK(status(page).starts_with("3 selected"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    CHECK(status(page).starts_with("120 selected"));
    page.press(ImGuiKey_Escape);
    CHECK(status(page) == "120 accounts");
    page.press(ImGuiMod_Ctrl | ImGuiKey_UpArrow);
    page.press(ImGuiKey_UpArrow);
    page.press(ImGuiKey_Home);
    for (int i = 0; i < 40 && !page.find("button", "Order by Employees").focused; ++i) {
        page.press(ImGuiKey_RightArrow);
    }
    REQUIRE(page.find("button", "Order by Employees").focused);
    page.press(ImGuiKey_Enter);
    CHECK(page.find("button", "Order by Employees").value == "ascending");
    page.press(ImGuiKey_DownArrow);
    const std::string first = shown_rows().front();
    const Plan before = page.plan();
    page.press(ImGuiKey_F2);
    CHECK(page.shows("textbox", "Employees of " + first));
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.type("7");
    page.press(ImGuiKey_Enter);
    CHECK(page.state().open->history.undo_label() == "Change Employees of " + first);
    CHECK(page.find("gridcell", first + ", Employees").value == "7");
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan() == before);
}

TEST_CASE("What is typed on a cell takes the place of what stands in it, every character, and Escape leaves it") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    const std::string cell = shown_rows().front() + ", Employees";
    page.click("gridcell", cell);
    const Plan before = page.plan();
    page.type("4711");
    page.press(ImGuiKey_Enter);
    CHECK(page.find("gridcell", cell).value == "4,711");
    CHECK(page.state().open->history.undo_label().starts_with("Change Employees of "));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.plan() == before);
    page.click("gridcell", cell);
    page.type("12");
    page.press(ImGuiKey_Escape);
    CHECK(page.plan() == before);
}

TEST_CASE("Columns are hidden, frozen, moved and made wider, by menu, keyboard and mouse") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Columns");
    page.click("switch", "Show Industry");
    CHECK(page.state().open->history.undo_label() == "Hide the column Industry");
    page.click("button", "Keep in sight: Country");
    CHECK(page.state().open->history.undo_label() == "Freeze the column Country");
    page.click("button", "Further left: Employees");
    CHECK(page.state().open->history.undo_label() == "Move the column Employees");
    page.click("button", "Done");
    CHECK(!page.shows("button", "Order by Industry"));
    CHECK(page.find("button", "Order by Country").x < page.find("button", "Order by Score").x);
    const platform::MirrorNode head = page.find("button", "Filter Country");
    page.drag({head.x + head.width + 4, head.y + 8}, {head.x + head.width + 44, head.y + 8});
    CHECK(page.state().open->history.undo_label() == "Change the width of Country");
    page.click("button", "Order by Country", 1);
    page.click("menuitem", "Let it scroll");
    CHECK(page.find("button", "Order by Country").x > page.find("button", "Order by Score").x);
}

TEST_CASE("What is selected is copied with heads, and guarded against spreadsheets that run it") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    const std::vector<std::string> rows = shown_rows();
    page.click("button", rows[0]);
    page.dispatch(action::Do{{"Rename", {SetAccountCells{AccountColumnId("industry"), {{AccountId("A-001"), "=1+1"}}}}}, 0});
    page.settle();
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    const std::string text = platform::null::machine().copySource(false);
    CHECK(text.find("Rank\tAccount\tScore\tTier") != std::string::npos);
    CHECK(text.find("\t'=1+1\t") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 121);
    CHECK(platform::null::machine().copySource(true) == text); // nothing is cut out of a grid that is not shown
    page.click("button", "Copy");
    REQUIRE(platform::null::machine().copied.size() == 1);
    CHECK(platform::null::machine().copied.front() == text);
}

TEST_CASE("The foot adds up what is shown, and what is selected") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Filter Employees");
    page.click("button", "Done");
    CHECK(page.shows("text", "Employees: sum *"));
    const std::vector<std::string> rows = shown_rows();
    page.click("button", rows[0]);
    click_with(page, rows[1], ImGuiMod_Ctrl);
    CHECK(page.find("text", "Employees: sum *").name.ends_with(", 2 values"));
}

TEST_CASE("The list goes back to the CRM with exactly id, tier, pod and score") {
    Page page({.width = 1920, .height = 1080});
    try_sample(page);
    page.click("button", "Save the list as CSV");
    page.click("menuitem", "For the CRM: id, tier, pod, score");
    REQUIRE(platform::null::machine().saved.size() == 1);
    const std::string &bytes = platform::null::machine().saved.front().bytes;
    CHECK(bytes.starts_with("id,tier,pod,score\r\n"));
    CHECK(std::count(bytes.begin(), bytes.end(), '\n') == 121);
    CHECK(bytes.find("\r\nA-001,") != std::string::npos);
    CHECK(cell(page, "A-001", "Industry") != "no such column");
}

TEST_CASE("A long file is read in pieces, and can be left alone half way") {
    Page page({.width = 1920, .height = 1080});
    page.click("link", "Accounts");
    std::string bytes = "Account ID,Account Name,Employees\n";
    for (int i = 0; bytes.size() < (std::size_t{5} << 20U); ++i) {
        bytes += "A" + std::to_string(i) + ",Company number " + std::to_string(i) + " of many,250\n";
    }
    const Plan before = page.plan();
    page.dispatch(platform::Event{platform::FileOpened{0, "long.csv", bytes}});
    page.frame();
    page.frame();
    CHECK(page.shows("progressbar", "Reading the file"));
    CHECK(page.find("button", "Import").disabled);
    page.click("button", "Cancel");
    CHECK(page.plan() == before);
    page.dispatch(platform::Event{platform::FileOpened{0, "long.csv", bytes}});
    page.settle();
    CHECK(!page.shows("progressbar", "Reading the file"));
    page.click("button", "Import");
    CHECK(page.plan().accounts->table.rows() > 100'000);
    CHECK(page.plan().accounts->importMap.contains("Employees"));
}

TEST_CASE("What is wrong with a file is saved by line and column") {
    Page page({.width = 1920, .height = 1080});
    page.click("link", "Accounts");
    std::string bytes = "Account ID,Account Name,Employees\n";
    for (int i = 0; i < 20; ++i) {
        bytes += "A" + std::to_string(i) + ",Acme " + std::to_string(i) + "," + (i == 7 ? "=many" : "12") + "\n";
    }
    page.dispatch(platform::Event{platform::FileOpened{0, "crm.csv", bytes}});
    page.settle();
    CHECK(page.find("text", "Employees: *").value == "1 unreadable");
    page.scroll_to("button", "Save as a report");
    page.click("button", "Save as a report");
    REQUIRE(platform::null::machine().saved.size() == 1);
    CHECK(platform::null::machine().saved.front().bytes.find("\r\n9,Employees,'=many,\"is not a number") != std::string::npos);
}

TEST_CASE("Search, filters and order of the list are there again when the page is opened the next time") {
    Page page;
    try_sample(page);
    page.click("button", "Dismiss"); // as many rows are in sight as the next time
    page.click("button", "Filter Industry");
    page.click("checkbox", "Software");
    page.click("button", "Done");
    page.click("button", "Order by Employees");
    page.click("textbox", "Find accounts");
    page.type("a");
    const std::vector<std::string> before = shown_rows();
    REQUIRE(before.size() > 1);
    REQUIRE(before.size() < 120);
    CHECK(page.state().open->history.past.size() == 1); // of the sample alone
    const std::string revision = page.state().open->envelope.revision;
    page.reload();
    page.click("link", "Accounts");
    CHECK(page.find("textbox", "Find accounts").value == "a");
    CHECK(page.shows("button", "Take away: Industry: Software"));
    CHECK(page.find("button", "Order by Employees").value == "ascending");
    CHECK(shown_rows() == before);
    CHECK(page.state().open->envelope.revision == revision); // it is no edit
    // Another plan begins with its whole list.
    page.dispatch(action::StartFrom{"reference", false});
    page.settle();
    try_sample(page);
    CHECK(page.find("textbox", "Find accounts").value.empty());
    CHECK_FALSE(page.shows("button", "Take away: Industry: Software"));
}

TEST_CASE("A list that the browser keeps is gone once its plan is erased, and a damaged one shows every account") {
    Page page;
    try_sample(page);
    const PlanId plan = page.state().open->id;
    page.click("textbox", "Find accounts");
    page.type("quartz");
    page.settle();
    auto &kept = platform::null::machine().preferences;
    REQUIRE(kept.contains("accounts-" + plan.text));
    kept["accounts-" + plan.text] = "accounts\t1\t\nword\tgone\tx\norder\t\nfrom\t#tags\t1e999\n\xff\"";
    page.reload();
    page.click("link", "Accounts");
    CHECK(shown_rows().size() > 10);
    page.click("textbox", "Find accounts");
    page.type("q");
    REQUIRE(kept.contains("accounts-" + plan.text));
    page.dispatch(action::Delete{plan});
    page.settle();
    page.dispatch(action::Erase{plan});
    page.settle();
    CHECK_FALSE(platform::null::machine().preferences.contains("accounts-" + plan.text));
}
