// Chords of keys: as a person reads them, as they are kept and told to the browser, and why some cannot be a shortcut.
#pragma once

#include <string>
#include <string_view>

#include <imgui.h>

namespace fullcourt::ui {

/// "Ctrl+Z", on Apple's keyboards "⌘Z"; "" for none.
std::string chord_text(ImGuiKeyChord chord);

/// As web/keys.js writes it: "Mod+Shift+l". "" for none, and where the key has no name that holds on every keyboard.
std::string chord_name(ImGuiKeyChord chord);
/// Nothing (0) where it is no chord.
ImGuiKeyChord chord_of(std::string_view name);

/// Whether pressing it writes a character.
bool writes(ImGuiKeyChord chord);

/// Why no command can be given the chord, in one sentence; empty where one can.
std::string refusal_of(ImGuiKeyChord chord);

/// What went down in this frame, whoever has the keyboard: a key with the modifiers that are held. 0: none, or modifiers alone.
ImGuiKeyChord pressed_chord();

} // namespace fullcourt::ui
