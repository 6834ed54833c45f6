"""Freezes a version: package and charts with checksums, a logical hash, a citation and notes, and a zip of it all.

A release NAME-VERSION is a folder and ``NAME-VERSION.zip`` with the same content. It never replaces one that is there.
The same rows, version, date and notes give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from timeline.errors import InputError, PackageError
from timeline.package.archive import pack
from timeline.package.changes import Diff, diff
from timeline.package.citation import make_citation
from timeline.package.descriptor import to_json
from timeline.package.layout import file_of, package_root, sha256, write_sums
from timeline.package.logical_hash import contents, logical_hash
from timeline.package.meta import DatasetMeta
from timeline.package.parquet_files import read_groups
from timeline.package.queries import opened, rows_of
from timeline.package.reader import read_package_meta
from timeline.package.release_notes import make_notes
from timeline.package.validator import validate
from timeline.package.withdrawn import Withdrawn, living, read_withdrawn, withdrawn_since
from timeline.package.writer import fill

RELEASE = "release.json"
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}")


@dataclass(frozen=True, slots=True)
class ReleaseNotes:
    """What is said of a release besides what the data tell: its day (ISO, may be absent) and words in Markdown."""

    date: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no day."""
        if self.date:
            try:
                dt.date.fromisoformat(self.date)
            except ValueError as error:
                raise InputError(f"--date {self.date!r}: give a day such as 2026-03-01 ({error})") from error


@dataclass(frozen=True, slots=True)
class Release:
    """What was made."""

    folder: Path
    archive: Path
    logical_hash: str


def release(
    source: Path,
    version: str,
    out: Path,
    notes: ReleaseNotes = ReleaseNotes(),
    draw: Callable[[Path], object] | None = None,
) -> Release:
    """Freeze the package in ``source`` (its folder, or the one that holds datapackage/) as ``version`` under ``out``.

    ``draw`` draws charts/ into a folder with datapackage/; without it there are none. What changed is told against the
    latest earlier version under ``out``, and event ids it had and this one lacks are listed as withdrawn. Raises
    PackageError if the package is not valid or that version is there already; then nothing is written.
    """
    if not _VERSION.fullmatch(version):
        raise InputError(f"--version {version!r}: use letters, digits, '.', '+', '_' and '-', such as 1.2.0")
    root = package_root(source)
    meta = replace(read_package_meta(root), version=version)
    folder, archive = out / f"{meta.name}-{version}", out / f"{meta.name}-{version}.zip"
    _refuse_existing(folder, archive)
    if problems := validate(root, 1):
        raise PackageError(f"{root}: not valid, so not released; the first problem is: {problems[0]}")
    aside = out / f".{folder.name}.next"
    try:
        shutil.rmtree(aside, ignore_errors=True)
        (aside / "datapackage").mkdir(parents=True)
        digest = _fill(aside, root, meta, notes, earlier(out, meta.name, version), draw)
        _put(aside, folder, archive)
    except OSError as error:
        raise PackageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Release(folder, archive, digest)


def earlier(out: Path, name: str, version: str) -> Path | None:
    """Return the folder of the latest release of that name under ``out`` that comes before a version."""
    prefix = f"{name}-"
    found = {folder.parent.name.removeprefix(prefix): folder.parent for folder in out.glob(f"*/{RELEASE}")}
    before = [v for v, folder in found.items() if folder.name == prefix + v and _order(v) < _order(version)]
    return found[max(before, key=_order)] if before else None


def _order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Sort versions as people do: 1.10 after 1.9, and 1.0-rc1 before 1.0."""
    parts = [(2, int(part), "") if part.isdecimal() else (0, 0, part) for part in re.findall(r"\d+|[A-Za-z]+", version)]
    return (*parts, (1, 0, ""))


def _fill(
    aside: Path,
    root: Path,
    meta: DatasetMeta,
    notes: ReleaseNotes,
    previous: Path | None,
    draw: Callable[[Path], object] | None,
) -> str:
    """Write everything of a release into a folder; return the logical hash of its rows."""
    package = aside / "datapackage"
    fill(package, lambda each: read_groups(root / file_of(each, "parquet")), meta, partial(_withdrawn, root, previous))
    if problems := validate(package, 1):
        raise PackageError(f"{root}: cannot be released as {meta.version}: {problems[0]}")
    if draw:
        draw(aside)
    found = contents(package)
    digest = logical_hash(found)
    changes = diff(previous / "datapackage", package) if previous else None
    about = {
        "name": meta.name,
        "version": meta.version,
        "date": notes.date or None,
        "previous": read_package_meta(previous / "datapackage").version if previous else None,
        "logical_hash": f"sha256:{digest}",
        "resources": {name: asdict(each) for name, each in found.items()},
    }
    _write(aside / RELEASE, to_json(about))
    _write(aside / "CITATION.cff", make_citation(meta, notes.date, digest))
    _write(aside / "NOTES.md", make_notes(meta, notes.date, notes.text, str(about["previous"] or ""), changes, digest))
    _write_changes(aside, changes)
    files = (path for path in aside.rglob("*") if path.is_file())
    write_sums(aside, sorted(path.relative_to(aside).as_posix() for path in files))
    return digest


def _write_changes(aside: Path, changes: Diff | None) -> None:
    if changes is not None:
        _write(aside / "changes.json", to_json(changes.as_json()))


def _withdrawn(root: Path, previous: Path | None, new: Path) -> tuple[Withdrawn, ...]:
    """Return every withdrawn id that the package lists, and those that the previous release had or listed."""
    listed = {each.event_id: each for each in read_withdrawn(root)}
    if previous:
        listed |= {each.event_id: each for each in withdrawn_since(previous / "datapackage", new)}
    with opened(new) as connection:
        rows_of(connection, "events", new / "data/events.parquet")
        back = living(connection, list(listed))
    return tuple(each for name, each in sorted(listed.items()) if name not in back)


def _refuse_existing(folder: Path, archive: Path) -> None:
    for path in (folder, archive):
        if path.exists() or path.is_symlink():
            raise PackageError(f"{path}: that version is released already and stays as it is; give another --version")


def _put(aside: Path, folder: Path, archive: Path) -> None:
    """Pack the folder, then give folder and zip their names; the folder last, for it is what counts as released."""
    packed = aside.with_name(f"{aside.name}.zip")
    try:
        pack(aside, packed, folder.name)
        _refuse_existing(folder, archive)
        packed.rename(archive)
    finally:
        packed.unlink(missing_ok=True)
    _write(archive.with_name(f"{archive.name}.sha256"), f"{sha256(archive)}  {archive.name}\n")
    aside.rename(folder)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
