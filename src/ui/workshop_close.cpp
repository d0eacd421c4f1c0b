// The two ends of a workshop: where the gaps are, and what goes out of the room.
#include <algorithm>
#include <array>
#include <utility>

#include "base/date.h"
#include "base/date_words.h"
#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/fades.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float namingInset = 12; ///< so far a line that can be opened reaches beyond its words

struct Page {
    ImVec2 at;
    float width = 0;
    float rowHeight = 36;
    float made = reading; ///< size of what was settled: smaller where it takes two lines
};

constexpr float lowestRow = 38;     ///< hardly higher than the buttons in it
constexpr float highestRow = 48;    ///< has air around them
constexpr float twoLines = 52;      ///< of what was settled, where one does not hold it
constexpr float headingRow = 44;    ///< above the meetings
constexpr float countsWidest = 460; ///< a count stands in sight of what it counts
constexpr float sendingHeight = 64; ///< the buttons under the rows, with the air around them

Page page_of(const ImRect &room) {
    const float width = std::min(roomWidest, room.GetWidth() - 2 * roomInset);
    return {{room.Min.x + (room.GetWidth() - width) / 2, room.Min.y + 40}, width};
}

void draw_headline(Page &page, const std::string &text) {
    const TextStyle style{.size = headline, .strong = true};
    draw_wrapped(*ImGui::GetWindowDrawList(), page.at, text, style, page.width);
    const float height = wrapped_height(text, style, page.width);
    semantics::at(ImGui::GetID(text.c_str()), {page.at, {page.at.x + page.width, page.at.y + height}}, {.role = "heading", .name = text});
    page.at.y += height + 20;
}

void draw_reading(Page &page, const std::string &text, const std::string &value, ImU32 ink = 0) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect box(page.at, {page.at.x + page.width, page.at.y + page.rowHeight});
    draw_line(list, {box.Min, {box.Max.x - 220, box.Max.y}}, text, {.size = reading});
    draw_line(list, {{box.Max.x - 212, box.Min.y}, box.Max}, value, {.size = reading, .colour = ink, .strong = true}, Align::right);
    hairline_across(list, box.Min.x, box.Max.x, box.Max.y);
    semantics::at(ImGui::GetID((text + value).c_str()), box, {.role = "text", .name = text, .value = value});
    page.at.y += page.rowHeight + 2;
}

/// What no step asks, in one quiet line.
void draw_besides(Page &page, const std::string &text) {
    const TextStyle style{.size = type::title, .colour = palette().muted};
    page.at.y += 8;
    draw_wrapped(*ImGui::GetWindowDrawList(), page.at, text, style, page.width);
    const float height = wrapped_height(text, style, page.width);
    semantics::at(ImGui::GetID("##besides"), {page.at, {page.at.x + page.width, page.at.y + height}}, {.role = "text", .name = text});
    page.at.y += height + 8;
}

std::vector<LogEntryId> settled_today(const Scene &scene) {
    const std::string today = to_text(platform::today());
    std::vector<LogEntryId> ids = ordered(scene.plan().records->log);
    std::erase_if(ids, [&](const LogEntryId &id) { return scene.plan().records->log.at(id).on != today; });
    return ids;
}

std::string owner_words(const Scene &scene, const LogEntry &entry) {
    const Role *owner = find(scene.plan().organisation->roles, entry.owner);
    const std::string who = owner == nullptr ? std::string("nobody yet") : head_name(*owner);
    return who + (entry.due.empty() ? "" : ", " + short_date_words(entry.due));
}

/// The first day after today on which the meeting can be held.
std::string first_date(const Meeting &meeting) {
    if (meeting.weekday == Weekday::none) {
        return "no day set";
    }
    const Date today = platform::today();
    for (int days = 1; days <= 7; ++days) {
        const Date date = date_after(today, days);
        if (weekday_of(date) == static_cast<int>(meeting.weekday)) {
            return short_date_words(date);
        }
    }
    return "no day set";
}

