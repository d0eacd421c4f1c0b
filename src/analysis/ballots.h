// Blind ballots: where the sides filled the grid alike, where they differ, and how much. Sides are compared, never single people.
//
// A side has voted on an activity when it gave any letter in its row; a cell it left blank there is a vote for nothing. A cell
// counts where at least one of those sides gave it a letter; it differs where they did not all give it the same. The disagreement
// of an activity is the share of its cells that differ, a cell in which any side put A or R counting double: who decides and who
// does the work is what a row is settled for. With fewer than two sides there is nothing to compare.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/ballot.h"

namespace fullcourt {

struct BallotCell {
    RoleId role;
    std::map<Side, Letters> votes; ///< of every side that voted on the activity; blank ones, too
    bool agreed = false;           ///< at least two sides, all with the same
};

struct BallotActivity {
    ActivityId activity;
    std::vector<Side> sides;       ///< that voted on it
    std::vector<BallotCell> cells; ///< that count, by role id
    std::size_t differing = 0;
    double disagreement = 0; ///< 0 to 1; 0 with fewer than two sides
};

struct BallotComparison {
    std::vector<BallotActivity> activities; ///< most disputed first, then in the order given; without a vote left out
    GridRows agreed;                        ///< what can be settled at once
    std::size_t agreeing = 0;               ///< cells in it
    std::size_t compared = 0;               ///< cells on which at least two sides voted
    std::string sentence;                   ///< "The sides agree on 30 of 42 cells; 6 of 10 activities are open."
};

/// `order`: the activities to compare, as they are read.
BallotComparison compare_ballots(const std::map<Side, GridRows> &ballots, const std::vector<ActivityId> &order);

} // namespace fullcourt
