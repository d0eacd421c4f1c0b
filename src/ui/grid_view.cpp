// One frame of the grid: layout, keyboard, drawing, mouse.
#include <algorithm>
#include <cmath>

#include "ui/fades.h"
#include "ui/grid.h"

namespace fullcourt::ui {
namespace {

/// The cursor changed (or a finding was jumped to): where to scroll so that it is in sight beside the frozen parts.
void aim(GridFrame &frame, const ImVec2 &scroll) {
    GridScratch &scratch = frame.scratch();
    ImVec2 target = scroll;
    const float height = frame.view.GetHeight();
    const float width = frame.view.GetWidth();
    if (frame.cursor.row >= 0) {
        const GridRow &row = frame.row(frame.cursor.row);
        const float first = row.y - frame.layout.headHeight;
        target.y = std::clamp(target.y, std::min(first, row.y + row.height + 8 - height), first);
        // The first row brings its phase's heading along.
        target.y = frame.cursor.row <= 1 ? 0 : target.y;
    }
    if (frame.cursor.column >= 0) {
        const GridColumn &column = frame.column(frame.cursor.column);
        const float first = column.x - frame.layout.nameWidth;
        target.x = std::clamp(target.x, std::min(first, column.x + column.width + 8 - width), first);
    }
    scratch.scrollTarget = {std::clamp(target.x, 0.0F, std::max(0.0F, frame.layout.width - width)),
                            std::clamp(target.y, 0.0F, std::max(0.0F, frame.layout.height - height))};
}

float nearer(float from, float to) {
    const float step = 1 - std::exp(-22 * std::min(ImGui::GetIO().DeltaTime, 0.05F));
    const float next = from + (to - from) * step;
    return std::abs(to - next) < 1 ? to : next;
}

void scroll_smoothly(GridFrame &frame, const ImVec2 &scroll) {
    GridScratch &scratch = frame.scratch();
    if (scratch.seen != frame.scene.state.scrollTo) {
        scratch.seen = frame.scene.state.scrollTo;
        scratch.reveal = frame.cursor.anywhere() && scratch.drag.kind == DragKind::none;
        aim(frame, scroll);
    }
    const ImGuiIO &io = ImGui::GetIO();
    if (!scratch.reveal || io.MouseWheel != 0 || io.MouseWheelH != 0) {
        scratch.reveal = false;
        return;
    }
    const ImVec2 next(nearer(scroll.x, scratch.scrollTarget.x), nearer(scroll.y, scratch.scrollTarget.y));
    ImGui::SetScrollX(next.x);
    ImGui::SetScrollY(next.y);
    scratch.reveal = next.x != scratch.scrollTarget.x || next.y != scratch.scrollTarget.y;
    frame.scene.scratch.animates |= true;
}

/// The keyboard has somewhere to stand as soon as the grid has it.
void give_cursor(GridFrame &frame) {
    if (frame.cursor.anywhere() || frame.column_count() == 0 || frame.scratch().adding) {
        return;
    }
    for (int row = 0; row < frame.row_count(); ++row) {
        if (frame.is_activity(row)) {
            select(frame.scene, place_of(frame.layout, {row, 0}));
            return;
        }
    }
}

/// What is jumped to has to be in sight.
void unfold_for_jump(Scene &scene) {
    const Activity *activity = find(scene.grid().activities, scene.state.selection.cursor.activity);
    if (activity != nullptr && scene.scratch.grid.seen != scene.state.scrollTo && is_folded(scene, activity->phase)) {
        fold(scene, activity->phase, false);
    }
}

GridFrame make_grid_frame(Scene &scene, const ImVec2 &size) {
    const ImVec2 at = ImGui::GetWindowPos();
    GridFrame frame{scene, lay_out(scene, size.x), find_marks(scene), {}, {}, {}, {}, ImGui::IsWindowFocused()};
    ImGuiWindow *window = ImGui::GetCurrentWindow();
    frame.view = ImRect(at, {at.x + size.x - window->ScrollbarSizes.x, at.y + size.y - window->ScrollbarSizes.y});
    const ImVec2 scroll(ImGui::GetScrollX(), ImGui::GetScrollY());
    frame.origin = {at.x - scroll.x, at.y - scroll.y};
    frame.cursor = index_of(frame.layout, scene.state.selection.cursor);
    frame.anchor = index_of(frame.layout, scene.state.selection.anchor);
    return frame;
}

void draw_frame(GridFrame &frame, const ImVec2 &scroll) {
    give_cursor(frame);
    handle_grid_keys(frame);
    draw_cells(frame);
    draw_names(frame);
    draw_marks_legend(frame);
    draw_heads(frame);
    draw_drag(frame);
    describe_grid(frame);
    draw_fields(frame);
    draw_hint(frame);
    handle_grid_mouse(frame);
    scroll_smoothly(frame, scroll);
    keep_still_around({{frame.view.Min.x + frame.layout.nameWidth, frame.view.Min.y + frame.layout.headHeight}, frame.view.Max},
                      frame.cursor.anywhere() ? frame.cell_box(frame.cursor.row, frame.cursor.column) : ImRect());
    draw_menus(frame);
    // What there is to scroll over.
    ImGui::SetCursorScreenPos({frame.origin.x + frame.layout.width - 1, frame.origin.y + frame.layout.height - 1});
    ImGui::Dummy({1, 1});
}

} // namespace

void draw_grid(Scene &scene, const ImVec2 &size) {
    // A stop for Tab: from the parts around it the keyboard comes straight into the grid.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("##to-grid", {1, 1}, ImGuiButtonFlags_EnableNav);
    const bool arrived = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
    ImGui::SetCursorScreenPos(at);
    const bool wanted = takes_focus(scene, Region::main) || arrived;
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoSavedSettings;
    ImGui::BeginChild("##grid", size, ImGuiChildFlags_None, flags);
    if (wanted) {
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
    }
    unfold_for_jump(scene);
    GridFrame frame = make_grid_frame(scene, size);
    if (frame.focused) {
        scene.scratch.current = Region::main;
    }
    draw_frame(frame, {ImGui::GetScrollX(), ImGui::GetScrollY()});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
