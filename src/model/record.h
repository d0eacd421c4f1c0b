// What was settled and what is to be done about it; and the conflicts that rose, so that after a quarter it shows which rows of
// the grid failed (DOMAIN §7).
#pragma once

#include <optional>
#include <string>

#include "model/escalation.h"
#include "model/raci.h"

namespace fullcourt {

struct LogEntry {
    enum class Kind { decision, action };

    Kind kind = Kind::decision;
    std::string what; ///< one line
    RoleId owner;     ///< who sees to it; empty: nobody yet
    std::string due;  ///< calendar date; empty: none
    bool done = false;
    std::string on;    ///< calendar date on which it was settled; empty: not said
    std::string about; ///< key of the finding that it settles; empty: of none
    Position position;
    Extra extra;

    friend bool operator==(const LogEntry &, const LogEntry &) = default;
};
using LogEntryId = Id<LogEntry>;

struct Dispute {
    std::string what;        ///< one line
    ActivityId activity;     ///< the row of the grid it was about; empty: none
    EscalationLevelId level; ///< where it was settled; empty: not yet, or not said
    std::string rule;        ///< what settled it, in words
    std::optional<int> days; ///< how long it took, 0 to 100,000
    std::string on;          ///< calendar date on which it arose; empty: not said
    Position position;
    Extra extra;

    friend bool operator==(const Dispute &, const Dispute &) = default;
};
using DisputeId = Id<Dispute>;

struct Records {
    Collection<LogEntry> log;
    Collection<Dispute> disputes;

    friend bool operator==(const Records &, const Records &) = default;
};

} // namespace fullcourt
