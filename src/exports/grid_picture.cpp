#include "exports/grid_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/date_words.h"
#include "base/number.h"
#include "base/text.h"
#include "exports/letter_colours.h"
#include "exports/manual.h"
#include "exports/plain_text.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

// Measures of a slide. 20 of its units are about 12 points on a projected slide.
constexpr double edge = 64;
constexpr double tableTop = 216;   ///< below title and heads
constexpr double tableFoot = 816;  ///< above the legend
constexpr double smallestRow = 37; ///< so that text of 20 and its chip stand in it
constexpr double tallestRow = 56;
constexpr double narrowestColumn = 110;
constexpr double widestColumn = 170;
constexpr double leastName = 330;
constexpr auto mostLines = static_cast<std::size_t>((tableFoot - tableTop) / smallestRow);
constexpr auto mostColumns = static_cast<std::size_t>((pictureWidth - 2 * edge - leastName) / narrowestColumn);
constexpr std::string_view fonts = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

constexpr std::string_view ink = "#1c1d26";
constexpr std::string_view muted = "#565863";
constexpr std::string_view hairline = "#d9dae1";

// ---- Text without a font at hand: widths are estimates on the safe side.

double character_width(char32_t c) {
    if (c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                        (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F000)) {
        return 1.05;
    }
    if (c < 0x80) {
        const char letter = static_cast<char>(c);
        if (std::string_view("iljtfrI.,:;'|!()[] -").find(letter) != std::string_view::npos) {
            return 0.36;
        }
        if (std::string_view("mwMW@%&").find(letter) != std::string_view::npos) {
            return 0.92;
        }
        return letter >= 'A' && letter <= 'Z' ? 0.7 : 0.58;
    }
    return 0.66;
}

/// The characters of valid UTF-8, as pieces of it.
std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        pieces.push_back(text.substr(i, end - i));
        i = end;
    }
    return pieces;
}

