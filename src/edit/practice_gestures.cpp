#include "edit/practice_gestures.h"

#include <array>

#include "base/date.h"
#include "edit/item_gestures.h"
#include "edit/references.h"
#include "model/rows.h"

namespace fullcourt {
namespace {

constexpr double mostImportance = 100;

std::string sound_date(const std::string &date) { return parse_date(date) ? date : std::string(); }

/// "shared-goals" as a person says it.
std::string code_words(std::string code) {
    std::replace(code.begin(), code.end(), '-', ' ');
    return quoted(code);
}

std::map<std::string, OwnNeed> sound_needs(const std::map<std::string, OwnNeed> &needs) {
    std::map<std::string, OwnNeed> sound;
    for (const auto &[factor, need] : needs) {
        const std::string code = one_line(factor);
        if (!code.empty() && sound.size() < longestList) {
            const double importance = need.importance >= 0 ? std::min(need.importance, mostImportance) : 0;
            sound.emplace(code, OwnNeed{need.atMost, std::clamp(need.level, 0, bestAnswer), importance});
        }
    }
    return sound;
}

} // namespace

// ---- what the gestures know of each item

template <> struct ItemWays<Practice> {
    static constexpr std::string_view one = "a practice";
    static constexpr std::string_view many = "practices";

    static std::string label(const std::string &name, const Practice &before, const Practice &after) {
        return change_label(name, {{before.kind != after.kind, "the kind of"},
                                   {before.text != after.text, "the text of"},
                                   {before.steps != after.steps, "the steps of"},
                                   {before.owner != after.owner, "the owner of"},
                                   {before.approvers != after.approvers, "who approves"},
                                   {!(before.period == after.period), "how often there is"},
                                   {before.due != after.due, "the date of"}});
    }

    static Practice tidy(Practice practice) {
        practice.name = one_line(practice.name);
        practice.text = long_text(practice.text);
        practice.steps = sound_lines(std::move(practice.steps));
        practice.approvers.erase(RoleId());
        practice.period = sound_period(practice.period);
        practice.due = sound_date(practice.due);
        return practice;
    }
};

template <> struct ItemWays<Tool> {
    static constexpr std::string_view one = "a tool";
    static constexpr std::string_view many = "tools";

    static std::string label(const std::string &name, const Tool &before, const Tool &after) {
        return change_label(name, {{before.purpose != after.purpose, "the purpose of"},
                                   {before.owner != after.owner, "the owner of"},
                                   {before.access != after.access, "who has access to"},
                                   {before.training != after.training, "the training for"},
                                   {before.integratesWith != after.integratesWith, "what integrates with"}});
    }

    static Tool tidy(Tool tool) {
        tool.name = one_line(tool.name);
        tool.access.erase(RoleId());
        tool.training = one_line(tool.training);
        tool.integratesWith.erase(ToolId());
        return tool;
    }
};

template <> struct ItemWays<LogEntry> {
    static constexpr std::string_view one = "a log entry";
    static constexpr std::string_view many = "log entries";
    static std::string called(const Collection<LogEntry> &log, const LogEntryId &id) { return quoted(log.at(id).what); }

    static std::string label(const std::string &name, const LogEntry &before, const LogEntry &after) {
        return change_label(name, {{before.owner != after.owner, "the owner of"},
                                   {before.due != after.due, "the date of"},
                                   {before.done != after.done, "the state of"}});
    }

    static LogEntry tidy(LogEntry entry) {
        entry.what = one_line(entry.what);
        entry.due = sound_date(entry.due);
        entry.on = sound_date(entry.on);
        entry.about = long_text(entry.about);
        return entry;
    }
};

template <> struct ItemWays<Dispute> {
    static constexpr std::string_view one = "a dispute";
    static constexpr std::string_view many = "disputes";
    static std::string called(const Collection<Dispute> &disputes, const DisputeId &id) { return quoted(disputes.at(id).what); }

    static std::string label(const std::string &name, const Dispute &before, const Dispute &after) {
        return change_label(name, {{before.activity != after.activity, "the activity of"},
                                   {before.level != after.level, "the level of"},
                                   {before.rule != after.rule, "what settled"},
                                   {before.days != after.days, "the length of"},
                                   {before.on != after.on, "the date of"}});
    }

    static Dispute tidy(Dispute dispute) {
        dispute.what = one_line(dispute.what);
        dispute.rule = one_line(dispute.rule);
        dispute.days = sound(dispute.days, mostDays);
        dispute.on = sound_date(dispute.on);
        return dispute;
    }
};

template <> struct ItemWays<OwnModel> {
    static constexpr std::string_view one = "an organisation model";
    static constexpr std::string_view many = "organisation models";

    static std::string label(const std::string &name, const OwnModel &before, const OwnModel &after) {
        return change_label(name, {{before.home != after.home, "the home of"},
                                   {before.essence != after.essence, "the essence of"},
                                   {before.advantages != after.advantages, "what speaks for"},
                                   {before.drawbacks != after.drawbacks, "what speaks against"},
                                   {before.governance != after.governance, "the governance of"},
                                   {before.fitsWhen != after.fitsWhen, "when to choose"},
                                   {before.needs != after.needs, "the needs of"}});
    }

    static OwnModel tidy(OwnModel model) {
        model.name = one_line(model.name);
        model.essence = one_line(model.essence);
        model.advantages = sound_lines(std::move(model.advantages));
        model.drawbacks = sound_lines(std::move(model.drawbacks));
        model.governance = one_line(model.governance);
        model.fitsWhen = one_line(model.fitsWhen);
        model.needs = sound_needs(model.needs);
        return model;
    }
};

template <> struct ItemWays<RunSheetItem> {
    static constexpr std::string_view one = "an item";
    static constexpr std::string_view many = "items";

    static std::string label(const std::string &name, const RunSheetItem &before, const RunSheetItem &after) {
        return change_label(name,
                            {{before.minutes != after.minutes, "the length of"}, {before.purpose != after.purpose, "the purpose of"}});
    }

    static RunSheetItem tidy(RunSheetItem item) {
        item.name = one_line(item.name);
        item.minutes = std::clamp(item.minutes, 1, longestMinutes);
        return item;
    }
};

// ---- practices

PlanEdit add_practice(const Plan &plan, PracticeKind kind, const std::string &name, const PracticeId &after, const RandomBits &bits,
                      PracticeId *made) {
    Practice practice = named<Practice>(name);
    practice.kind = kind;
    return add_named(plan.practices->practices, practice, after, bits, made);
}

PlanEdit add_practices(const Plan &plan, PracticeKind kind, const std::vector<std::string> &names, const RandomBits &bits,
                       std::vector<PracticeId> *made) {
    const auto new_of_kind = [&](const std::string &name) {
        Practice practice = named<Practice>(name);
        practice.kind = kind;
        return practice;
    };
    return add_all_named(plan.practices->practices, names, new_of_kind, PracticeId(), bits, made);
}

PlanEdit change_practice(const Plan &plan, const PracticeId &id, const Practice &practice) {
    return change(plan.practices->practices, id, practice);
}
PlanEdit own_testing(const Plan &plan, const RoleId &owner, const RandomBits &bits) {
    const PracticeId known = testing_practice(*plan.practices);
    if (known.empty()) {
        Practice practice = named<Practice>(std::string(testingName));
        practice.kind = PracticeKind::improvement;
        practice.owner = owner;
        return owner.empty() ? PlanEdit()
                             : add_named(plan.practices->practices, practice, PracticeId(), bits, static_cast<PracticeId *>(nullptr));
    }
    Practice practice = plan.practices->practices.at(known);
    practice.owner = owner;
    return change_practice(plan, known, practice);
}
PlanEdit remove_practices(const Plan &plan, const std::vector<PracticeId> &ids) { return remove(plan.practices->practices, ids); }
PlanEdit move_practices(const Plan &plan, const std::vector<PracticeId> &ids, const PracticeId &before) {
    return move(plan.practices->practices, ids, before);
}

// ---- tools

PlanEdit add_tool(const Plan &plan, ToolPurpose purpose, const std::string &name, const ToolId &after, const RandomBits &bits,
                  ToolId *made) {
    Tool tool = named<Tool>(name);
    tool.purpose = purpose;
    return add_named(plan.practices->tools, tool, after, bits, made);
}

PlanEdit change_tool(const Plan &plan, const ToolId &id, const Tool &tool) {
    Tool other = tool;
    other.integratesWith.erase(id);
    return change(plan.practices->tools, id, other);
}

PlanEdit remove_tools(const Plan &plan, const std::vector<ToolId> &ids) {
    PlanEdit edit = remove(plan.practices->tools, ids);
    forget_tools(plan, in_order(ordered(plan.practices->tools), ids), edit.steps);
    return edit;
}

PlanEdit move_tools(const Plan &plan, const std::vector<ToolId> &ids, const ToolId &before) {
    return move(plan.practices->tools, ids, before);
}

PlanEdit connect_tools(const Plan &plan, const ToolId &one, const ToolId &other) {
    const Collection<Tool> &tools = plan.practices->tools;
    if (one == other || !tools.contains(one) || !tools.contains(other) || integrate(tools, one, other)) {
        return {};
    }
    Tool changed = tools.at(one);
    changed.integratesWith.insert(other);
    return {"Connect " + called(tools, one) + " with " + called(tools, other), {Put<Tool>{one, std::move(changed)}}};
}

PlanEdit disconnect_tools(const Plan &plan, const ToolId &one, const ToolId &other) {
    const Collection<Tool> &tools = plan.practices->tools;
    if (!tools.contains(one) || !tools.contains(other) || !integrate(tools, one, other)) {
        return {};
    }
    PlanEdit edit{"Disconnect " + called(tools, one) + " from " + called(tools, other), {}};
    for (const auto &[from, to] : {std::pair(one, other), std::pair(other, one)}) {
        Tool changed = tools.at(from);
        if (changed.integratesWith.erase(to) != 0) {
            edit.steps.push_back(Put<Tool>{from, std::move(changed)});
        }
    }
    return edit;
}

// ---- readiness

PlanEdit answer_readiness(const Plan &plan, Side side, const std::string &statement, std::optional<int> answer) {
    const int *old = find_at(plan.readiness->answers, statement, side);
    const bool isSound = !statement.empty() && statement.size() <= longestName && (!answer || sound(answer, bestAnswer));
    if (!isSound || (old == nullptr ? !answer : answer == *old)) {
        return {};
    }
    const std::string label = answer ? "Answer " + code_words(statement) + " with " + std::to_string(*answer)
                                     : "Take back the answer to " + code_words(statement);
    return {label + " for " + std::string(side_name(side)), {SetReadiness{side, statement, answer}}};
}

// ---- the log

PlanEdit add_log_entry(const Plan &plan, const LogEntry &entry, const RandomBits &bits, LogEntryId *made) {
    return add(plan.records->log, "Log " + quoted(one_line(entry.what)), entry, LogEntryId(), bits, made);
}

PlanEdit change_log_entry(const Plan &plan, const LogEntryId &id, const LogEntry &entry) { return change(plan.records->log, id, entry); }

PlanEdit mark_done(const Plan &plan, const LogEntryId &id) {
    const LogEntry *old = find(plan.records->log, id);
    if (old == nullptr || old->done) {
        return {};
    }
    LogEntry changed = *old;
    changed.done = true;
    return {"Mark " + quoted(old->what) + " as done", {Put<LogEntry>{id, std::move(changed)}}};
}

PlanEdit mark_open(const Plan &plan, const LogEntryId &id) {
    const LogEntry *old = find(plan.records->log, id);
    if (old == nullptr || !old->done) {
        return {};
    }
    LogEntry changed = *old;
    changed.done = false;
    return {"Mark " + quoted(old->what) + " as open", {Put<LogEntry>{id, std::move(changed)}}};
}

PlanEdit remove_log_entries(const Plan &plan, const std::vector<LogEntryId> &ids) { return remove(plan.records->log, ids); }
PlanEdit move_log_entries(const Plan &plan, const std::vector<LogEntryId> &ids, const LogEntryId &before) {
    return move(plan.records->log, ids, before);
}

// ---- disputes

PlanEdit add_dispute(const Plan &plan, const Dispute &dispute, const RandomBits &bits, DisputeId *made) {
    return add(plan.records->disputes, label_for_new({dispute.what}, "a dispute", "disputes"), dispute, DisputeId(), bits, made);
}
PlanEdit change_dispute(const Plan &plan, const DisputeId &id, const Dispute &dispute) {
    return change(plan.records->disputes, id, dispute);
}
PlanEdit remove_disputes(const Plan &plan, const std::vector<DisputeId> &ids) { return remove(plan.records->disputes, ids); }
PlanEdit move_disputes(const Plan &plan, const std::vector<DisputeId> &ids, const DisputeId &before) {
    return move(plan.records->disputes, ids, before);
}

// ---- meetings that took place

PlanEdit tick_meeting(const Plan &plan, const MeetingId &id, const std::string &date, std::optional<bool> held) {
    const Meeting *old = find(plan.governance->meetings, id);
    if (old == nullptr || !parse_date(date)) {
        return {};
    }
    const bool *tick = find(old->held, date);
    const bool isNothing = tick == nullptr ? !held : held == *tick;
    if (isNothing || (tick == nullptr && old->held.size() >= longestList)) {
        return {};
    }
    Meeting changed = *old;
    if (held) {
        changed.held[date] = *held;
    } else {
        changed.held.erase(date);
    }
    const std::string of = quoted(old->name) + " of " + date;
    const std::string label = !held ? "Take back the tick of " + of : "Mark " + of + (*held ? " as held" : " as skipped");
    return {label, {Put<Meeting>{id, std::move(changed)}}};
}

// ---- beside the grid's letters

namespace {

bool is_cell(const Plan &plan, const ActivityId &activity, const RoleId &role) {
    return plan.raci->activities.contains(activity) && (plan.raci->columns.contains(role) || plan.organisation->roles.contains(role));
}

std::string cell_name(const Plan &plan, const ActivityId &activity, const RoleId &role) {
    const Role *found = find(plan.organisation->roles, role);
    return quoted(plan.raci->activities.at(activity).name) + " × " +
           quoted(found == nullptr ? std::string_view() : std::string_view(head_name(*found)));
}

/// Calls `set(activity, role)` for each known cell of the rectangle that holds something else, and returns how such a change is
/// named: "Close × CFO", "3 cells".
template <class Set>
std::string set_each(const Plan &plan, const GridRows &letters, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns,
                     Letters wanted, const Set &set) {
    std::size_t count = 0;
    std::string only;
    for (const ActivityId &activity : rows) {
        for (const RoleId &role : columns) {
            if (is_cell(plan, activity, role) && !(letters_at(letters, activity, role) == wanted)) {
                set(activity, role);
                only = ++count == 1 ? cell_name(plan, activity, role) : "";
            }
        }
    }
    return only.empty() ? counted(count, "cell", "cells") : only;
}

std::string set_label(const std::string &what, Letters letters, std::string_view where) {
    return (letters.empty() ? "Clear " + what : "Set " + what + " to " + letters.text()) + " in " + std::string(where);
}

} // namespace

PlanEdit note_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, const std::string &text) {
    const std::string note = long_text(text);
    const std::string *old = find_at(plan.raci->notes, activity, role);
    if (!is_cell(plan, activity, role) || (old == nullptr ? note.empty() : note == *old)) {
        return {};
    }
    const std::string verb = note.empty() ? "Delete the note on " : old == nullptr ? "Note on " : "Change the note on ";
    return {verb + cell_name(plan, activity, role), {SetCellNote{activity, role, note.empty() ? std::nullopt : std::optional(note)}}};
}

