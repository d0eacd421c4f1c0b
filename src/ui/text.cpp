// Text, icons and letter chips as drawn shapes.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/widgets.h"

namespace fullcourt::ui {
namespace {

ImFont *font_of(const TextStyle &style) { return style.strong ? design().semibold : design().regular; }
ImU32 colour_of(const TextStyle &style) { return style.colour == 0 ? palette().text : style.colour; }

void draw_at(ImDrawList &list, const ImVec2 &at, std::string_view text, const TextStyle &style) {
    list.AddText(font_of(style), style.size, {std::floor(at.x), std::floor(at.y)}, colour_of(style), text.data(),
                 text.data() + text.size());
}

/// How much of the text fits with "…" behind it.
std::string shortened(std::string_view text, const TextStyle &style, float width) {
    constexpr std::string_view dots = "…";
    const float room = std::max(0.0F, width - text_size(dots, style).x);
    const char *rest = text.data();
    font_of(style)->CalcTextSizeA(style.size, room, 0, text.data(), text.data() + text.size(), &rest);
    std::string cut(text.substr(0, static_cast<std::size_t>(rest - text.data())));
    while (!cut.empty() && cut.back() == ' ') {
        cut.pop_back();
    }
    return cut + std::string(dots);
}

/// How many bytes of whole words fit into the width; at least the first word.
std::size_t first_line(std::string_view text, const TextStyle &style, float width) {
    std::size_t fits = text.size();
    if (text_size(text, style).x <= width) {
        return fits;
    }
    fits = std::min(text.find(' '), text.size());
    for (std::size_t at = fits; at < text.size();) {
        at = std::min(text.find(' ', at + 1), text.size());
        if (text_size(text.substr(0, at), style).x > width) {
            break;
        }
        fits = at;
    }
    return fits;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a line that ends before `at` would part "11.5" or "5 %".
bool parts_number(const char *begin, const char *at, const char *end) {
    if (at - begin < 2 || end - at < 2) {
        return false;
    }
    const bool within = (at[-1] == '.' || at[-1] == ',') && is_digit(at[-2]) && is_digit(*at);
    return within || (is_digit(at[-1]) && *at == ' ' && at[1] == '%');
}

/// The end of a line, not after `fits`, that leaves numbers whole; `fits` itself where there is none.
const char *with_whole_numbers(const char *begin, const char *fits, const char *end) {
    const char *at = fits;
    while (parts_number(begin, at, end)) {
        do {
            --at;
        } while (at > begin && *at != ' ');
        if (at == begin) {
            return fits;
        }
    }
    return at;
}

float line_height(const TextStyle &style) { return std::round(style.size * 1.3F); }

/// Of the letter on a chip that is so high.
float chip_text_size(float height) { return std::max(height > 22 ? type::small + 1 : type::small, height / 2); }

void draw_half(ImDrawList &list, const ImRect &box, bool left, const ChipColours &colours, char letter) {
    list.AddRectFilled(box.Min, box.Max, colours.fill, rounding, left ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight);
    draw_line(list, box, std::string_view(&letter, 1),
              {.size = std::max(type::small, box.GetHeight() / 2), .colour = colours.ink, .strong = true}, Align::middle);
}

} // namespace

// Dear ImGui breaks them, but knows no room between lines, so each is drawn apart.
std::vector<std::string_view> wrapped_lines(std::string_view text, const TextStyle &style, float width) {
    std::vector<std::string_view> lines;
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at < end) {
        const char *const stop = std::find(at, end, '\n');
        const char *const fits = with_whole_numbers(at, font_of(style)->CalcWordWrapPosition(style.size, at, stop, width), stop);
        const char *const next = fits <= at ? std::min(at + 1, end) : fits;
        lines.emplace_back(at, static_cast<std::size_t>(next - at));
        at = next;
        while (at < end && (*at == ' ' || *at == '\n')) {
            const bool broken = *at == '\n';
            ++at;
            if (broken) {
                break;
            }
        }
    }
    return lines;
}

std::string fitting(std::string_view text, const TextStyle &style, float width) {
    return text_size(text, style).x > width + 0.5F ? shortened(text, style, width) : std::string(text);
}

ImVec2 text_size(std::string_view text, const TextStyle &style, float wrapWidth) {
    const ImVec2 size = font_of(style)->CalcTextSizeA(style.size, FLT_MAX, wrapWidth, text.data(), text.data() + text.size());
    return {std::ceil(size.x), size.y};
}

bool draw_line(ImDrawList &list, const ImRect &box, std::string_view text, const TextStyle &style, Align align) {
    const float width = text_size(text, style).x;
    const float y = box.Min.y + (box.GetHeight() - style.size) / 2;
    if (width > box.GetWidth() + 0.5F) {
        draw_at(list, {box.Min.x, y}, shortened(text, style, box.GetWidth()), style);
        return true;
    }
    const float spare = box.GetWidth() - width;
    const float x = align == Align::left ? 0 : align == Align::middle ? spare / 2 : spare;
    draw_at(list, {box.Min.x + x, y}, text, style);
    return false;
}

void draw_two_lines(ImDrawList &list, const ImRect &box, std::string_view text, const TextStyle &style, Align align) {
    const float height = style.size + 3;
    const std::size_t split = first_line(text, style, box.GetWidth());
    if (split >= text.size()) {
        draw_line(list, box, text, style, align);
        return;
    }
    const float middle = (box.Min.y + box.Max.y) / 2;
    draw_line(list, {{box.Min.x, middle - height}, {box.Max.x, middle}}, text.substr(0, split), style, align);
    draw_line(list, {{box.Min.x, middle}, {box.Max.x, middle + height}}, text.substr(split + 1), style, align);
}

void draw_wrapped(ImDrawList &list, const ImVec2 &at, std::string_view text, const TextStyle &style, float width) {
    float y = at.y + (line_height(style) - style.size) / 2;
    for (const std::string_view part : wrapped_lines(text, style, width)) {
        draw_at(list, {at.x, y}, part, style);
        y += line_height(style);
    }
}

float wrapped_height(std::string_view text, const TextStyle &style, float width) {
    return line_height(style) * static_cast<float>(std::max<std::size_t>(1, wrapped_lines(text, style, width).size()));
}

void line(std::string_view text, const TextStyle &style) {
    const ImVec2 size = text_size(text, style);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::min(size.x, std::max(ImGui::GetContentRegionAvail().x, 1.0F));
    draw_line(*ImGui::GetWindowDrawList(), {at, {at.x + width, at.y + style.size}}, text, style);
    ImGui::Dummy({width, style.size});
}

void paragraph(std::string_view text, const TextStyle &style, float width) {
    const float wrap = width > 0 ? width : std::max(ImGui::GetContentRegionAvail().x, 40.0F);
    draw_wrapped(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), text, style, wrap);
    ImGui::Dummy({std::min(text_size(text, style).x, wrap), wrapped_height(text, style, wrap)});
}

