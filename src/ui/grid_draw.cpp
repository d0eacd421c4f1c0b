// The grid as drawn: cells, then the frozen names, then the frozen heads, then what lies over all of them. Only what
// is in sight is drawn.
#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/date_words.h"
#include "base/text.h"
#include "model/rows.h"
#include "ui/grid.h"
#include "ui/icons.h"
#include "ui/panel.h"

namespace fullcourt::ui {
namespace {

/// A piece of "R 3 · A 1", in a finding's colour where a rule speaks of it.
struct CountPiece {
    std::string text;
    ImU32 colour = 0;
};

/// "R 3", with a thin space.
std::string count_text(char letter, const LetterCount &count) {
    return std::string(1, letter) + "\u2009" + std::to_string(count.of(letter));
}

ImU32 rule_colour(const std::vector<const Finding *> *findings, std::initializer_list<std::string_view> codes) {
    if (findings != nullptr) {
        for (const Finding *finding : *findings) {
            if (std::find(codes.begin(), codes.end(), finding->rule) != codes.end()) {
                return palette().severity(finding->severity);
            }
        }
    }
    return palette().muted;
}

template <class Key> const std::vector<const Finding *> *findings_of(const std::map<Key, std::vector<const Finding *>> &map,
                                                                     const Key &key) {
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

Severity worst(const std::vector<const Finding *> &findings) {
    Severity severity = Severity::note;
    for (const Finding *finding : findings) {
        severity = std::min(severity, finding->severity);
    }
    return severity;
}

void draw_pieces(ImDrawList &list, const ImRect &box, std::span<const CountPiece> pieces, Align align) {
    const float space = 7;
    float width = -space;
    const auto style = [](const CountPiece &piece) {
        return TextStyle{.size = type::tiny, .colour = piece.colour, .strong = piece.colour != palette().muted};
    };
    for (const CountPiece &piece : pieces) {
        width += text_size(piece.text, style(piece)).x + space;
    }
    float x = align == Align::middle ? box.Min.x + (box.GetWidth() - width) / 2 : box.Min.x;
    for (const CountPiece &piece : pieces) {
        const float each = text_size(piece.text, style(piece)).x;
        draw_line(list, {{x, box.Min.y}, {x + each + 1, box.Max.y}}, piece.text, style(piece));
        x += each + space;
    }
}

std::vector<CountPiece> row_pieces(const GridFrame &frame, const ActivityId &activity) {
    const auto counts = frame.scene.derived.rowCounts.find(activity);
    const auto *findings = findings_of(frame.marks.rows, activity);
    if (counts == frame.scene.derived.rowCounts.end() || grid_picture(frame.scene.state) == GridPicture::asIs) {
        return {};
    }
    std::vector<CountPiece> pieces = {
        {count_text('R', counts->second),
         rule_colour(findings, {"raci.no-responsible", "raci.many-responsible", "raci.support-alone", "raci.empty-activity"})},
        {count_text('A', counts->second), rule_colour(findings, {"raci.no-accountable", "raci.many-accountable", "raci.empty-activity"})}};
    if (const ImU32 drag = rule_colour(findings, {"raci.consult-drag"}); drag != palette().muted) {
        pieces.push_back({count_text('C', counts->second), drag});
    }
    return pieces;
}

std::vector<CountPiece> column_pieces(const GridFrame &frame, const RoleId &role) {
    const auto counts = frame.scene.derived.columnCounts.find(role);
    const auto *findings = findings_of(frame.marks.columns, role);
    if (counts == frame.scene.derived.columnCounts.end() || grid_picture(frame.scene.state) == GridPicture::asIs) {
        return {};
    }
    return {{count_text('R', counts->second), rule_colour(findings, {"raci.overloaded-role", "raci.idle-role", "raci.spectator-role"})},
            {count_text('A', counts->second), rule_colour(findings, {"raci.accountability-bottleneck", "raci.idle-role"})}};
}

std::pair<int, int> rows_in_sight(const GridFrame &frame) {
    int first = 0;
    while (first < frame.row_count() &&
           frame.origin.y + frame.row(first).y + frame.row(first).height < frame.view.Min.y + frame.layout.headHeight) {
        ++first;
    }
    int last = first;
    while (last < frame.row_count() && frame.origin.y + frame.row(last).y < frame.view.Max.y) {
        ++last;
    }
    return {first, last};
}

std::pair<int, int> columns_in_sight(const GridFrame &frame) {
    int first = 0;
    const float left = frame.view.Min.x + frame.layout.nameWidth;
    while (first < frame.column_count() && frame.origin.x + frame.column(first).x + frame.column(first).width < left) {
        ++first;
    }
    int last = first;
    while (last < frame.column_count() && frame.origin.x + frame.column(last).x < frame.view.Max.x) {
        ++last;
    }
    return {first, last};
}

void draw_corner_mark(ImDrawList &list, const ImRect &box, const GridMarks::Cell &mark) {
    // Only what is being settled calls out; the rest is there for those who look.
    const float size = mark.shown ? 9.0F : 6.0F;
    const ImU32 colour = mark.shown ? palette().severity(mark.severity) : palette().edge;
    list.AddTriangleFilled({box.Max.x - size, box.Min.y}, {box.Max.x, box.Min.y}, {box.Max.x, box.Min.y + size}, colour);
}

void draw_cursor(GridFrame &frame, ImDrawList &list, ImRect box) {
    const ImU32 colour = frame.focused ? palette().accent : palette().edge;
    box.Expand(-0.5F);
    list.AddRect(box.Min, box.Max, colour, 4, 0, frame.focused ? 2.0F : 1.0F);
}

/// A note on the cell: a folded lower corner.
void draw_note_mark(ImDrawList &list, const ImRect &box) {
    constexpr float size = 7;
    list.AddTriangleFilled({box.Min.x + 1, box.Max.y - size - 2}, {box.Min.x + 1 + size, box.Max.y - 2}, {box.Min.x + 1, box.Max.y - 2},
                           palette().note);
}

/// A frame around the cell, and in it what stood here before, crossed out, beside what stands here now.
void draw_difference(ImDrawList &list, const ImRect &box, Letters before, Letters now) {
    list.AddRectFilled({box.Min.x + 2, box.Min.y + 2}, {box.Max.x - 2, box.Max.y - 3}, palette().noteSoft, 4);
    list.AddRect({box.Min.x + 2, box.Min.y + 2}, {box.Max.x - 2, box.Max.y - 3}, palette().note, 4);
    const std::string was = before.empty() ? "–" : before.text();
    constexpr float between = 8;
    const TextStyle style{.size = type::body, .colour = palette().muted, .strong = true};
    const float old = text_size(was, style).x;
    constexpr float large = 24;
    constexpr float small = 18; ///< where both would not fit beside each other
    constexpr float inset = 7;
    const bool fits = old + between + letters_width(now, large) <= box.GetWidth() - 2 * inset;
    const float high = fits ? large : small;
    const float chip = now.empty() ? 0 : letters_width(now, high);
    const float left = std::floor(box.GetCenter().x - (old + (now.empty() ? 0 : between + chip)) / 2);
    draw_line(list, {{left, box.Min.y}, {left + old + 1, box.Max.y}}, was, style);
    if (!before.empty()) {
        const float y = std::floor(box.GetCenter().y);
        list.AddRectFilled({left - 2, y - 1}, {left + old + 2, y + 0.5F}, palette().text);
    }
    draw_chip(list, {left + old + between + chip / 2, box.GetCenter().y}, now, high);
}

void draw_cell(GridFrame &frame, ImDrawList &list, int row, int column) {
    const ImRect box = frame.cell_box(row, column);
    const GridPlace place = place_of(frame.layout, {row, column});
    const bool several = frame.cursor != frame.anchor || frame.cursor.row == -1 || frame.cursor.column == -1;
    if (several && frame.in_range(row, column)) {
        list.AddRectFilled(box.Min, box.Max, palette().chosen);
    }
    const Letters letters = letters_at(shown_rows(frame.scene.state), place.activity, place.role);
    const Letters before = grid_picture(frame.scene.state) == GridPicture::differences
                               ? letters_at(frame.scene.grid().asIs, place.activity, place.role)
                               : letters;
    if (before != letters) {
        draw_difference(list, box, before, letters);
    } else {
        // Under a finger as large as what answers to it.
        draw_chip(list, box.GetCenter(), letters, design().setting.touch ? controlHeight : 24);
    }
    if (find_at(frame.scene.grid().notes, place.activity, place.role) != nullptr) {
        draw_note_mark(list, box);
    }
    if (const auto mark = frame.marks.cells.find({place.activity, place.role}); mark != frame.marks.cells.end()) {
        draw_corner_mark(list, box, mark->second);
    }
    if (frame.cursor == GridIndex{row, column}) {
        draw_cursor(frame, list, box);
    }
    ImGui::ItemAdd(box, place_id(place), nullptr, ImGuiItemFlags_NoNav);
    ++frame.scratch().drawnCells;
}

bool row_hovered(const GridFrame &frame, int row) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImRect box = frame.cell_box(row, -1);
    const bool idle = frame.scratch().drag.kind == DragKind::none && ImGui::IsWindowHovered();
    return idle && mouse.y >= box.Min.y && mouse.y < box.Max.y && mouse.y > frame.view.Min.y + frame.layout.headHeight &&
           frame.view.Contains(mouse);
}

bool column_hovered(const GridFrame &frame, int column) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImRect box = frame.cell_box(-1, column);
    const bool idle = frame.scratch().drag.kind == DragKind::none && ImGui::IsWindowHovered();
    return idle && mouse.x >= box.Min.x && mouse.x < box.Max.x && mouse.x > frame.view.Min.x + frame.layout.nameWidth &&
           frame.view.Contains(mouse);
}

void draw_row_of_cells(GridFrame &frame, ImDrawList &list, int row, const std::pair<int, int> &columns) {
    const ImRect name = frame.cell_box(row, -1);
    if (row_hovered(frame, row)) {
        list.AddRectFilled({frame.view.Min.x, name.Min.y}, {frame.view.Max.x, name.Max.y}, palette().hover);
    }
    for (int column = columns.first; column < columns.second; ++column) {
        if (!frame.column(column).role.empty()) {
            draw_cell(frame, list, row, column);
        }
    }
    const float x = frame.origin.x + frame.layout.countsX;
    draw_pieces(list, {{x + 16, name.Min.y}, {x + frame.layout.countsWidth, name.Max.y}}, row_pieces(frame, frame.row(row).activity),
                Align::left);
}

/// A small mark in the colour of the worst finding; its shape tells the severities apart too. Quieter than the list
/// beside the grid: the room works through that, the grid only points.
void draw_mark(ImDrawList &list, const ImVec2 &centre, Severity severity) {
    const ImU32 colour = palette().severity(severity);
    if (severity == Severity::error) {
        list.AddCircleFilled(centre, 3.5F, colour);
    } else if (severity == Severity::warning) {
        list.AddTriangleFilled({centre.x - 4.5F, centre.y + 3.5F}, {centre.x, centre.y - 4.5F}, {centre.x + 4.5F, centre.y + 3.5F}, colour);
    } else {
        list.AddCircle(centre, 3, colour, 0, 1.5F);
    }
}

void draw_activity_name(GridFrame &frame, ImDrawList &list, int row) {
    const ImRect box = frame.cell_box(row, -1);
    const GridPlace place = place_of(frame.layout, {row, -1});
    const Activity *activity = find(frame.scene.grid().activities, place.activity);
    const bool selected = selection_kind(frame.scene.state) == SelectionKind::rows && frame.in_range(row, -1);
    if (selected || row_hovered(frame, row)) {
        list.AddRectFilled(box.Min, box.Max, selected ? palette().chosen : palette().hover);
    }
    if (row_hovered(frame, row) && frame.scene.editable) {
        draw_icon(list, {box.Min.x + 9, box.GetCenter().y}, icon::gripVertical, 13, palette().muted);
    }
    const auto *findings = findings_of(frame.marks.rows, place.activity);
    if (findings != nullptr) {
        draw_mark(list, {box.Min.x + 26, box.GetCenter().y}, worst(*findings));
    }
    const std::string name = activity == nullptr ? std::string() : activity->name;
    const bool unnamed = name.empty();
    const std::string shown = unnamed ? "Unnamed" : name;
    const ImRect text({box.Min.x + 40, box.Min.y}, {box.Max.x - 8, box.Max.y});
    draw_two_lines(list, text, shown, {.size = type::small + 1, .colour = unnamed ? palette().muted : palette().text}, Align::left);
    if (frame.cursor == GridIndex{row, -1}) {
        draw_cursor(frame, list, box);
    }
    ImGui::ItemAdd(box, place_id(place), nullptr, ImGuiItemFlags_NoNav);
}

/// "4 activities, 2 things to settle": what a folded phase keeps out of sight.
std::string folded_words(const GridFrame &frame, int row) {
    std::size_t activities = 0;
    std::size_t open = 0;
    for (const auto &[id, activity] : frame.scene.grid().activities) {
        if (activity.phase == frame.row(row).phase) {
            ++activities;
            const auto *findings = findings_of(frame.marks.rows, id);
            open += findings == nullptr ? 0 : findings->size();
        }
    }
    const std::string settle = settle_text(open);
    return counted(activities, "activity", "activities") + (settle.empty() ? "" : ", " + settle);
}

void draw_heading(GridFrame &frame, ImDrawList &list, int row) {
    const ImRect box = frame.cell_box(row, -1);
    const ImRect whole({frame.view.Min.x, box.Min.y}, {frame.view.Max.x, box.Max.y});
    const Phase *phase = find(frame.scene.grid().phases, frame.row(row).phase);
    const bool selected = frame.cursor.row == row;
    list.AddRectFilled(whole.Min, whole.Max, selected ? palette().chosen : palette().canvas);
    if (row_hovered(frame, row) && frame.scene.editable) {
        draw_icon(list, {box.Min.x + 9, box.GetCenter().y}, icon::gripVertical, 13, palette().muted);
    }
    const std::string name = phase == nullptr || phase->name.empty() ? std::string("Unnamed phase") : phase->name;
    const bool folded = is_folded(frame.scene, frame.row(row).phase);
    draw_icon(list, {box.Min.x + foldArrowLeft + foldArrowWidth / 2, box.GetCenter().y}, folded ? icon::chevronRight : icon::chevronDown,
              14, palette().muted);
    draw_line(list, {{box.Min.x + 40, box.Min.y}, {whole.Max.x - 8, box.Max.y}}, folded ? name + "  ·  " + folded_words(frame, row) : name,
              {.size = type::small, .colour = palette().muted, .strong = true});
    if (selected) {
        draw_cursor(frame, list, whole);
    }
    ImGui::ItemAdd(whole, place_id(place_of(frame.layout, {row, -1})), nullptr, ImGuiItemFlags_NoNav);
}

void draw_head(GridFrame &frame, ImDrawList &list, int column) {
    const ImRect box = frame.cell_box(-1, column);
    const GridPlace place = place_of(frame.layout, {-1, column});
    const Role *role = find(frame.scene.plan().organisation->roles, place.role);
    const bool selected = selection_kind(frame.scene.state) == SelectionKind::columns && frame.in_range(-1, column);
    if (selected || column_hovered(frame, column)) {
        list.AddRectFilled(box.Min, box.Max, selected ? palette().chosen : palette().hover);
    }
    const std::string name = role == nullptr ? place.role.text : head_name(*role).empty() ? std::string("Unnamed") : head_name(*role);
    draw_two_lines(list, {{box.Min.x + 3, box.Min.y + 6}, {box.Max.x - 3, box.Max.y - 22}}, name, {.size = type::small, .strong = true});
    const ImRect foot({box.Min.x, box.Max.y - 23}, {box.Max.x, box.Max.y - 6});
    draw_pieces(list, foot, column_pieces(frame, place.role), Align::middle);
    if (const auto *findings = findings_of(frame.marks.columns, place.role)) {
        draw_mark(list, {box.Max.x - 8, box.Min.y + 9}, worst(*findings));
    }
    if (frame.cursor == GridIndex{-1, column}) {
        draw_cursor(frame, list, box);
    }
    ImGui::ItemAdd(box, place_id(place), nullptr, ImGuiItemFlags_NoNav);
}

void draw_cross_hairs(GridFrame &frame, ImDrawList &list, const std::pair<int, int> &rows) {
    for (int row = rows.first; row < rows.second; ++row) {
        const float y = std::floor(frame.origin.y + frame.row(row).y + frame.row(row).height) - 1;
        if (frame.row(row).kind != RowKind::foot) {
            hairline_across(list, frame.view.Min.x, frame.view.Max.x, y);
        }
    }
}

} // namespace

