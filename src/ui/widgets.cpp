#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "ui/dragging.h"
#include "ui/field_undo.h"
#include "ui/icons.h"
#include "ui/key_hints.h"

namespace fullcourt::ui {
namespace {

/// From where to where a hairline goes, `scale` pixels a unit.
std::pair<float, float> hairline(float at, float scale) {
    const float from = std::floor(at * scale);
    return {from / scale, (from + std::max(std::round(scale), 1.0F)) / scale};
}

constexpr float iconSize = 16;
constexpr float padding = 12;
constexpr std::size_t longestLine = 512; ///< bytes, which are wider than any field

float words_size(bool large) { return large ? type::title : type::small + 1; }

struct Paint {
    ImU32 ground = 0;
    ImU32 ink = 0;
    ImU32 edge = 0;
};

Paint paint_of(Look look, bool hovered, bool held, bool selected) {
    const Palette &p = palette();
    if (look == Look::primary) {
        return {hovered || held ? p.accentHover : p.accent, p.onAccent, 0};
    }
    const ImU32 hover = held ? p.pressed : hovered ? p.hover : 0;
    if (look == Look::plain) {
        return {hover == 0 ? p.surface : hover, p.text, p.outline};
    }
    const ImU32 ink = look == Look::quiet && !hovered && !selected ? p.muted : p.text;
    return {selected && hover == 0 ? p.pressed : hover, ink, 0};
}

/// Of a button that does nothing now: a primary one loses its colour, since pale words on it could not be read.
Paint disabled_paint(Look look, const Paint &paint) {
    if (look == Look::primary) {
        return {palette().pressed, palette().muted, 0};
    }
    return {paint.ground, (paint.ink & 0x00FFFFFFU) | 0x8C000000U, paint.edge};
}

void draw_button(const ImRect &box, const std::string &label, const ButtonStyle &style, const Paint &paint) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (paint.ground != 0) {
        list.AddRectFilled(box.Min, box.Max, paint.ground, rounding);
    }
    if (paint.edge != 0) {
        list.AddRect(box.Min, box.Max, paint.edge, rounding);
    }
    const float iconRoom = style.icon == nullptr ? 0 : iconSize + 8;
    const TextStyle text{.size = words_size(style.large), .colour = paint.ink, .strong = style.look == Look::primary};
    const ImRect inner({box.Min.x + padding, box.Min.y}, {box.Max.x - padding, box.Max.y});
    if (style.wrap) {
        draw_icon(list, {inner.Min.x + iconSize / 2, box.Min.y + controlHeight / 2}, style.icon, iconSize, paint.ink);
        const float width = inner.GetWidth() - iconRoom;
        draw_wrapped(list, {inner.Min.x + iconRoom, box.Min.y + 6}, label, text, width);
        return;
    }
    const float content = std::min(inner.GetWidth(), iconRoom + text_size(label, text).x);
    const bool centred = style.width == 0 || style.look == Look::primary || style.look == Look::plain;
    const float x = centred ? inner.Min.x + (inner.GetWidth() - content) / 2 : inner.Min.x;
    draw_icon(list, {x + iconSize / 2, (box.Min.y + box.Max.y) / 2}, style.icon, iconSize, paint.ink);
    draw_line(list, {{x + iconRoom, box.Min.y}, {x + content + 1, box.Max.y}}, label, text);
}

ImVec2 button_size(const std::string &label, const ButtonStyle &style) {
    float width = style.width > 0 ? style.width : button_width(label, style.icon != nullptr, style.large);
    if (style.width < 0) {
        width = std::max(40.0F, ImGui::GetContentRegionAvail().x + style.width + 1);
    }
    float height = controlHeight;
    if (style.wrap) {
        const float room = width - 2 * padding - (style.icon == nullptr ? 0 : iconSize + 8);
        height = wrapped_height(label, {.size = words_size(style.large)}, room) + 13;
    }
    return {width, height};
}

/// For a std::string that grows as somebody types.
int on_resize(ImGuiInputTextCallbackData *data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto *text = static_cast<std::string *>(data->UserData);
        text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text->data();
    }
    return 0;
}

