// What a finger can take hold of, and what all that is dragged has in common, by mouse or finger: it scrolls at the edges, and it
// can be called back: by a second finger, or by Escape while the mouse button is down.
//
//     offer_grip(scene, platform::Grip::lifted, box);   // while the view draws what is in the box
//
// From then on a finger that is held still on the box presses the mouse button there, and the view goes on as with a mouse.
#pragma once

#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui {

struct Scene;
struct Scratch;

struct OfferedGrip {
    platform::Grip grip = platform::Grip::none;
    ImRect box;
    ImRect reach; ///< where a finger takes hold of it: the box, or as much around it as a finger needs
    ImGuiWindow *window = nullptr;
    bool selects = false;   ///< text, in the field that has the caret
    ImFont *font = nullptr; ///< of such text …
    float fontSize = 0;
    ImVec2 inset = {}; ///< … which begins so far within the box
};

struct TouchScratch {
    std::vector<OfferedGrip> offered; ///< in the newest frame
    bool held = false;                ///< a finger has taken hold of something …
    ImRect box;                       ///< … which lay here …
    ImVec2 from;                      ///< … where the mouse button went down …
    ImVec2 apart;                     ///< … and so far from the finger
    bool moved = false;               ///< far enough to be meant
    bool selects = false;             ///< text
    bool calledBack = false;          ///< what was dragged goes back to where it was
};

/// In every frame in which it is drawn; what lies outside of the clip rectangle cannot be reached.
void offer_grip(Scene &scene, platform::Grip grip, const ImRect &box);
/// For the field that has the caret, with its font and padding: what a finger drags over in it is selected.
void offer_text_grip(const ImRect &box);
/// Whether what is dragged goes back in this frame: who sees it let go of changes nothing.
bool is_called_back(const Scene &scene);

enum class Along { across, down, both };
/// While something is dragged to an edge of the view, the window that is being drawn scrolls that way.
void scroll_at_edges(const ImRect &view, Along along);

// For the interface.
/// Before anything is drawn.
void start_dragging_frame(Scene &scene);
/// After everything is drawn: the sign that a finger has lifted something.
void finish_dragging_frame(TouchScratch &touch);
platform::Grip grip_at(const TouchScratch &touch, const ImVec2 &at);
void hold(TouchScratch &touch, platform::Hold step, const ImVec2 &at);

} // namespace fullcourt::ui
