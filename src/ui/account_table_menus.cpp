// The menus of the table of accounts: of a column's head, of a cell, and which columns there are.
#include <algorithm>

#include "base/text.h"
#include "edit/account_list_gestures.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/icons.h"
#include "ui/section.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

void order_once(Scene &scene, const std::string &by, bool descending) {
    scene.scratch.accountTable.question.order = {{by == laneScore ? std::string(byRank) : by, descending != (by == laneScore)}};
}

void draw_column_items(TableFrame &frame, const Lane &lane) {
    Scene &scene = frame.scene;
    const AccountColumn *column = find(frame.accounts().columns, lane.column);
    if (column == nullptr) {
        return;
    }
    menu_line();
    const auto width = [&](float by) { scene.edit(widen_account_column(scene.plan(), lane.column, static_cast<int>(lane.width + by))); };
    if (lane.movable() &&
        menu_item(column->frozen ? "Let it scroll" : "Keep it in sight", {.icon = icon::panelLeft, .disabled = !scene.editable})) {
        scene.edit(freeze_account_column(scene.plan(), lane.column, !column->frozen));
    }
    if (menu_item("Wider", {.shortcut = chord_text(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_RightArrow), .disabled = !scene.editable})) {
        width(40);
    }
    if (menu_item("Narrower", {.shortcut = chord_text(ImGuiMod_Alt | ImGuiMod_Shift | ImGuiKey_LeftArrow), .disabled = !scene.editable})) {
        width(-40);
    }
    if (lane.movable() && menu_item("Hide", {.icon = icon::eyeOff, .disabled = !scene.editable})) {
        scene.edit(hide_account_columns(scene.plan(), {lane.column}, true));
    }
}

void draw_head_menu(TableFrame &frame, const Lane &lane) {
    Scene &scene = frame.scene;
    if (menu_item("Order upwards", {.icon = icon::arrowUp})) {
        order_once(scene, lane.by, false);
    }
    if (menu_item("Order downwards", {.icon = icon::arrowDown})) {
        order_once(scene, lane.by, true);
    }
    if (menu_item("Order by this as well", {.icon = icon::plus, .shortcut = "Shift+click"})) {
        order_by(scene, lane.by, true);
    }
    if (lane.can_filter() && menu_item("Filter", {.icon = icon::filter})) {
        const ImRect box = frame.lane_box(lane);
        open_table_menu(scene, "##filter", lane.by, {box.Min.x, box.Min.y + tableHeadHeight});
    }
    draw_column_items(frame, lane);
}

/// The stages or pods that a cell can have.
void draw_choices(TableFrame &frame, const Lane &lane) {
    Scene &scene = frame.scene;
    const std::vector<AccountId> accounts =
        is_selected(frame.scratch(), *frame.scratch().cursor)
            ? selected_accounts(scene)
            : std::vector<AccountId>{AccountId(std::string(frame.accounts().table.key(*frame.scratch().cursor)))};
    const std::string now = frame.accounts().table.text(lane.column, *frame.scratch().cursor);
    if (lane.column == stageColumn()) {
        for (const std::string &stage : account_stages(frame.accounts())) {
            if (menu_item(capitalised(stage), {.checked = stage == now})) {
                scene.edit(put_in_stage(scene.plan(), accounts, stage, to_text(platform::today())));
            }
        }
        return;
    }
    for (const PodId &pod : ordered(scene.plan().engagement->pods)) {
        if (menu_item(scene.plan().engagement->pods.at(pod).name, {.checked = pod.text == now})) {
            scene.edit(put_in_pod(scene.plan(), accounts, pod));
        }
    }
    if (menu_item("No pod", {.checked = now.empty()})) {
        scene.edit(put_in_pod(scene.plan(), accounts, {}));
    }
}

/// What a filter calls the cell's value; nothing where it is known by a range or by words in it.
std::optional<std::string> word_of(const TableFrame &frame, const Lane &lane, std::uint32_t row) {
    if (lane.type != AccountColumnType::category && lane.type != AccountColumnType::yesNo) {
        return std::nullopt;
    }
    const AccountValue value = frame.accounts().table.value(lane.column, row);
    if (std::holds_alternative<std::monostate>(value)) {
        return std::string();
    }
    return frame.accounts().table.text(lane.column, row);
}

void draw_cell_menu(TableFrame &frame, const Lane &lane) {
    Scene &scene = frame.scene;
    AccountTableScratch &scratch = frame.scratch();
    const std::uint32_t row = *scratch.cursor;
    if (menu_item("Why it stands here", {.icon = icon::circleHelp})) {
        select_account(scene, row, true);
    }
    if (!lane.column.empty() &&
        menu_item("Edit the cell", {.icon = icon::pencil, .shortcut = key_text(Command::rename), .disabled = !scene.editable})) {
        start_editing(frame, row, lane);
    }
    if (menu_item("Copy", {.icon = icon::copy, .shortcut = key_text(Command::copy)})) {
        platform::copy_text(copied_accounts(scene));
    }
    const std::optional<std::string> word = lane.column.empty() ? std::nullopt : word_of(frame, lane, row);
    if (word) {
        menu_line();
        const std::string shown = word->empty() ? "not known" : quoted(*word);
        if (menu_item("Show only " + lane.name + " " + shown, {.icon = icon::filter})) {
            scratch.question.filters[lane.by] = {};
            scratch.question.filters[lane.by].words = {*word};
        }
    }
    if (!scratch.question.filters.empty() && menu_item("Show all again", {.icon = icon::x})) {
        scratch.question.filters.clear();
    }
}

