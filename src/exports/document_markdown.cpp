// A document as Markdown: CommonMark with the tables that GitHub, GitLab and most wikis read.
#include <algorithm>

#include "base/overloaded.h"
#include "exports/document.h"
#include "exports/plain_text.h"

namespace fullcourt {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What would begin a heading, a list, a quotation or a rule where a line begins with it.
std::size_t escaped_beginning(std::string_view text) {
    if (!text.empty() && std::string_view("+-=").find(text.front()) != std::string_view::npos) {
        return 0;
    }
    const auto *const end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = static_cast<std::size_t>(end - text.begin());
    const bool numbers = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    return numbers ? digits : std::string_view::npos;
}

/// Text that means itself, wherever in a line it stands: no link, picture, emphasis, HTML, cell or heading comes of it.
std::string escaped(std::string_view raw) {
    const std::string text = printable(raw);
    const std::size_t beginning = escaped_beginning(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool always = std::string_view("\\`*_[]<>|~&#").find(c) != std::string_view::npos;
        // What some readers turn into links by themselves.
        const bool address = (c == ':' && text.compare(i, 3, "://") == 0) || (c == '.' && i >= 3 && text.compare(i - 3, 3, "www") == 0);
        if (always || address || c == '@' || i == beginning) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

std::string markdown_of(const Sentence &sentence) {
    std::string out;
    for (const Span &span : sentence) {
        const std::string text = escaped(span.text);
        // printable() trims; the room around a piece is the sentence's own.
        const bool before = !span.text.empty() && span.text.front() == ' ';
        const bool after = span.text.size() > 1 && span.text.back() == ' ';
        out += before ? " " : "";
        out += span.strong && !text.empty() ? "**" + text + "**" : text;
        out += after ? " " : "";
    }
    return out;
}

std::string table_line(const std::vector<std::string> &cells) {
    std::string out = "|";
    for (const std::string &cell : cells) {
        out += " " + cell + " |";
    }
    return out + "\n";
}

std::string rule_line(std::size_t columns, std::string_view rest) {
    std::string out = "| --- |";
    for (std::size_t i = 1; i < columns; ++i) {
        out += rest;
    }
    return out + "\n";
}

std::string table_text(const block::Table &table) {
    const std::vector<std::size_t> columns = filled_columns(table);
    std::vector<std::string> cells;
    for (const std::size_t column : columns) {
        cells.push_back(escaped(table.heads[column]));
    }
    std::string out = table_line(cells) + rule_line(columns.size(), " --- |");
    for (const block::Table::Row &row : table.rows) {
        cells.clear();
        if (row.isGroup) {
            cells.assign(columns.size(), "");
            cells.front() = "**" + escaped(row.cells.front()) + "**";
        } else {
            for (const std::size_t column : columns) {
                cells.push_back(escaped(row.cells[column]));
            }
        }
        out += table_line(cells);
    }
    return out;
}

std::string legend_text(const block::Grid &grid) {
    std::string out;
    for (const auto &[letter, meaning] : grid.legend) {
        out += (out.empty() ? "**" : " · **") + std::string(1, letter) + "** " + escaped(meaning);
    }
    return out + "\n\n";
}

std::string grid_text(const block::Grid &grid) {
    std::vector<std::string> cells = {"Activity"};
    for (const std::string &role : grid.roles) {
        cells.push_back(escaped(role));
    }
    std::string out = legend_text(grid) + table_line(cells) + rule_line(cells.size(), " :-: |");
    for (const block::Grid::Row &row : grid.rows) {
        cells.assign(grid.roles.size() + 1, "");
        cells.front() = row.isPhase ? "**" + escaped(row.name) + "**" : escaped(row.name);
        for (std::size_t i = 0; i < row.letters.size(); ++i) {
            cells[i + 1] = row.letters[i].text();
        }
        out += table_line(cells);
    }
    return out;
}

std::string card_text(const block::Card &card) {
    std::string out = "### " + escaped(card.title) + "\n\n";
    out += card.subtitle.empty() ? "" : "*" + escaped(card.subtitle) + "*\n\n";
    for (const auto &[name, text] : card.terms) {
        out += "- **" + escaped(name) + ":** " + markdown_of(text) + "\n";
    }
    return out;
}

std::string bullets_text(const block::Bullets &bullets) {
    std::string out;
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
        out += (bullets.numbered ? std::to_string(i + 1) + ". " : "- ") + markdown_of(bullets.items[i]) + "\n";
    }
    return out;
}

std::string block_text(const Block &any) {
    return std::visit(Overloaded{
                          [](const block::Heading &b) { return "### " + escaped(b.text) + "\n"; },
                          [](const block::Paragraph &b) { return markdown_of(b.text) + "\n"; },
                          [](const block::Missing &b) { return "*" + escaped(b.text) + "*\n"; },
                          [](const block::Bullets &b) { return bullets_text(b); },
                          [](const block::Card &b) { return card_text(b); },
                          [](const block::Table &b) { return table_text(b); },
                          [](const block::Grid &b) { return grid_text(b); },
                      },
                      any);
}

} // namespace

std::vector<std::size_t> filled_columns(const block::Table &table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.heads.size(); ++i) {
        const bool filled = std::any_of(table.rows.begin(), table.rows.end(),
                                        [i](const block::Table::Row &row) { return !row.isGroup && !printable(row.cells[i]).empty(); });
        if (filled || i == 0) {
            columns.push_back(i);
        }
    }
    return columns;
}

std::string document_markdown(const Document &document) {
    std::string out = "# " + escaped(document.title) + "\n\n";
    if (!document.kind.empty() || !document.subtitle.empty()) {
        out += escaped(document.kind + (document.kind.empty() || document.subtitle.empty() ? "" : " · ") + document.subtitle) + "\n\n";
    }
    if (document.contents) {
        for (std::size_t i = 0; i < document.sections.size(); ++i) {
            out += std::to_string(i + 1) + ". " + escaped(document.sections[i].title) + "\n";
        }
        out += "\n";
    }
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const DocumentSection &section = document.sections[i];
        if (!section.title.empty()) {
            out += "## " + (document.contents ? std::to_string(i + 1) + " " : std::string()) + escaped(section.title) + "\n\n";
        }
        for (const Block &block : section.blocks) {
            out += block_text(block) + "\n";
        }
    }
    out.pop_back();
    return out;
}

} // namespace fullcourt
