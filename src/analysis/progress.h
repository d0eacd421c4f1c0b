// The six steps to a running model (DOMAIN §12) with their state, and what a plan amounts to in figures.
#pragma once

#include <string>
#include <vector>

#include "analysis/finding.h"
#include "model/plan.h"

namespace fullcourt {

enum class StepState { notBegun, begun, settled };

struct Step {
    std::string name;
    std::vector<PlanSection> sections; ///< where it is worked on; the first is the way there. Empty: the manual
    StepState state = StepState::notBegun;
    std::size_t open = 0; ///< things to settle in its sections
    std::string sentence; ///< "10 activities, 9 things to settle"
    std::string todo;     ///< what to do there now, in one sentence
};
/// The six in their order. `findings` are the plan's own, as check() gives them; `shared`: a copy of it has left this browser, which
/// is the last step.
std::vector<Step> steps_of(const Plan &plan, const std::vector<Finding> &findings, bool shared = false);

/// Whether the section holds anything that could be checked.
bool is_begun(const Plan &plan, PlanSection section);

/// The first that is not settled, from `from` on and then from the beginning; their number where all are.
std::size_t next_step(const std::vector<Step> &steps, std::size_t from = 0);

struct Figure {
    std::string label;
    std::string value;
    std::string how; ///< what it is counted from
};
std::vector<Figure> figures_of(const Plan &plan);

} // namespace fullcourt