void draw_meetings_heading(Page &page) {
    const std::string text = "When we meet first";
    const ImRect box(page.at, {page.at.x + page.width, page.at.y + headingRow});
    draw_line(*ImGui::GetWindowDrawList(), {{box.Min.x, box.Min.y + 10}, box.Max}, text,
              {.size = type::title, .colour = palette().muted, .strong = true});
    semantics::at(ImGui::GetID("##meetings"), box, {.role = "heading", .name = text});
    page.at.y = box.Max.y;
}

/// The date of the first one; where no day is set, the room picks it here.
void draw_first_date(Scene &scene, Page &page, const MeetingId &id, const Meeting &meeting) {
    const ImVec2 at = page.at;
    const bool open = meeting.weekday == Weekday::none;
    const std::string name = meeting.name.empty() ? "Unnamed" : meeting.name;
    draw_reading(page, name, open ? std::string() : first_date(meeting), palette().muted);
    if (!open) {
        return;
    }
    constexpr std::array<std::pair<const char *, Weekday>, 5> days = {{{"Mon", Weekday::monday},
                                                                       {"Tue", Weekday::tuesday},
                                                                       {"Wed", Weekday::wednesday},
                                                                       {"Thu", Weekday::thursday},
                                                                       {"Fri", Weekday::friday}}};
    ImGui::PushID(id.text.c_str());
    float x = at.x + page.width - 5 * 56 + 4;
    // The days speak for themselves where a long name leaves no room.
    if (at.x + text_size(name, {.size = reading}).x < x - 124) {
        draw_line(*ImGui::GetWindowDrawList(), {{x - 140, at.y}, {x - 12, at.y + page.rowHeight}}, "On which day?",
                  {.colour = palette().muted}, Align::right);
    }
    for (const auto &[dayName, day] : days) {
        ImGui::SetCursorScreenPos({x, at.y + (page.rowHeight - controlHeight) / 2});
        x += 56;
        if (button(dayName, dayName, {.width = 52, .disabled = !scene.editable, .description = name})) {
            Meeting changed = meeting;
            changed.weekday = day;
            scene.edit(change_meeting(scene.plan(), id, changed));
        }
    }
    ImGui::PopID();
}

float owner_width(const Scene &scene, const LogEntry &entry, float width) {
    return std::min(text_size(owner_words(scene, entry), {.size = reading, .strong = true}).x + 2, width * 0.5F);
}

/// So much of the line has what was settled.
float made_width(const Scene &scene, const LogEntry &entry, float width) {
    return width - (scene.editable ? 24.0F : 0.0F) - owner_width(scene, entry, width) - 16;
}

bool is_on_one_line(const Scene &scene, const Page &page, const LogEntry &entry) {
    return text_size(entry.what, {.size = page.made}).x <= made_width(scene, entry, page.width);
}

float made_height(const Scene &scene, const Page &page, const LogEntry &entry) {
    return is_on_one_line(scene, page, entry) ? page.rowHeight : std::max(page.rowHeight, twoLines);
}

/// One for all lines, so that none looks weightier than another.
float made_size(const Scene &scene, const Page &page) {
    const std::vector<LogEntryId> made = settled_today(scene);
    const bool fit = std::all_of(made.begin(), made.end(),
                                 [&](const LogEntryId &id) { return is_on_one_line(scene, page, scene.plan().records->log.at(id)); });
    return fit ? page.made : type::title;
}

