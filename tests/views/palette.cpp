// The palette: everything by its name, with the keyboard alone or the mouse.
#include <algorithm>

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

TEST_CASE("The guide through the six steps is begun and closed from the palette, by the words of somebody who is lost") {
    Page page;
    REQUIRE(page.state().guide != Guide::shown);
    open_palette(page);
    page.type("guide");
    CHECK(chosen(page) == "Guide me through the six steps");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.shows("region", "Guide through the six steps"));
    open_palette(page);
    page.type("close guide");
    CHECK(chosen(page) == "Close the guide");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK_FALSE(page.shows("region", "Guide through the six steps"));
    open_palette(page);
    page.type("what next");
    CHECK(page.shows("option", "Guide me through the six steps"));
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

namespace {

/// Where a command of a section leads: to a field or button that has the keyboard, or to a tab that is shown.
struct Led {
    const char *command;
    View view;
    const char *role;
    const char *name;
};

void do_by_palette(Page &page, const char *command) {
    open_palette(page);
    page.type(command);
    page.click("option", command);
    page.settle();
}

void check_led(Page &page, const Led &led) {
    INFO(led.command);
    do_by_palette(page, led.command);
    CHECK(page.state().view == led.view);
    const platform::MirrorNode &node = page.find(led.role, led.name);
    if (std::string_view(led.role) == "tab") {
        CHECK(node.selected == true);
    } else {
        CHECK(node.focused);
        CHECK(node.y > 0);
        CHECK(node.y + node.height < 720);
    }
}

} // namespace

TEST_CASE("What the fields and tabs of the operating model's sections do is found and done from anywhere") {
    Page page;
    for (const Led &led : {
             Led{"Add an action", View::overview, "textbox", "Add an action"},
             Led{"Add a role to the organisation", View::organisation, "textbox", "Add a role"},
             Led{"Add people", View::organisation, "textbox", "Add people"},
             Led{"Add an organisation model of your own", View::models, "textbox", "Add a model of your own"},
             Led{"Add a meeting", View::cadences, "textbox", "Add a meeting"},
             Led{"Add a decision", View::decisions, "textbox", "Add a decision"},
             Led{"Ask who decides", View::decisions, "textbox", "Who decides?"},
             Led{"Add a conflict that there was", View::escalation, "textbox", "Add a conflict"},
             Led{"Add a KPI", View::kpis, "textbox", "Add a KPI"},
             Led{"Add a process", View::governance, "textbox", "Add a process"},
             Led{"Add a standard", View::governance, "textbox", "Add a standard"},
             Led{"Add a way of working together", View::governance, "textbox", "Add a way of working"},
             Led{"Add an improvement", View::governance, "textbox", "Add an improvement"},
             Led{"Add a tool", View::governance, "textbox", "Add a tool"},
             Led{"Answer for marketing how ready it is", View::readiness, "tab", "Marketing answers"},
             Led{"Answer for sales how ready it is", View::readiness, "tab", "Sales answers"},
             Led{"Answer for product how ready it is", View::readiness, "tab", "Product answers"},
             Led{"See the answers about readiness side by side", View::readiness, "tab", "Side by side"},
             Led{"Fill in marketing’s ballot", View::ballots, "tab", "Marketing*"},
             Led{"Fill in sales’ ballot", View::ballots, "tab", "Sales*"},
             Led{"Fill in product’s ballot", View::ballots, "tab", "Product*"},
             Led{"Put the cards up", View::ballots, "tab", "Cards up"},
             Led{"Add a contact", View::contacts, "textbox", "Add a contact"},
             Led{"Add a lead stage", View::contacts, "textbox", "Add a lead stage"},
             Led{"Show the contacts that are overdue", View::contacts, "tab", "Overdue*"},
             Led{"Add a pod", View::pods, "textbox", "Add a pod"},
         }) {
        check_led(page, led);
    }
    SECTION("a meeting is added from the grid as one step of undo, by the keyboard alone") {
        page.click("link", "RACI grid");
        const std::size_t before = page.plan().governance->meetings.size();
        open_palette(page);
        page.type("add meeting");
        page.press(ImGuiKey_Enter);
        page.settle();
        page.type("Pipeline review");
        page.press(ImGuiKey_Enter);
        page.settle();
        CHECK(page.plan().governance->meetings.size() == before + 1);
        CHECK(page.shows("button", "Pipeline review"));
        page.dispatch(action::Undo{});
        page.settle();
        CHECK(page.plan().governance->meetings.size() == before);
    }
    SECTION("a button is pressed") {
        const std::size_t before = page.plan().governance->escalation.size();
        do_by_palette(page, "Add a level of escalation");
        CHECK(page.plan().governance->escalation.size() == before + 1);
        do_by_palette(page, "Change the run sheet of the workshop");
        CHECK(page.shows("button", "The usual 90 minutes"));
    }
    SECTION("what is offered as long as it is of use") {
        do_by_palette(page, "Start with the usual lead stages");
        CHECK(page.plan().contacts->stages.size() == 4);
        do_by_palette(page, "Make pods from the roles");
        CHECK_FALSE(page.plan().engagement->pods.empty());
        do_by_palette(page, "Rename the plan");
        CHECK(page.find("textbox", "Plan name").focused);
        page.press(ImGuiKey_Escape);
        page.settle();
        open_palette(page);
        page.type("usual lead stages");
        CHECK(page.shows("status", "Nothing found"));
        page.press(ImGuiMod_Ctrl | ImGuiKey_A);
        page.type("make pods");
        CHECK_FALSE(page.shows("option", "Make pods from the roles"));
    }
    SECTION("the usual lines, and what the chosen model asks for") {
        do_by_palette(page, "Draw the usual reporting lines");
        const auto &roles = page.plan().organisation->roles;
        CHECK(std::any_of(roles.begin(), roles.end(), [](const auto &role) { return !role.second.reportsTo.empty(); }));
        page.click("link", "Models");
        page.click("tab", "Sales");
        do_by_palette(page, "Draw the plan as the chosen model has it");
        open_palette(page);
        page.type("as the chosen model has it");
        CHECK(page.shows("status", "Nothing found"));
    }
    SECTION("the pictures of the grid, once there are two") {
        open_palette(page);
        page.type("as it is");
        CHECK_FALSE(page.shows("option", "Show the grid as it is"));
        page.press(ImGuiKey_Escape);
        page.settle();
        do_by_palette(page, "Keep the letters as they are today");
        CHECK_FALSE(page.plan().raci->asIsOn.empty());
        check_led(page, {"Show the grid as it is", View::raci, "tab", "As is"});
        check_led(page, {"Show the grid as it is to be", View::raci, "tab", "To be"});
        check_led(page, {"Show what differs from the grid as it is", View::raci, "tab", "Differences"});
    }
    SECTION("what needs accounts is not offered without") {
        open_palette(page);
        page.type("freeze the list");
        CHECK(page.shows("status", "Nothing found"));
    }
}

