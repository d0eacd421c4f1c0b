#include "edit/engagement_gestures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "edit/item_gestures.h"
#include "edit/place_words.h"
#include "edit/references.h"
#include "edit/starter_plays.h"

namespace fullcourt {
namespace {

constexpr int longestWeeks = 520;
constexpr double mostPlayHours = 100'000;
constexpr int daysAWeek = 7;

void tidy_effort(std::map<RoleId, double> &effort) {
    effort.erase(RoleId());
    for (auto &[role, hours] : effort) {
        hours = std::isfinite(hours) ? std::clamp(hours, 0.0, mostPlayHours) : 0;
    }
    std::erase_if(effort, [](const auto &one) { return one.second == 0; });
}

} // namespace

template <> struct ItemWays<Play> {
    static constexpr std::string_view one = "a play";
    static constexpr std::string_view many = "plays";

    static std::string label(const std::string &name, const Play &before, const Play &after) {
        return change_label(name, {{before.start != after.start, "when there is"},
                                   {before.weeks != after.weeks, "how long there is"},
                                   {!(before.owner == after.owner), "who owns"},
                                   {before.effort != after.effort, "the effort of"},
                                   {!(before.follows == after.follows), "what comes before"},
                                   {before.status != after.status, "the status of"}});
    }

    static Play tidy(Play play) {
        play.name = one_line(play.name);
        const std::optional<Date> start = parse_date(play.start);
        play.start = start ? to_text(monday_of(*start)) : std::string();
        play.weeks = std::clamp(play.weeks, 1, longestWeeks);
        tidy_effort(play.effort);
        return play;
    }
};

template <> struct ItemWays<PlayTemplate> {
    static constexpr std::string_view one = "a play to the templates";
    static constexpr std::string_view many = "plays to the templates";

    static std::string label(const std::string &name, const PlayTemplate &before, const PlayTemplate &after) {
        return change_label(name, {{before.tier != after.tier, "the tier of"},
                                   {before.afterWeeks != after.afterWeeks || before.weeks != after.weeks, "the weeks of"},
                                   {!(before.owner == after.owner), "who owns"},
                                   {before.effort != after.effort, "the effort of"},
                                   {!(before.follows == after.follows), "what comes before"}});
    }

    static PlayTemplate tidy(PlayTemplate play) {
        play.name = one_line(play.name);
        play.afterWeeks = std::clamp(play.afterWeeks, 0, longestWeeks);
        play.weeks = std::clamp(play.weeks, 1, longestWeeks);
        tidy_effort(play.effort);
        return play;
    }
};

template <> struct ItemWays<EngagementNote> {
    static constexpr std::string_view one = "a note";
    static constexpr std::string_view many = "notes";
    static std::string called(const Collection<EngagementNote> &notes, const EngagementNoteId &id) {
        return notes.at(id).kind == EngagementNote::Kind::response ? "a response" : "a reason";
    }

    static std::string label(const std::string &name, const EngagementNote & /*before*/, const EngagementNote & /*after*/) {
        return "Change " + name;
    }

    static EngagementNote tidy(EngagementNote note) {
        note.text = long_text(note.text);
        const std::optional<Date> on = parse_date(note.on);
        note.on = on ? to_text(*on) : std::string();
        return note;
    }
};

namespace {

// ---- Time

/// Nothing where it would leave the calendar.
std::optional<std::string> later(const std::string &start, int weeks) {
    const std::optional<Date> from = parse_date(start);
    constexpr int fiveHundredYears = 26'000;
    if (!from || weeks > fiveHundredYears || weeks < -fiveHundredYears) {
        return std::nullopt;
    }
    std::string text = to_text(date_after(*from, weeks * daysAWeek));
    return parse_date(text) ? std::optional(std::move(text)) : std::nullopt;
}

int weeks_between(const Date &from, const Date &to) { return days_between(from, to) / daysAWeek; }

/// The plays as a gesture leaves them.
class PlanOfPlays {
  public:
    explicit PlanOfPlays(const Collection<Play> &plays) : m_before(plays), m_now(plays) {
        for (const auto &[id, play] : plays) {
            note_follower(id, play);
        }
    }

