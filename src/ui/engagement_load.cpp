// Who has time: what all plans ask of each role, week by week, against the hours there are; a cell opens into the people and the
// plays of that week.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float engagementLoadRoleWidth = 138;
constexpr float cellHeight = 42;
constexpr float leastCell = 44;
constexpr float mostCell = 72;
constexpr int aQuarter = 13;

const std::vector<RoleLoad> &shown_loads_of_plays(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation);
    if (scratch.loadKey != key) {
        scratch.loadKey = key;
        scratch.loads = play_loads(scene.plan());
    }
    return scratch.loads;
}

/// A finding opens the worst week of its role.
void follow_role(Scene &scene, const std::vector<RoleLoad> &loads) {
    EngagementScratch &scratch = scene.scratch.engagement;
    if (scratch.loadFrom == 0) {
        scratch.loadFrom = week_number(platform::today());
    }
    if (scratch.loadRole.empty() || scratch.loadWeek != 0) {
        return;
    }
    scratch.loadWeek = scratch.loadFrom;
    for (const RoleLoad &load : loads) {
        if (load.role == scratch.loadRole) {
            for (const auto &[week, hours] : load.hours) {
                scratch.loadWeek = hours > load.in(scratch.loadWeek) ? week : scratch.loadWeek;
            }
        }
    }
    if (scratch.loadWeek < scratch.loadFrom || scratch.loadWeek >= scratch.loadFrom + aQuarter) {
        scratch.loadFrom = scratch.loadWeek - 1;
    }
}

std::string capacity_words(const RoleLoad &load) {
    if (!load.capacity) {
        return "no hours set";
    }
    return play_hours(load.capacity->hours()) + " a week";
}

std::string capacity_sum(const PlayCapacity &capacity) {
    return counted(static_cast<std::size_t>(capacity.heads), "head", "heads") + " × 40 h × " + number_words(capacity.share * 100) + " %";
}

/// The week's ground: none where nothing is asked, then a step more for each quarter of the hours there are.
ImU32 fullness_of(const RoleLoad &load, double hours) {
    if (hours <= 0) {
        return palette().surface;
    }
    const std::size_t steps = palette().fullness.size();
    // Without hours to hold them against, the hours are there but nothing says how full the week is.
    const double part = load.capacity ? hours / load.capacity->hours() : 0;
    const auto step = static_cast<std::size_t>(std::max(0.0, std::ceil(part * static_cast<double>(steps) - 1e-9) - 1));
    return palette().fullness[std::min(step, steps - 1)];
}

// ---- Role × week

/// "23 Nov".
std::string day_and_month(const Date &date) {
    const std::string words = short_date_words(date);
    return words.substr(0, words.rfind(' '));
}

void draw_week_heads(const Scene &scene, const ImVec2 &at, float cell) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const WeekNumber now = week_number(platform::today());
    for (int i = 0; i < aQuarter; ++i) {
        const WeekNumber week = scene.scratch.engagement.loadFrom + i;
        const float x = at.x + engagementLoadRoleWidth + cell * static_cast<float>(i);
        const Date monday = monday_of_week(week);
        draw_line(list, {{x, at.y}, {x + cell, at.y + 18}}, std::to_string(iso_week(monday).week),
                  {.size = type::small, .colour = week == now ? palette().accentText : palette().text, .strong = true}, Align::middle);
        draw_line(list, {{x, at.y + 16}, {x + cell, at.y + 32}}, day_and_month(monday), {.size = type::tiny, .colour = palette().muted},
                  Align::middle);
    }
    draw_line(list, {{at.x + 12, at.y}, {at.x + engagementLoadRoleWidth, at.y + 18}}, "Week",
              {.size = type::tiny, .colour = palette().muted, .strong = true});
}

