// A list of naughty strings in every text of a plan, through every export: each comes out as letters, or not at all.
#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "exports/exports.h"
#include "exports/plain_text.h"
#include "exports_for_tests.h"
#include "io/grid_text.h"
#include "naughty_plan.h"

using namespace fullcourt;
using test::exported;

namespace {

/// What stands between < and > in markup, without the page's own style.
std::vector<std::string> tags_of(std::string html) {
    if (const std::size_t style = html.find("<style>"); style != std::string::npos) {
        html.erase(style, html.find("</style>") - style);
    }
    std::vector<std::string> tags;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        tags.push_back(html.substr(at + 1, html.find('>', at) - at - 1));
    }
    return tags;
}

std::string name_of(const std::string &tag) {
    const std::size_t from = tag.starts_with('/') ? 1 : 0;
    return tag.substr(from, tag.find_first_of(" /", from) - from);
}

bool has_control(const std::string &text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20U && c != '\n' && c != '\r') || byte == 0x7FU;
    });
}

bool has_override(const std::string &text) {
    return text.find("\xE2\x80\xAE") != std::string::npos || text.find("\xE2\x81\xA7") != std::string::npos;
}

} // namespace

TEST_CASE("Naughty strings stay text in HTML and SVG", "[exports]") {
    static const std::set<std::string> known = {"!doctype", "html",    "head", "meta",   "title", "style", "body",  "main", "header",
                                                "p",        "h1",      "h2",   "h3",     "nav",   "ol",    "ul",    "li",   "a",
                                                "section",  "article", "span", "strong", "table", "thead", "tbody", "tr",   "th",
                                                "td",       "div",     "dl",   "dt",     "dd",    "svg",   "rect",  "text"};
    for (const std::string &naughty : test::naughtyStrings) {
        const Plan plan = test::naughty_plan(naughty);
        for (const ExportKind kind : {ExportKind::manualHtml, ExportKind::summary, ExportKind::gridPicture}) {
            const std::string out = exported(plan, kind);
            CHECK(is_valid_utf8(out));
            CHECK_FALSE(has_control(out));
            CHECK_FALSE(has_override(out));
            for (const std::string &tag : tags_of(out)) {
                // Attributes hold words of the program alone: nothing of the plan gets into a tag.
                const bool sound = known.contains(name_of(tag)) && tag.find(" on") == std::string::npos &&
                                   tag.find("javascript") == std::string::npos && tag.find("alert") == std::string::npos;
                CHECKED_ELSE(sound) { FAIL_CHECK(tag); }
            }
        }
    }
}

TEST_CASE("Naughty strings begin no line, link or cell of Markdown", "[exports]") {
    // The headings and the tables' cells are those of a plan of harmless words.
    const auto shape = [](const std::string &markdown) {
        std::string shape;
        bool begins = true;
        for (std::size_t i = 0; i < markdown.size(); ++i) {
            const bool escaped = i > 0 && markdown[i - 1] == '\\' && !(i > 1 && markdown[i - 2] == '\\');
            const char c = markdown[i];
            shape += (begins && (c == '#' || c == '|' || c == '-' || c == '>')) || (!escaped && (c == '|' || c == '<' || c == '['))
                         ? std::string(1, c)
                         : std::string();
            begins = c == '\n';
        }
        return shape;
    };
    const std::string harmless = shape(exported(test::naughty_plan("Harmless words"), ExportKind::manualMarkdown));
    for (const std::string &naughty : test::naughtyStrings) {
        INFO(naughty);
        const std::string out = exported(test::naughty_plan(naughty), ExportKind::manualMarkdown);
        CHECK(is_valid_utf8(out));
        CHECK_FALSE(has_control(out));
        CHECK_FALSE(has_override(out));
        if (!printable(naughty).empty()) {
            CHECK(shape(out) == harmless);
        }
    }
}

TEST_CASE("Naughty strings stay in their cells of CSV and run nowhere", "[exports]") {
    for (const std::string &naughty : test::naughtyStrings) {
        INFO(naughty);
        const Plan plan = test::naughty_plan(naughty);
        for (const ExportKind kind : {ExportKind::gridCsv, ExportKind::accountsCsv, ExportKind::crmCsv, ExportKind::scoresCsv}) {
            // Ill-formed UTF-8 is mended before it comes into a plan (io/restore.h).
            const std::string out = exported(plan, kind);
            const Result<TextTable> table = read_table(out);
            REQUIRE(table);
            for (const std::vector<std::string> &row : table->rows) {
                CHECK(row.size() == table->columns());
            }
            // A cell begins at a line or a comma outside of quotes; behind it stands no formula.
            bool within = false;
            char before = '\n';
            for (const char c : out) {
                const bool begins = !within && (before == '\n' || before == ',');
                CHECK_FALSE((begins && (c == '=' || c == '+' || c == '@' || c == '\t')));
                const bool first = within && before == '"';
                CHECK_FALSE((first && c == '='));
                within = c == '"' ? !within : within;
                before = c;
            }
        }
    }
}

TEST_CASE("Naughty strings stay within their property of a calendar", "[exports]") {
    const auto properties = [](const std::string &ics) {
        std::vector<std::string> names;
        for (std::size_t from = 0; from < ics.size(); from = ics.find("\r\n", from) + 2) {
            if (ics[from] != ' ') {
                names.push_back(ics.substr(from, ics.find_first_of(":;", from) - from));
            }
        }
        return names;
    };
    const std::vector<std::string> harmless = properties(exported(test::naughty_plan("Harmless words"), ExportKind::calendar));
    for (const std::string &naughty : test::naughtyStrings) {
        INFO(naughty);
        const std::string out = exported(test::naughty_plan(naughty), ExportKind::calendar);
        CHECK(is_valid_utf8(out));
        CHECK(properties(out) == harmless);
        CHECK_FALSE(has_control(out));
        CHECK_FALSE(has_override(out));
        // No line feed or carriage return stands alone.
        CHECK(std::count(out.begin(), out.end(), '\n') == std::count(out.begin(), out.end(), '\r'));
    }
}
