// The keyboard as one table: menus, tooltips, the help and what a key does all read it.
//
// Only keys that the page takes from the browser can stand here (web/keys.js).
#pragma once

#include <span>
#include <string>

#include <imgui.h>

namespace fullcourt::ui {

enum class Command {
    // Anywhere
    undo,
    redo,
    openFile,
    saveFile,
    saveFileAs,
    share,
    nextRegion,
    previousRegion,
    palette,
    help,
    // In the grid
    clearCells,
    rename,
    pickLetters,
    bothLetters,
    selectAll,
    addActivity,
    addRole,
    duplicateRows,
    moveUp,
    moveDown,
    moveLeft,
    moveRight,
    group,
    contextMenu,
    copy,
    cut,
    paste,
};

enum class KeyGroup { page, moving, letters, rows, accounts };

struct Shortcut {
    Command command;
    KeyGroup group;
    const char *what;        ///< in the help: "Undo"
    ImGuiKeyChord chord = 0; ///< 0: a character that is typed, or a key of the browser's own
    ImGuiKeyChord second = 0;
    const char *typed = nullptr; ///< how to write it where there is no chord
};

std::span<const Shortcut> shortcuts();

/// "Ctrl+Z", on Apple's keyboards "⌘Z"; "" where the command has no key.
std::string key_text(Command command);
std::string key_text(const Shortcut &shortcut);
/// The chord as a person reads it.
std::string chord_text(ImGuiKeyChord chord);

/// Whether these keys went down in this frame, with repeat, whoever has the keyboard.
bool is_pressed(ImGuiKeyChord chord);

/// Whether the command's key was pressed in this frame (with repeat for undo, redo and moves).
bool pressed(Command command);

} // namespace fullcourt::ui
