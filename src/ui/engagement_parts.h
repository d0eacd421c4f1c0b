// What the parts of the view of engagement plans share. The chosen item is a play's id, or one of these with what follows it:
//     account:KEY   the plan of an account          load:ROLE   the load view, at the role's worst week
//     template:ID   a template of a play            note:ID     what happened at an account
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/engagement_gestures.h"
#include "ui/scene.h"
#include "ui/section.h"

namespace fullcourt::ui {

inline constexpr std::string_view accountItem = "account:";
inline constexpr std::string_view loadItem = "load:";
inline constexpr int templatesTab = 2; ///< of what EngagementScratch::tab holds
inline constexpr std::string_view templateItem = "template:";
inline constexpr std::string_view noteItem = "note:";

inline const Engagement &engagement_of(const Scene &scene) { return *scene.plan().engagement; }
/// What follows the prefix in the chosen item; "" where another kind is chosen.
std::string chosen_after(const Scene &scene, std::string_view prefix);

// ---- Accounts and their plays

/// Rows that the list shows, those of 1:1 first; by account its plays in shown order. Worked out when something changes.
const std::vector<std::uint32_t> &listed_accounts(Scene &scene);
const std::vector<PlayId> &plays_of(Scene &scene, const AccountId &account);
std::optional<std::uint32_t> row_of_account(const Scene &scene, const AccountId &account);
std::string account_called(const Scene &scene, const AccountId &account);
Tier tier_of(const Scene &scene, const AccountId &account);
/// The pod that works it; nothing where none does.
const Pod *pod_of_account(const Scene &scene, const AccountId &account);

// ---- Words

/// "week 50", "weeks 50–52", "not planned in time".
std::string weeks_words(const Play &play);
std::string status_word(PlayStatus status);
const char *status_icon(PlayStatus status);
/// "AE 6 h, Account marketer 4 h"; what the plan does not have is left out.
std::string effort_words(const Scene &scene, const std::map<RoleId, double> &effort);
/// "6 h", "2.5 h", "1,250 h".
std::string play_hours(double hours);

enum class PlayLane { marketing, sales, success, other };
PlayLane lane_of(const Scene &scene, const RoleId &owner);
const std::string &lane_name(PlayLane lane);

// ---- Changes

/// At once, or once the reason is given where the plan is under way. `gesture` as Scene::edit.
void change_plan(Scene &scene, const PlanChange &change, std::uint64_t gesture = 0);
/// The question for the reason, above the time line; whether there is one.
bool draw_waiting_change(Scene &scene, float width);

// ---- The parts

void draw_account_list(Scene &scene, const ImVec2 &size);
void draw_time_line(Scene &scene, const AccountId &account, const ImVec2 &size);
/// Responses and reasons, the newest first.
void draw_happened(Scene &scene, const AccountId &account, float width);
void draw_load(Scene &scene, const ImVec2 &size);
void draw_templates(Scene &scene, const ImVec2 &size);
void draw_engagement_details(Scene &scene);
/// Hours by role, with a role to add; what a person made of it.
std::optional<std::map<RoleId, double>> effort_fields(Scene &scene, const std::string &of, const std::map<RoleId, double> &effort);

} // namespace fullcourt::ui