bool submit_text(const char *id, std::string &text, const FieldStyle &style, ImGuiInputTextFlags flags) {
    flags |= ImGuiInputTextFlags_CallbackResize;
    if (style.height > 0) {
        return ImGui::InputTextMultiline(id, text.data(), text.capacity() + 1, {style.width, style.height}, flags, on_resize, &text);
    }
    ImGui::SetNextItemWidth(style.width);
    const float width = style.width > 0 ? style.width : ImGui::GetContentRegionAvail().x + style.width + 1;
    const float inset = ImGui::GetStyle().FramePadding.x;
    const std::string hint = text.empty() ? fitting(style.hint, {.size = style.size}, width - 2 * inset) : std::string();
    return ImGui::InputTextWithHint(id, hint.c_str(), text.data(), text.capacity() + 1, flags, on_resize, &text);
}

bool is_pasting() {
    const ImGuiIO &io = ImGui::GetIO();
    return (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_V, ImGuiInputFlags_None, ImGuiKeyOwner_Any)) ||
           (io.KeyShift && ImGui::IsKeyPressed(ImGuiKey_Insert, ImGuiInputFlags_None, ImGuiKeyOwner_Any));
}

bool submit_field(const char *id, std::string &text, const FieldStyle &style, ImGuiInputTextFlags flags) {
    ImGuiInputTextState *field = ImGui::GetInputTextState(ImGui::GetID(id));
    const bool replaces = field != nullptr && field->HasSelection() && is_pasting();
    const bool submitted = submit_text(id, text, style, flags);
    if (replaces && !field->HasSelection()) {
        join_paste(*field);
    }
    return submitted;
}

/// Where the field that was just submitted stands. Dear ImGui forgets one of several lines that is out of sight.
ImRect field_box(const ImVec2 &at, const FieldStyle &style) {
    if (ImGui::GetItemID() != 0) {
        return {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
    }
    return {at, {at.x + std::max(style.width, 40.0F), at.y + std::max(style.height, controlHeight)}};
}

/// Dear ImGui wraps no lines and leaves no room between them: while nobody types in it, a field shows its text as the page
/// shows every other, where all of it fits.
bool shows_wrapped(const char *id, const std::string &text, const FieldStyle &style, const ImVec2 &room) {
    if (style.height <= 0 || text.empty() || ImGui::GetActiveID() == ImGui::GetID(id)) {
        return false;
    }
    return wrapped_height(text, {.size = style.size}, room.x) <= room.y;
}

/// As much as may be in sight.
std::string_view beginning_of(const std::string &text) { return std::string_view(text).substr(0, longestLine); }

/// Of a field of one line in which nobody writes: more than it has room for ends in "…" instead of at its edge.
bool shows_cut(const char *id, std::string_view text, const FieldStyle &style, float room) {
    return style.height <= 0 && ImGui::GetActiveID() != ImGui::GetID(id) &&
           text_size(text, {.size = style.size, .strong = style.strong}).x > room;
}

/// Into the part of the page that the field of several lines is.
void draw_text_wrapped(const std::string &text, const FieldStyle &style, const ImVec2 &at, float width) {
    const ImGuiWindow *window = ImGui::GetCurrentWindow();
    if (ImGui::GetItemID() == 0 || window->DC.ChildWindows.empty()) {
        return; // out of sight
    }
    ImGuiWindow *field = window->DC.ChildWindows.back();
    field->DrawList->PushClipRect(field->InnerClipRect.Min, field->InnerClipRect.Max, false);
    draw_wrapped(*field->DrawList, at, text, {.size = style.size}, width);
    field->DrawList->PopClipRect();
}

void draw_field_frame(const ImRect &box, const FieldStyle &style, bool active) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (active) {
        list.AddRect(box.Min, box.Max, palette().accent, rounding, 0, 2);
    } else if (!style.bare) {
        list.AddRect(box.Min, box.Max, palette().edge, rounding);
    } else if (hovered && !style.disabled) {
        list.AddRect(box.Min, box.Max, palette().line, rounding);
    }
}

} // namespace

