#!/usr/bin/env python3
"""clang-tidy over src, on all cores; files are looked at again only when one of them, a header or the list of checks changed.

    tidy.py CACHE-FOLDER BUILD-FOLDER [WEB-BUILD-FOLDER]

What only the page has (src/platform/web, src/main.cpp) is looked at as em++ compiles it, from its own build folder.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

checkout = pathlib.Path(__file__).resolve().parent.parent
cache = pathlib.Path(sys.argv[1])
builds = [pathlib.Path(folder).resolve() for folder in sys.argv[2:]]
cache.mkdir(parents=True, exist_ok=True)

version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
checks = (checkout / ".clang-tidy").read_bytes()


def web_arguments():
    """em++ is Clang with a target and headers of its own, which it names when asked; what only steers its optimiser is left out."""
    words = shlex.split(subprocess.run(["em++", "--cflags"], capture_output=True, text=True, check=True).stdout)
    kept, optimiser = [], False
    for word in words[1:] if words and not words[0].startswith("-") else words:
        if word != "-mllvm" and not optimiser:
            kept.append(f"--extra-arg={word}")
        optimiser = word == "-mllvm"
    return kept


def dependencies(build):
    """What each object was compiled from, as Ninja noted it."""
    listed = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    files, current = {}, None
    for line in listed.splitlines():
        if line.startswith("    ") and current is not None:
            current.append(line.strip())
        elif ": #deps" in line:
            current = files.setdefault(line.split(": #deps")[0], [])
    return files


hashes = {}


def anywhere(text):
    """The same wherever the checkout lies: what one found clean is clean for the next."""
    return text.replace(str(checkout), "")


def content(build, name):
    path = (build / name).resolve()
    if path not in hashes:
        try:
            data = path.read_bytes()
            # What CMake writes to compile several sources at a time names them by their whole paths.
            hashes[path] = hashlib.sha256(data.replace(str(checkout).encode(), b"") if path.suffix == ".cxx" else data).digest()
        except OSError:
            hashes[path] = os.urandom(32)
    return anywhere(str(path)).encode() + hashes[path]


def sources_of(unit):
    """The sources in src that a unit is made of: itself, or those that are compiled together as this one."""
    if checkout / "src" in unit.parents:
        return [unit]
    if unit.parent.name != "Unity":
        return []
    included = re.findall(r'^#include "(.*)"$', unit.read_text(encoding="utf-8"), re.MULTILINE)
    return [path for path in map(pathlib.Path, included) if checkout / "src" in path.parents]


def units():
    seen = set()
    for build in builds:
        compiled_from = dependencies(build)
        entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
        web = any("em++" in entry["command"].split()[0] for entry in entries)
        extra = web_arguments() if web else []
        for entry in entries:
            unit = pathlib.Path(entry["file"])
            sources = sources_of(unit)
            # What several builds compile is looked at in the first alone.
            if not sources or seen.issuperset(sources):
                continue
            seen.update(sources)
            key = hashlib.sha256(version + checks + anywhere(entry["command"] + " ".join(extra)).encode())
            # A unit that was never compiled has no list: its source stands for it, and it is not remembered.
            listed = compiled_from.get(entry["output"])
            for name in sorted(listed or [str(unit)]):
                key.update(content(build, name))
            names = ", ".join(str(source.relative_to(checkout)) for source in sources)
            yield unit, names, build, extra, key.hexdigest() if listed else None


def look(unit):
    source, names, build, extra, key = unit
    known = cache / key if key else None
    if known and known.exists():
        known.touch()
        return names, 0, "", True
    run = subprocess.run(["clang-tidy", "--quiet", "-p", build, *extra, source], capture_output=True, text=True)
    if run.returncode == 0 and known:
        known.touch()
    return names, run.returncode, run.stdout + (run.stderr if run.returncode else ""), False


failed = looked = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for names, code, output, cached in pool.map(look, list(units())):
        looked += not cached
        if not cached:
            print(f"{'ok' if code == 0 else 'FAILED'} {names}", flush=True)
        if code:
            failed += 1
            print(output, flush=True)
print(f"{looked} looked at, {failed} with findings")
sys.exit(1 if failed else 0)
