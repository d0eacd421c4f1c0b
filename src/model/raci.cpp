#include "model/raci.h"

#include <algorithm>

#include "base/text.h"
#include "model/rows.h"

namespace fullcourt {

std::vector<GridLine> grid_lines(const RaciGrid &grid) {
    const std::vector<ActivityId> byPosition = ordered(grid.activities);
    std::map<PhaseId, std::vector<ActivityId>> members;
    for (const ActivityId &id : byPosition) {
        const PhaseId &phase = grid.activities.at(id).phase;
        members[grid.phases.contains(phase) ? phase : PhaseId()].push_back(id);
    }
    std::vector<GridLine> lines;
    lines.reserve(byPosition.size() + grid.phases.size());
    for (const ActivityId &id : members[PhaseId()]) {
        lines.push_back({PhaseId(), id});
    }
    for (const PhaseId &phase : ordered(grid.phases)) {
        lines.push_back({phase, ActivityId()});
        for (const ActivityId &id : members[phase]) {
            lines.push_back({phase, id});
        }
    }
    return lines;
}

std::vector<ActivityId> activity_order(const RaciGrid &grid) {
    std::vector<ActivityId> ids;
    for (const GridLine &line : grid_lines(grid)) {
        if (!line.is_heading()) {
            ids.push_back(line.activity);
        }
    }
    return ids;
}

Letters letters_at(const GridRows &rows, const ActivityId &activity, const RoleId &role) {
    const Letters *letters = find_at(rows, activity, role);
    return letters == nullptr ? Letters() : *letters;
}

void set_letters(GridRows &rows, const ActivityId &activity, const RoleId &role, Letters letters) {
    put_at(rows, activity, role, letters.empty() ? std::nullopt : std::optional(letters));
}

Letters letters_at(const RaciGrid &grid, const ActivityId &activity, const RoleId &role) { return letters_at(grid.rows, activity, role); }

void set_letters(RaciGrid &grid, const ActivityId &activity, const RoleId &role, Letters letters) {
    set_letters(grid.rows, activity, role, letters);
}

bool is_letter_of(const RaciGrid &grid, char letter) {
    if (letter == 'S') {
        return grid.scheme == LetterScheme::rasci || grid.extraLetters.contains('S');
    }
    return !letter_meaning(letter).empty() || grid.extraLetters.contains(letter);
}

std::string letters_of(const RaciGrid &grid) {
    std::vector<std::string> names = {"R", "A"};
    if (grid.scheme == LetterScheme::rasci) {
        names.emplace_back("S");
    }
    names.emplace_back("C");
    names.emplace_back("I");
    for (const auto &[letter, meaning] : grid.extraLetters) {
        const std::string name(1, letter);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return listed(names);
}

} // namespace fullcourt
