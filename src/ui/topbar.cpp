// Plan name, whether it is safe, undo and redo, files, and the menu of the plan.
#include <algorithm>

#include "base/text.h"
#include "edit/gestures.h"
#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/shortcuts.h"

namespace fullcourt::ui {
namespace {

constexpr float top = 10;

void finish_renaming(Scene &scene, const FieldEvent &event) {
    TopbarScratch &scratch = scene.scratch.topbar;
    if (event.left && !std::string(trimmed(scratch.title)).empty()) {
        scene.edit(rename_plan(scratch.title));
    }
    if (event.left || event.cancelled) {
        scratch.renaming = false;
        scene.scratch.focus = Region::main;
    }
}

void draw_title_field(Scene &scene, float width) {
    TopbarScratch &scratch = scene.scratch.topbar;
    const bool first = !scratch.started;
    scratch.started = true;
    const FieldEvent event = text_field("##title", "Plan name", scratch.title,
                                        {.width = std::min(width, 360.0F), .size = type::body, .strong = true, .takeFocus = first});
    finish_renaming(scene, event);
}

void draw_title(Scene &scene, float width) {
    TopbarScratch &scratch = scene.scratch.topbar;
    if (scratch.renaming) {
        draw_title_field(scene, width);
        return;
    }
    const std::string &title = scene.plan().about->title;
    const std::string shown = title.empty() ? "Untitled plan" : title;
    const float wanted = text_size(shown, {.strong = true}).x + 16;
    focus_next_item(scene, Region::topbar);
    ImGui::BeginDisabled(!scene.editable);
    if (ImGui::InvisibleButton("##plan-name", {std::min(width, wanted), controlHeight}, ImGuiButtonFlags_EnableNav)) {
        scratch = {true, false, title};
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    if (ImGui::IsItemHovered()) {
        ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    draw_line(*ImGui::GetWindowDrawList(), {{box.Min.x + 8, box.Min.y}, {box.Max.x - 7, box.Max.y}}, shown, {.strong = true});
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = "Rename plan", .value = shown});
    tooltip("Rename: " + shown);
    ImGui::EndDisabled();
}

struct SaveLook {
    const char *icon;
    ImU32 ink;
};

SaveLook save_look(SaveState save) {
    const Palette &p = palette();
    switch (save) {
    case SaveState::saved: return {icon::circleCheck, p.good};
    case SaveState::failed: return {icon::cloudOff, p.error};
    case SaveState::readOnly: return {icon::lock, p.warning};
    case SaveState::forReading: return {icon::bookOpen, p.muted};
    case SaveState::example: return {icon::lightbulb, p.muted};
    case SaveState::saving: return {icon::save, p.muted};
    case SaveState::loading: return {icon::clock, p.muted};
    }
    return {icon::save, p.muted};
}

std::string save_explanation(const State &state) {
    switch (save_state(state)) {
    case SaveState::saved: return "The newest change is on this computer's disk, in this browser's storage.";
    case SaveState::example: return "Look around and try things. The plan is kept from your first change on.";
    case SaveState::forReading: return "This page was saved for reading. Edit a copy of the plan to change it.";
    case SaveState::saving: return "Your change is on its way to the disk.";
    case SaveState::readOnly: return "Another tab is editing this plan. What happens there is shown here.";
    case SaveState::loading: return "The plan is being read from this browser's storage.";
    case SaveState::failed: break;
    }
    return "Your changes are in this tab only. Save a file to be safe; the page goes on trying by itself.";
}

void draw_save_popup(Scene &scene) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {16, 16});
    if (ImGui::BeginPopup("##save-state", ImGuiWindowFlags_NoMove)) {
        const ImGuiWindow *window = ImGui::GetCurrentWindow();
        draw_shadow(*ImGui::GetWindowDrawList(), window->Rect(), window->WindowRounding);
        const semantics::Group group("save-popup", window->Rect(), {.role = "dialog", .name = save_sentence(scene.state)});
        paragraph(save_sentence(scene.state), {.strong = true}, 300);
        gap(8);
        paragraph(save_explanation(scene.state), {.size = type::small + 1, .colour = palette().muted}, 300);
        gap(12);
        if (button("##save-now", "Save a file", {.icon = icon::download, .look = Look::primary, .shortcut = key_text(Command::saveFile)})) {
            scene.dispatch(action::SaveFile{false});
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

/// Where the sentence has no room; empty where no word says it.
std::string one_word(SaveState save) {
    switch (save) {
    case SaveState::saved: return "Saved";
    case SaveState::example: return "Example";
    case SaveState::failed: return "Not saved";
    default: return {};
    }
}

void draw_save_state(Scene &scene, float width) {
    const SaveState save = save_state(scene.state);
    const SaveLook look = save_look(save);
    const std::string sentence = save_sentence(scene.state);
    const TextStyle style{.size = type::small, .colour = save == SaveState::failed ? look.ink : palette().muted};
    const float wanted = text_size(sentence, style).x + 40;
    // Where there is no room for words, the sign alone is always there.
    constexpr float fewWords = 72;
    const float taken = width < fewWords ? controlHeight : std::min(width, wanted);
    if (ImGui::InvisibleButton("##save", {taken, controlHeight}, ImGuiButtonFlags_EnableNav)) {
        ImGui::OpenPopup("##save-state");
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ground = save == SaveState::failed ? palette().errorSoft : ImGui::IsItemHovered() ? palette().hover : 0;
    list.AddRectFilled(box.Min, box.Max, ground, rounding);
    draw_icon(list, {box.Min.x + 16, box.GetCenter().y}, look.icon, 15, look.ink);
    if (taken > controlHeight) {
        const std::string words = taken < wanted ? one_word(save) : std::string();
        draw_line(list, {{box.Min.x + 30, box.Min.y}, {box.Max.x - 8, box.Max.y}}, words.empty() ? sentence : words, style);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = sentence, .description = "Saved state"});
    tooltip(sentence);
    ImGui::SetNextWindowPos({box.Min.x, box.Max.y + 6});
    draw_save_popup(scene);
}

void draw_history(Scene &scene) {
    const History &history = scene.state.open->history;
    const bool back = history.can_undo() && scene.editable;
    const bool forth = history.can_redo() && scene.editable;
    if (icon_button("##undo", icon::undo2, "Undo",
                    {.disabled = !back,
                     .tooltip = back ? "Undo: " + history.undo_label() : std::string("Nothing to undo"),
                     .shortcut = key_text(Command::undo),
                     .description = history.undo_label()})) {
        scene.dispatch(action::Undo{});
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##redo", icon::redo2, "Redo",
                    {.disabled = !forth,
                     .tooltip = forth ? "Redo: " + history.redo_label() : std::string("Nothing to redo"),
                     .shortcut = key_text(Command::redo),
                     .description = history.redo_label()})) {
        scene.dispatch(action::Redo{});
    }
}

struct TopbarButton {
    const char *id;
    const char *icon;
    const char *name;
    const char *explanation;
    Command command;
};

/// On a narrow page its sign stands for its words.
bool draw_topbar_button(const TopbarButton &wanted, bool narrow) {
    const std::string keys = key_text(wanted.command);
    if (narrow) {
        return icon_button(wanted.id, wanted.icon, wanted.name, {.tooltip = wanted.explanation, .shortcut = keys});
    }
    return button(wanted.id, wanted.name, {.icon = wanted.icon, .look = Look::ghost, .tooltip = wanted.explanation, .shortcut = keys});
}

void draw_files(Scene &scene, bool narrow) {
    if (draw_topbar_button({"##open", icon::folderOpen, "Open file", "Open a plan file, or a grid as CSV", Command::openFile}, narrow)) {
        scene.dispatch(action::OpenFile{});
    }
    if (!scene.state.open) {
        return;
    }
    ImGui::SameLine(0, 2);
    if (draw_topbar_button({"##save-file", icon::download, "Save file", "Save this plan as a file, to keep or to send", Command::saveFile},
                           narrow)) {
        scene.dispatch(action::SaveFile{false});
    }
    ImGui::SameLine(0, 2);
    if (draw_topbar_button(
            {"##share", icon::share2, "Share", "A link, a code for the room, and what else this plan can be sent as", Command::share},
            narrow)) {
        scene.dispatch(action::ShowShare{});
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##more", icon::ellipsis, "More of this plan", {.expanded = ImGui::IsPopupOpen("##plan-menu")})) {
        ImGui::OpenPopup("##plan-menu");
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImGui::SetNextWindowPos({box.Max.x, box.Max.y + 6}, ImGuiCond_Always, {1, 0});
    menu("##plan-menu", "More of this plan", [&] { draw_command_menu(scene, plan_commands(scene)); });
}

float files_width(bool open, bool narrow) {
    if (narrow) {
        return open ? 4 * controlHeight + 6 : controlHeight;
    }
    const float file = button_width("Open file", true);
    return open ? file + button_width("Save file", true) + button_width("Share", true) + controlHeight + 6 : file;
}

} // namespace

void draw_topbar(Scene &scene, float width) {
    const semantics::Group group("topbar", ImGui::GetCurrentWindow()->Rect(), {.role = "banner", .name = "Plan"});
    const ImVec2 at = ImGui::GetWindowPos();
    const bool open = scene.state.open.has_value();
    constexpr float narrowest = 760;
    const bool narrow = width < narrowest;
    const float files = files_width(open, narrow);
    const float history = 2 * controlHeight + 2;
    const float room = width - files - 16 - 12;
    ImGui::SetCursorPos({12, top});
    if (open) {
        draw_title(scene, room * 0.45F);
        ImGui::SameLine(0, 8);
        draw_save_state(scene, room - history - 20 - (ImGui::GetCursorScreenPos().x - at.x));
        ImGui::SetCursorPos({room - history, top});
        draw_history(scene);
    } else {
        draw_line(*ImGui::GetWindowDrawList(), {{at.x + 20, at.y + top}, {at.x + 400, at.y + top + controlHeight}}, "No plan is open",
                  {.colour = palette().muted});
    }
    ImGui::SetCursorPos({width - files - 16, top});
    draw_files(scene, narrow);
    hairline_across(*ImGui::GetWindowDrawList(), at.x, at.x + width, at.y + 51);
}

void draw_read_only_banner(Scene &scene, float width) {
    const SaveState save = save_state(scene.state);
    if (save != SaveState::readOnly && save != SaveState::forReading) {
        return;
    }
    const bool page = save == SaveState::forReading;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float height = 44;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ImGui::BeginChild("##banner", {width, height}, ImGuiChildFlags_NavFlattened);
    ImDrawList &inner = *ImGui::GetWindowDrawList();
    inner.AddRectFilled(at, {at.x + width, at.y + height}, page ? palette().canvas : palette().warningSoft);
    draw_icon(inner, {at.x + 28, at.y + height / 2}, page ? icon::bookOpen : icon::lock, 16, page ? palette().muted : palette().warning);
    const std::string text = page ? "This page is for reading. A copy can be changed and is kept in this browser."
                                  : "You are looking on: this plan is being edited in another tab.";
    const char *label = page ? "Edit a copy" : "Take over here";
    const float end = at.x + width - button_width(label, false) - 16;
    draw_two_lines(inner, {{at.x + 44, at.y}, {end - 12, at.y + height}}, text, {.size = type::small + 1}, Align::left);
    semantics::at(ImGui::GetID("##banner-text"), {at, {at.x + width, at.y + height}}, {.role = "status", .name = text});
    ImGui::SetCursorScreenPos({end, at.y + 6});
    if (button("##take-over", label)) {
        scene.dispatch(page ? Action(action::Duplicate{scene.state.open->id}) : Action(action::TakeOver{}));
    }
    ImGui::EndChild();
    hairline_across(list, at.x, at.x + width, at.y + height - 1);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

} // namespace fullcourt::ui
