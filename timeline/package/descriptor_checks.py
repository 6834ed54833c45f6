"""Checks that both descriptors say what the schema and the files make of them, place by place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.errors import TimelineError
from timeline.package.descriptor import describe, read_descriptor_meta
from timeline.package.layout import CSV_DESCRIPTOR, DESCRIPTOR, Fingerprint, package_files
from timeline.package.problems import Problem, shown
from timeline.package.withdrawn import read_withdrawn

Tree = Mapping[str, object]


def check_descriptors(folder: Path, files: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """Compare both descriptors with what they would be for these files; a missing descriptor is reported elsewhere."""
    trees: dict[str, Tree] = {}
    for name in (DESCRIPTOR, CSV_DESCRIPTOR):
        if (folder / name).is_file():
            read = _read(folder, name)
            if isinstance(read, Problem):
                yield read
            else:
                trees[name] = read
    if DESCRIPTOR not in trees:
        return
    try:
        meta, withdrawn = read_descriptor_meta(trees[DESCRIPTOR]), read_withdrawn(folder)
    except TimelineError as error:
        yield Problem(DESCRIPTOR, "", str(error), "descriptor: well-formed properties")
        return
    for name, tree in trees.items():
        expected = describe(meta, "parquet" if name == DESCRIPTOR else "csv", _known(tree, files, name), withdrawn)
        yield from _differences(name, "", tree, expected)


def _read(folder: Path, name: str) -> Tree | Problem:
    try:
        tree = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return Problem(name, "", f"cannot be read: {error}", "descriptor: a JSON object in UTF-8")
    return tree if isinstance(tree, dict) else Problem(name, "", f"found {shown(tree)}", "descriptor: a JSON object")


def _known(tree: Tree, files: Mapping[str, Fingerprint], name: str) -> dict[str, Fingerprint]:
    """Return what all files are known by; where one is missing (reported elsewhere), what the descriptor states."""
    stated = {}
    listed = tree.get("resources")
    folder, size = ("csv/", "bytes") if name == CSV_DESCRIPTOR else ("", "byteSize")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict):
            found = Fingerprint(str(each.get("hash")).removeprefix("sha256:"), each.get(size, 0))
            stated[f"{folder}{each.get('path')}"] = found
    return dict.fromkeys(package_files(), Fingerprint("", 0)) | stated | dict(files)


def _differences(file: str, place: str, seen: object, expected: object) -> Iterator[Problem]:
    """Report every place in a JSON tree where it differs from what the schema and the files make of it."""
    if isinstance(seen, dict) and isinstance(expected, dict):
        for key in [*expected, *(each for each in seen if each not in expected)]:
            inner = f"{place}.{key}" if place else str(key)
            if key not in seen:
                yield Problem(file, inner, "is missing", f"descriptor: expected {shown(expected[key])}")
            elif key not in expected:
                yield Problem(file, inner, f"found {shown(seen[key])}", "descriptor: no such property")
            else:
                yield from _differences(file, inner, seen[key], expected[key])
    elif isinstance(seen, list) and isinstance(expected, list) and len(seen) == len(expected):
        for number, (have, want) in enumerate(zip(seen, expected, strict=True)):
            yield from _differences(file, f"{place}[{number}]", have, want)
    elif type(seen) is not type(expected) or seen != expected:
        yield Problem(file, place, f"found {shown(seen)}", f"descriptor: expected {shown(expected)}")
