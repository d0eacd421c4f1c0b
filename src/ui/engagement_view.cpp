// Engagement plans: what marketing, sales and success do at one account week by week; what all plans ask of each role; and the
// templates that plans begin from.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"

namespace fullcourt::ui {
namespace {

constexpr float engagementListWidth = 216;
constexpr float engagementRowHeight = 46;

// ---- What is chosen decides what is shown

void follow_choice(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const std::string item = chosen_item(scene.state, View::engagement);
    if (item == scratch.seen) {
        return;
    }
    scratch.seen = item;
    if (const std::string account = chosen_after(scene, accountItem); !account.empty()) {
        scratch.tab = 0;
        scratch.account = account;
    } else if (const std::string role = chosen_after(scene, loadItem); !role.empty()) {
        scratch.tab = 1;
        scratch.loadRole = RoleId(role);
        scratch.loadWeek = 0;
    } else if (!chosen_after(scene, templateItem).empty()) {
        scratch.tab = templatesTab;
    } else if (const Play *play = find(engagement_of(scene).plays, PlayId(item))) {
        scratch.account = play->account.text;
        scratch.tab = scratch.tab == templatesTab ? 0 : scratch.tab; // plays are chosen in the load as well
    } else if (!chosen_after(scene, noteItem).empty()) {
        scratch.tab = 0;
    }
}

/// The plan that is shown: the one chosen, else the first of the list.
AccountId shown_account(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    const bool known = !scratch.account.empty() &&
                       (row_of_account(scene, AccountId(scratch.account)) || !plays_of(scene, AccountId(scratch.account)).empty());
    if (!known) {
        const std::vector<std::uint32_t> &rows = listed_accounts(scene);
        scratch.account = rows.empty() ? std::string() : std::string(scene.plan().accounts->table.key(rows.front()));
    }
    return AccountId(scratch.account);
}

// ---- One account's plan

std::string span_words(const Scene &scene, const std::vector<PlayId> &plays) {
    std::map<RoleId, double> effort;
    std::optional<Date> first;
    std::optional<Date> last;
    for (const PlayId &id : plays) {
        const Play &play = engagement_of(scene).plays.at(id);
        if (play.status == PlayStatus::dropped) {
            continue;
        }
        for (const auto &[role, hours] : play.effort) {
            effort[role] += hours;
        }
        const std::optional<Date> start = parse_date(play.start);
        const std::optional<Date> end = end_of(play);
        if (start && end) {
            first = first ? std::min(*first, *start) : *start;
            last = last ? std::max(*last, *end) : *end;
        }
    }
    std::string words = counted(plays.size(), "play", "plays");
    if (first) {
        words += ", " + week_name(week_number(*first)) + " to " + week_name(week_number(*last) - 1);
    }
    const std::string hours = effort_words(scene, effort);
    return hours.empty() ? words : words + ": " + hours;
}

Date first_week(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    if (!scratch.startWeek) {
        scratch.startWeek = week_number(platform::today()) + 1;
    }
    return monday_of_week(*scratch.startWeek);
}

PlanChange from_templates(Scene &scene, const AccountId &account, Tier tier) {
    PlanChange change;
    change.kind = PlanChange::Kind::fromTemplates;
    change.account = account;
    change.tier = tier;
    change.start = to_text(first_week(scene));
    return change;
}

/// "From templates", with the week in which they begin.
void draw_template_menu(Scene &scene, const AccountId &account) {
    menu("##from-templates", "Plan from templates", [&] {
        menu_heading("Plan from the templates of");
        for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany}) {
            const auto &templates = engagement_of(scene).templates;
            const auto count = static_cast<std::size_t>(
                std::count_if(templates.begin(), templates.end(), [&](const auto &one) { return one.second.tier == tier; }));
            const bool own = tier == tier_of(scene, account);
            const std::string label =
                std::string(tier_name(tier)) + ": " + (count == 0 ? "starter plays" : counted(count, "play", "plays"));
            if (menu_item(label, {.checked = own})) {
                change_plan(scene, from_templates(scene, account, tier));
            }
        }
        menu_line();
        menu_heading("Beginning in " + week_name(week_number(first_week(scene))));
        int &week = *scene.scratch.engagement.startWeek;
        if (menu_item("A week later", {.icon = icon::plus})) {
            ++week;
        }
        if (menu_item("A week earlier", {.icon = icon::minus})) {
            --week;
        }
    });
}

