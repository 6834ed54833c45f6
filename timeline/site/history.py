"""What changed from version to version: this version alone counts as new, earlier packages make it a difference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.compute as pc

from timeline import package
from timeline.package.changes import EventChange
from timeline.package.tables import Tables


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the dataset, its day as far as it is known, and its events that differ from the version before."""

    version: str
    day: dt.date | None
    events: int
    articles: int
    added: tuple[EventChange, ...]
    changed: tuple[EventChange, ...]
    withdrawn: tuple[EventChange, ...]
    before: str = ""  # the version it is compared with; "" for the first

    @property
    def summary(self) -> str:
        """The numbers in words: "2 events added, 1 changed, 1 withdrawn since version 1.0.0"."""
        told = f"{_count(self.events, 'event')} from {_count(self.articles, 'article')}"
        if not self.before:
            return f"{told}."
        kinds = ((self.added, "added"), (self.changed, "changed"), (self.withdrawn, "withdrawn"))
        changes = ", ".join(f"{len(each)} {word}" for each, word in kinds if each) or "no event differs"
        return f"{told}; since version {self.before}: {changes}."


def releases(folders: Sequence[Path], given: dt.date | None) -> tuple[Release, ...]:
    """Compare packages, oldest first, each with the one before; the newest comes first in what is returned.

    ``given`` is the day of the last one; the others have the day of their last article.
    """
    days = [*(None for _ in folders[1:]), given]
    olds = [None, *folders[:-1]]
    return tuple(reversed([_release(*each) for each in zip(folders, olds, days, strict=True)]))


def _release(folder: Path, old: Path | None, given: dt.date | None) -> Release:
    tables, version = package.read_tables(folder), package.read_package_meta(folder).version
    numbers = (version, given or data_day(tables), tables["events"].num_rows, tables["articles"].num_rows)
    if old is None:
        events = tables["events"].select(["event_id", "title"]).to_pylist()
        return Release(
            *numbers, tuple(EventChange(**each, reasons=(package.Reason("first_version"),)) for each in events), (), ()
        )
    found = package.diff(old, folder)
    return Release(*numbers, found.added, found.changed, found.withdrawn, package.read_package_meta(old).version)


def data_day(tables: Tables) -> dt.date | None:
    """The last day that an article is known to have appeared on, or not before; else the last day of an event."""
    for name, columns in (("articles", ("published_latest", "published_earliest")), ("events", ("end_date",))):
        days: list[dt.date] = [day for column in columns if (day := pc.max(tables[name][column]).as_py())]
        if days:
            return max(days)
    return None


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