PlanEdit take_as_is(const Plan &plan, const std::string &date) {
    if (!parse_date(date)) {
        return {};
    }
    Plan taken = plan;
    taken.raci.edit().asIs = plan.raci->rows;
    taken.raci.edit().asIsOn = date;
    return {"Take today's grid as the as-is picture", diff(plan, taken)};
}

PlanEdit clear_as_is(const Plan &plan) {
    Plan cleared = plan;
    cleared.raci.edit().asIs.clear();
    cleared.raci.edit().asIsOn.clear();
    return {"Clear the as-is picture", diff(plan, cleared)};
}

PlanEdit set_as_is_cells(const Plan &plan, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns, Letters letters,
                         const std::string &date) {
    PlanEdit edit;
    const std::string what = set_each(plan, plan.raci->asIs, rows, columns, letters, [&](const ActivityId &activity, const RoleId &role) {
        edit.steps.push_back(SetAsIsLetters{activity, role, letters});
    });
    if (!edit.steps.empty() && plan.raci->asIsOn.empty() && parse_date(date)) {
        edit.steps.push_back(SetAsIsDate{date});
    }
    edit.label = set_label(what, letters, "the as-is picture");
    return edit;
}

// ---- ballots

PlanEdit set_ballot_cells(const Plan &plan, Side side, const std::vector<ActivityId> &rows, const std::vector<RoleId> &columns,
                          Letters letters) {
    static const GridRows none;
    const GridRows *ballot = find(plan.ballots->grid, side);
    PlanEdit edit;
    const std::string what =
        set_each(plan, ballot == nullptr ? none : *ballot, rows, columns, letters, [&](const ActivityId &activity, const RoleId &role) {
            edit.steps.push_back(SetBallotLetters{side, activity, role, letters});
        });
    edit.label = set_label(what, letters, "the ballot of " + std::string(side_name(side)));
    return edit;
}

