#include "exports/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/hash.h"
#include "base/text.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

constexpr int dayBegins = 9 * 60;
constexpr int dayEnds = 18 * 60;
constexpr int slotMinutes = 30;
constexpr int wholeDay = 24 * 60;

constexpr std::array<std::string_view, 7> dayCodes = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// ---- When

Date first_on(const Date &from, Weekday weekday) {
    const int wanted = static_cast<int>(weekday);
    return date_after(from, (wanted - weekday_of(from) + 7) % 7);
}

Date first_working_day(const Date &from) {
    const int weekday = weekday_of(from);
    return date_after(from, weekday == 6 ? 2 : weekday == 7 ? 1 : 0);
}

/// 1 to 4, and −1 for the last where the day lies in a fifth week.
int week_of_month(const Date &date) {
    const int week = (date.day - 1) / 7 + 1;
    return week > 4 ? -1 : week;
}

std::string ordinal(int week) {
    static constexpr std::array<std::string_view, 4> words = {"first", "second", "third", "fourth"};
    return week < 0 ? "last" : std::string(words[static_cast<std::size_t>(week - 1)]);
}

std::string interval(int every) { return every == 1 ? std::string() : ";INTERVAL=" + std::to_string(every); }

struct Recurrence {
    std::string rule;
    std::string when;
};

Recurrence recurrence_of(const Period &period, const Date &first) {
    const std::string code(dayCodes[static_cast<std::size_t>(weekday_of(first) - 1)]);
    const std::string name = weekday(weekday_of(first));
    const int week = week_of_month(first);
    const std::string place = std::to_string(week) + code;
    const std::string words = often(period) + " on the " + ordinal(week) + " " + name;
    switch (period.unit) {
    case PeriodUnit::none: break;
    case PeriodUnit::day:
        // A day is a working day (RULES §7).
        return period.every == 1 ? Recurrence{"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day"}
                                 : Recurrence{"FREQ=DAILY" + interval(period.every), often(period)};
    case PeriodUnit::week: return {"FREQ=WEEKLY" + interval(period.every) + ";BYDAY=" + code, often(period) + " on " + name};
    case PeriodUnit::month: return {"FREQ=MONTHLY" + interval(period.every) + ";BYDAY=" + place, words};
    case PeriodUnit::quarter: return {"FREQ=MONTHLY;INTERVAL=" + std::to_string(3 * period.every) + ";BYDAY=" + place, words};
    case PeriodUnit::year: return {"FREQ=MONTHLY;INTERVAL=" + std::to_string(12 * period.every) + ";BYDAY=" + place, words};
    }
    return {};
}

/// Appointments so far, and who sits in them.
struct Taken {
    Date day;
    int from = 0;
    int to = 0;
};

/// The first half hour of the day from which on the meeting meets nothing that was placed before; 9:00 where there is none.
int free_start(const std::vector<Taken> &taken, const Date &day, int minutes) {
    for (int start = dayBegins; start + minutes <= dayEnds; start += slotMinutes) {
        const bool meets = std::any_of(taken.begin(), taken.end(), [&](const Taken &other) {
            return other.day == day && start < other.to && other.from < start + minutes;
        });
        if (!meets) {
            return start;
        }
    }
    return dayBegins;
}

// ---- What stands in it

std::string description_of(const Plan &plan, const Meeting &meeting, const Pod *pod) {
    std::string text = "Who: " + printable(who(plan, meeting.attendees));
    if (pod != nullptr) {
        std::vector<std::string> people;
        for (const auto &[role, id] : pod->members) {
            const Person *person = find(plan.organisation->people, PersonId(id));
            if (person != nullptr && !person->name.empty()) {
                people.push_back(printable(person->name));
            }
        }
        text += people.empty() ? "" : " (" + listed(people) + ")";
    } else if (meeting.perPod) {
        text += ", each pod by itself";
    }
    const auto add_list = [&](const std::string &lead, const std::vector<std::string> &items) {
        if (items.empty()) {
            return;
        }
        text += "\n\n" + lead;
        for (const std::string &item : items) {
            text += "\n- " + printable(item);
        }
    };
    add_list("Topics", meeting.topics);
    add_list("What should come out", meeting.outputs);
    return text;
}

std::string uid_of(const CalendarChoice &choice, const MeetingId &meeting, const PodId &pod) {
    constexpr std::size_t letters = 32;
    return sha256(choice.plan + "\n" + meeting.text + "\n" + pod.text).substr(0, letters) + "@fullcourt";
}

constexpr std::string_view proposal = "\n\nThe plan does not say on which day and at what time; this is a proposal.";

bool share_a_person(const Pod &one, const Pod &other) {
    return std::any_of(one.members.begin(), one.members.end(), [&](const auto &member) {
        return !member.second.empty() &&
               std::any_of(other.members.begin(), other.members.end(), [&](const auto &second) { return second.second == member.second; });
    });
}

/// By so many of its own lengths, within the day.
void move_later(CalendarEvent &event, int times) {
    event.start = std::min(event.start + times * event.minutes, wholeDay - 1);
    if (!event.proposed) {
        event.proposed = true;
        event.description += "\n\nSomebody in this pod sits in another one, too: this time is a proposal.";
    }
}

class Calendar {
  public:
    Calendar(const Plan &plan, const CalendarChoice &choice) : m_plan(plan), m_choice(choice) {}

