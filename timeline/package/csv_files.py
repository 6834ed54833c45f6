"""CSV as it is published: UTF-8, comma, line feed, text in quotes, an absent value as an empty cell.

A text cell that a spreadsheet would run as a formula gets an apostrophe in front. That is reversible: take one
apostrophe off every text cell that matches ``^'+[=+\\-@\\t\\r\\n＝＋－＠]``; no other cell was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

FORMULA = r"[=+\-@\t\r\n＝＋－＠]"  # https://owasp.org/www-community/attacks/CSV_Injection


def write_csv(table: pa.Table, path: Path) -> None:
    """Write a table as CSV that is safe to open in a spreadsheet."""
    options = pacsv.WriteOptions(quoting_style="needed", quoting_header="none")
    pacsv.write_csv(_map_text(table, _guard), path, options)


def cell_texts(table: pa.Table) -> pa.Table:
    """Return every cell as the text its CSV cell stands for, null where it is absent."""
    return pa.table({name: pc.cast(table[name], pa.string()) for name in table.column_names})


def read_csv_texts(path: Path, columns: tuple[str, ...]) -> Iterator[pa.Table]:
    """Read a published CSV piece by piece: every cell as text, apostrophes of the guard taken off, empty as null.

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
            yield _map_text(pa.Table.from_batches([batch]), _unguard)


def _map_text(table: pa.Table, change: object) -> pa.Table:
    columns = [change(c) if pa.types.is_string(c.type) else c for c in table.columns]  # type: ignore[operator]
    return pa.table(dict(zip(table.column_names, columns, strict=True)))


def _guard(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.replace_substring_regex(column, rf"\A('*{FORMULA})", r"'\1")


def _unguard(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pc.any(pc.starts_with(column, "'")).as_py():  # the usual case, and much cheaper than the expression
        return column
    return pc.replace_substring_regex(column, rf"\A'('*{FORMULA})", r"\1")
