// A document as HTML.
#include <algorithm>

#include "base/overloaded.h"
#include "exports/document.h"
#include "exports/html_page.h"
#include "exports/plain_text.h"

namespace fullcourt {
namespace {

std::string element(const std::string &name, const std::string &html) {
    const std::string end = name.substr(0, name.find(' '));
    return "<" + name + ">" + html + "</" + end + ">";
}

std::string html_of(const Sentence &sentence) {
    std::string out;
    for (const Span &span : sentence) {
        const bool before = !span.text.empty() && span.text.front() == ' ';
        const bool after = span.text.size() > 1 && span.text.back() == ' ';
        const std::string text = markup_text(span.text);
        out += before ? " " : "";
        out += span.strong && !text.empty() ? element("strong", text) : text;
        out += after ? " " : "";
    }
    return out;
}

std::string bullets_html(const block::Bullets &bullets) {
    std::string out;
    for (const Sentence &item : bullets.items) {
        out += element("li", html_of(item)) + "\n";
    }
    return element(bullets.numbered ? "ol" : "ul", "\n" + out) + "\n";
}

std::string card_html(const block::Card &card) {
    std::string out = element("h3", markup_text(card.title));
    out += card.subtitle.empty() ? "" : element("p class=\"sub\"", markup_text(card.subtitle));
    std::string terms;
    for (const auto &[name, text] : card.terms) {
        terms += element("dt", markup_text(name)) + element("dd", html_of(text)) + "\n";
    }
    return element("article class=\"card\"", out + "\n" + (terms.empty() ? "" : element("dl", "\n" + terms))) + "\n";
}

std::string row_html(const block::Table::Row &row, const std::vector<std::size_t> &columns) {
    if (row.isGroup) {
        return element("tr class=\"group\"", "<th scope=\"colgroup\" colspan=\"" + std::to_string(columns.size()) + "\">" +
                                                 markup_text(row.cells.front()) + "</th>") +
               "\n";
    }
    std::string cells;
    for (const std::size_t column : columns) {
        cells += element(column == columns.front() ? "th scope=\"row\"" : "td", markup_text(row.cells[column]));
    }
    return element("tr", cells) + "\n";
}

std::string table_html(const block::Table &table) {
    const std::vector<std::size_t> columns = filled_columns(table);
    std::string heads;
    for (const std::size_t column : columns) {
        heads += element("th scope=\"col\"", markup_text(table.heads[column]));
    }
    std::string rows;
    for (const block::Table::Row &row : table.rows) {
        rows += row_html(row, columns);
    }
    // A short table stands on one page.
    constexpr std::size_t mostOnOnePage = 14;
    const std::string around = table.rows.size() <= mostOnOnePage ? "div class=\"over short\"" : "div class=\"over\"";
    return element(around, element("table", "\n" + element("thead", element("tr", heads)) + "\n" + element("tbody", "\n" + rows))) + "\n";
}

std::string block_html(const Block &any) {
    return std::visit(Overloaded{
                          [](const block::Heading &b) { return element("h3", markup_text(b.text)) + "\n"; },
                          [](const block::Paragraph &b) { return element("p", html_of(b.text)) + "\n"; },
                          [](const block::Missing &b) { return element("p class=\"missing\"", markup_text(b.text)) + "\n"; },
                          [](const block::Bullets &b) { return bullets_html(b); },
                          [](const block::Card &b) { return card_html(b); },
                          [](const block::Table &b) { return table_html(b); },
                          [](const block::Grid &b) { return grid_html(b); },
                      },
                      any);
}

std::string contents_html(const Document &document) {
    std::string items;
    for (const DocumentSection &section : document.sections) {
        items += element("li", "<a href=\"#" + section.anchor + "\">" + markup_text(section.title) + "</a>") + "\n";
    }
    return element("nav aria-labelledby=\"contents\"", "<h2 id=\"contents\">Contents</h2>\n" + element("ol", "\n" + items)) + "\n";
}

std::string section_html(const DocumentSection &section, std::size_t number) {
    std::string out = "\n";
    if (!section.title.empty()) {
        const std::string counted = number == 0 ? std::string() : "<span class=\"number\">" + std::to_string(number) + "</span>";
        out += element("h2", counted + markup_text(section.title)) + "\n";
    }
    for (const Block &block : section.blocks) {
        out += block_html(block);
    }
    const bool turned = std::any_of(section.blocks.begin(), section.blocks.end(), [](const Block &block) {
        const auto *grid = std::get_if<block::Grid>(&block);
        return grid != nullptr && is_wide(*grid);
    });
    const std::string look = section.title.empty() ? " class=\"plain\"" : turned ? " class=\"turned\"" : "";
    return element("section id=\"" + section.anchor + "\"" + look, out) + "\n";
}

} // namespace

std::string document_html(const Document &document) {
    std::string out = "<main>\n<header>\n";
    out += document.kind.empty() ? "" : element("p class=\"kind\"", markup_text(document.kind)) + "\n";
    out += element("h1", markup_text(document.title)) + "\n";
    out += document.subtitle.empty() ? "" : element("p class=\"subtitle\"", markup_text(document.subtitle)) + "\n";
    out += "</header>\n" + (document.contents ? contents_html(document) : std::string());
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        out += section_html(document.sections[i], document.contents ? i + 1 : 0);
    }
    const std::string title = document.kind.empty() ? document.title : document.title + ": " + document.kind;
    return html_page(title, out + "</main>\n");
}

} // namespace fullcourt
