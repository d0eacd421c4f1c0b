// How one plan differs from another, in sentences for people and as JSON for scripts.
#pragma once

#include <string>
#include <vector>

#include "io/changes.h"
#include "model/plan.h"

namespace fullcourt {

/// The changes of one section, a line each: "Role CFO: headcount 1 → 2", "Close, AE: letter R → A/R".
struct SectionChanges {
    std::string section; ///< "Organisation"
    std::vector<std::string> lines;

    friend bool operator==(const SectionChanges &, const SectionChanges &) = default;
};

/// In the order of the file. What is new or gone is one line, whatever it holds.
std::vector<SectionChanges> readable_changes(const Plan &before, const Plan &after);

/// The same as one text; "No difference." where there is none.
std::string changes_text(const Plan &before, const Plan &after);

/// {"changes":[{"at":["roles","cfo","headcount"],"what":"Role CFO: headcount","before":1,"after":2}]}
std::string changes_json(const Plan &before, const Plan &after);

/// What stands at a place as a person reads it: names in the place of ids, "–" for nothing.
std::string value_words(const Plan &plan, const PlanPath &path, const PlaceValue &value);

} // namespace fullcourt
