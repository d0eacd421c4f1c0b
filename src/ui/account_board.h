// What the board of accounts shows and changes in the plan. Private to ui/account_board*.cpp.
#pragma once

#include <string>
#include <vector>

#include "ui/scene.h"

namespace fullcourt::ui {

const AccountBoard &board_of(const Scene &scene);
/// The columns with the rows that belong to each, in their order; those without a stage or pod first.
std::vector<BoardColumn> sorted_into_columns(const Scene &scene, const std::vector<std::uint32_t> &rows);
/// One step of undo: the tier by hand with its reason, or the cell of stage or pod.
void move_cards(Scene &scene, const std::vector<std::uint32_t> &rows, const std::string &column, const std::string &reason);
/// What a card shows beside name and score, in the order of the columns.
std::vector<AccountColumnId> board_fields(const Scene &scene);
/// A whole number of at least 0; anything else is no limit.
void set_limit(Scene &scene, const std::string &column, const std::string &text);
/// What the columns are, and what the cards show. The height it takes.
float draw_board_tools(Scene &scene, float width);

} // namespace fullcourt::ui
