// Who works which accounts, and how evenly: pods with their load, the accounts of one, and an assignment shown before it is done.
#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/text.h"
#include "edit/pod_gestures.h"
#include "ui/account_parts.h"
#include "ui/dragging.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/pods_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float podHeight = 64;
constexpr float toolsHeight = 48;
constexpr float podsBetween = 16;

const Collection<Pod> &pods_of(const Scene &scene) { return scene.plan().engagement->pods; }

// ---- Loads

/// Largest of all bars, so that they can be compared: those of today, or those to come with an assignment, which leaves few without.
double most_load(Scene &scene) {
    const PodLoads &loads = shown_loads(scene);
    if (!scene.scratch.pods.previewing) {
        return std::max({loads.most, loads.without.load, 1.0});
    }
    const PodLoads &after = shown_assignment(scene).after;
    return std::max({loads.most, after.most, after.without.load, 1.0});
}

void draw_load_bar(ImDrawList &list, const ImRect &box, const PodLoad &load, const PodPolicy &policy, double most) {
    list.AddRectFilled(box.Min, box.Max, palette().pressed, 4);
    float x = box.Min.x;
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany}) {
        const double part = static_cast<double>(load.accounts[static_cast<std::size_t>(tier)]) * load_of(policy, tier);
        const float width = box.GetWidth() * static_cast<float>(part / most);
        if (width > 0) {
            list.AddRectFilled({x, box.Min.y}, {x + std::max(1.0F, width - 1), box.Max.y}, tier_ink(tier), 3);
        }
        x += width;
    }
}

/// "2 in 1:1, 5 in 1:few and 11 in 1:many"
std::string tiers_in_words(const PodLoad &load) {
    std::vector<std::string> words;
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany, Tier::none}) {
        if (const std::size_t count = load.accounts[static_cast<std::size_t>(tier)]; count > 0) {
            words.push_back(std::to_string(count) + (tier == Tier::none ? " without a tier" : " in " + std::string(tier_name(tier))));
        }
    }
    return words.empty() ? "No account yet" : listed(words);
}

/// "Ana Lind · Mara Voss"; where the pod is called after all of them, what each is in it: "AE · Account marketer".
std::string pod_members(const Scene &scene, const Pod &pod) {
    const std::vector<std::string> who = member_names(scene, pod);
    if (who.empty()) {
        return "Nobody in it yet";
    }
    const bool named =
        std::all_of(who.begin(), who.end(), [&](const std::string &name) { return pod.name.find(name) != std::string::npos; });
    std::string members;
    std::size_t member = 0;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        if (pod.members.contains(role)) {
            members += (members.empty() ? "" : " · ") + (named ? head_name(scene.plan().organisation->roles.at(role)) : who[member]);
            ++member;
        }
    }
    return members;
}

/// Not pursued, or accepted: then nobody need look for a pod for the accounts that have none.
bool misses_pods(const Scene &scene) {
    return std::any_of(scene.derived.findings.begin(), scene.derived.findings.end(),
                       [](const Finding &finding) { return finding.rule == "account.no-pod" && !finding.accepted; });
}

/// As what there is to settle says it.
std::string without_title(const Scene &scene, const PodLoad &load) {
    if (load.count() == 0) {
        return "Every account has a pod";
    }
    return misses_pods(scene) ? "In no pod yet" : "In no pod";
}

/// `right` whole, and as much of `left` as it leaves room for.
void draw_two_ends(ImDrawList &list, const ImRect &box, const std::string &left, const std::string &right, const TextStyle &style) {
    const float from = box.Max.x - text_size(right, style).x - 1;
    draw_line(list, {box.Min, {from - 8, box.Max.y}}, left, style);
    draw_line(list, {{from, box.Min.y}, box.Max}, right, style, Align::right);
}

