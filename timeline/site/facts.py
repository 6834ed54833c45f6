"""What pages say of a package as a whole, however large: counts, days, countries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import duckdb

from timeline.errors import PackageError
from timeline.package.queries import opened, row_of, rows_of

_TABLES = ("articles", "events", "mentions")


@dataclass(frozen=True, slots=True)
class Facts:
    """The days that events lie between, codes of their countries, languages of articles, how many sentences are quoted.

    ``day`` is the last day that an article is known to have appeared on, or not before; else the last day of an event.
    """

    first: dt.date | None
    last: dt.date | None
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    sentences: int
    located: int  # events with coordinates
    day: dt.date | None


def read_facts(place: Path) -> Facts:
    """Ask the Parquet files of a package. Raises PackageError if they cannot be read."""
    try:
        with opened() as connection:
            for name in _TABLES:
                rows_of(connection, name, place / f"data/{name}.parquet")
            starts, ends = row_of(connection, _DAYS)
            articles, events = row_of(connection, _LAST)
            return Facts(
                first=min(filter(None, starts), default=None),
                last=max(filter(None, ends), default=None),
                countries=_distinct(connection, "events", "country"),
                languages=_distinct(connection, "articles", "language"),
                sentences=row_of(connection, _SENTENCES)[0],
                located=row_of(connection, _LOCATED)[0],
                day=articles or events,
            )
    except duckdb.Error as error:
        raise PackageError(f"{place}: cannot be read: {error}; `timeline validate` says where") from error


_DAYS = "SELECT [min(start_date), min(end_date)], [max(start_date), max(end_date)] FROM events"
_LAST = """
SELECT (SELECT max(greatest(published_latest, published_earliest)) FROM articles), (SELECT max(end_date) FROM events)"""
_SENTENCES = "SELECT count(*) FROM (SELECT DISTINCT article_id, start_char FROM mentions)"
_LOCATED = "SELECT count(*) FROM events WHERE latitude IS NOT NULL AND longitude IS NOT NULL"


def _distinct(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> tuple[str, ...]:
    found = connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()
    return tuple(sorted(value or "" for (value,) in found))