float button_width(const std::string &label, bool hasIcon, bool large) {
    return text_size(label, {.size = words_size(large), .strong = true}).x + 2 * padding + (hasIcon ? iconSize + 8 : 0);
}

void focus_ring(const ImRect &box, ImGuiID id, float radius) {
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavId == id && g.NavCursorVisible && g.NavWindow != nullptr && g.ActiveId != id) {
        ImDrawList &list = *ImGui::GetWindowDrawList();
        list.AddRect({box.Min.x - 1, box.Min.y - 1}, {box.Max.x + 1, box.Max.y + 1}, palette().accent, radius + 1, 0, 2);
    }
}

void tooltip(const std::string &text, const std::string &shortcut) {
    if (text.empty() ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_AllowWhenDisabled)) {
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10, 8});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, rounding);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, rounding);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, palette().inverse);
    ImGui::PushStyleColor(ImGuiCol_Border, 0);
    if (ImGui::BeginTooltip()) {
        paragraph(text, {.size = type::small, .colour = palette().inverseText},
                  std::min(320.0F, text_size(text, {.size = type::small}).x + 1));
        if (const std::string keys = shown_keys(shortcut); !keys.empty()) {
            line(keys, {.size = type::tiny, .colour = palette().inverseLink});
        }
        ImGui::EndTooltip();
    }
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
}

void help_mark(const std::string &about, const std::string &help) {
    const float height = ImGui::GetItemRectSize().y;
    ImGui::SameLine(0, 4);
    ImGui::InvisibleButton(("##help-" + about).c_str(), {18, height}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    draw_icon(*ImGui::GetWindowDrawList(), {box.Min.x + 8, box.GetCenter().y}, icon::circleHelp, 13, palette().muted);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "note", .name = "About: " + about, .description = help});
    tooltip(help);
}

void begin_at_edge() { ImGui::SetCursorPosX(ImGui::GetCursorPosX() - padding); }

bool button(const char *id, const std::string &label, const ButtonStyle &style) {
    ImGui::BeginDisabled(style.disabled);
    const bool clicked = ImGui::InvisibleButton(id, button_size(label, style), ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const bool selected = style.selected.value_or(false);
    Paint paint = paint_of(style.look, ImGui::IsItemHovered(), ImGui::IsItemActive(), selected);
    if (style.disabled) {
        paint = disabled_paint(style.look, paint);
    }
    draw_button(box, label, style, paint);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = label,
                     .description = style.description,
                     .disabled = style.disabled,
                     .selected = style.selected,
                     .expanded = style.expanded});
    tooltip(style.tooltip, style.shortcut);
    ImGui::EndDisabled();
    return clicked;
}

bool icon_button(const char *id, const char *icon, const std::string &name, const ButtonStyle &style) {
    ImGui::BeginDisabled(style.disabled);
    const float size = style.width > 0 ? style.width : controlHeight;
    const bool clicked = ImGui::InvisibleButton(id, {size, size}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const Look look = style.look == Look::plain ? Look::quiet : style.look;
    Paint paint = paint_of(look, ImGui::IsItemHovered(), ImGui::IsItemActive(), style.selected.value_or(false));
    if (style.disabled) {
        paint = disabled_paint(look, paint);
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (paint.ground != 0) {
        list.AddRectFilled(box.Min, box.Max, paint.ground, rounding);
    }
    draw_icon(list, box.GetCenter(), icon, size < 28 ? 14 : 17, paint.ink);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = name,
                     .description = style.description,
                     .disabled = style.disabled,
                     .selected = style.selected,
                     .expanded = style.expanded});
    tooltip(style.tooltip.empty() ? name : style.tooltip, style.shortcut);
    ImGui::EndDisabled();
    return clicked;
}