PlanEdit answer_ballot(const Plan &plan, Side side, const std::string &factor, std::optional<int> answer) {
    const int *old = find_at(plan.ballots->context, side, factor);
    const bool isSound = !factor.empty() && factor.size() <= longestName && (!answer || sound(answer, bestAnswer));
    if (!isSound || (old == nullptr ? !answer : answer == *old)) {
        return {};
    }
    const std::string label =
        answer ? "Answer " + code_words(factor) + " with " + std::to_string(*answer) : "Take back the answer to " + code_words(factor);
    return {label + " in the ballot of " + std::string(side_name(side)), {SetBallotAnswer{side, factor, answer}}};
}

PlanEdit set_tally(const Plan &plan, const ActivityId &activity, const std::string &tally) {
    const std::string text = one_line(tally);
    const Activity *about = find(plan.raci->activities, activity);
    const std::string *old = find(plan.ballots->tallies, activity);
    const bool isFull = old == nullptr && plan.ballots->tallies.size() >= longestList;
    if (about == nullptr || isFull || (old == nullptr ? text.empty() : text == *old)) {
        return {};
    }
    const std::string of = quoted(about->name);
    return {text.empty() ? "Delete the tally of " + of : "Note the tally " + quoted(text) + " for " + of,
            {SetTally{activity, text.empty() ? std::nullopt : std::optional(text)}}};
}

