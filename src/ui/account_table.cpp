// The table of target accounts: a frame of it, with only what is in sight drawn.
#include "ui/account_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float cellInset = 12;

ImGuiID account_id(std::string_view key) { return ImHashData(key.data(), key.size(), ImGui::GetID("##account")); }

// ---- Heads

int order_place(const std::vector<ListOrder> &order, const Lane &lane) {
    const std::string by = lane.by == laneScore ? std::string(byRank) : lane.by;
    const auto at = std::find_if(order.begin(), order.end(), [&](const ListOrder &one) { return one.by == by; });
    return at == order.end() ? -1 : static_cast<int>(at - order.begin());
}

ImRect filter_box(const ImRect &head) { return {{head.Max.x - 29, head.Min.y + 2}, {head.Max.x - 1, head.Max.y - 2}}; }

void draw_check(ImDrawList &list, const ImVec2 &centre, bool on, bool some) {
    const ImRect box({centre.x - 8, centre.y - 8}, {centre.x + 8, centre.y + 8});
    list.AddRectFilled(box.Min, box.Max, on || some ? palette().accent : palette().surface, 4);
    list.AddRect(box.Min, box.Max, on || some ? palette().accent : palette().edge, 4);
    draw_icon(list, centre, on ? icon::check : some ? icon::minus : nullptr, 13, palette().onAccent);
}

void draw_head_mark(ImDrawList &list, const ImRect &text, const Lane &lane, const std::vector<ListOrder> &order, int place) {
    const bool scoreLane = lane.by == laneScore;
    const bool down = order[static_cast<std::size_t>(place)].descending != scoreLane; // the best rank is the highest score
    const float width = text_size(lane.name, {.size = type::tiny, .strong = true}).x;
    const float x = lane.right() ? std::max(text.Min.x + 6, text.Max.x - width - 10) : std::min(text.Max.x - 6, text.Min.x + width + 10);
    draw_icon(list, {x, text.GetCenter().y}, down ? icon::arrowDown : icon::arrowUp, 12, palette().accentText);
    if (order.size() > 1) {
        const float at = lane.right() ? x - 14 : x + 6;
        draw_line(list, {{at, text.Min.y}, {at + 10, text.Max.y}}, std::to_string(place + 1),
                  {.size = 10, .colour = palette().accentText, .strong = true});
    }
}

std::string order_words(const std::vector<ListOrder> &order, const Lane &lane, int place) {
    if (place < 0) {
        return {};
    }
    const bool down = order[static_cast<std::size_t>(place)].descending != (lane.by == laneScore);
    return std::string(down ? "descending" : "ascending") + (order.size() > 1 ? ", " + std::to_string(place + 1) : std::string());
}

void describe_head(TableFrame &frame, const Lane &lane, const ImRect &box, int place, const std::vector<ListOrder> &order) {
    ImRect sort = box;
    if (lane.can_filter()) {
        sort.Max.x = filter_box(box).Min.x;
    }
    const ImGuiID id = ImGui::GetID(("##head-" + lane.by).c_str());
    if (semantics::take_activation(id)) {
        order_by(frame.scene, lane.by, false);
    }
    const bool here = frame.focused && frame.scratch().onHead && frame.scratch().lane == lane.by;
    semantics::at(id, sort, {.role = "button", .name = "Order by " + lane.name, .value = order_words(order, lane, place), .focused = here});
    if (!lane.can_filter()) {
        return;
    }
    const ImGuiID filter = ImGui::GetID(("##filter-" + lane.by).c_str());
    if (semantics::take_activation(filter)) {
        open_table_menu(frame.scene, "##filter", lane.by, box.GetBL());
    }
    const bool filtered = frame.scratch().question.filters.contains(lane.by);
    semantics::at(filter, filter_box(box),
                  {.role = "button", .name = "Filter " + lane.name, .value = filtered ? "filtered" : "", .expanded = false});
}

