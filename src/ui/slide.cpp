#include "ui/slide.h"

#include <cfloat>
#include <charconv>
#include <cmath>
#include <string_view>
#include <variant>

#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

/// How much taller a line of Inter is than its em, in which a picture counts; Dear ImGui counts in lines.
constexpr float lineOfEm = 1.21F;
/// Where the baseline lies in such a line, from its top.
constexpr float baselineOfLine = 0.8F;

struct SlidePaper {
    ImDrawList &list;
    ImVec2 at;
    float scale = 1;

    ImVec2 place(double x, double y) const { return {at.x + scale * static_cast<float>(x), at.y + scale * static_cast<float>(y)}; }
};

/// Of "#rrggbb".
ImU32 slide_colour(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    return IM_COL32(value >> 16U & 0xFFU, value >> 8U & 0xFFU, value & 0xFFU, 0xFFU);
}

/// What is thinner than a line of the screen is drawn as one: else some lines of a table would be stronger than others.
void draw_shape(const SlidePaper &paper, const SlideRectangle &shape) {
    ImVec2 from = paper.place(shape.x, shape.y);
    ImVec2 to = paper.place(shape.x + shape.width, shape.y + shape.height);
    if (to.y - from.y < 1) {
        from.y = std::floor(from.y);
        to.y = from.y + 1;
    }
    paper.list.AddRectFilled(from, to, slide_colour(shape.fill), paper.scale * static_cast<float>(shape.radius));
}

void draw_shape(const SlidePaper &paper, const SlideText &shape) {
    const float size = paper.scale * static_cast<float>(shape.size) * lineOfEm;
    ImFont *font = shape.strong ? design().semibold : design().regular;
    const char *const end = shape.words.data() + shape.words.size();
    ImVec2 at = paper.place(shape.x, shape.y);
    at.x -= shape.middle ? font->CalcTextSizeA(size, FLT_MAX, 0, shape.words.data(), end).x / 2 : 0;
    at.y -= size * baselineOfLine;
    paper.list.AddText(font, size, at, slide_colour(shape.colour), shape.words.data(), end);
}

} // namespace

void draw_slide(const GridSlide &slide, const ImRect &paper) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(paper.Min, paper.Max, IM_COL32_WHITE);
    const SlidePaper onto{list, paper.Min, paper.GetWidth() / static_cast<float>(pictureWidth)};
    list.PushClipRect(paper.Min, paper.Max, true);
    for (const SlideShape &shape : slide.shapes) {
        std::visit([&](const auto &one) { draw_shape(onto, one); }, shape);
    }
    list.PopClipRect();
    list.AddRect(paper.Min, paper.Max, palette().line);
}

} // namespace fullcourt::ui
