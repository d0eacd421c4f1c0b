// What there is to settle, beside the grid: one calm list, each with its reason and what mends it.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float inset = 16;

const char *severity_icon(Severity severity) {
    return severity == Severity::error ? icon::circleAlert : severity == Severity::warning ? icon::triangleAlert : icon::info;
}

std::string severity_title(Severity severity) {
    switch (severity) {
    case Severity::error: return "Needs a decision";
    case Severity::warning: return "Worth a look";
    case Severity::note: return "Good to know";
    }
    return {};
}

void draw_panel_head(Scene &scene) {
    PanelScratch &panel = scene.scratch.panel;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + inset, at.y + 10});
    const std::size_t open = scene.derived.count.total();
    const std::array<std::string, 2> tabs = {open == 0 ? std::string("To settle") : "To settle  " + std::to_string(open), "Details"};
    const float width = ImGui::GetContentRegionAvail().x - inset - controlHeight - 4;
    ImGui::BeginChild("##tabs", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    focus_next_item(scene, Region::panel);
    if (const std::optional<int> chosen = segments("##tabs", "Beside the grid", tabs, panel.tab)) {
        panel.tab = *chosen;
    }
    ImGui::EndChild();
    ImGui::SameLine(0, 6);
    if (icon_button("##close-panel", icon::panelRight, "Hide this panel", {.expanded = true})) {
        panel.open = false;
        scene.scratch.focus = Region::main;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 52});
}

/// As wide as beside a scroll bar, so that nothing moves when one appears.
float list_width() { return ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize - 4; }

float row_height(const Finding &finding, float width) { return wrapped_height(finding.message, {.size = type::small + 1}, width) + 12; }

void draw_fixes(Scene &scene, const Finding &finding) {
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        gap(6);
        ImGui::SetCursorPosX(inset + 26);
        ImGui::PushID(static_cast<int>(i));
        if (button("##fix", finding.fixes[i].label,
                   {.icon = icon::wandSparkles,
                    .width = list_width() - inset - 26 - 8,
                    .wrap = true,
                    .disabled = !scene.editable,
                    .tooltip = "One click; you can undo it"})) {
            scene.edit(finding.fixes[i]);
        }
        ImGui::PopID();
    }
}

void draw_reasons(Scene &scene, const Finding &finding) {
    gap(2);
    ImGui::SetCursorPosX(inset + 26);
    paragraph(finding.why, {.size = type::small, .colour = palette().muted}, list_width() - 2 * inset - 22);
    draw_fixes(scene, finding);
    gap(12);
}

/// The row is a button: it jumps to the place in the grid and shows the reasons.
void draw_finding_row(Scene &scene, const Finding &finding, bool expanded) {
    PanelScratch &panel = scene.scratch.panel;
    const float width = list_width() - 8;
    const float textWidth = width - 34 - 24;
    ImGui::SetCursorPosX(8);
    if (ImGui::InvisibleButton("##finding", {width, row_height(finding, textWidth)}, ImGuiButtonFlags_EnableNav)) {
        panel.expanded = expanded ? std::string() : finding.key;
        if (!expanded) {
            panel.seenFinding = finding.key;
            scene.dispatch(action::ShowFinding{finding.key});
            // After a click letters go straight into the cell; who came by keyboard goes on to the fixes.
            scene.scratch.focus = ImGui::IsMouseReleased(ImGuiMouseButton_Left) ? Region::main : scene.scratch.focus;
        }
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    draw_icon(list, {box.Min.x + 17, box.Min.y + 16}, severity_icon(finding.severity), 15, palette().severity(finding.severity));
    const TextStyle style{.size = type::small + 1};
    draw_wrapped(list, {box.Min.x + 34, box.Min.y + 6}, finding.message, style, textWidth);
    draw_icon(list, {box.Max.x - 13, box.Min.y + 16}, expanded ? icon::chevronDown : icon::chevronRight, 14, palette().muted);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = finding.message, .description = severity_title(finding.severity), .expanded = expanded});
}

/// The row with its reasons and fixes, on a ground of their own.
void draw_finding_card(Scene &scene, const Finding &finding, const ImVec2 &at) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float right = at.x + list_width();
    // The ground is as high as what stands on it, so it is drawn last and lies beneath.
    ImDrawListSplitter layers;
    layers.Split(&list, 2);
    layers.SetCurrentChannel(&list, 1);
    draw_finding_row(scene, finding, true);
    draw_reasons(scene, finding);
    const ImRect card({at.x + 8, at.y}, {right, ImGui::GetCursorScreenPos().y});
    layers.SetCurrentChannel(&list, 0);
    list.AddRectFilled(card.Min, card.Max, palette().canvas, 8);
    list.AddRect(card.Min, card.Max, palette().line, 8);
    layers.Merge(&list);
    gap(4);
}