namespace {

/// As `from` has it for the side; nothing there, nothing here.
template <class Value> void take_side(std::map<Side, Value> &here, const std::map<Side, Value> &from, Side side) {
    here.erase(side);
    if (const Value *value = find(from, side)) {
        here.emplace(side, *value);
    }
}

void take_readiness(Readiness &here, const Readiness &from, Side side) {
    const Readiness before = here;
    for (const auto &[statement, answers] : before.answers) {
        put_at(here.answers, statement, side, std::optional<int>());
    }
    for (const auto &[statement, answers] : from.answers) {
        if (const int *answer = find(answers, side)) {
            put_at(here.answers, statement, side, std::optional(*answer));
        }
    }
}

} // namespace

PlanEdit take_ballot(const Plan &plan, Side side, const Plan &from) {
    Plan taken = plan;
    Ballots &ballots = taken.ballots.edit();
    take_side(ballots.grid, from.ballots->grid, side);
    take_side(ballots.context, from.ballots->context, side);
    take_readiness(taken.readiness.edit(), *from.readiness, side);
    return {"Take the ballot of " + std::string(side_name(side)), diff(plan, taken)};
}

namespace {

/// "AE is A (marketing R, sales –)": what was settled, and what each side had said before.
std::string settled_words(const Plan &plan, const std::map<Side, Letters> &votes, const RoleId &role, Letters letters) {
    const Role *found = find(plan.organisation->roles, role);
    const std::string name = found == nullptr ? std::string() : found->shortName.empty() ? found->name : found->shortName;
    std::string said;
    for (const auto &[side, vote] : votes) {
        said += (said.empty() ? "" : ", ") + std::string(side_name(side)) + " " + (vote.empty() ? "–" : vote.text());
    }
    return quoted(name) + (letters.empty() ? " has no letter" : " is " + letters.text()) + " (" + said + ")";
}

/// The entry that the log has already for what was settled about the activity on that day.
LogEntryId settled_entry(const Plan &plan, const std::string &about, const std::string &on) {
    for (const auto &[id, entry] : plan.records->log) {
        if (entry.about == about && entry.on == on) {
            return id;
        }
    }
    return {};
}

PlanEdit log_settled(const Plan &plan, const ActivityId &activity, const std::string &words, const std::string &today,
                     const RandomBits &bits) {
    const std::string about = "ballot:" + activity.text;
    const LogEntryId before = settled_entry(plan, about, today);
    if (!before.empty()) {
        LogEntry entry = plan.records->log.at(before);
        entry.what += "; " + words;
        return change_log_entry(plan, before, entry);
    }
    LogEntry entry;
    entry.what = plan.raci->activities.at(activity).name + ": " + words;
    entry.on = today;
    entry.about = about;
    return add_log_entry(plan, entry, bits);
}

} // namespace