    Play &at(const PlayId &id) { return m_now.at(id); }
    const Collection<Play> &now() const { return m_now; }
    void add(const PlayId &id, const Play &play) {
        m_now[id] = play;
        note_follower(id, play);
    }
    void follow(const PlayId &id, const PlayId &follows) {
        std::erase(m_followers[m_now.at(id).follows], id);
        m_now.at(id).follows = follows;
        note_follower(id, m_now.at(id));
    }

    /// Whether `id` comes, sooner or later, before `other`.
    bool leads_to(const PlayId &id, const PlayId &other) const {
        std::set<PlayId> seen;
        for (PlayId at = other; !at.empty() && seen.insert(at).second;) {
            if (at == id) {
                return true;
            }
            const Play *play = find(m_now, at);
            at = play == nullptr ? PlayId() : play->follows;
        }
        return false;
    }

    /// The first week in which it may begin; nothing where it may at any time.
    std::optional<Date> earliest(const PlayId &id) const {
        const Play *first = find(m_now, m_now.at(id).follows);
        return first == nullptr || first->status == PlayStatus::dropped ? std::nullopt : end_of(*first);
    }

    /// It and what follows it, and what follows that; how many moved.
    std::size_t shift(const PlayId &id, int weeks) {
        std::set<PlayId> seen;
        shift(id, weeks, seen);
        return seen.size();
    }
    void shift_followers(const PlayId &id, int weeks) {
        std::set<PlayId> seen = {id};
        for (const PlayId &follower : followers(id)) {
            shift(follower, weeks, seen);
        }
    }

    /// Puts off what would begin before what it follows has ended, from `id` on.
    void put_off(const PlayId &id) {
        std::set<PlayId> seen;
        std::vector<PlayId> open = {id};
        while (!open.empty()) {
            const PlayId at = open.back();
            open.pop_back();
            if (!seen.insert(at).second) {
                continue;
            }
            const std::optional<Date> earliest_ = earliest(at);
            const std::optional<Date> start = parse_date(m_now.at(at).start);
            if (earliest_ && start && *start < *earliest_) {
                shift(at, weeks_between(monday_of(*start), *earliest_));
            }
            const std::vector<PlayId> next = followers(at);
            open.insert(open.end(), next.begin(), next.end());
        }
    }

    std::vector<EditStep> steps() const {
        std::vector<EditStep> steps;
        for (const auto &[id, play] : m_now) {
            const Play *before = find(m_before, id);
            if (before == nullptr || !(*before == play)) {
                steps.emplace_back(Put<Play>{id, play});
            }
        }
        return steps;
    }

  private:
    void note_follower(const PlayId &id, const Play &play) {
        if (!play.follows.empty()) {
            m_followers[play.follows].push_back(id);
        }
    }
    std::vector<PlayId> followers(const PlayId &id) const {
        const auto *found = find(m_followers, id);
        return found == nullptr ? std::vector<PlayId>() : *found;
    }
    void shift(const PlayId &first, int weeks, std::set<PlayId> &seen) {
        std::vector<PlayId> open = {first};
        while (!open.empty()) {
            const PlayId id = open.back();
            open.pop_back();
            if (!seen.insert(id).second) {
                continue;
            }
            if (const auto start = later(m_now.at(id).start, weeks)) {
                m_now.at(id).start = *start;
            }
            const std::vector<PlayId> next = followers(id);
            open.insert(open.end(), next.begin(), next.end());
        }
    }

