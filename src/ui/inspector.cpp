// The details of what is selected: a cell, an activity, a role, a phase.
#include <algorithm>
#include <array>

#include "analysis/grid_difference.h"
#include "base/date.h"
#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "edit/practice_gestures.h"
#include "model/rows.h"
#include "ui/fields.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/role_card.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float inspectorInset = panelInset;

const std::array<std::string, 8> inspectorFunctionNames = {"Other",   "Sales",      "Marketing", "Product", "Customer success",
                                                           "Finance", "Operations", "Leadership"};
const std::array<std::string, 5> inspectorCoreNames = {"No core function", "Account executive", "Sales development", "Account marketing",
                                                       "Product specialist"};

/// Those that occur, in the order in which the page always names them.
std::vector<std::pair<char, int>> counts_in_order(const LetterCount &count) {
    std::vector<std::pair<char, int>> order(count.letters.begin(), count.letters.end());
    const auto place = [](char letter) { return std::min(std::string_view("RASCI").find(letter), std::string_view("RASCI").size()); };
    sort_stably(order, [&](const auto &a, const auto &b) { return place(a.first) < place(b.first); });
    return order;
}

/// "R 3", "A 1" … as chips with a number each; only letters that occur.
void draw_counts(const LetterCount &count) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    float x = start.x;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (const auto &[letter, number] : counts_in_order(count)) {
        draw_chip(list, {x + 12, start.y + 12}, Letters::one(letter), 22);
        draw_line(list, {{x + 30, start.y}, {x + 52, start.y + 24}}, std::to_string(number), {.size = type::small + 1});
        x += 56;
    }
    if (count.letters.empty()) {
        draw_line(list, {start, {start.x + 240, start.y + 24}}, "No letters yet", {.size = type::small + 1, .colour = palette().muted});
    }
    ImGui::Dummy({0, 26});
}

// ---- A cell

void draw_letter_choice(Scene &scene, Letters letters, Letters now) {
    const std::string words = capitalised(letters_in_words(letters, scene.grid().extraLetters));
    ImGui::SetCursorPosX(8);
    ImGui::PushID(letters.text().c_str());
    ImGui::BeginDisabled(!scene.editable);
    const float width = ImGui::GetContentRegionAvail().x - 8;
    if (ImGui::InvisibleButton("##letter", {width, 36}, ImGuiButtonFlags_EnableNav)) {
        put_letters(scene, letters == now ? Letters() : letters);
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (letters == now || ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, letters == now ? palette().chosen : palette().hover, rounding);
    }
    draw_chip(list, {box.Min.x + 28, box.GetCenter().y}, letters, 22);
    draw_line(list, {{box.Min.x + 58, box.Min.y}, {box.Max.x - 32, box.Max.y}}, words, {.size = type::small + 1});
    if (letters == now) {
        draw_icon(list, {box.Max.x - 18, box.GetCenter().y}, icon::check, 15, palette().accentText);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "radio", .name = words, .disabled = !scene.editable, .checked = letters == now});
    ImGui::EndDisabled();
    ImGui::PopID();
}

void draw_cell_note(Scene &scene, const GridPlace &place) {
    const std::string *note = find_at(scene.grid().notes, place.activity, place.role);
    const std::string shown = note == nullptr ? std::string() : *note;
    if (const auto typed =
            text_area(scene, "Note on this cell", place.activity.text + "|" + place.role.text, shown, {.hint = "What was agreed here"})) {
        scene.edit(note_cell(scene.plan(), place.activity, place.role, typed->text), typed->gesture);
    }
}

void draw_cell_details(Scene &scene, const Activity &activity) {
    const GridPlace &place = scene.state.selection.cursor;
    details_heading(role_name(scene, place.role), activity.name);
    const std::vector<ActivityId> rows = selected_rows(scene);
    const std::vector<RoleId> columns = selected_columns(scene);
    if (rows.size() * columns.size() > 1) {
        gap(6);
        ImGui::SetCursorPosX(inspectorInset);
        line("A letter goes into all " + std::to_string(rows.size() * columns.size()) + " selected cells.",
             {.size = type::small, .colour = palette().muted});
    }
    gap(12);
    const Letters now = letters_at(shown_rows(scene.state), place.activity, place.role);
    for (const char letter : std::string_view("RA")) {
        draw_letter_choice(scene, Letters::one(letter), now);
    }
    draw_letter_choice(scene, Letters::accountable_and_responsible(), now);
    for (const char letter : std::string_view("SCI")) {
        if (letter != 'S' || scene.grid().scheme == LetterScheme::rasci) {
            draw_letter_choice(scene, Letters::one(letter), now);
        }
    }
    for (const auto &[letter, meaning] : scene.grid().extraLetters) {
        draw_letter_choice(scene, Letters::one(letter), now);
    }
    draw_cell_note(scene, place);
}

// ---- An activity

void draw_phase_choice(Scene &scene, const ActivityId &id, const Activity &activity) {
    const std::vector<PhaseId> phases = ordered(scene.grid().phases);
    std::vector<std::string> names = {"No phase"};
    int chosen = 0;
    for (const PhaseId &phase : phases) {
        names.push_back(find(scene.grid().phases, phase)->name);
        chosen = phase == activity.phase ? static_cast<int>(names.size()) - 1 : chosen;
    }
    if (const std::optional<int> picked = choice_field(scene, "Phase", names, chosen)) {
        const PhaseId phase = *picked == 0 ? PhaseId() : phases[static_cast<std::size_t>(*picked - 1)];
        scene.edit(move_activities(scene.plan(), {id}, phase, {}));
    }
}

