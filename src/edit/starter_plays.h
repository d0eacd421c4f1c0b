// Plays to start from: what a plan of each tier may hold, as templates that a person changes. Private to edit.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/engagement.h"

namespace fullcourt {

struct StarterEffort {
    CoreFunction core = CoreFunction::none; ///< none: not used
    double hours = 0;                       ///< in all
};

struct StarterPlay {
    std::string_view name;
    CoreFunction owner = CoreFunction::none;
    int afterWeeks = 0;
    int weeks = 1;
    int follows = -1; ///< index of an earlier one; −1: of none
    std::vector<StarterEffort> effort;
};

/// Empty for accounts without a tier.
std::span<const StarterPlay> starter_plays(Tier tier);

} // namespace fullcourt
