// Dialogs about what was read: earlier states, what was set aside, what was mended.
#include <algorithm>

#include "app/sharing.h"
#include "base/text.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/scene.h"
#include "ui/words.h"

namespace fullcourt::ui {
namespace {

void empty_text(const std::string &text, float width) {
    gap(12);
    paragraph(text, {.colour = palette().muted}, width);
    semantics::at(ImGui::GetID(text.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = text});
}

void close_button(Scene &scene) {
    begin_dialog_foot();
    align_right(button_width("Close", false));
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
}

// ---- Earlier states

void draw_revision_row(Scene &scene, const platform::RevisionRow &row, bool chosen, float width) {
    ImGui::PushID(static_cast<int>(row.key));
    if (ImGui::InvisibleButton("##revision", {width, 52}, ImGuiButtonFlags_EnableNav)) {
        scene.dispatch(action::PreviewRevision{row.key});
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered()) {
        list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : palette().hover, rounding);
    }
    const std::string when = ago(row.at, platform::utc_now());
    draw_line(list, {{box.Min.x + 12, box.Min.y + 7}, {box.Max.x - 28, box.Min.y + 27}}, row.reason,
              {.size = type::small + 1, .strong = chosen});
    draw_line(list, {{box.Min.x + 12, box.Min.y + 27}, {box.Max.x - 8, box.Min.y + 46}}, when + " · " + size_text(row.bytes),
              {.size = type::small, .colour = palette().muted});
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "option", .name = row.reason + ", " + when, .description = instant_text(row.at), .selected = chosen});
    tooltip(instant_text(row.at));
    ImGui::PopID();
    gap(2);
}

void draw_plan_preview(const Plan &plan, const ImVec2 &size) {
    const std::vector<RoleId> columns = ordered(plan.raci->columns);
    std::vector<std::string> names;
    for (const RoleId &id : columns) {
        const Role *role = find(plan.organisation->roles, id);
        names.push_back(role == nullptr ? id.text : head_name(*role));
    }
    std::vector<std::pair<std::string, std::vector<Letters>>> rows;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        std::vector<Letters> letters;
        for (const RoleId &role : columns) {
            letters.push_back(letters_at(*plan.raci, id, role));
        }
        rows.emplace_back(find(plan.raci->activities, id)->name, std::move(letters));
    }
    line(plan.about->title, {.strong = true});
    gap(10);
    draw_small_grid(names, rows, {size.x, size.y - 26});
}

void draw_revision_preview(Scene &scene, const dialog::Revisions &revisions, const ImVec2 &size) {
    ImGui::BeginChild("##preview", size, ImGuiChildFlags_NavFlattened);
    if (revisions.preview) {
        draw_plan_preview(revisions.preview->plan, size);
    } else if (!revisions.error.empty()) {
        paragraph(revisions.error, {.colour = palette().error}, size.x);
    } else if (revisions.reading) {
        draw_progress(scene, "Reading it", revisions.reading->work.part(), size);
    } else {
        const std::string text = revisions.chosen == 0 ? "Choose a state to look at it." : "Reading it …";
        paragraph(text, {.colour = palette().muted}, size.x);
    }
    ImGui::EndChild();
}

/// Somebody's work from another state: it is not an earlier one, and bringing it back would lose what is here.
bool is_branch(const dialog::Revisions &revisions) {
    const auto row = std::find_if(revisions.rows.begin(), revisions.rows.end(), [&](const auto &r) { return r.key == revisions.chosen; });
    return row != revisions.rows.end() && (row->reason == branchReason || row->reason == refusedReason);
}

void draw_revision_buttons(Scene &scene, const dialog::Revisions &revisions) {
    begin_dialog_foot();
    const bool ready = revisions.preview.has_value();
    const bool branch = is_branch(revisions);
    const float merge = branch ? button_width("Compare and merge", false) + 8 : 0;
    align_right(button_width("Close", false) + button_width("Open as a copy", false) + button_width("Bring it back", false) + 16 + merge);
    if (button("##done", "Close")) {
        scene.dispatch(action::CloseDialog{});
    }
    ImGui::SameLine(0, 8);
    if (button("##copy", "Open as a copy", {.disabled = !ready})) {
        scene.dispatch(action::BringBackRevision{true});
    }
    if (branch) {
        ImGui::SameLine(0, 8);
        if (button("##merge", "Compare and merge", {.disabled = !ready})) {
            scene.dispatch(action::ReceiveRevision{});
        }
    }
    ImGui::SameLine(0, 8);
    if (button("##back", "Bring it back", {.look = Look::primary, .disabled = !ready || !scene.editable, .tooltip = "You can undo it"})) {
        scene.dispatch(action::BringBackRevision{false});
    }
}

} // namespace

