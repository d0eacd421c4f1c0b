// What there is to settle beside a view: one calm list, each with its reason, what mends it, and the way to accept it.
#include "ui/panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "analysis/progress.h"
#include "base/date_words.h"
#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/fades.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float reasonsLeft = 26;

void draw_panel_head(Scene &scene, const PanelContents &contents) {
    PanelScratch &panel = scene.scratch.panel;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + panelInset, at.y + 10});
    const std::size_t open = open_in(scene.derived, scene.state.view);
    const std::array<std::string, 2> tabs = {open == 0 ? std::string("To settle") : "To settle  " + std::to_string(open), "Details"};
    const float width = ImGui::GetContentRegionAvail().x - panelInset - controlHeight - 4;
    ImGui::BeginChild("##tabs", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    focus_next_item(scene, Region::panel);
    if (const std::optional<int> chosen = segments("##tabs", contents.name, tabs, panel.tab)) {
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

void draw_fixes(Scene &scene, const Finding &finding, float width) {
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        gap(6);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft);
        ImGui::PushID(static_cast<int>(i));
        if (button("##fix", finding.fixes[i].label,
                   {.icon = icon::wandSparkles,
                    .width = std::min(520.0F, width - panelInset - reasonsLeft - 8),
                    .wrap = true,
                    .disabled = !scene.editable,
                    .tooltip = "One click; you can undo it"})) {
            scene.edit(finding.fixes[i]);
        }
        ImGui::PopID();
    }
}

/// The reason is typed right here; Enter accepts.
void draw_accepting(Scene &scene, const Finding &finding, float width) {
    PanelScratch &panel = scene.scratch.panel;
    const float room = std::min(520.0F, width - panelInset - reasonsLeft - 8);
    gap(6);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft);
    const FieldEvent event = text_field("##reason", "Why is this fine?", panel.reason,
                                        {.hint = "Why is this fine?", .width = room, .takeFocus = panel.startAccepting});
    panel.startAccepting = false;
    const bool given = !trimmed(panel.reason).empty();
    gap(6);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft);
    const bool accepted = button("##accept-now", "Accept", {.look = Look::primary, .disabled = !given});
    ImGui::SameLine(0, 8);
    const bool cancelled = button("##accept-not", "Cancel", {.look = Look::ghost});
    if (given && (accepted || event.entered)) {
        scene.edit(accept_finding(scene.plan(), finding.key, {panel.reason, {}, to_text(platform::today()), {}}));
    }
    if (accepted || cancelled || event.cancelled || (event.entered && given)) {
        panel.accepting.clear();
        panel.reason.clear();
    }
}

void draw_accept(Scene &scene, const Finding &finding, float width) {
    PanelScratch &panel = scene.scratch.panel;
    if (panel.accepting == finding.key) {
        draw_accepting(scene, finding, width);
        return;
    }
    gap(4);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft - 8);
    if (button("##accept", "Accept with a reason",
               {.icon = icon::check,
                .look = Look::quiet,
                .disabled = !scene.editable,
                .tooltip = "It stays as it is and no longer counts. If what it rests on changes, it comes back."})) {
        panel.accepting = finding.key;
        panel.reason.clear();
        panel.startAccepting = true;
    }
}

void draw_acceptance(Scene &scene, const Finding &finding, float width) {
    const Acceptance &acceptance = *finding.accepted;
    gap(6);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft);
    const std::string when = acceptance.at.empty() ? "Accepted" : "Accepted on " + date_words(acceptance.at);
    const std::string who = acceptance.by.empty() ? "" : " by " + acceptance.by;
    paragraph(when + who + ": " + acceptance.reason, {.size = type::small + 1}, width - 2 * panelInset - reasonsLeft);
    gap(4);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft - 8);
    if (button("##reopen", "Open it again", {.icon = icon::rotateCcw, .look = Look::quiet, .disabled = !scene.editable})) {
        scene.edit(reopen_finding(scene.plan(), finding.key));
    }
}

std::string way_words(const Finding &finding) {
    return finding.rule == "merge.conflict" ? "Compare and choose" : "Show it in " + std::string(section_name(finding.section));
}

/// In the overview, the way to where it is settled.
void draw_way(Scene &scene, const Finding &finding) {
    gap(4);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft - 8);
    if (button("##show", way_words(finding), {.icon = icon::arrowRight, .look = Look::quiet})) {
        scene.dispatch(action::ShowFinding{finding.key});
    }
}

void draw_reasons(Scene &scene, const Finding &finding, float width) {
    gap(2);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panelInset + reasonsLeft);
    paragraph(finding.why, {.size = type::small, .colour = palette().muted}, width - 2 * panelInset - reasonsLeft + 4);
    if (finding.accepted) {
        draw_acceptance(scene, finding, width);
    } else {
        draw_fixes(scene, finding, width);
        draw_accept(scene, finding, width);
    }
    if (scene.state.view == View::overview) {
        draw_way(scene, finding);
    }
    gap(12);
}

