// Fonts that are part of the program, as TrueType. The build generates the definitions, and "ui/icons.h" with a
// constant for every icon named in assets/icons.txt.
#pragma once

#include <string_view>

namespace fullcourt::assets {

/// Inter with tabular figures: Latin, Greek and Cyrillic, punctuation, arrows, currency and mathematical signs.
std::string_view interRegular();
std::string_view interSemiBold();

/// Lucide's icons, to be merged into a text font; drawn on a 24-unit grid that fills the em.
std::string_view icons();

} // namespace fullcourt::assets
