// The company's situation, as statements that a room answers from 0 to 4.
#include <array>

#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/models_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float answerWidth = 30;
constexpr int answers = 5;

void draw_answer(Scene &scene, const Factor &factor, int value, std::optional<int> now, const ImVec2 &at) {
    const bool on = now == value;
    ImGui::SetCursorScreenPos(at);
    ImGui::PushID(value);
    ImGui::BeginDisabled(!scene.editable);
    if (ImGui::InvisibleButton("##answer", {answerWidth, 28}, ImGuiButtonFlags_EnableNav)) {
        scene.edit(answer_factor(scene.plan(), std::string(factor.code), on ? std::nullopt : std::optional<int>(value)));
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect inner({box.Min.x + 1, box.Min.y}, {box.Max.x - 1, box.Max.y});
    list.AddRectFilled(inner.Min, inner.Max,
                       on                       ? palette().accent
                       : ImGui::IsItemHovered() ? palette().hover
                                                : palette().surface,
                       rounding);
    if (!on) {
        list.AddRect(inner.Min, inner.Max, palette().edge, rounding);
    }
    draw_line(list, inner, std::to_string(value), {.size = type::small, .colour = on ? palette().onAccent : palette().text, .strong = on},
              Align::middle);
    focus_ring(inner, ImGui::GetItemID());
    semantics::item({.role = "radio", .name = std::string(factor.statement) + ": " + std::to_string(value), .checked = on});
    ImGui::EndDisabled();
    ImGui::PopID();
}

void draw_factor(Scene &scene, const Factor &factor, float width) {
    const int *given = find(scene.plan().organisation->choice.context, std::string(factor.code));
    const std::optional<int> now = given == nullptr ? std::nullopt : std::optional<int>(*given);
    const std::string statement = capitalised(std::string(factor.statement));
    const TextStyle style{.size = type::small + 1};
    const float textWidth = width - answers * answerWidth - 16;
    const std::string scale(factor.scale.starts_with("0:") ? factor.scale : "");
    const float textHeight = wrapped_height(statement, style, textWidth);
    const float scaleHeight = scale.empty() ? 0 : wrapped_height(scale, {.size = type::tiny}, textWidth) + 2;
    const float height = std::max(36.0F, textHeight + scaleHeight + 12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const semantics::Group group(("factor-" + std::string(factor.code)).c_str(), {at, {at.x + width, at.y + height}},
                                 {.role = "radiogroup", .name = statement, .value = now ? std::to_string(*now) : "not answered"});
    draw_wrapped(list, {at.x, at.y + 6}, statement, style, textWidth);
    if (!scale.empty()) {
        draw_wrapped(list, {at.x, at.y + 8 + textHeight}, scale, {.size = type::tiny, .colour = palette().muted}, textWidth);
    }
    ImGui::PushID(factor.code.data(), factor.code.data() + factor.code.size());
    for (int value = 0; value < answers; ++value) {
        draw_answer(scene, factor, value, now, {at.x + width - static_cast<float>(answers - value) * answerWidth, at.y + 4});
    }
    ImGui::PopID();
    list.AddRectFilled({at.x, at.y + height}, {at.x + width, at.y + height + 1}, palette().line);
    ImGui::SetCursorScreenPos({at.x, at.y + height + 2});
    ImGui::Dummy({width, 0});
}

} // namespace

void draw_context(Scene &scene, float width) {
    const std::size_t given = scene.plan().organisation->choice.context.size();
    body_heading("Your situation", std::to_string(given) + " of " + std::to_string(factors().size()) + " answered; 0 not at all, 4 fully");
    for (const Factor &factor : factors()) {
        draw_factor(scene, factor, width);
    }
}

} // namespace fullcourt::ui
