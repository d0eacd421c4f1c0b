// The keys' names in the browser and in Dear ImGui.
#pragma once

#include <string_view>

#include <imgui.h>

namespace fullcourt::platform {

/// `name` is what web/keys.js sends: a letter or digit as printed on the key, KeyboardEvent.key of named keys
/// ("ArrowLeft"), KeyboardEvent.code of all others ("BracketLeft", "Numpad4"). ImGuiKey_None where there is none.
ImGuiKey key_of(std::string_view name);

} // namespace fullcourt::platform
