"""Runs the checks of the schema over every row of the Parquet files, column by column, in DuckDB."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from timeline.package.constraints import Check, checks_of, quoted
from timeline.package.edtf import Reading, read_edtf
from timeline.package.layout import file_of
from timeline.package.problems import Cells, Problem, cell_problem, more_problems
from timeline.package.queries import opened, rows_of
from timeline.package.schema import Resource, all_resources, resource

ROW = "file_row_number"
# What these optimizers leave out because a file's own statistics say so, a validator must look at: the statistics
# know nothing of NaN (DuckDB 2.0 then finds that NaN <= 100), and may be as wrong as the rest of the file.
_TRUSTING = "statistics_propagation,filter_pushdown,join_filter_pushdown"
_SETTINGS: dict[str, str | int | bool] = {
    "memory_limit": "512MB",
    "threads": min(os.cpu_count() or 1, 4),  # each needs room of its own
    "preserve_insertion_order": False,
    "disabled_optimizers": _TRUSTING,
}
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
            table = resource(name)
            checks = checks_of(table)
            if len(names) < len(all_resources()):
                checks = tuple(each for each in checks if _can_run(connection, each))
            try:
                yield from _check_resource(connection, table, checks, limit)
            except duckdb.Error as error:  # text that is no UTF-8, a page that does not unpack
                file = file_of(table, "parquet")
                yield Problem(file, "", f"its rows cannot be read: {error}", "whole: a whole Parquet file")


def _check_resource(
    connection: duckdb.DuckDBPyConnection, table: Resource, checks: Sequence[Check], limit: int
) -> Iterator[Problem]:
    if not connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone():
        return
    for check in _broken(connection, checks):
        yield from _faults(connection, check, limit)


def _can_run(connection: duckdb.DuckDBPyConnection, check: Check) -> bool:
    """Return whether all that a check looks into is there; what is missing or not sound is reported elsewhere."""
    try:
        connection.execute(f"EXPLAIN SELECT ({check.holds}) FROM {check.resource} AS this")
    except duckdb.CatalogException:
        return False
    return True


@contextmanager
def _opened(folder: Path, names: Sequence[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    with opened(None, **_SETTINGS) as connection:
        for name in names:
            rows_of(connection, name, folder / file_of(resource(name), "parquet"), numbered=True)
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


def _broken(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> list[Check]:
    """Find which of the checks any row breaks, in one scan."""
    marks = ", ".join(f"coalesce(bool_and({each.holds}), TRUE)" for each in checks)
    marked = connection.execute(f"SELECT {marks} FROM {checks[0].resource} AS this").fetchone() or ()
    return [each for each, holds in zip(checks, marked, strict=True) if not holds]


def _faults(connection: duckdb.DuckDBPyConnection, check: Check, limit: int) -> Iterator[Problem]:
    table = resource(check.resource)
    file = file_of(table, "parquet")
    wanted = list(dict.fromkeys((*table.primary_key, *check.columns)))
    names = ", ".join(map(quoted, wanted))
    broken = f"FROM {check.resource} AS this WHERE NOT coalesce(({check.holds}), TRUE)"
    rows = connection.execute(f"SELECT {ROW}, {names} {broken} ORDER BY {ROW} LIMIT {limit}").fetchall()
    for number, *values in rows:
        named = dict(zip(wanted, values, strict=True))
        key = {column: named[column] for column in table.primary_key}
        cells = Cells(table.name, number + 1, check.columns, key, {column: named[column] for column in check.columns})
        yield cell_problem(file, cells, check.rule)
    if len(rows) == limit:
        (total,) = connection.execute(f"SELECT count(*) {broken}").fetchone() or (0,)
        if total > limit:
            yield more_problems(file, table.name, check.columns, check.rule, total - limit)
