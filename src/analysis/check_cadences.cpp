// RULES §2 cadence.*: each meeting by itself, pairs that share work and never meet, and hours in meetings.
#include <cmath>
#include <map>

#include "analysis/consistency.h"
#include "analysis/consistency_fixes.h"
#include "analysis/hours.h"
#include "analysis/raci_fixes.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// A fix copies its meeting: the first few findings carry them, and as they are settled the next.
constexpr std::size_t pairsThatOfferFixes = 20;

void check_meetings(const PlanView &view, std::vector<Finding> &findings) {
    const bool attendees = view.policy.on("cadence.no-attendees");
    const bool output = view.policy.on("cadence.no-output");
    for (const auto &[id, meeting] : view.meetings) {
        const bool produces =
            std::any_of(meeting->outputs.begin(), meeting->outputs.end(), [](const std::string &one) { return !trimmed(one).empty(); });
        if (attendees && meeting->attendees.empty()) {
            findings.push_back(finding_of("cadence.no-attendees", {id->text}, "", "Nobody is invited to " + quoted(meeting->name) + "."));
            findings.back().item = id->text;
        }
        if (output && !produces) {
            findings.push_back(finding_of("cadence.no-output", {id->text}, "", quoted(meeting->name) + " has no output."));
            findings.back().item = id->text;
        }
    }
}

/// By column of the grid: the activities that its role does, and which of the view's meetings, held often enough, it attends.
struct SharedWork {
    std::vector<Bits> does;
    std::vector<Bits> attends;
};

Bits held_often_enough(const PlanView &view) {
    const double weeks = 52.0 / view.policy.limit("cadence.never-meet.times") * (1 + 1e-9);
    Bits often(view.meetings.size());
    for (std::size_t meeting = 0; meeting < view.meetings.size(); ++meeting) {
        const double period = weeks_of(view.meetings[meeting].second->period);
        if (period > 0 && period <= weeks) {
            often.set(meeting);
        }
    }
    return often;
}

SharedWork shared_work(const PlanView &view) {
    SharedWork work;
    work.does.assign(view.grid.columns.size(), Bits(view.grid.activities.size()));
    work.attends.assign(view.grid.columns.size(), held_often_enough(view));
    for (std::size_t column = 0; column < view.grid.columns.size(); ++column) {
        work.attends[column] &= view.attended(view.grid.columns[column]);
        for (std::size_t row = 0; row < view.grid.activities.size(); ++row) {
            if (view.grid.at(row, column).has('R')) {
                work.does[column].set(row);
            }
        }
    }
    return work;
}

using RolePair = std::pair<std::size_t, std::size_t>;

std::vector<RolePair> pairs_that_never_meet(const PlanView &view, const SharedWork &work) {
    std::vector<std::size_t> known;
    for (std::size_t column = 0; column < view.grid.columns.size(); ++column) {
        if (view.has_role(view.grid.columns[column])) {
            known.push_back(column);
        }
    }
    std::vector<RolePair> pairs;
    for (const std::size_t a : known) {
        for (const std::size_t b : known) {
            if (a < b && work.does[a].meets(work.does[b]) && !work.attends[a].meets(work.attends[b])) {
                pairs.emplace_back(a, b);
            }
        }
    }
    return pairs;
}

Finding never_meet(const PlanView &view, const SharedWork &work, RolePair pair) {
    const RoleId &first = view.grid.columns[pair.first];
    const RoleId &second = view.grid.columns[pair.second];
    std::vector<ActivityId> shared;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < view.grid.activities.size(); ++row) {
        if (work.does[pair.first].has(row) && work.does[pair.second].has(row)) {
            shared.push_back(view.grid.activities[row]);
            names.emplace_back(view.grid.activity_name(row));
        }
    }
    std::vector<std::string> subject = {first.text, second.text};
    std::sort(subject.begin(), subject.end());
    const bool monthly = view.policy.limit("cadence.never-meet.times") == 12;
    Finding finding = finding_of("cadence.never-meet", std::move(subject), evidence_of(shared),
                                 joined({view.name(first), " and ", view.name(second), " are both responsible for ", some_of(names),
                                         ", but no meeting held ", monthly ? "at least monthly" : "often enough", " has both."}));
    finding.cells = {first, second};
    finding.activity = shared.size() == 1 ? shared.front() : ActivityId();
    return finding;
}

