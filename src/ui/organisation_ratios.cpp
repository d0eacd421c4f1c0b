// Head-counts against the ratios and the scaling stages, and what another number of account executives would ask for.
#include <algorithm>
#include <cmath>

#include "analysis/currency.h"
#include "analysis/what_if.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/organisation_parts.h"

namespace fullcourt::ui {
namespace {

std::string need_text(const Need &need) {
    return need.least == need.most ? std::to_string(need.least) : std::to_string(need.least) + " to " + std::to_string(need.most);
}

// ---- The stage

void draw_stage(const Scene &scene, float width) {
    const std::optional<StageView> view = scaling_stage(*scene.plan().organisation);
    if (!view) {
        body_text("Say how many account executives there are, and Fullcourt shows what the usual ratios ask for.", width);
        return;
    }
    std::string text = view->stage == 0 ? "Before the first scaling stage." : "Scaling stage " + std::to_string(view->stage) + " of 4.";
    if (!view->missing.empty()) {
        text += " The next one still needs " + listed(view->missing) + ".";
    }
    body_text(text, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float each = std::min(120.0F, (width - 12) / 4);
    for (int stage = 1; stage <= 4; ++stage) {
        const float x = at.x + static_cast<float>(stage - 1) * (each + 4);
        const bool reached = stage <= view->stage;
        const ImRect box({x, at.y}, {x + each, at.y + 6});
        list.AddRectFilled(box.Min, box.Max, reached ? palette().accent : palette().pressed, 3);
    }
    semantics::at(ImGui::GetID("##stage"), {at, {at.x + width, at.y + 6}}, {.role = "text", .name = text});
    ImGui::Dummy({width, 16});
}

// ---- What if

int executives_of(const Scene &scene) {
    const std::string *picked = find(scene.scratch.picks, std::string("what-if"));
    if (picked != nullptr && !picked->empty()) {
        return static_cast<int>(parse_number(*picked).value_or(0));
    }
    return heads_of(*scene.plan().organisation, CoreFunction::accountExecutive).value_or(0);
}

void draw_what_if_field(Scene &scene, int executives, int today) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + 210, at.y + 28}}, "What if there were", {.size = type::small + 1});
    ImGui::SetCursorScreenPos({at.x + 132, at.y});
    if (const auto changed = stepper("##what-if", "Account executives", executives, 1, mostAccountExecutives, {}, false)) {
        scene.scratch.picks["what-if"] = *changed == today ? std::string() : to_text(*changed);
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    draw_line(*ImGui::GetWindowDrawList(), {{box.Max.x + 8, at.y}, {box.Max.x + 200, at.y + 28}}, "account executives?",
              {.size = type::small + 1});
    if (executives != today && today > 0) {
        ImGui::SetCursorScreenPos({box.Max.x + 160, at.y - 2});
        if (button("##today", "Back to " + std::to_string(today), {.icon = icon::rotateCcw, .look = Look::quiet})) {
            scene.scratch.picks["what-if"].clear();
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 38});
}

std::string hours_range(const Staffings<RoleStaffing> &load) {
    const double least = std::min(load.least.hoursAWeek, load.most.hoursAWeek);
    const double most = std::max(load.least.hoursAWeek, load.most.hoursAWeek);
    const bool same = hours_words(least) == hours_words(most);
    return (same ? hours_words(least) : hours_words(least) + " to " + hours_words(most)) + " a week each";
}

std::string heads_then(const WhatIfRow &row, int executives) {
    return row.core == CoreFunction::accountExecutive ? std::to_string(executives) : need_text(*row.need);
}

void draw_need(const Scene &scene, const WhatIfRow &row, int executives, float width) {
    const Role &role = scene.plan().organisation->roles.at(row.role);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const auto cell = [&](float from, float to) { return ImRect({at.x + width * from, at.y}, {at.x + width * to - 10, at.y + 30}); };
    const TextStyle muted{.size = type::small + 1, .colour = palette().muted};
    const std::string today = row.load.today.heads ? std::to_string(*row.load.today.heads) : std::string("not set");
    const std::string hours = hours_range(row.load);
    draw_line(list, cell(0, 0.34F), role.name, {.size = type::small + 1});
    draw_line(list, cell(0.34F, 0.5F), heads_then(row, executives), {.size = type::small + 1, .strong = true});
    draw_line(list, cell(0.5F, 0.66F), "today " + today, muted);
    draw_line(list, cell(0.66F, 1), hours + " in meetings", muted);
    hairline_across(list, at.x, at.x + width, at.y + 30);
    semantics::at(ImGui::GetID(("##need-" + row.role.text).c_str()), {at, {at.x + width, at.y + 30}},
                  {.role = "text", .name = role.name, .value = heads_then(row, executives) + ", today " + today + ", " + hours});
    ImGui::Dummy({width, 32});
}

std::string whole(double number) { return std::to_string(std::lround(number)); }

std::string money(double amount) { return grouped(std::to_string(std::llround(amount))); }

std::string range(const std::string &least, const std::string &most) { return least == most ? least : least + " to " + most; }

/// "They cost EUR 1,200,000 to 1,350,000 a year (today 1,200,000)."; where no currency is named, in the reader's own.
std::string cost_words(const Staffings<StaffingTotal> &total, const std::string &currency) {
    std::string text = "They cost " + with_unit(range(money(*total.least.costAYear), money(*total.most.costAYear)), currency) + " a year";
    if (total.today.costAYear) {
        text += " (today " + money(*total.today.costAYear) + ")";
    }
    return text + (currency.empty() ? ", in your currency." : ".");
}

std::string total_words(const Staffings<StaffingTotal> &total, const std::string &currency) {
    std::string text = "Everybody together: " + range(whole(total.least.hoursAWeek), whole(total.most.hoursAWeek)) +
                       " h a week in meetings (today " + whole(total.today.hoursAWeek) + ").";
    if (total.least.costAYear && total.most.costAYear) {
        text += " " + cost_words(total, currency);
    }
    return text;
}

void draw_what_if(Scene &scene, float width) {
    const int today = heads_of(*scene.plan().organisation, CoreFunction::accountExecutive).value_or(0);
    const int executives = std::max(1, executives_of(scene));
    draw_what_if_field(scene, executives, today);
    const WhatIf answer = what_if(scene.plan(), executives);
    for (const WhatIfRow &row : answer.rows) {
        if (row.need || row.core == CoreFunction::accountExecutive) {
            draw_need(scene, row, executives, width);
        }
    }
    gap(6);
    body_text(total_words(answer.total, currency_of(*scene.plan().accounts)), width);
}

} // namespace

void draw_ratios(Scene &scene, float width) {
    if (scene.plan().organisation->roles.empty()) {
        return;
    }
    body_heading("Ratios and stages", "One marketer for 3–4 account executives, one SDR for 2–3, one specialist for 8–10");
    draw_stage(scene, width);
    draw_what_if(scene, width);
}

} // namespace fullcourt::ui
