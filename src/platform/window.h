// The web page's side of Dear ImGui: canvas, input and GL. Known to main alone; tests on the null backend drive
// Dear ImGui themselves.
#pragma once

#include <functional>

#include "platform/platform.h"

namespace fullcourt::platform {

struct WindowCallbacks {
    /// Once, when the Dear ImGui context and GL exist: fonts and style.
    std::function<void()> started;
    /// Before a frame. While it returns false the picture stays as it is, and the frame comes later.
    std::function<bool()> prepare = {};
    /// Between NewFrame and Render. Returns true while something animates and wants a further frame.
    std::function<bool()> frame;
    /// The size of a CSS pixel in device pixels changed, or the interface scale did: fonts and style follow.
    std::function<void(float scale)> scaleChanged;
    /// What a finger has under it that comes down here, in units. Without this a finger takes hold of nothing.
    std::function<Grip(float x, float y)> grip = {};
    /// A button goes down here, in units, before Dear ImGui hears of it: true where the page has seen to it and Dear ImGui is to hear
    /// nothing. Comes within the browser's own event, so that the page may do what browsers allow a person's act alone.
    std::function<bool(int button, float x, float y)> press = {};
    /// Between frames: a finger takes hold of what is under it, moves it, or lets go.
    std::function<void(Hold step, float x, float y)> hold = {};
};

/// Sets up canvas, GL, input and the frame loop; returns at once, the browser goes on calling.
void open_window(WindowCallbacks callbacks);

/// Pinch and Ctrl-plus of the interface itself, 0.5 to 3; 1 is the design's size.
void set_interface_scale(float scale);

} // namespace fullcourt::platform
