// Which rules are checked, from which numbers on, and which letters the grid knows. Everything can be undone.
#include <algorithm>
#include <array>
#include <cctype>

#include "analysis/rules.h"
#include "edit/gestures.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

void draw_threshold(Scene &scene, const ThresholdInfo &info, bool on, float width) {
    const Settings &settings = *scene.plan().settings;
    const double value = threshold(settings, info.name);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string name(info.label);
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 52, at.y}, {at.x + width - 220, at.y + 28}}, name,
              {.size = type::small, .colour = palette().muted});
    if (value != info.standard) {
        ImGui::SetCursorScreenPos({at.x + width - 216, at.y});
        if (button("##standard", "Default", {.look = Look::quiet, .disabled = !scene.editable, .tooltip = "Back to the default"})) {
            scene.edit(set_threshold(scene.plan(), std::string(info.name), std::nullopt));
        }
    }
    ImGui::SetCursorScreenPos({at.x + width - 124, at.y});
    const std::string id(info.name);
    if (const auto changed = stepper(id.c_str(), name, value, info.least, info.most, std::string(info.unit), !scene.editable || !on)) {
        scene.edit(set_threshold(scene.plan(), id, *changed == info.standard ? std::nullopt : changed));
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 32});
}

void draw_rule(Scene &scene, const RuleInfo &rule, float width) {
    const bool on = is_on(*scene.plan().settings, rule);
    ImGui::PushID(rule.code.data(), rule.code.data() + rule.code.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string title(rule.title);
    ImGui::SetCursorScreenPos({at.x, at.y + 5});
    if (toggle("##on", title, on, !scene.editable)) {
        scene.edit(set_rule(scene.plan(), std::string(rule.code), !on == rule.on ? std::nullopt : std::optional<bool>(!on)));
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {{at.x + 52, at.y}, {at.x + width - 130, at.y + 20}}, title, {.size = type::small + 1, .strong = true});
    const std::string kind = severity_title(rule.severity) + (on == rule.on ? "" : " · changed");
    draw_line(list, {{at.x + width - 180, at.y}, {at.x + width - 4, at.y + 20}}, kind,
              {.size = type::tiny, .colour = palette().severity(rule.severity)}, Align::right);
    ImGui::SetCursorScreenPos({at.x + 52, at.y + 21});
    paragraph(rule.why, {.size = type::small, .colour = palette().muted}, width - 60);
    gap(4);
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    for (const ThresholdInfo &info : rule.thresholds) {
        draw_threshold(scene, info, on, width);
    }
    gap(12);
    ImGui::PopID();
}

void draw_scheme(Scene &scene, float width) {
    const std::array<std::string, 2> names = {"RACI", "RASCI, with S for support"};
    const int chosen = scene.grid().scheme == LetterScheme::raci ? 0 : 1;
    ImGui::BeginChild("##scheme", {std::min(width, 360.0F), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##scheme", "Letters", names, chosen); picked && scene.editable) {
        scene.edit(set_scheme(scene.plan(), *picked == 0 ? LetterScheme::raci : LetterScheme::rasci));
    }
    ImGui::EndChild();
}

void draw_extra_letter(Scene &scene, char letter, const std::string &meaning) {
    ImGui::PushID(letter);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_chip(*ImGui::GetWindowDrawList(), {at.x + 14, at.y + 16}, Letters::one(letter), 22);
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 40, at.y}, {at.x + 320, at.y + 32}}, meaning, {.size = type::small + 1});
    ImGui::SetCursorScreenPos({at.x + 330, at.y});
    if (icon_button("##remove", icon::trash2, "Remove the letter " + std::string(1, letter), {.disabled = !scene.editable})) {
        scene.edit(remove_extra_letter(scene.plan(), letter));
    }
    ImGui::PopID();
    gap(4);
}

void draw_new_letter(Scene &scene) {
    DialogScratch &scratch = scene.scratch.dialog;
    text_field("##letter", "New letter", scratch.letter, {.hint = "V", .width = 56, .disabled = !scene.editable});
    if (scratch.letter.size() > 1) {
        scratch.letter.resize(1);
    }
    ImGui::SameLine(0, 8);
    const FieldEvent meaning =
        text_field("##meaning", "What it means", scratch.meaning, {.hint = "verifies", .width = 220, .disabled = !scene.editable});
    ImGui::SameLine(0, 8);
    const char letter = scratch.letter.empty() ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(scratch.letter.front())));
    const bool usable = letter >= 'A' && letter <= 'Z' && !is_letter_of(scene.grid(), letter);
    if (button("##add", "Add a letter", {.icon = icon::plus, .disabled = !usable || !scene.editable}) || (meaning.entered && usable)) {
        scene.edit(set_extra_letter(scene.plan(), letter, scratch.meaning));
        scratch.letter.clear();
        scratch.meaning.clear();
    }
}

/// In the order of the sections, so that a person finds the rule where its findings stand.
void draw_rules_of(Scene &scene, PlanSection section, float width) {
    bool first = true;
    for (const RuleInfo &rule : rules()) {
        if (section_of(rule.code) != section) {
            continue;
        }
        if (first) {
            gap(24);
            draw_dialog_heading(std::string(section_name(section)));
            first = false;
        }
        draw_rule(scene, rule, width);
    }
}

} // namespace

void draw_rules_dialog(Scene &scene) {
    const ImVec2 room = dialog_room(scene);
    ImGui::BeginChild("##rules", room, ImGuiChildFlags_NavFlattened);
    const float width = room.x - 16;
    if (!scene.state.open) {
        line("No plan is open.", {.colour = palette().muted});
    } else {
        draw_dialog_heading("Letters");
        draw_scheme(scene, width);
        gap(12);
        for (const auto &[letter, meaning] : scene.grid().extraLetters) {
            draw_extra_letter(scene, letter, meaning);
        }
        draw_new_letter(scene);
        for (const PlanSection section : planSections) {
            draw_rules_of(scene, section, width);
        }
    }
    ImGui::EndChild();
    begin_dialog_foot();
    draw_line(*ImGui::GetWindowDrawList(),
              {ImGui::GetCursorScreenPos(), {ImGui::GetCursorScreenPos().x + 480, ImGui::GetCursorScreenPos().y + 32}},
              "These are this plan's own, and travel with its file.", {.size = type::small, .colour = palette().muted});
    align_right(button_width("Done", false));
    if (button("##done", "Done", {.look = Look::primary})) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
