#include "exports/xlsx.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/overloaded.h"
#include "base/text.h"
#include "exports/letter_colours.h"

namespace fullcourt {
namespace {

/// A file within the archive must stay below 4 GiB, and no spreadsheet opens a sheet as large as this.
constexpr std::size_t mostSheetBytes = 2'000'000'000;
constexpr std::size_t packAt = 65'536;

constexpr std::string_view xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// ---- Text

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// "_x0041_" is one letter to a spreadsheet, so that the line in front of it must be written as such.
bool reads_as_escape(std::string_view text) {
    constexpr std::size_t length = 7;
    return text.size() >= length && text[0] == '_' && text[1] == 'x' && text[6] == '_' && is_hex(text[2]) && is_hex(text[3]) &&
           is_hex(text[4]) && is_hex(text[5]);
}

std::size_t character_bytes(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

/// Well-formed, with line feeds as its only line ends, and without what XML may not hold.
std::string cell_text(std::string_view text) {
    const std::string valid = with_valid_utf8(text);
    std::string out;
    out.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size();) {
        const std::string_view character = std::string_view(valid).substr(i, character_bytes(valid[i]));
        i += character.size();
        if (character == "\r") {
            out += i < valid.size() && valid[i] == '\n' ? "" : "\n";
        } else if (character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF" ||
                   (static_cast<unsigned char>(character[0]) < 0x20U && character != "\n" && character != "\t")) {
            out += replacement;
        } else {
            out += character;
        }
    }
    return out;
}

/// How many bytes of the text a cell can hold; all of them where it is not too long.
std::size_t bytes_that_fit(std::string_view text) {
    std::size_t units = 0;
    std::size_t bytes = 0;
    std::size_t shortened = 0; // leaves room for the "…"
    while (bytes < text.size()) {
        const std::size_t length = character_bytes(text[bytes]);
        units += length == 4 ? 2 : 1;
        if (units > mostXlsxCharacters) {
            return shortened;
        }
        bytes += length;
        shortened = units < mostXlsxCharacters ? bytes : shortened;
    }
    return bytes;
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '_': out += reads_as_escape(text.substr(i)) ? "_x005F_" : "_"; break;
        default: out += text[i];
        }
    }
    return out;
}

bool looks_like_formula(std::string_view text) {
    const std::string_view rest = trimmed(text);
    return !rest.empty() && std::string_view("=+-@").find(rest.front()) != std::string_view::npos;
}

// ---- Places

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

std::string place_of(std::size_t column, std::size_t row) { return column_letters(column) + std::to_string(row + 1); }

// ---- Looks

/// One entry of the style sheet's list of cell forms. Those of letters come last, in the order of XlsxLook.
struct CellForm {
    int number; ///< of number formats: 0 general, 1 whole, 9 percent, 20 time, 49 text; from 164 on our own
    int font;   ///< 0 plain, 1 strong, 2 large, from 3 on those of letters
    int fill;   ///< 0 none, 2 head, from 3 on those of letters
    bool wraps;
    bool centred;
    bool quoted; ///< stays text when somebody goes over it
};
constexpr int tenthsFormat = 164;
constexpr int dayFormat = 165;
enum : std::size_t {
    textForm,
    quotedForm,
    numberForm,
    wholeForm,
    tenthsForm,
    percentForm,
    dayForm,
    timeForm,
    headForm,
    strongForm,
    titleForm,
    letterForms
};
constexpr std::array<CellForm, letterForms> cellForms = {{
    {49, 0, 0, true, false, false},
    {49, 0, 0, true, false, true},
    {0, 0, 0, false, false, false},
    {1, 0, 0, false, false, false},
    {tenthsFormat, 0, 0, false, false, false},
    {9, 0, 0, false, false, false},
    {dayFormat, 0, 0, false, false, false},
    {20, 0, 0, false, false, false},
    {49, 1, 2, true, false, false},
    {49, 1, 0, true, false, false},
    {49, 2, 0, false, false, false},
}};
constexpr std::string_view letterLooks = "RASCI?"; ///< from XlsxLook::responsible on

