"""Where things lie in a package folder, and how its files are fingerprinted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from timeline.errors import PackageError
from timeline.package.schema import Resource, all_resources

Kind = Literal["parquet", "csv"]
KINDS: tuple[Kind, ...] = ("parquet", "csv")
DESCRIPTOR = "datapackage.json"
CSV_DESCRIPTOR = "csv/datapackage.json"
README = "README.md"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is known by: its SHA-256 in hexadecimal and its size in bytes."""

    sha256: str
    size: int


def file_of(resource: Resource, kind: Kind) -> str:
    """Return the path of a resource's file from the package folder."""
    return f"data/{resource.name}.parquet" if kind == "parquet" else f"csv/{resource.name}.csv"


def package_files() -> list[str]:
    """Return the path of every file of a package except SHA256SUMS, which lists them."""
    return sorted([DESCRIPTOR, CSV_DESCRIPTOR, README, *data_files()])


def data_files() -> list[str]:
    """Return the path of every file with rows, in the order of the resources."""
    return [file_of(each, kind) for kind in KINDS for each in all_resources()]


def package_root(path: Path) -> Path:
    """Return the package folder for a folder or a descriptor, the CSV one included; PackageError if there is none.

    A folder that holds datapackage/ (a build's, a release's) stands for the package in it.
    """
    folder = path if path.is_dir() else path.parent
    if not (folder / DESCRIPTOR).is_file() and (folder / "datapackage" / DESCRIPTOR).is_file():
        folder = folder / "datapackage"
    if path.is_file() and path.name != DESCRIPTOR:
        raise PackageError(f"{path}: not a data package; give a folder with a {DESCRIPTOR}, or that file")
    if folder.name == "csv" and (folder.parent / DESCRIPTOR).is_file():
        folder = folder.parent
    if not (folder / DESCRIPTOR).is_file():
        raise PackageError(f"{path}: no data package here; there is no file {folder / DESCRIPTOR}")
    return folder


def fingerprint(path: Path) -> Fingerprint:
    """Return the hash and the size of a file."""
    return Fingerprint(sha256(path), path.stat().st_size)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path, files: Iterable[str]) -> None:
    """Write SHA256SUMS in the form that ``sha256sum -c`` reads."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in sorted(files)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_sums(folder: Path) -> Mapping[str, str]:
    """Read SHA256SUMS: file to hash; a line of another form is a PackageError."""
    path = folder / SUMS
    found = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines.pop():
        raise PackageError(f"{path}: expected a line feed at the end; the file is cut")
    for number, line in enumerate(lines, 1):
        digest, two_spaces, name = line.partition("  ")
        if not two_spaces or len(digest) != 64:
            raise PackageError(f"{path}, line {number}: expected a SHA-256, two spaces and a file, found {line!r}")
        found[name] = digest
    return found
