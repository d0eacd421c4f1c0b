#include "ui/answer_scale.h"

namespace fullcourt::ui {
namespace {

constexpr int answers = 5;
constexpr float answerWidth = scaleWidth / answers;

bool draw_answer(const std::string &statement, int value, bool on, const ImVec2 &at) {
    ImGui::SetCursorScreenPos(at);
    const bool clicked = ImGui::InvisibleButton("##answer", {answerWidth, 28}, ImGuiButtonFlags_EnableNav);
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

void draw_side(const char *initial, const ImVec2 &centre, ImU32 ground, ImU32 ink) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(centre, 9, ground);
    draw_line(list, {{centre.x - 9, centre.y - 9}, {centre.x + 9, centre.y + 9}}, initial, {.size = 11, .colour = ink, .strong = true},
              Align::middle);
}

} // namespace

std::optional<ScaleClick> answer_scale(const std::string &statement, std::optional<int> now, const ImVec2 &at, bool disabled) {
    std::optional<ScaleClick> click;
    ImGui::PushID(statement.c_str());
    ImGui::BeginDisabled(disabled);
    const semantics::Group group("scale", {at, {at.x + scaleWidth, at.y + 28}},
                                 {.role = "radiogroup", .name = statement, .value = now ? std::to_string(*now) : "not answered"});
    for (int value = 0; value < answers; ++value) {
        ImGui::PushID(value);
        if (draw_answer(statement, value, now == value, {at.x + static_cast<float>(value) * answerWidth, at.y})) {
            click = ScaleClick{now == value ? std::nullopt : std::optional<int>(value)};
        }
        ImGui::PopID();
    }
    ImGui::EndDisabled();
    ImGui::PopID();
    return click;
}

void draw_two_answers(const std::string &statement, std::optional<int> marketing, std::optional<int> sales, const ImRect &box) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float y = box.GetCenter().y;
    const auto x = [&](int value) { return box.Min.x + 10 + (box.GetWidth() - 20) * static_cast<float>(value) / (answers - 1); };
    list.AddLine({x(0), y}, {x(answers - 1), y}, palette().line, 2);
    if (marketing && sales && *marketing != *sales) {
        list.AddLine({x(*marketing), y}, {x(*sales), y}, palette().warning, 4);
    }
    if (marketing) {
        draw_side("M", {x(*marketing), y}, palette().accent, palette().onAccent);
    }
    if (sales) {
        draw_side("S", {x(*sales) + (marketing == sales ? 14.0F : 0.0F), y}, palette().text, palette().surface);
    }
    const auto words = [](std::optional<int> answer) { return answer ? std::to_string(*answer) : std::string("–"); };
    semantics::at(ImGui::GetID(("##both-" + statement).c_str()), box,
                  {.role = "text", .name = statement, .value = "marketing " + words(marketing) + ", sales " + words(sales)});
}

} // namespace fullcourt::ui