std::size_t letter_form(XlsxLook look) {
    return letterForms + static_cast<std::size_t>(look) - static_cast<std::size_t>(XlsxLook::responsible);
}

std::size_t text_form(std::string_view text, XlsxLook look) {
    if (look >= XlsxLook::responsible) {
        return letter_form(look);
    }
    switch (look) {
    case XlsxLook::head: return headForm;
    case XlsxLook::strong: return strongForm;
    case XlsxLook::title: return titleForm;
    default: return looks_like_formula(text) ? quotedForm : textForm;
    }
}

std::size_t number_form(XlsxLook look) {
    return look == XlsxLook::whole     ? wholeForm
           : look == XlsxLook::tenths  ? tenthsForm
           : look == XlsxLook::percent ? percentForm
                                       : numberForm;
}

/// "#0b5fa5" → "FF0B5FA5"
std::string argb(std::string_view colour) {
    std::string out = "FF";
    for (const char c : colour.substr(1)) {
        out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string font(int size, bool strong, const std::string &colour) {
    return std::string("<font>") + (strong ? "<b/>" : "") + "<sz val=\"" + std::to_string(size) + "\"/><color rgb=\"" + colour +
           "\"/><name val=\"Calibri\"/><family val=\"2\"/></font>";
}

std::string fill(const std::string &colour) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
}

std::string form_xml(const CellForm &form) {
    return "<xf numFmtId=\"" + std::to_string(form.number) + "\" fontId=\"" + std::to_string(form.font) + "\" fillId=\"" +
           std::to_string(form.fill) +
           "\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"" +
           (form.quoted ? " quotePrefix=\"1\"" : "") + "><alignment vertical=\"top\"" + (form.wraps ? " wrapText=\"1\"" : "") +
           (form.centred ? " horizontal=\"center\"" : "") + "/></xf>";
}

std::string list_xml(std::string_view name, std::size_t count, const std::string &items) {
    return "<" + std::string(name) + " count=\"" + std::to_string(count) + "\">" + items + "</" + std::string(name) + ">";
}

std::string styles_xml() {
    std::string fonts = font(11, false, "FF000000") + font(11, true, "FF000000") + font(16, true, "FF000000");
    std::string fills =
        "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>" + fill("FFE7E7EC");
    std::string forms;
    for (const CellForm &form : cellForms) {
        forms += form_xml(form);
    }
    int at = 3;
    for (const char letter : letterLooks) {
        const LetterColours colours = letter_colours(letter);
        fonts += font(11, true, argb(colours.ink));
        fills += fill(argb(colours.fill));
        forms += form_xml({49, at, at, false, true, false});
        ++at;
    }
    const auto lists = static_cast<std::size_t>(at);
    return std::string(xmlHead) + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
           list_xml("numFmts", 2, "<numFmt numFmtId=\"164\" formatCode=\"0.0\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/>") +
           list_xml("fonts", lists, fonts) + list_xml("fills", lists, fills) +
           "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>" +
           list_xml("cellXfs", cellForms.size() + letterLooks.size(), forms) +
           "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
}

// ---- A sheet

std::string panes_xml(const XlsxSheet &sheet) {
    const std::size_t rows = sheet.hasHead ? 1 : 0;
    if (rows + sheet.frozenColumns == 0) {
        return {};
    }
    const std::string_view pane = sheet.frozenColumns == 0 ? "bottomLeft" : rows == 0 ? "topRight" : "bottomRight";
    return std::string("<pane") + (sheet.frozenColumns == 0 ? "" : " xSplit=\"" + std::to_string(sheet.frozenColumns) + "\"") +
           (rows == 0 ? "" : " ySplit=\"1\"") + " topLeftCell=\"" + place_of(sheet.frozenColumns, rows) + "\" activePane=\"" +
           std::string(pane) + "\" state=\"frozen\"/>";
}

std::string sheet_head(const XlsxSheet &sheet, bool first) {
    std::string xml =
        std::string(xmlHead) +
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/>"
        "</sheetPr><sheetViews><sheetView" +
        (first ? " tabSelected=\"1\"" : "") + " workbookViewId=\"0\">" + panes_xml(sheet) +
        "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml.append("<col min=\"").append(number).append("\" max=\"").append(number);
        xml.append("\" width=\"").append(to_text(sheet.columns[i].width)).append("\" customWidth=\"1\"/>");
    }
    return xml + "</cols><sheetData>";
}

