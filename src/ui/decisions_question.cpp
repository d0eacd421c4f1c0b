// "Who decides?": a question typed in the room, answered in one sentence as one types.
#include "ui/decisions_question.h"
#include "analysis/who_decides.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr std::size_t decisionsQuestionMostAnswers = 4;

void draw_answer(Scene &scene, const Answer &answer, float width) {
    const TextStyle style{};
    const float height = wrapped_height(answer.sentence, style, width - 56) + 16;
    ImGui::PushID((std::string(section_name(answer.section)) + answer.item).c_str());
    const Row row =
        begin_row("answer", answer.sentence, {.width = width, .height = height, .description = std::string(section_name(answer.section))});
    if (row.clicked && answer.section == PlanSection::grid) {
        const GridPlace place{PhaseId(), ActivityId{answer.item}, RoleId()};
        scene.dispatch(action::Select{{place, place}});
        scene.dispatch(action::Show{View::raci});
    } else if (row.clicked) {
        choose_item(scene, view_of(answer.section), answer.item);
    }
    draw_icon(*row.list, {row.box.Min.x + 18, row.box.Min.y + 18}, icon::scale, 16, palette().accentText);
    draw_wrapped(*row.list, {row.box.Min.x + 38, row.box.Min.y + 8}, answer.sentence, style, width - 56);
    ImGui::PopID();
}

} // namespace

void draw_who_decides(Scene &scene, float width) {
    std::string &question = scene.scratch.picks["who-decides"];
    text_field("##who-decides", "Who decides?", question,
               {.hint = "Who decides …? Type a word: content, selection, budget", .width = width});
    if (question.empty()) {
        gap(10);
        return;
    }
    gap(4);
    const std::vector<Answer> answers = who_decides(scene.plan(), question);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("answers", {at, at}, {.role = "list", .name = "Answers"});
    for (std::size_t i = 0; i < std::min(answers.size(), decisionsQuestionMostAnswers); ++i) {
        draw_answer(scene, answers[i], width);
    }
    if (answers.empty()) {
        body_text("Nothing in this plan speaks of that. Add it as a decision below, so that the answer is there next time.", width);
    }
    gap(14);
}

} // namespace fullcourt::ui
