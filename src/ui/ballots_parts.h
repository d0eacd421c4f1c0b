// The parts of the view of blind ballots, a file each. Private to ui/ballots_*.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ballots.h"
#include "ui/section.h"

namespace fullcourt::ui {

/// "Marketing"
std::string side_title(Side side);

/// A line of the table: a phase's heading, or an activity.
struct BallotLine {
    std::string heading;
    ActivityId activity;
    std::string name;
};

inline constexpr float ballotChip = 24;
/// A row that a whole room looks at.
inline constexpr float largeBallotRow = 84;
inline constexpr float largeBallotChip = 40;

/// A table of activities and the grid's roles that scrolls under heads which stay. `draw` fills a cell; `end` what stands
/// behind the last one, under the heads of `ends`.
struct BallotTable {
    std::vector<BallotLine> lines;
    float rowHeight = 40;
    bool large = false; ///< legible from the back of a room; of one activity, whose name stands above it
    std::vector<ColumnHead> ends = {};
    std::function<void(const ActivityId &, const RoleId &, const ImRect &)> draw;
    std::function<void(const ActivityId &, const ImRect &)> end = {};
};
void draw_ballot_table(Scene &scene, const BallotTable &table, const ImVec2 &size);

/// A cell as a button: what a click, a typed letter or its menu makes of it. Before it was drawn into.
struct CellChoice {
    std::string name;                   ///< "Demo delivery, AE"
    std::string value;                  ///< in words
    std::vector<Letters> first = {};    ///< stand at the head of its menu …
    std::vector<std::string> said = {}; ///< … and who said so
    bool framed = false;                ///< it has a frame that says what is about it
};
std::optional<Letters> letter_cell(Scene &scene, const ImRect &box, const CellChoice &choice);

/// Whether a workshop votes, and stands around the ballots.
bool is_in_workshop(const Scene &scene);
/// The one activity that a workshop votes on; null where the ballots are about the whole grid.
const ActivityId *row_voted_on(const Scene &scene);
/// One side's ballot, to be filled in.
void draw_one_ballot(Scene &scene, Side side, const ImVec2 &size);
/// All of them, where they differ, to be settled.
void draw_cards_up(Scene &scene, const ImVec2 &size);

} // namespace fullcourt::ui
