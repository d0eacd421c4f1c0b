// Target accounts as cards in columns by tier, stage or pod; a card is moved by dragging it, by its menu or with the keyboard.
#include "ui/account_board.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "edit/account_list_gestures.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/dragging.h"
#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/section.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float columnLeast = 208;
constexpr float columnMost = 340;
constexpr float columnApart = 10;
constexpr float columnHead = 40;
constexpr float cardApart = 6;
constexpr float fieldHeight = 17;

/// One frame of the board.
struct BoardFrame {
    Scene &scene;
    const std::vector<BoardColumn> &columns;
    std::vector<AccountColumnId> fields;
    const Scores *scores = nullptr;
    float cardHeight = 0;
    bool focused = false;

    BoardScratch &scratch() const { return scene.scratch.accountBoard; }
    const Accounts &accounts() const { return *scene.plan().accounts; }
};

/// The columns of the board with their cards, sorted in anew only where something changed.
const std::vector<BoardColumn> &board_columns(Scene &scene) {
    const std::vector<std::uint32_t> &rows = shown_accounts(scene);
    BoardScratch &scratch = scene.scratch.accountBoard;
    const std::string stamp = std::to_string(scene.scratch.accountTable.list.revision()) + "|" +
                              std::to_string(static_cast<int>(board_of(scene).by)) + "|" + std::to_string(scene.state.open->generation);
    if (stamp != scratch.stamp) {
        scratch.stamp = stamp;
        scratch.columns = sorted_into_columns(scene, rows);
    }
    return scratch.columns;
}

ImGuiID card_id(const BoardFrame &frame, std::uint32_t row) {
    const std::string_view text = frame.accounts().table.key(row);
    return ImHashData(text.data(), text.size(), ImHashStr("##card"));
}

// ---- Moving cards

void begin_move(Scene &scene, const std::vector<std::uint32_t> &rows, const std::string &column, const ImVec2 &at) {
    if (!scene.editable || rows.empty()) {
        return;
    }
    if (board_of(scene).by == BoardBy::tier) {
        BoardScratch &scratch = scene.scratch.accountBoard;
        scratch.moving = rows;
        scratch.target = column;
        scratch.reason.clear();
        scratch.askAt = at;
        scratch.ask = true;
        return;
    }
    move_cards(scene, rows, column, {});
}

/// The cards that go along with this one: all that are selected where it is among them.
std::vector<std::uint32_t> cards_with(const Scene &scene, std::uint32_t row) {
    const AccountTableScratch &table = scene.scratch.accountTable;
    return is_selected(table, row) ? table.selected : std::vector<std::uint32_t>{row};
}

std::string name_of_column(const Scene &scene, const std::string &key) {
    const std::vector<BoardColumn> &columns = scene.scratch.accountBoard.columns;
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const BoardColumn &column) { return column.key == key; });
    return at == columns.end() ? std::string() : at->name;
}

/// What dragging does, for who does not drag.
void draw_card_menu(const BoardFrame &frame) {
    BoardScratch &scratch = frame.scratch();
    if (std::exchange(scratch.openMenu, false)) {
        ImGui::OpenPopup("##card-menu");
    }
    if (!scratch.menuOf || *scratch.menuOf >= frame.accounts().table.rows()) {
        return;
    }
    const std::uint32_t row = *scratch.menuOf;
    const std::vector<std::uint32_t> rows = cards_with(frame.scene, row);
    const std::string who = rows.size() == 1 ? account_name(frame.accounts(), row) : counted(rows.size(), "account", "accounts");
    ImGui::SetNextWindowPos(scratch.menuAt, ImGuiCond_Appearing);
    menu("##card-menu", who, [&] {
        menu_heading("Move " + who + " to");
        for (const BoardColumn &column : frame.columns) {
            const bool here = std::find(column.rows.begin(), column.rows.end(), row) != column.rows.end();
            if (menu_item(column.name, {.disabled = !frame.scene.editable || here, .checked = here})) {
                begin_move(frame.scene, rows, column.key, scratch.menuAt);
            }
        }
        menu_line();
        if (menu_item("Why it stands here", {.icon = icon::circleHelp})) {
            select_account(frame.scene, row, true);
        }
    });
}

