"""Rows that come in no order become the sorted tables that are published, however many: sorted through the disk.

No table is ever in memory as a whole: one row group after the other goes from the disk into the files of the package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.package.constraints import quoted
from timeline.package.queries import opened, rows_of
from timeline.package.schema import Resource, all_resources
from timeline.package.tables import ROW_GROUP, Groups, arrow_schema, sort_keys, table_of

_ROWS = 2048  # checked and written at a time


def sorted_tables(rows: Iterable[tuple[str, Mapping[str, object]]], folder: Path) -> Groups:
    """The tables of all resources, from rows with the names of theirs; ``folder`` must last as long as they do.

    They are sorted when they are asked for. What is wrong with a row is a PackageError, as `to_tables` raises it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        heaps = {each.name: stack.enter_context(_Heap(each, folder)) for each in all_resources()}
        for name, row in rows:
            heaps[name].add(row)
    return lambda resource: _row_groups(resource, folder)


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


def _row_groups(resource: Resource, folder: Path) -> Iterator[pa.Table]:
    """The rows in order, one table with one chunk per column for each row group that will be published."""
    waiting, full = arrow_schema(resource).empty_table(), False
    for batch in _in_order(resource, folder):
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch]).cast(arrow_schema(resource))])
        while waiting.num_rows >= ROW_GROUP:
            yield waiting.slice(0, ROW_GROUP).combine_chunks()
            waiting = waiting.slice(ROW_GROUP)
            full = True
    if waiting.num_rows or not full:
        yield waiting.combine_chunks()


def _in_order(resource: Resource, folder: Path) -> Iterator[pa.RecordBatch]:
    keys = ", ".join(f"{quoted(key)} ASC NULLS LAST" for key in sort_keys(resource))
    with opened(folder, threads=1) as connection:  # sorting in two needs more memory when there is much
        rows_of(connection, "heap", _heap(folder, resource))
        yield from connection.sql(f"SELECT * FROM heap ORDER BY {keys}").to_arrow_reader(_ROWS * 4)