char32_t code_of(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    char32_t code = character.size() == 1   ? lead
                    : character.size() == 2 ? lead & 0x1FU
                    : character.size() == 3 ? lead & 0x0FU
                                            : lead & 0x07U;
    for (const char c : character.substr(1)) {
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return code;
}

double width_of(std::string_view text, double size) {
    double width = 0;
    for (const std::string_view character : characters(text)) {
        width += character_width(code_of(character)) * size;
    }
    return width;
}

/// Ends in "…" where it is too long.
std::string fitted(const std::string &text, double size, double room) {
    if (width_of(text, size) <= room) {
        return text;
    }
    std::string out;
    double width = size;
    for (const std::string_view character : characters(text)) {
        width += character_width(code_of(character)) * size;
        if (width > room) {
            break;
        }
        out += character;
    }
    return std::string(trimmed(out)) + "…";
}

/// In at most so many lines; the last one ends in "…" where the rest does not fit.
std::vector<std::string> wrapped(const std::string &text, double size, double room, std::size_t most) {
    std::vector<std::string> lines;
    std::string rest = text;
    while (!rest.empty() && lines.size() < most) {
        std::size_t fits = std::min(rest.find(' '), rest.size());
        for (std::size_t at = fits; at < rest.size();) {
            at = std::min(rest.find(' ', at + 1), rest.size());
            if (width_of(rest.substr(0, at), size) > room) {
                break;
            }
            fits = at;
        }
        const bool last = lines.size() + 1 == most;
        lines.push_back(fitted(last ? rest : rest.substr(0, fits), size, room));
        rest = last ? std::string() : std::string(trimmed(rest.substr(fits)));
    }
    return lines;
}

// ---- Which part of the grid

struct Range {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// In as few parts as it takes, of about one size.
std::vector<Range> column_parts(std::size_t count) {
    const std::size_t parts = std::max<std::size_t>(1, (count + mostColumns - 1) / mostColumns);
    std::vector<Range> ranges;
    for (std::size_t i = 0; i < parts; ++i) {
        ranges.push_back({count * i / parts, count * (i + 1) / parts});
    }
    return ranges;
}

/// The same for rows; a cut is moved up to a phase's heading where one is near, and a slide that begins within a phase repeats it.
std::vector<Range> row_parts(const block::Grid &grid) {
    const std::size_t count = grid.rows.size();
    std::vector<Range> ranges;
    std::size_t from = 0;
    // After the first slide a line is kept for the heading that may be repeated.
    while (count - from > mostLines - (from == 0 ? 0 : 1)) {
        const std::size_t left = (count - from + mostLines - 2) / (mostLines - 1);
        std::size_t to = from + std::min(mostLines - 1, (count - from + left - 1) / left);
        for (std::size_t at = to; at > from + mostLines / 2; --at) {
            if (grid.rows[at].isPhase) {
                to = at;
                break;
            }
        }
        if (grid.rows[to - 1].isPhase && to - 1 > from) {
            --to; // no heading stands alone at the foot
        }
        ranges.push_back({from, to});
        from = to;
    }
    ranges.push_back({from, count});
    return ranges;
}

block::Grid without_empty_roles(const block::Grid &grid) {
    block::Grid shown = grid;
    shown.roles.clear();
    for (block::Grid::Row &row : shown.rows) {
        row.letters.clear();
    }
    for (std::size_t column = 0; column < grid.roles.size(); ++column) {
        const bool any = std::any_of(grid.rows.begin(), grid.rows.end(), [&](const block::Grid::Row &row) {
            return column < row.letters.size() && !row.letters[column].empty();
        });
        if (!any) {
            continue;
        }
        shown.roles.push_back(grid.roles[column]);
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            if (!grid.rows[row].isPhase) {
                shown.rows[row].letters.push_back(grid.rows[row].letters[column]);
            }
        }
    }
    return shown;
}

struct Slides {
    block::Grid grid;
    std::size_t leftOut = 0; ///< roles without a letter
    std::vector<Range> rows;
    std::vector<Range> columns;

    std::size_t count() const { return rows.size() * columns.size(); }
};

Slides slides_of(const Plan &plan) {
    Slides slides{manual_grid(plan), 0, {}, {}};
    if (slides.grid.roles.size() > mostColumns) {
        const std::size_t all = slides.grid.roles.size();
        slides.grid = without_empty_roles(slides.grid);
        slides.leftOut = all - slides.grid.roles.size();
    }
    slides.rows = row_parts(slides.grid);
    slides.columns = column_parts(slides.grid.roles.size());
    return slides;
}

// ---- Drawing

std::string number(double value) { return to_text(std::round(value * 100) / 100); }

struct Text {
    double x = 0;
    double y = 0; ///< the baseline
    double size = 20;
    std::string_view colour = ink;
    bool strong = false;
    bool middle = false;
};

class Picture {
  public:
    void rectangle(double x, double y, double width, double height, std::string_view fill, double radius = 0) {
        m_shapes.emplace_back(SlideRectangle{x, y, width, height, radius, fill});
    }
    void text(const std::string &words, const Text &at) {
        m_shapes.emplace_back(SlideText{at.x, at.y, at.size, at.colour, at.strong, at.middle, words});
    }
    /// In the middle of the place.
    void chip(double x, double y, double height, char letter) {
        const double width = height * 1.35;
        rectangle(x - width / 2, y - height / 2, width, height, letter_colours(letter).fill, height * 0.22);
        text(std::string(1, letter), {x, y + height * 0.25, height * 0.7, letter_colours(letter).ink, true, true});
    }
    std::vector<SlideShape> take() { return std::move(m_shapes); }

  private:
    std::vector<SlideShape> m_shapes;
};

std::string svg_of(const SlideRectangle &shape) {
    return "<rect x=\"" + number(shape.x) + "\" y=\"" + number(shape.y) + "\" width=\"" + number(shape.width) + "\" height=\"" +
           number(shape.height) + "\"" + (shape.radius == 0 ? std::string() : " rx=\"" + number(shape.radius) + "\"") + " fill=\"" +
           std::string(shape.fill) + "\"/>\n";
}

std::string svg_of(const SlideText &shape) {
    return "<text x=\"" + number(shape.x) + "\" y=\"" + number(shape.y) + "\" font-size=\"" + number(shape.size) + "\" fill=\"" +
           std::string(shape.colour) + "\"" + (shape.strong ? " font-weight=\"600\"" : "") +
           (shape.middle ? " text-anchor=\"middle\"" : "") + ">" + markup_text(shape.words) + "</text>\n";
}

struct Measures {
    double nameWidth = leastName;
    double columnWidth = narrowestColumn;
    double rowHeight = smallestRow;
    double textSize = 20;
};

Measures measures_of(std::size_t columns, std::size_t lines) {
    Measures m;
    const double room = pictureWidth - 2 * edge;
    m.columnWidth = std::min(widestColumn, (room - leastName) / static_cast<double>(std::max<std::size_t>(1, columns)));
    m.nameWidth = room - m.columnWidth * static_cast<double>(columns);
    m.rowHeight = std::clamp((tableFoot - tableTop) / static_cast<double>(std::max<std::size_t>(1, lines)), smallestRow, tallestRow);
    m.textSize = std::clamp(m.rowHeight * 0.44, 20.0, 23.0);
    return m;
}

double longest_word(const block::Grid &grid, const Range &columns, double size) {
    double longest = 0;
    for (std::size_t i = columns.from; i < columns.to; ++i) {
        std::string_view rest = grid.roles[i];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            longest = std::max(longest, width_of(rest.substr(0, end), size));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return longest;
}

void draw_heads(Picture &picture, const block::Grid &grid, const Range &columns, const Measures &m) {
    const double room = m.columnWidth - 8;
    const double size = longest_word(grid, columns, 18) > room ? 16 : 18;
    const double lineHeight = size * 1.2;
    for (std::size_t i = columns.from; i < columns.to; ++i) {
        const std::vector<std::string> lines = wrapped(printable(grid.roles[i]), size, room, 3);
        const double x = edge + m.nameWidth + (static_cast<double>(i - columns.from) + 0.5) * m.columnWidth;
        double y = tableTop - 14 - lineHeight * static_cast<double>(lines.empty() ? 0 : lines.size() - 1);
        for (const std::string &line : lines) {
            picture.text(line, {x, y, size, muted, true, true});
            y += lineHeight;
        }
    }
}

void draw_letters(Picture &picture, const Letters &letters, double x, double y, double height) {
    if (letters.text() == "A/R") {
        picture.chip(x - height * 0.74, y, height, 'A');
        picture.chip(x + height * 0.74, y, height, 'R');
    } else if (!letters.empty()) {
        picture.chip(x, y, height, letters.text().front());
    }
}

void draw_row(Picture &picture, const block::Grid::Row &row, const Range &columns, const Measures &m, double y) {
    const double baseline = y + m.rowHeight / 2 + m.textSize * 0.35;
    const std::string name = fitted(printable(row.name), m.textSize, m.nameWidth - 24);
    picture.text(name, {edge, baseline, m.textSize, row.isPhase ? muted : ink, row.isPhase, false});
    for (std::size_t i = columns.from; i < std::min(columns.to, row.letters.size()); ++i) {
        const double x = edge + m.nameWidth + (static_cast<double>(i - columns.from) + 0.5) * m.columnWidth;
        draw_letters(picture, row.letters[i], x, y + m.rowHeight / 2, std::min(30.0, m.columnWidth / 3));
    }
    picture.rectangle(edge, y + m.rowHeight - 1, pictureWidth - 2 * edge, 1, hairline);
}

/// The phase that a slide begins within; nothing where it begins with one, or with a row of none.
const block::Grid::Row *phase_at(const block::Grid &grid, std::size_t from) {
    if (from >= grid.rows.size() || grid.rows[from].isPhase) {
        return nullptr;
    }
    for (std::size_t at = from; at > 0; --at) {
        if (grid.rows[at - 1].isPhase) {
            return &grid.rows[at - 1];
        }
    }
    return nullptr;
}

void draw_legend(Picture &picture, const block::Grid &grid, const std::string &remark) {
    constexpr double y = 852;
    double x = edge;
    for (const auto &[letter, meaning] : grid.legend) {
        const std::string words = fitted(printable(meaning), 18, 260);
        const double width = 48 + width_of(words, 18) + 28;
        if (x + width > pictureWidth - edge) {
            break;
        }
        picture.chip(x + 18, y, 26, letter);
        picture.text(words, {x + 46, y + 6, 18, muted, false, false});
        x += width;
    }
    if (!remark.empty()) {
        picture.text(remark, {edge, 888, 14, muted, false, false});
    }
}

void draw_table(Picture &picture, const Slides &slides, const Range &rows, const Range &columns) {
    const block::Grid::Row *phase = rows.from == 0 ? nullptr : phase_at(slides.grid, rows.from);
    const Measures m = measures_of(columns.to - columns.from, rows.to - rows.from + (phase == nullptr ? 0 : 1));
    draw_heads(picture, slides.grid, columns, m);
    picture.rectangle(edge, tableTop - 2, pictureWidth - 2 * edge, 2, muted);
    double y = tableTop;
    if (phase != nullptr) {
        draw_row(picture, {phase->name + " (continued)", {}, true}, columns, m, y);
        y += m.rowHeight;
    }
    for (std::size_t row = rows.from; row < rows.to; ++row) {
        draw_row(picture, slides.grid.rows[row], columns, m, y);
        y += m.rowHeight;
    }
}

} // namespace

std::size_t grid_slides(const Plan &plan) { return slides_of(plan).count(); }

GridSlide grid_slide(const Plan &plan, const Date &today, std::size_t slide) {
    const Slides slides = slides_of(plan);
    slide = std::min(slide, slides.count() - 1);
    const std::string title = printable(plan.about->title).empty() ? "Untitled plan" : printable(plan.about->title);
    const std::string part = slides.count() == 1 ? "" : " · slide " + std::to_string(slide + 1) + " of " + std::to_string(slides.count());
    const std::string subtitle = "Who does what · " + date_words(today) + part;
    Picture picture;
    picture.text(fitted(title, 40, pictureWidth - 2 * edge), {edge, 84, 40, ink, true, false});
    picture.text(subtitle, {edge, 122, 21, muted, false, false});
    if (slides.grid.rows.empty() || slides.grid.roles.empty()) {
        picture.text("It has not been settled yet who does what.", {edge, tableTop + 40, 28, muted, false, false});
    } else {
        draw_table(picture, slides, slides.rows[slide / slides.columns.size()], slides.columns[slide % slides.columns.size()]);
    }
    draw_legend(picture, slides.grid,
                slides.leftOut == 0 ? std::string() : "Left out: " + counted(slides.leftOut, "role", "roles") + " without a letter.");
    return {title, subtitle, picture.take()};
}

std::string grid_svg(const Plan &plan, const Date &today, std::size_t slide) {
    const GridSlide drawn = grid_slide(plan, today, slide);
    std::string shapes;
    for (const SlideShape &shape : drawn.shapes) {
        shapes += std::visit([](const auto &one) { return svg_of(one); }, shape);
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\" viewBox=\"0 0 1600 900\" role=\"img\" "
           "aria-labelledby=\"title\" font-family=\"" +
           std::string(fonts) + "\">\n<title id=\"title\">" + markup_text("Who does what: " + drawn.title) +
           "</title>\n<rect width=\"1600\" height=\"900\" fill=\"#ffffff\"/>\n" + shapes + "</svg>\n";
}

} // namespace fullcourt