void draw_account_board_question(Scene &scene) {
    BoardScratch &scratch = scene.scratch.accountBoard;
    if (std::exchange(scratch.ask, false)) {
        ImGui::OpenPopup("##why");
    }
    popover("##why", "Why it is moved", scratch.askAt, 300, [&] {
        const std::string who = scratch.moving.size() == 1 ? quoted(account_name(*scene.plan().accounts, scratch.moving.front()))
                                                           : counted(scratch.moving.size(), "account", "accounts");
        paragraph("Why does " + who + " go to " + name_of_column(scene, scratch.target) + ", whatever the score says?",
                  {.size = type::small + 1, .strong = true}, 272);
        gap(8);
        const FieldEvent event =
            text_field("##reason", "Why", scratch.reason,
                       {.hint = "Both sides read it", .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
        gap(10);
        const bool ready = !trimmed(scratch.reason).empty();
        if (button("##move", "Move", {.look = Look::primary, .disabled = !ready}) || (event.entered && ready)) {
            move_cards(scene, scratch.moving, scratch.target, scratch.reason);
            ImGui::CloseCurrentPopup();
        }
        ImGui::SameLine(0, 8);
        if (button("##not", "Leave it") || event.cancelled) {
            ImGui::CloseCurrentPopup();
        }
    });
}

// ---- The keyboard

/// For the limit of a column, in the next frame.
void ask_limit(Scene &scene, const BoardColumn &column, const ImVec2 &at) {
    BoardScratch &scratch = scene.scratch.accountBoard;
    scratch.limitOf = column.key;
    scratch.limit = column.limit ? std::to_string(*column.limit) : std::string();
    scratch.askLimit = true;
    scratch.askAt = at;
}

/// Column and place of the cursor's card; the number of columns where it stands on none.
std::pair<std::size_t, std::size_t> cursor_of(const BoardFrame &frame) {
    const auto &cursor = frame.scene.scratch.accountTable.cursor;
    for (std::size_t column = 0; cursor && column < frame.columns.size(); ++column) {
        const auto &rows = frame.columns[column].rows;
        const auto at = std::find(rows.begin(), rows.end(), *cursor);
        if (at != rows.end()) {
            return {column, static_cast<std::size_t>(at - rows.begin())};
        }
    }
    return {frame.columns.size(), 0};
}

void go_to(BoardFrame &frame, std::size_t column, std::size_t place) {
    const std::vector<std::uint32_t> &rows = frame.columns[column].rows;
    if (!rows.empty()) {
        select_account(frame.scene, rows[std::min(place, rows.size() - 1)], false);
        frame.scratch().reveal = true;
    }
}

/// The next column in the direction that has a card.
void go_across(BoardFrame &frame, std::size_t column, std::size_t place, int step) {
    for (int next = static_cast<int>(column) + step; next >= 0 && next < static_cast<int>(frame.columns.size()); next += step) {
        if (!frame.columns[static_cast<std::size_t>(next)].rows.empty()) {
            go_to(frame, static_cast<std::size_t>(next), place);
            return;
        }
    }
}

void move_across(BoardFrame &frame, std::size_t column, int step) {
    const int next = static_cast<int>(column) + step;
    if (next >= 0 && next < static_cast<int>(frame.columns.size())) {
        const ImVec2 at = ImGui::GetWindowPos();
        const BoardColumn &target = frame.columns[static_cast<std::size_t>(next)];
        begin_move(frame.scene, cards_with(frame.scene, *frame.scene.scratch.accountTable.cursor), target.key,
                   {at.x + target.x, at.y + columnHead + 8});
    }
}

void handle_keys(BoardFrame &frame) {
    if (!frame.focused || ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("##why")) {
        return;
    }
    const auto [column, place] = cursor_of(frame);
    const bool nowhere = column == frame.columns.size();
    const bool arrow =
        is_pressed(ImGuiKey_UpArrow) || is_pressed(ImGuiKey_DownArrow) || is_pressed(ImGuiKey_LeftArrow) || is_pressed(ImGuiKey_RightArrow);
    if (nowhere) {
        if (arrow) {
            go_across(frame, static_cast<std::size_t>(-1), 0, 1);
        }
    } else if (pressed(Command::moveLeft) || pressed(Command::moveRight)) {
        move_across(frame, column, pressed(Command::moveRight) ? 1 : -1);
    } else if (is_pressed(ImGuiKey_UpArrow)) {
        go_to(frame, column, place == 0 ? 0 : place - 1);
    } else if (is_pressed(ImGuiKey_DownArrow)) {
        go_to(frame, column, place + 1);
    } else if (is_pressed(ImGuiKey_Home)) {
        go_to(frame, column, 0);
    } else if (is_pressed(ImGuiKey_End)) {
        go_to(frame, column, frame.columns[column].rows.size());
    } else if (is_pressed(ImGuiKey_LeftArrow) || is_pressed(ImGuiKey_RightArrow)) {
        go_across(frame, column, place, is_pressed(ImGuiKey_RightArrow) ? 1 : -1);
    } else if (is_pressed(ImGuiKey_Enter)) {
        select_account(frame.scene, frame.columns[column].rows[place], true);
    } else if (is_pressed(ImGuiKey_Space)) {
        toggle_account(frame.scene, frame.columns[column].rows[place]);
    } else if (is_pressed(ImGuiKey_Escape)) {
        select_none(frame.scene);
        frame.scene.scratch.focus = Region::main; // Dear ImGui takes the keyboard out of a child window
    }
    for (const ImWchar typed : ImGui::GetIO().InputQueueCharacters) {
        if ((typed == 'l' || typed == 'L') && !nowhere) {
            const ImVec2 at = ImGui::GetWindowPos();
            ask_limit(frame.scene, frame.columns[column], {at.x + frame.columns[column].x, at.y + columnHead});
        }
    }
    ImGui::GetIO().InputQueueCharacters.resize(0);
    if (is_pressed(ImGuiKey_Tab) || is_pressed(ImGuiMod_Shift | ImGuiKey_Tab)) {
        frame.scene.scratch.focus = ImGui::GetIO().KeyShift ? Region::topbar : Region::panel;
    }
}

// ---- Cards

void press_card(BoardFrame &frame, std::uint32_t row) {
    const ImGuiIO &io = ImGui::GetIO();
    frame.scratch().drag = {.held = true, .from = io.MousePos, .row = row, .before = selected_now(frame.scene)};
    if (io.KeyCtrl) {
        toggle_account(frame.scene, row);
    } else if (!is_selected(frame.scene.scratch.accountTable, row) || frame.scene.scratch.accountTable.selected.size() == 1) {
        select_account(frame.scene, row, false);
        frame.scratch().drag.opens = true;
    }
}

void draw_card_text(BoardFrame &frame, const ImRect &box, std::uint32_t row) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float right = box.Max.x - 10;
    const std::vector<std::string> words = search_words(frame.scene.scratch.accountTable.question.search);
    float name = right;
    if (frame.scores != nullptr) {
        const std::string score = has_score(*frame.scores, row) ? one_decimal(frame.scores->score[row]) : std::string("–");
        const TextStyle style{.size = type::small, .colour = palette().muted, .strong = true};
        name = right - text_size(score, style).x - 8;
        draw_line(list, {{name, box.Min.y + 7}, {right, box.Min.y + 27}}, score, style, Align::right);
    }
    draw_marked(list, {{box.Min.x + 10, box.Min.y + 7}, {name, box.Min.y + 27}}, account_name(frame.accounts(), row), words,
                {.size = type::small + 1, .strong = true});
    float y = box.Min.y + 28;
    for (const AccountColumnId &field : frame.fields) {
        const std::string text = cell_words(frame.scene.plan(), field, row);
        const std::string shown = frame.accounts().columns.at(field).name + ": " + (text.empty() ? "–" : text);
        draw_marked(list, {{box.Min.x + 10, y}, {right, y + fieldHeight}}, shown, words, {.size = type::tiny, .colour = palette().muted});
        y += fieldHeight;
    }
}

void describe_card(BoardFrame &frame, const BoardColumn &column, const ImRect &box, std::uint32_t row) {
    const ImGuiID id = card_id(frame, row);
    if (semantics::take_activation(id)) {
        select_account(frame.scene, row, true);
    }
    const bool here = frame.focused && frame.scene.scratch.accountTable.cursor == row;
    const std::string score = frame.scores == nullptr ? std::string() : score_words(*frame.scores, row) + ", ";
    semantics::at(id, box,
                  {.role = "button",
                   .name = account_name(frame.accounts(), row),
                   .value = score + column.name,
                   .focused = here,
                   .selected = is_selected(frame.scene.scratch.accountTable, row)});
}

void draw_account_board_card(BoardFrame &frame, const BoardColumn &column, const ImRect &box, std::uint32_t row) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const AccountTableScratch &table = frame.scene.scratch.accountTable;
    const bool hovered = ImGui::IsWindowHovered() && box.Contains(ImGui::GetIO().MousePos) && !frame.scratch().drag.moving;
    const bool selected = is_selected(table, row);
    list.AddRectFilled(box.Min, box.Max, selected ? palette().chosen : palette().surface, rounding);
    const bool open = chosen_item(frame.scene.state, View::accounts) == frame.scene.plan().accounts->table.key(row);
    list.AddRect(box.Min, box.Max, open ? palette().accent : selected || hovered ? palette().edge : palette().line, rounding);
    if (frame.focused && table.cursor == row) {
        list.AddRect({box.Min.x - 1, box.Min.y - 1}, {box.Max.x + 1, box.Max.y + 1}, palette().accent, rounding + 1, 0, 2);
    }
    draw_card_text(frame, box, row);
    describe_card(frame, column, box, row);
    offer_grip(frame.scene, platform::Grip::lifted, box);
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
        press_card(frame, row);
    } else if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        frame.scratch().menuOf = row;
        frame.scratch().menuAt = ImGui::GetIO().MousePos;
        frame.scratch().openMenu = true;
    }
}

