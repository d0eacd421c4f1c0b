// The page around the grid: top bar, library, dialogs, notices, the mirror.
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

TEST_CASE("A first visit shows the reference plan as an example that is not kept yet") {
    Page page({.templateName = ""});
    CHECK(page.shows("button", "Example: kept once you change it"));
    CHECK(page.shows("heading", "Settle how marketing and sales work together"));
    page.click("button", "See a complete example");
    CHECK(page.state().view == View::overview);
    page.click("link", "RACI grid");
    CHECK(page.shows("heading", "9 things to settle"));
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    page.settle();
    CHECK(page.shows("button", "Saved in this browser"));
}

TEST_CASE("The plan's name is changed in the top bar") {
    Page page;
    page.click("button", "Rename plan");
    page.type("Our model");
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().about->title == "Our model");
    CHECK(page.find("button", "Rename plan").value == "Our model");
}

TEST_CASE("A failed save stays in sight and offers a file") {
    Page page;
    platform::null::machine().journalError = "The disk is full.";
    platform::null::machine().storeError = "The disk is full.";
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    page.settle();
    REQUIRE(page.shows("button", "Not saved: *"));
    page.click("button", "Not saved: *");
    page.click("button", "Save a file");
    REQUIRE(platform::null::machine().saved.size() == 1);
    CHECK(platform::null::machine().saved.front().name.ends_with(".fullcourt.json"));
}

TEST_CASE("The library makes, renames, deletes and brings back plans") {
    Page page;
    page.click("link", "Plans");
    page.click("button", "Blank plan");
    page.click("link", "Plans");
    const std::size_t plans = plans_of(page.state(), false).size();
    REQUIRE(plans == 2);
    page.click("button", "Delete Reference operating model");
    CHECK(plans_of(page.state(), false).size() == 1);
    CHECK(page.shows("button", "Undo"));
    for (const auto &notice : page.state().notices) {
        INFO(notice.text);
    }
    page.click("button", "Deleted (1)");
    page.click("button", "Bring back");
    CHECK(plans_of(page.state(), false).size() == 2);
}

TEST_CASE("The notice of a deleted plan brings it back") {
    Page page;
    page.click("link", "Plans");
    page.click("button", "Delete Reference operating model");
    REQUIRE(page.state().notices.size() == 1);
    REQUIRE(page.shows("status", "Deleted *"));
    page.click("button", "Undo");
    CHECK(plans_of(page.state(), true).empty());
}

TEST_CASE("A pasted grid is shown before it is taken, with what was not understood") {
    Page page({.templateName = "blank"});
    CHECK(page.shows("button", "Paste a grid…"));
    page.paste("Activity\tAE\tCFO\nPlan\tR\tA\nBuild\tX\tC\n");
    CHECK(page.shows("dialog", "Paste a grid"));
    CHECK(page.shows("status", "Understood as 2 activities and 2 roles."));
    CHECK(page.count("listitem") == 1);
    // Where nothing stands yet there is nothing to choose.
    CHECK(page.count("radio") == 0);
    page.click("button", "Fill the grid");
    CHECK_FALSE(page.shows("dialog", "Paste a grid"));
    CHECK(page.letters("Plan", "CFO") == "A");
    CHECK(page.letters("Build", "CFO") == "C");
}

TEST_CASE("Into a grid that holds something what is pasted is merged, or takes its place") {
    Page page;
    const std::size_t activities = page.plan().raci->activities.size();
    page.paste("Activity\tAE\nA new activity\tR\n");
    CHECK(page.find("radio", "Replace the grid").checked == true);
    page.click("radio", "Merge into the grid");
    page.click("button", "Merge into the grid");
    CHECK(page.plan().raci->activities.size() == activities + 1);
    page.paste("Activity\tAE\nA new activity\tA\n");
    page.click("button", "Replace the grid");
    CHECK(page.plan().raci->activities.size() == 1);
}

TEST_CASE("An empty plan says what to do, and its first activity is typed right there") {
    Page page({.templateName = "blank"});
    page.click("button", "Add an activity");
    page.type("Plan");
    page.press(ImGuiKey_Enter);
    page.press(ImGuiKey_Escape);
    CHECK(page.shows("rowheader", "Plan*"));
}

TEST_CASE("Rules are switched off and their numbers changed, and both can be undone") {
    Page page;
    page.dispatch(action::ShowRules{});
    page.settle();
    page.click("switch", "Nobody is accountable");
    CHECK(page.find("switch", "Nobody is accountable").checked == false);
    page.click("button", "Done");
    CHECK(page.shows("heading", "2 things to settle"));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(page.shows("heading", "9 things to settle"));
}

TEST_CASE("A letter of one's own is added and then typed") {
    Page page;
    page.dispatch(action::ShowRules{});
    page.settle();
    page.click("textbox", "New letter");
    page.type("v");
    page.click("textbox", "What it means");
    page.type("verifies");
    page.click("button", "Add a letter");
    page.click("button", "Done");
    page.click_cell("Demo delivery", "CFO");
    page.type("v");
    CHECK(page.letters("Demo delivery", "CFO") == "V");
    CHECK(page.cell("Demo delivery", "CFO").name.starts_with("Demo delivery, CFO: verifies"));
}

