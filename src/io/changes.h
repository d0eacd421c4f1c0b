// How one plan differs from another, place by place.
#pragma once

#include <memory>
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

/// The same in pieces of some milliseconds, for plans with many accounts.
class ChangesWork {
  public:
    /// The plans, and the places of the one before, outlive it.
    ChangesWork(const Plan &before, const Places &placesBefore, const Plan &after);
    ~ChangesWork();
    ChangesWork(const ChangesWork &) = delete;
    ChangesWork &operator=(const ChangesWork &) = delete;

    /// True once all is done.
    bool go_on();
    /// When all is done.
    std::vector<PlaceChange> take();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace fullcourt
