// The keyboard in the grid: moving, selecting, typing letters.
#include <algorithm>
#include <cmath>

#include "ui/grid.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

/// The next row in a direction that the cursor can stand on; `from` where there is none.
int next_row(const GridFrame &frame, int from, int step, bool activitiesOnly) {
    for (int row = from + step; row < frame.row_count(); row += step) {
        if (row < 0) {
            return activitiesOnly ? from : -1;
        }
        const RowKind kind = frame.row(row).kind;
        if (kind == RowKind::activity || (kind == RowKind::heading && !activitiesOnly)) {
            return row;
        }
    }
    return from;
}

int edge_row(const GridFrame &frame, bool last) {
    const int found = last ? next_row(frame, frame.row_count(), -1, true) : next_row(frame, -1, 1, true);
    return std::clamp(found, -1, frame.row_count() - 1);
}

/// Selects a row and column; a heading has no columns, so the column waits for the next activity.
void go(GridFrame &frame, int row, int column, bool extend) {
    if (row == -1 && column == -1) {
        return; // the empty corner
    }
    if (row >= 0 && frame.row(row).kind != RowKind::heading) {
        frame.scratch().stickyColumn = column;
    }
    select(frame.scene, place_of(frame.layout, {row, column}), extend);
}

void move_vertically(GridFrame &frame, int step, bool extend, bool far) {
    const bool onHeading = frame.cursor.row >= 0 && frame.row(frame.cursor.row).kind == RowKind::heading;
    const int column = onHeading ? frame.scratch().stickyColumn : frame.cursor.column;
    if (far) {
        go(frame, edge_row(frame, step > 0), column, extend);
        return;
    }
    const int row = next_row(frame, frame.cursor.row, step, extend || column == -2);
    if (row != frame.cursor.row) {
        go(frame, row, column, extend);
    }
}

void move_horizontally(GridFrame &frame, int step, bool extend, bool far) {
    if (frame.cursor.row >= 0 && frame.row(frame.cursor.row).kind == RowKind::heading) {
        fold(frame.scene, frame.row(frame.cursor.row).phase, step < 0);
        return;
    }
    const int last = frame.column_count() - 1;
    const int column = far ? (step > 0 ? last : 0) : frame.cursor.column + step;
    if (column < -1 || column > last || (extend && frame.cursor.column >= 0 && column < 0)) {
        return;
    }
    go(frame, frame.cursor.row, column, extend);
}

void move_by_page(GridFrame &frame, int step, bool extend) {
    const float page = frame.view.GetHeight() - frame.layout.headHeight - 40;
    int row = frame.cursor.row;
    const float from = row >= 0 ? frame.row(row).y : 0;
    for (int next = next_row(frame, row, step, true); next != row; next = next_row(frame, row, step, true)) {
        row = next;
        if (std::abs(frame.row(row).y - from) >= page) {
            break;
        }
    }
    if (row >= 0) {
        go(frame, row, frame.cursor.column, extend);
    }
}

/// Tab goes on in the next row; past the ends it leaves the grid, so that nobody is caught in it.
void move_by_tab(GridFrame &frame, bool back) {
    const int columns = frame.column_count();
    int row = frame.cursor.row;
    int column = frame.cursor.column + (back ? -1 : 1);
    if (column >= columns || column < 0) {
        const int next = next_row(frame, row, back ? -1 : 1, true);
        if (next == row || next < 0) {
            frame.scene.scratch.focus = back ? Region::topbar : Region::panel;
            return;
        }
        row = next;
        column = back ? columns - 1 : 0;
    }
    go(frame, row, column, false);
}

void press_enter(GridFrame &frame, bool back) {
    if (selection_kind(frame.scene.state) == SelectionKind::cells) {
        const int row = next_row(frame, frame.cursor.row, back ? -1 : 1, true);
        if (row != frame.cursor.row) {
            go(frame, row, frame.cursor.column, false);
        }
        return;
    }
    start_naming(frame.scene, frame.scene.state.selection.cursor);
}