void draw_head(TableFrame &frame, const Lane &lane, const std::vector<ListOrder> &order) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImRect box = frame.lane_box(lane);
    box.Max.y = box.Min.y + tableHeadHeight;
    const int place = order_place(order, lane);
    const bool hovered = ImGui::IsWindowHovered() && box.Contains(ImGui::GetIO().MousePos) && frame.view.Contains(ImGui::GetIO().MousePos);
    const bool here = frame.focused && frame.scratch().onHead && frame.scratch().lane == lane.by;
    if (hovered && lane.by != laneCheck) {
        list.AddRectFilled({box.Min.x + 1, box.Min.y + 2}, {box.Max.x - 1, box.Max.y - 2}, palette().hover, rounding);
    }
    if (here) {
        list.AddRect({box.Min.x + 1, box.Min.y + 1}, {box.Max.x - 1, box.Max.y - 1}, palette().accent, rounding, 0, 2);
    }
    if (lane.by == laneCheck) {
        const std::size_t selected = frame.scratch().selected.size();
        const bool all = selected > 1 && selected >= frame.rows.size();
        draw_check(list, box.GetCenter(), all, !all && selected > 1);
        const ImGuiID id = ImGui::GetID("##check-all");
        if (semantics::take_activation(id)) {
            all ? select_none(frame.scene) : select_all_shown(frame.scene, frame.rows);
        }
        semantics::at(id, box, {.role = "checkbox", .name = "Select all that are shown", .checked = all});
        return;
    }
    const bool filtered = frame.scratch().question.filters.contains(lane.by);
    ImRect text({box.Min.x + cellInset, box.Min.y}, {box.Max.x - 6, box.Max.y});
    if (lane.can_filter()) {
        const ImRect funnel = filter_box(box);
        if (filtered) {
            list.AddRectFilled(funnel.Min, funnel.Max, palette().noteSoft, 4);
        }
        const ImU32 quiet = hovered ? palette().muted : palette().edge;
        draw_icon(list, funnel.GetCenter(), icon::filter, 13, filtered ? palette().accentText : quiet);
        text.Max.x = funnel.Min.x - 4;
    }
    if (place >= 0 && lane.by != byRank) { // the score's head, which has room, says the same
        draw_head_mark(list, text, lane, order, place);
        (lane.right() ? text.Min.x : text.Max.x) += lane.right() ? 18.0F : -18.0F;
    }
    draw_line(list, text, lane.name, {.size = type::tiny, .colour = place >= 0 ? palette().text : palette().muted, .strong = true},
              lane.right() ? Align::right : Align::left);
    const ImU32 edge = hovered ? palette().edge : palette().line;
    hairline_down(list, box.Max.x - 1, box.Min.y + 9, box.Max.y - 9, edge);
    describe_head(frame, lane, box, place, order);
}

// ---- Cells

void draw_worked_out(TableFrame &frame, const Lane &lane, const ImRect &cell, std::uint32_t row) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (lane.by == byTags) {
        const AccountMark *mark = find(frame.accounts().marks, AccountId(std::string(frame.accounts().table.key(row))));
        if (mark != nullptr && !mark->tags.empty()) {
            draw_labels(list, cell, mark->tags);
        }
    } else if (frame.scores == nullptr) {
        return;
    } else if (lane.by == byTier) {
        const float width = draw_tier(list, {cell.Min.x, cell.GetCenter().y}, frame.scores->tier[row]);
        if (frame.scores->reason[row] == TierReason::byHand) {
            draw_icon(list, {cell.Min.x + width + 10, cell.GetCenter().y}, icon::pencil, 11, palette().muted);
        }
    } else if (lane.by == laneScore) {
        draw_score_bar(list, cell, *frame.scores, row);
    } else if (lane.by == byRank) {
        draw_line(list, cell, rank_words(*frame.scores, row), {.size = type::small, .colour = palette().muted}, Align::right);
    }
}

std::string lane_text(const TableFrame &frame, const Lane &lane, std::uint32_t row) {
    return lane.by == byName ? account_name(frame.accounts(), row) : cell_words(frame.scene.plan(), lane.column, row);
}

void draw_cell(TableFrame &frame, const Lane &lane, const ImRect &box, std::uint32_t row) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect cell({box.Min.x + cellInset, box.Min.y}, {box.Max.x - 6, box.Max.y});
    if (lane.by == laneCheck) {
        const bool hovered = ImGui::IsWindowHovered() && frame.row_box(0).Min.x <= ImGui::GetIO().MousePos.x &&
                             ImGui::GetIO().MousePos.y >= box.Min.y && ImGui::GetIO().MousePos.y < box.Max.y;
        // A finger hovers over nothing.
        if (frame.scratch().selected.size() > 1 || hovered || design().setting.touch) {
            draw_check(list, box.GetCenter(), is_selected(frame.scratch(), row), false);
        }
        return;
    }
    if (lane.column.empty() && lane.by != byName) {
        draw_worked_out(frame, lane, cell, row);
        return;
    }
    const std::string text = lane_text(frame, lane, row);
    const bool bad = !lane.column.empty() && is_unreadable(frame.accounts().table, lane.column, row);
    const TextStyle style{.size = type::small + 1,
                          .colour = bad            ? palette().warning
                                    : text.empty() ? palette().muted
                                                   : palette().text,
                          .strong = lane.by == byName};
    draw_marked(list, cell, text.empty() ? "–" : text, frame.words, style, lane.right() ? Align::right : Align::left);
}

