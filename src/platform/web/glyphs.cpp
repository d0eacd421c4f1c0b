// Characters that the page's own fonts lack.
#include <array>
#include <cstring>

#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "platform/web/border.h"

namespace fullcourt::platform {

std::optional<GlyphPicture> draw_glyph(char32_t character, float size, bool semibold) {
    if (platform_read_glyph(character, size, semibold ? 1 : 0) == 0) {
        return std::nullopt;
    }
    const std::string bytes = take_result();
    std::array<float, 6> numbers{};
    std::memcpy(numbers.data(), bytes.data(), sizeof numbers);
    GlyphPicture picture{
        static_cast<int>(numbers[0]), static_cast<int>(numbers[1]), numbers[2], numbers[3], numbers[4], numbers[5] != 0, {}};
    picture.pixels.assign(bytes.begin() + sizeof numbers, bytes.end());
    return picture;
}

extern "C" {

/// The browser draws characters otherwise than it did: between frames, all that was drawn is forgotten, and drawn anew when it is needed.
EMSCRIPTEN_KEEPALIVE void fullcourt_glyphs_changed() {
    ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, 0);
    platform_wake(2);
}
}

} // namespace fullcourt::platform
