// The first line of a plan file: which plan, which revision, where it came from.
#pragma once

#include <string>
#include <vector>

#include "model/plan.h"

namespace fullcourt {

/// The version of the file format that this program writes; it reads this one and every older one.
inline constexpr int formatVersion = 1;

struct Envelope {
    PlanId plan;
    std::string revision;              ///< changes with every stored state
    std::string parent;                ///< the revision that this one was made from; empty for the first
    std::vector<std::string> ancestry; ///< the last 32 shared revisions, newest first
    std::string savedAt;               ///< UTC instant; empty in templates
    Extra extra;                       ///< what a newer program wrote there
    std::string author = {};           ///< who saved this copy, as they call themselves; may be empty

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

inline constexpr std::size_t longestAncestry = 32;

} // namespace fullcourt
