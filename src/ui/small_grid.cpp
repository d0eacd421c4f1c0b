// A grid to look at, within a dialog.
#include <algorithm>
#include <cmath>

#include "ui/dialogs.h"

namespace fullcourt::ui {
namespace {

constexpr float smallGridRowHeight = 28;
constexpr float smallGridHeadHeight = 44;
constexpr float columnWidth = 72;

} // namespace

void draw_small_grid(const std::vector<std::string> &columns, const std::vector<std::pair<std::string, std::vector<Letters>>> &rows,
                     const ImVec2 &size) {
    ImGui::BeginChild("##small-grid", size, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float names = std::min(260.0F, size.x * 0.4F);
    const float width = names + columnWidth * static_cast<float>(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const float x = at.x + names + columnWidth * static_cast<float>(i);
        draw_two_lines(list, {{x + 2, at.y}, {x + columnWidth - 2, at.y + smallGridHeadHeight - 4}}, columns[i],
                       {.size = type::tiny, .strong = true});
    }
    hairline_across(list, at.x, at.x + std::max(width, size.x), at.y + smallGridHeadHeight - 1);
    const float top = ImGui::GetWindowPos().y - smallGridRowHeight;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float y = at.y + smallGridHeadHeight + smallGridRowHeight * static_cast<float>(i);
        if (y < top || y > top + size.y + 2 * smallGridRowHeight) {
            continue;
        }
        draw_line(list, {{at.x + 4, y}, {at.x + names - 8, y + smallGridRowHeight}}, rows[i].first, {.size = type::small});
        for (std::size_t k = 0; k < rows[i].second.size() && k < columns.size(); ++k) {
            const float x = at.x + names + columnWidth * (static_cast<float>(k) + 0.5F);
            draw_chip(list, {x, y + smallGridRowHeight / 2}, rows[i].second[k], 20);
        }
        hairline_across(list, at.x, at.x + std::max(width, size.x), y + smallGridRowHeight - 1);
    }
    ImGui::Dummy({width, smallGridHeadHeight + smallGridRowHeight * static_cast<float>(rows.size())});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