void draw_plan_head(Scene &scene, const AccountId &account, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const std::string name = account_called(scene, account);
    const TextStyle strong{.size = type::title, .strong = true};
    constexpr float tierRoom = 70;
    const float buttons = button_width("Add a play", true) + 6 + button_width("Templates", true);
    // Beside the name where there is room for all of it, else under what is said of it.
    const float wanted = text_size(name, strong).x + 2;
    const bool beside = wanted + tierRoom + buttons <= width;
    const float nameWidth = std::min(wanted, width - tierRoom - (beside ? buttons : 0));
    draw_line(list, {at, {at.x + nameWidth, at.y + 30}}, name, strong);
    semantics::at(ImGui::GetID("##account"), {at, {at.x + nameWidth, at.y + 30}}, {.role = "heading", .name = name});
    draw_tier(list, {at.x + nameWidth + 8, at.y + 15}, tier_of(scene, account));
    const Pod *pod = pod_of_account(scene, account);
    const std::string who =
        pod == nullptr ? "In no pod yet" : "Worked by " + (pod->name.empty() ? std::string("an unnamed pod") : pod->name);
    const std::vector<PlayId> &plays = plays_of(scene, account);
    const std::string words = who + (plays.empty() ? std::string(". No plan yet.") : ". " + span_words(scene, plays));
    const TextStyle quiet{.size = type::small, .colour = palette().muted};
    const float tall = wrapped_height(words, quiet, width);
    draw_wrapped(list, {at.x, at.y + 34}, words, quiet, width);
    semantics::at(ImGui::GetID("##who-works"), {{at.x, at.y + 32}, {at.x + width, at.y + 34 + tall}}, {.role = "text", .name = words});
    ImGui::SetCursorScreenPos(beside ? ImVec2(at.x + width - buttons, at.y) : ImVec2(at.x, at.y + 34 + tall + 8));
    if (button("##add-play", "Add a play", {.icon = icon::plus, .disabled = !scene.editable})) {
        PlanChange change;
        change.kind = PlanChange::Kind::add;
        change.account = account;
        change.after.account = account;
        change.after.name = "New play";
        change.after.start = to_text(monday_of(platform::today()));
        change_plan(scene, change);
    }
    ImGui::SameLine(0, 6);
    if (button("##templates", "Templates",
               {.icon = icon::calendarRange, .disabled = !scene.editable, .tooltip = "Plan what the templates of a tier say"})) {
        first_week(scene);
        ImGui::OpenPopup("##from-templates");
    }
    draw_template_menu(scene, account);
    ImGui::SetCursorScreenPos({at.x, at.y + 34 + tall + 8 + (beside ? 0 : controlHeight + 8)});
}

void draw_no_plan(Scene &scene, const AccountId &account, float width) {
    const Tier tier = tier_of(scene, account);
    const Tier use = tier == Tier::none ? Tier::oneToMany : tier;
    const std::string of = std::string(tier_name(use));
    draw_empty_state({icon::calendarRange, "What will both sides do here, and when?",
                      "Begin with the plays that the templates of " + of +
                          " hold, or add one by one. Every bar can be dragged, and every template changed to yours."},
                     width);
    // The other weeks stand beside it. Where that leaves it too little room, the sentence above has said which templates.
    const std::string from = week_name(week_number(first_week(scene)));
    const std::string whole = "Plan from the templates of " + of + ", from " + from;
    const float room = width - 8 - 2 * controlHeight - 2;
    const std::string label = button_width(whole, true) <= room ? whole : "Plan from " + from;
    if (button("##start", label, {.icon = icon::calendarRange, .look = Look::primary, .disabled = !scene.editable})) {
        change_plan(scene, from_templates(scene, account, use));
    }
    ImGui::SameLine(0, 8);
    int &week = *scene.scratch.engagement.startWeek;
    if (icon_button("##earlier", icon::chevronLeft, "Begin a week earlier")) {
        --week;
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##later", icon::chevronRight, "Begin a week later")) {
        ++week;
    }
}

void draw_plan(Scene &scene, const ImVec2 &size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const AccountId account = shown_account(scene);
    draw_account_list(scene, {engagementListWidth, size.y});
    ImGui::SetCursorScreenPos({at.x + engagementListWidth + 16, at.y});
    const float width = size.x - engagementListWidth - 16;
    ImGui::BeginChild("##plan", {width, size.y}, ImGuiChildFlags_NavFlattened);
    if (account.empty()) {
        draw_empty_state({icon::crosshair, "No account matches", "Take the search or the filter away to see all."}, width);
    } else {
        draw_plan_head(scene, account, width - 12);
        draw_waiting_change(scene, width - 12);
        if (plays_of(scene, account).empty()) {
            draw_no_plan(scene, account, width - 12);
        } else {
            draw_time_line(scene, account, {width - 8, size.y});
        }
        draw_happened(scene, account, width - 12);
    }
    ImGui::EndChild();
}

void draw_tabs(Scene &scene) {
    EngagementScratch &scratch = scene.scratch.engagement;
    static const std::array<std::string, 3> labels = {"Account plans", "Who has time", "Templates"};
    ImGui::BeginChild("##tabs", {400, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##tab", "What to look at", labels, scratch.tab)) {
        scratch.tab = *picked;
        if (!chosen_after(scene, loadItem).empty()) {
            scene.dispatch(action::Choose{View::engagement, {}}); // so that the finding can lead here again
        }
    }
    ImGui::EndChild();
    gap(12);
}

void draw_engagement_start(Scene &scene, float width) {
    draw_empty_state(
        {icon::calendarRange, "What is done at each account, week by week?",
         "Plans belong to target accounts, and there are none yet. Bring the list from your CRM, or try it with invented companies."},
        width);
    if (button("##to-accounts", "Go to the accounts", {.icon = icon::crosshair, .look = Look::primary})) {
        scene.dispatch(action::Show{View::accounts});
    }
    ImGui::SameLine(0, 8);
    if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
        scene.dispatch(action::TrySampleAccounts{});
    }
}