PlanEdit settle_ballot_cell(const Plan &plan, const ActivityId &activity, const RoleId &role, Letters letters, const std::string &today,
                            const RandomBits &bits) {
    const Activity *about = find(plan.raci->activities, activity);
    if (about == nullptr || find(plan.organisation->roles, role) == nullptr) {
        return {};
    }
    Plan settled = plan;
    set_letters(settled.raci.edit(), activity, role, letters);
    std::map<Side, Letters> votes;
    for (auto &[side, rows] : settled.ballots.edit().grid) {
        if (rows.contains(activity)) {
            votes.emplace(side, letters_at(rows, activity, role));
            set_letters(rows, activity, role, letters);
        }
    }
    std::erase_if(settled.ballots.edit().grid, [](const auto &ballot) { return ballot.second.empty(); });
    PlanEdit edit{"Settle " + quoted(about->name), diff(plan, settled)};
    const bool differed = std::any_of(votes.begin(), votes.end(), [&](const auto &vote) { return vote.second != letters; });
    if (differed) {
        const PlanEdit log = log_settled(plan, activity, settled_words(plan, votes, role, letters), today, bits);
        edit.steps.insert(edit.steps.end(), log.steps.begin(), log.steps.end());
    }
    return edit;
}

PlanEdit take_over_cells(const Plan &plan, const GridRows &cells) {
    Plan taken = plan;
    for (const auto &[activity, row] : cells) {
        for (const auto &[role, letters] : row) {
            if (find(plan.raci->activities, activity) != nullptr && find(plan.organisation->roles, role) != nullptr) {
                set_letters(taken.raci.edit(), activity, role, letters);
            }
        }
    }
    PlanEdit edit{"", diff(plan, taken)};
    edit.label = "Take over " + counted(edit.steps.size(), "cell", "cells") + " that the sides filled in alike";
    return edit;
}

