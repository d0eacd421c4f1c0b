#include "ui/answer_scale.h"

#include <algorithm>

namespace fullcourt::ui {
namespace {

constexpr int scaleSteps = 5;

bool draw_answer(const std::string &statement, const ScaleAnswer &answer, bool on, const ImVec2 &at, float width) {
    ImGui::SetCursorScreenPos(at);
    const bool clicked = ImGui::InvisibleButton("##answer", {width, scale_height()}, ImGuiButtonFlags_EnableNav);
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
    draw_line(list, inner, answer.shown, {.size = type::small, .colour = on ? palette().onAccent : palette().text, .strong = on},
              Align::middle);
    focus_ring(inner, ImGui::GetItemID());
    semantics::item({.role = "radio", .name = statement + ": " + answer.name, .checked = on});
    return clicked;
}

} // namespace

void draw_signatures(const ImVec2 &leftMiddle, bool marketing, bool sales) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const auto side = [&](float x, const char *letter, bool on) {
        const ImVec2 centre(leftMiddle.x + x, leftMiddle.y);
        if (on) {
            list.AddCircleFilled(centre, 10, palette().good);
        } else {
            list.AddCircle(centre, 10, palette().edge);
        }
        draw_line(list, {{centre.x - 10, centre.y - 10}, {centre.x + 10, centre.y + 10}}, letter,
                  {.size = type::tiny, .colour = on ? palette().surface : palette().muted, .strong = true}, Align::middle);
    };
    side(10, "M", marketing);
    side(36, "S", sales);
}

void draw_side_disc(Side side, const ImVec2 &centre) {
    constexpr float radius = 9;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ChipColours product{palette().surface, palette().text};
    const ChipColours &colours = side == Side::marketing ? palette().marketing : side == Side::sales ? palette().sales : product;
    list.AddCircleFilled(centre, radius, colours.fill);
    if (side == Side::product) {
        list.AddCircle(centre, radius - 0.5F, palette().text, 0, 1.5F);
    }
    const std::string initial = side == Side::marketing ? "M" : side == Side::sales ? "S" : "P";
    draw_line(list, {{centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius}}, initial,
              {.size = radius + 2, .colour = colours.ink, .strong = true}, Align::middle);
}

const ScaleAnswers &numbered_answers() {
    static const ScaleAnswers numbers = {{{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}}};
    return numbers;
}

std::optional<ScaleClick> answer_scale(const std::string &statement, const ScaleAnswers &answers, std::optional<int> now, const ImVec2 &at,
                                       float width, bool disabled) {
    const auto name = [&](int value) { return answers[static_cast<std::size_t>(value)].name; };
    std::optional<ScaleClick> click;
    ImGui::PushID(statement.c_str());
    ImGui::BeginDisabled(disabled);
    const semantics::Group group("scale", {at, {at.x + width, at.y + scale_height()}},
                                 {.role = "radiogroup", .name = statement, .value = now ? name(*now) : "not answered"});
    for (int value = 0; value < scaleSteps; ++value) {
        ImGui::PushID(value);
        const float each = width / scaleSteps;
        const ImVec2 corner(at.x + static_cast<float>(value) * each, at.y);
        if (draw_answer(statement, answers[static_cast<std::size_t>(value)], now == value, corner, each)) {
            click = ScaleClick{now == value ? std::nullopt : std::optional<int>(value)};
        }
        ImGui::PopID();
    }
    ImGui::EndDisabled();
    ImGui::PopID();
    return click;
}

void draw_side_answers(const std::string &statement, const std::map<Side, int> &answers, const ImRect &box, const ScaleAnswers &names) {
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
        draw_side_disc(side, {x(answer) + inward, y});
    }
    const auto words = [&](Side side) {
        const int *answer = find(answers, side);
        return std::string(side_name(side)) + " " + (answer == nullptr ? std::string("–") : names[static_cast<std::size_t>(*answer)].name);
    };
    const std::string both = words(Side::marketing) + ", " + words(Side::sales);
    semantics::at(
        ImGui::GetID(("##both-" + statement).c_str()), box,
        {.role = "text", .name = statement, .value = answers.contains(Side::product) ? both + ", " + words(Side::product) : both});
}

} // namespace fullcourt::ui
