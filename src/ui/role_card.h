// A role on one card.
#pragma once

#include "ui/scene.h"

namespace fullcourt::ui {

/// In the details: what the role does, decides, gives input to and hears about, with a button that copies it.
void draw_role_card(Scene &scene, const RoleId &id);

} // namespace fullcourt::ui
