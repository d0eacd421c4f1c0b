// Where everything of the grid stands, and where findings show in it.
#include <algorithm>
#include <cmath>

#include "ui/grid.h"

namespace fullcourt::ui {
namespace {

constexpr float gridLayoutRowHeight = 36;
constexpr float gridLayoutHeadingHeight = 34;
constexpr float gridLayoutHeadHeight = 68;
constexpr float narrowestColumn = 64;
constexpr float gridLayoutWidestColumn = 112;
constexpr float narrowestNames = 168;
constexpr float widestNames = 320;
constexpr float gridLayoutCountsWidth = 92;
constexpr float addingWidth = 168;

float name_width(const Scene &scene, float width) {
    float longest = narrowestNames;
    for (const auto &[id, activity] : scene.grid().activities) {
        longest = std::max(longest, text_size(std::string_view(activity.name).substr(0, 80), {.size = type::small + 1}).x + 52);
    }
    return std::floor(std::min({longest, widestNames, std::max(narrowestNames, width * 0.3F)}));
}

void add_row(GridLayout &layout, RowKind kind, const GridLine &line, float height) {
    layout.rows.push_back({kind, line.phase, line.activity, layout.height, height});
    layout.height += height;
}

/// Whether the row that is being added comes right behind line `i`.
bool adds_behind(const std::vector<GridLine> &lines, std::size_t i, const Adding &adding) {
    if (!adding.after.empty()) {
        return lines[i].activity == adding.after;
    }
    const bool last = i + 1 == lines.size() || lines[i + 1].is_heading();
    return last && lines[i].phase == adding.phase;
}

void lay_out_rows(const Scene &scene, GridLayout &layout) {
    const std::vector<GridLine> &lines = scene.derived.lines;
    const std::optional<Adding> &adding = scene.scratch.grid.adding;
    bool pending = adding && !adding->role;
    layout.height = layout.headHeight;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool heading = lines[i].is_heading();
        if (!heading && is_folded(scene, lines[i].phase)) {
            continue;
        }
        add_row(layout, heading ? RowKind::heading : RowKind::activity, lines[i], heading ? gridLayoutHeadingHeight : gridLayoutRowHeight);
        if (pending && adds_behind(lines, i, *adding)) {
            add_row(layout, RowKind::adding, {lines[i].phase, {}}, gridLayoutRowHeight);
            pending = false;
        }
    }
    if (pending) {
        add_row(layout, RowKind::adding, {}, gridLayoutRowHeight);
    }
    add_row(layout, RowKind::foot, {}, gridLayoutRowHeight + 4 + gridLegendHeight);
}

void lay_out_columns(const Scene &scene, GridLayout &layout, float width) {
    const std::vector<RoleId> &roles = scene.derived.columns;
    const std::optional<Adding> &adding = scene.scratch.grid.adding;
    const bool pending = adding && adding->role;
    const float room = width - layout.nameWidth - layout.countsWidth - (pending ? addingWidth : 0);
    const float each =
        std::floor(std::clamp(room / std::max(1.0F, static_cast<float>(roles.size())), narrowestColumn, gridLayoutWidestColumn));
    float x = layout.nameWidth;
    const auto add = [&](const RoleId &role, float columnWidth) {
        layout.columns.push_back({role, x, columnWidth});
        x += columnWidth;
    };
    for (const RoleId &role : roles) {
        add(role, each);
        if (pending && role == adding->afterRole) {
            add(RoleId(), addingWidth);
        }
    }
    if (pending && (adding->afterRole.empty() || layout.columns.size() == roles.size())) {
        add(RoleId(), addingWidth);
    }
    layout.countsX = x;
    layout.width = x + layout.countsWidth;
}

void mark_cell(GridMarks &marks, const Finding &finding, const RoleId &role, bool shown) {
    GridMarks::Cell &cell = marks.cells[{finding.activity, role}];
    cell.severity = cell.count == 0 ? finding.severity : std::min(cell.severity, finding.severity);
    ++cell.count;
    cell.shown = cell.shown || shown;
}

} // namespace

bool is_folded(const Scene &scene, const PhaseId &phase) {
    const bool *folded = phase.empty() ? nullptr : find(scene.scratch.folded, "phase-" + phase.text);
    return folded != nullptr && *folded;
}