/// What was settled, who sees to it and by when; a click opens where the room names them.
void draw_decision_made(Scene &scene, Page &page, const LogEntryId &id) {
    WorkshopScratch &run = scene.scratch.workshop;
    const LogEntry &entry = scene.plan().records->log.at(id);
    const bool open = run.naming == id.text && scene.editable;
    const bool nobody = !scene.plan().organisation->roles.contains(entry.owner);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImRect box({page.at.x - namingInset, page.at.y},
                     {page.at.x + page.width + namingInset, page.at.y + made_height(scene, page, entry)});
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::PushID(id.text.c_str());
    ImGui::BeginDisabled(!scene.editable);
    if (ImGui::InvisibleButton("##made", box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        run.naming = open ? std::string() : id.text;
        run.showNaming = !open;
        run.askOwner = !open && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    }
    if (ImGui::IsItemHovered() && !open) {
        list.AddRectFilled(box.Min, box.Max, palette().hover, rounding);
    }
    focus_ring(box, ImGui::GetItemID());
    semantics::item({.role = "button",
                     .name = entry.what,
                     .value = owner_words(scene, entry),
                     .description = "Who sees to it, and by when",
                     .disabled = !scene.editable,
                     .expanded = open});
    ImGui::EndDisabled();
    const float right = page.at.x + page.width - (scene.editable ? 24.0F : 0.0F);
    const ImRect made(page.at, {page.at.x + made_width(scene, entry, page.width), box.Max.y});
    draw_two_lines(list, made, entry.what, {.size = page.made}, Align::left);
    draw_line(list, {{right - owner_width(scene, entry, page.width), box.Min.y}, {right, box.Max.y}}, owner_words(scene, entry),
              {.size = reading, .colour = nobody ? palette().warning : palette().text, .strong = true}, Align::right);
    if (scene.editable) {
        draw_icon(list, {right + 14, box.GetCenter().y}, open ? icon::chevronDown : icon::chevronRight, 16, palette().muted);
    }
    page.at.y = box.Max.y;
    if (open) {
        const ImRect block({box.Min.x, page.at.y}, {box.Max.x, page.at.y + who_and_when_height(scene, page.width) + 20});
        if (std::exchange(run.showNaming, false)) {
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {box.Min, {block.Max.x, block.Max.y + fadeDepth}},
                                ImGuiScrollFlags_KeepVisibleEdgeY);
            scene.scratch.animates = true;
        }
        list.AddRectFilled(block.Min, block.Max, palette().canvas, rounding);
        draw_who_and_when(scene, id, {page.at.x, block.Min.y + 10}, page.width);
        page.at.y = block.Max.y;
    }
    hairline_across(list, page.at.x, page.at.x + page.width, page.at.y);
    ImGui::PopID();
    page.at.y += 2;
}

void draw_decisions_made(Scene &scene, Page &page) {
    for (const LogEntryId &id : settled_today(scene)) {
        draw_decision_made(scene, page, id);
    }
}

void draw_sending(Scene &scene, const Page &page) {
    ImGui::SetCursorScreenPos({page.at.x, page.at.y + 16});
    if (button("##copy", "Copy the summary",
               {.icon = icon::copy, .look = Look::primary, .large = true, .tooltip = "As text, for the chat or an e-mail"})) {
        platform::copy_text(close_text(scene));
        platform::announce("The summary is on the clipboard.", false);
    }
    ImGui::SameLine(0, 8);
    if (button("##file", "Save the plan as a file", {.icon = icon::download, .large = true})) {
        scene.dispatch(action::SaveFile{false});
    }
    ImGui::SameLine(0, 8);
    if (button("##to-overview", "Back to the plan", {.icon = icon::gauge, .look = Look::ghost, .large = true})) {
        scene.scratch.workshop = {};
        scene.dispatch(action::Show{View::overview});
    }
}

} // namespace

std::string close_text(const Scene &scene) {
    std::string text = scene.plan().about->title + ": what we settled on " + date_words(platform::today()) + "\n";
    for (const LogEntryId &id : settled_today(scene)) {
        const LogEntry &entry = scene.plan().records->log.at(id);
        text += "- " + entry.what + " (" + owner_words(scene, entry) + ")\n";
    }
    const std::vector<const Finding *> parked = parked_of(scene);
    if (!parked.empty()) {
        text += "Parked:\n";
        for (const Finding *finding : parked) {
            text += "- " + finding->message + "\n";
        }
    }
    text += "First meetings:\n";
    for (const MeetingId &id : ordered(scene.plan().governance->meetings)) {
        const Meeting &meeting = scene.plan().governance->meetings.at(id);
        text += "- " + meeting.name + ", " + period_words(meeting.period) + ": " + first_date(meeting) + "\n";
    }
    text += counted(scene.derived.count.total(), "thing is", "things are") + " still to settle.\n";
    return text;
}

