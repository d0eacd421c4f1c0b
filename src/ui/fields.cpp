#include "ui/fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/icons.h"
#include "ui/terms.h"

namespace fullcourt::ui {
namespace {

constexpr float fieldsInset = panelInset;
constexpr float lineHeight = 18;
constexpr std::size_t mostChips = 12; ///< shown at once

Draft &draft_of(Scene &scene, const std::string &name, const std::string &of) { return scene.scratch.drafts[name + "|" + of]; }

/// Drop-downs and segments fill the room they are given.
class Room {
  public:
    explicit Room(const std::string &name, float height = controlHeight + 2) {
        ImGui::SetCursorPosX(fieldsInset);
        ImGui::BeginChild(("##room-" + name).c_str(), {field_width(), height}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;
    ~Room() { ImGui::EndChild(); }
};

/// Keeps a text that is typed over several frames, and gives it whenever it changed.
std::optional<Typed> typed_area(Scene &scene, const std::string &name, const std::string &of, const std::string &shown, float height,
                                const LineFieldStyle &style) {
    caption(name, style.help);
    Draft &draft = draft_of(scene, name, of);
    if (!draft.typing) {
        draft.text = shown;
    }
    ImGui::SetCursorPosX(fieldsInset);
    const FieldEvent event = text_field(("##" + name + of).c_str(), name, draft.text,
                                        {.width = field_width(), .height = height, .size = type::small + 1, .disabled = !scene.editable});
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (draft.text.empty() && !event.active) {
        draw_line(*ImGui::GetWindowDrawList(), {{box.Min.x + 10, box.Min.y + 6}, {box.Max.x - 8, box.Min.y + 26}}, style.hint,
                  {.size = type::small + 1, .colour = palette().muted});
    }
    if (event.active && !draft.typing) {
        draft.gesture = scene.app.new_gesture();
    }
    draft.typing = event.active;
    if (event.changed) {
        return Typed{draft.text, draft.gesture};
    }
    return std::nullopt;
}

std::vector<std::string> lines_of(const std::string &text) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::erase_if(lines, [](const std::string &line) { return trimmed(line).empty(); });
    return lines;
}

std::string joined(const std::vector<std::string> &lines) {
    std::string text;
    for (const std::string &line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

template <class Item> std::optional<Id<Item>> id_choice(Scene &scene, const std::string &name, const Collection<Item> &items,
                                                        const Id<Item> &shown, const std::string &none, const std::string &help) {
    const std::vector<Id<Item>> ids = ordered(items);
    std::vector<std::string> labels = {none};
    int chosen = 0;
    for (const Id<Item> &id : ids) {
        labels.push_back(items.at(id).name.empty() ? "Unnamed" : items.at(id).name);
        chosen = id == shown ? static_cast<int>(labels.size()) - 1 : chosen;
    }
    if (const auto picked = choice_field(scene, name, labels, chosen, help)) {
        return *picked == 0 ? Id<Item>() : ids[static_cast<std::size_t>(*picked - 1)];
    }
    return std::nullopt;
}

const std::array<std::string, 6> periodNames = {"As it comes up", "Every day", "Every week", "Every month", "Every quarter", "Every year"};
constexpr std::array<std::string_view, 6> unitNames = {"", "days", "weeks", "months", "quarters", "years"};

/// Under a finger as high as whatever answers to one.
float role_chip_height() { return design().setting.touch ? controlHeight : 26; }

bool draw_chip_button(const Chip &chip, bool on, bool editable) {
    const float radius = role_chip_height() / 2;
    const TextStyle style{.size = type::small, .colour = on ? palette().onAccent : palette().text};
    const float width = std::min(text_size(chip.name, style).x + (on ? 38 : 22), field_width());
    ImGui::BeginDisabled(!editable);
    const bool clicked = ImGui::InvisibleButton(("##chip-" + chip.id).c_str(), {width, role_chip_height()}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (on) {
        list.AddRectFilled(box.Min, box.Max, hovered ? palette().accentHover : palette().accent, radius);
        draw_icon(list, {box.Min.x + 14, box.GetCenter().y}, icon::check, 13, palette().onAccent);
    } else {
        list.AddRectFilled(box.Min, box.Max, hovered ? palette().hover : palette().surface, radius);
        list.AddRect(box.Min, box.Max, palette().edge, radius);
    }
    draw_line(list, {{box.Min.x + (on ? 26 : 11), box.Min.y}, {box.Max.x - 8, box.Max.y}}, chip.name, style);
    focus_ring(box, ImGui::GetItemID(), radius);
    semantics::item({.role = "checkbox", .name = chip.name, .disabled = !editable, .checked = on});
    ImGui::EndDisabled();
    return clicked;
}

float chip_width(const Chip &chip, bool on) {
    return std::min(text_size(chip.name, {.size = type::small}).x + (on ? 38 : 22), field_width());
}

} // namespace

float field_width() { return ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize - 2 * fieldsInset + 8; }

void details_heading(const std::string &kind, const std::string &name) {
    ImGui::SetCursorPosX(fieldsInset);
    line(kind, {.size = type::tiny, .colour = palette().muted, .strong = true});
    const Term *named = find_term(name);
    const Term *term = named == nullptr ? find_term(kind) : named;
    if (term != nullptr) {
        help_mark(std::string(term->name), std::string(term->meaning));
    }
    gap(6);
    ImGui::SetCursorPosX(fieldsInset);
    paragraph(name.empty() ? "Unnamed" : name, {.size = type::title, .strong = true}, field_width());
}

void details_hint(const std::string &text) {
    gap(4);
    ImGui::SetCursorPosX(fieldsInset);
    paragraph(text, {.size = type::small + 1, .colour = palette().muted}, field_width());
}

void caption(const std::string &text, const std::string &help) {
    gap(14);
    ImGui::SetCursorPosX(fieldsInset);
    line(text, {.size = type::tiny, .colour = palette().muted, .strong = true});
    if (!help.empty()) {
        help_mark(text, help);
    }
    gap(6);
    ImGui::SetCursorPosX(fieldsInset);
}

std::optional<std::string> line_field(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      const LineFieldStyle &style) {
    caption(name, style.help);
    return draft_field(("##" + name + of).c_str(), name, draft_of(scene, name, of), of, shown,
                       {.hint = style.hint.c_str(), .width = field_width(), .size = type::small + 1, .disabled = !scene.editable});
}

std::optional<Typed> text_area(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                               const LineFieldStyle &style) {
    return typed_area(scene, name, of, shown, 96, style);
}

std::optional<TypedLines> lines_field(Scene &scene, const std::string &name, const std::string &of, const std::vector<std::string> &shown,
                                      const LineFieldStyle &style) {
    const std::size_t count = std::clamp<std::size_t>(shown.size() + 1, 3, 8);
    if (const auto typed = typed_area(scene, name, of, joined(shown), static_cast<float>(count) * lineHeight + 18, style)) {
        return TypedLines{lines_of(typed->text), typed->gesture};
    }
    return std::nullopt;
}

std::optional<std::string> date_draft(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      FieldStyle style) {
    style.hint = "1 Dec or Friday";
    const auto typed = draft_field(("##" + name + of).c_str(), name, draft_of(scene, name, of), of, short_date_words(shown), style);
    if (!typed) {
        return std::nullopt;
    }
    const std::optional<Date> date = date_in_words(*typed, platform::today());
    const bool cleared = trimmed(*typed).empty();
    scene.scratch.picks["unread-" + name + of] = date || cleared ? std::string() : *typed;
    if (!date && !cleared) {
        return std::nullopt;
    }
    return date ? to_text(*date) : std::string();
}

void draw_unread_date(Scene &scene, const std::string &name, const std::string &of, float width) {
    const std::string *unread = find(scene.scratch.picks, "unread-" + name + of);
    if (unread == nullptr || unread->empty()) {
        return;
    }
    const std::string text = quoted(*unread) + " is no date. Write 2026-12-01, 1 Dec, Friday or in two weeks.";
    gap(4);
    paragraph(text, {.size = type::small, .colour = palette().warning}, width);
    semantics::at(ImGui::GetID(("##unread-" + name + of).c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "status", .name = text});
}

std::optional<std::string> date_field(Scene &scene, const std::string &name, const std::string &of, const std::string &shown,
                                      const LineFieldStyle &style) {
    caption(name, style.help);
    const auto date = date_draft(scene, name, of, shown, {.width = 160, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SetCursorPosX(fieldsInset);
    draw_unread_date(scene, name, of, field_width());
    return date;
}

std::optional<std::optional<int>> number_field(Scene &scene, const std::string &name, const std::string &of, std::optional<int> shown,
                                               const NumberStyle &style) {
    caption(name, style.help);
    Draft &draft = draft_of(scene, name, of);
    const std::string text = shown ? std::to_string(*shown) : std::string();
    const auto typed = draft_field(("##" + name + of).c_str(), name, draft, of, text,
                                   {.hint = style.hint.c_str(), .width = 96, .size = type::small + 1, .disabled = !scene.editable});
    if (!style.unit.empty()) {
        const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        draw_line(*ImGui::GetWindowDrawList(), {{box.Max.x + 8, box.Min.y}, {box.Max.x + 180, box.Max.y}}, style.unit,
                  {.size = type::small + 1, .colour = palette().muted});
    }
    if (!typed) {
        return std::nullopt;
    }
    if (trimmed(*typed).empty()) {
        return std::optional<int>();
    }
    const std::optional<double> number = parse_number(trimmed(*typed));
    if (!number || *number < style.least || *number > style.most) {
        return std::nullopt;
    }
    return std::optional<int>(static_cast<int>(std::lround(*number)));
}

std::optional<int> choice_field(Scene &scene, const std::string &name, std::span<const std::string> labels, int chosen,
                                const std::string &help) {
    caption(name, help);
    const Room room(name);
    return choice(("##" + name).c_str(), name, labels, chosen, !scene.editable);
}

std::optional<int> segment_field(Scene &scene, const std::string &name, std::span<const std::string> labels, int chosen,
                                 const std::string &help) {
    caption(name, help);
    const Room room(name, controlHeight);
    const auto picked = segments(("##" + name).c_str(), name, labels, chosen);
    return scene.editable && picked != chosen ? picked : std::nullopt;
}

bool switch_field(Scene &scene, const std::string &name, bool on, const std::string &help) {
    gap(14);
    ImGui::SetCursorPosX(fieldsInset);
    const bool turned = toggle(("##" + name).c_str(), name, on, !scene.editable);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    tooltip(help);
    draw_line(*ImGui::GetWindowDrawList(), {{box.Max.x + 10, box.Min.y}, {box.Max.x + field_width() - 44, box.Max.y}}, name,
              {.size = type::small + 1});
    return turned;
}

std::optional<RoleId> role_field(Scene &scene, const std::string &name, const RoleId &shown, const std::string &nobody,
                                 const std::string &help) {
    return id_choice(scene, name, scene.plan().organisation->roles, shown, nobody, help);
}

std::optional<MeetingId> meeting_field(Scene &scene, const std::string &name, const MeetingId &shown, const std::string &none,
                                       const std::string &help) {
    return id_choice(scene, name, scene.plan().governance->meetings, shown, none, help);
}

std::optional<Period> period_field(Scene &scene, const std::string &name, const Period &shown, const std::string &help) {
    std::optional<Period> changed;
    if (const auto unit = choice_field(scene, name, periodNames, static_cast<int>(shown.unit), help)) {
        changed = Period{static_cast<PeriodUnit>(*unit), shown.every};
    }
    if (shown.unit == PeriodUnit::none) {
        return changed;
    }
    gap(6);
    ImGui::SetCursorPosX(fieldsInset);
    const std::string unit(unitNames[static_cast<std::size_t>(shown.unit)]);
    if (const auto every = stepper(("##every-" + name).c_str(), "Every how many " + unit, shown.every, 1, 100, {}, !scene.editable)) {
        changed = Period{shown.unit, static_cast<int>(*every)};
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    draw_line(*ImGui::GetWindowDrawList(), {{box.Max.x + 8, box.Min.y}, {box.Max.x + 160, box.Max.y}},
              shown.every == 1 ? unit.substr(0, unit.size() - 1) : unit, {.size = type::small + 1, .colour = palette().muted});
    return changed;
}

std::optional<std::set<std::string>> chips_field(Scene &scene, const std::string &name, const std::vector<Chip> &all,
                                                 const std::set<std::string> &chosen, const std::string &help) {
    caption(name, help);
    std::optional<std::set<std::string>> changed;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(("chips-" + name).c_str(), {at, {at.x + field_width(), at.y + 26}}, {.role = "group", .name = name});
    ImGui::PushID(name.c_str());
    float x = at.x;
    float y = at.y;
    const float lineHeight = role_chip_height() + 6;
    bool &unfolded = scene.scratch.folded["chips-" + name];
    const std::size_t shownAtOnce = unfolded || all.size() <= mostChips + 2 ? all.size() : mostChips;
    std::size_t index = 0;
    for (const Chip &chip : all) {
        // Those that are in it show in any case.
        if (++index > shownAtOnce && !chosen.contains(chip.id)) {
            continue;
        }
        const bool on = chosen.contains(chip.id);
        const float width = chip_width(chip, on);
        if (x > at.x && x + width > at.x + field_width()) {
            x = at.x;
            y += lineHeight;
        }
        ImGui::SetCursorScreenPos({x, y});
        if (draw_chip_button(chip, on, scene.editable)) {
            changed = chosen;
            on ? static_cast<void>(changed->erase(chip.id)) : static_cast<void>(changed->insert(chip.id));
        }
        x += width + 6;
    }
    if (all.size() > mostChips + 2) {
        const std::string more = unfolded ? "Show fewer" : "Show all " + std::to_string(all.size());
        const float width = button_width(more, true);
        y += x > at.x && x + width > at.x + field_width() ? lineHeight : 0;
        ImGui::SetCursorScreenPos({x > at.x && x + width > at.x + field_width() ? at.x : x, y - (controlHeight - role_chip_height()) / 2});
        if (button("##more-chips", more,
                   {.icon = unfolded ? icon::chevronUp : icon::chevronDown, .look = Look::quiet, .expanded = unfolded})) {
            unfolded = !unfolded;
        }
    }
    if (all.empty()) {
        draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + field_width(), at.y + 26}}, "There is none yet",
                  {.size = type::small + 1, .colour = palette().muted});
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, y});
    ImGui::Dummy({field_width(), role_chip_height() + 2});
    return changed;
}

std::optional<std::set<RoleId>> role_chips(Scene &scene, const std::string &name, const std::set<RoleId> &chosen, const std::string &help) {
    std::vector<Chip> all;
    std::set<std::string> on;
    for (const RoleId &id : ordered(scene.plan().organisation->roles)) {
        all.push_back({id.text, head_name(scene.plan().organisation->roles.at(id))});
    }
    for (const RoleId &id : chosen) {
        on.insert(id.text);
    }
    const auto changed = chips_field(scene, name, all, on, help);
    if (!changed) {
        return std::nullopt;
    }
    std::set<RoleId> ids;
    for (const std::string &id : *changed) {
        ids.insert(RoleId{id});
    }
    return ids;
}

std::optional<std::set<ActivityId>> activity_chips(Scene &scene, const std::string &name, const std::set<ActivityId> &chosen,
                                                   const std::string &help) {
    std::vector<Chip> all;
    std::set<std::string> on;
    for (const ActivityId &id : activity_order(scene.grid())) {
        all.push_back({id.text, scene.grid().activities.at(id).name});
    }
    for (const ActivityId &id : chosen) {
        on.insert(id.text);
    }
    const auto changed = chips_field(scene, name, all, on, help);
    if (!changed) {
        return std::nullopt;
    }
    std::set<ActivityId> ids;
    for (const std::string &id : *changed) {
        ids.insert(ActivityId{id});
    }
    return ids;
}

bool remove_button(Scene &scene, const std::string &label) {
    gap(20);
    ImGui::SetCursorPosX(fieldsInset - 8);
    return button("##remove-item", label, {.icon = icon::trash2, .look = Look::quiet, .disabled = !scene.editable});
}

std::string role_name(const Scene &scene, const RoleId &id) {
    const Role *role = find(scene.plan().organisation->roles, id);
    return role == nullptr ? id.text : role->name;
}

std::vector<std::string> role_names(const Scene &scene, const std::set<RoleId> &ids) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(scene.plan().organisation->roles)) {
        if (ids.contains(id)) {
            names.push_back(scene.plan().organisation->roles.at(id).name);
        }
    }
    return names;
}

std::vector<std::string> role_heads(const Scene &scene, const std::set<RoleId> &ids) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(scene.plan().organisation->roles)) {
        if (ids.contains(id)) {
            names.push_back(head_name(scene.plan().organisation->roles.at(id)));
        }
    }
    return names;
}

std::string meeting_name(const Scene &scene, const MeetingId &id) {
    const Meeting *meeting = find(scene.plan().governance->meetings, id);
    return meeting == nullptr ? std::string() : meeting->name;
}

std::string period_words(const Period &period) {
    if (period.unit == PeriodUnit::none) {
        return "as it comes up";
    }
    const std::string unit(unitNames[static_cast<std::size_t>(period.unit)]);
    return period.every == 1 ? "every " + unit.substr(0, unit.size() - 1) : "every " + std::to_string(period.every) + " " + unit;
}

std::string minutes_words(int minutes) {
    const int hours = minutes / 60;
    const int rest = minutes % 60;
    if (hours == 0) {
        return std::to_string(rest) + " min";
    }
    return std::to_string(hours) + " h" + (rest == 0 ? "" : " " + std::to_string(rest) + " min");
}

std::string hours_words(double hours) { return tenths(hours) + " h"; }

} // namespace fullcourt::ui