FieldEvent text_field(const char *id, const std::string &name, std::string &text, const FieldStyle &style) {
    const float pad = style.height > 0 ? 8 : (controlHeight - style.size) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {style.bare ? 6.0F : 10.0F, pad});
    ImGui::PushStyleColor(ImGuiCol_FrameBg, style.bare ? 0 : palette().surface);
    ImGui::PushFont(style.strong ? design().semibold : design().regular, style.size);
    ImGui::BeginDisabled(style.disabled);
    if (style.takeFocus) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool several = style.height > 0;
    ImGuiInputTextFlags flags = several ? 0 : ImGuiInputTextFlags_EnterReturnsTrue;
    flags |= style.selectAll && !several ? ImGuiInputTextFlags_AutoSelectAll : 0;
    // Dear ImGui leaves tabs out of what is pasted where the key for them is not the field's, and it should not be.
    flags |= style.keepsTabs && is_pasting() ? ImGuiInputTextFlags_AllowTabInput : 0;
    const std::string before = text;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 inset = ImGui::GetStyle().FramePadding;
    const float width = style.width > 0 ? style.width : ImGui::GetContentRegionAvail().x + style.width + 1;
    const ImVec2 room(width - 2 * inset.x, style.height - 2 * inset.y);
    const bool wrapped = shows_wrapped(id, text, style, room);
    const bool cut = shows_cut(id, beginning_of(text), style, room.x);
    ImGui::PushStyleColor(ImGuiCol_Text, wrapped || cut ? 0 : palette().text);
    FieldEvent event;
    event.entered = submit_field(id, text, style, flags) && !several;
    ImGui::PopStyleColor();
    if (wrapped) {
        draw_text_wrapped(text, style, {at.x + inset.x, at.y + inset.y}, room.x);
    }
    if (cut && !ImGui::IsItemActive()) {
        draw_line(*ImGui::GetWindowDrawList(), {{at.x + inset.x, at.y}, {at.x + inset.x + room.x, at.y + controlHeight}},
                  beginning_of(text), {.size = style.size, .colour = ImGui::GetColorU32(palette().text), .strong = style.strong});
    }
    event.active = ImGui::IsItemActive();
    event.changed = text != before;
    const bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    event.cancelled = ImGui::IsItemDeactivated() && escaped;
    event.left = ImGui::IsItemDeactivated() && !escaped;
    const ImRect box = field_box(at, style);
    draw_field_frame(box, style, event.active);
    if (event.active) {
        offer_text_grip(box);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::at(ImGui::GetID(id), box,
                  {.role = "textbox", .name = name, .value = text, .disabled = style.disabled, .focused = event.active});
    ImGui::EndDisabled();
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return event;
}

std::optional<std::string> draft_field(const char *id, const std::string &name, Draft &draft, const std::string &of,
                                       const std::string &shown, const FieldStyle &style) {
    if (!draft.typing || draft.of != of) {
        draft.text = shown;
        draft.of = of;
    }
    const FieldEvent event = text_field(id, name, draft.text, style);
    draft.typing = event.active;
    if (event.left && draft.text != shown) {
        return draft.text;
    }
    return std::nullopt;
}

