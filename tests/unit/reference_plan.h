// Small plans for tests, written as a person would draw them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace fullcourt::test {

using Lines = std::vector<std::string>;

/// A grid from lines "Activity name: A R - C"; the columns are the roles in order. Ids are the names.
struct Drawing {
    std::vector<std::string> roles;
    Lines lines;
};

inline std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    std::string word;
    for (const char c : text) {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            found.push_back(word);
            word.clear();
        }
    }
    if (!word.empty()) {
        found.push_back(word);
    }
    return found;
}

inline Plan drawn(const Drawing &drawing) {
    Plan plan;
    RaciGrid &grid = plan.raci.edit();
    for (std::size_t i = 0; i < drawing.roles.size(); ++i) {
        const RoleId id(drawing.roles[i]);
        Role role;
        role.name = drawing.roles[i];
        role.position = spread_position(i, drawing.roles.size());
        grid.columns[id].position = role.position;
        plan.organisation.edit().roles[id] = role;
    }
    for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
        const std::size_t colon = drawing.lines[i].find(':');
        const ActivityId id(drawing.lines[i].substr(0, colon));
        Activity activity;
        activity.name = id.text;
        activity.position = spread_position(i, drawing.lines.size());
        grid.activities[id] = activity;
        const std::vector<std::string> cells = words(std::string_view(drawing.lines[i]).substr(colon + 1));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            set_letters(grid, id, RoleId(drawing.roles[column]), Letters::parse(cells[column]).value_or(Letters()));
        }
    }
    return plan;
}

/// The rows of a grid with the columns a, b and c.
inline GridRows drawn_rows(const Lines &lines) { return drawn({{"a", "b", "c"}, lines}).raci->rows; }

inline Plan with_threshold(Plan plan, const std::string &name, double value) {
    plan.settings.edit().thresholds[name] = value;
    return plan;
}

/// In the reference plan.
inline const ActivityId drawnClosing("Close");

/// DOMAIN §4.
inline Plan reference_plan() {
    Plan plan = drawn({{"AE", "SDR", "Account marketer", "Product specialist", "CFO", "VP Sales", "VP Marketing"},
                       {"Target account selection: C - I - - A C", "Account strategy: R C R C - C I", "Initial outreach: R R S - - I -",
                        "Content creation: C - R C - I A", "Campaign execution: R R R - - C I", "Demo delivery: R - S R - - -",
                        "Business case building: R - S S C C -", "Negotiation: R - - S C C -", "Close: A - I C C C -",
                        "Post-sale handoff: R - - R - I -"}});
    Collection<Role> &roles = plan.organisation.edit().roles;
    roles.at(RoleId("AE")).core = CoreFunction::accountExecutive;
    roles.at(RoleId("SDR")).core = CoreFunction::salesDevelopment;
    roles.at(RoleId("Account marketer")).core = CoreFunction::accountMarketing;
    roles.at(RoleId("Product specialist")).core = CoreFunction::productSpecialist;
    return plan;
}

} // namespace fullcourt::test
