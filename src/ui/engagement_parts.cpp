#include "ui/engagement_parts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

void sort_into_accounts(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    scratch.plays.clear();
    for (const PlayId &id : ordered(engagement_of(scene).plays)) {
        scratch.plays[engagement_of(scene).plays.at(id).account].push_back(id);
    }
}

/// 1:1, 1:few, 1:many, none.
int tier_place(Tier tier) { return tier == Tier::none ? 4 : static_cast<int>(tier); }

void follow_plan(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" +
                            std::to_string(scratch.filter) + "|" + scratch.search;
    if (key == scratch.listKey) {
        return;
    }
    scratch.listKey = key;
    sort_into_accounts(scene);
    const Scores &scores = scene.app.score_board().scores(Weights::agreed);
    scratch.list = matching_rows(*scene.plan().accounts, scratch.search, shown_words(*scene.plan().engagement));
    if (scratch.filter != 0) {
        const bool planned = scratch.filter == 1;
        std::erase_if(scratch.list, [&](std::uint32_t row) {
            return scratch.plays.contains(AccountId(std::string(scene.plan().accounts->table.key(row)))) != planned;
        });
    }
    std::sort(scratch.list.begin(), scratch.list.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int left = tier_place(scores.tier[a]);
        const int right = tier_place(scores.tier[b]);
        return left != right ? left < right : scores.rank[a] < scores.rank[b];
    });
}

PlanEdit edit_of(const Scene &scene, const PlanChange &change, const ChangeReason &reason) {
    const Plan &plan = scene.plan();
    const RandomBits &bits = scene.app.bits();
    switch (change.kind) {
    case PlanChange::Kind::none: break;
    case PlanChange::Kind::change: return change_play(plan, change.play, change.after, reason, bits);
    case PlanChange::Kind::move: return move_play(plan, change.play, change.weeks, reason, bits);
    case PlanChange::Kind::remove: return remove_plays(plan, {change.play}, reason, bits);
    case PlanChange::Kind::add: return add_play(plan, change.after, reason, bits);
    case PlanChange::Kind::fromTemplates: return plan_from_templates(plan, change.account, change.tier, change.start, reason, bits);
    }
    return {};
}

bool asks_for_reason(const Scene &scene, const PlanChange &change) {
    const Play *before = find(engagement_of(scene).plays, change.play);
    const bool replans = change.kind != PlanChange::Kind::change || (before != nullptr && changes_plan(*before, change.after));
    return replans && is_under_way(engagement_of(scene), change.account);
}

/// "Dinner moves a week later."
std::string waiting_words(const Scene &scene, const PlanChange &change) {
    const Play *play = find(engagement_of(scene).plays, change.play);
    const std::string name = play == nullptr ? std::string() : quoted(play->name);
    const auto weeks = static_cast<std::size_t>(std::abs(change.weeks));
    switch (change.kind) {
    case PlanChange::Kind::move: return name + " moves " + counted(weeks, "week", "weeks") + (change.weeks > 0 ? " later." : " earlier.");
    case PlanChange::Kind::remove: return name + " goes.";
    case PlanChange::Kind::add: return "A play is added.";
    case PlanChange::Kind::fromTemplates: return "The plays of " + std::string(tier_name(change.tier)) + " are added.";
    case PlanChange::Kind::change:
        return play != nullptr && play->weeks != change.after.weeks
                   ? name + " takes " + counted(static_cast<std::size_t>(change.after.weeks), "week", "weeks") + "."
                   : name + " changes.";
    case PlanChange::Kind::none: break;
    }
    return {};
}

} // namespace

std::string chosen_after(const Scene &scene, std::string_view prefix) {
    const std::string item = chosen_item(scene.state, View::engagement);
    return item.starts_with(prefix) ? item.substr(prefix.size()) : std::string();
}

const std::vector<std::uint32_t> &listed_accounts(Scene &scene) {
    follow_plan(scene);
    return scene.scratch.engagement.list;
}

const std::vector<PlayId> &plays_of(Scene &scene, const AccountId &account) {
    static const std::vector<PlayId> none;
    follow_plan(scene);
    const std::vector<PlayId> *found = find(scene.scratch.engagement.plays, account);
    return found == nullptr ? none : *found;
}

std::optional<std::uint32_t> row_of_account(const Scene &scene, const AccountId &account) {
    return scene.app.score_board().row_of(account.text);
}

std::string account_called(const Scene &scene, const AccountId &account) {
    const std::optional<std::uint32_t> row = row_of_account(scene, account);
    return row ? account_name(*scene.plan().accounts, *row) : account.text + " (no longer in the list)";
}

Tier tier_of(const Scene &scene, const AccountId &account) {
    const std::optional<std::uint32_t> row = row_of_account(scene, account);
    return row ? scene.app.score_board().scores(Weights::agreed).tier[*row] : Tier::none;
}

const Pod *pod_of_account(const Scene &scene, const AccountId &account) {
    const std::optional<std::uint32_t> row = row_of_account(scene, account);
    return row ? find(engagement_of(scene).pods, PodId(scene.plan().accounts->table.text(podColumn(), *row))) : nullptr;
}

std::string weeks_words(const Play &play) {
    const std::optional<Date> start = parse_date(play.start);
    if (!start) {
        return "not planned in time";
    }
    const int first = iso_week(*start).week;
    const int last = iso_week(date_after(*end_of(play), -1)).week;
    return play.weeks == 1 ? "week " + std::to_string(first) : "weeks " + std::to_string(first) + "–" + std::to_string(last);
}