void draw_gaps(Scene &scene, const ImRect &room) {
    Page page = page_of(room);
    const std::vector<const Finding *> asked = asked_in_steps(scene);
    draw_headline(page, counted(asked.size(), "thing", "things") + " to settle between us");
    const float width = std::exchange(page.width, std::min(page.width, countsWidest));
    std::vector<std::string> elsewhere;
    std::size_t besides = 0;
    for (const PlanSection section : planSections) {
        const auto here = static_cast<std::size_t>(
            std::count_if(asked.begin(), asked.end(), [&](const Finding *finding) { return finding->section == section; }));
        const std::size_t other = open_in(scene.derived, section) - here;
        if (here > 0) {
            draw_reading(page, std::string(section_name(section)), std::to_string(here));
        }
        if (other > 0) {
            elsewhere.push_back(std::string(section_name(section)) + " " + std::to_string(other));
            besides += other;
        }
    }
    page.width = width;
    if (besides > 0) {
        draw_besides(page, counted(besides, "thing waits", "things wait") + " outside of the steps: " + listed(elsewhere));
    }
    draw_widest_gaps(scene, page.at, page.width);
    ImGui::SetCursorScreenPos({page.at.x, room.Max.y - nextHeight + 12});
    begin_at_edge();
    if (button("##run-sheet", "Change the run sheet",
               {.icon = icon::clock, .look = Look::ghost, .large = true, .disabled = !scene.editable})) {
        scene.scratch.workshop.editing = true;
    }
}

void draw_close(Scene &scene, const ImRect &room) {
    Page page = page_of(room);
    const std::size_t settled = settled_today(scene).size();
    const std::size_t parked = parked_of(scene).size();
    draw_headline(page, settled == 0 ? "Nothing was settled yet today"
                                     : "We settled " + counted(settled, "thing", "things") + " today" +
                                           (parked == 0 ? "" : ", and parked " + std::to_string(parked)));
    const Collection<Meeting> &meetings = scene.plan().governance->meetings;
    const float most = room.Max.y - sendingHeight - page.at.y;
    const auto rows = static_cast<float>(std::max<std::size_t>(settled + meetings.size(), 1));
    page.rowHeight = std::clamp((most - (meetings.empty() ? 0 : headingRow)) / rows - 2, lowestRow, highestRow);
    const float naming = scene.scratch.workshop.naming.empty() ? 0 : who_and_when_height(scene, page.width) + 20;
    page.made = made_size(scene, page);
    float wanted = naming + rows * (page.rowHeight + 2) + (meetings.empty() ? 0 : headingRow);
    for (const LogEntryId &id : settled_today(scene)) {
        wanted += made_height(scene, page, scene.plan().records->log.at(id)) - page.rowHeight;
    }
    const float height = std::min(most, wanted);
    const ImVec2 at = page.at;
    // As wide as the room: what is open reaches beyond the words.
    ImGui::SetCursorScreenPos({room.Min.x, at.y});
    ImGui::BeginChild("##close", {room.GetWidth(), height}, ImGuiChildFlags_NavFlattened);
    page.at.y = ImGui::GetCursorScreenPos().y;
    draw_decisions_made(scene, page);
    if (!meetings.empty()) {
        draw_meetings_heading(page);
    }
    for (const MeetingId &id : ordered(meetings)) {
        draw_first_date(scene, page, id, meetings.at(id));
    }
    ImGui::SetCursorScreenPos(page.at);
    ImGui::Dummy({0, 0});
    ImGui::EndChild();
    page.at.y = at.y + height;
    draw_sending(scene, page);
}

} // namespace fullcourt::ui
