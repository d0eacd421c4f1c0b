// What several copies of the plan changed differently, and nobody has chosen yet: each with what stood there before, what became of
// it, who made that of it, and a field for something else. Choosing is one step that can be undone.
#include <algorithm>
#include <set>

#include "base/sort.h"
#include "base/text.h"
#include "edit/place_words.h"
#include "io/merge.h"
#include "io/plan_places.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/section.h"
#include "ui/words.h"

namespace fullcourt::ui {
namespace {

/// They come up as others are settled; who has that many takes one copy as a whole.
constexpr std::size_t conflictsMostShown = 200;
constexpr float conflictsWidest = 860;
constexpr float valueHeight = 44;
constexpr std::size_t instantLength = 20; // "2026-11-26T12:00:00Z"

/// Whose copy it was, and when that was saved; either may be missing.
struct Origin {
    std::string who;
    std::string when;
    bool own = false;
};

/// Of "Ada, 2026-11-26T12:00:00Z".
Origin origin_of_text(const State &state, const std::string &text) {
    const bool own = is_own(state, text);
    const std::size_t from = text.size() < instantLength ? std::string::npos : text.size() - instantLength;
    const std::string when = from == std::string::npos ? std::string() : instant_text(text.substr(from));
    if (when.empty()) {
        return {quoted(text), {}, own};
    }
    const std::string who = text.substr(0, from);
    return {quoted(who.ends_with(", ") ? who.substr(0, who.size() - 2) : who), when, own};
}

/// "Ada, 26 November 2026, 12:00 UTC", "Mine, …".
std::string origin_words(const State &state, const std::string &text) {
    const Origin origin = origin_of_text(state, text);
    const std::string name = origin.own ? "Mine" : origin.who;
    return name + (name.empty() || origin.when.empty() ? "" : ", ") + origin.when;
}

std::string origins_words(const State &state, const std::set<std::string> &origins) {
    std::vector<std::string> words;
    for (const std::string &origin : origins) {
        if (std::string word = origin_words(state, origin); !word.empty()) {
            words.push_back(std::move(word));
        }
    }
    return listed(words);
}

std::string words_of(const Plan &plan, const Conflict &conflict, const PlaceValue &value) {
    if (item_words(plan, conflict.path).empty()) {
        return value ? value_words(plan, conflict.path, value) : std::string("Nothing");
    }
    return value ? "Keep it" : "Delete it";
}

bool is_structured(const std::string &json) { return json.starts_with('{') || json.starts_with('['); }

ConflictShown conflicts_shown(const State &state, const Places &places, const std::string &key, const Conflict &conflict) {
    const Plan &plan = state.open->plan();
    ConflictShown shown{key, place_words(plan, conflict.path), {}, {}, false, false};
    shown.letters = is_grid_cell(conflict.path);
    const PlaceValue now = value_at(plan, places, conflict.path);
    std::vector<PlaceValue> like = {conflict.base, now};
    for (const auto &[value, origins] : conflict.values) {
        shown.values.push_back({value, words_of(plan, conflict, value), origins_words(state, origins), value == now});
        like.push_back(value);
    }
    if (item_words(plan, conflict.path).empty()) {
        shown.before = conflict.base ? value_words(plan, conflict.path, conflict.base) : "nothing";
        shown.typed = std::none_of(like.begin(), like.end(), [](const PlaceValue &value) { return value && is_structured(*value); });
    }
    return shown;
}

/// In words those alone that are drawn.
void follow(ConflictsScratch &scratch, const State &state) {
    const std::string stamp = state.open->id.text + "/" + std::to_string(state.open->generation);
    if (scratch.stamp == stamp) {
        return;
    }
    scratch.stamp = stamp;
    scratch.shown.clear();
    const Conflicts &conflicts = *state.open->plan().conflicts;
    std::vector<Conflicts::const_iterator> order;
    std::set<std::string> origins;
    for (auto conflict = conflicts.begin(); conflict != conflicts.end(); ++conflict) {
        order.push_back(conflict);
        for (const auto &[value, from] : conflict->second.values) {
            origins.insert(from.begin(), from.end());
        }
    }
    sort_stably(order, [](const auto &a, const auto &b) { return a->second.path < b->second.path; });
    // The one that somebody came for is among them in any case.
    const std::string chosen = chosen_item(state, View::conflicts);
    std::stable_partition(order.begin(), order.end(),
                          [&](const auto &conflict) { return conflict->first == chosen && order.size() > conflictsMostShown; });
    order.resize(std::min(order.size(), conflictsMostShown));
    const Places places = places_of(state.open->plan());
    for (const auto &conflict : order) {
        scratch.shown.push_back(conflicts_shown(state, places, conflict->first, conflict->second));
    }
    scratch.origins.assign(origins.begin(), origins.end());
    std::stable_partition(scratch.origins.begin(), scratch.origins.end(), [&](const std::string &origin) { return is_own(state, origin); });
}

/// The keyboard goes on to the next conflict.
void settle(Scene &scene, const ConflictShown &conflict, PlanEdit edit) {
    ConflictsScratch &scratch = scene.scratch.conflicts;
    const auto at = std::find_if(scratch.shown.begin(), scratch.shown.end(), [&](const auto &other) { return other.key == conflict.key; });
    const auto next = at == scratch.shown.end() || at + 1 == scratch.shown.end() ? scratch.shown.begin() : at + 1;
    scratch.focus = next == scratch.shown.end() || next->key == conflict.key ? std::string() : next->key;
    scratch.drafts.erase(conflict.key);
    scratch.refused.clear();
    scene.edit(std::move(edit));
}

void choose_value(Scene &scene, const ConflictShown &conflict, const PlaceValue &value) {
    Result<PlanEdit> edit = settle_conflict(scene.plan(), conflict.key, value);
    if (edit) {
        settle(scene, conflict, *std::move(edit));
    } else {
        scene.scratch.conflicts.refused = conflict.key;
        scene.scratch.conflicts.why = edit.error().message;
    }
}

void choose_typed(Scene &scene, const ConflictShown &conflict, const std::string &text) {
    const Conflict *stored = find(*scene.plan().conflicts, conflict.key);
    if (stored == nullptr) {
        return;
    }
    std::vector<PlaceValue> like = {stored->base};
    for (const ConflictShown::Value &value : conflict.values) {
        like.push_back(value.value);
    }
    for (const PlaceValue &meant : typed_values(scene.plan(), stored->path, text, like)) {
        if (Result<PlanEdit> edit = settle_conflict(scene.plan(), conflict.key, meant)) {
            settle(scene, conflict, *std::move(edit));
            return;
        }
    }
    scene.scratch.conflicts.refused = conflict.key;
    scene.scratch.conflicts.why = "“" + quoted(text) + "” cannot stand there.";
}

void take_keyboard(ConflictsScratch &scratch, const ConflictShown &conflict) {
    if (scratch.focus == conflict.key) {
        scratch.focus.clear();
        ImGui::GetCurrentContext()->NavId = 0;
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(true);
    }
}

void draw_value(Scene &scene, const ConflictShown &conflict, std::size_t number, float width) {
    const ConflictShown::Value &value = conflict.values[number];
    ImGui::PushID(static_cast<int>(number));
    if (number == 0) {
        take_keyboard(scene.scratch.conflicts, conflict);
    }
    ImGui::BeginDisabled(!scene.editable);
    if (ImGui::InvisibleButton("##value", {width, valueHeight}, ImGuiButtonFlags_EnableNav)) {
        choose_value(scene, conflict, value.value);
    }
    ImGui::EndDisabled();
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().hover : palette().surface, rounding);
    list.AddRect(box.Min, box.Max, palette().outline, rounding);
    draw_icon(list, {box.Min.x + 20, box.GetCenter().y}, value.stands ? icon::pin : icon::circle, 15,
              value.stands ? palette().accentText : palette().muted);
    const std::string stands = value.stands ? "Stands now" : "";
    const float right = box.Max.x - 12 - (value.stands ? 88.0F : 0.0F);
    draw_line(list, {{box.Min.x + 40, box.Min.y + 3}, {right, box.Min.y + 24}}, value.words, {.size = type::small + 1, .strong = true});
    draw_line(list, {{box.Min.x + 40, box.Min.y + 22}, {right, box.Max.y - 3}}, value.origins.empty() ? "Not said by whom" : value.origins,
              {.size = type::small, .colour = palette().muted});
    if (value.stands) {
        draw_line(list, {{right, box.Min.y}, {box.Max.x - 12, box.Max.y}}, stands, {.size = type::small, .colour = palette().accentText},
                  Align::right);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = conflict.place + ": " + value.words,
                     .value = stands,
                     .description = value.origins,
                     .disabled = !scene.editable});
    tooltip(value.words);
    ImGui::PopID();
    gap(6);
}

