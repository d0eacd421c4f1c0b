#include "ui/section.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/reference_parts.h"
#include "base/text.h"
#include "ui/fades.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/terms.h"

namespace fullcourt::ui {
namespace {

constexpr float emptyStateWords = 60; ///< they stand so far beside its icon, and what can be done stands under them

constexpr float sectionHeadHeight = 64;
constexpr float columnHeadHeight = 26;

void draw_loading(const ImVec2 &size, const std::string &text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + size.x, at.y + size.y * 0.8F}}, text, {.colour = palette().muted}, Align::middle);
    semantics::at(ImGui::GetID("##loading"), {at, {at.x + size.x, at.y + size.y}}, {.role = "status", .name = text});
}

/// Gives its height.
float draw_head(Scene &scene, const SectionPage &page, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float switchRoom = page.panel && room_of_panel(scene) == 0 ? panel_switch_width(scene) + 8 : 0;
    // The buttons end where the body ends.
    const float bodyEnd = at.x + width - bodyInset - ImGui::GetStyle().ScrollbarSize + 8;
    const float right = bodyEnd - page.actionsWidth - switchRoom;
    const ImRect title({at.x + bodyInset, at.y + 10}, {right, at.y + 34});
    draw_line(list, title, page.title, {.size = type::title, .strong = true});
    semantics::at(ImGui::GetID("##head"), title, {.role = "heading", .name = page.title});
    const float termsLeft = title.Min.x + text_size(page.title, {.size = type::title, .strong = true}).x + 4;
    if (termsLeft + termsButtonSize < right) {
        ImGui::SetCursorScreenPos({termsLeft, title.GetCenter().y - termsButtonSize / 2});
        terms_button(page.view);
    }
    const TextStyle purpose{.size = type::small, .colour = palette().muted};
    const float purposeRoom = std::max(160.0F, right - 12 - title.Min.x);
    draw_wrapped(list, {title.Min.x, at.y + 37}, page.purpose, purpose, purposeRoom);
    semantics::at(ImGui::GetID("##purpose"),
                  {{title.Min.x, at.y + 37}, {title.Min.x + purposeRoom, at.y + 37 + wrapped_height(page.purpose, purpose, purposeRoom)}},
                  {.role = "text", .name = page.purpose});
    const float more = wrapped_height(page.purpose, purpose, purposeRoom) - wrapped_height("One line", purpose, purposeRoom);
    if (page.actions) {
        ImGui::SetCursorScreenPos({right, at.y + 14});
        page.actions(scene);
    }
    if (page.panel) {
        draw_panel_switch(scene, {at.x + width - bodyInset - ImGui::GetStyle().ScrollbarSize + 8, at.y + 14});
    }
    return sectionHeadHeight + std::max(0.0F, more);
}

void draw_body(Scene &scene, const SectionPage &page, const ImVec2 &size) {
    ImGui::BeginChild(("##body-" + page.title).c_str(), size, ImGuiChildFlags_NavFlattened);
    ImGui::SetCursorPos({bodyInset, 0});
    ImGui::BeginGroup();
    // The keyboard goes to the row that is chosen, else to what stands first.
    if (!std::exchange(scene.scratch.chosenRowShown, false)) {
        focus_next_item(scene, Region::main);
    }
    page.body(scene, size.x - 2 * bodyInset - ImGui::GetStyle().ScrollbarSize + 8);
    if (!page.fillsRoom) {
        gap(32);
    }
    ImGui::EndGroup();
    ImGui::EndChild();
}

void draw_heads_at(std::span<const ColumnHead> columns, const ImVec2 &at) {
    float x = at.x + 12;
    for (const ColumnHead &column : columns) {
        if (!column.name.empty()) {
            draw_line(*ImGui::GetWindowDrawList(), {{x, at.y}, {x + column.width - 8, at.y + 24}}, column.name,
                      {.size = type::tiny, .colour = palette().muted, .strong = true}, column.align);
        }
        x += column.width;
    }
}

