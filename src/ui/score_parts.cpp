#include "ui/score_parts.h"

#include <algorithm>
#include <cmath>

#include "analysis/account_list.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/dragging.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float buttonWidth = 28;
constexpr std::size_t mostMatches = 6;

/// Left and right belong to the item that has the keyboard: they change it and do not lead away from it.
double keyed(ImGuiID id, double value, double step) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavId != id || g.ActiveId == id) {
        return value;
    }
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) {
        if (ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any)) {
            value += key == ImGuiKey_LeftArrow ? -step : step;
        }
        ImGui::SetKeyOwner(key, id);
    }
    return value;
}

std::string number_text(double value, const std::string &unit) { return tenths(value) + (unit.empty() ? "" : " " + unit); }

void draw_track(const ImRect &box, double part, const std::string &text, bool active, bool disabled) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect track({box.Min.x + 2, box.Max.y - 6}, {box.Max.x - 2, box.Max.y - 3});
    list.AddRectFilled(track.Min, track.Max, palette().pressed, 2);
    const float x = track.Min.x + track.GetWidth() * static_cast<float>(part);
    list.AddRectFilled(track.Min, {x, track.Max.y}, palette().accent, 2);
    if (!disabled) {
        list.AddCircleFilled({x, track.GetCenter().y}, active ? 5.5F : 4.0F, palette().accent);
        list.AddCircle({x, track.GetCenter().y}, active ? 5.5F : 4.0F, palette().surface, 0, 1);
    }
    draw_line(list, {box.Min, {box.Max.x, box.Max.y - 6}}, text, {.size = type::small + 1, .strong = active}, Align::middle);
}

WeightControl draw_dragged(Scene &scene, const WeightStyle &style, float width) {
    WeightControl control;
    ImGui::BeginDisabled(style.disabled);
    ImGui::InvisibleButton("##drag", {width, buttonWidth}, ImGuiButtonFlags_EnableNav);
    const ImGuiID id = ImGui::GetItemID();
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    control.shown = style.value;
    if (!style.disabled) {
        offer_grip(scene, platform::Grip::across, box);
    }
    ImGuiStorage &storage = *ImGui::GetStateStorage();
    const ImGuiID moved = ImGui::GetID("##moved");
    const bool byMouse = ImGui::GetIO().MouseDown[0] && ImGui::IsItemActive();
    if (byMouse && ImGui::IsMouseDragging(0, 2)) {
        const double part = std::clamp(static_cast<double>((ImGui::GetIO().MousePos.x - box.Min.x - 2) / (width - 4)), 0.0, 1.0);
        control.shown = std::clamp(std::round(part * style.most / style.snap) * style.snap, 0.0, style.most);
        control.dragging = true;
        storage.SetFloat(id, static_cast<float>(control.shown));
        storage.SetBool(moved, true);
    } else if (ImGui::IsItemDeactivated() && storage.GetBool(moved)) {
        if (!is_called_back(scene)) {
            control.shown = static_cast<double>(storage.GetFloat(id));
            control.set = control.shown;
        }
        storage.SetBool(moved, false);
    } else if (const double next = std::clamp(keyed(id, style.value, style.step), 0.0, style.most); next != style.value) {
        control.set = next;
    }
    if (ImGui::IsItemHovered() || control.dragging) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    }
    draw_track(box, control.shown / style.most, number_text(control.shown, style.unit), control.dragging, style.disabled);
    focus_ring(box, id);
    semantics::item({.role = "slider", .name = style.name, .value = number_text(control.shown, style.unit), .disabled = style.disabled});
    ImGui::EndDisabled();
    return control;
}

} // namespace

std::string criterion_name(const Scene &scene, const CriterionId &id) {
    const Criterion *criterion = find(scene.plan().scoring->criteria, id);
    return criterion == nullptr || criterion->name.empty() ? std::string("Unnamed") : criterion->name;
}

std::string plan_key(const Scene &scene) { return scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation); }

