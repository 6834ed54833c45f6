"""Checks of the package as files: which there are, their hashes, the descriptors, the types of the Parquet files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import TimelineError
from timeline.package.descriptor import describe, read_descriptor_meta
from timeline.package.layout import CSV_DESCRIPTOR, DESCRIPTOR, SUMS, file_of, package_files, read_sums, sha256
from timeline.package.problems import Problem, shown
from timeline.package.schema import Resource
from timeline.package.tables import arrow_schema
from timeline.package.withdrawn import read_withdrawn


def check_files(folder: Path) -> Iterator[Problem]:
    """Check which files there are, their hashes in SHA256SUMS, and both descriptors with the hashes in them."""
    hashes = {name: sha256(folder / name) for name in package_files() if (folder / name).is_file()}
    yield from _check_presence(folder)
    yield from _check_sums(folder, hashes)
    yield from _check_descriptors(folder, hashes)


def check_arrow_schema(folder: Path, resource: Resource) -> list[Problem]:
    """Check that a Parquet file can be opened and has exactly the declared columns, types and nullability."""
    file = file_of(resource, "parquet")
    try:
        seen = pq.read_schema(folder / file)
    except (OSError, pa.ArrowException) as error:
        return [Problem(file, "", f"cannot be opened: {error}", "a Parquet file")]
    expected = arrow_schema(resource)
    if seen.names != expected.names:
        return [Problem(file, "", f"columns {', '.join(seen.names)}", f"columns {', '.join(expected.names)}")]
    return [
        Problem(file, f"column {want.name}", f"type {_type(have)}", f"type {_type(want)}")
        for have, want in zip(seen, expected, strict=True)
        if (have.type, have.nullable) != (want.type, want.nullable)
    ]


def has_declared_columns(folder: Path, resource: Resource) -> bool:
    """Return whether a Parquet file has the declared columns and types, so that its rows can be checked."""
    try:
        seen, expected = pq.read_schema(folder / file_of(resource, "parquet")), arrow_schema(resource)
    except (OSError, pa.ArrowException):
        return False
    return bool(seen.names == expected.names and seen.types == expected.types)


def _check_presence(folder: Path) -> Iterator[Problem]:
    expected = {*package_files(), SUMS}
    paths = [path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()]
    found = {path.relative_to(folder).as_posix() for path in paths}
    for name in sorted(expected - found):
        yield Problem(name, "", "is missing", "every file of the package is there")
    for name in sorted(found - expected):
        yield Problem(name, "", "does not belong to the package", "no other file is there")


def _check_sums(folder: Path, hashes: Mapping[str, str]) -> Iterator[Problem]:
    if not (folder / SUMS).is_file():
        return
    try:
        sums = read_sums(folder)
    except (TimelineError, UnicodeDecodeError) as error:
        yield Problem(SUMS, "", str(error), "lines of hash and file")
        return
    for name in sorted(set(sums) ^ set(package_files())):
        seen = "is listed" if name in sums else "is not listed"
        yield Problem(SUMS, name, seen, f"lists every file of the package but {SUMS}, and no other")
    for name in sorted(set(sums) & set(hashes)):
        if sums[name] != hashes[name]:
            yield Problem(name, "", f"has the SHA-256 {hashes[name]}", f"{SUMS} has {sums[name]}")


def _check_descriptors(folder: Path, hashes: Mapping[str, str]) -> Iterator[Problem]:
    trees: dict[str, Mapping[str, object]] = {}
    for name in (DESCRIPTOR, CSV_DESCRIPTOR):
        try:
            tree = json.loads((folder / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, RecursionError) as error:
            yield Problem(name, "", f"cannot be read: {error}", "a JSON object in UTF-8")
            continue
        if isinstance(tree, dict):
            trees[name] = tree
        else:
            yield Problem(name, "", f"found {shown(tree)}", "a JSON object")
    if DESCRIPTOR not in trees:
        return
    try:
        meta, withdrawn = read_descriptor_meta(trees[DESCRIPTOR]), read_withdrawn(folder)
    except TimelineError as error:
        yield Problem(DESCRIPTOR, "", str(error), "well-formed properties")
        return
    for name, tree in trees.items():
        expected = describe(meta, "parquet" if name == DESCRIPTOR else "csv", _known(tree, hashes, name), withdrawn)
        yield from _differences(name, "", tree, expected)


def _known(tree: Mapping[str, object], hashes: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the hashes of all files; where a file is missing (reported elsewhere), the one the descriptor states."""
    stated = {}
    listed = tree.get("resources")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict):
            folder = "csv/" if name == CSV_DESCRIPTOR else ""
            stated[f"{folder}{each.get('path')}"] = str(each.get("hash")).removeprefix("sha256:")
    return dict.fromkeys(package_files(), "") | stated | dict(hashes)


def _differences(file: str, place: str, seen: object, expected: object) -> Iterator[Problem]:
    """Report every place in a JSON tree where it differs from what the schema and the files make of it."""
    if isinstance(seen, dict) and isinstance(expected, dict):
        for key in [*expected, *(each for each in seen if each not in expected)]:
            inner = f"{place}.{key}" if place else str(key)
            if key not in seen:
                yield Problem(file, inner, "is missing", f"expected {shown(expected[key])}")
            elif key not in expected:
                yield Problem(file, inner, f"found {shown(seen[key])}", "no such property")
            else:
                yield from _differences(file, inner, seen[key], expected[key])
    elif isinstance(seen, list) and isinstance(expected, list) and len(seen) == len(expected):
        for number, (have, want) in enumerate(zip(seen, expected, strict=True)):
            yield from _differences(file, f"{place}[{number}]", have, want)
    elif type(seen) is not type(expected) or seen != expected:
        yield Problem(file, place, f"found {shown(seen)}", f"expected {shown(expected)}")


def _type(field: pa.Field) -> str:
    return f"{field.type}, {'may be null' if field.nullable else 'never null'}"