std::vector<std::string> names_of(const std::string &text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        const std::string name(trimmed(std::string_view(text).substr(at, end - at)));
        if (!name.empty()) {
            names.push_back(name);
        }
        at = end + 1;
    }
    return names;
}

} // namespace

void draw_nothing_open(Scene &scene, const ImVec2 &size) {
    if (scene.state.storage == StorageState::starting || scene.state.pending) {
        draw_loading(size, "Opening your plan …");
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + size.x / 2 - 180, at.y + size.y * 0.35F});
    ImGui::BeginGroup();
    line("No plan is open", {.size = type::heading, .strong = true});
    gap(10);
    paragraph("Choose one of your plans, or start a new one.", {.colour = palette().muted}, 360);
    gap(20);
    if (button("##to-plans", "Show the plans", {.icon = icon::library, .look = Look::primary})) {
        scene.dispatch(action::Show{View::plans});
    }
    ImGui::EndGroup();
}

void draw_section_page(Scene &scene, const SectionPage &page) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    const semantics::Group group("main", {at, {at.x + size.x, at.y + size.y}}, {.role = "main", .name = page.title});
    if (!scene.state.open) {
        draw_nothing_open(scene, size);
        return;
    }
    const float panel = page.panel ? room_of_panel(scene) : 0;
    {
        const ArrowsWithin arrows(scene, Region::main);
        const float head = draw_head(scene, page, size.x - panel);
        ImGui::SetCursorScreenPos({at.x, at.y + head});
        draw_body(scene, page, {size.x - panel, size.y - head});
        fade_scrolled(palette().surface);
    }
    if (page.panel) {
        draw_panel(scene, {at, {at.x + size.x, at.y + size.y}}, {"Beside: " + page.title, page.section, page.details});
    }
}

void body_heading(const std::string &text, const std::string &besides) {
    const std::string more = capitalised(besides);
    // What stands first has the head's own room above it, in every section.
    if (ImGui::GetCursorPosY() > ImGui::GetCursorStartPos().y) {
        gap(18);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.strong = true};
    const float width = text_size(text, style).x;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect box(at, {at.x + width + 1, at.y + 24});
    draw_line(list, box, text, style);
    const TextStyle quiet{.size = type::small, .colour = palette().muted};
    // To where the window ends; what has no room there stands below.
    const float end = ImGui::GetCurrentWindow()->InnerRect.Max.x - bodyInset;
    const bool below = box.Max.x + 10 + text_size(more, quiet).x > end;
    const float height = below ? 24 + wrapped_height(more, quiet, end - at.x) : 24;
    if (below) {
        draw_wrapped(list, {at.x, at.y + 24}, more, quiet, end - at.x);
    } else {
        draw_line(list, {{box.Max.x + 10, at.y + 1}, {end, at.y + 25}}, more, quiet);
    }
    semantics::at(ImGui::GetID(("##heading-" + text).c_str()), box, {.role = "heading", .name = text, .description = more});
    ImGui::Dummy({width, height + 6});
}

float reaching(float wanted, float width) {
    constexpr float little = 140;
    return wanted + little > width ? width : wanted;
}

void body_text(const std::string &text, float width) {
    paragraph(text, {.size = type::small + 1, .colour = palette().muted}, width);
    semantics::at(ImGui::GetID(("##text-" + text).c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "text", .name = text});
    gap(8);
}

void column_heads(std::span<const ColumnHead> columns) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_heads_at(columns, at);
    float width = 12;
    for (const ColumnHead &column : columns) {
        width += column.width;
    }
    ImGui::Dummy({width, columnHeadHeight});
}

void keep_column_heads(std::span<const ColumnHead> columns, const ImRect &table) {
    const float top = ImGui::GetCurrentWindow()->InnerRect.Min.y;
    if (table.Min.y >= top || table.Max.y < top + 2 * columnHeadHeight) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({table.Min.x, top}, {table.Max.x, top + columnHeadHeight}, palette().surface);
    hairline_across(list, table.Min.x, table.Max.x, top + columnHeadHeight);
    draw_heads_at(columns, {table.Min.x, top});
    const ImRect &inner = ImGui::GetCurrentWindow()->InnerRect;
    keep_still_around({{inner.Min.x, top + columnHeadHeight + 1}, inner.Max});
}

