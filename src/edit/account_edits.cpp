#include "edit/account_edits.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edit/walk.h"

namespace fullcourt {
namespace {

/// Past so many cells the whole table is shorter than a list of them.
constexpr std::size_t mostSingleCells = 20'000;
/// From so many rows on an index is quicker than looking for each.
constexpr std::size_t fewRows = 8;

std::size_t kind_of(const AccountTable::Column &column) { return column.front()->values.index(); }

/// The cells that differ where both have the same rows; nothing where there are too many or where a column changed its
/// kind, so that single cells cannot say it.
std::optional<std::vector<SetAccountCells>> changed_cells(const AccountTable &before, const AccountTable &after) {
    std::map<AccountColumnId, SetAccountCells> changed;
    std::size_t count = 0;
    const auto compare = [&](const AccountColumnId &id, const AccountTable::Column *old, const AccountTable::Column *now) {
        for (std::size_t chunk = 0; chunk < before.chunks(); ++chunk) {
            if (old != nullptr && now != nullptr && (*old)[chunk] == (*now)[chunk]) {
                continue;
            }
            for (std::size_t i = 0; i < before.rows_of_chunk(chunk) && count <= mostSingleCells; ++i) {
                const std::size_t row = chunk * accountChunkRows + i;
                std::string text = after.text(id, row);
                if (text != before.text(id, row)) {
                    changed[id].column = id;
                    changed[id].cells.emplace(AccountId(std::string(after.key(row))), std::move(text));
                    ++count;
                }
            }
        }
    };
    for (const auto &[id, column] : before.columns()) {
        const AccountTable::Column *now = after.column(id);
        if (now != nullptr && kind_of(*now) != kind_of(column)) {
            return std::nullopt;
        }
        compare(id, &column, now);
    }
    for (const auto &[id, column] : after.columns()) {
        if (before.column(id) == nullptr) {
            compare(id, nullptr, &column);
        }
    }
    if (count > mostSingleCells) {
        return std::nullopt;
    }
    std::vector<SetAccountCells> steps;
    for (auto &[id, step] : changed) {
        steps.push_back(std::move(step));
    }
    return steps;
}

/// True where the steps were added and lead to `after`'s table.
bool diff_cells(const Accounts &before, const Accounts &after, std::vector<EditStep> &steps) {
    if (before.table.keys() != after.table.keys()) {
        return false;
    }
    std::optional<std::vector<SetAccountCells>> changed = changed_cells(before.table, after.table);
    if (!changed) {
        return false;
    }
    Accounts result = before;
    for (const SetAccountCells &step : *changed) {
        set_cells(result, step);
    }
    if (result.table != after.table) {
        return false;
    }
    for (SetAccountCells &step : *changed) {
        steps.emplace_back(std::move(step));
    }
    return true;
}

} // namespace

void put_column(Accounts &accounts, const AccountColumnId &id, const AccountColumn &column) {
    const AccountColumn *before = find(accounts.columns, id);
    if (before == nullptr || before->type != column.type) {
        accounts.table.convert_column(id, column.type);
    }
    accounts.columns[id] = column;
}

void remove_column(Accounts &accounts, const AccountColumnId &id) {
    accounts.columns.erase(id);
    accounts.table.erase_column(id);
}

void set_cells(Accounts &accounts, const SetAccountCells &step) {
    const AccountColumn *column = find(accounts.columns, step.column);
    if (column == nullptr || accounts.table.rows() == 0) {
        return;
    }
    std::vector<std::pair<std::size_t, std::string_view>> cells;
    const auto add = [&](const std::optional<std::size_t> &row, std::string_view text) {
        if (row) {
            cells.emplace_back(*row, text);
        }
    };
    if (step.cells.size() <= fewRows) {
        for (const auto &[account, text] : step.cells) {
            add(accounts.table.row_of(account.text), text);
        }
    } else {
        const AccountIndex index(accounts.table);
        for (const auto &[account, text] : step.cells) {
            add(index.row_of(account.text), text);
        }
    }
    std::sort(cells.begin(), cells.end());
    accounts.table.set_texts(step.column, column->type, cells);
}

void diff_accounts(const Accounts &before, const Accounts &after, std::vector<EditStep> &steps) {
    Accounts middle = before;
    walk(
        before.columns, after.columns,
        [&](const AccountColumnId &id) {
            remove_column(middle, id);
            steps.emplace_back(Remove<AccountColumn>{id});
        },
        [&](const AccountColumnId &id, const AccountColumn &column) {
            put_column(middle, id, column);
            steps.emplace_back(Put<AccountColumn>{id, column});
        });
    if (before.keyName != after.keyName || before.nameColumn != after.nameColumn) {
        steps.emplace_back(SetAccountNaming{after.keyName, after.nameColumn});
    }
    if (middle.table != after.table && !diff_cells(middle, after, steps)) {
        steps.emplace_back(SetAccountTable{after.table});
    }
    diff_items(before.marks, after.marks, steps);
    if (before.board != after.board) {
        steps.emplace_back(SetAccountBoard{after.board});
    }
    if (before.stages != after.stages) {
        steps.emplace_back(SetAccountStages{after.stages});
    }
    if (before.importMap != after.importMap) {
        steps.emplace_back(SetImportMap{after.importMap});
    }
}

void diff_scoring(const Scoring &before, const Scoring &after, std::vector<EditStep> &steps) {
    diff_items(before.criteria, after.criteria, steps);
    if (before.tiers != after.tiers) {
        steps.emplace_back(SetTierPolicy{after.tiers});
    }
    walk(
        before.signatures, after.signatures, [&](Side side) { steps.emplace_back(SetSignature{side, std::nullopt}); },
        [&](Side side, const ScoringSignature &signature) { steps.emplace_back(SetSignature{side, signature}); });
    diff_items(before.versions, after.versions, steps);
    diff_items(before.lists, after.lists, steps);
    if (before.outcome != after.outcome) {
        steps.emplace_back(SetOutcomePolicy{after.outcome});
    }
}

} // namespace fullcourt