/// In the overview the finding stays in sight; beside its own view, what it is about does.
void show_where(Scene &scene, const Finding &finding) {
    if (scene.state.view == View::overview || finding.accepted) {
        return;
    }
    scene.dispatch(action::ShowFinding{finding.key});
    // After a click letters go straight into the cell; who came by keyboard goes on to the fixes.
    if (finding.section == PlanSection::grid && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        scene.scratch.focus = Region::main;
    }
}

/// The row is a button: it jumps to the place in question and shows the reasons.
void draw_finding_row(Scene &scene, const Finding &finding, bool expanded, float listWidth) {
    PanelScratch &panel = scene.scratch.panel;
    const float width = listWidth - 8;
    const float textWidth = width - 34 - 24;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 8);
    if (ImGui::InvisibleButton("##finding", {width, row_height(finding, textWidth)}, ImGuiButtonFlags_EnableNav)) {
        panel.expanded = expanded ? std::string() : finding.key;
        if (!expanded) {
            panel.seenFinding = finding.key;
            show_where(scene, finding);
        }
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    const ImU32 ink = finding.accepted ? palette().muted : palette().severity(finding.severity);
    draw_icon(list, {box.Min.x + 17, box.Min.y + 15}, finding.accepted ? icon::circleCheck : severity_icon(finding.severity), 15, ink);
    const TextStyle style{.size = type::small + 1, .colour = finding.accepted ? palette().muted : palette().text};
    draw_wrapped(list, {box.Min.x + 34, box.Min.y + 6}, finding.message, style, textWidth);
    draw_icon(list, {box.Max.x - 13, box.Min.y + 15}, expanded ? icon::chevronDown : icon::chevronRight, 14, palette().muted);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = finding.message,
                     .description = finding.accepted ? std::string("Accepted") : severity_title(finding.severity),
                     .expanded = expanded});
}

/// The row with its reasons and fixes, on a ground of their own.
void draw_finding_card(Scene &scene, const Finding &finding, const ImVec2 &at, float width) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    // The ground is as high as what stands on it, so it is drawn last and lies beneath.
    ImDrawListSplitter layers;
    layers.Split(&list, 2);
    layers.SetCurrentChannel(&list, 1);
    draw_finding_row(scene, finding, true, width);
    draw_reasons(scene, finding, width);
    const ImRect card({at.x + 8, at.y}, {at.x + width, ImGui::GetCursorScreenPos().y});
    layers.SetCurrentChannel(&list, 0);
    list.AddRectFilled(card.Min, card.Max, palette().canvas, 8);
    list.AddRect(card.Min, card.Max, palette().line, 8);
    layers.Merge(&list);
    gap(4);
}

struct SeverityGroup {
    std::string title;
    std::vector<const Finding *> findings;
};

std::vector<SeverityGroup> groups_of(const Scene &scene) {
    std::vector<SeverityGroup> groups = {{severity_title(Severity::error), {}},
                                         {severity_title(Severity::warning), {}},
                                         {severity_title(Severity::note), {}},
                                         {"Accepted", {}}};
    for (const Finding &finding : scene.derived.findings) {
        const bool here = view_of(finding) == scene.state.view;
        if (here || (view_of(finding) == View::conflicts && view_of(finding.section) == scene.state.view)) {
            groups[finding.accepted ? 3 : static_cast<std::size_t>(finding.severity)].findings.push_back(&finding);
        }
    }
    return groups;
}

void draw_group(Scene &scene, const SeverityGroup &group) {
    if (group.findings.empty()) {
        return;
    }
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::tiny, .colour = palette().muted, .strong = true};
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + panelInset, at.y}, {at.x + 280, at.y + 24}},
              group.title + "  " + std::to_string(group.findings.size()), style);
    ImGui::Dummy({0, 26});
    for (const Finding *finding : group.findings) {
        draw_finding(scene, *finding, list_width());
    }
}

void draw_nothing_to_settle(bool begun) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float x = at.x + room.x / 2;
    const float y = at.y + std::min(140.0F, room.y / 3);
    draw_icon(list, {x, y}, begun ? icon::circleCheck : icon::listChecks, 32, begun ? palette().good : palette().muted);
    const std::string title = begun ? "Nothing to settle" : "Nothing to check yet";
    const std::string text = begun ? "Every rule that is on is met." : "What is unclear shows here once this section is begun.";
    draw_line(list, {{at.x + panelInset, y + 26}, {at.x + room.x - panelInset, y + 48}}, title, {.strong = true}, Align::middle);
    draw_line(list, {{at.x + panelInset, y + 48}, {at.x + room.x - panelInset, y + 70}}, text,
              {.size = type::small, .colour = palette().muted}, Align::middle);
    semantics::at(ImGui::GetID("##settled"), {at, {at.x + room.x, y + 70}}, {.role = "status", .name = title});
    ImGui::Dummy({0, y + 90 - at.y});
}

void draw_summary(std::size_t open) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string text = counted(open, "thing to settle", "things to settle");
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + panelInset, at.y}, {at.x + 300, at.y + 26}}, text,
              {.size = type::body, .strong = true});
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

