#include "ui/text_bar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "ui/dragging.h"
#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

constexpr float partHeight = controlHeight + 4;
constexpr float partPadding = 14;
/// The tip that shows what the bar is for.
constexpr float tipHeight = 7;
constexpr float tipHalf = 8;
constexpr float barRounding = 8;
constexpr float barMargin = 8;
constexpr TextStyle partText{.size = type::small + 1};

/// How the window that keeps the mouse from what lies below is called.
constexpr const char *barWindow = "##textBar";

const char *name_of(TextAct act) {
    switch (act) {
    case TextAct::cut: return "Cut";
    case TextAct::copy: return "Copy";
    case TextAct::paste: return "Paste";
    case TextAct::selectAll: return "Select all";
    }
    return "";
}

ImGuiInputTextState *field_with_caret() {
    ImGuiContext &g = *ImGui::GetCurrentContext();
    return g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID ? &g.InputTextState : nullptr;
}

bool is_read_only(const ImGuiInputTextState &field) { return (field.Flags & ImGuiInputTextFlags_ReadOnly) != 0; }

FieldSeen seen_of(const ImGuiInputTextState &field) {
    return {field.ID, field.TextLen, field.GetCursorPos(), field.GetSelectionStart(), field.GetSelectionEnd()};
}

bool has_selection(const FieldSeen &field) { return field.start != field.end; }
bool has_all_selected(const FieldSeen &field) { return std::abs(field.end - field.start) == field.length; }

std::vector<TextAct> acts_for(const ImGuiInputTextState &state) {
    const FieldSeen field = seen_of(state);
    const bool writable = !is_read_only(state);
    std::vector<TextAct> acts;
    if (has_selection(field) && writable) {
        acts.push_back(TextAct::cut);
    }
    if (has_selection(field)) {
        acts.push_back(TextAct::copy);
    }
    if (writable) {
        acts.push_back(TextAct::paste);
    }
    if (!has_all_selected(field)) {
        acts.push_back(TextAct::selectAll);
    }
    return acts;
}

/// The field with the caret, as the newest frame offered its text to a finger.
const OfferedGrip *offered_text(const TouchScratch &touch) {
    const auto it = std::find_if(touch.offered.begin(), touch.offered.end(), [](const OfferedGrip &each) { return each.selects; });
    return it == touch.offered.end() ? nullptr : &*it;
}

// ---- When it comes and goes ------------------------------------------------------------------------------------

/// A finger that is up again has selected something, or has tapped on the caret, where a second tap closes the bar.
bool asks_for_bar(const TextBarScratch &bar, const FieldSeen &now) {
    if (bar.before.id != now.id) {
        return false; // the finger only came to the field
    }
    return has_selection(now) ? now != bar.before : now == bar.before && !bar.wasOpen;
}

void follow_finger(TextBarScratch &bar, const FieldSeen &now) {
    const ImGuiIO &io = ImGui::GetIO();
    if (io.MouseClicked[0]) {
        bar.before = bar.seen;
        bar.wasOpen = bar.open;
        bar.open = false;
    }
    const bool scrolled = io.MouseWheel != 0 || io.MouseWheelH != 0;
    const bool selectedAll = bar.selecting && has_selection(now) && has_all_selected(now);
    if (bar.open && (scrolled || (now != bar.seen && !selectedAll))) {
        bar.open = false;
    }
    bar.selecting = bar.selecting && !selectedAll;
    if (io.MouseReleased[0] && io.MouseSource == ImGuiMouseSource_TouchScreen) {
        bar.open = asks_for_bar(bar, now);
    }
    if (bar.wanted && !io.MouseDown[0]) {
        bar.open = true;
        bar.wanted = false;
    }
    bar.seen = now;
}

// ---- Where it stands -------------------------------------------------------------------------------------------

