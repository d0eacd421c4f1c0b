// What can be done with what is selected in the grid. Each is one gesture with one label.
#include <algorithm>
#include <cctype>

#include "app/incoming.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "edit/practice_gestures.h"
#include "ui/grid.h"

namespace fullcourt::ui {
namespace {

constexpr double hintSeconds = 4;

std::size_t position(const std::vector<ActivityId> &rows, const ActivityId &id) {
    return static_cast<std::size_t>(std::find(rows.begin(), rows.end(), id) - rows.begin());
}

PhaseId phase_of(const Scene &scene, const ActivityId &id) {
    const Activity *activity = find(scene.grid().activities, id);
    return activity == nullptr || find(scene.grid().phases, activity->phase) == nullptr ? PhaseId() : activity->phase;
}

/// The line behind the last selected one, or before the first: an activity to trade places with, or a heading to cross.
std::optional<std::size_t> line_of(const std::vector<GridLine> &lines, const ActivityId &id) {
    const auto it = std::find_if(lines.begin(), lines.end(), [&](const GridLine &line) { return line.activity == id; });
    return it == lines.end() ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(it - lines.begin()));
}

PlanEdit moved_down(const Scene &scene, const std::vector<ActivityId> &rows) {
    const std::vector<GridLine> &lines = scene.derived.lines;
    const std::optional<std::size_t> last = line_of(lines, rows.back());
    if (!last || *last + 1 >= lines.size()) {
        return {};
    }
    const GridLine &next = lines[*last + 1];
    if (next.is_heading()) {
        const bool holds = *last + 2 < lines.size() && !lines[*last + 2].is_heading();
        return move_activities(scene.plan(), rows, next.phase, holds ? lines[*last + 2].activity : ActivityId());
    }
    const bool another = *last + 2 < lines.size() && !lines[*last + 2].is_heading();
    return move_activities(scene.plan(), rows, phase_of(scene, next.activity), another ? lines[*last + 2].activity : ActivityId());
}

PlanEdit moved_up(const Scene &scene, const std::vector<ActivityId> &rows) {
    const std::vector<GridLine> &lines = scene.derived.lines;
    const std::optional<std::size_t> first = line_of(lines, rows.front());
    if (!first || *first == 0) {
        return {};
    }
    const GridLine &before = lines[*first - 1];
    if (!before.is_heading()) {
        return move_activities(scene.plan(), rows, phase_of(scene, before.activity), before.activity);
    }
    // Over the heading, to the end of what stands before it.
    const PhaseId phase = *first >= 2 ? lines[*first - 2].phase : PhaseId();
    return move_activities(scene.plan(), rows, phase, {});
}

void move_phase_by_one(Scene &scene, bool down) {
    const std::vector<PhaseId> phases = ordered(scene.grid().phases);
    const PhaseId phase = scene.state.selection.cursor.phase;
    const auto at = std::find(phases.begin(), phases.end(), phase);
    if (at == phases.end() || (down ? at + 1 == phases.end() : at == phases.begin())) {
        return;
    }
    const PhaseId before = !down ? *(at - 1) : at + 2 == phases.end() ? PhaseId() : *(at + 2);
    scene.edit(move_phase(scene.plan(), phase, before));
}

} // namespace

SelectionKind selection_kind(const State &state) {
    const GridPlace &cursor = state.selection.cursor;
    if (!cursor.activity.empty()) {
        return cursor.role.empty() ? SelectionKind::rows : SelectionKind::cells;
    }
    if (!cursor.role.empty()) {
        return SelectionKind::columns;
    }
    return cursor.phase.empty() ? SelectionKind::none : SelectionKind::phase;
}

std::vector<ActivityId> selected_rows(const Scene &scene) {
    const SelectionKind kind = selection_kind(scene.state);
    return kind == SelectionKind::rows || kind == SelectionKind::cells ? selected_cells(scene.state).rows : std::vector<ActivityId>();
}

std::vector<RoleId> selected_columns(const Scene &scene) {
    const SelectionKind kind = selection_kind(scene.state);
    return kind == SelectionKind::columns || kind == SelectionKind::cells ? selected_cells(scene.state).columns : std::vector<RoleId>();
}

void select(const Scene &scene, const GridPlace &place, bool extend) {
    GridSelection selection{place, place};
    const GridPlace &anchor = scene.state.selection.anchor;
    // A range stays of one kind: cells with cells, rows with rows, columns with columns.
    const bool alike =
        anchor.activity.empty() == place.activity.empty() && anchor.role.empty() == place.role.empty() && place.phase.empty();
    if (extend && alike && !(anchor == GridPlace())) {
        selection.anchor = anchor;
    }
    scene.dispatch(action::Select{selection});
}

void hint(Scene &scene, std::string text) {
    platform::announce(text);
    scene.scratch.grid.hint = std::move(text);
    scene.scratch.grid.hintUntil = platform::seconds() + hintSeconds;
    platform::wake_after(hintSeconds + 0.05);
}

void put_letters(const Scene &scene, Letters letters) {
    const SelectedCells cells = selected_cells(scene.state);
    if (cells.empty()) {
        return;
    }
    if (grid_picture(scene.state) == GridPicture::asIs) {
        scene.edit(set_as_is_cells(scene.plan(), cells.rows, cells.columns, letters, scene.grid().asIsOn));
    } else {
        scene.edit(set_cells(scene.plan(), cells.rows, cells.columns, letters));
    }
}