Row begin_row(const std::string &id, const std::string &name, const RowStyle &style) {
    Row row;
    row.clicked = ImGui::InvisibleButton(("##row-" + id).c_str(), {style.width, style.height}, ImGuiButtonFlags_EnableNav);
    row.box = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
    row.list = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (style.chosen || hovered) {
        const float right = std::max(row.box.Max.x, row.box.Min.x + style.groundWidth);
        row.list->AddRectFilled(row.box.Min, {right, row.box.Max.y}, style.chosen ? palette().chosen : palette().hover, rounding);
    }
    // Below the controls beside it, too.
    hairline_across(*row.list, row.box.Min.x, std::max(row.box.Max.x, row.box.Min.x + style.groundWidth), row.box.Max.y);
    focus_ring(row.box, ImGui::GetItemID());
    semantics::item({.role = "button", .name = name, .value = style.value, .description = style.description, .selected = style.chosen});
    ImGui::Dummy({0, 1});
    return row;
}

void choose_item(Scene &scene, View view, const std::string &item) {
    scene.dispatch(action::Choose{view, item});
    scene.scratch.panel.tab = 1;
    scene.scratch.panel.open = true;
    scene.scratch.panel.asked = view;
}

Row item_row(Scene &scene, const SectionPage &page, const std::string &id, const std::string &name, RowStyle style) {
    style.chosen = chosen_item(scene.state, page.view) == id && !style.shownElsewhere;
    if (const Mark *mark = mark_of(scene.derived, page.section, id)) {
        style.description = counted(mark->count, "thing to settle", "things to settle");
    }
    if (style.chosen) {
        focus_next_item(scene, Region::main);
        scene.scratch.chosenRowShown = true;
    }
    const Row row = begin_row(id, name, style);
    if (row.clicked) {
        choose_item(scene, page.view, id);
    }
    return row;
}

