// Decision rights: who decides what, on whose input, by when; and one question answered in one sentence.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "edit/section_gestures.h"
#include "ui/decisions_question.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float decisionsRowHeight = 52; ///< at least; what is longer than its column takes several lines
constexpr float decisionsLeft = 12;
constexpr float decisionsTop = 6;
constexpr float decisionsHeadHeight = 20; ///< of the first line of a column
constexpr float decisionsMarkRoom = 44;   ///< for what there is to settle

const Collection<Decision> &decisions_of(const Scene &scene) { return scene.plan().governance->decisions; }

void change(Scene &scene, const DecisionId &id, const Decision &decision, std::uint64_t gesture = 0) {
    scene.edit(change_decision(scene.plan(), id, decision), gesture);
}

// ---- The list

std::string deciders_words(const Scene &scene, const Decision &decision) {
    const std::vector<std::string> names = role_heads(scene, decision.deciders);
    if (names.empty()) {
        return "Nobody decides yet";
    }
    if (names.size() == 1) {
        return names.front();
    }
    return listed(names, decision.either ? "or" : "and") + (decision.either ? "" : " together");
}

std::string when_words(const Decision &decision) {
    std::string when = capitalised(period_words(decision.period));
    if (decision.turnaroundDays) {
        when += ", within " + counted(static_cast<std::size_t>(*decision.turnaroundDays), "day", "days");
    }
    return when + (decision.deadline.empty() ? "" : " · " + decision.deadline);
}

std::string input_words(const Scene &scene, const Decision &decision) {
    std::set<RoleId> inputs;
    for (const auto &[role, what] : decision.inputs) {
        inputs.insert(role);
    }
    return inputs.empty() ? "No input named" : "Input: " + listed(role_heads(scene, inputs), "and");
}

/// What a row says in one of its two columns: the head, and smaller what belongs to it. Nothing of it is cut.
struct DecisionColumn {
    std::string head;
    std::string more;
    TextStyle headStyle;
    TextStyle moreStyle = {.size = type::small, .colour = palette().muted};
    float width = 0;

    float head_height() const { return std::max(decisionsHeadHeight, wrapped_height(head, headStyle, width) + 2); }
    float more_height() const { return wrapped_height(more, moreStyle, width); }
    void draw(ImDrawList &list, const ImVec2 &at, float below) const {
        const float oneLine = wrapped_height("A", headStyle, width);
        draw_wrapped(list, {at.x, at.y + (decisionsHeadHeight - oneLine) / 2}, head, headStyle, width);
        draw_wrapped(list, {at.x, at.y + below}, more, moreStyle, width);
    }
};

void draw_decision(Scene &scene, const SectionPage &page, const DecisionId &id, const Decision &decision, float width) {
    const std::string name = decision.name.empty() ? "Unnamed" : decision.name;
    const std::string deciders = deciders_words(scene, decision);
    const float second = std::round(width * 0.48F);
    const DecisionColumn what{
        .head = name, .more = when_words(decision), .headStyle = {.strong = true}, .width = second - decisionsLeft - 20};
    const DecisionColumn who{.head = deciders,
                             .more = input_words(scene, decision),
                             .headStyle = {.size = type::small + 1, .colour = decision.deciders.empty() ? palette().error : palette().text},
                             .width = width - second - decisionsMarkRoom};
    const float heads = std::max(what.head_height(), who.head_height());
    const float height = std::max(decisionsRowHeight, 2 * decisionsTop + heads + std::max(what.more_height(), who.more_height()));
    const Row row = item_row(scene, page, id.text, name, {.width = width, .height = height, .value = deciders});
    const ImVec2 top(row.box.Min.x, row.box.Min.y + decisionsTop);
    what.draw(*row.list, {top.x + decisionsLeft, top.y}, heads);
    who.draw(*row.list, {top.x + second, top.y}, heads);
    draw_mark(scene, PlanSection::decisions, id.text, {row.box.Max.x - 8, row.box.GetCenter().y});
}

