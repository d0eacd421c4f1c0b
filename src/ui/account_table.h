// The table of target accounts, shared by the files that lay it out, draw it and answer keys and mouse. Private to ui/account*.cpp.
//
// Rows are the table's own numbers (AccountTable); places count them as they are shown. A lane is a column as it is drawn: of the
// accounts' columns, or of what is worked out (rank, score, tier).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/account_list.h"
#include "ui/scene.h"

namespace fullcourt::ui {

inline constexpr std::string_view laneCheck = "#check";
inline constexpr std::string_view laneScore = "#score";

struct Lane {
    std::string by; ///< what it is ordered and filtered by; laneScore is ordered by rank
    std::string name;
    AccountColumnId column; ///< whose cells it shows; empty: what is worked out
    AccountColumnType type = AccountColumnType::text;
    float x = 0; ///< from the left edge; of those that scroll, before they do
    float width = 0;
    bool frozen = false;

    bool right() const { return by == byRank || (!column.empty() && type == AccountColumnType::number); }
    bool can_filter() const { return !column.empty() || by == byTags; }
    bool movable() const { return by == column.text && !column.empty(); }
};

/// One frame of the table.
struct TableFrame {
    Scene &scene;
    const std::vector<std::uint32_t> &rows; ///< shown, in order
    std::vector<Lane> lanes;
    std::vector<std::string> words; ///< that are searched for
    const Scores *scores = nullptr;
    float frozen = 0; ///< width of the lanes that stand still
    ImRect view = {}; ///< on the screen, scroll bars excluded
    ImRect body = {}; ///< of it, between head and foot
    ImVec2 scroll = {};
    bool focused = false;

    AccountTableScratch &scratch() const { return scene.scratch.accountTable; }
    const Accounts &accounts() const { return *scene.plan().accounts; }
    /// On the screen; a lane that scrolls may lie beneath those that do not.
    ImRect lane_box(const Lane &lane) const;
    ImRect row_box(std::size_t place) const;
    const Lane *lane(const std::string &by) const;
};

inline constexpr float tableRowHeight = 36;
inline constexpr float tableHeadHeight = 32;
inline constexpr float tableFootHeight = 40;

/// Asks what this browser asked of the plan's list the last time; once a plan.
void recall_list(Scene &scene);
/// Keeps what is asked now, for the next visit. It is no edit of the plan.
void keep_list(Scene &scene);

bool has_score(const Scene &scene);
/// Nothing where no criterion scores.
const Scores *scores_of(const Scene &scene);
/// The rows that search and filters leave, in order. What the question names that is gone is passed over.
const std::vector<std::uint32_t> &shown_accounts(Scene &scene);
std::vector<ListOrder> shown_order(const Scene &scene);
/// Orders by it; where it does already, the other way round. `add`: after what decides now.
void order_by(Scene &scene, const std::string &by, bool add);

/// Columns as they stand in lanes, the one that names accounts left out.
std::vector<AccountColumnId> table_columns(const Accounts &accounts);
std::vector<Lane> lanes_of(const Scene &scene, float width);

// What is selected (account_selection.cpp).
bool is_selected(const AccountTableScratch &scratch, std::uint32_t row);
/// Forgets rows of another table, and follows what was chosen elsewhere.
void follow_selection(Scene &scene);
void select_account(Scene &scene, std::uint32_t row, bool openDetails);
void toggle_account(Scene &scene, std::uint32_t row);
/// From the row that was selected first to this one, as they are shown.
void select_up_to(Scene &scene, const std::vector<std::uint32_t> &rows, std::uint32_t row);
void select_all_shown(Scene &scene, const std::vector<std::uint32_t> &rows);
void select_none(Scene &scene);
SelectedAccounts selected_now(const Scene &scene);
/// As it was, for what was called back.
void select_again(Scene &scene, const SelectedAccounts &before);
std::vector<AccountId> selected_accounts(const Scene &scene);
/// What Copy gives: the selected accounts with the columns that are shown, and their heads; cells that begin like a formula are guarded.
std::string copied_accounts(Scene &scene);
/// What the numbers of a column add up to over what is selected, or over all that is shown.
const ColumnTotal &shown_total(TableFrame &frame, const AccountColumnId &column);
/// In the place of the quick filters while several are selected.
void draw_bulk_bar(Scene &scene, float width);

// Parts of a frame.
void draw_account_table(Scene &scene, const ImVec2 &size);
void handle_table_keys(TableFrame &frame);
void handle_table_mouse(TableFrame &frame);
void draw_cell_field(TableFrame &frame);
void start_editing(TableFrame &frame, std::uint32_t row, const Lane &lane);
/// The menus of a head and of a cell, and the filter of a column, where one was asked for.
void draw_table_menus(TableFrame &frame);
void open_table_menu(Scene &scene, const std::string &menu, const std::string &lane, const ImVec2 &at);
/// Within the small window under a head.
void draw_column_filter(Scene &scene, const std::string &by);
/// A line with what is filtered, each part with a way to take it away. Nothing where nothing is.
void draw_filter_chips(Scene &scene, float width);
/// Which columns are shown, in which order, and which stand still. After ImGui::OpenPopup("##columns").
void draw_column_chooser(Scene &scene);

/// A text with what is searched for marked.
void draw_marked(ImDrawList &list, const ImRect &box, const std::string &text, const std::vector<std::string> &words,
                 const TextStyle &style, Align align = Align::left);

// The board (account_board.cpp).
void draw_account_board(Scene &scene, const ImVec2 &size);

} // namespace fullcourt::ui
