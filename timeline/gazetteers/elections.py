"""The calendar of national elections and referendums: polling days, and who stood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from timeline.gazetteers.names import key
from timeline.gazetteers.tables import FOLDER, Row, read_table

Office = Literal["presidential", "legislative", "general", "referendum"]
ELECTION_COLUMNS = ("country", "date", "office", "round", "candidates", "source")
_PARTICLES = frozenset({"de", "del", "da", "dos", "das", "di", "la", "las", "los", "van", "von", "der", "al", "el"})


@dataclass(frozen=True, slots=True)
class PollingDay:
    """A day on which a country voted.

    ``general``: president and legislature, or (in parliamentary systems) the house that makes the government and
    others, on the same day. ``round`` counts from 1. ``candidates`` are the main ones, the winner among them;
    for a legislative election those who led parties, for a referendum none. Polls of several days bear the first.
    """

    country: str
    date: dt.date
    office: Office
    round: int
    candidates: tuple[str, ...]
    source: str


def polling_days(country: str, office: str = "") -> tuple[PollingDay, ...]:
    """The polling days of a country (alpha-3) for an office ("" for any), by date.

    Presidential and legislative elections include general ones.
    """
    wanted = {office, "general"} if office in ("presidential", "legislative") else {office}
    return tuple(day for day in _calendar().get(country, ()) if not office or day.office in wanted)


def names_candidate(day: PollingDay, text: str) -> bool:
    """Whether a text names a candidate of that day, by full name or surname; accents do not matter."""
    padded = f" {key(text)} "
    return any(f" {name} " in padded for candidate in day.candidates for name in surnames(candidate))


@cache
def surnames(candidate: str) -> tuple[str, ...]:
    """The folded words by which news calls a person after the first mention, the longest first.

    The last word with its particles ("de la Espriella"), and for three words or more the last two ("González
    Urrutia") and, of those, the first ("González"): Spanish names are cut to it.
    """
    parts = key(candidate).split()
    if len(parts) < 2:
        return tuple(parts)
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
    return (" ".join(parts), " ".join(parts[start:]))


def load_elections(path: Path = FOLDER / "elections.csv") -> tuple[PollingDay, ...]:
    """All polling days of a table; `RuleError` if it is malformed."""
    return tuple(_polling_day(row) for row in read_table(path, ELECTION_COLUMNS))


def _polling_day(row: Row) -> PollingDay:
    try:
        date = dt.date.fromisoformat(row["date"])
    except ValueError:
        raise row.error(f'column "date" holds {row["date"]!r}; write YYYY-MM-DD') from None
    if row["office"] not in get_args(Office):
        raise row.error(f'column "office" holds {row["office"]!r}; write one of {", ".join(get_args(Office))}')
    if not row["round"].isdigit() or row["round"] == "0":
        raise row.error(f'column "round" holds {row["round"]!r}; write 1, 2 or 3')
    if not row["source"]:
        raise row.error('column "source" is empty; name who published the date')
    office = cast(Office, row["office"])
    return PollingDay(row["country"], date, office, int(row["round"]), row.many("candidates"), row["source"])


@cache
def _calendar() -> dict[str, tuple[PollingDay, ...]]:
    days: dict[str, tuple[PollingDay, ...]] = {}
    for day in sorted(load_elections(), key=lambda day: (day.country, day.date, day.office)):
        days[day.country] = (*days.get(day.country, ()), day)
    return days
