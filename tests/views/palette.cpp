// The palette: everything by its name, with the keyboard alone or the mouse.
#include <catch2/catch_test_macros.hpp>

#include "edit/gestures.h"
#include "harness.h"
#include "io/templates.h"
#include "io/write.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void open_palette(Page &page) {
    page.press(ImGuiMod_Ctrl | ImGuiKey_K);
    page.settle();
    REQUIRE(page.shows("dialog", "Find or do anything"));
}

/// The name of the row that Enter would take.
std::string chosen(const Page &page) {
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (node.role == "option" && node.selected == true) {
            return node.name;
        }
    }
    (void)page;
    return {};
}

} // namespace

TEST_CASE("The palette goes to what somebody in the room has named") {
    Page page;
    open_palette(page);
    page.type("target acc");
    // The activity comes first, and tells who is accountable; the decision about it is next.
    CHECK(chosen(page) == "Target account selection");
    CHECK(page.shows("status", "Target account selection, Activity. Accountable: *"));
    page.press(ImGuiKey_DownArrow);
    page.settle();
    CHECK(page.shows("status", "Target account selection, Decision. Decided by VP Marketing and VP Sales, 2 of *"));
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK_FALSE(page.shows("dialog", "Find or do anything"));
    CHECK(page.state().view == View::decisions);
    CHECK(page.plan().governance->decisions.at(DecisionId(chosen_item(page.state(), View::decisions))).name == "Target account selection");
}

TEST_CASE("From the palette the cursor goes to an activity of the grid, and keys work there at once") {
    Page page;
    page.click("link", "Overview");
    open_palette(page);
    page.type("demo");
    CHECK(chosen(page) == "Demo delivery");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.state().view == View::raci);
    CHECK(page.state().selection.cursor.activity == ActivityId("demo-delivery"));
    page.press(ImGuiKey_RightArrow);
    page.settle();
    CHECK(page.state().selection.cursor.role == RoleId("account-executive"));
}

TEST_CASE("The palette does what is asked of it by any of its words, and closes again") {
    Page page;
    open_palette(page);
    SECTION("a command of a menu") {
        page.type("qr code");
        CHECK(chosen(page) == "Share the plan");
        page.press(ImGuiKey_Enter);
        page.settle();
        CHECK(page.shows("dialog", "Share this plan"));
    }
    SECTION("arrows choose, and go round") {
        const std::string first = chosen(page);
        page.press(ImGuiKey_DownArrow);
        page.settle();
        CHECK(chosen(page) != first);
        page.press(ImGuiKey_UpArrow);
        page.settle();
        CHECK(chosen(page) == first);
        page.press(ImGuiKey_UpArrow);
        page.settle();
        CHECK(chosen(page) != first);
    }
    SECTION("the mouse") {
        page.type("dark");
        page.click("option", "Dark");
        page.settle();
        CHECK(page.state().theme == Theme::dark);
        CHECK_FALSE(page.shows("dialog", "Find or do anything"));
    }
    SECTION("Escape, and its own key") {
        page.press(ImGuiKey_Escape);
        page.settle();
        CHECK_FALSE(page.shows("dialog", "Find or do anything"));
        open_palette(page);
        page.press(ImGuiMod_Ctrl | ImGuiKey_K);
        page.settle();
        CHECK_FALSE(page.shows("dialog", "Find or do anything"));
    }
    SECTION("what is called nothing says so") {
        page.type("zzzz");
        CHECK(page.says({"Nothing found"}));
        page.press(ImGuiKey_Enter);
        page.settle();
        CHECK(page.shows("dialog", "Find or do anything"));
    }
}

TEST_CASE("The palette offers the next thing to settle before anything is typed") {
    Page page;
    open_palette(page);
    CHECK(chosen(page).starts_with("Next to settle: "));
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK_FALSE(page.state().shownFinding.empty());
}

TEST_CASE("The palette adds a role to the grid from anywhere, as one step of undo") {
    Page page;
    page.click("link", "KPIs");
    open_palette(page);
    page.type("add a role");
    page.press(ImGuiKey_Enter);
    page.settle();
    page.type("Chief revenue officer");
    page.press(ImGuiKey_Enter);
    page.settle();
    page.press(ImGuiKey_Escape);
    page.settle();
    CHECK(page.state().view == View::raci);
    CHECK(page.shows("columnheader", "Chief revenue officer*"));
    page.dispatch(action::Undo{});
    page.settle();
    CHECK_FALSE(page.shows("columnheader", "Chief revenue officer*"));
}

TEST_CASE("Without a plan the palette opens one, and in a page for reading it offers nothing that would change it") {
    SECTION("no plan") {
        Page page({.templateName = ""});
        page.settle();
        open_palette(page);
        page.type("open a file");
        CHECK(chosen(page) == "Open a file");
    }
    SECTION("for reading") {
        const Restored reference = *load_template("reference");
        Page page({.templateName = "",
                   .carried = platform::CarriedPlan{write_plan(reference.plan, {.plan = PlanId("carried"), .revision = "r"}), true}});
        page.settle();
        open_palette(page);
        page.type("add a role");
        CHECK_FALSE(page.shows("option", "Add a role to the grid"));
        page.press(ImGuiMod_Ctrl | ImGuiKey_A);
        page.type("save a file");
        CHECK(page.shows("option", "Save a file"));
    }
}

TEST_CASE("Accounts and contacts are found among the sample", "[palette]") {
    Page page;
    try_sample(page);
    const Accounts &accounts = *page.plan().accounts;
    const std::string name = account_name(accounts, 7);
    open_palette(page);
    page.type(name.substr(0, name.find(' ')));
    CHECK(page.shows("option", name));
    page.click("option", name);
    page.settle();
    CHECK(page.state().view == View::accounts);
    CHECK(chosen_item(page.state(), View::accounts) == accounts.table.key(7));
}

TEST_CASE("Pictures of the palette", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        Page page(variant.options);
        open_palette(page);
        page.picture("palette" + variant.suffix);
        page.type("account");
        page.settle();
        page.picture("palette-found" + variant.suffix);
        page.type(" zz");
        page.settle();
        page.picture("palette-nothing" + variant.suffix);
    }
}
