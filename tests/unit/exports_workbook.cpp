// The workbook's own XML: cells, limits, and naughty strings. tests/cli/workbook.test.mjs reads it as a spreadsheet does.
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "exports/workbook.h"
#include "exports/xlsx.h"
#include "exports_for_tests.h"
#include "naughty_plan.h"
#include "reference_template.h"
#include "zip_for_tests.h"

using namespace fullcourt;

namespace {

std::string sheet_with(const std::vector<XlsxCell> &cells) {
    XlsxWriter book("Title", test::exportDay);
    book.begin_sheet({.name = "Sheet", .columns = {{"Head", 10}}});
    book.row(cells);
    return test::unzipped(book.take()).at("xl/worksheets/sheet1.xml");
}

bool has(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("Each kind of value is a cell of its type", "[exports][workbook]") {
    const std::string xml =
        sheet_with({std::string("=1+1"), 0.1, true, XlsxDay{20'783}, XlsxTime{570}, XlsxValue(), XlsxCell(12.0, XlsxLook::whole)});
    CHECK(has(xml, "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>"));
    CHECK(has(xml, "<c r=\"B2\" s=\"2\"><v>0.1</v></c>"));
    CHECK(has(xml, "<c r=\"C2\" s=\"2\" t=\"b\"><v>1</v></c>"));
    CHECK(has(xml, "<c r=\"D2\" s=\"6\"><v>46352</v></c>")); // 2026-11-26
    CHECK(has(xml, "<c r=\"E2\" s=\"7\"><v>0.3958333333333333</v></c>"));
    CHECK_FALSE(has(xml, "\"F2\""));
    CHECK(has(xml, "<c r=\"G2\" s=\"3\"><v>12</v></c>"));
    CHECK(has(xml, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
}

TEST_CASE("A workbook of any plan is well-formed, whatever it holds", "[exports][workbook]") {
    for (const std::string &naughty : test::naughtyStrings) {
        INFO(naughty);
        const std::map<std::string, std::string> files = test::unzipped(test::exported(test::naughty_plan(naughty), ExportKind::workbook));
        CHECK(files.size() == 11);
        static const std::set<std::string> known = {
            "worksheet",     "sheetPr",     "pageSetUpPr", "sheetViews", "sheetView", "pane", "sheetFormatPr", "cols",        "col",
            "sheetData",     "row",         "c",           "v",          "is",        "t",    "autoFilter",    "pageMargins", "pageSetup",
            "ignoredErrors", "ignoredError"};
        for (const auto &[name, xml] : files) {
            CHECK(is_valid_utf8(xml));
            CHECK(xml.find_first_of(std::string_view("\0\x01\x07\x08\x0B\x0C\x0E\x1B\r", 9)) == std::string::npos);
            CHECK_FALSE(has(xml, "\xEF\xBF\xBE"));
            if (!name.starts_with("xl/worksheets/")) {
                continue;
            }
            for (std::size_t at = xml.find('<', xml.find("?>")); at != std::string::npos; at = xml.find('<', at + 1)) {
                const std::size_t from = xml[at + 1] == '/' ? at + 2 : at + 1;
                CHECK(known.contains(xml.substr(from, xml.find_first_of(" />", from) - from)));
            }
        }
    }
}

TEST_CASE("What a sheet cannot hold is left out and said", "[exports][workbook]") {
    XlsxWriter book("Title", test::exportDay);
    book.begin_sheet({.name = "Long", .columns = {{"Head", 10}}});
    for (std::size_t i = 0; i < mostXlsxRows + 1; ++i) {
        book.row({});
    }
    book.begin_sheet({.name = "Wide", .columns = std::vector<XlsxColumn>(mostXlsxColumns + 1)});
    book.row(std::vector<XlsxCell>(mostXlsxColumns + 1, XlsxCell(1.0)));
    book.begin_sheet({.name = "Last", .columns = {{"Head", 10}}});
    CHECK(book.cuts() == std::vector<std::string>{"The sheet “Long” is full: 2 rows are left out.",
                                                  "The sheet “Wide” holds the first 16384 columns alone."});
    const std::map<std::string, std::string> files = test::unzipped(book.take());
    CHECK(has(files.at("xl/worksheets/sheet1.xml"), "<row r=\"1048576\">"));
    CHECK_FALSE(has(files.at("xl/worksheets/sheet1.xml"), "<row r=\"1048577\">"));
    CHECK(has(files.at("xl/worksheets/sheet2.xml"), "\"XFD2\""));
    CHECK_FALSE(has(files.at("xl/worksheets/sheet2.xml"), "\"XFE2\""));
}
