// The company's situation, as statements that a room answers from 0 to 4: together, or each side blindly and then compared.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "edit/practice_gestures.h"
#include "edit/section_gestures.h"
#include "ui/answer_scale.h"
#include "ui/models_parts.h"

namespace fullcourt::ui {
namespace {

enum class Whose { together, marketing, sales, product, compared };
const std::array<std::string, 5> whoseNames = {"Together", "Marketing", "Sales", "Product", "Compare"};

Whose whose_of(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("context-side"));
    return picked == nullptr || picked->empty() ? Whose::together : static_cast<Whose>(picked->front() - '0');
}

std::optional<int> answer_in(const std::map<std::string, int> *answers, std::string_view factor) {
    const int *answer = answers == nullptr ? nullptr : find(*answers, std::string(factor));
    return answer == nullptr ? std::nullopt : std::optional<int>(*answer);
}

const std::map<std::string, int> *ballot_of(const Scene &scene, Side side) { return find(scene.plan().ballots->context, side); }

Side side_of(Whose whose) { return whose == Whose::product ? Side::product : whose == Whose::sales ? Side::sales : Side::marketing; }

const std::map<std::string, int> *answers_of(const Scene &scene, Whose whose) {
    return whose == Whose::together || whose == Whose::compared ? &scene.plan().organisation->choice.context
                                                                : ballot_of(scene, side_of(whose));
}

/// Of every side that answered it.
std::map<Side, int> blind_answers(const Scene &scene, std::string_view factor) {
    std::map<Side, int> answers;
    for (const auto &[side, given] : scene.plan().ballots->context) {
        if (const std::optional<int> answer = answer_in(&given, factor)) {
            answers[side] = *answer;
        }
    }
    return answers;
}

PlanEdit answered(const Scene &scene, Whose whose, const std::string &factor, std::optional<int> answer) {
    if (whose == Whose::together) {
        return answer_factor(scene.plan(), factor, answer);
    }
    return answer_ballot(scene.plan(), side_of(whose), factor, answer);
}

/// Where the answers are ranges, these: "20 or more" stands as "20+".
ScaleAnswers answers_to(const Factor &factor) {
    if (factor.ranges.front().empty()) {
        return numbered_answers();
    }
    ScaleAnswers answers;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        constexpr std::string_view more = " or more";
        const std::string range(factor.ranges.at(i));
        answers.at(i) = {range.ends_with(more) ? range.substr(0, range.size() - more.size()) + "+" : range, range};
    }
    return answers;
}

/// Ranges take more room than numbers.
float scale_width_of(const ScaleAnswers &answers) {
    float widest = 0;
    for (const ScaleAnswer &answer : answers) {
        widest = std::max(widest, text_size(answer.shown, {.size = type::small, .strong = true}).x);
    }
    return std::max(scale_width(), std::ceil(widest + 16) * static_cast<float>(answers.size()));
}

void draw_scale(Scene &scene, const Factor &factor, const std::string &statement, const ImRect &box) {
    const Whose whose = whose_of(scene);
    const ScaleAnswers answers = answers_to(factor);
    if (whose == Whose::compared) {
        draw_side_answers(statement, blind_answers(scene, factor.code), box, answers);
        return;
    }
    const std::optional<int> now = answer_in(answers_of(scene, whose), factor.code);
    if (const auto click =
            answer_scale(statement, answers, now, {box.Min.x, box.Min.y + std::floor((box.GetHeight() - scale_height()) / 2)},
                         box.GetWidth(), !scene.editable)) {
        scene.edit(answered(scene, whose, std::string(factor.code), click->answer));
    }
}

void draw_factor(Scene &scene, const Factor &factor, float width) {
    const std::string statement = capitalised(std::string(factor.statement));
    const TextStyle style{.size = type::small + 1};
    const float scaleWidth = scale_width_of(answers_to(factor));
    const float textWidth = width - scaleWidth - 16;
    const float textHeight = wrapped_height(statement, style, textWidth);
    const float height = std::max(scale_height() + 8, textHeight + 12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_wrapped(list, {at.x, at.y + std::floor((height - textHeight) / 2)}, statement, style, textWidth);
    draw_scale(scene, factor, statement, {{at.x + width - scaleWidth, at.y}, {at.x + width, at.y + height}});
    hairline_across(list, at.x, at.x + width, at.y + height);
    ImGui::SetCursorScreenPos({at.x, at.y + height + 2});
    ImGui::Dummy({width, 0});
}

/// Factors that at least two sides answered, all of them alike, and the plan does not hold like that yet.
PlanEdit agreed_answers(const Scene &scene, std::size_t &alike) {
    PlanEdit edit{"Take over what the sides answered alike", {}};
    alike = 0;
    for (const Factor &factor : factors()) {
        const std::map<Side, int> answers = blind_answers(scene, factor.code);
        const bool same = answers.size() > 1 && std::all_of(answers.begin(), answers.end(),
                                                            [&](const auto &answer) { return answer.second == answers.begin()->second; });
        if (same) {
            const PlanEdit one = answer_factor(scene.plan(), std::string(factor.code), answers.begin()->second);
            edit.steps.insert(edit.steps.end(), one.steps.begin(), one.steps.end());
            ++alike;
        }
    }
    return edit;
}

void draw_compared(Scene &scene, float width) {
    std::size_t alike = 0;
    const PlanEdit edit = agreed_answers(scene, alike);
    body_text("The sides answered " + counted(alike, "statement", "statements") + " alike. Settle the others under Together.", width);
    if (!edit.steps.empty() && button("##take-answers", "Take over what they answered alike", {.disabled = !scene.editable})) {
        scene.edit(edit);
    }
    gap(6);
}

void draw_whose(Scene &scene, float width) {
    ImGui::BeginChild("##whose", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##whose", "Whose answers", whoseNames, static_cast<int>(whose_of(scene)))) {
        scene.scratch.picks["context-side"] = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
    gap(8);
}

} // namespace

void draw_context(Scene &scene, float width) {
    const Whose whose = whose_of(scene);
    const auto *answers = answers_of(scene, whose);
    const std::size_t given = answers == nullptr ? 0 : answers->size();
    body_heading("Your situation", whose == Whose::compared ? std::string("each side for itself, then compared")
                                                            : std::to_string(given) + " of " + std::to_string(factors().size()) +
                                                                  " answered; 0 = not at all, 4 = fully");
    draw_whose(scene, width);
    if (whose == Whose::compared) {
        draw_compared(scene, width);
    }
    for (const Factor &factor : factors()) {
        draw_factor(scene, factor, width);
    }
}

} // namespace fullcourt::ui
