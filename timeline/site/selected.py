"""The rows that pictures and pages are made of: all of a package, or of a large one what is told most.

Nobody can look at a picture of a million events, and no page can list them. Of a large package the events of each type
that most articles tell are taken, with the elections that decisions among them are about, and the first sentences on
each. ``note`` says so, and stands in every picture; the counts on pages and in files are those of the whole package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from timeline import package
from timeline.charts.view import Choice
from timeline.errors import PackageError
from timeline.package.constraints import quoted
from timeline.package.layout import file_of
from timeline.package.queries import opened, row_of, rows_of
from timeline.package.schema import Resource, all_resources
from timeline.package.tables import arrow_schema

WHOLE = {"events": 3_000, "mentions": 30_000, "articles": 30_000, "entities": 30_000}
"""A package with no more rows than these is taken as a whole."""

OF_A_TYPE = 250  # events
OF_AN_EVENT = 20  # sentences


@dataclass(frozen=True, slots=True)
class Selection:
    """Tables as data frames, and what is left out of them in words, "" if nothing is."""

    frames: Mapping[str, pd.DataFrame]
    note: str


def select(place: Path, rows: Mapping[str, int], choice: Choice) -> Selection:
    """Take what is drawn of the package in ``place`` with so many rows; events that ``choice`` names come first.

    Raises PackageError if it cannot be read.
    """
    if all(rows[name] <= most for name, most in WHOLE.items()):
        return Selection(package.read(place), "")
    try:
        with opened() as connection:
            for each in all_resources():
                rows_of(connection, each.name, place / file_of(each, "parquet"), numbered=True)
            connection.execute(_CHOSEN.format(wanted=_wanted(choice), most=OF_A_TYPE), _values(choice))
            connection.execute(_ELECTIONS)
            connection.execute(_KEPT.format(most=OF_AN_EVENT))
            frames = {each.name: _frame(connection, each) for each in all_resources()}
            (told,) = row_of(connection, "SELECT count(*) FROM mentions SEMI JOIN chosen USING (event_id)")
    except duckdb.Error as error:
        raise PackageError(f"{place}: cannot be read: {error}; `timeline validate` says where") from error
    return Selection(frames, _note(rows["events"], len(frames["events"]), told > len(frames["mentions"])))


_CHOSEN = """
CREATE TABLE chosen AS SELECT event_id FROM (
  SELECT event_id, row_number() OVER (
    PARTITION BY event_type ORDER BY ({wanted}) DESC, n_articles DESC, n_mentions DESC, md5(event_id), event_id
  ) AS place FROM events
) WHERE place <= {most}"""
_ELECTIONS = """
INSERT INTO chosen SELECT DISTINCT election_id FROM recognitions SEMI JOIN chosen USING (event_id)
WHERE election_id IS NOT NULL AND election_id NOT IN (SELECT event_id FROM chosen)"""
_KEPT = """
CREATE TABLE kept AS SELECT mention_id FROM (
  SELECT mention_id, row_number() OVER (
    PARTITION BY event_id ORDER BY merge_rule IS DISTINCT FROM 'first', file_row_number
  ) AS place FROM mentions SEMI JOIN chosen USING (event_id)
) WHERE place <= {most}"""
_TAKEN = {
    "events": "SEMI JOIN chosen USING (event_id)",
    "articles": "SEMI JOIN (SELECT article_id FROM mentions SEMI JOIN kept USING (mention_id)) USING (article_id)",
    "entities": "SEMI JOIN (SELECT entity_id FROM participants SEMI JOIN kept USING (mention_id)) USING (entity_id)",
}


def _frame(connection: duckdb.DuckDBPyConnection, resource: Resource) -> pd.DataFrame:
    """The rows of a resource that are taken, in the order of its file."""
    names = ", ".join(map(quoted, resource.columns))
    taken = _TAKEN.get(resource.name, "SEMI JOIN kept USING (mention_id)")
    found = connection.sql(f"SELECT {names} FROM {resource.name} {taken} ORDER BY file_row_number").to_arrow_table()
    frame: pd.DataFrame = found.cast(arrow_schema(resource)).to_pandas(date_as_object=False)
    return frame


def _wanted(choice: Choice) -> str:
    """What `Choice.takes` asks, in SQL."""
    named = {"event_type": choice.types, "country": choice.countries, "status": choice.statuses}
    asked = [f"coalesce({name} IN (SELECT unnest(${name})), FALSE)" for name, values in named.items() if values]
    asked += ["coalesce(end_date >= $first, TRUE)"] if choice.start else []
    asked += ["coalesce(start_date <= $last, TRUE)"] if choice.end else []
    return " AND ".join(asked) or "TRUE"


def _values(choice: Choice) -> dict[str, object]:
    """What stands for the parameters of `_wanted`."""
    named = {"event_type": choice.types, "country": choice.countries, "status": choice.statuses}
    values: dict[str, object] = {name: list(each) for name, each in named.items() if each}
    return values | {name: day for name, day in (("first", choice.start), ("last", choice.end)) if day}


def _note(events: int, taken: int, cut: bool) -> str:
    sentences = f"at most {OF_AN_EVENT} sentences on each"
    if taken == events:
        return f"Made from {sentences} event; the data package has all." if cut else ""
    most = f"those of each type that most articles tell, {sentences}" if cut else "those of each type most told"
    return f"Made from {taken:,} of {events:,} events: {most}. The data package has all."
