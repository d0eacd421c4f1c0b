// The six figures of the program as numbers and sentences, each beside the target of a KPI. For the files of this layer.
#pragma once

#include "analysis/program.h"

namespace fullcourt {

/// `both`: how many reached both stages.
StepFigures step_between(const StageFigures &from, const StageFigures &to, std::size_t both);

FigureStatus figure_status(const Plan &plan, const Program &program, ProgramFigure figure);

} // namespace fullcourt
