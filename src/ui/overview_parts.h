// The parts of the overview beside the things to settle, a file each. Private to ui/overview*.cpp.
#pragma once

#include "ui/section.h"

namespace fullcourt::ui {

/// The six steps to a running model, each with its state and the way there.
void draw_steps(Scene &scene, float width);
/// What the plan amounts to.
void draw_figures(Scene &scene, float width);
/// What was settled, and who does what by when.
void draw_log(Scene &scene, float width);

} // namespace fullcourt::ui
