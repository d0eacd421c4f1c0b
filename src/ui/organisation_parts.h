// The parts of the organisation view, a file each. Private to ui/organisation_*.cpp.
#pragma once

#include "ui/section.h"

namespace fullcourt::ui {

/// The reporting lines as a chart; a click on a box shows the role's details.
void draw_chart(Scene &scene, float width);
/// Ratios, the scaling stage, and a what-if on the number of account executives.
void draw_ratios(Scene &scene, float width);
/// People with their hats; pasted as a list.
void draw_people(Scene &scene, const SectionPage &page, float width);
void draw_person_details(Scene &scene, const PersonId &id, const Person &person);

} // namespace fullcourt::ui
