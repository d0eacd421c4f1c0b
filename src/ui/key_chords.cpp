#include "ui/key_chords.h"

#include <algorithm>
#include <array>

#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui {
namespace {

constexpr ImGuiKeyChord withControl = ImGuiMod_Ctrl;
constexpr ImGuiKeyChord withControlShift = ImGuiMod_Ctrl | ImGuiMod_Shift;
constexpr ImGuiKeyChord withAlt = ImGuiMod_Alt;

struct NamedKey {
    ImGuiKey key;
    std::string_view name; ///< as web/keys.js calls it
    std::string_view shown;
};
// Keys of signs are not among them: what they say differs from keyboard to keyboard.
constexpr std::array namedKeys = {
    NamedKey{ImGuiKey_UpArrow, "ArrowUp", "↑"},
    NamedKey{ImGuiKey_DownArrow, "ArrowDown", "↓"},
    NamedKey{ImGuiKey_LeftArrow, "ArrowLeft", "←"},
    NamedKey{ImGuiKey_RightArrow, "ArrowRight", "→"},
    NamedKey{ImGuiKey_Home, "Home", "Home"},
    NamedKey{ImGuiKey_End, "End", "End"},
    NamedKey{ImGuiKey_PageUp, "PageUp", "Page up"},
    NamedKey{ImGuiKey_PageDown, "PageDown", "Page down"},
    NamedKey{ImGuiKey_Insert, "Insert", "Insert"},
    NamedKey{ImGuiKey_Delete, "Delete", "Del"},
    NamedKey{ImGuiKey_Backspace, "Backspace", "Backspace"},
    NamedKey{ImGuiKey_Enter, "Enter", "Enter"},
    NamedKey{ImGuiKey_Tab, "Tab", "Tab"},
    NamedKey{ImGuiKey_Escape, "Escape", "Escape"},
    NamedKey{ImGuiKey_Menu, "ContextMenu", "Menu"},
    NamedKey{ImGuiKey_Space, "Space", "Space"},
};

constexpr std::array<ImGuiKey, 12> movingKeys = {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                                                 ImGuiKey_Home,    ImGuiKey_End,       ImGuiKey_PageUp,    ImGuiKey_PageDown,
                                                 ImGuiKey_Enter,   ImGuiKey_Tab,       ImGuiKey_Escape,    ImGuiKey_KeypadEnter};
constexpr std::array<ImGuiKeyChord, 4> editingChords = {withControl | ImGuiKey_A, withControl | ImGuiKey_Z, withControlShift | ImGuiKey_Z,
                                                        withControl | ImGuiKey_Y};
constexpr std::array<ImGuiKeyChord, 7> clipboardChords = {
    withControl | ImGuiKey_C,      withControl | ImGuiKey_X,         withControl | ImGuiKey_V,        withControlShift | ImGuiKey_V,
    withControl | ImGuiKey_Insert, ImGuiMod_Shift | ImGuiKey_Insert, ImGuiMod_Shift | ImGuiKey_Delete};

/// What browsers do at a chord, and would do in vain, or cannot be kept from.
struct BrowserChord {
    ImGuiKeyChord chord;
    std::string_view does;
};
constexpr std::array browserChords = {
    BrowserChord{withControl | ImGuiKey_W, "closes the tab"},
    BrowserChord{withControl | ImGuiKey_T, "opens a tab"},
    BrowserChord{withControl | ImGuiKey_N, "opens a window"},
    BrowserChord{withControl | ImGuiKey_Q, "quits the browser"},
    BrowserChord{withControl | ImGuiKey_R, "reloads the page"},
    BrowserChord{withControl | ImGuiKey_L, "goes to the address"},
    BrowserChord{withControl | ImGuiKey_J, "shows what was downloaded"},
    BrowserChord{withControl | ImGuiKey_P, "prints the page"},
    BrowserChord{withControl | ImGuiKey_F, "searches the page"},
    BrowserChord{withControl | ImGuiKey_G, "searches the page further"},
    BrowserChord{withControl | ImGuiKey_H, "shows the history, or hides the browser"},
    BrowserChord{withControl | ImGuiKey_M, "makes the window small, or silent"},
    BrowserChord{withControl | ImGuiKey_U, "shows the source of the page"},
    BrowserChord{withControl | ImGuiKey_F4, "closes the tab"},
    BrowserChord{withControl | ImGuiKey_Equal, "shows the page larger"},
    BrowserChord{withControl | ImGuiKey_Minus, "shows the page smaller"},
    BrowserChord{withControlShift | ImGuiKey_T, "brings a closed tab back"},
    BrowserChord{withControlShift | ImGuiKey_N, "opens a private window"},
    BrowserChord{withControlShift | ImGuiKey_P, "opens a private window"},
    BrowserChord{withControlShift | ImGuiKey_W, "closes the window"},
    BrowserChord{withControlShift | ImGuiKey_Q, "quits the browser"},
    BrowserChord{withControlShift | ImGuiKey_R, "reloads the page"},
    BrowserChord{withControlShift | ImGuiKey_I, "opens the developer’s tools"},
    BrowserChord{withControlShift | ImGuiKey_J, "opens the developer’s tools"},
    BrowserChord{withControlShift | ImGuiKey_C, "opens the developer’s tools"},
    BrowserChord{withControlShift | ImGuiKey_K, "opens the developer’s tools"},
    BrowserChord{withControlShift | ImGuiKey_M, "opens the developer’s tools"},
    BrowserChord{withControlShift | ImGuiKey_O, "shows the bookmarks"},
    BrowserChord{withControlShift | ImGuiKey_B, "shows the bookmarks"},
    BrowserChord{withAlt | ImGuiKey_D, "goes to the address"},
    BrowserChord{withAlt | ImGuiKey_E, "opens the browser’s menu"},
    BrowserChord{withAlt | ImGuiKey_F, "opens the browser’s menu"},
    BrowserChord{withAlt | ImGuiKey_F4, "closes the window"},
};
/// The same whatever is held with the key.
constexpr std::array browserKeys = {
    BrowserChord{ImGuiKey_F1, "shows the browser’s help"},
    BrowserChord{ImGuiKey_F3, "searches the page further"},
    BrowserChord{ImGuiKey_F5, "reloads the page"},
    BrowserChord{ImGuiKey_F7, "puts a caret into pages"},
    BrowserChord{ImGuiKey_F10, "opens the browser’s menu"},
    BrowserChord{ImGuiKey_F11, "fills the screen"},
    BrowserChord{ImGuiKey_F12, "opens the developer’s tools"},
};

ImGuiKey key_in(ImGuiKeyChord chord) { return static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_); }
bool is_letter(ImGuiKey key) { return key >= ImGuiKey_A && key <= ImGuiKey_Z; }
bool is_digit(ImGuiKey key) { return key >= ImGuiKey_0 && key <= ImGuiKey_9; }
bool is_function_key(ImGuiKey key) { return key >= ImGuiKey_F1 && key <= ImGuiKey_F24; }

