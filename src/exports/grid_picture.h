// The grid as a picture for a slide: SVG of 16:9, 1600 × 900, of which a page makes a PNG.
//
// Nothing is drawn smaller than what can be read in a room: a grid that is too large for one slide becomes several, cut between
// phases where that is possible, with names and heads repeated. Roles that have no letter at all are left out before that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "model/plan.h"

namespace fullcourt {

inline constexpr int pictureWidth = 1600;
inline constexpr int pictureHeight = 900;

/// At least 1.
std::size_t grid_slides(const Plan &plan);

/// Colours are "#rrggbb"; places and sizes count in the picture's 1600 × 900.
struct SlideRectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double radius = 0; ///< of its corners
    std::string_view fill;
};
struct SlideText {
    double x = 0; ///< where it begins, or its middle
    double y = 0; ///< the baseline
    double size = 0;
    std::string_view colour;
    bool strong = false;
    bool middle = false;
    std::string words;
};
using SlideShape = std::variant<SlideRectangle, SlideText>;

/// A slide as it is drawn, on white, what comes later over what came before.
struct GridSlide {
    std::string title;
    std::string subtitle; ///< what it shows, when, and which slide of how many
    std::vector<SlideShape> shapes;
};
/// `slide` counts from 0; one beyond the last gives the last.
GridSlide grid_slide(const Plan &plan, const Date &today, std::size_t slide = 0);

/// The same as a file.
std::string grid_svg(const Plan &plan, const Date &today, std::size_t slide = 0);

} // namespace fullcourt
