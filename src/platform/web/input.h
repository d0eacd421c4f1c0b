// Connects the browser's pointer, keys, text field and clipboard to Dear ImGui.
#pragma once

namespace fullcourt::platform {

/// Once, when the Dear ImGui context exists.
void start_input();

} // namespace fullcourt::platform
