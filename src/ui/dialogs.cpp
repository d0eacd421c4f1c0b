// The frame that every dialog stands in: over a shade, with the keyboard held inside, closed by Escape or a click beside it.
#include "ui/dialogs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

constexpr float dialogsInset = 24;
constexpr float dialogsHeadHeight = 60;

struct DialogLook {
    std::string title;
    ImVec2 size;
    bool harmless = true; ///< a click beside it closes it
    bool bare = false;    ///< without a head, near the top of the page
};

/// On a screen that is higher than a projector's a long list shows more of itself.
float long_list(float least) {
    constexpr float most = 900;
    return std::clamp(ImGui::GetMainViewport()->Size.y * 0.8F, least, most);
}

DialogLook look_of(const State &state) {
    switch (state.dialog.index()) {
    case 1: return {"Paste a grid", {860, 640}, false};
    case 2: {
        const auto &incoming = std::get<dialog::Incoming>(state.dialog);
        return {incoming.reviewing ? "What differs" : "A copy has arrived", incoming_size(state, incoming), false};
    }
    case 3: return {"Earlier states", {920, 620}, true};
    case 4: return {"Set aside as unreadable", {640, 460}, true};
    case 5: return {"What was mended", {640, 520}, true};
    case 6: return {"Rules and letters", {760, long_list(660)}, true};
    case 7: return {"Keyboard shortcuts", {920, long_list(680)}, true};
    case 8: return {"Import accounts from " + quoted(std::get<dialog::AccountImport>(state.dialog).fileName), {980, long_list(660)}, false};
    case 9: return {"Import contacts from " + quoted(std::get<dialog::ContactImport>(state.dialog).fileName), {920, long_list(640)}, false};
    case 10: return {"Save for others", {960, 620}, true};
    case 11: return {"Share this plan", {860, 632}, true};
    case 12: return {"The file has changed in the meantime", {640, 208}, false};
    case 13: return {.title = "Find or do anything", .size = palette_size(), .bare = true};
    case 14: return {"About this page", {760, 700}, true};
    case 15: return {"Reading " + quoted(std::get<dialog::Receiving>(state.dialog).copy->name), {640, 240}, false};
    case 16: return {"Saving the plan as a file", {640, 240}, false};
    default: return {};
    }
}

/// In the middle of the page; a bare one near its top, and where the page is low it ends, as the page does, above the notices.
ImRect box_of(const State &state, const DialogLook &look) {
    const ImGuiViewport &viewport = *ImGui::GetMainViewport();
    const float top = look.bare ? std::min(72.0F, viewport.Size.y / 10) : 16;
    const float below = look.bare ? std::max(16.0F, page_room_of_notices(state)) : 16;
    const ImVec2 size(std::min(look.size.x, viewport.Size.x - 32), std::min(look.size.y, viewport.Size.y - top - below));
    const ImVec2 middle = viewport.GetCenter();
    const ImVec2 at(std::floor(middle.x - size.x / 2), look.bare ? viewport.Pos.y + top : std::floor(middle.y - size.y / 2));
    return {at, {at.x + size.x, at.y + size.y}};
}

void draw_contents(Scene &scene) {
    if (const auto *paste = std::get_if<dialog::Paste>(&scene.state.dialog)) {
        draw_paste_dialog(scene, *paste);
    } else if (const auto *incoming = std::get_if<dialog::Incoming>(&scene.state.dialog)) {
        draw_incoming_dialog(scene, *incoming);
    } else if (const auto *revisions = std::get_if<dialog::Revisions>(&scene.state.dialog)) {
        draw_revisions_dialog(scene, *revisions);
    } else if (const auto *quarantine = std::get_if<dialog::Quarantine>(&scene.state.dialog)) {
        draw_quarantine_dialog(scene, *quarantine);
    } else if (std::holds_alternative<dialog::Repairs>(scene.state.dialog)) {
        draw_repairs_dialog(scene);
    } else if (std::holds_alternative<dialog::Rules>(scene.state.dialog)) {
        draw_rules_dialog(scene);
    } else if (std::holds_alternative<dialog::Keys>(scene.state.dialog)) {
        draw_keys_dialog(scene);
    } else if (const auto *import = std::get_if<dialog::AccountImport>(&scene.state.dialog)) {
        draw_account_import_dialog(scene, *import);
    } else if (const auto *contacts = std::get_if<dialog::ContactImport>(&scene.state.dialog)) {
        draw_contact_import_dialog(scene, *contacts);
    } else if (const auto *shown = std::get_if<dialog::Export>(&scene.state.dialog)) {
        draw_export_dialog(scene, *shown);
    } else if (const auto *share = std::get_if<dialog::Share>(&scene.state.dialog)) {
        draw_share_dialog(scene, *share);
    } else if (const auto *changed = std::get_if<dialog::FileChanged>(&scene.state.dialog)) {
        draw_file_changed_dialog(scene, *changed);
    } else if (std::holds_alternative<dialog::Palette>(scene.state.dialog)) {
        draw_palette(scene);
    } else if (const auto *about = std::get_if<dialog::About>(&scene.state.dialog)) {
        draw_about_dialog(scene, *about);
    } else if (const auto *receiving = std::get_if<dialog::Receiving>(&scene.state.dialog)) {
        draw_receiving_dialog(scene, *receiving);
    } else if (const auto *saving = std::get_if<dialog::Saving>(&scene.state.dialog)) {
        draw_saving_dialog(scene, *saving);
    }
}

