// The help about keys, where each command is given others by pressing them.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void open_keys(Page &page) {
    page.dispatch(action::ShowKeys{});
    page.settle();
    REQUIRE(page.shows("dialog", "Keyboard shortcuts"));
}

/// Chooses the command's line and presses the keys.
void choose_keys(Page &page, const char *command, ImGuiKeyChord chord) {
    page.click("button", command);
    REQUIRE(page.says({"Press the keys for “", command}));
    page.press(chord);
}

std::string keys_of(const Page &page, const char *command) { return page.find("button", command).value; }

bool takes(const std::string &chord) {
    const std::vector<std::string> &taken = platform::null::machine().takenKeys;
    return std::find(taken.begin(), taken.end(), chord) != taken.end();
}

std::string kept() { return platform::null::machine().preferences["keys"]; }

constexpr ImGuiKeyChord ctrl(ImGuiKey key) { return ImGuiMod_Ctrl | key; }

const char *const findAnything = "Find or do anything";

} // namespace

TEST_CASE("A command gets the keys that are pressed for it, everywhere and at once, and the page takes just these from the browser") {
    Page page;
    CHECK(takes("Mod+k"));
    CHECK_FALSE(takes("Mod+e"));
    open_keys(page);
    CHECK(keys_of(page, findAnything) == "Ctrl+K");
    choose_keys(page, findAnything, ctrl(ImGuiKey_E));
    CHECK(keys_of(page, findAnything) == "Ctrl+E");
    CHECK(page.says({"“Find or do anything” is Ctrl+E now."}));
    CHECK(takes("Mod+e"));
    CHECK_FALSE(takes("Mod+k"));
    CHECK(kept() == "palette Mod+e\n");
    page.press(ImGuiKey_Escape);
    page.press(ctrl(ImGuiKey_K));
    CHECK_FALSE(page.shows("dialog", findAnything));
    page.press(ctrl(ImGuiKey_E));
    CHECK(page.shows("dialog", findAnything));
    page.press(ctrl(ImGuiKey_E));
    CHECK_FALSE(page.shows("dialog", findAnything));
}

TEST_CASE("While keys are awaited every key comes to the page, and none does what it else does") {
    Page page;
    open_keys(page);
    page.click("button", "Undo");
    CHECK(platform::null::machine().everyKeyTaken);
    CHECK(page.find("button", "Undo").focused);
    page.press(ImGuiKey_DownArrow);
    page.press(ImGuiKey_Enter);
    page.press(ImGuiKey_Tab);
    CHECK(platform::null::machine().everyKeyTaken);
    CHECK(page.find("button", "Undo").focused);
    page.press(ImGuiKey_Escape);
    CHECK_FALSE(platform::null::machine().everyKeyTaken);
    CHECK(page.shows("dialog", "Keyboard shortcuts")); // the next Escape closes it
    // Whoever has no Escape key leaves it by a button.
    page.click("button", "Undo");
    REQUIRE(platform::null::machine().everyKeyTaken);
    page.click("button", "Leave it");
    CHECK_FALSE(platform::null::machine().everyKeyTaken);
    CHECK(keys_of(page, "Undo") == "Ctrl+Z");
    SECTION("a click elsewhere ends it too") {
        page.click("button", "Undo");
        page.click("button", "Redo");
        CHECK_FALSE(platform::null::machine().everyKeyTaken);
        CHECK(page.says({"Nothing was changed."}));
    }
    SECTION("and so does closing the dialog") {
        page.click("button", "Undo");
        page.dispatch(action::CloseDialog{});
        page.settle();
        CHECK_FALSE(platform::null::machine().everyKeyTaken);
    }
}

TEST_CASE("Keys are chosen with the keyboard alone, and through the mirror") {
    Page page;
    open_keys(page);
    SECTION("the keyboard") {
        for (int i = 0; i < 40 && !page.find("button", "Save a file").focused; ++i) {
            page.press(ImGuiKey_Tab);
        }
        REQUIRE(page.find("button", "Save a file").focused);
        page.press(ImGuiKey_Enter);
    }
    SECTION("the mirror") {
        platform::null::send(platform::MirrorActivated{page.find("button", "Save a file").id, false});
        page.settle();
    }
    page.press(ctrl(ImGuiKey_B));
    CHECK(keys_of(page, "Save a file") == "Ctrl+B");
    page.press(ImGuiKey_Escape);
    page.press(ctrl(ImGuiKey_B));
    page.settle();
    CHECK(platform::null::machine().saved.size() == 1);
}