std::string sheet_foot(const XlsxSheet &sheet, std::size_t rows) {
    const std::string all = "A1:" + place_of(sheet.columns.size() - 1, std::max<std::size_t>(rows, 1) - 1);
    // Keys of digits stay text on purpose: no mark on each of them that they are numbers.
    return "</sheetData>" + (sheet.hasHead ? "<autoFilter ref=\"" + all + "\"/>" : std::string()) +
           "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
           "<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/><ignoredErrors><ignoredError sqref=\"" +
           all + "\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>";
}

std::string day_serial(std::int32_t day) {
    constexpr std::int64_t daysBefore1970 = 25'569; // 1899-12-30
    constexpr std::int64_t afterTheLeapDay = 61;    // Excel takes 1900 for a leap year: days before March 1900 are one off
    constexpr std::int64_t last = 2'958'465;        // 9999-12-31
    const std::int64_t serial = daysBefore1970 + day;
    return serial < afterTheLeapDay || serial > last ? std::string() : std::to_string(serial);
}

std::string value_cell(const std::string &place, std::size_t form, std::string_view type, const std::string &value) {
    return "<c r=\"" + place + "\" s=\"" + std::to_string(form) + "\"" + std::string(type) + "><v>" + value + "</v></c>";
}

} // namespace

XlsxWriter::XlsxWriter(std::string_view title, const Date &made) : m_title(title), m_made(made) {}

void XlsxWriter::begin_sheet(XlsxSheet sheet) {
    end_sheet();
    m_sheet = std::move(sheet);
    if (m_sheet.columns.size() > mostXlsxColumns) {
        m_sheet.columns.resize(mostXlsxColumns);
        m_lostColumns = true;
    }
    m_names.emplace_back(m_sheet.name);
    m_zip.begin("xl/worksheets/sheet" + std::to_string(m_names.size()) + ".xml");
    m_xml = sheet_head(m_sheet, m_names.size() == 1);
    m_rows = 0;
    m_sheetBytes = 0;
    if (m_sheet.hasHead) {
        m_xml += "<row r=\"1\">";
        for (std::size_t i = 0; i < m_sheet.columns.size(); ++i) {
            // A head that is empty would be taken for the end of the table.
            const std::string &head = m_sheet.columns[i].head;
            add_text(place_of(i, 0), trimmed(head).empty() ? std::string_view("(no name)") : std::string_view(head), XlsxLook::head);
        }
        m_xml += "</row>";
        m_rows = 1;
    }
}

void XlsxWriter::row(const std::vector<XlsxCell> &cells) {
    if (m_rows == mostXlsxRows || m_sheetBytes > mostSheetBytes) {
        ++m_lostRows;
        return;
    }
    m_xml += "<row r=\"" + std::to_string(m_rows + 1) + "\">";
    for (std::size_t i = 0; i < std::min(cells.size(), mostXlsxColumns); ++i) {
        add_cell(i, cells[i]);
    }
    m_xml += "</row>";
    ++m_rows;
    if (m_xml.size() >= packAt) {
        flush();
    }
}

void XlsxWriter::add_cell(std::size_t column, const XlsxCell &cell) {
    const std::string place = place_of(column, m_rows);
    std::visit(Overloaded{[](std::monostate) {}, [&](const std::string &text) { add_text(place, text, cell.look); },
                          [&](double number) { m_xml += value_cell(place, number_form(cell.look), "", to_text(number)); },
                          [&](bool yes) { m_xml += value_cell(place, numberForm, " t=\"b\"", yes ? "1" : "0"); },
                          [&](XlsxDay day) {
                              const std::string serial = day_serial(day.day);
                              if (serial.empty()) {
                                  add_text(place, to_text(date_after({1970, 1, 1}, day.day)), cell.look);
                              } else {
                                  m_xml += value_cell(place, dayForm, "", serial);
                              }
                          },
                          [&](XlsxTime time) {
                              constexpr double minutesADay = 24 * 60;
                              m_xml += value_cell(place, timeForm, "", to_text(time.minutes / minutesADay));
                          }},
               cell.value);
}

