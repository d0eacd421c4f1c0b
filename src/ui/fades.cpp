#include "ui/fades.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace fullcourt::ui {
namespace {

constexpr float leastHigh = 80; ///< a lower one scrolls no lines, and a narrower one no columns
constexpr float leastWide = 160;

/// What a window says of itself; kept in its own storage, and true of the frame that it was said in.
enum StillPart : ImGuiID {
    saidIn = 0x5711,
    movingLeft,
    movingTop,
    movingRight,
    movingBottom,
    currentLeft,
    currentTop,
    currentRight,
    currentBottom,
    groundSaidIn,
    groundSaid,
    footSaidIn,
    footSaid
};

struct Still {
    ImRect moving;
    ImRect current; ///< empty: nothing is
};

Still still_of(const ImGuiWindow &window) {
    const ImGuiStorage &said = window.StateStorage;
    if (said.GetInt(saidIn, -1) != ImGui::GetFrameCount()) {
        return {window.InnerRect, {}};
    }
    const auto rect = [&said](StillPart first) {
        return ImRect(said.GetFloat(first), said.GetFloat(first + 1), said.GetFloat(first + 2), said.GetFloat(first + 3));
    };
    ImRect moving = rect(movingLeft);
    moving.ClipWith(window.InnerRect);
    return {moving, rect(currentLeft)};
}

void say(ImGuiStorage &storage, StillPart first, const ImRect &rect) {
    storage.SetFloat(first, rect.Min.x);
    storage.SetFloat(first + 1, rect.Min.y);
    storage.SetFloat(first + 2, rect.Max.x);
    storage.SetFloat(first + 3, rect.Max.y);
}

void say(ImGuiStorage &storage, StillPart saidWhen, StillPart said, ImU32 ground) {
    storage.SetInt(saidWhen, ImGui::GetFrameCount());
    storage.SetInt(said, static_cast<int>(ground));
}

/// A field of several lines has a frame of its own; its text is cut there as that of any other.
bool is_field(const ImGuiWindow &window) { return (window.ChildFlags & ImGuiChildFlags_Borders) != 0; }

/// What has the keyboard, where it is shown, or is selected: nothing of it goes out.
std::vector<ImRect> kept_clear(ImGuiWindow *window, const Still &still) {
    std::vector<ImRect> kept;
    if (still.current.GetWidth() > 0) {
        kept.push_back(still.current);
    }
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavCursorVisible && g.NavId != 0 && g.NavWindow != nullptr && ImGui::IsWindowChildOf(g.NavWindow, window, false)) {
        kept.push_back(ImGui::WindowRectRelToAbs(g.NavWindow, g.NavWindow->NavRectRel[g.NavLayer]));
    }
    return kept;
}

/// A band along an edge; `clear` and `full` are its corners' colours from the top left on, clockwise.
struct Band {
    ImRect box;
    ImRect clip;
    std::array<ImU32, 4> corners = {};
};

/// The more lies beyond an edge, the more goes out: nothing appears at once while somebody scrolls.
ImU32 strength(ImU32 ground, float beyond) {
    const float part = std::clamp(beyond / fadeDepth, 0.0F, 1.0F);
    return (ground & ~IM_COL32_A_MASK) | (static_cast<ImU32>(part * 255) << IM_COL32_A_SHIFT);
}

/// Along a side, without what stays clear.
void add_down(const ImRect &box, const ImRect &clip, const std::vector<ImRect> &kept, const std::array<ImU32, 4> &corners,
              std::vector<Band> &bands) {
    std::vector<ImRect> parts = {box};
    for (const ImRect &one : kept) {
        std::vector<ImRect> left;
        for (const ImRect &part : parts) {
            if (!one.Overlaps(part)) {
                left.push_back(part);
                continue;
            }
            if (one.Min.y > part.Min.y) {
                left.emplace_back(part.Min, ImVec2(part.Max.x, one.Min.y));
            }
            if (one.Max.y < part.Max.y) {
                left.emplace_back(ImVec2(part.Min.x, one.Max.y), part.Max);
            }
        }
        parts = std::move(left);
    }
    for (const ImRect &part : parts) {
        if (part.GetHeight() > 0) {
            bands.push_back({part, clip, corners});
        }
    }
}

