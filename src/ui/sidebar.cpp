// The slim list of sections, with what there is to settle in each.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "ui/commands.h"
#include "ui/fades.h"
#include "ui/scene.h"
#include "ui/sections.h"
#include "ui/shortcuts.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

constexpr float sidebarInset = 10;
constexpr float brandHeight = 60;
constexpr float tallestRow = 34;
constexpr float lowestRow = 24;
constexpr float lowestTouched = controlHeight; // what a finger needs
constexpr float sidebarFootHeight = 52;
constexpr float underPlans = 12; ///< more room, since it is above what belongs to one plan

/// Rows that are as large as a finger need nothing between them, and more of them are in sight.
float rows_apart() { return design().setting.touch ? 0 : 2; }

/// Where not all of them fit: as low as may be, so that the last one in sight is cut through its name, which shows that there are more.
float height_that_cuts(float room, float lowest) {
    for (float height = lowest; height <= lowest + 4; ++height) {
        const float rows = room / (height + rows_apart());
        if (std::abs(rows - std::floor(rows) - 0.5F) < 0.15F) {
            return height;
        }
    }
    return lowest;
}

/// As tall as all of them fit above the foot.
float row_height(float height) {
    const float room = height - brandHeight - sidebarFootHeight - underPlans;
    const float each = room / static_cast<float>(sections.size()) - rows_apart();
    const float lowest = design().setting.touch ? lowestTouched : lowestRow;
    return each >= lowest ? std::min(each, tallestRow) : height_that_cuts(room, lowest);
}

/// What there is to settle there; the overview has all of it.
std::size_t open_things(const Scene &scene, View view) {
    if (view == View::overview) {
        return scene.derived.count.total();
    }
    return open_in(scene.derived, view);
}

void draw_brand() {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect mark({at.x + sidebarInset + 6, at.y + 16}, {at.x + sidebarInset + 26, at.y + 36});
    list.AddRectFilled(mark.Min, mark.Max, palette().accent, 5);
    // A court seen from above: the halfway line and its circle.
    list.AddLine({mark.Min.x + 4, mark.GetCenter().y}, {mark.Max.x - 4, mark.GetCenter().y}, palette().onAccent, 1.5F);
    list.AddCircle(mark.GetCenter(), 4.5F, palette().onAccent, 0, 1.5F);
    draw_line(list, {{mark.Max.x + 10, at.y}, {at.x + 160, at.y + 52}}, "Fullcourt", {.size = type::body, .strong = true});
    ImGui::Dummy({0, brandHeight});
}

void draw_count(ImDrawList &list, const ImRect &row, std::size_t count, ImU32 ink) {
    const std::string text = std::to_string(count);
    const TextStyle style{.size = type::tiny, .colour = ink, .strong = true};
    draw_line(list, {row.Min, {row.Max.x - 10, row.Max.y}}, text, style, Align::right);
}

std::string described(std::size_t open) { return open > 0 ? counted(open, "thing to settle", "things to settle") : std::string(); }

void draw_section(Scene &scene, const Section &section, float height) {
    // Ballots are the grid, filled in blindly.
    const bool chosen = (scene.state.view == View::ballots ? View::raci : scene.state.view) == section.view;
    ImGui::SetCursorPosX(sidebarInset);
    if (chosen) {
        focus_next_item(scene, Region::sidebar);
    }
    const float width = ImGui::GetContentRegionAvail().x - sidebarInset;
    if (ImGui::InvisibleButton(section.id, {width, height}, ImGuiButtonFlags_EnableNav)) {
        scene.dispatch(action::Show{section.view});
    }
    const ImRect row(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered()) {
        list.AddRectFilled(row.Min, row.Max, chosen ? palette().pressed : palette().hover, rounding);
    }
    if (chosen) {
        keep_still_around(ImGui::GetCurrentWindow()->InnerRect, row);
    }
    const ImU32 ink = chosen ? palette().text : palette().muted;
    draw_icon(list, {row.Min.x + 18, row.GetCenter().y}, section.icon, 17, ink);
    draw_line(list, {{row.Min.x + 36, row.Min.y}, {row.Max.x - 30, row.Max.y}}, section.name,
              {.size = type::small + 1, .colour = ink, .strong = chosen});
    const std::size_t open = open_things(scene, section.view);
    if (open > 0) {
        draw_count(list, row, open, chosen ? palette().text : palette().muted);
    }
    focus_ring(row, ImGui::GetItemID());
    semantics::item({.role = "link", .name = section.name, .description = described(open), .selected = chosen});
    gap(section.view == View::plans ? rows_apart() + underPlans : rows_apart());
}

void draw_foot(Scene &scene, float height) {
    ImGui::SetCursorPos({sidebarInset, height - 44});
    const char *themeIcon = scene.state.theme == fullcourt::Theme::system ? icon::monitor : scene.state.dark() ? icon::moon : icon::sun;
    if (icon_button("##theme", themeIcon, "Theme and size")) {
        ImGui::OpenPopup("##theme-menu");
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImGui::SetNextWindowPos({box.Min.x, box.Min.y - 6}, ImGuiCond_Always, {0, 1});
    menu("##theme-menu", "Theme and size", [&] { draw_command_menu(scene, look_commands(scene)); });
    ImGui::SameLine(0, 4);
    if (icon_button("##keys", icon::keyboard, "Keyboard shortcuts", {.shortcut = key_text(Command::help)})) {
        scene.dispatch(action::ShowKeys{});
    }
    ImGui::SameLine(0, 4);
    if (icon_button("##palette", icon::search, "Find or do anything", {.shortcut = key_text(Command::palette)})) {
        scene.dispatch(action::ShowPalette{});
    }
    ImGui::SameLine(0, 4);
    if (icon_button("##about", icon::info, "About this page")) {
        scene.dispatch(action::ShowAbout{});
    }
}

} // namespace

void draw_sidebar(Scene &scene, float height) {
    const semantics::Group group("sidebar", ImGui::GetCurrentWindow()->Rect(), {.role = "navigation", .name = "Sections"});
    draw_brand();
    // Where not all of them fit, under a finger or on a very low screen, they scroll between brand and foot.
    ImGui::BeginChild("##sections", {0, height - brandHeight - sidebarFootHeight}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar);
    for (const Section &section : sections) {
        draw_section(scene, section, row_height(height));
    }
    ImGui::EndChild();
    fade_scrolled(palette().canvas);
    draw_foot(scene, height);
}

} // namespace fullcourt::ui
