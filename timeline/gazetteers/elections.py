"""The calendar of national elections and referendums: polling days, and who stood."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from timeline.gazetteers.names import key, read_word, word_spans
from timeline.gazetteers.tables import FOLDER, Row, read_table

Office = Literal["presidential", "legislative", "general", "referendum"]
ELECTION_COLUMNS = ("country", "date", "office", "round", "candidates", "source")
SHORT_NAME_COLUMNS = ("candidate", "called")
_ALSO = {"presidential": ("general",), "legislative": ("general",), "general": ("legislative",)}
_SUFFIXES = frozenset({"Jr.", "Sr.", "II", "III"})
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_OF = (" da", " de", " del", " di", " do", " dos")
_PARTICLES = frozenset(
    {"de", "del", "da", "dos", "das", "di", "la", "las", "los", "van", "von", "der", "al", "el", "le"}
)


@dataclass(frozen=True, slots=True)
class PollingDay:
    """A day on which a country voted.

    ``general``: president and legislature on the same day. ``round`` counts from 1. ``candidates`` are the main
    ones, who won or led that round first; for a legislative election those who led parties, for a referendum none.
    Polls of several days bear the first.
    """

    country: str
    date: dt.date
    office: Office
    round: int
    candidates: tuple[str, ...]
    source: str


def polling_days(country: str, office: str = "") -> tuple[PollingDay, ...]:
    """The polling days of a country (alpha-3) for an office ("" for any), by date.

    Presidential and legislative elections include general ones; a "general election" in the news is also one of
    the house that makes the government, so general ones include legislative ones.
    """
    wanted = {office, *_ALSO.get(office, ())}
    return tuple(day for day in calendar().get(country, ()) if not office or day.office in wanted)


def names_candidate(day: PollingDay, text: str) -> bool:
    """Whether a text names a candidate of that day, by full name or surname; accents do not matter."""
    named = _capitalised(text)
    return any(_has(named, name) for candidate in day.candidates for name in surnames(candidate))


def _has(named: str, name: str) -> bool:
    """Whether a text has a name that is not the end of another person's ("Silva" in "Lula da Silva")."""
    at = named.find(f" {name} ")
    while at >= 0 and named.endswith(_OF, 0, at):
        at = named.find(f" {name} ", at + 1)
    return at >= 0


@lru_cache(maxsize=4)  # one text is asked about every candidate of a country
def _capitalised(text: str) -> str:
    """The folded words of a text that can belong to a name, a dot for every other run: "the moon" is nobody."""
    return f" {' '.join([_kept(text, span) for span in word_spans(text)])} "


def _kept(text: str, span: tuple[int, int]) -> str:
    spelling = text[span[0] : span[1]]
    hyphened = text[span[0] - 1 : span[0]] == "-"
    if spelling[0].islower() and spelling.isascii() and spelling.lower() not in _PARTICLES and not hyphened:
        return "."  # most words of a text
    word = read_word(text, span)
    return word.folded if word.capital or word.folded in _PARTICLES or hyphened else "."


@cache
def surnames(candidate: str) -> tuple[str, ...]:
    """The folded words by which news calls a person, the full name first.

    The last word with its particles ("de la Espriella") and without suffixes ("Jr."); the first word if the last is
    a hyphened given name ("Kim Jong-un"); whatever else `short_names.csv` knows (one surname of two).
    """
    written = candidate.split()
    while len(written) > 2 and written[-1] in _SUFFIXES:
        written.pop()
    parts = [key(word) for word in written]
    if len(parts) > 1 and _GIVEN.fullmatch(written[-1]):
        last = parts[0]
    else:
        start = len(parts) - 1
        while start > 1 and parts[start - 1] in _PARTICLES:
            start -= 1
        last = " ".join(parts[start:])
    return tuple(dict.fromkeys((" ".join(parts), last, *_short_names().get(candidate, ()))))


def load_short_names(path: Path = FOLDER / "short_names.csv") -> dict[str, tuple[str, ...]]:
    """Candidates and what else they are called; `RuleError` if the table is malformed."""
    return {row["candidate"]: row.many("called") for row in read_table(path, SHORT_NAME_COLUMNS)}


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    return {candidate: tuple(map(key, called)) for candidate, called in load_short_names().items()}


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
def calendar() -> dict[str, tuple[PollingDay, ...]]:
    """All polling days by country (alpha-3), by date."""
    days: dict[str, tuple[PollingDay, ...]] = {}
    for day in sorted(load_elections(), key=lambda day: (day.country, day.date, day.office)):
        days[day.country] = (*days.get(day.country, ()), day)
    return days
