// Where something that scrolls goes on beyond an edge it goes out there, so that it is seen that there is more.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace fullcourt::ui {

/// So far from an edge they begin to go out.
inline constexpr float fadeDepth = 32;

/// Over all that scrolls within the window that is being drawn, as far as it was drawn yet: after its last part, and before what lies
/// over it. `ground` is what the contents lie on.
void fade_scrolled(ImU32 ground);

/// In a window that scrolls: heads, feet and the names of rows stand still, all else moves within `moving`. What is selected there,
/// `current`, does not go out.
void keep_still_around(const ImRect &moving, const ImRect &current = {});

/// In such a window: what stands below `moving` lies on a ground of its own.
void lie_foot_on(ImU32 ground);

/// In a window that scrolls: its contents lie on a ground of their own, into which they go out.
void lie_on(ImU32 ground);

/// Where the room within the window that was just drawn has become `lost` lower: scrolls on so that what has the keyboard or is selected
/// and was in sight stays so. Whether something scrolls.
bool keep_in_sight(float lost);

} // namespace fullcourt::ui
