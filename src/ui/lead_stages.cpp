// The lead stages as an agreement: what each means, what is done at it, how, when, why and by whom, and who signed that.
#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "edit/contact_gestures.h"
#include "ui/answer_scale.h"
#include "ui/contact_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float leadStagesRowHeight = 66;
constexpr float leadStagesNameWidth = 96;
constexpr float ownerWidth = 132;
constexpr float withinWidth = 72;
constexpr float signedWidth = 104;

const Collection<LeadStage> &stages_of(const Scene &scene) { return scene.plan().contacts->stages; }

std::size_t contacts_in(const Scene &scene, const LeadStageId &id) {
    const auto &contacts = scene.plan().contacts->contacts;
    return static_cast<std::size_t>(
        std::count_if(contacts.begin(), contacts.end(), [&](const auto &each) { return each.second.stage == id; }));
}

std::string signed_words(const LeadStage &stage) {
    if (stage.signedByMarketing && stage.signedBySales) {
        return "signed by both sides";
    }
    return stage.signedByMarketing ? "signed by marketing" : stage.signedBySales ? "signed by sales" : "not signed";
}

void draw_stage(Scene &scene, const SectionPage &page, const LeadStageId &id, float width) {
    const LeadStage &stage = stages_of(scene).at(id);
    const std::string name = stage.name.empty() ? "Unnamed" : stage.name;
    const bool empty = trimmed(stage.definition).empty();
    const std::string definition = empty ? std::string("Not defined yet") : on_one_line(stage.definition);
    const TextStyle style{.size = type::small, .colour = empty ? palette().muted : palette().text};
    // What both sides sign stands there whole: beside the owner, or below where little room is left there.
    constexpr float leastBeside = 200;
    constexpr float factsHeight = 40;
    const float beside = width - leadStagesNameWidth - signedWidth - withinWidth - ownerWidth - 16;
    const bool below = beside < leastBeside;
    const float definitionWidth = below ? width - leadStagesNameWidth - 16 : beside;
    const float definitionHeight = wrapped_height(definition, style, definitionWidth);
    const float height = below ? factsHeight + definitionHeight + 14 : definitionHeight + 24;
    const Row row = item_row(scene, page, id.text, name,
                             {.width = width, .height = std::max(leadStagesRowHeight, height), .value = signed_words(stage)});
    const ImRect &box = row.box;
    const ImRect facts(box.Min, {box.Max.x, below ? box.Min.y + factsHeight : box.Max.y});
    const float text = box.Min.x + leadStagesNameWidth;
    const float owner = box.Max.x - signedWidth - withinWidth - ownerWidth;
    const float names = below ? facts.GetCenter().y - 22 : box.GetCenter().y - leadStagesRowHeight / 2;
    draw_line(*row.list, {{box.Min.x + 12, names + 10}, {text - 8, names + 34}}, name, {.strong = true});
    draw_line(*row.list, {{box.Min.x + 12, names + 34}, {text - 4, names + 54}}, counted(contacts_in(scene, id), "contact", "contacts"),
              {.size = type::tiny, .colour = palette().muted});
    draw_wrapped(*row.list, {text, below ? facts.Max.y : box.GetCenter().y - definitionHeight / 2}, definition, style, definitionWidth);
    const Role *role = find(scene.plan().organisation->roles, stage.owner);
    const auto cell = [&](float from, float to) { return ImRect({from, facts.Min.y}, {to - 8, facts.Max.y}); };
    draw_line(*row.list, cell(owner, owner + ownerWidth), role == nullptr ? "Nobody" : head_name(*role),
              {.size = type::small + 1, .colour = role == nullptr ? palette().muted : palette().text});
    draw_line(*row.list, cell(owner + ownerWidth, owner + ownerWidth + withinWidth),
              stage.responseHours ? std::to_string(*stage.responseHours) + " h" : std::string("–"),
              {.size = type::small + 1, .colour = stage.responseHours ? palette().text : palette().muted});
    draw_signatures({box.Max.x - signedWidth, facts.GetCenter().y}, stage.signedByMarketing, stage.signedBySales);
    draw_mark(scene, PlanSection::contacts, id.text, {box.Max.x - 8, facts.GetCenter().y});
}

/// So that the stages add up to all contacts.
void draw_stageless(Scene &scene, float width) {
    const std::size_t without = contacts_in(scene, LeadStageId());
    if (without == 0) {
        return;
    }
    const std::string words = counted(without, "contact", "contacts") + " in no stage yet";
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float height = 32;
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 12, at.y}, {at.x + width, at.y + height}}, words,
              {.size = type::small, .colour = palette().muted});
    semantics::at(ImGui::GetID("##stageless"), {at, {at.x + width, at.y + height}}, {.role = "listitem", .name = words});
    ImGui::Dummy({width, height});
}

