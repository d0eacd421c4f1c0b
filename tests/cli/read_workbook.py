"""A workbook from standard input, read by openpyxl and written as JSON: what each sheet holds, with the type of every cell."""
import datetime
import io
import json
import sys
import zipfile

import openpyxl


def value_of(cell):
    value = cell.value
    if isinstance(value, datetime.datetime):
        return ["day", value.date().isoformat()]
    if isinstance(value, datetime.time):
        return ["time", value.strftime("%H:%M")]
    if isinstance(value, bool):
        return ["yes/no", value]
    if isinstance(value, (int, float)):
        return ["number", value]
    return ["text", value]


def cell_of(cell):
    if cell.value is None:
        return None
    # "f" would be a formula.
    assert cell.data_type in ("s", "n", "b", "d", "inlineStr"), cell.data_type
    assert cell.hyperlink is None
    return value_of(cell)


def sheet_of(sheet):
    return {
        "frozen": sheet.freeze_panes,
        "filtered": sheet.auto_filter.ref,
        "widths": [sheet.column_dimensions[letter].width for letter in sorted(sheet.column_dimensions)],
        "rows": [[cell_of(cell) for cell in row] for row in sheet.iter_rows()],
        "looks": sorted({cell.fill.fgColor.rgb for row in sheet.iter_rows() for cell in row if cell.fill.patternType == "solid"}),
        "stay": [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.quotePrefix],
    }


data = sys.stdin.buffer.read()
archive = zipfile.ZipFile(io.BytesIO(data))
assert archive.testzip() is None
book = openpyxl.load_workbook(io.BytesIO(data))
json.dump(
    {
        "files": archive.namelist(),
        "title": book.properties.title,
        "created": book.properties.created.isoformat(),
        "sheets": {sheet.title: sheet_of(sheet) for sheet in book},
    },
    sys.stdout,
)
