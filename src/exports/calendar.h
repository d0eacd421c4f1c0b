// The standing meetings as iCalendar (RFC 5545), for every calendar program: floating local times, since a plan knows no time zone.
//
// What a plan does not say is proposed and marked so (STATUS:TENTATIVE, and a sentence in the description): the first working day,
// and the first time from 9:00 on that is free that day. Monthly and quarterly meetings stay on the weekday and week of the month on
// which they begin ("the second Tuesday"); one that begins in a fifth week is held in the month's last.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

struct CalendarChoice {
    Date from;        ///< the first day that is looked at
    Date made;        ///< the day on which the file is made
    std::string plan; ///< the plan's id: a meeting keeps its UID from file to file, so that a calendar replaces it
};

/// A series of appointments. A meeting that pods hold by themselves is one for each pod.
struct CalendarEvent {
    std::string uid;
    std::string name;
    Date first;
    int start = 0;   ///< minutes after midnight
    int minutes = 0; ///< its length
    std::string rule;
    std::string when;      ///< "every month on the second Tuesday"
    bool proposed = false; ///< day or time is not the plan's own
    std::string description;
};

/// In the order of the meetings. One that does not recur has no place in a calendar.
std::vector<CalendarEvent> calendar_events(const Plan &plan, const CalendarChoice &choice);

/// The whole file, lines folded at 75 octets and ended by CR LF.
std::string calendar_ics(const Plan &plan, const CalendarChoice &choice);

} // namespace fullcourt
