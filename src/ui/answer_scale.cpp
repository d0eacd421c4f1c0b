#include "ui/answer_scale.h"

#include <algorithm>

namespace fullcourt::ui {
namespace {

constexpr int scaleSteps = 5;

bool draw_answer(const std::string &statement, int value, bool on, const ImVec2 &at) {
    ImGui::SetCursorScreenPos(at);
    const bool clicked = ImGui::InvisibleButton("##answer", {scale_width() / scaleSteps, scale_height()}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const ImRect inner({box.Min.x + 1, box.Min.y}, {box.Max.x - 1, box.Max.y});
    ImDrawList &list = *ImGui::GetWindowDrawList();
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
    semantics::item({.role = "radio", .name = statement + ": " + std::to_string(value), .checked = on});
    return clicked;
}

/// The side's first letter on a disc of its own look: filled, dark or ringed.
void draw_side(Side side, const ImVec2 &centre) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ground = side == Side::marketing ? palette().accent : side == Side::sales ? palette().text : palette().surface;
    const ImU32 ink = side == Side::marketing ? palette().onAccent : side == Side::sales ? palette().surface : palette().text;
    list.AddCircleFilled(centre, 9, ground);
    if (side == Side::product) {
        list.AddCircle(centre, 8.5F, palette().text, 0, 1.5F);
    }
    const std::string initial = side == Side::marketing ? "M" : side == Side::sales ? "S" : "P";
    draw_line(list, {{centre.x - 9, centre.y - 9}, {centre.x + 9, centre.y + 9}}, initial, {.size = 11, .colour = ink, .strong = true},
              Align::middle);
}

} // namespace

std::optional<ScaleClick> answer_scale(const std::string &statement, std::optional<int> now, const ImVec2 &at, bool disabled) {
    std::optional<ScaleClick> click;
    ImGui::PushID(statement.c_str());
    ImGui::BeginDisabled(disabled);
    const semantics::Group group("scale", {at, {at.x + scale_width(), at.y + scale_height()}},
                                 {.role = "radiogroup", .name = statement, .value = now ? std::to_string(*now) : "not answered"});
    for (int value = 0; value < scaleSteps; ++value) {
        ImGui::PushID(value);
        if (draw_answer(statement, value, now == value, {at.x + static_cast<float>(value) * scale_width() / scaleSteps, at.y})) {
            click = ScaleClick{now == value ? std::nullopt : std::optional<int>(value)};
        }
        ImGui::PopID();
    }
    ImGui::EndDisabled();
    ImGui::PopID();
    return click;
}

void draw_side_answers(const std::string &statement, const std::map<Side, int> &answers, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float y = box.GetCenter().y;
    const auto x = [&](int value) { return box.Min.x + 10 + (box.GetWidth() - 20) * static_cast<float>(value) / (scaleSteps - 1); };
    list.AddLine({x(0), y}, {x(scaleSteps - 1), y}, palette().line, 2);
    int least = scaleSteps;
    int most = -1;
    for (const auto &[side, answer] : answers) {
        least = std::min(least, answer);
        most = std::max(most, answer);
    }
    if (least < most) {
        list.AddLine({x(least), y}, {x(most), y}, palette().warning, 4);
    }
    std::map<int, int> standing; // marks at the same answer stand beside each other
    for (const auto &[side, answer] : answers) {
        const float beside = 14.0F * static_cast<float>(standing[answer]++);
        const float inward = answer == scaleSteps - 1 ? -beside : beside;
        draw_side(side, {x(answer) + inward, y});
    }
    const auto words = [&](Side side) {
        const int *answer = find(answers, side);
        return std::string(side_name(side)) + " " + (answer == nullptr ? std::string("–") : std::to_string(*answer));
    };
    const std::string both = words(Side::marketing) + ", " + words(Side::sales);
    semantics::at(
        ImGui::GetID(("##both-" + statement).c_str()), box,
        {.role = "text", .name = statement, .value = answers.contains(Side::product) ? both + ", " + words(Side::product) : both});
}

} // namespace fullcourt::ui
