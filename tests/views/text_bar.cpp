// Cut, copy, paste and select all by a finger: the bar beside what is selected, when it comes and when it goes.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/semantics.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

PageOptions on_a_tablet() { return {.width = 1180, .height = 820, .touch = true}; }

/// The bar's buttons from left to right; none where there is no bar.
std::vector<std::string> bar_buttons(const Page &page) {
    std::vector<std::string> names;
    const platform::MirrorNode *bar = page.search("toolbar", "Text");
    for (const platform::MirrorNode &node : ui::semantics::last()) {
        if (bar != nullptr && node.parent == bar->id && node.role == "button") {
            names.push_back(node.name);
        }
    }
    return names;
}

const std::vector<std::string> noBar;
const std::vector<std::string> forSelection = {"Cut", "Copy", "Paste", "Select all"};
const std::vector<std::string> forCaret = {"Paste", "Select all"};
const std::vector<std::string> forAll = {"Cut", "Copy", "Paste"};

std::string text_of(const Page &page, const std::string &field) { return page.find("textbox", field).value; }

/// At the beginning of a field's text, and behind the end of a short one.
ImVec2 text_start(const Page &page, const std::string &field) {
    const platform::MirrorNode &node = page.find("textbox", field);
    return {node.x + 14, node.y + 16};
}
ImVec2 behind_text(const Page &page, const std::string &field) {
    const platform::MirrorNode &node = page.find("textbox", field);
    return {node.x + node.width - 4, node.y + 16};
}

void tap_button(Page &page, const std::string &name) { page.tap(centre(page.find("button", name))); }

/// The plan's name, with the caret in it and nothing selected.
void rename_plan(Page &page) {
    page.click("button", "Rename plan");
    page.tap(behind_text(page, "Plan name"));
    page.tap(text_start(page, "Plan name"));
    REQUIRE(bar_buttons(page) == noBar);
}

void press_long(Page &page, const ImVec2 &at) {
    page.lift(at);
    page.put_down();
}

void select_by_dragging(Page &page, const ImVec2 &from, const ImVec2 &to) {
    page.lift(from);
    page.carry_to(to);
    page.put_down();
}

void select_name(Page &page) { select_by_dragging(page, text_start(page, "Plan name"), behind_text(page, "Plan name")); }

} // namespace

TEST_CASE("What a finger has selected by dragging is cut, copied or pasted over by a bar beside it, and the field keeps the caret") {
    Page page(on_a_tablet());
    rename_plan(page);
    const std::string title = text_of(page, "Plan name");
    page.lift(text_start(page, "Plan name"));
    page.carry_to(behind_text(page, "Plan name"));
    CHECK(bar_buttons(page) == noBar); // not before the finger is up
    page.put_down();
    const std::vector<std::string> offered = bar_buttons(page);
    CHECK((offered == forSelection || offered == forAll));
    page.picture("touch-text-bar");
    tap_button(page, "Copy");
    CHECK(bar_buttons(page) == noBar);
    CHECK(title.ends_with(platform::null::machine().copied.back()));
    CHECK(page.find("textbox", "Plan name").focused);
    CHECK(text_of(page, "Plan name") == title);

    page.tap(behind_text(page, "Plan name"));
    select_name(page);
    tap_button(page, "Cut");
    CHECK(bar_buttons(page) == noBar);
    CHECK(text_of(page, "Plan name").size() < 2);
    const std::string left = text_of(page, "Plan name");
    CHECK(left + platform::null::machine().copied.back() == title);
    CHECK(page.find("textbox", "Plan name").focused);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(text_of(page, "Plan name") == title);
    page.press(ImGuiKey_Enter);
    CHECK(page.plan().about->title == title);
}

TEST_CASE("Two taps select a word, and what is pasted over it is one step of the field's undo") {
    Page page(on_a_tablet());
    rename_plan(page);
    const std::string title = text_of(page, "Plan name");
    page.tap(behind_text(page, "Plan name"));
    page.tap_twice(text_start(page, "Plan name"));
    CHECK(bar_buttons(page) == forSelection);
    platform::null::machine().clipboard = "Northwind\nplan";
    tap_button(page, "Paste");
    CHECK(bar_buttons(page) == noBar);
    const std::string pasted = text_of(page, "Plan name");
    CHECK(pasted.starts_with("Northwind plan")); // a field of one line has no line breaks
    CHECK(pasted.ends_with(title.substr(title.find(' '))));
    page.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    CHECK(text_of(page, "Plan name") == title);
    page.press(ImGuiMod_Ctrl | ImGuiKey_Y);
    CHECK(text_of(page, "Plan name") == pasted);
}

TEST_CASE("A finger held on a field, or a tap on its caret, offers to paste and to select all; a second tap there closes the bar") {
    Page page(on_a_tablet());
    rename_plan(page);
    page.tap(text_start(page, "Plan name"));
    CHECK(bar_buttons(page) == forCaret);
    page.tap(text_start(page, "Plan name"));
    CHECK(bar_buttons(page) == noBar);
    page.tap(behind_text(page, "Plan name")); // the caret goes there, and that is all
    CHECK(bar_buttons(page) == noBar);
    press_long(page, text_start(page, "Plan name"));
    CHECK(bar_buttons(page) == forCaret);
    CHECK_FALSE(page.shows("menu", "*"));
    tap_button(page, "Select all");
    CHECK(bar_buttons(page) == forAll);
    platform::null::machine().clipboard = "Another name";
    tap_button(page, "Paste");
    CHECK(text_of(page, "Plan name") == "Another name");
}

