#include "analysis/agenda.h"

#include <algorithm>
#include <cmath>

#include "analysis/hours.h"
#include "analysis/who_decides.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostTopics = 4; ///< in a summary of ten lines

std::string heads(const Plan &plan, const std::set<RoleId> &roles) {
    std::vector<std::string> names;
    for (const RoleId &id : ordered(plan.organisation->roles)) {
        if (roles.contains(id)) {
            names.push_back(head_name(plan.organisation->roles.at(id)));
        }
    }
    return listed(names);
}

std::string often(const Meeting &meeting) {
    static constexpr std::array<std::string_view, 6> units = {"", "day", "week", "month", "quarter", "year"};
    if (meeting.period.unit == PeriodUnit::none) {
        return "When it is called";
    }
    const std::string unit(units[static_cast<std::size_t>(meeting.period.unit)]);
    return meeting.period.every == 1 ? "Every " + unit : "Every " + std::to_string(meeting.period.every) + " " + unit + "s";
}

class Lines {
  public:
    void heading(const std::string &text) { m_heading = text; }
    void item(const std::string &text) {
        if (!m_heading.empty()) {
            m_text += m_heading + "\n";
            m_heading.clear();
        }
        m_text += "- " + text + "\n";
    }
    void line(const std::string &text) { m_text += text + "\n"; }
    const std::string &text() const { return m_text; }

  private:
    std::string m_heading; ///< written with the first item beneath it
    std::string m_text;
};

void add_actions(const Plan &plan, const Meeting &meeting, Lines &lines) {
    lines.heading("Open actions");
    for (const LogEntryId &id : ordered(plan.records->log)) {
        const LogEntry &entry = plan.records->log.at(id);
        const bool ours = entry.owner.empty() || meeting.attendees.contains(entry.owner);
        if (!entry.done && ours && entry.kind == LogEntry::Kind::action) {
            const Role *owner = find(plan.organisation->roles, entry.owner);
            lines.item(entry.what + " (" + (owner == nullptr ? std::string("nobody yet") : head_name(*owner)) +
                       (entry.due.empty() ? "" : ", by " + date_words(entry.due)) + ")");
        }
    }
}

/// Taken here, or periodic, no more often than the meeting, and with all who decide at the table.
bool due_here(const Decision &decision, const MeetingId &id, const Meeting &meeting) {
    if (!decision.forum.empty()) {
        return decision.forum == id;
    }
    const bool together =
        std::includes(meeting.attendees.begin(), meeting.attendees.end(), decision.deciders.begin(), decision.deciders.end());
    return decision.period.unit != PeriodUnit::none && !decision.deciders.empty() && together &&
           weeks_of(decision.period) >= weeks_of(meeting.period);
}

void add_decisions(const Plan &plan, const MeetingId &id, const Meeting &meeting, Lines &lines) {
    lines.heading("To decide");
    for (const DecisionId &decision : ordered(plan.governance->decisions)) {
        const Decision &asked = plan.governance->decisions.at(decision);
        if (due_here(asked, id, meeting)) {
            lines.item(asked.name + " (" + heads(plan, asked.deciders) + ")");
        }
    }
}

void add_kpis(const Plan &plan, const MeetingId &id, Lines &lines) {
    lines.heading("To review");
    for (const KpiId &kpi : ordered(plan.measurement->kpis)) {
        const Kpi &reviewed = plan.measurement->kpis.at(kpi);
        if (reviewed.review == id) {
            lines.item(reviewed.name + (reviewed.target.empty() ? "" : ", target " + reviewed.target));
        }
    }
}

void add_list(const std::string &heading, const std::vector<std::string> &items, Lines &lines) {
    lines.heading(heading);
    for (const std::string &item : items) {
        lines.item(item);
    }
}

// ---- Role cards

std::vector<std::string> activities_with(const Plan &plan, const RoleId &role, char letter) {
    std::vector<std::string> names;
    for (const ActivityId &id : activity_order(*plan.raci)) {
        if (letters_at(*plan.raci, id, role).has(letter)) {
            names.push_back(plan.raci->activities.at(id).name);
        }
    }
    return names;
}

