// The details of what is selected: a cell, an activity, a role, a phase.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "edit/gestures.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float inset = 16;

const std::array<std::string, 8> functionNames = {"Other",   "Sales",      "Marketing", "Product", "Customer success",
                                                  "Finance", "Operations", "Leadership"};
const std::array<std::string, 5> coreNames = {"No core function", "Account executive", "Sales development", "Account marketing",
                                              "Product specialist"};

void label(const std::string &text) {
    gap(16);
    ImGui::SetCursorPosX(inset);
    line(text, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(6);
    ImGui::SetCursorPosX(inset);
}

void heading(const std::string &text, const std::string &kind) {
    ImGui::SetCursorPosX(inset);
    line(kind, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(6);
    ImGui::SetCursorPosX(inset);
    paragraph(text, {.size = type::title, .strong = true}, ImGui::GetContentRegionAvail().x - inset);
}

std::string role_name(const Scene &scene, const RoleId &id) {
    const Role *role = find(scene.plan().organisation->roles, id);
    return role == nullptr ? id.text : role->name;
}

/// "R 3", "A 1" … as chips with a number each; only letters that occur.
void draw_counts(const Scene &scene, const LetterCount &count) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    float x = start.x;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (const auto &[letter, number] : count.letters) {
        draw_chip(list, {x + 12, start.y + 12}, Letters::one(letter), 22);
        draw_line(list, {{x + 30, start.y}, {x + 52, start.y + 24}}, std::to_string(number), {.size = type::small + 1});
        x += 56;
    }
    if (count.letters.empty()) {
        draw_line(list, {start, {start.x + 240, start.y + 24}}, "No letters yet", {.size = type::small + 1, .colour = palette().muted});
    }
    (void)scene;
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

void draw_cell_details(Scene &scene, const Activity &activity) {
    const GridPlace &place = scene.state.selection.cursor;
    heading(activity.name, role_name(scene, place.role));
    const std::vector<ActivityId> rows = selected_rows(scene);
    const std::vector<RoleId> columns = selected_columns(scene);
    if (rows.size() * columns.size() > 1) {
        gap(6);
        ImGui::SetCursorPosX(inset);
        line("A letter goes into all " + std::to_string(rows.size() * columns.size()) + " selected cells.",
             {.size = type::small, .colour = palette().muted});
    }
    gap(12);
    const Letters now = letters_at(scene.grid(), place.activity, place.role);
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
    if (const std::optional<int> picked = choice("##phase", "Phase", names, chosen, !scene.editable)) {
        const PhaseId phase = *picked == 0 ? PhaseId() : phases[static_cast<std::size_t>(*picked - 1)];
        scene.edit(move_activities(scene.plan(), {id}, phase, {}));
    }
}

/// Written while it is typed; one caret in the field is one step of undo.
void draw_note(Scene &scene, const ActivityId &id, const Activity &activity) {
    Draft &draft = scene.scratch.panel.note;
    if (!draft.typing || draft.of != id.text) {
        draft = {id.text, activity.note, false, 0};
    }
    const FieldEvent event =
        text_field("##note", "Note", draft.text, {.width = -inset, .height = 112, .size = type::small + 1, .disabled = !scene.editable});
    if (event.active && !draft.typing) {
        draft.gesture = scene.app.new_gesture();
    }
    draft.typing = event.active;
    if (event.changed) {
        scene.edit(note_activity(scene.plan(), id, draft.text), draft.gesture);
    }
}

void draw_activity_details(Scene &scene, const ActivityId &id, const Activity &activity) {
    heading(activity.name.empty() ? "Unnamed" : activity.name, "Activity");
    label("Name");
    const FieldStyle style{.width = -inset, .size = type::small + 1, .disabled = !scene.editable};
    if (const auto name = draft_field("##name", "Activity name", scene.scratch.panel.activityName, id.text, activity.name, style)) {
        scene.edit(rename_activity(scene.plan(), id, *name));
    }
    label("Note");
    draw_note(scene, id, activity);
    label("Phase");
    ImGui::PushClipRect(ImGui::GetCurrentWindow()->InnerClipRect.Min, ImGui::GetCurrentWindow()->InnerClipRect.Max, false);
    ImGui::BeginChild("##phase-choice", {ImGui::GetContentRegionAvail().x - inset, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    draw_phase_choice(scene, id, activity);
    ImGui::EndChild();
    ImGui::PopClipRect();
    label("Letters");
    const auto counts = scene.derived.rowCounts.find(id);
    draw_counts(scene, counts == scene.derived.rowCounts.end() ? LetterCount() : counts->second);
}

// ---- A role

void draw_role_choices(Scene &scene, const RoleId &id, const Role &role) {
    label("Function");
    ImGui::BeginChild("##functions", {ImGui::GetContentRegionAvail().x - inset, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##function", "Function", functionNames, static_cast<int>(role.function), !scene.editable)) {
        Role changed = role;
        changed.function = static_cast<BusinessFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
    ImGui::EndChild();
    label("Core function");
    ImGui::BeginChild("##cores", {ImGui::GetContentRegionAvail().x - inset, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##core", "Core function", coreNames, static_cast<int>(role.core), !scene.editable)) {
        Role changed = role;
        changed.core = static_cast<CoreFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
    ImGui::EndChild();
}

void draw_role_details(Scene &scene, const RoleId &id, const Role &role) {
    heading(role.name.empty() ? "Unnamed" : role.name, "Role");
    const FieldStyle style{.width = -inset, .size = type::small + 1, .disabled = !scene.editable};
    label("Name");
    if (const auto name = draft_field("##name", "Role name", scene.scratch.panel.roleName, id.text, role.name, style)) {
        Role changed = role;
        changed.name = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    label("Short name, for the column's head");
    FieldStyle shortStyle = style;
    shortStyle.hint = "As the name";
    if (const auto name = draft_field("##short", "Short name", scene.scratch.panel.shortName, id.text, role.shortName, shortStyle)) {
        Role changed = role;
        changed.shortName = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    draw_role_choices(scene, id, role);
    label("Letters");
    const auto counts = scene.derived.columnCounts.find(id);
    draw_counts(scene, counts == scene.derived.columnCounts.end() ? LetterCount() : counts->second);
}

void draw_phase_details(Scene &scene, const PhaseId &id, const Phase &phase) {
    heading(phase.name.empty() ? "Unnamed" : phase.name, "Phase");
    label("Name");
    const FieldStyle style{.width = -inset, .size = type::small + 1, .disabled = !scene.editable};
    if (const auto name = draft_field("##name", "Phase name", scene.scratch.panel.phaseName, id.text, phase.name, style)) {
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
    label("Roles that this grid leaves out");
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
        draw_role_details(scene, place.role, *role);
    } else if (phase != nullptr) {
        draw_phase_details(scene, place.phase, *phase);
    } else {
        ImGui::SetCursorPosX(inset);
        paragraph("Select a cell, an activity or a role to see its details.", {.size = type::small + 1, .colour = palette().muted}, 272);
    }
}

} // namespace

void draw_inspector(Scene &scene) {
    gap(8);
    draw_selected(scene);
    if (scene.state.selection.cursor.activity.empty()) {
        draw_hidden_roles(scene);
    }
    gap(24);
}

} // namespace fullcourt::ui
