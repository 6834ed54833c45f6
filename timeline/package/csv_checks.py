"""Checks that the CSV files hold the same rows as the Parquet files, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from timeline.package.csv_files import cell_texts, read_csv_texts
from timeline.package.layout import file_of
from timeline.package.problems import Problem, shown
from timeline.package.schema import Resource

RULE = "the CSV has the rows of the Parquet file"


def check_csv(folder: Path, resource: Resource, limit: int) -> Iterator[Problem]:
    """Compare the CSV file of a resource with its Parquet file, piece by piece; report at most ``limit`` cells."""
    file = file_of(resource, "csv")
    found = 0
    try:
        with pq.ParquetFile(folder / file_of(resource, "parquet")) as parquet:
            for problem in _compare(_Rows(read_csv_texts(folder / file, resource.columns)), parquet, file):
                yield problem
                found += 1
                if found == limit:
                    yield Problem(file, "", f"the first {limit} differences are shown", RULE)
                    return
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        yield Problem(file, "", f"cannot be read: {error}", f"CSV with the columns {', '.join(resource.columns)}")


class _Rows:
    """Takes rows from pieces of any length."""

    def __init__(self, pieces: Iterator[pa.Table]) -> None:
        self._pieces = pieces
        self._rest: pa.Table | None = None

    def take(self, count: int) -> pa.Table | None:
        """Return the next ``count`` rows, or as many as are left; None if none ever came."""
        while self._rest is None or self._rest.num_rows < count:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._rest = piece if self._rest is None else pa.concat_tables([self._rest, piece])
        if self._rest is None:
            return None
        taken, self._rest = self._rest.slice(0, count), self._rest.slice(count)
        return taken


def _compare(rows: _Rows, parquet: pq.ParquetFile, file: str) -> Iterator[Problem]:
    done = 0
    for batch in parquet.iter_batches(batch_size=65_536):
        wanted = cell_texts(pa.Table.from_batches([batch]))
        seen = rows.take(wanted.num_rows)
        count = 0 if seen is None else seen.num_rows
        if seen is not None:
            yield from _unequal_cells(file, seen, wanted.slice(0, count), done)
        done += count
        if count < wanted.num_rows:
            yield Problem(file, f"row {done + 1}", "is missing", RULE)
            return
    more = rows.take(1)
    if more is not None and more.num_rows:
        yield Problem(file, f"row {done + 1}", "is one too many", RULE)


def _unequal_cells(file: str, seen: pa.Table, wanted: pa.Table, done: int) -> Iterator[Problem]:
    for name in wanted.column_names:
        have, want = seen[name], wanted[name]
        if have.equals(want):
            continue
        same = pc.or_kleene(pc.equal(have, want), pc.and_(pc.is_null(have), pc.is_null(want)))
        for index in pc.indices_nonzero(pc.invert(pc.fill_null(same, False))).to_pylist():
            place = f"row {done + index + 1}, column {name}"
            yield Problem(file, place, f"found {shown(have[index].as_py())}", f"{RULE}: {shown(want[index].as_py())}")
