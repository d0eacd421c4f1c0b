// Keyboard and mouse in the table of accounts: moving, selecting, ordering, typing into a cell.
#include <algorithm>
#include <cmath>
#include <utility>

#include "edit/account_gestures.h"
#include "edit/account_list_gestures.h"
#include "ui/account_table.h"
#include "ui/dragging.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float edgeReach = 5; ///< how near to a lane's edge the mouse takes hold of it
constexpr float leastWidth = 40;
constexpr float mostWidth = 800;
constexpr float widthStep = 16; ///< of a key

/// A field takes two frames to get the caret; what is typed meanwhile waits for it, in order.
void hand_over_typed(Scene &scene, CellEdit &editing) {
    ImVector<ImWchar> &queue = ImGui::GetIO().InputQueueCharacters;
    editing.typed.insert(editing.typed.end(), queue.begin(), queue.end());
    queue.resize(0);
    scene.scratch.animates = true;
    if (ImGui::GetIO().WantTextInput) {
        for (const ImWchar typed : std::exchange(editing.typed, {})) {
            queue.push_back(typed);
        }
    }
}

bool is_chosen_from_list(const AccountColumnId &column) { return column == stageColumn() || column == podColumn(); }

// ---- Where the cursor stands

std::size_t cursor_place(const TableFrame &frame) {
    const auto &cursor = frame.scratch().cursor;
    const auto at = cursor ? std::find(frame.rows.begin(), frame.rows.end(), *cursor) : frame.rows.end();
    return static_cast<std::size_t>(at - frame.rows.begin());
}

std::size_t lane_place(const TableFrame &frame) {
    const auto at = std::find_if(frame.lanes.begin(), frame.lanes.end(), [&](const Lane &lane) { return lane.by == frame.scratch().lane; });
    const auto name = std::find_if(frame.lanes.begin(), frame.lanes.end(), [](const Lane &lane) { return lane.by == byName; });
    return static_cast<std::size_t>((at == frame.lanes.end() ? name : at) - frame.lanes.begin());
}

void go_to(TableFrame &frame, std::size_t place, bool extend) {
    if (frame.rows.empty()) {
        return;
    }
    const std::uint32_t row = frame.rows[std::min(place, frame.rows.size() - 1)];
    if (extend) {
        select_up_to(frame.scene, frame.rows, row);
    } else {
        select_account(frame.scene, row, false);
    }
    frame.scratch().reveal = true;
}

void move_by(TableFrame &frame, long long step, bool extend) {
    AccountTableScratch &scratch = frame.scratch();
    const std::size_t place = cursor_place(frame);
    if (scratch.onHead) {
        scratch.onHead = step < 0;
        if (step > 0) {
            go_to(frame, 0, false);
        }
        return;
    }
    if (place == frame.rows.size()) {
        go_to(frame, 0, false);
        return;
    }
    if (step == -1 && place == 0 && !extend) {
        scratch.onHead = true;
        return;
    }
    const auto last = static_cast<long long>(frame.rows.size()) - 1;
    go_to(frame, static_cast<std::size_t>(std::clamp(static_cast<long long>(place) + step, 0LL, last)), extend);
}

void move_across(TableFrame &frame, int step) {
    const std::size_t place = lane_place(frame);
    const auto last = static_cast<int>(frame.lanes.size()) - 1;
    frame.scratch().lane = frame.lanes[static_cast<std::size_t>(std::clamp(static_cast<int>(place) + step, 0, last))].by;
    frame.scratch().reveal = true;
}

long long page_of(const TableFrame &frame) { return std::max(1LL, static_cast<long long>(frame.body.GetHeight() / tableRowHeight) - 1); }

