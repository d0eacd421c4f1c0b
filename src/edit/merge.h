// What becomes of every place of a plan that two people changed (DESIGN §4 "Merge"). Knows places and what stands there, not
// sections: io/merge.h takes plans apart into places and puts the result together.
//
// A side *touched* a place where it changed what stands there or what is in conflict there. What one side touched is taken; where
// both did, the greater canonical bytes stand, anything beats nothing, and both are listed. An item is a place whose fields are
// longer paths: touching a field claims the item, so an edit beats a delete, and who deleted it has no say about its fields.
// All of this is a join: mine and theirs may be exchanged, and of three people any two may merge first.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/conflict.h"

namespace fullcourt {

/// What a plan holds, place by place; what is blank or has its default is not there. An item is "true".
using Places = std::map<PlanPath, std::string>;

struct MergeSide {
    Places places;
    Conflicts conflicts;
    std::string origin;         ///< who or when, for the conflicts; may be empty
    std::set<PlanPath> touched; ///< items that are claimed besides, by what is not among the places
};

/// What both touched and left different.
struct MergeConflict {
    std::string key; ///< in the merged plan's conflicts
    PlanPath path;
    PlaceValue base;
    PlaceValue mine;
    PlaceValue theirs;

    friend bool operator==(const MergeConflict &, const MergeConflict &) = default;
};

struct MergedPlaces {
    Places places;
    Conflicts conflicts;
    std::vector<MergeConflict> found; ///< by path
};

MergedPlaces merge_places(const MergeSide &base, const MergeSide &mine, const MergeSide &theirs);

/// The same in pieces of some milliseconds. The sides must outlive it.
class PlacesMerge {
  public:
    PlacesMerge(const MergeSide &base, const MergeSide &mine, const MergeSide &theirs);
    ~PlacesMerge();
    PlacesMerge(const PlacesMerge &) = delete;
    PlacesMerge &operator=(const PlacesMerge &) = delete;

    /// True once all is done.
    bool go_on();
    /// 0 to 1.
    double part() const;
    /// When all is done; it is then spent.
    MergedPlaces take();

  private:
    class Merger;
    std::unique_ptr<Merger> m_merger;
};

/// The item that goes together with the place although its path is no beginning of it: letters, notes and ballots belong to their
/// activity. Empty for all others.
PlanPath activity_of(const PlanPath &path);

} // namespace fullcourt
