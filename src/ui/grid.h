// The RACI grid, shared by the files that lay it out, draw it and answer keys and mouse. Private to ui/grid_*.cpp.
//
// Rows are numbered as they are drawn: phase headings and activities, then the row that adds one. -1 is the head row or
// the column of names. Content coordinates begin at the grid's own corner, heads included.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "ui/scene.h"

namespace fullcourt::ui {

enum class RowKind { heading, activity, adding, foot };

struct GridRow {
    RowKind kind = RowKind::activity;
    PhaseId phase;
    ActivityId activity;
    float y = 0;
    float height = 0;
};

struct GridColumn {
    RoleId role; ///< empty: the column that is being added
    float x = 0;
    float width = 0;
};

struct GridLayout {
    std::vector<GridRow> rows;
    std::vector<GridColumn> columns;
    float headHeight = 0;
    float nameWidth = 0;
    float countsX = 0;
    float countsWidth = 0;
    float width = 0;
    float height = 0;
};

struct GridIndex {
    int row = -2; ///< -2: nowhere
    int column = -2;

    bool anywhere() const { return row > -2; }
    friend bool operator==(const GridIndex &, const GridIndex &) = default;
};

/// Where findings show in the grid.
struct GridMarks {
    struct Cell {
        Severity severity = Severity::note;
        int count = 0;
        bool shown = false; ///< evidence of the finding that is marked in the list
    };
    std::map<ActivityId, std::vector<const Finding *>> rows;
    std::map<RoleId, std::vector<const Finding *>> columns;
    std::map<std::pair<ActivityId, RoleId>, Cell> cells;
};

/// Where the arrow that folds a phase stands in its heading.
inline constexpr float foldArrowLeft = 16;
inline constexpr float foldArrowWidth = 22;
/// The line below the rows that explains the marks.
inline constexpr float gridLegendHeight = 28;
/// Whether only the phase's heading shows. A view's own matter: it is no part of the plan.
bool is_folded(const Scene &scene, const PhaseId &phase);
void fold(Scene &scene, const PhaseId &phase, bool folded);

GridLayout lay_out(const Scene &scene, float width);
GridMarks find_marks(const Scene &scene);
GridIndex index_of(const GridLayout &layout, const GridPlace &place);
GridPlace place_of(const GridLayout &layout, const GridIndex &index);

/// One frame of the grid.
struct GridFrame {
    Scene &scene;
    GridLayout layout;
    GridMarks marks;
    ImRect view;   ///< on the screen, scroll bars excluded
    ImVec2 origin; ///< where content coordinates begin on the screen
    GridIndex cursor;
    GridIndex anchor;
    bool focused = false;

    GridScratch &scratch() const { return scene.scratch.grid; }
    int row_count() const { return static_cast<int>(layout.rows.size()); }
    int column_count() const { return static_cast<int>(layout.columns.size()); }
    const GridRow &row(int index) const { return layout.rows[static_cast<std::size_t>(index)]; }
    const GridColumn &column(int index) const { return layout.columns[static_cast<std::size_t>(index)]; }
    bool is_activity(int index) const { return index >= 0 && index < row_count() && row(index).kind == RowKind::activity; }

    /// On the screen, frozen parts where they are seen.
    ImRect cell_box(int row, int column) const;
    /// Whether the cell lies in the selected range.
    bool in_range(int row, int column) const;
};

ImGuiID place_id(const GridPlace &place);

// What is selected, and what can be done with it (grid_commands.cpp).
enum class SelectionKind { none, cells, rows, columns, phase };
SelectionKind selection_kind(const State &state);
std::vector<ActivityId> selected_rows(const Scene &scene);
std::vector<RoleId> selected_columns(const Scene &scene);

void select(const Scene &scene, const GridPlace &place, bool extend = false);
void put_letters(const Scene &scene, Letters letters);
/// Turns A/R on in the selected cells, or back to R where all have it.
void put_both(const Scene &scene);
void type_character(Scene &scene, char character, bool shift);
/// Cells are cleared; selected activities, roles or a phase are removed.
void clear_or_remove(Scene &scene);
void remove_selected(Scene &scene);
void start_naming(Scene &scene, const GridPlace &place);
void start_adding_activity(Scene &scene);
void start_adding_role(Scene &scene);
void duplicate_rows(Scene &scene);
void group_rows(Scene &scene);
void move_rows(Scene &scene, bool down);
void move_selected_columns(Scene &scene, bool right);
void hint(Scene &scene, std::string text);
/// Keeps today's letters as the picture of how it is, and shows what differs from it.
void keep_as_is(Scene &scene);

// The parts of a frame.
void handle_grid_keys(GridFrame &frame);
void handle_grid_mouse(GridFrame &frame);
void draw_cells(GridFrame &frame);
void draw_names(GridFrame &frame);
void draw_heads(GridFrame &frame);
/// Below the last row: what the counts and the corners of cells say.
void draw_marks_legend(GridFrame &frame);
void draw_drag(GridFrame &frame);
void draw_fields(GridFrame &frame);
void draw_hint(GridFrame &frame);
void draw_menus(GridFrame &frame);
void describe_grid(GridFrame &frame);
/// "Responsible for 7 activities, accountable for 1", "2 are responsible, nobody is accountable"; nothing where no counts show.
std::string counts_in_words(const GridFrame &frame, const GridPlace &place);
/// "3 things to settle", or nothing.
std::string settle_text(std::size_t count);

} // namespace fullcourt::ui
