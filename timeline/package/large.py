"""Rows that come in no order become the sorted tables that are published, however many: sorted through the disk.

The tables lie in files that are mapped into memory, not read: the system takes back what is not being looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.package.parquet_files import ROW_GROUP
from timeline.package.schema import Resource, all_resources
from timeline.package.tables import Tables, arrow_schema, sort_keys, table_of

_ROWS = 2048  # checked and written at a time
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "256MB", "threads": 2}


def sorted_tables(rows: Iterable[tuple[str, Mapping[str, object]]], folder: Path) -> Tables:
    """The tables of all resources, from rows with the names of theirs; ``folder`` must last as long as they do.

    What is wrong with a row is a PackageError, as `to_tables` raises it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        heaps = {each.name: stack.enter_context(_Heap(each, folder)) for each in all_resources()}
        for name, row in rows:
            heaps[name].add(row)
    for each in all_resources():
        _sort(each, folder)
    return Mapped(folder)


class Mapped(Mapping[str, pa.Table]):
    """Tables in files, each mapped when it is asked for and let go with the last who uses it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> pa.Table:
        with pa.memory_map(str(self._folder / f"{name}.arrow")) as mapped:
            return pa.ipc.open_file(mapped).read_all()

    def __iter__(self) -> Iterator[str]:
        return (each.name for each in all_resources())

    def __len__(self) -> int:
        return len(all_resources())


class _Heap:
    """The rows of a resource in a file, as they came."""

    def __init__(self, resource: Resource, folder: Path) -> None:
        self._resource = resource
        self._rows: list[Mapping[str, object]] = []
        self._done = 0
        self._writer = pq.ParquetWriter(_heap(folder, resource), arrow_schema(resource), compression="zstd")

    def __enter__(self) -> _Heap:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: Mapping[str, object]) -> None:
        """Take a row."""
        self._rows.append(row)
        if len(self._rows) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            self._writer.write_table(table_of(self._resource, rows, self._done))
            self._done += len(rows)


def _heap(folder: Path, resource: Resource) -> Path:
    return folder / f"{resource.name}.parquet"


def _sort(resource: Resource, folder: Path) -> None:
    path = folder / f"{resource.name}.arrow"
    schema = arrow_schema(resource)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for group in _row_groups(resource, folder):
            writer.write_table(group, max_chunksize=ROW_GROUP)
    _heap(folder, resource).unlink()


def _row_groups(resource: Resource, folder: Path) -> Iterator[pa.Table]:
    """The rows in order, one table with one chunk per column for each row group that will be published."""
    waiting = arrow_schema(resource).empty_table()
    for batch in _in_order(resource, folder):
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch]).cast(arrow_schema(resource))])
        while waiting.num_rows >= ROW_GROUP:
            yield waiting.slice(0, ROW_GROUP).combine_chunks()
            waiting = waiting.slice(ROW_GROUP)
    if waiting.num_rows:
        yield waiting.combine_chunks()


def _in_order(resource: Resource, folder: Path) -> Iterator[pa.RecordBatch]:
    path = "".join(f"[{letter}]" if letter in "[*?" else letter for letter in str(_heap(folder, resource)))
    keys = ", ".join(f'"{key}" ASC NULLS LAST' for key in sort_keys(resource))
    with duckdb.connect(config={**_SETTINGS, "temp_directory": str(folder / "spill")}) as connection:
        connection.read_parquet(path).create_view("heap")
        yield from connection.sql(f"SELECT * FROM heap ORDER BY {keys}").to_arrow_reader(_ROWS * 4)
