// The page under a finger: larger, and nothing too small to be hit.
#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"
#include "ui/theme.h"
#include "ui/widgets.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

PageOptions tablet() { return {.width = 1024, .height = 768, .touch = true}; }

/// What is too small for a finger, a line each. A finger reaches somewhat beyond what is drawn.
std::set<std::string> too_small(const Page &page) {
    static const std::set<std::string> touched = {"button", "link",   "tab",      "gridcell", "checkbox", "radio",
                                                  "switch", "option", "menuitem", "combobox", "textbox",  "slider"};
    constexpr float least = 44 - 0.5F;
    std::set<std::string> found;
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (!touched.contains(node.role) || node.disabled) {
            continue;
        }
        const float reach = 2 * ImGui::GetStyle().TouchExtraPadding.x;
        const float width = (node.width + reach) * page.state().scale;
        const float height = (node.height + reach) * page.state().scale;
        if (width < least || height < least) {
            found.insert(node.role + " " + node.name.substr(0, 50) + ": " + std::to_string(static_cast<int>(width)) + " × " +
                         std::to_string(static_cast<int>(height)));
        }
    }
    return found;
}

/// The answers stand between the way out of the workshop and the ways out of the thing.
std::string first_answer() {
    const auto &nodes = ui::semantics::last();
    auto it = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.role == "button" && node.name == "Leave"; });
    it = std::find_if(it + 1, nodes.end(), [](const auto &node) { return node.role == "button"; });
    REQUIRE(it != nodes.end());
    return it->name;
}

/// What the room looks at.
std::string heading() {
    const auto &nodes = ui::semantics::last();
    const auto it = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.role == "heading"; });
    REQUIRE(it != nodes.end());
    return it->name;
}

/// Where the page speaks of keys.
std::set<std::string> words_of_keys() {
    std::set<std::string> found;
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        for (const std::string &text : {node.name, node.description, node.value}) {
            for (const char *word : {"Ctrl", "Shift+", "Alt+", "press ", "type R", "type H", "Arrow keys", "arrow keys", "Enter ", "Escape",
                                     "Key ", "M moves", "h, m or l", " click"}) {
                if (text.find(word) != std::string::npos) {
                    found.insert(text);
                }
            }
        }
    }
    return found;
}

void open_page_menu(Page &page) {
    page.click("button", "More of this plan");
    REQUIRE(page.shows("menu", "*"));
}

/// The parts that scroll down within the place.
std::size_t scroll_bars_in(const platform::MirrorNode &place) {
    const ImRect box({place.x - 1, place.y - 1}, {place.x + place.width + 1, place.y + place.height + 1});
    std::size_t bars = 0;
    for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
        bars += window->WasActive && window->ScrollbarY && box.Contains(window->Rect()) ? 1U : 0U;
    }
    return bars;
}

} // namespace

TEST_CASE("Under a finger the page is larger, until somebody wishes another size") {
    Page page(tablet());
    CHECK(page.state().scale == 1.375F);
    page.dispatch(platform::Event(platform::Pinched{1.2, false}));
    CHECK(page.state().scale == 1.65F);
    page.dispatch(platform::Event(platform::Pinched{0.8, false}));
    CHECK(page.state().scale == 1.1F);
    page.dispatch(platform::Event(platform::Pinched{0.8, true}));
    CHECK(page.state().scale == 1.1F);
    page.reload();
    CHECK(page.state().scale == 1.1F);
    CHECK(Page().state().scale == 1);
}

TEST_CASE("Under a finger whatever is touched is at least 44 pixels large") {
    Page page(tablet());
    page.settle();
    CHECK(page.shows("button", "Saved in this browser")); // whether it is safe is always in sight
    std::set<std::string> small;
    for (const char *section : {"Plans", "Overview", "Organisation", "Models", "RACI grid", "Cadences", "Decisions", "Escalation", "KPIs",
                                "Governance", "Readiness", "Accounts"}) {
        page.click("link", section);
        page.picture("touch-" + std::string(section));
        for (const std::string &line : too_small(page)) {
            small.insert(std::string(section) + ": " + line);
        }
    }
    try_sample(page);
    for (const char *section : {"Accounts", "Score", "Contacts", "Program", "Pods", "Engagement"}) {
        page.click("link", section);
        page.picture("touch-" + std::string(section));
        for (const std::string &line : too_small(page)) {
            small.insert(std::string(section) + ", with accounts: " + line);
        }
    }
    page.dispatch(action::ShowKeys{});
    page.settle();
    small.merge(too_small(page));
    CHECK(small == std::set<std::string>());
}

