#include "edit/account_list_gestures.h"

#include <algorithm>

#include "edit/gesture_parts.h"
#include "edit/place_words.h"
#include "edit/placing.h"

namespace fullcourt {

namespace {

/// Puts the column in where the accounts do not have it yet.
void add_column(const Plan &plan, const AccountColumnId &id, const std::string &name, PlanEdit &edit) {
    if (!plan.accounts->columns.contains(id)) {
        AccountColumn column;
        column.name = name;
        column.type = AccountColumnType::category;
        column.position = position_at_end(plan.accounts->columns);
        edit.steps.emplace_back(Put<AccountColumn>{id, std::move(column)});
    }
}

/// Those of the accounts whose cell does not hold the text yet.
std::map<AccountId, std::string> cells_to_set(const Plan &plan, const std::vector<AccountId> &accounts, const AccountColumnId &column,
                                              const std::string &text) {
    std::map<AccountId, std::string> cells;
    const AccountIndex index(plan.accounts->table);
    for (const AccountId &account : accounts) {
        const std::optional<std::size_t> row = index.row_of(account.text);
        if (row && plan.accounts->table.text(column, *row) != text) {
            cells.emplace(account, text);
        }
    }
    return cells;
}

PlanEdit change_column(const Plan &plan, const AccountColumnId &id, const std::string &label, const AccountColumn &column) {
    const AccountColumn *before = find(plan.accounts->columns, id);
    if (before == nullptr || column == *before) {
        return {};
    }
    return {label, {Put<AccountColumn>{id, column}}};
}

} // namespace

PlanEdit put_in_stage(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &stage, const std::string &today) {
    const std::map<AccountId, std::string> cells = cells_to_set(plan, accounts, stageColumn(), stage);
    if (cells.empty()) {
        return {};
    }
    std::vector<AccountId> moved;
    PlanEdit edit;
    add_column(plan, stageColumn(), "Stage", edit);
    const Position end = position_at_end(plan.accounts->marks);
    for (const auto &[account, text] : cells) {
        moved.push_back(account);
        const AccountMark *before = find(plan.accounts->marks, account);
        AccountMark mark = before == nullptr ? AccountMark() : *before;
        if (!stage.empty() && mark.stageSince.try_emplace(stage, today).second) {
            mark.position = mark.position.key.empty() ? end : mark.position;
            edit.steps.emplace_back(Put<AccountMark>{account, std::move(mark)});
        }
    }
    edit.steps.emplace_back(SetAccountCells{stageColumn(), cells});
    edit.label = stage.empty() ? "Take " + accounts_called(plan, moved) + " out of the stages"
                               : "Move " + accounts_called(plan, moved) + " to " + stage;
    return edit;
}

PlanEdit put_in_pod(const Plan &plan, const std::vector<AccountId> &accounts, const PodId &pod) {
    const Pod *described = find(plan.engagement->pods, pod);
    if (!pod.empty() && described == nullptr) {
        return {};
    }
    std::map<AccountId, std::string> cells = cells_to_set(plan, accounts, podColumn(), pod.text);
    if (cells.empty()) {
        return {};
    }
    std::vector<AccountId> moved;
    for (const auto &[account, text] : cells) {
        moved.push_back(account);
    }
    PlanEdit edit;
    add_column(plan, podColumn(), "Pod", edit);
    edit.label = described == nullptr ? "Take " + accounts_called(plan, moved) + " out of the pods"
                                      : "Give " + accounts_called(plan, moved) + " to " + quoted(described->name);
    edit.steps.emplace_back(SetAccountCells{podColumn(), std::move(cells)});
    return edit;
}

PlanEdit hide_account_columns(const Plan &plan, const std::vector<AccountColumnId> &columns, bool hidden) {
    PlanEdit edit;
    std::string name;
    for (const AccountColumnId &id : columns) {
        const AccountColumn *before = find(plan.accounts->columns, id);
        if (before != nullptr && before->hidden != hidden) {
            AccountColumn column = *before;
            column.hidden = hidden;
            name = column.name;
            edit.steps.emplace_back(Put<AccountColumn>{id, std::move(column)});
        }
    }
    const std::string what = edit.steps.size() == 1 ? "the column " + quoted(name) : counted(edit.steps.size(), "column", "columns");
    edit.label = (hidden ? "Hide " : "Show ") + what;
    return edit.steps.empty() ? PlanEdit() : edit;
}

PlanEdit freeze_account_column(const Plan &plan, const AccountColumnId &id, bool frozen) {
    const AccountColumn *before = find(plan.accounts->columns, id);
    if (before == nullptr) {
        return {};
    }
    AccountColumn column = *before;
    column.frozen = frozen;
    return change_column(plan, id, (frozen ? "Freeze the column " : "Let the column scroll: ") + quoted(column.name), column);
}

PlanEdit widen_account_column(const Plan &plan, const AccountColumnId &id, std::optional<int> width) {
    const AccountColumn *before = find(plan.accounts->columns, id);
    if (before == nullptr) {
        return {};
    }
    constexpr int least = 40;
    constexpr int most = 800;
    AccountColumn column = *before;
    column.width = width ? std::optional(std::clamp(*width, least, most)) : std::nullopt;
    return change_column(plan, id, "Change the width of " + quoted(column.name), column);
}

PlanEdit set_account_board(const Plan &plan, const AccountBoard &board) {
    const AccountBoard &before = plan.accounts->board;
    if (board == before) {
        return {};
    }
    const std::string label = board.by != before.by           ? "Change what the board shows"
                              : board.limits != before.limits ? "Change a limit of the board"
                                                              : "Change what the cards show";
    return {label, {SetAccountBoard{board}}};
}

PlanEdit set_tiers_by_hand(const Plan &plan, const std::vector<AccountId> &accounts, std::optional<Tier> tier, const std::string &reason) {
    const Collection<AccountMark> &marks = plan.accounts->marks;
    const Position end = position_at_end(marks);
    std::vector<AccountId> changed;
    PlanEdit edit;
    for (const AccountId &account : accounts) {
        const AccountMark *before = find(marks, account);
        AccountMark mark = before == nullptr ? AccountMark() : *before;
        mark.tier = tier;
        mark.reason = tier ? one_line(reason) : std::string();
        if (mark == (before == nullptr ? AccountMark() : *before)) {
            continue;
        }
        changed.push_back(account);
        AccountMark nothing;
        nothing.position = mark.position;
        if (mark == nothing) {
            edit.steps.emplace_back(Remove<AccountMark>{account});
            continue;
        }
        if (mark.position.key.empty()) {
            mark.position = end; // equal ones stand in the order of their keys
        }
        edit.steps.emplace_back(Put<AccountMark>{account, std::move(mark)});
    }
    if (edit.steps.empty()) {
        return {};
    }
    edit.label = tier ? "Put " + accounts_called(plan, changed) + " into " + std::string(tier_name(*tier))
                      : "Let the score decide on " + accounts_called(plan, changed);
    return edit;
}

PlanEdit move_account_column(const Plan &plan, const AccountColumnId &column, const AccountColumnId &before) {
    const Collection<AccountColumn> &columns = plan.accounts->columns;
    const AccountColumn *described = find(columns, column);
    if (described == nullptr || column == before) {
        return {};
    }
    const std::vector<AccountColumnId> order = ordered(columns);
    const std::vector<AccountColumnId> others = without(order, {column});
    const std::size_t index = index_before(order, others, {column}, before);
    if (with_inserted(others, index, {column}) == order) {
        return {};
    }
    PlanEdit edit{"Move the column " + quoted(described->name), {}};
    for (auto &[id, position] : place(columns, others, index, {column})) {
        AccountColumn placed = columns.at(id);
        placed.position = position;
        edit.steps.emplace_back(Put<AccountColumn>{id, std::move(placed)});
    }
    return edit;
}

} // namespace fullcourt
