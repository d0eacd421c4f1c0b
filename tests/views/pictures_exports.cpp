// Pictures of what a plan can be saved as for others: FULLCOURT_PICTURES=/tmp/pictures fullcourt_views "Pictures of exports"
#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

void take_exports(const PageOptions &options, const std::string &suffix) {
    Page page(options);
    page.dispatch(action::TrySampleAccounts{});
    page.settle();
    page.dispatch(action::ShowExport{});
    page.settle();
    page.picture("export-manual" + suffix);
    for (const char *offer : {"Role card", "On one page", "Grid for a slide", "Meetings for a calendar", "Workbook", "Scores as CSV"}) {
        page.click("option", offer);
        page.picture("export-" + std::string(offer) + suffix);
    }
}

} // namespace

TEST_CASE("Pictures of exports", "[picture]") {
    for (const PictureVariant &variant : picture_variants()) {
        DYNAMIC_SECTION("picture" << variant.suffix) { take_exports(variant.options, variant.suffix); }
    }
}
