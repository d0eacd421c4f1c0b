// The library: plans that are kept here, new ones, deleted ones, and in one sentence how they are kept.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "io/templates.h"
#include "ui/fades.h"
#include "ui/guide.h"
#include "ui/icons.h"
#include "ui/key_hints.h"
#include "ui/scene.h"
#include "ui/section.h"
#include "ui/shortcuts.h"
#include "ui/words.h"

namespace fullcourt::ui {
namespace {

constexpr float plansWidest = 880;
constexpr float plansRowHeight = 60;

void draw_storage(const Scene &scene, float width) {
    const bool bad = scene.state.storage == StorageState::unavailable;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string text = storage_sentence(scene.state);
    const TextStyle style{.size = type::small, .colour = bad ? palette().error : palette().muted};
    const float height = wrapped_height(text, style, width - 48) + 16;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, bad ? palette().errorSoft : palette().canvas, 8);
    draw_icon(list, {at.x + 20, at.y + 18}, bad ? icon::cloudOff : icon::shieldCheck, 16, style.colour);
    draw_wrapped(list, {at.x + 38, at.y + 8}, text, style, width - 48);
    semantics::at(ImGui::GetID("##storage"), {at, {at.x + width, at.y + height}}, {.role = "status", .name = text});
    ImGui::Dummy({width, height});
}

void draw_heading(const std::string &text, float size = type::body) {
    line(text, {.size = size, .strong = true});
    semantics::at(ImGui::GetID(text.c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "heading", .name = text});
}

/// A card to start from; true when it was chosen.
bool draw_plans_card(const char *id, const char *icon, const std::string &title, const std::string &text, float width) {
    ImGui::PushID(id);
    // The longest text takes two lines, on a narrow page three; all cards are alike.
    constexpr float narrowest = 280;
    const float height = width < narrowest ? 104 : 84;
    const bool clicked = ImGui::InvisibleButton("##card", {width, height}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, ImGui::IsItemHovered() ? palette().hover : palette().surface, 8);
    list.AddRect(box.Min, box.Max, palette().outline, 8);
    draw_icon(list, {box.Min.x + 26, box.Min.y + 26}, icon, 20, palette().accentText);
    draw_line(list, {{box.Min.x + 46, box.Min.y + 14}, {box.Max.x - 12, box.Min.y + 38}}, title, {.strong = true});
    const float wrap = box.GetWidth() - 46 - 14;
    list.PushClipRect(box.Min, {box.Max.x, box.Max.y - 4}, true);
    draw_wrapped(list, {box.Min.x + 46, box.Min.y + 38}, text, {.size = type::small, .colour = palette().muted}, wrap);
    list.PopClipRect();
    focus_ring(box, ImGui::GetItemID(), 8);
    semantics::item({.role = "button", .name = title, .description = text});
    ImGui::PopID();
    return clicked;
}

/// Nothing is kept yet: somebody is here for the first time.
bool is_first_visit(const Scene &scene) { return plans_of(scene.state, false).empty(); }

void draw_example_card(Scene &scene, float width) {
    if (draw_plans_card("reference", icon::bookOpen, "See a complete example",
                        "A whole operating model, with what is still unsettled in it.", width)) {
        if (scene.state.open && scene.state.open->persistence.example) {
            scene.dispatch(action::Show{View::overview});
        } else {
            scene.dispatch(action::StartFrom{"reference", false});
            scene.dispatch(action::Show{View::overview});
        }
    }
}

void draw_new(Scene &scene, float width) {
    const float each = std::floor((width - 12) / 2);
    draw_example_card(scene, each);
    ImGui::SameLine(0, 12);
    if (draw_plans_card("paste", icon::clipboardPaste, "Paste the RACI you have",
                        "From a spreadsheet, with its headings. What is unclear in it shows at once.", each)) {
        offer_guide(scene);
        scene.dispatch(action::TypePasteGrid{true});
    }
    gap(12);
    if (draw_plans_card("blank", icon::filePlus, "Blank plan", "Step by step, from the roles to the numbers both sides sign.", each)) {
        offer_guide(scene);
        scene.dispatch(action::StartFrom{"blank", false});
    }
    ImGui::SameLine(0, 12);
    const std::string kinds = "A plan file, or a grid as CSV";
    if (draw_plans_card("open", icon::folderOpen, "Open a file or a link",
                        names_keys() ? kinds + ": chosen, or dropped here. A link is pasted with " + key_text(Command::paste) + "."
                                     : kinds + ". A link opens where it is tapped.",
                        each)) {
        scene.dispatch(action::OpenFile{});
    }
}

void draw_template(Scene &scene, const TemplateInfo &info, float width) {
    const Row row = begin_row("template-" + info.name, info.title, {.width = width, .height = 48, .description = info.summary});
    if (row.clicked) {
        offer_guide(scene);
        scene.dispatch(action::StartFrom{info.name, false});
        scene.dispatch(action::Show{View::overview});
    }
    draw_icon(*row.list, {row.box.Min.x + 22, row.box.GetCenter().y}, icon::fileText, 17, palette().muted);
    draw_line(*row.list, {{row.box.Min.x + 46, row.box.Min.y + 5}, {row.box.Max.x - 12, row.box.GetCenter().y + 1}}, info.title,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 46, row.box.GetCenter().y}, {row.box.Max.x - 12, row.box.Max.y - 5}}, info.summary,
              {.size = type::small, .colour = palette().muted});
}

