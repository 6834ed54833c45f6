"""Compiles the schema to conditions on rows: DuckDB SQL that is true, or null, where a row keeps the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.package.schema import Field, ForeignKey, Resource


@dataclass(frozen=True, slots=True)
class Check:
    """A condition that every row of a resource keeps; ``columns`` are shown where it does not."""

    resource: str
    columns: tuple[str, ...]
    rule: str
    holds: str


def checks_of(resource: Resource) -> tuple[Check, ...]:
    """Return every check that the schema declares on the rows of a resource."""
    return (
        *(check for field in resource.field for check in _field_checks(resource, field)),
        *_key_checks(resource),
        *(_foreign_key_check(resource, key) for key in resource.foreign_key),
        *(Check(resource.name, r.columns, f"{r.name}: {r.meaning}", r.holds.strip()) for r in resource.rule),
    )


def quoted(name: str) -> str:
    """Quote a column name."""
    return '"' + name.replace('"', '""') + '"'


def _field_checks(resource: Resource, field: Field) -> Iterator[Check]:
    for rule, holds in _field_rules(field):
        yield Check(resource.name, (field.name,), rule, holds)
    if field.format == "edtf":
        holds = f"{quoted(field.name)} IS NULL OR edtf_precision({quoted(field.name)}) IS NOT NULL"
        yield Check(resource.name, (field.name,), "format: an EDTF date", holds)


def _field_rules(field: Field) -> Iterator[tuple[str, str]]:
    cell = quoted(field.name)
    if field.required:
        yield "required: a value", f"{cell} IS NOT NULL"
    if field.type == "string":
        yield "empty: absent text is null", f"{cell} <> ''"
    if field.type == "number":
        yield "finite: a finite number", f"isfinite({cell})"
    if field.type == "date":
        yield "calendar: a day of the years 1 to 9999", f"{cell} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"
    if field.values:
        values = [value for value, _ in field.values]
        yield f"enum: one of {', '.join(values)}", f"{cell} IN ({', '.join(map(_literal, values))})"
    if field.minimum is not None:
        yield f"minimum: {field.minimum}", f"{cell} >= {field.minimum}"
    if field.maximum is not None:
        yield f"maximum: {field.maximum}", f"{cell} <= {field.maximum}"
    if field.pattern:
        yield f"pattern: {field.pattern}", f"regexp_full_match({cell}, {_literal(field.pattern)})"


def _key_checks(resource: Resource) -> Iterator[Check]:
    keys = [("primary key", resource.primary_key)] if resource.primary_key else []
    for kind, key in [*keys, *(("unique", each) for each in resource.unique)]:
        names = ", ".join(map(quoted, key))
        twice = f"SELECT {names} FROM {resource.name} GROUP BY {names} HAVING count(*) > 1"
        holds = f"NOT EXISTS (SELECT 1 FROM ({twice}) AS twice WHERE {_same('twice', key, key)})"
        yield Check(resource.name, key, f"{kind}: {', '.join(key)} only once", holds)


def _foreign_key_check(resource: Resource, key: ForeignKey) -> Check:
    absent = " OR ".join(f"{quoted(each)} IS NULL" for each in key.fields)
    same = _same("other", key.reference, key.fields)
    holds = f"{absent} OR EXISTS (SELECT 1 FROM {key.resource} AS other WHERE {same})"
    rule = f"foreign key: in {key.resource}.{', '.join(key.reference)}"
    return Check(resource.name, key.fields, rule, holds)


def _same(table: str, theirs: Iterable[str], ours: Iterable[str]) -> str:
    return " AND ".join(f"{table}.{quoted(a)} = this.{quoted(b)}" for a, b in zip(theirs, ours, strict=True))


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
