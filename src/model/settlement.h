// A finding that a person looked at and accepted, with the reason. The key is the finding's own: when its evidence changes,
// so does the key, and the finding is open again.
#pragma once

#include <map>
#include <string>

#include "model/extra.h"

namespace fullcourt {

struct Acceptance {
    std::string reason;
    std::string by; ///< a side or a role in words; may be empty
    std::string at; ///< calendar date; may be empty
    Extra extra;

    friend bool operator==(const Acceptance &, const Acceptance &) = default;
};

/// Finding key → acceptance.
using Acceptances = std::map<std::string, Acceptance>;

} // namespace fullcourt
