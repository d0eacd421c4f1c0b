// The shortcuts, from the same table that carries them out.
#include <array>

#include "ui/dialogs.h"
#include "ui/scene.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float keysRowHeight = 30;

struct Line {
    std::string what;
    std::string keys;
};

std::string group_title(KeyGroup group) {
    switch (group) {
    case KeyGroup::page: return "Everywhere";
    case KeyGroup::moving: return "Moving in the grid";
    case KeyGroup::letters: return "Letters";
    case KeyGroup::rows: return "Activities, roles and phases";
    case KeyGroup::accounts: return "In the list of accounts";
    }
    return {};
}

/// What no single command stands for.
std::vector<Line> extra_lines(KeyGroup group) {
    if (group == KeyGroup::moving) {
        return {{"Move by a cell", "Arrows, Tab"},
                {"Select a range", "Shift+Arrows"},
                {"To the edge of the grid", chord_text(ImGuiMod_Ctrl | ImGuiKey_RightArrow)},
                {"Down, or edit a name", "Enter"},
                {"Back to one cell", "Escape"}};
    }
    if (group == KeyGroup::letters) {
        return {{"Set a letter", "R  A  S  C  I"}};
    }
    if (group == KeyGroup::accounts) {
        return {{"Find", "/"},
                {"Select several", "Shift+Arrows, Space"},
                {"Edit a cell, open an account", "Enter"},
                {"Order by a column (in the head)", "Enter, Shift+Enter"},
                {"Menu of a column or a cell", key_text(Command::contextMenu)},
                {"Move a column, or a card", key_text(Command::moveRight)},
                {"Make a column wider", chord_text(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_RightArrow)},
                {"Set the limit of a board's column", "L"}};
    }
    return {};
}

void draw_key_line(const Line &line, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle keys{.size = type::tiny, .colour = palette().text, .strong = true};
    const float keyWidth = text_size(line.keys, keys).x + 16;
    draw_line(list, {at, {at.x + width - keyWidth - 8, at.y + keysRowHeight}}, line.what, {.size = type::small + 1});
    const ImRect cap({at.x + width - keyWidth, at.y + 4}, {at.x + width, at.y + keysRowHeight - 4});
    list.AddRectFilled(cap.Min, cap.Max, palette().hover, 5);
    list.AddRect(cap.Min, cap.Max, palette().line, 5);
    draw_line(list, cap, line.keys, keys, Align::middle);
    ImGui::Dummy({width, keysRowHeight});
    semantics::at(ImGui::GetID(line.what.c_str()), {at, {at.x + width, at.y + keysRowHeight}},
                  {.role = "listitem", .name = line.what, .value = line.keys});
}

void draw_key_group(KeyGroup group, float width) {
    line(group_title(group), {.size = type::small, .colour = palette().muted, .strong = true});
    gap(6);
    for (const Line &extra : extra_lines(group)) {
        draw_key_line(extra, width);
    }
    for (const Shortcut &shortcut : shortcuts()) {
        if (shortcut.group == group) {
            draw_key_line({shortcut.what, key_text(shortcut)}, width);
        }
    }
    gap(20);
}

} // namespace

void draw_keys_dialog(Scene &scene) {
    const ImVec2 room = dialog_room();
    const float half = (room.x - 56) / 2;
    ImGui::BeginChild("##keys", room, ImGuiChildFlags_NavFlattened);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    draw_key_group(KeyGroup::page, half);
    draw_key_group(KeyGroup::moving, half);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({at.x + half + 40, at.y});
    ImGui::BeginGroup();
    draw_key_group(KeyGroup::letters, half);
    draw_key_group(KeyGroup::rows, half);
    draw_key_group(KeyGroup::accounts, half);
    ImGui::EndGroup();
    ImGui::EndChild();
    begin_dialog_foot();
    align_right(button_width("Close", false));
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace fullcourt::ui
