// The whole page: sidebar, top bar, banner and one main view.
#include <utility>

#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float topbarHeight = 52;
/// A narrower page has no room for a view and the panel: there the view keeps its width.
constexpr float besideFrom = 1024;

/// Remembers which part of the page has the keyboard.
void note_region(Scene &scene, Region region) {
    if (ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) {
        scene.scratch.current = region;
    }
}

void begin_part(const char *id, const ImVec2 &size, ImU32 ground) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ground);
    ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
}

void draw_main(Scene &scene) {
    switch (scene.state.view) {
    case View::plans: draw_plans(scene); break;
    case View::overview: draw_overview(scene); break;
    case View::organisation: draw_organisation(scene); break;
    case View::models: draw_models(scene); break;
    case View::raci: draw_raci(scene); break;
    case View::cadences: draw_cadences(scene); break;
    case View::decisions: draw_decisions(scene); break;
    case View::escalation: draw_escalation(scene); break;
    case View::kpis: draw_kpis(scene); break;
    case View::governance: draw_governance(scene); break;
    case View::readiness: draw_readiness(scene); break;
    case View::accounts: draw_accounts(scene); break;
    case View::score: draw_score(scene); break;
    case View::contacts: draw_contacts(scene); break;
    case View::program: draw_program(scene); break;
    case View::pods: draw_pods(scene); break;
    case View::engagement: draw_engagement(scene); break;
    case View::ballots: draw_ballots(scene); break;
    case View::workshop: draw_workshop(scene); break;
    case View::conflicts: draw_conflicts(scene); break;
    }
}

/// Where notices have come, what has the keyboard or is selected stays in sight.
void follow_room(Scene &scene, float notices) {
    const float lost = notices - std::exchange(scene.scratch.noticesRoom, notices);
    scene.scratch.animates |= lost > 0 && keep_in_sight(lost);
}

void draw_right_of_sidebar(Scene &scene, const ImRect &page) {
    const float width = page.GetWidth() - sidebarWidth;
    ImGui::SetCursorScreenPos({page.Min.x + sidebarWidth, page.Min.y});
    begin_part("##topbar", {width, topbarHeight}, palette().surface);
    {
        const ArrowsWithin arrows(scene, Region::topbar);
        draw_topbar(scene, width);
    }
    note_region(scene, Region::topbar);
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({page.Min.x + sidebarWidth, page.Min.y + topbarHeight});
    draw_read_only_banner(scene, width);
    {
        const ArrowsWithin arrows(scene, Region::topbar);
        draw_guide(scene, width);
    }
    const ImVec2 at(page.Min.x + sidebarWidth, ImGui::GetCursorScreenPos().y);
    ImGui::SetCursorScreenPos(at);
    const float notices = page_room_of_notices(scene.state);
    begin_part("##main", {width, page.Max.y - notices - at.y}, palette().surface);
    draw_main(scene);
    follow_room(scene, notices);
    if (scene.scratch.current != Region::panel) { // which lies within
        note_region(scene, Region::main);
    }
    ImGui::EndChild();
}

} // namespace

bool has_panel(View view) {
    switch (view) {
    case View::plans:
    case View::overview:
    case View::models:
    case View::readiness:
    case View::program:
    case View::ballots:
    case View::workshop:
    case View::conflicts: return false;
    default: return true;
    }
}

bool panel_lies_over() { return ImGui::GetMainViewport()->Size.x < besideFrom; }

void draw_shell(Scene &scene) {
    scene.scratch.held = std::exchange(scene.scratch.current, Region::none);
    const ImGuiViewport *viewport = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport->Pos);
    ImGui::SetNextWindowSize(viewport->Size);
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("Fullcourt", nullptr, flags);
    const ImRect page(viewport->Pos, {viewport->Pos.x + viewport->Size.x, viewport->Pos.y + viewport->Size.y});
    if (scene.state.view == View::workshop) {
        ImGui::SetCursorScreenPos(page.Min);
        const float notices = page_room_of_notices(scene.state);
        begin_part("##main", {page.GetWidth(), page.GetHeight() - notices}, palette().surface);
        draw_main(scene);
        follow_room(scene, notices);
        note_region(scene, Region::main);
        ImGui::EndChild();
        ImGui::End();
        return;
    }
    ImGui::SetCursorScreenPos(page.Min);
    begin_part("##sidebar", {sidebarWidth, page.GetHeight()}, palette().canvas);
    {
        const ArrowsWithin arrows(scene, Region::sidebar);
        draw_sidebar(scene, page.GetHeight());
    }
    note_region(scene, Region::sidebar);
    ImGui::EndChild();
    draw_right_of_sidebar(scene, page);
    hairline_down(*ImGui::GetWindowDrawList(), page.Min.x + sidebarWidth - 1, page.Min.y, page.Max.y);
    ImGui::End();
}

void draw_drop_target(Scene &scene) {
    if (!scene.state.dragOver) {
        return;
    }
    const ImGuiViewport *viewport = ImGui::GetMainViewport();
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    const ImRect page(viewport->Pos, {viewport->Pos.x + viewport->Size.x, viewport->Pos.y + viewport->Size.y});
    list.AddRectFilled(page.Min, page.Max, palette().shade);
    const ImVec2 centre = page.GetCenter();
    const ImRect box({centre.x - 220, centre.y - 72}, {centre.x + 220, centre.y + 72});
    list.AddRectFilled(box.Min, box.Max, palette().raised, 12);
    list.AddRect(box.Min, box.Max, palette().accent, 12, 0, 2);
    draw_icon(list, {centre.x, centre.y - 28}, icon::upload, 28, palette().accentText);
    draw_line(list, {{box.Min.x, centre.y}, {box.Max.x, centre.y + 24}}, "Drop a plan file or a table to open it", {.strong = true},
              Align::middle);
    draw_line(list, {{box.Min.x, centre.y + 26}, {box.Max.x, centre.y + 46}}, "Nothing here is replaced without asking.",
              {.size = type::small, .colour = palette().muted}, Align::middle);
}

} // namespace fullcourt::ui
