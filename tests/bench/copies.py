"""A large package: the invented dataset of the package tests many times over, every copy with ids of its own."""

from __future__ import annotations

from pathlib import Path

from tests.package.fixture import fixture_rows
from tests.package.published import publish
from timeline.models import Rows
from timeline.package.tables import to_tables

_IDS = ("article_id", "event_id", "mention_id", "entity_id", "election_id")


def copies(rows_wanted: int) -> Rows:
    """The rows of so many copies that there are at least ``rows_wanted``, over all resources."""
    once = fixture_rows()
    count = -(-rows_wanted // sum(map(len, once.values())))
    return {name: [_renamed(row, copy) for copy in range(count) for row in rows] for name, rows in once.items()}


def _renamed(row: dict[str, object], copy: int) -> dict[str, object]:
    return {key: f"{value}-{copy:06}" if key in _IDS and value else value for key, value in row.items()}


def publish_copies(rows_wanted: int, folder: Path) -> int:
    """Write the package and return how many rows it has."""
    rows = copies(rows_wanted)
    publish(to_tables(rows), folder)
    return sum(map(len, rows.values()))