TEST_CASE("On a tablet what has no room beside something stands below it, and is as wide as the page") {
    Page page(tablet());
    page.click("link", "Overview");
    CHECK(page.find("heading", "Six steps").x == page.find("heading", "22 things to settle").x);
    CHECK(page.find("heading", "Six steps").y < page.find("heading", "22 things to settle").y);
    page.click("link", "Readiness");
    // Three statements of a line or two stand between.
    CHECK(page.find("heading", "Processes").y - page.find("heading", "Structures").y < 240);
    page.click("link", "Models");
    CHECK(page.find("tablist", "Who owns the BDRs?").y > page.find("tablist", "Where is home?").y);
    try_sample(page);
    const platform::MirrorNode import = page.find("button", "Import");
    CHECK(page.find("button", "6 to settle").y == import.y);
    CHECK(page.find("button", "6 to settle").height == import.height);
}

TEST_CASE("On a tablet the panel lies over a view, which keeps its width, and goes where somebody goes elsewhere") {
    Page page(tablet());
    const float end = ImGui::GetIO().DisplaySize.x;
    page.click("link", "Organisation");
    CHECK_FALSE(page.shows("complementary", "*"));
    const float wide = page.find("button", "Account executive").width;
    page.click("button", "Account executive");
    const platform::MirrorNode panel = page.find("complementary", "Beside: Organisation");
    CHECK(panel.x + panel.width > end - 1);
    CHECK(panel.width >= 320);
    CHECK(page.find("button", "Account executive").width == wide);
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (node.role == "textbox" && node.x >= panel.x) {
            INFO(node.name);
            CHECK(node.x + node.width <= end);
        }
    }
    page.click("link", "Cadences");
    CHECK_FALSE(page.shows("complementary", "*"));
    page.click("button", "3 to settle");
    CHECK(page.shows("heading", "3 things to settle"));
    page.click("link", "Decisions"); // what there is to settle stays in sight
    CHECK(page.shows("heading", "4 things to settle"));
    page.click("button", "Hide this panel");
    CHECK_FALSE(page.shows("complementary", "*"));
    // What is asked for from elsewhere comes with its details.
    page.press(ImGuiMod_Ctrl | ImGuiKey_K);
    page.settle();
    page.type("vp customer");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.find("complementary", "*").name == "Beside: Organisation");
    try_sample(page);
    page.click("link", "Score");
    CHECK_FALSE(page.shows("complementary", "*"));
    page.click("button", "Why is that?");
    page.type("quartz works");
    page.press(ImGuiKey_Enter);
    page.settle();
    CHECK(page.shows("textbox", "Compare with"));
}

TEST_CASE("On a tablet what a section is for is said whole, beside its buttons and above what it holds") {
    Page page(tablet());
    try_sample(page);
    for (const char *section :
         {"Organisation", "Models", "Cadences", "Escalation", "KPIs", "Governance", "Accounts", "Score", "Contacts"}) {
        page.click("link", section);
        const platform::MirrorNode *purpose = nullptr;
        for (const platform::MirrorNode &node : ui::semantics::last()) {
            purpose = purpose == nullptr && node.role == "text" && node.y < 140 ? &node : purpose;
        }
        INFO(section);
        REQUIRE(purpose != nullptr);
        CHECK(purpose->height >= ui::wrapped_height(purpose->name, {.size = ui::type::small}, purpose->width));
        for (const platform::MirrorNode &node : ui::semantics::last()) {
            const bool used = node.role == "button" || node.role == "tab" || node.role == "textbox";
            if (used && node.y < purpose->y + purpose->height && node.y + node.height > purpose->y && node.x > purpose->x) {
                INFO(node.name);
                CHECK(node.x >= purpose->x + purpose->width);
            }
        }
    }
}

