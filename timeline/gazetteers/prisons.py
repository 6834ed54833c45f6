"""Prisons that news calls by their bare name: "walked out of Evin", "is in Tihar"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from timeline.gazetteers.tables import FOLDER, read_table

PRISON_COLUMNS = ("name", "country")
_PATH = FOLDER / "prisons.csv"


@cache
def prison_words(path: Path = _PATH) -> frozenset[str]:
    """The last words of the names, lower case, which a parse has as the head: the "quentin" of "San Quentin"."""
    found: set[str] = set()
    for row in read_table(path, PRISON_COLUMNS):
        words = row["name"].split()
        if not words:
            raise row.error("column 'name' is empty; write the name that stands without the word prison")
        found.add(words[-1].lower())
    return frozenset(found)