bool handle_moves(TableFrame &frame) {
    const ImGuiIO &io = ImGui::GetIO();
    if (io.KeyAlt) {
        return false;
    }
    const bool extend = io.KeyShift;
    const bool far = io.KeyCtrl;
    const ImGuiKeyChord mods = (extend ? ImGuiMod_Shift : 0) | (far ? ImGuiMod_Ctrl : 0);
    const auto all = static_cast<long long>(frame.rows.size());
    if (is_pressed(mods | ImGuiKey_UpArrow)) {
        move_by(frame, far ? -all : -1, extend);
    } else if (is_pressed(mods | ImGuiKey_DownArrow)) {
        move_by(frame, far ? all : 1, extend);
    } else if (is_pressed(mods | ImGuiKey_PageUp)) {
        move_by(frame, -page_of(frame), extend);
    } else if (is_pressed(mods | ImGuiKey_PageDown)) {
        move_by(frame, page_of(frame), extend);
    } else if (is_pressed(mods | ImGuiKey_LeftArrow)) {
        move_across(frame, far ? -1000 : -1);
    } else if (is_pressed(mods | ImGuiKey_RightArrow)) {
        move_across(frame, far ? 1000 : 1);
    } else if (is_pressed(mods | ImGuiKey_Home)) {
        far ? move_by(frame, -all, extend) : move_across(frame, -1000);
    } else if (is_pressed(mods | ImGuiKey_End)) {
        far ? move_by(frame, all, extend) : move_across(frame, 1000);
    } else {
        return false;
    }
    return true;
}

// ---- What is done to a lane

/// The column that the lane at `gap` stands for; empty: none after it.
AccountColumnId column_from(const std::vector<Lane> &lanes, std::size_t gap) {
    for (std::size_t i = gap; i < lanes.size(); ++i) {
        if (lanes[i].movable()) {
            return lanes[i].column;
        }
    }
    return {};
}

void move_lane(TableFrame &frame, int step) {
    const std::size_t place = lane_place(frame);
    const Lane &lane = frame.lanes[place];
    if (!lane.movable() || !frame.scene.editable) {
        return;
    }
    if (step > 0) {
        frame.scene.edit(move_account_column(frame.scene.plan(), lane.column, column_from(frame.lanes, place + 2)));
        return;
    }
    for (std::size_t i = place; i-- > 0;) {
        if (frame.lanes[i].movable()) {
            frame.scene.edit(move_account_column(frame.scene.plan(), lane.column, frame.lanes[i].column));
            return;
        }
    }
}

void widen(const TableFrame &frame, const Lane &lane, float width) {
    if (!lane.column.empty() && frame.scene.editable) {
        frame.scene.edit(widen_account_column(frame.scene.plan(), lane.column, static_cast<int>(std::lround(width))));
    }
}

bool handle_commands(TableFrame &frame) {
    AccountTableScratch &scratch = frame.scratch();
    Scene &scene = frame.scene;
    const Lane &lane = frame.lanes[lane_place(frame)];
    if (pressed(Command::selectAll)) {
        select_all_shown(scene, frame.rows);
    } else if (is_pressed(ImGuiKey_Escape)) {
        select_none(scene);
    } else if (is_pressed(ImGuiKey_Tab) || is_pressed(ImGuiMod_Shift | ImGuiKey_Tab)) {
        scene.scratch.focus = ImGui::GetIO().KeyShift ? Region::topbar : Region::panel;
    } else if (is_pressed(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_LeftArrow)) {
        widen(frame, lane, lane.width - widthStep);
    } else if (is_pressed(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_RightArrow)) {
        widen(frame, lane, lane.width + widthStep);
    } else if (pressed(Command::moveLeft) || pressed(Command::moveRight)) {
        move_lane(frame, pressed(Command::moveRight) ? 1 : -1);
    } else if (pressed(Command::contextMenu)) {
        const ImRect box = frame.lane_box(lane);
        const std::size_t place = cursor_place(frame);
        const bool head = scratch.onHead || place == frame.rows.size();
        open_table_menu(scene, head ? "##head-menu" : "##cell-menu", lane.by,
                        head ? ImVec2(box.Min.x, box.Min.y + tableHeadHeight) : ImVec2(box.Min.x, frame.row_box(place).Max.y));
    } else if (is_pressed(ImGuiKey_Enter) || is_pressed(ImGuiKey_KeypadEnter) || is_pressed(ImGuiMod_Shift | ImGuiKey_Enter) ||
               pressed(Command::rename)) {
        if (scratch.onHead) {
            order_by(scene, lane.by, ImGui::GetIO().KeyShift);
        } else if (scratch.cursor && lane.by == laneCheck) {
            toggle_account(scene, *scratch.cursor);
        } else if (scratch.cursor && !lane.column.empty()) {
            start_editing(frame, *scratch.cursor, lane);
        } else if (scratch.cursor) {
            select_account(scene, *scratch.cursor, true);
        }
    } else if (is_pressed(ImGuiKey_Space) && scratch.cursor) {
        toggle_account(scene, *scratch.cursor);
    } else {
        return false;
    }
    return true;
}

