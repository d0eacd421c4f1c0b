#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <imgui_internal.h>

#include "ui/assets.h"
#include "ui/system_glyphs.h"

namespace fullcourt::ui {
namespace {

/// 0xRRGGBB as people write it, opaque.
constexpr ImU32 rgb(unsigned value) { return 0xFF000000U | ((value & 0xFFU) << 16U) | (value & 0xFF00U) | ((value >> 16U) & 0xFFU); }
constexpr ImU32 with_alpha(unsigned value, unsigned alpha) { return (rgb(value) & 0x00FFFFFFU) | (alpha << 24U); }

constexpr Palette make_light() {
    Palette p;
    p.canvas = rgb(0xF6F6F8);
    p.surface = rgb(0xFFFFFF);
    p.raised = rgb(0xFFFFFF);
    p.hover = rgb(0xF0F0F4);
    p.pressed = rgb(0xE6E6EC);
    p.chosen = rgb(0xEBEEFC);
    p.line = rgb(0xE8E8ED);
    p.outline = rgb(0xD2D2DA);
    p.edge = rgb(0x82828D);
    p.shade = with_alpha(0x16171D, 0x66);
    p.shadow = with_alpha(0x16171D, 0x0C);
    p.text = rgb(0x1B1C22);
    p.muted = rgb(0x5D5E6B);
    p.inverse = rgb(0x24252D);
    p.inverseText = rgb(0xF4F4F7);
    p.inverseLink = rgb(0xAEB9FF);
    p.accent = rgb(0x4353C9);
    p.accentHover = rgb(0x3644AD);
    p.onAccent = rgb(0xFFFFFF);
    p.accentText = rgb(0x3846B5);
    p.error = rgb(0xB3261E);
    p.errorSoft = rgb(0xFCEEEC);
    p.warning = rgb(0x8A5A00);
    p.warningSoft = rgb(0xFCF3DF);
    p.note = rgb(0x48587A);
    p.noteSoft = rgb(0xEEF1F7);
    p.good = rgb(0x1A7442);
    p.goodSoft = rgb(0xE6F4EB);
    p.responsible = {rgb(0x0B5FA5), rgb(0xFFFFFF)};
    p.accountable = {rgb(0xF0A028), rgb(0x231500)};
    p.supports = {rgb(0xA5D6F2), rgb(0x06283D)};
    p.consulted = {rgb(0x00795A), rgb(0xFFFFFF)};
    p.informed = {rgb(0xE7E7EC), rgb(0x3A3B46)};
    p.extra = {rgb(0xEBD5E4), rgb(0x5A1E47)};
    p.marketing = {rgb(0x7A2766), rgb(0xFFFFFF)};
    p.sales = {rgb(0x4BA57F), rgb(0x04180F)};
    p.bothSides = {rgb(0x5D6472), rgb(0xFFFFFF)};
    p.fullness = {rgb(0xDDE0F5), rgb(0xBEC4EC), rgb(0xA1A9E4), rgb(0x858FDC)};
    return p;
}

constexpr Palette make_dark() {
    Palette p;
    p.canvas = rgb(0x131418);
    p.surface = rgb(0x1A1B20);
    p.raised = rgb(0x23242B);
    p.hover = rgb(0x26272F);
    p.pressed = rgb(0x30313B);
    p.chosen = rgb(0x262B47);
    p.line = rgb(0x2B2C35);
    p.outline = rgb(0x474955);
    p.edge = rgb(0x747684);
    p.shade = with_alpha(0x060608, 0x99);
    p.shadow = with_alpha(0x000000, 0x26);
    p.text = rgb(0xEDEDF2);
    p.muted = rgb(0xA7A8B5);
    p.inverse = rgb(0x34353F);
    p.inverseText = rgb(0xF4F4F7);
    p.inverseLink = rgb(0xB4BEFF);
    p.accent = rgb(0x5A6AE0);
    p.accentHover = rgb(0x4C5BCB);
    p.onAccent = rgb(0xFFFFFF);
    p.accentText = rgb(0xA9B4FF);
    p.error = rgb(0xFF948A);
    p.errorSoft = rgb(0x3A2322);
    p.warning = rgb(0xF0BA55);
    p.warningSoft = rgb(0x352B17);
    p.note = rgb(0xABB9D8);
    p.noteSoft = rgb(0x252A36);
    p.good = rgb(0x74D19A);
    p.goodSoft = rgb(0x1B3226);
    p.responsible = {rgb(0x2B79C4), rgb(0xFFFFFF)};
    p.accountable = {rgb(0xF0A028), rgb(0x231500)};
    p.supports = {rgb(0x9BCDEB), rgb(0x06283D)};
    p.consulted = {rgb(0x0A7E5F), rgb(0xFFFFFF)};
    p.informed = {rgb(0x3A3B46), rgb(0xE2E2EA)};
    p.extra = {rgb(0x5E3A54), rgb(0xF8E4F1)};
    p.marketing = {rgb(0xA0508F), rgb(0xFFFFFF)};
    p.sales = {rgb(0x86CFA9), rgb(0x06301D)};
    p.bothSides = {rgb(0x666D7B), rgb(0xFFFFFF)};
    p.fullness = {rgb(0x2B2F45), rgb(0x3A3F65), rgb(0x464D7F), rgb(0x545D9E)};
    return p;
}

/// One channel, 0 to 255, as light.
float light_of(unsigned channel) {
    const float c = static_cast<float>(channel) / 255.0F;
    return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
}

float luminance(ImU32 colour) {
    return 0.2126F * light_of(colour & 0xFFU) + 0.7152F * light_of((colour >> 8U) & 0xFFU) + 0.0722F * light_of((colour >> 16U) & 0xFFU);
}

ImFont *add_font(std::string_view bytes, const char *name, const ImFontConfig &base) {
    ImFontConfig config = base;
    config.FontDataOwnedByAtlas = false; // the bytes are part of the program
    ImFormatString(config.Name, sizeof config.Name, "%s", name);
    // Dear ImGui's parameter is not const, but it only reads what it does not own.
    void *data = const_cast<char *>(bytes.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), type::body, &config);
}

void set_colours(ImGuiStyle &style, const Palette &p) {
    const auto set = [&](ImGuiCol which, ImU32 colour) { style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour); };
    set(ImGuiCol_Text, p.text);
    set(ImGuiCol_TextDisabled, p.muted);
    set(ImGuiCol_WindowBg, p.canvas);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, p.raised);
    set(ImGuiCol_Border, p.line);
    set(ImGuiCol_BorderShadow, 0);
    set(ImGuiCol_FrameBg, p.surface);
    set(ImGuiCol_FrameBgHovered, p.surface);
    set(ImGuiCol_FrameBgActive, p.surface);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, p.pressed);
    set(ImGuiCol_ScrollbarGrabHovered, p.edge);
    set(ImGuiCol_ScrollbarGrabActive, p.edge);
    set(ImGuiCol_Header, p.hover);
    set(ImGuiCol_HeaderHovered, p.hover);
    set(ImGuiCol_HeaderActive, p.pressed);
    set(ImGuiCol_Separator, p.line);
    set(ImGuiCol_TextSelectedBg, p.text_selection());
    set(ImGuiCol_InputTextCursor, p.text);
    set(ImGuiCol_NavCursor, 0); // focus_ring() draws it, in the shape of the thing
    set(ImGuiCol_ModalWindowDimBg, p.shade);
}