void XlsxWriter::add_text(const std::string &place, std::string_view text, XlsxLook look) {
    std::string shown = cell_text(text);
    if (shown.empty()) {
        return;
    }
    if (const std::size_t bytes = bytes_that_fit(shown); bytes < shown.size()) {
        shown.resize(bytes);
        shown += "…";
        ++m_cutTexts;
    }
    m_xml += "<c r=\"" + place + "\" s=\"" + std::to_string(text_form(shown, look)) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
             xml_text(shown) + "</t></is></c>";
}

void XlsxWriter::flush() {
    m_sheetBytes += m_xml.size();
    m_zip.add(m_xml);
    m_xml.clear();
}

void XlsxWriter::end_sheet() {
    if (m_names.empty()) {
        return;
    }
    m_xml += sheet_foot(m_sheet, m_rows);
    flush();
    if (m_lostRows > 0) {
        m_cuts.push_back("The sheet “" + m_names.back() + "” is full: " + counted(m_lostRows, "row is", "rows are") + " left out.");
    }
    if (m_lostColumns) {
        m_cuts.push_back("The sheet “" + m_names.back() + "” holds the first " + std::to_string(mostXlsxColumns) + " columns alone.");
    }
    m_lostRows = 0;
    m_lostColumns = false;
}

std::vector<std::string> XlsxWriter::cuts() const {
    std::vector<std::string> cuts = m_cuts;
    if (m_cutTexts > 0) {
        cuts.push_back(counted(m_cutTexts, "text is", "texts are") +
                       " longer than the 32,767 characters that a cell holds: the rest is left out, and “…” stands in its place.");
    }
    return cuts;
}

void XlsxWriter::add_parts() {
    constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const auto relation = [&](std::size_t number, std::string_view type, const std::string &target) {
        return "<Relationship Id=\"rId" + std::to_string(number) + "\" Type=\"" + std::string(type) + "\" Target=\"" + target + "\"/>";
    };
    const auto relation_list = [&](const std::string &items) {
        return std::string(xmlHead) + "<Relationships xmlns=\"" + std::string(packages) + "\">" + items + "</Relationships>";
    };
    std::string types =
        std::string(xmlHead) +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    std::string sheets;
    std::string parts = relation(m_names.size() + 1, std::string(relations) + "/styles", "styles.xml");
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        types += "<Override PartName=\"/xl/worksheets/sheet" + number +
                 ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        sheets.append("<sheet name=\"").append(xml_text(m_names[i])).append("\" sheetId=\"").append(number);
        sheets.append("\" r:id=\"rId").append(number).append("\"/>");
        parts += relation(i + 1, std::string(relations) + "/worksheet", "worksheets/sheet" + number + ".xml");
    }
    m_zip.begin("[Content_Types].xml");
    m_zip.add(types + "</Types>");
    m_zip.begin("_rels/.rels");
    m_zip.add(relation_list(relation(1, std::string(relations) + "/officeDocument", "xl/workbook.xml") +
                            relation(2, std::string(packages) + "/metadata/core-properties", "docProps/core.xml")));
    m_zip.begin("docProps/core.xml");
    m_zip.add(std::string(xmlHead) +
              "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
              "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
              xml_text(on_one_line(cell_text(m_title))) +
              "</dc:title><dc:creator>Fullcourt</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + to_text(m_made) +
              "T00:00:00Z</dcterms:created></cp:coreProperties>");
    m_zip.begin("xl/workbook.xml");
    m_zip.add(std::string(xmlHead) + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" +
              std::string(relations) + "\"><bookViews><workbookView/></bookViews><sheets>" + sheets + "</sheets></workbook>");
    m_zip.begin("xl/_rels/workbook.xml.rels");
    m_zip.add(relation_list(parts));
    m_zip.begin("xl/styles.xml");
    m_zip.add(styles_xml());
}

std::string XlsxWriter::take() {
    end_sheet();
    add_parts();
    return m_zip.take();
}

} // namespace fullcourt
