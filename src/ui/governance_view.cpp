// Governance: processes, standards, how the sides work together, what keeps the model improving, and the tools; as short
// lines, not forms.
#include <algorithm>
#include <array>

#include "base/date_words.h"
#include "base/text.h"
#include "edit/practice_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/section.h"

namespace fullcourt::ui {
namespace {

constexpr float governanceRowHeight = 48;
constexpr float governanceLineHeight = 18;
constexpr float toolHeight = 66;

const Practices &practices_of(const Scene &scene) { return *scene.plan().practices; }

struct Kind {
    PracticeKind kind;
    const char *title;
    const char *about;
    const char *add;
    const char *one;
};
constexpr std::array governanceKinds = {
    Kind{PracticeKind::process, "Processes", "How accounts are selected, campaigns run, content made and results reported", "Add a process",
         "Process"},
    Kind{PracticeKind::standard, "Standards", "Tone, data and privacy, technology, personalisation", "Add a standard", "Standard"},
    Kind{PracticeKind::collaboration, "Working together", "With customer success, product and operations too", "Add a way of working",
         "Way of working"},
    Kind{PracticeKind::improvement, "Improvement", "Reviews, also of this model; feedback; training with dates", "Add an improvement",
         "Improvement"},
};

const std::array<std::string, 6> governancePurposeNames = {"Other", "Accounts", "Campaigns", "Content", "Analytics", "Communication"};

// ---- Lists

std::string summary_of(const Practice &practice) {
    if (!practice.steps.empty()) {
        std::string steps;
        for (const std::string &step : practice.steps) {
            steps += (steps.empty() ? "" : " → ") + step;
        }
        return steps;
    }
    return practice.text.empty() ? "Nothing written down yet" : practice.text.substr(0, practice.text.find('\n'));
}

std::string when_of(const Practice &practice) {
    if (!practice.due.empty()) {
        return short_date_words(practice.due);
    }
    return practice.period.unit == PeriodUnit::none ? std::string() : period_words(practice.period);
}

void draw_practice(Scene &scene, const SectionPage &page, const PracticeId &id, const Practice &practice, float width) {
    const std::string name = practice.name.empty() ? "Unnamed" : practice.name;
    constexpr float ownersWidth = 250; // and what is right of them
    const std::string summary = summary_of(practice);
    const TextStyle muted{.size = type::small, .colour = palette().muted};
    // What does not fit into one line has a second one: on a tablet the steps of most processes need it.
    const float room = width - ownersWidth - 24;
    const float more = text_size(summary, muted).x > room ? governanceLineHeight : 0;
    const Row row = item_row(scene, page, id.text, name, {.width = width, .height = governanceRowHeight + more, .value = summary});
    const float middle = row.box.GetCenter().y;
    const float mark = draw_mark(scene, page.section, id.text, {row.box.Max.x - 8, middle});
    const float owners = row.box.Max.x - ownersWidth;
    const float left = row.box.Min.x + 12;
    const float below = row.box.Min.y + governanceRowHeight / 2;
    draw_line(*row.list, {{left, row.box.Min.y + 5}, {owners - 12, below + 1}}, name, {.size = type::small + 1, .strong = true});
    draw_two_lines(*row.list, {{left, below}, {left + room, row.box.Max.y - 5}}, summary, muted, Align::left);
    const Role *owner = find(scene.plan().organisation->roles, practice.owner);
    draw_labels(*row.list, {{owners, row.box.Min.y}, {owners + 130, row.box.Max.y}},
                owner == nullptr ? std::vector<std::string>() : std::vector<std::string>{head_name(*owner)}, "No owner");
    draw_line(*row.list, {{owners + 134, row.box.Min.y}, {row.box.Max.x - 14 - mark, row.box.Max.y}}, when_of(practice), muted);
}

void draw_kind(Scene &scene, const SectionPage &page, const Kind &kind, float width) {
    body_heading(kind.title, kind.about);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group(kind.title, {at, at}, {.role = "list", .name = kind.title});
    for (const PracticeId &id : ordered(practices_of(scene).practices)) {
        const Practice &practice = practices_of(scene).practices.at(id);
        if (practice.kind == kind.kind) {
            draw_practice(scene, page, id, practice, width);
        }
    }
    const std::vector<std::string> names = add_field(scene, kind.title, kind.add, std::string(kind.add) + ", or paste a list", width);
    if (!names.empty()) {
        std::vector<PracticeId> made;
        scene.edit(add_practices(scene.plan(), kind.kind, names, scene.app.bits(), &made));
        choose_item(scene, View::governance, made.back().text);
    }
}

std::string training_words(const Tool &tool) { return tool.training.empty() ? "No training named" : "Training: " + tool.training; }

/// Which tools data flows to and from: a tool that stands alone is typed into twice.
std::string flow_words(const Scene &scene, const ToolId &id) {
    const Collection<Tool> &tools = practices_of(scene).tools;
    std::vector<std::string> names;
    for (const ToolId &other : ordered(tools)) {
        if (other != id && integrate(tools, id, other)) {
            names.push_back(tools.at(other).name.empty() ? "Unnamed" : tools.at(other).name);
        }
    }
    return names.empty() ? "No data flows" : "Data flows with " + listed(names);
}

void draw_tool(Scene &scene, const SectionPage &page, const ToolId &id, const Tool &tool, float width) {
    const std::string name = tool.name.empty() ? "Unnamed" : tool.name;
    const std::string &purpose = governancePurposeNames[static_cast<std::size_t>(tool.purpose)];
    const std::string flow = flow_words(scene, id);
    const Row row = item_row(scene, page, id.text, name,
                             {.width = width, .height = toolHeight, .value = purpose + ". " + training_words(tool) + ". " + flow});
    const float middle = row.box.GetCenter().y;
    const float mark = draw_mark(scene, page.section, id.text, {row.box.Max.x - 8, middle});
    const float access = row.box.Min.x + width * 0.4F;
    const float left = row.box.Min.x + 12;
    const float top = row.box.Min.y + 5;
    const TextStyle muted{.size = type::small, .colour = palette().muted};
    draw_line(*row.list, {{left, top}, {access - 12, top + 20}}, name, {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{left, top + 20}, {access - 12, top + 38}}, training_words(tool), muted);
    draw_line(*row.list, {{left, top + 38}, {access - 12, top + 56}}, flow, muted);
    draw_labels(*row.list, {{access, row.box.Min.y}, {row.box.Max.x - 16 - mark, row.box.Max.y}}, role_heads(scene, tool.access),
                "Nobody has access yet");
}

std::vector<ToolId> tools_for(const Scene &scene, ToolPurpose purpose) {
    std::vector<ToolId> ids;
    for (const ToolId &id : ordered(practices_of(scene).tools)) {
        if (practices_of(scene).tools.at(id).purpose == purpose) {
            ids.push_back(id);
        }
    }
    return ids;
}

void draw_governance_tools(Scene &scene, const SectionPage &page, float width) {
    body_heading("Tools", "By what they are for; few, connected, and everybody can use them");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("Tools", {at, at}, {.role = "list", .name = "Tools"});
    constexpr std::array order = {ToolPurpose::accounts,  ToolPurpose::campaigns,     ToolPurpose::content,
                                  ToolPurpose::analytics, ToolPurpose::communication, ToolPurpose::other};
    for (const ToolPurpose purpose : order) {
        const std::vector<ToolId> ids = tools_for(scene, purpose);
        if (ids.empty()) {
            continue;
        }
        gap(6);
        line(governancePurposeNames[static_cast<std::size_t>(purpose)], {.size = type::tiny, .colour = palette().muted, .strong = true});
        for (const ToolId &id : ids) {
            draw_tool(scene, page, id, practices_of(scene).tools.at(id), width);
        }
    }
    const std::vector<std::string> names = add_field(scene, "tools", "Add a tool", "Add a tool", width);
    if (!names.empty()) {
        ToolId made;
        scene.edit(add_tool(scene.plan(), ToolPurpose::other, names.front(), {}, scene.app.bits(), &made));
        choose_item(scene, View::governance, made.text);
    }
}

/// Until something is written down.
void draw_governance_start(Scene &scene, float width) {
    if (!practices_of(scene).practices.empty() || !practices_of(scene).tools.empty()) {
        return;
    }
    draw_empty_state({icon::shieldCheck, "What holds everywhere, whoever does it?",
                      "How accounts are chosen and content is approved, which standards hold, how the model itself is looked at again, and "
                      "with which tools. Type or paste below, or begin with what the reference model has."},
                     width);
    draw_reference_offer(scene, PlanSection::governance, "Start with the usual practices");
}

// ---- Details of a practice

void change(Scene &scene, const PracticeId &id, const Practice &practice, std::uint64_t gesture = 0) {
    scene.edit(change_practice(scene.plan(), id, practice), gesture);
}

void draw_texts(Scene &scene, const PracticeId &id, const Practice &practice) {
    if (const auto text = text_area(scene, "What is agreed", id.text, practice.text)) {
        Practice changed = practice;
        changed.text = text->text;
        change(scene, id, changed, text->gesture);
    }
    if (practice.kind != PracticeKind::process) {
        return;
    }
    if (const auto steps = lines_field(scene, "Steps", id.text, practice.steps, {.hint = "One a line"})) {
        Practice changed = practice;
        changed.steps = steps->lines;
        change(scene, id, changed, steps->gesture);
    }
}

void draw_owners(Scene &scene, const PracticeId &id, const Practice &practice) {
    if (const auto owner = role_field(scene, "Who keeps it alive", practice.owner)) {
        Practice changed = practice;
        changed.owner = *owner;
        change(scene, id, changed);
    }
    if (practice.kind != PracticeKind::process) {
        return;
    }
    if (const auto who = role_chips(scene, "Who approves", practice.approvers)) {
        Practice changed = practice;
        changed.approvers = *who;
        change(scene, id, changed);
    }
}

void draw_dates(Scene &scene, const PracticeId &id, const Practice &practice) {
    if (const auto period = period_field(scene, "Reviewed or held", practice.period)) {
        Practice changed = practice;
        changed.period = *period;
        change(scene, id, changed);
    }
    if (const auto due = date_field(scene, "Next date", id.text, practice.due)) {
        Practice changed = practice;
        changed.due = *due;
        change(scene, id, changed);
    }
}

void draw_practice_details(Scene &scene, const PracticeId &id, const Practice &practice) {
    const auto kind = std::find_if(governanceKinds.begin(), governanceKinds.end(),
                                   [&](const Kind &candidate) { return candidate.kind == practice.kind; });
    details_heading(kind->one, practice.name);
    if (const auto name = line_field(scene, "Name", id.text, practice.name)) {
        Practice changed = practice;
        changed.name = *name;
        change(scene, id, changed);
    }
    draw_texts(scene, id, practice);
    draw_owners(scene, id, practice);
    draw_dates(scene, id, practice);
    if (remove_button(scene, "Delete it")) {
        scene.edit(remove_practices(scene.plan(), {id}));
    }
}

// ---- Details of a tool

void draw_connections(Scene &scene, const ToolId &id) {
    const Collection<Tool> &tools = practices_of(scene).tools;
    std::vector<Chip> others;
    std::set<std::string> connected;
    for (const ToolId &other : ordered(tools)) {
        if (other == id) {
            continue;
        }
        others.push_back({other.text, tools.at(other).name});
        if (integrate(tools, id, other)) {
            connected.insert(other.text);
        }
    }
    const auto changed = chips_field(scene, "Data flows to and from", others, connected);
    if (!changed) {
        return;
    }
    for (const Chip &other : others) {
        if (changed->contains(other.id) && !connected.contains(other.id)) {
            scene.edit(connect_tools(scene.plan(), id, ToolId{other.id}));
        } else if (!changed->contains(other.id) && connected.contains(other.id)) {
            scene.edit(disconnect_tools(scene.plan(), id, ToolId{other.id}));
        }
    }
}

void draw_tool_details(Scene &scene, const ToolId &id, const Tool &tool) {
    details_heading("Tool", tool.name);
    Tool changed = tool;
    bool edited = false;
    if (const auto name = line_field(scene, "Name", id.text, tool.name)) {
        changed.name = *name;
        edited = true;
    }
    if (const auto purpose = choice_field(scene, "What it is for", governancePurposeNames, static_cast<int>(tool.purpose))) {
        changed.purpose = static_cast<ToolPurpose>(*purpose);
        edited = true;
    }
    if (const auto owner = role_field(scene, "Who looks after it", tool.owner)) {
        changed.owner = *owner;
        edited = true;
    }
    if (const auto access = role_chips(scene, "Who has access", tool.access)) {
        changed.access = *access;
        edited = true;
    }
    if (const auto training = line_field(scene, "Training", id.text, tool.training, {.hint = "who trains whom, and when"})) {
        changed.training = *training;
        edited = true;
    }
    if (edited) {
        scene.edit(change_tool(scene.plan(), id, changed));
    }
    draw_connections(scene, id);
    if (remove_button(scene, "Delete the tool")) {
        scene.edit(remove_tools(scene.plan(), {id}));
    }
}

void draw_governance_details(Scene &scene) {
    const std::string chosen = chosen_item(scene.state, View::governance);
    const Practice *practice = find(practices_of(scene).practices, PracticeId{chosen});
    const Tool *tool = find(practices_of(scene).tools, ToolId{chosen});
    if (practice != nullptr) {
        draw_practice_details(scene, PracticeId{chosen}, *practice);
    } else if (tool != nullptr) {
        draw_tool_details(scene, ToolId{chosen}, *tool);
    } else {
        details_hint("Choose a line to say what is agreed, who keeps it alive and when it is looked at again.");
    }
}

} // namespace

void draw_governance(Scene &scene) {
    SectionPage page{.view = View::governance,
                     .section = PlanSection::governance,
                     .title = "Governance",
                     .purpose = "What keeps the model consistent: processes, standards, tools, and how it improves.",
                     .body = {},
                     .details = draw_governance_details};
    page.body = [&page](Scene &inner, float width) {
        draw_governance_start(inner, width);
        for (const Kind &kind : governanceKinds) {
            draw_kind(inner, page, kind, width);
        }
        draw_governance_tools(inner, page, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
