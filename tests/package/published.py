"""Builds packages for the tests, broken ones too, with hashes that are right so that only the fault is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow as pa

from tests.package.fixture import fixture_rows
from timeline.package import DatasetMeta, Problem, describe, read_package_meta, resource
from timeline.package.csv_files import write_csv
from timeline.package.descriptor import to_json
from timeline.package.layout import (
    CSV_DESCRIPTOR,
    DESCRIPTOR,
    data_files,
    file_of,
    fingerprint,
    package_files,
    write_sums,
)
from timeline.package.parquet_files import write_parquet
from timeline.package.schema import Resource
from timeline.package.tables import Tables, in_groups, to_tables
from timeline.package.writer import fill

META = DatasetMeta(title="Invented events", name="invented-events", version="1.2.0", base_url="https://data.example/")


def fixture_tables() -> Tables:
    return to_tables(fixture_rows())


def publish(tables: Tables, folder: Path) -> Path:
    """Write the tables as they are, valid or not."""
    folder.mkdir(parents=True)
    fill(folder, in_groups(tables), META)
    return folder


def publish_changed(good: Path, name: str, table: pa.Table, folder: Path) -> Path:
    """Copy a package with another table in it, valid or not, and all its hashes right."""
    shutil.copytree(good, folder)
    each, meta = resource(name), read_package_meta(folder)
    write_parquet([table], folder / file_of(each, "parquet"), {})
    write_csv([table], folder / file_of(each, "csv"))
    files = {path: fingerprint(folder / path) for path in data_files()}
    for kind, descriptor in (("parquet", DESCRIPTOR), ("csv", CSV_DESCRIPTOR)):
        (folder / descriptor).write_text(to_json(describe(meta, kind, files)), encoding="utf-8", newline="\n")
    write_sums(folder, package_files())
    return folder


def with_cell(tables: Tables, name: str, row: int, /, **cells: object) -> Tables:
    """Return the tables with cells of one row changed; a null makes the column nullable, as any writer would."""
    table = tables[name]
    for column, value in cells.items():
        index = table.column_names.index(column)
        field = table.schema.field(index)
        kind, past = field.type, pa.types.is_date32(field.type) and isinstance(value, int)
        cell = pa.array([value], pa.int32()).view(kind) if past else pa.array([value], kind)
        old = table[column].combine_chunks()
        array = pa.concat_arrays([old[:row], cell, old[row + 1 :]])
        table = table.set_column(index, field.with_nullable(field.nullable or value is None), array)
    return {**tables, name: table}


def with_row_twice(tables: Tables, name: str, row: int = 0) -> Tables:
    table = tables[name]
    return {**tables, name: pa.concat_tables([table, table.slice(row, 1)]).combine_chunks()}


def filled_row(tables: Tables, table: Resource, column: str) -> int:
    """Return a row that has a value in the column; the first if none has."""
    values = tables[table.name][column].to_pylist()
    return next((n for n, value in enumerate(values) if value is not None), 0)


def found(problems: tuple[Problem, ...], file: str, column: str, rule: str) -> bool:
    return any(p.file == file and column in p.place and p.rule.startswith(rule) for p in problems)
