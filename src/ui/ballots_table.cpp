// The table of the ballots: heads and names stay while the cells scroll, and a cell takes a letter typed or picked.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/ballots_parts.h"
#include "ui/fades.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float ballotsTableHeadHeight = 48;
constexpr float largeHeadHeight = 60;
constexpr float largeColumn = 96; ///< from here on its head is as large as a title
constexpr float ballotsTableHeadingHeight = 34;
constexpr float ballotsTableLeastColumn = 72;
constexpr float mostColumn = 132;
constexpr float largestColumn = 180;
constexpr float nameShare = 0.3F;
constexpr float leastNames = 168;
constexpr int rowsBeyond = 3; ///< out of sight, for the arrow keys to reach

struct Places {
    ImRect view;   ///< of the child
    ImVec2 origin; ///< of the first cell, scrolled
    float names = 0;
    float column = 0;
    float end = 0; ///< left of what stands behind the cells
    float endWidth = 0;
    float head = ballotsTableHeadHeight;
};

void draw_column_heads(const Scene &scene, const BallotTable &table, const Places &places) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(places.view.Min, {places.view.Max.x, places.view.Min.y + places.head}, palette().surface);
    ImGui::PushClipRect({places.view.Min.x + places.names, places.view.Min.y}, places.view.Max, true);
    const TextStyle style{.size = table.large ? (places.column < largeColumn ? type::body : type::title) : type::tiny,
                          .colour = palette().muted,
                          .strong = true};
    float x = places.origin.x;
    for (const RoleId &role : scene.derived.columns) {
        const std::string name = head_name(scene.plan().organisation->roles.at(role));
        draw_two_lines(list, {{x + 2, places.view.Min.y}, {x + places.column - 2, places.view.Min.y + places.head}}, name, style);
        x += places.column;
    }
    x = places.end;
    for (const ColumnHead &head : table.ends) {
        draw_line(list, {{x, places.view.Min.y}, {x + head.width, places.view.Min.y + places.head}}, head.name, style, head.align);
        x += head.width;
    }
    ImGui::PopClipRect();
    const float foot = places.view.Min.y + places.head;
    hairline_across(list, places.view.Min.x, places.view.Max.x, foot - 1, palette().edge);
}

/// A cell that the arrow keys brought under the heads or the names comes out again.
void show_cell(const ImRect &box, const Places &places) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavJustMovedToId == 0 || g.NavJustMovedToId != g.LastItemData.ID) {
        return;
    }
    const float over = places.view.Min.y + places.head - box.Min.y;
    if (over > 0) {
        ImGui::SetScrollY(ImGui::GetScrollY() - over);
    }
    const float left = places.view.Min.x + places.names - box.Min.x;
    if (left > 0) {
        ImGui::SetScrollX(ImGui::GetScrollX() - left);
    }
}

void draw_cells(Scene &scene, const BallotTable &table, const BallotLine &line, float y, const Places &places) {
    ImGui::PushID(line.activity.text.c_str());
    float x = places.origin.x;
    for (const RoleId &role : scene.derived.columns) {
        const ImRect box({x, y}, {x + places.column, y + table.rowHeight});
        ImGui::PushID(role.text.c_str());
        table.draw(line.activity, role, box);
        show_cell(box, places);
        ImGui::PopID();
        x += places.column;
    }
    if (table.end) {
        table.end(line.activity, {{places.end, y}, {places.end + places.endWidth, y + table.rowHeight}});
    }
    ImGui::PopID();
}

float height_of(const BallotTable &table, const BallotLine &line) {
    return line.activity.empty() ? ballotsTableHeadingHeight : table.rowHeight;
}

template <class Visit> void each_line(const BallotTable &table, const Places &places, float beyond, const Visit &visit) {
    float y = places.origin.y;
    for (const BallotLine &line : table.lines) {
        const float height = height_of(table, line);
        if (y + height > places.view.Min.y - beyond && y < places.view.Max.y + beyond) {
            visit(line, y);
        }
        y += height;
    }
}

void draw_names(const BallotTable &table, const Places &places) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(places.view.Min, {places.view.Min.x + places.names, places.view.Max.y}, palette().surface);
    each_line(table, places, 0, [&](const BallotLine &line, float y) {
        const float foot = y + height_of(table, line);
        const ImRect box({places.view.Min.x + 4, y}, {places.view.Min.x + places.names - 8, foot});
        if (line.activity.empty()) {
            draw_line(list, {{box.Min.x, y + 8}, box.Max}, line.heading, {.size = type::small, .colour = palette().muted, .strong = true});
        } else if (!table.large) {
            draw_line(list, box, line.name, {.size = type::small + 1});
        }
        hairline_across(list, places.view.Min.x, places.view.Max.x, foot - 1);
    });
}

std::optional<Letters> typed_letters(const RaciGrid &grid) {
    const ImGuiIO &io = ImGui::GetIO();
    if (io.WantTextInput || io.KeyCtrl || io.KeyAlt) {
        return std::nullopt;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Delete, ImGuiInputFlags_None) || ImGui::IsKeyPressed(ImGuiKey_Backspace, ImGuiInputFlags_None)) {
        return Letters();
    }
    for (const ImWchar typed : io.InputQueueCharacters) {
        const char letter = typed > ' ' && typed < 127 ? static_cast<char>(std::toupper(static_cast<int>(typed))) : '\0';
        if (letter == '/') {
            return Letters::accountable_and_responsible();
        }
        if (letter == '-') {
            return Letters();
        }
        if (letter != '\0' && is_letter_of(grid, letter)) {
            return Letters::one(letter);
        }
    }
    return std::nullopt;
}