void draw_decisions_list(Scene &scene, const SectionPage &page, float width) {
    const std::vector<DecisionId> order = ordered(decisions_of(scene));
    if (order.empty()) {
        draw_empty_state({icon::scale, "Who may decide what?",
                          "Name the few decisions that stall: which accounts, which campaign first, which content goes out, what counts as "
                          "pipeline. Then tick who decides. Type or paste them below, or begin with those of the reference model."},
                         width);
        draw_reference_offer(scene, PlanSection::decisions, "Start with four usual decisions");
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("decisions", {at, at}, {.role = "list", .name = "Decisions"});
    for (const DecisionId &id : order) {
        draw_decision(scene, page, id, decisions_of(scene).at(id), width);
    }
    const UnderEmptyState under(order.empty());
    const std::vector<std::string> names =
        add_field(scene, "decision", "Add a decision", "Add a decision, or paste a list", under.room_of(width));
    if (!names.empty()) {
        std::vector<DecisionId> made;
        scene.edit(add_decisions(scene.plan(), names, {}, scene.app.bits(), &made));
        choose_item(scene, View::decisions, made.back().text);
    }
}

// ---- Details

void draw_who(Scene &scene, const DecisionId &id, const Decision &decision) {
    if (const auto who = role_chips(scene, "Who decides", decision.deciders)) {
        Decision changed = decision;
        changed.deciders = *who;
        change(scene, id, changed);
    }
    if (decision.deciders.size() < 2) {
        return;
    }
    if (switch_field(scene, "Any one of them is enough", decision.either, "Off: they decide together.")) {
        Decision changed = decision;
        changed.either = !decision.either;
        change(scene, id, changed);
    }
    if (decision.either) {
        return;
    }
    if (const auto role = role_field(scene, "Where they do not agree", decision.tieBreak, "The escalation decides",
                                     "One role that breaks the tie, so that a joint decision cannot stall.")) {
        Decision changed = decision;
        changed.tieBreak = *role;
        change(scene, id, changed);
    }
}

void draw_input_reason(Scene &scene, const DecisionId &id, const Decision &decision, const RoleId &role, const std::string &what) {
    if (const auto text =
            line_field(scene, role_name(scene, role) + " gives", id.text + role.text, what, {.hint = "What their input is for"})) {
        Decision changed = decision;
        changed.inputs[role] = *text;
        change(scene, id, changed);
    }
}

void draw_inputs(Scene &scene, const DecisionId &id, const Decision &decision) {
    std::set<RoleId> roles;
    for (const auto &[role, what] : decision.inputs) {
        roles.insert(role);
    }
    if (const auto picked = role_chips(scene, "Whose input goes in", roles)) {
        Decision changed = decision;
        std::erase_if(changed.inputs, [&](const auto &input) { return !picked->contains(input.first); });
        for (const RoleId &role : *picked) {
            changed.inputs.try_emplace(role);
        }
        change(scene, id, changed);
    }
    for (const auto &[role, what] : decision.inputs) {
        draw_input_reason(scene, id, decision, role, what);
    }
}

void draw_timing(Scene &scene, const DecisionId &id, const Decision &decision) {
    if (const auto period = period_field(scene, "How often", decision.period)) {
        Decision changed = decision;
        changed.period = *period;
        change(scene, id, changed);
    }
    if (const auto deadline = line_field(scene, "By when", id.text, decision.deadline, {.hint = "by month end, for the next month"})) {
        Decision changed = decision;
        changed.deadline = *deadline;
        change(scene, id, changed);
    }
    if (const auto days = number_field(scene, "How long it may take", id.text, decision.turnaroundDays,
                                       {.unit = "days", .hint = "not set", .help = "For what comes up between the dates."})) {
        Decision changed = decision;
        changed.turnaroundDays = *days;
        change(scene, id, changed);
    }
}

void draw_links(Scene &scene, const DecisionId &id, const Decision &decision) {
    if (const auto forum = meeting_field(scene, "Where it is taken", decision.forum)) {
        Decision changed = decision;
        changed.forum = *forum;
        change(scene, id, changed);
    }
    if (const auto activities =
            activity_chips(scene, "Activities it governs", decision.activities, "Fullcourt compares their A with who decides here.")) {
        Decision changed = decision;
        changed.activities = *activities;
        change(scene, id, changed);
    }
}

void draw_decisions_details(Scene &scene) {
    const DecisionId id{chosen_item(scene.state, View::decisions)};
    const Decision *decision = find(decisions_of(scene), id);
    if (decision == nullptr) {
        details_hint("Choose a decision to say who takes it, on whose input and by when.");
        return;
    }
    details_heading("Decision", decision->name);
    if (const auto name = line_field(scene, "Name", id.text, decision->name)) {
        Decision changed = *decision;
        changed.name = *name;
        change(scene, id, changed);
    }
    draw_who(scene, id, *decision);
    draw_inputs(scene, id, *decision);
    draw_timing(scene, id, *decision);
    draw_links(scene, id, *decision);
    if (remove_button(scene, "Delete the decision")) {
        scene.edit(remove_decisions(scene.plan(), {id}));
    }
}

} // namespace

void draw_decisions(Scene &scene) {
    SectionPage page{.view = View::decisions,
                     .section = PlanSection::decisions,
                     .title = "Decision rights",
                     .purpose = "Who decides, on whose input, by when.",
                     .body = {},
                     .details = draw_decisions_details};
    page.body = [&page](Scene &inner, float width) {
        draw_who_decides(inner, width);
        draw_decisions_list(inner, page, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
