// The menu of what is selected: a cell's letters, activities, roles, a phase.
#include "base/text.h"
#include "edit/gestures.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

void letter_item(Scene &scene, Letters letters, const std::string &shortcut) {
    const std::string meaning = capitalised(letters_in_words(letters, scene.grid().extraLetters));
    if (menu_item(meaning, {.shortcut = shortcut, .disabled = !scene.editable, .letters = letters})) {
        put_letters(scene, letters);
    }
}

void draw_letter_items(Scene &scene) {
    letter_item(scene, Letters::one('R'), "R");
    letter_item(scene, Letters::one('A'), "A");
    letter_item(scene, Letters::accountable_and_responsible(), key_text(Command::bothLetters));
    if (scene.grid().scheme == LetterScheme::rasci) {
        letter_item(scene, Letters::one('S'), "S");
    }
    letter_item(scene, Letters::one('C'), "C");
    letter_item(scene, Letters::one('I'), "I");
    for (const auto &[letter, meaning] : scene.grid().extraLetters) {
        letter_item(scene, Letters::one(letter), std::string(1, letter));
    }
    menu_line();
    if (menu_item("Clear",
                  {.icon = icon::x, .shortcut = key_text(Command::clearCells), .disabled = !scene.editable, .besideLetters = true})) {
        put_letters(scene, {});
    }
    if (menu_item("Copy", {.icon = icon::copy, .shortcut = key_text(Command::copy), .besideLetters = true})) {
        platform::copy_text(scene.app.copied_text());
    }
}

void draw_row_items(Scene &scene) {
    const std::vector<ActivityId> rows = selected_rows(scene);
    const bool fixed = !scene.editable;
    if (rows.size() == 1 && menu_item("Rename", {.icon = icon::pencil, .shortcut = key_text(Command::rename), .disabled = fixed})) {
        start_naming(scene, {{}, rows.front(), {}});
    }
    if (menu_item("Add an activity below", {.icon = icon::plus, .shortcut = key_text(Command::addActivity), .disabled = fixed})) {
        start_adding_activity(scene);
    }
    if (menu_item("Duplicate", {.icon = icon::copy, .shortcut = key_text(Command::duplicateRows), .disabled = fixed})) {
        duplicate_rows(scene);
    }
    if (menu_item("Group into a phase", {.icon = icon::group, .shortcut = key_text(Command::group), .disabled = fixed})) {
        group_rows(scene);
    }
    menu_line();
    if (menu_item("Move up", {.icon = icon::arrowUp, .shortcut = key_text(Command::moveUp), .disabled = fixed})) {
        move_rows(scene, false);
    }
    if (menu_item("Move down", {.icon = icon::arrowDown, .shortcut = key_text(Command::moveDown), .disabled = fixed})) {
        move_rows(scene, true);
    }
    menu_line();
    const std::string what = rows.size() == 1 ? "Delete the activity" : "Delete " + counted(rows.size(), "activity", "activities");
    if (menu_item(what, {.icon = icon::trash2, .shortcut = key_text(Command::clearCells), .disabled = fixed})) {
        remove_selected(scene);
    }
}

void draw_column_items(Scene &scene) {
    const std::vector<RoleId> columns = selected_columns(scene);
    const bool fixed = !scene.editable;
    if (columns.size() == 1 && menu_item("Rename", {.icon = icon::pencil, .shortcut = key_text(Command::rename), .disabled = fixed})) {
        start_naming(scene, {{}, {}, columns.front()});
    }
    if (menu_item("Add a role to the right", {.icon = icon::userPlus, .shortcut = key_text(Command::addRole), .disabled = fixed})) {
        start_adding_role(scene);
    }
    menu_line();
    if (menu_item("Move left", {.icon = icon::arrowLeft, .shortcut = key_text(Command::moveLeft), .disabled = fixed})) {
        move_selected_columns(scene, false);
    }
    if (menu_item("Move right", {.icon = icon::arrowRight, .shortcut = key_text(Command::moveRight), .disabled = fixed})) {
        move_selected_columns(scene, true);
    }
    menu_line();
    if (columns.size() == 1 && menu_item("Hide from the grid", {.icon = icon::eyeOff, .disabled = fixed})) {
        scene.edit(hide_column(scene.plan(), columns.front()));
    }
    const std::string what = columns.size() == 1 ? "Delete the role" : "Delete " + counted(columns.size(), "role", "roles");
    if (menu_item(what, {.icon = icon::trash2, .shortcut = key_text(Command::clearCells), .disabled = fixed})) {
        remove_selected(scene);
    }
}

void draw_phase_items(Scene &scene) {
    const PhaseId phase = scene.state.selection.cursor.phase;
    const bool fixed = !scene.editable;
    const bool folded = is_folded(scene, phase);
    if (menu_item(folded ? "Unfold" : "Fold", {.icon = folded ? icon::chevronDown : icon::chevronRight})) {
        fold(scene, phase, !folded);
    }
    menu_line();
    if (menu_item("Rename", {.icon = icon::pencil, .shortcut = key_text(Command::rename), .disabled = fixed})) {
        start_naming(scene, {phase, {}, {}});
    }
    if (menu_item("Add an activity to it", {.icon = icon::plus, .shortcut = key_text(Command::addActivity), .disabled = fixed})) {
        start_adding_activity(scene);
    }
    menu_line();
    if (menu_item("Move up", {.icon = icon::arrowUp, .shortcut = key_text(Command::moveUp), .disabled = fixed})) {
        move_rows(scene, false);
    }
    if (menu_item("Move down", {.icon = icon::arrowDown, .shortcut = key_text(Command::moveDown), .disabled = fixed})) {
        move_rows(scene, true);
    }
    menu_line();
    if (menu_item("Remove the heading", {.icon = icon::trash2, .shortcut = key_text(Command::clearCells), .disabled = fixed})) {
        remove_selected(scene);
    }
}

} // namespace

void draw_menus(GridFrame &frame) {
    GridScratch &scratch = frame.scratch();
    if (!scratch.openMenu.empty()) {
        ImGui::OpenPopup(scratch.openMenu.c_str());
        scratch.openMenu.clear();
    }
    Scene &scene = frame.scene;
    ImGui::SetNextWindowPos(scratch.menuAt, ImGuiCond_Appearing);
    menu("##grid-menu", "What is selected", [&] {
        switch (selection_kind(scene.state)) {
        case SelectionKind::cells: draw_letter_items(scene); break;
        case SelectionKind::rows: draw_row_items(scene); break;
        case SelectionKind::columns: draw_column_items(scene); break;
        case SelectionKind::phase: draw_phase_items(scene); break;
        case SelectionKind::none: ImGui::CloseCurrentPopup(); break;
        }
    });
}

} // namespace fullcourt::ui
