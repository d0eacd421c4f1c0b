// The details of what is chosen among engagement plans: a play, a template of one, or what happened.
#include <algorithm>
#include <array>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "ui/account_parts.h"
#include "ui/engagement_parts.h"
#include "ui/fields.h"

namespace fullcourt::ui {
namespace {

const std::array<std::string, 4> statusNames = {"Planned", "Running", "Done", "Dropped"};
const std::array<std::string, 3> tierNames = {"1:1", "1:few", "1:many"};
constexpr std::array engagementTiers = {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany};

void change(Scene &scene, const PlayId &id, const Play &after, std::uint64_t gesture = 0) {
    PlanChange change;
    change.kind = PlanChange::Kind::change;
    change.account = after.account;
    change.play = id;
    change.after = after;
    change_plan(scene, change, gesture);
}

/// "50" or "7 Dec" as a week near `near`; "" is not planned in time.
std::optional<std::string> start_of(const std::string &typed, const Date &near) {
    const std::string text(trimmed(typed));
    if (text.empty()) {
        return std::string();
    }
    if (const std::optional<Date> date = date_in_words(text, platform::today())) {
        return to_text(monday_of(*date));
    }
    const std::optional<double> number = parse_number(text);
    constexpr int halfAYear = 26;
    for (int i = 0; number && i <= 2 * halfAYear; ++i) {
        for (const int weeks : {i, -i}) {
            const Date monday = date_after(monday_of(near), weeks * 7);
            if (iso_week(monday).week == static_cast<int>(*number)) {
                return to_text(monday);
            }
        }
    }
    return std::nullopt;
}

void draw_when(Scene &scene, const PlayId &id, const Play &play) {
    const std::string help = "A week number, or a date in it. What follows moves along.";
    const std::optional<Date> start = parse_date(play.start);
    const std::string shown = start ? std::to_string(iso_week(*start).week) : std::string();
    if (const auto typed = line_field(scene, start ? "Begins in week (Monday, " + short_date_words(play.start) + ")" : "Begins in week",
                                      id.text, shown, {.hint = "50, or 7 Dec", .help = help})) {
        if (const auto begin = start_of(*typed, start.value_or(platform::today()))) {
            Play after = play;
            after.start = *begin;
            change(scene, id, after);
        }
    }
    if (const auto weeks =
            number_field(scene, "Takes", id.text, play.weeks, {.least = 1, .most = 520, .unit = play.weeks == 1 ? "week" : "weeks"});
        weeks && *weeks) {
        Play after = play;
        after.weeks = **weeks;
        change(scene, id, after);
    }
}

void draw_follows(Scene &scene, const PlayId &id, const Play &play) {
    std::vector<PlayId> ids = {PlayId()};
    std::vector<std::string> labels = {"Nothing"};
    int chosen = 0;
    for (const PlayId &other : plays_of(scene, play.account)) {
        if (other == id) {
            continue;
        }
        chosen = other == play.follows ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(other);
        labels.push_back(engagement_of(scene).plays.at(other).name);
    }
    if (const auto picked = choice_field(scene, "Follows", labels, chosen, "It begins after that one has ended, and moves with it.")) {
        Play after = play;
        after.follows = ids[static_cast<std::size_t>(*picked)];
        change(scene, id, after);
    }
}

void draw_play(Scene &scene, const PlayId &id, const Play &play) {
    details_heading("Play at " + account_called(scene, play.account), play.name);
    if (const auto name = line_field(scene, "Name", id.text, play.name)) {
        Play after = play;
        after.name = *name;
        change(scene, id, after);
    }
    if (const auto status = choice_field(scene, "Status", statusNames, static_cast<int>(play.status),
                                         "Once a play is running or done, the plan is under way and changes with a reason.")) {
        Play after = play;
        after.status = static_cast<PlayStatus>(*status);
        change(scene, id, after);
    }
    draw_when(scene, id, play);
    if (const auto owner = role_field(scene, "Owner", play.owner)) {
        Play after = play;
        after.owner = *owner;
        change(scene, id, after);
    }
    if (const auto effort = effort_fields(scene, id.text, play.effort)) {
        Play after = play;
        after.effort = *effort;
        change(scene, id, after);
    }
    draw_follows(scene, id, play);
    if (remove_button(scene, "Delete the play")) {
        PlanChange gone;
        gone.kind = PlanChange::Kind::remove;
        gone.account = play.account;
        gone.play = id;
        change_plan(scene, gone);
    }
}

void draw_template_follows(Scene &scene, const PlayTemplateId &id, const PlayTemplate &play) {
    std::vector<PlayTemplateId> ids = {PlayTemplateId()};
    std::vector<std::string> labels = {"Nothing"};
    int chosen = 0;
    for (const PlayTemplateId &other : ordered(engagement_of(scene).templates)) {
        const PlayTemplate &one = engagement_of(scene).templates.at(other);
        if (other == id || one.tier != play.tier) {
            continue;
        }
        chosen = other == play.follows ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(other);
        labels.push_back(one.name);
    }
    if (const auto picked = choice_field(scene, "Follows", labels, chosen)) {
        PlayTemplate changed = play;
        changed.follows = ids[static_cast<std::size_t>(*picked)];
        scene.edit(change_play_template(scene.plan(), id, changed));
    }
}

void draw_template(Scene &scene, const PlayTemplateId &id, const PlayTemplate &play) {
    const auto put = [&](auto set) {
        PlayTemplate changed = play;
        set(changed);
        scene.edit(change_play_template(scene.plan(), id, changed));
    };
    details_heading("Play of the template", play.name);
    if (const auto name = line_field(scene, "Name", id.text, play.name)) {
        put([&](PlayTemplate &changed) { changed.name = *name; });
    }
    const auto tier = static_cast<int>(std::find(engagementTiers.begin(), engagementTiers.end(), play.tier) - engagementTiers.begin());
    if (const auto picked = segment_field(scene, "Tier", tierNames, tier)) {
        put([&](PlayTemplate &changed) { changed.tier = engagementTiers[static_cast<std::size_t>(*picked)]; });
    }
    if (const auto after = number_field(scene, "Begins after", id.text, play.afterWeeks, {.most = 520, .unit = "weeks of the plan"});
        after && *after) {
        put([&](PlayTemplate &changed) { changed.afterWeeks = **after; });
    }
    if (const auto weeks =
            number_field(scene, "Takes", id.text, play.weeks, {.least = 1, .most = 520, .unit = play.weeks == 1 ? "week" : "weeks"});
        weeks && *weeks) {
        put([&](PlayTemplate &changed) { changed.weeks = **weeks; });
    }
    if (const auto owner = role_field(scene, "Owner", play.owner)) {
        put([&](PlayTemplate &changed) { changed.owner = *owner; });
    }
    if (const auto effort = effort_fields(scene, id.text, play.effort)) {
        put([&](PlayTemplate &changed) { changed.effort = *effort; });
    }
    draw_template_follows(scene, id, play);
    if (remove_button(scene, "Delete it from the template")) {
        scene.edit(remove_play_templates(scene.plan(), {id}));
    }
}

void draw_who_answered(Scene &scene, const EngagementNoteId &id, const EngagementNote &note) {
    std::vector<ContactId> ids = {ContactId()};
    std::vector<std::string> labels = {"Not said"};
    int chosen = 0;
    for (const ContactId &contact : ordered(scene.plan().contacts->contacts)) {
        const Contact &one = scene.plan().contacts->contacts.at(contact);
        if (one.account == note.account) {
            chosen = contact == note.contact ? static_cast<int>(ids.size()) : chosen;
            ids.push_back(contact);
            labels.push_back(one.name);
        }
    }
    if (const auto picked = ids.size() == 1 ? std::nullopt : choice_field(scene, "Who", labels, chosen)) {
        EngagementNote changed = note;
        changed.contact = ids[static_cast<std::size_t>(*picked)];
        scene.edit(change_note(scene.plan(), id, changed));
    }
}

void draw_note(Scene &scene, const EngagementNoteId &id, const EngagementNote &note) {
    const bool response = note.kind == EngagementNote::Kind::response;
    details_heading(response ? "Response" : "Why the plan was changed", account_called(scene, note.account));
    if (const auto text = text_area(scene, response ? "What the buyer said or did" : "Why", id.text, note.text)) {
        EngagementNote changed = note;
        changed.text = text->text;
        scene.edit(change_note(scene.plan(), id, changed), text->gesture);
    }
    if (const auto on = date_field(scene, "On", id.text, note.on); on && !on->empty()) {
        EngagementNote changed = note;
        changed.on = *on;
        scene.edit(change_note(scene.plan(), id, changed));
    }
    std::vector<PlayId> ids = {PlayId()};
    std::vector<std::string> labels = {"No play in particular"};
    int chosen = 0;
    for (const PlayId &play : plays_of(scene, note.account)) {
        chosen = play == note.play ? static_cast<int>(ids.size()) : chosen;
        ids.push_back(play);
        labels.push_back(engagement_of(scene).plays.at(play).name);
    }
    if (const auto picked = choice_field(scene, response ? "To which play" : "Of which play", labels, chosen)) {
        EngagementNote changed = note;
        changed.play = ids[static_cast<std::size_t>(*picked)];
        scene.edit(change_note(scene.plan(), id, changed));
    }
    if (response) {
        draw_who_answered(scene, id, note);
    }
    if (remove_button(scene, response ? "Delete the response" : "Delete the reason")) {
        scene.edit(remove_notes(scene.plan(), {id}));
    }
}

} // namespace

std::optional<std::map<RoleId, double>> effort_fields(Scene &scene, const std::string &of, const std::map<RoleId, double> &effort) {
    std::optional<std::map<RoleId, double>> changed;
    std::vector<RoleId> others = {RoleId()};
    std::vector<std::string> labels = {"Add a role …"};
    for (const RoleId &role : ordered(scene.plan().organisation->roles)) {
        const double *hours = find(effort, role);
        if (hours == nullptr) {
            others.push_back(role);
            labels.push_back(role_name(scene, role));
            continue;
        }
        if (const auto typed = line_field(scene, "Hours of " + role_name(scene, role), of + "|" + role.text, number_words(*hours),
                                          {.help = "In all, spread evenly over its weeks. 0 takes the role out."})) {
            if (const std::optional<double> number = trimmed(*typed).empty() ? 0.0 : parse_number(trimmed(*typed));
                number && *number >= 0) {
                changed = effort;
                (*changed)[role] = *number;
            }
        }
    }
    if (const auto picked = choice_field(scene, effort.empty() ? "Effort" : "Effort of others", labels, 0); picked && *picked > 0) {
        changed = effort;
        (*changed)[others[static_cast<std::size_t>(*picked)]] = 1;
    }
    return changed;
}

void draw_engagement_details(Scene &scene) {
    const std::string item = chosen_item(scene.state, View::engagement);
    const PlayTemplateId templateId(chosen_after(scene, templateItem));
    const EngagementNoteId noteId(chosen_after(scene, noteItem));
    if (scene.scratch.engagement.tab == templatesTab) {
        if (const PlayTemplate *one = find(engagement_of(scene).templates, templateId)) {
            draw_template(scene, templateId, *one);
        } else {
            details_hint("Choose a template to say what its play is, who does it and how long it takes.");
        }
        return;
    }
    if (const Play *play = find(engagement_of(scene).plays, PlayId(item))) {
        draw_play(scene, PlayId(item), *play);
    } else if (const EngagementNote *note = find(engagement_of(scene).notes, noteId)) {
        draw_note(scene, noteId, *note);
    } else {
        details_hint("Choose a play to see who does it, how long it takes and what it follows.");
    }
}

} // namespace fullcourt::ui