void put_both(const Scene &scene) {
    const SelectedCells cells = selected_cells(scene.state);
    const Letters both = Letters::accountable_and_responsible();
    bool all = true;
    for (const ActivityId &row : cells.rows) {
        for (const RoleId &column : cells.columns) {
            all = all && letters_at(shown_rows(scene.state), row, column) == both;
        }
    }
    put_letters(scene, all ? Letters::one('R') : both);
}

void type_character(Scene &scene, char character, bool shift) {
    if (selection_kind(scene.state) != SelectionKind::cells) {
        return;
    }
    const char letter = static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
    if (letter == '/' || (letter == 'A' && shift)) {
        put_both(scene);
    } else if (letter == '-') {
        put_letters(scene, {});
    } else if (is_letter_of(scene.grid(), letter)) {
        put_letters(scene, Letters::one(letter));
    } else if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
        hint(scene, std::string(1, letter) + " is no letter of this grid. It knows " + letters_of(scene.grid()) + ".");
    }
}

void remove_selected(Scene &scene) {
    const SelectionKind kind = selection_kind(scene.state);
    if (kind == SelectionKind::columns) {
        scene.edit(remove_roles(scene.plan(), selected_columns(scene)));
    } else if (kind == SelectionKind::phase) {
        scene.edit(remove_phase(scene.plan(), scene.state.selection.cursor.phase));
    } else if (kind != SelectionKind::none) {
        const std::vector<ActivityId> rows = selected_rows(scene);
        const std::vector<ActivityId> all = activity_order(scene.grid());
        const std::size_t behind = rows.empty() ? all.size() : position(all, rows.back()) + 1;
        scene.edit(remove_activities(scene.plan(), rows));
        if (behind < all.size()) {
            select(scene, {{}, all[behind], scene.state.selection.cursor.role});
        }
    }
}

void clear_or_remove(Scene &scene) {
    if (selection_kind(scene.state) == SelectionKind::cells) {
        put_letters(scene, {});
    } else {
        remove_selected(scene);
    }
}

void start_naming(Scene &scene, const GridPlace &place) {
    if (!scene.editable) {
        return;
    }
    NameEdit naming{place, {}, false};
    if (!place.activity.empty()) {
        const Activity *activity = find(scene.grid().activities, place.activity);
        naming.place.role = {};
        naming.text = activity == nullptr ? std::string() : activity->name;
    } else if (!place.role.empty()) {
        const Role *role = find(scene.plan().organisation->roles, place.role);
        naming.text = role == nullptr ? std::string() : role->name;
    } else if (const Phase *phase = find(scene.grid().phases, place.phase)) {
        naming.text = phase->name;
    } else {
        return;
    }
    scene.scratch.grid.adding.reset();
    scene.scratch.grid.naming = std::move(naming);
}

void start_adding_activity(Scene &scene) {
    if (!scene.editable) {
        return;
    }
    Adding adding;
    const std::vector<ActivityId> rows = selected_rows(scene);
    if (!rows.empty()) {
        adding.after = rows.back();
        adding.phase = phase_of(scene, adding.after);
    } else if (!scene.state.selection.cursor.phase.empty()) {
        adding.phase = scene.state.selection.cursor.phase;
    } else if (!scene.derived.lines.empty()) {
        adding.phase = scene.derived.lines.back().phase;
    }
    scene.scratch.grid.naming.reset();
    scene.scratch.grid.adding = std::move(adding);
}

void start_adding_role(Scene &scene) {
    if (!scene.editable) {
        return;
    }
    Adding adding;
    adding.role = true;
    if (const std::vector<RoleId> columns = selected_columns(scene); !columns.empty()) {
        adding.afterRole = columns.back();
    }
    scene.scratch.grid.naming.reset();
    scene.scratch.grid.adding = std::move(adding);
}

void duplicate_rows(Scene &scene) {
    const std::vector<ActivityId> rows = selected_rows(scene);
    std::vector<ActivityId> made;
    scene.edit(duplicate_activities(scene.plan(), rows, scene.app.bits(), &made));
    if (!made.empty()) {
        scene.dispatch(action::Select{{{{}, made.back(), {}}, {{}, made.front(), {}}}});
    }
}

void group_rows(Scene &scene) {
    const std::vector<ActivityId> rows = selected_rows(scene);
    if (rows.empty() || !scene.editable) {
        return;
    }
    PhaseId made;
    scene.edit(add_phase(scene.plan(), "New phase", rows, scene.app.bits(), &made));
    if (!made.empty()) {
        select(scene, {made, {}, {}});
        scene.scratch.grid.naming = NameEdit{{made, {}, {}}, "New phase", false};
    }
}

void move_rows(Scene &scene, bool down) {
    if (selection_kind(scene.state) == SelectionKind::phase) {
        move_phase_by_one(scene, down);
        return;
    }
    const std::vector<ActivityId> rows = selected_rows(scene);
    if (!rows.empty()) {
        scene.edit(down ? moved_down(scene, rows) : moved_up(scene, rows));
        scene.dispatch(action::Select{scene.state.selection}); // keeps it in sight
    }
}

void move_selected_columns(Scene &scene, bool right) {
    const std::vector<RoleId> moved = selected_columns(scene);
    const std::vector<RoleId> &all = scene.derived.columns;
    if (moved.empty()) {
        return;
    }
    const auto first = std::find(all.begin(), all.end(), moved.front());
    const auto last = std::find(all.begin(), all.end(), moved.back());
    if (last == all.end() || (right ? last + 1 == all.end() : first == all.begin())) {
        return;
    }
    const RoleId before = !right ? *(first - 1) : last + 2 == all.end() ? RoleId() : *(last + 2);
    scene.edit(move_columns(scene.plan(), moved, before));
    scene.dispatch(action::Select{scene.state.selection});
}

} // namespace fullcourt::ui
