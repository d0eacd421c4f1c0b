// A copy of a plan has arrived: whose it is, what taking it would do, and the choice. Nothing is touched before that.
#include <algorithm>

#include "app/incoming.h"
#include "base/text.h"
#include "ui/dialogs.h"
#include "ui/icons.h"
#include "ui/review.h"
#include "ui/scene.h"
#include "ui/words.h"

namespace fullcourt::ui {
namespace {

constexpr float factHeight = 24;
constexpr float factName = 72;

std::string origin_words(const dialog::Incoming &incoming) {
    const std::string size = incoming.bytes == 0 ? std::string() : ", " + size_text(incoming.bytes);
    switch (incoming.origin) {
    case CopyOrigin::link: return "a link" + size;
    case CopyOrigin::page: return "a web page" + size;
    case CopyOrigin::pasted: return "pasted text" + size;
    case CopyOrigin::revision: return incoming.fileName + ", kept in this browser";
    case CopyOrigin::file:
    case CopyOrigin::ownFile: break;
    }
    return quoted(incoming.fileName) + size;
}

std::string saved_words(const Envelope &envelope) {
    const std::string when = ago(envelope.savedAt, platform::utc_now());
    if (when.empty() && envelope.author.empty()) {
        return "not said";
    }
    const std::string who = envelope.author.empty() ? std::string() : "by " + quoted(envelope.author);
    const std::string exact = instant_text(envelope.savedAt);
    return when + (when.empty() || who.empty() ? "" : " ") + who + (when.empty() || exact.empty() ? "" : " (" + exact + ")");
}

std::string contents_words(const Plan &plan) {
    std::vector<std::string> parts = {counted(plan.raci->activities.size(), "activity", "activities"),
                                      counted(plan.organisation->roles.size(), "role", "roles")};
    if (const std::size_t accounts = plan.accounts->table.rows(); accounts > 0) {
        parts.push_back(counted(accounts, "account", "accounts"));
    }
    if (const std::size_t open = plan.conflicts->size(); open > 0) {
        parts.push_back(counted(open, "conflict left to settle", "conflicts left to settle"));
    }
    return listed(parts);
}

void fact(const std::string &name, const std::string &text, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList &list = *ImGui::GetWindowDrawList();
    draw_line(list, {at, {at.x + factName, at.y + factHeight}}, name, {.size = type::small, .colour = palette().muted});
    const ImRect box({at.x + factName, at.y}, {at.x + width, at.y + factHeight});
    draw_line(list, box, text, {.size = type::small + 1});
    semantics::at(ImGui::GetID(name.c_str()), {at, box.Max}, {.role = "text", .name = name + ": " + text});
    ImGui::Dummy({width, factHeight});
}

/// What would happen, in one or two sentences.
std::string outcome(Scene &scene, const dialog::Incoming &incoming) {
    const Comparison &compared = *incoming.compared;
    if (!compared.error.empty()) {
        return compared.error + " You can keep it as a separate plan.";
    }
    switch (compared.relation) {
    case CopyRelation::created: return "This browser does not have this plan. Opening it keeps it here as one of your plans.";
    case CopyRelation::same: return "Nothing new: it holds exactly what is here.";
    case CopyRelation::older: return "Nothing new: it is an earlier state of what is here, and all of it is in your plan already.";
    case CopyRelation::update: break;
    case CopyRelation::merge: break;
    case CopyRelation::unrelated: break;
    }
    const ReviewCount count = count_review(scene, incoming);
    const std::string changes = counted(count.total(), "change", "changes");
    if (compared.relation == CopyRelation::update) {
        return "It went on from exactly what is here. Taking it brings " + changes + " and overwrites nothing of yours.";
    }
    const std::size_t open = compared.conflicts.size();
    const std::string conflicts = open == 0 ? std::string("Nothing is in conflict.")
                                            : counted(open, "thing was", "things were") + " changed differently in both; one value " +
                                                  (open == 1 ? "" : "of each ") + "stands until you choose.";
    if (compared.relation == CopyRelation::unrelated) {
        return "No state that both copies went on from is kept in this browser, so they are compared two ways: whatever only one has "
               "stays. "
               "Merging brings " +
               changes + ". " + conflicts;
    }
    return "Both copies went on from the same state. Merging brings " + changes + " and keeps what only you changed. " + conflicts;
}

const char *outcome_icon(const Comparison &compared) {
    if (!compared.error.empty()) {
        return icon::triangleAlert;
    }
    switch (compared.relation) {
    case CopyRelation::created: return icon::filePlus;
    case CopyRelation::same:
    case CopyRelation::older: return icon::circleCheck;
    case CopyRelation::update: return icon::download;
    case CopyRelation::merge: break;
    case CopyRelation::unrelated: return icon::circleHelp;
    }
    return icon::share2;
}

void draw_outcome(Scene &scene, const dialog::Incoming &incoming, float width) {
    const bool known = incoming.compared != nullptr;
    const std::string text = known ? outcome(scene, incoming) : std::string("Comparing it with what is here …");
    const bool wrong = known && !incoming.compared->error.empty();
    const TextStyle style{.size = type::small + 1};
    const float textWidth = width - 60;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = wrapped_height(text, style, textWidth) + 28;
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, wrong ? palette().warningSoft : palette().noteSoft, 8);
    draw_icon(list, {at.x + 24, at.y + height / 2}, known ? outcome_icon(*incoming.compared) : icon::clock, 18,
              wrong ? palette().warning : palette().note);
    draw_wrapped(list, {at.x + 46, at.y + 14}, text, style, textWidth);
    semantics::at(ImGui::GetID("##outcome"), {at, {at.x + width, at.y + height}}, {.role = "status", .name = text});
    ImGui::Dummy({width, height});
}

void draw_mended(const dialog::Incoming &incoming, float width) {
    const RepairReport &report = incoming.restored.report;
    if (report.empty()) {
        return;
    }
    gap(10);
    const std::string text = counted(report.sentences.size() + report.more, "thing in it", "things in it") + " had to be mended.";
    paragraph(text, {.size = type::small + 1, .colour = palette().warning}, width);
    semantics::at(ImGui::GetID("##mended"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "text", .name = text});
}

/// Besides the answers at the foot: a ballot alone, or all of it in the place of what is here.
void draw_other_ways(Scene &scene, const dialog::Incoming &incoming) {
    for (const Side side : ballots_to_take(scene.state, incoming)) {
        const std::string name(side_name(side));
        gap(8);
        ImGui::PushID(name.c_str());
        if (button("##take-ballot", "Take only the ballot of " + name, {.icon = icon::vote, .disabled = !scene.editable})) {
            scene.dispatch(action::TakeBallot{side});
        }
        ImGui::PopID();
    }
    if (can_replace(incoming)) {
        gap(8);
        if (button("##replace", "Replace what is here with it",
                   {.icon = icon::rotateCcw,
                    .disabled = !may_take(scene.state, incoming),
                    .tooltip = "What is here is kept among its earlier states, and you can undo it"})) {
            scene.dispatch(action::AnswerIncoming{IncomingAnswer::replace});
        }
    }
    if (!may_take(scene.state, incoming)) {
        gap(8);
        const std::string why = "This plan is being edited in another tab: it can be merged there.";
        paragraph(why, {.size = type::small + 1, .colour = palette().muted}, dialog_room(scene).x);
        semantics::at(ImGui::GetID("##why"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "text", .name = why});
    }
}

std::string take_label(const Comparison &compared) {
    switch (compared.relation) {
    case CopyRelation::created: return "Open it";
    case CopyRelation::update: return "Take the changes";
    case CopyRelation::merge:
    case CopyRelation::unrelated: return "Merge";
    case CopyRelation::same:
    case CopyRelation::older: break;
    }
    return {};
}

bool is_here(const dialog::Incoming &incoming) { return incoming.mine.has_value(); }

void draw_foot(Scene &scene, const dialog::Incoming &incoming) {
    begin_dialog_foot();
    const Comparison *compared = incoming.compared.get();
    const bool working = comparing_part(incoming).has_value();
    const bool differs = !working && compared != nullptr && is_here(incoming) && compared->relation != CopyRelation::same;
    if (is_here(incoming)) {
        begin_at_edge();
        const std::string look = incoming.reviewing ? "Back" : "Look at the difference";
        if (button("##review", look,
                   {.icon = incoming.reviewing ? icon::arrowLeft : icon::eye, .look = Look::ghost, .disabled = !differs})) {
            scene.dispatch(action::ReviewIncoming{!incoming.reviewing});
        }
        ImGui::SameLine();
    }
    const std::string take = working || compared == nullptr || !compared->error.empty() ? std::string() : take_label(*compared);
    const bool created = compared != nullptr && compared->relation == CopyRelation::created;
    const std::string leave = working ? "Stop" : "Leave it";
    const std::string separate = "Keep as a separate plan";
    float width = button_width(leave, false);
    width += created ? 0 : 8 + button_width(separate, false);
    width += take.empty() ? 0 : 8 + button_width(take, false);
    align_right(width);
    if (button("##leave", leave, {.look = take.empty() ? Look::primary : Look::plain})) {
        scene.dispatch(action::CloseDialog{});
    }
    if (!created) {
        ImGui::SameLine(0, 8);
        if (button("##separate", separate, {.disabled = working || compared == nullptr})) {
            scene.dispatch(action::AnswerIncoming{IncomingAnswer::separate});
        }
    }
    if (!take.empty()) {
        ImGui::SameLine(0, 8);
        if (button("##take", take,
                   {.look = Look::primary, .disabled = !may_take(scene.state, incoming), .description = "You can undo it"})) {
            scene.dispatch(action::AnswerIncoming{IncomingAnswer::take});
        }
    }
}

/// A dialog that is there only until its work is done.
void draw_work(Scene &scene, const std::string &what, double part) {
    draw_progress(scene, what, part, dialog_room(scene));
    begin_dialog_foot();
    align_right(button_width("Stop", false));
    if (button("##stop", "Stop")) {
        scene.dispatch(action::CloseDialog{});
    }
}

} // namespace

