// A statement's answer from 0 to 4, and what the sides answered, side by side.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "ui/scene.h"
#include "ui/theme.h"

namespace fullcourt::ui {

/// Of answer_scale and draw_side_answers; each box as large as a finger where one taps it.
inline float scale_width() { return design().setting.touch ? 172 : 150; }
inline float scale_height() { return design().setting.touch ? 33 : 28; }

/// What a click made of the answer: another, or none where the same was clicked again.
struct ScaleClick {
    std::optional<int> answer;
};
/// What stands on the five boxes where it is no number from 0 to 4, and how the mirror calls it: "20+", "20 or more".
struct ScaleAnswer {
    std::string shown;
    std::string name;
};
using ScaleAnswers = std::array<ScaleAnswer, 5>;
const ScaleAnswers &numbered_answers();

/// Five small boxes in so much width from `at`. Its name in the mirror is the statement's.
std::optional<ScaleClick> answer_scale(const std::string &statement, const ScaleAnswers &answers, std::optional<int> now, const ImVec2 &at,
                                       float width, bool disabled);
inline std::optional<ScaleClick> answer_scale(const std::string &statement, std::optional<int> now, const ImVec2 &at, bool disabled) {
    return answer_scale(statement, numbered_answers(), now, at, scale_width(), disabled);
}

/// The side's first letter on a disc of its own colour; product's is ringed.
void draw_side_disc(Side side, const ImVec2 &centre);
/// A letter for each side, filled where it signed: M and S.
void draw_signatures(const ImVec2 &leftMiddle, bool marketing, bool sales);
/// A mark for each side on a line from 0 to 4, joined where they differ. Marketing and sales are always named in the mirror, product
/// where it answered.
void draw_side_answers(const std::string &statement, const std::map<Side, int> &answers, const ImRect &box,
                       const ScaleAnswers &names = numbered_answers());

} // namespace fullcourt::ui
