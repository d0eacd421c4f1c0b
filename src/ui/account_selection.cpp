// Which accounts are selected, what they add up to, and what is done to all of them at once.
#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "edit/account_gestures.h"
#include "edit/account_list_gestures.h"
#include "io/grid_text.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

AccountTableScratch &scratch_of(Scene &scene) { return scene.scratch.accountTable; }

std::string key_of(const Scene &scene, std::uint32_t row) { return std::string(scene.plan().accounts->table.key(row)); }

bool same_keys(const AccountTableScratch &scratch, const AccountTable &table) {
    const auto &keys = table.keys();
    return scratch.keys.size() == keys.size() &&
           std::equal(keys.begin(), keys.end(), scratch.keys.begin(), [](const auto &a, const auto &b) { return a.shares_with(b); });
}

void set_selected(AccountTableScratch &scratch, std::vector<std::uint32_t> rows) {
    scratch.selected = std::move(rows);
    ++scratch.selectionRevision;
}

// ---- The bar

std::vector<std::string> all_tags(const Accounts &accounts) {
    std::set<std::string> tags;
    for (const auto &[id, mark] : accounts.marks) {
        tags.insert(mark.tags.begin(), mark.tags.end());
    }
    return {tags.begin(), tags.end()};
}

std::string many(std::size_t count) { return counted(count, "account", "accounts"); }

/// How many of the selected accounts search and filters leave out; what is done to all is done to them too.
std::size_t selected_unseen(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    const std::vector<std::uint32_t> &rows = shown_accounts(scene);
    const std::string key = std::to_string(scratch.list.revision()) + "|" + std::to_string(scratch.selectionRevision);
    if (key != scratch.unseenKey) {
        scratch.unseenKey = key;
        const auto shown = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return is_selected(scratch, row); });
        scratch.unseen = scratch.selected.size() - static_cast<std::size_t>(shown);
    }
    return scratch.unseen;
}

/// A button that opens a small window under itself.
void bulk_button(Scene &scene, const std::string &popup, const std::string &label, const char *icon) {
    const bool clicked = button(("##open" + popup).c_str(), label, {.icon = icon, .look = Look::ghost, .disabled = !scene.editable});
    if (clicked) {
        ImGui::OpenPopup(popup.c_str());
        scratch_of(scene).text.clear();
        scratch_of(scene).menuAt = {ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + 4};
    }
    ImGui::SameLine(0, 6);
}

void draw_set_column(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::vector<std::string> names;
    for (const AccountColumnId &id : columns) {
        names.push_back(accounts.columns.at(id).name);
    }
    if (columns.empty()) {
        return;
    }
    const auto at = std::find(columns.begin(), columns.end(), AccountColumnId(scratch.bulkColumn));
    const auto chosen = at == columns.end() ? std::size_t{0} : static_cast<std::size_t>(at - columns.begin());
    if (const auto picked = choice("##column", "Column to set", names, static_cast<int>(chosen))) {
        scratch.bulkColumn = columns[static_cast<std::size_t>(*picked)].text;
    }
    gap(8);
    const FieldEvent event = text_field("##value", "New value", scratch.text,
                                        {.hint = "Empty clears it", .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
    gap(10);
    if (button("##set", "Set for " + many(scratch.selected.size()), {.look = Look::primary}) || event.entered) {
        scene.edit(set_account_cells(scene.plan(), selected_accounts(scene), columns[chosen], scratch.text));
        ImGui::CloseCurrentPopup();
    }
}

void draw_tags(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    const std::vector<AccountId> selected = selected_accounts(scene);
    const FieldEvent event =
        text_field("##tag", "New tag", scratch.text,
                   {.hint = by_hand("New tag, then Enter", "New tag"), .size = type::small + 1, .takeFocus = ImGui::IsWindowAppearing()});
    if (event.entered && !trimmed(scratch.text).empty()) {
        scene.edit(tag_accounts(scene.plan(), selected, scratch.text, true));
        scratch.text.clear();
        ImGui::CloseCurrentPopup();
    }
    const Accounts &accounts = *scene.plan().accounts;
    for (const std::string &tag : all_tags(accounts)) {
        const bool on = std::all_of(selected.begin(), selected.end(), [&](const AccountId &id) {
            const AccountMark *mark = find(accounts.marks, id);
            return mark != nullptr && std::find(mark->tags.begin(), mark->tags.end(), tag) != mark->tags.end();
        });
        if (menu_item(tag, {.checked = on})) {
            scene.edit(tag_accounts(scene.plan(), selected, tag, !on));
        }
    }
}

void draw_tier_for_all(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    static const std::array<std::string, 5> labels = {"1:1", "1:few", "1:many", "No tier", "As scored"};
    constexpr std::array<std::optional<Tier>, 5> tiers = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none, std::nullopt};
    if (const auto picked = choice("##tier", "Tier by hand", labels, scratch.bulkTier)) {
        scratch.bulkTier = *picked;
    }
    const std::optional<Tier> tier = tiers[static_cast<std::size_t>(scratch.bulkTier)];
    gap(8);
    const FieldEvent event = text_field("##reason", "Why", scratch.text,
                                        {.hint = "Why, so that both sides can read it", .size = type::small + 1, .disabled = !tier});
    gap(10);
    const bool asks = tier && trimmed(scratch.text).empty();
    if (button("##set", "Set for " + many(scratch.selected.size()),
               {.look = Look::primary, .disabled = asks, .tooltip = asks ? "A tier by hand wants a reason" : ""}) ||
        (event.entered && !asks)) {
        scene.edit(set_tiers_by_hand(scene.plan(), selected_accounts(scene), tier, scratch.text));
        ImGui::CloseCurrentPopup();
    }
}

} // namespace

