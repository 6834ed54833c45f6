"""Checks that the CSV files hold the same rows as the Parquet files, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from timeline.package.csv_files import BATCH, cell_texts, is_csv_of, read_csv_texts
from timeline.package.layout import file_of
from timeline.package.problems import Cells, Problem, cell_problem, more_problems, shown
from timeline.package.schema import Resource

RULE = "csv: the CSV has the rows of the Parquet file"
# If a row was put in or taken out, every later cell differs: that is counted, but so much is enough to say it.
COUNTED = 100_000


def check_csv(folder: Path, resource: Resource, limit: int) -> Iterator[Problem]:
    """Compare the CSV file of a resource with its Parquet file; name at most ``limit`` cells and count the others."""
    file = file_of(resource, "csv")
    parquet = folder / file_of(resource, "parquet")
    try:
        if is_csv_of(parquet, folder / file):
            return
        with pq.ParquetFile(parquet) as opened:
            differences = _compare(_Rows(read_csv_texts(folder / file, resource.columns)), opened, resource)
            yield from islice(differences, limit)
            more = sum(1 for _ in islice(differences, COUNTED))
        if more:
            rule = RULE if more < COUNTED else f"{RULE} (counting stopped at {COUNTED})"
            yield more_problems(file, resource.name, resource.columns, rule, more)
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        columns = f"csv: a CSV file in UTF-8 with the columns {', '.join(resource.columns)}"
        yield Problem(file, "", f"cannot be read: {error}", columns)


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


def _compare(rows: _Rows, parquet: pq.ParquetFile, resource: Resource) -> Iterator[Problem]:
    file = file_of(resource, "csv")
    done = 0
    for batch in parquet.iter_batches(batch_size=BATCH):
        wanted = cell_texts(pa.Table.from_batches([batch]))
        seen = rows.take(wanted.num_rows)
        count = 0 if seen is None else seen.num_rows
        if seen is not None:
            yield from _unequal_cells(resource, seen, wanted.slice(0, count), done)
        done += count
        if count < wanted.num_rows:
            yield Problem(file, f"row {done + 1}", "is missing", RULE, Cells(resource.name, done + 1, (), {}, {}))
            return
    more = rows.take(1)
    if more is not None and more.num_rows:
        yield Problem(file, f"row {done + 1}", "is one too many", RULE, Cells(resource.name, done + 1, (), {}, {}))


def _unequal_cells(resource: Resource, seen: pa.Table, wanted: pa.Table, done: int) -> Iterator[Problem]:
    for name in wanted.column_names:
        have, want = seen[name], wanted[name]
        if have.equals(want):
            continue
        same = pc.or_kleene(pc.equal(have, want), pc.and_(pc.is_null(have), pc.is_null(want)))
        for index in pc.indices_nonzero(pc.invert(pc.fill_null(same, False))).to_pylist():
            cells = Cells(resource.name, done + index + 1, (name,), {}, {name: have[index].as_py()})
            yield cell_problem(file_of(resource, "csv"), cells, f"{RULE}: {shown(want[index].as_py())}")