/// What is typed on a cell takes the place of what stands in it, as in a spreadsheet.
void type_into_cell(TableFrame &frame, ImWchar typed) {
    AccountTableScratch &scratch = frame.scratch();
    const Lane &lane = frame.lanes[lane_place(frame)];
    if (typed <= ' ' || scratch.onHead || !scratch.cursor || is_chosen_from_list(lane.column)) {
        return;
    }
    if (!scratch.editing) {
        start_editing(frame, *scratch.cursor, lane);
    }
    if (scratch.editing) {
        scratch.editing->text.clear();
        scratch.editing->typed.push_back(typed);
    }
}

void handle_typing(TableFrame &frame) {
    ImGuiIO &io = ImGui::GetIO();
    for (const ImWchar typed : io.InputQueueCharacters) {
        if (types(Command::help, typed)) {
            frame.scene.dispatch(action::ShowKeys{});
        } else if (typed == '/') {
            frame.scratch().openMenu = "##find"; // the field takes the caret
        } else {
            type_into_cell(frame, typed);
        }
    }
    io.InputQueueCharacters.resize(0);
}

// ---- The mouse

/// The place of the row under a point; the number of rows where there is none.
std::size_t row_under(const TableFrame &frame, const ImVec2 &at) {
    if (!frame.body.Contains(at)) {
        return frame.rows.size();
    }
    const double place = (static_cast<double>(at.y - frame.body.Min.y) + static_cast<double>(frame.scroll.y)) / tableRowHeight;
    return std::min(static_cast<std::size_t>(place), frame.rows.size());
}

const Lane *lane_under(const TableFrame &frame, const ImVec2 &at) {
    if (!frame.view.Contains(at)) {
        return nullptr;
    }
    const bool frozen = at.x < frame.view.Min.x + frame.frozen;
    for (const Lane &lane : frame.lanes) {
        const ImRect box = frame.lane_box(lane);
        if (lane.frozen == frozen && at.x >= box.Min.x && at.x < box.Max.x) {
            return &lane;
        }
    }
    return nullptr;
}

/// The lane whose right edge is under the point, in the head.
const Lane *edge_under(const TableFrame &frame, const ImVec2 &at) {
    if (!frame.view.Contains(at) || at.y >= frame.view.Min.y + tableHeadHeight || !frame.scene.editable) {
        return nullptr;
    }
    for (const Lane &lane : frame.lanes) {
        const float x = frame.lane_box(lane).Max.x;
        const bool beneath = !lane.frozen && x < frame.view.Min.x + frame.frozen;
        if (!lane.column.empty() && !beneath && std::abs(at.x - x) <= edgeReach) {
            return &lane;
        }
    }
    return nullptr;
}

bool on_head(const TableFrame &frame, const ImVec2 &at) { return frame.view.Contains(at) && at.y < frame.view.Min.y + tableHeadHeight; }