PlanEdit clear_ballot(const Plan &plan, Side side) {
    Plan cleared = plan;
    cleared.ballots.edit().grid.erase(side);
    cleared.ballots.edit().context.erase(side);
    return {"Clear the ballot of " + std::string(side_name(side)), diff(plan, cleared)};
}

// ---- organisation models

PlanEdit add_own_model(const Plan &plan, const OwnModel &model, const RandomBits &bits, OwnModelId *made) {
    return add_named(plan.organisation->models, model, OwnModelId(), bits, made);
}
PlanEdit change_own_model(const Plan &plan, const OwnModelId &id, const OwnModel &model) {
    return change(plan.organisation->models, id, model);
}
PlanEdit remove_own_models(const Plan &plan, const std::vector<OwnModelId> &ids) { return remove(plan.organisation->models, ids); }
PlanEdit move_own_models(const Plan &plan, const std::vector<OwnModelId> &ids, const OwnModelId &before) {
    return move(plan.organisation->models, ids, before);
}

// ---- the workshop

PlanEdit use_standard_run_sheet(const Plan &plan, const RandomBits &bits) {
    struct Usual {
        const char *name;
        int minutes;
        RunSheetPurpose purpose;
    };
    static constexpr std::array usual = {
        Usual{"Where the gaps are", 10, RunSheetPurpose::look}, Usual{"The grid, row by row", 35, RunSheetPurpose::grid},
        Usual{"Decisions and escalation", 20, RunSheetPurpose::decisions}, Usual{"Meetings and rhythm", 15, RunSheetPurpose::rhythm},
        Usual{"Close: owners and first dates", 10, RunSheetPurpose::close}};
    std::vector<RunSheetItem> fresh;
    for (const auto &[name, minutes, purpose] : usual) {
        fresh.push_back(named<RunSheetItem>(name));
        fresh.back().minutes = minutes;
        fresh.back().purpose = purpose;
    }
    PlanEdit edit = remove(plan.workshop->sheet, ordered(plan.workshop->sheet));
    std::vector<RunSheetItemId> made;
    const PlanEdit added = add_all(Collection<RunSheetItem>(), "Use the usual 90 minutes", fresh, RunSheetItemId(), bits, &made);
    edit.label = added.label;
    edit.steps.insert(edit.steps.end(), added.steps.begin(), added.steps.end());
    return edit;
}