std::string counts_in_words(const GridFrame &frame, const GridPlace &place) {
    if (grid_picture(frame.scene.state) == GridPicture::asIs) {
        return {};
    }
    if (!place.activity.empty()) {
        const LetterCount *counts = find(frame.scene.derived.rowCounts, place.activity);
        const auto some = [&](char letter) {
            const auto count = static_cast<std::size_t>(counts->of(letter));
            return (count == 0 ? "nobody is " : counted(count, "is ", "are ")) + std::string(letter_meaning(letter));
        };
        return counts == nullptr ? std::string() : capitalised(some('R') + ", " + some('A'));
    }
    const LetterCount *counts = find(frame.scene.derived.columnCounts, place.role);
    if (counts == nullptr) {
        return {};
    }
    return "Responsible for " + counted(static_cast<std::size_t>(counts->of('R')), "activity", "activities") + ", accountable for " +
           std::to_string(counts->of('A'));
}

void draw_marks_legend(GridFrame &frame) {
    const ImRect foot = frame.cell_box(frame.row_count() - 1, -1);
    const float top = frame.scene.editable ? foot.Max.y - gridLegendHeight : foot.Min.y;
    if (grid_picture(frame.scene.state) == GridPicture::asIs || frame.marks.cells.empty() ||
        top < frame.view.Min.y + frame.layout.headHeight) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImGui::PushClipRect(frame.view.Min, frame.view.Max, true);
    const TextStyle style{.size = type::tiny, .colour = palette().muted};
    constexpr float side = 16;   ///< of what stands before some words
    constexpr float between = 6; ///< it and the words
    float x = frame.view.Min.x + 40;
    // What has no room is left out whole.
    const auto entry = [&](const std::string &text, const std::function<void(const ImRect &)> &mark) {
        const float left = x + (mark ? side + between : 0);
        const float width = text_size(text, style).x;
        if (left + width > frame.view.Max.x - between) {
            return;
        }
        if (mark) {
            const float y = std::floor(top + (gridLegendHeight - side) / 2);
            mark({{x, y}, {x + side, y + side}});
        }
        draw_line(list, {{left, top}, {left + width + 1, top + gridLegendHeight}}, text, style);
        x = left + width + 20;
    };
    const auto square = [&](const ImRect &box) { list.AddRect(box.Min, box.Max, palette().outline, 2); };
    entry("R, A: how often responsible, accountable", {});
    entry("part of something to settle", [&](const ImRect &box) {
        square(box);
        draw_corner_mark(list, box, {});
    });
    if (!frame.scene.grid().notes.empty()) {
        entry("has a note", [&](const ImRect &box) {
            square(box);
            draw_note_mark(list, box);
        });
    }
    const auto marks = [](const auto &findings, Severity severity) {
        return std::any_of(findings.begin(), findings.end(), [&](const auto &one) { return worst(one.second) == severity; });
    };
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        if (marks(frame.marks.rows, severity) || marks(frame.marks.columns, severity)) {
            entry(lowered(severity_title(severity)), [&](const ImRect &box) { draw_mark(list, box.GetCenter(), severity); });
        }
    }
    ImGui::PopClipRect();
}

