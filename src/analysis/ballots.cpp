#include "analysis/ballots.h"

#include <algorithm>
#include <set>

#include "base/sort.h"
#include "base/text.h"

namespace fullcourt {
namespace {

/// Weight of a cell that says who decides or who does the work, against any other.
constexpr double mainWeight = 2;

bool has_letters(const Cells &row) {
    return std::any_of(row.begin(), row.end(), [](const auto &cell) { return !cell.second.empty(); });
}

/// The rows of the sides that voted on the activity.
std::map<Side, const Cells *> votes_on(const std::map<Side, GridRows> &ballots, const ActivityId &activity) {
    std::map<Side, const Cells *> votes;
    for (const auto &[side, rows] : ballots) {
        const Cells *row = find(rows, activity);
        if (row != nullptr && has_letters(*row)) {
            votes[side] = row;
        }
    }
    return votes;
}

/// The cells to which any of them gave a letter.
std::set<RoleId> roles_in(const std::map<Side, const Cells *> &votes) {
    std::set<RoleId> roles;
    for (const auto &[side, row] : votes) {
        for (const auto &[role, letters] : *row) {
            if (!letters.empty()) {
                roles.insert(role);
            }
        }
    }
    return roles;
}

BallotCell cell_of(const std::map<Side, const Cells *> &votes, const RoleId &role) {
    BallotCell cell;
    cell.role = role;
    for (const auto &[side, row] : votes) {
        const Letters *letters = find(*row, role);
        cell.votes[side] = letters == nullptr ? Letters() : *letters;
    }
    const Letters first = cell.votes.begin()->second;
    cell.agreed =
        cell.votes.size() > 1 && std::all_of(cell.votes.begin(), cell.votes.end(), [&](const auto &vote) { return vote.second == first; });
    return cell;
}

double weight_of(const BallotCell &cell) {
    const bool main =
        std::any_of(cell.votes.begin(), cell.votes.end(), [](const auto &vote) { return vote.second.has('A') || vote.second.has('R'); });
    return main ? mainWeight : 1;
}

void measure(BallotActivity &activity) {
    double all = 0;
    double open = 0;
    for (const BallotCell &cell : activity.cells) {
        all += weight_of(cell);
        open += cell.agreed ? 0 : weight_of(cell);
        activity.differing += cell.agreed ? 0U : 1U;
    }
    activity.disagreement = all > 0 ? open / all : 0;
}

BallotActivity compare(const std::map<Side, GridRows> &ballots, const ActivityId &id) {
    const std::map<Side, const Cells *> votes = votes_on(ballots, id);
    BallotActivity activity;
    activity.activity = id;
    for (const auto &[side, row] : votes) {
        activity.sides.push_back(side);
    }
    for (const RoleId &role : roles_in(votes)) {
        activity.cells.push_back(cell_of(votes, role));
    }
    if (activity.sides.size() > 1) {
        measure(activity);
    }
    return activity;
}

std::string sentence_of(const BallotComparison &comparison) {
    if (comparison.compared == 0) {
        return "No two sides have voted on the same activity yet.";
    }
    std::size_t compared = 0;
    std::size_t open = 0;
    for (const BallotActivity &activity : comparison.activities) {
        compared += activity.sides.size() > 1 ? 1U : 0U;
        open += activity.differing > 0 ? 1U : 0U;
    }
    const std::string cells =
        "The sides agree on " + std::to_string(comparison.agreeing) + " of " + counted(comparison.compared, "cell", "cells");
    if (open == 0) {
        return cells + "; no activity is open.";
    }
    return cells + "; " + std::to_string(open) + " of " + counted(compared, "activity", "activities") + (open == 1 ? " is" : " are") +
           " open.";
}

} // namespace

BallotComparison compare_ballots(const std::map<Side, GridRows> &ballots, const std::vector<ActivityId> &order) {
    BallotComparison comparison;
    for (const ActivityId &id : order) {
        BallotActivity activity = compare(ballots, id);
        if (activity.sides.empty()) {
            continue;
        }
        for (const BallotCell &cell : activity.cells) {
            if (cell.agreed) {
                set_letters(comparison.agreed, id, cell.role, cell.votes.begin()->second);
                ++comparison.agreeing;
            }
        }
        comparison.compared += activity.sides.size() > 1 ? activity.cells.size() : 0;
        comparison.activities.push_back(std::move(activity));
    }
    sort_stably(comparison.activities, [](const BallotActivity &a, const BallotActivity &b) { return a.disagreement > b.disagreement; });
    comparison.sentence = sentence_of(comparison);
    return comparison;
}

} // namespace fullcourt