void draw_cell(Scene &scene, const RoleLoad &load, WeekNumber week, const ImRect &box) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const double hours = load.in(week);
    const bool over = load.over(week);
    const bool open = scratch.loadRole == load.role && scratch.loadWeek == week;
    ImGui::SetCursorScreenPos(box.Min);
    if (ImGui::InvisibleButton(("##cell-" + load.role.text + std::to_string(week)).c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        scratch.loadRole = open ? RoleId() : load.role;
        scratch.loadWeek = week;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect inner({box.Min.x + 1, box.Min.y + 1}, {box.Max.x - 1, box.Max.y - 1});
    const double capacity = load.capacity ? load.capacity->hours() : 0;
    list.AddRectFilled(inner.Min, inner.Max, over ? palette().warningSoft : fullness_of(load, hours), 4);
    if (over) {
        list.AddRect(inner.Min, inner.Max, palette().warning, 4, 0, 1.5F);
        draw_icon(list, {inner.Max.x - 8, inner.Min.y + 9}, icon::triangleAlert, 11, palette().warning);
    }
    if (open || ImGui::IsItemHovered()) {
        list.AddRect(inner.Min, inner.Max, open ? palette().accent : palette().edge, 4, 0, open ? 2.5F : 1.0F);
    }
    const double left = capacity - hours;
    const std::string free = !load.capacity ? std::string() : over ? number_words(-left) + " over" : number_words(left) + " free";
    draw_line(list, {{inner.Min.x, inner.Min.y + 4}, {inner.Max.x, inner.Min.y + 22}}, hours > 0 ? number_words(hours) : "–",
              {.size = type::small + 1, .colour = hours > 0 ? palette().text : palette().muted, .strong = true}, Align::middle);
    draw_line(list, {{inner.Min.x, inner.Max.y - 20}, {inner.Max.x, inner.Max.y - 4}}, free,
              {.size = type::tiny,
               .colour = over        ? palette().warning
                         : hours > 0 ? palette().text
                                     : palette().muted,
               .strong = over},
              Align::middle);
    focus_ring(inner, ImGui::GetItemID());
    semantics::item({.role = "gridcell",
                     .name = role_name(scene, load.role) + ", " + week_name(week),
                     .value = play_hours(hours) + (free.empty() ? "" : ", " + free),
                     .description = over ? "Over" : "",
                     .selected = open});
}

/// The short name where there is no room for the long one.
std::string fitting_name(const Role &role) {
    const float room = engagementLoadRoleWidth - 18;
    return text_size(role.name, {.size = type::small + 1, .strong = true}).x > room ? head_name(role) : role.name;
}

void draw_role_row(Scene &scene, const RoleLoad &load, float cell) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const Role *role = find(scene.plan().organisation->roles, load.role);
    draw_line(list, {{at.x + 12, at.y + 2}, {at.x + engagementLoadRoleWidth - 6, at.y + 22}},
              role == nullptr ? std::string("Unknown role") : fitting_name(*role), {.size = type::small + 1, .strong = true});
    draw_line(list, {{at.x + 12, at.y + 21}, {at.x + engagementLoadRoleWidth - 6, at.y + 39}}, capacity_words(load),
              {.size = type::small, .colour = palette().muted});
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton(("##role-" + load.role.text).c_str(), {engagementLoadRoleWidth - 4, cellHeight});
    tooltip(
        load.capacity
            ? "For plays: " + capacity_sum(*load.capacity)
            : std::string("Set a head-count in Organisation to see what is over; only the four core functions have a share for plays."));
    semantics::item({.role = "rowheader",
                     .name = role == nullptr ? std::string("Unknown role") : role->name,
                     .value = capacity_words(load),
                     .description = load.capacity ? capacity_sum(*load.capacity) : std::string()});
    for (int i = 0; i < aQuarter; ++i) {
        const float x = at.x + engagementLoadRoleWidth + cell * static_cast<float>(i);
        draw_cell(scene, load, scene.scratch.engagement.loadFrom + i, {{x, at.y}, {x + cell, at.y + cellHeight}});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + cellHeight + 2});
    ImGui::Dummy({0, 0});
}

// ---- What a cell opens into

/// One who has the role in pods, with the hours of those pods' accounts.
struct RoleShare {
    std::string name;
    std::string pods;
    double hours = 0;
    bool onePerson = false; ///< whose capacity is known: a named person, or the one account executive of a pod
};

/// The plays of the week by who does them: named people once over all their pods, others by pod.
std::vector<RoleShare> shares_of(const Scene &scene, const RoleLoad &load, const std::vector<PlayShare> &plays) {
    std::map<PodId, double> byPod;
    double without = 0;
    for (const PlayShare &share : plays) {
        const AccountId &account = engagement_of(scene).plays.at(share.play).account;
        const std::optional<std::uint32_t> row = row_of_account(scene, account);
        const PodId pod(row ? scene.plan().accounts->table.text(podColumn(), *row) : std::string());
        (engagement_of(scene).pods.contains(pod) ? byPod[pod] : without) += share.hours;
    }
    const Role *role = find(scene.plan().organisation->roles, load.role);
    const bool executive = role != nullptr && role->core == CoreFunction::accountExecutive;
    std::vector<RoleShare> shares;
    std::map<std::string, std::size_t> people;
    for (const PodId &id : ordered(engagement_of(scene).pods)) {
        const Pod &pod = engagement_of(scene).pods.at(id);
        const std::string *person = find(pod.members, load.role);
        if (person == nullptr) {
            without += byPod.contains(id) ? byPod.at(id) : 0;
            continue;
        }
        const Person *known = find(scene.plan().organisation->people, PersonId(*person));
        const std::string name = known == nullptr ? pod.name : known->name;
        const double hours = byPod.contains(id) ? byPod.at(id) : 0;
        if (known != nullptr && people.contains(*person)) {
            RoleShare &share = shares[people.at(*person)];
            share.hours += hours;
            share.pods += ", " + pod.name;
            continue;
        }
        if (known != nullptr) {
            people[*person] = shares.size();
        }
        shares.push_back({name, known == nullptr ? std::string() : pod.name, hours, known != nullptr || executive});
    }
    sort_stably(shares, [](const RoleShare &a, const RoleShare &b) { return a.hours < b.hours; });
    if (without > 0) {
        shares.push_back({"In no pod with this role", {}, without, false});
    }
    return shares;
}