bool is_selected(const AccountTableScratch &scratch, std::uint32_t row) {
    return std::binary_search(scratch.selected.begin(), scratch.selected.end(), row);
}

void follow_selection(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    const AccountTable &table = scene.plan().accounts->table;
    const std::string chosen = chosen_item(scene.state, View::accounts);
    const bool other = !same_keys(scratch, table);
    if (other) {
        scratch.keys = table.keys();
        scratch.cursor.reset();
        scratch.anchor.reset();
        scratch.editing.reset();
        set_selected(scratch, {});
    }
    if (!other && chosen == scratch.seenChosen) {
        return;
    }
    scratch.seenChosen = chosen;
    if (std::exchange(scratch.choosesAgain, false)) {
        return;
    }
    if (scratch.cursor && table.key(*scratch.cursor) == chosen) {
        return;
    }
    const std::optional<std::uint32_t> row = chosen.empty() ? std::nullopt : scene.app.score_board().row_of(chosen);
    if (row) {
        scratch.cursor = row;
        scratch.anchor = scratch.cursor;
        scratch.onHead = false;
        scratch.reveal = true;
        set_selected(scratch, {*scratch.cursor});
    }
}

void select_account(Scene &scene, std::uint32_t row, bool openDetails) {
    AccountTableScratch &scratch = scratch_of(scene);
    scratch.cursor = row;
    scratch.anchor = row;
    scratch.onHead = false;
    set_selected(scratch, {row});
    scratch.seenChosen = key_of(scene, row);
    if (openDetails) {
        choose_item(scene, View::accounts, scratch.seenChosen);
    } else {
        scene.dispatch(action::Choose{View::accounts, scratch.seenChosen});
    }
}

void toggle_account(Scene &scene, std::uint32_t row) {
    AccountTableScratch &scratch = scratch_of(scene);
    std::vector<std::uint32_t> rows = scratch.selected;
    const auto at = std::lower_bound(rows.begin(), rows.end(), row);
    if (at != rows.end() && *at == row) {
        rows.erase(at);
    } else {
        rows.insert(at, row);
    }
    scratch.cursor = row;
    scratch.anchor = row;
    scratch.onHead = false;
    set_selected(scratch, std::move(rows));
}

void select_up_to(Scene &scene, const std::vector<std::uint32_t> &rows, std::uint32_t row) {
    AccountTableScratch &scratch = scratch_of(scene);
    const auto from = std::find(rows.begin(), rows.end(), scratch.anchor.value_or(row));
    const auto to = std::find(rows.begin(), rows.end(), row);
    if (to == rows.end()) {
        return;
    }
    const auto begin = from == rows.end() ? to : std::min(from, to);
    const auto end = from == rows.end() ? to : std::max(from, to);
    std::vector<std::uint32_t> range(begin, end + 1);
    std::sort(range.begin(), range.end());
    scratch.cursor = row;
    scratch.anchor = from == rows.end() ? row : *from;
    scratch.onHead = false;
    set_selected(scratch, std::move(range));
}

void select_all_shown(Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<std::uint32_t> all = rows;
    std::sort(all.begin(), all.end());
    set_selected(scratch_of(scene), std::move(all));
}

SelectedAccounts selected_now(const Scene &scene) {
    const AccountTableScratch &scratch = scene.scratch.accountTable;
    return {.rows = scratch.selected,
            .cursor = scratch.cursor,
            .anchor = scratch.anchor,
            .lane = scratch.lane,
            .onHead = scratch.onHead,
            .chosen = chosen_item(scene.state, View::accounts),
            .panelOpen = scene.scratch.panel.open,
            .panelTab = scene.scratch.panel.tab};
}

void select_again(Scene &scene, const SelectedAccounts &before) {
    AccountTableScratch &scratch = scratch_of(scene);
    set_selected(scratch, before.rows);
    scratch.cursor = before.cursor;
    scratch.anchor = before.anchor;
    scratch.lane = before.lane;
    scratch.onHead = before.onHead;
    scene.scratch.panel.open = before.panelOpen;
    scene.scratch.panel.tab = before.panelTab;
    if (chosen_item(scene.state, View::accounts) != before.chosen) {
        scratch.choosesAgain = true;
        scene.dispatch(action::Choose{View::accounts, before.chosen});
    }
}

