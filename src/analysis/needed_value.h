// The nearest value that counts at least so much.
#pragma once

#include <optional>
#include <string>

#include "model/scoring.h"

namespace fullcourt {

struct NeededValue {
    double u = 0;
    std::string text; ///< as it would stand in the table
};

/// `need`: the least u, above 0 to 1. Numbers are rounded to few digits where that is still enough; of a category it is the word
/// that counts least; of a date the oldest. Nothing where no value of the scale counts so much.
std::optional<NeededValue> needed_value(const Criterion &criterion, const AccountValue &now, double need, std::int32_t asOf);

} // namespace fullcourt
