// Below the meetings. Private to ui/cadences_*.cpp.
#pragma once

#include "ui/section.h"

namespace fullcourt::ui {

/// What standing meetings take of a week: by role, and by person where the plan names people; each opens into its terms.
void draw_hours(Scene &scene, float width);

} // namespace fullcourt::ui