void draw_activity_details(Scene &scene, const ActivityId &id, const Activity &activity) {
    details_heading("Activity", activity.name);
    if (const auto name = line_field(scene, "Activity name", id.text, activity.name)) {
        scene.edit(rename_activity(scene.plan(), id, *name));
    }
    if (const auto note = text_area(scene, "Note", id.text, activity.note)) {
        scene.edit(note_activity(scene.plan(), id, note->text), note->gesture);
    }
    draw_phase_choice(scene, id, activity);
    caption("Letters");
    const auto counts = scene.derived.rowCounts.find(id);
    draw_counts(counts == scene.derived.rowCounts.end() ? LetterCount() : counts->second);
}

// ---- A role

void draw_role_choices(Scene &scene, const RoleId &id, const Role &role) {
    if (const auto picked = choice_field(scene, "Function", inspectorFunctionNames, static_cast<int>(role.function))) {
        Role changed = role;
        changed.function = static_cast<BusinessFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
    if (const auto picked = choice_field(scene, "Core function", inspectorCoreNames, static_cast<int>(role.core),
                                         "The four functions that must exist, even where one person covers several.")) {
        Role changed = role;
        changed.core = static_cast<CoreFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
}

void draw_inspector_role_details(Scene &scene, const RoleId &id, const Role &role) {
    details_heading("Role", role.name);
    if (const auto name = line_field(scene, "Role name", id.text, role.name)) {
        Role changed = role;
        changed.name = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    if (const auto name = line_field(scene, "Short name", id.text, role.shortName,
                                     {.hint = "As the name", .help = "Stands in the column's head and on labels."})) {
        Role changed = role;
        changed.shortName = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    draw_role_choices(scene, id, role);
    caption("Letters");
    const auto counts = scene.derived.columnCounts.find(id);
    draw_counts(counts == scene.derived.columnCounts.end() ? LetterCount() : counts->second);
    draw_role_card(scene, id);
}

void draw_phase_details(Scene &scene, const PhaseId &id, const Phase &phase) {
    details_heading("Phase", phase.name);
    if (const auto name = line_field(scene, "Phase name", id.text, phase.name)) {
        scene.edit(rename_phase(scene.plan(), id, *name));
    }
}

// ---- Roles that the grid leaves out

void draw_hidden_roles(Scene &scene) {
    std::vector<RoleId> hidden;
    for (const RoleId &id : ordered(scene.plan().organisation->roles)) {
        if (!scene.grid().columns.contains(id)) {
            hidden.push_back(id);
        }
    }
    if (hidden.empty()) {
        return;
    }
    caption("Roles that this grid leaves out");
    for (const RoleId &id : hidden) {
        ImGui::SetCursorPosX(8);
        ImGui::PushID(id.text.c_str());
        if (button("##show", role_name(scene, id),
                   {.icon = icon::plus, .look = Look::ghost, .width = -8, .disabled = !scene.editable, .tooltip = "Show it as a column"})) {
            scene.edit(show_column(scene.plan(), id));
        }
        ImGui::PopID();
    }
}

// ---- How it was

void draw_as_is(Scene &scene) {
    const std::string &on = scene.grid().asIsOn;
    caption("How it is today", "Keep today's letters as a picture, change the grid to how it should be, and see what differs.");
    if (on.empty()) {
        if (button("##take", "Keep the letters as they are today",
                   {.icon = icon::copy, .width = field_width(), .disabled = !scene.editable})) {
            keep_as_is(scene);
        }
        return;
    }
    line("Kept on " + date_words(on), {.size = type::small + 1});
    gap(8);
    ImGui::SetCursorPosX(panelInset);
    paragraph(grid_difference(scene.grid().asIs, scene.grid().rows).sentence, {.size = type::small, .colour = palette().muted}, panelRoom);
    gap(4);
    ImGui::SetCursorPosX(panelInset - 8);
    if (button("##forget", "Forget that picture", {.icon = icon::trash2, .look = Look::quiet, .disabled = !scene.editable})) {
        scene.edit(clear_as_is(scene.plan()));
    }
}

void draw_selected(Scene &scene) {
    const GridPlace &place = scene.state.selection.cursor;
    const Activity *activity = find(scene.grid().activities, place.activity);
    const Role *role = find(scene.plan().organisation->roles, place.role);
    const Phase *phase = find(scene.grid().phases, place.phase);
    if (activity != nullptr && role != nullptr) {
        draw_cell_details(scene, *activity);
    } else if (activity != nullptr) {
        draw_activity_details(scene, place.activity, *activity);
    } else if (role != nullptr) {
        draw_inspector_role_details(scene, place.role, *role);
    } else if (phase != nullptr) {
        draw_phase_details(scene, place.phase, *phase);
    } else {
        details_hint("Select a cell, an activity or a role to see its details.");
    }
}

} // namespace

void keep_as_is(Scene &scene) {
    scene.edit(take_as_is(scene.plan(), to_text(platform::today())));
    scene.dispatch(action::Choose{View::raci, std::string(picture_name(GridPicture::differences))});
}

void draw_inspector(Scene &scene) {
    draw_selected(scene);
    if (scene.state.selection.cursor.activity.empty()) {
        draw_hidden_roles(scene);
    }
    if (!scene.grid().rows.empty()) {
        draw_as_is(scene);
    }
}

} // namespace fullcourt::ui
