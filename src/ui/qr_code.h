// A text as a QR code, for cameras.
#pragma once

#include <string>
#include <vector>

#include <imgui.h>

namespace fullcourt::ui {

/// What a code holds at most: more would be too fine for a camera some metres from the wall.
inline constexpr std::size_t longestInCode = 1'732;
/// Above this a camera must come near.
inline constexpr std::size_t easyInCode = 500;

struct QrCode {
    int size = 0;           ///< modules of a side; 0: the text is too long
    std::vector<bool> dark; ///< row by row

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
};

QrCode qr_code(const std::string &text);

/// Black on white in either theme, as cameras expect, with the margin that belongs to it; every module as many whole pixels as fit
/// into `side` units. The square that it takes, from `at` on.
float draw_qr_code(ImDrawList &list, const ImVec2 &at, const QrCode &code, float side);

} // namespace fullcourt::ui
