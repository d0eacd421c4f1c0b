// People, where a plan names them: which hats they wear and for how much of their time; vacancies.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "edit/people_list.h"
#include "edit/section_gestures.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/organisation_parts.h"

namespace fullcourt::ui {
namespace {

constexpr float organisationPeopleRowHeight = 40;

std::string share_words(double share) { return share > 0 ? " " + std::to_string(std::lround(share * 100)) + " %" : std::string(); }

std::vector<std::string> hat_words(const Scene &scene, const Person &person) {
    std::vector<std::string> words;
    for (const RoleId &id : ordered(scene.plan().organisation->roles)) {
        if (const auto hat = person.hats.find(id); hat != person.hats.end()) {
            words.push_back(head_name(scene.plan().organisation->roles.at(id)) + share_words(hat->second));
        }
    }
    return words;
}

std::string shown_name(const Person &person) {
    return person.vacant ? (person.name.empty() ? "Vacant" : person.name + " (vacant)") : person.name.empty() ? "Unnamed" : person.name;
}

void draw_person(Scene &scene, const SectionPage &page, const PersonId &id, const Person &person, float width) {
    const std::vector<std::string> hats = hat_words(scene, person);
    const Row row =
        item_row(scene, page, id.text, shown_name(person), {.width = width, .height = organisationPeopleRowHeight, .value = listed(hats)});
    const float names = row.box.Min.x + width * 0.32F;
    draw_line(*row.list, {{row.box.Min.x + 12, row.box.Min.y}, {names - 10, row.box.Max.y}}, shown_name(person),
              {.size = type::small + 1, .colour = person.vacant ? palette().muted : palette().text, .strong = !person.vacant});
    const float mark = draw_mark(scene, PlanSection::organisation, id.text, {row.box.Max.x - 12, row.box.GetCenter().y});
    draw_labels(*row.list, {{names, row.box.Min.y}, {row.box.Max.x - 16 - mark, row.box.Max.y}}, hats, "No role yet");
}

void add_pasted(Scene &scene, const std::vector<std::string> &lines) {
    std::string text;
    for (const std::string &line : lines) {
        text += line + "\n";
    }
    const PastedPeople list = add_people_list(scene.plan(), text, scene.app.bits());
    scene.edit(list.edit);
    scene.scratch.picks["people-unknown"] = listed(list.unknownRoles);
}

void draw_unknown(Scene &scene, float width) {
    const std::string &unknown = scene.scratch.picks["people-unknown"];
    if (unknown.empty()) {
        return;
    }
    gap(6);
    paragraph("Not a role of this plan: " + unknown + ". The people are in; give them a role here, or add the role above.",
              {.size = type::small + 1, .colour = palette().warning}, width);
}

void draw_share(Scene &scene, const PersonId &id, const Person &person, const RoleId &role, double share) {
    const std::optional<int> percent = share > 0 ? std::optional<int>(static_cast<int>(std::lround(share * 100))) : std::nullopt;
    if (const auto typed = number_field(scene, "Share of time as " + role_name(scene, role), id.text + role.text, percent,
                                        {.most = 100, .unit = "%", .hint = "not said"})) {
        Person changed = person;
        changed.hats[role] = *typed ? **typed / 100.0 : 0;
        scene.edit(change_person(scene.plan(), id, changed));
    }
}

void draw_hats(Scene &scene, const PersonId &id, const Person &person) {
    std::set<RoleId> worn;
    for (const auto &[role, share] : person.hats) {
        worn.insert(role);
    }
    if (const auto picked = role_chips(scene, "Hats", worn, "One person may wear several.")) {
        Person changed = person;
        std::erase_if(changed.hats, [&](const auto &hat) { return !picked->contains(hat.first); });
        for (const RoleId &role : *picked) {
            changed.hats.try_emplace(role, 0);
        }
        scene.edit(change_person(scene.plan(), id, changed));
    }
    for (const auto &[role, share] : person.hats) {
        draw_share(scene, id, person, role, share);
    }
}

} // namespace

void draw_people(Scene &scene, const SectionPage &page, float width) {
    const Collection<Person> &people = scene.plan().organisation->people;
    body_heading("People", "Optional: names make the answers personal");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const semantics::Group group("people", {at, at}, {.role = "list", .name = "People"});
    for (const PersonId &id : ordered(people)) {
        draw_person(scene, page, id, people.at(id), width);
    }
    const std::vector<std::string> lines =
        add_field(scene, "person", "Add people", "Add people: Name; role 50 %; other role – or paste a list", width);
    if (!lines.empty()) {
        add_pasted(scene, lines);
    }
    draw_unknown(scene, width);
}

void draw_person_details(Scene &scene, const PersonId &id, const Person &person) {
    details_heading("Person", shown_name(person));
    if (const auto name = line_field(scene, "Name", id.text, person.name)) {
        Person changed = person;
        changed.name = *name;
        scene.edit(change_person(scene.plan(), id, changed));
    }
    if (switch_field(scene, "A vacancy: nobody holds it yet", person.vacant)) {
        Person changed = person;
        changed.vacant = !person.vacant;
        scene.edit(change_person(scene.plan(), id, changed));
    }
    draw_hats(scene, id, person);
    if (remove_button(scene, "Delete the person")) {
        scene.edit(remove_people(scene.plan(), {id}));
    }
}

} // namespace fullcourt::ui