    void add(const MeetingId &id, const Meeting &meeting) {
        if (!meeting.perPod || m_plan.engagement->pods.empty()) {
            add_one(id, meeting, {}, nullptr);
            return;
        }
        std::vector<const Pod *> earlier;
        for (const PodId &podId : ordered(m_plan.engagement->pods)) {
            const Pod &pod = m_plan.engagement->pods.at(podId);
            add_one(id, meeting, podId, &pod);
            // Nobody sits in two pods' meetings at once.
            const auto shared =
                std::count_if(earlier.begin(), earlier.end(), [&](const Pod *other) { return share_a_person(*other, pod); });
            if (shared > 0 && meeting.startMinutes) {
                move_later(m_events.back(), static_cast<int>(shared));
            }
            earlier.push_back(&pod);
        }
    }
    std::vector<CalendarEvent> take() { return std::move(m_events); }
    /// What stands in the plan comes first, so that proposals find their place around it.
    void reserve(const Meeting &meeting) {
        if (meeting.startMinutes) {
            const Date day = first_day(meeting);
            m_taken.push_back({day, *meeting.startMinutes, *meeting.startMinutes + meeting.minutes});
        }
    }

  private:
    Date first_day(const Meeting &meeting) const {
        // What is held every working day begins on one.
        const bool daily = meeting.period.unit == PeriodUnit::day;
        return meeting.weekday == Weekday::none || daily ? first_working_day(m_choice.from) : first_on(m_choice.from, meeting.weekday);
    }

    void add_one(const MeetingId &id, const Meeting &meeting, const PodId &podId, const Pod *pod) {
        CalendarEvent event;
        event.uid = uid_of(m_choice, id, podId);
        event.name = printable(meeting.name) + (pod == nullptr ? std::string() : ": " + printable(pod->name));
        event.first = first_day(meeting);
        event.minutes = std::min(meeting.minutes, wholeDay);
        event.proposed = !meeting.startMinutes || (meeting.weekday == Weekday::none && meeting.period.unit != PeriodUnit::day);
        event.start = meeting.startMinutes ? *meeting.startMinutes : free_start(m_taken, event.first, event.minutes);
        if (!meeting.startMinutes) {
            m_taken.push_back({event.first, event.start, event.start + event.minutes});
        }
        const Recurrence recurrence = recurrence_of(meeting.period, event.first);
        event.rule = recurrence.rule;
        event.when = recurrence.when;
        event.description = description_of(m_plan, meeting, pod);
        event.description += event.proposed ? std::string(proposal) : std::string();
        m_events.push_back(std::move(event));
    }

    const Plan &m_plan;
    const CalendarChoice &m_choice;
    std::vector<CalendarEvent> m_events;
    std::vector<Taken> m_taken;
};

// ---- The file

/// Text as a value of iCalendar.
std::string value_text(std::string_view text) {
    std::string out;
    for (const char c : with_valid_utf8(text)) {
        switch (c) {
        case '\\': out += "\\\\"; break;
        case ';': out += "\\;"; break;
        case ',': out += "\\,"; break;
        case '\n': out += "\\n"; break;
        default: out += c;
        }
    }
    return out;
}

/// Folded at 75 octets, never within a character.
std::string folded(std::string_view line) {
    constexpr std::size_t most = 75;
    std::string out;
    std::size_t room = most;
    while (line.size() > room) {
        const std::string_view piece = truncated(line, room);
        out.append(piece).append("\r\n ");
        line.remove_prefix(piece.size());
        room = most - 1; // the space counts
    }
    return out.append(line).append("\r\n");
}

std::string stamp(const Date &date, int minutes) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02d%02dT%02d%02d00", date.year, date.month, date.day, minutes / 60, minutes % 60);
    return text.data();
}

std::string event_text(const CalendarEvent &event, const CalendarChoice &choice) {
    const int end = event.start + event.minutes;
    std::string out = "BEGIN:VEVENT\r\n" + folded("UID:" + event.uid) + folded("DTSTAMP:" + stamp(choice.made, 0) + "Z");
    out += folded("DTSTART:" + stamp(event.first, event.start)) +
           folded("DTEND:" + stamp(date_after(event.first, end / wholeDay), end % wholeDay)) + folded("RRULE:" + event.rule) +
           folded("SUMMARY:" + value_text(event.name)) + folded("DESCRIPTION:" + value_text(event.description));
    return out + (event.proposed ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n") + "END:VEVENT\r\n";
}

} // namespace

std::vector<CalendarEvent> calendar_events(const Plan &plan, const CalendarChoice &choice) {
    Calendar calendar(plan, choice);
    std::vector<MeetingId> held;
    for (const MeetingId &id : ordered(plan.governance->meetings)) {
        if (plan.governance->meetings.at(id).period.unit != PeriodUnit::none) {
            held.push_back(id);
        }
    }
    for (const MeetingId &id : held) {
        calendar.reserve(plan.governance->meetings.at(id));
    }
    for (const MeetingId &id : held) {
        calendar.add(id, plan.governance->meetings.at(id));
    }
    return calendar.take();
}

std::string calendar_ics(const Plan &plan, const CalendarChoice &choice) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fullcourt//Operating model//EN\r\nCALSCALE:GREGORIAN\r\n"
                      "METHOD:PUBLISH\r\n";
    out += folded("X-WR-CALNAME:" + value_text(printable(plan.about->title)));
    for (const CalendarEvent &event : calendar_events(plan, choice)) {
        out += event_text(event, choice);
    }
    return out + "END:VCALENDAR\r\n";
}

} // namespace fullcourt
