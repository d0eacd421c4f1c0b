#!/usr/bin/env python3
"""clang-tidy over src, on all cores; a file is looked at again only when it, a header of it or the list of checks changed.

    tidy.py BUILD-FOLDER CACHE-FOLDER
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

checkout = pathlib.Path(__file__).resolve().parent.parent
build = pathlib.Path(sys.argv[1]).resolve()
cache = pathlib.Path(sys.argv[2])
cache.mkdir(parents=True, exist_ok=True)

version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
checks = (checkout / ".clang-tidy").read_bytes()


def dependencies():
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


def content(name):
    path = (build / name).resolve()
    if path not in hashes:
        try:
            hashes[path] = hashlib.sha256(path.read_bytes()).digest()
        except OSError:
            hashes[path] = os.urandom(32)
    return hashes[path]


def units():
    compiled_from = dependencies()
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        source = pathlib.Path(entry["file"])
        if checkout / "src" not in source.parents:
            continue
        key = hashlib.sha256(version + checks + entry["command"].encode())
        # A unit that was never compiled has no list: its source stands for it, and it is not remembered.
        listed = compiled_from.get(entry["output"])
        for name in sorted(listed or [str(source)]):
            key.update(name.encode() + content(name))
        yield source, key.hexdigest() if listed else None


def look(unit):
    source, key = unit
    known = cache / key if key else None
    if known and known.exists():
        known.touch()
        return source, 0, "", True
    run = subprocess.run(["clang-tidy", "--quiet", "-p", build, source], capture_output=True, text=True)
    if run.returncode == 0 and known:
        known.touch()
    return source, run.returncode, run.stdout + (run.stderr if run.returncode else ""), False


failed = looked = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for source, code, output, cached in pool.map(look, list(units())):
        looked += not cached
        if not cached:
            print(f"{'ok' if code == 0 else 'FAILED'} {source.relative_to(checkout)}", flush=True)
        if code:
            failed += 1
            print(output, flush=True)
print(f"{looked} looked at, {failed} with findings")
sys.exit(1 if failed else 0)