TEST_CASE("What a browser, a field or the grid keeps for itself is refused in a sentence") {
    Page page;
    open_keys(page);
    page.click("button", "Save a file");
    const auto refused = [&](ImGuiKeyChord chord, const char *why) {
        page.press(chord);
        INFO(why);
        CHECK(page.says({why}));
        CHECK(platform::null::machine().everyKeyTaken);
        CHECK(keys_of(page, "Save a file") == "Ctrl+S");
    };
    refused(ctrl(ImGuiKey_W), "Ctrl+W closes the tab: the browser keeps it.");
    refused(ctrl(ImGuiKey_T), "Ctrl+T opens a tab: the browser keeps it.");
    refused(ctrl(ImGuiKey_P), "Ctrl+P prints the page: the browser keeps it.");
    refused(ctrl(ImGuiKey_1), "Ctrl+1 goes to another tab: the browser keeps it.");
    refused(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_T, "Ctrl+Shift+T brings a closed tab back: the browser keeps it.");
    refused(ImGuiKey_F5, "F5 reloads the page: the browser keeps it.");
    refused(ctrl(ImGuiKey_F5), "Ctrl+F5 reloads the page: the browser keeps it.");
    refused(ImGuiKey_F11, "F11 fills the screen: the browser keeps it.");
    refused(ImGuiKey_F12, "F12 opens the developer’s tools: the browser keeps it.");
    refused(ImGuiMod_Super | ImGuiKey_E, "Windows+E belongs to the system.");
    refused(ImGuiKey_R, "R is written into fields and cells; with Ctrl or Alt held it can be a shortcut.");
    refused(ImGuiMod_Shift | ImGuiKey_R, "Shift+R is written into fields and cells;");
    refused(ImGuiMod_Ctrl | ImGuiMod_Alt | ImGuiKey_E, "Ctrl+Alt+E writes a character on some keyboards.");
    refused(ImGuiKey_Tab, "Tab moves about the page and works what is there.");
    refused(ImGuiKey_Enter, "Enter moves about the page and works what is there.");
    refused(ImGuiKey_DownArrow, "↓ moves about the page and works what is there.");
    refused(ctrl(ImGuiKey_C), "Ctrl+C belongs to copying, cutting and pasting.");
    refused(ctrl(ImGuiKey_Z), "Ctrl+Z changes the text of a field.");
    refused(ImGuiKey_Delete, "Del changes the text of a field.");
    refused(ctrl(ImGuiKey_Semicolon), "lies elsewhere on other keyboards, or is missing there.");
    // After all that the right ones are still taken.
    page.press(ImGuiKey_F8);
    CHECK(keys_of(page, "Save a file") == "F8");
}

TEST_CASE("On Apple's keyboards ⌘ stands for Ctrl, and Option writes characters") {
    Page page({.apple = true});
    open_keys(page);
    page.click("button", "Save a file");
    page.press(ImGuiMod_Alt | ImGuiKey_B);
    CHECK(page.says({"Option+B writes a character on some keyboards."}));
    // Dear ImGui itself takes the command key for Ctrl there.
    page.press(ImGuiMod_Super | ImGuiKey_B);
    CHECK(keys_of(page, "Save a file") == "⌘B");
    CHECK(takes("Mod+b"));
}

