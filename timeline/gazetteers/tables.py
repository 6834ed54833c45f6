"""Reads the gazetteers' CSV files; whatever is malformed is named by file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import RuleError

FOLDER = Path(__file__).parent
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table: the text of each column, and where it stands for error messages."""

    values: dict[str, str]
    path: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several values."""
        cell = self.values[column]
        return tuple(cell.split(SEPARATOR)) if cell else ()

    def number(self, column: str) -> float | None:
        """The cell as a number, None if it is empty; `RuleError` if it is neither."""
        cell = self.values[column]
        try:
            return float(cell) if cell else None
        except ValueError:
            raise self.error(f"column {column!r} holds {cell!r}; write a decimal number or leave it empty") from None

    def flag(self, column: str) -> bool:
        """Whether the cell says "yes"; `RuleError` for anything but "yes" and ""."""
        cell = self.values[column]
        if cell not in ("", "yes"):
            raise self.error(f'column {column!r} holds {cell!r}; write "yes" or leave it empty')
        return cell == "yes"

    def error(self, problem: str) -> RuleError:
        """An error that names this row."""
        return RuleError(f"{self.path.name}, line {self.line}: {problem}")


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yields the rows of a CSV file that has exactly ``columns``; `RuleError` if it is missing or malformed."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            records = csv.reader(file, strict=True)
            header = tuple(next(records, ()))
            if header != columns:
                raise RuleError(f"{path.name}, line 1: columns are {', '.join(header)}; expected {', '.join(columns)}")
            for record in records:
                yield _row(record, columns, path, records.line_num)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise RuleError(f"{path.name}: cannot be read as UTF-8 CSV: {problem}") from problem


def _row(record: list[str], columns: tuple[str, ...], path: Path, line: int) -> Row:
    if len(record) != len(columns):
        raise RuleError(
            f"{path.name}, line {line}: {len(record)} cells, expected {len(columns)}; quote cells that hold a comma"
        )
    return Row(dict(zip(columns, record, strict=True)), path, line)