std::vector<PlanEdit> bring_together(const PlanView &view, const SharedWork &work, RolePair pair) {
    std::vector<PlanEdit> fixes;
    for (std::size_t meeting = 0; meeting < view.meetings.size() && fixes.size() < mostChoices; ++meeting) {
        const bool first = work.attends[pair.first].has(meeting);
        if (first != work.attends[pair.second].has(meeting)) {
            fixes.push_back(invite(view, *view.meetings[meeting].first, {view.grid.columns[first ? pair.second : pair.first]}));
        }
    }
    return fixes;
}

void check_pairs(const PlanView &view, std::vector<Finding> &findings) {
    const SharedWork work = shared_work(view);
    const std::vector<RolePair> pairs = pairs_that_never_meet(view, work);
    if (view.meetings.empty()) {
        if (!pairs.empty()) {
            const std::string many = counted(pairs.size(), "pair of roles shares", "pairs of roles share");
            findings.push_back(finding_of("cadence.never-meet", {}, "", "No meeting is planned yet, though " + many + " work."));
        }
        return;
    }
    findings.reserve(findings.size() + pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        findings.push_back(never_meet(view, work, pairs[i]));
        if (i < pairsThatOfferFixes) {
            findings.back().fixes = bring_together(view, work, pairs[i]);
        }
    }
}

/// Leaving one of these is enough.
void offer_leaving(const PlanView &view, const RoleId &role, const WeeklyHours &week, double limit, Finding &finding) {
    for (const MeetingHours &term : week.terms) {
        if (week.hours - term.hoursAWeek <= limit && finding.fixes.size() < mostChoices) {
            Meeting changed = view.plan.governance->meetings.at(term.meeting);
            changed.attendees.erase(role);
            std::string label = "Excuse " + view.name(role) + " from " + name_with_period(changed);
            finding.fixes.push_back(put_item(std::move(label), term.meeting, std::move(changed)));
        }
    }
}

void check_load(const PlanView &view, std::vector<Finding> &findings) {
    const double limit = view.policy.limit("cadence.load.hours");
    std::vector<MeetingId> meetings;
    meetings.reserve(view.meetings.size());
    for (const auto &[id, meeting] : view.meetings) {
        meetings.push_back(*id);
    }
    const std::map<RoleId, WeeklyHours> weeks = weekly_hours(view.plan, meetings);
    std::vector<RoleId> loaded;
    for (const auto &[role, week] : weeks) {
        if (week.hours > limit * (1 + 1e-9)) {
            loaded.push_back(role);
        }
    }
    for (const RoleId &role : view.in_order(loaded)) {
        const WeeklyHours &week = weeks.at(role);
        std::string evidence;
        for (const MeetingHours &term : week.terms) {
            evidence += term.meeting.text + ' ' + to_text(term.hoursAWeek) + '\n';
        }
        Finding finding = finding_of("cadence.load", {role.text}, evidence,
                                     "One person as " + view.name(role) + " sits " + tenths(week.hours) +
                                         " hours a week in standing meetings, more than " + to_text(limit) + ".");
        finding.role = role;
        offer_leaving(view, role, week, limit, finding);
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<Finding> check_cadences(const PlanView &view) {
    std::vector<Finding> findings;
    check_meetings(view, findings);
    if (view.policy.on("cadence.never-meet")) {
        check_pairs(view, findings);
    }
    if (view.policy.on("cadence.load")) {
        check_load(view, findings);
    }
    return findings;
}

} // namespace fullcourt
