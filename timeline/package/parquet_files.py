"""Parquet as it is published: zstd, fixed row groups, the same bytes for the same rows and library version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.package.tables import ROW_GROUP


def write_parquet(tables: Iterable[pa.Table], path: Path, notes: Mapping[str, str]) -> None:
    """Write tables (sorted, one chunk per column; at least one) below each other, with a few words in the footer.

    The Arrow schema is not stored: the plain types come back as they are, and nothing depends on the writer.
    """
    waiting = iter(tables)
    first = next(waiting)
    with pq.ParquetWriter(path, first.schema, compression="zstd", store_schema=False) as writer:
        for table in chain([first], waiting):
            writer.write_table(table, row_group_size=ROW_GROUP)
        writer.add_key_value_metadata(dict(notes))


def read_groups(path: Path, rows: int = ROW_GROUP) -> Iterator[pa.Table]:
    """Read a published Parquet file piece by piece, at least one, without its footer notes."""
    with pq.ParquetFile(path) as file:
        if not file.metadata.num_rows:
            yield file.schema_arrow.remove_metadata().empty_table()
        for batch in file.iter_batches(rows):
            yield pa.Table.from_batches([batch]).replace_schema_metadata(None)


def read_parquet(path: Path) -> pa.Table:
    """Read a published Parquet file without its footer notes."""
    with pq.ParquetFile(path) as file:
        return file.read().replace_schema_metadata(None)
