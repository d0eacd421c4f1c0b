// Which organisation: the three questions, the company's situation, how the seven models and one's own answer fit it, and
// what a choice changes against today.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/organisation_change.h"
#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/icons.h"
#include "ui/models_parts.h"
#include "ui/panel.h"

namespace fullcourt::ui {
namespace {

constexpr float contextNarrowest = 440;
constexpr float rankingNarrowest = 300;
constexpr float contextWidest = 620;
constexpr float modelsBetween = 32;
constexpr float questionHeight = 64;
constexpr float questionsNarrowest = 760;

const OrganisationChoice &choice_of(const Scene &scene) { return scene.plan().organisation->choice; }

const std::array<std::string, 6> modelsHomeNames = {"Open", "Marketing", "Sales", "Matrix", "Overlay", "VP Sales"};
const std::array<std::string, 2> modelsLiaisonNames = {"No", "Yes"};
const std::array<std::string, 2> modelsBdrNames = {"Sales", "Marketing"};

// ---- The three questions

std::optional<int> question(const std::string &text, std::span<const std::string> answers, int chosen, const ImRect &box) {
    draw_line(*ImGui::GetWindowDrawList(), {box.Min, {box.Max.x, box.Min.y + 20}}, text,
              {.size = type::tiny, .colour = palette().muted, .strong = true});
    ImGui::SetCursorScreenPos({box.Min.x, box.Min.y + 24});
    ImGui::BeginChild(("##question-" + text).c_str(), {box.GetWidth(), controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = segments("##answers", text, answers, chosen);
    ImGui::EndChild();
    return picked == chosen ? std::nullopt : picked;
}

void draw_questions(Scene &scene, float width) {
    const OrganisationChoice &choice = choice_of(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Where there is no room for three beside each other, the first has a line of its own.
    const bool beside = width >= questionsNarrowest;
    const float home = beside ? std::floor(width * 0.54F) : width;
    const float each = std::floor(beside ? (width - home - 2 * 24) / 2 : (width - 24) / 2);
    const float left = beside ? home + 24 : 0;
    const float down = beside ? 0 : questionHeight;
    const auto box = [&](float x, float y, float wide) { return ImRect({at.x + x, at.y + y}, {at.x + x + wide, at.y + y + 56}); };
    if (const auto picked = question("Where is home?", modelsHomeNames, static_cast<int>(choice.home), box(0, 0, home));
        picked && scene.editable) {
        scene.edit(choose_home(scene.plan(), static_cast<Home>(*picked)));
    }
    if (const auto picked = question("Is there a full-time liaison?", modelsLiaisonNames, choice.liaison ? 1 : 0, box(left, down, each));
        picked && scene.editable) {
        scene.edit(choose_liaison(scene.plan(), *picked == 1));
    }
    if (const auto picked = question("Who owns the BDRs?", modelsBdrNames, choice.bdrOwner == BdrOwner::marketing ? 1 : 0,
                                     box(left + each + 24, down, each));
        picked && scene.editable) {
        scene.edit(choose_bdr_owner(scene.plan(), *picked == 1 ? BdrOwner::marketing : BdrOwner::sales));
    }
    ImGui::SetCursorScreenPos({at.x, at.y + down + questionHeight});
}

// ---- What changes against today

void draw_change(const ModelChange &change, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::small + 1};
    const float height = wrapped_height(change.sentence, style, width - 40) + 10;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_icon(list, {at.x + 14, at.y + 14}, icon::arrowRight, 14, palette().muted);
    draw_wrapped(list, {at.x + 30, at.y + 5}, change.sentence, style, width - 40);
    semantics::at(ImGui::GetID(change.sentence.c_str()), {at, {at.x + width, at.y + height}}, {.role = "text", .name = change.sentence});
    ImGui::Dummy({width, height});
}

void draw_changes(Scene &scene, float width) {
    const std::vector<ModelChange> changes = model_changes(scene.plan(), choice_of(scene));
    const std::string name = choice_name(choice_of(scene));
    if (name.empty()) {
        body_text("Answer the first question, or choose a model below. Fullcourt then says what it changes against today.", width);
        return;
    }
    body_heading(capitalised(name), changes.empty() ? "The plan is drawn that way" : "What still differs from it in this plan");
    if (changes.empty()) {
        return;
    }
    for (const ModelChange &change : changes) {
        draw_change(change, width);
    }
    gap(6);
    if (button("##adopt", "Apply all as one step", {.icon = icon::check, .look = Look::primary, .disabled = !scene.editable})) {
        scene.edit(adopt_model(scene.plan(), choice_of(scene)));
    }
}

/// Their signs begin where the words around them do, and their arrows end where the questions do.
void draw_findings_here(Scene &scene, float width) {
    constexpr float beforeSign = 18;
    constexpr float behindArrow = 6;
    ImGui::Unindent(beforeSign);
    for (const Finding &finding : scene.derived.findings) {
        if (finding.section == PlanSection::model && !finding.accepted) {
            draw_finding(scene, finding, beforeSign + width + behindArrow);
        }
    }
    ImGui::Indent(beforeSign);
}

} // namespace

void draw_models(Scene &scene) {
    SectionPage page{.view = View::models,
                     .section = PlanSection::model,
                     .title = "Organisation models",
                     .purpose = "Where account marketing sits and whom it reports to: three questions, most of whose answers combine.",
                     .panel = false,
                     .body = {}};
    page.body = [](Scene &inner, float width) {
        draw_findings_here(inner, width);
        draw_questions(inner, width);
        draw_changes(inner, width);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        // Beside each other where there is room for both.
        const bool beside = width >= contextNarrowest + modelsBetween + rankingNarrowest;
        const float contextWidth = beside ? std::clamp(std::floor(width * 0.4F), contextNarrowest, contextWidest) : width;
        ImGui::BeginGroup();
        draw_context(inner, contextWidth);
        ImGui::EndGroup();
        const float bottom = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos(beside ? ImVec2(at.x + contextWidth + modelsBetween, at.y) : ImVec2(at.x, bottom + modelsBetween));
        ImGui::BeginGroup();
        draw_ranking(inner, beside ? width - contextWidth - modelsBetween : width);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x, std::max(bottom, ImGui::GetItemRectMax().y)});
        draw_side_by_side(inner, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
