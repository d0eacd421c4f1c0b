// Head-counts against the ratios and the scaling stages, and what another number of account executives would ask for.
#include <algorithm>
#include <cmath>

#include "analysis/staffing.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/organisation_parts.h"

namespace fullcourt::ui {
namespace {

constexpr int mostExecutives = 200;
constexpr int workingWeeks = 52;

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
        list.AddRectFilled(box.Min, box.Max, reached ? palette().accent : palette().hover, 3);
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
    if (const auto changed = stepper("##what-if", "Account executives", executives, 1, mostExecutives, {}, false)) {
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

struct Totals {
    double hours = 0;
    double leastCost = 0;
    double mostCost = 0;
    bool anyCost = false;
};

/// The heads that the row would have: the need where a ratio says one, the executives asked for, else today's.
Need heads_then(const Role &role, const StaffingRow &row, int executives) {
    if (role.core == CoreFunction::accountExecutive) {
        return {executives, executives};
    }
    const int now = row.headcount.value_or(0);
    return row.need.value_or(Need{now, now});
}

void add_to(Totals &totals, const Role &role, const StaffingRow &row, const Need &heads) {
    totals.hours += row.week.hours * heads.most;
    if (role.costPerHead) {
        totals.anyCost = true;
        totals.leastCost += *role.costPerHead * heads.least;
        totals.mostCost += *role.costPerHead * heads.most;
    }
}

bool concerns(const Role &role, const StaffingRow &row) {
    return role.core != CoreFunction::none && (row.need || role.core == CoreFunction::accountExecutive);
}

void draw_need(const Scene &scene, const StaffingRow &row, const Need &heads, float width) {
    const Role &role = scene.plan().organisation->roles.at(row.role);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const auto cell = [&](float from, float to) { return ImRect({at.x + width * from, at.y}, {at.x + width * to - 10, at.y + 30}); };
    const TextStyle style{.size = type::small + 1};
    const TextStyle muted{.size = type::small + 1, .colour = palette().muted};
    const std::string today = row.headcount ? std::to_string(*row.headcount) : std::string("not set");
    const std::string hours = hours_words(row.week.hours) + " a week each";
    draw_line(list, cell(0, 0.34F), role.name, style);
    draw_line(list, cell(0.34F, 0.5F), need_text(heads), {.size = type::small + 1, .strong = true});
    draw_line(list, cell(0.5F, 0.68F), "today " + today, muted);
    draw_line(list, cell(0.68F, 1), hours + " in meetings", muted);
    list.AddRectFilled({at.x, at.y + 30}, {at.x + width, at.y + 31}, palette().line);
    semantics::at(ImGui::GetID(("##need-" + row.role.text).c_str()), {at, {at.x + width, at.y + 30}},
                  {.role = "text", .name = role.name, .value = need_text(heads) + ", today " + today + ", " + hours});
    ImGui::Dummy({width, 32});
}

std::string money(double amount) {
    const auto thousands = static_cast<long long>(std::llround(amount / 1000));
    return std::to_string(thousands) + "k";
}

void draw_totals(const Totals &totals, float width) {
    std::string text = "Together " + std::to_string(std::lround(totals.hours)) + " h a week in meetings, " +
                       std::to_string(std::lround(totals.hours * workingWeeks / 1)) + " h a year.";
    if (totals.anyCost) {
        text += " Cost a year: " + money(totals.leastCost) +
                (totals.mostCost > totals.leastCost ? " to " + money(totals.mostCost) : std::string()) + ".";
    }
    gap(6);
    body_text(text, width);
}

void draw_what_if(Scene &scene, float width) {
    const int today = heads_of(*scene.plan().organisation, CoreFunction::accountExecutive).value_or(0);
    const int executives = std::max(1, executives_of(scene));
    draw_what_if_field(scene, executives, today);
    Totals totals;
    for (const StaffingRow &row : staffing(scene.plan(), executives)) {
        const Role &role = scene.plan().organisation->roles.at(row.role);
        const Need heads = heads_then(role, row, executives);
        add_to(totals, role, row, heads);
        if (concerns(role, row)) {
            draw_need(scene, row, heads, width);
        }
    }
    draw_totals(totals, width);
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
