"""The schema of the dataset as values, read strictly from ``schema.toml``, the one place where it is declared."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib import resources
from typing import Literal, TypeVar, cast

from timeline.errors import PackageError, RuleError
from timeline.event_types import event_types

FieldType = Literal["string", "integer", "number", "date"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type, its meaning, an example and what its values must keep to."""

    name: str
    type: FieldType
    meaning: str
    example: str | int | float
    required: bool = False
    enum: str = ""
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    format: Literal["", "edtf"] = ""
    values: tuple[tuple[str, str], ...] = ()  # of the enum: (value, meaning)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must exist as ``reference`` in another resource, unless they are null."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on every row, over several columns or resources; ``holds`` is DuckDB SQL over the row ``this``.

    Each of ``broken`` says how a row that keeps it comes to break it: what follows ``UPDATE … SET`` in SQL. The tests
    break every rule in these ways.
    """

    name: str
    meaning: str
    columns: tuple[str, ...]
    holds: str
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """One table: its columns in order, its keys, its rules and the columns its rows are sorted by."""

    name: str
    title: str
    meaning: str
    field: tuple[Field, ...]
    sort: tuple[str, ...]
    primary_key: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    foreign_key: tuple[ForeignKey, ...] = ()
    rule: tuple[Rule, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.field)


@cache
def all_resources() -> tuple[Resource, ...]:
    """Read the resources of the dataset, in the order in which they are published."""
    file = resources.files(__package__).joinpath("schema.toml")
    return read_schema(file.read_text(encoding="utf-8"), "timeline/package/schema.toml", _definitions())


def resource(name: str) -> Resource:
    """Return the resource of that name; an unknown one is a PackageError."""
    found = next((each for each in all_resources() if each.name == name), None)
    if found is None:
        names = ", ".join(each.name for each in all_resources())
        raise PackageError(f"{name}: the dataset has no such resource; it has {names}")
    return found


def read_schema(text: str, place: str, types: Mapping[str, str]) -> tuple[Resource, ...]:
    """Read a schema file strictly: unknown, missing or ill-typed keys and broken references are RuleErrors."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{place}: not TOML: {error}") from error
    if unknown := set(tree) - {"enums", "resource"}:
        raise RuleError(f"{place}: unknown key {sorted(unknown)[0]}")
    enums = {name: dict(values) for name, values in tree["enums"].items()}
    enums["event_type"] = dict(types)
    found = tuple(_resource(table, enums, place) for table in tree["resource"])
    _check_references(found, place)
    return found


def _definitions() -> dict[str, str]:
    """Return the event types that have a rule file, with their definitions: adding a type is adding a file."""
    return {
        name: f"{kind.definition} Not: {kind.excludes}" if kind.excludes else kind.definition
        for name, kind in event_types().items()
    }


def _resource(table: Mapping[str, object], enums: Mapping[str, Mapping[str, str]], place: str) -> Resource:
    place = f"{place}: resource {table.get('name')}"
    parts = dict(table)
    parts["field"] = tuple(_field(each, enums, place) for each in _tables(table, "field"))
    parts["foreign_key"] = tuple(_record(ForeignKey, each, place) for each in _tables(table, "foreign_key"))
    parts["rule"] = tuple(_rule(each, place) for each in _tables(table, "rule"))
    return _record(Resource, parts, place)


def _field(table: Mapping[str, object], enums: Mapping[str, Mapping[str, str]], place: str) -> Field:
    place = f"{place}, field {table.get('name')}"
    enum = table.get("enum", "")
    if enum and enum not in enums:
        raise RuleError(f"{place}: no enum {enum}")
    field = _record(Field, {**table, "values": tuple(enums[str(enum)].items()) if enum else ()}, place)
    if field.type not in ("string", "integer", "number", "date"):
        raise RuleError(f"{place}: unknown type {field.type}")
    if field.type == "integer" and not field.required:
        raise RuleError(f"{place}: a whole number that may be absent has type number")
    return field


def _rule(table: Mapping[str, object], place: str) -> Rule:
    rule = _record(Rule, table, f"{place}, rule {table.get('name')}")
    if not rule.broken:
        raise RuleError(f"{place}, rule {rule.name}: broken is empty; say at least one way to break it")
    return rule


def _tables(table: Mapping[str, object], key: str) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", table.get(key, []))


def _record(kind: type[T], table: Mapping[str, object], place: str) -> T:
    """Make a dataclass from a TOML table, with its keys and no others; lists become tuples."""
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(table) - set(known)):
        raise RuleError(f"{place}: unknown key {unknown[0]}")
    needed = [name for name, f in known.items() if f.default is MISSING and f.default_factory is MISSING]
    if missing := [name for name in needed if name not in table]:
        raise RuleError(f"{place}: {missing[0]} is missing")
    return kind(**{key: _frozen(value) for key, value in table.items()})


def _frozen(value: object) -> object:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


def _check_references(found: tuple[Resource, ...], place: str) -> None:
    columns = {each.name: set(each.columns) for each in found}
    for each in found:
        keys = [each.sort, each.primary_key, *each.unique, *(rule.columns for rule in each.rule)]
        named = {(each.name, column) for key in keys for column in key}
        named |= {(each.name, column) for key in each.foreign_key for column in key.fields}
        named |= {(key.resource, column) for key in each.foreign_key for column in key.reference}
        if wrong := sorted((r, c) for r, c in named if c not in columns.get(r, set())):
            raise RuleError(f"{place}: resource {each.name}: no column {wrong[0][1]} in {wrong[0][0]}")
