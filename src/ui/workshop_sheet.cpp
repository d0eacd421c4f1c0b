// The run sheet of the workshop: its parts, how long each takes and what it settles.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/icons.h"
#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float workshopSheetRowHeight = 48;
constexpr float purposeWidest = 250;
constexpr float minutesWidth = 128;

const std::array<std::string, 5> workshopSheetPurposeNames = {"Looks at where we differ", "Settles the grid",
                                                              "Settles decisions, escalation", "Settles meetings, KPIs", "Closes"};

/// The plan's own sheet, which begins as the usual one.
void make_own(Scene &scene) {
    if (scene.plan().workshop->sheet.empty() && scene.editable) {
        scene.edit(use_standard_run_sheet(scene.plan(), scene.app.bits()));
    }
}

void draw_item(Scene &scene, const std::vector<RunSheetItemId> &order, std::size_t index, const ImVec2 &at, float width) {
    const RunSheetItemId &id = order[index];
    const RunSheetItem &before = scene.plan().workshop->sheet.at(id);
    RunSheetItem item = before;
    ImGui::PushID(id.text.c_str());
    const float buttons = 3 * (controlHeight + 2);
    const float purposeWidth = std::min(purposeWidest, width * 0.3F);
    const float nameWidth = width - purposeWidth - minutesWidth - buttons - 36;
    ImGui::SetCursorScreenPos(at);
    const auto name = draft_field("##name", "Part " + std::to_string(index + 1), scene.scratch.drafts["sheet|" + id.text], id.text,
                                  item.name, {.width = nameWidth, .size = type::small + 1, .disabled = !scene.editable});
    item.name = name.value_or(item.name);
    ImGui::SetCursorScreenPos({at.x + nameWidth + 12, at.y});
    ImGui::BeginChild("##purpose", {purposeWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##choice", "What " + item.name + " is for", workshopSheetPurposeNames, static_cast<int>(item.purpose),
                                   !scene.editable)) {
        item.purpose = static_cast<RunSheetPurpose>(*picked);
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x + nameWidth + purposeWidth + 24, at.y + 2});
    if (const auto minutes = stepper("##minutes", "Minutes of " + item.name, item.minutes, 5, 240, "min", !scene.editable)) {
        // In steps of five: nobody plans a meeting to the minute.
        item.minutes = std::clamp(item.minutes + (*minutes > item.minutes ? 5 : -5), 5, 240);
    }
    ImGui::SetCursorScreenPos({at.x + width - buttons, at.y});
    std::optional<PlanEdit> other;
    if (icon_button("##up", icon::arrowUp, "Earlier: " + item.name, {.disabled = index == 0 || !scene.editable})) {
        other = move_run_sheet_items(scene.plan(), {id}, order[index - 1]);
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##down", icon::arrowDown, "Later: " + item.name, {.disabled = index + 1 == order.size() || !scene.editable})) {
        other = move_run_sheet_items(scene.plan(), {id}, index + 2 < order.size() ? order[index + 2] : RunSheetItemId());
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##remove", icon::trash2, "Remove " + item.name, {.disabled = order.size() == 1 || !scene.editable})) {
        other = remove_run_sheet_items(scene.plan(), {id});
    }
    ImGui::PopID();
    if (other) {
        scene.edit(*other);
    } else if (!(item == before)) {
        scene.edit(change_run_sheet_item(scene.plan(), id, item));
    }
}

int minutes_of(const Workshop &workshop) {
    int minutes = 0;
    for (const auto &[id, item] : workshop.sheet) {
        minutes += item.minutes;
    }
    return minutes;
}

} // namespace

void draw_run_sheet(Scene &scene, const ImRect &room) {
    make_own(scene);
    const std::vector<RunSheetItemId> order = ordered(scene.plan().workshop->sheet);
    const float width = std::min(roomWidest, room.GetWidth() - 2 * roomInset);
    ImVec2 at(room.Min.x + (room.GetWidth() - width) / 2, room.Min.y + 40);
    const std::string title = "The run sheet: " + std::to_string(minutes_of(*scene.plan().workshop)) + " minutes";
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width, at.y + 44}}, title, {.size = 30, .strong = true});
    semantics::at(ImGui::GetID("##sheet-title"), {at, {at.x + width, at.y + 44}}, {.role = "heading", .name = title});
    ImGui::SetCursorScreenPos({at.x, at.y + 60});
    // Where it scrolls, its bar stands beside the rows.
    ImGui::BeginChild("##sheet", {width + 12, room.Max.y - nextHeight - 8 - at.y - 60}, ImGuiChildFlags_NavFlattened);
    ImVec2 row = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < order.size(); ++i) {
        draw_item(scene, order, i, row, width);
        row.y += workshopSheetRowHeight;
    }
    ImGui::SetCursorScreenPos(row);
    const std::vector<std::string> names = add_field(scene, "run-sheet", "Add a part", "Add a part", width);
    for (const std::string &name : names) {
        scene.edit(add_run_sheet_item(scene.plan(), name, 10, order.empty() ? RunSheetItemId() : order.back(), scene.app.bits()));
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x, room.Max.y - nextHeight + 12}); // beside the way on
    if (button("##done", "Done", {.icon = icon::check, .look = Look::primary})) {
        scene.scratch.workshop.editing = false;
    }
    ImGui::SameLine(0, 8);
    if (button("##usual", "The usual 90 minutes", {.icon = icon::rotateCcw, .look = Look::ghost, .disabled = !scene.editable})) {
        scene.edit(use_standard_run_sheet(scene.plan(), scene.app.bits()));
    }
}

} // namespace fullcourt::ui
