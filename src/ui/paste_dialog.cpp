// A pasted grid before it is taken: what was understood, what was not, and what becomes of the grid that is there.
#include <algorithm>

#include "base/text.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

std::string understood(const GridText &grid) {
    return "Understood as " + counted(grid.rows.size(), "activity", "activities") + " and " + counted(grid.roles.size(), "role", "roles") +
           ".";
}

void draw_field(Scene &scene, const dialog::Paste &paste, const ImVec2 &room) {
    DialogScratch &scratch = scene.scratch.dialog;
    paragraph("Copy the grid in your spreadsheet with its headings, then paste it here.", {.colour = palette().muted}, room.x);
    gap(12);
    const bool first = scratch.pasted.empty() && !ImGui::IsAnyItemActive() && ImGui::IsWindowAppearing();
    const FieldEvent event = text_field("##text", "Pasted text", scratch.pasted,
                                        {.width = room.x, .height = 260, .size = type::small, .takeFocus = first, .keepsTabs = true});
    if (event.changed && !trimmed(scratch.pasted).empty()) {
        scene.dispatch(action::PasteGrid{scratch.pasted});
    }
    if (!paste.error.empty()) {
        gap(12);
        paragraph(paste.error, {.colour = palette().error}, room.x);
        semantics::at(ImGui::GetID("##error"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "alert", .name = paste.error});
    }
}

float draw_problems(const GridText &grid, float width) {
    if (grid.problems.empty()) {
        return 0;
    }
    const float height = std::min(110.0F, 40 + 20 * static_cast<float>(grid.problems.size()));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().warningSoft);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 8);
    ImGui::BeginChild("##problems", {width, height}, ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::SetCursorPos({14, 10});
    ImGui::BeginGroup();
    line(counted(grid.problems.size(), "cell was not understood", "cells were not understood"),
         {.size = type::small, .colour = palette().warning, .strong = true});
    gap(4);
    for (const std::string &problem : grid.problems) {
        paragraph(problem, {.size = type::small}, width - 36);
        semantics::at(ImGui::GetID(problem.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                      {.role = "listitem", .name = problem});
        gap(4);
    }
    ImGui::EndGroup();
    ImGui::EndChild();
    gap(12);
    return height + 12;
}

void draw_preview(const GridText &grid, const ImVec2 &room) {
    const std::string sentence = understood(grid);
    line(sentence, {.strong = true});
    semantics::at(ImGui::GetID("##understood"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = sentence});
    gap(12);
    const float used = draw_problems(grid, room.x);
    std::vector<std::pair<std::string, std::vector<Letters>>> rows;
    rows.reserve(grid.rows.size());
    for (const GridText::Row &row : grid.rows) {
        rows.emplace_back(row.activity, row.letters);
    }
    draw_small_grid(grid.roles, rows, {room.x, room.y - used - 96});
}

/// A choice between two, each with what it means.
void draw_choice(Scene &scene, const char *id, bool replace, const std::string &title, const std::string &text, float width) {
    bool &chosen = scene.scratch.dialog.replace;
    if (ImGui::InvisibleButton(id, {width, 48}, ImGuiButtonFlags_EnableNav)) {
        chosen = replace;
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool on = chosen == replace;
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() && !on ? palette().hover : on ? palette().chosen : palette().surface, 8);
    list.AddRect(box.Min, box.Max, on ? palette().accent : palette().line, 8);
    const ImVec2 dot(box.Min.x + 20, box.GetCenter().y);
    list.AddCircle(dot, 7, on ? palette().accent : palette().edge, 0, 1.5F);
    if (on) {
        list.AddCircleFilled(dot, 3.5F, palette().accent);
    }
    draw_line(list, {{box.Min.x + 38, box.Min.y + 6}, {box.Max.x - 8, box.Min.y + 25}}, title, {.size = type::small + 1, .strong = true});
    draw_line(list, {{box.Min.x + 38, box.Min.y + 25}, {box.Max.x - 8, box.Min.y + 42}}, text,
              {.size = type::small, .colour = palette().muted});
    focus_ring(box, ImGui::GetItemID(), 8);
    semantics::item({.role = "radio", .name = title, .description = text, .checked = on});
}

} // namespace

void draw_paste_dialog(Scene &scene, const dialog::Paste &paste) {
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    if (paste.grid) {
        draw_preview(*paste.grid, room);
    } else {
        draw_field(scene, paste, room);
    }
    ImGui::EndGroup();
    // Into a plan that is about to be made, or a grid with nothing in it, there is nothing to merge.
    const bool fresh = paste.asNewPlan || !scene.state.open;
    const bool empty = !fresh && scene.state.open->plan().raci->activities.empty() && scene.state.open->plan().organisation->roles.empty();
    if (paste.grid && !fresh && !empty) {
        const float half = (room.x - 12) / 2;
        ImGui::SetCursorScreenPos({at.x, at.y + room.y - 58});
        draw_choice(scene, "##replace", true, "Replace the grid", "It shows exactly what was pasted.", half);
        ImGui::SameLine(0, 12);
        draw_choice(scene, "##merge", false, "Merge into the grid", "Same names are updated, new ones are added.", half);
    }
    begin_dialog_foot();
    const std::string take = fresh                          ? "Make a plan of it"
                             : empty                        ? "Fill the grid"
                             : scene.scratch.dialog.replace ? "Replace the grid"
                                                            : "Merge into the grid";
    const float width = button_width("Cancel", false) + 8 + button_width(take, false);
    align_right(width);
    if (button("##cancel", "Cancel")) {
        scene.dispatch(action::CloseDialog{});
    }
    ImGui::SameLine(0, 8);
    if (button("##take", take, {.look = Look::primary, .disabled = !paste.grid, .description = fresh ? "" : "You can undo it"})) {
        scene.dispatch(action::ApplyPaste{fresh || empty || scene.scratch.dialog.replace});
    }
}

} // namespace fullcourt::ui