/// One pod, or the accounts without one.
void draw_carrier(Scene &scene, const std::string &item, const std::string &name, const std::string &who, const PodLoad &load,
                  const PodLoad *after, float width) {
    PodsScratch &scratch = scene.scratch.pods;
    const bool none = item == noPodItem;
    const bool chosen = chosen_item(scene.state, View::pods) == item && scratch.search.empty() && !scratch.previewing;
    if (chosen) {
        focus_next_item(scene, Region::main);
        scene.scratch.chosenRowShown = true;
    }
    const std::string figures = counted(load.count(), "account", "accounts") + ", load " + load_words(load.load);
    const Row row =
        begin_row("pod-" + item, name,
                  {.width = width, .height = podHeight, .chosen = chosen, .value = figures, .description = tiers_in_words(load)});
    if (row.clicked && !scratch.dragging) {
        scratch.search.clear();
        scratch.previewing = false;
        scratch.selected.clear();
        if (panel_lies_over()) {
            // The details would hide the accounts, which are what one chooses a pod for.
            scene.dispatch(action::Choose{View::pods, item});
        } else {
            choose_item(scene, View::pods, item);
        }
    }
    ImDrawList &list = *row.list;
    if (scratch.dragging && ImGui::IsMouseHoveringRect(row.box.Min, row.box.Max)) {
        scratch.target = item;
        list.AddRect(row.box.Min, row.box.Max, palette().accent, rounding, 0, 2);
    }
    const bool changes = after != nullptr && (after->count() != load.count() || after->load != load.load);
    const float right = row.box.Max.x - 12;
    const ImRect text({row.box.Min.x + 12, row.box.Min.y + 6}, {right, row.box.Max.y});
    const bool waits = none && load.count() > 0 && misses_pods(scene);
    if (waits) {
        draw_icon(list, {text.Min.x + 7, text.Min.y + 10}, icon::triangleAlert, 14, palette().warning);
    }
    draw_two_ends(list, {{text.Min.x + (waits ? 20 : 0), text.Min.y}, {right, text.Min.y + 20}}, name,
                  "load " + load_words(load.load) + (changes ? " → " + load_words(after->load) : std::string()),
                  {.size = type::small + 1, .strong = true});
    draw_two_ends(list, {{text.Min.x, text.Min.y + 20}, {right, text.Min.y + 37}}, who,
                  (changes ? std::to_string(load.count()) + " → " : std::string()) +
                      counted((changes ? *after : load).count(), "account", "accounts"),
                  {.size = type::small, .colour = palette().muted});
    const double most = most_load(scene);
    const ImRect bar({text.Min.x, row.box.Max.y - 16}, {right, row.box.Max.y - 8});
    draw_load_bar(list, bar, changes ? *after : load, scene.plan().engagement->podPolicy, most);
    const auto mark = [&](double at, ImU32 ink, float thick) {
        const float x = bar.Min.x + bar.GetWidth() * static_cast<float>(std::min(at / most, 1.0));
        list.AddRectFilled({x - thick / 2, bar.Min.y - 3}, {x + thick / 2, bar.Max.y + 3}, ink);
    };
    if (changes && load.load > 0) {
        mark(load.load, palette().text, 3);
    } else if (after == nullptr && !none) {
        mark(shown_loads(scene).mean, palette().edge, 1.5F);
    }
}

void draw_pods_list(Scene &scene, const ImVec2 &size) {
    const PodLoads &loads = shown_loads(scene);
    const PodAssignment *plan = scene.scratch.pods.previewing ? &shown_assignment(scene) : nullptr;
    ImGui::BeginChild("##pods", size, ImGuiChildFlags_NavFlattened);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = size.x - 12;
    {
        const semantics::Group group("pods", {at, {at.x + size.x, at.y + size.y}}, {.role = "list", .name = "Pods"});
        for (std::size_t i = 0; i < loads.order.size(); ++i) {
            const Pod &pod = pods_of(scene).at(loads.order[i]);
            draw_carrier(scene, loads.order[i].text, pod.name.empty() ? "Unnamed" : pod.name, pod_members(scene, pod), loads.pods[i],
                         plan == nullptr ? nullptr : &plan->after.pods[i], width);
        }
        draw_carrier(scene, std::string(noPodItem), without_title(scene, loads.without),
                     loads.without.count() == 0 ? std::string() : tiers_in_words(loads.without), loads.without,
                     plan == nullptr ? nullptr : &plan->after.without, width);
    }
    const std::vector<std::string> names = add_field(scene, "pod", "Add a pod", "Add a pod", width);
    if (!names.empty()) {
        PodId made;
        scene.edit(add_pod(scene.plan(), names.front(), {}, scene.app.bits(), &made));
        choose_item(scene, View::pods, made.text);
    }
    gap(10);
    const PodPolicy &policy = scene.plan().engagement->podPolicy;
    paragraph("An account in 1:1 counts " + load_words(policy.oneToOne) + ", in 1:few " + load_words(policy.oneToFew) + ", in 1:many " +
                  load_words(policy.oneToMany) + ", without a tier nothing. " +
                  (plan == nullptr ? "The thin line marks the mean." : "The bars show the load to come, a thick line that of today."),
              {.size = type::small, .colour = palette().muted}, width);
    gap(8);
    const ImRect view = ImGui::GetCurrentWindow()->InnerRect;
    if (scene.scratch.pods.dragging && view.Contains(ImGui::GetIO().MousePos)) {
        scroll_at_edges(view, Along::down);
    }
    ImGui::EndChild();
}