// ---- Details

void change(Scene &scene, const LeadStageId &id, const LeadStage &stage, std::uint64_t gesture = 0) {
    scene.edit(change_lead_stage(scene.plan(), id, stage), gesture);
}

void draw_texts(Scene &scene, const LeadStageId &id, const LeadStage &stage) {
    const auto area = [&](const char *name, const char *hint, std::string LeadStage::*text) {
        if (const auto typed = text_area(scene, name, id.text, stage.*text, {.hint = hint})) {
            LeadStage changed = stage;
            changed.*text = typed->text;
            change(scene, id, changed, typed->gesture);
        }
    };
    area("Definition", "When a contact is in it", &LeadStage::definition);
    area("What is done, and how", "Call, ask, note", &LeadStage::action);
    area("When", "Within a working day", &LeadStage::timing);
    area("Why", "What would go wrong else", &LeadStage::reason);
}

void draw_rule(Scene &scene, const LeadStageId &id, const LeadStage &stage) {
    static const std::array<std::string, 5> grades = {"Any grade", "A", "B or better", "C or better", "D or better"};
    const int chosen = stage.leastGrade ? static_cast<int>(*stage.leastGrade) + 1 : 0;
    if (const auto picked = choice_field(scene, "Proposed from this grade on", grades, chosen,
                                         "The rule only proposes: a person, or the CRM, puts contacts into a stage.")) {
        LeadStage changed = stage;
        changed.leastGrade = *picked == 0 ? std::nullopt : std::optional(static_cast<FitGrade>(*picked - 1));
        change(scene, id, changed);
    }
    if (const auto points = number_field(scene, "And from so many points", id.text, static_cast<int>(stage.leastPoints),
                                         {.most = 1'000'000, .unit = "points"})) {
        LeadStage changed = stage;
        changed.leastPoints = points->value_or(0);
        change(scene, id, changed);
    }
    if (const auto answers = number_field(scene, "And so many of budget, authority, need, timeline", id.text, stage.leastAnswers,
                                          {.most = 4, .unit = "of 4"})) {
        LeadStage changed = stage;
        changed.leastAnswers = answers->value_or(0);
        change(scene, id, changed);
    }
}

// ---- What activities are worth

void draw_worth(Scene &scene, ContactActivityKind kind, float width) {
    const LeadPolicy &policy = scene.plan().contacts->policy;
    const ActivityWorth worth = worth_of(policy, kind);
    const std::string name(activity_name(kind));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float cellWidth = 84;
    constexpr float lane = 128;
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 12, at.y}, {at.x + 150, at.y + controlHeight}}, capitalised(name),
              {.size = type::small + 1});
    const auto put = [&](ActivityWorth changed) {
        LeadPolicy next = policy;
        next.worth[kind] = changed;
        scene.edit(set_lead_policy(scene.plan(), next));
    };
    const float left = at.x + std::min(160.0F, width - 3 * lane);
    ImGui::SetCursorScreenPos({left, at.y});
    if (const auto points = number_cell(scene, "Points of a " + name, worth.points, 0, 1'000, cellWidth)) {
        put({*points, worth.typicalMinutes, worth.halfLife});
    }
    ImGui::SetCursorScreenPos({left + lane, at.y});
    if (const auto minutes = number_cell(scene, "Usual minutes of a " + name, worth.typicalMinutes, 0, 10'000, cellWidth)) {
        put({worth.points, *minutes, worth.halfLife});
    }
    ImGui::SetCursorScreenPos({left + 2 * lane, at.y});
    if (const auto days = number_cell(scene, "Half-life of a " + name, worth.halfLife, 0.01, 100'000, cellWidth)) {
        put({worth.points, worth.typicalMinutes, *days});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 4});
    ImGui::Dummy({0, 0});
}

void draw_limit(Scene &scene, const std::string &label, int value, int least, int most, const std::function<void(LeadPolicy &, int)> &set) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_line(*ImGui::GetWindowDrawList(), {{at.x + 12, at.y}, {at.x + 400, at.y + controlHeight}}, label, {.size = type::small + 1});
    ImGui::SetCursorScreenPos({at.x + 416, at.y});
    if (const auto number = number_cell(scene, label, value, least, most, 84)) {
        LeadPolicy next = scene.plan().contacts->policy;
        set(next, static_cast<int>(*number));
        scene.edit(set_lead_policy(scene.plan(), next));
    }
    ImGui::SetCursorScreenPos({at.x, at.y + controlHeight + 4});
    ImGui::Dummy({0, 0});
}

} // namespace

