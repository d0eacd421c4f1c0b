// Target accounts: the whole list, best first, found and ordered as one types; each opens into why it stands where it does.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/account_list.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float rowHeight = 36;
constexpr float rankWidth = 52;
constexpr float scoreWidth = 150;
constexpr float tierWidth = 76;
constexpr float columnWidth = 128;
constexpr float nameLeast = 180;

const Accounts &accounts_of(const Scene &scene) { return *scene.plan().accounts; }

// ---- Which rows, in which order

constexpr std::string_view byRank = "#rank";
constexpr std::string_view byName = "#name";

bool has_score(const Scene &scene) { return !scene.plan().scoring->criteria.empty(); }

std::string shown_order(const Scene &scene) {
    const std::string &chosen = scene.scratch.accounts.sortedBy;
    const bool known = chosen == byRank || chosen == byName || accounts_of(scene).columns.contains(AccountColumnId(chosen));
    return known && !(chosen == byRank && !has_score(scene)) ? chosen : std::string(has_score(scene) ? byRank : byName);
}

void order_rows(Scene &scene, const std::string &by, std::vector<std::uint32_t> &rows) {
    const bool descending = scene.scratch.accounts.descending;
    if (by == byRank) {
        const std::vector<std::uint32_t> &rank = scene.app.score_board().scores(Weights::agreed).rank;
        std::sort(rows.begin(), rows.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return descending ? rank[b] < rank[a] : rank[a] < rank[b]; });
    } else if (by == byName) {
        sort_rows_by_name(accounts_of(scene), descending, rows);
    } else {
        sort_rows(accounts_of(scene).table, AccountColumnId(by), descending, rows);
    }
}

/// Worked out anew only where something changed that it depends on.
const std::vector<std::uint32_t> &shown_rows(Scene &scene) {
    AccountsScratch &scratch = scene.scratch.accounts;
    const std::string by = shown_order(scene);
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" + by +
                            (scratch.descending ? "|down|" : "|up|") + (scratch.tier ? std::string(tier_name(*scratch.tier)) : "all") +
                            "|" + scratch.search;
    if (key == scratch.key) {
        return scratch.rows;
    }
    scratch.key = key;
    scratch.rows = matching_rows(accounts_of(scene), scratch.search);
    if (scratch.tier && has_score(scene)) {
        const std::vector<Tier> &tiers = scene.app.score_board().scores(Weights::agreed).tier;
        std::erase_if(scratch.rows, [&](std::uint32_t row) { return tiers[row] != *scratch.tier; });
    }
    order_rows(scene, by, scratch.rows);
    return scratch.rows;
}

// ---- Columns

/// Those that criteria read come first: they are what people look for.
std::vector<AccountColumnId> shown_columns(const Scene &scene, std::size_t most) {
    const Accounts &accounts = accounts_of(scene);
    std::vector<AccountColumnId> columns;
    const auto add = [&](const AccountColumnId &id) {
        const bool fits = columns.size() < most && id != accounts.nameColumn && accounts.columns.contains(id);
        if (fits && std::find(columns.begin(), columns.end(), id) == columns.end()) {
            columns.push_back(id);
        }
    };
    for (const CriterionId &id : ordered(scene.plan().scoring->criteria)) {
        add(scene.plan().scoring->criteria.at(id).column);
    }
    for (const AccountColumnId &id : ordered(accounts.columns)) {
        add(id);
    }
    return columns;
}

struct Lane {
    std::string by; ///< what a click on the head orders by
    std::string name;
    float x = 0;
    float width = 0;
    Align align = Align::left;
};

std::vector<Lane> lanes_of(const Scene &scene, float width) {
    const bool scored = has_score(scene);
    const float fixed = scored ? rankWidth + scoreWidth + tierWidth : 0;
    const auto most = static_cast<std::size_t>(std::max(0.0F, (width - fixed - nameLeast) / columnWidth));
    const std::vector<AccountColumnId> columns = shown_columns(scene, most);
    const float name = width - fixed - static_cast<float>(columns.size()) * columnWidth;
    std::vector<Lane> lanes;
    float x = 0;
    const auto add = [&](std::string by, std::string title, float lane, Align align) {
        lanes.push_back({std::move(by), std::move(title), x, lane, align});
        x += lane;
    };
    if (scored) {
        add(std::string(byRank), "Rank", rankWidth, Align::right);
    }
    add(std::string(byName), "Account", name, Align::left);
    for (const AccountColumnId &id : columns) {
        const AccountColumn &column = accounts_of(scene).columns.at(id);
        add(id.text, column.name, columnWidth, column.type == AccountColumnType::number ? Align::right : Align::left);
    }
    if (scored) {
        add("#score", "Score", scoreWidth, Align::left);
        add("#tier", "Tier", tierWidth, Align::left);
    }
    return lanes;
}

