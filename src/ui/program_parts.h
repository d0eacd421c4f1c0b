// The pictures of the program: each is drawn into a box, and its numbers stand beside it as a table.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/program.h"
#include "ui/scene.h"
#include "ui/widgets.h"

namespace fullcourt::ui {

/// Numbers behind a picture: heads, and rows whose first cell names them.
struct FigureTable {
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
};

/// Stages from the widest to the narrowest, with what goes on from each to the next.
void draw_funnel(ImDrawList &list, const ImRect &box, const std::vector<StageFigures> &stages, const std::vector<StepFigures> &steps);
/// For each stage, how many came into it lately, over how many did before.
void draw_movement(ImDrawList &list, const ImRect &box, const std::vector<StageFigures> &stages);

struct Bar {
    std::string label;
    double value = 0;
    bool strong = false; ///< what is looked for
};
/// Columns with their numbers on top.
void draw_columns(ImDrawList &list, const ImRect &box, const std::vector<Bar> &bars);
/// The same as a line over a filled ground.
void draw_trend(ImDrawList &list, const ImRect &box, const std::vector<Bar> &points);

FigureTable funnel_numbers(const std::vector<StageFigures> &stages, const std::vector<StepFigures> &steps);
FigureTable movement_numbers(const std::vector<StageFigures> &stages);
FigureTable bar_numbers(const std::string &label, const std::string &value, const std::vector<Bar> &bars);

/// "Nov" of "2026-11"; January with its year.
std::string month_words(const std::string &month);

} // namespace fullcourt::ui