/// A switch, the name, and buttons that keep it in sight and move it.
void draw_chooser_row(Scene &scene, const std::vector<AccountColumnId> &columns, std::size_t place, float width) {
    const AccountColumnId &id = columns[place];
    const AccountColumn &column = scene.plan().accounts->columns.at(id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float height = 36;
    const float small = design().setting.touch ? 32 : 28;
    ImGui::PushID(id.text.c_str());
    ImGui::SetCursorScreenPos({at.x, at.y + 8});
    if (toggle("##shown", "Show " + column.name, !column.hidden, !scene.editable)) {
        scene.edit(hide_account_columns(scene.plan(), {id}, !column.hidden));
    }
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 44, at.y}, {at.x + width - 3 * small - 6, at.y + height}}, column.name,
              {.size = type::small + 1, .colour = column.hidden ? palette().muted : palette().text});
    ImGui::SetCursorScreenPos({at.x + width - 3 * small, at.y + (height - small) / 2});
    if (icon_button("##frozen", icon::panelLeft, (column.frozen ? "Let it scroll: " : "Keep in sight: ") + column.name,
                    {.width = small, .disabled = !scene.editable, .selected = column.frozen})) {
        scene.edit(freeze_account_column(scene.plan(), id, !column.frozen));
    }
    ImGui::SameLine(0, 0);
    if (icon_button("##up", icon::arrowUp, "Further left: " + column.name, {.width = small, .disabled = place == 0 || !scene.editable})) {
        scene.edit(move_account_column(scene.plan(), id, columns[place - 1]));
    }
    ImGui::SameLine(0, 0);
    const bool last = place + 1 == columns.size();
    if (icon_button("##down", icon::arrowDown, "Further right: " + column.name, {.width = small, .disabled = last || !scene.editable})) {
        scene.edit(move_account_column(scene.plan(), id, place + 2 < columns.size() ? columns[place + 2] : AccountColumnId()));
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

} // namespace

void open_table_menu(Scene &scene, const std::string &menu, const std::string &lane, const ImVec2 &at) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    scratch.openMenu = menu;
    scratch.menuLane = lane;
    scratch.menuAt = at;
}

void draw_table_menus(TableFrame &frame) {
    AccountTableScratch &scratch = frame.scratch();
    if (scratch.openMenu == "##head-menu" || scratch.openMenu == "##cell-menu" || scratch.openMenu == "##filter" ||
        scratch.openMenu == "##choices") {
        ImGui::OpenPopup(scratch.openMenu.c_str());
        scratch.openMenu.clear();
    }
    const Lane *lane = frame.lane(scratch.menuLane);
    if (lane == nullptr) {
        return;
    }
    if (ImGui::IsPopupOpen("##head-menu")) {
        ImGui::SetNextWindowPos(scratch.menuAt, ImGuiCond_Appearing);
        menu("##head-menu", lane->name, [&] { draw_head_menu(frame, *lane); });
    }
    if (ImGui::IsPopupOpen("##cell-menu") && scratch.cursor) {
        ImGui::SetNextWindowPos(scratch.menuAt, ImGuiCond_Appearing);
        menu("##cell-menu", account_name(frame.accounts(), *scratch.cursor), [&] { draw_cell_menu(frame, *lane); });
    }
    if (ImGui::IsPopupOpen("##choices") && scratch.cursor) {
        ImGui::SetNextWindowPos(scratch.menuAt, ImGuiCond_Appearing);
        menu("##choices", lane->name, [&] { draw_choices(frame, *lane); });
    }
    popover("##filter", "Filter " + lane->name, scratch.menuAt, 288, [&] { draw_column_filter(frame.scene, lane->by); });
}

void draw_column_chooser(Scene &scene) {
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::erase(columns, accounts.nameColumn);
    const auto hidden = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [&](const AccountColumnId &id) { return accounts.columns.at(id).hidden; }));
    line("Columns", {.size = type::small + 1, .strong = true});
    gap(8);
    constexpr float each = 36;
    constexpr float most = 10;
    // No taller than the page leaves room for above the buttons, else the popover around it would scroll too.
    const float below = 10 + controlHeight + ImGui::GetStyle().WindowPadding.y + popoverMargin;
    const float room = ImGui::GetIO().DisplaySize.y - ImGui::GetCursorScreenPos().y - below;
    const float wanted = each * std::min(most, static_cast<float>(columns.size()));
    ImGui::BeginChild("##list", {0, std::max(2 * each, std::min(wanted, std::floor(room)))}, ImGuiChildFlags_NavFlattened);
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(columns.size()), each);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto place = static_cast<std::size_t>(i);
            draw_chooser_row(scene, columns, place, width);
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    gap(10);
    if (button("##all", "Show all", {.disabled = hidden == 0 || !scene.editable})) {
        scene.edit(hide_account_columns(scene.plan(), columns, false));
    }
    ImGui::SameLine(0, 8);
    if (button("##done", "Done", {.look = Look::primary})) {
        ImGui::CloseCurrentPopup();
    }
}

} // namespace fullcourt::ui
