// One contact: what its grade and points are made of, what that proposes, what is known of it, and what it did.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "edit/contact_gestures.h"
#include "ui/contact_parts.h"
#include "ui/fields.h"
#include "ui/icons.h"
#include "ui/key_hints.h"

namespace fullcourt::ui {
namespace {

std::string today_text() { return to_text(platform::today()); }

// ---- What follows

void draw_summary(const Contact &contact, const ContactState &state) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const float left = at.x + panelInset;
    draw_grade(list, {left + 11, at.y + 20}, state.fit.grade);
    const std::string points = points_words(state.engagement.points);
    const TextStyle big{.size = 26, .strong = true};
    draw_line(list, {{left + 36, at.y}, {left + panelRoom, at.y + 40}}, points, big);
    draw_line(list, {{left + 44 + text_size(points, big).x, at.y + 4}, {left + panelRoom, at.y + 40}}, "points of engagement",
              {.size = type::small, .colour = palette().muted});
    semantics::at(ImGui::GetID("##summary"), {{left, at.y}, {left + panelRoom, at.y + 40}},
                  {.role = "text", .name = "Fit " + std::string(grade_name(state.fit.grade)) + ", " + points + " points"});
    ImGui::Dummy({panelRoom, 44});
    ImGui::SetCursorPosX(panelInset);
    paragraph(fit_sentence(contact, state.fit), {.size = type::small, .colour = palette().muted}, panelRoom);
    if (!state.engagement.daysAgo) {
        return;
    }
    gap(4);
    ImGui::SetCursorPosX(panelInset);
    const std::string ago =
        *state.engagement.daysAgo == 0 ? "today" : counted(static_cast<std::size_t>(*state.engagement.daysAgo), "day", "days") + " ago";
    paragraph((state.engagement.engaged ? "Engaged: met, replied or attended " : "Not engaged any more: last met, replied or attended ") +
                  ago + ".",
              {.size = type::small, .colour = state.engagement.engaged ? palette().good : palette().muted}, panelRoom);
}

void draw_terms(const ContactState &state) {
    if (state.engagement.terms.empty()) {
        return;
    }
    caption("What the points are made of",
            "Each kind of activity gives its points times its length against the usual one, halved with every "
            "half-life that passed; at most 100 a kind.");
    for (const KindTerm &term : state.engagement.terms) {
        ImGui::SetCursorPosX(panelInset);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList &list = *ImGui::GetWindowDrawList();
        const std::string name = counted(term.count, activity_name(term.kind), activities_name(term.kind));
        const bool capped = term.sum > term.counted;
        // With less the terms would not add up to the sum above them.
        const std::string value = "+" + points_words(term.counted) + (capped ? " of " + points_words(term.sum) : std::string());
        draw_line(list, {at, {at.x + panelRoom - 90, at.y + 18}}, capitalised(name), {.size = type::small});
        draw_line(list, {{at.x + panelRoom - 110, at.y}, {at.x + panelRoom, at.y + 18}}, value, {.size = type::small, .strong = true},
                  Align::right);
        draw_filled_bar(list, {{at.x, at.y + 20}, {at.x + panelRoom, at.y + 23}}, static_cast<float>(term.counted / mostPointsOfKind),
                        palette().accent);
        semantics::at(ImGui::GetID(("##term-" + std::string(activity_name(term.kind))).c_str()), {at, {at.x + panelRoom, at.y + 24}},
                      {.role = "text", .name = name, .value = value});
        ImGui::Dummy({panelRoom, 28});
    }
}

void draw_proposal(Scene &scene, const ContactId &id, const ContactState &state) {
    if (const LeadStage *proposed = find(scene.plan().contacts->stages, state.proposed)) {
        gap(8);
        ImGui::SetCursorPosX(panelInset);
        if (button("##propose", "Move to " + quoted(proposed->name),
                   {.icon = icon::arrowUp,
                    .disabled = !scene.editable,
                    .tooltip = "Grade, points and answers meet the rule of this stage. The rule only proposes."})) {
            scene.edit(set_lead_stage(scene.plan(), {id}, state.proposed, today_text()));
        }
    }
    if (state.late) {
        gap(8);
        ImGui::SetCursorPosX(panelInset);
        paragraph("The answer was due on " + date_words(day_text(state.late->due)) + ": " +
                      counted(static_cast<std::size_t>(state.late->days), "day", "days") + " overdue.",
                  {.size = type::small, .colour = palette().warning}, panelRoom);
    }
}

// ---- What is known

/// Accounts whose name or key begins with (or else holds) what is typed.
std::vector<std::uint32_t> accounts_like(const Accounts &accounts, const std::string &text) {
    constexpr std::size_t most = 5;
    std::vector<std::uint32_t> rows;
    const std::string wanted = lowered(trimmed(text));
    for (std::uint32_t row = 0; !wanted.empty() && row < accounts.table.rows() && rows.size() < most; ++row) {
        if (lowered(account_name(accounts, row)).find(wanted) != std::string::npos || lowered(accounts.table.key(row)) == wanted) {
            rows.push_back(row);
        }
    }
    return rows;
}

void draw_account_field(Scene &scene, const ContactId &id, const Contact &contact) {
    const Accounts &accounts = *scene.plan().accounts;
    const auto put = [&](const AccountId &account) {
        Contact changed = contact;
        changed.account = account;
        scene.edit(change_contact(scene.plan(), id, changed));
    };
    if (const auto typed = line_field(scene, "Account", id.text, account_words(scene, contact.account),
                                      {.hint = "Type a name", .help = "Part of the name is enough; those that fit are offered below."})) {
        const std::vector<std::uint32_t> rows = accounts_like(accounts, *typed);
        if (trimmed(*typed).empty()) {
            put({});
        } else if (!rows.empty()) {
            put(AccountId(std::string(accounts.table.key(rows.front()))));
        }
    }
    const Draft *draft = find(scene.scratch.drafts, "Account|" + id.text);
    if (draft == nullptr || !draft->typing || draft->text == account_words(scene, contact.account)) {
        return;
    }
    for (const std::uint32_t row : accounts_like(accounts, draft->text)) {
        ImGui::SetCursorPosX(panelInset);
        line(account_name(accounts, row), {.size = type::small, .colour = palette().muted});
    }
}

void draw_bant_chip(Scene &scene, const ContactId &id, const std::string &name, BantQuestion question, Known answer, float width) {
    const std::string value = answer == Known::yes ? "known and positive" : answer == Known::no ? "known and negative" : "not known";
    ImGui::BeginDisabled(!scene.editable);
    const bool clicked = ImGui::InvisibleButton(("##bant-" + name).c_str(), {width, 30}, ImGuiButtonFlags_EnableNav);
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (answer == Known::yes) {
        list.AddRectFilled(box.Min, box.Max, hovered ? palette().accentHover : palette().accent, 15);
    } else {
        list.AddRectFilled(box.Min, box.Max, hovered ? palette().hover : palette().surface, 15);
        list.AddRect(box.Min, box.Max, palette().edge, 15);
    }
    const ImU32 ink = answer == Known::yes ? palette().onAccent : answer == Known::no ? palette().text : palette().muted;
    draw_icon(list, {box.Min.x + 16, box.GetCenter().y},
              answer == Known::yes  ? icon::check
              : answer == Known::no ? icon::x
                                    : icon::circleHelp,
              14, ink);
    draw_line(list, {{box.Min.x + 30, box.Min.y}, {box.Max.x - 8, box.Max.y}}, name, {.size = type::small, .colour = ink});
    focus_ring(box, ImGui::GetItemID(), 15);
    semantics::item({.role = "button", .name = name, .value = value, .disabled = !scene.editable});
    tooltip(name + ": " + value + ". A click goes on to the next answer.");
    ImGui::EndDisabled();
    if (clicked) {
        const Known next = answer == Known::unknown ? Known::yes : answer == Known::yes ? Known::no : Known::unknown;
        scene.edit(answer_bant(scene.plan(), id, question, next));
    }
}

void draw_bant(Scene &scene, const ContactId &id, const Contact &contact) {
    caption("Budget, authority, need, timeline",
            by_hand("A click", "A tap") + std::string(" says known and positive, the next one known and negative, the third not known."));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr float between = 6;
    constexpr float width = (panelRoom - between) / 2;
    const auto chip = [&](float column, float row, const char *name, BantQuestion question, Known answer) {
        ImGui::SetCursorScreenPos({at.x + column * (width + between), at.y + row * 36});
        draw_bant_chip(scene, id, name, question, answer, width);
    };
    chip(0, 0, "Budget", BantQuestion::budget, contact.budget);
    chip(1, 0, "Authority", BantQuestion::authority, contact.authority);
    chip(0, 1, "Need", BantQuestion::need, contact.need);
    chip(1, 1, "Timeline", BantQuestion::timeline, contact.timeline);
    ImGui::SetCursorScreenPos({at.x, at.y + 68});
    ImGui::Dummy({panelRoom, 2});
}

void draw_stage(Scene &scene, const ContactId &id, const Contact &contact) {
    const Contacts &contacts = *scene.plan().contacts;
    std::vector<LeadStageId> ids = {LeadStageId()};
    std::vector<std::string> labels = {"In none"};
    int chosen = 0;
    for (const LeadStageId &stage : ordered(contacts.stages)) {
        chosen = stage == contact.stage ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(stage);
        labels.push_back(contacts.stages.at(stage).name);
    }
    if (const auto picked = choice_field(scene, "Lead stage", labels, chosen, "What the stages mean stands under Lead stages.")) {
        scene.edit(set_lead_stage(scene.plan(), {id}, ids[static_cast<std::size_t>(*picked)], today_text()));
    }
    if (!contact.stage.empty()) {
        if (const auto since = date_field(scene, "In it since", id.text, contact.stageSince)) {
            Contact changed = contact;
            changed.stageSince = *since;
            scene.edit(change_contact(scene.plan(), id, changed));
        }
    }
}

void draw_known(Scene &scene, const ContactId &id, const Contact &contact) {
    const auto put = [&](const Contact &changed, std::uint64_t gesture = 0) {
        scene.edit(change_contact(scene.plan(), id, changed), gesture);
    };
    static const std::array<std::string, 6> roles = {"No role", "Decider", "Champion", "Influencer", "User", "Gatekeeper"};
    if (const auto role = choice_field(scene, "Role in the buying committee", roles, static_cast<int>(contact.committee))) {
        scene.edit(set_committee_role(scene.plan(), id, static_cast<CommitteeRole>(*role)));
    }
    draw_bant(scene, id, contact);
    draw_stage(scene, id, contact);
    if (const auto name = line_field(scene, "Name", id.text, contact.name)) {
        Contact changed = contact;
        changed.name = *name;
        put(changed);
    }
    if (const auto title = line_field(scene, "Title", id.text, contact.title, {.hint = "Head of operations"})) {
        Contact changed = contact;
        changed.title = *title;
        put(changed);
    }
    draw_account_field(scene, id, contact);
    if (const auto note = text_area(scene, "Note", id.text, contact.note)) {
        Contact changed = contact;
        changed.note = note->text;
        put(changed, note->gesture);
    }
}

// ---- What they did

void draw_entry(Scene &scene, const ContactId &id) {
    static const std::array<std::string, 6> kinds = {"Meeting", "Reply", "Event", "Webinar", "Download", "Page view"};
    std::string &kind = scene.scratch.picks["activity-kind"];
    const int chosen = kind.empty() ? 0 : kind.front() - '0';
    Draft &on = scene.scratch.drafts["activity-on|" + id.text];
    Draft &minutes = added_draft(scene, "activity-minutes-" + id.text);
    if (on.of != id.text) {
        on = {id.text, short_date_words(platform::today()), false, 0};
    }
    ImGui::SetCursorPosX(panelInset);
    ImGui::BeginChild("##kind", {panelRoom, controlHeight + 2}, ImGuiChildFlags_NavFlattened);
    if (const auto picked = choice("##what", "What they did", kinds, chosen, !scene.editable)) {
        kind = std::string(1, static_cast<char>('0' + *picked));
    }
    ImGui::EndChild();
    gap(4);
    ImGui::SetCursorPosX(panelInset);
    // The button ends where the fields above do.
    constexpr float minutesWidth = 84;
    constexpr float between = 6;
    const float dayWidth = panelRoom - minutesWidth - button_width("Log", true) - 2 * between;
    const FieldEvent day = text_field("##on", "On which day", on.text,
                                      {.hint = "1 Dec or Friday", .width = dayWidth, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SameLine(0, between);
    const FieldEvent length = text_field("##minutes", "Minutes", minutes.text,
                                         {.hint = "Minutes", .width = minutesWidth, .size = type::small + 1, .disabled = !scene.editable});
    ImGui::SameLine(0, between);
    const std::optional<Date> date = date_in_words(on.text, platform::today());
    const std::optional<double> number = parse_number(trimmed(minutes.text));
    const bool sound = date && (trimmed(minutes.text).empty() || (number && *number >= 0));
    const bool pressed = button("##log", "Log", {.icon = icon::plus, .disabled = !scene.editable || !sound});
    if (sound && (pressed || day.entered || length.entered)) {
        scene.edit(log_activity(scene.plan(), id, {static_cast<ContactActivityKind>(chosen), to_text(*date), number}));
        minutes.text.clear();
    }
}

void draw_activity(Scene &scene, const ContactId &id, std::size_t index, const ContactActivity &activity) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const double points = activity_points(activity, scene.plan().contacts->policy, scene.app.contact_board().today());
    const std::string what = capitalised(std::string(activity_name(activity.kind))) +
                             (activity.minutes ? ", " + to_text(*activity.minutes) + " min" : std::string());
    draw_line(list, {at, {at.x + panelRoom - 150, at.y + 28}}, what, {.size = type::small});
    draw_line(list, {{at.x + panelRoom - 148, at.y}, {at.x + panelRoom - 70, at.y + 28}}, short_date_words(activity.on),
              {.size = type::small, .colour = palette().muted});
    draw_line(list, {{at.x + panelRoom - 76, at.y}, {at.x + panelRoom - 32, at.y + 28}}, "+" + points_words(points),
              {.size = type::small, .strong = true}, Align::right);
    semantics::at(ImGui::GetID(("##did-" + std::to_string(index)).c_str()), {at, {at.x + panelRoom - 32, at.y + 28}},
                  {.role = "listitem", .name = what + " on " + date_words(activity.on), .value = "+" + points_words(points)});
    ImGui::SetCursorScreenPos({at.x + panelRoom - 28, at.y});
    ImGui::PushID(static_cast<int>(index));
    if (icon_button("##out", icon::x, "Take " + what + " on " + date_words(activity.on) + " out",
                    {.width = 28, .disabled = !scene.editable})) {
        scene.edit(remove_activity(scene.plan(), id, index));
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + 30});
    ImGui::Dummy({0, 0});
}

void draw_activities(Scene &scene, const ContactId &id, const Contact &contact) {
    caption("What they did");
    draw_entry(scene, id);
    gap(8);
    std::vector<std::size_t> order(contact.activities.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    sort_stably(order, [&](std::size_t a, std::size_t b) { return contact.activities[a].on > contact.activities[b].on; });
    constexpr std::size_t most = 10;
    bool &all = scene.scratch.folded["activities-" + id.text];
    const std::size_t shown = all ? order.size() : std::min(most, order.size());
    for (std::size_t i = 0; i < shown; ++i) {
        draw_activity(scene, id, order[i], contact.activities[order[i]]);
    }
    if (order.size() > most) {
        ImGui::SetCursorPosX(panelInset - 8);
        if (button("##all", all ? "Show fewer" : "Show all " + std::to_string(order.size()), {.look = Look::quiet, .expanded = all})) {
            all = !all;
        }
    }
}

} // namespace

void draw_contact_details(Scene &scene, const ContactId &id) {
    const Contact &contact = scene.plan().contacts->contacts.at(id);
    const ContactState &state = state_of(scene, id);
    details_heading("Contact", contact.name);
    draw_summary(contact, state);
    draw_proposal(scene, id, state);
    draw_activities(scene, id, contact);
    draw_terms(state);
    draw_known(scene, id, contact);
    if (scene.app.score_board().row_of(contact.account.text)) {
        gap(14);
        ImGui::SetCursorPosX(panelInset - 8);
        if (button("##to-account", "Show the committee at " + quoted(account_words(scene, contact.account)),
                   {.icon = icon::crosshair, .look = Look::quiet})) {
            choose_item(scene, View::accounts, contact.account.text);
        }
    }
    if (remove_button(scene, "Delete the contact")) {
        scene.edit(remove_contacts(scene.plan(), {id}));
    }
}

} // namespace fullcourt::ui
