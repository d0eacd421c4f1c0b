#include "ui/shortcuts.h"

#include <algorithm>
#include <array>

#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui {
namespace {

constexpr ImGuiKeyChord ctrl(ImGuiKey key) { return ImGuiMod_Ctrl | key; }
constexpr ImGuiKeyChord ctrl_shift(ImGuiKey key) { return ImGuiMod_Ctrl | ImGuiMod_Shift | key; }
constexpr ImGuiKeyChord alt(ImGuiKey key) { return ImGuiMod_Alt | key; }

constexpr std::array table = {
    Shortcut{Command::undo, KeyGroup::page, "Undo", ctrl(ImGuiKey_Z)},
    Shortcut{Command::redo, KeyGroup::page, "Redo", ctrl_shift(ImGuiKey_Z), ctrl(ImGuiKey_Y)},
    Shortcut{Command::openFile, KeyGroup::page, "Open a file", ctrl(ImGuiKey_O)},
    Shortcut{Command::saveFile, KeyGroup::page, "Save a file", ctrl(ImGuiKey_S)},
    Shortcut{Command::saveFileAs, KeyGroup::page, "Save as a new file", ctrl_shift(ImGuiKey_S)},
    Shortcut{Command::share, KeyGroup::page, "Share", ctrl_shift(ImGuiKey_L)},
    Shortcut{Command::palette, KeyGroup::page, "Find or do anything", ctrl(ImGuiKey_K)},
    Shortcut{Command::nextRegion, KeyGroup::page, "Next part of the page", ImGuiKey_F6},
    Shortcut{Command::previousRegion, KeyGroup::page, "Previous part of the page", ImGuiMod_Shift | ImGuiKey_F6},
    Shortcut{Command::help, KeyGroup::page, "These shortcuts", 0, 0, "?"},

    Shortcut{Command::clearCells, KeyGroup::letters, "Clear", ImGuiKey_Delete, ImGuiKey_Backspace},
    Shortcut{Command::pickLetters, KeyGroup::letters, "Choose a letter from a list", ImGuiKey_Space},
    Shortcut{Command::bothLetters, KeyGroup::letters, "Accountable and responsible (A/R)", 0, 0, "/"},
    Shortcut{Command::copy, KeyGroup::letters, "Copy", ctrl(ImGuiKey_C)},
    Shortcut{Command::cut, KeyGroup::letters, "Cut", ctrl(ImGuiKey_X)},
    Shortcut{Command::paste, KeyGroup::letters, "Paste letters, or a whole grid from a spreadsheet", ctrl(ImGuiKey_V)},
    Shortcut{Command::selectAll, KeyGroup::moving, "Select all cells", ctrl(ImGuiKey_A)},
    Shortcut{Command::contextMenu, KeyGroup::moving, "Menu of what is selected", ImGuiMod_Shift | ImGuiKey_F10, ImGuiKey_Menu},

    Shortcut{Command::rename, KeyGroup::rows, "Rename", ImGuiKey_F2},
    Shortcut{Command::addActivity, KeyGroup::rows, "Add an activity below", ctrl(ImGuiKey_Enter), ImGuiKey_Insert},
    Shortcut{Command::addRole, KeyGroup::rows, "Add a role to the right", 0, 0, "+"},
    Shortcut{Command::duplicateRows, KeyGroup::rows, "Duplicate activities", ctrl(ImGuiKey_D)},
    Shortcut{Command::group, KeyGroup::rows, "Group into a phase", alt(ImGuiKey_G)},
    Shortcut{Command::moveUp, KeyGroup::rows, "Move up", alt(ImGuiKey_UpArrow)},
    Shortcut{Command::moveDown, KeyGroup::rows, "Move down", alt(ImGuiKey_DownArrow)},
    Shortcut{Command::moveLeft, KeyGroup::rows, "Move left", alt(ImGuiKey_LeftArrow)},
    Shortcut{Command::moveRight, KeyGroup::rows, "Move right", alt(ImGuiKey_RightArrow)},
};

const Shortcut *find(Command command) {
    const auto *it = std::find_if(table.begin(), table.end(), [&](const Shortcut &s) { return s.command == command; });
    return it == table.end() ? nullptr : it;
}

std::string key_name(ImGuiKey key) {
    switch (key) {
    case ImGuiKey_UpArrow: return "↑";
    case ImGuiKey_DownArrow: return "↓";
    case ImGuiKey_LeftArrow: return "←";
    case ImGuiKey_RightArrow: return "→";
    case ImGuiKey_Delete: return "Del";
    case ImGuiKey_Menu: return "Menu";
    default: return ImGui::GetKeyName(key);
    }
}

} // namespace

bool is_pressed(ImGuiKeyChord chord) { return chord != 0 && ImGui::IsKeyChordPressed(chord, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); }

std::span<const Shortcut> shortcuts() { return table; }

std::string chord_text(ImGuiKeyChord chord) {
    if (chord == 0) {
        return {};
    }
    const bool apple = platform::apple_keyboard();
    std::string text;
    const auto add = [&](ImGuiKey modifier, const char *name, const char *sign) {
        if ((chord & modifier) != 0) {
            text += apple ? std::string(sign) : std::string(name) + "+";
        }
    };
    // Apple writes Option and Shift before Command; elsewhere Ctrl comes first.
    if (!apple) {
        add(ImGuiMod_Ctrl, "Ctrl", "");
    }
    add(ImGuiMod_Alt, "Alt", "Option+");
    add(ImGuiMod_Shift, "Shift", "Shift+");
    if (apple) {
        add(ImGuiMod_Ctrl, "", "⌘");
    }
    return text + key_name(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_));
}

std::string key_text(const Shortcut &shortcut) {
    return shortcut.typed != nullptr ? std::string(shortcut.typed) : chord_text(shortcut.chord);
}

std::string key_text(Command command) {
    const Shortcut *shortcut = find(command);
    return shortcut == nullptr ? std::string() : key_text(*shortcut);
}

bool pressed(Command command) {
    const Shortcut *shortcut = find(command);
    return shortcut != nullptr && (is_pressed(shortcut->chord) || is_pressed(shortcut->second));
}

} // namespace fullcourt::ui
