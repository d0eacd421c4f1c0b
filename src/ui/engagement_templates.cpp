// Templates of plays: what a plan of each tier begins with.
#include <algorithm>

#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float engagementTemplatesRowHeight = 44;

std::string template_weeks_words(const PlayTemplate &play) {
    const int first = play.afterWeeks + 1;
    return play.weeks == 1 ? "Week " + std::to_string(first)
                           : "Weeks " + std::to_string(first) + "–" + std::to_string(first + play.weeks - 1);
}

int span_of(const Scene &scene) {
    int weeks = 8;
    for (const auto &[id, play] : engagement_of(scene).templates) {
        weeks = std::max(weeks, play.afterWeeks + play.weeks);
    }
    constexpr int mostShown = 60;
    return std::min(weeks, mostShown);
}

void draw_template(Scene &scene, const PlayTemplateId &id, const PlayTemplate &play, float width) {
    const std::string item = std::string(templateItem) + id.text;
    const std::string name = play.name.empty() ? "Unnamed" : play.name;
    const std::string effort = effort_words(scene, play.effort);
    const Row row = begin_row("template-" + id.text, name,
                              {.width = width,
                               .height = engagementTemplatesRowHeight,
                               .chosen = chosen_item(scene.state, View::engagement) == item,
                               .value = template_weeks_words(play) + (effort.empty() ? "" : ", " + effort)});
    if (row.clicked) {
        choose_item(scene, View::engagement, item);
    }
    ImDrawList &list = *row.list;
    const float bars = row.box.Min.x + width * 0.56F;
    draw_line(list, {{row.box.Min.x + 12, row.box.Min.y + 3}, {bars - 8, row.box.GetCenter().y + 1}}, name,
              {.size = type::small + 1, .strong = true});
    const std::string owner = role_name(scene, play.owner);
    draw_line(list, {{row.box.Min.x + 12, row.box.GetCenter().y}, {bars - 8, row.box.Max.y - 3}},
              (owner.empty() ? "Nobody yet" : owner) + (effort.empty() ? "" : " · " + effort),
              {.size = type::small, .colour = palette().muted});
    const float each = (row.box.Max.x - 90 - bars) / static_cast<float>(span_of(scene));
    const float x = bars + each * static_cast<float>(play.afterWeeks);
    const float y = row.box.GetCenter().y;
    hairline_across(list, bars, row.box.Max.x - 90, y);
    list.AddRectFilled({x, y - 5}, {std::min(x + std::max(4.0F, each * static_cast<float>(play.weeks) - 2), row.box.Max.x - 88), y + 6},
                       palette().accent, 3);
    draw_line(list, {{row.box.Max.x - 82, row.box.Min.y}, {row.box.Max.x - 8, row.box.Max.y}}, template_weeks_words(play),
              {.size = type::small, .colour = palette().muted}, Align::right);
}

void draw_tier_templates(Scene &scene, Tier tier, float width) {
    const std::string of(tier_name(tier));
    std::vector<PlayTemplateId> ids = ordered(engagement_of(scene).templates);
    std::erase_if(ids, [&](const PlayTemplateId &id) { return engagement_of(scene).templates.at(id).tier != tier; });
    body_heading("A plan of " + of, ids.empty() ? "" : counted(ids.size(), "play", "plays"));
    if (ids.empty()) {
        if (button(("##starter-" + of).c_str(), "Add starter plays for " + of, {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
            scene.edit(add_starter_plays(scene.plan(), tier, scene.app.bits()));
        }
    }
    {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const semantics::Group group(("templates-" + of).c_str(), {at, {at.x + width, at.y + 40}},
                                     {.role = "list", .name = "Plays of " + of});
        for (const PlayTemplateId &id : ids) {
            draw_template(scene, id, engagement_of(scene).templates.at(id), width);
        }
    }
    for (const std::string &name : add_field(scene, "template-" + of, "Add a play to " + of, "Add a play to " + of, width)) {
        PlayTemplate play;
        play.name = name;
        play.tier = tier;
        PlayTemplateId made;
        scene.edit(add_play_template(scene.plan(), play, scene.app.bits(), &made));
        choose_item(scene, View::engagement, std::string(templateItem) + made.text);
    }
}

} // namespace

void draw_templates(Scene &scene, const ImVec2 &size) {
    ImGui::BeginChild("##templates", size, ImGuiChildFlags_NavFlattened);
    const float width = size.x - 16;
    body_text("A plan begins as a copy of these; changing them later changes no plan that is there already.", width);
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany}) {
        draw_tier_templates(scene, tier, width);
    }
    gap(24);
    ImGui::EndChild();
}

} // namespace fullcourt::ui
