#!/usr/bin/env python3
"""Puts the licences of what is inside the page into one text, as the files say them that came with each part.

    tools/licences.py OUTPUT "NAME=FILE" …

A name may come several times: what is called one part may have several owners. Of a C header the first comment counts. Of the
copyright file of a Debian package counts what is about files that can be in a page, with the texts that it refers to.
"""
import pathlib
import re
import sys


# Tests, documents, packaging and what else lies in a package is in no page.
IN_A_PAGE = re.compile(r"\*|include/.*|src/.*|system/lib/.*")
KEPT_BY_DEBIAN = re.compile(r"/usr/share/common-licenses/([\w.+-]*\w)")


def of_package(text: str) -> str:
    """https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/: paragraphs about files, each naming licences, whose texts
    are paragraphs of their own where they do not stand there."""
    kept, licences, named = [], [], set()
    for paragraph in re.split(r"\n(?:[ \t]*\n)+", text):
        fields = {name: value for name, value in re.findall(r"^(\w[\w-]*):(.*(?:\n[ \t#].*)*)", paragraph, re.MULTILINE)}
        names = fields.get("License", "").split("\n")[0].strip()
        if "Files" in fields:
            if any(IN_A_PAGE.fullmatch(file) for file in fields["Files"].split()):
                kept.append(paragraph)
                named.update([names, *re.split(r" (?:or|and|with) ", names.strip("()"))])
        elif names:
            licences.append((names, paragraph))
    kept += [paragraph for names, paragraph in licences if names in named]
    referred = sorted({match for paragraph in kept for match in KEPT_BY_DEBIAN.findall(paragraph)})
    kept += [f"{name}:\n\n{pathlib.Path('/usr/share/common-licenses', name).read_text(encoding='utf-8').strip()}" for name in referred]
    # A line with a point alone is an empty one.
    return re.sub(r"^ \.$", "", "\n\n".join(kept), flags=re.MULTILINE)


def licence_of(path: pathlib.Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".h":
        comment = re.search(r"/\*(.*?)\*/", text, re.DOTALL)
        if not comment:
            raise ValueError(f"{path} begins with no comment")
        text = re.sub(r"^[ \t]*\*? ?", "", comment[1], flags=re.MULTILINE)
    if text.startswith("Format: https://www.debian.org/doc/packaging-manuals/copyright-format"):
        text = of_package(text)
    text = "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
    # Shorter is no licence's whole text, but a name or a reference.
    if len(text) < 400:
        raise ValueError(f"{path} holds no whole licence")
    return text


def together(parts: list[tuple[str, pathlib.Path]]) -> str:
    texts: dict[str, list[str]] = {}
    for name, path in parts:
        texts.setdefault(name, []).append(licence_of(path))
    rule = "=" * 80
    sections = [f"{rule}\n{name}\n{rule}\n\n" + f"\n\n{'-' * 80}\n\n".join(found) for name, found in texts.items()]
    opening = "Inside Fullcourt is the work of others. These are their licences, as they came with it:\n" + ", ".join(texts) + "."
    # A host may not say in which encoding it serves a text; the mark says so to any browser.
    return "\ufeff" + "\n\n\n".join([opening, *sections]) + "\n"


if __name__ == "__main__":
    output, *words = sys.argv[1:]
    try:
        text = together([(name, pathlib.Path(file)) for name, file in (word.split("=", 1) for word in words)])
    except (OSError, ValueError) as error:
        sys.exit(f"licences: {error}")
    pathlib.Path(output).write_text(text, encoding="utf-8")