void describe_cell(TableFrame &frame, const Lane &lane, const ImRect &box, std::uint32_t row, const std::string &name) {
    if (lane.by == laneCheck) {
        const ImGuiID id = account_id(frame.accounts().table.key(row)) ^ ImHashStr("check");
        if (semantics::take_activation(id)) {
            toggle_account(frame.scene, row);
        }
        semantics::at(id, box, {.role = "checkbox", .name = "Select " + name, .checked = is_selected(frame.scratch(), row)});
        return;
    }
    if (lane.column.empty() || lane.by == byName) {
        return;
    }
    const ImGuiID id = account_id(frame.accounts().table.key(row)) ^ ImHashStr(lane.by.c_str());
    if (semantics::take_activation(id)) {
        start_editing(frame, row, lane);
    }
    const bool here = frame.focused && !frame.scratch().onHead && frame.scratch().cursor == row && frame.scratch().lane == lane.by;
    semantics::at(id, box, {.role = "gridcell", .name = name + ", " + lane.name, .value = lane_text(frame, lane, row), .focused = here});
}

// ---- Rows

void describe_row(TableFrame &frame, const ImRect &box, std::uint32_t row, const std::string &name) {
    const std::string_view key = frame.accounts().table.key(row);
    const ImGuiID id = account_id(key);
    if (semantics::take_activation(id)) {
        select_account(frame.scene, row, true);
    } else if (semantics::take_focus(id)) {
        select_account(frame.scene, row, false);
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
    }
    semantics::Node node{.role = "button", .name = name, .selected = is_selected(frame.scratch(), row)};
    if (frame.scores != nullptr) {
        node.value = score_words(*frame.scores, row) + ", " + std::string(tier_name(frame.scores->tier[row]));
        node.description = "Rank " + rank_words(*frame.scores, row);
    }
    node.focused = frame.focused && !frame.scratch().onHead && frame.scratch().cursor == row;
    semantics::at(id, box, std::move(node));
}

void draw_row_ground(TableFrame &frame, const ImRect &box, std::uint32_t row) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && frame.scratch().drag.kind == TableDragKind::none &&
                         frame.body.Contains(ImGui::GetIO().MousePos) && box.Contains(ImGui::GetIO().MousePos);
    const bool selected = is_selected(frame.scratch(), row);
    if (selected || hovered) {
        list.AddRectFilled(box.Min, box.Max, selected ? palette().chosen : palette().hover);
    }
    hairline_across(list, box.Min.x, box.Max.x, box.Max.y - 1);
}

void draw_cursor(TableFrame &frame, const Lane &lane, const ImRect &box, std::uint32_t row) {
    const bool here = frame.focused && !frame.scratch().onHead && frame.scratch().cursor == row && frame.scratch().lane == lane.by;
    if (here && !frame.scratch().editing) {
        ImGui::GetWindowDrawList()->AddRect({box.Min.x + 1, box.Min.y + 1}, {box.Max.x - 1, box.Max.y - 2}, palette().accent, rounding, 0,
                                            2);
    }
}

void draw_lanes(TableFrame &frame, std::size_t first, std::size_t last, bool frozen) {
    const float left = frozen ? frame.view.Min.x : frame.view.Min.x + frame.frozen;
    const float right = frozen ? frame.view.Min.x + frame.frozen : frame.view.Max.x;
    ImGui::PushClipRect({left, frame.body.Min.y}, {right, frame.body.Max.y}, true);
    for (const Lane &lane : frame.lanes) {
        const ImRect whole = frame.lane_box(lane);
        if (lane.frozen != frozen || whole.Max.x <= left || whole.Min.x >= right) {
            continue;
        }
        for (std::size_t place = first; place < last; ++place) {
            const ImRect row = frame.row_box(place);
            const ImRect box({whole.Min.x, row.Min.y}, {whole.Max.x, row.Max.y});
            draw_cell(frame, lane, box, frame.rows[place]);
            draw_cursor(frame, lane, box, frame.rows[place]);
        }
    }
    ImGui::PopClipRect();
}

