#include "ui/guide.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

constexpr float guideHeight = 56; ///< where one line says what to do
constexpr float guideInset = 20;
constexpr float stepSize = 28; ///< of the buttons that stand for the steps
constexpr float stepsNarrowest = 760;

std::string_view state_words(StepState state) {
    return state == StepState::settled ? "settled" : state == StepState::begun ? "begun" : "not begun";
}

/// A button for each step; the one that is spoken of has a ring.
void draw_guide_steps(Scene &scene, const std::vector<Step> &steps, std::size_t shown) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ImGui::SetCursorScreenPos({at.x + static_cast<float>(i) * (stepSize + 2), at.y});
        const std::string name = "Step " + std::to_string(i + 1) + ": " + steps[i].name;
        if (ImGui::InvisibleButton(("##step-" + std::to_string(i)).c_str(), {stepSize, stepSize}, ImGuiButtonFlags_EnableNav)) {
            go_to_step(scene, steps[i]);
        }
        const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        if (i == shown || ImGui::IsItemHovered()) {
            list.AddCircleFilled(box.GetCenter(), stepSize / 2, i == shown ? palette().pressed : palette().hover);
        }
        draw_step_state(list, box.GetCenter(), steps[i].state, i + 1);
        focus_ring(box, ImGui::GetItemID(), stepSize / 2);
        semantics::item({.role = "button", .name = name, .description = std::string(state_words(steps[i].state)), .selected = i == shown});
        tooltip(name + ". " + steps[i].sentence);
    }
}

struct GuideWords {
    std::string head;
    std::string todo;
};

GuideWords guide_words(const std::vector<Step> &steps, std::size_t shown) {
    if (shown >= steps.size()) {
        return {"All six steps are settled", "What changes later is checked as it changes."};
    }
    return {"Step " + std::to_string(shown + 1) + " of " + std::to_string(steps.size()) + ": " + steps[shown].name, steps[shown].todo};
}

/// The one button: to the step that is spoken of, or where one is there, to the next that is not settled.
struct GuideButton {
    std::string label;
    std::size_t step = 0;
    bool forward = false; ///< nothing is left to do where one is
};

std::optional<GuideButton> guide_button(const std::vector<Step> &steps, std::size_t shown, bool here) {
    if (shown >= steps.size()) {
        return std::nullopt;
    }
    if (!here) {
        return GuideButton{shown + 1 == steps.size() ? "Share it" : "Go there", shown, true};
    }
    const std::size_t next = next_step(steps, shown + 1);
    if (next >= steps.size() || next == shown) {
        return std::nullopt;
    }
    return GuideButton{"Next: " + lowered(steps[next].name.substr(0, 1)) + steps[next].name.substr(1), next,
                       steps[shown].state == StepState::settled};
}

/// Sections that stand beside the plan's own: there the guide would be in the way.
bool has_guide(View view) { return view != View::plans && view != View::workshop && view != View::conflicts && view != View::ballots; }

} // namespace

std::vector<Step> plan_steps(const Scene &scene) {
    return steps_of(scene.plan(), scene.derived.findings, !scene.state.open->envelope.ancestry.empty());
}

std::optional<std::size_t> step_in(const std::vector<Step> &steps, View view) {
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step &step) {
        return std::any_of(step.sections.begin(), step.sections.end(), [&](PlanSection section) { return view_of(section) == view; });
    });
    return at == steps.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - steps.begin()));
}

void go_to_step(Scene &scene, const Step &step) {
    if (step.sections.empty()) {
        scene.dispatch(action::ShowShare{});
    } else {
        scene.dispatch(action::Show{view_of(step.sections.front())});
    }
}

void draw_step_state(ImDrawList &list, const ImVec2 &centre, StepState state, std::size_t number) {
    if (state == StepState::settled) {
        draw_icon(list, centre, icon::circleCheck, 20, palette().good);
        return;
    }
    // Only what is settled is filled in.
    const bool begun = state == StepState::begun;
    list.AddCircleFilled(centre, 10, begun ? palette().chosen : palette().surface);
    list.AddCircle(centre, 10, begun ? palette().accentText : palette().edge, 0, begun ? 1.5F : 1.0F);
    draw_line(list, {{centre.x - 10, centre.y - 10}, {centre.x + 10, centre.y + 10}}, std::to_string(number),
              {.size = type::tiny, .colour = begun ? palette().accentText : palette().muted, .strong = true}, Align::middle);
}

void offer_guide(Scene &scene) {
    if (scene.state.guide == Guide::undecided) {
        scene.dispatch(action::ShowGuide{true});
    }
}

void draw_guide(Scene &scene, float width) {
    if (scene.state.guide != Guide::shown || !scene.state.open || !scene.editable || !has_guide(scene.state.view)) {
        return;
    }
    const std::vector<Step> steps = plan_steps(scene);
    const std::optional<std::size_t> here = step_in(steps, scene.state.view);
    const std::size_t shown = here.value_or(next_step(steps));
    const GuideWords words = guide_words(steps, shown);
    const std::optional<GuideButton> there = guide_button(steps, shown, here.has_value());

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x + guideInset + (width < stepsNarrowest ? 0 : static_cast<float>(steps.size()) * (stepSize + 2) + 14);
    const float wide = there ? button_width(there->label, false) + 8 : 0;
    const float right = at.x + width - 12 - controlHeight - wide;
    const TextStyle todo{.size = type::small, .colour = palette().muted};
    const float todoRoom = right - 12 - left;
    const float todoHeight = wrapped_height(words.todo, todo, todoRoom);
    const float height = guideHeight - wrapped_height("One line", todo, todoRoom) + todoHeight;
    ImGui::BeginChild("##guide", {width, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const semantics::Group group("guide", {at, {at.x + width, at.y + height}}, {.role = "region", .name = "Guide through the six steps"});
    list.AddRectFilled(at, {at.x + width, at.y + height}, palette().canvas);
    hairline_across(list, at.x, at.x + width, at.y + height - 1);
    if (width >= stepsNarrowest) {
        ImGui::SetCursorScreenPos({at.x + guideInset - 4, at.y + (height - stepSize) / 2});
        draw_guide_steps(scene, steps, shown);
    }
    draw_line(list, {{left, at.y + 8}, {right - 12, at.y + 29}}, words.head, {.strong = true});
    draw_wrapped(list, {left, at.y + 31}, words.todo, todo, todoRoom);
    semantics::at(ImGui::GetID("##guide-words"), {{left, at.y + 8}, {right - 12, at.y + 31 + todoHeight}},
                  {.role = "status", .name = words.head, .description = words.todo});
    ImGui::SetCursorScreenPos({right, at.y + (height - controlHeight) / 2});
    if (there) {
        const Step &step = steps[there->step];
        if (button("##go", there->label,
                   {.look = there->forward ? Look::primary : Look::plain, .tooltip = step.todo, .description = step.name})) {
            go_to_step(scene, step);
        }
        ImGui::SameLine(0, 8);
    }
    if (icon_button("##close-guide", icon::x, "Close the guide", {.tooltip = "Close the guide; the overview takes it up again"})) {
        scene.dispatch(action::ShowGuide{false});
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

} // namespace fullcourt::ui
