"""Event ids that a rebuild no longer uses: they stay listed, with the ids that now tell what they told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import duckdb

from timeline.errors import PackageError
from timeline.package.layout import DESCRIPTOR
from timeline.package.queries import opened, row_of, rows_of


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An event id that is no longer used."""

    event_id: str
    event_type: str
    title: str
    last_version: str  # version of the dataset that had it last
    superseded_by: tuple[str, ...] = ()  # the events that now have its mentions

    def as_json(self) -> dict[str, object]:
        """Return the entry as it stands in the descriptor."""
        return asdict(self) | {"superseded_by": list(self.superseded_by)}


def read_withdrawn(folder: Path) -> tuple[Withdrawn, ...]:
    """Read the withdrawn events that a package folder lists; PackageError if its descriptor is not readable."""
    return _from_descriptor(_read_json(folder / DESCRIPTOR), folder / DESCRIPTOR)


def withdrawn_since(old: Path, new: Path) -> tuple[Withdrawn, ...]:
    """Return what is withdrawn if the package in ``new`` takes the place of that in ``old``, sorted by id.

    That is all the old one listed already and every event it had, as far as the new one does not have them. Of the new
    one only the Parquet files are read. Raises PackageError if the old one cannot be read.
    """
    if not (old / DESCRIPTOR).is_file():
        return ()
    tree = _read_json(old / DESCRIPTOR)
    listed = {each.event_id: each for each in _from_descriptor(tree, old / DESCRIPTOR)}
    with opened(new) as connection:
        for name in ("events", "mentions"):
            rows_of(connection, name, new / f"data/{name}.parquet")
        gone = {each.event_id: each for each in _vanished(connection, old, str(tree.get("version", "")))}
        known = listed | gone
        back = living(connection, list(known))
    return tuple(each for name, each in sorted(known.items()) if name not in back)


def living(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> set[str]:
    """Return which of these ids the table ``events`` has."""
    found = connection.execute("SELECT event_id FROM events WHERE event_id IN (SELECT unnest($1))", [ids])
    return {name for (name,) in found.fetchall()}


def _vanished(connection: duckdb.DuckDBPyConnection, old: Path, version: str) -> list[Withdrawn]:
    """The events of the old package that are not in ``events``, with the events that now have their mentions."""
    _ask_old(connection, old, "events", _GONE)
    if row_of(connection, "SELECT count(*) FROM gone") == (0,):
        return []
    _ask_old(connection, old, "mentions", _HEIRS)
    sql = "SELECT event_id, event_type, title, list_sort(heirs) FROM gone LEFT JOIN told USING (event_id)"
    rows = connection.execute(sql).fetchall()
    return [Withdrawn(name, kind, title, version, tuple(heirs or ())) for name, kind, title, heirs in rows]


_GONE = "CREATE TABLE gone AS SELECT event_id, event_type, title FROM old_events ANTI JOIN events USING (event_id)"
_HEIRS = """
CREATE TABLE told AS
SELECT before.event_id, list(DISTINCT now.event_id) AS heirs
FROM (SELECT mention_id, event_id FROM old_mentions SEMI JOIN gone USING (event_id)) AS before
JOIN mentions AS now USING (mention_id) WHERE now.event_id IS NOT NULL GROUP BY before.event_id"""


def _ask_old(connection: duckdb.DuckDBPyConnection, old: Path, name: str, sql: str) -> None:
    file = old / f"data/{name}.parquet"
    try:
        rows_of(connection, f"old_{name}", file)
        connection.execute(sql)
    except (OSError, duckdb.Error) as error:
        raise PackageError(
            f"{file}: not readable, so it is not known which events are withdrawn ({error}); "
            "restore the package there, or remove its folder to start afresh"
        ) from error


def _read_json(path: Path) -> dict[str, object]:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"{path}: not readable as JSON: {error}; restore it, or remove the folder") from error
    if not isinstance(tree, dict):
        raise PackageError(f"{path}: expected a JSON object; restore it, or remove the folder")
    return tree


def _from_descriptor(tree: Mapping[str, object], place: Path) -> tuple[Withdrawn, ...]:
    found = tree.get("withdrawn", [])
    try:
        return tuple(_entry(each) for each in found)  # type: ignore[attr-defined]
    except (TypeError, ValueError, AttributeError) as error:
        raise PackageError(f"{place}: withdrawn: {error}") from error


def _entry(value: Mapping[str, object]) -> Withdrawn:
    names = [each.name for each in fields(Withdrawn)]
    if sorted(value) != sorted(names):
        raise ValueError(f"expected {', '.join(names)} in each entry, found {', '.join(map(str, value))}")
    heirs = value["superseded_by"]
    if not isinstance(heirs, list) or not all(isinstance(each, str) for each in (*heirs, *map(value.get, names[:-1]))):
        raise ValueError(f"expected texts and a list of ids in {dict(value)!r}")
    event_id, event_type, title, last_version = (str(value[name]) for name in names[:-1])
    return Withdrawn(event_id, event_type, title, last_version, tuple(heirs))