std::vector<platform::IndexRow> rows_of(const Scene &scene, bool templates) {
    std::vector<platform::IndexRow> rows = plans_of(scene.state, false);
    std::erase_if(rows, [&](const platform::IndexRow &row) { return is_template(PlanId(row.plan)) != templates; });
    return rows;
}

/// A template of one's own: a click starts a plan from it.
void draw_own_template(Scene &scene, const platform::IndexRow &row, float width) {
    const std::string title = row.title.empty() ? "Untitled template" : row.title;
    ImGui::PushID(row.plan.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float buttons = 2 * (controlHeight + 2) + 8;
    ImGui::SetNextItemAllowOverlap();
    const Row drawn = begin_row("own-template", title, {.width = width, .height = 48, .description = "Your own template"});
    if (drawn.clicked) {
        scene.dispatch(action::Duplicate{PlanId(row.plan)});
        scene.dispatch(action::Show{View::overview});
    }
    draw_icon(*drawn.list, {drawn.box.Min.x + 22, drawn.box.GetCenter().y}, icon::fileText, 17, palette().accentText);
    draw_line(*drawn.list, {{drawn.box.Min.x + 46, drawn.box.Min.y + 5}, {drawn.box.Max.x - buttons - 8, drawn.box.GetCenter().y + 1}},
              title, {.size = type::small + 1, .strong = true});
    draw_line(*drawn.list, {{drawn.box.Min.x + 46, drawn.box.GetCenter().y}, {drawn.box.Max.x - 12, drawn.box.Max.y - 5}},
              "Your own template", {.size = type::small, .colour = palette().muted});
    ImGui::SetCursorScreenPos({at.x + width - buttons, at.y + 8});
    if (icon_button("##edit", icon::pencil, "Edit the template " + title, {.tooltip = "Open the template itself"})) {
        scene.dispatch(action::Open{PlanId(row.plan)});
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##delete", icon::trash2, "Delete the template " + title, {.tooltip = "Delete; you can undo it"})) {
        scene.dispatch(action::Delete{PlanId(row.plan)});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 50});
    ImGui::PopID();
}

/// One for each organisation model and each scaling stage.
void draw_templates(Scene &scene, float width) {
    PlansScratch &scratch = scene.scratch.plans;
    constexpr std::size_t withCards = 2; // the example and the blank plan
    gap(8);
    for (const platform::IndexRow &row : rows_of(scene, true)) {
        draw_own_template(scene, row, width);
    }
    if (button("##templates", "Start from a model or a stage (" + std::to_string(template_count() - withCards) + ")",
               {.icon = scratch.showTemplates ? icon::chevronDown : icon::chevronRight,
                .look = Look::quiet,
                .expanded = scratch.showTemplates})) {
        scratch.showTemplates = !scratch.showTemplates;
    }
    if (!scratch.showTemplates) {
        return;
    }
    // Read when somebody wants to see them, and not while the page starts.
    if (scratch.templates.empty()) {
        scratch.templates = templates();
        std::erase_if(scratch.templates, [](const TemplateInfo &info) { return info.name == "reference" || info.name == "blank"; });
    }
    for (const TemplateInfo &info : scratch.templates) {
        draw_template(scene, info, width);
    }
}

