// Two grids in one picture: what is new, what is gone, what differs. Each by a colour and by a sign.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/review.h"

namespace fullcourt::ui {
namespace {

constexpr float reviewGridRowHeight = 30;
constexpr float reviewGridHeadHeight = 48;
constexpr float reviewGridWidestColumn = 84;
constexpr float reviewGridLeastColumn = 60;

/// All that either has: those of `after` in its order, then what is gone.
template <class Key> std::vector<Key> all_of(std::vector<Key> after, const std::vector<Key> &before) {
    for (const Key &key : before) {
        if (std::find(after.begin(), after.end(), key) == after.end()) {
            after.push_back(key);
        }
    }
    return after;
}

template <class Key> std::optional<ChangeKind> presence(const std::vector<Key> &before, const std::vector<Key> &after, const Key &key) {
    const bool was = std::find(before.begin(), before.end(), key) != before.end();
    const bool is = std::find(after.begin(), after.end(), key) != after.end();
    return was == is ? std::nullopt : std::optional<ChangeKind>(is ? ChangeKind::added : ChangeKind::removed);
}

std::optional<ChangeKind> cell_change(Letters before, Letters after) {
    if (before == after) {
        return std::nullopt;
    }
    return before.empty() ? ChangeKind::added : after.empty() ? ChangeKind::removed : ChangeKind::changed;
}

/// "supports"; the plan says what its own letters mean.
std::string letters_words(const Plan &plan, Letters letters) {
    return letters.empty() ? std::string("nothing") : letters_in_words(letters, plan.raci->extraLetters);
}

std::string role_head(const Plan &before, const Plan &after, const RoleId &id) {
    const Role *role = find(after.organisation->roles, id);
    role = role == nullptr ? find(before.organisation->roles, id) : role;
    return role == nullptr ? id.text : head_name(*role);
}

std::string activity_name(const Plan &before, const Plan &after, const ActivityId &id) {
    const Activity *activity = find(after.raci->activities, id);
    activity = activity == nullptr ? find(before.raci->activities, id) : activity;
    return activity == nullptr ? id.text : activity->name;
}

void draw_sign(ImDrawList &list, const ImVec2 &centre, ChangeKind kind) {
    draw_icon(list, centre, change_look(kind).icon, 12, change_look(kind).ink);
}

/// What stood there, ending at `right`. Struck through, single letters could not be told apart.
void draw_before(ImDrawList &list, const ImVec2 &right, const std::string &text) {
    const TextStyle style{.size = type::tiny, .colour = palette().text};
    const float width = text_size(text, style).x;
    draw_line(list, {{right.x - width - 1, right.y - 9}, {right.x, right.y + 9}}, text, style);
}

void draw_cell(ImDrawList &list, const ImRect &box, Letters before, Letters after) {
    const std::optional<ChangeKind> change = cell_change(before, after);
    const ImVec2 centre = box.GetCenter();
    if (!change) {
        draw_chip(list, centre, after, 20);
        return;
    }
    const ChangeLook look = change_look(*change);
    const ImRect frame({box.Min.x + 2, box.Min.y + 2}, {box.Max.x - 2, box.Max.y - 3});
    list.AddRectFilled(frame.Min, frame.Max, look.ground, 4);
    list.AddRect(frame.Min, frame.Max, look.ink, 4);
    draw_sign(list, {frame.Min.x + 9, centre.y - 0.5F}, *change);
    if (!before.empty()) {
        const std::string text = after.empty() ? before.text() : before.text() + " →";
        draw_before(list, {centre.x + (after.empty() ? 6.0F : 9.0F), centre.y - 0.5F}, text);
    }
    if (!after.empty()) {
        draw_chip(list, {before.empty() ? centre.x + 4 : frame.Max.x - 16, centre.y - 0.5F}, after, 18);
    }
}

void legend(ImDrawList &list, ImVec2 at) {
    for (const ChangeKind kind : {ChangeKind::added, ChangeKind::changed, ChangeKind::removed}) {
        const ChangeLook look = change_look(kind);
        list.AddRectFilled({at.x, at.y + 3}, {at.x + 20, at.y + 19}, look.ground, 4);
        list.AddRect({at.x, at.y + 3}, {at.x + 20, at.y + 19}, look.ink, 4);
        draw_sign(list, {at.x + 10, at.y + 11}, kind);
        const TextStyle style{.size = type::small, .colour = palette().muted};
        draw_line(list, {{at.x + 26, at.y}, {at.x + 110, at.y + 22}}, capitalised(look.name), style);
        at.x += 48 + text_size(capitalised(look.name), style).x;
    }
}

} // namespace

void draw_review_grid(const Plan &before, const Plan &after, float width) {
    const std::vector<RoleId> oldColumns = ordered(before.raci->columns);
    const std::vector<RoleId> newColumns = ordered(after.raci->columns);
    const std::vector<ActivityId> oldRows = activity_order(*before.raci);
    const std::vector<ActivityId> newRows = activity_order(*after.raci);
    const std::vector<RoleId> columns = all_of(newColumns, oldColumns);
    const std::vector<ActivityId> rows = all_of(newRows, oldRows);
    const float names = std::min(230.0F, width * 0.34F);
    const float column =
        columns.empty() ? reviewGridWidestColumn
                        : std::clamp((width - names) / static_cast<float>(columns.size()), reviewGridLeastColumn, reviewGridWidestColumn);
    const float legendHeight = 32;
    const float height = legendHeight + reviewGridHeadHeight + reviewGridRowHeight * static_cast<float>(rows.size());
    const float whole = names + column * static_cast<float>(columns.size());
    ImGui::BeginChild("##review-grid", {width, height + (whole > width ? ImGui::GetStyle().ScrollbarSize : 0)},
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("grid", {at, {at.x + width, at.y + height}}, {.role = "grid", .name = "The grid with what differs"});
    ImDrawList &list = *ImGui::GetWindowDrawList();
    legend(list, at);
    const float top = at.y + legendHeight;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const float x = at.x + names + column * static_cast<float>(k);
        const std::optional<ChangeKind> change = presence(oldColumns, newColumns, columns[k]);
        const std::string name = role_head(before, after, columns[k]);
        draw_two_lines(list, {{x + 2, top}, {x + column - (change ? 16 : 2), top + reviewGridHeadHeight - 8}}, name,
                       {.size = type::tiny, .strong = true});
        if (change) {
            draw_sign(list, {x + column - 9, top + reviewGridHeadHeight / 2 - 4}, *change);
            semantics::at(ImGui::GetID(("##column-" + columns[k].text).c_str()), {{x, top}, {x + column, top + reviewGridHeadHeight}},
                          {.role = "columnheader", .name = name + ": " + change_look(*change).name});
        }
    }
    hairline_across(list, at.x, at.x + std::max(width, whole), top + reviewGridHeadHeight - 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float y = top + reviewGridHeadHeight + reviewGridRowHeight * static_cast<float>(i);
        const std::optional<ChangeKind> change = presence(oldRows, newRows, rows[i]);
        const std::string name = activity_name(before, after, rows[i]);
        draw_line(list, {{at.x + (change ? 22.0F : 4.0F), y}, {at.x + names - 8, y + reviewGridRowHeight}}, name, {.size = type::small});
        if (change) {
            draw_sign(list, {at.x + 10, y + reviewGridRowHeight / 2}, *change);
            semantics::at(ImGui::GetID(("##row-" + rows[i].text).c_str()), {{at.x, y}, {at.x + names, y + reviewGridRowHeight}},
                          {.role = "rowheader", .name = name + ": " + change_look(*change).name});
        }
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const float x = at.x + names + column * static_cast<float>(k);
            const ImRect box({x, y}, {x + column, y + reviewGridRowHeight});
            const Letters was = letters_at(*before.raci, rows[i], columns[k]);
            const Letters is = letters_at(*after.raci, rows[i], columns[k]);
            draw_cell(list, box, was, is);
            if (const std::optional<ChangeKind> cell = cell_change(was, is)) {
                semantics::at(ImGui::GetID(("##cell-" + rows[i].text + "|" + columns[k].text).c_str()), box,
                              {.role = "gridcell",
                               .name = name + ", " + role_head(before, after, columns[k]) + ": " + change_look(*cell).name + ", " +
                                       letters_words(before, was) + " → " + letters_words(after, is),
                               .row = static_cast<int>(i) + 1,
                               .column = static_cast<int>(k) + 1});
            }
        }
        hairline_across(list, at.x, at.x + std::max(width, whole), y + reviewGridRowHeight - 1);
    }
    ImGui::Dummy({whole, height});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
