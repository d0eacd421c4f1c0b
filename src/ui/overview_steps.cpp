// The six steps to a running model, and the plan in figures.
#include "analysis/progress.h"
#include "base/text.h"
#include "ui/guide.h"
#include "ui/icons.h"
#include "ui/overview_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float overviewStepsRowHeight = 48;
constexpr float overviewFigureHeight = 68; ///< with a label of two lines

void draw_step(Scene &scene, const Step &step, std::size_t number, float width) {
    const Row row = begin_row("step-" + step.name, step.name, {.width = width, .height = overviewStepsRowHeight, .value = step.sentence});
    if (row.clicked) {
        go_to_step(scene, step);
    }
    draw_step_state(*row.list, {row.box.Min.x + 18, row.box.GetCenter().y}, step.state, number);
    const float left = row.box.Min.x + 40;
    draw_line(*row.list, {{left, row.box.Min.y + 5}, {row.box.Max.x - 8, row.box.GetCenter().y + 1}}, step.name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{left, row.box.GetCenter().y}, {row.box.Max.x - 8, row.box.Max.y - 5}}, step.sentence,
              {.size = type::small, .colour = palette().muted});
}

/// What to do next and the way there; and the guide, where it was closed.
void draw_next_step(Scene &scene, const std::vector<Step> &steps, float width) {
    const std::size_t next = next_step(steps);
    gap(14);
    if (next < steps.size()) {
        const std::string head = "Next: " + lowered(steps[next].name.substr(0, 1)) + steps[next].name.substr(1);
        line(head, {.size = type::small + 1, .strong = true});
        semantics::at(ImGui::GetID("##next-step"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                      {.role = "text", .name = head, .description = steps[next].todo});
        gap(4);
        paragraph(steps[next].todo, {.size = type::small, .colour = palette().muted}, width);
        gap(8);
        if (button("##next", next + 1 == steps.size() ? "Share it" : "Go there",
                   {.icon = icon::arrowRight, .description = steps[next].name})) {
            go_to_step(scene, steps[next]);
        }
        ImGui::SameLine(0, 8);
    }
    if (scene.state.guide != Guide::shown &&
        button("##guide", "Guide me through",
               {.look = Look::ghost, .tooltip = "A line in every section says what to do there and what comes next"})) {
        scene.dispatch(action::ShowGuide{true});
    }
}

void draw_figure(const Figure &figure, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::InvisibleButton(("##figure-" + figure.label).c_str(), box.GetSize());
    tooltip(capitalised(figure.how));
    draw_line(list, {box.Min, {box.Max.x, box.Min.y + 26}}, figure.value, {.size = type::heading, .strong = true});
    draw_wrapped(list, {box.Min.x, box.Min.y + 28}, figure.label, {.size = type::small, .colour = palette().muted}, box.GetWidth());
    semantics::item({.role = "text", .name = figure.label, .value = figure.value, .description = figure.how});
}

} // namespace

void draw_steps(Scene &scene, float width) {
    gap(4); // on one line with the head beside it, which is larger
    line("Six steps", {.strong = true});
    semantics::at(ImGui::GetID("##steps"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "heading", .name = "Six steps"});
    gap(6);
    const std::vector<Step> steps = plan_steps(scene);
    std::size_t number = 0;
    for (const Step &step : steps) {
        draw_step(scene, step, ++number, width);
    }
    draw_next_step(scene, steps, width);
    gap(20);
    if (button("##workshop", "Settle it in the room",
               {.icon = icon::presentation,
                .look = scene.derived.count.total() > 0 ? Look::primary : Look::plain,
                .disabled = !scene.editable,
                .tooltip = "Workshop: one thing at a time, full screen, 90 minutes"})) {
        scene.dispatch(action::Show{View::workshop});
    }
}

void draw_figures(Scene &scene, float width) {
    body_heading("In figures");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float each = width / 3;
    int index = 0;
    for (const Figure &figure : figures_of(scene.plan())) {
        const int row = index / 3;
        const float x = at.x + each * static_cast<float>(index % 3);
        const float y = at.y + overviewFigureHeight * static_cast<float>(row);
        draw_figure(figure, {{x, y}, {x + each - 8, y + overviewFigureHeight - 4}});
        ++index;
    }
    const int rows = (index + 2) / 3;
    ImGui::SetCursorScreenPos({at.x, at.y + overviewFigureHeight * static_cast<float>(rows)});
    ImGui::Dummy({width, 0});
}

} // namespace fullcourt::ui