void draw_rows(TableFrame &frame) {
    const auto count = static_cast<double>(frame.rows.size());
    const double top = frame.scroll.y / tableRowHeight;
    const auto first = static_cast<std::size_t>(std::clamp(std::floor(top), 0.0, count));
    const auto last = static_cast<std::size_t>(std::clamp(std::ceil(top + frame.body.GetHeight() / tableRowHeight), 0.0, count));
    frame.scratch().drawn = static_cast<int>(last - first);
    ImGui::PushClipRect(frame.body.Min, frame.body.Max, true);
    for (std::size_t place = first; place < last; ++place) {
        draw_row_ground(frame, frame.row_box(place), frame.rows[place]);
    }
    ImGui::PopClipRect();
    draw_lanes(frame, first, last, false);
    draw_lanes(frame, first, last, true);
    if (semantics::collecting()) {
        for (std::size_t place = first; place < last; ++place) {
            const std::uint32_t row = frame.rows[place];
            const std::string name = account_name(frame.accounts(), row);
            const ImRect box = frame.row_box(place);
            const semantics::Group group(account_id(frame.accounts().table.key(row)) ^ ImHashStr("row"), box,
                                         {.role = "row", .name = name, .row = static_cast<int>(place) + 2});
            describe_row(frame, box, row, name);
            for (const Lane &lane : frame.lanes) {
                const ImRect whole = frame.lane_box(lane);
                describe_cell(frame, lane, {{whole.Min.x, box.Min.y}, {whole.Max.x, box.Max.y}}, row, name);
            }
        }
    }
}

// ---- Head and foot

void draw_account_table_heads(TableFrame &frame) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::vector<ListOrder> order = shown_order(frame.scene);
    const semantics::Group group(ImGui::GetID("##heads"), {frame.view.Min, {frame.view.Max.x, frame.view.Min.y + tableHeadHeight}},
                                 {.role = "row", .name = "Columns", .row = 1});
    for (const bool frozen : {false, true}) {
        const float left = frozen ? frame.view.Min.x : frame.view.Min.x + frame.frozen;
        const float right = frozen ? frame.view.Min.x + frame.frozen : frame.view.Max.x;
        ImGui::PushClipRect({left, frame.view.Min.y}, {right, frame.view.Min.y + tableHeadHeight}, true);
        for (const Lane &lane : frame.lanes) {
            const ImRect box = frame.lane_box(lane);
            if (lane.frozen == frozen && box.Max.x > left && box.Min.x < right) {
                draw_head(frame, lane, order);
            } else if (lane.frozen == frozen && semantics::collecting()) {
                describe_head(frame, lane, {box.Min, {box.Max.x, box.Min.y + tableHeadHeight}}, order_place(order, lane), order);
            }
        }
        ImGui::PopClipRect();
    }
    const float y = frame.view.Min.y + tableHeadHeight;
    hairline_across(list, frame.view.Min.x, frame.view.Max.x, y - 1);
    // What scrolls goes under what stands still.
    if (frame.scroll.x > 0) {
        const float x = frame.view.Min.x + frame.frozen;
        hairline_down(list, x - 1, frame.view.Min.y, frame.body.Max.y, palette().edge);
    }
}

void draw_total(TableFrame &frame, const Lane &lane, const ImRect &box) {
    const ColumnTotal &total = shown_total(frame, lane.column);
    if (total.known == 0) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect inner({box.Min.x + 4, box.Min.y}, {box.Max.x - 6, box.Max.y});
    const float middle = (box.Min.y + box.Max.y) / 2;
    const std::string sum = number_words(total.sum);
    const std::string mean = "mean " + number_words(total.mean());
    draw_line(list, {{inner.Min.x, box.Min.y + 4}, {inner.Max.x, middle + 2}}, sum, {.size = type::tiny, .strong = true}, Align::right);
    draw_line(list, {{inner.Min.x, middle}, {inner.Max.x, box.Max.y - 3}}, mean, {.size = 11, .colour = palette().muted}, Align::right);
    semantics::at(ImGui::GetID(("##total-" + lane.by).c_str()), box,
                  {.role = "text", .name = lane.name + ": sum " + sum + ", " + mean + ", " + counted(total.known, "value", "values")});
}

