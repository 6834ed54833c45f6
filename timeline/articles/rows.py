"""Articles in tables, one per row: JSON Lines, CSV and Parquet with the same columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from timeline.articles.metadata import cleaned, has_bad_characters, short, unix_lines
from timeline.articles.streams import LONGEST_LINE, lines
from timeline.errors import InputError
from timeline.models import Article

COLUMNS = ("article_id", "text", "title", "publisher", "url", "language", "published")
_BATCH = 256

Row = tuple[int, object]
"""Number as the user counts it (line or row, from 1), and the row as a mapping, or the InputError it gave."""


def row_article(row: object, path: str) -> Article:
    """Make the article of one row. Raises InputError naming the column, what was seen and what to do."""
    if not isinstance(row, Mapping):
        raise InputError(f"the row is {short(row)}; give an object with article_id and text")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"text is {short(text)}; give the text of the article")
    if has_bad_characters(text):
        raise InputError("text is binary (it holds NUL or half a surrogate pair); give plain text")
    fields = {"language": "", **cleaned(row)}
    if "article_id" not in fields:
        raise InputError("article_id is missing; give each row one of its own")
    return Article(text=unix_lines(text), path=path, **fields)


def json_rows(stream: BinaryIO) -> Iterator[Row]:
    """Read JSON Lines: one object per line, blank lines aside."""
    for number, line in lines(stream):
        if isinstance(line, InputError):
            yield number, line
        elif line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                reason = getattr(error, "msg", "nested too deeply or a number too long")
                yield number, InputError(f"the line is no JSON object ({reason}): {short(line.rstrip())}")


def csv_rows(stream: BinaryIO) -> Iterator[Row]:
    """Read a CSV table with a header, separated by commas, semicolons or tabs; its first bad row ends it."""
    csv.field_size_limit(LONGEST_LINE)  # the module's own limit is 131,072 characters
    text = _sound(stream)
    head = next(text)
    separator = max(",;\t", key=head.count)
    reader = csv.reader(_with_head(head, text), delimiter=separator, strict=True)
    number = 0
    try:
        header = [name.strip().lower() for name in next(reader)]
        _check_columns(header)
        for number, cells in enumerate(reader, 1):
            if not cells:
                continue
            if len(cells) != len(header):
                yield number, InputError(f"the row has {len(cells)} cells and the header {len(header)}; quote the text")
            else:
                yield number, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        yield number + 1, InputError(f"the row is not sound CSV ({error}); close its quotes, and double quotes inside")
    except _BadLineError as error:
        yield number + 1, InputError(str(error))


class _BadLineError(Exception):
    """A line that no row can be made of."""


def _sound(stream: BinaryIO) -> Iterator[str]:
    for number, line in lines(stream):
        if isinstance(line, InputError):
            if number == 1:
                raise line
            raise _BadLineError(str(line))
        yield line


def _with_head(head: str, rest: Iterator[str]) -> Iterator[str]:
    yield head
    yield from rest


def parquet_rows(stream: BinaryIO) -> Iterator[Row]:
    """Read a Parquet table, some rows at a time."""
    import pyarrow as pa  # half a second that only Parquet needs
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        names = {name.lower(): name for name in table.schema_arrow.names}
        _check_columns(list(names))
        wanted = {names[name]: name for name in COLUMNS if name in names}
        number = 0
        for batch in table.iter_batches(_BATCH, columns=list(wanted)):
            for row in batch.to_pylist():
                number += 1
                yield number, {wanted[name]: value for name, value in row.items()}
    except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"the file is not sound Parquet ({reason[:160]}); write it anew") from error


def _check_columns(header: list[str]) -> None:
    """Tell which of the two columns that every table needs is missing."""
    missing = [name for name in ("article_id", "text") if name not in header]
    if missing:
        raise InputError(f"there is no column {' or '.join(missing)}; the columns are {short(', '.join(header))}")
