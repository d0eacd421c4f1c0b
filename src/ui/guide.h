// The guide through the six steps: a line above the section that says which step this is, what to do in it, and what comes next. What
// is done is read from the plan. It can be closed, and the overview takes it up again.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/progress.h"
#include "ui/scene.h"

namespace fullcourt::ui {

/// The six steps of the open plan.
std::vector<Step> plan_steps(const Scene &scene);
/// Which of them is worked on in the view.
std::optional<std::size_t> step_in(const std::vector<Step> &steps, View view);
/// Goes to where the step is worked on; the last one is the dialog that shares the plan.
void go_to_step(Scene &scene, const Step &step);
/// A tick where it is settled, else its number.
void draw_step_state(ImDrawList &list, const ImVec2 &centre, StepState state, std::size_t number);
/// Where somebody begins a plan of their own: the guide shows, unless it was closed once.
void offer_guide(Scene &scene);

} // namespace fullcourt::ui
