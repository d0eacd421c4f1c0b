// One pod: who is in it, what comes first to it, and what its load is made of; with none chosen, what an account counts.
#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "edit/pod_gestures.h"
#include "ui/account_parts.h"
#include "ui/fields.h"
#include "ui/pods_parts.h"

namespace fullcourt::ui {
namespace {

void draw_load(Scene &scene, const PodLoad &load) {
    caption("What its load is made of", "Each account counts by its tier; what a tier counts stands here when no pod is chosen.");
    const PodPolicy &policy = scene.plan().engagement->podPolicy;
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none}) {
        const std::size_t count = load.accounts[static_cast<std::size_t>(tier)];
        if (count == 0) {
            continue;
        }
        ImGui::SetCursorPosX(panelInset);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const double each = load_of(policy, tier);
        const std::string words = counted(count, "account", "accounts") + " × " + load_words(each);
        const std::string sum = load_words(static_cast<double>(count) * each);
        draw_tier(list, {at.x, at.y + 13}, tier);
        draw_line(list, {{at.x + tierColumn, at.y}, {at.x + panelRoom - 60, at.y + 26}}, words, {.size = type::small + 1});
        draw_line(list, {{at.x + panelRoom - 60, at.y}, {at.x + panelRoom, at.y + 26}}, sum, {.size = type::small + 1, .strong = true},
                  Align::right);
        semantics::at(ImGui::GetID(("##term-" + std::string(tier_name(tier))).c_str()), {at, {at.x + panelRoom, at.y + 26}},
                      {.role = "text", .name = std::string(tier_name(tier)) + ": " + words, .value = sum});
        ImGui::Dummy({panelRoom, 28});
    }
    ImGui::SetCursorPosX(panelInset);
    line("Load " + load_words(load.load), {.strong = true});
}

void draw_member(Scene &scene, const PodId &id, const Pod &pod, const RoleId &role, const std::string &person) {
    std::vector<std::string> ids = {""};
    std::vector<std::string> labels = {"Not named"};
    int chosen = 0;
    for (const PersonId &one : ordered(scene.plan().organisation->people)) {
        const Person &known = scene.plan().organisation->people.at(one);
        if (!known.hats.contains(role) && one.text != person) {
            continue;
        }
        chosen = one.text == person ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(one.text);
        labels.push_back(known.name);
    }
    const std::string help = ids.size() == 1 ? "People are named in Organisation, with the roles they have." : std::string();
    if (const auto picked = choice_field(scene, role_name(scene, role), labels, chosen, help)) {
        Pod changed = pod;
        changed.members[role] = ids[static_cast<std::size_t>(*picked)];
        scene.edit(change_pod(scene.plan(), id, changed));
    }
}

void draw_members(Scene &scene, const PodId &id, const Pod &pod) {
    std::set<RoleId> roles;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        if (const std::string *person = find(pod.members, role)) {
            roles.insert(role);
            draw_member(scene, id, pod, role, *person);
        }
    }
    if (const auto now = role_chips(scene, "Roles in the pod", roles)) {
        Pod changed = pod;
        std::erase_if(changed.members, [&](const auto &member) { return !now->contains(member.first); });
        for (const RoleId &role : *now) {
            changed.members.try_emplace(role);
        }
        scene.edit(change_pod(scene.plan(), id, changed));
    }
}

void draw_affinity(Scene &scene, const PodId &id, const Pod &pod) {
    const AccountColumnId &column = scene.plan().engagement->podPolicy.affinity;
    const AccountColumn *described = find(scene.plan().accounts->columns, column);
    if (described == nullptr) {
        return;
    }
    constexpr std::size_t mostWords = 60;
    std::vector<Chip> chips;
    for (const auto &[word, count] : picture_of(scene.plan().accounts->table, column, 1, mostWords).words) {
        chips.push_back({word, word});
    }
    for (const std::string &word : pod.affinity) {
        if (std::none_of(chips.begin(), chips.end(), [&](const Chip &chip) { return chip.id == word; })) {
            chips.push_back({word, word});
        }
    }
    if (const auto now = chips_field(scene, described->name + " that it takes first", chips, pod.affinity,
                                     "An assignment gives accounts with these values to this pod before it evens out the others.")) {
        Pod changed = pod;
        changed.affinity = *now;
        scene.edit(change_pod(scene.plan(), id, changed));
    }
}

void draw_policy(Scene &scene) {
    const PodPolicy &policy = scene.plan().engagement->podPolicy;
    const auto number = [&](const std::string &name, double PodPolicy::*member) {
        if (const auto typed = line_field(scene, name, "pod-policy", load_words(policy.*member))) {
            if (const auto value = parse_number(trimmed(*typed))) {
                PodPolicy changed = policy;
                changed.*member = *value;
                scene.edit(set_pod_policy(scene.plan(), changed));
            }
        }
    };
    number("An account in 1:1 counts", &PodPolicy::oneToOne);
    number("An account in 1:few counts", &PodPolicy::oneToFew);
    number("An account in 1:many counts", &PodPolicy::oneToMany);
    std::vector<AccountColumnId> ids = {AccountColumnId()};
    std::vector<std::string> labels = {"No column"};
    int chosen = 0;
    for (const AccountColumnId &id : ordered(scene.plan().accounts->columns)) {
        const AccountColumn &column = scene.plan().accounts->columns.at(id);
        const bool words = column.type == AccountColumnType::category || column.type == AccountColumnType::text;
        if (words && id != podColumn()) {
            chosen = id == policy.affinity ? static_cast<int>(ids.size()) : chosen;
            ids.push_back(id);
            labels.push_back(column.name);
        }
    }
    if (const auto picked = choice_field(scene, "Regions or segments stand in", labels, chosen,
                                         "Pods can take accounts of a region or segment first; each says which.")) {
        PodPolicy changed = policy;
        changed.affinity = ids[static_cast<std::size_t>(*picked)];
        scene.edit(set_pod_policy(scene.plan(), changed));
    }
}

} // namespace

void draw_pod_details(Scene &scene) {
    const PodId id{chosen_item(scene.state, View::pods)};
    const Pod *pod = find(scene.plan().engagement->pods, id);
    if (pod == nullptr) {
        details_heading("Pods", "What a pod carries");
        details_hint("A pod's load is the sum of what its accounts count. Choose a pod to see who is in it.");
        draw_policy(scene);
        return;
    }
    details_heading("Pod", pod->name);
    if (const auto name = line_field(scene, "Name", id.text, pod->name)) {
        Pod changed = *pod;
        changed.name = *name;
        scene.edit(change_pod(scene.plan(), id, changed));
    }
    draw_members(scene, id, *pod);
    draw_affinity(scene, id, *pod);
    const PodLoads &loads = shown_loads(scene);
    const auto at = std::find(loads.order.begin(), loads.order.end(), id);
    if (at != loads.order.end()) {
        draw_load(scene, loads.pods[static_cast<std::size_t>(at - loads.order.begin())]);
    }
    if (remove_button(scene, "Delete the pod")) {
        scene.edit(remove_pods(scene.plan(), {id}));
    }
}

} // namespace fullcourt::ui