std::optional<std::string> entry_field(const char *id, const std::string &name, Draft &draft, const FieldStyle &style) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {34.0F, (controlHeight - style.size) / 2});
    ImGui::PushStyleColor(ImGuiCol_FrameBg, palette().surface);
    ImGui::PushFont(design().regular, style.size);
    ImGui::BeginDisabled(style.disabled);
    if (draft.typing) { // it was just emptied, and goes on
        ImGui::SetKeyboardFocusHere();
        draft.typing = false;
    }
    // Several lines, so that a pasted list keeps its breaks.
    constexpr ImGuiInputTextFlags flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CtrlEnterForNewLine;
    FieldStyle tall = style;
    tall.height = controlHeight;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool entered = submit_field(id, draft.text, tall, flags);
    const bool active = ImGui::IsItemActive();
    const ImRect box = field_box(at, tall);
    draw_field_frame(box, style, active);
    if (active) {
        offer_text_grip(box);
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_icon(list, {box.Min.x + 18, box.GetCenter().y}, icon::plus, 15, palette().muted);
    if (draft.text.empty()) {
        draw_line(list, {{box.Min.x + 34, box.Min.y}, {box.Max.x - 8, box.Max.y}}, style.hint,
                  {.size = style.size, .colour = palette().muted});
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::at(ImGui::GetID(id), box,
                  {.role = "textbox", .name = name, .value = draft.text, .disabled = style.disabled, .focused = active});
    ImGui::EndDisabled();
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (!entered && draft.text.find('\n') == std::string::npos) {
        return std::nullopt;
    }
    std::string text;
    text.swap(draft.text);
    draft.typing = true;
    if (active) {
        ImGui::ClearActiveID();
    }
    return text;
}

bool toggle(const char *id, const std::string &name, bool on, bool disabled) {
    ImGui::BeginDisabled(disabled);
    constexpr ImVec2 size{34, 20};
    const bool clicked = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float radius = size.y / 2;
    list.AddRectFilled(box.Min, box.Max, on ? palette().accent : palette().edge, radius);
    const float x = on ? box.Max.x - radius : box.Min.x + radius;
    list.AddCircleFilled({x, box.Min.y + radius}, radius - 3, on ? palette().onAccent : palette().surface);
    focus_ring(box, ImGui::GetItemID(), radius);
    semantics::item({.role = "switch", .name = name, .disabled = disabled, .checked = on});
    ImGui::EndDisabled();
    return clicked;
}

namespace {

/// All alike; where that would cut a label, each as its label wants, with what is left over shared out.
std::vector<float> segment_widths(std::span<const std::string> labels, float width) {
    constexpr float around = 16;
    const auto count = static_cast<float>(labels.size());
    std::vector<float> widths;
    float all = 0;
    float widest = 0;
    for (const std::string &label : labels) {
        widths.push_back(text_size(label, {.size = type::small, .strong = true}).x + around);
        all += widths.back();
        widest = std::max(widest, widths.back());
    }
    const float each = std::floor(width / count);
    if (widest <= each || all > width) {
        return std::vector<float>(labels.size(), each);
    }
    const float more = std::floor((width - all) / count);
    for (float &wide : widths) {
        wide = std::floor(wide + more);
    }
    return widths;
}

} // namespace

std::optional<int> segments(const char *id, const std::string &name, std::span<const std::string> labels, int chosen) {
    std::optional<int> clicked;
    ImGui::PushID(id);
    constexpr float height = controlHeight;
    const float width = ImGui::GetContentRegionAvail().x;
    const std::vector<float> widths = segment_widths(labels, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect whole(at, {at.x + width, at.y + height});
    // On the raised ground of a dialog the dark palette's grounds are too near to each other.
    const bool raised = design().setting.dark && (ImGui::GetCurrentWindow()->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0;
    list.AddRectFilled(whole.Min, whole.Max, raised ? palette().canvas : palette().hover, rounding + 2);
    const semantics::Group group("segments", whole, {.role = "tablist", .name = name});
    float x = at.x;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const std::string &label = labels[static_cast<std::size_t>(i)];
        const float each = widths[static_cast<std::size_t>(i)];
        ImGui::SetCursorScreenPos({x, at.y});
        ImGui::PushID(i);
        if (ImGui::InvisibleButton("##segment", {each, height}, ImGuiButtonFlags_EnableNav)) {
            clicked = i;
        }
        // Out of sight there may be no item, and still there is something to say.
        const ImGuiID segment = ImGui::GetID("##segment");
        ImGui::PopID();
        const ImRect box({x, at.y}, {x + each, at.y + height});
        x += each;
        const ImRect inner({box.Min.x + 3, box.Min.y + 3}, {box.Max.x - 3, box.Max.y - 3});
        if (i == chosen) {
            list.AddRectFilled(inner.Min, inner.Max, design().setting.dark ? palette().pressed : palette().surface, rounding);
            list.AddRect(inner.Min, inner.Max, design().setting.dark ? palette().outline : palette().line, rounding);
        }
        draw_line(list, inner, label,
                  {.size = type::small, .colour = i == chosen ? palette().text : palette().muted, .strong = i == chosen}, Align::middle);
        focus_ring(inner, segment);
        semantics::at(segment, box, {.role = "tab", .name = label, .selected = i == chosen});
    }
    ImGui::PopID();
    return clicked;
}

std::optional<double> stepper(const char *id, const std::string &name, double value, double least, double most, const std::string &unit,
                              bool disabled) {
    std::optional<double> changed;
    ImGui::PushID(id);
    const double step = unit == "%" ? 5 : 1;
    const std::string text = to_text(value) + (unit.empty() ? "" : " " + unit);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("stepper", {at, {at.x + 120, at.y + 28}}, {.role = "group", .name = name, .value = text});
    if (icon_button("##less", icon::minus, "Less: " + name, {.width = 28, .disabled = disabled || value <= least})) {
        changed = std::max(least, value - step);
    }
    ImGui::SameLine(0, 0);
    const ImVec2 middle = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {middle, {middle.x + 56, middle.y + 28}}, text, {.size = type::small + 1}, Align::middle);
    ImGui::Dummy({56, 28});
    ImGui::SameLine(0, 0);
    if (icon_button("##more", icon::plus, "More: " + name, {.width = 28, .disabled = disabled || value >= most})) {
        changed = std::min(most, value + step);
    }
    ImGui::PopID();
    return changed;
}

namespace {

constexpr float menuItemHeight = 32;
constexpr float menuPadding = 6;

float menu_item_width(const std::string &label, float iconRoom, float shortcutWidth) {
    return std::max(208.0F, iconRoom + text_size(label, {.size = type::small + 1}).x + shortcutWidth + 14);
}

/// Puts the list of a choice under its box, or over it where there is more room; a list too long for both scrolls.
void place_list(const ImRect &box, std::span<const std::string> labels) {
    constexpr float apart = 4;
    constexpr float margin = 8;
    float width = 0;
    for (const std::string &label : labels) {
        width = std::max(width, menu_item_width(label, 36, 0) + 2 * menuPadding);
    }
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    const ImRect page(viewport.WorkPos, {viewport.WorkPos.x + viewport.WorkSize.x, viewport.WorkPos.y + viewport.WorkSize.y});
    const float wanted = static_cast<float>(labels.size()) * menuItemHeight + 2 * menuPadding;
    const float below = page.Max.y - box.Max.y - apart - margin;
    const float above = box.Min.y - page.Min.y - apart - margin;
    const bool under = wanted <= below || below >= above;
    const float left = std::max(page.Min.x + margin, std::min(box.Min.x, page.Max.x - width - margin));
    ImGui::SetNextWindowPos({left, under ? box.Max.y + apart : box.Min.y - apart}, ImGuiCond_Always, {0, under ? 0.0F : 1.0F});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {page.GetWidth(), std::max(under ? below : above, menuItemHeight)});
}

} // namespace

