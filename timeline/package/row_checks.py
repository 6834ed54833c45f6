"""Runs the checks of the schema over every row of the Parquet files, column by column, in DuckDB."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from timeline.package.constraints import Check, checks_of, quoted
from timeline.package.edtf import Reading, read_edtf
from timeline.package.layout import file_of
from timeline.package.problems import Problem, shown
from timeline.package.schema import Resource, resource

ROW = "file_row_number"
# What these optimizers leave out because a file's own statistics say so, a validator must look at: the statistics
# know nothing of NaN (DuckDB 2.0 then finds that NaN <= 100), and may be as wrong as the rest of the file.
_TRUSTING = "statistics_propagation,filter_pushdown,join_filter_pushdown"
_EDTF = pa.schema(
    {
        "value": pa.string(),
        "start_date": pa.date32(),
        "end_date": pa.date32(),
        "precision": pa.string(),
        "bounded": pa.bool_(),
    }
)
_MACROS = """
CREATE MACRO edtf_start(x) AS (SELECT first(start_date) FROM edtf WHERE edtf.value = x);
CREATE MACRO edtf_end(x) AS (SELECT first(end_date) FROM edtf WHERE edtf.value = x);
CREATE MACRO edtf_precision(x) AS (SELECT first("precision") FROM edtf WHERE edtf.value = x);
CREATE MACRO edtf_bounded(x) AS coalesce((SELECT first(bounded) FROM edtf WHERE edtf.value = x), FALSE);
"""


def check_rows(folder: Path, sound: Iterable[str], limit: int) -> Iterator[Problem]:
    """Check the rows of the resources named in ``sound``, whose files are there with the right columns and types.

    At most ``limit`` rows are reported per rule, and then how many more there are. Checks that look into a resource
    that is not sound are left out: what is wrong with it is reported elsewhere.
    """
    names = list(sound)
    with _opened(folder, names) as connection:
        for name in names:
            try:
                yield from _check_resource(connection, resource(name), limit)
            except duckdb.Error as error:  # text that is no UTF-8, a page that does not unpack
                file = file_of(resource(name), "parquet")
                yield Problem(file, "", f"its rows cannot be read: {error}", "a whole Parquet file")


def _check_resource(connection: duckdb.DuckDBPyConnection, table: Resource, limit: int) -> Iterator[Problem]:
    if not connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone():
        return
    checks = checks_of(table)
    cheap = [each for each in checks if each.cheap]
    others = [each for each in checks if not each.cheap]
    yield from _run(connection, [*_broken(connection, cheap), *others], limit)


@contextmanager
def _opened(folder: Path, names: Sequence[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    with tempfile.TemporaryDirectory() as spill, duckdb.connect(config={"temp_directory": spill}) as connection:
        connection.execute(f"SET disabled_optimizers = '{_TRUSTING}'")
        for name in names:
            path = _unglobbed(folder / file_of(resource(name), "parquet"))
            connection.read_parquet(path, file_row_number=True).create_view(name)
        connection.register("edtf", _edtf_table(connection, [resource(name) for name in names]))
        connection.execute(_MACROS)
        yield connection


def _edtf_table(connection: duckdb.DuckDBPyConnection, found: Iterable[Resource]) -> pa.Table:
    """Read every distinct EDTF string of the package once: the rules then join with the result."""
    columns = [(each.name, field.name) for each in found for field in each.field if field.format == "edtf"]
    values: set[str] = set()
    for table, column in columns:
        rows = connection.execute(f"SELECT DISTINCT {quoted(column)} FROM {table}").fetchall()
        values |= {value for (value,) in rows if value is not None}
    readings = [(value, reading) for value in sorted(values) if (reading := read_edtf(value))]
    return pa.table([_cells(readings, key) for key in _EDTF.names], schema=_EDTF)


def _cells(readings: Sequence[tuple[str, Reading]], key: str) -> list[str | dt.date | bool | None]:
    part = {"value": "value", "start_date": "start", "end_date": "end"}.get(key, key)
    return [value if part == "value" else getattr(reading, part) for value, reading in readings]


def _broken(connection: duckdb.DuckDBPyConnection, cheap: Sequence[Check]) -> list[Check]:
    """Find which of the checks any row breaks, in one scan."""
    marks = ", ".join(f"coalesce(bool_and({each.holds}), TRUE)" for each in cheap)
    marked = connection.execute(f"SELECT {marks} FROM {cheap[0].resource} AS this").fetchone() or ()
    return [each for each, holds in zip(cheap, marked, strict=True) if not holds]


def _run(connection: duckdb.DuckDBPyConnection, checks: Iterable[Check], limit: int) -> Iterator[Problem]:
    for each in checks:
        try:
            yield from _faults(connection, each, limit)
        except duckdb.CatalogException:  # it looks into a resource that is missing or not sound, reported elsewhere
            continue


def _faults(connection: duckdb.DuckDBPyConnection, check: Check, limit: int) -> list[Problem]:
    table = resource(check.resource)
    keys = [*table.primary_key, *(each for each in check.columns if each not in table.primary_key)]
    wanted = ", ".join(map(quoted, keys))
    broken = f"FROM {check.resource} AS this WHERE NOT coalesce(({check.holds}), TRUE)"
    rows = connection.execute(f"SELECT {ROW}, {wanted} {broken} ORDER BY {ROW} LIMIT {limit + 1}").fetchall()
    found = [_problem(table, check, keys, row) for row in rows[:limit]]
    if len(rows) > limit:
        (total,) = connection.execute(f"SELECT count(*) {broken}").fetchone() or (0,)
        place = f"columns {', '.join(check.columns)}"
        seen = f"{total - limit} more rows break the same rule"
        found.append(Problem(file_of(table, "parquet"), place, seen, check.rule))
    return found


def _problem(table: Resource, check: Check, keys: Sequence[str], row: Sequence[object]) -> Problem:
    number, *cells = row
    named = dict(zip(keys, cells, strict=True))
    names = ", ".join(f"{key}: {named[key]}" for key in table.primary_key)
    place = f"row {int(str(number)) + 1}{f' ({names})' if names else ''}, column {', '.join(check.columns)}"
    seen = shown(cells[-1]) if len(check.columns) == 1 else ", ".join(f"{c} {shown(named[c])}" for c in check.columns)
    return Problem(file_of(table, "parquet"), place, f"found {seen}", check.rule)


def _unglobbed(path: Path) -> str:
    """Return the path so that DuckDB reads this file, and no pattern into its name."""
    return "".join(f"[{c}]" if c in "[*?" else c for c in str(path))