std::string settle_text(std::size_t count) { return count == 0 ? std::string() : counted(count, "thing to settle", "things to settle"); }

void draw_cells(GridFrame &frame) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const auto rows = rows_in_sight(frame);
    const auto columns = columns_in_sight(frame);
    frame.scratch().drawnCells = 0;
    ImGui::PushClipRect({frame.view.Min.x, frame.view.Min.y + frame.layout.headHeight}, frame.view.Max, true);
    for (int row = rows.first; row < rows.second; ++row) {
        if (frame.row(row).kind == RowKind::activity) {
            draw_row_of_cells(frame, list, row, columns);
        }
    }
    draw_cross_hairs(frame, list, rows);
    ImGui::PopClipRect();
}

void draw_names(GridFrame &frame) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect names({frame.view.Min.x, frame.view.Min.y + frame.layout.headHeight},
                       {frame.view.Min.x + frame.layout.nameWidth, frame.view.Max.y});
    const auto rows = rows_in_sight(frame);
    ImGui::PushClipRect(names.Min, names.Max, true);
    list.AddRectFilled(names.Min, names.Max, palette().surface);
    for (int row = rows.first; row < rows.second; ++row) {
        if (frame.row(row).kind == RowKind::activity) {
            draw_activity_name(frame, list, row);
        }
    }
    draw_cross_hairs(frame, list, rows);
    ImGui::PopClipRect();
    ImGui::PushClipRect(names.Min, frame.view.Max, true);
    for (int row = rows.first; row < rows.second; ++row) {
        if (frame.row(row).kind == RowKind::heading) {
            draw_heading(frame, list, row);
        }
    }
    hairline_down(list, names.Max.x - 1, names.Min.y, std::min(names.Max.y, frame.origin.y + frame.row(frame.row_count() - 1).y));
    ImGui::PopClipRect();
}

