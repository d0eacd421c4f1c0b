// A CSV file of accounts before it is taken: how it is read, what its columns become, and what it would change.
#include <algorithm>
#include <array>

#include "base/date_words.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float accountImportRowHeight = 40;
constexpr float typeWidth = 130;
constexpr float takeWidth = 56;

action::ChangeImport unchanged(const dialog::AccountImport &import) { return {import.style, import.mapping, import.dropGone}; }

/// A caption with a choice under it.
void draw_account_style(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::array<std::string, 4> delimiters = {"Comma", "Semicolon", "Tab", "Bar"};
    constexpr std::string_view marks = ",;\t|";
    const std::array<std::string, 4> encodings = {"UTF-8", "UTF-16", "UTF-16 (big end)", "Windows-1252"};
    const std::array<std::string, 2> decimals = {"1,234.5", "1.234,5"};
    const std::array<std::string, 3> dates = {"2026-11-23", "23.11.2026", "11/23/2026"};
    action::ChangeImport change = unchanged(import);
    static const std::array<std::string, 2> headers = {"Names the columns", "Is an account"};
    // The words about the first row are the longest; numbers, dates and the separator have room to spare.
    const float each = (width - 48) / 5;
    const std::array<float, 5> widths = {each - 10, each, each + 50, each - 28, each - 12};
    bool changed = false;
    if (const auto picked =
            choice_under("##delimiter", "Separator", delimiters, static_cast<int>(marks.find(import.style.delimiter)), widths[0])) {
        change.style.delimiter = marks[static_cast<std::size_t>(*picked)];
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##encoding", "Encoding", encodings, static_cast<int>(import.style.encoding), widths[1])) {
        change.style.encoding = static_cast<CsvEncoding>(*picked);
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##header", "The first row", headers, import.style.header ? 0 : 1, widths[2])) {
        change.style.header = *picked == 0;
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##decimal", "Numbers look like", decimals, import.mapping.decimal == ',' ? 1 : 0, widths[3])) {
        change.mapping.decimal = *picked == 1 ? ',' : '.';
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##dates", "Dates look like", dates, static_cast<int>(import.mapping.dates), widths[4])) {
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

/// What becomes of a cell, as it will be shown; nothing where it cannot be read as its column's kind.
std::optional<std::string> as_read(std::string_view cell, const ImportMapping &mapping, AccountColumnType type) {
    switch (type) {
    case AccountColumnType::number: {
        const std::optional<double> number = styled_number(cell, mapping.decimal);
        return number ? std::optional(number_words(*number)) : std::nullopt;
    }
    case AccountColumnType::date: {
        const std::optional<std::int32_t> day = styled_day(cell, mapping.dates);
        return day ? std::optional(day_text(*day)) : std::nullopt;
    }
    case AccountColumnType::yesNo: {
        const std::optional<bool> yes = yes_or_no_of(cell);
        return yes ? std::optional(std::string(*yes ? "yes" : "no")) : std::nullopt;
    }
    case AccountColumnType::text:
    case AccountColumnType::category: break;
    }
    return on_one_line(cell);
}

/// A few different cells of the column as they are read: "1.234,5 → 1,234.5", "3.12.2026 → 3 Dec 2026", where that is not how they stand.
std::vector<std::string> examples(const dialog::AccountImport &import, std::size_t column) {
    const CsvTable &table = *import.table;
    constexpr std::size_t most = 4;
    constexpr std::size_t looked = 200;
    std::vector<std::string> seen;
    std::vector<std::string> shown;
    for (std::size_t row = 0; row < std::min(table.rows(), looked) && seen.size() < most; ++row) {
        const std::string cell = on_one_line(trimmed(table.cell(row, column)));
        if (cell.empty() || std::find(seen.begin(), seen.end(), cell) != seen.end()) {
            continue;
        }
        seen.push_back(cell);
        const std::optional<std::string> read = as_read(cell, import.mapping, import.mapping.columns[column].type);
        shown.push_back(cell + (!read ? " (unreadable)" : *read == cell ? "" : " → " + short_date_words(*read)));
    }
    return shown;
}

/// As many as have room, each of them whole; the first one alone may be cut.
std::string fitting_examples(const std::vector<std::string> &shown, const TextStyle &style, float width) {
    if (shown.empty()) {
        return "nothing";
    }
    std::string text = shown.front();
    for (std::size_t i = 1; i < shown.size(); ++i) {
        const std::string more = text + "  ·  " + shown[i];
        if (text_size(more, style).x > width) {
            break;
        }
        text = more;
    }
    return text;
}

void draw_column(Scene &scene, const dialog::AccountImport &import, std::size_t column, float width) {
    static const std::array<std::string, 5> types = {"Text", "Number", "Date", "Yes or no", "Category"};
    const ImportColumn &mapped = import.mapping.columns[column];
    const bool key = column == import.mapping.key;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ink = mapped.take ? palette().text : palette().muted;
    const float name = width * 0.3F;
    draw_line(list, {at, {at.x + name - 10, at.y + accountImportRowHeight}}, mapped.name,
              {.size = type::small + 1, .colour = ink, .strong = true});
    const std::size_t bad = mapped.take && column < import.imported.unreadableIn.size() ? import.imported.unreadableIn[column] : 0;
    ImRect preview({at.x + name, at.y}, {at.x + width - typeWidth - takeWidth - 16, at.y + accountImportRowHeight});
    if (bad != 0) {
        const std::string words = std::to_string(bad) + " unreadable";
        const TextStyle style{.size = type::small, .colour = palette().warning, .strong = true};
        draw_line(list, {{preview.Max.x - text_size(words, style).x - 2, preview.Min.y}, preview.Max}, words, style, Align::right);
        preview.Max.x -= text_size(words, style).x + 12;
    }
    const TextStyle quiet{.size = type::small, .colour = palette().muted};
    const std::string cells = fitting_examples(examples(import, column), quiet, preview.GetWidth());
    draw_line(list, preview, cells, quiet);
    semantics::at(ImGui::GetID(("##preview-" + std::to_string(column)).c_str()), preview,
                  {.role = "text", .name = mapped.name + ": " + cells, .value = bad == 0 ? "" : std::to_string(bad) + " unreadable"});
    ImGui::PushID(static_cast<int>(column));
    const float right = at.x + width - takeWidth;
    if (key) {
        draw_line(list, {{right - typeWidth - 4, at.y}, {at.x + width, at.y + accountImportRowHeight}}, "Tells them apart",
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
    hairline_across(list, at.x, at.x + width, at.y + accountImportRowHeight);
    ImGui::SetCursorScreenPos({at.x, at.y + accountImportRowHeight + 1});
    ImGui::Dummy({width, 0});
}

void draw_problems(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::vector<std::string> &file = import.table->problems();
    const std::vector<std::string> &cells = import.imported.problems;
    if (file.empty() && cells.empty()) {
        return;
    }
    gap(10);
    const std::string heading = counted(file.size() + cells.size() + import.imported.more, "thing to know", "things to know");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width, at.y + controlHeight}}, heading,
              {.size = type::small, .colour = palette().warning, .strong = true});
    const std::string save = "Save as a report";
    ImGui::SetCursorScreenPos({at.x + width - button_width(save, true), at.y});
    if (button("##report", save, {.icon = icon::download, .look = Look::quiet, .tooltip = "Every cell by line and column, as CSV"})) {
        scene.dispatch(action::SaveImportReport{});
    }
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
    std::vector<std::string> parts = {grouped(update.added.size()) + " new"};
    if (!update.changed.empty() || update.unchanged != 0 || !update.gone.empty()) {
        parts.push_back(grouped(update.changed.size()) + " changed");
        parts.push_back(std::to_string(update.unchanged) + " unchanged");
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

std::string source_words(const Scene &scene, const dialog::AccountImport &import) {
    const bool known = std::any_of(import.table->header().begin(), import.table->header().end(),
                                   [&](const std::string &head) { return scene.plan().accounts->importMap.contains(head); });
    std::string words = import.mapping.source == ImportSource::salesforce ? "This is an export from Salesforce. "
                        : import.mapping.source == ImportSource::hubSpot  ? "This is an export from HubSpot. "
                                                                          : "";
    words += known ? "Columns are taken as they were the last time." : words.empty() ? "" : "Its columns are known by their names.";
    return words;
}

constexpr TextStyle outcomeStyle{.size = type::small + 1, .strong = true};
constexpr float outcomeChoiceWidth = 232;

float outcome_width(const dialog::AccountImport &import, float width) {
    return import.update.gone.empty() ? width : width - outcomeChoiceWidth - 20;
}

/// As high as the choice beside the sentence, and where the sentence has two lines, with room between it and the foot.
float outcome_height(const dialog::AccountImport &import, float width) {
    return std::max(44.0F, 18 + wrapped_height(outcome(import), outcomeStyle, outcome_width(import, width)));
}

/// What it would change, above the buttons.
void draw_outcome(Scene &scene, const dialog::AccountImport &import, float width) {
    const std::string sentence = outcome(import);
    const bool gone = !import.update.gone.empty();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    paragraph(sentence, outcomeStyle, outcome_width(import, width));
    semantics::at(ImGui::GetID("##outcome"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = sentence});
    if (gone) {
        ImGui::SetCursorScreenPos({at.x + width - outcomeChoiceWidth, at.y});
        const std::array<std::string, 2> labels = {"Keep the " + grouped(import.update.gone.size()), "Remove them"};
        ImGui::BeginChild("##gone", {outcomeChoiceWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
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
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (import.work) {
        draw_progress(scene, "Reading the file", import.work->part(), room);
    } else if (import.table) {
        const float outcomeHeight = outcome_height(import, room.x);
        ImGui::BeginChild("##import", {room.x, room.y - outcomeHeight - 8}, ImGuiChildFlags_NavFlattened);
        const float width = room.x - 16;
        const std::string source = source_words(scene, import);
        if (!source.empty()) {
            line(source, {.size = type::small, .colour = palette().muted});
            semantics::at(ImGui::GetID("##source"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "note", .name = source});
            gap(10);
        }
        draw_account_style(scene, import, width);
        draw_keys(scene, import, width);
        for (std::size_t column = 0; column < import.mapping.columns.size(); ++column) {
            draw_column(scene, import, column, width);
        }
        draw_problems(scene, import, width);
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
    if (button("##take", take, {.look = Look::primary, .disabled = !import.table || import.work, .description = "You can undo it"})) {
        scene.dispatch(action::ApplyImport{});
    }
}

} // namespace fullcourt::ui
