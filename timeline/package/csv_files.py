"""CSV as it is published: UTF-8, comma, line feed, text in quotes, an absent value as an empty cell.

The cells are exact: nothing is added against spreadsheets that run text as a formula. Only the .xlsx of the site is
made for spreadsheets, and only there are such cells defused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv


def write_csv(table: pa.Table, path: Path) -> None:
    """Write a table as CSV, every cell as it is."""
    pacsv.write_csv(table, path, pacsv.WriteOptions(quoting_style="needed", quoting_header="none"))


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
