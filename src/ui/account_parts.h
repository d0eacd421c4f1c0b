// What the views of accounts and of their score share.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/score_board.h"
#include "ui/scene.h"
#include "ui/widgets.h"

namespace fullcourt::ui {

inline const Accounts &accounts_of(const Scene &scene) { return *scene.plan().accounts; }
inline const Scoring &scoring_of(const Scene &scene) { return *scene.plan().scoring; }

bool has_score(const Scores &scores, std::uint32_t row);
/// "12", or "–" for an account without a score.
std::string rank_words(const Scores &scores, std::uint32_t row);
/// "72.4", or "no score".
std::string score_words(const Scores &scores, std::uint32_t row);
/// With at most one decimal, and commas between thousands: "1,250.5".
std::string number_words(double number);
/// A cell as a person reads it; "" where it is missing.
std::string cell_words(const Accounts &accounts, const AccountColumnId &column, std::uint32_t row);
/// The same with a pod by its name.
std::string cell_words(const Plan &plan, const AccountColumnId &column, std::uint32_t row);
/// Whether something stands in the cell that is no value of the column's type.
bool is_unreadable(const AccountTable &table, const AccountColumnId &column, std::uint32_t row);

ImU32 tier_ink(Tier tier);
/// A small label from `leftMiddle` on; its width.
float draw_tier(ImDrawList &list, const ImVec2 &leftMiddle, Tier tier);
/// What the widest of them takes, with the gap after it: what stands beside tiers begins in one line.
inline constexpr float tierColumn = 64;
/// The score as a bar with its number; faded where little is known of the account.
void draw_score_bar(ImDrawList &list, const ImRect &box, const Scores &scores, std::uint32_t row);

/// Why the chosen account stands where it does, and what people say of it. In the panel.
void draw_account_details(Scene &scene);
/// Instead of them while the account waits to be placed: without its score.
void draw_account_to_place(Scene &scene);
/// One criterion: its column, scale and missing values. In the panel.
void draw_criterion_details(Scene &scene);

/// "Firmographic"
const std::string &family_name(CriterionFamily family);

} // namespace fullcourt::ui
