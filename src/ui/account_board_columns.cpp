// The board's columns: by tier, by stage or by pod; and what its cards show.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "edit/account_list_gestures.h"
#include "ui/account_board.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr std::size_t mostFields = 6;
constexpr int mostCards = 1'000'000;
constexpr std::array<Tier, 4> accountBoardColumnsTiers = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
constexpr std::string_view ofTier = "tier:";
constexpr std::string_view ofStage = "stage:";
constexpr std::string_view ofPod = "pod:";

std::vector<AccountId> accounts_at(const Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<AccountId> ids;
    ids.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        ids.emplace_back(std::string(scene.plan().accounts->table.key(row)));
    }
    return ids;
}

Tier tier_at(const Scene &scene, const Scores *scores, std::uint32_t row) {
    if (scores != nullptr) {
        return scores->tier[row];
    }
    const Accounts &accounts = *scene.plan().accounts;
    const AccountMark *mark = find(accounts.marks, AccountId(std::string(accounts.table.key(row))));
    return mark == nullptr ? Tier::none : mark->tier.value_or(Tier::none);
}

BoardColumn column_of(std::string_view kind, const std::string &word, const std::string &name, ImU32 ink) {
    return {.key = std::string(kind) + word, .name = name, .ink = ink};
}

std::vector<BoardColumn> tier_columns(const Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<BoardColumn> columns;
    for (const Tier tier : accountBoardColumnsTiers) {
        const std::string word(tier_name(tier));
        columns.push_back(column_of(ofTier, word, capitalised(word), tier == Tier::none ? palette().edge : tier_ink(tier)));
    }
    const Scores *scores = scores_of(scene);
    for (const std::uint32_t row : rows) {
        const Tier tier = tier_at(scene, scores, row);
        columns[static_cast<std::size_t>(std::find(accountBoardColumnsTiers.begin(), accountBoardColumnsTiers.end(), tier) -
                                         accountBoardColumnsTiers.begin())]
            .rows.push_back(row);
    }
    return columns;
}

/// The rows by the word in their cell of a column; those whose word is no column's go into the first.
void sort_in(const Scene &scene, const AccountColumnId &column, std::string_view kind, const std::vector<std::uint32_t> &rows,
             std::vector<BoardColumn> &columns) {
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        places.emplace(columns[i].key.substr(kind.size()), i);
    }
    for (const std::uint32_t row : rows) {
        const AccountValue value = scene.plan().accounts->table.value(column, row);
        const auto *word = std::get_if<std::string_view>(&value);
        const auto at = places.find(word == nullptr ? std::string_view() : *word);
        columns[at == places.end() ? 0 : at->second].rows.push_back(row);
    }
}

std::vector<BoardColumn> stage_columns(const Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<BoardColumn> columns = {column_of(ofStage, "", "No stage", palette().edge)};
    for (const std::string &stage : account_stages(*scene.plan().accounts)) {
        columns.push_back(column_of(ofStage, stage, capitalised(stage), palette().accent));
    }
    sort_in(scene, stageColumn(), ofStage, rows, columns);
    return columns;
}

std::vector<BoardColumn> pod_columns(const Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<BoardColumn> columns = {column_of(ofPod, "", "No pod", palette().edge)};
    for (const PodId &pod : ordered(scene.plan().engagement->pods)) {
        columns.push_back(column_of(ofPod, pod.text, scene.plan().engagement->pods.at(pod).name, palette().accent));
    }
    sort_in(scene, podColumn(), ofPod, rows, columns);
    return columns;
}

/// What the score itself leaves room for.
std::optional<int> capacity_of(const Scene &scene, const std::string &key) {
    const TierPolicy &policy = scene.plan().scoring->tiers;
    if (policy.method != TierMethod::capacity || !has_score(scene) || !key.starts_with(ofTier)) {
        return std::nullopt;
    }
    const std::string word = key.substr(ofTier.size());
    return word == tier_name(Tier::oneToOne)   ? std::optional(policy.oneToOne)
           : word == tier_name(Tier::oneToFew) ? std::optional(policy.oneToFew)
                                               : std::nullopt;
}

