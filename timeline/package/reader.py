"""Reads a published package back."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from timeline.errors import PackageError
from timeline.models import Rows
from timeline.package.descriptor import read_descriptor_meta
from timeline.package.layout import DESCRIPTOR, file_of, package_root
from timeline.package.meta import DatasetMeta
from timeline.package.parquet_files import read_parquet
from timeline.package.schema import Resource, all_resources
from timeline.package.tables import Tables, arrow_schema, to_rows


def read(path: Path) -> dict[str, pd.DataFrame]:
    """Return the tables of a package as data frames: text as str, dates as datetime64, absent as NaN or NaT."""
    return {name: table.to_pandas(date_as_object=False) for name, table in read_tables(path).items()}


def read_rows(path: Path) -> Rows:
    """Return the rows of a package as they were written: None where a value is absent, dates as datetime.date."""
    tables = read_tables(path)
    try:
        return to_rows(tables)
    except (ValueError, OverflowError) as error:  # a day outside the calendar, text that is no UTF-8
        raise PackageError(f"{path}: cannot be read: {error}; `timeline validate` says where") from error


def read_tables(path: Path) -> Tables:
    """Return the Arrow tables of a package folder or descriptor; one that is no package is a PackageError."""
    folder = package_root(path)
    found = {}
    for each in all_resources():
        file = folder / file_of(each, "parquet")
        try:
            found[each.name] = read_parquet(file)
        except (OSError, pa.ArrowException) as error:
            raise PackageError(f"{file}: cannot be read: {error}") from error
        if found[each.name].schema != arrow_schema(each):
            raise PackageError(f"{file}: not the columns that this version reads; `timeline validate` lists them")
    return found


def count_rows(path: Path) -> dict[str, int]:
    """Return how many rows each resource of a package has, from the files' footers; raises as `read_tables` does."""
    folder = package_root(path)
    return {each.name: _rows(folder / file_of(each, "parquet"), each) for each in all_resources()}


def _rows(file: Path, resource: Resource) -> int:
    try:
        with pq.ParquetFile(file) as opened:
            rows, schema = int(opened.metadata.num_rows), opened.schema_arrow.remove_metadata()
    except (OSError, pa.ArrowException) as error:
        raise PackageError(f"{file}: cannot be read: {error}") from error
    if schema != arrow_schema(resource):
        raise PackageError(f"{file}: not the columns that this version reads; `timeline validate` lists them")
    return rows


def read_package_meta(path: Path) -> DatasetMeta:
    """Return what the descriptor of a package says of the dataset as a whole: title, licence, version."""
    file = package_root(path) / DESCRIPTOR
    try:
        return read_descriptor_meta(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, AttributeError) as error:
        raise PackageError(f"{file}: cannot be read: {error}") from error
