"""The events as a table to read and filter: which are shown, and what can be chosen from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.charts.choose import chosen
from timeline.charts.items import Item
from timeline.charts.words import country_words, type_words

LIMIT = 400  # events on the page; the files have them all


@dataclass(frozen=True, slots=True)
class Row:
    """An event on the page, and what the filters look at."""

    item: Item
    country: str
    years: str  # the years it lies in as far as they are known: "2018 2019"


@dataclass(frozen=True, slots=True)
class EventsTable:
    """Rows in the order of time, the choices of the filters as (value, words), and how many events are not shown."""

    rows: tuple[Row, ...]
    types: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    missing: int


def events_table(items: Sequence[Item], events: int) -> EventsTable:
    """All events, or of many those that most articles tell; ``items`` may be a part of all the ``events``."""
    shown = chosen(items, LIMIT)[0]
    rows = tuple(
        Row(item, country_words(item.country) if item.country else "", " ".join(_years(item))) for item in shown
    )
    return EventsTable(
        rows,
        tuple((name, type_words(name)) for name in sorted({item.event_type for item in shown})),
        tuple(sorted({(row.item.country, row.country) for row in rows if row.country}, key=lambda pair: pair[1])),
        tuple(sorted({year for row in rows for year in row.years.split()})),
        events - len(shown),
    )


def _years(item: Item) -> Iterable[str]:
    """The years from its first to its last day; of an open end only the known one."""
    known = [day.year for day in (item.start, item.end) if day]
    return map(str, range(min(known), max(known) + 1)) if known else ()
