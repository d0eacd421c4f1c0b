// Whose weights a command reckons with.
#pragma once

#include <optional>
#include <string>

#include "analysis/scoring.h"

namespace fullcourt::cli {

/// "agreed" (also nothing), "marketing" or "sales".
inline std::optional<Weights> weights_of(const std::string &side) {
    if (side.empty() || side == "agreed") {
        return Weights::agreed;
    }
    return side == "marketing" ? std::optional(Weights::marketing) : side == "sales" ? std::optional(Weights::sales) : std::nullopt;
}

} // namespace fullcourt::cli
