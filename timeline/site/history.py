"""What changed from version to version: this version alone counts as new, earlier packages make it a difference."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import package
from timeline.package.changes import EventChange
from timeline.package.parquet_files import read_groups
from timeline.site.facts import read_facts

FIRST = 1_000  # events of the first version that are at hand; no page or feed lists more


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the dataset, its day as far as it is known, and its events that differ from the version before.

    In the first version every event is new; ``added`` then has the first ones only.
    """

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
    rows, version = package.count_rows(folder), package.read_package_meta(folder).version
    numbers = (version, given or read_facts(folder).day, rows["events"], rows["articles"])
    if old is None:
        events = next(read_groups(folder / "data/events.parquet", FIRST)).select(["event_id", "title"]).to_pylist()
        return Release(
            *numbers, tuple(EventChange(**each, reasons=(package.Reason("first_version"),)) for each in events), (), ()
        )
    found = package.diff(old, folder)
    return Release(*numbers, found.added, found.changed, found.withdrawn, package.read_package_meta(old).version)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