void draw_finding(Scene &scene, const Finding &finding, float width) {
    const bool expanded = scene.scratch.panel.expanded == finding.key;
    ImGui::PushID(finding.key.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("item", {at, {at.x + width, at.y + 32}},
                                 {.role = "listitem", .name = finding.message, .selected = expanded});
    if (expanded) {
        draw_finding_card(scene, finding, at, width);
    } else {
        draw_finding_row(scene, finding, false, width);
    }
    gap(2);
    ImGui::PopID();
}

void draw_findings(Scene &scene, PlanSection section) {
    follow_shown_finding(scene);
    const std::size_t open = open_in(scene.derived, scene.state.view);
    if (open == 0) {
        draw_nothing_to_settle(is_begun(scene.plan(), section));
    } else {
        draw_summary(open);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("findings", {at, at}, {.role = "list", .name = "Things to settle"});
    for (const SeverityGroup &part : groups_of(scene)) {
        draw_group(scene, part);
    }
    gap(16);
}

float room_of_panel(const Scene &scene) { return scene.scratch.panel.open && !panel_lies_over() ? panelWidth : 0; }

namespace {

/// Details that were asked for in another view would hide the one that somebody goes to.
void close_where_it_would_hide(Scene &scene) {
    PanelScratch &panel = scene.scratch.panel;
    const View view = scene.state.view;
    if (std::exchange(panel.beside, view) == view) {
        return;
    }
    if (std::exchange(panel.asked, std::nullopt) != view && panel.tab == 1 && panel_lies_over()) {
        panel.open = false;
    }
}

/// The keyboard went on to something that the panel, which is being drawn, lies over.
bool keyboard_went_below(PanelScratch &panel, const ImRect &box) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool moved = std::exchange(panel.keyboardAt, g.NavId) != g.NavId;
    // By itself, as when something is asked for from elsewhere, it goes where the panel belongs to.
    constexpr std::array movers = {ImGuiKey_Tab, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow};
    const bool byHand =
        std::any_of(movers.begin(), movers.end(), [](ImGuiKey key) { return ImGui::IsKeyDown(key) || ImGui::IsKeyReleased(key); });
    if (!moved || !byHand || !g.NavCursorVisible || g.NavId == 0 || g.NavWindow == nullptr) {
        return false;
    }
    ImGuiWindow *own = ImGui::GetCurrentWindow();
    const bool elsewhere = g.NavWindow->RootWindow == own->RootWindow && !ImGui::IsWindowChildOf(g.NavWindow, own, false);
    return elsewhere && box.Contains(ImGui::WindowRectRelToAbs(g.NavWindow, g.NavWindow->NavRectRel[g.NavLayer]).GetCenter());
}

} // namespace

void draw_panel(Scene &scene, const ImRect &view, const PanelContents &contents) {
    close_where_it_would_hide(scene);
    if (!scene.scratch.panel.open) {
        return;
    }
    const ImVec2 size(std::min(panelWidth, view.GetWidth()), view.GetHeight());
    ImGui::SetCursorScreenPos({view.Max.x - size.x, view.Min.y});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().surface);
    ImGui::BeginChild("##panel", size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    const ImRect box = ImGui::GetCurrentWindow()->Rect();
    if (panel_lies_over()) {
        draw_shadow(*ImGui::GetWindowDrawList(), box, 0);
        if (keyboard_went_below(scene.scratch.panel, box)) {
            scene.scratch.panel.open = false; // from the next frame on
        }
    }
    hairline_down(*ImGui::GetWindowDrawList(), box.Min.x, box.Min.y, box.Max.y);
    const semantics::Group group("panel", box, {.role = "complementary", .name = contents.name});
    const ArrowsWithin arrows(scene, Region::panel);
    draw_panel_head(scene, contents);
    ImGui::BeginChild("##panel-body", {size.x, 0}, ImGuiChildFlags_NavFlattened);
    if (scene.scratch.panel.tab == 0) {
        draw_findings(scene, contents.section);
    } else {
        gap(8);
        contents.details(scene);
        gap(24);
    }
    ImGui::EndChild();
    fade_scrolled(palette().surface);
    if (ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) {
        scene.scratch.current = Region::panel;
    }
    ImGui::EndChild();
}

namespace {

std::string switch_words(const Scene &scene) {
    const std::size_t open = open_in(scene.derived, scene.state.view);
    return open == 0 ? "Nothing to settle" : std::to_string(open) + " to settle";
}

} // namespace

float panel_switch_width(const Scene &scene) { return button_width(switch_words(scene), true); }

void draw_panel_switch(Scene &scene, const ImVec2 &topRight) {
    PanelScratch &panel = scene.scratch.panel;
    if (room_of_panel(scene) > 0) {
        return;
    }
    ImGui::SetCursorScreenPos({topRight.x - panel_switch_width(scene), topRight.y});
    if (button("##panel", switch_words(scene), {.icon = icon::panelRight, .expanded = panel.open})) {
        panel.open = true;
        panel.tab = 0; // what the button speaks of
    }
}

} // namespace fullcourt::ui
