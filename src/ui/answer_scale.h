// A statement's answer from 0 to 4, and what two sides answered, side by side.
#pragma once

#include <optional>
#include <string>

#include "ui/scene.h"

namespace fullcourt::ui {

/// Of answer_scale and draw_two_answers.
inline constexpr float scaleWidth = 150;

/// What a click made of the answer: another, or none where the same was clicked again.
struct ScaleClick {
    std::optional<int> answer;
};
/// Five small boxes from `at`. Its name in the mirror is the statement's.
std::optional<ScaleClick> answer_scale(const std::string &statement, std::optional<int> now, const ImVec2 &at, bool disabled);

/// Marks for marketing and sales on a line from 0 to 4, joined where they differ.
void draw_two_answers(const std::string &statement, std::optional<int> marketing, std::optional<int> sales, const ImRect &box);

} // namespace fullcourt::ui