void draw_heads(GridFrame &frame) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float bottom = frame.view.Min.y + frame.layout.headHeight;
    const float left = frame.view.Min.x + frame.layout.nameWidth;
    ImGui::PushClipRect({left, frame.view.Min.y}, {frame.view.Max.x, bottom}, true);
    list.AddRectFilled({left, frame.view.Min.y}, {frame.view.Max.x, bottom}, palette().surface);
    const auto columns = columns_in_sight(frame);
    for (int column = columns.first; column < columns.second; ++column) {
        if (!frame.column(column).role.empty()) {
            draw_head(frame, list, column);
        }
    }
    ImGui::PopClipRect();
    list.AddRectFilled(frame.view.Min, {left, bottom}, palette().surface);
    const bool asIs = grid_picture(frame.scene.state) == GridPicture::asIs;
    draw_line(list, {{frame.view.Min.x + 40, bottom - 25}, {left - 8, bottom - 5}},
              asIs ? "As it was on " + short_date_words(frame.scene.grid().asIsOn) : std::string("Activity"),
              {.size = type::tiny, .colour = palette().muted, .strong = true});
    hairline_across(list, frame.view.Min.x, frame.view.Max.x, bottom - 1);
    hairline_down(list, left - 1, frame.view.Min.y, bottom);
    // A shade says that something lies beneath the frozen names.
    if (frame.origin.x < frame.view.Min.x) {
        const ImU32 dark = palette().shadow;
        list.AddRectFilledMultiColor({left, frame.view.Min.y}, {left + 8, frame.view.Max.y}, dark, dark & 0x00FFFFFFU, dark & 0x00FFFFFFU,
                                     dark);
    }
}