void draw_receiving_dialog(Scene &scene, const dialog::Receiving &receiving) {
    draw_work(scene, "Reading the file", receiving.work->part());
}

void draw_saving_dialog(Scene &scene, const dialog::Saving &saving) { draw_work(scene, "Writing the file", saving.work->part()); }

bool may_take(const State &state, const dialog::Incoming &incoming) {
    return !state.open || state.open->id != incoming.restored.envelope.plan || state.open->persistence.example || can_edit(state);
}

bool can_replace(const dialog::Incoming &incoming) {
    return incoming.mine && incoming.compared && incoming.compared->relation != CopyRelation::same &&
           incoming.compared->relation != CopyRelation::update;
}

ImVec2 incoming_size(const State &state, const dialog::Incoming &incoming) {
    if (incoming.reviewing) {
        return {1120, 680};
    }
    constexpr float line = 40;
    float height = 372;
    height += line * static_cast<float>(ballots_to_take(state, incoming).size());
    height += can_replace(incoming) ? line : 0;
    height += incoming.restored.report.empty() ? 0.0F : 32.0F;
    height += may_take(state, incoming) ? 0.0F : 32.0F;
    height += incoming.compared && incoming.compared->relation == CopyRelation::unrelated ? 44.0F : 0.0F;
    return {680, height};
}

void draw_incoming_dialog(Scene &scene, const dialog::Incoming &incoming) {
    const ImVec2 room = dialog_room(scene);
    ImGui::BeginGroup();
    if (incoming.reviewing && incoming.compared) {
        draw_review(scene, incoming, room);
    } else {
        const std::string title = quoted(incoming.restored.plan.about->title);
        line(title, {.size = type::heading, .strong = true});
        semantics::at(ImGui::GetID("##title"), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}, {.role = "heading", .name = title});
        gap(10);
        fact("From", origin_words(incoming), room.x);
        fact("Saved", saved_words(incoming.restored.envelope), room.x);
        fact("Holds", contents_words(incoming.restored.plan), room.x);
        gap(12);
        if (const std::optional<double> part = comparing_part(incoming)) {
            draw_progress(scene, "Comparing it with what is here", *part, {room.x, 96});
        } else {
            draw_outcome(scene, incoming, room.x);
            draw_mended(incoming, room.x);
            draw_other_ways(scene, incoming);
        }
    }
    ImGui::EndGroup();
    draw_foot(scene, incoming);
}

} // namespace fullcourt::ui
