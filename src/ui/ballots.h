// Blind ballots within something else: a workshop stands around them.
#pragma once

#include <string>

#include "ui/scene.h"

namespace fullcourt::ui {

/// Each side votes on an activity before the room settles it; empty: on the whole grid.
void begin_voting(Scene &scene, const ActivityId &activity);
/// Each side's ballot, and the cards.
void draw_ballots_within(Scene &scene, const ImRect &box);
/// What a presenter's remote makes of them: the next side's (1) or the one before (-1); beyond the cards and before the first side the
/// vote ends.
void show_next_ballot(Scene &scene, int step);
/// What comes after the ballot that is shown: "Next: sales", "Cards up" …
std::string next_ballot_words(const Scene &scene);
/// Whether the cards are up, after which nothing comes.
bool is_last_ballot(const Scene &scene);

} // namespace fullcourt::ui
