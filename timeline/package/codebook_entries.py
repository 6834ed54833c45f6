"""What the codebook says, as values: every table and column with what it holds, every event type, every value.

Two renderings are made of it: the README of a package (`codebook.py`) and a page of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from timeline.event_types import EventType, Example, event_types
from timeline.package.constraints import quoted
from timeline.package.layout import file_of
from timeline.package.queries import opened, row_of, rows_of
from timeline.package.schema import Field, Resource, all_resources
from timeline.package.tables import ARROW_TYPES

TOP = 4  # most frequent values shown of a column
LONGEST = 60  # a column with longer cells is free text, of which no values are shown
EXAMPLES = 4  # of an event type; its rule file has them all


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a column keeps to: words, then a piece of code, which may lead to another part of the codebook."""

    words: str
    code: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What a column holds: its most frequent values, how many different ones, or the ends of its range."""

    top: tuple[tuple[str, int], ...] = ()
    different: int = 0  # 0 where `top` has them all, or a range says more
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: declared meaning, type, constraints and example; counted share missing and values."""

    name: str
    type: str
    meaning: str
    constraints: tuple[Constraint, ...]
    example: str
    missing: str  # "12.5 %"; "" without rows
    held: Held


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One resource: its columns, and the keys and rules over several columns as (code or name, words)."""

    name: str
    title: str
    meaning: str
    rows: int
    columns: tuple[Column, ...]
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One event type as its rule file has it.

    ``codes`` are rows of mode, PLOVER, CAMEO and ACLED; ``examples`` a sentence and what it is read as;
    ``counterexamples`` a sentence and why it is none.
    """

    name: str
    definition: str
    excludes: str
    source: str
    codes: tuple[tuple[str, str, str, str], ...]
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[tuple[str, str], ...]


def table_entries(folder: Path, spill: Path | None = None) -> tuple[TableEntry, ...]:
    """Return an entry for every resource of a package, in the order in which they are published.

    What does not fit into memory lies in ``spill`` meanwhile, else where temporary files are.
    """
    with opened(spill) as connection:
        return tuple(_table(connection, folder, each) for each in all_resources())


def type_entries() -> tuple[TypeEntry, ...]:
    """Return an entry for every event type that has a rule file, in alphabetical order."""
    return tuple(_type(kind) for kind in event_types().values())


def value_entries() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the values of every enum with their meanings; event types have entries of their own."""
    fields = [field for each in all_resources() for field in each.field]
    return {field.enum: field.values for field in fields if field.enum and field.enum != "event_type"}


def _table(connection: duckdb.DuckDBPyConnection, folder: Path, resource: Resource) -> TableEntry:
    rows_of(connection, resource.name, folder / file_of(resource, "parquet"))
    counts = ", ".join(f"count({quoted(name)})" for name in resource.columns)
    rows, *present = row_of(connection, f"SELECT count(*), {counts} FROM {resource.name}")
    return TableEntry(
        name=resource.name,
        title=resource.title,
        meaning=resource.meaning,
        rows=rows,
        columns=tuple(
            Column(
                name=field.name,
                type=field.type,
                meaning=field.meaning,
                constraints=tuple(_constraints(resource, field)),
                example=str(field.example),
                missing=f"{100 * (rows - count) / rows:.1f} %" if rows else "",
                held=_held(connection, resource, field, count),
            )
            for field, count in zip(resource.field, present, strict=True)
        ),
        keys=tuple(_keys(resource)),
    )


def _constraints(resource: Resource, field: Field) -> Iterator[Constraint]:
    if (field.name,) == resource.primary_key:
        yield Constraint("primary key")
    if field.required:
        yield Constraint("required")
    if field.enum:
        yield Constraint("one of", field.enum, "event-types" if field.enum == "event_type" else field.enum)
    for key in resource.foreign_key:
        if key.fields == (field.name,):
            yield Constraint("in", f"{key.resource}.{key.reference[0]}", key.resource)
    if field.minimum is not None:
        yield Constraint(f"at least {field.minimum}")
    if field.maximum is not None:
        yield Constraint(f"at most {field.maximum}")
    if field.pattern:
        yield Constraint("matches", field.pattern)
    if field.format:
        yield Constraint(field.format.upper())


def _held(connection: duckdb.DuckDBPyConnection, resource: Resource, field: Field, present: int) -> Held:
    if not present:
        return Held()
    cell = quoted(field.name)
    if field.type != "string":
        # As Arrow values: Python has no days after the year 9999, and a package that is being checked may.
        ends = connection.sql(f"SELECT min({cell}), max({cell}) FROM {resource.name}").to_arrow_table()
        shown = (end.cast(ARROW_TYPES[field.type]).cast(pa.string())[0].as_py() for end in ends.columns)
        return Held(ends=tuple(dict.fromkeys(shown)))
    (longest,) = row_of(connection, f"SELECT max(length({cell})) FROM {resource.name}")
    if not field.values and longest > LONGEST:
        # Texts are told apart by their hashes, so that counting them needs no room for the texts.
        sql = f"SELECT count(*) FROM (SELECT DISTINCT md5_number({cell}) FROM {resource.name} WHERE {cell} IS NOT NULL)"
        return Held(different=row_of(connection, sql)[0])
    pairs = connection.execute(_COMMONEST.format(cell=cell, table=resource.name, most=TOP + 1)).fetchall()
    few = len(pairs) <= TOP  # else a value that comes once says nothing
    top = tuple((value, count) for value, count, _ in pairs[:TOP] if few or count > 1)
    return Held(top, 0 if few else pairs[0][2])


_COMMONEST = """
WITH found AS MATERIALIZED (
  SELECT {cell} AS value, count(*) AS times FROM {table} WHERE {cell} IS NOT NULL GROUP BY {cell}
)
SELECT value, times, (SELECT count(*) FROM found) FROM found ORDER BY times DESC, value LIMIT {most}"""


def _keys(resource: Resource) -> Iterator[tuple[str, str]]:
    for key in resource.unique:
        yield ", ".join(key), "together unique"
    for rule in resource.rule:
        yield rule.name, rule.meaning


def _type(kind: EventType) -> TypeEntry:
    schemes = (kind.plover, kind.cameo, kind.acled)
    modes = {frame.mode for frame in kind.frames} | {str(frame.negated.get("mode", "")) for frame in kind.frames}
    modes |= {mode for scheme in schemes for mode in scheme} | {""}
    rows = ((mode, *(kind.code(scheme, mode) for scheme in ("plover", "cameo", "acled"))) for mode in sorted(modes))
    return TypeEntry(
        name=kind.name,
        definition=kind.definition,
        excludes=kind.excludes,
        source=kind.source,
        codes=tuple(rows),  # type: ignore[arg-type]  # a mode and three codes each
        examples=tuple((each.text, _reading(each)) for each in _telling(kind.examples)),
        counterexamples=tuple((each.text, each.why) for each in kind.counterexamples if each.why)[:EXAMPLES],
    )


def _telling(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Choose the examples that differ most in mode and status, then the first ones, in the order of the file."""
    seen: set[tuple[object, object]] = set()
    chosen: list[Example] = []
    for each in examples:
        kind = (each.event.get("mode"), each.event.get("status"))
        if kind not in seen:
            seen.add(kind)
            chosen.append(each)
    chosen += [each for each in examples if each not in chosen]
    return tuple(each for each in examples if each in chosen[:EXAMPLES])


def _reading(example: Example) -> str:
    """Say what an example is read as: "actor Nurses; country LSO"."""
    return "; ".join(f"{key} {_words(value)}" for key, value in example.event.items())


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