TEST_CASE("What the sections about accounts do is found and done from anywhere", "[palette]") {
    Page page;
    try_sample(page);
    for (const Led &led : {
             Led{"Find accounts", View::accounts, "textbox", "Find accounts"},
             Led{"Show the accounts as a board", View::accounts, "tab", "Board"},
             Led{"Show the accounts as a table", View::accounts, "tab", "Table"},
             Led{"Place known accounts", View::score, "tab", "Known accounts"},
             Led{"See where the sides differ, and sign the score", View::score, "tab", "Both sides"},
             Led{"Say how tiers are cut", View::score, "tab", "Tiers"},
             Led{"Test the score on won and lost", View::score, "tab", "Won and lost"},
             Led{"Versions of the score", View::score, "tab", "Versions"},
             Led{"Keep this version of the score", View::score, "textbox", "Name of the version"},
             Led{"Weigh the criteria", View::score, "tab", "Model"},
             Led{"See who has time", View::engagement, "tab", "Who has time"},
             Led{"Change the templates of plays", View::engagement, "tab", "Templates"},
         }) {
        check_led(page, led);
    }
    SECTION("buttons and what opens") {
        do_by_palette(page, "Freeze the list");
        CHECK(page.plan().scoring->lists.size() == 1);
        do_by_palette(page, "Fill in the weights blindly");
        CHECK(page.shows("button", "Done: hand over to sales"));
        do_by_palette(page, "Choose the columns of the accounts");
        CHECK(page.shows("button", "Show all"));
        page.press(ImGuiKey_Escape);
        do_by_palette(page, "Ask why an account has its score");
        CHECK(page.shows("textbox", "Which account?"));
        page.press(ImGuiKey_Escape);
        const std::size_t plays = page.plan().engagement->plays.size();
        do_by_palette(page, "Add a play");
        CHECK(page.plan().engagement->plays.size() == plays + 1);
    }
    SECTION("a criterion begins with the columns that none reads") {
        do_by_palette(page, "Add a criterion");
        const platform::MirrorNode &offers = page.find("group", "Add a criterion");
        bool focused = false;
        for (const platform::MirrorNode &node : ui::semantics::last()) {
            focused = focused || (node.parent == offers.id && node.focused && node.y > 0 && node.y < 720);
        }
        CHECK(focused);
    }
    SECTION("pods are dealt accounts once there are some") {
        page.click("link", "Pods");
        page.click("button", "Make*");
        page.click("link", "Overview");
        do_by_palette(page, "Assign accounts to pods");
        CHECK(page.shows("button", "Not now"));
    }
}

TEST_CASE("The mirror need not be open for the palette to reach into a section") {
    Page page;
    open_palette(page);
    page.type("add a kpi");
    platform::null::machine().mirrorOpen = false;
    page.press(ImGuiKey_Enter);
    page.settle();
    page.type("Coverage of buying committees");
    page.press(ImGuiKey_Enter);
    page.settle();
    platform::null::machine().mirrorOpen = true;
    page.settle();
    CHECK(page.shows("button", "Coverage of buying committees"));
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