void draw_share(const RoleShare &share, const RoleLoad &load, float width) {
    constexpr float height = 30;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const double own = load.capacity && share.onePerson ? PlayCapacity::hoursAWeek * load.capacity->share : 0;
    const double left = own - share.hours;
    const bool over = own > 0 && left < -1e-9;
    const std::string figure = own == 0 ? play_hours(share.hours)
                                        : play_hours(share.hours) + " of " + play_hours(own) + ": " +
                                              (over ? play_hours(-left) + " over" : play_hours(left) + " free");
    const float bars = at.x + width * 0.42F;
    const float figures = at.x + width - 168;
    draw_line(list, {{at.x + 12, at.y}, {bars - 8, at.y + height}}, share.name, {.size = type::small + 1});
    if (own > 0) {
        const ImRect bar({bars, at.y + 11}, {figures - 12, at.y + 19});
        draw_filled_bar(list, bar, static_cast<float>(share.hours / own), over ? palette().warning : palette().accent);
    }
    draw_line(list, {{figures, at.y}, {at.x + width - 8, at.y + height}}, figure,
              {.size = type::small, .colour = over ? palette().warning : palette().text}, Align::right);
    semantics::at(ImGui::GetID(("##share-" + share.name + share.pods).c_str()), {at, {at.x + width, at.y + height}},
                  {.role = "listitem", .name = share.name, .value = figure, .description = share.pods});
    ImGui::Dummy({width, height});
}

void draw_play_of_week(Scene &scene, const PlayShare &share, float width) {
    const Play &play = engagement_of(scene).plays.at(share.play);
    const std::string who = account_called(scene, play.account);
    const Row row = begin_row("week-play-" + share.play.text, play.name + " at " + who,
                              {.width = width, .height = 36, .value = play_hours(share.hours)});
    if (row.clicked) {
        scene.scratch.engagement.tab = 0;
        choose_item(scene, View::engagement, share.play.text);
    }
    const float middle = row.box.Min.x + width * 0.42F;
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y}, {middle - 8, row.box.Max.y}}, play.name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{middle, row.box.Min.y}, {row.box.Max.x - 170, row.box.Max.y}}, who, {.size = type::small + 1});
    draw_line(*row.list, {{row.box.Max.x - 170, row.box.Min.y}, {row.box.Max.x - 70, row.box.Max.y}}, status_word(play.status),
              {.size = type::small, .colour = palette().muted});
    draw_line(*row.list, {{row.box.Max.x - 70, row.box.Min.y}, {row.box.Max.x - 8, row.box.Max.y}}, play_hours(share.hours),
              {.size = type::small + 1, .strong = true}, Align::right);
}

void draw_open_cell(Scene &scene, const std::vector<RoleLoad> &loads, float width) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const auto at = std::find_if(loads.begin(), loads.end(), [&](const RoleLoad &load) { return load.role == scratch.loadRole; });
    if (at == loads.end()) {
        gap(12);
        body_text("Choose a week of a role to see who has time, and which plays there are.", width);
        return;
    }
    const std::vector<PlayShare> plays = plays_in(scene.plan(), at->role, scratch.loadWeek);
    const double hours = at->in(scratch.loadWeek);
    const std::string sum =
        play_hours(hours) + (at->capacity ? " of " + play_hours(at->capacity->hours()) + " (" + capacity_sum(*at->capacity) + ")" : "");
    body_heading(role_name(scene, at->role) + " in " + week_name(scratch.loadWeek), sum);
    const std::vector<RoleShare> shares = shares_of(scene, *at, plays);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    {
        const semantics::Group group("shares", {top, {top.x + width, top.y + 40}}, {.role = "list", .name = "Who has time"});
        for (const RoleShare &share : shares) {
            draw_share(share, *at, width);
        }
    }
    if (!plays.empty()) {
        body_heading(counted(plays.size(), "play", "plays") + " in that week");
    }
    for (const PlayShare &share : plays) {
        draw_play_of_week(scene, share, width);
    }
    gap(20);
}

