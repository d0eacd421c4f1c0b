// The grid as a picture for a slide: SVG of 16:9, 1600 × 900, of which a page makes a PNG.
//
// Nothing is drawn smaller than what can be read in a room: a grid that is too large for one slide becomes several, cut between
// phases where that is possible, with names and heads repeated. Roles that have no letter at all are left out before that.
#pragma once

#include <cstddef>
#include <string>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

inline constexpr int pictureWidth = 1600;
inline constexpr int pictureHeight = 900;

/// At least 1.
std::size_t grid_slides(const Plan &plan);

/// `slide` counts from 0; one beyond the last gives the last.
std::string grid_svg(const Plan &plan, const Date &today, std::size_t slide = 0);

} // namespace fullcourt
