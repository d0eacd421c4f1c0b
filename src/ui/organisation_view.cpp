// The account team: roles with their head-counts and lines, the people who fill them, and what the ratios ask for.
#include <algorithm>
#include <array>

#include "analysis/currency.h"
#include "analysis/staffing.h"
#include "base/text.h"
#include "edit/gestures.h"
#include "edit/section_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/organisation_parts.h"
#include "ui/role_card.h"

namespace fullcourt::ui {
namespace {

constexpr float organisationRowHeight = 44;

const Organisation &organisation_of(const Scene &scene) { return *scene.plan().organisation; }

// ---- Roles

struct OrganisationLanes {
    float function = 0;
    float heads = 0;
    float need = 0;
    float superior = 0;
    float right = 0;
};

OrganisationLanes organisation_lanes(float left, float width) {
    return {left + width * 0.31F, left + width * 0.56F, left + width * 0.65F, left + width * 0.76F, left + width - 12};
}

std::array<ColumnHead, 5> organisation_heads(float width) {
    const OrganisationLanes lanes = organisation_lanes(0, width);
    return {ColumnHead{"Role", lanes.function - 12}, ColumnHead{"Core function", lanes.heads - lanes.function},
            ColumnHead{"Heads", lanes.need - lanes.heads}, ColumnHead{"Need", lanes.superior - lanes.need},
            ColumnHead{"Reports to", lanes.right - lanes.superior}};
}

std::string need_words(const std::optional<Need> &need) {
    if (!need) {
        return "–";
    }
    return need->least == need->most ? std::to_string(need->least) : std::to_string(need->least) + "–" + std::to_string(need->most);
}

bool outside(const StaffingRow &row) {
    return row.headcount && row.need && (*row.headcount < row.need->least || *row.headcount > row.need->most);
}

void draw_role(Scene &scene, const SectionPage &page, const StaffingRow &staffed, float width) {
    const Role &role = organisation_of(scene).roles.at(staffed.role);
    const std::string name = role.name.empty() ? "Unnamed" : role.name;
    const std::string heads = staffed.headcount ? std::to_string(*staffed.headcount) : std::string("–");
    const Row row =
        item_row(scene, page, staffed.role.text, name, {.width = width, .height = organisationRowHeight, .value = heads + " heads"});
    const OrganisationLanes lanes = organisation_lanes(row.box.Min.x, width);
    const auto cell = [&](float from, float to) { return ImRect({from, row.box.Min.y}, {to - 10, row.box.Max.y}); };
    const TextStyle plain{.size = type::small + 1};
    const TextStyle muted{.size = type::small + 1, .colour = palette().muted};
    draw_line(*row.list, cell(row.box.Min.x + 12, lanes.function), name, {.size = type::small + 1, .strong = true});
    const std::string core = role.core == CoreFunction::none ? "–" : capitalised(core_function_name(role.core, false));
    if (const ImRect room = cell(lanes.function, lanes.heads); text_size(core, plain).x <= room.GetWidth()) {
        draw_line(*row.list, room, core, role.core == CoreFunction::none ? muted : plain);
    } else {
        draw_two_lines(*row.list, room, core, {.size = type::small}, Align::left);
    }
    draw_line(*row.list, cell(lanes.heads, lanes.need), heads, staffed.headcount ? plain : muted);
    draw_line(*row.list, cell(lanes.need, lanes.superior), need_words(staffed.need),
              outside(staffed) ? TextStyle{.size = type::small + 1, .colour = palette().warning, .strong = true} : muted);
    const Role *superior = find(organisation_of(scene).roles, role.reportsTo);
    const float mark = draw_mark(scene, PlanSection::organisation, staffed.role.text, {lanes.right, row.box.GetCenter().y});
    draw_line(*row.list, cell(lanes.superior, lanes.right - mark), superior == nullptr ? "–" : head_name(*superior),
              superior == nullptr ? muted : plain);
}

void draw_roles(Scene &scene, const SectionPage &page, float width) {
    const std::vector<StaffingRow> rows = staffing(scene.plan());
    const ImVec2 top = ImGui::GetCursorScreenPos();
    if (rows.empty()) {
        draw_empty_state(
            {icon::users, "Who is on the account team?",
             "Name the roles, not the people: account executive, SDR, account marketer, product specialist, and who leads them. "
             "Type or paste them below, or begin with those of the reference model."},
            width);
        draw_reference_offer(scene, PlanSection::organisation, "Start with seven usual roles");
    } else {
        column_heads(organisation_heads(width));
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("roles", {at, at}, {.role = "list", .name = "Roles"});
    for (const StaffingRow &row : rows) {
        draw_role(scene, page, row, width);
    }
    if (!rows.empty()) {
        keep_column_heads(organisation_heads(width), {top, {top.x + width, ImGui::GetCursorScreenPos().y}});
    }
    const UnderEmptyState under(rows.empty());
    const std::vector<std::string> names = add_field(scene, "role", "Add a role", "Add a role, or paste a list", under.room_of(width));
    if (!names.empty()) {
        std::vector<RoleId> made;
        scene.edit(add_roles(scene.plan(), names, {}, scene.app.bits(), &made));
        choose_item(scene, View::organisation, made.back().text);
    }
}

// ---- Details of a role

const std::array<std::string, 8> organisationFunctionNames = {"Other",   "Sales",      "Marketing", "Product", "Customer success",
                                                              "Finance", "Operations", "Leadership"};
const std::array<std::string, 5> organisationCoreNames = {"No core function", "Account executive", "Sales development", "Account marketing",
                                                          "Product specialist"};

void draw_names(Scene &scene, const RoleId &id, const Role &role) {
    if (const auto name = line_field(scene, "Role name", id.text, role.name)) {
        Role changed = role;
        changed.name = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    if (const auto name = line_field(scene, "Short name", id.text, role.shortName, {.hint = "As the name"})) {
        Role changed = role;
        changed.shortName = *name;
        scene.edit(change_role(scene.plan(), id, changed));
    }
    if (const auto picked = choice_field(scene, "Function", organisationFunctionNames, static_cast<int>(role.function))) {
        Role changed = role;
        changed.function = static_cast<BusinessFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
    if (const auto picked = choice_field(scene, "Core function", organisationCoreNames, static_cast<int>(role.core),
                                         "The four functions that must exist, even where one person covers several.")) {
        Role changed = role;
        changed.core = static_cast<CoreFunction>(*picked);
        scene.edit(change_role(scene.plan(), id, changed));
    }
}

void draw_numbers(Scene &scene, const RoleId &id, const Role &role) {
    if (const auto heads =
            number_field(scene, "Head-count", id.text, role.headcount,
                         {.unit = "people", .hint = "not set", .help = "0 means that nobody fills it; empty means that it is not said."})) {
        scene.edit(set_headcount(scene.plan(), id, *heads));
    }
    const std::optional<int> cost = role.costPerHead ? std::optional<int>(static_cast<int>(*role.costPerHead)) : std::nullopt;
    const std::string currency = currency_of(*scene.plan().accounts);
    if (const auto typed = number_field(
            scene, "Cost per head", id.text, cost,
            {.most = 100'000'000, .unit = currency.empty() ? "a year, in your currency" : currency + " a year", .hint = "optional"})) {
        scene.edit(set_cost_per_head(scene.plan(), id, *typed ? std::optional<double>(**typed) : std::nullopt));
    }
}

void draw_lines(Scene &scene, const RoleId &id, const Role &role) {
    if (const auto superior = role_field(scene, "Reports to", role.reportsTo, "Nobody in the plan", "The solid line.")) {
        scene.edit(set_reports_to(scene.plan(), id, *superior));
    }
    if (const auto superior =
            role_field(scene, "Dotted line to", role.dottedTo, "None", "A second line, for priorities rather than for pay.")) {
        scene.edit(set_dotted_line(scene.plan(), id, *superior));
    }
}

void draw_organisation_role_details(Scene &scene, const RoleId &id, const Role &role) {
    details_heading("Role", role.name);
    draw_numbers(scene, id, role);
    draw_lines(scene, id, role);
    draw_names(scene, id, role);
    draw_role_card(scene, id);
    if (remove_button(scene, "Delete the role")) {
        scene.edit(remove_roles(scene.plan(), {id}));
    }
}

void draw_organisation_details(Scene &scene) {
    const std::string chosen = chosen_item(scene.state, View::organisation);
    const Role *role = find(organisation_of(scene).roles, RoleId{chosen});
    const Person *person = find(organisation_of(scene).people, PersonId{chosen});
    if (role != nullptr) {
        draw_organisation_role_details(scene, RoleId{chosen}, *role);
    } else if (person != nullptr) {
        draw_person_details(scene, PersonId{chosen}, *person);
    } else {
        details_hint("Choose a role or a person to see the details.");
    }
}

} // namespace

void draw_organisation(Scene &scene) {
    SectionPage page{.view = View::organisation,
                     .section = PlanSection::organisation,
                     .title = "Organisation",
                     .purpose = "Roles, head-counts and lines; people where you want to name them.",
                     .body = {},
                     .details = draw_organisation_details};
    page.body = [&page](Scene &inner, float width) {
        draw_roles(inner, page, width);
        draw_chart(inner, width);
        draw_ratios(inner, width);
        draw_people(inner, page, width);
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
