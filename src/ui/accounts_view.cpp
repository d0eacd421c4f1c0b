// Target accounts: the whole list as a table or as a board, found, filtered and ordered as one types; each opens into why it
// stands where it does.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/account_table.h"
#include "ui/icons.h"
#include "ui/section.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr const char *viewPick = "accounts-view";

bool shows_board(const Scene &scene) {
    const auto at = scene.scratch.picks.find(viewPick);
    return at != scene.scratch.picks.end() && at->second == "board";
}

void draw_view_choice(Scene &scene, float width) {
    static const std::array<std::string, 2> labels = {"Table", "Board"};
    ImGui::BeginChild("##views", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##view", "Shown as", labels, shows_board(scene) ? 1 : 0)) {
        scene.scratch.picks[viewPick] = *picked == 1 ? "board" : "table";
    }
    ImGui::EndChild();
}

void draw_search(Scene &scene, float width) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    const bool wanted = scratch.openMenu == "##find";
    if (wanted) {
        scratch.openMenu.clear();
    }
    ImGui::BeginChild("##search", {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##find", "Find accounts", scratch.question.search, {.hint = "Find accounts", .size = type::small + 1, .takeFocus = wanted});
    ImGui::EndChild();
}

/// The quick filter by tier, with how many there are in each.
void draw_accounts_tiers(Scene &scene, float width) {
    AccountTableScratch &scratch = scene.scratch.accountTable;
    const std::vector<Tier> &tiers = scores_of(scene)->tier;
    constexpr std::array<Tier, 4> values = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none};
    static const std::array<std::string, 4> names = {"1:1", "1:few", "1:many", "None"};
    std::vector<std::string> labels = {"All"};
    int chosen = 0;
    const auto filter = scratch.question.filters.find(std::string(byTier));
    for (std::size_t i = 0; i < values.size(); ++i) {
        labels.push_back(names[i] + "  " + grouped(static_cast<std::size_t>(std::count(tiers.begin(), tiers.end(), values[i]))));
        if (filter != scratch.question.filters.end() && filter->second.words.contains(std::string(tier_name(values[i])))) {
            chosen = static_cast<int>(i) + 1;
        }
    }
    ImGui::BeginChild("##tiers", {reaching(560, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##tier", "Tier", labels, chosen)) {
        scratch.question.filters.erase(std::string(byTier));
        if (*picked > 0) {
            scratch.question.filters[std::string(byTier)].words = {std::string(tier_name(values[static_cast<std::size_t>(*picked) - 1]))};
        }
    }
    ImGui::EndChild();
}

/// Two lines: how it is shown and what is looked for; quick filters, or what is done with several selected accounts.
void draw_accounts_tools(Scene &scene, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float viewWidth = 148;
    draw_view_choice(scene, viewWidth);
    ImGui::SetCursorScreenPos({at.x + viewWidth + 10, at.y});
    const float columns = button_width("Columns", true);
    draw_search(scene, std::min(320.0F, width - viewWidth - columns - 30));
    if (!shows_board(scene)) {
        ImGui::SetCursorScreenPos({at.x + width - columns, at.y});
        if (button("##choose-columns", "Columns", {.icon = icon::slidersHorizontal})) {
            ImGui::OpenPopup("##columns");
        }
        popover("##columns", "Columns", {at.x + width - columns, at.y + controlHeight + 4}, 320, [&] { draw_column_chooser(scene); });
    }
    const ImVec2 second(at.x, at.y + controlHeight + 8);
    ImGui::SetCursorScreenPos(second);
    if (scene.scratch.accountTable.selected.size() > 1) {
        draw_bulk_bar(scene, width);
    } else if (has_score(scene)) {
        draw_accounts_tiers(scene, width);
        ImGui::SetCursorScreenPos({at.x, second.y + controlHeight + 8});
    }
    draw_filter_chips(scene, width);
}

/// A list that came from the CRM is ordered by nothing until somebody says what counts.
void draw_way_to_score(Scene &scene, float width) {
    if (!scene.plan().scoring->criteria.empty()) {
        return;
    }
    const std::string text = "Not ordered yet: choose the columns that count, and both sides say how much.";
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = button_width("Choose what counts", true);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + 44}, palette().noteSoft, 8);
    draw_line(list, {{at.x + 14, at.y}, {at.x + width - wide - 24, at.y + 44}}, text, {.size = type::small + 1});
    semantics::at(ImGui::GetID("##not-scored"), {at, {at.x + width - wide - 24, at.y + 44}}, {.role = "status", .name = text});
    ImGui::SetCursorScreenPos({at.x + width - wide - 8, at.y + 6});
    if (button("##to-score", "Choose what counts", {.icon = icon::slidersHorizontal, .look = Look::primary})) {
        scene.dispatch(action::Show{View::score});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 52});
    ImGui::Dummy({0, 0});
}

