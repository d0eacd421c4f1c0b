#include "ui/dragging.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/account_table.h"
#include "ui/scene.h"
#include "ui/theme.h"

namespace fullcourt::ui {
namespace {

using platform::Grip;
using platform::Hold;

/// What a finger needs, in units: 44 pixels at its usual scale.
constexpr float fingerWidth = 32;

/// Of the newest frame. Fields are drawn by code that knows no scene.
std::vector<OfferedGrip> offeredByFields;

/// Menus and dialogs lie over the page, and what is under them is out of reach.
bool is_reachable(const OfferedGrip &offered, const ImGuiWindow *hovered) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool covered = !g.OpenPopupStack.empty() && g.OpenPopupStack.back().Window != offered.window->RootWindow;
    // A field of several lines is a window of its own in the one that draws it.
    const bool within = offered.selects && hovered != nullptr && hovered->ParentWindow == offered.window;
    return (offered.window == hovered || within) && !covered;
}

/// What drags at once lies over what is lifted; of several the nearest is meant.
const OfferedGrip *offered_at(const TouchScratch &touch, const ImVec2 &at) {
    ImGuiWindow *hovered = nullptr;
    ImGui::FindHoveredWindowEx(at, false, &hovered, nullptr);
    const auto distance = [&](const OfferedGrip &each) {
        const ImVec2 centre = each.box.GetCenter();
        return std::hypot(at.x - centre.x, at.y - centre.y);
    };
    const OfferedGrip *found = nullptr;
    for (const OfferedGrip &each : touch.offered) {
        if (!each.reach.Contains(at) || !is_reachable(each, hovered)) {
            continue;
        }
        const bool over = found != nullptr && found->grip == Grip::lifted && each.grip != Grip::lifted;
        const bool under = found != nullptr && found->grip != Grip::lifted && each.grip == Grip::lifted;
        if (found == nullptr || over || (!under && distance(each) < distance(*found))) {
            found = &each;
        }
    }
    return found;
}

ImVec2 inside_of(const ImRect &box, const ImVec2 &at) {
    const ImVec2 centre = box.GetCenter();
    return {std::clamp(at.x, std::min(box.Min.x + 1, centre.x), std::max(box.Max.x - 1, centre.x)),
            std::clamp(at.y, std::min(box.Min.y + 1, centre.y), std::max(box.Max.y - 1, centre.y))};
}

void take_hold(TouchScratch &touch, const ImVec2 &at) {
    const OfferedGrip *found = offered_at(touch, at);
    if (found == nullptr) {
        return;
    }
    touch.held = true;
    touch.moved = false;
    touch.calledBack = false;
    touch.box = found->box;
    touch.selects = found->selects;
    touch.from = inside_of(found->box, at);
    touch.apart = {touch.from.x - at.x, touch.from.y - at.y};
    ImGuiIO &io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(touch.from.x, touch.from.y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
}

/// Something is held that comes along, or soon may.
bool is_dragging(const Scratch &scratch) {
    const bool inLists = scratch.grid.drag.kind != DragKind::none || scratch.accountTable.drag.kind != TableDragKind::none ||
                         scratch.accountBoard.drag.held || scratch.pods.pressing || !scratch.engagement.held.empty();
    const bool inScore = scratch.score.dragging || scratch.score.curve.moved || !scratch.score.calibration.dragged.empty();
    return inLists || inScore;
}

/// Each view's own drag ends as if it had never begun, and what was selected before is selected again.
void forget_drags(Scene &scene) {
    Scratch &scratch = scene.scratch;
    ImGui::ClearActiveID();
    if (const GridDrag drag = std::exchange(scratch.grid.drag, {}); drag.kind != DragKind::none) {
        scene.dispatch(action::Select{drag.before});
    }
    if (const TableDrag drag = std::exchange(scratch.accountTable.drag, {}); drag.kind != TableDragKind::none) {
        select_again(scene, drag.before);
    }
    if (const BoardDrag drag = std::exchange(scratch.accountBoard.drag, {}); drag.held) {
        select_again(scene, drag.before);
    }
    scratch.score.curve = {};
    scratch.score.calibration.dragged.clear();
    scratch.pods.pressing = false;
    scratch.pods.dragging = false;
    scratch.engagement.held = PlayId();
    scratch.engagement.heldWeeks = 0;
}

/// While something is dragged Escape is for that alone: Dear ImGui would take the keyboard out of the view with it, and a list unselect.
void listen_for_escape(Scratch &scratch) {
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || !is_dragging(scratch)) {
        return;
    }
    const bool pressed = ImGui::IsKeyPressed(ImGuiKey_Escape, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    constexpr ImGuiInputFlags shared = ImGuiInputFlags_None;
    constexpr ImGuiInputFlags alone = ImGuiInputFlags_LockUntilRelease;
    ImGui::SetKeyOwner(ImGuiKey_Escape, ImHashStr("##dragged"), pressed ? alone : shared);
    scratch.touch.calledBack = scratch.touch.calledBack || pressed;
}

} // namespace

namespace {

/// Where a finger takes hold of it in the window that is being drawn, unless that is out of sight.
void add_offered(std::vector<OfferedGrip> &offered, OfferedGrip each) {
    each.window = ImGui::GetCurrentWindow();
    each.reach.ClipWith(each.window->ClipRect);
    if (each.reach.GetWidth() > 0 && each.reach.GetHeight() > 0) {
        offered.push_back(each);
    }
}

} // namespace

void offer_grip(Scene &scene, Grip grip, const ImRect &box) {
    if (!scene.editable && grip != Grip::lifted) {
        return;
    }
    ImRect reach = box;
    if (grip != Grip::lifted) {
        const ImVec2 lacking(std::max(0.0F, fingerWidth - box.GetWidth()) / 2, std::max(0.0F, fingerWidth - box.GetHeight()) / 2);
        reach.Expand(lacking);
    }
    add_offered(scene.scratch.touch.offered, {.grip = grip, .box = box, .reach = reach});
}

void offer_text_grip(const ImRect &box) {
    add_offered(offeredByFields, {.grip = Grip::across,
                                  .box = box,
                                  .reach = box,
                                  .selects = true,
                                  .font = ImGui::GetFont(),
                                  .fontSize = ImGui::GetFontSize(),
                                  .inset = ImGui::GetStyle().FramePadding});
}

bool is_called_back(const Scene &scene) { return scene.scratch.touch.calledBack; }

void scroll_at_edges(const ImRect &view, Along along) {
    const ImGuiIO &io = ImGui::GetIO();
    const float edge = io.MouseSource == ImGuiMouseSource_TouchScreen ? fingerWidth : 24;
    const float step = 600 * std::min(io.DeltaTime, 0.05F);
    const auto push = [&](float at, float low, float high) { return at > high - edge ? step : at < low + edge ? -step : 0.0F; };
    const float x = push(io.MousePos.x, view.Min.x, view.Max.x);
    const float y = push(io.MousePos.y, view.Min.y, view.Max.y);
    if (along != Along::down && x != 0) {
        ImGui::SetScrollX(std::clamp(ImGui::GetScrollX() + x, 0.0F, ImGui::GetScrollMaxX()));
    }
    if (along != Along::across && y != 0) {
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + y, 0.0F, ImGui::GetScrollMaxY()));
    }
}