void press_head(TableFrame &frame, const Lane &lane, const ImVec2 &at) {
    AccountTableScratch &scratch = frame.scratch();
    const ImRect box = frame.lane_box(lane);
    scratch.lane = lane.by;
    if (lane.by == laneCheck) {
        const bool all = scratch.selected.size() > 1 && scratch.selected.size() >= frame.rows.size();
        all ? select_none(frame.scene) : select_all_shown(frame.scene, frame.rows);
    } else if (lane.can_filter() && at.x > box.Max.x - 28) {
        open_table_menu(frame.scene, "##filter", lane.by, {box.Min.x, box.Min.y + tableHeadHeight});
    } else {
        scratch.drag = {TableDragKind::lane, at, false, lane.by, lane.width, -1};
    }
}

void press_row(TableFrame &frame, std::size_t place, const Lane &lane, const ImVec2 &at) {
    AccountTableScratch &scratch = frame.scratch();
    const ImGuiIO &io = ImGui::GetIO();
    const std::uint32_t row = frame.rows[place];
    scratch.lane = lane.by;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && !lane.column.empty()) {
        scratch.drag = {};
        start_editing(frame, row, lane);
        return;
    }
    if (io.KeyShift) {
        select_up_to(frame.scene, frame.rows, row);
    } else if (io.KeyCtrl || lane.by == laneCheck) {
        toggle_account(frame.scene, row);
    } else {
        select_account(frame.scene, row, true);
    }
    scratch.drag = {TableDragKind::rows, at, false, lane.by, 0, -1};
}

void press(TableFrame &frame, const ImVec2 &at, bool right) {
    const Lane *lane = lane_under(frame, at);
    const std::size_t place = row_under(frame, at);
    if (lane == nullptr) {
        return;
    }
    if (const Lane *edge = right ? nullptr : edge_under(frame, at)) {
        frame.scratch().drag = {TableDragKind::width, at, false, edge->by, edge->width, -1};
    } else if (on_head(frame, at)) {
        if (right) {
            open_table_menu(frame.scene, "##head-menu", lane->by, at);
        } else {
            press_head(frame, *lane, at);
        }
    } else if (place < frame.rows.size()) {
        if (!right) {
            press_row(frame, place, *lane, at);
            return;
        }
        if (!is_selected(frame.scratch(), frame.rows[place])) {
            select_account(frame.scene, frame.rows[place], false);
        }
        frame.scratch().lane = lane->by;
        open_table_menu(frame.scene, "##cell-menu", lane->by, at);
    }
}

int nearest_gap(const TableFrame &frame, float x) {
    int best = 0;
    float distance = FLT_MAX;
    for (std::size_t i = 0; i < frame.lanes.size(); ++i) {
        const ImRect box = frame.lane_box(frame.lanes[i]);
        for (const bool behind : {false, true}) {
            const float away = std::abs((behind ? box.Max.x : box.Min.x) - x);
            if (away < distance) {
                distance = away;
                best = static_cast<int>(i) + (behind ? 1 : 0);
            }
        }
    }
    return best;
}

void continue_drag(TableFrame &frame, const ImVec2 &at) {
    TableDrag &drag = frame.scratch().drag;
    drag.moving = drag.moving || std::abs(at.x - drag.from.x) > dragThreshold || std::abs(at.y - drag.from.y) > dragThreshold;
    if (!drag.moving) {
        return;
    }
    if (drag.kind == TableDragKind::rows) {
        scroll_at_edges(frame.body, Along::down);
        const float y = std::clamp(at.y, frame.body.Min.y + 1, frame.body.Max.y - 1);
        const std::size_t place = row_under(frame, {frame.body.Min.x + 1, y});
        if (place < frame.rows.size() && frame.scratch().cursor != frame.rows[place]) {
            select_up_to(frame.scene, frame.rows, frame.rows[place]);
        }
    } else if (drag.kind == TableDragKind::width) {
        drag.width = std::clamp(drag.width + at.x - drag.from.x, leastWidth, mostWidth);
        drag.from = at;
    } else if (drag.kind == TableDragKind::lane) {
        const Lane *lane = frame.lane(drag.lane);
        drag.target = lane != nullptr && lane->movable() ? nearest_gap(frame, at.x) : -1;
        scroll_at_edges({{frame.view.Min.x + frame.frozen, frame.view.Min.y}, frame.view.Max}, Along::across);
    }
}