void draw_welcome(float width) {
    draw_heading("Settle how marketing and sales work together", 28);
    gap(8);
    paragraph("In 90 minutes a room agrees who does what, who decides, what happens in a conflict, when you meet and which numbers both "
              "sides sign. Fullcourt shows where the parts contradict each other, and you settle them one at a time.",
              {.size = type::title, .colour = palette().muted}, std::min(width, 880.0F));
    gap(12);
    paragraph("You leave with the decisions, who sees to each, the dates of the first meetings, and a plan to send.",
              {.size = type::body, .colour = palette().muted}, std::min(width, 760.0F));
}

void draw_rename_field(Scene &scene, const platform::IndexRow &row, const ImRect &box) {
    PlansScratch &scratch = scene.scratch.plans;
    ImGui::SetCursorScreenPos({box.Min.x + 46, box.GetCenter().y - controlHeight / 2});
    const bool first = !scratch.started;
    scratch.started = true;
    const FieldEvent event = text_field("##title", "Plan name", scratch.title,
                                        {.width = std::min(420.0F, box.GetWidth() - 300), .strong = true, .takeFocus = first});
    if (event.left && !trimmed(scratch.title).empty() && scratch.title != row.title) {
        scene.dispatch(action::Rename{PlanId(row.plan), scratch.title});
    }
    if (event.left || event.cancelled) {
        scratch.renaming.clear();
    }
}

/// Of the open plan as it is now: the library hears of a new name once it is written.
std::string row_title(const Scene &scene, const platform::IndexRow &row) {
    const bool open = scene.state.open && scene.state.open->id.text == row.plan;
    const std::string &title = open ? scene.plan().about->title : row.title;
    return title.empty() ? "Untitled plan" : title;
}

void draw_row_buttons(Scene &scene, const platform::IndexRow &row, const ImRect &box) {
    const PlanId plan(row.plan);
    ImGui::SetCursorScreenPos({box.Max.x - 3 * (controlHeight + 2) - 8, box.GetCenter().y - controlHeight / 2});
    if (icon_button("##rename", icon::pencil, "Rename " + row_title(scene, row), {.tooltip = "Rename"})) {
        scene.scratch.plans.renaming = row.plan;
        scene.scratch.plans.title = row_title(scene, row);
        scene.scratch.plans.started = false;
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##duplicate", icon::copy, "Duplicate " + row_title(scene, row), {.tooltip = "Duplicate"})) {
        scene.dispatch(action::Duplicate{plan});
    }
    ImGui::SameLine(0, 2);
    if (icon_button("##delete", icon::trash2, "Delete " + row_title(scene, row), {.tooltip = "Delete; you can undo it"})) {
        scene.dispatch(action::Delete{plan});
    }
}

void draw_row_text(const Scene &scene, const platform::IndexRow &row, const ImRect &box, const std::string &title,
                   const std::string &details) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool open = scene.state.open && scene.state.open->id.text == row.plan;
    draw_icon(list, {box.Min.x + 22, box.GetCenter().y}, icon::table2, 17, open ? palette().accentText : palette().muted);
    const float right = box.Max.x - 140;
    draw_line(list, {{box.Min.x + 46, box.Min.y + 9}, {right, box.Min.y + 31}}, title, {.strong = true});
    draw_line(list, {{box.Min.x + 46, box.Min.y + 31}, {right, box.Min.y + 50}}, details, {.size = type::small, .colour = palette().muted});
}

std::string row_details(const Scene &scene, const platform::IndexRow &row) {
    const bool open = scene.state.open && scene.state.open->id.text == row.plan;
    const std::string when = ago(row.savedAt, platform::utc_now());
    return (open ? "Open now · " : "") + (when.empty() ? std::string() : "Changed " + when) +
           (row.bytes == 0 ? std::string() : " · " + size_text(row.bytes));
}