/// Which columns' values the cards show.
void draw_field_choice(Scene &scene) {
    const Accounts &accounts = *scene.plan().accounts;
    for (const AccountColumnId &id : table_columns(accounts)) {
        const bool on = board_of(scene).fields.contains(id);
        const bool full = !on && board_of(scene).fields.size() >= mostFields;
        if (menu_item(accounts.columns.at(id).name, {.disabled = full, .checked = on})) {
            AccountBoard board = board_of(scene);
            if (on) {
                board.fields.erase(id);
            } else {
                board.fields.insert(id);
            }
            scene.edit(set_account_board(scene.plan(), board));
        }
    }
}

} // namespace

const AccountBoard &board_of(const Scene &scene) { return scene.plan().accounts->board; }

std::vector<BoardColumn> sorted_into_columns(const Scene &scene, const std::vector<std::uint32_t> &rows) {
    std::vector<BoardColumn> columns;
    switch (board_of(scene).by) {
    case BoardBy::tier: columns = tier_columns(scene, rows); break;
    case BoardBy::stage: columns = stage_columns(scene, rows); break;
    case BoardBy::pod: columns = pod_columns(scene, rows); break;
    }
    const std::map<std::string, int> &limits = board_of(scene).limits;
    for (BoardColumn &column : columns) {
        const auto at = limits.find(column.key);
        column.limit = at == limits.end() ? capacity_of(scene, column.key) : std::optional(at->second);
    }
    return columns;
}

void move_cards(Scene &scene, const std::vector<std::uint32_t> &rows, const std::string &column, const std::string &reason) {
    const std::vector<AccountId> accounts = accounts_at(scene, rows);
    const Plan &plan = scene.plan();
    if (column.starts_with(ofStage)) {
        scene.edit(put_in_stage(plan, accounts, column.substr(ofStage.size()), to_text(platform::today())));
    } else if (column.starts_with(ofPod)) {
        scene.edit(put_in_pod(plan, accounts, PodId(column.substr(ofPod.size()))));
    } else {
        const auto tier = std::find_if(accountBoardColumnsTiers.begin(), accountBoardColumnsTiers.end(),
                                       [&](Tier one) { return column.substr(ofTier.size()) == tier_name(one); });
        if (tier != accountBoardColumnsTiers.end()) {
            scene.edit(set_tiers_by_hand(plan, accounts, *tier, reason));
        }
    }
}

std::vector<AccountColumnId> board_fields(const Scene &scene) {
    const std::set<AccountColumnId> &chosen = board_of(scene).fields;
    std::vector<AccountColumnId> fields;
    for (const AccountColumnId &id : ordered(scene.plan().accounts->columns)) {
        if (chosen.contains(id) && fields.size() < mostFields) {
            fields.push_back(id);
        }
    }
    return fields;
}

void set_limit(Scene &scene, const std::string &column, const std::string &text) {
    const std::string_view plain = trimmed(text);
    int limit = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), limit);
    AccountBoard board = board_of(scene);
    if (error == std::errc() && end == plain.data() + plain.size() && limit >= 0 && limit <= mostCards) {
        board.limits[column] = limit;
    } else {
        board.limits.erase(column);
    }
    scene.edit(set_account_board(scene.plan(), board));
}

float draw_board_tools(Scene &scene, float width) {
    static const std::array<std::string, 3> labels = {"By tier", "By stage", "By pod"};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginChild("##board-by", {std::min(300.0F, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##by", "Columns of the board", labels, static_cast<int>(board_of(scene).by));
        picked && scene.editable) {
        AccountBoard board = board_of(scene);
        board.by = static_cast<BoardBy>(*picked);
        scene.edit(set_account_board(scene.plan(), board));
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x + std::min(310.0F, width), at.y});
    if (button("##fields", "On the cards", {.icon = icon::list, .disabled = !scene.editable})) {
        ImGui::OpenPopup("##field-menu");
    }
    ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + 4}, ImGuiCond_Appearing);
    menu("##field-menu", "What the cards show", [&] { draw_field_choice(scene); });
    const float height = controlHeight + 10;
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    return height;
}

} // namespace fullcourt::ui
