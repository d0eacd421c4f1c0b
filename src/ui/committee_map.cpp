// The buying committee of one account as seats round a table: who is known, who is engaged, what is still empty.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

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

constexpr float mapHeight = 214;
constexpr float seatRadius = 19;
constexpr std::size_t mostSeats = 12;

/// Who sits at the table: members by their role, those who decide first, then empty seats.
std::vector<ContactId> seated(const Scene &scene, const AccountEngagement &committee) {
    std::vector<ContactId> members;
    for (const ContactId &id : committee.contacts) {
        if (scene.plan().contacts->contacts.at(id).committee != CommitteeRole::none) {
            members.push_back(id);
        }
    }
    sort_stably(members, [&](const ContactId &a, const ContactId &b) {
        return scene.plan().contacts->contacts.at(a).committee < scene.plan().contacts->contacts.at(b).committee;
    });
    return members;
}

ImVec2 seat_at(const ImVec2 &centre, std::size_t index, std::size_t count) {
    const double turn = static_cast<double>(index) / static_cast<double>(count) * 2 * std::numbers::pi - std::numbers::pi / 2;
    return {centre.x + static_cast<float>(std::cos(turn)) * 104, centre.y + static_cast<float>(std::sin(turn)) * 72};
}

void draw_dashed(ImDrawList &list, const ImVec2 &centre, float radius, ImU32 ink) {
    constexpr int dashes = 14;
    for (int i = 0; i < dashes; ++i) {
        const float from = static_cast<float>(i) / dashes * 2 * std::numbers::pi_v<float>;
        list.PathArcTo(centre, radius, from, from + std::numbers::pi_v<float> / dashes, 4);
        list.PathStroke(ink, 0, 1.4F);
    }
}

void draw_empty_seat(ImDrawList &list, const ImVec2 &centre) {
    list.AddCircleFilled(centre, seatRadius, palette().surface);
    draw_dashed(list, centre, seatRadius, palette().edge);
    draw_line(list, {{centre.x - seatRadius, centre.y - 10}, {centre.x + seatRadius, centre.y + 10}}, "?",
              {.size = type::small, .colour = palette().muted}, Align::middle);
}

void draw_seat(Scene &scene, const ContactId &id, const ImVec2 &centre) {
    const Contact &contact = scene.plan().contacts->contacts.at(id);
    const ContactState &state = state_of(scene, id);
    ImGui::SetCursorScreenPos({centre.x - seatRadius, centre.y - seatRadius});
    if (ImGui::InvisibleButton(("##seat-" + id.text).c_str(), {2 * seatRadius, 2 * seatRadius}, ImGuiButtonFlags_EnableNav)) {
        choose_item(scene, View::contacts, id.text);
    }
    const ImRect box(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const bool engaged = state.engagement.engaged;
    const bool hovered = ImGui::IsItemHovered();
    list.AddCircleFilled(centre, seatRadius,
                         engaged ? (hovered ? palette().accentHover : palette().accent) : (hovered ? palette().hover : palette().surface));
    if (!engaged) {
        list.AddCircle(centre, seatRadius, palette().edge, 0, 1.5F);
    }
    draw_line(list, {{box.Min.x, centre.y - 10}, {box.Max.x, centre.y + 10}}, initials(contact.name),
              {.size = type::small, .colour = engaged ? palette().onAccent : palette().text, .strong = true}, Align::middle);
    if (engaged) { // colour is not the only sign
        const ImVec2 badge(centre.x + seatRadius * 0.72F, centre.y - seatRadius * 0.72F);
        list.AddCircleFilled(badge, 8, palette().surface);
        list.AddCircle(badge, 8, palette().accent);
        draw_icon(list, badge, icon::check, 10, palette().accentText);
    }
    focus_ring(box, ImGui::GetItemID(), seatRadius);
    const std::string words = std::string(committee_role_name(contact.committee)) + (engaged ? ", engaged, " : ", not engaged, ") +
                              points_words(state.engagement.points) + " points";
    semantics::item({.role = "button", .name = contact.name, .value = words});
    tooltip(contact.name + ": " + words);
    draw_line(list, {{centre.x - 46, box.Max.y + 1}, {centre.x + 46, box.Max.y + 17}},
              capitalised(std::string(committee_role_name(contact.committee))), {.size = type::tiny, .colour = palette().muted},
              Align::middle);
}

void draw_table(Scene &scene, const AccountEngagement &committee) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    const ImVec2 centre(at.x + panelRoom / 2, at.y + mapHeight / 2 - 4);
    const semantics::Group group("committee", {at, {at.x + panelRoom, at.y + mapHeight}},
                                 {.role = "group", .name = "Buying committee", .value = committee.wide_sentence()});
    list.AddEllipseFilled(centre, {62, 34}, palette().hover);
    list.AddEllipse(centre, {62, 34}, palette().line);
    const std::vector<ContactId> members = seated(scene, committee);
    const std::size_t seats = std::min(committee.size, mostSeats);
    draw_line(list, {{centre.x - 60, centre.y - 20}, {centre.x + 60, centre.y + 4}},
              std::to_string(committee.seats) + " of " + std::to_string(committee.size), {.size = type::title, .strong = true},
              Align::middle);
    draw_line(list, {{centre.x - 60, centre.y + 2}, {centre.x + 60, centre.y + 18}}, "engaged",
              {.size = type::tiny, .colour = palette().muted}, Align::middle);
    for (std::size_t i = 0; i < seats; ++i) {
        const ImVec2 seat = seat_at(centre, i, seats);
        if (i < members.size()) {
            draw_seat(scene, members[i], seat);
        } else {
            draw_empty_seat(list, seat);
        }
    }
    if (committee.size > seats) {
        draw_line(list, {{at.x, at.y}, {at.x + panelRoom, at.y + 16}}, "+" + std::to_string(committee.size - seats) + " more seats",
                  {.size = type::tiny, .colour = palette().muted}, Align::right);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + mapHeight});
    ImGui::Dummy({panelRoom, 2});
}