void draw_foot(TableFrame &frame) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect foot({frame.view.Min.x, frame.body.Max.y}, frame.view.Max);
    ImGui::PushClipRect(foot.Min, foot.Max, true);
    list.AddRectFilled(foot.Min, foot.Max, palette().canvas);
    hairline_across(list, foot.Min.x, foot.Max.x, foot.Min.y);
    ImGui::PopClipRect();
    ImGui::PushClipRect({foot.Min.x + frame.frozen, foot.Min.y}, foot.Max, true);
    for (const Lane &lane : frame.lanes) {
        const ImRect whole = frame.lane_box(lane);
        const bool in_sight = whole.Max.x > foot.Min.x + frame.frozen && whole.Min.x < foot.Max.x;
        if (!lane.frozen && lane.right() && (in_sight || semantics::collecting())) {
            draw_total(frame, lane, {{whole.Min.x, foot.Min.y}, {whole.Max.x, foot.Max.y}});
        }
    }
    ImGui::PopClipRect();
    const std::size_t all = frame.accounts().table.rows();
    const std::size_t selected = frame.scratch().selected.size();
    const std::string shown = frame.rows.size() == all ? counted(all, "account", "accounts")
                                                       : grouped(frame.rows.size()) + " of " + counted(all, "account", "accounts");
    const std::string words = selected > 1 ? std::to_string(selected) + " selected · " + shown : shown;
    const ImRect box({foot.Min.x + cellInset, foot.Min.y}, {foot.Min.x + frame.frozen - 4, foot.Max.y});
    draw_line(list, box, words, {.size = type::small, .colour = palette().muted, .strong = selected > 1});
    semantics::at(ImGui::GetID("##shown"), box, {.role = "status", .name = words});
}

// ---- The frame

void reveal_cursor(TableFrame &frame) {
    AccountTableScratch &scratch = frame.scratch();
    if (!std::exchange(scratch.reveal, false)) {
        return;
    }
    const auto at = scratch.cursor ? std::find(frame.rows.begin(), frame.rows.end(), *scratch.cursor) : frame.rows.end();
    if (at != frame.rows.end() && !scratch.onHead) {
        const float y = static_cast<float>(at - frame.rows.begin()) * tableRowHeight;
        const float least = y + tableRowHeight - frame.body.GetHeight();
        ImGui::SetScrollY(std::max(0.0F, std::clamp(frame.scroll.y, std::min(least, y), y)));
    }
    const Lane *lane = frame.lane(scratch.lane);
    if (lane != nullptr && !lane->frozen) {
        const float room = frame.view.GetWidth() - frame.frozen;
        const float x = lane->x - frame.frozen;
        ImGui::SetScrollX(std::max(0.0F, std::clamp(frame.scroll.x, std::min(x + lane->width - room, x), x)));
    }
}

TableFrame make_account_table_frame(Scene &scene, const ImVec2 &size) {
    const ImGuiWindow *window = ImGui::GetCurrentWindow();
    const ImVec2 at = ImGui::GetWindowPos();
    TableFrame frame{.scene = scene,
                     .rows = shown_accounts(scene),
                     .lanes = {},
                     .words = search_words(scene.scratch.accountTable.question.search),
                     .scores = scores_of(scene)};
    frame.view = {at, {at.x + size.x - window->ScrollbarSizes.x, at.y + size.y - window->ScrollbarSizes.y}};
    frame.body = {{at.x, at.y + tableHeadHeight}, {frame.view.Max.x, frame.view.Max.y - tableFootHeight}};
    frame.lanes = lanes_of(scene, frame.view.GetWidth());
    for (const Lane &lane : frame.lanes) {
        frame.frozen += lane.frozen ? lane.width : 0;
    }
    frame.scroll = {ImGui::GetScrollX(), ImGui::GetScrollY()};
    frame.focused = ImGui::IsWindowFocused();
    return frame;
}

/// What there is to scroll over, head and foot included.
void make_room(const TableFrame &frame) {
    float width = 0;
    for (const Lane &lane : frame.lanes) {
        width = std::max(width, lane.x + lane.width);
    }
    const float height = tableHeadHeight + tableFootHeight + static_cast<float>(frame.rows.size()) * tableRowHeight;
    ImGui::SetCursorPos({width - 1, height - 1});
    ImGui::Dummy({1, 1});
}

