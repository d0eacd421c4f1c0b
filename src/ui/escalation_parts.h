// Below the ladder. Private to ui/escalation_*.cpp.
#pragma once

#include "ui/section.h"

namespace fullcourt::ui {

/// One conflict that arises today, walked up with dates.
void draw_walk(Scene &scene, float width);
/// The conflicts there were, and which rows of the grid they were about.
void draw_disputes(Scene &scene, float width);

} // namespace fullcourt::ui
