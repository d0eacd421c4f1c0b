// A CSV file of accounts before it is taken: how it is read, what its columns become, and what it would change.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float rowHeight = 40;
constexpr float typeWidth = 130;
constexpr float takeWidth = 56;

action::ChangeImport unchanged(const dialog::AccountImport &import) { return {import.style, import.mapping, import.dropGone}; }

/// A caption with a choice under it.
std::optional<int> choice_under(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, float width) {
    ImGui::BeginGroup();
    line(name, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(2);
    ImGui::BeginChild(id, {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    const std::optional<int> picked = choice("##choice", name, labels, chosen);
    ImGui::EndChild();
    ImGui::EndGroup();
    return picked;
}

void draw_style(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::array<std::string, 4> delimiters = {"Comma", "Semicolon", "Tab", "Bar"};
    constexpr std::string_view marks = ",;\t|";
    const std::array<std::string, 4> encodings = {"UTF-8", "UTF-16", "UTF-16 (big end)", "Windows-1252"};
    const std::array<std::string, 2> decimals = {"1,234.5", "1.234,5"};
    const std::array<std::string, 3> dates = {"2026-11-23", "23.11.2026", "11/23/2026"};
    action::ChangeImport change = unchanged(import);
    const float each = (width - 36) / 4;
    bool changed = false;
    if (const auto picked =
            choice_under("##delimiter", "Cells are cut at", delimiters, static_cast<int>(marks.find(import.style.delimiter)), each)) {
        change.style.delimiter = marks[static_cast<std::size_t>(*picked)];
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked =
            choice_under("##encoding", "Letters are written as", encodings, static_cast<int>(import.style.encoding), each)) {
        change.style.encoding = static_cast<CsvEncoding>(*picked);
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##decimal", "Numbers look like", decimals, import.mapping.decimal == ',' ? 1 : 0, each)) {
        change.mapping.decimal = *picked == 1 ? ',' : '.';
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##dates", "Dates look like", dates, static_cast<int>(import.mapping.dates), each)) {
        change.mapping.dates = static_cast<DateStyle>(*picked);
        changed = true;
    }
    if (changed) {
        scene.dispatch(change);
    }
    gap(10);
}

void draw_keys(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::vector<std::string> &header = import.table->header();
    const float each = (width - 36) / 4 * 2 + 12;
    if (const auto picked = choice_under("##key", "Accounts are told apart by", header, static_cast<int>(import.mapping.key), each)) {
        action::ChangeImport change = unchanged(import);
        change.mapping.key = static_cast<std::size_t>(*picked);
        scene.dispatch(change);
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##name", "People call them by", header,
                                         static_cast<int>(import.mapping.name.value_or(import.mapping.key)), each)) {
        action::ChangeImport change = unchanged(import);
        change.mapping.name = static_cast<std::size_t>(*picked);
        scene.dispatch(change);
    }
    gap(12);
}

std::string examples(const CsvTable &table, std::size_t column) {
    std::vector<std::string> values;
    constexpr std::size_t most = 4;
    constexpr std::size_t looked = 200;
    for (std::size_t row = 0; row < std::min(table.rows(), looked) && values.size() < most; ++row) {
        std::string value(trimmed(table.cell(row, column)));
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(on_one_line(value));
        }
    }
    std::string text;
    for (const std::string &value : values) {
        text += (text.empty() ? "" : " · ") + value;
    }
    return text.empty() ? "nothing" : text;
}

void draw_column(Scene &scene, const dialog::AccountImport &import, std::size_t column, float width) {
    static const std::array<std::string, 5> types = {"Text", "Number", "Date", "Yes or no", "Category"};
    const ImportColumn &mapped = import.mapping.columns[column];
    const bool key = column == import.mapping.key;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ink = mapped.take ? palette().text : palette().muted;
    const float name = width * 0.3F;
    draw_line(list, {at, {at.x + name - 10, at.y + rowHeight}}, mapped.name, {.size = type::small + 1, .colour = ink, .strong = true});
    draw_line(list, {{at.x + name, at.y}, {at.x + width - typeWidth - takeWidth - 16, at.y + rowHeight}}, examples(*import.table, column),
              {.size = type::small, .colour = palette().muted});
    ImGui::PushID(static_cast<int>(column));
    const float right = at.x + width - takeWidth;
    if (key) {
        draw_line(list, {{right - typeWidth - 4, at.y}, {at.x + width, at.y + rowHeight}}, "Tells them apart",
                  {.size = type::small, .colour = palette().muted});
    } else {
        ImGui::SetCursorScreenPos({right - typeWidth - 4, at.y + 4});
        ImGui::BeginChild("##type", {typeWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
        if (const auto picked = choice("##kind", "Kind of " + mapped.name, types, static_cast<int>(mapped.type), !mapped.take)) {
            action::ChangeImport change = unchanged(import);
            change.mapping.columns[column].type = static_cast<AccountColumnType>(*picked);
            scene.dispatch(change);
        }
        ImGui::EndChild();
        ImGui::SetCursorScreenPos({right + 10, at.y + 8});
        if (toggle("##take", "Take " + mapped.name, mapped.take)) {
            action::ChangeImport change = unchanged(import);
            change.mapping.columns[column].take = !mapped.take;
            scene.dispatch(change);
        }
    }
    ImGui::PopID();
    list.AddRectFilled({at.x, at.y + rowHeight}, {at.x + width, at.y + rowHeight + 1}, palette().line);
    ImGui::SetCursorScreenPos({at.x, at.y + rowHeight + 1});
    ImGui::Dummy({width, 0});
}

void draw_problems(const dialog::AccountImport &import, float width) {
    const std::vector<std::string> &file = import.table->problems();
    const std::vector<std::string> &cells = import.imported.problems;
    if (file.empty() && cells.empty()) {
        return;
    }
    gap(10);
    line(counted(file.size() + cells.size() + import.imported.more, "thing to know", "things to know"),
         {.size = type::small, .colour = palette().warning, .strong = true});
    gap(4);
    constexpr std::size_t most = 40;
    std::size_t shown = 0;
    for (const std::vector<std::string> *problems : {&file, &cells}) {
        for (const std::string &problem : *problems) {
            if (shown++ < most) {
                paragraph(problem, {.size = type::small}, width);
                semantics::at(ImGui::GetID(problem.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                              {.role = "listitem", .name = problem});
                gap(3);
            }
        }
    }
    const std::size_t all = file.size() + cells.size() + import.imported.more;
    if (all > most) {
        paragraph("And " + std::to_string(all - most) + " more.", {.size = type::small, .colour = palette().muted}, width);
    }
}

std::string outcome(const dialog::AccountImport &import) {
    const AccountUpdate &update = import.update;
    std::vector<std::string> parts = {std::to_string(update.added.size()) + " new"};
    if (!update.changed.empty() || update.unchanged != 0 || !update.gone.empty()) {
        parts.push_back(std::to_string(update.changed.size()) + " changed");
        parts.push_back(std::to_string(update.unchanged) + " as they were");
    }
    std::string words = capitalised(listed(parts)) + ".";
    if (!update.gone.empty()) {
        words += " " + counted(update.gone.size(), "account is", "accounts are") + " not in the file.";
    }
    if (import.imported.unreadable != 0) {
        words += " " + counted(import.imported.unreadable, "cell", "cells") + " cannot be read and stay as they stand.";
    }
    return words;
}

/// What it would change, above the buttons.
void draw_outcome(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::string sentence = outcome(import);
    const bool gone = !import.update.gone.empty();
    line(sentence, {.strong = true});
    semantics::at(ImGui::GetID("##outcome"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = sentence});
    if (gone) {
        ImGui::SameLine(0, 16);
        const std::array<std::string, 2> labels = {"Keep those", "Remove those"};
        ImGui::BeginChild("##gone", {std::min(240.0F, width), controlHeight}, ImGuiChildFlags_NavFlattened);
        if (const auto picked = segments("##which", "Accounts that the file does not have", labels, import.dropGone ? 1 : 0)) {
            action::ChangeImport change = unchanged(import);
            change.dropGone = *picked == 1;
            scene.dispatch(change);
        }
        ImGui::EndChild();
    }
}

} // namespace

void draw_account_import_dialog(Scene &scene, const dialog::AccountImport &import) {
    const ImVec2 room = dialog_room();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float outcomeHeight = 44;
    if (import.table) {
        ImGui::BeginChild("##import", {room.x, room.y - outcomeHeight - 8}, ImGuiChildFlags_NavFlattened);
        const float width = room.x - 16;
        draw_style(scene, import, width);
        draw_keys(scene, import, width);
        for (std::size_t column = 0; column < import.mapping.columns.size(); ++column) {
            draw_column(scene, import, column, width);
        }
        draw_problems(import, width);
        ImGui::EndChild();
        ImGui::SetCursorScreenPos({at.x, at.y + room.y - outcomeHeight + 6});
        ImGui::BeginGroup();
        draw_outcome(scene, import, room.x);
        ImGui::EndGroup();
    } else {
        paragraph(quoted(import.fileName) + ": " + import.error, {.colour = palette().error}, room.x);
        semantics::at(ImGui::GetID("##error"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "alert", .name = import.error});
    }
    begin_dialog_foot();
    const std::string take = "Import";
    align_right(button_width("Cancel", false) + 8 + button_width(take, false));
    if (button("##cancel", "Cancel")) {
        scene.dispatch(action::CloseDialog{});
    }
    ImGui::SameLine(0, 8);
    if (button("##take", take, {.look = Look::primary, .disabled = !import.table, .description = "You can undo it"})) {
        scene.dispatch(action::ApplyImport{});
    }
}

} // namespace fullcourt::ui