TEST_CASE("Keys that another command has are taken over only after asking, and the other has none then") {
    Page page;
    open_keys(page);
    choose_keys(page, "Share the plan", ctrl(ImGuiKey_K));
    CHECK(page.says({"Ctrl+K is “Find or do anything”. Take it for “Share the plan”?"}));
    CHECK(keys_of(page, findAnything) == "Ctrl+K");
    SECTION("left") {
        page.click("button", "Leave it");
        CHECK(keys_of(page, findAnything) == "Ctrl+K");
        CHECK(keys_of(page, "Share the plan") == "Ctrl+Shift+L");
        CHECK(kept().empty());
    }
    SECTION("taken, by Enter on the answer that has the keyboard") {
        REQUIRE(page.find("button", "Take it").focused);
        page.press(ImGuiKey_Enter);
        CHECK(keys_of(page, findAnything) == "None");
        CHECK(keys_of(page, "Share the plan") == "Ctrl+K");
        CHECK(page.find("button", "Share the plan").focused);
        CHECK_FALSE(takes("Mod+Shift+l"));
        page.press(ImGuiKey_Escape);
        page.press(ctrl(ImGuiKey_K));
        page.settle();
        CHECK(page.shows("dialog", "Share this plan"));
        page.press(ImGuiKey_Escape);
        // Putting the one back gives the other its own again.
        open_keys(page);
        page.click("button", "Put back: Find or do anything");
        CHECK(keys_of(page, findAnything) == "Ctrl+K");
        CHECK(keys_of(page, "Share the plan") == "Ctrl+Shift+L");
        CHECK(kept().empty());
    }
    SECTION("of two that a command has, the other stays") {
        page.click("button", "Leave it");
        choose_keys(page, "Share the plan", ImGuiKey_Insert);
        page.click("button", "Take it");
        CHECK(keys_of(page, "Share the plan") == "Insert");
        CHECK(keys_of(page, "Add an activity below") == "Ctrl+Enter");
    }
}

TEST_CASE("Usual keys come back, for one command or for all") {
    Page page;
    open_keys(page);
    CHECK(page.find("button", "Put all back").disabled);
    choose_keys(page, "Save a file", ctrl(ImGuiKey_B));
    choose_keys(page, "Open a file", ImGuiKey_F8);
    CHECK_FALSE(page.shows("button", "Put back: Undo"));
    page.click("button", "Put back: Save a file");
    CHECK(keys_of(page, "Save a file") == "Ctrl+S");
    CHECK(kept() == "open-file F8\n");
    choose_keys(page, "Rename", ImGuiKey_F9);
    page.click("button", "Put all back");
    CHECK(keys_of(page, "Rename") == "F2");
    CHECK(keys_of(page, "Open a file") == "Ctrl+O");
    CHECK(kept().empty());
    CHECK(takes("F2"));
    CHECK_FALSE(takes("F9"));
    SECTION("by pressing them as well") {
        choose_keys(page, "Rename", ImGuiKey_F9);
        choose_keys(page, "Rename", ImGuiKey_F2);
        CHECK(kept().empty());
    }
}

TEST_CASE("A command that was a character or had no keys at all can have some, and the character is no key of it then") {
    Page page;
    open_keys(page);
    choose_keys(page, "Add a role to the right", ImGuiMod_Alt | ImGuiKey_N);
    CHECK(keys_of(page, "Duplicate the plan") == "None");
    choose_keys(page, "Add a meeting", ImGuiMod_Alt | ImGuiKey_M);
    choose_keys(page, "KPIs", ImGuiMod_Alt | ImGuiKey_K);
    page.press(ImGuiKey_Escape);
    page.click_cell("Demo delivery", "CFO");
    page.type("+");
    page.settle();
    CHECK_FALSE(page.shows("textbox", "Name of the new role"));
    page.press(ImGuiMod_Alt | ImGuiKey_N);
    CHECK(page.shows("textbox", "Name of the new role"));
    page.press(ImGuiKey_Escape);
    page.press(ImGuiMod_Alt | ImGuiKey_K);
    CHECK(page.state().view == View::kpis);
    page.press(ImGuiMod_Alt | ImGuiKey_M);
    CHECK(page.state().view == View::cadences);
    CHECK(page.find("textbox", "Add a meeting").focused);
}

TEST_CASE("Other keys stand in menus and in the palette too") {
    Page page;
    open_keys(page);
    choose_keys(page, "Save as a new file…", ctrl(ImGuiKey_E));
    page.press(ImGuiKey_Escape);
    page.click("button", "More of this plan");
    CHECK(page.find("menuitem", "Save as a new file…").description == "Ctrl+E");
}