void draw_plan_row(Scene &scene, const platform::IndexRow &row, float width) {
    ImGui::PushID(row.plan.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + width, at.y + plansRowHeight});
    const std::string title = row_title(scene, row);
    const std::string details = row_details(scene, row);
    const semantics::Group group("plan", box, {.role = "listitem", .name = title});
    if (scene.scratch.plans.renaming == row.plan) {
        draw_rename_field(scene, row, box);
    } else {
        ImGui::SetNextItemAllowOverlap();
        if (ImGui::InvisibleButton("##open", {width, plansRowHeight}, ImGuiButtonFlags_EnableNav)) {
            scene.dispatch(action::Open{PlanId(row.plan)});
        }
        if (ImGui::IsItemHovered()) {
            ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, palette().hover, 8);
        }
        focus_ring(box, ImGui::GetItemID(), 8);
        semantics::item({.role = "button", .name = "Open " + title, .description = details});
        draw_row_text(scene, row, box, title, details);
    }
    draw_row_buttons(scene, row, box);
    ImGui::SetCursorScreenPos({at.x, at.y + plansRowHeight});
    hairline_across(*ImGui::GetWindowDrawList(), at.x, box.Max.x, box.Max.y - 1);
    ImGui::PopID();
}

void draw_example_row(Scene &scene, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + width, at.y + plansRowHeight});
    if (ImGui::InvisibleButton("##example", {width, plansRowHeight}, ImGuiButtonFlags_EnableNav)) {
        scene.dispatch(action::Show{View::raci});
    }
    if (ImGui::IsItemHovered()) {
        ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, palette().hover, 8);
    }
    focus_ring(box, ImGui::GetItemID(), 8);
    const std::string &title = scene.plan().about->title;
    semantics::item({.role = "button", .name = "Open " + title});
    platform::IndexRow row;
    row.plan = scene.state.open->id.text;
    draw_row_text(scene, row, box, title, save_sentence(scene.state));
}

void draw_plans_list(Scene &scene, float width) {
    const std::vector<platform::IndexRow> rows = rows_of(scene, false);
    const bool example = scene.state.open && scene.state.open->persistence.example;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("plans", {at, {at.x + width, at.y + plansRowHeight * static_cast<float>(rows.size())}},
                                 {.role = "list", .name = "Your plans"});
    if (example) {
        draw_example_row(scene, width);
    }
    for (const platform::IndexRow &row : rows) {
        draw_plan_row(scene, row, width);
    }
    if (rows.empty() && !example) {
        gap(12);
        line("No plans yet. Start one above.", {.colour = palette().muted});
        gap(12);
    }
}

void draw_deleted_row(Scene &scene, const platform::IndexRow &row, float width) {
    ImGui::PushID(row.plan.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + width, at.y + 52});
    const semantics::Group group("deleted", box, {.role = "listitem", .name = row.title});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {{at.x + 46, at.y + 6}, {box.Max.x - 280, at.y + 28}}, row.title, {.size = type::small + 1});
    draw_line(list, {{at.x + 46, at.y + 28}, {box.Max.x - 280, at.y + 46}}, "Deleted " + ago(row.deletedAt, platform::utc_now()),
              {.size = type::small, .colour = palette().muted});
    const float bring = button_width("Bring back", true);
    const float erase = button_width("Erase for good", true);
    ImGui::SetCursorScreenPos({box.Max.x - bring - erase - 20, at.y + 10});
    if (button("##bring", "Bring back", {.icon = icon::rotateCcw, .look = Look::ghost, .description = row.title})) {
        scene.dispatch(action::BringBack{PlanId(row.plan)});
    }
    ImGui::SameLine(0, 8);
    if (button("##erase", "Erase for good",
               {.icon = icon::trash2, .look = Look::quiet, .tooltip = "This cannot be undone", .description = row.title})) {
        scene.dispatch(action::Erase{PlanId(row.plan)});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 52});
    ImGui::PopID();
}

void draw_deleted(Scene &scene, float width) {
    const std::vector<platform::IndexRow> rows = plans_of(scene.state, true);
    if (rows.empty()) {
        return;
    }
    bool &shown = scene.scratch.plans.showDeleted;
    gap(20);
    if (button("##deleted", "Deleted (" + std::to_string(rows.size()) + ")",
               {.icon = shown ? icon::chevronDown : icon::chevronRight, .look = Look::quiet, .expanded = shown})) {
        shown = !shown;
    }
    if (shown) {
        for (const platform::IndexRow &row : rows) {
            draw_deleted_row(scene, row, width);
        }
    }
}

