// The accounts of a pod: selected by click and key, moved by drag, by menu and by the key M.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "edit/pod_gestures.h"
#include "ui/account_parts.h"
#include "ui/dragging.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/pods_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float podsAccountsRowHeight = 38;
constexpr float podsAccountsFoundHeight = 46; // with its pod under the name

const AccountTable &table_of(const Scene &scene) { return scene.plan().accounts->table; }

std::string shown_item(const Scene &scene) {
    std::string item = chosen_item(scene.state, View::pods);
    if (item == noPodItem || scene.plan().engagement->pods.contains(PodId(item))) {
        return item;
    }
    return std::string(noPodItem);
}

/// Best first. Worked out anew only where something changed that it depends on.
const std::vector<std::uint32_t> &shown_rows(Scene &scene) {
    PodsScratch &scratch = scene.scratch.pods;
    const PodLoads &loads = shown_loads(scene);
    const std::string key = scratch.key + "|" + (scratch.search.empty() ? "in " + shown_item(scene) : "like " + scratch.search);
    if (scratch.rowsKey == key) {
        return scratch.rows;
    }
    scratch.rowsKey = key;
    scratch.rows = matching_rows(*scene.plan().accounts, scratch.search, shown_words(*scene.plan().engagement));
    if (scratch.search.empty()) {
        const auto at = std::find(loads.order.begin(), loads.order.end(), PodId(shown_item(scene)));
        const std::uint32_t pod = at == loads.order.end() ? noPod : static_cast<std::uint32_t>(at - loads.order.begin());
        std::erase_if(scratch.rows, [&](std::uint32_t row) { return scratch.pods[row] != pod; });
    }
    const std::vector<std::uint32_t> &rank = scene.app.score_board().scores(Weights::agreed).rank;
    std::sort(scratch.rows.begin(), scratch.rows.end(), [&](std::uint32_t a, std::uint32_t b) { return rank[a] < rank[b]; });
    return scratch.rows;
}

std::string key_of(const Scene &scene, std::uint32_t row) { return std::string(table_of(scene).key(row)); }

bool is_pinned(const Scene &scene, const std::string &key) {
    const AccountMark *mark = find(scene.plan().accounts->marks, AccountId(key));
    return mark != nullptr && mark->pinned;
}

std::vector<AccountId> accounts_in_hand(const Scene &scene) {
    std::vector<AccountId> accounts;
    for (const std::string &key : scene.scratch.pods.selected) {
        accounts.emplace_back(key);
    }
    return accounts;
}

void select(Scene &scene, const std::vector<std::uint32_t> &rows, std::size_t index) {
    PodsScratch &scratch = scene.scratch.pods;
    const std::string key = key_of(scene, rows[index]);
    const ImGuiIO &io = ImGui::GetIO();
    if (io.KeyShift) {
        const auto from = std::find_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return key_of(scene, row) == scratch.anchor; });
        const std::size_t first = from == rows.end() ? index : static_cast<std::size_t>(from - rows.begin());
        scratch.selected.clear();
        for (std::size_t i = std::min(first, index); i <= std::max(first, index); ++i) {
            scratch.selected.insert(key_of(scene, rows[i]));
        }
        return;
    }
    const bool was = scratch.selected.contains(key);
    const bool alone = was && scratch.selected.size() == 1;
    if (!io.KeyCtrl) {
        scratch.selected.clear();
    }
    if (io.KeyCtrl ? was : alone) {
        scratch.selected.erase(key);
    } else {
        scratch.selected.insert(key);
    }
    scratch.anchor = key;
}

/// What is selected where the row is part of it, else the row alone.
std::vector<AccountId> meant(const Scene &scene, const std::string &key) {
    return scene.scratch.pods.selected.contains(key) ? accounts_in_hand(scene) : std::vector<AccountId>{AccountId(key)};
}

void open_menu_at(Scene &scene, const std::string &key) {
    if (!scene.scratch.pods.selected.contains(key)) {
        scene.scratch.pods.selected = {key};
    }
    ImGui::OpenPopup("##move-accounts");
}

void draw_move_menu(Scene &scene) {
    const std::vector<AccountId> accounts = accounts_in_hand(scene);
    menu("##move-accounts", "Move accounts", [&] {
        menu_heading("Move " + counted(accounts.size(), "account", "accounts") + " to");
        for (const PodId &id : shown_loads(scene).order) {
            const bool here = scene.scratch.pods.search.empty() && id.text == shown_item(scene);
            if (menu_item(pod_name(scene, id), {.disabled = !scene.editable || here, .checked = here})) {
                scene.edit(give_accounts(scene.plan(), accounts, id));
                scene.scratch.pods.selected.clear();
            }
        }
        if (menu_item("No pod", {.disabled = !scene.editable})) {
            scene.edit(give_accounts(scene.plan(), accounts, PodId()));
            scene.scratch.pods.selected.clear();
        }
        menu_line();
        const bool pinned = std::all_of(accounts.begin(), accounts.end(), [&](const AccountId &id) { return is_pinned(scene, id.text); });
        if (menu_item(pinned ? "Let an assignment move them" : "Keep them in their pod",
                      {.icon = icon::pin, .disabled = !scene.editable || accounts.empty()})) {
            scene.edit(pin_accounts(scene.plan(), accounts, !pinned));
        }
    });
}

