// How one plan differs from another, in sentences for people and as JSON for scripts.
#pragma once

#include <string>
#include <vector>

#include "io/changes.h"
#include "model/plan.h"

namespace fullcourt {

enum class ChangeKind { added, removed, changed };

/// A change as a person looks it over. What is new or gone is one, whatever it holds.
struct ReadableChange {
    ChangeKind kind = ChangeKind::changed;
    std::string place;  ///< "Role CFO: headcount"
    std::string before; ///< what stood there; empty where only that it came, went or moved is said
    std::string after;
    std::string line; ///< all of it: "Role CFO: headcount 1 → 2"

    friend bool operator==(const ReadableChange &, const ReadableChange &) = default;
};

struct ReviewedSection {
    std::string section; ///< "Organisation"
    std::vector<ReadableChange> changes;

    std::size_t count(ChangeKind kind) const;
    friend bool operator==(const ReviewedSection &, const ReviewedSection &) = default;
};

/// Everything that differs, by section, in the order of the file.
std::vector<ReviewedSection> reviewed_changes(const Plan &before, const Plan &after);
/// With what differs (io/changes.h), which takes most of the time.
std::vector<ReviewedSection> reviewed_changes(const Plan &before, const Plan &after, const std::vector<PlaceChange> &all);

/// The changes of one section, a line each: "Role CFO: headcount 1 → 2", "Close, AE: letter R → A/R".
struct SectionChanges {
    std::string section; ///< "Organisation"
    std::vector<std::string> lines;

    friend bool operator==(const SectionChanges &, const SectionChanges &) = default;
};

std::vector<SectionChanges> readable_changes(const Plan &before, const Plan &after);

/// The same as one text; "No difference." where there is none.
std::string changes_text(const Plan &before, const Plan &after);

/// {"changes":[{"at":["roles","cfo","headcount"],"what":"Role CFO: headcount","before":1,"after":2}]}
std::string changes_json(const Plan &before, const Plan &after);

/// What stands at a place as a person reads it: names in the place of ids, "–" for nothing.
std::string value_words(const Plan &plan, const PlanPath &path, const PlaceValue &value);

/// What a person who types this at the place may mean, the likeliest first: the id behind a name, a time, a number, yes or no, or the text
/// itself; nothing for a place whose values are not typed. `like` are values that stand or stood there.
std::vector<PlaceValue> typed_values(const Plan &plan, const PlanPath &path, const std::string &text, const std::vector<PlaceValue> &like);

} // namespace fullcourt
