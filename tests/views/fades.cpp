// Where something that scrolls goes on beyond an edge it goes out there, so that it is seen that there is more.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "ui/fades.h"
#include "ui/theme.h"

using namespace fullcourt;
using namespace fullcourt::views;

namespace {

/// The bands that were drawn in the newest frame, right of the sidebar.
std::vector<ImRect> bands() {
    std::vector<ImRect> found;
    for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
        if (!window->WasActive || std::string_view(window->Name).find("##fades") == std::string_view::npos) {
            continue;
        }
        const ImVector<ImDrawVert> &drawn = window->DrawList->VtxBuffer;
        for (int first = 0; first + 3 < drawn.Size; first += 4) {
            const ImRect band(drawn[first].pos, drawn[first + 2].pos);
            if (band.Max.x > 172) {
                found.push_back(band);
            }
        }
    }
    return found;
}

bool goes_out_down_at(float bottom) {
    const std::vector<ImRect> all = bands();
    return std::any_of(all.begin(), all.end(), [&](const ImRect &band) {
        return std::abs(band.Max.y - bottom) < 1 && band.GetHeight() == ui::fadeDepth && band.GetWidth() > 300;
    });
}

bool goes_out_at_top() {
    const std::vector<ImRect> all = bands();
    return std::any_of(all.begin(), all.end(), [](const ImRect &band) {
        return band.GetHeight() == ui::fadeDepth && band.GetWidth() > 300 && band.Max.y < ImGui::GetIO().DisplaySize.y / 2;
    });
}

bool goes_out_at_right() {
    const std::vector<ImRect> all = bands();
    return std::any_of(all.begin(), all.end(), [](const ImRect &band) {
        return band.GetWidth() == ui::fadeDepth && band.GetHeight() > 300 && band.Min.x > ImGui::GetIO().DisplaySize.x / 2;
    });
}

void turn_wheel(Page &page, const ImVec2 &at, float across, float down) {
    page.hover(at);
    ImGui::GetIO().AddMouseWheelEvent(across, down);
    page.settle();
}

} // namespace

TEST_CASE("A page that scrolls goes out at its foot while there is more below, and under its head while there is more above") {
    for (const bool dark : {false, true}) {
        Page page({.dark = dark});
        const float bottom = ImGui::GetIO().DisplaySize.y;
        page.click("link", "KPIs");
        CHECK(goes_out_down_at(bottom));
        CHECK_FALSE(goes_out_at_top());
        CHECK_FALSE(page.frame()); // it costs no frame at rest
        turn_wheel(page, {500, 500}, 0, -200);
        CHECK_FALSE(goes_out_down_at(bottom));
        CHECK(goes_out_at_top());
        page.click("link", "Decisions"); // all of it is in sight
        CHECK(bands().empty());
    }
}

TEST_CASE("A grid goes out where columns and rows go on, but for the cell that is selected") {
    Page page;
    CHECK(bands().empty()); // all of it is in sight
    change_plan(page, {"Fill the plan", diff(page.plan(), large_plan(40, 25))});
    CHECK(goes_out_at_right());
    CHECK(goes_out_down_at(ImGui::GetIO().DisplaySize.y - ImGui::GetStyle().ScrollbarSize));
    turn_wheel(page, {500, 500}, 0, -200);
    CHECK(goes_out_at_top());
    CHECK_FALSE(goes_out_down_at(ImGui::GetIO().DisplaySize.y - ImGui::GetStyle().ScrollbarSize));
    page.click_cell("Activity number 40", "Role number 2");
    const platform::MirrorNode cell = page.cell("Activity number 40", "Role number 2");
    const std::vector<ImRect> all = bands();
    CHECK(std::none_of(all.begin(), all.end(),
                       [&](const ImRect &band) { return band.Overlaps({{cell.x, cell.y}, {cell.x + cell.width, cell.y + cell.height}}); }));
}

TEST_CASE("Ballots go out at their foot while there are rows below") {
    Page page({.width = 1024, .height = 600});
    page.click("button", "Blind ballots");
    page.settle();
    const std::vector<ImRect> all = bands();
    CHECK(std::any_of(all.begin(), all.end(), [](const ImRect &band) {
        return band.GetHeight() == ui::fadeDepth && band.GetWidth() > 300 && band.Min.y > ImGui::GetIO().DisplaySize.y / 2;
    }));
}

TEST_CASE("The cards of a board go out into their lane, not into the page that the lane lies on") {
    for (const bool dark : {false, true}) {
        Page page({.dark = dark});
        page.click("link", "Accounts");
        page.click("button", "Try 120 sample accounts");
        page.settle();
        page.click("tab", "Board");
        page.settle();
        const platform::MirrorNode lane = page.find("list", "1:few*");
        std::size_t seen = 0;
        for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
            if (!window->WasActive || std::string_view(window->Name).find("##fades") == std::string_view::npos) {
                continue;
            }
            for (const ImDrawVert &corner : window->DrawList->VtxBuffer) {
                const bool within = corner.pos.x > lane.x - 1 && corner.pos.x < lane.x + lane.width + 1 && corner.pos.y > lane.y;
                if (within && (corner.col & IM_COL32_A_MASK) != 0) {
                    CHECK((corner.col & ~IM_COL32_A_MASK) == (ui::palette().canvas & ~IM_COL32_A_MASK));
                    ++seen;
                }
            }
        }
        CHECK(seen >= 2);
    }
}

TEST_CASE("The sums below the accounts go out at the right into the ground of their own line") {
    Page page;
    page.click("link", "Accounts");
    page.click("button", "Try 120 sample accounts");
    page.settle();
    const auto strongest = [](const ImRect &band) {
        ImU32 colour = 0;
        for (const ImGuiWindow *window : ImGui::GetCurrentContext()->Windows) {
            if (!window->WasActive || std::string_view(window->Name).find("##fades") == std::string_view::npos) {
                continue;
            }
            for (const ImDrawVert &corner : window->DrawList->VtxBuffer) {
                if (band.ContainsWithPad(corner.pos, {1, 1}) && (corner.col >> IM_COL32_A_SHIFT) > (colour >> IM_COL32_A_SHIFT)) {
                    colour = corner.col;
                }
            }
        }
        return colour & ~IM_COL32_A_MASK;
    };
    std::vector<ImRect> right = bands();
    std::erase_if(right, [](const ImRect &band) { return band.GetWidth() != ui::fadeDepth; });
    std::sort(right.begin(), right.end(), [](const ImRect &a, const ImRect &b) { return a.Min.y < b.Min.y; });
    REQUIRE(right.size() >= 2);
    CHECK(strongest({{right.front().Min.x, right.front().Min.y}, {right.front().Max.x, right.front().Min.y}}) ==
          (ui::palette().surface & ~IM_COL32_A_MASK));
    CHECK(strongest({{right.back().Min.x, right.back().Max.y}, {right.back().Max.x, right.back().Max.y}}) ==
          (ui::palette().canvas & ~IM_COL32_A_MASK));
}