void fold(Scene &scene, const PhaseId &phase, bool folded) { scene.scratch.folded["phase-" + phase.text] = folded; }

GridLayout lay_out(const Scene &scene, float width) {
    GridLayout layout;
    layout.headHeight = gridLayoutHeadHeight;
    layout.nameWidth = name_width(scene, width);
    layout.countsWidth = gridLayoutCountsWidth;
    lay_out_rows(scene, layout);
    lay_out_columns(scene, layout, width);
    return layout;
}

GridMarks find_marks(const Scene &scene) {
    GridMarks marks;
    // What there is to settle is about the grid as it is to be.
    if (grid_picture(scene.state) == GridPicture::asIs) {
        return marks;
    }
    for (const Finding &finding : scene.derived.findings) {
        if (finding.section != PlanSection::grid || finding.accepted) {
            continue;
        }
        if (finding.activity.empty()) {
            marks.columns[finding.role].push_back(&finding);
            continue;
        }
        marks.rows[finding.activity].push_back(&finding);
        for (const RoleId &role : finding.cells) {
            mark_cell(marks, finding, role, finding.key == scene.state.shownFinding);
        }
    }
    return marks;
}

GridIndex index_of(const GridLayout &layout, const GridPlace &place) {
    GridIndex index{-1, -1};
    if (place == GridPlace()) {
        return {};
    }
    if (!place.role.empty()) {
        const auto it =
            std::find_if(layout.columns.begin(), layout.columns.end(), [&](const auto &column) { return column.role == place.role; });
        index.column = it == layout.columns.end() ? -2 : static_cast<int>(it - layout.columns.begin());
    }
    if (!place.activity.empty() || !place.phase.empty()) {
        const auto it = std::find_if(layout.rows.begin(), layout.rows.end(), [&](const GridRow &row) {
            return place.activity.empty() ? row.kind == RowKind::heading && row.phase == place.phase
                                          : row.kind == RowKind::activity && row.activity == place.activity;
        });
        index.row = it == layout.rows.end() ? -2 : static_cast<int>(it - layout.rows.begin());
    }
    return index.row == -2 || index.column == -2 ? GridIndex() : index;
}

GridPlace place_of(const GridLayout &layout, const GridIndex &index) {
    GridPlace place;
    if (index.row >= 0 && index.row < static_cast<int>(layout.rows.size())) {
        const GridRow &row = layout.rows[static_cast<std::size_t>(index.row)];
        if (row.kind == RowKind::heading) {
            return {row.phase, {}, {}};
        }
        place.activity = row.activity;
    }
    if (index.column >= 0 && index.column < static_cast<int>(layout.columns.size())) {
        place.role = layout.columns[static_cast<std::size_t>(index.column)].role;
    }
    return place;
}

ImRect GridFrame::cell_box(int rowIndex, int columnIndex) const {
    ImRect box;
    if (rowIndex < 0) {
        box.Min.y = view.Min.y;
        box.Max.y = view.Min.y + layout.headHeight;
    } else {
        box.Min.y = origin.y + row(rowIndex).y;
        box.Max.y = box.Min.y + row(rowIndex).height;
    }
    const bool heading = rowIndex >= 0 && row(rowIndex).kind == RowKind::heading;
    if (columnIndex < 0 || heading) {
        box.Min.x = view.Min.x;
        box.Max.x = view.Min.x + layout.nameWidth;
    } else {
        box.Min.x = origin.x + column(columnIndex).x;
        box.Max.x = box.Min.x + column(columnIndex).width;
    }
    return box;
}

bool GridFrame::in_range(int rowIndex, int columnIndex) const {
    if (!cursor.anywhere() || !anchor.anywhere()) {
        return false;
    }
    // A head stands for its whole row or column.
    const bool rows = cursor.row == -1 || (rowIndex >= std::min(cursor.row, anchor.row) && rowIndex <= std::max(cursor.row, anchor.row));
    const bool columns = cursor.column == -1 ||
                         (columnIndex >= std::min(cursor.column, anchor.column) && columnIndex <= std::max(cursor.column, anchor.column));
    return rows && columns;
}

ImGuiID place_id(const GridPlace &place) {
    const std::string text = place.phase.text + '\n' + place.activity.text + '\n' + place.role.text;
    return ImHashData(text.data(), text.size(), 0x52414349);
}

} // namespace fullcourt::ui
