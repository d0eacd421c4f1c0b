// People at the target accounts: who they are, how well they fit, how engaged they are and in which stage; the stages that both sides
// agree on; and whose answer is overdue.
#include <algorithm>
#include <array>
#include <utility>

#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/contact_gestures.h"
#include "ui/contact_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"

namespace fullcourt::ui {
namespace {

constexpr float contactsRowHeight = 46;
constexpr float contactsRoleWidth = 100;
constexpr float gradeWidth = 56;
constexpr float pointsWidth = 104;
constexpr float stageWidth = 92;
constexpr float narrowContacts = 620;

const Contacts &contacts_of(const Scene &scene) { return *scene.plan().contacts; }

// ---- Which part is shown

enum class Tab { contacts, stages, late };

Tab tab_of(Scene &scene) {
    const std::string chosen = chosen_item(scene.state, View::contacts);
    const std::string led = chosen + "|" + scene.state.shownFinding;
    std::string &picked = scene.scratch.picks["contacts-tab"];
    // A finding or a map led here: show the list that its item is in.
    if (std::exchange(scene.scratch.contacts.seen, led) != led && !chosen.empty()) {
        if (contacts_of(scene).stages.contains(LeadStageId(chosen))) {
            picked = "1";
        } else if (picked == "1") {
            picked = "0";
        }
    }
    return picked.empty() ? Tab::contacts : static_cast<Tab>(picked.front() - '0');
}

void draw_tabs(Scene &scene, Tab tab, float width) {
    const std::array<std::string, 3> labels = {"Contacts  " + std::to_string(contacts_of(scene).contacts.size()),
                                               "Lead stages  " + std::to_string(contacts_of(scene).stages.size()),
                                               "Overdue  " + std::to_string(scene.app.contact_board().late().size())};
    ImGui::BeginChild("##tabs", {reaching(420, width), controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##tab", "What is shown", labels, static_cast<int>(tab))) {
        scene.scratch.picks["contacts-tab"] = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
    gap(8);
}

// ---- The list

bool matches(const Scene &scene, const ContactId &id, const Contact &contact, const ContactsScratch &scratch) {
    if (!scratch.account.empty() && contact.account.text != scratch.account) {
        return false;
    }
    if (!scratch.stage.empty() && contact.stage.text != scratch.stage) {
        return false;
    }
    if (scratch.grade != 0 && static_cast<int>(state_of(scene, id).fit.grade) + 1 != scratch.grade) {
        return false;
    }
    const std::string wanted = lowered(trimmed(scratch.search));
    if (wanted.empty()) {
        return true;
    }
    return lowered(contact.name).find(wanted) != std::string::npos || lowered(contact.title).find(wanted) != std::string::npos ||
           lowered(account_words(scene, contact.account)).find(wanted) != std::string::npos;
}

/// Worked out anew only where something changed that it depends on; the most engaged first.
const std::vector<ContactId> &shown_contacts(Scene &scene) {
    ContactsScratch &scratch = scene.scratch.contacts;
    const std::string key = scene.state.open->id.text + "|" + std::to_string(scene.state.open->generation) + "|" + scratch.account + "|" +
                            scratch.stage + "|" + std::to_string(scratch.grade) + "|" + scratch.search;
    if (key == scratch.key) {
        return scratch.rows;
    }
    scratch.key = key;
    scratch.rows.clear();
    std::vector<std::pair<double, const ContactId *>> order;
    for (const auto &[id, contact] : contacts_of(scene).contacts) {
        if (matches(scene, id, contact, scratch)) {
            order.emplace_back(-state_of(scene, id).engagement.points, &id);
        }
    }
    sort_stably(order, [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[points, id] : order) {
        scratch.rows.push_back(*id);
    }
    return scratch.rows;
}

struct ContactsLanes {
    float account = 0;
    float role = 0;
    float grade = 0;
    float points = 0;
    float stage = 0;
    float right = 0;
};

ContactsLanes contacts_lanes(float left, float width) {
    // On a tablet names take the room of the bars beside the points.
    const bool narrow = width < narrowContacts;
    ContactsLanes lanes;
    lanes.right = left + width;
    lanes.stage = lanes.right - (narrow ? 72 : stageWidth);
    lanes.points = lanes.stage - (narrow ? 60 : pointsWidth);
    lanes.grade = lanes.points - (narrow ? 40 : gradeWidth);
    lanes.role = lanes.grade - (narrow ? 90 : contactsRoleWidth);
    lanes.account = left + (lanes.role - left) * 0.56F;
    return lanes;
}

void draw_points(ImDrawList &list, const ImRect &box, double points) {
    constexpr double full = 200; // two kinds at their most
    constexpr float numberWidth = 40;
    const std::string words = one_decimal(points); // as they stand under each other
    const float y = box.GetCenter().y;
    const ImRect bar({box.Min.x, y - 3}, {box.Max.x - numberWidth, y + 3});
    constexpr float shortestBar = 24;
    if (bar.GetWidth() < shortestBar) {
        draw_line(list, box, words, {.size = type::small, .strong = true}, Align::right);
        return;
    }
    draw_filled_bar(list, bar, static_cast<float>(points / full), palette().accent);
    draw_line(list, {{bar.Max.x, box.Min.y}, box.Max}, words, {.size = type::small, .strong = true}, Align::right);
}

void draw_contact(Scene &scene, const SectionPage &page, const ContactId &id, float width) {
    const Contact &contact = contacts_of(scene).contacts.at(id);
    const ContactState &state = state_of(scene, id);
    const std::string name = contact.name.empty() ? "Unnamed" : contact.name;
    const LeadStage *stage = find(contacts_of(scene).stages, contact.stage);
    const std::string account = account_words(scene, contact.account);
    const Row row = item_row(scene, page, id.text, name,
                             {.width = width,
                              .height = contactsRowHeight,
                              .value = "Fit " + std::string(grade_name(state.fit.grade)) + ", " + points_words(state.engagement.points) +
                                       " points, " + (stage == nullptr ? std::string("in no stage") : stage->name),
                              .description = account});
    const ContactsLanes lanes = contacts_lanes(row.box.Min.x, width);
    const float middle = row.box.GetCenter().y;
    const auto cell = [&](float from, float to) { return ImRect({from, row.box.Min.y}, {to - 8, row.box.Max.y}); };
    const bool titled = !contact.title.empty();
    draw_line(*row.list,
              {{row.box.Min.x + 12, row.box.Min.y + (titled ? 4.0F : 0.0F)}, {lanes.account - 8, titled ? middle + 3 : row.box.Max.y}},
              name, {.size = type::small + 1, .strong = true});
    draw_line(*row.list, {{row.box.Min.x + 12, middle}, {lanes.account - 8, row.box.Max.y - 4}}, contact.title,
              {.size = type::tiny, .colour = palette().muted});
    draw_line(*row.list, cell(lanes.account, lanes.role), account.empty() ? "No account" : account,
              {.size = type::small + 1, .colour = account.empty() ? palette().warning : palette().text});
    draw_line(*row.list, cell(lanes.role, lanes.grade),
              contact.committee == CommitteeRole::none ? "–" : capitalised(std::string(committee_role_name(contact.committee))),
              {.size = type::small + 1, .colour = contact.committee == CommitteeRole::none ? palette().muted : palette().text});
    draw_grade(*row.list, {lanes.grade + 14, middle}, state.fit.grade);
    draw_points(*row.list, {{lanes.points, row.box.Min.y}, {lanes.stage - 16, row.box.Max.y}}, state.engagement.points);
    draw_line(
        *row.list, {{lanes.stage, row.box.Min.y}, {lanes.right - (state.late || !state.proposed.empty() ? 28.0F : 8.0F), row.box.Max.y}},
        stage == nullptr ? "–" : stage->name, {.size = type::small + 1, .colour = stage == nullptr ? palette().muted : palette().text});
    if (state.late) {
        draw_icon(*row.list, {lanes.right - 18, middle}, icon::clock, 15, palette().warning);
    } else if (!state.proposed.empty()) {
        draw_icon(*row.list, {lanes.right - 18, middle}, icon::arrowUp, 15, palette().accentText);
    }
}

void draw_contacts_tools(Scene &scene, float width) {
    ContactsScratch &scratch = scene.scratch.contacts;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float apart = 10;
    const bool narrow = width < narrowContacts;
    const float stageChoice = narrow ? 150 : 170;
    const float gradeChoice = narrow ? 190 : 230;
    // What has no room beside the search stands below it.
    constexpr float leastSearch = 140;
    const float left = width - stageChoice - gradeChoice - 2 * apart;
    const bool beside = left >= leastSearch;
    const float searchWidth = beside ? std::min(left, 210.0F) : width;
    ImGui::BeginChild("##search", {searchWidth, controlHeight}, ImGuiChildFlags_NavFlattened);
    text_field("##find", "Find contacts", scratch.search, {.hint = "Find contacts", .size = type::small + 1});
    ImGui::EndChild();
    std::vector<std::string> labels = {"Any stage"};
    std::vector<std::string> ids = {""};
    int chosen = 0;
    for (const LeadStageId &id : ordered(contacts_of(scene).stages)) {
        chosen = id.text == scratch.stage ? static_cast<int>(labels.size()) : chosen;
        labels.push_back(contacts_of(scene).stages.at(id).name);
        ids.push_back(id.text);
    }
    const ImVec2 choices = beside ? ImVec2(at.x + searchWidth + apart, at.y) : ImVec2(at.x, at.y + controlHeight + 6);
    ImGui::SetCursorScreenPos(choices);
    ImGui::BeginChild("##stage", {stageChoice, controlHeight}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##in", "Only in stage", labels, chosen)) {
        scratch.stage = ids[static_cast<std::size_t>(*picked)];
    }
    ImGui::EndChild();
    const std::array<std::string, 5> grades = {"All", "A", "B", "C", "D"};
    ImGui::SetCursorScreenPos({choices.x + stageChoice + apart, choices.y});
    ImGui::BeginChild("##grade", {std::min(gradeChoice, width - (choices.x - at.x) - stageChoice - apart), controlHeight},
                      ImGuiChildFlags_NavFlattened);
    if (const auto picked = segments("##grades", "Grade", grades, scratch.grade)) {
        scratch.grade = *picked;
    }
    ImGui::EndChild();
    ImGui::SetCursorScreenPos({at.x, choices.y + controlHeight + 6});
    ImGui::Dummy({0, 0});
    if (!scratch.account.empty() && button("##account", "Only at " + quoted(account_words(scene, AccountId(scratch.account))),
                                           {.icon = icon::x, .look = Look::quiet, .tooltip = "Show the contacts of all accounts"})) {
        scratch.account.clear();
    }
}

void draw_contacts_heads(float width) {
    const ContactsLanes lanes = contacts_lanes(0, width);
    const bool narrow = width < narrowContacts;
    constexpr float behindPoints = 16; // their numbers end so far before the stage
    const std::array heads = {
        ColumnHead{"Contact", lanes.account - 12},
        ColumnHead{"Account", lanes.role - lanes.account},
        ColumnHead{"Committee", lanes.grade - lanes.role},
        ColumnHead{"Fit", lanes.points - lanes.grade},
        ColumnHead{narrow ? "Points" : "Engagement", lanes.stage - lanes.points - behindPoints, narrow ? Align::right : Align::left},
        ColumnHead{{}, behindPoints},
        ColumnHead{"Stage", lanes.right - lanes.stage - 12}};
    column_heads(heads);
}

void draw_rows(Scene &scene, const SectionPage &page, float width) {
    const std::vector<ContactId> &rows = shown_contacts(scene);
    draw_contacts_heads(width - 14);
    constexpr float foot = 52;
    ImGui::BeginChild("##rows", {width, std::max(120.0F, ImGui::GetContentRegionAvail().y - foot)}, ImGuiChildFlags_NavFlattened);
    const ImVec2 top = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    {
        const semantics::Group group("contact-rows", {top, {top.x + size.x, top.y + size.y}},
                                     {.role = "list", .name = counted(rows.size(), "contact", "contacts")});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), contactsRowHeight + 1);
        scene.scratch.contacts.drawn = 0;
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_contact(scene, page, rows[static_cast<std::size_t>(i)], width - 14);
                ++scene.scratch.contacts.drawn;
            }
        }
        ImGui::PopStyleVar();
    }
    if (rows.empty()) {
        gap(20);
        ImGui::SetCursorPosX(12);
        line("No contact matches. Take the search or a filter away to see all.", {.colour = palette().muted});
    }
    ImGui::EndChild();
}

void draw_add(Scene &scene, float width) {
    const AccountId account(scene.scratch.contacts.account);
    const std::vector<std::string> names =
        add_field(scene, "contact", "Add a contact",
                  account.empty() ? "Add a contact, or paste a list" : "Add a contact at " + quoted(account_words(scene, account)), width);
    if (!names.empty()) {
        std::vector<ContactId> made;
        scene.edit(add_contacts(scene.plan(), names, account, scene.app.bits(), &made));
        choose_item(scene, View::contacts, made.back().text);
    }
}

void draw_contacts_start(Scene &scene, float width) {
    const bool accounts = scene.plan().accounts->table.rows() != 0;
    draw_empty_state({icon::contact, "Who decides at your target accounts?",
                      accounts
                          ? "Bring contacts from your CRM as CSV: one row a contact, with the account's id. A second file may hold what "
                            "they did. Or begin with a name."
                          : "Contacts belong to target accounts. Bring those first, or try 120 invented ones that come with their "
                            "contacts; one step of undo takes them away again."},
                     width);
    if (accounts) {
        if (button("##import", "Import contacts as CSV", {.icon = icon::upload, .look = Look::primary, .disabled = !scene.editable})) {
            scene.dispatch(action::PickContacts{});
        }
    } else {
        if (button("##to-accounts", "Go to the accounts", {.icon = icon::crosshair, .look = Look::primary})) {
            scene.dispatch(action::Show{View::accounts});
        }
        ImGui::SameLine(0, 8);
        if (button("##sample", "Try 120 sample accounts", {.icon = icon::wandSparkles, .disabled = !scene.editable})) {
            scene.dispatch(action::TrySampleAccounts{});
        }
    }
    const UnderEmptyState under(true);
    draw_add(scene, under.room_of(width));
}

// ---- Overdue

void draw_late(Scene &scene, const SectionPage &page, float width) {
    const std::vector<LateAnswer> &late = scene.app.contact_board().late();
    if (late.empty()) {
        draw_empty_state({icon::clock, "No answer is overdue",
                          "A contact stands here once the response time of its stage has run out and neither a meeting nor a reply "
                          "followed. 24 hours count as one working day, Monday to Friday."},
                         width);
        return;
    }
    body_text("The response time of their stage has run out, and neither a meeting nor a reply followed since they came into it. 24 hours "
              "count as one working day.",
              width);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const semantics::Group group("late-rows", {top, top}, {.role = "list", .name = "Overdue"});
    for (const LateAnswer &each : late) {
        const Contact &contact = contacts_of(scene).contacts.at(each.contact);
        const LeadStage &stage = contacts_of(scene).stages.at(each.stage);
        const std::string overdue = counted(static_cast<std::size_t>(each.days), "day", "days") + " overdue";
        const std::string owner = role_name(scene, stage.owner);
        const std::string where =
            account_words(scene, contact.account) + ", " + stage.name + " since " + short_date_words(contact.stageSince);
        const Row row = item_row(scene, page, each.contact.text, contact.name,
                                 {.width = width, .height = contactsRowHeight, .value = overdue, .description = where});
        const float middle = row.box.GetCenter().y;
        draw_icon(*row.list, {row.box.Min.x + 20, middle}, icon::clock, 16, palette().warning);
        draw_line(*row.list, {{row.box.Min.x + 40, row.box.Min.y + 4}, {row.box.Max.x - 270, middle + 3}}, contact.name,
                  {.size = type::small + 1, .strong = true});
        draw_line(*row.list, {{row.box.Min.x + 40, middle}, {row.box.Max.x - 270, row.box.Max.y - 4}}, where,
                  {.size = type::tiny, .colour = palette().muted});
        draw_line(*row.list, {{row.box.Max.x - 262, row.box.Min.y}, {row.box.Max.x - 110, row.box.Max.y}},
                  owner.empty() ? "Nobody owns it" : owner, {.size = type::small + 1, .colour = palette().muted});
        draw_line(*row.list, {{row.box.Max.x - 104, row.box.Min.y}, {row.box.Max.x - 12, row.box.Max.y}}, overdue,
                  {.size = type::small + 1, .colour = palette().warning, .strong = true}, Align::right);
    }
}

// ---- The section

void draw_contacts_actions(Scene &scene) {
    if (contacts_of(scene).contacts.empty()) {
        return;
    }
    if (button("##import", "Import", {.icon = icon::upload, .disabled = !scene.editable})) {
        scene.dispatch(action::PickContacts{});
    }
    ImGui::SameLine(0, 4);
}

/// Of what the list beside them shows: a contact among the contacts, a stage among the stages.
void draw_contacts_details(Scene &scene) {
    const std::string chosen = chosen_item(scene.state, View::contacts);
    if (tab_of(scene) == Tab::stages) {
        if (contacts_of(scene).stages.contains(LeadStageId(chosen))) {
            draw_lead_stage_details(scene, LeadStageId(chosen));
        } else {
            details_hint("Choose a stage to say what it means, what is done, by whom and how fast.");
        }
    } else if (contacts_of(scene).contacts.contains(ContactId(chosen))) {
        draw_contact_details(scene, ContactId(chosen));
    } else {
        details_hint("Choose a contact to see what its grade and points are made of, and to log what happened.");
    }
}

} // namespace

void draw_contacts(Scene &scene) {
    SectionPage page{.view = View::contacts,
                     .section = PlanSection::contacts,
                     .title = "Contacts",
                     .purpose = "Who they are at the target accounts, what they do, and whom to call when.",
                     .actions = draw_contacts_actions,
                     .actionsWidth = button_width("Import", true),
                     .body = {},
                     .details = draw_contacts_details};
    const Tab tab = scene.state.open ? tab_of(scene) : Tab::contacts;
    page.fillsRoom = tab == Tab::contacts && scene.state.open && !contacts_of(scene).contacts.empty();
    page.body = [&page, tab](Scene &inner, float width) {
        draw_tabs(inner, tab, width);
        switch (tab) {
        case Tab::stages:
            draw_lead_stages(inner, page, width);
            draw_lead_policy(inner, width);
            break;
        case Tab::late: draw_late(inner, page, width); break;
        case Tab::contacts:
            if (contacts_of(inner).contacts.empty()) {
                draw_contacts_start(inner, width);
            } else {
                draw_contacts_tools(inner, width);
                draw_rows(inner, page, width);
                draw_add(inner, width);
            }
        }
    };
    draw_section_page(scene, page);
}

} // namespace fullcourt::ui