void draw_typed(Scene &scene, const ConflictShown &conflict, float width) {
    ConflictsScratch &scratch = scene.scratch.conflicts;
    const FieldStyle style{.hint = conflict.letters ? by_hand("Another letter: type it and press Enter", "Another letter: type it here")
                                                    : by_hand("Something else: type it and press Enter", "Something else: type it here"),
                           .width = width,
                           .disabled = !scene.editable};
    if (const auto text = entry_field("##typed", conflict.place + ": something else", scratch.drafts[conflict.key], style)) {
        choose_typed(scene, conflict, *text);
    }
}

void draw_refusal(const ConflictsScratch &scratch, const ConflictShown &conflict, float width) {
    if (scratch.refused != conflict.key) {
        return;
    }
    gap(4);
    paragraph(scratch.why, {.size = type::small, .colour = palette().error}, width);
    semantics::at(ImGui::GetID("##refused"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "alert", .name = scratch.why});
}

void draw_conflict(Scene &scene, const ConflictShown &conflict, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(conflict.key.c_str(), {at, {at.x + width, at.y + 40}}, {.role = "group", .name = conflict.place});
    ImGui::PushID(conflict.key.c_str());
    const bool chosen = chosen_item(scene.state, View::conflicts) == conflict.key;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImGui::BeginGroup();
    if (chosen) {
        list.AddRectFilled({at.x - 12, at.y + 4}, {at.x - 9, at.y + 26}, palette().accent, 2);
    }
    const std::string before = conflict.before.empty() ? std::string() : "Before: " + conflict.before;
    draw_line(list, {at, {at.x + width * 0.6F, at.y + 28}}, conflict.place, {.strong = true});
    draw_line(list, {{at.x + width * 0.6F + 12, at.y}, {at.x + width, at.y + 28}}, before, {.size = type::small, .colour = palette().muted},
              Align::right);
    semantics::at(ImGui::GetID("##place"), {at, {at.x + width, at.y + 28}},
                  {.role = "heading", .name = conflict.place, .description = before});
    ImGui::Dummy({width, 32});
    for (std::size_t i = 0; i < conflict.values.size(); ++i) {
        draw_value(scene, conflict, i, width);
    }
    if (conflict.typed) {
        draw_typed(scene, conflict, width);
    }
    draw_refusal(scene.scratch.conflicts, conflict, width);
    ImGui::EndGroup();
    if (chosen && scene.scratch.conflicts.seen != conflict.key) {
        scene.scratch.conflicts.seen = conflict.key;
        ImGui::SetScrollHereY(0.2F);
    }
    ImGui::PopID();
    gap(22);
}

