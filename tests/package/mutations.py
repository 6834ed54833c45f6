"""Every constraint that schema.toml declares, each with a package that breaks it once and is sound otherwise.

All is made from the schema: a constraint that is added there is broken here at once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from tests.package.published import filled_row, with_cell, with_row_twice
from timeline.package.schema import Field, Resource, Rule, all_resources
from timeline.package.tables import Tables, arrow_schema

BEYOND = 5_000_000  # days: far after the year 9999
OTHER_TYPES = {"string": pa.binary(), "integer": pa.int32(), "number": pa.float32(), "date": pa.timestamp("ms")}
# What Table Schema can say, so that Frictionless covers it too.
IN_TABLE_SCHEMA = {"required", "enum", "minimum", "maximum", "pattern", "primary key", "unique", "foreign key"}


@dataclass(frozen=True)
class Mutation:
    """One broken constraint: the tables, and where a validator must see it. ``row`` counts from 1; None: no row."""

    resource: str
    rule: str
    columns: tuple[str, ...]
    row: int | None
    tables: Tables

    @property
    def name(self) -> str:
        return f"{self.resource}.{'+'.join(self.columns)}: {self.rule}"


def mutations(tables: Tables) -> Iterator[Mutation]:
    """Break each constraint of each column, each key, each reference and each rule once, in sound tables."""
    for each in all_resources():
        for field in each.field:
            yield from _of_field(tables, each, field)
        yield from _of_keys(tables, each)
        for rule in each.rule:
            for way in rule.broken:
                yield _of_rule(tables, each, rule, way)


def _of_field(tables: Tables, resource: Resource, field: Field) -> Iterator[Mutation]:
    row = filled_row(tables, resource, field.name)
    for rule, value in _wrong_values(field):
        broken = with_cell(tables, resource.name, row, **{field.name: value})
        yield Mutation(resource.name, rule, (field.name,), row + 1, broken)


def types(tables: Tables) -> Iterator[tuple[Resource, dict[str, pa.Table]]]:
    """Give every column of a resource another type, then let every required one hold nulls."""
    for each in all_resources():
        table = tables[each.name]
        kinds = {f.name: OTHER_TYPES[f.type] for f in each.field}
        others = pa.schema([f.with_type(kinds[f.name]) for f in table.schema])
        yield each, {f.name: table.cast(others, safe=False) for f in each.field}
        nullable = pa.schema([f.with_nullable(True) for f in table.schema])
        yield each, {f.name: table.cast(nullable) for f in each.field if f.required}


def _wrong_values(field: Field) -> Iterator[tuple[str, object]]:
    """Each constraint of a column with a value that breaks it, by the name validators give it."""
    if field.required:
        yield "required", None
    if field.type == "string":
        yield "empty", ""
    if field.type == "number":
        yield from (("finite", value) for value in (math.nan, math.inf, -math.inf))
    if field.type == "date":
        yield "calendar", BEYOND
    if field.values:
        yield "enum", f"{field.values[0][0]} "
    if field.minimum is not None:
        yield "minimum", type(field.example)(field.minimum - 1) if field.type == "integer" else field.minimum - 1e-9
    if field.maximum is not None:
        yield "maximum", field.maximum + 1e-9
    if field.pattern:
        yield "pattern", next(text for text in ("n0 such", "\n") if not re.fullmatch(field.pattern, text))
    if field.format == "edtf":
        yield "format", "2021-02-30"


def _of_keys(tables: Tables, resource: Resource) -> Iterator[Mutation]:
    last = tables[resource.name].num_rows + 1
    keys = [("primary key", resource.primary_key), *(("unique", key) for key in resource.unique)]
    for rule, key in keys:
        if key:
            yield Mutation(resource.name, rule, key, last, with_row_twice(tables, resource.name))
    for reference in resource.foreign_key:
        row = filled_row(tables, resource, reference.fields[0])
        broken = with_cell(tables, resource.name, row, **dict.fromkeys(reference.fields, "nowhere"))
        yield Mutation(resource.name, "foreign key", reference.fields, row + 1, broken)


def _of_rule(tables: Tables, resource: Resource, rule: Rule, way: str) -> Mutation:
    """Change the first row that ``way`` (SQL after UPDATE … SET) fits."""
    change, condition = _split(way)
    with duckdb.connect() as connection:
        for name, table in tables.items():
            connection.register(f"{name}_given", table)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {name}_given")
        first = connection.execute(f"SELECT min(rowid) FROM {resource.name} WHERE {condition}").fetchone()[0]  # type: ignore[index]
        assert first is not None, f"{resource.name}, {rule.name}: no row of the fixture fits {way!r}"
        connection.execute(f"UPDATE {resource.name} SET {change} WHERE rowid = {first}")
        changed = connection.sql(f"SELECT * FROM {resource.name} ORDER BY rowid").to_arrow_table()
    columns = [f.with_nullable(f.nullable or changed[f.name].null_count > 0) for f in arrow_schema(resource)]
    table = changed.cast(pa.schema(columns)).combine_chunks()
    assert not table.equals(tables[resource.name]), f"{resource.name}, {rule.name}: {way!r} changes nothing"
    return Mutation(resource.name, rule.name, rule.columns, first + 1, {**tables, resource.name: table})


def _split(way: str) -> tuple[str, str]:
    """Split at the WHERE of the update itself, which is in no parentheses."""
    for match in re.finditer(" WHERE ", way):
        if way[: match.start()].count("(") == way[: match.start()].count(")"):
            return way[: match.start()], way[match.end() :]
    return way, "TRUE"
