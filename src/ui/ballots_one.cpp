// One side's ballot, to be filled in without seeing the others'.
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/ballots_parts.h"
#include "ui/icons.h"
#include "ui/key_hints.h"

namespace fullcourt::ui {
namespace {

constexpr float ballotsOneBarHeight = 44;

std::vector<BallotLine> lines_of(const Scene &scene) {
    if (const ActivityId *row = row_voted_on(scene)) {
        return {{{}, *row, scene.grid().activities.at(*row).name}};
    }
    std::vector<BallotLine> lines;
    for (const GridLine &line : scene.derived.lines) {
        if (line.is_heading()) {
            lines.push_back({scene.grid().phases.at(line.phase).name, {}, {}});
        } else {
            lines.push_back({{}, line.activity, scene.grid().activities.at(line.activity).name});
        }
    }
    return lines;
}

void draw_bar(Scene &scene, Side side, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Beside one row it would clear what stands in the others.
    const bool filled = row_voted_on(scene) == nullptr && scene.plan().ballots->grid.contains(side);
    const float clear = filled ? button_width("Clear this ballot", true) + 12 : 0;
    const std::string others = side == Side::marketing ? "sales" : "marketing";
    const ImRect room(at, {at.x + width - clear, at.y + controlHeight});
    const std::string words = "What " + std::string(side_name(side)) +
                              " thinks: " + by_hand("type R, A, S, C or I into the cells", "tap a cell and choose its letter") + ". What " +
                              others + " wrote stays hidden until the cards go up.";
    const bool fits = text_size(words, {.size = type::small + 1}).x <= room.GetWidth();
    draw_two_lines(*ImGui::GetWindowDrawList(), room, words, {.size = fits ? type::small + 1 : type::small, .colour = palette().muted},
                   Align::left);
    if (filled) {
        ImGui::SetCursorScreenPos({at.x + width - clear + 12, at.y});
        if (button("##clear", "Clear this ballot", {.icon = icon::trash2, .look = Look::ghost, .disabled = !scene.editable})) {
            scene.edit(clear_ballot(scene.plan(), side));
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + ballotsOneBarHeight});
}

void draw_mail_hint(float width) {
    paragraph(
        "Not in one room? Send the plan file (Save file). Whoever opens it fills in a ballot and sends it back; opening that file here "
        "offers to take the ballot over.",
        {.size = type::small, .colour = palette().muted}, width);
}

} // namespace

void draw_one_ballot(Scene &scene, Side side, const ImVec2 &size) {
    // Who is in one room sends no files.
    const float hintHeight = is_in_workshop(scene) ? 0 : 44;
    draw_bar(scene, side, size.x);
    const GridRows *given = find(scene.plan().ballots->grid, side);
    static const GridRows none;
    const GridRows &rows = given == nullptr ? none : *given;
    BallotTable table;
    table.lines = lines_of(scene);
    table.large = row_voted_on(scene) != nullptr;
    table.rowHeight = table.large ? largeBallotRow : table.rowHeight;
    table.draw = [&](const ActivityId &activity, const RoleId &role, const ImRect &box) {
        const Letters letters = letters_at(rows, activity, role);
        const std::string name = scene.grid().activities.at(activity).name + ", " + head_name(scene.plan().organisation->roles.at(role));
        const auto picked = letter_cell(scene, box, {.name = name, .value = letters_in_words(letters, scene.grid().extraLetters)});
        draw_chip(*ImGui::GetWindowDrawList(), box.GetCenter(), letters, table.large ? largeBallotChip : ballotChip);
        if (picked) {
            scene.edit(set_ballot_cells(scene.plan(), side, {activity}, {role}, *picked));
        }
    };
    draw_ballot_table(scene, table, {size.x, size.y - ballotsOneBarHeight - hintHeight});
    if (hintHeight > 0) {
        gap(8);
        draw_mail_hint(std::min(size.x, 900.0F));
    }
}

} // namespace fullcourt::ui
