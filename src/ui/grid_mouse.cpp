// The mouse in the grid: selecting, dragging ranges, reordering by heads, menus.
#include <algorithm>
#include <cmath>

#include "app/incoming.h"
#include "edit/gestures.h"
#include "model/rows.h"
#include "ui/dragging.h"
#include "ui/grid.h"

namespace fullcourt::ui {
namespace {

/// What lies under a point, in rows and columns; -2 where nothing does.
GridIndex under(const GridFrame &frame, const ImVec2 &at) {
    GridIndex index;
    if (!frame.view.Contains(at)) {
        return index;
    }
    if (at.y < frame.view.Min.y + frame.layout.headHeight) {
        index.row = -1;
    }
    for (int row = 0; index.row == -2 && row < frame.row_count(); ++row) {
        const float y = frame.origin.y + frame.row(row).y;
        if (at.y >= y && at.y < y + frame.row(row).height) {
            index.row = row;
        }
    }
    const bool heading = index.row >= 0 && frame.row(index.row).kind == RowKind::heading;
    if (heading || at.x < frame.view.Min.x + frame.layout.nameWidth) {
        index.column = -1;
    }
    for (int column = 0; index.column == -2 && column < frame.column_count(); ++column) {
        const float x = frame.origin.x + frame.column(column).x;
        if (at.x >= x && at.x < x + frame.column(column).width) {
            index.column = column;
        }
    }
    return index;
}

bool stands_on_something(const GridFrame &frame, const GridIndex &index) {
    if (index.row == -2 || index.column == -2 || (index.row == -1 && index.column == -1)) {
        return false;
    }
    const bool row = index.row == -1 || frame.row(index.row).kind == RowKind::activity || frame.row(index.row).kind == RowKind::heading;
    return row && (index.column == -1 || !frame.column(index.column).role.empty());
}

bool is_selected(const GridFrame &frame, const GridIndex &index) {
    const GridPlace place = place_of(frame.layout, index);
    const SelectionKind kind = selection_kind(frame.scene.state);
    if (!place.phase.empty()) {
        return kind == SelectionKind::phase && frame.scene.state.selection.cursor.phase == place.phase;
    }
    const bool rowHead = index.column == -1 && kind == SelectionKind::rows;
    const bool columnHead = index.row == -1 && kind == SelectionKind::columns;
    const bool cell = index.row >= 0 && index.column >= 0;
    return (rowHead || columnHead || cell) && frame.in_range(index.row, index.column);
}

DragKind drag_kind(const GridIndex &index, const GridPlace &place) {
    if (!place.phase.empty()) {
        return DragKind::phase;
    }
    return index.row == -1 ? DragKind::columns : index.column == -1 ? DragKind::rows : DragKind::cells;
}

/// Heads that are selected already are dragged together; others alone.
void begin_drag(GridFrame &frame, const GridIndex &index, bool wasSelected) {
    const GridPlace place = place_of(frame.layout, index);
    GridDrag &drag = frame.scratch().drag;
    drag = {};
    drag.kind = drag_kind(index, place);
    drag.from = ImGui::GetIO().MousePos;
    drag.before = frame.scene.state.selection;
    drag.phase = place.phase;
    if (drag.kind == DragKind::rows) {
        drag.rows = wasSelected ? selected_rows(frame.scene) : std::vector<ActivityId>{place.activity};
    } else if (drag.kind == DragKind::columns) {
        drag.columns = wasSelected ? selected_columns(frame.scene) : std::vector<RoleId>{place.role};
    }
}

/// The arrow before a phase's name.
bool on_fold_arrow(const GridFrame &frame, const GridIndex &index) {
    const bool heading = index.row >= 0 && frame.row(index.row).kind == RowKind::heading;
    const float x = ImGui::GetIO().MousePos.x - frame.view.Min.x;
    return heading && x >= foldArrowLeft && x < foldArrowLeft + foldArrowWidth;
}

void press(GridFrame &frame, const GridIndex &index) {
    if (on_fold_arrow(frame, index)) {
        const PhaseId phase = frame.row(index.row).phase;
        fold(frame.scene, phase, !is_folded(frame.scene, phase));
        select(frame.scene, place_of(frame.layout, index));
        return;
    }
    const bool extend = ImGui::GetIO().KeyShift;
    const bool wasSelected = is_selected(frame, index);
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        frame.scratch().drag = {};
        if (index.row >= 0 && index.column >= 0) {
            frame.scratch().openMenu = "##grid-menu";
            frame.scratch().menuAt = frame.cell_box(index.row, index.column).GetBL();
        } else {
            start_naming(frame.scene, place_of(frame.layout, index));
        }
        return;
    }
    begin_drag(frame, index, wasSelected);
    const bool head = index.row < 0 || index.column < 0;
    if (!(head && wasSelected && !extend)) {
        select(frame.scene, place_of(frame.layout, index), extend);
    }
}

void press_right(GridFrame &frame, const GridIndex &index) {
    if (!is_selected(frame, index)) {
        select(frame.scene, place_of(frame.layout, index));
    }
    frame.scratch().openMenu = "##grid-menu";
    frame.scratch().menuAt = ImGui::GetIO().MousePos;
}

int nearest_row_gap(const GridFrame &frame, float y) {
    int best = 0;
    float distance = FLT_MAX;
    for (int gap = 0; gap < frame.row_count(); ++gap) {
        const float at = std::abs(frame.origin.y + frame.row(gap).y - y);
        if (at < distance) {
            distance = at;
            best = gap;
        }
    }
    return best;
}

int nearest_column_gap(const GridFrame &frame, float x) {
    int best = 0;
    float distance = FLT_MAX;
    for (int gap = 0; gap <= frame.column_count(); ++gap) {
        const float edge = gap == frame.column_count() ? frame.layout.countsX : frame.column(gap).x;
        const float at = std::abs(frame.origin.x + edge - x);
        if (at < distance) {
            distance = at;
            best = gap;
        }
    }
    return best;
}

Along along_of(DragKind kind) { return kind == DragKind::columns ? Along::across : kind == DragKind::cells ? Along::both : Along::down; }

void continue_drag(GridFrame &frame) {
    GridDrag &drag = frame.scratch().drag;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    drag.moving = drag.moving || std::abs(mouse.x - drag.from.x) > dragThreshold || std::abs(mouse.y - drag.from.y) > dragThreshold;
    if (!drag.moving) {
        return;
    }
    const ImVec2 corner(frame.view.Min.x + frame.layout.nameWidth, frame.view.Min.y + frame.layout.headHeight);
    scroll_at_edges({corner, frame.view.Max}, along_of(drag.kind));
    if (drag.kind == DragKind::cells) {
        const GridIndex index = under(frame, {std::clamp(mouse.x, frame.view.Min.x + frame.layout.nameWidth + 1, frame.view.Max.x - 1),
                                              std::clamp(mouse.y, frame.view.Min.y + frame.layout.headHeight + 1, frame.view.Max.y - 1)});
        if (frame.is_activity(index.row) && index.column >= 0 && index != frame.cursor) {
            select(frame.scene, place_of(frame.layout, index), true);
        }
    } else if (drag.kind == DragKind::columns) {
        drag.target = nearest_column_gap(frame, mouse.x);
    } else {
        drag.target = nearest_row_gap(frame, mouse.y);
    }
}

/// The phase that a gap between rows belongs to, and the activity behind it in that phase.
std::pair<PhaseId, ActivityId> row_target(const GridFrame &frame, int gap) {
    const bool beforeActivity = frame.is_activity(gap);
    if (beforeActivity) {
        return {frame.row(gap).phase, frame.row(gap).activity};
    }
    return {gap == 0 ? PhaseId() : frame.row(gap - 1).phase, ActivityId()};
}

PhaseId phase_target(const GridFrame &frame, int gap) {
    for (int row = gap; row < frame.row_count(); ++row) {
        if (frame.row(row).kind == RowKind::heading) {
            return frame.row(row).phase;
        }
    }
    return {};
}

void drop(GridFrame &frame) {
    const GridDrag drag = std::move(frame.scratch().drag);
    frame.scratch().drag = {};
    Scene &scene = frame.scene;
    if (!drag.moving || drag.kind == DragKind::cells) {
        // A click on one of several selected heads selects that one alone.
        const GridIndex index = under(frame, ImGui::GetIO().MousePos);
        const bool plain = !drag.moving && drag.kind != DragKind::none && !ImGui::GetIO().KeyShift;
        if (plain && stands_on_something(frame, index) && (drag.rows.size() > 1 || drag.columns.size() > 1)) {
            select(scene, place_of(frame.layout, index));
        }
        return;
    }
    if (drag.kind == DragKind::columns) {
        const bool last = drag.target >= frame.column_count();
        scene.edit(move_columns(scene.plan(), drag.columns, last ? RoleId() : frame.column(drag.target).role));
    } else if (drag.kind == DragKind::rows) {
        const auto [phase, before] = row_target(frame, drag.target);
        scene.edit(move_activities(scene.plan(), drag.rows, phase, before));
    } else {
        const PhaseId before = phase_target(frame, drag.target);
        if (before != drag.phase) {
            scene.edit(move_phase(scene.plan(), drag.phase, before));
        }
    }
}

/// What the corners of a cell stand for: its note, and what there is to settle about it.
std::string cell_tip(const GridFrame &frame, const GridPlace &place) {
    std::string text;
    if (const std::string *note = find_at(frame.scene.grid().notes, place.activity, place.role)) {
        text = note->substr(0, 400);
    }
    const auto rows = frame.marks.rows.find(place.activity);
    if (rows != frame.marks.rows.end()) {
        for (const Finding *finding : rows->second) {
            if (std::find(finding->cells.begin(), finding->cells.end(), place.role) != finding->cells.end()) {
                text += (text.empty() ? "• " : "\n• ") + finding->message;
            }
        }
    }
    return text;
}

std::string name_tip(const GridFrame &frame, const GridPlace &place) {
    std::string text;
    if (const Role *role = find(frame.scene.plan().organisation->roles, place.role)) {
        text = role->name;
    } else if (const Activity *activity = find(frame.scene.grid().activities, place.activity)) {
        text = activity->name + (activity->note.empty() ? "" : "\n" + activity->note.substr(0, 400));
    }
    if (const std::string counts = counts_in_words(frame, place); !counts.empty()) {
        text += "\n" + counts + ".";
    }
    const auto add = [&](const std::vector<const Finding *> &findings) {
        for (const Finding *finding : findings) {
            text += "\n• " + finding->message;
        }
    };
    if (const auto it = frame.marks.rows.find(place.activity); it != frame.marks.rows.end() && place.role.empty()) {
        add(it->second);
    }
    if (const auto it = frame.marks.columns.find(place.role); it != frame.marks.columns.end() && place.activity.empty()) {
        add(it->second);
    }
    return text;
}

void show_tooltip(const GridFrame &frame, const GridIndex &index) {
    const GridPlace place = place_of(frame.layout, index);
    const std::string text = index.row >= 0 && index.column >= 0 ? cell_tip(frame, place) : name_tip(frame, place);
    if (text.empty()) {
        return;
    }
    ImGui::PushID(static_cast<int>(place_id(place)));
    const ImRect box = frame.cell_box(index.row, index.column);
    ImGui::ItemAdd(box, ImGui::GetID("##tip"), nullptr, ImGuiItemFlags_NoNav);
    tooltip(text);
    ImGui::PopID();
}

/// Cells for a range, heads to be moved; a finger on the arrow before a phase folds it.
void offer_grips(GridFrame &frame) {
    const ImVec2 corner(frame.view.Min.x + frame.layout.nameWidth, frame.view.Min.y + frame.layout.headHeight);
    const auto offer = [&](const ImRect &part, int row, int column, float inset) {
        ImRect box = frame.cell_box(row, column);
        box.Min.x += inset;
        ImGui::PushClipRect(part.Min, part.Max, true);
        offer_grip(frame.scene, platform::Grip::lifted, box);
        ImGui::PopClipRect();
    };
    for (int column = 0; column < frame.column_count(); ++column) {
        if (!frame.column(column).role.empty()) {
            offer({{corner.x, frame.view.Min.y}, {frame.view.Max.x, corner.y}}, -1, column, 0);
        }
    }
    for (int row = 0; row < frame.row_count(); ++row) {
        const float y = frame.origin.y + frame.row(row).y;
        const bool heading = frame.row(row).kind == RowKind::heading;
        if (y > frame.view.Max.y || y + frame.row(row).height < corner.y || (!heading && !frame.is_activity(row))) {
            continue;
        }
        offer({{frame.view.Min.x, corner.y}, {corner.x, frame.view.Max.y}}, row, -1, heading ? foldArrowLeft + foldArrowWidth : 0);
        for (int column = 0; !heading && column < frame.column_count(); ++column) {
            if (!frame.column(column).role.empty()) {
                offer({corner, frame.view.Max}, row, column, 0);
            }
        }
    }
}

} // namespace

void handle_grid_mouse(GridFrame &frame) {
    offer_grips(frame);
    GridDrag &drag = frame.scratch().drag;
    if (drag.kind != DragKind::none) {
        if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            continue_drag(frame);
        } else {
            drop(frame);
        }
        return;
    }
    // Fields and buttons within the grid were submitted before, and have the mouse if they are under it.
    const bool free = ImGui::IsWindowHovered() && ImGui::GetCurrentContext()->HoveredId == 0;
    const GridIndex index = under(frame, ImGui::GetIO().MousePos);
    if (!free || !stands_on_something(frame, index)) {
        return;
    }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        press(frame, index);
    } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        press_right(frame, index);
    } else {
        show_tooltip(frame, index);
    }
}

} // namespace fullcourt::ui
