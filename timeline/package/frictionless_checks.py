"""A second judge: Frictionless itself, on every row of the Parquet files, with a reader that reads them as they are.

It is given all that Table Schema can say (`STRICT`), more than the published descriptor, which spares the stock reader
what it misreads. Table Schema has no rules across columns and no EDTF, so it covers less than the columnar checks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from frictionless import Check, Checklist, FrictionlessException, Package, Row, errors

from timeline.package.descriptor import table_schema
from timeline.package.layout import DESCRIPTOR, file_of
from timeline.package.parquet_plugin import reading_parquet
from timeline.package.problems import Cells, Problem, cell_problem, more_problems
from timeline.package.schema import all_resources, resource

ENOUGH = 100_000  # errors of one resource, after which Frictionless stops reading it; the report says so


def check_with_frictionless(folder: Path, limit: int) -> Iterator[Problem]:
    """Let Frictionless judge every row of a package; at most ``limit`` rows are named per column and kind of error."""
    try:
        tree = _strict(json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8")))
        with reading_parquet():
            report = Package(tree, basepath=str(folder)).validate(Checklist(checks=[UniqueKeys()]), limit_errors=ENOUGH)
    except (OSError, ValueError, RecursionError, TypeError, KeyError, FrictionlessException) as fault:
        yield Problem(DESCRIPTOR, "", f"Frictionless cannot read it: {fault}", "frictionless: a data package")
        return
    for error in report.errors:
        yield Problem(DESCRIPTOR, "", error.note, f"frictionless {error.type}: {error.title}")
    for task in report.tasks:
        yield from _of_resource(task.name, task.errors, limit)
        for warning in task.warnings:
            yield Problem(_file(task.name), "", warning, "frictionless partial: every row is read")


class UniqueKeyError(errors.RowError):  # type: ignore[misc]  # Frictionless has no types here
    """Says that a row has a unique key of an earlier one."""

    type = "unique-key"
    title = "Unique Key Error"
    description = "A row has a unique key of an earlier row."
    template = 'Row at position "{row_number}" has a unique key of an earlier row: {note}'
    field_names: tuple[str, ...] = ()


class UniqueKeys(Check):  # type: ignore[misc]
    """Holds rows to ``uniqueKeys`` of Data Package v2, which Frictionless 5.21 reads past."""

    type = "unique-keys"
    Errors = (UniqueKeyError,)

    def connect(self, resource: Any) -> None:  # noqa: ANN401 - a frictionless.Resource
        """Start anew for a resource."""
        super().connect(resource)
        keys = resource.schema.custom.get("uniqueKeys", []) if resource.schema else []
        self._seen: list[tuple[tuple[str, ...], dict[tuple[object, ...], int]]] = [(tuple(key), {}) for key in keys]

    def validate_row(self, row: Row) -> Iterator[Any]:
        """Yield an error for a row that has a key of an earlier one; a key with an absent part is none."""
        for key, seen in self._seen:
            cells = tuple(row[name] for name in key)
            if None in cells:
                continue
            first = seen.setdefault(cells, row.row_number)
            if first != row.row_number:
                note = f"{', '.join(key)} are those of row {first - 1}"
                error = UniqueKeyError(note=note, cells=[str(each) for each in row.cells], row_number=row.row_number)
                error.field_names = key
                yield error


def _strict(tree: dict[str, Any]) -> dict[str, Any]:
    """Return a descriptor with all that Table Schema can say: `describe` leaves out what the stock reader misreads."""
    known = {each.name: each for each in all_resources()}
    strict = []
    for each in tree["resources"]:
        found = dict(each)
        if each.get("name") in known:
            found["schema"] = table_schema(known[each["name"]], "csv") | {"missingValues": []}
        if "byteSize" in each:
            found["bytes"] = each["byteSize"]
        strict.append(found)
    return {**tree, "resources": strict}


def _of_resource(name: str, found: Iterable[Any], limit: int) -> Iterator[Problem]:
    counts: Counter[tuple[str, str]] = Counter()
    rules: dict[tuple[str, str], str] = {}
    for error in found:
        columns = _columns(error)
        kind = (error.type, ", ".join(columns))
        counts[kind] += 1
        rules.setdefault(kind, f"frictionless {error.type}: {error.title}")
        if counts[kind] <= limit:
            yield _problem(name, error, columns)
    for kind, count in counts.items():
        if count > limit:
            yield more_problems(_file(name), name, [kind[1]], rules[kind], count - limit)


def _columns(error: Any) -> tuple[str, ...]:  # noqa: ANN401 - a frictionless.Error
    if name := getattr(error, "field_name", ""):
        return (name,)
    return tuple(getattr(error, "field_names", None) or ())


def _problem(name: str, error: Any, columns: tuple[str, ...]) -> Problem:  # noqa: ANN401 - a frictionless.Error
    rule = f"frictionless {error.type}: {error.note or error.title}"
    number = getattr(error, "row_number", None)
    if number is None:
        return Problem(_file(name), "", error.message, rule)
    known = next((each for each in all_resources() if each.name == name), None)
    held = dict(zip(known.columns, error.cells, strict=False)) if known else {}
    key = {column: held.get(column) for column in known.primary_key} if known else {}
    shown = columns or tuple(key)
    return cell_problem(
        _file(name), Cells(name, number - 1, shown, key, {each: held.get(each) for each in shown}), rule
    )


def _file(name: str) -> str:
    known = {each.name for each in all_resources()}
    return file_of(resource(name), "parquet") if name in known else DESCRIPTOR
