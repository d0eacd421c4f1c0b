// The quiet lines at the foot of the page, over everything.
#include <algorithm>
#include <cmath>
#include <span>

#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float noticesWidest = 640;

/// Where they stand, centred there.
struct NoticesPlace {
    float middle = 0;
    float top = 0;
    bool onTitle = false;
};

/// At the foot of what is worked on, beside the sidebar. Where that would lie over the buttons of a dialog: on the dialog's title, beside
/// the button that closes it.
NoticesPlace place_of(const Scene &scene, float height) {
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    const float bottom = viewport.Pos.y + viewport.Size.y;
    const float top = bottom - height - 12;
    if (const ImGuiWindow *dialog = ImGui::GetTopMostPopupModal()) {
        const ImRect box = dialog->Rect();
        const bool below = box.Max.y <= top || std::holds_alternative<dialog::Palette>(scene.state.dialog);
        return {box.GetCenter().x, below ? top : box.Min.y + 8, !below};
    }
    const float left = viewport.Pos.x + width_of_sidebar(scene.state);
    return {(left + viewport.Pos.x + viewport.Size.x) / 2, top};
}

/// How wide they may be: on a dialog's title the button that closes it stays free.
float notices_room(const Scene &scene) {
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    const ImGuiWindow *dialog = ImGui::GetTopMostPopupModal();
    const float room = dialog == nullptr ? viewport.Size.x - width_of_sidebar(scene.state) - 32 : dialog->Size.x - 2 * (controlHeight + 32);
    return std::min(noticesWidest, room);
}

float height_of(const Notice &notice, float textWidth) {
    return std::max(44.0F, wrapped_height(notice.text, {.size = type::small + 1}, textWidth) + 24);
}

float dismiss_width(const Notice &notice) { return notice.later.empty() ? controlHeight : button_width(notice.later, false); }

float trailing(const Notice &notice) {
    return dismiss_width(notice) + 8 + (notice.button.empty() ? 0 : button_width(notice.button, false) + 4);
}

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

void draw_notices(Scene &scene) {
    if (scene.state.notices.empty()) {
        return;
    }
    std::span<const Notice> shown(scene.state.notices);
    float width = 0;
    for (const Notice &notice : shown) {
        width = std::max(width, text_size(notice.text, {.size = type::small + 1}).x + 48 + trailing(notice));
    }
    width = std::min(width, notices_room(scene));
    const auto total_of = [width](std::span<const Notice> notices) {
        float total = 0;
        for (const Notice &notice : notices) {
            total += height_of(notice, width - 44 - trailing(notice)) + 8;
        }
        return total;
    };
    if (place_of(scene, total_of(shown)).onTitle) {
        shown = shown.last(1); // more would lie over what stands below the title
    }
    const float total = total_of(shown);
    const NoticesPlace place = place_of(scene, total);
    ImGui::SetNextWindowPos({std::floor(place.middle - width / 2), place.top});
    ImGui::SetNextWindowSize({width, total});
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::Begin("Notices", nullptr, flags);
    bring_to_front();
    const ImVec2 at = ImGui::GetWindowPos();
    float y = at.y;
    for (const Notice &notice : shown) {
        const float textWidth = width - 44 - trailing(notice);
        const float height = height_of(notice, textWidth);
        ImGui::PushID(static_cast<int>(notice.id));
        draw_notice(scene, notice, {{at.x, y}, {at.x + width, y + height}}, textWidth);
        ImGui::PopID();
        y += height + 8;
    }
    ImGui::End();
}

} // namespace fullcourt::ui
