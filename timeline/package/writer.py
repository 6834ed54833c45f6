"""Writes a package: built aside, validated there, then put in the place of the old one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from timeline.errors import PackageError
from timeline.models import Rows
from timeline.package.codebook import make_codebook
from timeline.package.csv_files import write_csv
from timeline.package.descriptor import describe, table_schema, to_json
from timeline.package.layout import (
    CSV_DESCRIPTOR,
    DESCRIPTOR,
    README,
    data_files,
    file_of,
    fingerprint,
    package_files,
    write_sums,
)
from timeline.package.meta import DatasetMeta
from timeline.package.parquet_files import read_groups, write_parquet
from timeline.package.problems import Problem
from timeline.package.schema import Resource, all_resources
from timeline.package.swap import built_aside, clean_up
from timeline.package.tables import Groups, in_groups, to_tables
from timeline.package.validator import validate
from timeline.package.withdrawn import Withdrawn, withdrawn_since

SHOWN = 10  # problems in the message of an error


def write(rows: Rows, meta: DatasetMeta, directory: Path) -> None:
    """Write the package of these rows to ``directory``; the old package stays unless the new one is whole and valid.

    ``rows`` are resource name -> rows with exactly the declared columns; None and "" both mean absent. Events of the
    old package that the new one lacks are listed as withdrawn. What is wrong is a PackageError.
    """
    write_tables(in_groups(to_tables(rows)), meta, directory)


def write_tables(tables: Groups, meta: DatasetMeta, directory: Path) -> None:
    """Write the package of these tables, like `write`; only a row group at a time is in memory."""
    refuse_other_folders(directory)
    try:
        clean_up(directory)
        with built_aside(directory) as aside:
            fill(aside, tables, meta, partial(withdrawn_since, directory))
            if problems := validate(aside, SHOWN):
                raise PackageError(
                    f"{directory}: not written, the rows break the rules of the dataset:{_listed(problems)}"
                )
    except (OSError, pa.ArrowException, duckdb.Error) as error:
        raise PackageError(f"{directory}: cannot be written: {error}; what was there is unchanged") from error


def refuse_other_folders(directory: Path) -> None:
    """Raise PackageError if a folder that is to be replaced holds something other than a package."""
    if directory.is_dir() and any(directory.iterdir()) and not (directory / DESCRIPTOR).is_file():
        raise PackageError(f"{directory}: holds files but no {DESCRIPTOR}; it is not replaced. Name another folder")


def fill(
    folder: Path,
    tables: Groups,
    meta: DatasetMeta,
    withdrawn: Callable[[Path], Sequence[Withdrawn]] = lambda folder: (),
) -> None:
    """Write all files of a package into an empty folder, unchecked.

    ``withdrawn`` tells, once the data files are in the folder, which ids are no longer used.
    """
    (folder / "data").mkdir()
    (folder / "csv").mkdir()
    for each in all_resources():
        parquet = folder / file_of(each, "parquet")
        write_parquet(tables(each), parquet, _notes(each, meta))
        write_csv(read_groups(parquet), folder / file_of(each, "csv"))
    gone = withdrawn(folder)
    files = {name: fingerprint(folder / name) for name in data_files()}
    _write_text(folder / DESCRIPTOR, to_json(describe(meta, "parquet", files, gone)))
    _write_text(folder / CSV_DESCRIPTOR, to_json(describe(meta, "csv", files, gone)))
    _write_text(folder / README, make_codebook(folder, meta))
    write_sums(folder, package_files())


def _listed(problems: Sequence[Problem]) -> str:
    lines = [str(each) for each in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"and {len(problems) - SHOWN} more")
    return "".join(f"\n  {line}" for line in lines)


def _notes(resource: Resource, meta: DatasetMeta) -> dict[str, str]:
    """Return the few words for the footer of a Parquet file that is found on its own."""
    fingerprint = hashlib.sha256(to_json(table_schema(resource, "parquet")).encode()).hexdigest()
    return {
        "title": f"{meta.title}: {resource.title}",
        "version": meta.version,
        "license": meta.licence,
        "homepage": meta.base_url,
        "schema_sha256": fingerprint,
    }


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
