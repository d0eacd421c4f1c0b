// The words that edits are written and read by besides those of items. Private to io.
#pragma once

#include "edit/edit.h"
#include "io/field_reader.h"

namespace fullcourt {

inline constexpr std::array extraPlaceWords = {Named{ExtraPlace::plan, "plan"}, Named{ExtraPlace::grid, "grid"},
                                               Named{ExtraPlace::choice, "choice"}};

} // namespace fullcourt
