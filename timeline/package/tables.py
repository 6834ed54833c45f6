"""Rows to Arrow tables and back: exact columns and types, one way to say that a value is absent, one order.

Absent is null: callers may pass None or "" for text, None for the rest. No cell ever holds an empty text or a NaN.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import pyarrow as pa

from timeline.errors import PackageError
from timeline.models import Rows
from timeline.package.schema import Field, Resource, all_resources

Tables = Mapping[str, pa.Table]
Groups = Callable[[Resource], Iterable[pa.Table]]
"""The sorted rows of a resource, one table (a chunk per column) for each row group of its file; at least one."""

ROW_GROUP = 65_536  # a one-year query over HTTP fetches 0.6 MB of a million events; other sizes measured worse
ARROW_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}


def arrow_schema(resource: Resource) -> pa.Schema:
    """Return the Arrow schema of a resource: types, and whether a column may hold nulls."""
    return pa.schema([pa.field(f.name, ARROW_TYPES[f.type], nullable=not f.required) for f in resource.field])


def to_tables(rows: Rows) -> Tables:
    """Make the sorted tables of all resources; a resource without rows may be left out.

    An unknown resource, an unknown or missing column, a value of another type, or none where one is required, is a
    PackageError that names it.
    """
    known = [each.name for each in all_resources()]
    if unknown := sorted(set(rows) - set(known)):
        raise PackageError(f"rows: unknown resource {unknown[0]}; the dataset has {', '.join(known)}")
    return {each.name: sort_table(each, table_of(each, rows.get(each.name, []))) for each in all_resources()}


def in_groups(tables: Tables) -> Groups:
    """The row groups of tables that are in memory."""

    def groups(resource: Resource) -> Iterable[pa.Table]:
        table = tables[resource.name]
        return (table.slice(start, ROW_GROUP) for start in range(0, max(table.num_rows, 1), ROW_GROUP))

    return groups


def to_rows(tables: Mapping[str, pa.Table]) -> Rows:
    """Return the rows of the tables, as `to_tables` takes them: None is absent, dates are datetime.date."""
    return {name: table.to_pylist() for name, table in tables.items()}


def sort_table(resource: Resource, table: pa.Table) -> pa.Table:
    """Order the rows by the sort columns of the resource (nulls last), ties by all others; one chunk per column.

    One chunk, because the bytes of a Parquet file depend on how its input was chunked.
    """
    keys = [(key, "ascending", "at_end") for key in sort_keys(resource)]
    return table.take(pa.compute.sort_indices(table, keys)).combine_chunks()


def sort_keys(resource: Resource) -> list[str]:
    """The columns that rows are ordered by, the first one first, nulls last."""
    ties = () if set(resource.primary_key) & set(resource.sort) else resource.columns
    return list(dict.fromkeys((*resource.sort, *ties)))


def table_of(resource: Resource, rows: Sequence[Mapping[str, object]], before: int = 0) -> pa.Table:
    """Make the table of some rows as they come; ``before`` are those that came earlier, for what errors say."""
    _check_columns(resource, rows, before)
    columns = [_column(resource, field, rows, before) for field in resource.field]
    return pa.Table.from_arrays(columns, schema=arrow_schema(resource))


def _check_columns(resource: Resource, rows: Sequence[Mapping[str, object]], before: int) -> None:
    expected = frozenset(resource.columns)
    for number, row in enumerate(rows, before + 1):
        if row.keys() != expected:
            place = f"rows: {resource.name}, row {number}"
            if unknown := sorted(set(row) - expected):
                raise PackageError(f"{place}: unknown column {unknown[0]}; it has {', '.join(resource.columns)}")
            raise PackageError(f"{place}: column {sorted(expected - set(row))[0]} is missing")


def _column(resource: Resource, field: Field, rows: Sequence[Mapping[str, object]], before: int) -> pa.Array:
    values = [row[field.name] for row in rows]
    read = {"string": _text, "integer": _whole, "number": _number, "date": _date}[field.type]
    cells: list[object] = []
    for number, value in enumerate(values, before + 1):
        try:
            cell = read(value)
        except (ValueError, OverflowError) as error:
            raise PackageError(f"rows: {resource.name}, row {number}, column {field.name}: {error}") from error
        if cell is None and field.required:
            raise PackageError(f"rows: {resource.name}, row {number}, column {field.name}: a value is required")
        cells.append(cell)
    return pa.array(cells, type=ARROW_TYPES[field.type])


def _text(value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"expected text, found {value!r}")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError(f"{value!r} holds half a surrogate pair and is no text") from None
    return value


def _whole(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise ValueError(f"expected a whole number, found {value!r}")
    return value


def _number(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"expected a finite number, found {value!r}")
    return float(value) + 0.0  # never a negative zero


def _date(value: object) -> dt.date | None:
    if value is None:
        return None
    if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
        raise ValueError(f"expected a datetime.date, found {value!r}")
    return value