TEST_CASE("While a dialog is open what lies behind it is out of reach") {
    Page page;
    page.dispatch(action::ShowKeys{});
    page.settle();
    CHECK(page.count("gridcell") == 0);
    page.click_at({40, 300});
    CHECK_FALSE(page.shows("dialog", "Keyboard shortcuts"));
    CHECK(page.count("gridcell") == 70);
}

TEST_CASE("Activating a mirrored element does what a click does") {
    Page page;
    platform::null::send(platform::MirrorActivated{page.find("link", "Plans").id, false});
    page.settle();
    CHECK(page.shows("heading", "Your plans"));
    platform::null::send(platform::MirrorActivated{page.find("link", "RACI grid").id, false});
    page.settle();
    platform::null::send(platform::MirrorActivated{page.cell("Demo delivery", "CFO").id, true});
    page.settle();
    CHECK(page.cell("Demo delivery", "CFO").focused);
    page.type("i");
    CHECK(page.letters("Demo delivery", "CFO") == "I");
    platform::null::send(platform::MirrorActivated{page.cell("Demo delivery", "CFO").id, false});
    page.settle();
    CHECK(page.shows("menuitem", "Consulted"));
}

TEST_CASE("The mirror has no two elements of one id, and every parent comes before its children") {
    Page page;
    std::set<std::uint32_t> seen = {0};
    for (const auto &node : ui::semantics::last()) {
        INFO(node.role << " " << node.name);
        CHECK(seen.contains(node.parent));
        CHECK(seen.insert(node.id).second);
        CHECK_FALSE(node.role.empty());
    }
}

TEST_CASE("F6 goes round the parts of the page") {
    Page page;
    page.click_cell("Demo delivery", "CFO");
    page.press(ImGuiKey_F6);
    CHECK(page.find("tab", "To settle*").focused);
    page.press(ImGuiKey_F6);
    CHECK(page.find("link", "RACI grid").focused);
    page.press(ImGuiKey_F6);
    CHECK(page.find("button", "Rename plan").focused);
    page.press(ImGuiKey_F6);
    CHECK(page.cell("Demo delivery", "CFO").focused);
}

TEST_CASE("Without storage the page says so in words and still works") {
    Page page({.storage = false});
    CHECK(page.shows("button", "Not saved: *"));
    page.click_cell("Demo delivery", "CFO");
    page.type("c");
    CHECK(page.letters("Demo delivery", "CFO") == "C");
    page.click("link", "Plans");
    CHECK(page.shows("status", "This browser keeps no plans: *"));
}

TEST_CASE("On Apple's keyboards the shortcuts are written as there") {
    Page page({.apple = true});
    page.click("button", "More of this plan");
    CHECK(page.find("menuitem", "Save as a new file…").description == "Shift+⌘S");
}

TEST_CASE("A plan saved as a template is offered where plans begin") {
    Page page;
    page.click("button", "More of this plan");
    page.click("menuitem", "Save as a template");
    CHECK(page.shows("button", "Reference operating model"));
    CHECK(page.find("button", "Reference operating model").description == "Your own template");
    page.click("button", "Reference operating model");
    CHECK(page.plan().about->title == "Reference operating model");
    CHECK_FALSE(is_template(page.state().open->id));
    page.click("link", "Plans");
    page.click("button", "Delete the template Reference operating model");
    CHECK_FALSE(page.shows("button", "Edit the template*"));
}

TEST_CASE("The page is drawn in the colours that the system forces, as long as it does") {
    Page page;
    const ImVec4 before = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    page.dispatch(platform::Event(platform::ForcedColoursChanged{true, 0x000000, 0xFFFFFF, 0xFFFF00, 0x1AEBFF, 0x000000}));
    page.settle();
    CHECK(ImGui::ColorConvertFloat4ToU32(ImGui::GetStyle().Colors[ImGuiCol_WindowBg]) == 0xFF000000U);
    CHECK(ImGui::ColorConvertFloat4ToU32(ImGui::GetStyle().Colors[ImGuiCol_Text]) == 0xFFFFFFFFU);
    page.click("link", "RACI grid");
    page.picture("forced-colours");
    page.dispatch(platform::Event(platform::ForcedColoursChanged{}));
    page.settle();
    CHECK(ImGui::GetStyle().Colors[ImGuiCol_WindowBg].x == before.x);
}

TEST_CASE("Characters that the page's fonts lack are the machine's, and what nobody has is shown as such") {
    Page page;
    platform::null::machine().systemCharacters = {U'日', U'本'};
    constexpr float size = 24;
    ImFontBaked *font = ImGui::GetFont()->GetFontBaked(size);
    const float em = size * 2048 / 2478;
    CHECK(std::abs(font->FindGlyph(U'日')->AdvanceX - em) < 0.01F);
    CHECK(font->FindGlyph(U'日')->Visible);
    CHECK(font->FindGlyphNoFallback(U'語') == nullptr);
    CHECK(font->FindGlyph(U'語') == font->FindGlyph(0xFFFD));
    CHECK(font->FindGlyph(U'Ω') != font->FindGlyph(0xFFFD));
}

TEST_CASE("What can be done in a section that nobody has begun stands under the words that say so") {
    Page page({.templateName = "blank"});
    page.click("link", "Decisions");
    CHECK(page.find("button", "Start with four usual decisions").x == page.find("heading", "Who may decide what?").x);
    page.click("link", "KPIs");
    CHECK(page.find("button", "Start with the usual KPIs").x == page.find("heading", "How will both sides know that it works?").x);
}
