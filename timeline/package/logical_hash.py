"""A hash of the rows themselves, which stays when a library writes the same rows as other bytes.

Of a resource: every row is written as one line of JSON, an array of its cells in the order of the columns, without
spaces: null, a text (UTF-8, only ``"``, ``\\`` and control characters escaped, as Python's json does), a whole
number, a date as "2021-03-01"; a number that need not be whole is the text of the 16 hexadecimal digits of its IEEE
754 double, most significant first, so that nobody's way of printing numbers matters. The SHA-256 of each line
(without line end) is written in hexadecimal; these are sorted, each is followed by a line feed, and the SHA-256 of
that is the resource's. The order of the rows and the file they are in have no part in it.

Of the dataset: the SHA-256 of lines "HASH  RESOURCE", each with a line feed, resources by name, as ``sha256sum`` has
them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.package.layout import file_of
from timeline.package.schema import Resource, all_resources

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class Content:
    """How many rows a resource has, and its logical hash."""

    rows: int
    logical_hash: str


def contents(folder: Path) -> dict[str, Content]:
    """Return rows and logical hash of every resource of a package folder; it keeps 64 bytes a row in memory."""
    return {each.name: _content(folder, each) for each in all_resources()}


def logical_hash(found: Mapping[str, Content]) -> str:
    """Return the logical hash of a dataset from those of its resources."""
    lines = [f"{found[name].logical_hash}  {name}\n" for name in sorted(found)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _content(folder: Path, resource: Resource) -> Content:
    digests: list[str] = []
    with pq.ParquetFile(folder / file_of(resource, "parquet")) as file:
        for batch in file.iter_batches():
            columns = [_written(batch[field.name], field.type == "number") for field in resource.field]
            rows = zip(*columns, strict=True)
            digests.extend(hashlib.sha256(_ENCODE(list(row)).encode()).hexdigest() for row in rows)
    whole = hashlib.sha256()
    for digest in sorted(digests):
        whole.update(f"{digest}\n".encode())
    return Content(len(digests), whole.hexdigest())


def _written(column: pa.Array, number: bool) -> list[object]:
    cells: list[object] = column.to_pylist()
    if number:
        return [struct.pack(">d", cell).hex() if isinstance(cell, float) else None for cell in cells]
    return [cell.isoformat() if isinstance(cell, dt.date) else cell for cell in cells]
