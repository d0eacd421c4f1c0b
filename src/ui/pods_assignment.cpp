// An assignment of accounts to pods before it is done: what moves where, and how even the loads are then.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/targets.h"
#include "base/number.h"
#include "base/text.h"
#include "edit/pod_gestures.h"
#include "ui/account_parts.h"
#include "ui/icons.h"
#include "ui/pods_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float podsAssignmentRowHeight = 40;

/// Those without a tier get a pod too, though what there is to settle counts only those that are pursued.
std::string pursued_words(Scene &scene, const PodAssignment &plan) {
    const std::vector<std::uint32_t> pursued = target_rows(scene.plan(), account_tiers(scene));
    const std::vector<std::uint32_t> &pods = scene.scratch.pods.pods;
    const auto count = static_cast<std::size_t>(
        std::count_if(pursued.begin(), pursued.end(), [&](std::uint32_t row) { return pods[row] == noPod && plan.pods[row] != noPod; }));
    return count == plan.fresh ? std::string() : ", " + std::to_string(count) + " of them pursued in a tier";
}

/// "Each pod then carries a load of 33 to 34; today it is 12 to 60."
std::string loads_after(const PodAssignment &plan) {
    const auto span = [](const PodLoads &loads) {
        return load_words(loads.least) + (loads.spread() == 0 ? "" : " to " + load_words(loads.most));
    };
    return "Each pod then carries a load of " + span(plan.after) +
           (plan.before.mean == 0 ? std::string(".") : "; today it is " + span(plan.before) + ".");
}

std::string sentence_of_assignment(Scene &scene, const PodAssignment &plan) {
    if (plan.changed.empty()) {
        return scene.scratch.pods.dealing == Dealing::missing ? "Every account has a pod already."
                                                              : "No single move would make the loads more even.";
    }
    const std::size_t moved = plan.changed.size() - plan.fresh;
    std::vector<std::string> words;
    if (plan.fresh > 0) {
        words.push_back(counted(plan.fresh, "account gets", "accounts get") + " a pod" + pursued_words(scene, plan));
    }
    if (moved > 0) {
        words.push_back(plan.fresh > 0 ? counted(moved, "moves", "move") + " to another"
                                       : counted(moved, "account moves", "accounts move") + " to another pod");
    }
    if (const std::size_t stay = scene.plan().accounts->table.rows() - plan.changed.size(); stay > 0) {
        words.push_back(counted(stay, "stays", "stay") + " where " + (stay == 1 ? "it is" : "they are"));
    }
    return listed(words) + ". " + loads_after(plan);
}

void apply_it(Scene &scene, const PodAssignment &plan) {
    std::map<AccountId, PodId> pods;
    for (const std::uint32_t row : plan.changed) {
        pods.emplace(AccountId(std::string(scene.plan().accounts->table.key(row))), plan.after.order[plan.pods[row]]);
    }
    scene.edit(give_accounts(scene.plan(), pods));
    scene.scratch.pods.previewing = false;
}

void draw_move(Scene &scene, const PodAssignment &plan, std::uint32_t row, float width) {
    const std::uint32_t was = scene.scratch.pods.pods[row];
    const std::string name = account_name(*scene.plan().accounts, row);
    const std::string from = was == noPod ? std::string("no pod") : pod_name(scene, plan.before.order[was]);
    const std::string to = pod_name(scene, plan.after.order[plan.pods[row]]);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_tier(list, {at.x, at.y + podsAssignmentRowHeight / 2}, account_tiers(scene)[row]);
    const float left = at.x + tierColumn;
    draw_line(list, {{left, at.y + 2}, {at.x + width, at.y + 20}}, name, {.size = type::small + 1, .strong = true});
    draw_line(list, {{left, at.y + 20}, {at.x + width, at.y + 37}}, (was == noPod ? "→ " : from + " → ") + to,
              {.size = type::small, .colour = palette().muted});
    hairline_across(list, at.x, at.x + width, at.y + podsAssignmentRowHeight);
    semantics::at(ImGui::GetID(("##move-" + std::to_string(row)).c_str()), {at, {at.x + width, at.y + podsAssignmentRowHeight}},
                  {.role = "listitem", .name = name, .value = from + " → " + to});
    ImGui::Dummy({width, podsAssignmentRowHeight + 1});
}

} // namespace

const PodAssignment &shown_assignment(Scene &scene) {
    PodsScratch &scratch = scene.scratch.pods;
    shown_loads(scene);
    const std::string key = scratch.key + (scratch.dealing == Dealing::even ? "|even" : "|missing");
    if (scratch.previewKey != key) {
        scratch.previewKey = key;
        scratch.preview = assign_to_pods(scene.plan(), account_tiers(scene), scratch.dealing);
    }
    return scratch.preview;
}

void draw_assignment(Scene &scene, const ImVec2 &size) {
    PodsScratch &scratch = scene.scratch.pods;
    ImGui::BeginChild("##assignment", size, ImGuiChildFlags_NavFlattened);
    const std::array<std::string, 2> labels = {"Even out", "Only the missing"};
    ImGui::BeginChild("##dealing", {size.x - 8, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##dealing", "How to assign", labels, scratch.dealing == Dealing::even ? 0 : 1)) {
        scratch.dealing = *picked == 0 ? Dealing::even : Dealing::missing;
    }
    ImGui::EndChild();
    gap(10);
    const PodAssignment &plan = shown_assignment(scene);
    const std::string sentence = capitalised(sentence_of_assignment(scene, plan));
    paragraph(sentence, {.size = type::small + 1}, size.x - 16);
    semantics::at(ImGui::GetID("##sentence"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = sentence});
    gap(10);
    if (button("##apply", "Assign",
               {.icon = icon::check,
                .look = Look::primary,
                .disabled = plan.changed.empty() || !scene.editable,
                .tooltip = "One step of undo"})) {
        apply_it(scene, plan);
    }
    ImGui::SameLine(0, 8);
    if (button("##leave", "Not now", {.look = Look::ghost})) {
        scratch.previewing = false;
    }
    gap(10);
    ImGui::BeginChild("##moves", {size.x, 0}, ImGuiChildFlags_NavFlattened);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    {
        const semantics::Group group("moves", {at, {at.x + size.x, at.y + 40}}, {.role = "list", .name = "What would move"});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(plan.changed.size()), podsAssignmentRowHeight + 1);
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_move(scene, plan, plan.changed[static_cast<std::size_t>(i)], size.x - 16);
            }
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::EndChild();
}

} // namespace fullcourt::ui