void draw_frame(TableFrame &frame) {
    handle_table_keys(frame);
    reveal_cursor(frame);
    frame.scroll = {ImGui::GetScrollX(), ImGui::GetScrollY()};
    {
        const semantics::Group grid("account-rows", frame.view,
                                    {.role = "grid", .name = counted(frame.rows.size(), "account", "accounts")});
        draw_rows(frame);
        draw_account_table_heads(frame);
    }
    draw_foot(frame);
    draw_cell_field(frame);
    handle_table_mouse(frame);
    if (frame.rows.empty()) {
        const ImVec2 at(frame.body.Min.x + cellInset, frame.body.Min.y + 20);
        draw_line(*ImGui::GetWindowDrawList(), {at, {frame.body.Max.x, at.y + 20}},
                  "No account matches. Take the search or a filter away to see more.", {.colour = palette().muted});
    }
    make_room(frame);
    const auto at = frame.scratch().cursor ? std::find(frame.rows.begin(), frame.rows.end(), *frame.scratch().cursor) : frame.rows.end();
    keep_still_around({{frame.body.Min.x + frame.frozen, frame.body.Min.y}, frame.body.Max},
                      at == frame.rows.end() ? ImRect() : frame.row_box(static_cast<std::size_t>(at - frame.rows.begin())));
    lie_foot_on(palette().canvas);
    draw_table_menus(frame);
}

} // namespace

ImRect TableFrame::lane_box(const Lane &lane) const {
    const float x = view.Min.x + lane.x - (lane.frozen ? 0 : scroll.x);
    return {{x, view.Min.y}, {x + lane.width, body.Max.y}};
}

ImRect TableFrame::row_box(std::size_t place) const {
    // Far down a list of a million rows a float alone is too coarse.
    const double y = static_cast<double>(place) * tableRowHeight - static_cast<double>(scroll.y);
    const float top = body.Min.y + static_cast<float>(y);
    return {{view.Min.x, top}, {view.Max.x, top + tableRowHeight}};
}

const Lane *TableFrame::lane(const std::string &by) const {
    const auto at = std::find_if(lanes.begin(), lanes.end(), [&](const Lane &lane) { return lane.by == by; });
    return at == lanes.end() ? nullptr : &*at;
}

void draw_account_table(Scene &scene, const ImVec2 &size) {
    follow_selection(scene);
    // A stop for Tab: from the parts around it the keyboard comes straight into the table.
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("##to-table", {1, 1}, ImGuiButtonFlags_EnableNav);
    const bool arrived = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
    ImGui::SetCursorScreenPos(at);
    const bool wanted = takes_focus(scene, Region::main) || arrived;
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoSavedSettings;
    ImGui::BeginChild("##table", size, ImGuiChildFlags_None, flags);
    if (wanted) {
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
    }
    TableFrame frame = make_account_table_frame(scene, size);
    if (frame.focused) {
        scene.scratch.current = Region::main;
    }
    scene.scratch.chosenRowShown = scene.scratch.accountTable.cursor.has_value();
    draw_frame(frame);
    ImGui::EndChild();
}

void draw_marked(ImDrawList &list, const ImRect &box, const std::string &text, const std::vector<std::string> &words,
                 const TextStyle &style, Align align) {
    const auto matches = words.empty() ? std::vector<std::pair<std::size_t, std::size_t>>() : matches_in(text, words);
    if (!matches.empty()) {
        const float width = text_size(text, style).x;
        const float start = align == Align::right && width < box.GetWidth() ? box.Max.x - width : box.Min.x;
        for (const auto &[from, to] : matches) {
            const float left = start + text_size(std::string_view(text).substr(0, from), style).x;
            const float right = start + text_size(std::string_view(text).substr(0, to), style).x;
            const float y = box.GetCenter().y;
            if (left < box.Max.x) {
                const float end = std::min(right, box.Max.x) + 1;
                list.AddRectFilled({left - 1, y - 9}, {end, y + 9}, palette().warningSoft, 3);
                list.AddRectFilled({left - 1, y + 8}, {end, y + 10}, palette().warning);
            }
        }
    }
    draw_line(list, box, text, style, align);
}

} // namespace fullcourt::ui
