#include "ui/hand.h"

#include <utility>

#include "ui/scene.h"

namespace fullcourt::ui {
namespace {

/// A view that was asked for is drawn in the frame after, and a part that opens in it in one more.
constexpr int handSettles = 3;
constexpr int handGivesUp = 12;

} // namespace

void work_in(Scene &scene, View view, std::vector<PagePart> parts) {
    scene.dispatch(action::Show{view});
    scene.scratch.hand = {std::move(parts), 0};
}

void go_on_working(Scene &scene) {
    HandScratch &hand = scene.scratch.hand;
    if (hand.parts.empty()) {
        return;
    }
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    const bool busy = g.NavMoveSubmitted || g.NavInitRequest || g.NavNextActivateId != 0;
    if (++hand.frames >= handSettles && !busy) {
        const PagePart part = hand.parts.front();
        const bool worked = semantics::work(scene.scratch.semantics, part.role, part.name);
        if (worked || hand.frames >= handGivesUp) {
            hand.parts.erase(hand.parts.begin());
            hand.frames = 0;
        }
    }
    scene.scratch.animates = true;
}

} // namespace fullcourt::ui
