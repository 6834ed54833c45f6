"""CSV as it is published: UTF-8, comma, line feed, quotes where they are needed, an absent value as an empty cell.

A cell holds the text of the Parquet cell and nothing else: data is read by programs. Only the .xlsx of the site is made
for spreadsheets, and only there are cells defused that a spreadsheet would run as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

BATCH = 65_536
_WRITING = pacsv.WriteOptions(quoting_style="needed", quoting_header="none", batch_size=BATCH)


def write_csv(tables: Iterable[pa.Table], path: Path) -> None:
    """Write tables (at least one) below each other as CSV."""
    waiting = iter(tables)
    first = next(waiting)
    with pacsv.CSVWriter(path, first.schema, write_options=_WRITING) as writer:
        for table in chain([first], waiting):
            writer.write_table(table)


def is_csv_of(parquet: Path, file: Path) -> bool:
    """Return whether a CSV file has the very bytes that the rows of a Parquet file give when they are written here.

    Another version of the library may quote otherwise, so False only means: compare the cells.
    """
    with pq.ParquetFile(parquet) as rows, file.open("rb") as found:
        sink = _Compared(found)
        with (
            pa.PythonFile(sink, mode="w") as out,
            pacsv.CSVWriter(out, rows.schema_arrow, write_options=_WRITING) as to,
        ):
            for batch in rows.iter_batches(BATCH):
                to.write_batch(batch)
                if not sink.same:
                    return False
        return sink.same and not found.read(1)


class _Compared:
    """A file to write to that compares what comes with what another file has."""

    def __init__(self, expected: BinaryIO) -> None:
        self._expected = expected
        self.same = True
        self.closed = False

    def write(self, data: bytes) -> int:
        self.same = self.same and self._expected.read(len(data)) == data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True


def cell_texts(table: pa.Table) -> pa.Table:
    """Return every cell as the text its CSV cell stands for, null where it is absent."""
    return pa.table({name: pc.cast(table[name], pa.string()) for name in table.column_names})


def read_csv_texts(path: Path, columns: tuple[str, ...]) -> Iterator[pa.Table]:
    """Read a published CSV piece by piece: every cell as text, empty as null.

    A header or row that does not have exactly these columns is a pyarrow.ArrowInvalid.
    """
    options = pacsv.ConvertOptions(
        column_types=dict.fromkeys(columns, pa.string()),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    parsing = pacsv.ParseOptions(newlines_in_values=True)
    with pacsv.open_csv(path, pacsv.ReadOptions(block_size=1 << 23), parsing, options) as reader:
        if tuple(reader.schema.names) != columns:
            raise pa.ArrowInvalid(f"the header is {', '.join(reader.schema.names)}")
        for batch in reader:
            yield pa.Table.from_batches([batch])
