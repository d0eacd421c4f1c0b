// Edits of plans, as tests make them.
#pragma once

#include "base/random.h"
#include "edit/edit.h"

namespace fullcourt::test {

/// For ids that no test looks at.
inline const RandomBits bits = counting_bits(7);

inline Plan after(Plan plan, const PlanEdit &edit) {
    fullcourt::apply(plan, edit);
    return plan;
}

} // namespace fullcourt::test
