// What was settled, and who does what by when.
#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/date_words.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/overview_parts.h"

namespace fullcourt::ui {
namespace {

const Collection<LogEntry> &log_of(const Scene &scene) { return scene.plan().records->log; }

std::string about_words(const Scene &scene, const LogEntry &entry) {
    const Role *owner = find(scene.plan().organisation->roles, entry.owner);
    std::string words = owner == nullptr ? std::string("Nobody yet") : head_name(*owner);
    if (!entry.due.empty()) {
        words += " · by " + short_date_words(entry.due);
    }
    return words;
}

bool overdue(const LogEntry &entry) {
    const std::optional<Date> due = parse_date(entry.due);
    return due && !entry.done && *due < platform::today();
}

void draw_tick(Scene &scene, const LogEntryId &id, const LogEntry &entry, const ImVec2 &at) {
    ImGui::SetCursorScreenPos(at);
    if (icon_button("##done", entry.done ? icon::circleCheck : icon::circle, (entry.done ? "Open again: " : "Done: ") + entry.what,
                    {.width = 26, .disabled = !scene.editable, .tooltip = entry.done ? "Open it again" : "Tick it off"})) {
        scene.edit(entry.done ? mark_open(scene.plan(), id) : mark_done(scene.plan(), id));
    }
}

void draw_owner(Scene &scene, const LogEntryId &id, const LogEntry &entry, float width) {
    const std::vector<RoleId> roles = ordered(scene.plan().organisation->roles);
    std::vector<std::string> names = {"Nobody yet"};
    int chosen = 0;
    for (const RoleId &role : roles) {
        names.push_back(role_name(scene, role));
        chosen = role == entry.owner ? static_cast<int>(names.size()) - 1 : chosen;
    }
    ImGui::BeginChild("##owner-room", {width, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##owner", "Owner", names, chosen, !scene.editable)) {
        LogEntry changed = entry;
        changed.owner = *picked == 0 ? RoleId() : roles[static_cast<std::size_t>(*picked - 1)];
        scene.edit(change_log_entry(scene.plan(), id, changed));
    }
    ImGui::EndChild();
}

void draw_editing(Scene &scene, const LogEntryId &id, const LogEntry &entry, float width) {
    const float left = ImGui::GetCursorPosX();
    const FieldStyle style{.width = width - 30, .size = type::small + 1, .disabled = !scene.editable};
    ImGui::SetCursorPosX(left + 30);
    if (const auto what = draft_field("##what", "What", scene.scratch.drafts["log|" + id.text], id.text, entry.what, style)) {
        LogEntry changed = entry;
        changed.what = *what;
        scene.edit(change_log_entry(scene.plan(), id, changed));
    }
    gap(6);
    ImGui::SetCursorPosX(left + 30);
    draw_owner(scene, id, entry, (width - 30) * 0.55F);
    ImGui::SameLine(0, 8);
    FieldStyle dateStyle = style;
    dateStyle.width = (width - 30) * 0.45F - 8;
    const auto due = date_draft(scene, "Due", id.text, entry.due, dateStyle);
    ImGui::SetCursorPosX(left + 30);
    draw_unread_date(scene, "Due", id.text, width - 30);
    if (due) {
        LogEntry changed = entry;
        changed.due = *due;
        scene.edit(change_log_entry(scene.plan(), id, changed));
    }
    gap(2);
    ImGui::SetCursorPosX(left + 22);
    if (button("##delete", "Delete it", {.icon = icon::trash2, .look = Look::quiet, .disabled = !scene.editable})) {
        scene.edit(remove_log_entries(scene.plan(), {id}));
    }
    gap(6);
}

void draw_entry(Scene &scene, const LogEntryId &id, const LogEntry &entry, float width) {
    ImGui::PushID(id.text.c_str());
    std::string &open = scene.scratch.picks["log-open"];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_tick(scene, id, entry, {at.x, at.y + 9});
    ImGui::SetCursorScreenPos({at.x + 30, at.y});
    const Row row =
        begin_row("entry", entry.what, {.width = width - 30, .height = 44, .chosen = open == id.text, .value = about_words(scene, entry)});
    if (row.clicked) {
        open = open == id.text ? std::string() : id.text;
    }
    const float middle = row.box.GetCenter().y;
    draw_line(*row.list, {{row.box.Min.x + 6, row.box.Min.y + 4}, {row.box.Max.x - 6, middle + 1}}, entry.what,
              {.size = type::small + 1, .colour = entry.done ? palette().muted : palette().text});
    draw_line(*row.list, {{row.box.Min.x + 6, middle}, {row.box.Max.x - 6, row.box.Max.y - 4}}, about_words(scene, entry),
              {.size = type::small, .colour = overdue(entry) ? palette().error : palette().muted});
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    if (open == id.text) {
        gap(6);
        draw_editing(scene, id, entry, width);
    }
    ImGui::PopID();
}

/// Open ones first, the next due at the head; then what is done.
std::vector<LogEntryId> in_order(const Scene &scene) {
    std::vector<LogEntryId> ids = ordered(log_of(scene));
    const auto rank = [&](const LogEntryId &id) {
        const LogEntry &entry = log_of(scene).at(id);
        return std::pair(entry.done, entry.due.empty() ? std::string("9999") : entry.due);
    };
    sort_stably(ids, [&](const LogEntryId &a, const LogEntryId &b) { return rank(a) < rank(b); });
    return ids;
}

} // namespace

void draw_log(Scene &scene, float width) {
    body_heading("Decisions and actions");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("log", {at, at}, {.role = "list", .name = "Decisions and actions"});
    for (const LogEntryId &id : in_order(scene)) {
        draw_entry(scene, id, log_of(scene).at(id), width);
    }
    for (const std::string &what : add_field(scene, "log", "Add an action", "Add an action", width)) {
        LogEntry entry;
        entry.kind = LogEntry::Kind::action;
        entry.what = what;
        entry.on = to_text(platform::today());
        LogEntryId made;
        scene.edit(add_log_entry(scene.plan(), entry, scene.app.bits(), &made));
        scene.scratch.picks["log-open"] = made.text;
    }
}

} // namespace fullcourt::ui
