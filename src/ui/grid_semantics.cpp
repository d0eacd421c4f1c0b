// The grid for the accessibility mirror: every row, head and cell, in sight or not.
#include "ui/fields.h"
#include "ui/grid.h"

namespace fullcourt::ui {
namespace {

ImGuiID row_id(const GridPlace &place) { return place_id(place) ^ 0x80000000U; }

std::size_t count_of(const GridFrame &frame, const GridPlace &place) {
    if (!place.activity.empty() && !place.role.empty()) {
        const auto it = frame.marks.cells.find({place.activity, place.role});
        return it == frame.marks.cells.end() ? 0 : static_cast<std::size_t>(it->second.count);
    }
    if (!place.activity.empty()) {
        const auto it = frame.marks.rows.find(place.activity);
        return it == frame.marks.rows.end() ? 0 : it->second.size();
    }
    const auto it = frame.marks.columns.find(place.role);
    return it == frame.marks.columns.end() ? 0 : it->second.size();
}

std::string with_count(const std::string &name, std::size_t count) { return count == 0 ? name : name + ", " + settle_text(count); }

/// What a click on the place would do, for somebody who has no mouse.
void answer(GridFrame &frame, const GridPlace &place, const GridIndex &index) {
    const ImGuiID id = place_id(place);
    const bool activated = semantics::take_activation(id);
    if (!activated && !semantics::take_focus(id)) {
        return;
    }
    select(frame.scene, place);
    ImGui::FocusWindow(ImGui::GetCurrentWindow());
    if (activated && index.row >= 0 && index.column >= 0) {
        frame.scratch().openMenu = "##grid-menu";
        frame.scratch().menuAt = frame.cell_box(index.row, index.column).GetBL();
    } else if (activated) {
        start_naming(frame.scene, place);
    }
}

void describe(GridFrame &frame, const GridIndex &index, semantics::Node node) {
    const GridPlace place = place_of(frame.layout, index);
    answer(frame, place, index);
    node.row = index.row + 2;
    node.column = index.column + 2;
    node.focused = frame.focused && frame.cursor == index;
    node.selected = frame.cursor == index || (index.row >= 0 && index.column >= 0 && frame.in_range(index.row, index.column));
    semantics::at(place_id(place), frame.cell_box(index.row, index.column), std::move(node));
}

void describe_heads(GridFrame &frame) {
    const ImRect box(frame.view.Min, {frame.view.Max.x, frame.view.Min.y + frame.layout.headHeight});
    const semantics::Group row(ImGui::GetID("##head-row"), box, {.role = "row", .name = "Roles", .row = 1});
    for (int column = 0; column < frame.column_count(); ++column) {
        const RoleId &role = frame.column(column).role;
        if (!role.empty()) {
            const GridPlace place{{}, {}, role};
            describe(frame, {-1, column},
                     {.role = "columnheader",
                      .name = with_count(role_name(frame.scene, role), count_of(frame, place)),
                      .description = counts_in_words(frame, place)});
        }
    }
}

/// ", was consulted": where the cell differs from how it was, and that is shown.
std::string was_words(const Scene &scene, const GridPlace &place, const RoleId &role, Letters now) {
    const Letters before = letters_at(scene.grid().asIs, place.activity, role);
    if (grid_picture(scene.state) != GridPicture::differences || before == now) {
        return {};
    }
    return ", was " + letters_in_words(before, scene.grid().extraLetters);
}

void describe_row(GridFrame &frame, int row, const Activity &activity) {
    const GridPlace place = place_of(frame.layout, {row, -1});
    const ImRect name = frame.cell_box(row, -1);
    const ImRect box(name.Min, {frame.view.Max.x, name.Max.y});
    const semantics::Group group(row_id(place), box, {.role = "row", .name = activity.name, .row = row + 2});
    describe(
        frame, {row, -1},
        {.role = "rowheader", .name = with_count(activity.name, count_of(frame, place)), .description = counts_in_words(frame, place)});
    for (int column = 0; column < frame.column_count(); ++column) {
        const RoleId &role = frame.column(column).role;
        if (role.empty()) {
            continue;
        }
        const Letters letters = letters_at(shown_rows(frame.scene.state), place.activity, role);
        const std::string words = letters_in_words(letters, frame.scene.grid().extraLetters);
        const std::string start =
            activity.name + ", " + role_name(frame.scene, role) + ": " + words + was_words(frame.scene, place, role, letters);
        describe(frame, {row, column},
                 {.role = "gridcell", .name = with_count(start, count_of(frame, {{}, place.activity, role})), .value = letters.text()});
    }
}

} // namespace

void describe_grid(GridFrame &frame) {
    if (!semantics::collecting()) {
        return;
    }
    const semantics::Group grid(ImGui::GetID("##grid-semantics"), frame.view, {.role = "grid", .name = "RACI grid"});
    describe_heads(frame);
    for (int row = 0; row < frame.row_count(); ++row) {
        if (frame.row(row).kind == RowKind::heading) {
            const GridPlace place = place_of(frame.layout, {row, -1});
            const Phase *phase = find(frame.scene.grid().phases, place.phase);
            const ImRect name = frame.cell_box(row, -1);
            const semantics::Group group(row_id(place), {name.Min, {frame.view.Max.x, name.Max.y}},
                                         {.role = "row", .name = {}, .row = row + 2});
            describe(frame, {row, -1},
                     {.role = "rowheader",
                      .name = "Phase: " + (phase == nullptr ? std::string() : phase->name),
                      .expanded = !is_folded(frame.scene, place.phase)});
        } else if (const Activity *activity = find(frame.scene.grid().activities, frame.row(row).activity)) {
            describe_row(frame, row, *activity);
        }
    }
}

} // namespace fullcourt::ui
