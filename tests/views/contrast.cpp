// Both palettes keep WCAG AA, and letters differ in lightness as well as in hue; lines between things are alike.
#include <array>
#include <cmath>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/theme.h"
#include "ui/widgets.h"

using namespace fullcourt::ui;

namespace {

void check_text(const char *what, ImU32 ink, ImU32 ground) {
    INFO(what);
    CHECK(contrast(ink, ground) >= 4.5F);
}

void check_palette(const Palette &p) {
    for (const ImU32 ground : {p.canvas, p.surface, p.raised, p.hover, p.pressed, p.chosen}) {
        check_text("text", p.text, ground);
        check_text("muted", p.muted, ground);
    }
    for (const ImU32 ground : {p.surface, p.hover, p.raised}) {
        check_text("error", p.error, ground);
        check_text("warning", p.warning, ground);
        check_text("note", p.note, ground);
        check_text("good", p.good, ground);
        check_text("accent text", p.accentText, ground);
        INFO("edge of a control");
        CHECK(contrast(p.edge, ground) >= 3);
    }
    check_text("on error", p.text, p.errorSoft);
    check_text("on warning", p.text, p.warningSoft);
    check_text("on note", p.text, p.noteSoft);
    check_text("error on its ground", p.error, p.errorSoft);
    check_text("added", p.good, p.goodSoft);
    check_text("changed", p.warning, p.warningSoft);
    check_text("on added", p.text, p.goodSoft);
    check_text("warning on its ground", p.warning, p.warningSoft);
    check_text("primary button", p.onAccent, p.accent);
    check_text("primary button under the mouse", p.onAccent, p.accentHover);
    check_text("notice", p.inverseText, p.inverse);
    check_text("button of a notice", p.inverseLink, p.inverse);
    CHECK(contrast(p.accent, p.surface) >= 3);
    for (const char letter : std::string("RASCIV")) {
        INFO(letter);
        CHECK(contrast(p.chip(letter).ink, p.chip(letter).fill) >= 4.5F);
    }
    for (const ChipColours &side : {p.marketing, p.sales, p.bothSides}) {
        check_text("side", side.ink, side.fill);
    }
    ImU32 before = p.surface;
    for (const ImU32 step : p.fullness) {
        INFO("a step of fullness");
        CHECK(contrast(step, before) >= 1.2F);
        check_text("on a step of fullness", p.text, step);
        before = step;
    }
}

} // namespace

TEST_CASE("The light palette is legible") { check_palette(light_palette()); }

TEST_CASE("Where the system has the last word on colours, its own are legible, dark and light") {
    check_palette(forced_palette({true, 0x000000, 0xFFFFFF, 0xFFFF00, 0x1AEBFF, 0x000000}));
    check_palette(forced_palette({true, 0xFFFFFF, 0x000000, 0x00009F, 0x37006E, 0xFFFFFF}));
}

TEST_CASE("The dark palette is legible") { check_palette(dark_palette()); }

TEST_CASE("R and A, which matter most, differ in lightness for those who see no colour") {
    for (const Palette *p : {&light_palette(), &dark_palette()}) {
        CHECK(contrast(p->responsible.fill, p->accountable.fill) >= 2);
        CHECK(contrast(p->consulted.fill, p->supports.fill) >= 2);
        CHECK(contrast(p->accountable.fill, p->informed.fill) >= 1.5F);
    }
}

TEST_CASE("The sides have colours of their own, apart in lightness and from those of the tiers beside them") {
    for (const Palette &p : {light_palette(), dark_palette()}) {
        for (const ChipColours &side : {p.marketing, p.sales, p.bothSides}) {
            CHECK(contrast(side.fill, p.surface) >= 2.9F);
            for (const ChipColours &tier : {p.accountable, p.responsible, p.supports}) {
                CHECK(side.fill != tier.fill);
            }
        }
        CHECK(contrast(p.marketing.fill, p.sales.fill) >= 2.5F);
    }
}

TEST_CASE("A disabled button that was primary can be read") {
    for (const Palette &p : {light_palette(), dark_palette()}) {
        check_text("disabled", p.muted, p.pressed);
    }
}

TEST_CASE("Hairlines lie on whole pixels and are all as thick, at every scale") {
    const fullcourt::views::Page page;
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F}) {
        INFO(scale);
        ImGui::GetIO().DisplayFramebufferScale = {scale, scale};
        ImDrawList list(ImGui::GetDrawListSharedData());
        for (int row = 0; row < 40; ++row) {
            list._ResetForNewFrame();
            list.PushClipRectFullScreen();
            const auto y = static_cast<float>(row * 45);
            hairline_across(list, 0, 100, y);
            const float from = list.VtxBuffer.front().pos.y * scale;
            const float to = list.VtxBuffer.back().pos.y * scale;
            CHECK(std::abs(from - std::round(from)) < 0.01F);
            CHECK(std::abs(to - from - std::max(1.0F, std::round(scale))) < 0.01F);
            CHECK(std::abs(from - y * scale) < 1);
        }
    }
}