void draw_revisions_dialog(Scene &scene, const dialog::Revisions &revisions) {
    const ImVec2 room = dialog_room(scene);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float listWidth = 280;
    ImGui::BeginChild("##revisions", {listWidth, room.y}, ImGuiChildFlags_NavFlattened);
    const semantics::Group group("list", ImGui::GetCurrentWindow()->Rect(), {.role = "listbox", .name = "Earlier states"});
    if (revisions.loading) {
        empty_text("Looking …", listWidth);
    } else if (revisions.rows.empty()) {
        empty_text("No earlier state is kept yet. One is kept when the plan is opened, before an import, and every ten minutes of work.",
                   listWidth - 16);
    }
    for (const platform::RevisionRow &row : revisions.rows) {
        draw_revision_row(scene, row, row.key == revisions.chosen, listWidth - 12);
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x + listWidth + 16, at.y});
    draw_revision_preview(scene, revisions, {room.x - listWidth - 16, room.y});
    draw_revision_buttons(scene, revisions);
}

void draw_quarantine_dialog(Scene &scene, const dialog::Quarantine &quarantine) {
    const ImVec2 room = dialog_room(scene);
    ImGui::BeginChild("##rows", room, ImGuiChildFlags_NavFlattened);
    if (quarantine.loading) {
        empty_text("Looking …", room.x);
    } else if (quarantine.rows.empty()) {
        empty_text("Nothing had to be set aside: everything that is stored here could be read.", room.x);
    }
    for (const platform::QuarantineRow &row : quarantine.rows) {
        ImGui::PushID(static_cast<int>(row.key));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        paragraph(row.why, {.size = type::small + 1}, room.x - 150);
        semantics::at(ImGui::GetID("##why"), {at, {at.x + room.x - 150, ImGui::GetCursorScreenPos().y}}, {.role = "text", .name = row.why});
        line(ago(row.at, platform::utc_now()) + " · " + size_text(row.bytes), {.size = type::small, .colour = palette().muted});
        const float bottom = std::max(ImGui::GetCursorScreenPos().y, at.y + controlHeight) + 12;
        ImGui::SetCursorScreenPos({at.x + room.x - button_width("Save as a file", false), at.y});
        if (button("##save", "Save as a file")) {
            scene.dispatch(action::SaveQuarantined{row.key});
        }
        ImGui::SetCursorScreenPos({at.x, bottom});
        ImGui::Dummy({0, 0});
        ImGui::PopID();
    }
    ImGui::EndChild();
    close_button(scene);
}

void draw_repairs_dialog(Scene &scene) {
    const ImVec2 room = dialog_room(scene);
    ImGui::BeginChild("##repairs", room, ImGuiChildFlags_NavFlattened);
    const RepairReport nothing;
    const RepairReport &report = scene.state.open ? scene.state.open->repairs : nothing;
    const auto list = [&](const std::vector<std::string> &sentences, std::size_t more) {
        for (const std::string &sentence : sentences) {
            paragraph("•  " + sentence, {.size = type::small + 1}, room.x - 16);
            semantics::at(ImGui::GetID(sentence.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                          {.role = "listitem", .name = sentence});
            gap(8);
        }
        if (more > 0) {
            line("And " + std::to_string(more) + " more.", {.size = type::small + 1, .colour = palette().muted});
        }
    };
    if (report.sentences.empty() && report.kept.empty()) {
        empty_text("Nothing had to be mended.", room.x);
    }
    list(report.sentences, report.more);
    if (!report.kept.empty()) {
        gap(12);
        line("Kept as it was", {.strong = true});
        gap(8);
        list(report.kept, report.moreKept);
    }
    ImGui::EndChild();
    close_button(scene);
}

void draw_file_changed_dialog(Scene &scene, const dialog::FileChanged &changed) {
    const std::string text = "Somebody else, or another program, has written to " + quoted(changed.name) +
                             " since it was opened or saved here. It is as they left it: nothing has been saved yet.";
    paragraph(text, {}, dialog_room(scene).x);
    semantics::at(ImGui::GetID("##text"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "status", .name = text});
    begin_dialog_foot();
    begin_at_edge();
    if (button("##overwrite", "Overwrite it", {.look = Look::ghost, .tooltip = "What they wrote is lost"})) {
        scene.dispatch(action::AnswerFileChanged{true});
    }
    ImGui::SameLine();
    const std::string another = "Save as another file…";
    const std::string look = "Look at what they changed";
    align_right(button_width(another, false) + 8 + button_width(look, false));
    if (button("##another", another)) {
        scene.dispatch(action::CloseDialog{});
        scene.dispatch(action::SaveFile{true});
    }
    ImGui::SameLine(0, 8);
    if (button("##look", look, {.look = Look::primary})) {
        scene.dispatch(action::AnswerFileChanged{false});
    }
}

} // namespace fullcourt::ui
