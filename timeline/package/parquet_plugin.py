"""A Frictionless plugin that reads Parquet as it is: batch by batch, every type as itself, the file hashed, measured.

The reader that Frictionless 5.21 brings goes through pandas: a whole number that may be absent becomes a float, an
absent number or time is no null but NaN or NaT (so that ``required`` passes), a list is refused as an array, ``hash``
passes unseen and ``bytes`` always fails. This one has none of that. It is registered only inside `reading_parquet`,
and under a name of its own (one registered as "parquet" is overwritten, and a top-level module ``frictionless_…``
would be loaded by every Frictionless on the machine), so a user's own Frictionless stays as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from frictionless import Parser, Plugin, errors, system
from frictionless.exception import FrictionlessException

NAME = "timeline-parquet"
BATCH = 16_384
_FORMATS = ("parquet", "parq")


@contextmanager
def reading_parquet() -> Iterator[None]:
    """Have Frictionless read Parquet with this plugin meanwhile."""
    system.register(NAME, ParquetAsItIs())
    _forget_plugins()
    try:
        yield
    finally:
        system.deregister(NAME)
        _forget_plugins()


def _forget_plugins() -> None:
    """Have Frictionless look again: it keeps an old list of plugins if nobody asked for a hook since it was made."""
    for kept in ("plugins", "methods"):
        vars(system).pop(kept, None)


class ParquetAsItIs(Plugin):  # type: ignore[misc]  # Frictionless has no types here
    """Offers the parser for Parquet resources that are files."""

    def create_parser(self, resource: Any) -> Parser | None:  # noqa: ANN401 - a frictionless.Resource
        """Return the parser for a Parquet file on this machine, None for anything else."""
        return ParquetFileParser(resource) if resource.format in _FORMATS and not resource.remote else None


class ParquetFileParser(Parser):  # type: ignore[misc]
    """Gives the names of the columns, then the rows of a Parquet file, or of the files of a resource in parts."""

    supported_types = "array boolean date datetime duration integer list number object string time year".split()

    def read_cell_stream_create(self) -> Iterator[list[object]]:
        """Yield the header and every row; at the end the resource knows the hash and the size of its bytes."""
        digests = {"md5": hashlib.md5(usedforsecurity=False), "sha256": hashlib.sha256()}
        size, header = 0, None
        for path in self.resource.normpaths:
            with pq.ParquetFile(path) as file:
                if header is None:
                    header = list(file.schema_arrow.names)
                    yield header
                elif header != file.schema_arrow.names:
                    note = f"{path} has the columns {', '.join(file.schema_arrow.names)}, not {', '.join(header)}"
                    raise FrictionlessException(errors.SourceError(note=note))
                for batch in file.iter_batches(BATCH):
                    yield from map(list, zip(*(_cells(column) for column in batch.columns), strict=True))
            size += _digest(Path(path), digests.values())
        stats = self.resource.stats
        stats.bytes, stats.md5, stats.sha256 = size, digests["md5"].hexdigest(), digests["sha256"].hexdigest()


def _cells(column: pa.Array) -> list[object]:
    """Return a column as Python values: None only for null. A time that Python has no value for comes as its number."""
    try:
        found: list[object] = column.to_pylist()
    except (OverflowError, ValueError):  # a day after the year 9999, a nanosecond
        if not pa.types.is_temporal(column.type):
            raise  # text that is no UTF-8
        found = [_time(cell) for cell in column]
    return found


def _time(cell: pa.Scalar) -> object:
    try:
        return cell.as_py()
    except (OverflowError, ValueError):
        return str(cell.value)


def _digest(path: Path, digests: Any) -> int:  # noqa: ANN401 - hashes of hashlib
    size = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            size += len(piece)
            for each in digests:
                each.update(piece)
    return size