/// Where the text before a character ends, at the top of its line. Dear ImGui breaks lines at line breaks alone.
ImVec2 text_end(const ImGuiInputTextState &state, const OfferedGrip &field, int character) {
    const std::string_view before(state.TextA.Data, static_cast<std::size_t>(character));
    const std::size_t lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = before.substr(lines == 0 ? 0 : before.rfind('\n') + 1);
    const float across = field.font->CalcTextSizeA(field.fontSize, FLT_MAX, 0, line.data(), line.data() + line.size()).x;
    return {field.box.Min.x + field.inset.x - state.Scroll.x + across,
            field.box.Min.y + field.inset.y - state.Scroll.y + static_cast<float>(lines) * field.fontSize};
}

/// What of the selection, or the caret, can be seen.
ImRect selected_box(const ImGuiInputTextState &state, const OfferedGrip &field) {
    if (is_read_only(state)) {
        return field.reach; // its text is not the field's own
    }
    const FieldSeen seen = seen_of(state);
    const bool selected = has_selection(seen);
    const ImVec2 first = text_end(state, field, selected ? std::min(seen.start, seen.end) : seen.caret);
    const ImVec2 last = selected ? text_end(state, field, std::max(seen.start, seen.end)) : first;
    const bool oneLine = first.y == last.y;
    ImRect box(oneLine ? first.x : field.box.Min.x, first.y, oneLine ? last.x : field.box.Max.x, last.y + field.fontSize);
    box.ClipWithFull(field.reach);
    return box;
}

struct BarPlace {
    ImRect bar;
    float tip = 0;     ///< where its tip points, across
    bool above = true; ///< the selection, with the tip below
    bool apart = true; ///< there is no room beside the selection, and no tip
};

/// Above the selection, else below it, and within the page in any case.
BarPlace place_beside(const ImRect &selected, const ImVec2 &size) {
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    const ImRect page(viewport.Pos.x + barMargin, viewport.Pos.y + barMargin, viewport.Pos.x + viewport.Size.x - barMargin,
                      viewport.Pos.y + viewport.Size.y - barMargin);
    const float needed = size.y + tipHeight + 3;
    const bool above = selected.Min.y - needed >= page.Min.y;
    const bool below = !above && selected.Max.y + needed <= page.Max.y;
    const float middle = selected.GetCenter().x;
    const float x = std::floor(std::max(page.Min.x, std::min(middle - size.x / 2, page.Max.x - size.x)));
    const float y = std::floor(above ? selected.Min.y - needed : below ? selected.Max.y + needed - size.y : page.Min.y);
    const float tip = std::clamp(middle, x + barRounding + tipHalf, x + size.x - barRounding - tipHalf);
    return {{{x, y}, {x + size.x, y + size.y}}, tip, above, !above && !below};
}

void lay_out(TextBarScratch &bar, const std::vector<TextAct> &acts, const ImRect &selected, BarPlace &place) {
    bar.parts.clear();
    float x = 0;
    for (const TextAct act : acts) {
        const float width = std::max(controlHeight + 8, text_size(name_of(act), partText).x + 2 * partPadding);
        bar.parts.push_back({act, {x, 0, x + width, partHeight}});
        x += width;
    }
    place = place_beside(selected, {x, partHeight});
    bar.box = place.bar;
    for (TextBarPart &part : bar.parts) {
        part.box.Translate(place.bar.Min);
    }
}

// ---- What it does ----------------------------------------------------------------------------------------------

/// A chord of the field's own: with ConfigMacOSXBehaviors Dear ImGui itself turns the command key into its Ctrl.
void press_in_field(ImGuiKey key) {
    ImGuiIO &io = ImGui::GetIO();
    const ImGuiKey modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(modifier, false);
}

/// At once, while the browser holds this for a person's act; the field's own copying comes with the next frame.
void copy_selected(const ImGuiInputTextState &field) {
    if (is_read_only(field)) {
        press_in_field(ImGuiKey_C); // its text is not the field's own
        return;
    }
    const FieldSeen seen = seen_of(field);
    platform::copy_text({field.TextA.Data + std::min(seen.start, seen.end), field.TextA.Data + std::max(seen.start, seen.end)});
}