// ---- The page

std::string spread_words(const PodLoads &loads) {
    const std::string span = "Loads from " + load_words(loads.least) + " to " + load_words(loads.most);
    if (loads.mean == 0) {
        return "No load yet";
    }
    return span + ": " + load_words(loads.spread()) + " apart, " + to_text(std::round(loads.spread() / loads.mean * 100)) +
           " % of the mean of " + load_words(loads.mean);
}

void draw_pods_tools(Scene &scene, float width) {
    PodsScratch &scratch = scene.scratch.pods;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float searchWidth = 230;
    ImGui::BeginChild("##search", {searchWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (text_field("##find", "Who works this account?", scratch.search, {.hint = "Who works …?", .size = type::small + 1}).changed) {
        scratch.previewing = false;
    }
    ImGui::EndChild();
    const std::string spread = spread_words(shown_loads(scene));
    const ImRect box({at.x + searchWidth + 16, at.y}, {at.x + width, at.y + controlHeight});
    const TextStyle style{.size = type::small + 1, .colour = palette().muted};
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool fits = text_size(spread, style).x <= box.GetWidth();
    draw_two_lines(list, box, spread, {.size = fits ? style.size : type::tiny, .colour = style.colour}, Align::left);
    semantics::at(ImGui::GetID("##spread"), box, {.role = "status", .name = spread});
    ImGui::SetCursorScreenPos({at.x, at.y + toolsHeight});
}

void draw_pods_start(Scene &scene, float width) {
    const std::size_t count = pods_to_make(scene.plan());
    draw_empty_state({icon::boxes, "Who works which accounts?",
                      "A pod is an account executive and an account marketer, say, who work the same accounts. " +
                          std::string(count > 0 ? "The roles of this plan make one for each account executive; you can change every one."
                                                : "Set the head-count of the account executives in Organisation to make pods of them, or "
                                                  "name the first here.")},
                     width);
    if (count > 0 && button("##make", "Make " + counted(count, "pod", "pods") + " from the roles",
                            {.icon = icon::boxes, .look = Look::primary, .disabled = !scene.editable})) {
        scene.edit(make_pods(scene.plan(), scene.app.bits()));
    }
    const UnderEmptyState under(true);
    const std::vector<std::string> names = add_field(scene, "pod", "Add a pod", "Add a pod", under.room_of(width));
    if (!names.empty()) {
        scene.edit(add_pod(scene.plan(), names.front(), {}, scene.app.bits()));
    }
}

std::string make_more_words(std::size_t count) { return "Make " + std::to_string(count) + " more"; }

float pods_actions_width(const Scene &scene) {
    if (!scene.state.open || pods_of(scene).empty()) {
        return 0;
    }
    const std::size_t more = pods_to_make(scene.plan());
    return (more == 0 ? 0 : button_width(make_more_words(more), true) + 8) + button_width("Assign accounts", true);
}

void draw_pods_actions(Scene &scene) {
    if (pods_of(scene).empty()) {
        return;
    }
    const std::size_t count = pods_to_make(scene.plan());
    if (count > 0) {
        if (button("##make", make_more_words(count),
                   {.icon = icon::boxes,
                    .disabled = !scene.editable,
                    .tooltip = "From the roles: one for each account executive who has none yet"})) {
            scene.edit(make_pods(scene.plan(), scene.app.bits()));
        }
        ImGui::SameLine(0, 8);
    }
    const bool accounts = scene.plan().accounts->table.rows() > 0;
    if (button("##assign", "Assign accounts",
               {.icon = icon::wandSparkles,
                .look = Look::primary,
                .disabled = !scene.editable || !accounts,
                .tooltip = accounts ? "Shows first what would move" : "There are no accounts yet"})) {
        scene.scratch.pods.previewing = true;
        scene.scratch.pods.search.clear();
    }
    ImGui::SameLine(0, 4);
}

/// What is under the mouse, and what happens when the button is let go.
void finish_pods_drag(Scene &scene) {
    PodsScratch &scratch = scene.scratch.pods;
    if (!scratch.dragging) {
        return;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::string who = counted(scratch.dragged.size(), "account", "accounts");
    const std::string words =
        scratch.target.empty() ? who : who + " → " + (scratch.target == noPodItem ? "no pod" : pod_name(scene, PodId(scratch.target)));
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    const float width = text_size(words, {.size = type::small, .strong = true}).x + 24;
    const ImRect box({mouse.x + 14, mouse.y + 8}, {mouse.x + 14 + width, mouse.y + 36});
    list.AddRectFilled(box.Min, box.Max, palette().inverse, rounding);
    draw_line(list, box, words, {.size = type::small, .colour = palette().inverseText, .strong = true}, Align::middle);
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        if (!scratch.target.empty()) {
            scene.edit(give_accounts(scene.plan(), scratch.dragged, scratch.target == noPodItem ? PodId() : PodId(scratch.target)));
            scratch.selected.clear();
        }
        scratch.dragging = false;
        scratch.pressing = false;
    }
    scene.scratch.animates = scratch.dragging;
}

std::string pods_purpose(const Scene &scene) {
    const std::size_t pods = pods_of(scene).size();
    if (pods == 0) {
        return "The people who work the same accounts, and which accounts these are.";
    }
    return counted(pods, "pod", "pods") + ". Choose one to see its accounts; " +
           by_hand("drag accounts onto another, or press M to move them.", "hold an account to carry it to another.");
}

} // namespace

const std::vector<Tier> &account_tiers(const Scene &scene) { return scene.app.score_board().scores(Weights::agreed).tier; }

const PodLoads &shown_loads(Scene &scene) {
    PodsScratch &scratch = scene.scratch.pods;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation);
    if (scratch.key != key) {
        scratch.key = key;
        scratch.pods = pods_of_accounts(scene.plan());
        scratch.loads = pod_loads(scene.plan(), account_tiers(scene), scratch.pods);
    }
    return scratch.loads;
}