TEST_CASE("Keys are kept over a restart, and what somebody else wrote in their place is passed over") {
    Page page;
    SECTION("kept") {
        open_keys(page);
        choose_keys(page, findAnything, ctrl(ImGuiKey_E));
        page.press(ImGuiKey_Escape);
        page.reload();
        CHECK(takes("Mod+e"));
        CHECK_FALSE(takes("Mod+k"));
        page.press(ctrl(ImGuiKey_E));
        CHECK(page.shows("dialog", findAnything));
    }
    SECTION("hostile or stale") {
        std::string text = "palette Mod+w\n"         // the browser's
                           "undo Mod+s\n"            // another command's
                           "copy Mod+e\n"            // copying is the browser's own
                           "rename r\n"              // a letter
                           "no-such-command Mod+b\n" // of a version to come
                           "share Mod+Mod+Foo\n"
                           "<script> Mod+b\n"
                           "redo\n"
                           "help Mod+";
        text += std::string(3, '\0') + "\n open-file \n";
        text += "group Mod+b\nmove-up Mod+b\n"; // twice the same: the first has it
        platform::null::machine().preferences["keys"] = text;
        page.reload();
        CHECK(takes("Mod+k"));
        CHECK(takes("Mod+s"));
        CHECK(takes("Mod+b"));
        CHECK_FALSE(takes("Mod+w"));
        CHECK_FALSE(takes("r"));
        open_keys(page);
        CHECK(keys_of(page, findAnything) == "Ctrl+K");
        CHECK(keys_of(page, "Undo") == "Ctrl+Z");
        CHECK(keys_of(page, "Rename") == "F2");
        CHECK(keys_of(page, "Share the plan") == "Ctrl+Shift+L");
        CHECK(keys_of(page, "Group into a phase") == "Ctrl+B");
        CHECK(keys_of(page, "Move up") == "Alt+↑");
    }
    SECTION("endless") {
        platform::null::machine().preferences["keys"] = std::string(std::size_t{1} << 20U, 'a') + " Mod+e\npalette Mod+e\n";
        page.reload();
        CHECK(takes("Mod+k"));
    }
}

TEST_CASE("A command is found in the help by a part of its name or by its keys") {
    Page page;
    open_keys(page);
    page.click("textbox", "Find a command or a key");
    page.type("freeze");
    CHECK(page.shows("button", "Freeze the list"));
    CHECK_FALSE(page.shows("button", "Undo"));
    page.press(ctrl(ImGuiKey_A));
    page.type("ctrl+k");
    CHECK(page.shows("button", findAnything));
    CHECK_FALSE(page.shows("button", "Freeze the list"));
    page.type("zzz");
    CHECK(page.count("heading") == 0);
}

TEST_CASE("What is looked for in the help begins with the first that is found, however far somebody had scrolled") {
    Page page({.width = 1024, .height = 768, .touch = true});
    open_keys(page);
    page.hover({370, 300});
    ImGui::GetIO().AddMouseWheelEvent(0, -100);
    page.settle();
    page.click("textbox", "Find a command or a key");
    page.type("account");
    const platform::MirrorNode field = page.find("textbox", "Find a command or a key");
    CHECK(page.find("heading", "Letters").y >= field.y + field.height);
}

TEST_CASE("No two commands have the same keys, and every usual one is told to the browser") {
    Page page;
    std::vector<std::string> taken = platform::null::machine().takenKeys;
    CHECK(taken.size() > 20);
    std::sort(taken.begin(), taken.end());
    CHECK(std::adjacent_find(taken.begin(), taken.end()) == taken.end());
}

TEST_CASE("In a small window the lines of the help stand one below the other, and what is said has room") {
    Page page({.width = 640, .height = 720});
    open_keys(page);
    CHECK(page.find("button", "Undo").x == page.find("button", "Rename").x);
    choose_keys(page, "Share the plan", ctrl(ImGuiKey_K));
    const platform::MirrorNode &said = page.find("status", "Ctrl+K is *");
    CHECK(said.y > page.find("textbox", "Find a command or a key").y + 32);
    CHECK(said.x + said.width <= page.find("button", "Take it").x);
    page.picture("keys-narrow");
}

TEST_CASE("Pictures of the help about keys", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        Page page(variant.options);
        open_keys(page);
        choose_keys(page, "Save a file", ctrl(ImGuiKey_B));
        page.click("button", "Open a file");
        page.picture("keys-awaited" + variant.suffix);
        page.press(ctrl(ImGuiKey_W));
        page.picture("keys-refused" + variant.suffix);
        page.press(ctrl(ImGuiKey_K));
        page.picture("keys-asked" + variant.suffix);
        page.click("button", "Leave it");
        page.scroll_to("button", "Add a meeting");
        page.picture("keys-sections" + variant.suffix);
        page.click("textbox", "Find a command or a key");
        page.type("account");
        page.picture("keys-found" + variant.suffix);
    }
}