bool handle_moves(GridFrame &frame) {
    const ImGuiIO &io = ImGui::GetIO();
    if (io.KeyAlt) {
        return false;
    }
    const bool extend = io.KeyShift;
    const bool far = io.KeyCtrl;
    const ImGuiKeyChord mods = (extend ? ImGuiMod_Shift : 0) | (far ? ImGuiMod_Ctrl : 0);
    if (is_pressed(mods | ImGuiKey_UpArrow)) {
        move_vertically(frame, -1, extend, far);
    } else if (is_pressed(mods | ImGuiKey_DownArrow)) {
        move_vertically(frame, 1, extend, far);
    } else if (is_pressed(mods | ImGuiKey_LeftArrow)) {
        move_horizontally(frame, -1, extend, far);
    } else if (is_pressed(mods | ImGuiKey_RightArrow)) {
        move_horizontally(frame, 1, extend, far);
    } else if (is_pressed(mods | ImGuiKey_Home)) {
        go(frame, far ? edge_row(frame, false) : frame.cursor.row, 0, extend);
    } else if (is_pressed(mods | ImGuiKey_End)) {
        go(frame, far ? edge_row(frame, true) : frame.cursor.row, frame.column_count() - 1, extend);
    } else if (is_pressed(mods | ImGuiKey_PageUp)) {
        move_by_page(frame, -1, extend);
    } else if (is_pressed(mods | ImGuiKey_PageDown)) {
        move_by_page(frame, 1, extend);
    } else {
        return false;
    }
    return true;
}

void select_all(GridFrame &frame) {
    const int first = edge_row(frame, false);
    const int last = edge_row(frame, true);
    if (first >= 0 && frame.column_count() > 0) {
        frame.scene.dispatch(
            action::Select{{place_of(frame.layout, {last, frame.column_count() - 1}), place_of(frame.layout, {first, 0})}});
    }
}

void open_context_menu(GridFrame &frame) {
    const ImRect box = frame.cell_box(frame.cursor.row, frame.cursor.column);
    frame.scratch().openMenu = "##grid-menu";
    frame.scratch().menuAt = {box.Min.x + 8, box.Max.y};
}

bool handle_reading_commands(GridFrame &frame) {
    if (is_pressed(ImGuiKey_Tab)) {
        move_by_tab(frame, false);
    } else if (is_pressed(ImGuiMod_Shift | ImGuiKey_Tab)) {
        move_by_tab(frame, true);
    } else if (pressed(Command::selectAll)) {
        select_all(frame);
    } else if (pressed(Command::contextMenu)) {
        open_context_menu(frame);
    } else if (is_pressed(ImGuiKey_Escape)) {
        select(frame.scene, frame.scene.state.selection.cursor);
    } else {
        return false;
    }
    return true;
}

bool handle_editing_commands(GridFrame &frame) {
    Scene &scene = frame.scene;
    if (pressed(Command::addActivity)) {
        start_adding_activity(scene);
    } else if (pressed(Command::addRole)) {
        start_adding_role(scene);
    } else if (pressed(Command::bothLetters)) {
        type_character(scene, '/', false);
    } else if (pressed(Command::clearCells)) {
        clear_or_remove(scene);
    } else if (pressed(Command::duplicateRows)) {
        duplicate_rows(scene);
    } else if (pressed(Command::group)) {
        group_rows(scene);
    } else if (pressed(Command::moveUp) || pressed(Command::moveDown)) {
        move_rows(scene, pressed(Command::moveDown));
    } else if (pressed(Command::moveLeft) || pressed(Command::moveRight)) {
        move_selected_columns(scene, pressed(Command::moveRight));
    } else if (is_pressed(ImGuiKey_Enter) || is_pressed(ImGuiKey_KeypadEnter) || is_pressed(ImGuiMod_Shift | ImGuiKey_Enter)) {
        press_enter(frame, ImGui::GetIO().KeyShift);
    } else if (pressed(Command::rename) || pressed(Command::pickLetters)) {
        if (selection_kind(scene.state) == SelectionKind::cells) {
            open_context_menu(frame);
        } else if (pressed(Command::rename)) {
            start_naming(scene, scene.state.selection.cursor);
        }
    } else {
        return false;
    }
    return true;
}

void handle_typing(GridFrame &frame) {
    ImGuiIO &io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt) {
        return;
    }
    for (const ImWchar typed : io.InputQueueCharacters) {
        if (types(Command::help, typed)) {
            frame.scene.dispatch(action::ShowKeys{});
        } else if (types(Command::addRole, typed) && frame.scene.editable) {
            start_adding_role(frame.scene);
        } else if (typed > ' ' && typed < 127 && (typed != '/' || types(Command::bothLetters, typed))) {
            type_character(frame.scene, static_cast<char>(typed), io.KeyShift);
        }
    }
    io.InputQueueCharacters.resize(0);
}

} // namespace

void handle_grid_keys(GridFrame &frame) {
    const bool busy = frame.scratch().naming || frame.scratch().adding || frame.scratch().drag.moving;
    if (!frame.focused || busy || !frame.cursor.anywhere()) {
        return;
    }
    if (!handle_moves(frame) && !handle_reading_commands(frame) && !handle_editing_commands(frame)) {
        handle_typing(frame);
    }
}

} // namespace fullcourt::ui