void draw_head(Scene &scene, const std::string &title) {
    const ImVec2 at = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + dialogsInset, at.y + 8}, {at.x + width - 60, at.y + dialogsHeadHeight}}, title,
              {.size = type::title, .strong = true});
    ImGui::SetCursorScreenPos({at.x + width - controlHeight - 16, at.y + 18});
    if (icon_button("##close", icon::x, "Close", {.shortcut = "Escape"})) {
        scene.dispatch(action::CloseDialog{});
    }
    ImGui::SetCursorScreenPos({at.x + dialogsInset, at.y + dialogsHeadHeight});
}

bool clicked_beside() {
    const ImRect box = ImGui::GetCurrentWindow()->Rect();
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.Contains(ImGui::GetIO().MousePos) &&
           ImGui::GetTopMostPopupModal() == ImGui::GetCurrentWindow() && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
}

bool escape_closes() {
    const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, ImGuiInputFlags_None, ImGuiKeyOwner_Any);
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool onTop = g.OpenPopupStack.Size == g.BeginPopupStack.Size; // no drop-down is open over it
    return escape && onTop && g.ActiveId == 0 && g.DeactivatedItemData.ElapseFrame != g.FrameCount;
}

void close_popup(DialogScratch &scratch) {
    if (scratch.shown != 0) {
        ImGui::ClosePopupToLevel(0, true);
        scratch = {};
    }
}

/// What was taken from the palette, now that fields of the page can have the keyboard again.
void run_waiting(Scene &scene) {
    if (const auto run = std::exchange(scene.scratch.palette.waiting, nullptr)) {
        scene.scratch.focus = Region::main;
        run(scene);
    }
}

} // namespace

float dialog_inset() { return dialogsInset; }

ImRect dialog_box(const State &state) { return box_of(state, look_of(state)); }

ImVec2 dialog_room(const Scene &scene) {
    const ImVec2 size = ImGui::GetWindowSize();
    return {size.x - 2 * dialogsInset, size.y - dialogsHeadHeight - dialogFootHeight - dialog_room_of_notices(scene.state)};
}

void begin_dialog_foot() {
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const float foot = at.y + size.y - dialogFootHeight;
    hairline_across(*ImGui::GetWindowDrawList(), at.x, at.x + size.x, foot);
    ImGui::SetCursorScreenPos({at.x + dialogsInset, at.y + size.y - dialogFootHeight + 16});
}

void draw_dialog_heading(const std::string &title) {
    line(title, {.size = type::body, .strong = true});
    semantics::at(ImGui::GetID(title.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "heading", .name = title});
    gap(12);
}

void draw_progress(Scene &scene, const std::string &what, double part, const ImVec2 &room) {
    scene.scratch.animates = true;
    const std::string percent = std::to_string(static_cast<int>(part * 100)) + " %";
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 middle(at.x, at.y + room.y * 0.4F);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {middle, {middle.x + room.x, middle.y + 24}}, what + ": " + percent, {.strong = true}, Align::middle);
    const float left = middle.x + room.x * 0.25F;
    const float wide = room.x * 0.5F;
    draw_filled_bar(list, {{left, middle.y + 36}, {left + wide, middle.y + 42}}, static_cast<float>(part), palette().accent);
    semantics::at(ImGui::GetID("##progress"), {middle, {middle.x + room.x, middle.y + 44}},
                  {.role = "progressbar", .name = what, .value = percent});
}

void align_right(float width) {
    ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - dialogsInset - width, ImGui::GetCursorScreenPos().y});
}

void draw_dialogs(Scene &scene) {
    DialogScratch &scratch = scene.scratch.dialog;
    if (std::holds_alternative<std::monostate>(scene.state.dialog)) {
        close_popup(scratch);
        run_waiting(scene);
        return;
    }
    if (scratch.shown != scene.state.dialog.index()) {
        close_popup(scratch);
        scratch.shown = scene.state.dialog.index();
        scratch.author = scene.state.author;
        ImGui::OpenPopup("##dialog");
    }
    const DialogLook look = look_of(scene.state);
    const ImRect place = box_of(scene.state, look);
    ImGui::SetNextWindowPos(place.Min);
    ImGui::SetNextWindowSize(place.GetSize());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, 12);
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    if (ImGui::BeginPopupModal("##dialog", nullptr, flags)) {
        ImGui::PopStyleVar(2);
        const ImRect box = ImGui::GetCurrentWindow()->Rect();
        const semantics::Group group("dialog", box, {.role = "dialog", .name = look.title});
        if (!look.bare) {
            draw_head(scene, look.title);
        }
        draw_contents(scene);
        fade_scrolled(palette().raised);
        if (escape_closes() || (look.harmless && clicked_beside())) {
            scene.dispatch(action::CloseDialog{});
        }
        ImGui::EndPopup();
    } else {
        ImGui::PopStyleVar(2);
    }
}

} // namespace fullcourt::ui