void draw_figure(const std::string &name, const std::string &value, const std::string &sentence) {
    ImGui::SetCursorPosX(panelInset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + panelRoom - 80, at.y + 18}}, name, {.size = type::small, .strong = true});
    draw_line(list, {{at.x + panelRoom - 100, at.y}, {at.x + panelRoom, at.y + 18}}, value, {.size = type::small, .strong = true},
              Align::right);
    semantics::at(ImGui::GetID(("##figure-" + name).c_str()), {at, {at.x + panelRoom, at.y + 18}},
                  {.role = "text", .name = name, .value = value, .description = sentence});
    ImGui::Dummy({panelRoom, 18});
    ImGui::SetCursorPosX(panelInset);
    paragraph(sentence, {.size = type::tiny, .colour = palette().muted}, panelRoom);
    gap(8);
}

void draw_others(const AccountEngagement &committee) {
    const std::size_t others = committee.contacts.size() - committee.known;
    if (others != 0) {
        ImGui::SetCursorPosX(panelInset);
        paragraph(counted(others, "contact has", "contacts have") + " no role in the committee.",
                  {.size = type::small, .colour = palette().muted}, panelRoom);
    }
}

void draw_account_stage(Scene &scene, const AccountId &account, std::size_t row) {
    const Accounts &accounts = *scene.plan().accounts;
    const std::vector<std::string> stages = account_stages(accounts);
    const std::string now = accounts.table.text(stageColumn(), row);
    std::vector<std::string> labels = {"Not said"};
    int chosen = 0;
    for (const std::string &stage : stages) {
        chosen = lowered(stage) == lowered(now) ? static_cast<int>(labels.size()) : chosen;
        labels.push_back(capitalised(stage));
    }
    const AccountMark *mark = find(accounts.marks, account);
    const std::string *since =
        mark == nullptr || chosen == 0 ? nullptr : find(mark->stageSince, stages[static_cast<std::size_t>(chosen - 1)]);
    if (const auto picked =
            choice_field(scene, "Stage of the account", labels, chosen,
                         "From target through engaged and opportunity to won; the day of each move is kept for the program.")) {
        scene.edit(set_account_stage(scene.plan(), {account}, *picked == 0 ? std::string() : stages[static_cast<std::size_t>(*picked - 1)],
                                     to_text(platform::today())));
    }
    if (since != nullptr) {
        ImGui::SetCursorPosX(panelInset);
        line("Since " + date_words(*since), {.size = type::tiny, .colour = palette().muted});
    }
}

} // namespace

void draw_committee(Scene &scene, const AccountId &account) {
    const std::optional<std::uint32_t> row = scene.app.score_board().row_of(account.text);
    if (!row) {
        return;
    }
    const AccountEngagement committee = scene.app.contact_board().account(account);
    caption("Buying committee", "A seat is filled in where the member replied, met or attended lately. Choose one to see what they did.");
    draw_table(scene, committee);
    draw_figure("Wide", to_text(std::round(committee.wide * 100)) + " %", committee.wide_sentence());
    draw_figure("Deep", points_words(committee.deep), committee.deep_sentence());
    draw_figure("Momentum", committee.momentum ? "× " + tenths(*committee.momentum) : std::string("–"), committee.momentum_sentence());
    draw_others(committee);
    ImGui::SetCursorPosX(panelInset - 8);
    if (button("##contacts", committee.contacts.empty() ? "Add contacts here" : "Show its contacts",
               {.icon = icon::contact, .look = Look::quiet})) {
        scene.scratch.contacts = {};
        scene.scratch.contacts.account = account.text;
        scene.scratch.picks["contacts-tab"] = "0";
        scene.dispatch(action::Show{View::contacts});
    }
    const AccountMark *mark = find(scene.plan().accounts->marks, account);
    if (const auto size =
            number_field(scene, "Members of the committee", account.text, mark == nullptr ? std::nullopt : mark->committeeSize,
                         {.least = 1,
                          .most = 1'000,
                          .unit = "",
                          .hint = std::to_string(scene.plan().contacts->policy.committeeSize) + " assumed",
                          .help = "How many take part in the purchase, once you have mapped them."})) {
        scene.edit(set_committee_size(scene.plan(), account, *size));
    }
    draw_account_stage(scene, account, *row);
}

} // namespace fullcourt::ui