std::string status_word(PlayStatus status) {
    switch (status) {
    case PlayStatus::planned: return "planned";
    case PlayStatus::running: return "running";
    case PlayStatus::done: return "done";
    case PlayStatus::dropped: break;
    }
    return "dropped";
}

const char *status_icon(PlayStatus status) {
    switch (status) {
    case PlayStatus::planned: return icon::clock;
    case PlayStatus::running: return icon::play;
    case PlayStatus::done: return icon::check;
    case PlayStatus::dropped: break;
    }
    return icon::x;
}

std::string play_hours(double hours) { return number_words(hours) + " h"; }

std::string effort_words(const Scene &scene, const std::map<RoleId, double> &effort) {
    std::vector<std::string> words;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        if (const double *hours = find(effort, role); hours != nullptr && *hours > 0) {
            words.push_back(head_name(scene.plan().organisation->roles.at(role)) + " " + play_hours(*hours));
        }
    }
    std::string joined;
    for (const std::string &word : words) {
        joined += (joined.empty() ? "" : ", ") + word;
    }
    return joined;
}

PlayLane lane_of(const Scene &scene, const RoleId &owner) {
    const Role *role = find(scene.plan().organisation->roles, owner);
    if (role == nullptr) {
        return PlayLane::other;
    }
    switch (role->core) {
    case CoreFunction::accountExecutive:
    case CoreFunction::salesDevelopment: return PlayLane::sales;
    case CoreFunction::accountMarketing: return PlayLane::marketing;
    case CoreFunction::productSpecialist: return PlayLane::success;
    case CoreFunction::none: break;
    }
    switch (role->function) {
    case BusinessFunction::sales: return PlayLane::sales;
    case BusinessFunction::marketing: return PlayLane::marketing;
    case BusinessFunction::product:
    case BusinessFunction::customerSuccess: return PlayLane::success;
    default: return PlayLane::other;
    }
}

const std::string &lane_name(PlayLane lane) {
    static const std::array<std::string, 4> names = {"Marketing", "Sales", "Success", "Others"};
    return names[static_cast<std::size_t>(lane)];
}

void change_plan(Scene &scene, const PlanChange &change, std::uint64_t gesture) {
    EngagementScratch &scratch = scene.scratch.engagement;
    if (!scene.editable) {
        return;
    }
    if (!asks_for_reason(scene, change)) {
        scene.edit(edit_of(scene, change, {}), gesture);
        return;
    }
    const bool same = scratch.waiting.kind == change.kind && scratch.waiting.play == change.play && change.kind == PlanChange::Kind::move;
    PlanChange waiting = change;
    waiting.weeks += same ? scratch.waiting.weeks : 0;
    if (waiting.kind == PlanChange::Kind::move && waiting.weeks == 0) {
        waiting = PlanChange();
    }
    scratch.waiting = waiting;
    scratch.showWhy = scratch.waiting.kind == PlanChange::Kind::none; // arrow keys go on moving the bar, wherever it stands
    scratch.startWhy = change.kind != PlanChange::Kind::move;         // arrow keys go on moving it
    platform::announce("This plan is under way. Say why it changes.", false);
}

bool draw_waiting_change(Scene &scene, float width) {
    EngagementScratch &scratch = scene.scratch.engagement;
    if (scratch.waiting.account.text != scratch.account) {
        scratch.waiting = {}; // its plan is no longer shown
    }
    if (scratch.waiting.kind == PlanChange::Kind::none) {
        return false;
    }
    constexpr float height = 84;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + width, at.y + height});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, palette().warningSoft, 8);
    draw_icon(list, {at.x + 18, at.y + 20}, icon::pencil, 15, palette().warning);
    const std::string words = waiting_words(scene, scratch.waiting) + " The plan is under way: why?";
    draw_line(list, {{at.x + 34, at.y + 8}, {box.Max.x - 8, at.y + 32}}, words, {.size = type::small + 1, .strong = true});
    const semantics::Group group("waiting", box, {.role = "group", .name = words});
    if (std::exchange(scratch.showWhy, false)) {
        ImGui::ScrollToRect(ImGui::GetCurrentWindow(), box, ImGuiScrollFlags_KeepVisibleEdgeY);
    }
    ImGui::SetCursorScreenPos({at.x + 12, at.y + 40});
    const FieldEvent event = text_field("##why", "Why is the plan changed?", scratch.why,
                                        {.hint = "The CFO is away until January",
                                         .width = width - 200,
                                         .size = type::small + 1,
                                         .takeFocus = std::exchange(scratch.startWhy, false)});
    const bool given = !trimmed(scratch.why).empty();
    ImGui::SetCursorScreenPos({at.x + width - 180, at.y + 40});
    const bool keep = button("##keep", "Change it", {.look = Look::primary, .disabled = !given});
    ImGui::SameLine(0, 6);
    const bool leave = button("##leave", "Leave it", {.look = Look::ghost}) || event.cancelled;
    if ((keep || event.entered) && given) {
        scene.edit(edit_of(scene, scratch.waiting, {scratch.why, to_text(platform::today())}));
    }
    if (leave || ((keep || event.entered) && given)) {
        scratch.waiting = {};
        scratch.why.clear();
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height + 10});
    return true;
}

} // namespace fullcourt::ui