void drop(TableFrame &frame) {
    const TableDrag drag = std::exchange(frame.scratch().drag, {});
    const Lane *lane = frame.lane(drag.lane);
    if (lane == nullptr || drag.kind == TableDragKind::rows) {
        return;
    }
    if (drag.kind == TableDragKind::width) {
        if (drag.moving) {
            widen(frame, *lane, drag.width);
        }
    } else if (!drag.moving) {
        order_by(frame.scene, lane->by, ImGui::GetIO().KeyShift);
    } else if (drag.target >= 0 && frame.scene.editable) {
        frame.scene.edit(
            move_account_column(frame.scene.plan(), lane->column, column_from(frame.lanes, static_cast<std::size_t>(drag.target))));
    }
}

void draw_lane_drag(const TableFrame &frame) {
    const TableDrag &drag = frame.scratch().drag;
    if (drag.kind != TableDragKind::lane || !drag.moving || drag.target < 0) {
        return;
    }
    const auto target = static_cast<std::size_t>(drag.target);
    const bool last = target >= frame.lanes.size();
    const ImRect box = frame.lane_box(frame.lanes[last ? frame.lanes.size() - 1 : target]);
    const float x = last ? box.Max.x : box.Min.x;
    ImGui::GetWindowDrawList()->AddRectFilled({x - 1, frame.view.Min.y}, {x + 1, frame.body.Max.y}, palette().accent);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

/// Rows for a range, heads to be moved, and the edges between them.
void offer_grips(TableFrame &frame) {
    Scene &scene = frame.scene;
    const auto offer = [&](const ImVec2 &from, const ImVec2 &to, platform::Grip grip, const ImRect &box) {
        ImGui::PushClipRect(from, to, true);
        offer_grip(scene, grip, box);
        ImGui::PopClipRect();
    };
    const double top = frame.scroll.y / tableRowHeight;
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(top)));
    const auto last = static_cast<std::size_t>(std::max(0.0, std::ceil(top + frame.body.GetHeight() / tableRowHeight)));
    for (std::size_t place = first; place < std::min(last, frame.rows.size()); ++place) {
        offer(frame.body.Min, frame.body.Max, platform::Grip::lifted, frame.row_box(place));
    }
    const float bottom = frame.view.Min.y + tableHeadHeight;
    for (const Lane &lane : frame.lanes) {
        const ImRect box = frame.lane_box(lane);
        const ImVec2 from(lane.frozen ? frame.view.Min.x : frame.view.Min.x + frame.frozen, frame.view.Min.y);
        if (lane.movable()) {
            offer(from, {frame.view.Max.x, bottom}, platform::Grip::lifted, {box.Min, {box.Max.x, bottom}});
        }
        if (!lane.column.empty()) {
            offer(from, {frame.view.Max.x, bottom}, platform::Grip::across,
                  {{box.Max.x - edgeReach, box.Min.y}, {box.Max.x + edgeReach, bottom}});
        }
    }
}

} // namespace

void handle_table_keys(TableFrame &frame) {
    const bool dragged = frame.scratch().drag.moving || is_called_back(frame.scene);
    const bool busy = frame.scratch().editing || dragged || ImGui::GetIO().WantTextInput;
    if (!frame.focused || busy || frame.lanes.empty()) {
        return;
    }
    // Else Dear ImGui takes the keyboard out of the child window before anybody can ask for the key.
    ImGui::SetKeyOwner(ImGuiKey_Escape, ImGui::GetID("##escape"));
    if (!handle_moves(frame) && !handle_commands(frame)) {
        handle_typing(frame);
    }
}