template <std::size_t Count> bool holds(const std::array<ImGuiKeyChord, Count> &chords, ImGuiKeyChord chord) {
    return std::find(chords.begin(), chords.end(), chord) != chords.end();
}

const NamedKey *named(ImGuiKey key) {
    const auto *at = std::find_if(namedKeys.begin(), namedKeys.end(), [&](const NamedKey &one) { return one.key == key; });
    return at == namedKeys.end() ? nullptr : at;
}

/// "" where there is none that holds on every keyboard.
std::string browser_name(ImGuiKey key) {
    if (is_letter(key)) {
        return {static_cast<char>('a' + (key - ImGuiKey_A))};
    }
    if (is_digit(key)) {
        return "Digit" + std::to_string(key - ImGuiKey_0);
    }
    if (is_function_key(key)) {
        return "F" + std::to_string(key - ImGuiKey_F1 + 1);
    }
    const NamedKey *known = named(key);
    return known == nullptr ? std::string() : std::string(known->name);
}

std::string shown_name(ImGuiKey key) {
    const NamedKey *known = named(key);
    return known == nullptr ? std::string(ImGui::GetKeyName(key)) : std::string(known->shown);
}

std::string_view browser_does(ImGuiKeyChord chord) {
    const ImGuiKey key = key_in(chord);
    const auto does = [](const auto &list, ImGuiKeyChord wanted) {
        const auto *at = std::find_if(list.begin(), list.end(), [&](const BrowserChord &one) { return one.chord == wanted; });
        return at == list.end() ? std::string_view() : at->does;
    };
    if (const std::string_view always = does(browserKeys, key); !always.empty()) {
        return always;
    }
    const ImGuiKeyChord modifiers = chord & ImGuiMod_Mask_;
    if (is_digit(key) && (modifiers == withControl || modifiers == withAlt)) {
        return key == ImGuiKey_0 ? "shows the page at its usual size" : "goes to another tab";
    }
    return does(browserChords, chord);
}

} // namespace

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
    add(ImGuiMod_Super, "Windows", "Control+");
    // Apple writes Option and Shift before Command; elsewhere Ctrl comes first.
    if (!apple) {
        add(ImGuiMod_Ctrl, "Ctrl", "");
    }
    add(ImGuiMod_Alt, "Alt", "Option+");
    add(ImGuiMod_Shift, "Shift", "Shift+");
    if (apple) {
        add(ImGuiMod_Ctrl, "", "⌘");
    }
    return text + shown_name(key_in(chord));
}