void draw_accounts_start(Scene &scene, float width) {
    const std::string paste = names_keys() ? ", or paste it here from a spreadsheet with " + key_text(Command::paste) : std::string();
    draw_empty_state({icon::crosshair, "Which companies do both sides pursue?",
                      "Bring a list from your CRM as CSV, one row per account" + paste +
                          ". Or try it with 120 invented companies first; one step of undo takes them away again."},
                     width);
    if (button("##import", "Import a CSV file", {.icon = icon::upload, .look = Look::primary, .disabled = !scene.editable})) {
        scene.dispatch(action::PickAccounts{});
    }
    ImGui::SameLine(0, 8);
    if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
        scene.dispatch(action::TrySampleAccounts{});
    }
}

void draw_accounts_actions(Scene &scene) {
    if (accounts_of(scene).table.rows() == 0) {
        return;
    }
    if (icon_button("##export", icon::download, "Save the list as CSV")) {
        ImGui::OpenPopup("##export-menu");
    }
    ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + 4}, ImGuiCond_Appearing);
    menu("##export-menu", "Save the list", [&] {
        if (menu_item("The whole list as CSV", {.icon = icon::table2})) {
            scene.dispatch(action::ExportAccounts{});
        }
        if (menu_item("For the CRM: id, tier, pod, score", {.icon = icon::upload})) {
            scene.dispatch(action::ExportForCrm{});
        }
    });
    ImGui::SameLine(0, 4);
    if (button("##import", "Import", {.icon = icon::upload, .disabled = !scene.editable})) {
        scene.dispatch(action::PickAccounts{});
    }
    ImGui::SameLine(0, 4);
}

float accounts_actions_width(const Scene &scene) {
    const bool shown = scene.state.open && accounts_of(scene).table.rows() != 0;
    return shown ? controlHeight + 4 + button_width("Import", true) : 0;
}

std::string accounts_purpose(const Scene &scene) {
    const std::size_t rows = accounts_of(scene).table.rows();
    if (rows == 0) {
        return "The companies that marketing and sales have jointly chosen to pursue.";
    }
    const std::size_t criteria = scene.plan().scoring->criteria.size();
    return counted(rows, "account", "accounts") +
           (criteria == 0 ? "." : ", scored by " + counted(criteria, "criterion", "criteria") + ". Choose one to see why it stands there.");
}

} // namespace

void draw_accounts(Scene &scene) {
    SectionPage page{.view = View::accounts,
                     .section = PlanSection::accounts,
                     .title = "Target accounts",
                     .purpose = scene.state.open ? accounts_purpose(scene) : std::string(),
                     .actions = draw_accounts_actions,
                     .actionsWidth = accounts_actions_width(scene),
                     .body = {},
                     .fillsRoom = true,
                     .details = draw_account_details};
    page.body = [](Scene &inner, float width) {
        if (accounts_of(inner).table.rows() == 0) {
            draw_accounts_start(inner, width);
            return;
        }
        recall_list(inner);
        follow_selection(inner); // before anything is said of what is selected
        draw_way_to_score(inner, width);
        draw_accounts_tools(inner, width);
        const ImVec2 room(width, std::max(160.0F, ImGui::GetContentRegionAvail().y - 8));
        if (shows_board(inner)) {
            draw_account_board(inner, room);
        } else {
            draw_account_table(inner, room);
        }
        keep_list(inner);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
