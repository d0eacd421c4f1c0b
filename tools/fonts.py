#!/usr/bin/env python3
"""Makes the page's fonts: small TrueType files for Dear ImGui, which reads outlines and widths and nothing else.

    fonts.py text INTER.otf OUT.ttf             the text font, with tabular figures
    fonts.py icons LUCIDE-FOLDER NAMES OUT.ttf OUT.h   the icons that are used, and a constant for each
"""
import json
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# What people write in plans, as far as Inter has it.
TEXT_RANGES = [
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A and -B
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x0328),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x04F9),  # Cyrillic of Ukraine and Central Asia
    (0x1E80, 0x1E85),  # Welsh
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x215F),  # letter-like signs, fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # keys of the keyboard
    (0x25A0, 0x25FF),  # shapes
    (0x2600, 0x27BF),  # check marks and stars
    (0xFFFD, 0xFFFD),  # what stands for a character that cannot be read
]

# Largest error of the quadratic curves, in 1/2048 of the font size: a tenth of a pixel in letters of 34 pixels.
CURVE_ERROR = 6.0


def tabular(font):
    """Makes the figures that align in columns the default, as a browser would for font-feature-settings "tnum"."""
    layout = font["GSUB"].table
    record = next(r for r in layout.FeatureList.FeatureRecord if r.FeatureTag == "tnum")
    mapping = {}
    for index in record.Feature.LookupListIndex:
        for table in layout.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(table, "ExtSubTable", table).mapping)
    # Figures and the signs that stand beside them in numbers; brackets and spaces stay proportional.
    wanted = set("0123456789") | set("+-−=<>≤≥±×÷~≈≠")
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if chr(code) in wanted and glyph in mapping and chr(code) != "-":
                table.cmap[code] = mapping[glyph]


def keep(font, characters):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 13, 14]  # copyright and licence stay with the outlines
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def contours_of(glyph_set, name):
    """The glyph as TrueType contours: tuples of (x, y, on the curve)."""
    pen = TTGlyphPen(glyph_set)
    glyph_set[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
    glyph = pen.glyph()
    if glyph.numberOfContours <= 0:
        return glyph, []
    contours, start = [], 0
    for end in glyph.endPtsOfContours:
        contours.append(tuple((*glyph.coordinates[i], glyph.flags[i] & 1) for i in range(start, end + 1)))
        start = end + 1
    return glyph, contours


def shape(contours):
    """Contours without their place, and the place."""
    left = min(x for contour in contours for x, _, _ in contour)
    bottom = min(y for contour in contours for _, y, _ in contour)
    return tuple(tuple((x - left, y - bottom, on) for x, y, on in contour) for contour in contours), left, bottom


def to_true_type(font):
    glyph_set = font.getGlyphSet()
    order = font.getGlyphOrder()
    drawn = {name: contours_of(glyph_set, name) for name in order}
    table = font["glyf"] = newTable("glyf")
    font["loca"] = newTable("loca")
    table.glyphOrder = order
    table.glyphs = {name: glyph for name, (glyph, _) in drawn.items()}
    compose(drawn, table.glyphs, glyph_set)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions"
        " maxComponentElements maxComponentDepth"
    ).split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def compose(drawn, glyphs, glyph_set):
    """Writes glyphs that consist of others (é = e + ´) as references to them, which halves the file."""
    by_shape = {}
    for name, (_, contours) in drawn.items():
        if contours:
            form, left, bottom = shape(contours)
            by_shape.setdefault(form, (name, left, bottom))
    simple = set()  # glyphs that others refer to: they must stay outlines, so that references have depth one
    for name, (_, contours) in sorted(drawn.items(), key=lambda item: len(item[1][1])):
        if name in simple or not contours:
            continue
        parts = split(contours, by_shape, name)
        if parts is None or any(part[0] not in simple and glyphs[part[0]].isComposite() for part in parts):
            continue
        pen = TTGlyphPen(glyph_set)
        for part, x, y in parts:
            simple.add(part)
            pen.addComponent(part, (1, 0, 0, 1, x, y))
        glyphs[name] = pen.glyph()


def split(contours, by_shape, name):
    """The glyph as other glyphs with their offsets, or None."""
    form, left, bottom = shape(contours)
    other = by_shape.get(form)
    if other and other[0] != name:
        return [(other[0], left - other[1], bottom - other[2])]
    for at in range(len(contours) - 1, 0, -1):
        parts = []
        for piece in (contours[:at], contours[at:]):
            form, left, bottom = shape(piece)
            other = by_shape.get(form)
            if other is None or other[0] == name:
                break
            parts.append((other[0], left - other[1], bottom - other[2]))
        if len(parts) == 2:
            return parts
    return None


def text_font(source, target):
    font = TTFont(source)
    tabular(font)
    keep(font, [code for first, last in TEXT_RANGES for code in range(first, last + 1)])
    to_true_type(font)
    font.save(target)


def constant(name):
    first, *rest = name.split("-")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def icon_font(folder, names_file, target, header):
    codes = {}
    known = json.loads((folder / "info.json").read_text(encoding="utf-8"))
    for line in names_file.read_text(encoding="utf-8").splitlines():
        name = line.split("#")[0].strip()
        if not name:
            continue
        if name not in known:
            sys.exit(f"{names_file}: Lucide has no icon named {name}")
        codes[name] = int(known[name]["encodedCode"].lstrip("\\"), 16)
    font = TTFont(folder / "lucide.ttf")
    keep(font, codes.values())
    font.save(target)
    lines = [
        "// Generated by tools/fonts.py from assets/icons.txt: each icon as UTF-8 text in the icon font.",
        "#pragma once",
        "",
        "namespace fullcourt::icon {",
        "",
    ]
    for name, code in sorted(codes.items()):
        escaped = "".join(f"\\x{byte:02x}" for byte in chr(code).encode())
        lines.append(f'inline constexpr const char *{constant(name)} = "{escaped}";')
    lines += ["", "} // namespace fullcourt::icon", ""]
    header.parent.mkdir(parents=True, exist_ok=True)
    header.write_text("\n".join(lines), encoding="utf-8")


def main(kind, *paths):
    paths = [pathlib.Path(path) for path in paths]
    for path in paths:
        if path.suffix == ".ttf":
            path.parent.mkdir(parents=True, exist_ok=True)
    {"text": text_font, "icons": icon_font}[kind](*paths)


main(*sys.argv[1:])
