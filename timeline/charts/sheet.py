"""The rows behind a picture: the table beside it, and its CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.charts.items import Item
from timeline.charts.words import country_words, type_words

_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # https://owasp.org/www-community/attacks/CSV_Injection


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file and its heading in the table; without a heading it is only in the file."""

    name: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the fragment of the page that it leads to, and its cells."""

    target: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows that a picture draws or counts, in its order."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the table."""
        return tuple(column.heading for column in self.columns if column.heading)

    def shown(self, row: Row) -> tuple[str, ...]:
        """The cells of a row that the table shows."""
        return tuple(cell for column, cell in zip(self.columns, row.cells, strict=True) if column.heading)


EVENT = (
    Column("event_id"),
    Column("event", "Event"),
    Column("date", "Date"),
    Column("date_edtf"),
    Column("start_date"),
    Column("end_date"),
    Column("type", "Type"),
    Column("status", "Status"),
    Column("country", "Country"),
)


def event_cells(item: Item) -> tuple[str, ...]:
    """The cells of `EVENT`."""
    return (
        item.event_id,
        item.title,
        item.when,
        item.edtf,
        *(str(day) if day else "" for day in (item.start, item.end)),
        type_words(item.event_type, item.mode),
        item.status,
        country_words(item.country) if item.country else "",
    )


def sheet_of(columns: Iterable[Column], rows: Iterable[tuple[str, Mapping[str, str] | tuple[str, ...]]]) -> Sheet:
    """A sheet from rows as pairs of target and cells, in order or by column name."""
    named = tuple(columns)
    made = (
        Row(target, cells if isinstance(cells, tuple) else tuple(cells.get(one.name, "") for one in named))
        for target, cells in rows
    )
    return Sheet(named, tuple(made))


def csv_text(sheet: Sheet) -> str:
    """The sheet as CSV; what a spreadsheet would run as a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows([_guarded(cell) for cell in row.cells] for row in sheet.rows)
    return out.getvalue()


def _guarded(cell: str) -> str:
    return "'" + cell if _RUNS.match(cell) else cell