/// What was said of a ground in this frame, else what is around.
ImU32 said_ground(const ImGuiWindow &window, StillPart saidWhen, StillPart said, ImU32 around) {
    const ImGuiStorage &storage = window.StateStorage;
    return storage.GetInt(saidWhen, -1) == ImGui::GetFrameCount() ? static_cast<ImU32>(storage.GetInt(said)) : around;
}

void add_bands(ImGuiWindow *window, ImU32 ground, std::vector<Band> &bands) {
    ImRect clip = window->OuterRectClipped;
    clip.ClipWith(window->InnerRect);
    if (clip.GetWidth() <= 0 || clip.GetHeight() <= 0) {
        return;
    }
    const Still still = still_of(*window);
    const ImRect &moving = still.moving;
    const ImRect &inner = window->InnerRect;
    const std::vector<ImRect> kept = kept_clear(window, still);
    const ImU32 none = ground & ~IM_COL32_A_MASK;
    // Of this frame; Dear ImGui reckons with what the one before held.
    const ImVec2 end = window->DC.CursorMaxPos;
    const ImVec2 beyond(end.x - inner.Max.x, end.y - inner.Max.y);
    const auto add_across = [&](float top, float hidden, bool downwards) {
        const ImRect box({inner.Min.x, top}, {inner.Max.x, top + fadeDepth});
        const bool free = std::none_of(kept.begin(), kept.end(), [&](const ImRect &one) { return one.Overlaps(box); });
        if (hidden >= 1 && free) {
            const ImU32 full = strength(ground, hidden);
            bands.push_back({box, clip, downwards ? std::array{none, none, full, full} : std::array{full, full, none, none}});
        }
    };
    if ((window->Flags & ImGuiWindowFlags_NoScrollWithMouse) == 0 && moving.GetHeight() >= leastHigh) {
        add_across(moving.Min.y, window->Scroll.y, false);
        add_across(moving.Max.y - fadeDepth, beyond.y, true);
    }
    if ((window->Flags & ImGuiWindowFlags_HorizontalScrollbar) != 0 && moving.GetWidth() >= leastWide) {
        const ImU32 footGround = said_ground(*window, footSaidIn, footSaid, ground);
        const auto add_along = [&](float left, float hidden, bool onwards) {
            if (hidden < 1) {
                return;
            }
            const auto corners = [&](ImU32 on) {
                const ImU32 nothing = on & ~IM_COL32_A_MASK;
                const ImU32 full = strength(on, hidden);
                return onwards ? std::array{nothing, full, full, nothing} : std::array{full, nothing, nothing, full};
            };
            add_down({{left, inner.Min.y}, {left + fadeDepth, moving.Max.y}}, clip, kept, corners(ground), bands);
            add_down({{left, moving.Max.y}, {left + fadeDepth, inner.Max.y}}, clip, kept, corners(footGround), bands);
        };
        add_along(moving.Min.x, window->Scroll.x, false);
        add_along(moving.Max.x - fadeDepth, beyond.x, true);
    }
}

void add_bands_within(const ImGuiWindow *window, ImU32 ground, std::vector<Band> &bands) {
    for (ImGuiWindow *child : window->DC.ChildWindows) {
        if (!child->Hidden && !is_field(*child)) {
            const ImU32 own = said_ground(*child, groundSaidIn, groundSaid, ground);
            add_bands_within(child, own, bands);
            add_bands(child, own, bands);
        }
    }
}

/// Scrolls the window down where `box` was in sight and no longer is.
bool scroll_into_room(ImGuiWindow *window, const ImRect &box, float bottom, float lost) {
    const float below = box.Max.y - bottom;
    if (below <= 0 || below > lost || box.GetHeight() > bottom - window->InnerRect.Min.y) {
        return false;
    }
    ImGui::SetScrollY(window, window->Scroll.y + below);
    return true;
}