TEST_CASE("On a tablet the guide says whole what to do") {
    Page page(tablet());
    page.dispatch(action::ShowGuide{true});
    for (const char *section : {"Models", "RACI grid", "Cadences", "Decisions", "KPIs"}) {
        page.click("link", section);
        const platform::MirrorNode said = page.find("status", "Step *");
        INFO(said.description);
        CHECK(said.height >= 23 + ui::wrapped_height(said.description, {.size = ui::type::small}, said.width));
        CHECK(page.find("button", "Close the guide").y >= page.find("region", "Guide through the six steps").y);
    }
}

TEST_CASE("On a tablet nothing runs out of the page or under something else: ballots, sharing, saving, a workshop") {
    Page page(tablet());
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    page.click("button", "Blind ballots");
    CHECK(page.find("tablist", "Whose ballot").x > 172);
    page.dispatch(action::ShowShare{});
    page.settle();
    const platform::MirrorNode copy = page.find("button", "Copy link");
    CHECK(page.find("listitem", "Slack*").x + page.find("listitem", "Slack*").width <= copy.x + copy.width);
    page.dispatch(action::ShowExport{});
    page.settle();
    CHECK(page.find("switch", "What this is for").x == page.find("switch", "When we meet").x);
    page.press(ImGuiKey_Escape);
    page.settle();
    page.press(ImGuiMod_Ctrl | ImGuiKey_K);
    page.settle();
    const platform::MirrorNode palette = page.find("dialog", "Find or do anything");
    CHECK(palette.y + palette.height <= size.y - 16);
    page.press(ImGuiKey_Escape);
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    page.click("tab", "Decisions and escalation");
    CHECK(page.find("button", "Next one").y + page.find("button", "Next one").height <= page.find("button", "Next step").y);
}

TEST_CASE("On a tablet the first steps of an empty grid stand within the page") {
    Page page({.width = 1024, .height = 768, .touch = true, .templateName = "blank"});
    for (const char *first : {"Paste a grid…", "Add an activity", "Add a role", "Reference model"}) {
        INFO(first);
        CHECK(page.find("button", first).x + page.find("button", first).width <= ImGui::GetIO().DisplaySize.x - 20);
    }
}

TEST_CASE("A notice lies over nothing of a dialog or of the page: both end above it") {
    for (const PageOptions &options : {PageOptions{}, tablet(), PageOptions{.width = 1920, .height = 1080}}) {
        Page page(options);
        constexpr float head = 60;
        constexpr float foot = 64;
        const auto check_free = [&](const platform::MirrorNode &notice) {
            const platform::MirrorNode dialog = page.find("dialog", "*");
            const float end = dialog.y + dialog.height;
            CHECK(notice.y >= dialog.y + head);
            CHECK((notice.y >= end || notice.y + notice.height <= end - foot));
            CHECK(notice.y + notice.height <= ImGui::GetIO().DisplaySize.y);
        };
        const auto save = [&] { page.dispatch(platform::Event{platform::FileSaved{.name = "Our plan.json"}}); };
        for (const Action &opens : {Action(action::ShowExport{}), Action(action::ShowShare{}), Action(action::ShowRules{})}) {
            page.dispatch(opens);
            page.settle();
            save();
            page.settle();
            check_free(page.find("status", "Saved the file*"));
            page.press(ImGuiKey_Escape);
            page.settle();
        }
        CHECK(page.find("status", "Saved the file*").x > 172);
        const platform::MirrorNode notice = page.find("status", "Saved the file*");
        const platform::MirrorNode main = page.find("main", "RACI grid");
        CHECK(main.y + main.height <= notice.y);
    }
}