WeightControl weight_control(Scene &scene, const char *id, const WeightStyle &style) {
    ImGui::PushID(id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("weight", {at, {at.x + style.width, at.y + buttonWidth}}, {.role = "group", .name = style.name});
    std::optional<double> pressed;
    if (icon_button("##less", icon::minus, "Less: " + style.name, {.width = buttonWidth, .disabled = style.disabled || style.value <= 0})) {
        pressed = std::max(0.0, style.value - style.step);
    }
    ImGui::SameLine(0, 0);
    WeightControl control = draw_dragged(scene, style, style.width - 2 * buttonWidth);
    ImGui::SameLine(0, 0);
    if (icon_button("##more", icon::plus, "More: " + style.name,
                    {.width = buttonWidth, .disabled = style.disabled || style.value >= style.most})) {
        pressed = std::min(style.most, style.value + style.step);
    }
    ImGui::PopID();
    if (pressed) {
        control.set = pressed;
    }
    return control;
}

std::optional<std::uint32_t> account_picker(Scene &scene, const std::string &id, const std::string &name, const std::string &hint,
                                            float width) {
    std::optional<std::uint32_t> picked;
    Draft &draft = scene.scratch.drafts["account|" + id];
    ScoreScratch::Matches &matches = scene.scratch.score.matches[id];
    ImGui::PushID(id.c_str());
    const FieldEvent event = text_field("##find", name, draft.text,
                                        {.hint = hint.c_str(), .width = width, .size = type::small + 1, .disabled = !scene.editable});
    const Accounts &accounts = *scene.plan().accounts;
    const std::string key = plan_key(scene) + "|" + draft.text;
    if (matches.key != key) {
        matches.key = key;
        matches.rows = trimmed(draft.text).empty() ? std::vector<std::uint32_t>()
                                                   : matching_rows(accounts, draft.text, shown_words(*scene.plan().engagement));
        matches.count = matches.rows.size();
        const auto middle = matches.rows.begin() + static_cast<std::ptrdiff_t>(std::min(mostMatches, matches.rows.size()));
        // Who is meant is most often among the best, and the shorter name before those that contain it.
        std::partial_sort(matches.rows.begin(), middle, matches.rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            const std::size_t first = account_name(accounts, a).size();
            const std::size_t second = account_name(accounts, b).size();
            return first != second ? first < second : a < b;
        });
        matches.rows.erase(middle, matches.rows.end());
    }
    if (event.entered && !matches.rows.empty()) {
        picked = matches.rows.front();
    }
    for (const std::uint32_t row : matches.rows) {
        const std::string account = account_name(accounts, row);
        ImGui::PushID(static_cast<int>(row));
        const Row shown = begin_row("match", account, {.width = width, .height = 30, .description = "Found account"});
        draw_line(*shown.list, {{shown.box.Min.x + 10, shown.box.Min.y}, {shown.box.Max.x - 8, shown.box.Max.y}}, account,
                  {.size = type::small + 1});
        picked = shown.clicked ? row : picked;
        ImGui::PopID();
    }
    if (matches.rows.empty() && !trimmed(draft.text).empty()) {
        gap(6);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 10);
        line("No account is called so.", {.size = type::small, .colour = palette().muted});
    } else if (matches.count > matches.rows.size()) {
        gap(6);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 10);
        line("And " + std::to_string(matches.count - matches.rows.size()) + " more: type on.",
             {.size = type::small, .colour = palette().muted});
    }
    ImGui::PopID();
    if (picked) {
        draft.text.clear();
    }
    return picked;
}

void show_account(Scene &scene, std::uint32_t row) {
    choose_item(scene, View::accounts, std::string(scene.plan().accounts->table.key(row)));
    scene.dispatch(action::Show{scene.state.view}); // beside what asked about it
    scene.scratch.score.showsAccount = true;
}

void draw_tier_change(Scene &scene, const TierChange &change, float width) {
    const std::string name = account_name(*scene.plan().accounts, change.row);
    const std::string from(tier_name(change.from));
    const std::string to(tier_name(change.to));
    const bool up = is_higher(change.to, change.from);
    const Row row =
        begin_row("change-" + std::to_string(change.row), name,
                  {.width = width, .height = 32, .value = change.from == change.to ? to : from + (up ? " up to " : " down to ") + to});
    if (row.clicked) {
        show_account(scene, change.row);
    }
    const float y = row.box.GetCenter().y;
    constexpr float tiers = 150;
    const std::string ranks = std::to_string(change.rankBefore) + " → " + std::to_string(change.rankAfter);
    const float ranksWidth = text_size(ranks, {.size = type::tiny}).x + 10;
    draw_line(*row.list, {{row.box.Min.x + 10, row.box.Min.y}, {row.box.Max.x - tiers - 10 - ranksWidth, row.box.Max.y}}, name,
              {.size = type::small + 1});
    draw_line(*row.list, {{row.box.Max.x - tiers - 92, row.box.Min.y}, {row.box.Max.x - tiers - 10, row.box.Max.y}}, ranks,
              {.size = type::tiny, .colour = palette().muted}, Align::right);
    if (change.from == change.to) {
        draw_tier(*row.list, {row.box.Max.x - tiers + 86, y}, change.to);
        return;
    }
    draw_tier(*row.list, {row.box.Max.x - tiers, y}, change.from);
    draw_icon(*row.list, {row.box.Max.x - tiers + 72, y}, up ? icon::arrowUp : icon::arrowDown, 14,
              up ? palette().good : palette().warning);
    draw_tier(*row.list, {row.box.Max.x - tiers + 86, y}, change.to);
}

void draw_tier_changes(Scene &scene, const std::vector<TierChange> &changes, std::size_t most, float width) {
    for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) {
        draw_tier_change(scene, changes[i], width);
    }
    if (changes.size() > most) {
        gap(4);
        body_text("And " + std::to_string(changes.size() - most) + " more.", width);
    }
}

void spoken(const std::string &text, const TextStyle &style, float width, const char *role) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    paragraph(text, style, width);
    semantics::at(ImGui::GetID(("##spoken-" + text).c_str()), {at, {at.x + width, at.y + wrapped_height(text, style, width)}},
                  {.role = role, .name = text});
}

void draw_two(float width, const std::function<void(float)> &left, const std::function<void(float)> &right, float least) {
    constexpr float between = 40;
    const float half = (width - between) / 2;
    if (half < least) {
        left(width);
        right(width);
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    left(half);
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({at.x + half + between, at.y});
    ImGui::BeginGroup();
    right(half);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({at.x, std::max(bottom, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({0, 0});
}

} // namespace fullcourt::ui
