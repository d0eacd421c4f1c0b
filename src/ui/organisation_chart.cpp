// The reporting lines, drawn from the top: solid lines as a tree, dotted ones across it.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/text.h"
#include "ui/fields.h"
#include "ui/organisation_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float boxHeight = 46;
constexpr float levelHeight = 84;
constexpr float boxGap = 12;
constexpr float widestBox = 148;
constexpr float narrowestBox = 92;

/// Centre of a box in slots from the left, and its level from the top.
struct Place {
    float slot = 0;
    int level = 0;
};

struct Chart {
    std::map<RoleId, Place> places;
    float slots = 0;
    int levels = 0;
};

using Reports = std::map<RoleId, std::vector<RoleId>>;

/// A superior that is no role of the plan, or that reports to the role itself over other roles, draws no line.
RoleId superior_of(const Organisation &organisation, const RoleId &role) {
    const RoleId first = organisation.roles.at(role).reportsTo;
    std::set<RoleId> seen = {role};
    RoleId at = first;
    while (const Role *above = find(organisation.roles, at)) {
        if (!seen.insert(at).second) {
            return {};
        }
        at = above->reportsTo;
    }
    return find(organisation.roles, first) == nullptr ? RoleId() : first;
}

float place(Chart &chart, const Reports &reports, const RoleId &role, int level) {
    chart.levels = std::max(chart.levels, level + 1);
    const auto below = reports.find(role);
    float slot = 0;
    if (below == reports.end()) {
        slot = chart.slots + 0.5F;
        chart.slots += 1;
    } else {
        float first = 0;
        float last = 0;
        for (const RoleId &report : below->second) {
            last = place(chart, reports, report, level + 1);
            first = report == below->second.front() ? last : first;
        }
        slot = (first + last) / 2;
    }
    chart.places[role] = {slot, level};
    return slot;
}

/// Roles without any line are left out: they are many at first and say nothing.
Chart lay_out_chart(const Organisation &organisation) {
    Reports reports;
    std::vector<RoleId> tops;
    std::set<RoleId> linked;
    for (const RoleId &role : ordered(organisation.roles)) {
        const RoleId superior = superior_of(organisation, role);
        if (!superior.empty()) {
            reports[superior].push_back(role);
            linked.insert(superior);
            linked.insert(role);
        }
    }
    Chart chart;
    for (const RoleId &role : ordered(organisation.roles)) {
        if (linked.contains(role) && superior_of(organisation, role).empty()) {
            place(chart, reports, role, 0);
        }
    }
    return chart;
}

struct Frame {
    ImVec2 at;
    float slot = 0; ///< width of a slot
    float box = 0;  ///< width of a box

    ImRect of(const Place &place) const {
        const float x = at.x + place.slot * slot;
        const float y = at.y + static_cast<float>(place.level) * levelHeight;
        return {{x - box / 2, y}, {x + box / 2, y + boxHeight}};
    }
};

void draw_solid(ImDrawList &list, const ImRect &above, const ImRect &below) {
    const float middle = (above.Max.y + below.Min.y) / 2;
    const float top = above.GetCenter().x;
    const float bottom = below.GetCenter().x;
    const ImU32 ink = palette().edge;
    list.AddLine({top, above.Max.y}, {top, middle}, ink, 1.5F);
    list.AddLine({top, middle}, {bottom, middle}, ink, 1.5F);
    list.AddLine({bottom, middle}, {bottom, below.Min.y}, ink, 1.5F);
}

