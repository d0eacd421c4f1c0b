// The RACI view: a bar that explains the letters, the grid or what to do where there is none, and the panel beside it.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ui/fades.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/section.h"
#include "ui/shortcuts.h"
#include "ui/terms.h"

namespace fullcourt::ui {
namespace {

constexpr float raciBarHeight = 52;
constexpr float raciInset = 12; ///< what stands left of the rows of the grid

/// Its chip and what it means; without `words` the chip alone, which says it under the mouse.
void legend_entry(Letters letters, const std::string &meaning, bool words) {
    const TextStyle style{.size = type::small, .colour = palette().muted};
    const float width = words ? 26 + text_size(meaning, style).x + 14 : 28;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_chip(list, {at.x + 10, at.y + 16}, letters, 20);
    if (words) {
        draw_line(list, {{at.x + 26, at.y}, {at.x + width, at.y + controlHeight}}, meaning, style);
    }
    // By Tab one comes to the question mark beside the title, which has all of them.
    ImGui::InvisibleButton(("##legend-" + letters.text()).c_str(), {width, controlHeight});
    const Term *term = find_term(letters.text() + ", " + meaning);
    const std::string help = term == nullptr ? std::string() : std::string(term->meaning);
    semantics::item({.role = "note", .name = letters.text() + ", " + lowered(meaning), .description = help});
    tooltip(words ? help : capitalised(meaning) + ". " + help);
    ImGui::SameLine(0, 0);
}

const std::array<std::string, 3> pictureNames = {"To be", "Differences", "As is"};
constexpr float picturesWidth = 280;

/// Where letters were kept as they were: the grid as it is to be, what differs, and as it is.
void draw_pictures(Scene &scene) {
    if (scene.grid().asIsOn.empty()) {
        return;
    }
    ImGui::BeginChild("##pictures", {picturesWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = segments("##picture", "Which letters to show", pictureNames, static_cast<int>(grid_picture(scene.state)));
    ImGui::EndChild();
    if (picked) {
        scene.dispatch(action::Choose{View::raci, std::string(picture_name(static_cast<GridPicture>(*picked)))});
    }
    ImGui::SameLine(0, 16);
}

/// The letters of the grid with what they mean, in the order in which people say them.
std::vector<std::pair<Letters, std::string>> legend_of(const RaciGrid &grid) {
    std::vector<std::pair<Letters, std::string>> entries;
    for (const char letter : std::string_view("RASCI")) {
        if (letter != 'S' || grid.scheme == LetterScheme::rasci) {
            entries.emplace_back(Letters::one(letter), capitalised(std::string(letter_meaning(letter))));
        }
    }
    for (const auto &[letter, meaning] : grid.extraLetters) {
        entries.emplace_back(Letters::one(letter), meaning.empty() ? std::string(1, letter) : capitalised(meaning));
    }
    return entries;
}

/// In words where there is room for all of them, else as chips.
void draw_legend(const Scene &scene, float limit) {
    const auto entries = legend_of(scene.grid());
    float wanted = ImGui::GetCursorScreenPos().x;
    for (const auto &[letters, meaning] : entries) {
        wanted += 40 + text_size(meaning, {.size = type::small}).x;
    }
    for (const auto &[letters, meaning] : entries) {
        if (wanted <= limit || ImGui::GetCursorScreenPos().x + 28 <= limit) {
            legend_entry(letters, meaning, wanted <= limit);
        }
    }
}

void draw_bar(Scene &scene, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + 20, at.y + 10});
    const ImVec2 head = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = type::title, .strong = true};
    draw_line(*ImGui::GetWindowDrawList(), {head, {head.x + 120, head.y + controlHeight}}, "RACI grid", style);
    const float afterTitle = head.x + text_size("RACI grid", style).x + 4;
    ImGui::SetCursorScreenPos({afterTitle, head.y + (controlHeight - termsButtonSize) / 2});
    terms_button(View::raci);
    ImGui::SetCursorScreenPos({afterTitle + termsButtonSize + 10, head.y});
    const std::string ballotsTip = "Each side fills the grid without seeing the other; then the cards go up";
    const float right = at.x + width - (room_of_panel(scene) > 0 ? 8 : panel_switch_width(scene) + 24);
    draw_pictures(scene);
    const bool words = ImGui::GetCursorScreenPos().x + button_width("Blind ballots", true) <= right;
    const float ballots = words ? button_width("Blind ballots", true) : controlHeight;
    draw_legend(scene, right - ballots - 8);
    ImGui::SetCursorScreenPos({right - ballots, head.y});
    const bool asked = words ? button("##ballots", "Blind ballots", {.icon = icon::vote, .look = Look::ghost, .tooltip = ballotsTip})
                             : icon_button("##ballots", icon::vote, "Blind ballots", {.tooltip = ballotsTip});
    if (asked) {
        scene.dispatch(action::Show{View::ballots});
    }
    draw_panel_switch(scene, {at.x + width - 16, head.y});
    ImGui::SetCursorScreenPos({at.x, at.y + raciBarHeight});
}

/// Whether there is nothing to show yet.
bool is_empty(const Scene &scene) { return scene.derived.lines.empty() && scene.derived.columns.empty() && !scene.scratch.grid.adding; }

void draw_step(const char *icon, const std::string &title, const std::string &text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    // Under the sign and the words of the empty state.
    list.AddCircleFilled({at.x + 22, at.y + 18}, 18, palette().hover);
    draw_icon(list, {at.x + 22, at.y + 18}, icon, 17, palette().accentText);
    draw_line(list, {{at.x + 60, at.y}, {at.x + 468, at.y + 20}}, title, {.strong = true});
    draw_line(list, {{at.x + 60, at.y + 20}, {at.x + 468, at.y + 38}}, text, {.size = type::small, .colour = palette().muted});
    ImGui::Dummy({468, 40});
}

/// Beside the button before where there is room.
void next_button(const std::string &label) {
    const ImGuiWindow *window = ImGui::GetCurrentWindow();
    ImGui::SameLine(0, 8);
    if (ImGui::GetCursorScreenPos().x + button_width(label, true) > window->InnerRect.Max.x - 24) {
        ImGui::NewLine();
        gap(8);
    }
}

void draw_empty_buttons(Scene &scene) {
    if (button("##paste", "Paste a grid…", {.icon = icon::clipboardPaste, .look = Look::primary, .disabled = !scene.editable})) {
        scene.dispatch(action::TypePasteGrid{});
    }
    next_button("Add an activity");
    if (button("##first-activity", "Add an activity", {.icon = icon::plus, .disabled = !scene.editable})) {
        start_adding_activity(scene);
    }
    next_button("Add a role");
    if (button("##first-role", "Add a role", {.icon = icon::userPlus, .disabled = !scene.editable})) {
        start_adding_role(scene);
    }
    next_button("Reference model");
    if (button("##reference", "Reference model", {.icon = icon::bookOpen, .tooltip = "Open the reference operating model as a new plan"})) {
        scene.dispatch(action::StartFrom{"reference", false});
    }
}

void draw_empty(Scene &scene, const ImVec2 &size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginChild("##empty", size, ImGuiChildFlags_NavFlattened);
    // Where the empty states of the other sections begin, whose heads are higher.
    ImGui::SetCursorScreenPos({at.x + bodyInset - raciInset, at.y + 12});
    ImGui::BeginGroup();
    draw_empty_state(
        {icon::table2, "Who does what?", "The grid says for every activity which role does it, decides it, is asked and is told."},
        size.x - 2 * bodyInset);
    gap(8);
    draw_step(icon::clipboardPaste, "Paste your RACI from a spreadsheet",
              "Copy it there with its headings, then " +
                  (names_keys() ? "press " + key_text(Command::paste) + " here." : std::string("choose Paste a grid here.")));
    gap(14);
    draw_step(icon::plus, "Or add activities and roles by hand",
              by_hand("Then type R, A, S, C or I straight into the cells.", "Then tap a cell twice and choose its letter."));
    gap(14);
    draw_step(icon::bookOpen, "Or start from the reference model", "Ten activities and seven roles, with what is unsettled in them.");
    gap(28);
    ImGui::Indent(60); // under the words
    draw_empty_buttons(scene);
    ImGui::Unindent(60);
    ImGui::EndGroup();
    ImGui::EndChild();
}

} // namespace

void draw_raci(Scene &scene) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    const semantics::Group group("main", {at, {at.x + size.x, at.y + size.y}}, {.role = "main", .name = "RACI grid"});
    if (!scene.state.open) {
        draw_nothing_open(scene, size);
        return;
    }
    const float panel = room_of_panel(scene);
    draw_bar(scene, size.x - panel);
    const ImVec2 gridSize(size.x - panel - raciInset, size.y - raciBarHeight);
    ImGui::SetCursorScreenPos({at.x + raciInset, at.y + raciBarHeight});
    if (is_empty(scene)) {
        const ArrowsWithin arrows(scene, Region::main);
        draw_empty(scene, gridSize);
    } else {
        const ArrowsWithin arrows(scene, Region::main);
        draw_grid(scene, gridSize);
    }
    fade_scrolled(palette().surface);
    draw_panel(scene, {at, {at.x + size.x, at.y + size.y}}, {"Beside the grid", PlanSection::grid, draw_inspector});
}

} // namespace fullcourt::ui
