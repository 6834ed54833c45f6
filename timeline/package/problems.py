"""What a validation finds, and how it is told: a line of text for each fault, or JSON for programs."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LONGEST = 160  # of a value shown in a line
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Cells:
    """Where in a table a fault is: the row (counted from 1, without a header), what names it, and what it holds."""

    resource: str
    row: int | None  # None: the whole column
    columns: tuple[str, ...]
    key: Mapping[str, object]  # the primary key of the row
    values: Mapping[str, object]  # of the columns


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file (from the package folder), the place in it, what was seen there, and the rule it breaks.

    ``rule`` starts with a short name and a colon. ``more`` is not 0 where the fault stands for that many others of the
    same rule that are not listed one by one.
    """

    file: str
    place: str  # "row 12 (event_id: LVA-2021…), column start_date", "resources[1].schema", "" for the whole file
    seen: str
    rule: str
    cells: Cells | None = None
    more: int = 0

    def __str__(self) -> str:
        place = f"{self.file}, {self.place}" if self.place else self.file
        return f"{place}: {self.seen}; rule: {self.rule}"

    @property
    def name(self) -> str:
        """The short name of the rule."""
        return self.rule.partition(":")[0]

    @property
    def count(self) -> int:
        """How many faults it stands for."""
        return self.more or 1

    def as_json(self) -> Json:
        """Return the fault as an object for a report in JSON; without cells, what belongs to them is null or empty."""
        cells = self.cells or Cells("", None, (), {}, {})
        return {
            "file": self.file,
            "resource": cells.resource or None,
            "row": cells.row,
            "key": {name: _plain(value) for name, value in cells.key.items()},
            "columns": list(cells.columns),
            "values": {name: _plain(value) for name, value in cells.values.items()},
            "rule": self.name,
            "meaning": self.rule.partition(":")[2].strip(),
            "place": self.place,
            "seen": self.seen,
            "more": self.more,
        }


def cell_problem(file: str, cells: Cells, rule: str, seen: str = "") -> Problem:
    """Return the fault of cells of one row; without words of its own it shows what they hold."""
    names = ", ".join(f"{key}: {value}" for key, value in cells.key.items())
    place = f"row {cells.row}{f' ({names})' if names else ''}, column {', '.join(cells.columns)}"
    held = list(cells.values.items())
    told = shown(held[0][1]) if len(held) == 1 else ", ".join(f"{name} {shown(value)}" for name, value in held)
    return Problem(file, place, seen or f"found {told}", rule, cells)


def more_problems(file: str, resource: str, columns: Sequence[str], rule: str, more: int) -> Problem:
    """Return what stands for further rows that break a rule and are not listed."""
    rows = "row breaks" if more == 1 else "rows break"
    cells = Cells(resource, None, tuple(columns), {}, {})
    return Problem(file, f"column {', '.join(columns)}", f"{more} more {rows} the same rule", rule, cells, more)


def report_json(checked: str, problems: Sequence[Problem], by: Sequence[str]) -> str:
    """Return a whole report as JSON: what was checked, by what, whether it is valid, how many faults, and each."""
    report: Json = {
        "package": checked,
        "checked_by": list(by),
        "valid": not problems,
        "faults": sum(each.count for each in problems),
        "problems": [each.as_json() for each in problems],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def shown(value: object) -> str:
    """Return a value on one line, with control characters escaped and long text cut."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _plain(value: object) -> object:
    """Return a value as JSON can hold it."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat() if isinstance(value, dt.date) else str(value)