void draw_dotted(ImDrawList &list, const ImRect &above, const ImRect &below) {
    const ImVec2 from(above.GetCenter().x, above.Max.y);
    const ImVec2 to(below.GetCenter().x, below.Min.y);
    constexpr int dashes = 12;
    for (int i = 0; i < dashes; ++i) {
        const float a = (static_cast<float>(i) + 0.1F) / dashes;
        const float b = (static_cast<float>(i) + 0.6F) / dashes;
        list.AddLine({from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                     {from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}, palette().accent, 1.5F);
    }
}

void draw_lines(const Scene &scene, const Chart &chart, const Frame &frame) {
    const Organisation &organisation = *scene.plan().organisation;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (const auto &[id, placed] : chart.places) {
        const Place *above = find(chart.places, superior_of(organisation, id));
        if (above != nullptr) {
            draw_solid(list, frame.of(*above), frame.of(placed));
        }
        const Place *dotted = find(chart.places, organisation.roles.at(id).dottedTo);
        if (dotted != nullptr) {
            draw_dotted(list, frame.of(*dotted), frame.of(placed));
        }
    }
}

std::string described(const Scene &scene, const Role &role) {
    std::string text = find(scene.plan().organisation->roles, role.reportsTo) == nullptr ? std::string()
                                                                                         : "reports to " + role_name(scene, role.reportsTo);
    if (find(scene.plan().organisation->roles, role.dottedTo) != nullptr) {
        text += (text.empty() ? "" : ", ") + std::string("dotted line to ") + role_name(scene, role.dottedTo);
    }
    return text;
}

void draw_box(Scene &scene, const RoleId &id, const ImRect &box) {
    const Role &role = scene.plan().organisation->roles.at(id);
    ImGui::SetCursorScreenPos(box.Min);
    const std::string name = "##box-" + id.text;
    if (ImGui::InvisibleButton(name.c_str(), box.GetSize(), ImGuiButtonFlags_EnableNav)) {
        choose_item(scene, View::organisation, id.text);
    }
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool chosen = chosen_item(scene.state, View::organisation) == id.text;
    list.AddRectFilled(box.Min, box.Max, chosen ? palette().chosen : ImGui::IsItemHovered() ? palette().hover : palette().raised, rounding);
    list.AddRect(box.Min, box.Max, chosen ? palette().accent : palette().edge, rounding);
    const std::string heads = role.headcount ? counted(static_cast<std::size_t>(*role.headcount), "head", "heads") : std::string();
    const float split = heads.empty() ? box.Max.y : box.Min.y + 27;
    draw_line(list, {{box.Min.x + 8, box.Min.y + (heads.empty() ? 0.0F : 5.0F)}, {box.Max.x - 8, split}}, head_name(role),
              {.size = type::small, .strong = true}, Align::middle);
    if (!heads.empty()) {
        draw_line(list, {{box.Min.x + 8, split - 4}, {box.Max.x - 8, box.Max.y - 3}}, heads,
                  {.size = type::tiny, .colour = palette().muted}, Align::middle);
    }
    focus_ring(box, ImGui::GetItemID());
    // Also where the chart is out of sight and there is no item.
    semantics::at(ImGui::GetID(name.c_str()), box,
                  {.role = "button", .name = role.name, .description = described(scene, role), .selected = chosen});
}

} // namespace

void draw_chart(Scene &scene, float width) {
    const Chart chart = lay_out_chart(*scene.plan().organisation);
    if (chart.places.empty()) {
        return;
    }
    body_heading("Reporting lines", "Solid lines are drawn as a tree, dotted ones dashed");
    const float slot = std::clamp(width / chart.slots, narrowestBox + boxGap, widestBox + boxGap);
    const float needed = slot * chart.slots;
    const float height = static_cast<float>(chart.levels - 1) * levelHeight + boxHeight + 20;
    ImGui::BeginChild("##chart", {width, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    ImVec2 at = ImGui::GetCursorScreenPos();
    at.y += 2;
    const semantics::Group group("chart", {at, {at.x + width, at.y + height}}, {.role = "group", .name = "Reporting lines"});
    const Frame frame{at, slot, slot - boxGap};
    draw_lines(scene, chart, frame);
    for (const auto &[id, placed] : chart.places) {
        draw_box(scene, id, frame.of(placed));
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({needed, height - 6});
    ImGui::EndChild();
}

} // namespace fullcourt::ui
