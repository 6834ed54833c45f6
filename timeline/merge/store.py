"""Rows on disk while articles are merged: written as they come, sorted and joined by DuckDB within a fixed memory.

Long texts stay where they were written, and rows say where that is: what is sorted and joined is numbers and names.
"""

from __future__ import annotations

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

MEMORY = "256MB"  # for sorting and joining; what needs more goes through the disk
_ROWS = 2048  # written, and read back, at a time
_THREADS = 1  # sorting in two needs more memory than it may have when there is much
QUIET = "SET enable_progress_bar = false"  # it would stand between the lines of whoever called
_CACHE = 16_384  # kilobytes of given names
_LENGTH = struct.Struct("<I")
_TYPES = {"int": pa.int64(), "text": pa.string(), "day": pa.date32()}


class Store:
    """A folder of tables, each written once from front to back and then asked by its name in SQL."""

    def __init__(self, folder: Path) -> None:
        """Open an empty folder."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = connect(folder)
        self._texts: dict[str, Texts] = {}

    @contextmanager
    def table(self, name: str, columns: Mapping[str, str]) -> Iterator[Table]:
        """A table to add rows to; ``columns`` maps names to int, text or day. It can be asked for afterwards."""
        path = self.folder / f"{name}.parquet"
        schema = pa.schema([pa.field(key, _TYPES[kind]) for key, kind in columns.items()])
        with pq.ParquetWriter(path, schema, compression="zstd", compression_level=1) as writer:
            table = Table(writer, schema)
            yield table
            table.flush()
        self.view(name, path)

    def texts(self, name: str) -> Texts:
        """The long texts of that name, to be added to and then looked up."""
        if name not in self._texts:
            self._texts[name] = Texts(self.folder / f"{name}.texts")
        return self._texts[name]

    def view(self, name: str, path: Path) -> None:
        """Let a Parquet file be asked for by a name."""
        self._connection.read_parquet(unglobbed(path)).create_view(name)

    def keep(self, name: str, sql: str) -> None:
        """Keep the rows of a query as a table of its own."""
        path = self.folder / f"{name}.parquet"
        self._connection.execute(f"COPY ({sql}) TO '{str(path).replace(chr(39), 2 * chr(39))}' (FORMAT parquet)")
        self.view(name, path)

    def ask(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, a few at a time."""
        cursor = self._connection.cursor()
        for batch in cursor.sql(sql).to_arrow_reader(_ROWS):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()
        for texts in self._texts.values():
            texts.close()


class Table:
    """A table that is being written."""

    def __init__(self, writer: pq.ParquetWriter, schema: pa.Schema) -> None:
        self._writer, self._schema = writer, schema
        self._rows: list[Sequence[object]] = []

    def add(self, *row: object) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) == _ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what has come."""
        if self._rows:
            columns = [pa.array(c, f.type) for c, f in zip(zip(*self._rows, strict=True), self._schema, strict=True)]
            self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))
            self._rows.clear()


class Texts:
    """Long texts on disk, each known by the place where it stands."""

    def __init__(self, file: Path) -> None:
        """Open a new file."""
        self._file = file.open("w+b")
        self._end = 0

    def add(self, text: str) -> int:
        """Write a text; its place."""
        packed = zlib.compress(text.encode(), 1)
        place = self._file.seek(self._end)
        self._end += self._file.write(_LENGTH.pack(len(packed)) + packed)
        return place

    def __getitem__(self, place: int) -> str:
        """The text that stands there."""
        self._file.seek(place)
        (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
        return zlib.decompress(self._file.read(length)).decode()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class Taken:
    """Names that are given away, on disk, however many."""

    def __init__(self, file: Path) -> None:
        """Open a new file."""
        self._base = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.execute("CREATE TABLE taken (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._base.execute("BEGIN")

    def __contains__(self, name: object) -> bool:
        return bool(self._base.execute("SELECT 1 FROM taken WHERE name = ?", (name,)).fetchall())

    def add(self, name: str) -> None:
        """Give a name away."""
        self._base.execute("INSERT OR IGNORE INTO taken VALUES (?)", (name,))

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB that keeps to a fixed memory and spills into a folder."""
    connection = duckdb.connect(
        config={
            "memory_limit": MEMORY,
            "threads": _THREADS,
            "temp_directory": str(folder / "spill"),
            "preserve_insertion_order": False,
        }
    )
    connection.execute(QUIET)
    return connection


def unglobbed(path: Path) -> str:
    """The path so that DuckDB reads this file, and no pattern into its name."""
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in str(path))