std::string chord_name(ImGuiKeyChord chord) {
    const std::string key = browser_name(key_in(chord));
    if (key.empty() || (chord & ImGuiMod_Super) != 0) {
        return {};
    }
    return std::string((chord & ImGuiMod_Ctrl) != 0 ? "Mod+" : "") + ((chord & ImGuiMod_Alt) != 0 ? "Alt+" : "") +
           ((chord & ImGuiMod_Shift) != 0 ? "Shift+" : "") + key;
}

ImGuiKeyChord chord_of(std::string_view name) {
    ImGuiKeyChord chord = 0;
    const auto take = [&](std::string_view modifier, ImGuiKey key) {
        if (name.starts_with(modifier)) {
            name.remove_prefix(modifier.size());
            chord |= key;
        }
    };
    take("Mod+", ImGuiMod_Ctrl);
    take("Alt+", ImGuiMod_Alt);
    take("Shift+", ImGuiMod_Shift);
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        if (!name.empty() && browser_name(static_cast<ImGuiKey>(key)) == name) {
            return chord | key;
        }
    }
    return 0;
}

bool writes(ImGuiKeyChord chord) {
    const ImGuiKey key = key_in(chord);
    return (is_letter(key) || is_digit(key) || key == ImGuiKey_Space) && (chord & (ImGuiMod_Ctrl | ImGuiMod_Alt | ImGuiMod_Super)) == 0;
}

std::string refusal_of(ImGuiKeyChord chord) {
    const std::string text = chord_text(chord);
    const ImGuiKey key = key_in(chord);
    const bool apple = platform::apple_keyboard();
    if ((chord & ImGuiMod_Super) != 0) {
        return text + " belongs to the system.";
    }
    if (const std::string_view does = browser_does(chord); !does.empty()) {
        return text + " " + std::string(does) + ": the browser keeps it.";
    }
    if (std::find(movingKeys.begin(), movingKeys.end(), key) != movingKeys.end()) {
        return text + " moves about the page and works what is there.";
    }
    if (holds(clipboardChords, chord)) {
        return text + " belongs to copying, cutting and pasting.";
    }
    if (holds(editingChords, chord) || key == ImGuiKey_Delete || key == ImGuiKey_Backspace) {
        return text + " changes the text of a field.";
    }
    if (browser_name(key).empty()) {
        return text + " lies elsewhere on other keyboards, or is missing there.";
    }
    if (writes(chord)) {
        return text + " is written into fields and cells; with " + (apple ? "⌘" : "Ctrl or Alt") + " held it can be a shortcut.";
    }
    const bool sign = is_letter(key) || is_digit(key) || key == ImGuiKey_Space;
    if (sign && (chord & ImGuiMod_Alt) != 0 && (apple || (chord & ImGuiMod_Ctrl) != 0)) {
        return text + " writes a character on some keyboards.";
    }
    if (key == ImGuiKey_Space) {
        return text + " belongs to the system.";
    }
    return {};
}

ImGuiKeyChord pressed_chord() {
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        const bool modifier = key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper;
        const bool ofKeyboard = ImGui::IsKeyboardKey(static_cast<ImGuiKey>(key)) && !modifier;
        if (ofKeyboard && ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), ImGuiInputFlags_None, ImGuiKeyOwner_Any)) {
            return ImGui::GetIO().KeyMods | key;
        }
    }
    return 0;
}

} // namespace fullcourt::ui