std::optional<int> choice(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, bool disabled,
                          const std::string &none) {
    std::optional<int> clicked;
    ImGui::PushID(id);
    ImGui::BeginDisabled(disabled);
    const float width = ImGui::GetContentRegionAvail().x;
    const bool open = chosen < 0 && !none.empty();
    const std::string &shown = open ? none : labels[static_cast<std::size_t>(std::clamp(chosen, 0, static_cast<int>(labels.size()) - 1))];
    if (ImGui::InvisibleButton("##choice", {width, controlHeight}, ImGuiButtonFlags_EnableNav)) {
        ImGui::OpenPopup("##choices");
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().hover : palette().surface, rounding);
    list.AddRect(box.Min, box.Max, palette().edge, rounding);
    draw_line(list, {{box.Min.x + 10, box.Min.y}, {box.Max.x - 28, box.Max.y}}, shown, {.size = type::small + 1});
    draw_icon(list, {box.Max.x - 16, box.GetCenter().y}, icon::chevronsUpDown, 14, palette().muted);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "combobox", .name = name, .value = shown, .disabled = disabled, .expanded = ImGui::IsPopupOpen("##choices")});
    place_list(box, labels);
    menu("##choices", name, [&] {
        for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
            if (i == chosen && ImGui::IsWindowAppearing()) {
                ImGui::SetScrollHereY();
            }
            if (menu_item(labels[static_cast<std::size_t>(i)], {.checked = i == chosen})) {
                clicked = i;
            }
        }
    });
    ImGui::EndDisabled();
    ImGui::PopID();
    return clicked;
}

