// A model besides the seven: its answers to the three questions, its texts, and what it needs of the company.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/fields.h"
#include "ui/models_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float needHeight = 40;
constexpr float needWidth = 148;
constexpr int levels = 5;

const std::array<std::string, 6> modelsOwnHomeNames = {"Open", "Marketing", "Sales", "Matrix", "Overlay", "VP Sales"};
const std::array<std::string, 2> modelsOwnLiaisonNames = {"No liaison", "A liaison"};
const std::array<std::string, 2> modelsOwnBdrNames = {"Sales owns BDRs", "Marketing does"};
const std::array<std::string, 9> needNames = {"Does not matter", "At least 1", "At least 2", "At least 3", "At least 4",
                                              "At most 0",       "At most 1",  "At most 2",  "At most 3"};

int index_of(const OwnNeed *need) {
    if (need == nullptr) {
        return 0;
    }
    return need->atMost ? std::min(levels + need->level, 8) : std::max(need->level, 1);
}

/// Nothing for "does not matter".
std::optional<OwnNeed> need_at(int index, double importance) {
    if (index == 0) {
        return std::nullopt;
    }
    return index < levels ? OwnNeed{false, index, importance} : OwnNeed{true, index - levels, importance};
}

void draw_need(const Scene &scene, OwnModel &model, const Factor &factor, float width) {
    const std::string code(factor.code);
    const std::string statement = capitalised(std::string(factor.statement));
    const OwnNeed *need = find(model.needs, code);
    const double importance = need == nullptr ? 1 : need->importance;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::small};
    const float textWidth = width - needWidth - 128;
    const float height = std::max(needHeight, wrapped_height(statement, style, textWidth) + 8);
    draw_wrapped(*ImGui::GetWindowDrawList(), {at.x, at.y + (height - wrapped_height(statement, style, textWidth)) / 2}, statement, style,
                 textWidth);
    ImGui::PushID(code.c_str());
    ImGui::SetCursorScreenPos({at.x + width - needWidth - 120, at.y + 4});
    ImGui::BeginChild("##need", {needWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = choice("##level", "Need: " + statement, needNames, index_of(need), !scene.editable);
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x + width - 112, at.y + 6});
    const auto counts =
        need == nullptr ? std::nullopt : stepper("##importance", "Importance: " + statement, importance, 1, 5, "×", !scene.editable);
    ImGui::PopID();
    if (picked) {
        const std::optional<OwnNeed> chosen = need_at(*picked, importance);
        if (chosen) {
            model.needs[code] = *chosen;
        } else {
            model.needs.erase(code);
        }
    } else if (counts) {
        model.needs[code].importance = *counts;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({width, 0});
}

void draw_answers(Scene &scene, OwnModel &model) {
    if (const auto picked = segment_field(scene, "Where is home?", modelsOwnHomeNames, static_cast<int>(model.home))) {
        model.home = static_cast<Home>(*picked);
    }
    if (const auto picked = segment_field(scene, "Is there a full-time liaison?", modelsOwnLiaisonNames, model.liaison ? 1 : 0)) {
        model.liaison = *picked == 1;
    }
    if (const auto picked = segment_field(scene, "Who owns the BDRs?", modelsOwnBdrNames, model.bdrOwner == BdrOwner::marketing ? 1 : 0)) {
        model.bdrOwner = *picked == 1 ? BdrOwner::marketing : BdrOwner::sales;
    }
}

/// The number of the gesture under which what was typed is one step of undo; 0 where nothing was.
std::uint64_t draw_texts(Scene &scene, const std::string &of, OwnModel &model) {
    if (const auto name = line_field(scene, "Model's name", of, model.name)) {
        model.name = *name;
    }
    if (const auto essence = line_field(scene, "Essence", of, model.essence, {.hint = "In one sentence"})) {
        model.essence = *essence;
    }
    std::uint64_t gesture = 0;
    if (const auto points = lines_field(scene, "For", of, model.advantages, {.hint = "One advantage a line"})) {
        model.advantages = points->lines;
        gesture = points->gesture;
    }
    if (const auto points = lines_field(scene, "Against", of, model.drawbacks, {.hint = "One drawback a line"})) {
        model.drawbacks = points->lines;
        gesture = points->gesture;
    }
    if (const auto words = line_field(scene, "Fits when", of, model.fitsWhen)) {
        model.fitsWhen = *words;
    }
    if (const auto words = line_field(scene, "Held together by", of, model.governance)) {
        model.governance = *words;
    }
    return gesture;
}

} // namespace

void draw_own_model(Scene &scene, const OwnModelId &id, float width) {
    const OwnModel *before = find(scene.plan().organisation->models, id);
    if (before == nullptr) {
        return;
    }
    OwnModel model = *before;
    ImGui::BeginChild(("##own-" + id.text).c_str(), {width, 0}, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const std::uint64_t gesture = draw_texts(scene, id.text, model);
    draw_answers(scene, model);
    caption("What it needs of the company", "Each need counts as often as its importance says; the fit is how well the answers meet them.");
    ImGui::Indent(16);
    for (const Factor &factor : factors()) {
        draw_need(scene, model, factor, width - 32);
    }
    ImGui::Unindent(16);
    const bool removed = remove_button(scene, "Delete this model");
    ImGui::EndChild();
    if (removed) {
        scene.edit(remove_own_models(scene.plan(), {id}));
    } else if (!(model == *before)) {
        scene.edit(change_own_model(scene.plan(), id, model), gesture);
    }
}

} // namespace fullcourt::ui
