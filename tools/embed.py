#!/usr/bin/env python3
"""Writes a C++ source that holds files as bytes. Called by cmake/Embed.cmake."""
import argparse
import pathlib

parser = argparse.ArgumentParser()
parser.add_argument("--form", choices=["files", "bytes"], required=True)
parser.add_argument("--header", required=True)
parser.add_argument("--function", required=True)
parser.add_argument("output", type=pathlib.Path)
parser.add_argument("files", nargs="*", type=pathlib.Path)
arguments = parser.parse_args()

# The names differ from file to file, since several are compiled at a time.
text = [f'#include "{arguments.header}"', "", "namespace fullcourt::assets {", "namespace {"]
views = []
for number, path in enumerate(arguments.files):
    data = path.read_bytes()
    text.append(f"constexpr unsigned char {arguments.function}Bytes{number}[] = {{")
    text += [",".join(map(str, data[at : at + 40])) + "," for at in range(0, len(data), 40)] or ["0,"]
    text.append("};")
    views.append(f"std::string_view(reinterpret_cast<const char *>({arguments.function}Bytes{number}), {len(data)})")

if arguments.form == "bytes":
    if len(views) != 1:
        parser.error("--form bytes takes exactly one file")
    text += ["}", "", f"std::string_view {arguments.function}() {{ return {views[0]}; }}", ""]
else:
    text += ["}", "", f"std::span<const File> {arguments.function}() {{"]
    if views:
        text.append(f"    static const File files[] = {{")
        text += [f'        {{"{path.name}", {view}}},' for path, view in zip(arguments.files, views)]
        text += ["    };", "    return files;"]
    else:
        text.append("    return {};")
    text += ["}", ""]
text += ["} // namespace fullcourt::assets", ""]

arguments.output.parent.mkdir(parents=True, exist_ok=True)
arguments.output.write_text("\n".join(text), encoding="utf-8")
