// Undo and redo as snapshots that share what did not change, within a budget of bytes.
//
// One gesture is one step: edits committed with the same gesture number join. Selection, scrolling and which view is
// open are never in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// A state that can be returned to, with the label of the edit that led away from it.
struct HistoryStep {
    Plan plan;
    std::string label;
    std::size_t bytes = 0; ///< what this snapshot holds that its successor does not share, about
    /// Where the step took in somebody else's copy: the shared revisions that the plan came from before and after it. Undoing the
    /// step is forgetting that copy, so that it can be taken again.
    std::vector<std::string> ancestryBefore = {};
    std::vector<std::string> ancestryAfter = {};
};

struct History {
    Plan present;
    std::vector<HistoryStep> past;   ///< oldest first
    std::vector<HistoryStep> future; ///< nearest last
    std::uint64_t gesture = 0;       ///< of the newest commit; 0: closed, nothing joins it
    std::size_t budget = std::size_t{64} << 20U;

    bool can_undo() const { return !past.empty(); }
    bool can_redo() const { return !future.empty(); }
    std::string undo_label() const { return past.empty() ? std::string() : past.back().label; }
    std::string redo_label() const { return future.empty() ? std::string() : future.back().label; }
};

History begin_history(Plan plan);

/// Makes `next` the present. Gesture 0 never joins; the same gesture number as the newest commit joins it and keeps its
/// label. Clears the future; drops the oldest steps past the budget, but never the newest one. A `next` equal to the
/// present changes nothing and gives false.
bool commit(History &history, Plan next, const std::string &label, std::uint64_t gesture = 0);
bool undo(History &history);
bool redo(History &history);

/// About how many bytes the parts of `plan` hold that `other` does not share.
std::size_t unshared_bytes(const Plan &plan, const Plan &other);

} // namespace fullcourt