void select_none(Scene &scene) {
    AccountTableScratch &scratch = scratch_of(scene);
    set_selected(scratch, scratch.cursor ? std::vector<std::uint32_t>{*scratch.cursor} : std::vector<std::uint32_t>());
}

std::vector<AccountId> selected_accounts(const Scene &scene) {
    std::vector<AccountId> ids;
    ids.reserve(scene.scratch.accountTable.selected.size());
    for (const std::uint32_t row : scene.scratch.accountTable.selected) {
        ids.emplace_back(key_of(scene, row));
    }
    return ids;
}

std::string copied_accounts(Scene &scene) {
    follow_selection(scene);
    const AccountTableScratch &scratch = scratch_of(scene);
    const Accounts &accounts = *scene.plan().accounts;
    if (scratch.selected.empty()) {
        return {};
    }
    const Scores *scores = scores_of(scene);
    TextTable table;
    std::vector<std::string> head = {accounts.keyName.empty() ? "Account ID" : accounts.keyName};
    std::vector<Lane> lanes = lanes_of(scene, 0);
    std::erase_if(lanes, [](const Lane &lane) { return lane.by == laneCheck; });
    std::transform(lanes.begin(), lanes.end(), std::back_inserter(head), [](const Lane &lane) { return lane.name; });
    table.rows.push_back(std::move(head));
    for (const std::uint32_t row : shown_accounts(scene)) {
        if (!is_selected(scratch, row)) {
            continue;
        }
        std::vector<std::string> cells = {key_of(scene, row)};
        for (const Lane &lane : lanes) {
            const bool scored = scores != nullptr;
            const AccountMark *mark = lane.by == byTags ? find(accounts.marks, AccountId(cells.front())) : nullptr;
            cells.push_back(lane.by == byName      ? account_name(accounts, row)
                            : !lane.column.empty() ? accounts.table.text(lane.column, row)
                            : lane.by == byTags    ? (mark == nullptr ? std::string() : listed(mark->tags))
                            : !scored              ? std::string()
                            : lane.by == byRank    ? rank_words(*scores, row)
                            : lane.by == laneScore ? (has_score(*scores, row) ? one_decimal(scores->score[row]) : std::string())
                                                   : std::string(tier_name(scores->tier[row])));
        }
        table.rows.push_back(std::move(cells));
    }
    return table.rows.size() == 1 ? std::string() : write_tsv(table);
}

const ColumnTotal &shown_total(TableFrame &frame, const AccountColumnId &column) {
    AccountTableScratch &scratch = frame.scratch();
    const bool several = scratch.selected.size() > 1;
    const std::string key = std::to_string(scratch.list.revision()) + "|" + (several ? std::to_string(scratch.selectionRevision) : "all");
    if (key != scratch.totalsKey) {
        scratch.totalsKey = key;
        scratch.totals.clear();
    }
    const auto [at, fresh] = scratch.totals.try_emplace(column);
    if (fresh) {
        at->second = total_of(frame.accounts().table, column, several ? scratch.selected : frame.rows);
    }
    return at->second;
}

void draw_bulk_bar(Scene &scene, float width) {
    AccountTableScratch &scratch = scratch_of(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + controlHeight}, palette().noteSoft, rounding);
    const std::size_t unseen = selected_unseen(scene);
    const std::string words =
        grouped(scratch.selected.size()) + " selected" + (unseen == 0 ? std::string() : " (" + std::to_string(unseen) + " hidden)");
    const float room = text_size(words, {.size = type::small + 1, .strong = true}).x;
    draw_line(list, {{at.x + 12, at.y}, {at.x + 14 + room, at.y + controlHeight}}, words, {.size = type::small + 1, .strong = true});
    ImGui::SetCursorScreenPos({at.x + room + 30, at.y});
    bulk_button(scene, "##bulk-column", "Set a column", icon::pencil);
    popover("##bulk-column", "Set a column", scratch.menuAt, 280, [&] { draw_set_column(scene); });
    bulk_button(scene, "##bulk-tags", "Tag", icon::plus);
    popover("##bulk-tags", "Tag", scratch.menuAt, 240, [&] { draw_tags(scene); });
    if (has_score(scene)) {
        bulk_button(scene, "##bulk-tier", "Tier", icon::target);
        popover("##bulk-tier", "Tier by hand", scratch.menuAt, 300, [&] { draw_tier_for_all(scene); });
    }
    // Its word gives way where the line is short.
    const float left = at.x + width - controlHeight - ImGui::GetCursorScreenPos().x;
    const bool copy =
        left < button_width("Copy", true)
            ? icon_button("##copy", icon::copy, "Copy")
            : button("##copy", "Copy", {.icon = icon::copy, .look = Look::ghost, .tooltip = "With heads, to paste into a spreadsheet"});
    if (copy) {
        platform::copy_text(copied_accounts(scene));
    }
    ImGui::SetCursorScreenPos({at.x + width - controlHeight, at.y});
    if (icon_button("##none", icon::x, "Select no more than one")) {
        select_none(scene);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 8});
}

} // namespace fullcourt::ui
