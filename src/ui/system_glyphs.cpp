#include "ui/system_glyphs.h"

#include <cmath>

#include <imgui_internal.h>

#include "platform/platform.h"

namespace fullcourt::ui {
namespace {

/// Dear ImGui's size is the height of a line of Inter, whose em is this part of it.
constexpr float emOfSize = 2048.0F / 2478.0F;

constexpr unsigned semiboldFlag = 1;

/// Below, everything that could be drawn is in the page's fonts.
constexpr ImWchar firstCharacter = 0x100;

bool initialise(ImFontAtlas * /*atlas*/, ImFontConfig * /*source*/) { return true; }

bool contains(ImFontAtlas * /*atlas*/, ImFontConfig * /*source*/, ImWchar character) { return character >= firstCharacter; }

bool load(ImFontAtlas *atlas, ImFontConfig *source, ImFontBaked *baked, void * /*data*/, ImWchar character, ImFontGlyph *glyph,
          float *advance) {
    if (character < firstCharacter) {
        return false;
    }
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const std::optional<platform::GlyphPicture> picture =
        platform::draw_glyph(character, baked->Size * emOfSize * density, source->FontLoaderFlags == semiboldFlag);
    if (!picture) {
        return false;
    }
    if (advance != nullptr) {
        *advance = picture->advance / density;
        return true;
    }
    glyph->Codepoint = character;
    glyph->AdvanceX = picture->advance / density;
    if (picture->width == 0 || picture->height == 0) {
        return true;
    }
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, picture->width, picture->height);
    if (place == ImFontAtlasRectId_Invalid) {
        return false;
    }
    glyph->X0 = picture->left / density;
    glyph->Y0 = picture->top / density + std::round(baked->Ascent);
    glyph->X1 = glyph->X0 + static_cast<float>(picture->width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(picture->height) / density;
    glyph->Visible = true;
    glyph->Colored = picture->coloured;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place), picture->pixels.data(),
                                       ImTextureFormat_RGBA32, picture->width * 4);
    return true;
}

const ImFontLoader &loader() {
    static const ImFontLoader made = [] {
        ImFontLoader l;
        l.Name = "system";
        l.FontSrcInit = initialise;
        l.FontSrcContainsGlyph = contains;
        l.FontBakedLoadGlyph = load;
        return l;
    }();
    return made;
}

} // namespace

void add_system_glyphs(bool semibold) {
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &loader();
    config.FontLoaderFlags = semibold ? semiboldFlag : 0;
    ImGui::GetIO().Fonts->AddFont(&config);
}

} // namespace fullcourt::ui
