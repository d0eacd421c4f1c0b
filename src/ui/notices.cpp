// The quiet lines at the foot of the page, over everything.
#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float noticesWidest = 640;

constexpr float noticesMargin = 12; ///< above the first and below the last
constexpr float noticesApart = 8;

float height_of(const Notice &notice, float textWidth) {
    return std::max(44.0F, wrapped_height(notice.text, {.size = type::small + 1}, textWidth) + 24);
}

float dismiss_width(const Notice &notice) { return notice.later.empty() ? controlHeight : button_width(notice.later, false); }

float trailing(const Notice &notice) {
    return dismiss_width(notice) + 8 + (notice.button.empty() ? 0 : button_width(notice.button, false) + 4);
}

/// What is shown, and where: the box of all of them, with room below each.
struct NoticesLayout {
    std::vector<const Notice *> shown;
    ImRect box;
    bool withinDialog = false;
};

float total_height(const std::vector<const Notice *> &shown, float width) {
    float total = 0;
    for (const Notice *notice : shown) {
        total += height_of(*notice, width - 44 - trailing(*notice)) + noticesApart;
    }
    return total;
}

/// At the foot of what is worked on, which ends above them: they lie over nothing that somebody reads or presses. Where a dialog leaves
/// no room below it, within it, above its buttons.
NoticesLayout lay_out_notices(const State &state) {
    NoticesLayout layout;
    const bool asked = asks_something(state.dialog);
    float widest = 0;
    for (const Notice &notice : state.notices) {
        if (!notice.waits) {
            // In a dialog the newest alone: several would leave no room for what it asks.
            if (asked) {
                layout.shown.clear();
            }
            layout.shown.push_back(&notice);
            widest = std::max(widest, text_size(notice.text, {.size = type::small + 1}).x + 48 + trailing(notice));
        }
    }
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    ImRect room({viewport.Pos.x + width_of_sidebar(state), viewport.Pos.y},
                {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y});
    const ImRect dialog = asked ? dialog_box(state) : room; // the palette's box, for which nothing is asked, ends above them in its turn
    const float width = std::min({widest, noticesWidest, std::min(room.GetWidth(), dialog.GetWidth()) - 32});
    const float height = total_height(layout.shown, width);
    if (asked) {
        layout.withinDialog = dialog.Max.y + noticesMargin + height > room.Max.y;
        room = {{dialog.Min.x, room.Min.y}, {dialog.Max.x, layout.withinDialog ? dialog.Max.y - dialogFootHeight : room.Max.y}};
    }
    const float left = std::floor(room.GetCenter().x - width / 2);
    const float bottom = room.Max.y - noticesMargin + noticesApart;
    layout.box = {{left, bottom - height}, {left + width, bottom}};
    return layout;
}

/// What they take of the room that they stand at the foot of.
float room_of(const NoticesLayout &layout) { return layout.shown.empty() ? 0 : layout.box.GetHeight() - noticesApart + 2 * noticesMargin; }

void draw_ground(const ImRect &box, const Notice &notice) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_shadow(list, box, 8);
    list.AddRectFilled(box.Min, box.Max, palette().inverse, 8);
    const char *icon = notice.severity == Severity::error ? icon::circleAlert : icon::info;
    draw_icon(list, {box.Min.x + 22, box.GetCenter().y}, icon, 16,
              notice.severity == Severity::error ? IM_COL32(255, 176, 168, 255) : palette().inverseLink);
}

/// A text button on the dark ground.
bool link(const char *id, const std::string &label, float width) {
    const bool clicked = ImGui::InvisibleButton(id, {width, controlHeight}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, IM_COL32(255, 255, 255, 22), rounding);
    }
    draw_line(list, box, label, {.size = type::small + 1, .colour = palette().inverseLink, .strong = true}, Align::middle);
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = label});
    return clicked;
}

void draw_notice(Scene &scene, const Notice &notice, const ImRect &box, float textWidth) {
    draw_ground(box, notice);
    const semantics::Group group(ImGui::GetID("##notice"), box,
                                 {.role = notice.severity == Severity::error ? "alert" : "status", .name = notice.text});
    ImGui::SetCursorScreenPos({box.Min.x + 40, box.Min.y + 12});
    const float textHeight = wrapped_height(notice.text, {.size = type::small + 1}, textWidth);
    ImGui::SetCursorScreenPos({box.Min.x + 40, box.GetCenter().y - textHeight / 2});
    paragraph(notice.text, {.size = type::small + 1, .colour = palette().inverseText}, textWidth);
    const float y = box.GetCenter().y - controlHeight / 2;
    if (!notice.button.empty()) {
        const float width = button_width(notice.button, false);
        ImGui::SetCursorScreenPos({box.Max.x - 8 - dismiss_width(notice) - width, y});
        if (link("##do", notice.button, width)) {
            for (const Action &action : notice.action) {
                scene.dispatch(action);
            }
            scene.dispatch(action::DismissNotice{notice.id});
        }
    }
    ImGui::SetCursorScreenPos({box.Max.x - 4 - dismiss_width(notice), y});
    if (!notice.later.empty()) {
        if (link("##later", notice.later, dismiss_width(notice))) {
            scene.dispatch(action::DismissNotice{notice.id});
        }
        return;
    }
    if (ImGui::InvisibleButton("##dismiss", {controlHeight, controlHeight}, ImGuiButtonFlags_EnableNav)) {
        scene.dispatch(action::DismissNotice{notice.id});
    }
    const ImRect cross(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    draw_icon(*ImGui::GetWindowDrawList(), cross.GetCenter(), icon::x, 15, palette().inverseText);
    focus_ring(cross, ImGui::GetItemID());
    semantics::item({.role = "button", .name = "Dismiss"});
}

/// Above whatever was opened since, but without taking the keyboard; and below an open menu, whose last items it would hide.
void bring_to_front() {
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    for (const ImGuiPopupData &popup : ImGui::GetCurrentContext()->OpenPopupStack) {
        if (popup.Window != nullptr && (popup.Window->Flags & ImGuiWindowFlags_Modal) == 0) {
            ImGui::BringWindowToDisplayFront(popup.Window);
        }
    }
}

} // namespace

float page_room_of_notices(const State &state) { return asks_something(state.dialog) ? 0 : room_of(lay_out_notices(state)); }

float dialog_room_of_notices(const State &state) {
    const NoticesLayout layout = lay_out_notices(state);
    return layout.withinDialog ? room_of(layout) : 0;
}

void draw_notices(Scene &scene) {
    const NoticesLayout layout = lay_out_notices(scene.state);
    if (layout.shown.empty()) {
        return;
    }
    const float width = layout.box.GetWidth();
    ImGui::SetNextWindowPos(layout.box.Min);
    ImGui::SetNextWindowSize(layout.box.GetSize());
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin("Notices", nullptr, flags);
    bring_to_front();
    ImVec2 at = layout.box.Min;
    for (const Notice *notice : layout.shown) {
        const float textWidth = width - 44 - trailing(*notice);
        const float height = height_of(*notice, textWidth);
        ImGui::PushID(static_cast<int>(notice->id));
        draw_notice(scene, *notice, {at, {at.x + width, at.y + height}}, textWidth);
        ImGui::PopID();
        at.y += height + noticesApart;
    }
    ImGui::End();
}

} // namespace fullcourt::ui