TEST_CASE("What was said before a dialog came goes with it, and what waits for an answer is there again behind it") {
    Page page;
    page.dispatch(platform::Event{platform::UpdateReady{}});
    page.dispatch(platform::Event{platform::FileSaved{.name = "Our plan.json"}});
    page.settle();
    REQUIRE(page.shows("status", "Saved the file*"));
    REQUIRE(page.shows("status", "A newer version*"));
    page.dispatch(action::ShowRules{});
    page.settle();
    CHECK_FALSE(page.shows("status", "Saved the file*"));
    CHECK_FALSE(page.shows("status", "A newer version*"));
    page.press(ImGuiKey_Escape);
    page.settle();
    CHECK_FALSE(page.shows("status", "Saved the file*"));
    CHECK(page.shows("status", "A newer version*"));
}

TEST_CASE("However many files are saved from a dialog, what it offers stays in sight") {
    Page page;
    page.dispatch(action::ShowExport{});
    page.settle();
    for (const char *name : {"one.csv", "two.csv", "three.csv", "four.csv", "five.csv"}) {
        page.dispatch(platform::Event{platform::FileSaved{.name = name}});
    }
    page.settle();
    const platform::MirrorNode notice = page.find("status", "Saved the file*");
    CHECK(page.says({"five.csv"}));
    CHECK_FALSE(page.says({"four.csv"}));
    const platform::MirrorNode option = page.find("option", "Tiers for the CRM");
    CHECK(option.y + option.height <= notice.y);
}

TEST_CASE("The cell that is selected at the foot of the grid stays in sight when a notice comes") {
    Page page;
    change_plan(page, {"Fill the plan", diff(page.plan(), large_plan(40, 7))});
    const float bottom = ImGui::GetIO().DisplaySize.y;
    page.click_cell("Activity number 15", "Role number 2");
    const platform::MirrorNode before = page.cell("Activity number 15", "Role number 2");
    REQUIRE(before.y + before.height > bottom - 56); // where the notice comes
    page.dispatch(platform::Event{platform::FileSaved{.name = "Our plan.json"}});
    page.settle();
    const platform::MirrorNode after = page.cell("Activity number 15", "Role number 2");
    CHECK(after.y + after.height <= page.find("status", "Saved the file*").y);
}

TEST_CASE("A workshop on a tablet is run by taps: ballots, things settled and parked, an owner, a close, all within a finger's reach") {
    Page page(tablet());
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    std::set<std::string> small = too_small(page);
    page.click("tab", "The grid, row by row");
    const auto settled = [&] { return page.plan().records->log.size(); };
    for (const char *role : {"AE", "SDR"}) {
        page.click("button", "Vote");
        const std::string activity = heading();
        const std::string cell = activity + ", " + role;
        small.merge(too_small(page));
        page.click("button", cell);
        page.click("menuitem", "Responsible");
        page.click("button", "Next: sales");
        page.click("button", cell);
        page.click("menuitem", "Informed");
        page.picture("touch-ballot");
        page.click("tab", "Cards up");
        small.merge(too_small(page));
        page.click("button", cell);
        page.picture("touch-cards");
        page.click("menuitem", "Supports");
        page.click("button", "Back to what there is to settle");
        page.click("button", "Next one");
    }
    REQUIRE(settled() == 2);
    while (settled() < 2 + 5) {
        small.merge(too_small(page));
        page.click("button", first_answer());
        REQUIRE(page.state().notices.empty());
    }
    page.click("button", "SDR");
    page.click("button", "In a week");
    CHECK(std::any_of(page.plan().records->log.begin(), page.plan().records->log.end(), [](const auto &entry) {
        return entry.second.owner.text == "sales-development-rep" && entry.second.due.size() == 10;
    }));
    page.click("button", "Park it");
    page.click("tab", "Meetings and rhythm");
    page.click("button", "Park it");
    page.picture("touch-workshop");
    small.merge(too_small(page));
    CHECK(page.plan().workshop->parked.size() == 2);
    page.click("tab", "Close: owners and first dates");
    small.merge(too_small(page));
    CHECK(page.says({"7", "and parked 2"}));
    page.picture("touch-workshop-close");
    page.click("button", "Leave");
    CHECK(save_state(page.state()) == SaveState::saved);
    CHECK(small == std::set<std::string>());
}