void reveal_in(const BoardFrame &frame, const BoardColumn &column, float height) {
    const auto &cursor = frame.scene.scratch.accountTable.cursor;
    const auto at = cursor ? std::find(column.rows.begin(), column.rows.end(), *cursor) : column.rows.end();
    if (!frame.scratch().reveal || at == column.rows.end()) {
        return;
    }
    const float each = frame.cardHeight + cardApart;
    const float y = static_cast<float>(at - column.rows.begin()) * each;
    ImGui::SetScrollY(std::max(0.0F, std::clamp(ImGui::GetScrollY(), std::min(y + each + 4 - height, y), y)));
    frame.scratch().reveal = false;
}

/// Only the cards in sight.
void draw_cards(BoardFrame &frame, const BoardColumn &column, ImU32 ground, float width, float height) {
    const float each = frame.cardHeight + cardApart;
    ImGui::BeginChild(("##column-" + column.key).c_str(), {width, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNavInputs);
    lie_on(ground);
    reveal_in(frame, column, height);
    const ImVec2 at = ImGui::GetWindowPos();
    const double top = static_cast<double>(ImGui::GetScrollY());
    const auto count = static_cast<double>(column.rows.size());
    const auto first = static_cast<std::size_t>(std::clamp(std::floor(top / each), 0.0, count));
    const auto last = static_cast<std::size_t>(std::clamp(std::ceil((top + height) / each), 0.0, count));
    for (std::size_t i = first; i < last; ++i) {
        const float y = at.y + 4 + static_cast<float>(static_cast<double>(i) * each - top);
        draw_account_board_card(frame, column, {{at.x + 6, y}, {at.x + width - 14, y + frame.cardHeight}}, column.rows[i]);
        ++frame.scratch().drawn;
    }
    const ImRect room(at, {at.x + width, at.y + height});
    if (frame.scratch().drag.moving && ImGui::GetIO().MousePos.x >= room.Min.x && ImGui::GetIO().MousePos.x < room.Max.x) {
        scroll_at_edges(room, Along::down);
    }
    ImGui::SetCursorPos({0, static_cast<float>(column.rows.size()) * each + 4});
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

// ---- Columns

void draw_limit(Scene &scene, const BoardColumn &column, const ImRect &box) {
    const bool passed = column.limit && column.rows.size() > static_cast<std::size_t>(*column.limit);
    const std::string count =
        column.limit ? std::to_string(column.rows.size()) + " of " + std::to_string(*column.limit) : std::to_string(column.rows.size());
    const TextStyle style{.size = type::small, .colour = passed ? palette().warning : palette().muted, .strong = passed};
    const float width = text_size(count, style).x + (passed ? 22.0F : 0.0F) + 12;
    const ImRect spot({box.Max.x - width - 4, box.Min.y + 6}, {box.Max.x - 4, box.Max.y - 6});
    ImGui::SetCursorScreenPos(spot.Min);
    ImGui::PushID(column.key.c_str());
    if (ImGui::InvisibleButton("##limit", spot.GetSize(), ImGuiButtonFlags_EnableNav)) {
        ask_limit(scene, column, {spot.Min.x, spot.Max.y + 4});
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(spot.Min, spot.Max, palette().hover, rounding);
    }
    if (passed) {
        draw_icon(list, {spot.Min.x + 14, spot.GetCenter().y}, icon::triangleAlert, 14, palette().warning);
    }
    draw_line(list, {spot.Min, {spot.Max.x - 6, spot.Max.y}}, count, style, Align::right);
    focus_ring(spot, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = "Limit of " + column.name,
                     .value = count + (passed ? ", more than the limit" : ""),
                     .disabled = !scene.editable});
    tooltip(passed ? "More than " + std::to_string(*column.limit) + " were meant to be here. Click to change the limit."
                   : "How many are meant to be here at most: click to set it.",
            "L");
    ImGui::PopID();
}

void draw_limit_question(Scene &scene) {
    BoardScratch &scratch = scene.scratch.accountBoard;
    if (std::exchange(scratch.askLimit, false) && scene.editable) {
        ImGui::OpenPopup("##ask-limit");
    }
    popover("##ask-limit", "Limit", scratch.askAt, 230, [&] {
        line("At most so many here", {.size = type::small + 1, .strong = true});
        gap(8);
        const FieldEvent event = text_field("##count", "Limit", scratch.limit,
                                            {.hint = "No limit", .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
        gap(10);
        if (button("##set", "Set", {.look = Look::primary}) || event.entered) {
            set_limit(scene, scratch.limitOf, scratch.limit);
            ImGui::CloseCurrentPopup();
        }
    });
}

void draw_column(BoardFrame &frame, const BoardColumn &column, const ImVec2 &at, const ImVec2 &size) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect box(at, {at.x + size.x, at.y + size.y});
    const BoardDrag &drag = frame.scratch().drag;
    const bool target = drag.moving && box.Contains(ImGui::GetIO().MousePos);
    const ImU32 ground = target ? palette().noteSoft : palette().canvas;
    list.AddRectFilled(box.Min, box.Max, ground, rounding + 2);
    const ImRect head(box.Min, {box.Max.x, box.Min.y + columnHead});
    list.AddRectFilled({head.Min.x + 12, head.GetCenter().y - 5}, {head.Min.x + 22, head.GetCenter().y + 5}, column.ink, 3);
    draw_line(list, {{head.Min.x + 30, head.Min.y}, {head.Max.x - 76, head.Max.y}}, column.name, {.size = type::small + 1, .strong = true});
    const semantics::Group group(ImGui::GetID(("##group-" + column.key).c_str()), box,
                                 {.role = "list", .name = column.name + ": " + counted(column.rows.size(), "account", "accounts")});
    draw_limit(frame.scene, column, head);
    ImGui::SetCursorScreenPos({box.Min.x, head.Max.y});
    draw_cards(frame, column, ground, size.x, size.y - columnHead - 6);
    if (target && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        begin_move(frame.scene, cards_with(frame.scene, drag.row), column.key, {box.Min.x + 8, ImGui::GetIO().MousePos.y});
    }
}

/// Before the columns are drawn: the frame that brings the mouse far enough may be the one in which it is let go.
void follow_drag(BoardDrag &drag) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float away = std::max(std::abs(mouse.x - drag.from.x), std::abs(mouse.y - drag.from.y));
    drag.moving = drag.moving || (drag.held && away > dragThreshold);
}

void draw_drag(BoardFrame &frame) {
    BoardDrag &drag = frame.scratch().drag;
    if (!drag.held) {
        return;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        // Not while it is held: the panel would take the room that it may be dragged over.
        if (drag.opens && !drag.moving) {
            select_account(frame.scene, drag.row, true);
        }
        drag = {};
        return;
    }
    if (!drag.moving || !frame.scene.editable || drag.row >= frame.accounts().table.rows()) {
        return;
    }
    scroll_at_edges(ImGui::GetCurrentWindow()->InnerRect, Along::across);
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    const ImRect box({mouse.x - 20, mouse.y - 14}, {mouse.x + 190, mouse.y + 22});
    const std::size_t count = cards_with(frame.scene, drag.row).size();
    list.AddRectFilled(box.Min, box.Max, palette().raised, rounding);
    list.AddRect(box.Min, box.Max, palette().accent, rounding, 0, 2);
    draw_line(list, {{box.Min.x + 10, box.Min.y}, {box.Max.x - 10, box.Max.y}},
              count == 1 ? account_name(frame.accounts(), drag.row) : counted(count, "account", "accounts"),
              {.size = type::small + 1, .strong = true});
}

} // namespace

