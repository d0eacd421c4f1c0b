// The ladder: who settles a conflict first, when it rises, and who has the last word.
#include <algorithm>

#include "analysis/who_decides.h"
#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/escalation_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float rungHeight = 72;

const Collection<EscalationLevel> &levels_of(const Scene &scene) { return scene.plan().governance->escalation; }

void change(Scene &scene, const EscalationLevelId &id, const EscalationLevel &level) { scene.edit(change_level(scene.plan(), id, level)); }

std::string parties_words(const Scene &scene, const EscalationLevel &level) {
    const std::vector<std::string> names = role_heads(scene, level.parties);
    return names.empty() ? "Nobody yet" : listed(names, "and");
}

std::string rises_words(const EscalationLevel &level, bool last) {
    if (last) {
        return "The last word";
    }
    const std::string rising = rising_words(level);
    return rising.empty() ? "Nothing says when it rises" : "Rises " + rising;
}

/// The number of the rung on a disc, with the pole that leads to the next.
void draw_rung(ImDrawList &list, const ImRect &box, std::size_t number, bool last) {
    const ImVec2 centre(box.Min.x + 30, box.GetCenter().y);
    if (number > 1) {
        list.AddLine({centre.x, box.Min.y}, {centre.x, centre.y - 15}, palette().edge, 2);
    }
    if (!last) {
        list.AddLine({centre.x, centre.y + 15}, {centre.x, box.Max.y + 1}, palette().edge, 2);
    }
    list.AddCircleFilled(centre, 15, last ? palette().accent : palette().surface);
    list.AddCircle(centre, 14, last ? palette().accent : palette().edge, 0, 2);
    draw_line(list, {{centre.x - 15, centre.y - 15}, {centre.x + 15, centre.y + 15}}, std::to_string(number),
              {.size = type::small + 1, .colour = last ? palette().onAccent : palette().text, .strong = true}, Align::middle);
}

void draw_level(Scene &scene, const SectionPage &page, const EscalationLevelId &id, std::size_t number, bool last, float width) {
    const EscalationLevel &level = levels_of(scene).at(id);
    const std::string who = parties_words(scene, level);
    const Row row = item_row(scene, page, id.text, "Level " + std::to_string(number), {.width = width, .height = rungHeight, .value = who});
    draw_rung(*row.list, row.box, number, last);
    const float left = row.box.Min.x + 60;
    const float right = row.box.Max.x - 16 - draw_mark(scene, PlanSection::escalation, id.text, {row.box.Max.x - 8, row.box.GetCenter().y});
    const float top = row.box.Min.y + 8;
    draw_line(*row.list, {{left, top}, {right, top + 20}}, who, {.strong = true});
    draw_line(*row.list, {{left, top + 20}, {right, top + 38}}, level.about, {.size = type::small, .colour = palette().muted});
    const std::string forum = meeting_name(scene, level.forum);
    const std::string rises = rises_words(level, last) + (forum.empty() ? "" : " · settled in " + forum);
    draw_line(*row.list, {{left, top + 38}, {right, top + 56}}, rises, {.size = type::small, .colour = palette().muted});
}

void draw_ladder(Scene &scene, const SectionPage &page, float width) {
    const std::vector<EscalationLevelId> order = ordered(levels_of(scene));
    if (order.empty()) {
        draw_empty_state({icon::arrowUp, "What happens when they do not agree?",
                          "Begin with the two who work together, give them a week, and end with one person who has the last word. Add "
                          "level after level, or take the ladder of the reference model."},
                         width);
        draw_reference_offer(scene, PlanSection::escalation, "Start with a ladder of four levels");
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("levels", {at, at}, {.role = "list", .name = "Escalation levels"});
    for (std::size_t i = 0; i < order.size(); ++i) {
        draw_level(scene, page, order[i], i + 1, i + 1 == order.size(), width);
    }
    const UnderEmptyState under(order.empty());
    gap(10);
    if (button("##add-level", "Add a level", {.icon = icon::plus, .disabled = !scene.editable})) {
        EscalationLevelId made;
        scene.edit(add_level(scene.plan(), order.empty() ? EscalationLevelId() : order.back(), scene.app.bits(), &made));
        choose_item(scene, View::escalation, made.text);
    }
}

// ---- Details

void draw_rising(Scene &scene, const EscalationLevelId &id, const EscalationLevel &level) {
    if (const auto trigger = line_field(scene, "What makes it rise", id.text, level.trigger, {.hint = "when they cannot agree"})) {
        EscalationLevel changed = level;
        changed.trigger = *trigger;
        change(scene, id, changed);
    }
    if (const auto days = number_field(scene, "It rises by itself after", id.text, level.limitDays, {.unit = "days", .hint = "not set"})) {
        EscalationLevel changed = level;
        changed.limitDays = *days;
        change(scene, id, changed);
    }
}

void draw_moving(Scene &scene, const EscalationLevelId &id, const std::vector<EscalationLevelId> &order, std::size_t index) {
    gap(16);
    ImGui::SetCursorPosX(panelInset);
    if (button("##down", "Earlier", {.icon = icon::arrowUp, .disabled = !scene.editable || index == 0})) {
        scene.edit(move_levels(scene.plan(), {id}, order[index - 1]));
    }
    ImGui::SameLine(0, 8);
    if (button("##up", "Later", {.icon = icon::arrowDown, .disabled = !scene.editable || index + 1 >= order.size()})) {
        scene.edit(move_levels(scene.plan(), {id}, index + 2 < order.size() ? order[index + 2] : EscalationLevelId()));
    }
}

void draw_escalation_details(Scene &scene) {
    const EscalationLevelId id{chosen_item(scene.state, View::escalation)};
    const EscalationLevel *level = find(levels_of(scene), id);
    if (level == nullptr) {
        details_hint("Choose a level to say who settles a conflict there and when it rises.");
        return;
    }
    const std::vector<EscalationLevelId> order = ordered(levels_of(scene));
    const auto index = static_cast<std::size_t>(std::find(order.begin(), order.end(), id) - order.begin());
    details_heading("Escalation", "Level " + std::to_string(index + 1));
    if (const auto who = role_chips(scene, "Who settles it", level->parties)) {
        EscalationLevel changed = *level;
        changed.parties = *who;
        change(scene, id, changed);
    }
    if (const auto about = line_field(scene, "What it is about", id.text, level->about, {.hint = "resources, priorities"})) {
        EscalationLevel changed = *level;
        changed.about = *about;
        change(scene, id, changed);
    }
    draw_rising(scene, id, *level);
    if (const auto forum = meeting_field(scene, "Where it is settled", level->forum)) {
        EscalationLevel changed = *level;
        changed.forum = *forum;
        change(scene, id, changed);
    }
    draw_moving(scene, id, order, index);
    if (remove_button(scene, "Delete the level")) {
        scene.edit(remove_levels(scene.plan(), {id}));
    }
}

} // namespace

void draw_escalation(Scene &scene) {
    SectionPage page{.view = View::escalation,
                     .section = PlanSection::escalation,
                     .title = "Escalation",
                     .purpose = "Who settles a conflict, when it rises, and who has the last word.",
                     .body = {},
                     .details = draw_escalation_details};
    page.body = [&page](Scene &inner, float width) {
        draw_ladder(inner, page, width);
        draw_walk(inner, width);
        draw_disputes(inner, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