void draw_quarter_buttons(Scene &scene, float width) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string explained = "Hours that plays ask of each role, over all accounts; below them what is free";
    const TextStyle style{.size = type::small, .colour = palette().muted};
    const float room = width - 200;
    const float height = std::max(controlHeight, wrapped_height(explained, style, room));
    const float top = at.y + (height - wrapped_height(explained, style, room)) / 2;
    draw_wrapped(*ImGui::GetWindowDrawList(), {at.x, top}, explained, style, room);
    semantics::at(ImGui::GetID("##explained"), {at, {at.x + room, at.y + height}}, {.role = "text", .name = explained});
    ImGui::SetCursorScreenPos({at.x + width - 186, at.y});
    if (icon_button("##earlier", icon::chevronLeft, "A quarter earlier")) {
        scratch.loadFrom -= aQuarter;
    }
    ImGui::SameLine(0, 4);
    if (button("##now", "This week", {.disabled = scratch.loadFrom == week_number(platform::today())})) {
        scratch.loadFrom = week_number(platform::today());
    }
    ImGui::SameLine(0, 4);
    if (icon_button("##later", icon::chevronRight, "A quarter later")) {
        scratch.loadFrom += aQuarter;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height + 8});
}

/// What the grounds of the weeks say.
void draw_fullness_legend(float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.size = type::small, .colour = palette().muted};
    constexpr float height = 28;
    constexpr float swatch = 14;
    ImVec2 next(at.x + 12, at.y);
    const auto word = [&](const std::string &text) {
        const float wide = text_size(text, style).x;
        draw_line(list, {next, {next.x + wide + 1, next.y + height}}, text, style);
        next.x += wide + 16;
    };
    const auto step = [&](ImU32 ground, ImU32 edge, const std::string &text) {
        if (next.x + swatch + 6 + text_size(text, style).x > at.x + width) {
            next = {at.x + 12, next.y + height - 6};
        }
        const ImVec2 corner(next.x, next.y + (height - swatch) / 2);
        list.AddRectFilled(corner, {corner.x + swatch, corner.y + swatch}, ground, 3);
        list.AddRect(corner, {corner.x + swatch, corner.y + swatch}, edge, 3);
        next.x += swatch + 6;
        word(text);
    };
    word("Of the role's hours:");
    const std::size_t steps = palette().fullness.size();
    for (std::size_t i = 0; i < steps; ++i) {
        step(palette().fullness[i], palette().edge, "up to " + std::to_string(100 * (i + 1) / steps) + " %");
    }
    step(palette().warningSoft, palette().warning, "more than there are");
    const float bottom = next.y + height;
    semantics::at(
        ImGui::GetID("##fullness"), {at, {at.x + width, bottom}},
        {.role = "note", .name = "The fuller a role's week is, the stronger its colour: a step for each quarter of the role's hours"});
    ImGui::Dummy({width, bottom - at.y});
}

} // namespace

void draw_load(Scene &scene, const ImVec2 &size) {
    const std::vector<RoleLoad> &loads = shown_loads_of_plays(scene);
    follow_role(scene, loads);
    ImGui::BeginChild("##load", size, ImGuiChildFlags_NavFlattened);
    const float width = size.x - 12;
    if (loads.empty()) {
        draw_empty_state(
            {icon::users, "Who has time for plays?",
             "Set head-counts of the core roles in Organisation; what plans ask of them shows here against the hours there are."},
            width);
        ImGui::EndChild();
        return;
    }
    draw_quarter_buttons(scene, width);
    const float cell = std::clamp(std::floor((width - engagementLoadRoleWidth) / aQuarter), leastCell, mostCell);
    const float table = engagementLoadRoleWidth + cell * aQuarter;
    const bool scrolls = table > width;
    const float height = 36 + static_cast<float>(loads.size()) * (cellHeight + 2) + (scrolls ? ImGui::GetStyle().ScrollbarSize + 4 : 0);
    ImGui::BeginChild("##heat", {width, height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const semantics::Group group("heat", {at, {at.x + table, at.y + height}},
                                     {.role = "grid", .name = "Hours of plays by role and week"});
        draw_week_heads(scene, at, cell);
        ImGui::SetCursorScreenPos({at.x, at.y + 36});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        for (const RoleLoad &load : loads) {
            draw_role_row(scene, load, cell);
        }
        ImGui::Dummy({table, 0});
        ImGui::PopStyleVar();
    }
    ImGui::EndChild();
    gap(4);
    draw_fullness_legend(width);
    draw_open_cell(scene, loads, width);
    ImGui::EndChild();
}

} // namespace fullcourt::ui