/// In the order in which they are picked most.
std::vector<Letters> letters_to_pick(const RaciGrid &grid) {
    std::vector<Letters> all = {Letters::one('R'), Letters::one('A'), Letters::accountable_and_responsible()};
    for (const char letter : std::string_view(grid.scheme == LetterScheme::rasci ? "SCI" : "CI")) {
        all.push_back(Letters::one(letter));
    }
    for (const auto &[letter, meaning] : grid.extraLetters) {
        all.push_back(Letters::one(letter));
    }
    return all;
}

std::optional<Letters> letter_menu(Scene &scene, const CellChoice &choice) {
    std::optional<Letters> picked;
    const auto words = [&](Letters letters) { return capitalised(letters_in_words(letters, scene.grid().extraLetters)); };
    menu("##letters", choice.name, [&] {
        menu_heading(choice.name);
        for (std::size_t i = 0; i < choice.first.size(); ++i) {
            const Letters letters = choice.first[i];
            if (menu_item(choice.said[i] + ": " + words(letters),
                          {.icon = letters.empty() ? icon::minus : nullptr, .letters = letters, .besideLetters = true})) {
                picked = letters;
            }
        }
        if (!choice.first.empty()) {
            menu_line();
        }
        for (const Letters letters : letters_to_pick(scene.grid())) {
            if (menu_item(words(letters), {.shortcut = letters.text(), .letters = letters})) {
                picked = letters;
            }
        }
        if (menu_item("Nothing", {.icon = icon::x, .shortcut = "-", .besideLetters = true})) {
            picked = Letters();
        }
        if (const auto typed = typed_letters(scene.grid())) {
            picked = typed;
            ImGui::CloseCurrentPopup();
        }
    });
    return picked;
}

} // namespace

void draw_ballot_table(Scene &scene, const BallotTable &table, const ImVec2 &size) {
    ImGui::BeginChild("##ballot-table", size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    Places places;
    places.head = table.large ? largeHeadHeight : ballotsTableHeadHeight;
    places.view = ImGui::GetCurrentWindow()->InnerRect;
    for (const ColumnHead &head : table.ends) {
        places.endWidth += head.width;
    }
    const auto columns = static_cast<float>(scene.derived.columns.size());
    const float left = places.view.GetWidth() - places.endWidth - columns * ballotsTableLeastColumn;
    places.names = table.large ? 0 : std::floor(std::clamp(left, leastNames, std::max(leastNames, size.x * nameShare)));
    const float room = places.view.GetWidth() - places.names - places.endWidth;
    places.column =
        std::floor(std::clamp(room / std::max(1.0F, columns), ballotsTableLeastColumn, table.large ? largestColumn : mostColumn));
    places.origin = {corner.x + places.names, corner.y + places.head};
    places.end = places.origin.x + columns * places.column;

    ImGui::PushClipRect({places.view.Min.x + places.names, places.view.Min.y + places.head}, places.view.Max, true);
    each_line(table, places, rowsBeyond * table.rowHeight, [&](const BallotLine &line, float y) {
        if (!line.activity.empty()) {
            draw_cells(scene, table, line, y, places);
        }
    });
    ImGui::PopClipRect();
    draw_names(table, places);
    draw_column_heads(scene, table, places);
    keep_still_around({{places.view.Min.x + places.names, places.view.Min.y + places.head}, places.view.Max});

    float height = places.head;
    for (const BallotLine &line : table.lines) {
        height += height_of(table, line);
    }
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({places.names + columns * places.column + places.endWidth, height});
    ImGui::EndChild();
}

std::optional<Letters> letter_cell(Scene &scene, const ImRect &box, const CellChoice &choice) {
    ImGui::SetCursorScreenPos(box.Min);
    if (std::exchange(scene.scratch.workshop.startVoting, false)) {
        focus_here();
    }
    ImGui::BeginDisabled(!scene.editable);
    if (ImGui::InvisibleButton("##cell", box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        ImGui::OpenPopup("##letters");
    }
    const bool focused = ImGui::IsItemFocused();
    const bool hovered = ImGui::IsItemHovered();
    const ImRect inner({box.Min.x + 2, box.Min.y + 2}, {box.Max.x - 2, box.Max.y - 3});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (hovered) {
        list.AddRectFilled(inner.Min, inner.Max, palette().hover, rounding);
    }
    // In a room nobody tries out where to click.
    if (box.GetHeight() >= largeBallotRow && !choice.framed) {
        list.AddRect(inner.Min, inner.Max, palette().outline, rounding);
    }
    if (focused || ImGui::IsPopupOpen("##letters")) {
        list.AddRect(inner.Min, inner.Max, palette().accent, rounding, 0, 2);
    }
    semantics::item({.role = "button", .name = choice.name, .value = choice.value, .expanded = ImGui::IsPopupOpen("##letters")});
    ImGui::EndDisabled();
    std::optional<Letters> picked;
    if (ImGui::IsPopupOpen("##letters")) {
        const ImGuiLastItemData cell = ImGui::GetCurrentContext()->LastItemData;
        ImGui::SetNextWindowPos({box.Min.x, box.Max.y + 2}, ImGuiCond_Appearing);
        picked = letter_menu(scene, choice);
        ImGui::GetCurrentContext()->LastItemData = cell;
    } else if (focused && scene.editable) {
        picked = typed_letters(scene.grid());
    }
    return picked;
}

} // namespace fullcourt::ui
