// How one plan differs from another, place by place.
#pragma once

#include <vector>

#include "io/plan_places.h"
#include "model/plan.h"

namespace fullcourt {

struct PlaceChange {
    PlanPath path;
    PlaceValue before; ///< nothing: blank, or not there
    PlaceValue after;

    friend bool operator==(const PlaceChange &, const PlaceChange &) = default;
};

/// By path, the accounts' rows and cells last. An item that is new or gone is a change of its own ("true" after or before) beside
/// those of its fields. What is in conflict is no change.
std::vector<PlaceChange> changes(const Plan &before, const Plan &after);
/// With the places of the plan before, which take half of the time.
std::vector<PlaceChange> changes(const Plan &before, const Places &placesBefore, const Plan &after);

} // namespace fullcourt
