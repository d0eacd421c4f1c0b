// Copies of a plan that went their own ways, brought together (DESIGN §4 "Merge"): three-way by stable ids over the whole plan.
//
// merge(b, x, b) is x, merge(b, b, x) is x, mine and theirs may be exchanged, and of three people's copies any two may merge first.
// No edit disappears without being listed: each either holds in the result or stands in a conflict at its place or at its item.
//
//   const Result<Merged> merged = merge(*ancestor, mine.plan, theirs.plan, {origin_of(mine.envelope), origin_of(theirs.envelope)});
//
// As a merge driver of git:  [merge "fullcourt"] driver = fullcourt merge %O %A %B -o %A
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/edit.h"
#include "edit/merge.h"
#include "io/envelope.h"
#include "io/plan_parts.h"

namespace fullcourt {

struct Merged {
    Plan plan;                            ///< its conflicts are those of both sides and the new ones
    std::vector<MergeConflict> conflicts; ///< what these two sides left different, by place
};

/// Who or when, as the conflicts keep it; empty: not known.
struct MergeOrigins {
    std::string mine;
    std::string theirs;
};

/// Fails where the result would pass the limits of a file. For sound plans (as restore() gives them) the result is sound.
Result<Merged> merge(const Plan &base, const Plan &mine, const Plan &theirs, const MergeOrigins &origins = {});

/// The same in pieces of some milliseconds, for plans with many accounts.
///
///     MergeWork work(base, mine, theirs, origins);
///     while (!work.go_on()) { … show work.part(), or stop … }
///     const Result<Merged> merged = work.take();
class MergeWork {
  public:
    MergeWork(const Plan &base, const Plan &mine, const Plan &theirs, const MergeOrigins &origins = {});
    ~MergeWork();
    MergeWork(const MergeWork &) = delete;
    MergeWork &operator=(const MergeWork &) = delete;

    /// True once all is done, or cannot be.
    bool go_on();
    /// 0 to 1.
    double part() const;
    /// When all is done; it is then spent.
    Result<Merged> take();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// "Ada, 2026-11-26T12:00:00Z": who saved the copy, where known, and when.
std::string origin_of(const Envelope &envelope);

/// A new revision with the ancestry of both. The revision is a digest of the plan and its parents, so that everybody who merges
/// the same two copies has the same one.
Envelope merged_envelope(const Plan &merged, const Envelope &mine, const Envelope &theirs, const std::string &savedAt);
/// The same where chunks of the plan have their names already.
Envelope merged_envelope(const Plan &merged, PlanParts &parts, const Envelope &mine, const Envelope &theirs, const std::string &savedAt);

/// Puts the revision first among those that copies were shared with.
void remember_shared(Envelope &envelope, const std::string &revision);

/// Revisions that both descend from or are, the nearest first. The newest of them that somebody still has is the base to merge from.
std::vector<std::string> common_revisions(const Envelope &mine, const Envelope &theirs);

/// What stands at the place now; `places` are the plan's.
PlaceValue value_at(const Plan &plan, const Places &places, const PlanPath &path);

/// Puts what a person chose (one of the conflict's values, its base, or JSON text of their own; nothing: blank or deleted) at the
/// conflict's place and takes the conflict out. No steps where the plan has no such conflict. Fails where the text is no value for
/// this place.
Result<PlanEdit> settle_conflict(const Plan &plan, const std::string &key, const PlaceValue &choice);

/// Settles every conflict to which this one (an origin as conflicts keep it) contributed as they had it; the others stay. `left`
/// counts those of theirs that could not be settled so.
struct SettledAll {
    PlanEdit edit;
    std::size_t settled = 0;
    std::size_t left = 0;
};
SettledAll settle_all_of(const Plan &plan, const std::string &origin);

} // namespace fullcourt
