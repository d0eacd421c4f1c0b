// A copy that arrived, looked at as a difference to what is here.
#pragma once

#include <cstddef>

#include <imgui.h>

#include "ui/scene.h"

namespace fullcourt::ui {

struct ReviewCount {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;

    std::size_t total() const { return added + changed + removed; }
};

/// What taking the copy changes here.
ReviewCount count_review(Scene &scene, const dialog::Incoming &incoming);

/// Sections with their counts, and the changes of the chosen one; the grid as a picture above its list.
void draw_review(Scene &scene, const dialog::Incoming &incoming, const ImVec2 &size);

/// How a change is shown: a colour, and a sign that says the same.
struct ChangeLook {
    const char *icon = nullptr;
    ImU32 ink = 0;
    ImU32 ground = 0;
    const char *name = "";
};
ChangeLook change_look(ChangeKind kind);

/// Both grids in one: what is new, gone and different, by colour and sign.
void draw_review_grid(const Plan &before, const Plan &after, float width);

/// False while another tab is the writer of that plan.
bool may_take(const State &state, const dialog::Incoming &incoming);
bool can_replace(const dialog::Incoming &incoming);

} // namespace fullcourt::ui