bool keep_selected_in_sight(const ImGuiWindow *window, float lost) {
    bool scrolls = false;
    for (ImGuiWindow *child : window->DC.ChildWindows) {
        const Still still = still_of(*child);
        scrolls |= still.current.GetWidth() > 0 && scroll_into_room(child, still.current, still.moving.Max.y, lost);
        scrolls |= keep_selected_in_sight(child, lost);
    }
    return scrolls;
}

/// The nearest around it that scrolls: many a control is a window of its own.
ImGuiWindow *scroller_around(ImGuiWindow *window) {
    while (window != nullptr && ((window->Flags & ImGuiWindowFlags_NoScrollWithMouse) != 0 || window->InnerRect.GetHeight() < leastHigh)) {
        window = window->ParentWindow;
    }
    return window;
}

} // namespace

void fade_scrolled(ImU32 ground) {
    ImGuiWindow *window = ImGui::GetCurrentWindow();
    std::vector<Band> bands;
    add_bands_within(window, ground, bands);
    if (bands.empty()) {
        return;
    }
    // On a window of its own, which lies over fields and lists within the contents; where the cursor stands it leaves no trace.
    const ImGuiWindowTempData &before = window->DC;
    const ImVec2 cursor = before.CursorPos;
    const ImVec2 previous = before.CursorPosPrevLine;
    const ImVec2 furthest = before.CursorMaxPos;
    const ImVec2 ideal = before.IdealMaxPos;
    const ImVec2 lineNow = before.CurrLineSize;
    const ImVec2 lineBefore = before.PrevLineSize;
    ImGui::SetCursorScreenPos(window->Pos);
    ImGui::BeginChild("##fades", window->Size, ImGuiChildFlags_None, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground);
    ImDrawList &list = *ImGui::GetWindowDrawList();
    for (const Band &band : bands) {
        list.PushClipRect(band.clip.Min, band.clip.Max, true);
        list.AddRectFilledMultiColor(band.box.Min, band.box.Max, band.corners[0], band.corners[1], band.corners[2], band.corners[3]);
        list.PopClipRect();
    }
    ImGui::EndChild();
    window->DC.CursorPos = cursor;
    window->DC.CursorPosPrevLine = previous;
    window->DC.CursorMaxPos = furthest;
    window->DC.IdealMaxPos = ideal;
    window->DC.CurrLineSize = lineNow;
    window->DC.PrevLineSize = lineBefore;
}

void keep_still_around(const ImRect &moving, const ImRect &current) {
    ImGuiStorage &storage = ImGui::GetCurrentWindow()->StateStorage;
    storage.SetInt(saidIn, ImGui::GetFrameCount());
    say(storage, movingLeft, moving);
    say(storage, currentLeft, current);
}

void lie_on(ImU32 ground) { say(ImGui::GetCurrentWindow()->StateStorage, groundSaidIn, groundSaid, ground); }

void lie_foot_on(ImU32 ground) { say(ImGui::GetCurrentWindow()->StateStorage, footSaidIn, footSaid, ground); }

bool keep_in_sight(float lost) {
    ImGuiWindow *window = ImGui::GetCurrentWindow();
    bool scrolls = keep_selected_in_sight(window, lost);
    const ImGuiContext &g = *ImGui::GetCurrentContext();
    if (g.NavId != 0 && g.NavWindow != nullptr && ImGui::IsWindowChildOf(g.NavWindow, window, false)) {
        ImGuiWindow *scroller = scroller_around(g.NavWindow);
        const ImRect box = ImGui::WindowRectRelToAbs(g.NavWindow, g.NavWindow->NavRectRel[g.NavLayer]);
        scrolls |= scroller != nullptr && scroll_into_room(scroller, box, scroller->InnerRect.Max.y, lost);
    }
    return scrolls;
}

} // namespace fullcourt::ui