TEST_CASE("The bar goes when somebody types, taps elsewhere, scrolls or leaves the field, and no mouse brings it") {
    Page page(on_a_tablet());
    rename_plan(page);
    const auto open_bar = [&] {
        press_long(page, text_start(page, "Plan name"));
        REQUIRE(bar_buttons(page) == forCaret);
    };
    open_bar();
    page.type("x");
    CHECK(bar_buttons(page) == noBar);
    open_bar();
    page.press(ImGuiKey_RightArrow);
    CHECK(bar_buttons(page) == noBar);
    open_bar();
    page.tap(behind_text(page, "Plan name"));
    CHECK(bar_buttons(page) == noBar);
    open_bar();
    page.swipe({600, 500}, {600, 440});
    CHECK(bar_buttons(page) == noBar);
    open_bar();
    page.press(ImGuiKey_Escape);
    CHECK(bar_buttons(page) == noBar);
    rename_plan(page);
    open_bar();
    page.tap({600, 700});
    CHECK(bar_buttons(page) == noBar);
    CHECK_FALSE(page.shows("textbox", "Plan name"));

    Page desk;
    desk.click("button", "Rename plan");
    const ImVec2 word = text_start(desk, "Plan name");
    desk.click_at(word);
    desk.click_at(word);
    desk.double_click("textbox", "Plan name");
    desk.click_at(word, 1);
    CHECK(bar_buttons(desk) == noBar);
}

TEST_CASE("The bar beside a word, light and dark", "[picture]") {
    for (const bool dark : {false, true}) {
        PageOptions options = on_a_tablet();
        options.dark = dark;
        options.density = 2;
        Page page(options);
        rename_plan(page);
        page.tap_twice(text_start(page, "Plan name"));
        CHECK(bar_buttons(page) == forSelection);
        page.picture(dark ? "touch-text-bar-dark" : "touch-text-bar-light");
    }
}

TEST_CASE("The bar lies within the page and beside the text, large enough for a finger, and the page rests with it") {
    Page page(on_a_tablet());
    rename_plan(page); // at the upper edge: there is room below alone
    select_name(page);
    const platform::MirrorNode above = page.find("toolbar", "Text");
    CHECK(above.y > page.find("textbox", "Plan name").y);
    CHECK(above.x >= 0);
    CHECK(above.y + above.height <= ImGui::GetIO().DisplaySize.y);
    for (const std::string &name : bar_buttons(page)) {
        CHECK(page.find("button", name).width * page.state().scale >= 44);
        CHECK(page.find("button", name).height * page.state().scale >= 44);
    }
    CHECK(page.settle() <= 3);
    CHECK(bar_buttons(page) != noBar);

    page.press(ImGuiKey_Escape);
    page.click("link", "Organisation");
    page.click("button", "Account executive");
    const std::string field = "Role name";
    page.scroll_to("textbox", field);
    page.tap(text_start(page, field));
    page.tap_twice(text_start(page, field));
    REQUIRE(bar_buttons(page) != noBar);
    const platform::MirrorNode bar = page.find("toolbar", "Text");
    CHECK(bar.x + bar.width <= ImGui::GetIO().DisplaySize.x);
    CHECK(bar.y + bar.height <= text_start(page, field).y); // above the line
    page.picture("touch-text-bar-panel");
}

TEST_CASE("In a field of several lines the bar stands beside the lines that are selected") {
    Page page(on_a_tablet());
    page.click("link", "Cadences");
    page.click("button", "AE and account marketer sync");
    const std::string field = "Topics";
    page.scroll_to("textbox", field);
    page.tap(text_start(page, field));
    page.press(ImGuiMod_Ctrl | ImGuiKey_A);
    page.paste("First things\nCall them\nWhat is next\n");
    const platform::MirrorNode box = page.find("textbox", field);
    constexpr float line = 14; // the size of its type
    page.tap_twice({box.x + 14, box.y + 8 + 1.5F * line});
    REQUIRE(bar_buttons(page) == forSelection);
    const platform::MirrorNode bar = page.find("toolbar", "Text");
    CHECK(bar.y + bar.height <= box.y + 8 + line);
    CHECK(bar.y + bar.height >= box.y - 4);
    page.picture("touch-text-bar-lines");
    tap_button(page, "Copy");
    CHECK(platform::null::machine().copied.back() == "Call");
    CHECK(text_of(page, field) == "First things\nCall them\nWhat is next\n");
}

TEST_CASE("Where the browser does not let the clipboard be read, or nothing is on it, a quiet line says so") {
    Page page(on_a_tablet());
    rename_plan(page);
    const std::string title = text_of(page, "Plan name");
    press_long(page, text_start(page, "Plan name"));
    platform::null::machine().clipboardRefused = true;
    tap_button(page, "Paste");
    CHECK(page.shows("status", "The browser did not let the page read the clipboard*"));
    CHECK(text_of(page, "Plan name") == title);
    CHECK(page.find("textbox", "Plan name").focused);
    platform::null::machine().clipboardRefused = false;
    press_long(page, text_start(page, "Plan name"));
    tap_button(page, "Paste");
    CHECK(page.shows("status", "There is no text on the clipboard."));
}

TEST_CASE("Each button of the bar is worked by its name, as a screen reader does") {
    Page page(on_a_tablet());
    rename_plan(page);
    press_long(page, text_start(page, "Plan name"));
    const auto activate = [&](const std::string &name) {
        platform::null::send(platform::MirrorActivated{page.find("button", name).id, false});
        page.settle();
    };
    activate("Select all");
    CHECK(bar_buttons(page) == forAll);
    const std::string title = text_of(page, "Plan name");
    activate("Cut");
    CHECK(platform::null::machine().copied.back() == title);
    CHECK(text_of(page, "Plan name").empty());
    press_long(page, text_start(page, "Plan name"));
    CHECK(bar_buttons(page) == std::vector<std::string>{"Paste"});
    activate("Paste");
    CHECK(text_of(page, "Plan name") == title);
}