std::optional<int> choice_under(const char *id, const std::string &name, std::span<const std::string> labels, int chosen, float width) {
    ImGui::BeginGroup();
    line(name, {.size = type::tiny, .colour = palette().muted, .strong = true});
    gap(2);
    ImGui::BeginChild(id, {width, controlHeight}, ImGuiChildFlags_NavFlattened);
    const std::optional<int> picked = choice("##choice", name, labels, chosen);
    ImGui::EndChild();
    ImGui::EndGroup();
    return picked;
}

void menu(const char *id, const std::string &name, const std::function<void()> &draw) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {menuPadding, menuPadding});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const bool open = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
    if (open) {
        const ImGuiWindow *window = ImGui::GetCurrentWindow();
        draw_shadow(*ImGui::GetWindowDrawList(), window->Rect(), window->WindowRounding);
        const semantics::Group group("menu", window->Rect(), {.role = "menu", .name = name});
        draw();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
}

bool menu_item(const std::string &label, const MenuStyle &style) {
    const float iconRoom = style.letters.empty() && !style.besideLetters ? 36.0F : 48.0F;
    const std::string keys = shown_keys(style.shortcut);
    const float shortcutWidth = keys.empty() ? 0 : text_size(keys, {.size = type::tiny}).x + 32;
    const float width = menu_item_width(label, iconRoom, shortcutWidth);
    ImGui::BeginDisabled(style.disabled);
    const float full = std::max(width, ImGui::GetContentRegionAvail().x);
    const bool clicked = ImGui::InvisibleButton(("##item-" + label).c_str(), {full, menuItemHeight}, ImGuiButtonFlags_EnableNav);
    const ImGuiID id = ImGui::GetItemID();
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || (g.NavId == id && g.NavCursorVisible)) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    const ImU32 dimmed = (palette().muted & 0x00FFFFFFU) | 0x80000000U;
    const ImU32 ink = style.disabled ? dimmed : palette().text;
    const ImVec2 iconAt(box.Min.x + iconRoom / 2, box.GetCenter().y);
    draw_icon(list, iconAt, style.checked.value_or(false) ? icon::check : style.icon, 16, style.disabled ? dimmed : palette().muted);
    draw_chip(list, iconAt, style.letters, 20);
    draw_line(list, {{box.Min.x + iconRoom, box.Min.y}, {box.Max.x, box.Max.y}}, label, {.size = type::small + 1, .colour = ink});
    draw_line(list, {box.Min, {box.Max.x - 10, box.Max.y}}, keys, {.size = type::tiny, .colour = style.disabled ? dimmed : palette().muted},
              Align::right);
    focus_ring(box, id);
    semantics::item({.role = style.checked ? "menuitemcheckbox" : "menuitem",
                     .name = label,
                     .description = keys,
                     .disabled = style.disabled,
                     .checked = style.checked});
    ImGui::EndDisabled();
    if (clicked) {
        ImGui::CloseCurrentPopup();
    }
    return clicked;
}

