"""The published dataset as the site reads it: what is drawn and listed of it, counts, files, and what changed."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from timeline import package
from timeline.charts.items import Item, items
from timeline.charts.view import Choice
from timeline.package.layout import SUMS, package_files, sha256
from timeline.site.facts import Facts, read_facts
from timeline.site.history import Release, releases
from timeline.site.selected import select

PACKAGE, CHARTS, DATA = "datapackage", "charts", "charts/data"  # folders, as seen from the output folder


@dataclass(frozen=True, slots=True)
class File:
    """A published file by its path from the output folder, with its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Published:
    """A package in the folder ``place``. ``day`` is the day of this version: as given, else that of the last article.

    ``frames`` and ``items`` are what is drawn and listed: of a large package a part, which ``note`` names; ``rows`` and
    ``facts`` are of the whole.
    """

    place: Path
    rows: Mapping[str, int]
    facts: Facts
    frames: Mapping[str, pd.DataFrame]
    note: str
    meta: package.DatasetMeta
    items: tuple[Item, ...]
    files: Mapping[str, File]  # of the package, by their path from the output folder
    releases: tuple[Release, ...]  # newest first; the first is this version
    withdrawn: tuple[package.Withdrawn, ...]
    day: dt.date | None
    given: dt.date | None  # the day, if it was given: only then is it the day of publication

    def address(self, path: str, here: str) -> str:
        """How a file in the folder ``here`` writes the address of ``path``; both are seen from the output folder."""
        escaped = quote(path, safe="/#")
        if self.meta.base_url:
            return f"{self.meta.base_url.rstrip('/')}/{escaped}"
        return os.path.relpath(escaped, here).replace(os.sep, "/")

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year of dated events."""
        days = [day for day in (self.facts.first, self.facts.last) if day]
        return (min(days).year, max(days).year) if days else None


def read_published(
    folder: Path, given: dt.date | None = None, since: Sequence[Path] = (), choice: Choice | None = None
) -> Published:
    """Read the package of an output folder; ``since`` are packages of earlier versions, the oldest first.

    Of a large package the events that ``choice`` names are read first.
    """
    place = folder / PACKAGE
    rows = package.count_rows(place)
    selection, facts = select(place, rows, choice or Choice()), read_facts(place)
    return Published(
        place=place,
        rows=rows,
        facts=facts,
        frames=selection.frames,
        note=selection.note,
        meta=package.read_package_meta(place),
        items=items(selection.frames),
        files={
            file.path: file for file in files_of(folder, (f"{PACKAGE}/{name}" for name in (*package_files(), SUMS)))
        },
        releases=releases([*since, place], given),
        withdrawn=package.read_withdrawn(place),
        day=given or facts.day,
        given=given,
    )


def files_of(folder: Path, paths: Iterable[str]) -> tuple[File, ...]:
    """Weigh and fingerprint files, given by their paths from ``folder``."""
    return tuple(File(path, (folder / path).stat().st_size, sha256(folder / path)) for path in paths)