void draw_recent_file(Scene &scene, const platform::RecentFile &file, float width) {
    ImGui::PushID(static_cast<int>(file.key));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string when = ago(file.at, platform::utc_now());
    const std::string details = file.reopens ? when : when + " · choose it again to open it";
    const Row row = begin_row("recent-file", file.name,
                              {.width = width - controlHeight - 10, .height = 48, .groundWidth = width, .description = details});
    if (row.clicked) {
        scene.dispatch(file.reopens ? Action(action::OpenRecentFile{file.key}) : Action(action::OpenFile{}));
    }
    draw_icon(*row.list, {row.box.Min.x + 26, row.box.GetCenter().y}, icon::fileText, 18, palette().muted);
    draw_line(*row.list, {{row.box.Min.x + 48, row.box.Min.y + 5}, {row.box.Max.x - 12, row.box.GetCenter().y + 1}}, file.name,
              {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 48, row.box.GetCenter().y}, {row.box.Max.x - 12, row.box.Max.y - 5}}, details,
              {.size = type::small, .colour = palette().muted});
    ImGui::SetCursorScreenPos({at.x + width - controlHeight - 2, at.y + 8});
    if (icon_button("##forget", icon::x, "Forget " + file.name, {.tooltip = "Take it off this list; the file stays"})) {
        scene.dispatch(action::ForgetRecentFile{file.key});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + 50});
    ImGui::PopID();
}

void draw_recent_files(Scene &scene, float width) {
    if (scene.state.recentFiles.empty()) {
        return;
    }
    gap(24);
    draw_heading("Recent files");
    gap(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("recent-files", {at, {at.x + width, at.y + 50 * static_cast<float>(scene.state.recentFiles.size())}},
                                 {.role = "list", .name = "Recent files"});
    for (const platform::RecentFile &file : scene.state.recentFiles) {
        draw_recent_file(scene, file, width);
    }
}

/// The way back into the plan that was changed last, above everything that begins another.
void draw_continue(Scene &scene, float width) {
    const std::vector<platform::IndexRow> rows = rows_of(scene, false);
    if (rows.empty()) {
        return;
    }
    const platform::IndexRow &row = rows.front();
    const std::string title = row_title(scene, row);
    if (draw_plans_card("continue", icon::arrowRight, "Go on with " + quoted(title), row_details(scene, row), width)) {
        if (scene.state.open && scene.state.open->id.text == row.plan) {
            scene.dispatch(action::Show{View::overview});
        } else {
            scene.dispatch(action::Open{PlanId(row.plan)});
        }
    }
    gap(20);
}

void draw_content(Scene &scene, float width) {
    if (is_first_visit(scene)) {
        draw_welcome(width);
        gap(24);
        draw_heading("What do you want to do?");
        gap(10);
    } else {
        draw_heading("Plans", type::heading);
        gap(16);
        draw_continue(scene, width);
        draw_heading("Start a new plan");
        gap(10);
    }
    draw_new(scene, width);
    draw_templates(scene, width);
    gap(20);
    draw_storage(scene, width);
    gap(24);
    draw_heading("Your plans");
    gap(8);
    draw_plans_list(scene, width);
    draw_recent_files(scene, width);
    draw_deleted(scene, width);
    gap(20);
    if (scene.state.setAside && button("##quarantine", "What was set aside as unreadable", {.icon = icon::fileText, .look = Look::quiet})) {
        scene.dispatch(action::ShowQuarantine{});
    }
    gap(32);
}

} // namespace

void draw_plans(Scene &scene) {
    const ImVec2 size = ImGui::GetContentRegionAvail();
    ImGui::BeginChild("##plans", size, ImGuiChildFlags_NavFlattened);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("main", ImGui::GetCurrentWindow()->Rect(), {.role = "main", .name = "Plans"});
    const float width = std::min(plansWidest, size.x - 64);
    ImGui::SetCursorScreenPos({at.x + std::max(32.0F, (size.x - width) / 2), at.y + 28});
    ImGui::BeginGroup();
    if (takes_focus(scene, Region::main)) {
        ImGui::SetKeyboardFocusHere();
    }
    const ArrowsWithin arrows(scene, Region::main);
    draw_content(scene, width);
    ImGui::EndGroup();
    ImGui::EndChild();
    fade_scrolled(palette().surface);
}

} // namespace fullcourt::ui
