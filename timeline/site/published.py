"""The published dataset as the site reads it: tables, events with their sentences, files, and what changed."""

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
from timeline.package.layout import SUMS, package_files, sha256
from timeline.package.tables import Tables
from timeline.site.history import Release, data_day, releases

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
    """A package that was read. ``day`` is the day of this version: as given, else that of the last article."""

    tables: Tables
    frames: Mapping[str, pd.DataFrame]
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
        days = [day for item in self.items for day in (item.start, item.end) if day]
        return (min(days).year, max(days).year) if days else None


def read_published(folder: Path, given: dt.date | None = None, since: Sequence[Path] = ()) -> Published:
    """Read the package of an output folder; ``since`` are packages of earlier versions, the oldest first."""
    place = folder / PACKAGE
    tables = package.read_tables(place)
    frames = {name: table.to_pandas(date_as_object=False) for name, table in tables.items()}
    return Published(
        tables=tables,
        frames=frames,
        meta=package.read_package_meta(place),
        items=items(frames),
        files={
            file.path: file for file in files_of(folder, (f"{PACKAGE}/{name}" for name in (*package_files(), SUMS)))
        },
        releases=releases([*since, place], given),
        withdrawn=package.read_withdrawn(place),
        day=given or data_day(tables),
        given=given,
    )


def files_of(folder: Path, paths: Iterable[str]) -> tuple[File, ...]:
    """Weigh and fingerprint files, given by their paths from ``folder``."""
    return tuple(File(path, (folder / path).stat().st_size, sha256(folder / path)) for path in paths)
