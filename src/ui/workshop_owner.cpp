// Who sees to what was settled, and by when: the same wherever the room is asked.
#include <array>
#include <utility>

#include "base/date.h"
#include "edit/practice_gestures.h"
#include "ui/fields.h"
#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float askedWidth = 116; ///< of the words before the answers
constexpr float answerRow = 36;

std::string due_in_days(int days) {
    const Date today = platform::today();
    return to_text(date_after(today, days));
}

void set_due(Scene &scene, const LogEntryId &id, LogEntry entry, int days) {
    entry.due = due_in_days(days);
    scene.edit(change_log_entry(scene.plan(), id, entry));
}

void draw_owner_chips(Scene &scene, const LogEntryId &id, const LogEntry &entry, const ImVec2 &at, float width) {
    float x = at.x;
    ImGui::PushID("owners");
    for (const RoleId &role : scene.derived.columns) {
        const std::string name = head_name(scene.plan().organisation->roles.at(role));
        const float wide = button_width(name, false);
        if (x + wide > at.x + width) {
            break;
        }
        ImGui::SetCursorScreenPos({x, at.y});
        ImGui::PushID(role.text.c_str());
        // The answer that had the keyboard is gone; what is asked next gets it.
        if (std::exchange(scene.scratch.workshop.askOwner, false)) {
            focus_here();
        }
        if (button("##owner", name,
                   {.look = role == entry.owner ? Look::primary : Look::plain,
                    .disabled = !scene.editable,
                    .selected = role == entry.owner})) {
            LogEntry changed = entry;
            changed.owner = role;
            scene.edit(change_log_entry(scene.plan(), id, changed));
        }
        ImGui::PopID();
        x += wide + 4;
    }
    ImGui::PopID();
}

void draw_due(Scene &scene, const LogEntryId &id, const LogEntry &entry, const ImVec2 &at) {
    constexpr std::array<std::pair<const char *, int>, 3> spans = {{{"In a week", 7}, {"In two weeks", 14}, {"In a month", 30}}};
    float x = at.x;
    for (const auto &[name, days] : spans) {
        ImGui::SetCursorScreenPos({x, at.y});
        x += button_width(name, false) + 4;
        if (button(name, name,
                   {.look = entry.due == due_in_days(days) ? Look::primary : Look::plain,
                    .disabled = !scene.editable,
                    .selected = entry.due == due_in_days(days)})) {
            set_due(scene, id, entry, days);
        }
    }
}

} // namespace

void draw_who_and_when(Scene &scene, const LogEntryId &id, const ImVec2 &at, float width) {
    const LogEntry *entry = find(scene.plan().records->log, id);
    if (entry == nullptr) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.colour = palette().muted};
    draw_line(list, {at, {at.x + askedWidth, at.y + controlHeight}}, "Who sees to it?", style);
    draw_owner_chips(scene, id, *entry, {at.x + askedWidth, at.y}, width - askedWidth);
    const ImVec2 below(at.x, at.y + answerRow);
    draw_line(list, {below, {below.x + askedWidth, below.y + controlHeight}}, "By when?", style);
    draw_due(scene, id, *entry, {below.x + askedWidth, below.y});
}

} // namespace fullcourt::ui