void draw_icon(ImDrawList &list, const ImVec2 &centre, const char *icon, float size, ImU32 colour) {
    if (icon == nullptr) {
        return;
    }
    list.AddText(design().icons, size, {std::floor(centre.x - size / 2 + 0.5F), std::floor(centre.y - size / 2 + 0.5F)}, colour, icon);
}

void icon_here(const char *icon, float size, ImU32 colour) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(*ImGui::GetWindowDrawList(), {at.x + size / 2, at.y + size / 2}, icon, size, colour);
    ImGui::Dummy({size, size});
}

float letters_width(Letters letters, float height) { return height * (letters == Letters::accountable_and_responsible() ? 1.7F : 1.16F); }

void draw_chip(ImDrawList &list, const ImVec2 &centre, Letters letters, float height) {
    if (letters.empty()) {
        return;
    }
    const bool both = letters == Letters::accountable_and_responsible();
    const float half = letters_width(letters, height) / 2;
    const ImRect box({centre.x - half, centre.y - height / 2}, {centre.x + half, centre.y + height / 2});
    if (both) {
        draw_half(list, {box.Min, {centre.x, box.Max.y}}, true, palette().accountable, 'A');
        draw_half(list, {{centre.x, box.Min.y}, box.Max}, false, palette().responsible, 'R');
        return;
    }
    const std::string text = letters.text();
    const ChipColours &colours = palette().chip(text.front());
    list.AddRectFilled(box.Min, box.Max, colours.fill, rounding);
    draw_line(list, box, text, {.size = chip_text_size(height), .colour = colours.ink, .strong = true}, Align::middle);
}

} // namespace fullcourt::ui
