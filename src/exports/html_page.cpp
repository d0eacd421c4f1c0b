#include "exports/html_page.h"

#include <algorithm>

#include "base/hash.h"
#include "exports/html_style.h"
#include "exports/plain_text.h"

namespace fullcourt {
namespace {

constexpr std::size_t mostUpright = 8; ///< roles beside each other on an upright page …
constexpr std::size_t mostTurned = 13; ///< … and on a turned one

unsigned nibble(char hex) { return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10); }

/// The digest as a policy names it.
std::string policy_hash(std::string_view text) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = sha256(text);
    std::string out = "sha256-";
    unsigned held = 0;
    unsigned bits = 0;
    for (const char c : hex) {
        held = held << 4U | nibble(c);
        bits += 4;
        if (bits >= 6) {
            bits -= 6;
            out += digits[held >> bits & 63U];
        }
    }
    // 256 bits leave four over.
    return out + digits[held << 2U & 63U] + "=";
}

std::string heads_html(const block::Grid &grid, std::size_t from, std::size_t to) {
    std::string out = "<thead><tr><th scope=\"col\" class=\"name\">Activity</th>";
    for (std::size_t i = from; i < to; ++i) {
        out += "<th scope=\"col\">" + markup_text(grid.roles[i]) + "</th>";
    }
    return out + "</tr></thead>\n";
}

std::string row_html(const block::Grid::Row &row, std::size_t from, std::size_t to) {
    if (row.isPhase) {
        return "<tr class=\"group\"><th scope=\"colgroup\" colspan=\"" + std::to_string(to - from + 1) + "\">" + markup_text(row.name) +
               "</th></tr>\n";
    }
    std::string out = "<tr><th scope=\"row\" class=\"name\">" + markup_text(row.name) + "</th>";
    for (std::size_t i = from; i < to; ++i) {
        out += "<td>" + (i < row.letters.size() ? letters_html(row.letters[i]) : std::string()) + "</td>";
    }
    return out + "</tr>\n";
}

std::string part_html(const block::Grid &grid, std::size_t from, std::size_t to) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who does what\"><table class=\"grid\">\n" +
                      heads_html(grid, from, to) + "<tbody>\n";
    for (const block::Grid::Row &row : grid.rows) {
        out += row_html(row, from, to);
    }
    return out + "</tbody></table></div>\n";
}

std::string legend_html(const block::Grid &grid) {
    std::string out = "<ul class=\"legend\">";
    for (const auto &[letter, meaning] : grid.legend) {
        out += "<li>" + letters_html(Letters::one(letter)) + " " + markup_text(meaning) + "</li>";
    }
    return out + "</ul>\n";
}

} // namespace

std::string html_page(std::string_view title, std::string_view body) {
    std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '";
    out += policy_hash(htmlStyle);
    out += "'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
    out += markup_text(title) + "</title>\n<style>" + std::string(htmlStyle) + "</style>\n</head>\n<body>\n";
    out.append(body);
    return out + "</body>\n</html>\n";
}

std::string letters_html(Letters letters) {
    std::string out;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (letters.has(letter)) {
            const std::string text(1, letter);
            out += "<span class=\"letter " + text + "\">" + text + "</span>";
        }
    }
    return out;
}

bool is_wide(const block::Grid &grid) { return grid.roles.size() > mostUpright; }

std::string grid_html(const block::Grid &grid) {
    // As many rows as certainly stand on a page are kept on one.
    constexpr std::size_t mostOnOnePage = 28;
    const std::size_t roles = grid.roles.size();
    const std::size_t parts = std::max<std::size_t>(1, (roles + mostTurned - 1) / mostTurned);
    std::string out = is_wide(grid)                       ? "<div class=\"wide\">\n"
                      : grid.rows.size() <= mostOnOnePage ? "<div class=\"upright\">\n"
                                                          : "<div>\n";
    out += legend_html(grid);
    for (std::size_t part = 0; part < parts; ++part) {
        out += part_html(grid, roles * part / parts, roles * (part + 1) / parts);
    }
    return out + "</div>\n";
}

std::string grid_table_html(const block::Grid &grid) { return legend_html(grid) + part_html(grid, 0, grid.roles.size()); }

} // namespace fullcourt