void draw_account_board(Scene &scene, const ImVec2 &size) {
    follow_selection(scene);
    const float tools = draw_board_tools(scene, size.x);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("##to-board", {1, 1}, ImGuiButtonFlags_EnableNav);
    const bool arrived = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
    ImGui::SetCursorScreenPos(at);
    const bool wanted = takes_focus(scene, Region::main) || arrived;
    const ImVec2 room(size.x, size.y - tools);
    ImGui::BeginChild("##board", room, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs);
    if (wanted) {
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
    }
    BoardFrame frame{scene, board_columns(scene), board_fields(scene), scores_of(scene)};
    frame.cardHeight = 36 + fieldHeight * static_cast<float>(frame.fields.size());
    frame.focused = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    if (frame.focused) {
        scene.scratch.current = Region::main;
    }
    scene.scratch.chosenRowShown = scene.scratch.accountTable.cursor.has_value();
    frame.scratch().drawn = 0;
    const auto count = static_cast<float>(frame.columns.size());
    const float width = std::clamp(std::floor((room.x - columnApart * (count - 1)) / count), columnLeast, columnMost);
    const bool scrolls = width * count + columnApart * (count - 1) > room.x;
    const float height = room.y - (scrolls ? ImGui::GetStyle().ScrollbarSize + 4 : 0);
    const ImVec2 top(ImGui::GetWindowPos().x - ImGui::GetScrollX(), ImGui::GetWindowPos().y);
    for (std::size_t i = 0; i < frame.columns.size(); ++i) {
        BoardColumn &column = scene.scratch.accountBoard.columns[i];
        column.x = (width + columnApart) * static_cast<float>(i);
    }
    handle_keys(frame);
    follow_drag(scene.scratch.accountBoard.drag);
    for (const BoardColumn &column : frame.columns) {
        draw_column(frame, column, {top.x + column.x, top.y}, {width, height});
    }
    draw_drag(frame);
    draw_card_menu(frame);
    ImGui::SetCursorScreenPos({top.x + (width + columnApart) * count - columnApart - 1, top.y});
    ImGui::Dummy({1, 1});
    draw_account_board_question(scene);
    draw_limit_question(scene);
    ImGui::EndChild();
}

} // namespace fullcourt::ui