void set_measures(ImGuiStyle &style) {
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.ChildRounding = 0;
    style.PopupBorderSize = 1;
    style.PopupRounding = 8;
    style.FramePadding = {10, 8};
    style.FrameRounding = rounding;
    style.FrameBorderSize = 0;
    style.ItemSpacing = {8, 0}; // views put their own gaps
    style.ItemInnerSpacing = {8, 4};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabMinSize = 24;
    style.GrabRounding = 5;
    style.SeparatorTextBorderSize = 1;
    style.DisabledAlpha = 0.5F;
    style.HoverStationaryDelay = 0.2F;
    style.HoverDelayNormal = 0.45F;
    style.AntiAliasedLinesUseTex = true;
    style.CircleTessellationMaxError = 0.15F;
}

} // namespace

ImU32 Palette::severity(Severity level) const { return level == Severity::error ? error : level == Severity::warning ? warning : note; }

ImU32 Palette::severity_soft(Severity level) const {
    return level == Severity::error ? errorSoft : level == Severity::warning ? warningSoft : noteSoft;
}

const ChipColours &Palette::chip(char letter) const {
    switch (letter) {
    case 'R': return responsible;
    case 'A': return accountable;
    case 'S': return supports;
    case 'C': return consulted;
    case 'I': return informed;
    default: return extra;
    }
}