void start_dragging_frame(Scene &scene) {
    scene.scratch.touch.offered.clear();
    offeredByFields.clear();
    listen_for_escape(scene.scratch);
    if (scene.scratch.touch.calledBack) {
        forget_drags(scene);
    }
}

void finish_dragging_frame(TouchScratch &touch) {
    touch.offered.insert(touch.offered.end(), offeredByFields.begin(), offeredByFields.end());
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    // Dear ImGui spreads quick input over frames: the button may still be on its way down.
    touch.calledBack = touch.calledBack && (g.IO.MouseDown[0] || !g.InputEventsQueue.empty());
    if (!touch.held || touch.moved || touch.selects) {
        return;
    }
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    const ImRect raised({touch.box.Min.x - 3, touch.box.Min.y - 3}, {touch.box.Max.x + 3, touch.box.Max.y + 3});
    draw_shadow(list, raised, rounding + 2);
    list.AddRect(raised.Min, raised.Max, palette().accent, rounding + 2, 0, 3);
}

Grip grip_at(const TouchScratch &touch, const ImVec2 &at) {
    const OfferedGrip *found = offered_at(touch, at);
    return found == nullptr ? Grip::none : found->grip;
}

void hold(TouchScratch &touch, Hold step, const ImVec2 &at) {
    ImGuiIO &io = ImGui::GetIO();
    if (step == Hold::taken) {
        take_hold(touch, at);
        return;
    }
    if (!touch.held) {
        return;
    }
    if (touch.selects && step == Hold::cancelled) {
        step = Hold::dropped; // what is selected stays so
    }
    const ImVec2 mouse(at.x + touch.apart.x, at.y + touch.apart.y);
    touch.moved = touch.moved || std::max(std::abs(mouse.x - touch.from.x), std::abs(mouse.y - touch.from.y)) > dragThreshold;
    touch.held = step == Hold::moved;
    touch.calledBack = touch.calledBack || step == Hold::cancelled;
    if (step != Hold::cancelled) {
        io.AddMousePosEvent(mouse.x, mouse.y);
    }
    if (!touch.held) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
}

} // namespace fullcourt::ui
