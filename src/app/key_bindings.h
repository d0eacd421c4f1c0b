// Which keys the person gave to commands, as this browser keeps them. What a command or a chord is, only the interface knows.
#pragma once

#include <map>
#include <string>

namespace fullcourt {

/// By the command's fixed name ("save-file") the chord that it has instead of its usual one, as web/keys.js writes it ("Mod+Shift+l");
/// empty: none.
using KeyBindings = std::map<std::string, std::string>;

/// The preference that keeps them.
inline constexpr const char *keyBindingsPreference = "keys";

/// A line for each, "save-file Mod+Shift+l". What is no such line, or one too many, is passed over: others may have written it.
KeyBindings key_bindings_of(const std::string &text);
std::string key_bindings_text(const KeyBindings &bindings);

} // namespace fullcourt