PlanEdit add_run_sheet_item(const Plan &plan, const std::string &name, int minutes, const RunSheetItemId &after, const RandomBits &bits,
                            RunSheetItemId *made) {
    RunSheetItem item = named<RunSheetItem>(name);
    item.minutes = minutes;
    return add_named(plan.workshop->sheet, item, after, bits, made);
}
PlanEdit change_run_sheet_item(const Plan &plan, const RunSheetItemId &id, const RunSheetItem &item) {
    return change(plan.workshop->sheet, id, item);
}
PlanEdit remove_run_sheet_items(const Plan &plan, const std::vector<RunSheetItemId> &ids) { return remove(plan.workshop->sheet, ids); }
PlanEdit move_run_sheet_items(const Plan &plan, const std::vector<RunSheetItemId> &ids, const RunSheetItemId &before) {
    return move(plan.workshop->sheet, ids, before);
}

PlanEdit park(const Plan &plan, const std::string &finding) {
    const std::set<std::string> &parked = plan.workshop->parked;
    const bool isSound = !finding.empty() && finding.size() <= longestText;
    if (!isSound || parked.contains(finding) || parked.size() >= longestList) {
        return {};
    }
    return {"Park a finding", {SetParked{finding, true}}};
}

PlanEdit take_up_again(const Plan &plan, const std::string &finding) {
    if (!plan.workshop->parked.contains(finding)) {
        return {};
    }
    return {"Take up a parked finding again", {SetParked{finding, false}}};
}

} // namespace fullcourt
