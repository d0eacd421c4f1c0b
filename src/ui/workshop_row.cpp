// The row of the grid that is asked about, as it stands: who is in it already is what the room asks first.
#include <algorithm>
#include <cmath>

#include "ui/workshop.h"

namespace fullcourt::ui {
namespace {

constexpr float labelWidth = 124;
constexpr float leastColumn = 64;
constexpr float headLine = 17;
constexpr float chipHeight = 32;
constexpr float headGap = 6;
constexpr float inset = 4;   ///< of a head in its column
constexpr float ending = 10; ///< under it
constexpr float leastAbove = 12;
constexpr float mostAbove = 28;

TextStyle head_style(bool carries) {
    return {.size = type::small, .colour = carries ? palette().text : palette().muted, .strong = carries};
}

/// All columns, or where those would be too narrow the ones that carry a letter.
std::vector<RoleId> columns_shown(const Scene &scene, const ActivityId &activity, float width) {
    std::vector<RoleId> columns = scene.derived.columns;
    const auto narrow = [&] { return width < leastColumn * static_cast<float>(columns.size()); };
    if (narrow()) {
        std::erase_if(columns, [&](const RoleId &role) { return letters_at(scene.grid(), activity, role).empty(); });
    }
    return narrow() ? std::vector<RoleId>() : columns;
}

float head_height(const Scene &scene, const std::vector<RoleId> &columns, float column) {
    const bool wraps = std::any_of(columns.begin(), columns.end(), [&](const RoleId &role) {
        return text_size(head_name(scene.plan().organisation->roles.at(role)), head_style(true)).x > column - 2 * inset;
    });
    return wraps ? 2 * headLine : headLine;
}

} // namespace

void draw_row_as_it_stands(const Scene &scene, const ActivityId &id, const ImRect &room) {
    const Activity *activity = find(scene.grid().activities, id);
    const std::vector<RoleId> columns =
        activity == nullptr ? std::vector<RoleId>() : columns_shown(scene, id, room.GetWidth() - labelWidth);
    if (columns.empty()) {
        return;
    }
    const float each = std::min((room.GetWidth() - labelWidth) / static_cast<float>(columns.size()), labelWidth);
    const float heads = head_height(scene, columns, each);
    const float height = heads + headGap + chipHeight;
    const float above = std::min(room.GetHeight() - height - ending, mostAbove);
    if (above < leastAbove) {
        return;
    }
    const float top = std::floor(room.Min.y + above);
    const float foot = top + height;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {{room.Min.x, foot - chipHeight}, {room.Min.x + labelWidth, foot}}, "As it stands",
              {.size = type::body, .colour = palette().muted});
    float x = room.Min.x + labelWidth;
    std::string words;
    for (const RoleId &role : columns) {
        const std::string &head = head_name(scene.plan().organisation->roles.at(role));
        const Letters letters = letters_at(scene.grid(), id, role);
        draw_two_lines(list, {{x + inset, top}, {x + each - inset, top + heads}}, head, head_style(!letters.empty()));
        const ImVec2 middle(x + each / 2, foot - chipHeight / 2);
        if (letters.empty()) {
            draw_line(list, {{x, foot - chipHeight}, {x + each, foot}}, "–", {.size = type::body, .colour = palette().muted},
                      Align::middle);
        } else {
            draw_chip(list, middle, letters, chipHeight);
            words += (words.empty() ? "" : ", ") + head + " " + letters_in_words(letters, scene.grid().extraLetters);
        }
        x += each;
    }
    semantics::at(ImGui::GetID("##row"), {{room.Min.x, top}, {x, foot}},
                  {.role = "img", .name = activity->name + " as it stands: " + (words.empty() ? "no letter yet" : words)});
}

} // namespace fullcourt::ui
