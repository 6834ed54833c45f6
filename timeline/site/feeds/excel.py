"""The tables as an Excel workbook: a sheet for each, one that says what the dataset is, and one for the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.package.codebook_entries import type_entries, value_entries
from timeline.package.descriptor import RIGHTS
from timeline.package.layout import file_of
from timeline.package.parquet_files import read_groups
from timeline.package.schema import Field, Resource, all_resources
from timeline.site.citation import citation
from timeline.site.feeds.workbook import MOST_ROWS, Sheet, write_workbook
from timeline.site.published import Published

NAME = "dataset.xlsx"
LABEL = "Excel"
USE = "Spreadsheets: a sheet for each table, days as days, text that cannot run as a formula"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WIDTHS = {"date": 12, "number": 12, "integer": 11}
_WIDE = {"quote": 70, "title": 44, "meaning": 60, "published_evidence": 44}
_GUARD = (
    "A text cell that a spreadsheet could run as a formula (it starts with = + - @, a tab or a line break, whatever "
    "apostrophes come before) has one apostrophe more in front than the text. Parquet and CSV hold the exact text."
)


def write(published: Published, path: Path) -> None:
    """Write the workbook."""
    tables = [_table(each, published.place / file_of(each, "parquet")) for each in all_resources()]
    columns = Sheet(
        "columns", ("table", "column", "type", "meaning", "example"), _columns(), (18, 24, 10, 90, 34), True
    )
    values = Sheet("values", ("of", "value", "meaning"), _values(), (20, 22, 100), True)
    about = Sheet("about", ("dataset", published.meta.title), list(_about(published)), (16, 110), True)
    write_workbook([about, *tables, columns, values], path)


def _about(published: Published) -> Iterator[Sequence[object]]:
    meta = published.meta
    yield from (("description", meta.description), ("version", meta.version), ("licence", meta.licence))
    yield from (("rights", RIGHTS), ("cite as", citation(published).text))
    if meta.base_url:
        yield ("address", meta.base_url)
    yield ("formulas", _GUARD)
    for each in all_resources():
        rows = published.rows[each.name]
        cut = f" The sheet has the first {MOST_ROWS:,}; the other files have them all." if rows > MOST_ROWS else ""
        yield (each.name, f"{rows:,} rows. {each.meaning}{cut}")


def _table(resource: Resource, file: Path) -> Sheet:
    widths = [_width(field) for field in resource.field]
    return Sheet(resource.name, resource.columns, _rows(file), widths)


def _rows(file: Path) -> Iterator[Sequence[object]]:
    for batch in read_groups(file, 8_192):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _columns() -> list[tuple[str, ...]]:
    return [
        (each.name, field.name, field.type, field.meaning, str(field.example))
        for each in all_resources()
        for field in each.field
    ]


def _values() -> list[tuple[str, str, str]]:
    types = [("event_type", each.name, each.definition) for each in type_entries()]
    return types + [(name, *pair) for name, pairs in value_entries().items() for pair in pairs]


def _width(field: Field) -> int:
    return _WIDE.get(field.name, _WIDTHS.get(field.type, 22))