std::string engagement_purpose(const Scene &scene) {
    const std::size_t plays = engagement_of(scene).plays.size();
    if (plays == 0 || scene.scratch.engagement.tab != 0) {
        return "What marketing, sales and success do at an account, week by week, and who has time for it.";
    }
    return counted(plays, "play", "plays") + " in all. " + by_hand("Drag a bar or press arrow keys", "Hold a bar and carry it") +
           " to move it; what follows it comes along.";
}

// ---- The list of accounts

void draw_account_row(Scene &scene, std::uint32_t row, float width) {
    const std::string key(scene.plan().accounts->table.key(row));
    const std::string name = account_name(*scene.plan().accounts, row);
    const AccountId account(key);
    const std::vector<PlayId> &plays = plays_of(scene, account);
    const Tier tier = scene.app.score_board().scores(Weights::agreed).tier[row];
    const bool chosen = scene.scratch.engagement.account == key;
    const std::string state = plays.empty() ? std::string("No plan yet") : counted(plays.size(), "play", "plays");
    if (chosen) {
        focus_next_item(scene, Region::main);
        scene.scratch.chosenRowShown = true;
    }
    const Row drawn =
        begin_row("account-" + key, name,
                  {.width = width, .height = engagementRowHeight, .chosen = chosen, .value = std::string(tier_name(tier)) + ", " + state});
    if (drawn.clicked) {
        scene.dispatch(action::Choose{View::engagement, std::string(accountItem) + key});
    }
    ImDrawList &list = *drawn.list;
    draw_tier(list, {drawn.box.Min.x + 8, drawn.box.GetCenter().y}, tier);
    const float left = drawn.box.Min.x + 8 + tierColumn;
    draw_line(list, {{left, drawn.box.Min.y + 4}, {drawn.box.Max.x - 6, drawn.box.GetCenter().y + 1}}, name,
              {.size = type::small + 1, .strong = true});
    const bool missing = plays.empty();
    const bool urgent = missing && tier == Tier::oneToOne;
    const ImU32 ink = urgent ? palette().warning : palette().muted;
    const float y = drawn.box.Max.y - 14;
    if (missing) {
        draw_icon(list, {left + 6, y}, urgent ? icon::triangleAlert : icon::circle, 12, ink);
    }
    draw_line(list, {{left + (missing ? 16 : 0), y - 9}, {drawn.box.Max.x - 6, y + 9}}, state, {.size = type::small, .colour = ink});
}

} // namespace

void draw_account_list(Scene &scene, const ImVec2 &size) {
    EngagementScratch &scratch = scene.scratch.engagement;
    ImGui::BeginChild("##accounts", size, ImGuiChildFlags_NavFlattened);
    text_field("##find", "Find an account", scratch.search, {.hint = "Find an account", .size = type::small + 1});
    gap(6);
    static const std::array<std::string, 3> labels = {"All", "Planned", "No plan"};
    ImGui::BeginChild("##filter", {size.x, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##filter", "Which accounts", labels, scratch.filter)) {
        scratch.filter = *picked;
    }
    ImGui::EndChild();
    gap(6);
    const std::vector<std::uint32_t> &rows = listed_accounts(scene);
    ImGui::BeginChild("##account-rows", {size.x, 0}, ImGuiChildFlags_NavFlattened);
    const ImVec2 top = ImGui::GetWindowPos();
    {
        const semantics::Group group("plan-accounts", {top, {top.x + size.x, top.y + ImGui::GetWindowHeight()}},
                                     {.role = "list", .name = counted(rows.size(), "account", "accounts")});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), engagementRowHeight + 1);
        scratch.drawn = 0;
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_account_row(scene, rows[static_cast<std::size_t>(i)], size.x - 12);
                ++scratch.drawn;
            }
        }
        ImGui::PopStyleVar();
    }
    ImGui::EndChild();
    ImGui::EndChild();
}

void draw_engagement(Scene &scene) {
    SectionPage page{.view = View::engagement,
                     .section = PlanSection::engagement,
                     .title = "Engagement plans",
                     .purpose = scene.state.open ? engagement_purpose(scene) : std::string(),
                     .body = {},
                     .fillsRoom = true,
                     .details = draw_engagement_details};
    page.body = [](Scene &inner, float width) {
        if (inner.plan().accounts->table.rows() == 0 && engagement_of(inner).plays.empty()) {
            draw_engagement_start(inner, width);
            return;
        }
        follow_choice(inner);
        draw_tabs(inner);
        const ImVec2 size(width, std::max(160.0F, ImGui::GetContentRegionAvail().y - 8));
        switch (inner.scratch.engagement.tab) {
        case 1: draw_load(inner, size); break;
        case templatesTab: draw_templates(inner, size); break;
        default: draw_plan(inner, size); break;
        }
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