void draw_drag(GridFrame &frame) {
    const GridDrag &drag = frame.scratch().drag;
    if (!drag.moving || drag.target < 0) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (drag.kind == DragKind::columns) {
        const float edge = drag.target >= frame.column_count() ? frame.layout.countsX : frame.column(drag.target).x;
        const float x = frame.origin.x + edge;
        list.AddRectFilled({x - 1.5F, frame.view.Min.y}, {x + 1.5F, frame.view.Max.y}, palette().accent, 2);
    } else if (drag.kind == DragKind::rows || drag.kind == DragKind::phase) {
        const float y = frame.origin.y + frame.row(drag.target).y;
        list.AddRectFilled({frame.view.Min.x, y - 1.5F}, {frame.view.Max.x, y + 1.5F}, palette().accent, 2);
    }
    ImGui::SetMouseCursor(drag.kind == DragKind::cells ? ImGuiMouseCursor_Arrow : ImGuiMouseCursor_ResizeAll);
}

void draw_hint(GridFrame &frame) {
    GridScratch &scratch = frame.scratch();
    if (scratch.hint.empty() || !frame.cursor.anywhere()) {
        return;
    }
    if (platform::seconds() >= scratch.hintUntil) {
        scratch.hint.clear();
        return;
    }
    const TextStyle style{.size = type::small, .colour = palette().inverseText};
    const ImVec2 size = text_size(scratch.hint, style);
    const ImRect cell = frame.cell_box(frame.cursor.row, frame.cursor.column);
    const float x = std::clamp(cell.Min.x, frame.view.Min.x + 8, std::max(frame.view.Min.x + 8, frame.view.Max.x - size.x - 28));
    const bool above = cell.Max.y + 40 > frame.view.Max.y;
    const float y = above ? cell.Min.y - 36 : cell.Max.y + 4;
    const ImRect box({x, y}, {x + size.x + 20, y + 30});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().inverse, rounding);
    draw_line(list, {{box.Min.x + 10, box.Min.y}, box.Max}, scratch.hint, style);
}

} // namespace fullcourt::ui
