// What each side filled in without seeing the other, and what the room showed when the cards went up.
#pragma once

#include <map>
#include <string>

#include "model/raci.h"
#include "model/side.h"

namespace fullcourt {

struct Ballots {
    std::map<Side, GridRows> grid; ///< no side without a row
    SideAnswers context;           ///< by factor of RULES §5; no side without an answer
    /// "5–3", as the facilitator counted the cards; never empty text.
    std::map<ActivityId, std::string> tallies;

    friend bool operator==(const Ballots &, const Ballots &) = default;
};

} // namespace fullcourt
