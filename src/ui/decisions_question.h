// The question above the decision rights. Private to ui/decisions_*.cpp.
#pragma once

#include "ui/section.h"

namespace fullcourt::ui {

void draw_who_decides(Scene &scene, float width);

} // namespace fullcourt::ui