void draw_lead_stages(Scene &scene, const SectionPage &page, float width) {
    if (stages_of(scene).empty()) {
        draw_empty_state(
            {icon::listChecks, "When does a lead go from marketing to sales?",
             "Agree for each stage what it means, what is done, by whom and how fast. Begin with four stages and texts to argue "
             "about, or name your own."},
            width);
        if (button("##start", "Start with MQL, TQL, SAL and SQL",
                   {.icon = icon::wandSparkles, .look = Look::primary, .disabled = !scene.editable})) {
            scene.edit(start_lead_stages(scene.plan()));
        }
    } else {
        const std::array heads = {ColumnHead{"Stage", leadStagesNameWidth - 12},
                                  ColumnHead{"Definition", width - leadStagesNameWidth - ownerWidth - withinWidth - signedWidth},
                                  ColumnHead{"Owner", ownerWidth}, ColumnHead{"Within", withinWidth}, ColumnHead{"Signed", signedWidth}};
        column_heads(heads);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const semantics::Group group("lead-stages", {at, at}, {.role = "list", .name = "Lead stages"});
        for (const LeadStageId &id : ordered(stages_of(scene))) {
            draw_stage(scene, page, id, width);
        }
        draw_stageless(scene, width);
    }
    const UnderEmptyState under(stages_of(scene).empty());
    const std::vector<std::string> names =
        add_field(scene, "lead-stage", "Add a lead stage", "Add a lead stage, or paste a list", under.room_of(width));
    if (!names.empty()) {
        std::vector<LeadStageId> made;
        scene.edit(add_lead_stages(scene.plan(), names, scene.app.bits(), &made));
        choose_item(scene, View::contacts, made.back().text);
    }
}

void draw_lead_stage_details(Scene &scene, const LeadStageId &id) {
    const LeadStage &stage = stages_of(scene).at(id);
    details_heading("Lead stage", stage.name);
    if (const auto name = line_field(scene, "Name", id.text, stage.name)) {
        LeadStage changed = stage;
        changed.name = *name;
        change(scene, id, changed);
    }
    caption("Both sides agree", "Changing what the stage says takes the signatures back.");
    if (switch_field(scene, "Signed by marketing", stage.signedByMarketing)) {
        scene.edit(sign_lead_stage(scene.plan(), id, Side::marketing, !stage.signedByMarketing));
    }
    if (switch_field(scene, "Signed by sales", stage.signedBySales)) {
        scene.edit(sign_lead_stage(scene.plan(), id, Side::sales, !stage.signedBySales));
    }
    if (const auto owner = role_field(scene, "By whom", stage.owner)) {
        LeadStage changed = stage;
        changed.owner = *owner;
        change(scene, id, changed);
    }
    if (const auto hours = number_field(scene, "Answered within", id.text, stage.responseHours,
                                        {.unit = "hours, Monday to Friday", .hint = "24", .help = "24 hours count as one working day."})) {
        LeadStage changed = stage;
        changed.responseHours = *hours;
        change(scene, id, changed);
    }
    draw_texts(scene, id, stage);
    draw_rule(scene, id, stage);
    if (remove_button(scene, "Delete the stage")) {
        scene.edit(remove_lead_stages(scene.plan(), {id}));
    }
}

void draw_lead_policy(Scene &scene, float width) {
    body_heading("What activities are worth", "what was only shown, or sent and not opened, is worth nothing");
    const std::array heads = {ColumnHead{"Kind", std::min(160.0F, width - 384) - 12}, ColumnHead{"Points", 128},
                              ColumnHead{"Usual minutes", 128}, ColumnHead{"Half-life, days", 128}};
    column_heads(heads);
    for (const ContactActivityKind kind : contactActivityKinds) {
        draw_worth(scene, kind, width);
    }
    body_heading("What counts");
    const LeadPolicy &policy = scene.plan().contacts->policy;
    draw_limit(scene, "Grade A: points of fit, of five", policy.gradeA, 0, 5, [](LeadPolicy &next, int value) { next.gradeA = value; });
    draw_limit(scene, "Grade B: points of fit", policy.gradeB, 0, 5, [](LeadPolicy &next, int value) { next.gradeB = value; });
    draw_limit(scene, "Grade C: points of fit", policy.gradeC, 0, 5, [](LeadPolicy &next, int value) { next.gradeC = value; });
    draw_limit(scene, "Engaged by what happened within so many days", policy.engagedDays, 1, 100'000,
               [](LeadPolicy &next, int value) { next.engagedDays = value; });
    draw_limit(scene, "Members of a committee, assumed until it is mapped", policy.committeeSize, 1, 1'000,
               [](LeadPolicy &next, int value) { next.committeeSize = value; });
}

} // namespace fullcourt::ui