TEST_CASE("On a tablet the panel goes away when the keyboard comes to what it lies over") {
    Page page(tablet());
    try_sample(page);
    show_panel(page, true);
    const platform::MirrorNode panel = page.find("complementary", "*");
    REQUIRE(page.find("button", "Columns").x > panel.x);
    page.press(ImGuiKey_Tab);
    int steps = 0;
    for (; steps < 80 && !page.find("button", "Columns").focused; ++steps) {
        page.press(ImGuiKey_Tab);
    }
    CHECK(page.find("button", "Columns").focused);
    CHECK_FALSE(page.shows("complementary", "*"));
    // What the panel itself has is no such thing.
    show_panel(page, true);
    page.press(ImGuiKey_F6);
    for (int i = 0; i < 3; ++i) {
        page.press(ImGuiKey_Tab);
    }
    CHECK(page.shows("complementary", "*"));
}

TEST_CASE("On a tablet the sections are drawn as large as a finger wants them, without what it reaches beyond") {
    Page page(tablet());
    std::size_t links = 0;
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (node.role == "link") {
            INFO(node.name);
            CHECK(node.height * page.state().scale >= 44 - 0.5F);
            ++links;
        }
    }
    CHECK(links == 17);
}

TEST_CASE("Under a finger the page says what a finger does, and names no keys") {
    for (const char *plan : {"blank", "reference"}) {
        Page page({.width = 1024, .height = 768, .touch = true, .templateName = plan});
        std::set<std::string> found;
        for (const char *section : {"Plans", "Overview", "Organisation", "Models", "RACI grid", "Cadences", "Decisions", "Escalation",
                                    "KPIs", "Governance", "Readiness", "Accounts", "Score", "Contacts", "Program", "Pods", "Engagement"}) {
            page.click("link", section);
            found.merge(words_of_keys());
        }
        open_page_menu(page);
        found.merge(words_of_keys());
        page.press(ImGuiKey_Escape);
        page.click("button", "Find or do anything");
        found.merge(words_of_keys());
        CHECK(found == std::set<std::string>());
    }
    Page page(tablet());
    page.click("button", "Blind ballots");
    page.click("tab", "Marketing");
    CHECK(words_of_keys().empty());
    try_sample(page);
    page.click("link", "Pods");
    page.click("button", "Make 8 pods from the roles");
    page.click("button", "Assign accounts");
    page.click("button", "Assign");
    CHECK(page.says({"hold an account to carry it"}));
    page.click("link", "Engagement");
    page.click("button", "Plan from week*");
    CHECK(page.says({"Hold a bar and carry it"}));
    CHECK(words_of_keys().empty());
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    page.click("tab", "The grid, row by row");
    CHECK(page.shows("button", "Park it"));
    CHECK(words_of_keys().empty());
}

TEST_CASE("Where there is a mouse, menus name the keys") {
    Page page;
    open_page_menu(page);
    CHECK(page.find("menuitem", "Save as a new file…").description == "Ctrl+Shift+S");
    page.press(ImGuiKey_Escape);
    page.press(ImGuiMod_Ctrl | ImGuiKey_K);
    page.settle();
    CHECK_FALSE(page.shows("button", "Close"));
}

TEST_CASE("On a tablet the palette has a way out that a finger can hit") {
    Page page(tablet());
    page.click("button", "Find or do anything");
    REQUIRE(page.shows("dialog", "Find or do anything"));
    CHECK(too_small(page).empty());
    const platform::MirrorNode close = page.find("button", "Close");
    CHECK(close.x >= page.find("textbox", "Find or do anything").x + page.find("textbox", "Find or do anything").width);
    page.tap(centre(close));
    CHECK_FALSE(page.shows("dialog", "Find or do anything"));
}

