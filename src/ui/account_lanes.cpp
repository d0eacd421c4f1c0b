// Which accounts the table shows, in which order, and in which lanes.
#include <algorithm>
#include <cmath>

#include "app/account_list_text.h"
#include "ui/account_table.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

constexpr float checkWidth = 34;
constexpr float rankWidth = 44;
constexpr float accountLanesNameWidth = 160;
constexpr float scoreWidth = 112;
constexpr float tierWidth = 80;
constexpr float tagsWidth = 150;

float standard_width(AccountColumnType type) {
    switch (type) {
    case AccountColumnType::number:
    case AccountColumnType::date: return 104;
    case AccountColumnType::yesNo: return 92;
    case AccountColumnType::category: return 118;
    case AccountColumnType::text: break;
    }
    return 150;
}

/// Until a person drags it: as its values usually want, and so that its name is read whole where it is no sentence.
float usual_width(const AccountColumn &column) {
    constexpr float filterRoom = 52; // and what stands around the name
    constexpr float widestForName = 168;
    const float named = text_size(column.name, {.size = type::tiny, .strong = true}).x + filterRoom;
    return std::max(standard_width(column.type), std::min(std::ceil(named), widestForName));
}

bool is_known(const Scene &scene, const std::string &by) {
    if (by == byName || by == byTags) {
        return true;
    }
    return by == byRank || by == byTier ? has_score(scene) : scene.plan().accounts->columns.contains(AccountColumnId(by));
}

float width_of(const AccountColumn &column, float standard) { return column.width ? static_cast<float>(*column.width) : standard; }

/// Those that stand still first, as long as they leave room for what scrolls; the name takes what is left over.
void set_in_place(std::vector<Lane> &lanes, float width) {
    constexpr float mostFrozen = 0.75F;
    float frozen = 0;
    float all = 0;
    for (Lane &lane : lanes) {
        const bool fits = !lane.movable() || frozen + lane.width <= width * mostFrozen;
        lane.frozen = lane.frozen && (fits || width <= 0);
        frozen += lane.frozen ? lane.width : 0;
        all += lane.width;
    }
    std::stable_partition(lanes.begin(), lanes.end(), [](const Lane &lane) { return lane.frozen; });
    const auto called = std::find_if(lanes.begin(), lanes.end(), [](const Lane &lane) { return lane.by == byName; });
    called->width += std::max(0.0F, std::floor(width - all));
    float x = 0;
    for (Lane &lane : lanes) {
        lane.x = x;
        x += lane.width;
    }
}

/// Looked for once in each state of the plan: there may be as many marks as accounts.
bool any_tags(const Scene &scene) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    const std::string stamp = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation);
    if (stamp != scratch.tagsStamp) {
        const Collection<AccountMark> &marks = scene.plan().accounts->marks;
        scratch.tagsStamp = stamp;
        scratch.anyTags = std::any_of(marks.begin(), marks.end(), [](const auto &mark) { return !mark.second.tags.empty(); });
    }
    return scratch.anyTags;
}

} // namespace

void recall_list(Scene &scene) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    if (scratch.plan == scene.state.open->id.text) {
        return;
    }
    scratch.plan = scene.state.open->id.text;
    scratch.question = account_list_of(platform::preference(account_list_preference(scene.state.open->id)), *scene.plan().accounts);
    scratch.kept = scratch.question;
}

void keep_list(Scene &scene) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    if (scratch.question != scratch.kept) {
        scratch.kept = scratch.question;
        scene.dispatch(action::KeepAccountList{account_list_text(scratch.question)});
    }
}

bool has_score(const Scene &scene) { return !scene.plan().scoring->criteria.empty(); }

const Scores *scores_of(const Scene &scene) { return has_score(scene) ? &scene.app.score_board().scores(Weights::agreed) : nullptr; }

std::vector<ListOrder> shown_order(const Scene &scene) {
    std::vector<ListOrder> order;
    for (const ListOrder &by : scene.scratch.accountTable.question.order) {
        if (is_known(scene, by.by)) {
            order.push_back(by);
        }
    }
    if (order.empty()) {
        order.push_back({std::string(has_score(scene) ? byRank : byName), false});
    }
    return order;
}

void order_by(Scene &scene, const std::string &by, bool add) {
    const std::string key = by == laneScore ? std::string(byRank) : by;
    if (key == laneCheck) {
        return;
    }
    std::vector<ListOrder> order = shown_order(scene);
    const auto at = std::find_if(order.begin(), order.end(), [&](const ListOrder &one) { return one.by == key; });
    if (at != order.end()) {
        at->descending = !at->descending;
        if (!add) {
            order = {*at};
        }
    } else if (add) {
        order.push_back({key, false});
    } else {
        order = {{key, false}};
    }
    scene.scratch.accountTable.question.order = std::move(order);
}

const std::vector<std::uint32_t> &shown_accounts(Scene &scene) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    std::erase_if(scratch.question.filters, [&](const auto &filter) { return !is_known(scene, filter.first) || !filter.second.asks(); });
    ListQuestion question = scratch.question;
    question.order = shown_order(scene);
    question.shown = shown_words(*scene.plan().engagement);
    const std::string stamp = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation);
    return scratch.list.rows(stamp, *scene.plan().accounts, question, scores_of(scene));
}

std::vector<AccountColumnId> table_columns(const Accounts &accounts) {
    std::vector<AccountColumnId> columns = ordered(accounts.columns);
    std::erase_if(columns, [&](const AccountColumnId &id) { return id == accounts.nameColumn || accounts.columns.at(id).hidden; });
    return columns;
}

std::vector<Lane> lanes_of(const Scene &scene, float width) {
    const Accounts &accounts = *scene.plan().accounts;
    std::vector<Lane> lanes;
    const auto add = [&](std::string_view by, const std::string &name, float wide, bool frozen) -> Lane & {
        lanes.push_back({.by = std::string(by), .name = name, .width = wide, .frozen = frozen});
        return lanes.back();
    };
    add(laneCheck, "Select", checkWidth, true);
    if (has_score(scene)) {
        add(byRank, "Rank", rankWidth, true);
    }
    const AccountColumn *called = find(accounts.columns, accounts.nameColumn);
    Lane &name = add(byName, "Account", called == nullptr ? accountLanesNameWidth : width_of(*called, accountLanesNameWidth), true);
    name.column = accounts.nameColumn;
    if (has_score(scene)) {
        add(laneScore, "Score", scoreWidth, false);
        add(byTier, "Tier", tierWidth, false);
    }
    if (any_tags(scene)) {
        add(byTags, "Tags", tagsWidth, false);
    }
    for (const AccountColumnId &id : table_columns(accounts)) {
        const AccountColumn &column = accounts.columns.at(id);
        Lane &lane = add(id.text, column.name, width_of(column, usual_width(column)), column.frozen);
        lane.column = id;
        lane.type = column.type;
    }
    const TableDrag &drag = scene.scratch.accountTable.drag;
    for (Lane &lane : lanes) {
        lane.width = drag.kind == TableDragKind::width && drag.lane == lane.by ? drag.width : lane.width;
    }
    set_in_place(lanes, width);
    return lanes;
}

} // namespace fullcourt::ui
