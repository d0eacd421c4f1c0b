// A plan taken apart into its places, and put together again: what merging, comparing and settling stand on.
//
// The places are read off the canonical file, so whatever the file holds has a place. What an item's field is (one value, a set, a
// map) comes from describe(), so a new field merges by itself; a new list needs its line in plan_shape(), else it is one value.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edit/merge.h"
#include "model/plan.h"

namespace fullcourt {

/// What a part of the file is to a merge.
struct PlaceShape {
    enum class Kind {
        value,    ///< one value, whatever it is made of
        together, ///< several members that mean something only together: a target and who signed it
        set,      ///< a list of texts whose order means nothing
        map,      ///< an object whose every member is a place of `each`
        part,     ///< an object with members of their own
        items     ///< a list of objects by their id
    };

    Kind kind = Kind::value;
    std::map<std::string, PlaceShape, std::less<>> members; ///< of a part or an item; what is not here is a value
    std::vector<PlaceShape> each;                           ///< of a map: one, or none for values
    std::vector<std::string> joined;                        ///< what is together
    std::string idKey;                                      ///< of items
    std::string standard;                                   ///< of a part: its JSON where the file leaves it out as a whole
    std::string refers;                                     ///< what it holds, or is keyed by, are ids of this list; may be empty
};

/// Of the whole file.
const PlaceShape &plan_shape();

/// All but the rows of accounts and the conflicts.
Places places_of(const Plan &plan);

/// The plan of these places, through restore(). Fails where it would pass the limits of a file.
Result<Plan> plan_of(const Places &places);

/// The same, some milliseconds at a time. The places outlive it.
class PlanOfPlaces {
  public:
    explicit PlanOfPlaces(const Places &places);
    ~PlanOfPlaces();
    PlanOfPlaces(const PlanOfPlaces &) = delete;
    PlanOfPlaces &operator=(const PlanOfPlaces &) = delete;

    /// True once all is done.
    bool go_on();
    /// 0 to 1.
    double part() const;
    /// When all is done.
    Result<Plan> take();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Sections that both hold alike are one from now on, so that undo, checks and views know that nothing changed there.
void share_sections(Plan &plan, const Plan &same);

} // namespace fullcourt