void draw_finding(Scene &scene, const Finding &finding) {
    const bool expanded = scene.scratch.panel.expanded == finding.key;
    ImGui::PushID(finding.key.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const semantics::Group group("item", {at, {at.x + width, at.y + 32}},
                                 {.role = "listitem", .name = finding.message, .selected = expanded});
    if (expanded) {
        draw_finding_card(scene, finding, at);
    } else {
        draw_finding_row(scene, finding, false);
    }
    gap(2);
    ImGui::PopID();
}

void draw_group(Scene &scene, Severity severity, std::size_t count) {
    if (count == 0) {
        return;
    }
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::tiny, .colour = palette().muted, .strong = true};
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + inset, at.y}, {at.x + 280, at.y + 24}},
              severity_title(severity) + "  " + std::to_string(count), style);
    ImGui::Dummy({0, 26});
    for (const Finding &finding : scene.derived.findings) {
        if (finding.severity == severity) {
            draw_finding(scene, finding);
        }
    }
}

void draw_nothing_to_settle(const Scene &scene) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float x = at.x + room.x / 2;
    const float y = at.y + std::min(140.0F, room.y / 3);
    const bool begun = !scene.grid().rows.empty();
    draw_icon(list, {x, y}, begun ? icon::circleCheck : icon::listChecks, 32, begun ? palette().good : palette().muted);
    const std::string title = begun ? "Nothing to settle" : "Nothing to check yet";
    const std::string text = begun ? "Every rule that is on is met." : "What is unclear shows here once there are letters.";
    draw_line(list, {{at.x + inset, y + 26}, {at.x + room.x - inset, y + 48}}, title, {.strong = true}, Align::middle);
    draw_line(list, {{at.x + inset, y + 48}, {at.x + room.x - inset, y + 70}}, text, {.size = type::small, .colour = palette().muted},
              Align::middle);
    semantics::at(ImGui::GetID("##settled"), {at, {at.x + room.x, y + 70}}, {.role = "status", .name = title});
}

void draw_summary(const Scene &scene) {
    const FindingCount &count = scene.derived.count;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string text = counted(count.total(), "thing to settle", "things to settle");
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + inset, at.y}, {at.x + 300, at.y + 26}}, text, {.size = type::body, .strong = true});
    semantics::at(ImGui::GetID("##summary"), {at, {at.x + 300, at.y + 26}}, {.role = "heading", .name = text});
    ImGui::Dummy({0, 28});
}

/// A jump from elsewhere (a mark in the grid) opens the reasons here.
void follow_shown_finding(Scene &scene) {
    PanelScratch &panel = scene.scratch.panel;
    if (panel.seenFinding != scene.state.shownFinding) {
        panel.seenFinding = scene.state.shownFinding;
        panel.expanded = scene.state.shownFinding;
    }
}

} // namespace

void draw_findings(Scene &scene) {
    follow_shown_finding(scene);
    const FindingCount &count = scene.derived.count;
    if (count.total() == 0) {
        draw_nothing_to_settle(scene);
        return;
    }
    draw_summary(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("findings", {at, at}, {.role = "list", .name = "Things to settle"});
    draw_group(scene, Severity::error, count.errors);
    draw_group(scene, Severity::warning, count.warnings);
    draw_group(scene, Severity::note, count.notes);
    gap(16);
}

void draw_panel(Scene &scene, const ImVec2 &size) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface);
    ImGui::BeginChild("##panel", size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    const ImRect box = ImGui::GetCurrentWindow()->Rect();
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, {box.Min.x + 1, box.Max.y}, palette().line);
    const semantics::Group group("panel", box, {.role = "complementary", .name = "Beside the grid"});
    draw_panel_head(scene);
    ImGui::BeginChild("##panel-body", {size.x, 0}, ImGuiChildFlags_NavFlattened);
    if (scene.scratch.panel.tab == 0) {
        draw_findings(scene);
    } else {
        draw_inspector(scene);
    }
    ImGui::EndChild();
    if (ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) {
        scene.scratch.current = Region::panel;
    }
    ImGui::EndChild();
}

} // namespace fullcourt::ui
