// A slide of the grid on the page: the shapes that its file holds.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "exports/grid_picture.h"

namespace fullcourt::ui {

/// Into `paper`, which is of 16:9.
void draw_slide(const GridSlide &slide, const ImRect &paper);

} // namespace fullcourt::ui