/// "Keep all of mine", "Keep all of Ada's"; with the time where somebody has several copies among them.
std::string take_all_words(const State &state, const std::vector<std::string> &origins, const std::string &text) {
    const Origin origin = origin_of_text(state, text);
    const auto alike = std::count_if(origins.begin(), origins.end(), [&](const std::string &other) {
        const Origin each = origin_of_text(state, other);
        return each.own == origin.own && (each.own || each.who == origin.who);
    });
    if (!origin.own && origin.who.empty()) {
        return "Keep all of the copy of " + origin.when;
    }
    const std::string whose = origin.own ? "mine" : origin.who + "'s";
    return "Keep all of " + whose + (alike > 1 && !origin.when.empty() ? ", " + origin.when : "");
}

/// Who has no time for each: all as one of the copies had it.
void draw_take_all(Scene &scene, float width) {
    const std::vector<std::string> &origins = scene.scratch.conflicts.origins;
    constexpr std::size_t most = 4;
    float x = 0;
    for (std::size_t i = 0; i < std::min(origins.size(), most); ++i) {
        const std::string label = take_all_words(scene.state, origins, origins[i]);
        const float wanted = button_width(label, true);
        if (i > 0 && x + wanted <= width) {
            ImGui::SameLine(0, 8);
        } else {
            gap(i == 0 ? 0.0F : 8.0F);
            x = 0;
        }
        x += wanted + 8;
        ImGui::PushID(static_cast<int>(i));
        if (button("##all", label,
                   {.icon = icon::listChecks,
                    .disabled = !scene.editable,
                    .tooltip = "Settles everything here in one step, as it stood in: " + origin_words(scene.state, origins[i])})) {
            scene.dispatch(action::SettleAllAs{origins[i]});
        }
        ImGui::PopID();
    }
    if (!origins.empty()) {
        gap(20);
    }
}

void draw_body(Scene &scene, float room) {
    ConflictsScratch &scratch = scene.scratch.conflicts;
    follow(scratch, scene.state);
    const float width = std::min(room, conflictsWidest);
    if (scratch.shown.empty()) {
        draw_empty_state({icon::circleCheck, "Nothing is in conflict",
                          "When a copy of this plan is merged, whatever both copies changed differently stands here until it is settled."},
                         width);
        return;
    }
    const std::size_t all = scene.plan().conflicts->size();
    const std::string count = counted(all, "thing to settle", "things to settle");
    line(count, {.size = type::heading, .strong = true});
    semantics::at(ImGui::GetID("##count"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = count});
    gap(12);
    draw_take_all(scene, width);
    for (const ConflictShown &conflict : scratch.shown) {
        draw_conflict(scene, conflict, width);
    }
    if (scratch.shown.size() < all) {
        line("And " + std::to_string(all - scratch.shown.size()) + " more, once these are settled.",
             {.size = type::small + 1, .colour = palette().muted});
    }
}

} // namespace

void draw_conflicts(Scene &scene) {
    SectionPage page{.view = View::conflicts,
                     .title = "Conflicts between copies",
                     .purpose = "What two copies of this plan changed differently. One of them stands until you choose.",
                     .panel = false,
                     .body = draw_body};
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
