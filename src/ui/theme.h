// Colour, type and measure of the whole interface (DESIGN §6). A 4-unit grid, Inter at 15 units, two palettes that
// both keep WCAG AA: 4.5 : 1 for text, 3 : 1 for the edges of controls (tests/views/contrast.cpp measures them).
//
// Units are CSS pixels at an interface scale of 1; the platform scales, so nothing here knows a resolution.
#pragma once

#include <array>
#include <optional>

#include <imgui.h>

#include "analysis/finding.h"
#include "platform/platform.h"

namespace fullcourt::ui {

/// Points a pressed pointer may move before it drags.
inline constexpr float dragThreshold = 6;

/// A letter's chip: the colour says at a glance what the letter says exactly.
struct ChipColours {
    ImU32 fill = 0;
    ImU32 ink = 0;
};

struct Palette {
    // Ground, from back to front
    ImU32 canvas = 0;  ///< sidebar and page
    ImU32 surface = 0; ///< what is worked on
    ImU32 raised = 0;  ///< menus, dialogs
    ImU32 hover = 0;
    ImU32 pressed = 0;
    ImU32 chosen = 0;  ///< a selected row or range
    ImU32 line = 0;    ///< hairlines that only divide
    ImU32 outline = 0; ///< around plain buttons, whose words say what they are
    ImU32 edge = 0;    ///< edges of controls
    ImU32 shade = 0;   ///< over the page, behind a dialog
    ImU32 shadow = 0;

    // Text
    ImU32 text = 0;
    ImU32 muted = 0;
    ImU32 inverse = 0;     ///< ground of notices
    ImU32 inverseText = 0; ///< text on it
    ImU32 inverseLink = 0;

    // Accent
    ImU32 accent = 0; ///< primary buttons, focus ring
    ImU32 accentHover = 0;
    ImU32 onAccent = 0;
    ImU32 accentText = 0;

    // Severity: text or icon, and its soft ground
    ImU32 error = 0;
    ImU32 errorSoft = 0;
    ImU32 warning = 0;
    ImU32 warningSoft = 0;
    ImU32 note = 0;
    ImU32 noteSoft = 0;
    ImU32 good = 0;
    ImU32 goodSoft = 0;

    // Letters: hues after Okabe and Ito, apart in lightness too
    ChipColours responsible;
    ChipColours accountable;
    ChipColours supports;
    ChipColours consulted;
    ChipColours informed;
    ChipColours extra;

    // Sides: none of the colours of letters and tiers, beside which they stand; apart in lightness too
    ChipColours marketing;
    ChipColours sales;
    ChipColours bothSides;

    /// How full something is, a quarter more each: every step is seen beside the one before, and `text` is legible on all.
    std::array<ImU32, 4> fullness = {};

    ImU32 severity(Severity level) const;
    ImU32 severity_soft(Severity level) const;
    const ChipColours &chip(char letter) const;
    /// The ground of selected text in a field.
    ImU32 text_selection() const;
};

const Palette &light_palette();
const Palette &dark_palette();
/// Of the system's own colours alone, and mixtures of its ground and text.
Palette forced_palette(const platform::ForcedColoursChanged &colours);

/// Sizes of type, in units.
namespace type {
inline constexpr float heading = 22;
inline constexpr float title = 17;
inline constexpr float body = 15;
inline constexpr float small = 13;
inline constexpr float tiny = 12;
} // namespace type

inline constexpr float rounding = 6;
inline constexpr float controlHeight = 32;

/// What the person and the machine ask of the look.
struct Setting {
    bool dark = false;
    bool touch = false; ///< the hand's first pointer is a finger
    std::optional<platform::ForcedColoursChanged> forced;

    friend bool operator==(const Setting &, const Setting &) = default;
};

/// What every view may ask for while drawing.
struct Design {
    Palette palette;
    ImFont *regular = nullptr;
    ImFont *semibold = nullptr;
    ImFont *icons = nullptr;
    Setting setting;
    bool styled = false; ///< the style of Dear ImGui is set for it
};

/// The design of the current Dear ImGui context.
Design &design();
inline const Palette &palette() { return design().palette; }

/// Loads the fonts into the current context and makes `design` its design.
void load_fonts(Design &design);
/// Sets palette and Dear ImGui's style; cheap when nothing changes.
void apply_style(Design &design, const Setting &setting);

/// Contrast ratio after WCAG 2.2 of two opaque colours, 1 to 21.
float contrast(ImU32 a, ImU32 b);

} // namespace fullcourt::ui
