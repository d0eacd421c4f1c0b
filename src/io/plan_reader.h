// A plan as the tree of its file says it, mended where it has to be (io/restore.h).
#pragma once

#include "base/pieces.h"
#include "io/json_tree.h"
#include "io/repairs.h"
#include "io/restore.h"

namespace fullcourt {

/// Reads the file into `plan`, some thousand rows of accounts a piece. All that is handed over outlives the steps; the plan is whole
/// when the last is done.
void add_plan_steps(Pieces &pieces, const Tree::object_t &file, const RestoreLimits &limits, Repairs &repairs, const AccountLists &accounts,
                    Plan &plan);

} // namespace fullcourt
