// The session in which a team settles its model: what it does for how long, and what it put aside for the moment.
#pragma once

#include <set>
#include <string>

#include "model/collection.h"
#include "model/extra.h"

namespace fullcourt {

/// What a part of the session is for: to look where the sides differ, to settle what is open somewhere, or to close.
enum class RunSheetPurpose { look, grid, decisions, rhythm, close };

struct RunSheetItem {
    std::string name;
    int minutes = 10; ///< 1 to 10,000
    RunSheetPurpose purpose = RunSheetPurpose::look;
    Position position;
    Extra extra;

    friend bool operator==(const RunSheetItem &, const RunSheetItem &) = default;
};
using RunSheetItemId = Id<RunSheetItem>;

struct Workshop {
    Collection<RunSheetItem> sheet;
    std::set<std::string> parked; ///< keys of findings to come back to

    friend bool operator==(const Workshop &, const Workshop &) = default;
};

} // namespace fullcourt