TEST_CASE("On a low page the palette ends above a notice: its last rows are seen and reached") {
    Page page({.width = 1024, .height = 480});
    page.click("button", "Find or do anything");
    page.settle();
    const platform::MirrorNode alone = page.find("dialog", "Find or do anything");
    page.dispatch(platform::Event{platform::FileSaved{.name = "Our plan.json"}});
    page.settle();
    const platform::MirrorNode palette = page.find("dialog", "Find or do anything");
    const platform::MirrorNode notice = page.find("status", "Saved the file*");
    CHECK(alone.y + alone.height > notice.y);
    CHECK(palette.y + palette.height <= notice.y);
}

TEST_CASE("On a tablet what an import would change stands whole above the foot of its dialog, clear of its line") {
    Page page(tablet());
    try_sample(page);
    page.dispatch(platform::Event{
        platform::FileOpened{0, "crm.csv", "Account ID,Account Name,Employees\nA-001,Alder Biotech,many\nX-1,Zeta,12\nX-2,Eta,much\n"}});
    page.settle();
    const platform::MirrorNode dialog = page.find("dialog", "Import accounts*");
    const platform::MirrorNode result = page.find("status", "2 new, 1 changed*");
    constexpr float foot = 64;
    CHECK(result.height > 30); // two lines
    CHECK(result.y + result.height + 8 <= dialog.y + dialog.height - foot);
}

TEST_CASE("An open menu lies over a notice: a finger reaches its last items") {
    Page page(tablet());
    platform::null::send(platform::UpdateReady{});
    page.settle();
    open_page_menu(page);
    const platform::MirrorNode notice = page.find("status", "A newer version*");
    const platform::MirrorNode item = page.find("menuitem", "Delete the plan");
    const ImVec2 at(item.x + 20, centre(item).y);
    REQUIRE(ImRect({notice.x, notice.y}, {notice.x + notice.width, notice.y + notice.height}).Contains(at));
    page.tap(at);
    CHECK_FALSE(page.state().open);
    // Once the menu has closed the notice is in front again.
    page.click("button", "Later");
    CHECK_FALSE(page.shows("status", "A newer version*"));
}

TEST_CASE("On a tablet what is chosen in saving ends beside the scroll bar, and the columns of the accounts scroll in one place") {
    Page page(tablet());
    page.dispatch(action::ShowExport{});
    page.settle();
    const platform::MirrorNode formats = page.find("tablist", "Written as");
    for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
        if (window->WasActive && window->ScrollbarY && window->Rect().Contains(ImVec2(formats.x + 1, formats.y + 1))) {
            INFO(window->Name);
            CHECK(formats.x + formats.width <= window->InnerRect.Max.x);
        }
    }
    page.press(ImGuiKey_Escape);
    page.settle();
    try_sample(page);
    page.click("button", "Columns");
    CHECK(scroll_bars_in(page.find("dialog", "Columns")) == 1);
    const platform::MirrorNode done = page.find("button", "Done");
    CHECK(done.y + done.height < ImGui::GetIO().DisplaySize.y);
}

TEST_CASE("On a tablet a plan is begun by a button of one line, and another week is chosen beside it") {
    Page page(tablet());
    try_sample(page);
    page.click("link", "Engagement");
    const platform::MirrorNode start = page.find("button", "Plan from week*");
    CHECK(start.height == ui::controlHeight);
    CHECK(page.find("button", "Begin a week later").y == start.y);
}

TEST_CASE("On a tablet the boxes of the reporting lines have room for whole names") {
    Page page(tablet());
    page.click("link", "Organisation");
    page.click("button", "Draw the usual lines");
    const platform::MirrorNode chart = page.find("group", "Reporting lines");
    for (const char *name : {"Product specialist", "Marketing manager", "Account marketer", "Sales manager"}) {
        for (const platform::MirrorNode &node : ui::semantics::last()) {
            if (node.role == "button" && node.name == name && node.y >= chart.y) {
                INFO(name);
                constexpr float around = 16;
                constexpr float people = 19;
                const auto lines = ui::wrapped_lines(name, {.size = ui::type::small, .strong = true}, node.width - around);
                CHECK(lines.size() <= 2);
                CHECK(node.height >= people + 16 * static_cast<float>(lines.size()));
            }
        }
    }
}