    const Collection<Play> &m_before;
    Collection<Play> m_now;
    std::map<PlayId, std::vector<PlayId>> m_followers;
};

// ---- Reasons

bool may_change(const Plan &plan, const AccountId &account, const ChangeReason &reason) {
    return !is_under_way(*plan.engagement, account) || !trimmed(reason.why).empty();
}

/// Keeps why a plan that is under way was changed. `what` begins the sentence: "Moved to week 51".
void keep_reason(const Plan &plan, const AccountId &account, const PlayId &play, const std::string &what, const ChangeReason &reason,
                 const RandomBits &bits, std::vector<EditStep> &steps) {
    if (!is_under_way(*plan.engagement, account) || steps.empty()) {
        return;
    }
    EngagementNote note;
    note.kind = EngagementNote::Kind::change;
    note.account = account;
    note.on = reason.on;
    note.play = play;
    note.text = what + ": " + std::string(trimmed(reason.why));
    note.position = position_at_end(plan.engagement->notes);
    steps.emplace_back(Put<EngagementNote>{new_id(plan.engagement->notes, bits), ItemWays<EngagementNote>::tidy(std::move(note))});
}

std::string week_words(const std::string &start) {
    const std::optional<Date> date = parse_date(start);
    return date ? "week " + std::to_string(iso_week(*date).week) : std::string("no week yet");
}

std::string followers_words(std::size_t followers) {
    return followers == 0 ? std::string() : " with " + std::to_string(followers) + " that " + (followers == 1 ? "follows" : "follow");
}

/// What one change does, as the history tells it.
std::string told(const Play &before, const Play &after) {
    if (before.start != after.start) {
        return "Moved to " + week_words(after.start);
    }
    if (before.weeks != after.weeks) {
        return "Now takes " + counted(static_cast<std::size_t>(after.weeks), "week", "weeks");
    }
    if (before.status != after.status) {
        return after.status == PlayStatus::dropped ? "Dropped" : "Taken up again";
    }
    return !(before.owner == after.owner)    ? "Given to another role"
           : before.effort != after.effort   ? "Effort changed"
           : before.follows == after.follows ? "Changed"
                                             : "What comes before changed";
}

} // namespace

std::optional<Date> end_of(const Play &play) {
    const std::optional<Date> start = parse_date(play.start);
    return start ? std::optional(date_after(monday_of(*start), play.weeks * daysAWeek)) : std::nullopt;
}

bool is_under_way(const Engagement &engagement, const AccountId &account) {
    return std::any_of(engagement.plays.begin(), engagement.plays.end(), [&](const auto &one) {
        return one.second.account == account && (one.second.status == PlayStatus::running || one.second.status == PlayStatus::done);
    });
}

bool changes_plan(const Play &before, const Play &after) {
    const bool droppedOrBack =
        before.status != after.status && (before.status == PlayStatus::dropped || after.status == PlayStatus::dropped);
    return before.start != after.start || before.weeks != after.weeks || !(before.owner == after.owner) || before.effort != after.effort ||
           !(before.follows == after.follows) || droppedOrBack;
}

// ---- Plays

PlanEdit add_play(const Plan &plan, const Play &play, const ChangeReason &reason, const RandomBits &bits, PlayId *made) {
    if (play.account.empty() || !may_change(plan, play.account, reason)) {
        return {};
    }
    const PlayId id = new_id(plan.engagement->plays, bits);
    Play fresh = ItemWays<Play>::tidy(play);
    const Play *first = find(plan.engagement->plays, fresh.follows);
    if (first == nullptr || !(first->account == fresh.account)) {
        fresh.follows = PlayId();
    }
    fresh.position = position_at_end(plan.engagement->plays);
    PlanOfPlays plays(plan.engagement->plays);
    plays.add(id, fresh);
    plays.put_off(id);
    PlanEdit edit{label_for_new({fresh.name}, "a play", "plays"), plays.steps()};
    keep_reason(plan, fresh.account, id, "Added", reason, bits, edit.steps);
    if (made != nullptr) {
        *made = id;
    }
    return edit;
}

PlanEdit change_play(const Plan &plan, const PlayId &id, const Play &play, const ChangeReason &reason, const RandomBits &bits) {
    const Play *before = find(plan.engagement->plays, id);
    if (before == nullptr) {
        return {};
    }
    Play after = ItemWays<Play>::tidy(play);
    after.account = before->account;
    after.position = before->position;
    after.extra = before->extra;
    PlanOfPlays plays(plan.engagement->plays);
    const Play *first = find(plan.engagement->plays, after.follows);
    if (first == nullptr || !(first->account == after.account) || plays.leads_to(id, after.follows)) {
        after.follows = PlayId();
    }
    plays.follow(id, after.follows);
    const std::optional<Date> from = parse_date(before->start);
    const std::optional<Date> to = parse_date(after.start);
    plays.at(id) = after;
    if (from && to && *from != *to) {
        plays.shift_followers(id, weeks_between(monday_of(*from), *to));
    }
    plays.put_off(id);
    const Play now = plays.at(id);
    const bool replanned = changes_plan(*before, now);
    if (replanned && !may_change(plan, now.account, reason)) {
        return {};
    }
    PlanEdit edit{ItemWays<Play>::label(quoted(now.name), *before, now), plays.steps()};
    if (now.name != before->name) {
        edit.label = "Rename " + quoted(before->name) + " to " + quoted(now.name);
    }
    if (edit.steps.empty()) {
        return {};
    }
    if (replanned) {
        keep_reason(plan, now.account, id, told(*before, now), reason, bits, edit.steps);
    }
    return edit;
}

PlanEdit move_play(const Plan &plan, const PlayId &id, int weeks, const ChangeReason &reason, const RandomBits &bits) {
    const Play *before = find(plan.engagement->plays, id);
    if (before == nullptr || before->start.empty() || !may_change(plan, before->account, reason)) {
        return {};
    }
    PlanOfPlays plays(plan.engagement->plays);
    const std::optional<Date> start = parse_date(before->start);
    int sound = weeks;
    if (const auto earliest = plays.earliest(id); earliest && start && weeks < 0) {
        sound = std::max(weeks, std::min(0, weeks_between(monday_of(*start), *earliest)));
    }
    const std::size_t moved = plays.shift(id, sound);
    PlanEdit edit{"Move " + quoted(before->name) + " to " + week_words(plays.at(id).start) + followers_words(moved - 1), plays.steps()};
    if (edit.steps.empty()) {
        return {};
    }
    keep_reason(plan, before->account, id, "Moved to " + week_words(plays.at(id).start), reason, bits, edit.steps);
    return edit;
}

PlanEdit remove_plays(const Plan &plan, const std::vector<PlayId> &ids, const ChangeReason &reason, const RandomBits &bits) {
    PlanEdit edit = remove(plan.engagement->plays, ids);
    const std::vector<PlayId> gone = in_order(ordered(plan.engagement->plays), ids);
    if (gone.empty()) {
        return {};
    }
    std::map<AccountId, std::string> names;
    for (const PlayId &id : gone) {
        const Play &play = plan.engagement->plays.at(id);
        if (!may_change(plan, play.account, reason)) {
            return {};
        }
        std::string &all = names[play.account];
        all += (all.empty() ? "" : ", ") + quoted(play.name);
    }
    forget_plays(plan, gone, edit.steps);
    for (const auto &[account, all] : names) {
        keep_reason(plan, account, {}, "Deleted " + all, reason, bits, edit.steps);
    }
    return edit;
}

PlanEdit plan_from_templates(const Plan &plan, const AccountId &account, Tier tier, const std::string &start, const ChangeReason &reason,
                             const RandomBits &bits, std::vector<PlayId> *made) {
    const std::optional<Date> from = parse_date(start);
    if (account.empty() || !from || !may_change(plan, account, reason)) {
        return {};
    }
    const Collection<PlayTemplate> &templates = plan.engagement->templates;
    std::vector<PlayTemplateId> chosen = ordered(templates);
    std::erase_if(chosen, [&](const PlayTemplateId &id) { return templates.at(id).tier != tier; });
    if (chosen.empty()) {
        PlanEdit edit = add_starter_plays(plan, tier, bits);
        Plan with = plan;
        apply(with, edit);
        PlanEdit planned = edit.steps.empty() ? PlanEdit() : plan_from_templates(with, account, tier, start, reason, bits, made);
        planned.steps.insert(planned.steps.begin(), edit.steps.begin(), edit.steps.end());
        return planned;
    }
    PlanOfPlays plays(plan.engagement->plays);
    std::map<PlayTemplateId, PlayId> copies;
    for (const PlayTemplateId &id : chosen) {
        copies[id] = new_id(plays.now(), bits);
        plays.add(copies[id], Play());
    }
    const std::vector<Position> positions = positions_between(position_at_end(plan.engagement->plays).key, {}, chosen.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const PlayTemplate &what = templates.at(chosen[i]);
        Play play;
        play.name = what.name;
        play.account = account;
        play.owner = what.owner;
        play.start = later(to_text(monday_of(*from)), what.afterWeeks).value_or(std::string());
        play.weeks = what.weeks;
        play.effort = what.effort;
        play.position = positions[i];
        plays.at(copies.at(chosen[i])) = ItemWays<Play>::tidy(play);
    }
    for (const PlayTemplateId &id : chosen) {
        const PlayId *first = find(copies, templates.at(id).follows);
        if (first != nullptr && !plays.leads_to(copies.at(id), *first)) {
            plays.follow(copies.at(id), *first);
        }
    }
    for (const auto &[id, copy] : copies) {
        plays.put_off(copy);
        if (made != nullptr) {
            made->push_back(copy);
        }
    }
    PlanEdit edit{"Plan " + counted(chosen.size(), "play", "plays") + " for " + account_called(plan, account), plays.steps()};
    if (edit.steps.empty()) {
        return {};
    }
    keep_reason(plan, account, {}, "Added " + counted(chosen.size(), "play", "plays"), reason, bits, edit.steps);
    return edit;
}

// ---- Templates

PlanEdit add_play_template(const Plan &plan, const PlayTemplate &play, const RandomBits &bits, PlayTemplateId *made) {
    return add_named(plan.engagement->templates, play, {}, bits, made);
}

PlanEdit change_play_template(const Plan &plan, const PlayTemplateId &id, const PlayTemplate &play) {
    PlayTemplate changed = play;
    std::set<PlayTemplateId> seen;
    for (PlayTemplateId at = changed.follows; !at.empty() && seen.insert(at).second;) {
        const PlayTemplate *first = find(plan.engagement->templates, at);
        if (at == id || first == nullptr || first->tier != changed.tier) {
            changed.follows = PlayTemplateId();
            break;
        }
        at = first->follows;
    }
    return change(plan.engagement->templates, id, changed);
}

PlanEdit remove_play_templates(const Plan &plan, const std::vector<PlayTemplateId> &ids) {
    PlanEdit edit = remove(plan.engagement->templates, ids);
    forget_play_templates(plan, in_order(ordered(plan.engagement->templates), ids), edit.steps);
    return edit;
}

PlanEdit move_play_templates(const Plan &plan, const std::vector<PlayTemplateId> &ids, const PlayTemplateId &before) {
    return move(plan.engagement->templates, ids, before);
}

PlanEdit add_starter_plays(const Plan &plan, Tier tier, const RandomBits &bits, std::vector<PlayTemplateId> *made) {
    std::map<CoreFunction, RoleId> roles;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        roles.emplace(plan.organisation->roles.at(id).core, id);
    }
    const auto role_for = [&](CoreFunction core) {
        const RoleId *role = core == CoreFunction::none ? nullptr : find(roles, core);
        return role == nullptr ? RoleId() : *role;
    };
    std::vector<PlayTemplate> plays;
    for (const StarterPlay &starter : starter_plays(tier)) {
        PlayTemplate play;
        play.name = starter.name;
        play.tier = tier;
        play.owner = role_for(starter.owner);
        play.afterWeeks = starter.afterWeeks;
        play.weeks = starter.weeks;
        for (const StarterEffort &effort : starter.effort) {
            play.effort.emplace(role_for(effort.core), effort.hours);
        }
        plays.push_back(std::move(play));
    }
    if (plays.empty()) {
        return {};
    }
    std::vector<PlayTemplateId> ids;
    PlanEdit edit = add_all(plan.engagement->templates, "Add starter plays for " + std::string(tier_name(tier)), plays, {}, bits, &ids);
    for (EditStep &step : edit.steps) {
        auto *put = std::get_if<Put<PlayTemplate>>(&step);
        const auto at = put == nullptr ? ids.end() : std::find(ids.begin(), ids.end(), put->id);
        if (at != ids.end()) {
            const int follows = starter_plays(tier)[static_cast<std::size_t>(at - ids.begin())].follows;
            put->item.follows = follows < 0 ? PlayTemplateId() : ids[static_cast<std::size_t>(follows)];
        }
    }
    if (made != nullptr) {
        made->insert(made->end(), ids.begin(), ids.end());
    }
    return edit;
}

// ---- Notes

PlanEdit add_note(const Plan &plan, const EngagementNote &note, const RandomBits &bits, EngagementNoteId *made) {
    if (note.account.empty() || trimmed(note.text).empty()) {
        return {};
    }
    const bool response = note.kind == EngagementNote::Kind::response;
    return add(plan.engagement->notes, (response ? "Note a response of " : "Note a reason for ") + account_called(plan, note.account), note,
               EngagementNoteId(), bits, made);
}

PlanEdit change_note(const Plan &plan, const EngagementNoteId &id, const EngagementNote &note) {
    return change(plan.engagement->notes, id, note);
}

PlanEdit remove_notes(const Plan &plan, const std::vector<EngagementNoteId> &ids) { return remove(plan.engagement->notes, ids); }

} // namespace fullcourt
