"""The tables as one SQLite file, with their keys, what their columns mean, and a view of events with their quotes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from timeline.package.codebook_entries import type_entries, value_entries
from timeline.package.layout import file_of
from timeline.package.parquet_files import read_groups
from timeline.package.schema import Field, Resource, all_resources
from timeline.site.published import Published

NAME = "dataset.sqlite"
LABEL = "SQLite"
USE = "SQL on one file: all tables with keys, the codebook, and the view evidence"
MEDIA = "application/vnd.sqlite3"

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT"}  # dates as ISO text
_PAGE = 4096
# Where the header keeps a count of changes, the version of the library that wrote the file and the count at that
# time (https://www.sqlite.org/fileformat.html); fixed, so that the bytes do not depend on the library's version.
_COUNT, _WRITER = (24, (1).to_bytes(4)), (92, (1).to_bytes(4) + (3_037_000).to_bytes(4))
_EVIDENCE = """
CREATE VIEW evidence AS
SELECT e.event_id, e.event_type, e.title, e.start_date, e.end_date, e.status, e.country,
       m.quote, m.claimant, m.realis, a.title AS article, a.publisher, a.url
FROM events AS e JOIN mentions AS m USING (event_id) JOIN articles AS a USING (article_id)
ORDER BY e.start_date IS NULL, e.start_date, e.event_id, m.mention_id"""


def write(published: Published, path: Path) -> None:
    """Write the file; what it holds and in which order depends on the tables alone."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        for pragma in (f"page_size = {_PAGE}", "encoding = 'UTF-8'", "auto_vacuum = NONE", "journal_mode = OFF"):
            base.execute(f"PRAGMA {pragma}")
        base.execute("PRAGMA synchronous = OFF")
        base.execute("BEGIN")
        for each in all_resources():
            base.execute(_table(each))
            _insert(base, each.name, len(each.columns), _rows(published.place / file_of(each, "parquet")))
        for each in all_resources():
            for index in _indexes(each):
                base.execute(index)
        _describe(base, published)
        base.execute(_EVIDENCE.strip())
        base.execute("COMMIT")
    with path.open("r+b") as file:
        for place, content in (_COUNT, _WRITER):
            file.seek(place)
            file.write(content)


def _table(resource: Resource) -> str:
    parts = [_column(field) for field in resource.field]
    parts += [f"PRIMARY KEY ({_listed(resource.primary_key)})"] if resource.primary_key else []
    parts += [f"UNIQUE ({_listed(key)})" for key in resource.unique]
    parts += [
        f"FOREIGN KEY ({_listed(key.fields)}) REFERENCES {_quoted(key.resource)} ({_listed(key.reference)})"
        for key in resource.foreign_key
    ]
    return f"CREATE TABLE {_quoted(resource.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(field: Field) -> str:
    needed = " NOT NULL" if field.required else ""
    values = ", ".join(_literal(value) for value, _ in field.values)
    return f"{_quoted(field.name)} {_TYPES[field.type]}{needed}" + (
        f" CHECK ({_quoted(field.name)} IN ({values}))" if values else ""
    )


def _indexes(resource: Resource) -> Iterator[str]:
    for key in resource.foreign_key:
        name = f"{resource.name}_by_{'_'.join(key.fields)}"
        yield f"CREATE INDEX {_quoted(name)} ON {_quoted(resource.name)} ({_listed(key.fields)})"


def _describe(base: sqlite3.Connection, published: Published) -> None:
    """Put beside the tables what they mean, so that the file explains itself."""
    meta = asdict(published.meta)
    about = [(key, str(meta[key])) for key in ("title", "name", "version", "description", "licence", "base_url")]
    columns = [
        (each.name, field.name, field.type, field.meaning, str(field.example))
        for each in all_resources()
        for field in each.field
    ]
    meanings = [(name, *pair) for name, pairs in value_entries().items() for pair in pairs]
    meanings += [("event_type", each.name, each.definition) for each in type_entries()]
    for table, names, rows in (
        ("about_dataset", ("property", "value"), about),
        ("about_columns", ("table_name", "column_name", "type", "meaning", "example"), columns),
        ("about_values", ("enum", "value", "meaning"), meanings),
    ):
        base.execute(f"CREATE TABLE {table} ({', '.join(f'{name} TEXT NOT NULL' for name in names)})")
        _insert(base, table, len(names), iter(rows))


def _insert(base: sqlite3.Connection, table: str, width: int, rows: Iterator[tuple[object, ...]]) -> None:
    base.executemany(f"INSERT INTO {_quoted(table)} VALUES ({', '.join('?' * width)})", rows)


def _rows(file: Path) -> Iterator[tuple[object, ...]]:
    for batch in read_groups(file, 8_192):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield tuple(cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