void menu_line() {
    gap(5);
    divider();
    gap(5);
}

void menu_heading(const std::string &text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 10, at.y}, {at.x + 400, at.y + 28}}, text,
              {.size = type::tiny, .colour = palette().muted, .strong = true});
    ImGui::Dummy({text_size(text, {.size = type::tiny, .strong = true}).x + 20, 28});
}

void popover(const char *id, const std::string &name, const ImVec2 &at, float width, const std::function<void()> &draw) {
    if (!ImGui::IsPopupOpen(id)) {
        return;
    }
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({std::min(at.x, page.x - width - popoverMargin), at.y}, ImGuiCond_Appearing);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(160.0F, page.y - at.y - popoverMargin)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {14, 14});
    if (ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove)) {
        const ImGuiWindow *window = ImGui::GetCurrentWindow();
        draw_shadow(*ImGui::GetWindowDrawList(), window->Rect(), window->WindowRounding);
        const semantics::Group group("popover", window->Rect(), {.role = "dialog", .name = name});
        draw();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

void draw_shadow(ImDrawList &list, const ImRect &box, float radius) {
    list.PushClipRectFullScreen();
    for (int i = 1; i <= 7; ++i) {
        const auto spread = static_cast<float>(i);
        const ImU32 alpha = ((palette().shadow >> 24U) * static_cast<unsigned>(8 - i) / 7U) << 24U;
        list.AddRect({box.Min.x - spread, box.Min.y - spread + 2}, {box.Max.x + spread, box.Max.y + spread + 2},
                     (palette().shadow & 0x00FFFFFFU) | alpha, radius + spread, 0, 1.5F);
    }
    list.PopClipRect();
}

void hairline_across(ImDrawList &list, float left, float right, float y, ImU32 colour) {
    const auto [from, to] = hairline(y, ImGui::GetIO().DisplayFramebufferScale.y);
    list.AddRectFilled({left, from}, {right, to}, colour);
}

void hairline_down(ImDrawList &list, float x, float top, float bottom, ImU32 colour) {
    const auto [from, to] = hairline(x, ImGui::GetIO().DisplayFramebufferScale.x);
    list.AddRectFilled({from, top}, {to, bottom}, colour);
}

void draw_filled_bar(ImDrawList &list, const ImRect &bar, float part, ImU32 colour) {
    const float radius = bar.GetHeight() / 2;
    // Seen on a row under the mouse, too.
    list.AddRectFilled(bar.Min, bar.Max, palette().pressed, radius);
    if (part > 0) {
        const float length = std::max(bar.GetHeight(), bar.GetWidth() * std::min(part, 1.0F));
        list.AddRectFilled(bar.Min, {bar.Min.x + length, bar.Max.y}, colour, radius);
    }
}

void divider() {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    hairline_across(*ImGui::GetWindowDrawList(), at.x, at.x + width, at.y);
    ImGui::Dummy({0, 1});
}

void tag(const std::string &text, ImU32 ink, ImU32 ground) {
    const TextStyle style{.size = type::tiny, .colour = ink, .strong = true};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(text_size(text, style).x + 14, 20);
    const ImRect box(at, {at.x + size.x, at.y + size.y});
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, ground, 10);
    draw_line(*ImGui::GetWindowDrawList(), box, text, style, Align::middle);
    ImGui::Dummy(size);
}

void gap(float height) { ImGui::Dummy({0, height}); }

} // namespace fullcourt::ui
