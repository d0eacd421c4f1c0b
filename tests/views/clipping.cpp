// Nothing of a section is cut off at the window's bottom without a way to scroll to it, and nothing lies on something else.
#include <algorithm>
#include <array>
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

constexpr std::array allSections = {"Plans",     "Overview",   "Organisation", "Models",     "RACI grid", "Cadences",
                                    "Decisions", "Escalation", "KPIs",         "Governance", "Readiness", "Accounts",
                                    "Score",     "Contacts",   "Program",      "Pods",       "Engagement"};

using Node = platform::MirrorNode;

bool is_used(const Node &node) {
    static const std::set<std::string> roles = {"button", "link",     "textbox", "checkbox", "radio",     "switch",
                                                "tab",    "combobox", "slider",  "gridcell", "rowheader", "columnheader"};
    return roles.contains(node.role);
}

/// The parts of the page that scroll, and have something below what is seen of them.
std::vector<ImRect> scrolling_parts() {
    std::vector<ImRect> parts;
    for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
        if (window->WasActive && window->ScrollbarY) {
            parts.push_back(window->InnerRect);
        }
    }
    return parts;
}

/// Whether scrolling brings it into sight.
bool can_be_reached(const Node &node, const std::vector<ImRect> &parts) {
    const float middle = node.x + node.width / 2;
    return std::any_of(parts.begin(), parts.end(), [&](const ImRect &part) { return middle >= part.Min.x && middle <= part.Max.x; });
}

void check_reach(const std::string &where) {
    const std::vector<ImRect> parts = scrolling_parts();
    for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
        // What scrolls says so.
        if (window->WasActive && window->ScrollMax.y > 0.5F) {
            INFO(where << ": " << window->Name);
            CHECK(window->ScrollbarY);
        }
    }
    for (const Node &node : ui::semantics::last()) {
        if (node.role != "group" && node.role != "list" && node.role != "grid" && node.y + node.height > 721) {
            INFO(where << ": " << node.role << " " << node.name << " ends at " << node.y + node.height);
            CHECK(can_be_reached(node, parts));
        }
    }
}

ImRect box_of(const Node &node) { return {{node.x, node.y}, {node.x + node.width, node.y + node.height}}; }

/// A row may hold buttons of its own; two things that cross lie on each other.
void check_apart(const std::string &where) {
    std::vector<const Node *> used;
    for (const Node &node : ui::semantics::last()) {
        if (is_used(node) && node.width > 0 && node.height > 0) {
            used.push_back(&node);
        }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        for (std::size_t k = i + 1; k < used.size(); ++k) {
            ImRect first = box_of(*used[i]);
            ImRect second = box_of(*used[k]);
            first.Expand(-1.5F);
            second.Expand(-1.5F);
            const bool within = first.Contains(second) || second.Contains(first);
            const bool inSight = first.Min.y < 720 && second.Min.y < 720;
            if (inSight && !within && first.Overlaps(second)) {
                INFO(where << ": " << used[i]->role << " " << used[i]->name << " lies on " << used[k]->role << " " << used[k]->name);
                CHECK(false);
            }
        }
    }
}

} // namespace

TEST_CASE("Nothing is cut off at the bottom of a projector's picture that cannot be scrolled to") {
    for (const char *start : {"reference", "blank", ""}) {
        Page page({.templateName = start});
        for (const char *section : allSections) {
            page.click("link", section);
            check_reach(std::string(section) + " of " + start);
        }
    }
}

TEST_CASE("A line never ends within a number, however narrow it is") {
    Page page;
    const ui::TextStyle style{.size = ui::type::small};
    const std::string text = "Industry counts 11.5 % of 100,000 points, and 5 % more";
    for (float width = 60; width < 400; width += 1) {
        std::string whole;
        for (const std::string_view line : ui::wrapped_lines(text, style, width)) {
            CHECK_FALSE(line.ends_with("11."));
            CHECK_FALSE(line.ends_with("11.5"));
            CHECK_FALSE(line.ends_with("100,"));
            CHECK_FALSE(line.ends_with(" 5"));
            whole += (whole.empty() ? "" : " ") + std::string(line);
        }
        CHECK(whole == text);
    }
}

TEST_CASE("A hint that is too long for its field ends in an ellipsis within it") {
    Page page;
    const std::string hint = "What it objects to (may stay empty)";
    const ui::TextStyle style{.size = ui::type::small};
    const float width = ui::text_size(hint, style).x;
    CHECK(ui::fitting(hint, style, width) == hint);
    const std::string cut = ui::fitting(hint, style, width / 2);
    CHECK(cut.ends_with("…"));
    CHECK(cut.size() > 10);
    CHECK(ui::text_size(cut, style).x <= width / 2 + 1);
}

TEST_CASE("On a tablet what is chosen beside a text stands below it, and nothing is cut off beside a scroll bar") {
    Page page({.width = 1024, .height = 768, .touch = true});
    try_sample(page);
    page.click("link", "Program");
    page.click("button", "Revenue");
    const Node brings = page.find("combobox", "What a won account brings");
    const Node from = page.find("combobox", "Target from the KPI");
    CHECK(brings.x >= page.find("heading", "Program").x);
    CHECK(brings.x + brings.width < from.x);
    CHECK(brings.y == from.y);
    page.dispatch(action::ShowShare{});
    page.settle();
    std::size_t beside = 0;
    for (const ImRect &part : scrolling_parts()) {
        for (const char *name : {"Copy link", "Save file"}) {
            const Node &node = page.find("button", name);
            if (part.Contains(ImVec2(node.x + 1, node.y + 1))) {
                INFO(name);
                CHECK(node.x + node.width <= part.Max.x);
                ++beside;
            }
        }
    }
    CHECK(beside >= 2);
}

TEST_CASE("Nothing that can be used lies on something else") {
    for (const char *start : {"reference", "blank"}) {
        Page page({.templateName = start});
        for (const char *section : allSections) {
            page.click("link", section);
            check_apart(std::string(section) + " of " + start);
        }
    }
}

TEST_CASE("In the workshop nothing lies on something else, and nothing is out of reach") {
    Page page;
    page.click("link", "Overview");
    page.click("button", "Settle it in the room");
    check_apart("The gaps");
    page.click("button", "Change the run sheet");
    check_apart("The run sheet");
    for (const char *step : {"The grid, row by row", "Decisions and escalation", "Meetings and rhythm"}) {
        page.click("tab", step);
        for (int i = 0; i < 12 && !page.shows("heading", "Nothing is left to settle here"); ++i) {
            check_apart(step);
            check_reach(step);
            page.type(i % 3 == 0 ? "a" : "n");
        }
    }
    page.click("tab", "Close: owners and first dates");
    check_apart("The close");
    check_reach("The close");
}