ImRect cell_of(const Lane &lane, const ImRect &row) {
    return {{row.Min.x + lane.x + 12, row.Min.y}, {row.Min.x + lane.x + lane.width - 4, row.Max.y}};
}

void draw_lane_head(Scene &scene, const Lane &lane, const ImVec2 &at) {
    const ImRect box({at.x + lane.x, at.y}, {at.x + lane.x + lane.width, at.y + 28});
    const std::string by = lane.by == "#score" || lane.by == "#tier" ? std::string(byRank) : lane.by;
    const bool sorted = shown_order(scene) == by && lane.by == by;
    ImGui::SetCursorScreenPos(box.Min);
    AccountsScratch &scratch = scene.scratch.accounts;
    if (ImGui::InvisibleButton(("##head-" + lane.by).c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        scratch.descending = shown_order(scene) == by && !scratch.descending;
        scratch.sortedBy = by;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = "Order by " + lane.name,
                     .value = sorted ? std::string(scratch.descending ? "descending" : "ascending") : std::string()});
    const ImRect text({box.Min.x + 12, box.Min.y}, {box.Max.x - 4, box.Max.y});
    if (sorted) {
        const float x = lane.align == Align::right
                            ? text.Min.x + 2
                            : std::min(text.Max.x - 8, text.Min.x + text_size(lane.name, {.size = type::tiny, .strong = true}).x + 12);
        draw_icon(list, {x, box.GetCenter().y}, scratch.descending ? icon::arrowDown : icon::arrowUp, 12, palette().accentText);
    }
    draw_line(list, text, lane.name, {.size = type::tiny, .colour = sorted ? palette().text : palette().muted, .strong = true}, lane.align);
}

// ---- Rows

void draw_cell(const Scene &scene, const Row &row, const Lane &lane, std::uint32_t account) {
    const ImRect box = cell_of(lane, row.box);
    if (lane.by == "#tier") {
        draw_tier(*row.list, {box.Min.x, box.GetCenter().y}, scene.app.score_board().scores(Weights::agreed).tier[account]);
    } else if (lane.by == "#score") {
        draw_score_bar(*row.list, box, scene.app.score_board().scores(Weights::agreed), account);
    } else if (lane.by == byRank) {
        draw_line(*row.list, box, rank_words(scene.app.score_board().scores(Weights::agreed), account),
                  {.size = type::small, .colour = palette().muted}, Align::right);
    } else if (lane.by == byName) {
        draw_line(*row.list, box, account_name(accounts_of(scene), account), {.size = type::small + 1, .strong = true});
    } else {
        const AccountColumnId column(lane.by);
        const std::string text = cell_words(accounts_of(scene), column, account);
        const bool bad = is_unreadable(accounts_of(scene).table, column, account);
        draw_line(*row.list, box, text.empty() ? "–" : text,
                  {.size = type::small + 1,
                   .colour = bad            ? palette().warning
                             : text.empty() ? palette().muted
                                            : palette().text},
                  lane.align);
    }
}

void draw_account(Scene &scene, const std::vector<Lane> &lanes, std::uint32_t account, float width) {
    const std::string key(accounts_of(scene).table.key(account));
    const std::string name = account_name(accounts_of(scene), account);
    const bool chosen = chosen_item(scene.state, View::accounts) == key;
    RowStyle style{.width = width, .height = rowHeight, .chosen = chosen};
    if (has_score(scene)) {
        const Scores &scores = scene.app.score_board().scores(Weights::agreed);
        style.value = score_words(scores, account) + ", " + std::string(tier_name(scores.tier[account]));
        style.description = "Rank " + rank_words(scores, account);
    }
    if (chosen) {
        focus_next_item(scene, Region::main);
        scene.scratch.chosenRowShown = true;
    }
    const Row row = begin_row(key, name, style);
    if (row.clicked) {
        choose_item(scene, View::accounts, key);
    }
    for (const Lane &lane : lanes) {
        draw_cell(scene, row, lane, account);
    }
}