void handle_table_mouse(TableFrame &frame) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    offer_grips(frame);
    if (frame.scratch().drag.kind != TableDragKind::none) {
        if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            continue_drag(frame, at);
            draw_lane_drag(frame);
        } else {
            drop(frame);
        }
        return;
    }
    if (frame.scratch().editing || !ImGui::IsWindowHovered() || !frame.view.Contains(at)) {
        return;
    }
    if (edge_under(frame, at) != nullptr) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) || ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
        SelectedAccounts before = selected_now(frame.scene);
        press(frame, at, ImGui::IsMouseClicked(ImGuiMouseButton_Right));
        frame.scratch().drag.before = std::move(before);
    }
}

void start_editing(TableFrame &frame, std::uint32_t row, const Lane &lane) {
    if (!frame.scene.editable || lane.column.empty()) {
        return;
    }
    AccountTableScratch &scratch = frame.scratch();
    scratch.cursor = row;
    scratch.lane = lane.by;
    scratch.reveal = true;
    if (is_chosen_from_list(lane.column)) {
        const auto place = static_cast<std::size_t>(std::find(frame.rows.begin(), frame.rows.end(), row) - frame.rows.begin());
        open_table_menu(frame.scene, "##choices", lane.by, {frame.lane_box(lane).Min.x, frame.row_box(place).Max.y});
        return;
    }
    scratch.editing = CellEdit{AccountId(std::string(frame.accounts().table.key(row))), lane.column,
                               frame.accounts().table.text(lane.column, row), false};
}

void draw_cell_field(TableFrame &frame) {
    AccountTableScratch &scratch = frame.scratch();
    if (!scratch.editing || !scratch.cursor) {
        scratch.editing.reset();
        return;
    }
    CellEdit &editing = *scratch.editing;
    const Lane *lane = frame.lane(scratch.lane);
    const std::size_t place = cursor_place(frame);
    if (lane == nullptr || place == frame.rows.size() || lane->column != editing.column) {
        scratch.editing.reset();
        return;
    }
    ImRect box = frame.lane_box(*lane);
    const ImRect row = frame.row_box(place);
    box.Min = {std::max(box.Min.x + 2, frame.view.Min.x + (lane->frozen ? 0 : frame.frozen)), row.Min.y + 2};
    box.Max = {std::min(std::max(box.Max.x - 2, box.Min.x + 120), frame.view.Max.x - 2), box.Min.y + controlHeight};
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, palette().surface, rounding);
    const bool first = !editing.started;
    editing.started = true;
    if (!first && !editing.typed.empty()) {
        hand_over_typed(frame.scene, editing);
    }
    const std::string name = lane->name + " of " + account_name(frame.accounts(), *scratch.cursor);
    const FieldEvent event =
        text_field("##cell", name, editing.text, {.width = box.GetWidth(), .size = type::small + 1, .takeFocus = first});
    const bool tabbed = event.active && ImGui::IsKeyPressed(ImGuiKey_Tab, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    if (!event.left && !event.cancelled && !tabbed) {
        return;
    }
    const CellEdit done = editing;
    scratch.editing.reset();
    if (!event.cancelled) {
        frame.scene.edit(set_account_cell(frame.scene.plan(), done.account, done.column, done.text));
    }
    if (event.entered || event.cancelled || tabbed) {
        frame.scene.scratch.focus = Region::main;
    }
    if (event.entered && place + 1 < frame.rows.size()) {
        go_to(frame, place + 1, false);
    } else if (tabbed) {
        move_across(frame, ImGui::GetIO().KeyShift ? -1 : 1);
    }
}

} // namespace fullcourt::ui
