// A CSV file of contacts, or of what they did, before it is taken: how it is read, which column holds what, and what it would change.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float contactImportRowHeight = 40;

action::ChangeContactImport unchanged(const dialog::ContactImport &import) { return {import.style, import.mapping}; }

void draw_contact_style(Scene &scene, const dialog::ContactImport &import, float width) {
    const std::array<std::string, 2> rows = {"A contact", "Something a contact did"};
    const std::array<std::string, 4> delimiters = {"Comma", "Semicolon", "Tab", "Bar"};
    constexpr std::string_view marks = ",;\t|";
    const std::array<std::string, 4> encodings = {"UTF-8", "UTF-16", "UTF-16 (big end)", "Windows-1252"};
    const std::array<std::string, 3> dates = {"2026-11-23", "23.11.2026", "11/23/2026"};
    action::ChangeContactImport change = unchanged(import);
    const float each = (width - 36) / 4;
    bool changed = false;
    if (const auto picked = choice_under("##rows", "A row is", rows, import.mapping.activities ? 1 : 0, each)) {
        change.mapping.activities = *picked == 1;
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked =
            choice_under("##delimiter", "Separator", delimiters, static_cast<int>(marks.find(import.style.delimiter)), each)) {
        change.style.delimiter = marks[static_cast<std::size_t>(*picked)];
        changed = true;
    }
    ImGui::SameLine(0, 12);
    if (const auto picked = choice_under("##encoding", "Encoding", encodings, static_cast<int>(import.style.encoding), each)) {
        change.style.encoding = static_cast<CsvEncoding>(*picked);
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

std::string examples(const CsvTable &table, std::size_t column) {
    std::vector<std::string> values;
    constexpr std::size_t most = 3;
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
    return text;
}

void draw_field(Scene &scene, const dialog::ContactImport &import, ContactField field, float width) {
    const std::string name(contact_field_name(field));
    const std::size_t *column = find(import.mapping.columns, field);
    std::vector<std::string> labels = {"Not in the file"};
    labels.insert(labels.end(), import.table->header().begin(), import.table->header().end());
    const int chosen = column == nullptr ? 0 : static_cast<int>(*column) + 1;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + width * 0.24F, at.y + contactImportRowHeight}}, name,
              {.size = type::small + 1, .colour = column == nullptr ? palette().muted : palette().text, .strong = true});
    ImGui::SetCursorScreenPos({at.x + width * 0.25F, at.y + 4});
    ImGui::BeginChild(("##field-" + name).c_str(), {width * 0.28F, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##column", "Column of " + name, labels, chosen)) {
        action::ChangeContactImport change = unchanged(import);
        if (*picked == 0) {
            change.mapping.columns.erase(field);
        } else {
            change.mapping.columns[field] = static_cast<std::size_t>(*picked - 1);
        }
        scene.dispatch(change);
    }
    ImGui::EndChild();
    draw_line(list, {{at.x + width * 0.55F, at.y}, {at.x + width, at.y + contactImportRowHeight}},
              column == nullptr ? std::string() : examples(*import.table, *column), {.size = type::small, .colour = palette().muted});
    hairline_across(list, at.x, at.x + width, at.y + contactImportRowHeight);
    ImGui::SetCursorScreenPos({at.x, at.y + contactImportRowHeight + 1});
    ImGui::Dummy({width, 0});
}

void draw_problems(const dialog::ContactImport &import, float width) {
    const std::vector<std::string> &file = import.table->problems();
    const std::vector<std::string> &rows = import.update.problems;
    const std::size_t all = file.size() + rows.size() + import.update.more;
    if (all == 0) {
        return;
    }
    gap(10);
    line(counted(all, "thing to know", "things to know"), {.size = type::small, .colour = palette().warning, .strong = true});
    gap(4);
    constexpr std::size_t most = 40;
    std::size_t shown = 0;
    for (const std::vector<std::string> *problems : {&file, &rows}) {
        for (const std::string &problem : *problems) {
            if (shown++ < most) {
                paragraph(problem, {.size = type::small}, width);
                semantics::at(ImGui::GetID(problem.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                              {.role = "listitem", .name = problem});
                gap(3);
            }
        }
    }
    if (all > most) {
        paragraph("And " + std::to_string(all - most) + " more.", {.size = type::small, .colour = palette().muted}, width);
    }
}

std::string outcome(const dialog::ContactImport &import) {
    const ContactUpdate &update = import.update;
    std::string words;
    if (import.mapping.activities) {
        words = counted(update.activities, "activity", "activities") + " new";
        words += update.repeated == 0 ? "." : ", " + std::to_string(update.repeated) + " there already.";
    } else {
        words = std::to_string(update.added.size()) + " new, " + std::to_string(update.changed.size()) + " changed and " +
                std::to_string(update.unchanged) + " unchanged.";
    }
    if (update.leftOut != 0) {
        words += " " + counted(update.leftOut, "row is", "rows are") + " left out.";
    }
    return words;
}

} // namespace

void draw_contact_import_dialog(Scene &scene, const dialog::ContactImport &import) {
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float outcomeHeight = 44;
    if (import.table) {
        ImGui::BeginChild("##import", {room.x, room.y - outcomeHeight - 8}, ImGuiChildFlags_NavFlattened);
        const float width = room.x - 16;
        draw_contact_style(scene, import, width);
        paragraph(import.mapping.activities
                      ? "Who did something is found by the contact's id, else by the name."
                      : "Contacts are told apart by their id, else by name and account. What the file leaves empty stays as "
                        "it is here.",
                  {.size = type::small, .colour = palette().muted}, width);
        gap(6);
        for (const ContactField field : contact_fields(import.mapping.activities)) {
            draw_field(scene, import, field, width);
        }
        draw_problems(import, width);
        ImGui::EndChild();
        ImGui::SetCursorScreenPos({at.x, at.y + room.y - outcomeHeight + 6});
        const std::string sentence = outcome(import);
        line(sentence, {.strong = true});
        semantics::at(ImGui::GetID("##outcome"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = sentence});
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
    const bool nothing = import.update.added.empty() && import.update.changed.empty();
    if (button("##take", take, {.look = Look::primary, .disabled = !import.table || nothing, .description = "You can undo it"})) {
        scene.dispatch(action::ApplyContactImport{});
    }
}

} // namespace fullcourt::ui