ImU32 Palette::text_selection() const { return (accent & 0x00FFFFFFU) | 0x50000000U; }

const Palette &light_palette() {
    static constexpr Palette palette = make_light();
    return palette;
}

const Palette &dark_palette() {
    static constexpr Palette palette = make_dark();
    return palette;
}

Palette forced_palette(const platform::ForcedColoursChanged &colours) {
    const auto mixed = [&](unsigned percent) {
        const auto channel = [&](unsigned shift) {
            const unsigned ground = colours.canvas >> shift & 0xFFU;
            const unsigned ink = colours.text >> shift & 0xFFU;
            return (ground * (100 - percent) + ink * percent) / 100 << shift;
        };
        return rgb(channel(16) | channel(8) | channel(0));
    };
    constexpr unsigned lifted = 10; // of the text's colour in what stands out from its ground
    constexpr unsigned chosen = 20;
    const ImU32 ground = rgb(colours.canvas);
    const ImU32 text = rgb(colours.text);
    Palette p;
    p.canvas = p.surface = p.raised = p.errorSoft = p.warningSoft = p.noteSoft = p.goodSoft = ground;
    p.hover = mixed(lifted);
    p.pressed = p.chosen = mixed(chosen);
    p.line = p.outline = p.edge = p.text = p.muted = p.inverse = p.error = p.warning = p.note = p.good = text;
    p.inverseText = p.inverseLink = ground;
    p.shade = (ground & 0x00FFFFFFU) | 0xB0000000U;
    p.accent = p.accentHover = rgb(colours.highlight);
    p.onAccent = rgb(colours.highlightText);
    p.accentText = rgb(colours.link);
    p.responsible = p.accountable = p.consulted = {text, ground};
    p.supports = p.informed = p.extra = p.sales = {mixed(chosen), text};
    p.marketing = {text, ground};
    p.bothSides = {ground, text};
    p.fullness = {mixed(12), mixed(22), mixed(32), mixed(42)};
    return p;
}

Design &design() { return *static_cast<Design *>(ImGui::GetIO().UserData); }

void load_fonts(Design &design) {
    ImGuiIO &io = ImGui::GetIO();
    io.UserData = &design;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    const ImFontConfig plain;
    design.regular = add_font(assets::interRegular(), "Inter", plain);
    add_system_glyphs(false);
    design.semibold = add_font(assets::interSemiBold(), "Inter semibold", plain);
    add_system_glyphs(true);
    design.icons = add_font(assets::icons(), "Icons", plain);
}

void apply_style(Design &design, const Setting &setting) {
    if (design.styled && design.setting == setting) {
        return;
    }
    design.styled = true;
    design.setting = setting;
    design.palette = setting.forced ? forced_palette(*setting.forced) : setting.dark ? dark_palette() : light_palette();
    ImGuiStyle &style = ImGui::GetStyle();
    style.FontSizeBase = type::body;
    set_measures(style);
    // Beyond what is drawn: what is 28 units large is 44 pixels to a finger, at its usual scale. More would reach into what is beside it.
    style.TouchExtraPadding = setting.touch ? ImVec2(2, 2) : ImVec2(0, 0);
    set_colours(style, design.palette);
}

float contrast(ImU32 a, ImU32 b) {
    const float la = luminance(a);
    const float lb = luminance(b);
    return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

} // namespace fullcourt::ui