std::vector<std::string> member_names(const Scene &scene, const Pod &pod) {
    std::vector<std::string> names;
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        const std::string *person = find(pod.members, role);
        if (person != nullptr) {
            const Person *known = find(scene.plan().organisation->people, PersonId(*person));
            names.push_back(known == nullptr ? head_name(scene.plan().organisation->roles.at(role)) + " not named" : known->name);
        }
    }
    return names;
}

std::string pod_name(const Scene &scene, const PodId &pod) {
    const Pod *found = find(pods_of(scene), pod);
    return found == nullptr ? std::string("no pod") : found->name.empty() ? std::string("Unnamed") : found->name;
}

std::string load_words(double load) { return number_words(load); }

void draw_pods(Scene &scene) {
    SectionPage page{.view = View::pods,
                     .section = PlanSection::pods,
                     .title = "Pods",
                     .purpose = scene.state.open ? pods_purpose(scene) : std::string(),
                     .actions = draw_pods_actions,
                     .actionsWidth = pods_actions_width(scene),
                     .body = {},
                     .fillsRoom = true,
                     .details = draw_pod_details};
    page.body = [](Scene &inner, float width) {
        if (pods_of(inner).empty()) {
            draw_pods_start(inner, width);
            return;
        }
        draw_pods_tools(inner, width);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = std::max(160.0F, ImGui::GetContentRegionAvail().y - 8);
        const float left = std::floor(width * 0.52F);
        inner.scratch.pods.target.clear();
        draw_pods_list(inner, {left, height});
        ImGui::SetCursorScreenPos({at.x + left + podsBetween, at.y});
        if (inner.scratch.pods.previewing) {
            draw_assignment(inner, {width - left - podsBetween, height});
        } else {
            draw_pod_accounts(inner, {width - left - podsBetween, height});
        }
        finish_pods_drag(inner);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
