// The RACI grid: activities in phases, the roles it shows, and a letter where they meet (RULES §1).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/letters.h"
#include "model/role.h"

namespace fullcourt {

/// A heading over activities; no activity itself.
struct Phase {
    std::string name;
    Position position;
    Extra extra;

    friend bool operator==(const Phase &, const Phase &) = default;
};
using PhaseId = Id<Phase>;

struct Activity {
    std::string name;
    std::string note;
    PhaseId phase; ///< empty, or dangling after a merge: stands before the first phase
    Position position;
    Extra extra;

    friend bool operator==(const Activity &, const Activity &) = default;
};
using ActivityId = Id<Activity>;

/// A role's place among the columns.
struct Column {
    Position position;
    Extra extra;

    friend bool operator==(const Column &, const Column &) = default;
};

/// Never holds an empty Letters.
using Cells = std::map<RoleId, Letters>;
/// No empty rows.
using GridRows = std::map<ActivityId, Cells>;
/// No empty rows, no empty notes.
using CellNotes = std::map<ActivityId, std::map<RoleId, std::string>>;

/// The grid's own list of roles may leave out roles of the plan. A cell of a role that is no column, or of an
/// activity that is gone, is kept (it may come back, by undo or merge) but no rule of RULES §1 reads it.
struct RaciGrid {
    LetterScheme scheme = LetterScheme::rasci;
    ExtraLetters extraLetters;
    Collection<Phase> phases;
    Collection<Activity> activities;
    std::map<RoleId, Column> columns;
    GridRows rows;
    CellNotes notes;
    GridRows asIs;      ///< how it was before this plan, to compare with
    std::string asIsOn; ///< calendar date on which that was noted; empty: there is no such picture
    Extra extra;

    friend bool operator==(const RaciGrid &, const RaciGrid &) = default;
};

/// One line of the grid as a person sees it: a phase's heading or an activity.
struct GridLine {
    PhaseId phase;
    ActivityId activity; ///< empty on a heading

    bool is_heading() const { return activity.empty(); }
    friend bool operator==(const GridLine &, const GridLine &) = default;
};

/// Activities without a phase first, then each phase with its own.
std::vector<GridLine> grid_lines(const RaciGrid &grid);
/// The activities alone, in that order.
std::vector<ActivityId> activity_order(const RaciGrid &grid);

Letters letters_at(const GridRows &rows, const ActivityId &activity, const RoleId &role);
void set_letters(GridRows &rows, const ActivityId &activity, const RoleId &role, Letters letters);
Letters letters_at(const RaciGrid &grid, const ActivityId &activity, const RoleId &role);
void set_letters(RaciGrid &grid, const ActivityId &activity, const RoleId &role, Letters letters);

/// Whether a person may type this letter into the grid.
bool is_letter_of(const RaciGrid &grid, char letter);
/// "R, A, S, C and I".
std::string letters_of(const RaciGrid &grid);

} // namespace fullcourt