void say(Lines &lines, const std::string &what, const std::vector<std::string> &names) {
    if (!names.empty()) {
        lines.line(what + ": " + listed(names));
    }
}

std::vector<std::string> decisions_with(const Plan &plan, bool (*has)(const Decision &, const RoleId &), const RoleId &role) {
    std::vector<std::string> names;
    for (const DecisionId &id : ordered(plan.governance->decisions)) {
        const Decision &decision = plan.governance->decisions.at(id);
        if (has(decision, role)) {
            names.push_back(decision.name);
        }
    }
    return names;
}

std::vector<std::string> both(std::vector<std::string> names, const std::vector<std::string> &more) {
    for (const std::string &name : more) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

void say_meetings(const Plan &plan, const RoleId &role, Lines &lines) {
    const WeeklyHours week = weekly_hours(plan, role);
    std::vector<std::string> names;
    for (const MeetingHours &term : week.terms) {
        names.push_back(plan.governance->meetings.at(term.meeting).name);
    }
    if (!names.empty()) {
        lines.line("Meets in: " + listed(names) + " (" + tenths(week.hours) + " h a week)");
    }
}

void say_kpis(const Plan &plan, const RoleId &role, Lines &lines) {
    std::vector<std::string> names;
    for (const KpiId &id : ordered(plan.measurement->kpis)) {
        const Kpi &kpi = plan.measurement->kpis.at(id);
        if (kpi.role == role || kpi.owner == role) {
            names.push_back(kpi.name);
        }
    }
    say(lines, "Measured by", names);
}

} // namespace

std::string agenda_text(const Plan &plan, const MeetingId &meeting) {
    const Meeting *found = find(plan.governance->meetings, meeting);
    if (found == nullptr) {
        return {};
    }
    Lines lines;
    lines.line(found->name + ", " + std::to_string(found->minutes) + " minutes");
    add_actions(plan, *found, lines);
    add_decisions(plan, meeting, *found, lines);
    add_kpis(plan, meeting, lines);
    add_list("Topics", found->topics, lines);
    add_list("What should come out", found->outputs, lines);
    return lines.text();
}

std::string meeting_summary(const Plan &plan, const MeetingId &meeting) {
    const Meeting *found = find(plan.governance->meetings, meeting);
    if (found == nullptr) {
        return {};
    }
    Lines lines;
    lines.line(found->name);
    lines.line(often(*found) + ", " + std::to_string(found->minutes) + " minutes" + (found->perPod ? ", each pod its own" : ""));
    lines.line("Who: " + (found->attendees.empty() ? std::string("nobody yet") : heads(plan, found->attendees)));
    const std::size_t shown = std::min(found->topics.size(), mostTopics);
    for (std::size_t i = 0; i < shown; ++i) {
        lines.item(found->topics[i]);
    }
    if (found->topics.size() > shown) {
        lines.item("and " + std::to_string(found->topics.size() - shown) + " more");
    }
    if (!found->outputs.empty()) {
        lines.line("Result: " + listed(found->outputs));
    }
    return lines.text();
}

std::string role_card_text(const Plan &plan, const RoleId &role) {
    if (find(plan.organisation->roles, role) == nullptr) {
        return {};
    }
    Lines lines;
    lines.line(role_with_people(*plan.organisation, role));
    say(lines, "Does", activities_with(plan, role, 'R'));
    say(lines, "Decides",
        both(activities_with(plan, role, 'A'),
             decisions_with(plan, [](const Decision &decision, const RoleId &id) { return decision.deciders.contains(id); }, role)));
    say(lines, "Supports", activities_with(plan, role, 'S'));
    say(lines, "Gives input to",
        both(activities_with(plan, role, 'C'),
             decisions_with(plan, [](const Decision &decision, const RoleId &id) { return decision.inputs.contains(id); }, role)));
    say(lines, "Hears about", activities_with(plan, role, 'I'));
    say_meetings(plan, role, lines);
    say_kpis(plan, role, lines);
    return lines.text();
}

} // namespace fullcourt
