#!/usr/bin/env python3
"""Splits the page's program into what a first picture takes and what is fetched later, when the page has been drawn.

    tools/split_page.py PROGRAM.wasm LATER.wasm OBJECTS PATTERN…

PROGRAM.wasm, as the linker left it with the names of its functions, is replaced by its first part. OBJECTS is a file with the
path of each object file on a line; those whose path matches a PATTERN (a regular expression) hold what may come later: each function
that no other object holds goes to LATER.wasm. Calls between the parts go through a table of functions (binaryen's wasm-split);
web/start/program.js puts them together. PROGRAM.wasm.called lists which function each place in that table is for.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

# What -fwasm-exceptions, -msimd128 and Emscripten's defaults make use of.
FEATURES = [f"--enable-{feature}" for feature in (
    "bulk-memory", "exception-handling", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext", "simd")]

# With and without exceptions, parts of the standard library have names of their own, and where they are the same the optimiser keeps
# one of the two.
FLAVOUR = re.compile(r"B8n[a-z]\d+")
# Strings and lists of bits, which the C++ library uses itself, and what makes a JSON value, alike for several kinds.
EVERYBODYS = re.compile(r"_ZNK?St3__2(12basic_stringIc|(?!.*9fullcourt).*6vectorIb)|_ZN.*8nlohmann.*6createI")


def functions_in(objects: list[str]) -> set[str]:
    if not objects:
        return set()
    with tempfile.NamedTemporaryFile("w", suffix=".rsp") as response:
        response.write("\n".join(f'"{name}"' for name in objects))
        response.flush()
        listed = subprocess.run(["llvm-nm", "--defined-only", "--format=posix", f"@{response.name}"], check=True, capture_output=True, text=True)
    words = (line.split() for line in listed.stdout.splitlines())
    return {name for name, kind, *_ in (entry for entry in words if len(entry) >= 2) if kind in "TtWw"}


def may_come_later(objects: list[str], patterns: list[str]) -> set[str]:
    pattern = re.compile("|".join(patterns))
    first = {FLAVOUR.sub("", name) for name in functions_in([name for name in objects if not pattern.search(name)])}
    later = functions_in([name for name in objects if pattern.search(name)])
    # What begins the objects of a file is called before anything else.
    return {name for name in later if FLAVOUR.sub("", name) not in first and not name.startswith(("_GLOBAL__", "__cxx_global")) and not EVERYBODYS.match(name)}


def main() -> int:
    program, later, objects_file, *patterns = sys.argv[1:]
    objects = [name for name in pathlib.Path(objects_file).read_text().split("\n") if name]
    functions = may_come_later(objects, patterns)
    if not functions:
        print(f"split_page: no object matches {patterns}, so nothing would come later", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        listed = pathlib.Path(folder, "later.txt")
        listed.write_text("\n".join(sorted(functions)))
        first = pathlib.Path(folder, "first.wasm")
        # By name, so that what one template makes stands together: the first part packs a thirtieth smaller. The later is so anyway.
        subprocess.run(["wasm-opt", *FEATURES, "-g", "--reorder-functions-by-name", program, "-o", program], check=True)
        # Functions of the list that the optimiser took away are warned of, one by one.
        split = subprocess.run(["wasm-split", "--split", *FEATURES, f"--split-funcs=@{listed}", "--import-namespace=first", "--export-prefix=%",
                                program, "-o1", str(first), "-o2", later, "--placeholdermap"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if split.returncode != 0:
            print(split.stderr[-2000:], file=sys.stderr)
            return 1
        # Not before: of functions that are the same in both parts one would be kept, maybe in the later. Views stay functions of their
        # own here too (cmake/Page.cmake).
        parts = [subprocess.Popen(["wasm-opt", *FEATURES, "-Oz", "--one-caller-inline-max-function-size=30", part, "-o", part]) for part in (str(first), later)]
        if any([part.wait() for part in parts]):
            return 1
        pathlib.Path(program + ".called").write_bytes(pathlib.Path(folder, "first.wasm.placeholders").read_bytes())
        pathlib.Path(program).write_bytes(first.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