void perform(TextBarScratch &bar, TextAct act) {
    const ImGuiInputTextState *field = field_with_caret();
    if (field == nullptr) {
        return;
    }
    bar.selecting = act == TextAct::selectAll;
    bar.open = bar.selecting;
    switch (act) {
    case TextAct::cut:
        copy_selected(*field);
        press_in_field(ImGuiKey_X);
        break;
    case TextAct::copy: copy_selected(*field); break;
    case TextAct::paste: platform::paste_text(); break;
    case TextAct::selectAll: press_in_field(ImGuiKey_A); break;
    }
    platform::wake(3);
}

// ---- How it looks ----------------------------------------------------------------------------------------------

void draw_tip(ImDrawList &list, const BarPlace &place) {
    const float base = place.above ? place.bar.Max.y : place.bar.Min.y;
    const float end = base + (place.above ? tipHeight : -tipHeight);
    list.AddTriangleFilled({place.tip - tipHalf, base}, {place.tip + tipHalf, base}, {place.tip, end}, palette().inverse);
}

void draw_parts(TextBarScratch &bar, ImDrawList &list) {
    const semantics::Group group("toolbar", bar.box, {.role = "toolbar", .name = "Text"});
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
        const TextBarPart part = bar.parts[i];
        draw_line(list, part.box, name_of(part.act), {.size = partText.size, .colour = palette().inverseText}, Align::middle);
        if (i > 0) {
            const ImU32 line = (palette().inverseText & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 48);
            list.AddLine({part.box.Min.x, part.box.Min.y + 9}, {part.box.Min.x, part.box.Max.y - 9}, line);
        }
        const ImGuiID id = ImGui::GetID(name_of(part.act));
        semantics::at(id, part.box, {.role = "button", .name = name_of(part.act)});
        if (semantics::take_activation(id)) {
            perform(bar, part.act);
        }
    }
}

void draw_bar(TextBarScratch &bar, const BarPlace &place) {
    ImGui::SetNextWindowPos(place.bar.Min);
    ImGui::SetNextWindowSize(place.bar.GetSize());
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;
    ImGui::Begin(barWindow, nullptr, flags);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ImDrawList &list = *ImGui::GetForegroundDrawList();
    draw_shadow(list, place.bar, barRounding);
    list.AddRectFilled(place.bar.Min, place.bar.Max, palette().inverse, barRounding);
    if (!place.apart) {
        draw_tip(list, place);
    }
    draw_parts(bar, list);
    ImGui::End();
}

} // namespace

void draw_text_bar(TextBarScratch &bar, const TouchScratch &touch) {
    const ImGuiInputTextState *field = field_with_caret();
    const OfferedGrip *offered = offered_text(touch);
    if (field == nullptr || offered == nullptr) {
        bar = {};
        return;
    }
    follow_finger(bar, seen_of(*field));
    const std::vector<TextAct> acts = acts_for(*field);
    bar.open = bar.open && !acts.empty();
    if (bar.open) {
        BarPlace place;
        lay_out(bar, acts, selected_box(*field, *offered), place);
        draw_bar(bar, place);
    }
}

bool press_text_bar(TextBarScratch &bar, const TouchScratch &touch, int button, const ImVec2 &at) {
    if (bar.open && bar.box.Contains(at)) {
        const auto part = std::find_if(bar.parts.begin(), bar.parts.end(), [&](const TextBarPart &each) { return each.box.Contains(at); });
        if (button == ImGuiMouseButton_Left && part != bar.parts.end()) {
            perform(bar, part->act);
        }
        return true;
    }
    const OfferedGrip *offered = offered_text(touch);
    const bool held = button == ImGuiMouseButton_Right && ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
    bar.wanted = held && field_with_caret() != nullptr && offered != nullptr && offered->reach.Contains(at);
    return bar.wanted;
}

} // namespace fullcourt::ui