float draw_mark(const Scene &scene, PlanSection section, const std::string &item, const ImVec2 &rightMiddle) {
    const Mark *mark = mark_of(scene.derived, section, item);
    if (mark == nullptr) {
        return 0;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImU32 ink = palette().severity(mark->severity);
    constexpr float width = 32; // so that icons stand below each other
    draw_icon(list, {rightMiddle.x - width + 8, rightMiddle.y}, severity_icon(mark->severity), 15, ink);
    if (mark->count > 1) {
        draw_line(list, {{rightMiddle.x - 14, rightMiddle.y - 10}, {rightMiddle.x + 2, rightMiddle.y + 10}}, std::to_string(mark->count),
                  {.size = type::tiny, .colour = ink, .strong = true});
    }
    return width;
}

namespace {

constexpr float smallLabelHeight = 20;
constexpr float labelsApart = 4;
constexpr float moreLabelsWidth = 30; ///< of "+2"

float label_width(const std::string &label) { return text_size(label, {.size = type::tiny}).x + 14; }

/// How many stand in each line.
std::vector<std::size_t> label_lines(const std::vector<std::string> &labels, float room) {
    std::vector<std::size_t> lines;
    float x = 0;
    for (const std::string &label : labels) {
        const float width = label_width(label);
        if (lines.empty() || x + width > room) {
            lines.push_back(0);
            x = 0;
        }
        ++lines.back();
        x += width + labelsApart;
    }
    return lines;
}

float height_of_lines(std::size_t lines) { return static_cast<float>(lines) * (smallLabelHeight + labelsApart) - labelsApart; }

} // namespace

float labels_height(const std::vector<std::string> &labels, float width) {
    return labels.empty() ? smallLabelHeight : height_of_lines(label_lines(labels, width).size());
}

void draw_labels(ImDrawList &list, const ImRect &box, const std::vector<std::string> &labels, const std::string &nothing) {
    if (labels.empty()) {
        draw_line(list, box, nothing, {.size = type::small, .colour = palette().muted});
        return;
    }
    std::vector<std::size_t> lines = label_lines(labels, box.GetWidth());
    const auto fit = static_cast<std::size_t>(std::max(1.0F, (box.GetHeight() + labelsApart) / (smallLabelHeight + labelsApart)));
    const bool cut = lines.size() > fit;
    lines.resize(std::min(lines.size(), fit));
    float y = std::round(box.GetCenter().y - height_of_lines(lines.size()) / 2);
    std::size_t next = 0;
    for (std::size_t row = 0; row < lines.size(); ++row, y += smallLabelHeight + labelsApart) {
        const bool ends = cut && row + 1 == lines.size(); // the rest is counted here
        float x = box.Min.x;
        for (std::size_t i = 0; i < lines[row]; ++i, ++next) {
            const float width = label_width(labels[next]);
            if (ends && i > 0 && x + width + moreLabelsWidth > box.Max.x) {
                break;
            }
            const ImRect label({x, y}, {std::min(x + width, box.Max.x - (ends ? moreLabelsWidth : 0)), y + smallLabelHeight});
            list.AddRectFilled(label.Min, label.Max, palette().hover, smallLabelHeight / 2);
            list.AddRect(label.Min, label.Max, palette().line, smallLabelHeight / 2); // seen on a chosen row as well
            draw_line(list, {{label.Min.x + 7, y}, {label.Max.x - 5, y + smallLabelHeight}}, labels[next], {.size = type::tiny});
            x += width + labelsApart;
        }
        if (ends) {
            draw_line(list, {{x, y}, {box.Max.x, y + smallLabelHeight}}, "+" + std::to_string(labels.size() - next),
                      {.size = type::tiny, .colour = palette().muted, .strong = true});
        }
    }
}

Draft &added_draft(Scene &scene, const std::string &id) { return scene.scratch.drafts[std::string(addedDraft) + id]; }

std::vector<std::string> add_field(Scene &scene, const std::string &id, const std::string &name, const std::string &hint, float width) {
    gap(8);
    Draft &draft = added_draft(scene, id);
    const auto text =
        entry_field(("##add-" + id).c_str(), name, draft,
                    {.hint = hint.c_str(), .width = reaching(420, width), .size = type::small + 1, .disabled = !scene.editable});
    return text ? names_of(*text) : std::vector<std::string>();
}

UnderEmptyState::UnderEmptyState(bool empty) : m_empty(empty) {
    if (m_empty) {
        gap(8);
        ImGui::Indent(emptyStateWords);
    }
}

UnderEmptyState::~UnderEmptyState() {
    if (m_empty) {
        ImGui::Unindent(emptyStateWords);
    }
}

float UnderEmptyState::room_of(float width) const { return m_empty ? width - emptyStateWords : width; }

void draw_empty_state(const EmptyState &state, float width) {
    gap(36);
    constexpr float words = emptyStateWords;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled({at.x + 22, at.y + 22}, 22, palette().hover);
    draw_icon(list, {at.x + 22, at.y + 22}, state.icon, 20, palette().accentText);
    ImGui::SetCursorScreenPos({at.x + words, at.y});
    ImGui::BeginGroup();
    paragraph(state.title, {.strong = true}, std::min(width - words, 520.0F));
    semantics::at(ImGui::GetID(("##empty-" + state.title).c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "heading", .name = state.title});
    gap(2);
    paragraph(state.text, {.size = type::small + 1, .colour = palette().muted}, std::min(width - words, 520.0F));
    semantics::at(ImGui::GetID(("##empty-text-" + state.title).c_str()), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
                  {.role = "text", .name = state.text});
    ImGui::EndGroup();
    gap(12);
    ImGui::SetCursorScreenPos({at.x + words, ImGui::GetCursorScreenPos().y});
}

void draw_reference_offer(Scene &scene, PlanSection section, const std::string &label) {
    if (button("##reference", label,
               {.icon = icon::wandSparkles,
                .look = Look::primary,
                .disabled = !scene.editable,
                .tooltip = "From the reference model, with the roles of this plan; one step of undo takes them away again"})) {
        scene.edit(begin_with_reference(scene.plan(), section));
    }
}

} // namespace fullcourt::ui
