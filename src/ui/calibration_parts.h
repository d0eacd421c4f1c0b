// What the model makes of the accounts that people placed. Private to the view of known accounts.
#pragma once

#include "analysis/calibration.h"
#include "ui/scene.h"

namespace fullcourt::ui {

/// How many pairs it gets right, and the proposed change with the button that accepts it.
void draw_calibration_verdict(Scene &scene, const Calibration &calibration, float width);
/// Which pairs it gets wrong, by which criteria; the proposal share by share, and what it would do to the whole list.
void draw_calibration_reasons(Scene &scene, const Calibration &calibration, float width);

} // namespace fullcourt::ui
