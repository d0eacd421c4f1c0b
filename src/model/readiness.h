// How ready each side sees the company before the workshop (RULES §6).
#pragma once

#include <map>
#include <string>

#include "model/side.h"

namespace fullcourt {

struct Readiness {
    /// Statement code ("shared-goals") → what each side answered, 0 to 4. No statement without an answer.
    std::map<std::string, std::map<Side, int>> answers;

    friend bool operator==(const Readiness &, const Readiness &) = default;
};

} // namespace fullcourt
