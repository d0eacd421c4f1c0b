// Why an account has its score: a picture whose terms add up, and the same against another account. In the panel.
#pragma once

#include <cstdint>

#include "ui/scene.h"

namespace fullcourt::ui {

/// Each term begins where the one before ended; the last bar is the score.
void draw_score_terms(Scene &scene, std::uint32_t row);
/// What would move the account up a tier, and down, as sentences; nothing where nothing would.
void draw_ways_to_move(Scene &scene, std::uint32_t row);
/// A field to pick another account, then both term by term, and which weight would change their order.
void draw_score_comparison(Scene &scene, std::uint32_t row);

} // namespace fullcourt::ui
