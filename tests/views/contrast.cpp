// Both palettes keep WCAG AA, and letters differ in lightness as well as in hue.
#include <array>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "ui/theme.h"

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
