// Who sees to what was settled, and by when: the same wherever the room is asked.
#include <algorithm>
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
constexpr float othersWidth = 180; ///< of the list of those who stand in no button

std::string due_in_days(int days) {
    const Date today = platform::today();
    return to_text(date_after(today, days));
}

void set_due(Scene &scene, const LogEntryId &id, LogEntry entry, int days) {
    entry.due = due_in_days(days);
    scene.edit(change_log_entry(scene.plan(), id, entry));
}

struct OwnerPlace {
    RoleId role;
    std::string name;
    ImVec2 at; ///< from where the first one stands
};

/// The roles of the grid as far as two lines hold them, and after them everybody else of the plan in one list.
struct Owners {
    std::vector<OwnerPlace> places;
    std::vector<RoleId> others;
    ImVec2 more; ///< where the list of the others stands

    float height() const { return (others.empty() && !places.empty() ? places.back().at.y : more.y) + answerRow; }
};

std::vector<RoleId> roles_besides(const Plan &plan, const std::vector<OwnerPlace> &places) {
    std::vector<RoleId> others = ordered(plan.organisation->roles);
    std::erase_if(others, [&](const RoleId &role) {
        return std::any_of(places.begin(), places.end(), [&](const OwnerPlace &place) { return place.role == role; });
    });
    return others;
}

Owners owners_of(const Scene &scene, float width) {
    Owners owners;
    ImVec2 at;
    for (const RoleId &role : scene.derived.columns) {
        const std::string name = head_name(scene.plan().organisation->roles.at(role));
        const float wide = button_width(name, false);
        const bool last = at.y > 0;
        if (at.x + wide + (last ? othersWidth + 4 : 0) > width) {
            if (last) {
                break;
            }
            at = {0, answerRow};
        }
        owners.places.push_back({role, name, at});
        at.x += wide + 4;
    }
    owners.more = at.x + othersWidth > width ? ImVec2(0, at.y + answerRow) : at;
    owners.others = roles_besides(scene.plan(), owners.places);
    return owners;
}

void set_owner(Scene &scene, const LogEntryId &id, LogEntry entry, const RoleId &owner) {
    entry.owner = owner;
    scene.edit(change_log_entry(scene.plan(), id, entry));
}

void draw_owner_list(Scene &scene, const LogEntryId &id, const LogEntry &entry, const ImVec2 &at, const std::vector<RoleId> &others) {
    if (others.empty()) {
        return;
    }
    std::vector<std::string> labels = {"Someone else"};
    int chosen = 0;
    for (const RoleId &role : others) {
        labels.push_back(scene.plan().organisation->roles.at(role).name);
        chosen = role == entry.owner ? static_cast<int>(labels.size()) - 1 : chosen;
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginChild("##others", {othersWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    const auto picked = choice("##choice", "Someone else sees to it", labels, chosen, !scene.editable);
    ImGui::EndChild();
    if (picked && *picked != chosen) {
        set_owner(scene, id, entry, *picked == 0 ? RoleId() : others[static_cast<std::size_t>(*picked - 1)]);
    }
}

void draw_owner_answers(Scene &scene, const LogEntryId &id, const LogEntry &entry, const ImVec2 &at, const Owners &owners) {
    ImGui::PushID("owners");
    for (const auto &[role, name, place] : owners.places) {
        ImGui::SetCursorScreenPos({at.x + place.x, at.y + place.y});
        ImGui::PushID(role.text.c_str());
        // The answer that had the keyboard is gone; what is asked next gets it.
        if (std::exchange(scene.scratch.workshop.askOwner, false)) {
            focus_here();
        }
        if (button("##owner", name,
                   {.look = role == entry.owner ? Look::primary : Look::plain,
                    .disabled = !scene.editable,
                    .selected = role == entry.owner})) {
            set_owner(scene, id, entry, role);
        }
        ImGui::PopID();
    }
    draw_owner_list(scene, id, entry, {at.x + owners.more.x, at.y + owners.more.y}, owners.others);
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

float who_and_when_height(const Scene &scene, float width) { return owners_of(scene, width - askedWidth).height() + controlHeight; }

void draw_who_and_when(Scene &scene, const LogEntryId &id, const ImVec2 &at, float width) {
    const LogEntry *entry = find(scene.plan().records->log, id);
    if (entry == nullptr) {
        return;
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const TextStyle style{.colour = palette().muted};
    draw_line(list, {at, {at.x + askedWidth, at.y + controlHeight}}, "Who sees to it?", style);
    const Owners owners = owners_of(scene, width - askedWidth);
    draw_owner_answers(scene, id, *entry, {at.x + askedWidth, at.y}, owners);
    const ImVec2 below(at.x, at.y + owners.height());
    draw_line(list, {below, {below.x + askedWidth, below.y + controlHeight}}, "By when?", style);
    draw_due(scene, id, *entry, {below.x + askedWidth, below.y});
}

} // namespace fullcourt::ui
