// Connects the browser's pointer, keys, text field and clipboard to Dear ImGui.
#pragma once

namespace fullcourt::platform {

/// Once, when the Dear ImGui context exists.
void start_input();

/// Whether the page itself has seen to a button that goes down here, in units.
bool press_is_taken(int button, float x, float y);

/// Draws what the newest keys changed. A copy event may come before the frame that a key just before it waits for, and what it
/// takes is what is selected then. Not from within a frame.
void draw_waiting_input();

} // namespace fullcourt::platform