void draw_rows(Scene &scene, float width) {
    const std::vector<std::uint32_t> &rows = shown_rows(scene);
    const std::vector<Lane> lanes = lanes_of(scene, width - 14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (const Lane &lane : lanes) {
        draw_lane_head(scene, lane, at);
    }
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 29}, {at.x + width, at.y + 30}, palette().line);
    ImGui::SetCursorScreenPos({at.x, at.y + 30});
    ImGui::BeginChild("##rows", {width, std::max(120.0F, ImGui::GetContentRegionAvail().y - 8)}, ImGuiChildFlags_NavFlattened);
    const ImVec2 top = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    {
        const semantics::Group group("account-rows", {top, {top.x + size.x, top.y + size.y}},
                                     {.role = "list", .name = counted(rows.size(), "account", "accounts")});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), rowHeight + 1);
        scene.scratch.accounts.drawn = 0;
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_account(scene, lanes, rows[static_cast<std::size_t>(i)], width - 14);
                ++scene.scratch.accounts.drawn;
            }
        }
        ImGui::PopStyleVar();
    }
    if (rows.empty()) {
        gap(20);
        ImGui::SetCursorPosX(12);
        line("No account matches. Take the search or the filter away to see all.", {.colour = palette().muted});
    }
    ImGui::EndChild();
}

// ---- Above the rows

void draw_tools(Scene &scene, float width) {
    AccountsScratch &scratch = scene.scratch.accounts;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float searchWidth = 260;
    ImGui::BeginChild("##search", {std::min(searchWidth, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##find", "Find accounts", scratch.search, {.hint = "Find accounts", .size = type::small + 1});
    ImGui::EndChild();
    if (has_score(scene)) {
        const std::vector<Tier> &tiers = scene.app.score_board().scores(Weights::agreed).tier;
        const auto count = [&](Tier tier) { return std::to_string(std::count(tiers.begin(), tiers.end(), tier)); };
        const std::array<std::string, 5> labels = {"All", "1:1  " + count(Tier::oneToOne), "1:few  " + count(Tier::oneToFew),
                                                   "1:many  " + count(Tier::oneToMany), "None  " + count(Tier::none)};
        constexpr std::array<std::optional<Tier>, 5> values = {std::nullopt, Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
        const auto chosen = static_cast<int>(std::find(values.begin(), values.end(), scratch.tier) - values.begin());
        ImGui::SetCursorScreenPos({at.x + searchWidth + 12, at.y});
        ImGui::BeginChild("##tiers", {std::min(460.0F, width - searchWidth - 12), controlHeight}, ImGuiChildFlags_NavFlattened);
        if (const auto picked = segments("##tier", "Tier", labels, chosen)) {
            scratch.tier = values[static_cast<std::size_t>(*picked)];
        }
        ImGui::EndChild();
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 8});
}

void draw_start(Scene &scene, float width) {
    draw_empty_state(
        {icon::crosshair, "Which companies do both sides pursue?",
         "Bring a list from your CRM as CSV: one row an account. Or try it with 120 invented companies first; one step of undo "
         "takes them away again."},
        width);
    if (button("##import", "Import a CSV file", {.icon = icon::upload, .look = Look::primary, .disabled = !scene.editable})) {
        scene.dispatch(action::PickAccounts{});
    }
    ImGui::SameLine(0, 8);
    if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
        scene.dispatch(action::TrySampleAccounts{});
    }
}

void draw_actions(Scene &scene) {
    if (accounts_of(scene).table.rows() == 0) {
        return;
    }
    if (icon_button("##export", icon::download, "Save the list as CSV")) {
        scene.dispatch(action::ExportAccounts{});
    }
    ImGui::SameLine(0, 4);
    if (button("##import", "Import", {.icon = icon::upload, .disabled = !scene.editable})) {
        scene.dispatch(action::PickAccounts{});
    }
    ImGui::SameLine(0, 4);
}

std::string purpose_of(const Scene &scene) {
    const std::size_t rows = accounts_of(scene).table.rows();
    if (rows == 0) {
        return "The companies that marketing and sales have jointly chosen to pursue.";
    }
    const std::size_t criteria = scene.plan().scoring->criteria.size();
    return counted(rows, "account", "accounts") + (criteria == 0 ? ". Not scored yet: the Score section says how."
                                                                 : ", scored by " + counted(criteria, "criterion", "criteria") +
                                                                       " and best first. Choose one to see why it stands there.");
}

} // namespace

void draw_accounts(Scene &scene) {
    SectionPage page{.view = View::accounts,
                     .section = PlanSection::accounts,
                     .title = "Target accounts",
                     .purpose = scene.state.open ? purpose_of(scene) : std::string(),
                     .actions = draw_actions,
                     .actionsWidth = 140,
                     .body = {},
                     .fillsRoom = true,
                     .details = draw_account_details};
    page.body = [](Scene &inner, float width) {
        if (accounts_of(inner).table.rows() == 0) {
            draw_start(inner, width);
            return;
        }
        draw_tools(inner, width);
        draw_rows(inner, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
