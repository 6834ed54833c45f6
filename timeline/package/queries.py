"""Questions to Parquet files in SQL, within a fixed memory however many rows they have."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

SETTINGS: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "256MB", "threads": 2}
QUIET = "SET enable_progress_bar = false"  # it would stand between the lines of whoever called


@contextmanager
def opened(place: Path | None = None, **settings: str | bool | int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB that keeps to its memory; what does not fit spills into ``place``, which is left as it was."""
    with (
        tempfile.TemporaryDirectory(prefix=".spill-", dir=place) as spill,
        duckdb.connect(config={**SETTINGS, **settings, "temp_directory": spill}) as connection,
    ):
        connection.execute(QUIET)
        yield connection


def rows_of(connection: duckdb.DuckDBPyConnection, name: str, file: Path, numbered: bool = False) -> None:
    """Let a Parquet file be asked for by a name; ``numbered`` adds the column ``file_row_number``, from 0."""
    connection.read_parquet(unglobbed(file), file_row_number=numbered).create_view(name)


def unglobbed(path: Path) -> str:
    """The path so that DuckDB reads this file, and no pattern into its name."""
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in str(path))


def row_of(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    """The only row of a query."""
    (row,) = connection.execute(sql).fetchall()  # all of it: a result that is not read to its end blocks the next one
    return tuple(row)
