"""Checks of the package as files: which there are, their hashes and sizes, and the types of the Parquet files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import TimelineError
from timeline.package.descriptor_checks import check_descriptors
from timeline.package.layout import SUMS, Fingerprint, file_of, fingerprint, package_files, read_sums
from timeline.package.problems import Cells, Problem
from timeline.package.schema import Resource
from timeline.package.tables import arrow_schema


def check_files(folder: Path) -> Iterator[Problem]:
    """Check which files there are, their hashes in SHA256SUMS, and both descriptors with hashes and sizes in them."""
    files = {name: fingerprint(folder / name) for name in package_files() if (folder / name).is_file()}
    yield from _check_presence(folder)
    yield from _check_sums(folder, files)
    yield from check_descriptors(folder, files)


def check_arrow_schema(folder: Path, resource: Resource) -> list[Problem]:
    """Check that a Parquet file can be opened and has exactly the declared columns, types and nullability."""
    file = file_of(resource, "parquet")
    try:
        seen = pq.read_schema(folder / file)
    except (OSError, pa.ArrowException) as error:
        return [Problem(file, "", f"cannot be opened: {error}", "whole: a whole Parquet file")]
    expected = arrow_schema(resource)
    if seen.names != expected.names:
        return [Problem(file, "", f"columns {', '.join(seen.names)}", f"columns: {', '.join(expected.names)}")]
    return [
        _other_type(file, resource, have, want)
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
        yield Problem(name, "", "is missing", "files: every file of the package is there")
    for name in sorted(found - expected):
        yield Problem(name, "", "does not belong to the package", "files: no other file is there")


def _check_sums(folder: Path, files: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    if not (folder / SUMS).is_file():
        return
    try:
        sums = read_sums(folder)
    except (TimelineError, UnicodeDecodeError) as error:
        yield Problem(SUMS, "", str(error), "sums: lines of hash and file")
        return
    for name in sorted(set(sums) ^ set(package_files())):
        seen = "is listed" if name in sums else "is not listed"
        yield Problem(SUMS, name, seen, f"sums: lists every file of the package but {SUMS}, and no other")
    for name in sorted(set(sums) & set(files)):
        if sums[name] != files[name].sha256:
            yield Problem(name, "", f"has the SHA-256 {files[name].sha256}", f"hash: {SUMS} has {sums[name]}")


def _other_type(file: str, resource: Resource, have: pa.Field, want: pa.Field) -> Problem:
    cells = Cells(resource.name, None, (want.name,), {}, {})
    return Problem(file, f"column {want.name}", f"type {_type(have)}", f"type: {_type(want)}", cells)


def _type(field: pa.Field) -> str:
    return f"{field.type}, {'may be null' if field.nullable else 'never null'}"
