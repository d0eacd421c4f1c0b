// What a copy of a plan that arrived is to the copy that is here, and what taking it would make of that (DESIGN §4 "Merge").
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "exports/changes_text.h"
#include "io/envelope.h"
#include "io/merge.h"
#include "model/plan.h"

namespace fullcourt {

struct PlanCopy {
    Plan plan;
    Envelope envelope;
};

enum class CopyRelation {
    created,  ///< there is no such plan here
    same,     ///< nothing differs
    older,    ///< all that is in it is in mine already, or was taken out of it here
    update,   ///< it went on from what is here
    merge,    ///< both went on from a state that is kept here
    unrelated ///< no state that both went on from is kept: two ways, nothing counts as deleted
};

struct Comparison {
    CopyRelation relation = CopyRelation::created;
    Plan mine;                            ///< as it was compared
    Plan base;                            ///< empty where there is none
    Plan result;                          ///< what taking the copy makes of mine
    std::vector<MergeConflict> conflicts; ///< what both changed differently
    std::string error;                    ///< why the two cannot be merged; empty: they can
    MergeOrigins origins;                 ///< what the conflicts of the result call them
    /// How the result differs from mine, or where nothing is merged the copy; nothing where nobody asked.
    std::optional<std::vector<ReviewedSection>> changes = {};

    /// Merging is one thing, how the copies differ another.
    bool merges() const { return error.empty() && (relation == CopyRelation::merge || relation == CopyRelation::unrelated); }
};

/// Revisions that both went on from, or may have, the nearest first: those that both name, then those of theirs that were shared
/// from here (`sharedHere`), whatever became of this browser's memory of it.
std::vector<std::string> bases_of(const Envelope &mine, const Envelope &theirs, const std::vector<std::string> &sharedHere);

/// `base`: the plan at the nearest of those revisions that is still kept. `now` is when mine is as it is. Chunks of accounts that the
/// copies have alike are shared in what the comparison holds.
Comparison compare_copies(const PlanCopy &mine, const PlanCopy &theirs, const std::optional<Plan> &base, const std::string &now);

/// The same in pieces of some milliseconds, for plans with many accounts.
class CompareWork {
  public:
    CompareWork(const PlanCopy &mine, const PlanCopy &theirs, const std::optional<Plan> &base, const std::string &now);
    ~CompareWork();
    CompareWork(const CompareWork &) = delete;
    CompareWork &operator=(const CompareWork &) = delete;

    /// Before the first piece: the changes are asked for, too.
    void ask_for_changes();
    /// True once all is done.
    bool go_on();
    /// 0 to 1.
    double part() const;
    /// When all is done; it is then spent.
    Comparison take();
    /// Their plan, sharing with mine what is alike.
    const Plan &theirs() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// For a plan that is not here.
Comparison compare_with_nothing(const PlanCopy &theirs);

} // namespace fullcourt