void follow_mouse(Scene &scene, const ImRect &box, ImGuiID id, const std::string &key) {
    PodsScratch &scratch = scene.scratch.pods;
    if (ImGui::GetActiveID() == id && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        scratch.pressing = true;
        scratch.from = ImGui::GetIO().MousePos;
    }
    if (ImGui::GetActiveID() == id && scratch.pressing && !scratch.dragging && scene.editable) {
        const ImVec2 now = ImGui::GetIO().MousePos;
        if (std::max(std::abs(now.x - scratch.from.x), std::abs(now.y - scratch.from.y)) > dragThreshold) {
            scratch.dragging = true;
            scratch.dragged = meant(scene, key);
        }
    }
    if (ImGui::IsMouseHoveringRect(box.Min, box.Max) && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        open_menu_at(scene, key);
    }
}

float pods_row_height(const PodsScratch &scratch) { return scratch.search.empty() ? podsAccountsRowHeight : podsAccountsFoundHeight; }

void draw_row(Scene &scene, const std::vector<std::uint32_t> &rows, std::size_t index, float width) {
    PodsScratch &scratch = scene.scratch.pods;
    const std::uint32_t account = rows[index];
    const std::string key = key_of(scene, account);
    const std::string name = account_name(*scene.plan().accounts, account);
    const Tier tier = account_tiers(scene)[account];
    const std::uint32_t pod = scratch.pods[account];
    const std::string works = pod == noPod ? std::string("In no pod") : pod_name(scene, scratch.loads.order[pod]);
    const bool pinned = is_pinned(scene, key);
    const bool chosen = scratch.selected.contains(key);
    const Row row = begin_row("account-" + key, name,
                              {.width = width,
                               .height = pods_row_height(scratch),
                               .chosen = chosen,
                               .value = std::string(tier_name(tier)) + ", " + works + (pinned ? ", stays there" : ""),
                               .description = by_hand("M moves it to another pod", "Hold it to move it to another pod")});
    const ImGuiID id = ImGui::GetID(("##row-account-" + key).c_str());
    if (row.clicked && !scratch.dragging) {
        select(scene, rows, index);
    }
    offer_grip(scene, platform::Grip::lifted, row.box);
    follow_mouse(scene, row.box, id, key);
    if (ImGui::GetFocusID() == id && !ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_M, false)) {
        open_menu_at(scene, key);
    }
    ImDrawList &list = *row.list;
    draw_tier(list, {row.box.Min.x + 10, row.box.GetCenter().y}, tier);
    float right = row.box.Max.x - 10;
    if (pinned) {
        draw_icon(list, {right - 7, row.box.GetCenter().y}, icon::pin, 14, palette().muted);
        right -= 22;
    }
    const float left = row.box.Min.x + 10 + tierColumn;
    const bool found = !scratch.search.empty();
    const float under = found ? row.box.Min.y + 24 : row.box.Max.y;
    draw_line(list, {{left, row.box.Min.y + (found ? 4.0F : 0.0F)}, {right, under}}, name, {.size = type::small + 1, .strong = true});
    if (found) {
        draw_line(list, {{left, under}, {right, row.box.Max.y - 4}}, works,
                  {.size = type::small, .colour = pod == noPod ? palette().warning : palette().muted});
    }
}

void draw_head(Scene &scene, std::size_t count, float width) {
    PodsScratch &scratch = scene.scratch.pods;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string item = shown_item(scene);
    const std::string title = !scratch.search.empty() ? counted(count, "match", "matches")
                              : item == noPodItem     ? "In no pod: " + std::to_string(count)
                                                      : counted(count, "account", "accounts");
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width - 150, at.y + controlHeight}}, title,
              {.size = type::small + 1, .strong = true});
    semantics::at(ImGui::GetID("##accounts-head"), {at, {at.x + width - 150, at.y + controlHeight}}, {.role = "heading", .name = title});
    const std::size_t selected = scratch.selected.size();
    const std::string label = selected == 0 ? std::string("Move to …") : "Move " + std::to_string(selected) + " to …";
    ImGui::SetCursorScreenPos({at.x + width - button_width(label, true) - 4, at.y});
    if (button("##move", label,
               {.icon = icon::arrowRight,
                .disabled = selected == 0 || !scene.editable,
                .tooltip = "Select accounts first",
                .shortcut = "M"})) {
        ImGui::OpenPopup("##move-accounts");
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 6});
}

} // namespace

void draw_pod_accounts(Scene &scene, const ImVec2 &size) {
    PodsScratch &scratch = scene.scratch.pods;
    ImGui::BeginChild("##pod-accounts", size, ImGuiChildFlags_NavFlattened);
    const std::vector<std::uint32_t> &rows = shown_rows(scene);
    draw_head(scene, rows.size(), size.x);
    ImGui::BeginChild("##account-rows", {size.x, 0}, ImGuiChildFlags_NavFlattened);
    const ImVec2 top = ImGui::GetWindowPos();
    if (rows.empty()) {
        gap(12);
        const bool none = table_of(scene).rows() == 0;
        paragraph(none                             ? "There are no target accounts yet: bring them in Accounts."
                  : !scratch.search.empty()        ? "No account matches."
                  : shown_item(scene) == noPodItem ? "Every account has a pod. Choose one to see its accounts."
                                                   : "No account yet. Assign accounts, or drag some here from another pod.",
                  {.size = type::small + 1, .colour = palette().muted}, size.x - 24);
    }
    {
        const semantics::Group group("pod-account-rows", {top, {top.x + size.x, top.y + ImGui::GetWindowHeight()}},
                                     {.role = "list", .name = "Accounts of the pod"});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), pods_row_height(scratch) + 1);
        scratch.drawn = 0;
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_row(scene, rows, static_cast<std::size_t>(i), size.x - 14);
                ++scratch.drawn;
            }
        }
        ImGui::PopStyleVar();
        draw_move_menu(scene);
    }
    ImGui::EndChild();
    draw_move_menu(scene);
    ImGui::EndChild();
}

} // namespace fullcourt::ui
