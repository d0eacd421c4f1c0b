// What the dialogs share: the room inside their frame and the row of buttons at their foot.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/scene.h"

namespace fullcourt::ui {

/// Of the buttons at the foot, with the line above them.
inline constexpr float dialogFootHeight = 64;

float dialog_inset();
/// Where the open dialog stands; it may not have been drawn yet.
ImRect dialog_box(const State &state);
/// Between head and foot, above what notices say there.
ImVec2 dialog_room(const Scene &scene);
/// Puts the cursor where the buttons stand.
void begin_dialog_foot();
/// The heading of a part, with room below.
void draw_dialog_heading(const std::string &title);
/// So that what follows, `width` wide, ends at the right edge.
void align_right(float width);

/// How far a long piece of work has come, from 0 to 1: "Reading the file", in the middle of the room.
void draw_progress(Scene &scene, const std::string &what, double part, const ImVec2 &room);

ImVec2 palette_size();
ImVec2 incoming_size(const State &state, const dialog::Incoming &incoming);

/// A grid in small, to look at: heads, names and letters; cut off where it does not fit.
void draw_small_grid(const std::vector<std::string> &columns, const std::vector<std::pair<std::string, std::vector<Letters>>> &rows,
                     const ImVec2 &size);

} // namespace fullcourt::ui
